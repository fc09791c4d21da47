#include "model/table.h"

#include <assert.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"

enum {
    STRIDE = 4096, /* positions between samples */
    COUNT_MS = 3000,
    VIEW_MS = 1000,
};

/* A statement made as printf() would; names in it come from t->rowid and
 * t->quoted. */
__attribute__((format(printf, 3, 4))) static sqlite3_stmt *
prepare(struct table *t, struct err *e, const char *fmt, ...)
{
    struct str sql = {0};
    sqlite3_stmt *st;
    va_list ap;

    va_start(ap, fmt);
    str_addvf(&sql, fmt, ap);
    va_end(ap);
    st = db_prepare(t->db, str_text(&sql), e);
    str_clear(&sql);
    return st;
}

/* What a cell shows that cannot be read: "(why)". The caller frees it. */
static char *described(const struct table *t, const struct err *reason)
{
    const char *const parts[] = {t->db->file.path, t->name};
    const char *msg = reason->msg;
    struct str out = {0};

    for (size_t i = 0; i < ARRAY_LEN(parts); i++) {
        size_t len = strlen(parts[i]);

        if (strncmp(msg, parts[i], len) == 0 &&
            strncmp(msg + len, ": ", 2) == 0)
            msg += len + 2;
    }
    str_addf(&out, "(%s)", msg);
    return str_take(&out);
}

/* ---- what it is ---- */

static bool look_up(struct table *t, struct err *e)
{
    sqlite3_stmt *st = db_prepare(
        t->db, "SELECT type, rootpage FROM sqlite_schema WHERE name = ?1", e);
    int rc;

    if (!st)
        return false;
    sqlite3_bind_text(st, 1, t->name, -1, SQLITE_STATIC);
    while ((rc = db_step(t->db, st, e)) == SQLITE_ROW) {
        const char *type = (const char *)sqlite3_column_text(st, 0);

        if (type && strcmp(type, "view") == 0)
            t->is_view = true;
    }
    sqlite3_finalize(st);
    return rc == SQLITE_DONE;
}

/* SQLite's own rule (datatype3, 3.1), but for NUMERIC by its name only. */
static enum column_kind kind_of_type(const char *declared)
{
    static const struct {
        const char *part;
        enum column_kind kind;
    } types[] = {
        {"%int%", COLUMN_DECIMAL},  {"%real%", COLUMN_DECIMAL},
        {"%floa%", COLUMN_DECIMAL}, {"%doub%", COLUMN_DECIMAL},
        {"%num%", COLUMN_DECIMAL},  {"%dec%", COLUMN_DECIMAL},
        {"%date%", COLUMN_DATE},
    };

    for (size_t i = 0; declared && i < ARRAY_LEN(types); i++)
        if (sqlite3_strlike(types[i].part, declared, 0) == 0)
            return types[i].kind;
    return COLUMN_TEXT;
}

static void add_column(struct table *t, const char *name, const char *type,
                       bool is_computed)
{
    t->columns[t->n_columns++] = (struct table_column){
        .name = xstrdup(name ? name : ""),
        .is_computed = is_computed,
        .kind = kind_of_type(type),
    };
}

static bool take_columns(struct table *t, struct err *e)
{
    sqlite3_stmt *st = prepare(t, e, "SELECT * FROM %s", t->quoted);
    int count;

    if (!st)
        return false;
    count = sqlite3_column_count(st);
    t->columns = xcalloc((size_t)count, sizeof(*t->columns));
    for (int i = 0; i < count; i++)
        add_column(t, sqlite3_column_name(st, i),
                   sqlite3_column_decltype(st, i), false);
    sqlite3_finalize(st);
    t->wanted = xstrdup("*");
    return true;
}

