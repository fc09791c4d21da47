#include "import/table_shape.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "import/table_words.h"
#include "import/words.h"
#include "text/numbering.h"

#define WINDOW_ROWS  64         /* rows by which a table is understood */
#define WINDOW_BYTES (1u << 20) /* of their texts, and no more */
#define HEAD_WITHIN  24         /* rows in which the headings stand */
#define HEAD_ROWS    4          /* that headings may take */
#define MADE_UP      "列"       /* with a number: a column without a heading */

/* The first rows of a table, without blank ones. */
struct window {
    struct row rows[WINDOW_ROWS];
    size_t count;
    size_t records; /* index of the first row that may be a record */
};

/* ---- small questions about a row ---- */

static bool is_own(const struct rows_cell *c)
{
    return c->cover == ROWS_OWN && c->len > 0;
}

size_t table_shape_own_cells(const struct row *row, size_t *first)
{
    size_t n = 0;

    for (size_t i = 0; i < row->count; i++) {
        if (!is_own(&row->cells[i]))
            continue;
        if (n++ == 0 && first)
            *first = i;
    }
    return n;
}

static const struct rows_cell *cell_at(const struct row *row, size_t column)
{
    static const struct rows_cell empty = {.col_span = 1, .row_span = 1};

    return column < row->count ? &row->cells[column] : &empty;
}

/* One cell with text, or several that are labels (单位：, 日期：). */
static bool is_line(const struct row *row)
{
    if (table_shape_own_cells(row, NULL) <= 1)
        return true;
    for (size_t i = 0; i < row->count; i++) {
        const struct rows_cell *c = &row->cells[i];

        if (is_own(c) && !table_words_label(c->text, c->len) &&
            !table_words_note(c->text, c->len))
            return false;
    }
    return true;
}

static bool is_year(const struct rows_cell *c)
{
    return c->len == 4 && (c->text[0] == '1' || c->text[0] == '2') &&
           (c->text[1] == '9' || c->text[1] == '0');
}

/* How many cells are words that head columns; 0 where one cannot be. */
static size_t heading_words(const struct row *row, size_t *own)
{
    size_t hits = 0;

    *own = 0;
    for (size_t i = 0; i < row->count; i++) {
        const struct rows_cell *c = &row->cells[i];

        if (!is_own(c))
            continue;
        ++*own;
        if (table_words_heading(c->text, c->len))
            hits++;
        else if ((table_words_numeric(c->text, c->len) && !is_year(c)) ||
                 table_words_date(c->text, c->len))
            return 0;
    }
    return hits;
}

static bool numbers_rows(const struct rows_cell *c)
{
    char *text = xmemdup(c->text ? c->text : "", c->len);
    char *squeezed = words_squeezed(text);
    bool does = numbering_of(squeezed) != NUMBERING_NONE;

    free(text);
    free(squeezed);
    return does;
}

bool table_shape_is_heading(const struct row *row)
{
    size_t own = 0, first = 0, hits;

    /* 序号 once more, over words alone. */
    if (table_shape_own_cells(row, &first) >= 2 &&
        numbers_rows(&row->cells[first])) {
        hits = heading_words(row, &own);
        return hits >= 2 && own >= 2;
    }
    own = 0;

    for (size_t i = 0; i < row->count; i++) {
        const struct rows_cell *c = &row->cells[i];

        if (!is_own(c))
            continue;
        if (!table_words_heading(c->text, c->len))
            return false;
        own++;
    }
    return own >= 2;
}

/* The source marks every cell as one (<th>, the row over | --- |). */
static bool is_marked(const struct row *row)
{
    size_t own = 0;

    for (size_t i = 0; i < row->count; i++) {
        if (is_own(&row->cells[i]) && !row->cells[i].is_heading)
            return false;
        own += is_own(&row->cells[i]);
    }
    return own >= 2;
}

/* Surely headings: most of the words are such, or the first is. */
static bool is_sure_heading(const struct row *row)
{
    size_t own, first, hits = heading_words(row, &own);

    if (is_marked(row))
        return true;

    if (own < 2 || hits == 0)
        return false;
    table_shape_own_cells(row, &first);
    return hits >= 2 ? 3 * hits >= own || numbers_rows(&row->cells[first])
                     : 2 * hits >= own || numbers_rows(&row->cells[first]);
}

