#include "model/list.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "model/list_parts.h"
#include "text/numbering.h"

enum {
    READ_MS = 1000,
    GAPS_MAX = 1000 * 1000,
    LINES_MAX = 1000,
    GUESS_ROWS = 100,
    MENTIONS_MAX = 1000,
};

/* Beyond this a set of rows would take too much memory. */
#define ROWS_MAX (INT64_C(400) * 1000 * 1000)

/* ---- columns ---- */

static int find_place(const struct table *t, const char *name)
{
    for (size_t i = 0; i < t->n_columns; i++)
        if (strcmp(t->columns[i].name, name) == 0)
            return (int)i;
    return -1;
}

static bool has_place(const struct list *l, size_t place)
{
    for (size_t i = 0; i < l->n_columns; i++)
        if (l->places[i] == place)
            return true;
    return false;
}

static void add_column(struct list *l, size_t place, enum column_kind kind,
                       char *derived)
{
    l->places[l->n_columns] = place;
    l->columns[l->n_columns++] = (struct list_column){
        .name = xstrdup(l->table.columns[place].name),
        .kind = kind,
        .derived = derived,
    };
}

/* What the field table says of a column that is there, and once only. */
static bool take_field(struct list *l, sqlite3_stmt *st, struct err *e)
{
    char *name = db_text(st, 0);
    char *kind = db_text(st, 1);
    char *origin = db_text(st, 2);
    int place = find_place(&l->table, name);
    bool ok = place >= 0 && !has_place(l, (size_t)place);

    if (ok && strcmp(origin, "source") == 0) {
        free(origin);
        origin = NULL;
    }
    if (ok) {
        add_column(l, (size_t)place, column_kind_from_name(kind), origin);
    } else {
        err_set(e, ERR_DATA,
                _("%s: table %s has no column %s; get the file again"),
                l->ed->db->file.path, l->table.name, name);
        free(origin);
    }
    free(name);
    free(kind);
    return ok;
}

static bool load_fields(struct list *l, struct err *e)
{
    sqlite3_stmt *st = db_prepare(l->ed->db,
                                  "SELECT column_name, kind, origin FROM field"
                                  " WHERE annex_id = ?1 ORDER BY seq",
                                  e);
    bool ok = true;
    int rc = SQLITE_DONE;

    if (!st)
        return false;
    sqlite3_bind_int64(st, 1, l->ed->annexes[l->annex].id);
    while (ok && (rc = db_step(l->ed->db, st, e)) == SQLITE_ROW)
        ok = take_field(l, st, e);
    sqlite3_finalize(st);
    return ok && rc == SQLITE_DONE;
}

/* The column of the source's own numbers, or -1. */
static int find_number_column(const struct list *l)
{
    enum numbering best = NUMBERING_NONE;
    int found = -1;

    for (size_t i = 0; i < l->n_columns; i++) {
        enum numbering kind = numbering_of(l->columns[i].name);

        if (l->columns[i].derived || kind <= best)
            continue;
        best = kind;
        found = (int)i;
    }
    return found;
}

static bool load_columns(struct list *l, struct err *e)
{
    l->columns = xcalloc(l->table.n_columns, sizeof(*l->columns));
    l->places = xcalloc(l->table.n_columns, sizeof(*l->places));
    if (!l->ed->db->is_foreign && !load_fields(l, e))
        return false;
    for (size_t i = 0; i < l->table.n_columns; i++)
        if (!has_place(l, i))
            add_column(l, i, l->table.columns[i].kind, NULL);
    l->number_column = find_number_column(l);
    return true;
}

/* Where nobody says what the columns are, their first cells do. A view is not
 * run for that. */
static bool guess_kinds(struct list *l, struct err *e)
{
    struct column_guess *guesses;
    enum table_next next;

    if (l->table.is_view ||
        (!l->ed->db->is_foreign && db_version(l->ed->db) >= 2))
        return true;
    if (!table_seek(&l->table, 1, GUESS_ROWS, e))
        return false;
    guesses = xcalloc(l->n_columns, sizeof(*guesses));
    while ((next = table_next(&l->table, e)) == TABLE_ROW)
        for (size_t i = 0; i < l->n_columns; i++) {
            struct db_cell c = list_cell(l, i);

            if (c.kind == VALUE_TEXT)
                column_guess_add(&guesses[i], c.text, c.len);
        }
    table_stop(&l->table);
    for (size_t i = 0; i < l->n_columns; i++)
        if (l->columns[i].kind == COLUMN_TEXT)
            l->columns[i].kind = column_guess_kind(&guesses[i]);
    free(guesses);
    return next == TABLE_END;
}

/* ---- gaps ---- */

