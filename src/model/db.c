#include "model/db.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/clock.h"
#include "base/err_file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "model/db_function.h"
#include "model/heap.h"
#include "model/schema.h"

enum {
    OPEN_MS = 800, /* for all that opening runs */
    BUSY_MS = 200, /* to wait for a writer of a foreign file */
    LOOK_MS = 100, /* counts at most, of the time between two looks */
    PATIENT_MS = 100,
    STEPS = 1000, /* of SQLite's machine between looks at the clock */
    HEAP_MAX = 64 << 20,
};

/* clang-format off */
static const struct {
    int limit, value;
} limits[] = {
    {SQLITE_LIMIT_LENGTH, DB_LENGTH_MAX},
    {SQLITE_LIMIT_SQL_LENGTH, 1000 * 1000},
    {SQLITE_LIMIT_COLUMN, 2000},
    {SQLITE_LIMIT_EXPR_DEPTH, 100},
    {SQLITE_LIMIT_COMPOUND_SELECT, 100},
    {SQLITE_LIMIT_VDBE_OP, 50 * 1000},
    {SQLITE_LIMIT_FUNCTION_ARG, 100},
    {SQLITE_LIMIT_ATTACHED, 0},
    {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50}, /* ours has its own */
    {SQLITE_LIMIT_VARIABLE_NUMBER, 16},
    {SQLITE_LIMIT_TRIGGER_DEPTH, 1},
    {SQLITE_LIMIT_WORKER_THREADS, 0},
};

static const struct {
    int option, value;
    bool only_own; /* not for a foreign file */
} configs[] = {
    {SQLITE_DBCONFIG_DEFENSIVE, 1, false},
    {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, false},
    {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, false},
    {SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0, false},
    {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, false},
    {SQLITE_DBCONFIG_ENABLE_VIEW, 0, true},
    {SQLITE_DBCONFIG_DQS_DDL, 0, false},
    {SQLITE_DBCONFIG_DQS_DML, 0, false},
    {SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, false},
};
/* clang-format on */

void db_allow(struct db *db, int milliseconds)
{
    db->looked_at = clock_ns();
    db->deadline = db->looked_at + (int64_t)milliseconds * 1000000;
}

bool db_is_late(struct db *db)
{
    int64_t now = clock_ns();
    int64_t idle = now - db->looked_at - (int64_t)LOOK_MS * 1000000;

    if (idle > 0)
        db->deadline += idle;
    db->looked_at = now;
    return now > db->deadline;
}

int64_t db_end(int milliseconds)
{
    return milliseconds < 0 ? INT64_MAX
                            : clock_ns() + (int64_t)milliseconds * 1000000;
}

void db_watch(struct db *db, bool is_on)
{
    db->is_watched = is_on;
    db->is_wanted = false;
    db->watched_from = 0;
}

void db_watch_patiently(struct db *db)
{
    db_watch(db, true);
    db->watched_from = clock_ns() + (int64_t)PATIENT_MS * 1000000;
}

bool db_key_waits(const struct db *db)
{
    return db->key_waits && db->key_waits();
}

bool db_is_wanted(struct db *db)
{
    if (db->is_watched && !db->is_wanted && clock_ns() >= db->watched_from)
        db->is_wanted = db_key_waits(db);
    return db->is_wanted;
}

void db_limit_length(struct db *db, int bytes)
{
    sqlite3_limit(db->handle, SQLITE_LIMIT_LENGTH, bytes);
}

static int must_stop(void *data)
{
    struct db *db = data;

    return db_is_late(db) || db_is_wanted(db);
}

static int authorize(void *data, int action, const char *arg1, const char *arg2,
                     const char *schema, const char *trigger)
{
    struct db *db = data;

    (void)schema;
    (void)trigger;
    if (action == SQLITE_READ || action == SQLITE_SELECT ||
        action == SQLITE_RECURSIVE ||
        (action == SQLITE_FUNCTION && arg2 && db_function_is_allowed(arg2)))
        return SQLITE_OK;
    if (action == SQLITE_FUNCTION && arg2)
        sqlite3_snprintf((int)sizeof(db->refused), db->refused, "%s()", arg2);
    else if (action == SQLITE_PRAGMA && arg1)
        sqlite3_snprintf((int)sizeof(db->refused), db->refused, "PRAGMA %s",
                         arg1);
    return SQLITE_DENY;
}