/* Why a generated column cannot be read, or NULL. */
static char *try_column(struct table *t, const char *name)
{
    struct str quoted = {0};
    struct err reason = {0};
    sqlite3_stmt *st;

    db_add_name(&quoted, name);
    st = prepare(t, &reason, "SELECT %s FROM %s", str_text(&quoted), t->quoted);
    str_clear(&quoted);
    sqlite3_finalize(st);
    return st ? NULL : described(t, &reason);
}

/* Of a table with generated columns each is tried alone: what one needs that
 * is not run here must not hide the others. */
static void take_computed(struct table *t, const struct db_column *columns,
                          size_t count)
{
    struct str wanted = {0};

    t->is_computed = true;
    t->columns = xcalloc(count, sizeof(*t->columns));
    for (size_t i = 0; i < count; i++) {
        add_column(t, columns[i].column, columns[i].type,
                   columns[i].is_computed);
        if (columns[i].is_computed)
            t->columns[i].refused = try_column(t, columns[i].column);
        str_add(&wanted, i ? "," : "");
        if (t->columns[i].refused)
            str_add(&wanted, "NULL");
        else
            db_add_name(&wanted, columns[i].column);
    }
    t->wanted = str_take(&wanted);
}

static bool find_columns(struct table *t, struct err *e)
{
    size_t count;
    const struct db_column *columns = db_columns(t->db, t->name, &count);

    if (!columns)
        return take_columns(t, e);
    take_computed(t, columns, count);
    return true;
}

static bool has_column(const struct table *t, const char *name)
{
    for (size_t i = 0; i < t->n_columns; i++)
        if (sqlite3_stricmp(t->columns[i].name, name) == 0)
            return true;
    return false;
}

/* A column of the table may hide each of the rowid's three names. */
static void find_rowid(struct table *t)
{
    static const char *const names[] = {"rowid", "_rowid_", "oid"};

    if (t->is_view ||
        t->n_columns >=
            (size_t)sqlite3_limit(t->db->handle, SQLITE_LIMIT_COLUMN, -1))
        return;
    for (size_t i = 0; i < ARRAY_LEN(names) && !t->rowid; i++) {
        sqlite3_stmt *st;

        if (has_column(t, names[i]))
            continue;
        t->rowid = names[i];
        st = prepare(t, NULL, "SELECT %s FROM %s", t->rowid, t->quoted);
        if (!st)
            t->rowid = NULL;
        sqlite3_finalize(st);
    }
}

bool table_open(struct table *t, struct db *db, const char *name, struct err *e)
{
    struct str quoted = {0};

    db_add_name(&quoted, name);
    *t = (struct table){.db = db,
                        .name = xstrdup(name),
                        .quoted = str_take(&quoted),
                        .rows = -1};
    db->subject = t->name;
    if (!look_up(t, e) || !find_columns(t, e)) {
        table_clear(t);
        return false;
    }
    find_rowid(t);
    db->subject = NULL;
    return true;
}

void table_clear(struct table *t)
{
    sqlite3_finalize(t->cursor);
    if (t->db && t->db->subject == t->name)
        t->db->subject = NULL;
    for (size_t i = 0; i < t->n_columns; i++) {
        free(t->columns[i].name);
        free(t->columns[i].refused);
    }
    free(t->columns);
    free(t->wanted);
    free(t->samples);
    free(t->name);
    free(t->quoted);
    str_clear(&t->kept);
    *t = (struct table){0};
}

void table_interrupted(const struct table *t, struct err *e)
{
    if (e)
        *e = (struct err){0};
    err_set(e, ERR_LIMIT,
            _("%s: %s: reading was stopped by a key; open it again"),
            t->db->file.path, t->name);
}

/* ---- how many rows, and where they are ---- */

/* The first column of the only row of `st`, which is finalized. */
static bool take_number(struct table *t, sqlite3_stmt *st, int64_t *n,
                        struct err *e)
{
    int rc;

    if (!st)
        return false;
    rc = db_step(t->db, st, e);
    *n = rc == SQLITE_ROW ? sqlite3_column_int64(st, 0) : 0;
    sqlite3_finalize(st);
    return rc == SQLITE_ROW || rc == SQLITE_DONE;
}

