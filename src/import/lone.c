#include "import/lone.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"
#include "import/fields.h"
#include "import/lines.h"
#include "import/sheet.h"
#include "import/source.h"
#include "import/words.h"
#include "text/clean.h"
#include "text/numbering.h"

#define PROGRESS_ROWS 1024
#define GAPS_MAX      10000 /* more are no gaps but another way to number */

/* One row, cut: the cells borrow the line, or `cleaned` where they had to be
 * cleaned. */
struct row {
    struct write_cell *cells;
    size_t count, cap;
    struct str cleaned;
};

static void row_clear(struct row *r)
{
    free(r->cells);
    str_clear(&r->cleaned);
    *r = (struct row){0};
}

static void cut(struct row *r, const char *text, size_t len)
{
    const char *end = text + len;

    r->count = 0;
    for (;;) {
        const char *tab = memchr(text, '\t', (size_t)(end - text));
        const char *stop = tab ? tab : end;

        r->cells = mem_grow(r->cells, r->count, &r->cap, sizeof(*r->cells));
        r->cells[r->count++] = (struct write_cell){text, (size_t)(stop - text)};
        if (!tab)
            return;
        text = tab + 1;
    }
}

/* Cells are cleaned together: the text may move while it grows. */
static void clean_cells(struct row *r)
{
    const char *text;

    str_clear(&r->cleaned);
    for (size_t i = 0; i < r->count; i++) {
        size_t before = r->cleaned.len;

        clean_append(&r->cleaned, r->cells[i].text, r->cells[i].len,
                     CLEAN_EXPORT);
        r->cells[i].len = r->cleaned.len - before;
    }
    text = str_text(&r->cleaned);
    for (size_t i = 0; i < r->count; i++) {
        r->cells[i].text = text;
        text += r->cells[i].len;
    }
}

static bool cut_clean(struct row *r, const struct lines *l, const char *text,
                      size_t len, struct err *e)
{
    bool clean = true;

    cut(r, text, len);
    for (size_t i = 0; i < r->count; i++) {
        const struct write_cell *c = &r->cells[i];

        if (c->len > LONE_CELL_MAX)
            return err_set(e, ERR_LIMIT,
                           _("%s:%zu: cell %zu has %zu bytes, more than %u"),
                           l->path, l->number, i + 1, c->len, LONE_CELL_MAX);
        clean = clean && clean_is_clean(c->text, c->len, CLEAN_EXPORT);
    }
    if (!clean)
        clean_cells(r);
    return true;
}

/* The next row of `columns` cells; r->count is 0 after the last. Empty lines
 * are passed over at the end of the file alone. */
static bool next_row(struct lines *l, struct row *r, size_t columns,
                     struct err *e)
{
    const char *text;
    size_t len, empty = 0;

    r->count = 0;
    do {
        if (!lines_next(l, &text, &len, e))
            return false;
        if (text && len == 0 && !empty)
            empty = l->number;
    } while (text && len == 0);
    if (!text)
        return true;
    if (empty)
        return err_set(e, ERR_DATA, _("%s:%zu: is an empty line; remove it"),
                       l->path, empty);
    if (!cut_clean(r, l, text, len, e))
        return false;
    if (columns && r->count != columns)
        return err_set(e, ERR_DATA,
                       _("%s:%zu: the row has %zu cells, the headings %zu; "
                         "remove or add a TAB"),
                       l->path, l->number, r->count, columns);
    return true;
}

static bool take_headings(struct lone *l, const struct row *r, struct err *e)
{
    l->headings = xcalloc(r->count, sizeof(*l->headings));
    l->guesses = xcalloc(r->count, sizeof(*l->guesses));
    for (size_t i = 0; i < r->count; i++) {
        char *heading = words_trimmed(r->cells[i].text, r->cells[i].len);

        l->headings[l->column_count] = heading;
        if (!sheet_check_heading(source_basename(l->path), 1,
                                 (const char *const *)l->headings, i, heading,
                                 e)) {
            free(heading);
            return false;
        }
        l->column_count++;
    }
    return true;
}

/* What the first reading keeps of the column of numbers. */
struct numbers {
    int column; /* 序号, or -1: not there, or of no use */
    int64_t previous;
};

static void look_at_number(struct lone *l, struct numbers *n,
                           const struct row *r)
{
    const struct write_cell *c;
    int64_t number;

    if (n->column < 0)
        return;
    c = &r->cells[n->column];
    if (!column_kind_integer(c->text, c->len, &number) ||
        number <= n->previous || l->gaps.count >= GAPS_MAX) {
        n->column = -1;
        l->gaps.count = 0;
        return;
    }
    if (number > n->previous + 1)
        draft_add_gap(&l->gaps, (size_t)l->rows, n->previous + 1, number - 1);
    n->previous = number;
}