/* How SQLite's message begins where a schema needs what it does not trust. */
static const char unsafe[] = "unsafe use of ";

/* The errno of the last read of the file that failed, 0: none did. SQLite says
 * SQLITE_CORRUPT where the disk says EIO. */
static int failed_read(struct db *db)
{
    int error = 0;

    if (sqlite3_file_control(db->handle, "main", SQLITE_FCNTL_LAST_ERRNO,
                             &error) != SQLITE_OK)
        return 0;
    return error;
}

static bool fail_as_damaged(struct db *db, struct err *e)
{
    int error = failed_read(db);

    if (error)
        return err_file_read(e, db->file.path, error);
    return err_set(e, ERR_DATA, _("%s: damaged (%s); get the file again"),
                   db->file.path, sqlite3_errmsg(db->handle));
}

/* The system does not give the file. A missing -shm is a writer's business. */
static bool fail_to_read(struct db *db, int code, struct err *e)
{
    const char *path = db->file.path;
    int error = sqlite3_system_errno(db->handle);

    if (!error)
        error = failed_read(db);
    if (error && !(code == SQLITE_CANTOPEN && error == ENOENT))
        return err_file_read(e, path, error);
    if (code == SQLITE_IOERR)
        return err_set(e, ERR_IO, _("%s: reading failed (%s)"), path,
                       sqlite3_errmsg(db->handle));
    return err_set(e, ERR_IO,
                   _("%s: cannot be opened while another program changes "
                     "it; try again when that is done"),
                   path);
}

static bool fail_as_refused(struct db *db, struct err *e)
{
    const char *msg = sqlite3_errmsg(db->handle);

    if (*db->refused)
        msg = db->refused;
    else if (strncmp(msg, unsafe, strlen(unsafe)) == 0)
        msg += strlen(unsafe);
    else
        return false;
    err_set(e, ERR_LIMIT, _("%s: needs %s, which is not run here"),
            db->file.path, msg);
    return true;
}

static bool fail_by_code(struct db *db, int code, struct err *e)
{
    const char *path = db->file.path;

    switch (code & 0xff) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
        return fail_as_damaged(db, e);
    case SQLITE_INTERRUPT:
        return err_set(e, ERR_LIMIT, _("%s: takes too long to read"), path);
    case SQLITE_NOMEM:
        return err_set(e, ERR_LIMIT, _("%s: needs too much memory to read"),
                       path);
    case SQLITE_TOOBIG:
        return err_set(e, ERR_LIMIT, _("%s: a value is too large to read"),
                       path);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return err_set(e, ERR_IO,
                       _("%s: another program is writing it; try again"), path);
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PROTOCOL:
    case SQLITE_IOERR:
        return fail_to_read(db, code & 0xff, e);
    default:
        return err_set(e, ERR_DATA, "%s: %s", path, sqlite3_errmsg(db->handle));
    }
}

bool db_fail(struct db *db, struct err *e)
{
    int code = sqlite3_extended_errcode(db->handle);
    size_t len = strlen(db->file.path) + 2;
    struct err reason = {0};

    if (!fail_as_refused(db, &reason))
        fail_by_code(db, code, &reason);
    /* What a table of somebody else's needs is said of that table. */
    if (db->subject && db->is_foreign &&
        (reason.code == ERR_LIMIT || (code & 0xff) == SQLITE_ERROR) &&
        strlen(reason.msg) > len)
        return err_set(e, reason.code, "%s: %s: %s", db->file.path, db->subject,
                       reason.msg + len);
    if (e)
        *e = reason;
    return false;
}

/* The function that an instruction of a program calls is shown as "name(2)". */
static bool calls_allowed(struct db *db, const char *opcode, const char *call)
{
    size_t len = strcspn(call, "(");
    char name[sizeof(db->refused) - 3];

    if (!strstr(opcode, "Func") && strncmp(opcode, "Agg", 3) != 0)
        return true;
    sqlite3_snprintf((int)sizeof(name), name, "%.*s", (int)len, call);
    if (!call[len] || db_function_is_allowed(name))
        return true;
    sqlite3_snprintf((int)sizeof(db->refused), db->refused, "%s()", name);
    return false;
}

/* SQLite does not ask the authorizer for the functions of generated columns:
 * where a file has some, the program that a statement became is looked at. */
