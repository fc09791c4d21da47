#include "import/table_read.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "import/words.h"

#define GROUP_CHARS     40 /* a longer text names no group */
#define LABEL_BYTES     24 /* before a colon */
#define CONTINUED_BYTES 24 /* behind a title that is said again */

static bool is_own(const struct rows_cell *c)
{
    return c->cover == ROWS_OWN && c->len > 0;
}

/* To the first row of the table. */
static bool go_to_start(struct table_read *r, struct err *e)
{
    r->has_row = false;
    r->depth = 0;
    r->after_group = r->after_note = false;
    return rows_rewind(r->rows, e);
}

bool table_read_begin(struct table_read *r, struct table_shape *t,
                      struct rows *rows, struct err *e)
{
    *r = (struct table_read){.table = t, .rows = rows};
    r->last_half = t->by_rows ? 0 : t->shift_count - 1;
    return go_to_start(r, e);
}

void table_read_end(struct table_read *r)
{
    row_clear(&r->row);
    str_clear(&r->line);
    free(r->cells);
    for (int i = 0; i < TABLE_LEVELS; i++)
        str_clear(&r->groups[i].name);
    *r = (struct table_read){0};
}

/* What of the row lies in the half that is read. */
struct half {
    size_t own, filled; /* cells with text of their own; with text */
    size_t first;       /* the first of its own, as a column of the table */
    size_t from, to;    /* columns of the source */
};

static void take_cells(struct table_read *r, struct half *h)
{
    const struct table_shape *t = r->table;
    size_t shift = t->shifts[r->half];

    if (t->count > r->cap) {
        r->cells = xreallocarray(r->cells, t->count, sizeof(*r->cells));
        r->cap = t->count;
    }
    *h = (struct half){.first = SIZE_MAX};
    for (size_t i = 0; i < t->count; i++) {
        size_t at = t->columns[i].at + shift;
        const struct rows_cell *c =
            at < r->row.count ? &r->row.cells[at] : NULL;

        if (!c || c->len == 0) {
            r->cells[i] = (struct words_text){"", 0};
            continue;
        }
        r->cells[i] = (struct words_text){c->text, c->len};
        h->filled++;
        if (c->cover == ROWS_OWN && h->own++ == 0)
            h->first = i;
    }
}

size_t table_read_extra(const struct table_read *r)
{
    const struct table_shape *t = r->table;

    for (size_t i = 0; i < r->row.count; i++) {
        bool known = !is_own(&r->row.cells[i]);

        for (size_t h = 0; h < t->shift_count && !known; h++) {
            for (size_t c = 0; c < t->count && !known; c++)
                known = t->columns[c].at + t->shifts[h] == i;
        }
        if (!known)
            return i;
    }
    return SIZE_MAX;
}

/* The same, quickly where the row has none: `mapped` cells of its own are in
 * columns. */
static size_t find_extra(const struct table_read *r, size_t mapped)
{
    size_t own = 0;

    for (size_t i = 0; i < r->row.count; i++)
        own += is_own(&r->row.cells[i]);
    return own <= mapped ? SIZE_MAX : table_read_extra(r);
}

static bool same_cell(const struct rows_cell *a, const struct row *head,
                      size_t at)
{
    return at < head->count && head->cells[at].len == a->len &&
           memcmp(head->cells[at].text, a->text, a->len) == 0;
}

/* The headings once more, on the next page. */
static bool says_headings(const struct table_read *r)
{
    const struct table_shape *t = r->table;

    for (size_t h = 0; h < t->head_count; h++) {
        size_t own = 0, same = 0;

        for (size_t i = 0; i < r->row.count; i++) {
            const struct rows_cell *c = &r->row.cells[i];

            if (!is_own(c))
                continue;
            own++;
            same += same_cell(c, &t->heads[h], i);
        }
        if (own >= 1 && same == own && (own >= 2 || t->count == 1 || h > 0))
            return true;
    }
    return false;
}

static bool says_line_above(const struct table_read *r, const char *s,
                            size_t len)
{
    const struct table_shape *t = r->table;

    /* The title may be followed by （续） on the next page. */
    if (t->title && len >= strlen(t->title) &&
        len <= strlen(t->title) + CONTINUED_BYTES &&
        memcmp(t->title, s, strlen(t->title)) == 0)
        return true;
    for (size_t i = 0; i < t->line_count; i++) {
        const struct table_line *l = &t->lines[i];

        if (!l->is_below && strlen(l->text) == len &&
            memcmp(l->text, s, len) == 0)
            return true;
    }
    return false;
}