static bool take_gap(struct list *l, sqlite3_stmt *st, struct err *e)
{
    struct list_gap gap = {
        .after_row = sqlite3_column_int64(st, 0),
        .first = sqlite3_column_int64(st, 1),
        .last = sqlite3_column_int64(st, 2),
    };

    if (gap.after_row < 0 || gap.after_row > l->table.rows || gap.first < 0 ||
        gap.first > gap.last || gap.last == INT64_MAX)
        return err_set(e, ERR_DATA,
                       _("%s: a gap of table %s makes no sense; "
                         "get the file again"),
                       l->ed->db->file.path, l->table.name);
    if (l->n_gaps >= GAPS_MAX)
        return err_set(e, ERR_LIMIT, _("%s: table %s has over %d gaps"),
                       l->ed->db->file.path, l->table.name, GAPS_MAX);
    l->gaps = mem_grow(l->gaps, l->n_gaps, &l->cap_gaps, sizeof(*l->gaps));
    l->gaps[l->n_gaps++] = gap;
    return true;
}

static bool load_gaps(struct list *l, struct err *e)
{
    sqlite3_stmt *st;
    bool ok = true;
    int rc = SQLITE_DONE;

    if (l->ed->db->is_foreign)
        return true;
    st = db_prepare(l->ed->db,
                    "SELECT after_row, first, last FROM gap"
                    " WHERE annex_id = ?1 ORDER BY after_row",
                    e);
    if (!st)
        return false;
    sqlite3_bind_int64(st, 1, l->ed->annexes[l->annex].id);
    while (ok && (rc = db_step(l->ed->db, st, e)) == SQLITE_ROW)
        ok = take_gap(l, st, e);
    sqlite3_finalize(st);
    return ok && rc == SQLITE_DONE;
}

size_t list_gap_count(const struct list *l)
{
    return l->n_gaps;
}

const struct list_gap *list_gap(const struct list *l, size_t index)
{
    return &l->gaps[index];
}

int64_t list_gap_size(const struct list_gap *gap)
{
    return gap->last - gap->first + 1;
}

int64_t list_not_held(const struct list *l)
{
    int64_t count = 0;

    for (size_t i = 0; i < l->n_gaps; i++)
        count += list_gap_size(&l->gaps[i]);
    return count;
}

const struct list_gap *list_gap_of(const struct list *l, int64_t number)
{
    for (size_t i = 0; i < l->n_gaps; i++)
        if (number >= l->gaps[i].first && number <= l->gaps[i].last)
            return &l->gaps[i];
    return NULL;
}

/* ---- lines around it ---- */

static bool take_line(struct list *l, sqlite3_stmt *st, enum line_place place,
                      struct err *e)
{
    struct list_lines *lines = &l->lines[place];

    if (lines->count >= LINES_MAX)
        return err_set(e, ERR_LIMIT,
                       _("%s: over %d lines stand around table %s"),
                       l->ed->db->file.path, LINES_MAX, l->table.name);
    lines->items = mem_grow(lines->items, lines->count, &lines->cap,
                            sizeof(*lines->items));
    lines->items[lines->count++] = db_text(st, 0);
    return true;
}

static bool load_lines(struct list *l, enum line_place place, struct err *e)
{
    sqlite3_stmt *st;
    bool ok = true;
    int rc = SQLITE_DONE;

    if (l->ed->db->is_foreign || db_version(l->ed->db) < 2)
        return true;
    st = db_prepare(l->ed->db,
                    "SELECT text FROM annex_line"
                    " WHERE annex_id = ?1 AND place = ?2 ORDER BY seq",
                    e);
    if (!st)
        return false;
    sqlite3_bind_int64(st, 1, l->ed->annexes[l->annex].id);
    sqlite3_bind_text(st, 2, line_place_name(place), -1, SQLITE_STATIC);
    while (ok && (rc = db_step(l->ed->db, st, e)) == SQLITE_ROW)
        ok = take_line(l, st, place, e);
    sqlite3_finalize(st);
    return ok && rc == SQLITE_DONE;
}

static void free_lines(struct list_lines *lines)
{
    for (size_t i = 0; i < lines->count; i++)
        free(lines->items[i]);
    free(lines->items);
}

size_t list_line_count(const struct list *l, enum line_place place)
{
    return l->lines[place].count;
}

const char *list_line(const struct list *l, enum line_place place, size_t index)
{
    return l->lines[place].items[index];
}

/* ---- opening ---- */

static bool check_annex(const struct edition *ed, const struct annex_info *a,
                        struct err *e)
{
    const char *path = ed->db->file.path;

    if (a->unreadable)
        return err_set(e, ERR_DATA, "%s: %s: %s", path, a->title,
                       a->unreadable);
    if (!annex_is_list(a) || (!ed->db->is_foreign && !*a->table_name))
        return err_set(e, ERR_DATA, _("%s: %s is not held here"), path,
                       a->title);
    return true;
}

static bool count_rows(struct list *l, struct err *e)
{
    if (!table_count(&l->table, -1, e))
        return false;
    if (l->table.rows > ROWS_MAX)
        return err_set(e, ERR_LIMIT, _("%s: table %s has over %lld rows"),
                       l->ed->db->file.path, l->table.name,
                       (long long)ROWS_MAX);
    return true;
}