static bool is_allowed(struct db *db, const char *sql)
{
    struct str explain = {0};
    sqlite3_stmt *st = NULL;
    bool ok = true;

    str_addf(&explain, "EXPLAIN %s", sql);
    if (sqlite3_prepare_v2(db->handle, str_text(&explain), -1, &st, NULL) !=
        SQLITE_OK)
        ok = false;
    str_clear(&explain);
    while (ok && sqlite3_step(st) == SQLITE_ROW) {
        const char *opcode = (const char *)sqlite3_column_text(st, 1);
        const char *call = (const char *)sqlite3_column_text(st, 5);

        ok = !opcode || !call || calls_allowed(db, opcode, call);
    }
    return sqlite3_finalize(st) == SQLITE_OK && ok;
}

sqlite3_stmt *db_prepare(struct db *db, const char *sql, struct err *e)
{
    sqlite3_stmt *st = NULL;

    *db->refused = '\0';
    if (sqlite3_prepare_v2(db->handle, sql, -1, &st, NULL) == SQLITE_OK &&
        (!db->n_columns || is_allowed(db, sql)))
        return st;
    db_fail(db, e);
    sqlite3_finalize(st);
    return NULL;
}

sqlite3_stmt *db_prepare_within(struct db *db, const char *sql, int bytes,
                                struct err *e)
{
    sqlite3_stmt *st;

    sqlite3_hard_heap_limit64(sqlite3_memory_used() + bytes);
    st = db_prepare(db, sql, e);
    sqlite3_hard_heap_limit64(HEAP_MAX);
    return st;
}

int db_step(struct db *db, sqlite3_stmt *st, struct err *e)
{
    int rc;

    *db->refused = '\0';
    rc = sqlite3_step(st);
    if (rc != SQLITE_ROW && rc != SQLITE_DONE)
        db_fail(db, e);
    return rc;
}

void db_add_name(struct str *sql, const char *name)
{
    str_addc(sql, '"');
    for (; *name; name++) {
        if (*name == '"')
            str_addc(sql, '"');
        str_addc(sql, *name);
    }
    str_addc(sql, '"');
}

char *db_text(sqlite3_stmt *st, int column)
{
    const char *text = (const char *)sqlite3_column_text(st, column);
    size_t len = (size_t)sqlite3_column_bytes(st, column);
    struct str copy = {0};

    for (size_t i = 0; text && i < len; i++) {
        if (text[i])
            str_addc(&copy, text[i]);
        else
            str_add(&copy, "\xEF\xBF\xBD");
    }
    return str_take(&copy);
}

/* Where a generated column has a function that SQLite does not call innocuous
 * (json_extract is one), it takes the whole file for damaged. What is not
 * allowed is refused all the same, by its name (is_allowed(), authorize()). */
static bool read_schema(struct db *db, struct err *e)
{
    static const char sql[] = "SELECT 1 FROM sqlite_schema";
    sqlite3_stmt *st = NULL;
    bool ok = sqlite3_prepare_v2(db->handle, sql, -1, &st, NULL) == SQLITE_OK;

    sqlite3_finalize(st);
    if (ok)
        return true;
    if (!db->is_foreign || !strstr(sqlite3_errmsg(db->handle), unsafe))
        return db_fail(db, e);
    if (sqlite3_db_config(db->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 1,
                          NULL) != SQLITE_OK)
        return db_fail(db, e);
    st = db_prepare(db, sql, e);
    sqlite3_finalize(st);
    return st != NULL;
}

static bool set_up(struct db *db, struct err *e)
{
    static const char *const pragmas =
        "PRAGMA query_only=ON; PRAGMA cell_size_check=ON; PRAGMA mmap_size=0;"
        "PRAGMA temp_store=MEMORY;";

    sqlite3_extended_result_codes(db->handle, 1);
    for (size_t i = 0; i < ARRAY_LEN(limits); i++)
        sqlite3_limit(db->handle, limits[i].limit, limits[i].value);
    for (size_t i = 0; i < ARRAY_LEN(configs); i++) {
        if (configs[i].only_own && db->is_foreign)
            continue;
        if (sqlite3_db_config(db->handle, configs[i].option, configs[i].value,
                              NULL) != SQLITE_OK)
            return db_fail(db, e);
    }
    if (!db->file.immutable)
        sqlite3_busy_timeout(db->handle, BUSY_MS);
    sqlite3_progress_handler(db->handle, STEPS, must_stop, db);
    if (sqlite3_exec(db->handle, pragmas, NULL, NULL, NULL) != SQLITE_OK)
        return db_fail(db, e);
    return read_schema(db, e) &&
           (sqlite3_exec(db->handle, "PRAGMA cache_size=-256", NULL, NULL,
                         NULL) == SQLITE_OK ||
            db_fail(db, e));
}