/* ---- the window ---- */

static void window_clear(struct window *w)
{
    for (size_t i = 0; i < w->count; i++)
        row_clear(&w->rows[i]);
    free(w);
}

static bool window_read(struct window *w, struct rows *rows, size_t from,
                        struct err *e)
{
    struct row row = {0};
    size_t bytes = 0;
    bool end = false, ok = rows_rewind(rows, e);

    while (ok && w->count < WINDOW_ROWS && bytes < WINDOW_BYTES) {
        ok = rows_next(rows, &row, &end, e);
        if (!ok || end)
            break;
        if (row.number < from || table_shape_own_cells(&row, NULL) == 0)
            continue;
        w->rows[w->count] = (struct row){0};
        row_copy(&w->rows[w->count++], &row);
        bytes += w->rows[w->count - 1].store.len;
    }
    row_clear(&row);
    return ok;
}

/* ---- where the headings are ---- */

static bool is_record_by_number(const struct row *row)
{
    size_t first = 0;

    table_shape_own_cells(row, &first);
    return table_words_numbering(row->cells[first].text, row->cells[first].len);
}

static bool same_end(const struct rows_cell *a, const struct rows_cell *b)
{
    return a->len >= 3 && b->len >= 3 &&
           memcmp(a->text + a->len - 3, b->text + b->len - 3, 3) == 0;
}

static bool same_text(const struct rows_cell *a, const struct rows_cell *b)
{
    return a->len == b->len && memcmp(a->text, b->text, a->len) == 0;
}

/* How much a cell differs from what stands under it: above 0 as headings do. */
static int differs_from_below(const struct window *w, size_t at, size_t column)
{
    const struct rows_cell *c = cell_at(&w->rows[at], column);
    size_t below = 0, numeric = 0, alike = 0, ends = 0, longer = 0;

    for (size_t i = at + 1; i < w->count; i++) {
        const struct rows_cell *b = cell_at(&w->rows[i], column);

        if (!b->len || table_shape_own_cells(&w->rows[i], NULL) < 2)
            continue;
        below++;
        numeric += table_words_numeric(b->text, b->len) ||
                   table_words_date(b->text, b->len);
        alike += same_text(b, c);
        ends += same_end(b, c);
        longer += b->len > 2 * c->len;
    }
    if (below == 0)
        return 0;
    if (3 * numeric >= 2 * below)
        return table_words_numeric(c->text, c->len) ? -2 : 2;
    if (alike > 0)
        return -2;
    if (3 * ends >= 2 * below)
        return -1;
    return 2 * longer >= below ? 1 : 0;
}

/* By the difference between a row and those under it. Where nothing tells,
 * the first row is headings, as in most tables. */
static bool is_heading_by_contrast(const struct window *w, size_t at,
                                   bool *unsure)
{
    int score = 0, own = 0;

    if (at + 1 == w->count)
        return true;
    for (size_t c = 0; c < w->rows[at].count; c++) {
        const struct rows_cell *cell = &w->rows[at].cells[c];

        if (!is_own(cell))
            continue;
        own++;
        score += differs_from_below(w, at, c) +
                 table_words_heading(cell->text, cell->len);
    }
    *unsure = score <= 0;
    return 2 * score >= -own;
}

/* The index of the first row of headings; w->count where there are none, and
 * then the records begin at w->records. */
static size_t find_head(struct window *w, bool *unsure)
{
    size_t several = w->count; /* the first row of several cells */

    for (size_t i = 0; i < w->count && i < HEAD_WITHIN; i++) {
        if (is_line(&w->rows[i]))
            continue;
        if (is_sure_heading(&w->rows[i])) {
            if (several < w->count && i - several > 3)
                break;
            return i;
        }
        if (several == w->count)
            several = i;
        if (is_record_by_number(&w->rows[i]))
            break;
    }
    w->records = several;
    if (several == w->count || is_record_by_number(&w->rows[several]))
        return w->count;
    return is_heading_by_contrast(w, several, unsure) ? several : w->count;
}