/* A total stands in one of the first two cells that are filled. */
static bool is_total(const struct table_read *r, const struct half *h)
{
    int seen = 0;

    for (size_t i = h->first; i < r->table->count && seen < 2; i++) {
        const struct words_text *c = &r->cells[i];

        if (!c->len)
            continue;
        if (table_words_total(c->text, c->len))
            return true;
        seen++;
    }
    return false;
}

/* What tells the level of a group: its heading mark, or whether it is a
 * place. */
static int sign_of(const char *s, size_t len)
{
    int mark = table_words_mark(s, len);

    if (mark)
        return mark;
    return table_words_region(s, len) ? 11 : 10;
}

static void open_group(struct table_read *r, struct words_text name,
                       int64_t stated)
{
    int sign = sign_of(name.text, name.len), level = r->depth;
    struct table_group *g;

    for (int i = 0; i < r->depth; i++) {
        if (r->groups[i].sign == sign) {
            level = i;
            break;
        }
    }
    /* One of another kind lies inside the last only where it follows it at
     * once, or by its mark. */
    if (level == r->depth && r->depth > 0 && !r->after_group && sign != 2)
        level = r->depth - 1;
    if (level == TABLE_LEVELS)
        level--;
    g = &r->groups[level];
    str_truncate(&g->name, 0);
    str_append(&g->name, name.text, name.len);
    g->stated = stated;
    g->rows = 0;
    g->number = r->row.number;
    g->sign = sign;
    r->depth = level + 1;
    r->after_group = true;
}

/* Whether a row of one cell names a group. */
static bool is_group(const struct table_read *r, const struct half *h,
                     const struct rows_cell *c, int64_t stated)
{
    const struct table_shape *t = r->table;

    if (stated >= 0)
        return true;
    if (table_words_sentence(c->text, c->len))
        return false;
    if (c->col_span > 1 && (size_t)c->col_span * 3 >= t->count * 2)
        return true;
    if (t->count < 2 || h->first != 0)
        return false;
    if (table_words_mark(c->text, c->len))
        return true;
    return t->is_numbered && !table_words_numbering(c->text, c->len) &&
           !table_words_numeric(c->text, c->len) && c->len / 3 <= GROUP_CHARS;
}

/* All that the row says, as one line. */
static enum table_event take_line(struct table_read *r, bool total)
{
    str_truncate(&r->line, 0);
    for (size_t i = 0; i < r->row.count; i++) {
        const struct rows_cell *c = &r->row.cells[i];

        if (!is_own(c))
            continue;
        if (r->line.len)
            str_add(&r->line, "  ");
        for (size_t b = 0; b < c->len; b++)
            str_addc(&r->line, c->text[b] == '\n' ? ' ' : c->text[b]);
    }
    r->text = (struct words_text){str_text(&r->line), r->line.len};
    r->is_total = total;
    r->after_note = !total;
    return TABLE_LINE;
}

/* "2. ..." under a note that began with "1. ...". */
static bool goes_on_with_note(const struct table_read *r, const char *s,
                              size_t len)
{
    size_t n = 0;

    if (!r->after_note)
        return false;
    while (n < len && s[n] >= '0' && s[n] <= '9')
        n++;
    return table_words_sentence(s, len) || (n > 0 && n < len);
}

/* "主管领导：某某" in a row of its own. */
static bool is_remark(const struct table_read *r, const struct rows_cell *c)
{
    const char *colon = memmem(c->text, c->len, "：", strlen("："));
    size_t before = colon ? (size_t)(colon - c->text) : 0;

    return r->table->count >= 3 && before > 0 && before <= LABEL_BYTES &&
           before + strlen("：") < c->len;
}

/* One cell in all of the row. */
static enum table_event take_single(struct table_read *r, const struct half *h)
{
    size_t at = r->table->columns[h->first].at + r->table->shifts[r->half];
    const struct rows_cell *c = &r->row.cells[at];
    int64_t stated;

