/*
 * db.h - an untrusted SQLite file, opened so that nothing in it can write,
 * run for ever, take all memory or call what it likes.
 *
 * Internal to model/: the one place that opens a file with SQLite and sets
 * its limits. All statements that read it are made and stepped through here,
 * so that each has a deadline and each failure becomes one sentence that
 * names the file; but for edition_hash.h, which serves the writer too and
 * leaves its failures to db_fail().
 */
#ifndef MODEL_DB_H
#define MODEL_DB_H

#include <stdbool.h>
#include <stdint.h>

#include <sqlite3.h>

#include "base/err.h"
#include "base/str.h"
#include "model/dbfile.h"

/* Longest value that SQLite hands out whole. */
#define DB_LENGTH_MAX (4 * 1000 * 1000)

/* The same where a value is computed (views): SQLite does
 * not look at the clock within an expression, so the work in it is bounded by
 * the size of its values. */
#define DB_COMPUTED_MAX (64 * 1000)

/* A column of a table that has generated ones, which are computed as they are
 * read. */
struct db_column {
    char *table, *column, *type; /* "": none declared */
    bool is_computed;
};

struct db {
    sqlite3 *handle;
    struct dbfile file;
    bool is_foreign;
    int64_t deadline;  /* clock_ns() at which running statements are stopped */
    int64_t looked_at; /* clock_ns() when that was last compared */
    bool (*key_waits)(void);   /* edition_watch(); NULL: nobody presses keys */
    bool is_watched;           /* key_waits() is asked while statements run */
    int64_t watched_from;      /* clock_ns() from when on */
    bool is_wanted;            /* and one does */
    struct db_column *columns; /* by table and place, of such tables */
    size_t n_columns;
    const char *subject; /* the table or view that is read, for messages; NULL:
                            the file itself. Borrowed */
    char refused[80];    /* what the authorizer last refused, or "" */
};

struct db *db_open(const char *path, struct err *e);
void db_close(struct db *db);

/* The version of an edition's tables (model/schema.h), known to be right. */
int db_version(const struct db *db);

/* Statements made or stepped from now on are stopped in `milliseconds`. Time
 * in which the process does not get on, as it is stopped or waits for a disk
 * that sleeps, hardly counts. */
void db_allow(struct db *db, int milliseconds);
bool db_is_late(struct db *db);

/* A clock_ns() so many milliseconds from now; < 0: never. */
int64_t db_end(int milliseconds);

/* From here on (or no longer) a key that waits stops running statements, as
 * the deadline does. db_is_wanted(): there is one. */
void db_watch(struct db *db, bool is_on);
bool db_is_wanted(struct db *db);

/* The same, but only once they have run for a moment that nobody minds: what
 * is not taken up again afterwards is rather finished. */
void db_watch_patiently(struct db *db);
bool db_key_waits(const struct db *db); /* the same, while none runs */

/* Values are at most `bytes` long for the statements that are stepped now. */
void db_limit_length(struct db *db, int bytes);

/* NULL with `e` filled on failure. The caller finalizes it. */
sqlite3_stmt *db_prepare(struct db *db, const char *sql, struct err *e);

/* The same for SQL that may unfold far beyond its length (views over views):
 * SQLite asks nobody while it compiles, so that only the memory which that
 * takes bounds its time. */
sqlite3_stmt *db_prepare_within(struct db *db, const char *sql, int bytes,
                                struct err *e);

/* SQLITE_ROW, SQLITE_DONE, or another result code with `e` filled; of these
 * SQLITE_TOOBIG (a value over the limit) leaves the rows that follow. */
int db_step(struct db *db, sqlite3_stmt *st, struct err *e);

/* The columns of a table of a foreign file that has generated ones, `*count` of
 * them; NULL: it has none. */
const struct db_column *db_columns(const struct db *db, const char *table,
                                   size_t *count);

/* Say in `e` why SQLite's last call failed; ERR_DATA: the file is not what it
 * should be. Returns false. */
bool db_fail(struct db *db, struct err *e);

/* Append `name` as an SQL identifier, whatever characters it has. */
void db_add_name(struct str *sql, const char *name);

/* A copy of a column's value as text, "" for NULL, U+FFFD for a NUL within
 * it; the caller frees it. */
char *db_text(sqlite3_stmt *st, int column);

#endif