/* A line of numbers of columns: 1, 2, 3 ... */
static bool counts_columns(const struct row *row)
{
    size_t n = 0;

    for (size_t i = 0; i < row->count; i++) {
        const struct rows_cell *c = &row->cells[i];
        char text[24];

        if (!is_own(c))
            continue;
        snprintf(text, sizeof(text), "%zu", ++n);
        if (c->len != strlen(text) || memcmp(c->text, text, c->len) != 0)
            return false;
    }
    return n >= 3;
}

/* Whether a row goes on with the headings of the one above: what it says
 * stands under headings that take several columns. */
static bool goes_on(const struct row *head, const struct row *row)
{
    bool under = false;
    size_t first = 0;

    table_shape_own_cells(head, &first);
    if (row->number != head->number + 1 || cell_at(row, first)->len > 0)
        return false;
    for (size_t c = 0; c < row->count; c++) {
        const struct rows_cell *cell = &row->cells[c];
        const struct rows_cell *over = cell_at(head, c);

        if (!is_own(cell))
            continue;
        if (table_words_numeric(cell->text, cell->len) && !is_year(cell))
            return false;
        if (is_own(over) && over->col_span == 1 && cell_at(head, c + 1)->len)
            return false;
        under = under || !is_own(over);
    }
    return under;
}

/* How many rows the headings at `at` take. */
static size_t head_rows(const struct window *w, size_t at)
{
    const struct row *head = &w->rows[at];
    size_t rows = 1;
    int span = 1;

    for (size_t c = 0; c < head->count; c++) {
        if (is_own(&head->cells[c]) && head->cells[c].row_span > span)
            span = head->cells[c].row_span;
    }
    while (rows < HEAD_ROWS && at + rows < w->count) {
        const struct row *next = &w->rows[at + rows];

        if (!(span > 1 && next->number < head->number + (size_t)span) &&
            !(span == 1 && goes_on(&w->rows[at + rows - 1], next)) &&
            !(at + rows + 1 < w->count && counts_columns(next)))
            break;
        rows++;
    }
    return rows;
}

/* ---- the columns ---- */

char *table_shape_unique_name(const struct table_shape *t, const char *name,
                              size_t len)
{
    struct str out = {0};
    bool taken = true;

    for (int n = 1; taken; n++) {
        str_truncate(&out, 0);
        str_append(&out, name, len);
        if (n > 1)
            str_addf(&out, "%d", n);
        /* SQLite has a meaning of its own for these. */
        taken = strcasecmp(str_text(&out), "rowid") == 0 ||
                strcasecmp(str_text(&out), "oid") == 0 ||
                strcasecmp(str_text(&out), "_rowid_") == 0;
        for (size_t i = 0; i < t->count && !taken; i++)
            taken = strcasecmp(t->columns[i].name, str_text(&out)) == 0;
    }
    return str_take(&out);
}

static void add_column(struct table_shape *t, size_t at, const char *name,
                       size_t len)
{
    char *unique = table_shape_unique_name(t, name, len);

    t->columns = mem_grow(t->columns, t->count, &t->cap, sizeof(*t->columns));
    t->columns[t->count++] =
        (struct table_column){.name = unique, .at = at, .is_named = true};
}

void table_shape_add_column(struct table_shape *t, size_t at)
{
    struct str name = {0};

    str_addf(&name, MADE_UP "%zu", at + 1);
    add_column(t, at, str_text(&name), name.len);
    t->columns[t->count - 1].is_named = false;
    str_clear(&name);
}

/* What a row of headings says of a column: its own words, or those of the
 * cell that reaches over it. */
static const struct rows_cell *said_of(const struct table_shape *t, size_t head,
                                       size_t column)
{
    const struct row *row = &t->heads[head];
    const struct rows_cell *c = cell_at(row, column);
    size_t left = column;

    if (is_own(c))
        return c;
    if (c->cover == ROWS_FROM_ABOVE ||
        (c->cover != ROWS_FROM_LEFT && head + 1 >= t->head_count))
        return NULL;
    /* Without merged cells (CSV): an empty one belongs to the one on its left
     * where a row below has words for it. */
    if (c->cover == ROWS_OWN && !is_own(cell_at(&t->heads[head + 1], column)))
        return NULL;
    while (left > 0 && !is_own(cell_at(row, left)))
        left--;
    c = cell_at(row, left);
    return is_own(c) ? c : NULL;
}