/* An edition has no computed columns. */
static bool find_computed(struct db *db, struct err *e)
{
    sqlite3_stmt *st = db_prepare(
        db,
        "SELECT s.name, x.name, x.type, x.hidden"
        " FROM sqlite_schema AS s, pragma_table_xinfo(s.name) AS x"
        " WHERE s.type = 'table' AND s.rootpage > 0 AND x.hidden != 1"
        " AND EXISTS (SELECT 1 FROM pragma_table_xinfo(s.name)"
        " WHERE hidden = 2) ORDER BY s.name, x.cid",
        e);
    size_t cap = 0;
    int rc;

    if (!st)
        return false;
    while ((rc = db_step(db, st, e)) == SQLITE_ROW) {
        db->columns =
            mem_grow(db->columns, db->n_columns, &cap, sizeof(*db->columns));
        db->columns[db->n_columns++] = (struct db_column){
            .table = db_text(st, 0),
            .column = db_text(st, 1),
            .type = db_text(st, 2),
            .is_computed = sqlite3_column_int(st, 3) == 2,
        };
    }
    sqlite3_finalize(st);
    if (rc != SQLITE_DONE)
        return false;
    if (db->n_columns && !db->is_foreign)
        return err_set(e, ERR_DATA,
                       _("%s: has computed columns, which no edition has; "
                         "get the file again"),
                       db->file.path);
    return true;
}

const struct db_column *db_columns(const struct db *db, const char *table,
                                   size_t *count)
{
    size_t first = 0;

    while (first < db->n_columns &&
           strcmp(db->columns[first].table, table) != 0)
        first++;
    *count = 0;
    while (first + *count < db->n_columns &&
           strcmp(db->columns[first + *count].table, table) == 0)
        (*count)++;
    return *count ? &db->columns[first] : NULL;
}

/* The name was resolved and looked at; what SQLite opened must be that. */
static bool is_the_file(const struct db *db, struct err *e)
{
    struct stat st;

    if (stat(db->file.real, &st) == 0 && st.st_dev == db->file.device &&
        st.st_ino == db->file.inode)
        return true;
    return err_set(e, ERR_IO, _("%s: was replaced just now; try again"),
                   db->file.path);
}

static bool open_handle(struct db *db, struct err *e)
{
    char *uri = dbfile_uri(&db->file);
    int rc;

    heap_setup();
    sqlite3_hard_heap_limit64(HEAP_MAX);
    rc = sqlite3_open_v2(uri, &db->handle,
                         SQLITE_OPEN_READONLY | SQLITE_OPEN_URI |
                             SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW,
                         NULL);
    free(uri);
    if (rc != SQLITE_OK)
        return fail_by_code(db, rc, e);
    return true;
}

struct db *db_open(const char *path, struct err *e)
{
    struct db *db = xcalloc(1, sizeof(*db));

    db->file.fd = -1;
    if (!dbfile_open(&db->file, path, e))
        goto fail;
    db->is_foreign = db->file.application_id != SCHEMA_APPLICATION_ID;
    db_allow(db, OPEN_MS);
    if (!open_handle(db, e) || !is_the_file(db, e) || !set_up(db, e))
        goto fail;
    if (db->is_foreign && !db_function_add_all(db->handle)) {
        db_fail(db, e);
        goto fail;
    }
    if (!find_computed(db, e))
        goto fail;
    /* Last, as they forbid what was just done. Without modules no virtual
     * table of the file comes to life, not even through a view. */
    if (sqlite3_drop_modules(db->handle, NULL) != SQLITE_OK ||
        sqlite3_set_authorizer(db->handle, authorize, db) != SQLITE_OK) {
        db_fail(db, e);
        goto fail;
    }
    return db;
fail:
    db_close(db);
    return NULL;
}

int db_version(const struct db *db)
{
    return (int)db->file.user_version;
}

void db_close(struct db *db)
{
    if (!db)
        return;
    sqlite3_close(db->handle);
    dbfile_close(&db->file);
    for (size_t i = 0; i < db->n_columns; i++) {
        free(db->columns[i].table);
        free(db->columns[i].column);
        free(db->columns[i].type);
    }
    free(db->columns);
    free(db);
}
