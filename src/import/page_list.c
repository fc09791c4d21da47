#include "import/page_list.h"

#include <stdbool.h>
#include <string.h>

#include "import/table_words.h"
#include "import/words.h"

#define ABOVE_MAX   4  /* lines over the first table */
#define TITLE_CHARS 60 /* of such a line */

/* The row has so many cells with the words of headings. */
static size_t heading_words(const struct grid *g, size_t row)
{
    size_t hits = 0;

    for (size_t c = 0; c < g->rows[row].count; c++) {
        const char *text = grid_text(g, row, c);

        if (!grid_is_covered(g, row, c))
            hits += table_words_heading(text, strlen(text));
    }
    return hits;
}

/* A table of records, and none that lays out a page or says of a notice what
 * it is: it has headings in one of its first rows. */
static bool is_list(const struct grid *g)
{
    if (g->count < 2 || g->columns < 2)
        return false;
    for (size_t r = 0; r < g->count && r < 8; r++) {
        if (heading_words(g, r) >= 2)
            return true;
    }
    return false;
}

static bool may_stand_above(const char *s)
{
    size_t len = strlen(s);

    return table_words_label(s, len) ||
           (words_count(s) <= TITLE_CHARS &&
            !words_end_any(s, WORDS("。", "：", ":", "；")) &&
            !words_have_any(s, WORDS("〔", "﹝", "的通知")));
}

static bool may_stand_below(const char *s, bool after_note)
{
    size_t len = strlen(s);

    return table_words_note(s, len) || table_words_label(s, len) ||
           table_words_total(s, len) ||
           (after_note && table_words_sentence(s, len));
}

static bool is_all_tables(const struct page *p)
{
    size_t tables = 0, above = 0;
    bool after_note = false;

    for (size_t i = 0; i < p->count; i++) {
        const struct page_line *l = &p->lines[i];

        if (l->left_out || (!l->grid && !*l->text))
            continue;
        if (l->grid) {
            if (!is_list(l->grid))
                return false;
            tables++;
        } else if (tables == 0) {
            if (++above > ABOVE_MAX || !may_stand_above(l->text))
                return false;
        } else {
            if (!may_stand_below(l->text, after_note))
                return false;
            after_note = true;
        }
    }
    return tables > 0;
}

static void add_table(struct grid *to, const struct grid *from)
{
    for (size_t r = 0; r < from->count; r++) {
        grid_add_row(to, from->rows[r].line);
        for (size_t c = 0; c < from->rows[r].count; c++) {
            const struct grid_cell *cell = &from->rows[r].cells[c];

            if (!grid_is_covered(from, r, c))
                grid_add_cell(to, cell->text,
                              cell->text ? strlen(cell->text) : 0,
                              cell->row_span, cell->col_span);
        }
    }
}

struct grid *page_list_read(const struct page *p)
{
    struct grid *g;

    if (!is_all_tables(p))
        return NULL;
    g = grid_new();
    for (size_t i = 0; i < p->count; i++) {
        const struct page_line *l = &p->lines[i];

        if (l->left_out)
            continue;
        if (l->grid) {
            add_table(g, l->grid);
        } else if (*l->text) {
            grid_add_row(g, l->number);
            grid_add_cell(g, l->text, strlen(l->text), 1, 1);
        }
    }
    return g;
}