/* A heading without the blanks that spread it or break its line (序　号), but
 * for those between words in letters. */
static void add_heading(struct str *out, const char *s, size_t len)
{
    const char *end = s + len;
    bool blank = false;

    while (s < end) {
        size_t n = *s == '\n' ? 1 : words_leading_blank(s, (size_t)(end - s));

        if (n > 0) {
            blank = true;
            s += n;
            continue;
        }
        if (blank && out->len &&
            (unsigned char)out->text[out->len - 1] < 0x80 &&
            (unsigned char)*s < 0x80)
            str_addc(out, ' ');
        blank = false;
        str_addc(out, *s++);
    }
}

/* The heading of a column: what its rows say, once each. "" where they say
 * nothing. */
static void heading_of(const struct table_shape *t, size_t column,
                       struct str *out)
{
    const struct rows_cell *before = NULL;

    str_truncate(out, 0);
    for (size_t h = 0; h < t->head_count; h++) {
        const struct rows_cell *c = said_of(t, h, column);

        if (!c || (before && same_text(c, before)) ||
            (h > 0 && counts_columns(&t->heads[h])))
            continue;
        if (out->len)
            str_addc(out, '/');
        add_heading(out, c->text, c->len);
        before = c;
    }
}

/* How many of the window's records fill a column. */
static size_t filled_below(const struct window *w, size_t column,
                           size_t *records)
{
    size_t filled = 0;

    *records = 0;
    for (size_t i = w->records; i < w->count; i++) {
        if (is_line(&w->rows[i]))
            continue;
        ++*records;
        filled += is_own(cell_at(&w->rows[i], column));
    }
    return filled;
}

static size_t widest(const struct window *w, const struct table_shape *t)
{
    size_t columns = 0;

    for (size_t i = w->records; i < w->count; i++) {
        for (size_t c = 0; c < w->rows[i].count; c++) {
            if (is_own(&w->rows[i].cells[c]) && c >= columns)
                columns = c + 1;
        }
    }
    for (size_t h = 0; h < t->head_count; h++) {
        if (t->heads[h].count > columns)
            columns = t->heads[h].count;
    }
    return columns;
}

/* Columns with a heading, and those without one that are filled: where cells
 * may have been shifted, only those between headings or filled often. */
static void find_columns(struct table_shape *t, const struct window *w,
                         const struct rows *rows)
{
    size_t end = widest(w, t), last_named = 0;
    struct str name = {0};

    for (size_t c = 0; c < end; c++) {
        heading_of(t, c, &name);
        if (name.len)
            last_named = c;
    }
    for (size_t c = 0; c < end; c++) {
        size_t records, filled = filled_below(w, c, &records);

        heading_of(t, c, &name);
        if (name.len)
            add_column(t, c, str_text(&name), name.len);
        else if (filled > 0 && (!rows->is_delimited || !t->head_count ||
                                c < last_named || 2 * filled > records))
            table_shape_add_column(t, c);
    }
    str_clear(&name);
}

/* ---- halves side by side ---- */

static bool same_heading(const struct table_shape *t, size_t a, size_t b)
{
    struct str x = {0}, y = {0};
    bool same;

    heading_of(t, t->columns[a].at, &x);
    heading_of(t, t->columns[b].at, &y);
    same = x.len > 0 && words_same(str_text(&x), str_text(&y));
    str_clear(&x);
    str_clear(&y);
    return same;
}

static bool repeats_every(const struct table_shape *t, size_t period)
{
    size_t first = t->columns[0].at;

    for (size_t i = period; i < t->count; i++) {
        size_t half = i / period * period;

        if (!same_heading(t, i, i % period) ||
            t->columns[i].at - t->columns[half].at !=
                t->columns[i % period].at - first)
            return false;
    }
    return true;
}

