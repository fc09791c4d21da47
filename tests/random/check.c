#include "tests/random/check.h"

#include <stdlib.h>
#include <string.h>

#include "tests/random/shown.h"
#include "text/utf8.h"
#include "ui/frame.h"

#define ROWS_LOOKED_AT 300

/* ---- the picture ---- */

static bool is_harmless(uint32_t cp)
{
    enum width_kind kind = width_kind(cp);

    return kind == WIDTH_NARROW || kind == WIDTH_WIDE ||
           kind == WIDTH_AMBIGUOUS;
}

static bool wrong_cell(struct str *why, int row, int column, const char *what)
{
    str_addf(why, "row %d, column %d: %s", row, column, what);
    return false;
}

static bool check_row(const struct canvas *c, int row, struct str *why)
{
    bool is_second = false;

    for (int column = 0; column < c->columns; column++) {
        const struct cell *cell = canvas_cell(c, row, column);

        if ((cell->columns == 0) != is_second)
            return wrong_cell(why, row, column, "half a character");
        if (cell->style >= STYLE_COUNT)
            return wrong_cell(why, row, column, "no such style");
        if (!is_second && !is_harmless(cell->base))
            return wrong_cell(why, row, column, "it acts on the terminal");
        for (size_t i = 0; i < CELL_MARKS && cell->marks[i]; i++) {
            if (width_kind(cell->marks[i]) != WIDTH_ZERO)
                return wrong_cell(why, row, column, "no mark");
        }
        is_second = cell->columns == 2;
    }
    if (is_second)
        return wrong_cell(why, row, c->columns - 1, "cut at the edge");
    return true;
}

bool check_picture(const struct canvas *c, int row, int column, struct str *why)
{
    int bottom = c->rows - 1;

    for (int i = 0; i < c->rows; i++) {
        if (!check_row(c, i, why))
            return false;
    }
    for (int i = canvas_bottom_limit(c); i < c->columns; i++) {
        if (canvas_cell(c, bottom, i)->base != ' ')
            return wrong_cell(why, bottom, i, "not free");
    }
    if (row < -1 || row >= c->rows || (row >= 0 && column < 0) ||
        column >= c->columns)
        return wrong_cell(why, row, column, "the cursor is off the screen");
    return true;
}

/* ---- counts ---- */

struct count {
    int64_t at; /* of the match that the reader is on; 0: on none */
    int64_t total;
    bool is_final;
};

/* A number with commas; false: there is none. */
static bool take_number(const char **s, int64_t *n)
{
    const char *from = *s;

    for (*n = 0; (**s >= '0' && **s <= '9') || **s == ','; (*s)++) {
        if (**s != ',')
            *n = *n * 10 + (**s - '0');
    }
    return *s > from;
}

/* "17", "3/17", "3/17+"; false: it is something else. */
static bool count_parse(const char *note, struct count *c)
{
    *c = (struct count){.is_final = true};
    if (!take_number(&note, &c->total))
        return false;
    if (*note == '/') {
        note++;
        c->at = c->total;
        if (!take_number(&note, &c->total))
            return false;
    }
    if (*note == '+') {
        note++;
        c->is_final = false;
    }
    return *note == '\0';
}

static bool wrong_count(struct str *why, const char *what, const char *words,
                        int64_t shown, int64_t true_one)
{
    str_addf(why, "%s of \"%s\": %lld is shown, %lld is true", what, words,
             (long long)shown, (long long)true_one);
    return false;
}

/* Which match the row of the cursor is, in the order that is shown. */
static int64_t rank_of(const struct app *app, const struct shown *s,
                       const struct truth_rows *found,
                       const struct truth_rows *filter)
{
    int64_t n = 0, row;

    if (!truth_has(found, s->row))
        return 0;
    if (!s->is_sorted)
        return truth_count(found, filter, s->row);
    for (int64_t i = 0; (row = shown_row(app, i)) > 0; i++) {
        n += truth_has(found, row);
        if (row == s->row)
            break;
    }
    return n;
}

static bool check_found(const struct app *app, struct truth *t,
                        const struct shown *s, const struct truth_rows *filter,
                        const struct count *c, struct str *why)
{
    struct truth_rows found = truth_search(t, s->annex, s->words);
    int64_t total, at;

    if (!found.is_known)
        return true;
    total = truth_count(&found, filter, found.rows);
    if (c->is_final && c->total != total)
        return wrong_count(why, "count", s->words, c->total, total);
    if (!c->is_final && c->total > total)
        return wrong_count(why, "running count", s->words, c->total, total);
    if (!c->is_final || !c->at)
        return true;
    at = rank_of(app, s, &found, filter);
    return c->at == at || wrong_count(why, "place", s->words, c->at, at);
}