static void look_at_row(struct lone *l, const struct row *r)
{
    for (size_t i = 0; i < l->column_count; i++)
        column_guess_add(&l->guesses[i], r->cells[i].text, r->cells[i].len);
}

static bool check_rows(struct lone *l, struct lines *lines, struct row *r,
                       struct lone_watch *watch, struct err *e)
{
    struct numbers n = {.column = -1};

    for (size_t i = 0; i < l->column_count && n.column < 0; i++) {
        if (numbering_of(l->headings[i]) == NUMBERING_COUNTS)
            n.column = (int)i;
    }
    for (;;) {
        if (!next_row(lines, r, l->column_count, e))
            return false;
        if (r->count == 0)
            return true;
        look_at_row(l, r);
        look_at_number(l, &n, r);
        l->rows++;
        if (l->rows % PROGRESS_ROWS == 0 &&
            !watch->went_on(watch, l->path, false, l->rows, e))
            return false;
    }
}

bool lone_check(struct lone *l, const char *path, struct lone_watch *watch,
                struct err *e)
{
    struct lines lines;
    struct row r = {0};
    bool ok;

    l->path = path;
    ok = lines_open(&lines, path, e) && next_row(&lines, &r, 0, e);
    if (ok && r.count == 0)
        ok = err_set(e, ERR_DATA, _("%s: is empty"), path);
    ok = ok && take_headings(l, &r, e) && check_rows(l, &lines, &r, watch, e);
    if (ok && l->rows == 0)
        ok = err_set(e, ERR_DATA, _("%s:%zu: no rows stand under the headings"),
                     path, lines.number);
    if (ok) {
        l->size = lines.size;
        lines_digest(&lines, l->digest);
    }
    lines_close(&lines);
    row_clear(&r);
    if (!ok)
        lone_clear(l);
    return ok;
}

void lone_clear(struct lone *l)
{
    for (size_t i = 0; i < l->column_count; i++)
        free(l->headings[i]);
    free(l->headings);
    free(l->guesses);
    free(l->gaps.items);
    *l = (struct lone){0};
}

static bool begin_list(const struct lone *l, struct edition_writer *w,
                       int64_t annex, const char *title, struct err *e)
{
    const struct write_annex a = {.id = annex,
                                  .seq = annex,
                                  .title = title,
                                  .kind = "list",
                                  .held = true,
                                  .has_table = true,
                                  .stated_total = -1,
                                  .block_seq = -1};
    struct write_field *fields = xcalloc(l->column_count, sizeof(*fields));
    bool ok;

    for (size_t i = 0; i < l->column_count; i++)
        fields[i] = (struct write_field){
            l->headings[i], column_guess_kind(&l->guesses[i]), "source"};
    ok = edition_writer_annex(w, &a, e) &&
         edition_writer_list(w, annex, fields, l->column_count, e) &&
         edition_writer_scan(w, annex, e);
    free(fields);
    return ok;
}

static bool write_rows(const struct lone *l, struct edition_writer *w,
                       struct lines *lines, struct row *r,
                       struct lone_watch *watch, struct err *e)
{
    for (int64_t row = 1; row <= l->rows; row++) {
        if (!next_row(lines, r, l->column_count, e))
            return false;
        if (r->count == 0)
            return err_set(e, ERR_IO, _("%s: changed while it was read"),
                           l->path);
        if (!edition_writer_row(w, r->cells, e))
            return false;
        if (row % PROGRESS_ROWS == 0 &&
            !watch->went_on(watch, l->path, true, row, e))
            return false;
    }
    return true;
}

/* Nothing else than what the first reading checked may have been written. */
static bool same_bytes(const struct lone *l, struct lines *lines, struct err *e)
{
    const char *text;
    size_t len;
    char digest[DIGEST_LEN + 1];

    do {
        if (!lines_next(lines, &text, &len, e))
            return false;
    } while (text);
    lines_digest(lines, digest);
    return strcmp(digest, l->digest) == 0 ||
           err_set(e, ERR_IO, _("%s: changed while it was read"), l->path);
}

bool lone_write(const struct lone *l, struct edition_writer *w, int64_t annex,
                const char *title, struct lone_watch *watch, struct err *e)
{
    struct lines lines;
    struct row r = {0};
    bool ok = lines_open(&lines, l->path, e) && next_row(&lines, &r, 0, e) &&
              begin_list(l, w, annex, title, e) &&
              write_rows(l, w, &lines, &r, watch, e) &&
              edition_writer_scan_end(w, e) && same_bytes(l, &lines, e);

    for (size_t i = 0; ok && i < l->gaps.count; i++) {
        const struct draft_gap *g = &l->gaps.items[i];

        ok = edition_writer_gap(w, annex, (int64_t)g->after_row, g->first,
                                g->last, e);
    }
    lines_close(&lines);
    row_clear(&r);
    return ok;
}
