#include "import/sheet_row.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"

#define MERGES_MAX 1000000

void sheet_row_clear(struct sheet_row *s)
{
    for (size_t i = 0; s->covers && i < SHEET_MAX_COLUMNS; i++)
        str_clear(&s->covers[i].text);
    free(s->covers);
    free(s->merges);
    free(s->hidden_rows);
    *s = (struct sheet_row){0};
}

bool sheet_row_merge(struct sheet_row *s, struct sheet_merge m, struct err *e)
{
    if (m.last_row < m.row || m.last_column < m.column)
        return true;
    if (s->merge_count == MERGES_MAX)
        return err_set(e, ERR_LIMIT, _("more than %d cells are merged"),
                       MERGES_MAX);
    s->merges =
        mem_grow(s->merges, s->merge_count, &s->merge_cap, sizeof(*s->merges));
    s->merges[s->merge_count++] = m;
    return true;
}

static int by_place(const void *a, const void *b)
{
    const struct sheet_merge *x = a, *y = b;

    if (x->row != y->row)
        return x->row < y->row ? -1 : 1;
    return x->column < y->column ? -1 : x->column > y->column;
}

void sheet_row_sort(struct sheet_row *s)
{
    if (s->merge_count)
        qsort(s->merges, s->merge_count, sizeof(*s->merges), by_place);
    sheet_row_rewind(s);
}

void sheet_row_rewind(struct sheet_row *s)
{
    if (!s->covers)
        s->covers = xcalloc(SHEET_MAX_COLUMNS, sizeof(*s->covers));
    for (size_t i = 0; i < s->cover_end; i++)
        s->covers[i].is_used = false;
    s->cover_end = 0;
    s->merge_at = 0;
}

void sheet_row_hide(struct sheet_row *s, size_t first, size_t last)
{
    for (size_t i = first; i <= last && i < SHEET_MAX_COLUMNS; i++)
        s->hidden[i] = true;
}

void sheet_row_begin(struct sheet_row *s, struct row *out, size_t number)
{
    row_begin(out, number);
    s->number = number;
}

/* Fill the row up to `column` with what merged cells cover, or nothing. */
static void fill_to(struct sheet_row *s, struct row *out, size_t column)
{
    while (out->count < column) {
        size_t at = out->count;
        struct sheet_cover *c = at < s->cover_end ? &s->covers[at] : NULL;
        struct rows_cell *cell;

        if (!c || !c->is_used || s->number - 1 > c->last_row) {
            row_add_clean(out, "", 0);
            continue;
        }
        cell = c->is_first ? row_add_clean(out, str_text(&c->text), c->text.len)
                           : row_add_clean(out, "", 0);
        cell->cover = c->is_first ? ROWS_FROM_ABOVE : ROWS_FROM_LEFT;
    }
}

void sheet_row_add(struct sheet_row *s, struct row *out, size_t column,
                   const char *text, size_t len)
{
    if (column >= SHEET_MAX_COLUMNS) {
        s->is_wide = s->is_wide || len > 0;
        return;
    }
    if (column < out->count)
        return; /* said twice, or out of order */
    fill_to(s, out, column);
    if (len == 0 || (s->hidden[column] && !s->shows_hidden))
        fill_to(s, out, column + 1);
    else
        row_add(out, text, len);
}

/* A merged cell that begins in this row: the others of its columns are covered
 * by it, also in the rows below. */
static void cover(struct sheet_row *s, struct row *out,
                  const struct sheet_merge *m)
{
    struct rows_cell *cell;
    size_t last = m->last_column;

    if (last >= SHEET_MAX_COLUMNS)
        last = SHEET_MAX_COLUMNS - 1;
    if (m->column > last)
        return;
    fill_to(s, out, last + 1);
    cell = &out->cells[m->column];
    if (cell->cover != ROWS_OWN)
        return; /* merged cells that overlap: the first one counts */
    cell->col_span = (int)(last - m->column + 1);
    cell->row_span = m->last_row - m->row < ROWS_CELL_MAX
                         ? (int)(m->last_row - m->row + 1)
                         : (int)ROWS_CELL_MAX;
    for (size_t c = m->column; c <= last; c++) {
        struct sheet_cover *to = &s->covers[c];

        if (c > m->column && !s->hidden[c]) {
            out->cells[c].cover = ROWS_FROM_LEFT;
            out->cells[c].len = 0;
        }
        if (m->last_row == m->row || s->hidden[c])
            continue;
        to->is_used = true;
        to->is_first = c == m->column;
        to->last_row = m->last_row;
        str_truncate(&to->text, 0);
        if (to->is_first)
            str_append(&to->text,
                       cell->text ? cell->text
                                  : str_text(&out->store) + cell->offset,
                       cell->len);
        if (c >= s->cover_end)
            s->cover_end = c + 1;
    }
}

void sheet_row_span(struct sheet_row *s, struct row *out, size_t rows,
                    size_t columns)
{
    struct sheet_merge m = {.row = s->number - 1, .column = out->count - 1};

    if (out->count == 0 || (rows <= 1 && columns <= 1))
        return;
    m.last_row = m.row + (rows ? rows - 1 : 0);
    m.last_column = m.column + (columns ? columns - 1 : 0);
    cover(s, out, &m);
}

void sheet_row_end(struct sheet_row *s, struct row *out)
{
    fill_to(s, out, s->cover_end);
    while (s->merge_at < s->merge_count &&
           s->merges[s->merge_at].row < s->number) {
        const struct sheet_merge *m = &s->merges[s->merge_at++];

        if (m->row + 1 == s->number)
            cover(s, out, m);
    }
    row_end(out);
}

static void add_hidden_columns(const struct sheet_row *s,
                               const struct row *names, struct str *out)
{
    const char *before = "";

    for (size_t c = 0; c < SHEET_MAX_COLUMNS; c++) {
        if (!s->hidden[c])
            continue;
        if (names && (c >= names->count || names->cells[c].len == 0))
            continue;
        str_add(out, before);
        rows_letters(c, out);
        before = ", ";
        if (names)
            str_addf(out, " (%.*s)", (int)names->cells[c].len,
                     names->cells[c].text);
    }
}

static void add_hidden_rows(const struct sheet_row *s, struct str *out)
{
    for (size_t i = 0; i < s->hidden_row_count;) {
        size_t last = i;

        while (last + 1 < s->hidden_row_count &&
               s->hidden_rows[last + 1] == s->hidden_rows[last] + 1)
            last++;
        if (i > 0)
            str_add(out, ", ");
        str_addf(out, "%zu", s->hidden_rows[i]);
        if (last > i)
            str_addf(out, "-%zu", s->hidden_rows[last]);
        i = last + 1;
    }
}

void sheet_row_tell(const struct sheet_row *s, const struct rows *rows,
                    const struct row *names)
{
    struct str what = {0};

    if (!rows->remarks)
        return;
    add_hidden_columns(s, names, &what);
    if (what.len)
        str_addf(rows->remarks,
                 _("%s: %s: the hidden columns %s are left out\n"), rows->path,
                 rows->sheet, str_text(&what));
    str_truncate(&what, 0);
    add_hidden_rows(s, &what);
    if (what.len)
        str_addf(rows->remarks, _("%s: %s: the hidden rows %s are left out\n"),
                 rows->path, rows->sheet, str_text(&what));
    if (s->is_wide)
        str_addf(rows->remarks,
                 _("%s: %s: cells beyond column %d are left out\n"), rows->path,
                 rows->sheet, SHEET_MAX_COLUMNS);
    str_clear(&what);
}
