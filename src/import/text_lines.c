#include "import/text_lines.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "import/pipe_table.h"
#include "import/source.h"
#include "import/unwrap.h"

void text_lines_clear(struct text_lines *t)
{
    for (size_t i = 0; i < t->count; i++)
        str_clear(&t->lines[i]);
    free(t->lines);
    free(t->numbers);
    free(t->why);
    *t = (struct text_lines){0};
}

static void make_room(struct text_lines *t, size_t count)
{
    t->count = count;
    t->lines = xcalloc(count, sizeof(*t->lines));
    t->numbers = xcalloc(count, sizeof(*t->numbers));
    t->why = xcalloc(count, sizeof(*t->why));
}

/* Joined where they were broken to fit a page, else as they are. */
static void take_texts(struct text_lines *t, const struct source *s,
                       size_t line)
{
    struct unwrap u = {0};

    if (unwrap_text(&u, s)) {
        make_room(t, u.count);
        for (size_t i = 0; i < u.count; i++) {
            t->lines[i] = u.lines[i].text;
            u.lines[i].text = (struct str){0};
            t->numbers[i] = line + u.lines[i].line;
            t->why[i] = u.lines[i].why;
        }
    } else {
        make_room(t, s->count);
        for (size_t i = 0; i < s->count; i++) {
            str_append(&t->lines[i], s->lines[i].text, s->lines[i].len);
            t->numbers[i] = line + i;
        }
    }
    unwrap_clear(&u);
}

bool text_lines_read(struct text_lines *t, const char *path,
                     const struct str *text, size_t line, struct err *e)
{
    struct source s = {0};

    if (!source_cut(&s, path, str_text(text), text->len, e))
        return false;
    take_texts(t, &s, line);
    source_clear(&s);
    return true;
}

size_t text_lines_give(const struct text_lines *t, size_t at, struct page *p)
{
    size_t rows = pipe_table_length(t->lines + at, t->count - at);

    if (rows) {
        page_add_grid(p, pipe_table_read(t->lines + at, rows, t->numbers[at]),
                      t->numbers[at]);
        return rows;
    }
    page_add_text(p, str_text(&t->lines[at]), t->lines[at].len, t->numbers[at]);
    if (t->why[at])
        page_leave_out(p, p->count - 1, "%s", t->why[at]);
    return 1;
}
