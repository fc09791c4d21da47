#include "import/book.h"

#include <stdlib.h>

#include "base/mem.h"
#include "text/clean.h"

void book_add_sheet(struct book *b, const char *name, size_t len,
                    bool is_hidden)
{
    struct str clean = {0};

    b->sheets = mem_grow(b->sheets, b->count, &b->cap, sizeof(*b->sheets));
    b->sheets[b->count] = (struct book_sheet){.is_hidden = is_hidden};
    if (name) {
        clean_append(&clean, name, len, CLEAN_EXPORT);
        b->sheets[b->count].name = str_take(&clean);
    }
    b->count++;
}

struct rows *book_open_sheet(struct book *b, size_t sheet, struct err *e)
{
    struct rows *rows = b->ops->open(b, sheet, e);

    if (rows) {
        rows->path = b->in.path;
        rows->sheet = b->sheets[sheet].name;
        rows->remarks = b->remarks;
    }
    return rows;
}

void book_close(struct book *b)
{
    if (!b->ops)
        return;
    b->ops->close(b);
    for (size_t i = 0; i < b->count; i++)
        free(b->sheets[i].name);
    free(b->sheets);
    input_close(&b->in);
    *b = (struct book){.in.fd = -1};
}