static bool check_found_in_notice(struct truth *t, const struct shown *s,
                                  const struct count *c, struct str *why)
{
    int64_t total = truth_in_notice(t, s->notice, s->words);

    if (total < 0 || (c->is_final ? c->total == total : c->total <= total))
        return true;
    return wrong_count(why, "count in the notice", s->words, c->total, total);
}

/* Only what passes is shown, and all of it. */
static bool check_filter(const struct app *app, const struct shown *s,
                         const struct truth_rows *filter, struct str *why)
{
    int64_t step = s->rows / ROWS_LOOKED_AT + 1, total;

    for (int64_t i = 0; i < s->rows; i += step) {
        int64_t row = shown_row(app, i);

        if (row < 1 || row > filter->rows || !truth_has(filter, row)) {
            str_addf(why, "row %lld is shown by the filter \"%s\"",
                     (long long)row, s->label);
            return false;
        }
    }
    if (s->is_busy)
        return true;
    total = truth_count(filter, filter, filter->rows);
    return s->rows == total ||
           wrong_count(why, "filter", s->label, s->rows, total);
}

static bool check_values(struct truth *t, const struct shown *s,
                         const struct truth_rows *filter, struct str *why)
{
    const size_t looked_at[] = {0, s->n_values / 2, s->n_values - 1};

    for (size_t i = 0; s->n_values && i < 3; i++) {
        const struct list_frequency *f = &s->values[looked_at[i]];
        int64_t n = truth_value(t, s->annex, s->column, f->text, filter);

        if (n != f->count)
            return wrong_count(why, "frequency", f->text, f->count, n);
    }
    return true;
}

bool check_counts(struct app *app, struct truth *t, struct str *why)
{
    struct shown s = shown_by(app);
    struct truth_rows filter;
    struct count c = {0};
    bool is_counted = s.words && count_parse(s.note, &c);

    if (is_counted && s.in_notice && s.notice >= 0 &&
        !check_found_in_notice(t, &s, &c, why))
        return false;
    if (s.annex < 0)
        return true;
    filter = truth_filter(t, s.annex, s.is_filtered ? s.label : "");
    if (!filter.is_known)
        return true;
    return check_filter(app, &s, &filter, why) &&
           (!s.values || check_values(t, &s, &filter, why)) &&
           (!is_counted || s.in_notice ||
            check_found(app, t, &s, &filter, &c, why));
}

/* ---- light ---- */

static bool is_han(const char *words)
{
    size_t len = strlen(words);
    uint32_t cp;

    for (size_t i = 0; i < len;) {
        i += utf8_decode(words + i, len - i, &cp);
        if (cp < 0x4E00 || cp > 0x9FFF)
            return false;
    }
    return len > 0;
}

/* What `words` has at column `from` of a row: the column behind, 0: it does
 * not stand there. */
static int standing(const struct canvas *c, int row, int from, int limit,
                    const char *words)
{
    size_t len = strlen(words);
    uint32_t cp;

    for (size_t i = 0; i < len; from += 2) {
        i += utf8_decode(words + i, len - i, &cp);
        if (from >= limit || canvas_cell(c, row, from)->base != cp)
            return 0;
    }
    return from;
}

static bool is_lit(const struct cell *cell)
{
    return cell->style == STYLE_MATCH || cell->style == STYLE_MATCH_CURRENT;
}

/* Words of the program's own, between the data. */
static bool is_data(const struct cell *cell)
{
    return cell->style != STYLE_HINT && cell->style != STYLE_COLUMN &&
           cell->style != STYLE_COLUMN_ACTIVE;
}

static bool check_lit_rows(const struct canvas *c, struct rect area,
                           const char *words, struct str *why)
{
    int limit = area.column + area.columns;

    for (int row = area.row; row < area.row + area.rows; row++) {
        for (int column = area.column; column < limit; column++) {
            int end = standing(c, row, column, limit, words);

            for (int i = column; i < end; i++) {
                if (is_data(canvas_cell(c, row, i)) &&
                    !is_lit(canvas_cell(c, row, i)))
                    return wrong_cell(why, row, i, "found, but dark");
            }
        }
    }
    return true;
}

bool check_light(struct app *app, const struct canvas *c, struct str *why)
{
    struct shown s = shown_by(app);
    enum frame_pane pane = s.in_notice ? FRAME_NOTICE : FRAME_LIST;
    struct rect area = frame_rect(&app->view.frame, pane);
    int head = s.in_notice ? 1 : 2;
    struct count n;

    if (s.has_overlay || app->prompting != APP_PROMPT_NONE || !s.words ||
        !is_han(s.words) || !count_parse(s.note, &n) || area.rows <= head)
        return true;
    area.row += head;
    area.rows -= head;
    /* A message may take lines of the panes. */
    if (app->message.text.len > 0 && area.row + area.rows > c->rows / 2)
        area.rows = c->rows / 2 - area.row;
    return check_lit_rows(c, area, s.words, why);
}