int64_t list_count_rows(struct edition *ed, size_t annex, int milliseconds)
{
    struct annex_info *a = &ed->annexes[annex];
    struct table t = {0};

    if (a->rows >= 0 || !annex_is_list(a) || !*a->table_name)
        return a->rows;
    db_allow(ed->db, milliseconds);
    if (table_open(&t, ed->db, a->table_name, NULL) &&
        table_count(&t, milliseconds, NULL))
        a->rows = t.rows;
    table_clear(&t);
    return a->rows;
}

struct list *list_open(struct edition *ed, size_t annex, struct err *e)
{
    const struct annex_info *a = &ed->annexes[annex];
    struct list *l;

    if (!check_annex(ed, a, e))
        return NULL;
    l = xcalloc(1, sizeof(*l));
    l->owners = 1;
    l->ed = ed;
    l->annex = annex;
    l->rise.last = -1;
    db_allow(ed->db, READ_MS);
    if (!table_open(&l->table, ed->db, a->table_name, e) ||
        !load_columns(l, e) || !count_rows(l, e) || !guess_kinds(l, e) ||
        !load_gaps(l, e) || !load_lines(l, LINE_ABOVE, e) ||
        !load_lines(l, LINE_BELOW, e)) {
        list_close(l);
        return NULL;
    }
    return l;
}

struct list *list_share(struct list *l)
{
    if (l) {
        assert(l->owners > 0);
        l->owners++;
    }
    return l;
}

void list_close(struct list *l)
{
    if (!l)
        return;
    assert(l->owners > 0);
    if (--l->owners > 0)
        return;
    for (size_t i = 0; i < l->n_columns; i++) {
        free(l->columns[i].name);
        free(l->columns[i].derived);
    }
    free(l->columns);
    free(l->places);
    free(l->gaps);
    for (int place = 0; place < LINE_PLACE_COUNT; place++)
        free_lines(&l->lines[place]);
    list_window_clear(&l->window);
    scan_store_close(l->store);
    table_clear(&l->table);
    free(l);
}

struct edition *list_edition(const struct list *l)
{
    return l->ed;
}

size_t list_annex(const struct list *l)
{
    return l->annex;
}

size_t list_column_count(const struct list *l)
{
    return l->n_columns;
}

const struct list_column *list_column(const struct list *l, size_t column)
{
    return &l->columns[column];
}

int list_number_column(const struct list *l)
{
    return l->number_column;
}

int64_t list_row_count(struct list *l)
{
    return l->table.rows;
}

const struct record *list_row(struct list *l, int64_t row, struct err *e)
{
    if (row < 1 || row > l->table.rows) {
        err_set(e, ERR_DATA, _("%s: table %s has no row %lld"),
                l->ed->db->file.path, l->table.name, (long long)row);
        return NULL;
    }
    return list_window_row(l, row, e);
}

struct db_cell list_cell(struct list *l, size_t column)
{
    return table_cell(&l->table, l->places[column]);
}

struct scan_store *list_store(struct list *l)
{
    const struct annex_info *a = &l->ed->annexes[l->annex];

    if (!l->has_looked_for_store && !l->ed->db->is_foreign &&
        !l->ed->scan_is_bad) {
        db_allow(l->ed->db, READ_MS);
        l->store = scan_store_open(l->ed->db, a->id, l->table.rows);
    }
    l->has_looked_for_store = true;
    if (l->ed->scan_is_bad)
        list_drop_store(l);
    return l->store;
}

void list_drop_store(struct list *l)
{
    scan_store_close(l->store);
    l->store = NULL;
}

/* ---- mentions ---- */

size_t list_mentions(struct list *l, int64_t row, struct list_mention **out)
{
    struct edition *ed = l->ed;
    sqlite3_stmt *st = NULL;
    size_t n = 0, cap = 0;

    *out = NULL;
    db_allow(ed->db, READ_MS);
    if (!ed->db->is_foreign)
        st = db_prepare(ed->db,
                        "SELECT notice_id, block_seq FROM mention"
                        " WHERE annex_id = ?1 AND row = ?2"
                        " ORDER BY notice_id, block_seq",
                        NULL);
    if (!st)
        return 0;
    sqlite3_bind_int64(st, 1, ed->annexes[l->annex].id);
    sqlite3_bind_int64(st, 2, row);
    while (n < MENTIONS_MAX && db_step(ed->db, st, NULL) == SQLITE_ROW) {
        int notice = edition_find_notice(ed, sqlite3_column_int64(st, 0));

        if (notice < 0)
            continue;
        *out = mem_grow(*out, n, &cap, sizeof(**out));
        (*out)[n++] = (struct list_mention){
            .notice = notice,
            .block_seq = sqlite3_column_int64(st, 1),
        };
    }
    sqlite3_finalize(st);
    return n;
}