/* Numbers that go on from left to right: 1 | 2, 3 | 4. */
static bool numbers_go_right(const struct table_shape *t,
                             const struct window *w)
{
    const struct row *row = w->records < w->count ? &w->rows[w->records] : NULL;
    const struct rows_cell *a, *b;

    if (!row)
        return false;
    a = cell_at(row, t->columns[0].at);
    b = cell_at(row, t->columns[0].at + t->shifts[1]);
    return a->len == 1 && b->len == 1 && a->text[0] == '1' && b->text[0] == '2';
}

static void find_halves(struct table_shape *t, const struct window *w)
{
    size_t period = 2;

    t->shifts = xcalloc(t->count ? t->count : 1, sizeof(*t->shifts));
    t->shift_count = 1;
    while (period < t->count &&
           (t->count % period != 0 || !repeats_every(t, period)))
        period++;
    if (period >= t->count)
        return;
    for (size_t i = period; i < t->count; i += period)
        t->shifts[t->shift_count++] = t->columns[i].at - t->columns[0].at;
    while (t->count > period)
        free(t->columns[--t->count].name);
    t->by_rows = numbers_go_right(t, w);
}

/* ---- what stands above ---- */

void table_shape_add_line(struct table_shape *t, const char *text, size_t len,
                          bool is_below)
{
    t->lines =
        mem_grow(t->lines, t->line_count, &t->line_cap, sizeof(*t->lines));
    t->lines[t->line_count++] =
        (struct table_line){.text = xmemdup(text, len), .is_below = is_below};
}

static char *row_text(const struct row *row)
{
    struct str out = {0};

    for (size_t c = 0; c < row->count; c++) {
        if (!is_own(&row->cells[c]))
            continue;
        if (out.len)
            str_add(&out, "  ");
        str_append(&out, row->cells[c].text, row->cells[c].len);
    }
    for (size_t i = 0; i < out.len; i++) {
        if (out.text[i] == '\n')
            out.text[i] = ' ';
    }
    return str_take(&out);
}

/* A line that may be the title. Of two, the one that ends as titles do; a
 * title that goes on in a second line is one. */
static void take_title(struct table_shape *t, const char *text, size_t len)
{
    bool had = t->title && table_words_title(t->title, strlen(t->title));

    if (!t->title) {
        t->title = xmemdup(text, len);
    } else if (!had && table_words_title(text, len) &&
               words_count(t->title) > 8 &&
               !words_end_any(t->title, WORDS("厅", "局", "部", "委", "会",
                                              "办公室", "政府", "处"))) {
        struct str both = {0};

        str_add(&both, t->title);
        str_append(&both, text, len);
        free(t->title);
        t->title = str_take(&both);
    } else if (!had && table_words_title(text, len)) {
        table_shape_add_line(t, t->title, strlen(t->title), false);
        free(t->title);
        t->title = xmemdup(text, len);
    } else {
        table_shape_add_line(t, text, len, false);
    }
}

static void take_line_above(struct table_shape *t, const struct row *row)
{
    char *text = row_text(row);
    struct words_text rest;
    int64_t stated = table_words_stated(text, strlen(text));
    int annex;

    if (stated >= 0 && t->stated_total < 0)
        t->stated_total = stated;
    if (table_words_annex(text, strlen(text), &annex, &rest)) {
        t->annex = annex;
        rows_trim(&rest.text, &rest.len);
        if (rest.len)
            take_title(t, rest.text, rest.len);
    } else if (table_words_label(text, strlen(text)) ||
               table_words_note(text, strlen(text)) ||
               table_words_sentence(text, strlen(text))) {
        table_shape_add_line(t, text, strlen(text), false);
    } else {
        take_title(t, text, strlen(text));
    }
    free(text);
}

/* ---- all together ---- */

/* Every row has one cell, in one column: a list of names, unless they are
 * sentences. Where its records begin; false: no list. */
static bool find_single(const struct window *w, size_t *head, size_t *records)
{
    size_t first = 0, column = 0;

    *head = w->count;
    *records = 0;
    if (w->count < 2)
        return false;
    for (size_t i = 0; i < w->count; i++) {
        const struct row *row = &w->rows[i];
        const struct rows_cell *c;

        table_shape_own_cells(row, &column);
        c = &row->cells[column];
        first = i == 1 ? column : first;
        if (i > 1 && column != first)
            return false;
        if (table_words_sentence(c->text, c->len) ||
            table_words_mark(c->text, c->len))
            return false;
        if (i < 4 && *head == w->count && table_words_heading(c->text, c->len))
            *head = i;
    }
    table_shape_own_cells(&w->rows[0], &column);
    if (*head < w->count)
        *records = *head + 1;
    else if (table_words_title(w->rows[0].cells[column].text,
                               w->rows[0].cells[column].len))
        *records = 1;
    return w->count - *records >= 1;
}