    r->text = (struct words_text){c->text, c->len};
    if (says_line_above(r, c->text, c->len) || says_headings(r))
        return TABLE_AGAIN;
    if (table_words_total(c->text, c->len))
        return take_line(r, true);
    if (table_words_note(c->text, c->len) || is_remark(r, c) ||
        (table_words_label(c->text, c->len) &&
         !table_words_date(c->text, c->len)) ||
        goes_on_with_note(r, c->text, c->len))
        return take_line(r, false);
    r->text = table_words_group(c->text, c->len, &stated);
    if (is_group(r, h, c, stated)) {
        open_group(r, r->text, stated);
        return TABLE_GROUP;
    }
    r->text = (struct words_text){c->text, c->len};
    if (r->table->count > 1 && table_words_sentence(c->text, c->len))
        return take_line(r, false);
    return TABLE_RECORD;
}

/* Several cells, all of them labels or notes: who filled in the table. */
static bool is_signature(const struct table_read *r)
{
    for (size_t i = 0; i < r->row.count; i++) {
        const struct rows_cell *c = &r->row.cells[i];

        if (is_own(c) && !table_words_note(c->text, c->len) &&
            !table_words_label(c->text, c->len))
            return false;
    }
    return true;
}

static enum table_event take_several(struct table_read *r, const struct half *h)
{
    const struct words_text *first = &r->cells[h->first];

    r->text = *first;
    if (r->half == 0 && says_headings(r))
        return TABLE_AGAIN;
    if (is_total(r, h))
        return take_line(r, true);
    if (*first->text >= '0' && *first->text <= '9')
        return TABLE_RECORD;
    if (table_words_note(first->text, first->len) && h->first == 0 &&
        is_signature(r))
        return take_line(r, false);
    if (r->half == 0 && !r->table->headings_told &&
        table_shape_is_heading(&r->row))
        return TABLE_OTHER;
    return TABLE_RECORD;
}

/* What the row is; false: nothing stands in it. */
static bool take_row(struct table_read *r, enum table_event *event)
{
    struct half h;

    take_cells(r, &h);
    r->extra = r->half == 0 ? find_extra(r, h.own) : SIZE_MAX;
    if (h.own == 0) {
        if (r->extra == SIZE_MAX || r->table->shift_count > 1)
            return false;
        /* A text beside the table: a note or a total, else a record. */
        r->text = (struct words_text){r->row.cells[r->extra].text,
                                      r->row.cells[r->extra].len};
        if (table_words_label(r->text.text, r->text.len) ||
            table_words_note(r->text.text, r->text.len)) {
            *event = take_line(r, false);
            return true;
        }
        *event = TABLE_RECORD;
        return true;
    }
    if (h.filled == 1 && r->extra == SIZE_MAX)
        *event = take_single(r, &h);
    else
        *event = take_several(r, &h);
    return true;
}

static void note_record(struct table_read *r)
{
    for (int i = 0; i < r->depth; i++)
        r->groups[i].rows++;
    r->after_group = r->after_note = false;
    r->outside = 0;
}

/* The next row of the table, or the same one's next half. `*end` after the
 * last. */
static bool next_row(struct table_read *r, bool *end, struct err *e)
{
    struct table_shape *t = r->table;

    *end = false;
    if (t->by_rows && r->has_row && r->half + 1 < t->shift_count) {
        r->half++;
        return true;
    }
    if (t->by_rows)
        r->half = 0;
    do {
        if (!rows_next(r->rows, &r->row, end, e))
            return false;
        if ((*end || r->row.number >= t->end) && r->half < r->last_half) {
            r->half++;
            if (!go_to_start(r, e))
                return false;
            r->row.number = 0;
            *end = false;
            continue;
        }
    } while (!*end && r->row.number < t->first);
    *end = *end || r->row.number >= t->end;
    r->has_row = !*end;
    return true;
}

bool table_read_next(struct table_read *r, enum table_event *event,
                     struct err *e)
{
    bool end;

    for (;;) {
        if (!next_row(r, &end, e))
            return false;
        r->number = r->row.number;
        if (end) {
            *event = TABLE_END;
            return true;
        }
        if (take_row(r, event))
            break;
    }
    if (*event == TABLE_RECORD)
        note_record(r);
    else if (!r->outside && (*event == TABLE_GROUP || *event == TABLE_AGAIN))
        r->outside = r->number;
    else if (*event == TABLE_LINE)
        r->outside = 0;
    return true;
}
