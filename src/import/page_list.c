#include "import/page_list.h"

#include <stdbool.h>
#include <string.h>

#include "import/sheet.h"
#include "import/table_words.h"
#include "import/words.h"

#define ABOVE_MAX   4  /* lines over the first table */
#define TITLE_CHARS 60 /* of such a line */

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
            if (!sheet_is_list(l->grid))
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