/* What a view or a column computes is kept small. */
static void enter(struct table *t, bool is_computed)
{
    t->db->subject = t->name;
    if (is_computed)
        db_limit_length(t->db, DB_COMPUTED_MAX);
}

static void leave(struct table *t, bool is_computed)
{
    t->db->subject = NULL;
    if (is_computed)
        db_limit_length(t->db, DB_LENGTH_MAX);
}

static bool computes(const struct table *t)
{
    return t->is_view || t->is_computed;
}

/* The first or last rowid: `which` is "min" or "max". 0 of an empty table. */
static bool end_rowid(struct table *t, const char *which, int64_t *rowid,
                      struct err *e)
{
    return take_number(
        t, prepare(t, e, "SELECT %s(%s) FROM %s", which, t->rowid, t->quoted),
        rowid, e);
}

static bool count_edition(struct table *t, struct err *e)
{
    int64_t rows;

    if (!end_rowid(t, "max", &rows, e))
        return false;
    /* A row takes more than 4 bytes of the file: a rowid from elsewhere must
     * not make us set aside memory for rows that cannot be there. */
    if (rows < 0 || rows > t->db->file.size / 4)
        return err_set(e, ERR_DATA,
                       _("%s: the rows of table %s are not numbered from 1; "
                         "get the file again"),
                       t->db->file.path, t->name);
    t->is_dense = true;
    t->rows = rows;
    return true;
}

static bool count_foreign(struct table *t, struct err *e)
{
    int64_t rows, first = 0, last = 0;

    if (!take_number(t, prepare(t, e, "SELECT count(*) FROM %s", t->quoted),
                     &rows, e))
        return false;
    if (t->rowid &&
        (!end_rowid(t, "min", &first, e) || !end_rowid(t, "max", &last, e)))
        return false;
    /* Unsigned: from INT64_MIN to INT64_MAX is a distance too. */
    if (t->rowid && (uint64_t)last - (uint64_t)first + 1 == (uint64_t)rows) {
        t->is_dense = true;
        t->base = first - 1;
    }
    t->rows = rows;
    return true;
}

bool table_count(struct table *t, int milliseconds, struct err *e)
{
    bool ok;

    if (t->rows >= 0)
        return true;
    if (milliseconds < 0)
        milliseconds = t->is_view ? VIEW_MS : COUNT_MS;
    db_allow(t->db, milliseconds);
    enter(t, t->is_view);
    if (t->is_view)
        db_watch_patiently(t->db);
    ok = t->rowid && !t->db->is_foreign ? count_edition(t, e)
                                        : count_foreign(t, e);
    if (!ok && db_is_wanted(t->db))
        table_interrupted(t, e);
    db_watch(t->db, false);
    leave(t, t->is_view);
    return ok;
}

/* The rowid `offset` rows from `start`, which is a rowid that exists; found
 * forwards, or backwards from the last row. */
static bool rowid_after(struct table *t, int64_t start, int64_t offset,
                        int64_t *rowid, struct err *e)
{
    sqlite3_stmt *st = prepare(
        t, e, "SELECT %s FROM %s WHERE %s >= ?1 ORDER BY %s LIMIT 1 OFFSET ?2",
        t->rowid, t->quoted, t->rowid, t->rowid);

    if (st) {
        sqlite3_bind_int64(st, 1, start);
        sqlite3_bind_int64(st, 2, offset);
    }
    return take_number(t, st, rowid, e);
}

static bool rowid_from_end(struct table *t, int64_t offset, int64_t *rowid,
                           struct err *e)
{
    sqlite3_stmt *st =
        prepare(t, e, "SELECT %s FROM %s ORDER BY %s DESC LIMIT 1 OFFSET ?1",
                t->rowid, t->quoted, t->rowid);

    if (st)
        sqlite3_bind_int64(st, 1, offset);
    return take_number(t, st, rowid, e);
}

