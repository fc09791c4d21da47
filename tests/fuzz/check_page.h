/*
 * check_page.h - what holds of every page, whatever a reader was given.
 */
#ifndef TESTS_FUZZ_CHECK_PAGE_H
#define TESTS_FUZZ_CHECK_PAGE_H

#include <stdlib.h>
#include <string.h>

#include "import/decode.h"
#include "import/page.h"
#include "text/utf8.h"

static inline void require(int holds)
{
    if (!holds)
        abort();
}

/* libc unloads a converter with its last user, and loading takes a hundred
 * times as long as a small file: these stay open. */
static inline void keep_converters(void)
{
    static struct decode kept;
    static int is_open;

    if (!is_open)
        require(decode_open(&kept, NULL));
    is_open = 1;
}

static inline void check_grid(const struct grid *g)
{
    size_t places = 0;

    for (size_t r = 0; r < g->count; r++) {
        require(g->rows[r].count <= g->columns);
        places += g->rows[r].count;
        for (size_t c = 0; c < g->rows[r].count; c++) {
            const struct grid_cell *cell = &g->rows[r].cells[c];

            require(cell->row <= r && cell->column <= c);
            require(cell->column < g->rows[cell->row].count);
            require(cell->row_span >= 1 && cell->col_span >= 1);
            require(
                utf8_is_valid(grid_text(g, r, c), strlen(grid_text(g, r, c))));
        }
    }
    require(places == g->places);
}

static inline void check_page(const struct page *p)
{
    for (size_t i = 0; i < p->count; i++) {
        const struct page_line *l = &p->lines[i];

        require(l->text != NULL && utf8_is_valid(l->text, strlen(l->text)));
        require(!strchr(l->text, '\n') && !strchr(l->text, '\t'));
        if (l->grid)
            check_grid(l->grid);
    }
    for (size_t i = 0; i < p->link_count; i++)
        require(p->count == 0 || p->links[i].line < p->count);
    for (size_t i = 0; i < p->particular_count; i++)
        require(p->particulars[i].name && p->particulars[i].value);
}

#endif