/* The rows of headings that the user names. */
static bool find_told(struct window *w, const struct table_options *o,
                      const struct rows *rows, size_t *head, size_t *count,
                      struct err *e)
{
    *head = 0;
    while (*head < w->count && w->rows[*head].number < o->head_from)
        ++*head;
    *count = 0;
    while (*head + *count < w->count &&
           w->rows[*head + *count].number <= o->head_to)
        ++*count;
    if (*count == 0 || *count > HEAD_ROWS)
        return err_set(e, ERR_USAGE, _("%s: no headings stand in row %zu"),
                       rows->path, o->head_from);
    w->records = *head + *count;
    return true;
}

static void take_head(struct table_shape *t, const struct window *w,
                      size_t head, size_t count)
{
    t->heads = xcalloc(count ? count : 1, sizeof(*t->heads));
    for (size_t i = 0; i < count; i++)
        row_copy(&t->heads[t->head_count++], &w->rows[head + i]);
}

static bool has_several(const struct window *w)
{
    for (size_t i = 0; i < w->count; i++) {
        if (!is_line(&w->rows[i]))
            return true;
    }
    return false;
}

static bool decide(struct table_shape *t, struct window *w,
                   const struct rows *rows, const struct table_options *o,
                   bool *found, struct err *e)
{
    size_t head = w->count, count = 0;

    if (o->head_from) {
        if (!find_told(w, o, rows, &head, &count, e))
            return false;
    } else if (!has_several(w)) {
        if (!find_single(w, &head, &w->records))
            return true;
        count = head < w->count && !o->no_headings;
    } else {
        head = find_head(w, &t->headings_unsure);
        if (o->no_headings && head < w->count)
            w->records = head;
        count = head < w->count && !o->no_headings ? head_rows(w, head) : 0;
        if (count)
            w->records = head + count;
    }
    *found = true;
    t->headings_told = o->no_headings || o->head_from;
    if (!count)
        head = w->records;
    take_head(t, w, head, count);
    find_columns(t, w, rows);
    if (t->count > ROWS_MAX_COLUMNS)
        return err_set(e, ERR_LIMIT, _("%s:%zu: more than %d columns"),
                       rows->path, w->rows[0].number, ROWS_MAX_COLUMNS);
    find_halves(t, w);
    for (size_t i = 0; i < head; i++)
        take_line_above(t, &w->rows[i]);
    t->above = w->rows[0].number;
    t->first = w->records < w->count ? w->rows[w->records].number : SIZE_MAX;
    t->is_numbered = t->count > 1 &&
                     (count ? numbering_of(t->columns[0].name) != NUMBERING_NONE
                            : w->records < w->count &&
                                  is_record_by_number(&w->rows[w->records]));
    return true;
}

bool table_shape_find(struct table_shape *t, struct rows *rows, size_t from,
                      const struct table_options *o, bool *found, struct err *e)
{
    struct window *w = xcalloc(1, sizeof(*w));
    bool ok;

    *found = false;
    t->stated_total = -1;
    t->end = SIZE_MAX;
    ok = window_read(w, rows, from, e) &&
         (w->count == 0 || decide(t, w, rows, o, found, e));
    window_clear(w);
    if (!ok)
        table_shape_clear(t);
    return ok;
}

void table_shape_clear(struct table_shape *t)
{
    for (size_t i = 0; i < t->count; i++)
        free(t->columns[i].name);
    for (size_t i = 0; i < t->head_count; i++)
        row_clear(&t->heads[i]);
    for (size_t i = 0; i < t->line_count; i++)
        free(t->lines[i].text);
    free(t->columns);
    free(t->shifts);
    free(t->heads);
    free(t->lines);
    free(t->title);
    *t = (struct table_shape){0};
}