static bool extend_samples(struct table *t, size_t index, struct err *e)
{
    while (t->n_samples <= index) {
        int64_t rowid;
        bool ok;

        if (t->n_samples == 0)
            ok = end_rowid(t, "min", &rowid, e);
        else
            ok =
                rowid_after(t, t->samples[t->n_samples - 1], STRIDE, &rowid, e);
        if (!ok)
            return false;
        t->samples = mem_grow(t->samples, t->n_samples, &t->cap_samples,
                              sizeof(*t->samples));
        t->samples[t->n_samples++] = rowid;
    }
    return true;
}

static bool find_row(struct table *t, int64_t row, int64_t *rowid,
                     struct err *e)
{
    size_t index = (size_t)((row - 1) / STRIDE);

    if (t->is_dense) {
        *rowid = (int64_t)((uint64_t)t->base + (uint64_t)row);
        return true;
    }
    if (t->rows - row < STRIDE)
        return rowid_from_end(t, t->rows - row, rowid, e);
    return extend_samples(t, index, e) &&
           rowid_after(t, t->samples[index], (row - 1) % STRIDE, rowid, e);
}

/* ---- reading rows ---- */

static bool make_cursor(struct table *t, struct err *e)
{
    if (t->cursor)
        return true;
    if (t->rowid)
        t->cursor = prepare(
            t, e, "SELECT %s, %s FROM %s WHERE %s >= ?1 ORDER BY %s LIMIT ?2",
            t->rowid, t->wanted, t->quoted, t->rowid, t->rowid);
    else
        t->cursor = prepare(t, e, "SELECT %s FROM %s LIMIT ?2 OFFSET ?1",
                            t->wanted, t->quoted);
    return t->cursor != NULL;
}

bool table_seek(struct table *t, int64_t row, int64_t last, struct err *e)
{
    int64_t at = row - 1;
    bool ok;

    assert(t->rows >= 0);
    table_stop(t);
    if (last > t->rows)
        last = t->rows;
    t->row = row - 1;
    t->last = last;
    enter(t, computes(t));
    ok = make_cursor(t, e) &&
         (!t->rowid || row > last || find_row(t, row, &at, e));
    leave(t, computes(t));
    if (!ok)
        return false;
    sqlite3_bind_int64(t->cursor, 1, at);
    sqlite3_bind_int64(t->cursor, 2, last - row + 1);
    return true;
}

void table_stop(struct table *t)
{
    if (t->cursor)
        sqlite3_reset(t->cursor);
    t->is_large = false;
}

/* After a row that did not come whole the cursor must be set anew. */
static bool resume(struct table *t, struct err *e)
{
    return table_seek(t, t->row + 1, t->last, e);
}

enum table_next table_next(struct table *t, struct err *e)
{
    struct err failure;
    bool is_apart; /* one cell of it fails: they are read one by one */
    int rc;

    if (t->row >= t->last)
        return TABLE_END;
    if (t->is_large && !resume(t, e))
        return TABLE_FAILED;
    enter(t, computes(t));
    rc = db_step(t->db, t->cursor, &failure);
    leave(t, computes(t));
    is_apart = rc == SQLITE_TOOBIG || (rc == SQLITE_ERROR && t->is_computed);
    if (rc == SQLITE_ROW || is_apart) {
        t->row++;
        t->is_large = is_apart;
    }
    if (t->is_large)
        return TABLE_ROW;
    if (rc == SQLITE_DONE)
        return TABLE_END;
    if (rc != SQLITE_ROW) {
        if (e)
            *e = failure;
        return TABLE_FAILED;
    }
    /* In an edition the rowid says which row this is. */
    if (t->rowid && !t->db->is_foreign &&
        sqlite3_column_int64(t->cursor, 0) != t->row) {
        err_set(e, ERR_DATA,
                _("%s: row %lld of table %s is missing; get the file again"),
                t->db->file.path, (long long)t->row, t->name);
        return TABLE_FAILED;
    }
    return TABLE_ROW;
}

