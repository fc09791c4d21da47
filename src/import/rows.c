#include "import/rows.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "import/source.h"
#include "import/words.h"
#include "text/clean.h"

bool rows_next(struct rows *r, struct row *out, bool *end, struct err *e)
{
    *end = false;
    return r->ops->next(r, out, end, e);
}

bool rows_rewind(struct rows *r, struct err *e)
{
    return r->ops->rewind(r, e);
}

void rows_close(struct rows *r)
{
    if (r)
        r->ops->close(r);
}

void rows_letters(size_t column, struct str *out)
{
    char letters[16];
    size_t at = sizeof(letters);

    for (size_t n = column + 1; n > 0 && at > 0; n = (n - 1) / 26)
        letters[--at] = (char)('A' + (n - 1) % 26);
    str_append(out, letters + at, sizeof(letters) - at);
}

void rows_place(const struct rows *r, size_t number, size_t column,
                struct str *out)
{
    str_add(out, source_basename(r->path));
    if (!r->sheet) {
        str_addf(out, ":%zu", number);
        return;
    }
    str_addf(out, ": %s!", r->sheet);
    rows_letters(column == ROWS_NO_COLUMN ? 0 : column, out);
    str_addf(out, "%zu", number);
}

void row_begin(struct row *row, size_t number)
{
    row->count = 0;
    row->number = number;
    str_truncate(&row->store, 0);
}

static struct rows_cell *put(struct row *row)
{
    struct rows_cell *cell;

    row->cells =
        mem_grow(row->cells, row->count, &row->cap, sizeof(*row->cells));
    cell = &row->cells[row->count++];
    *cell = (struct rows_cell){.col_span = 1, .row_span = 1};
    return cell;
}

struct rows_cell *row_add_clean(struct row *row, const char *text, size_t len)
{
    struct rows_cell *cell = put(row);

    cell->text = text;
    cell->len = len;
    return cell;
}

static size_t trailing_blank(const char *s, size_t len)
{
    size_t n = 0;

    while (n < len) {
        const char *end = s + len - n;

        if (end[-1] == ' ' || end[-1] == '\t' || end[-1] == '\n' ||
            end[-1] == '\r')
            n++;
        else if (len - n >= 2 && memcmp(end - 2, "\xC2\xA0", 2) == 0)
            n += 2;
        else if (len - n >= 3 && memcmp(end - 3, "\xE3\x80\x80", 3) == 0)
            n += 3;
        else
            break;
    }
    return n;
}

void rows_trim(const char **text, size_t *len)
{
    size_t blank;

    *len -= trailing_blank(*text, *len);
    while (*len > 0) {
        blank = words_leading_blank(*text, *len);
        if (!blank && (**text == '\n' || **text == '\r'))
            blank = 1;
        if (!blank)
            break;
        *text += blank;
        *len -= blank;
    }
}

/* Clean line by line: a line break stays one. CR LF and CR are one too. */
static void add_lines(struct str *out, const char *s, size_t len)
{
    const char *end = s + len;

    for (;;) {
        const char *stop = s;

        while (stop < end && *stop != '\n' && *stop != '\r')
            stop++;
        clean_append(out, s, (size_t)(stop - s), CLEAN_EXPORT);
        if (stop == end)
            return;
        str_addc(out, '\n');
        s = stop + 1 + (*stop == '\r' && stop + 1 < end && stop[1] == '\n');
    }
}

struct rows_cell *row_add(struct row *row, const char *text, size_t len)
{
    struct rows_cell *cell;
    size_t before = row->store.len;

    rows_trim(&text, &len);
    add_lines(&row->store, text, len);
    cell = put(row);
    cell->offset = before;
    cell->len = row->store.len - before;
    return cell;
}

void row_end(struct row *row)
{
    const char *store = str_text(&row->store);

    for (size_t i = 0; i < row->count; i++) {
        if (!row->cells[i].text)
            row->cells[i].text = store + row->cells[i].offset;
    }
}

void row_clear(struct row *row)
{
    free(row->cells);
    str_clear(&row->store);
    *row = (struct row){0};
}

void row_copy(struct row *to, const struct row *from)
{
    row_begin(to, from->number);
    for (size_t i = 0; i < from->count; i++) {
        const struct rows_cell *cell = &from->cells[i];
        struct rows_cell *copy = put(to);

        *copy = *cell;
        copy->text = NULL;
        copy->offset = to->store.len;
        str_append(&to->store, cell->text, cell->len);
    }
    row_end(to);
}