/* A statement for one cell of the cursor's row. */
static sqlite3_stmt *cell_statement(struct table *t, size_t column)
{
    struct str name = {0};
    sqlite3_stmt *st;
    int64_t at = t->row - 1;

    if (t->rowid && !find_row(t, t->row, &at, NULL))
        return NULL;
    db_add_name(&name, t->columns[column].name);
    if (t->rowid)
        st = prepare(t, NULL, "SELECT %s FROM %s WHERE %s = ?1",
                     str_text(&name), t->quoted, t->rowid);
    else
        st = prepare(t, NULL, "SELECT %s FROM %s LIMIT 1 OFFSET ?1",
                     str_text(&name), t->quoted);
    str_clear(&name);
    if (st)
        sqlite3_bind_int64(st, 1, at);
    return st;
}

/* The size of a value that SQLite's limit keeps from being read, or -1. */
static int64_t measure(struct table *t, size_t column)
{
    sqlite3_blob *blob = NULL;
    int64_t rowid, size = -1;

    if (!t->rowid || !find_row(t, t->row, &rowid, NULL))
        return -1;
    if (sqlite3_blob_open(t->db->handle, "main", t->name,
                          t->columns[column].name, rowid, 0,
                          &blob) == SQLITE_OK)
        size = sqlite3_blob_bytes(blob);
    sqlite3_blob_close(blob);
    return size;
}

/* Keep a copy: the statement that gave it ends here. */
static struct db_cell keep(struct table *t, struct db_cell c)
{
    str_truncate(&t->kept, 0);
    str_append(&t->kept, c.text, c.len);
    c.text = t->kept.text;
    return c;
}

static struct db_cell keep_reason(struct table *t, const struct err *reason)
{
    char *text = described(t, reason);
    struct db_cell c =
        keep(t, (struct db_cell){VALUE_DESCRIBED, text, strlen(text)});

    free(text);
    return c;
}

static struct db_cell cell_alone(struct table *t, size_t column)
{
    struct err reason = {0};
    sqlite3_stmt *st;
    struct db_cell c;
    int rc;

    if (db_is_late(t->db))
        return db_cell_late();
    st = cell_statement(t, column);
    if (!st)
        return db_cell_large(-1, t->note);
    enter(t, t->is_view || t->columns[column].is_computed);
    rc = db_step(t->db, st, &reason);
    leave(t, t->is_view || t->columns[column].is_computed);
    if (rc == SQLITE_ROW)
        c = keep(t, db_cell_read(st, 0, t->note));
    else if (rc == SQLITE_INTERRUPT)
        c = db_cell_late();
    else if (rc == SQLITE_ERROR)
        c = keep_reason(t, &reason);
    else
        c = db_cell_large(measure(t, column), t->note);
    sqlite3_finalize(st);
    return c;
}

static struct db_cell refused_cell(const struct table *t, size_t column)
{
    const char *refused = t->columns[column].refused;

    return (struct db_cell){VALUE_DESCRIBED, refused, strlen(refused)};
}

struct db_cell table_cell(struct table *t, size_t column)
{
    assert(column < t->n_columns);
    if (t->columns[column].refused)
        return refused_cell(t, column);
    if (t->is_large)
        return cell_alone(t, column);
    return db_cell_read(t->cursor, (int)column + (t->rowid ? 1 : 0), t->note);
}

struct db_cell table_scan(struct table *t, size_t column,
                          char digits[DB_CELL_NOTE])
{
    struct db_cell c;

    assert(column < t->n_columns);
    if (!t->is_large || t->columns[column].refused)
        return db_cell_scan(t->cursor, (int)column + (t->rowid ? 1 : 0),
                            t->db->file.is_utf8, digits);
    c = cell_alone(t, column);
    if (c.kind == VALUE_DESCRIBED)
        c = (struct db_cell){VALUE_NULL, "", 0};
    return c;
}
