#include "model/edition_hash.h"

#include <assert.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "model/db.h"

#define MAX_KEYS 4

/* A table as it is walked: by its primary key, so that a walk can be left
 * after any row and taken up again without an open statement. */
struct walk {
    const char *name;
    const char *keys[MAX_KEYS];
    const char *where; /* rows that count, or NULL */
    int since;         /* the version that has it first */
};

/* clang-format off */
static const struct walk fixed[] = {
    { "edition", { "key" }, "key NOT IN ('hash','scan_hash')", 1 },
    { "notice", { "id" }, NULL, 1 },
    { "block", { "notice_id", "seq" }, NULL, 1 },
    { "annex", { "id" }, NULL, 1 },
    { "field", { "annex_id", "seq" }, NULL, 1 },
    { "gap", { "annex_id", "after_row" }, NULL, 1 },
    { "citation", { "notice_id", "block_seq", "start" }, NULL, 1 },
    { "mention", { "annex_id", "row", "notice_id", "block_seq" }, NULL, 1 },
    { "particular", { "notice_id", "seq" }, NULL, 2 },
    { "annex_line", { "annex_id", "place", "seq" }, NULL, 2 },
};
/* clang-format on */

static const struct walk scan_walk = {
    "scan_block", {"annex_id", "seq"}, NULL, 1};

enum phase { PHASE_FIXED, PHASE_LISTS, PHASE_SCAN, PHASE_DONE };

struct edition_hash {
    sqlite3 *db;
    int version;
    struct digest *digest;
    enum edition_hash_state outcome;
    int64_t bytes;
    char content[DIGEST_LEN + 1];
    char scan[DIGEST_LEN + 1];

    enum phase phase;
    size_t table;     /* PHASE_FIXED: index in `fixed` */
    int64_t annex;    /* PHASE_LISTS: id of the annex whose table is walked */
    char *list_table; /* its table; NULL: look for the next annex */

    bool begun;                    /* the table's name was hashed */
    sqlite3_value *last[MAX_KEYS]; /* key of the last row hashed, or NULL */
};

struct edition_hash *edition_hash_new(sqlite3 *db, int version)
{
    struct edition_hash *h = xcalloc(1, sizeof(*h));

    h->db = db;
    h->version = version;
    h->annex = INT64_MIN;
    h->outcome = EDITION_HASH_MORE;
    h->digest = digest_new();
    return h;
}

static void forget_key(struct edition_hash *h)
{
    for (int i = 0; i < MAX_KEYS; i++) {
        sqlite3_value_free(h->last[i]);
        h->last[i] = NULL;
    }
}

void edition_hash_free(struct edition_hash *h)
{
    if (!h)
        return;
    forget_key(h);
    digest_free(h->digest);
    free(h->list_table);
    free(h);
}

static void take(struct edition_hash *h, const void *bytes, size_t len)
{
    digest_add(h->digest, bytes, len);
    h->bytes += (int64_t)len;
}

static void take_number(struct edition_hash *h, char type, uint64_t n)
{
    unsigned char b[9] = {(unsigned char)type};

    for (int i = 0; i < 8; i++)
        b[i + 1] = (unsigned char)(n >> (8 * i));
    take(h, b, sizeof(b));
}

static void take_bytes(struct edition_hash *h, char type, const void *bytes,
                       size_t len)
{
    take_number(h, type, len);
    if (len)
        take(h, bytes, len);
}

static bool take_value(struct edition_hash *h, sqlite3_stmt *st, int i)
{
    const void *bytes;
    double real;
    uint64_t bits;

    switch (sqlite3_column_type(st, i)) {
    case SQLITE_NULL:
        take(h, "N", 1);
        return true;
    case SQLITE_INTEGER:
        take_number(h, 'I', (uint64_t)sqlite3_column_int64(st, i));
        return true;
    case SQLITE_FLOAT:
        real = sqlite3_column_double(st, i);
        memcpy(&bits, &real, sizeof(bits));
        take_number(h, 'F', bits);
        return true;
    case SQLITE_TEXT:
        bytes = sqlite3_column_text(st, i);
        if (!bytes)
            return false;
        take_bytes(h, 'T', bytes, (size_t)sqlite3_column_bytes(st, i));
        return true;
    default:
        bytes = sqlite3_column_blob(st, i);
        take_bytes(h, 'B', bytes, (size_t)sqlite3_column_bytes(st, i));
        return true;
    }
}

static int key_count(const struct walk *w)
{
    int n = 0;

    while (n < MAX_KEYS && w->keys[n])
        n++;
    return n;
}

static void add_keys(struct str *sql, const struct walk *w, int n)
{
    for (int i = 0; i < n; i++)
        str_addf(sql, "%s%s", i ? "," : "", w->keys[i]);
}

/* The rows of a walk that follow the last one hashed. */
static sqlite3_stmt *rows_after(struct edition_hash *h, const struct walk *w,
                                int n)
{
    struct str sql = {0};
    sqlite3_stmt *st = NULL;

    str_add(&sql, "SELECT ");
    add_keys(&sql, w, n);
    str_add(&sql, ",* FROM ");
    db_add_name(&sql, w->name);
    str_addf(&sql, " WHERE %s", w->where ? w->where : "1");
    if (h->last[0]) {
        str_add(&sql, " AND (");
        add_keys(&sql, w, n);
        str_addf(&sql, ")>(%.*s)", 2 * n - 1, "?,?,?,?");
    }
    str_add(&sql, " ORDER BY ");
    add_keys(&sql, w, n);
    if (sqlite3_prepare_v2(h->db, str_text(&sql), -1, &st, NULL) == SQLITE_OK &&
        h->last[0]) {
        for (int i = 0; i < n; i++)
            sqlite3_bind_value(st, i + 1, h->last[i]);
    }
    str_clear(&sql);
    return st;
}

/* Hash rows until `until` bytes are taken; `*ended` says whether the table
 * is complete. A list's key, its rowid, is no column: it is hashed. */
static bool walk_rows(struct edition_hash *h, const struct walk *w,
                      bool key_counts, int64_t until, bool *ended)
{
    int n = key_count(w);
    sqlite3_stmt *st = rows_after(h, w, n);
    bool ok = false;
    int rc = SQLITE_ROW; /* the name alone may take all that is left */

    *ended = false;
    if (!st)
        return false;
    if (!h->begun)
        take_bytes(h, 'T', w->name, strlen(w->name));
    h->begun = true;
    while (h->bytes < until && (rc = sqlite3_step(st)) == SQLITE_ROW) {
        for (int i = key_counts ? 0 : n; i < sqlite3_column_count(st); i++) {
            if (!take_value(h, st, i))
                goto out;
        }
        take(h, "R", 1);
        if (h->bytes < until)
            continue;
        forget_key(h);
        for (int i = 0; i < n; i++)
            h->last[i] = sqlite3_value_dup(sqlite3_column_value(st, i));
    }
    *ended = rc == SQLITE_DONE;
    ok = rc == SQLITE_DONE || rc == SQLITE_ROW;
out:
    sqlite3_finalize(st);
    return ok;
}

static bool walk_table(struct edition_hash *h, const struct walk *w,
                       bool key_counts, int64_t until, bool *ended)
{
    if (!walk_rows(h, w, key_counts, until, ended))
        return false;
    if (*ended) {
        take(h, "E", 1);
        forget_key(h);
        h->begun = false;
    }
    return true;
}

/* Put the table of the first list after h->annex into h->list_table; leaves
 * it NULL when there is none. */
static bool next_list(struct edition_hash *h)
{
    static const char sql[] =
        "SELECT id,table_name FROM annex WHERE held AND id>?1 AND "
        "table_name IS NOT NULL ORDER BY id LIMIT 1";
    sqlite3_stmt *st = NULL;
    const char *name;

    if (sqlite3_prepare_v2(h->db, sql, -1, &st, NULL) != SQLITE_OK)
        return false;
    sqlite3_bind_int64(st, 1, h->annex);
    if (sqlite3_step(st) == SQLITE_ROW) {
        h->annex = sqlite3_column_int64(st, 0);
        name = (const char *)sqlite3_column_text(st, 1);
        h->list_table = xstrdup(name ? name : "");
    }
    return sqlite3_finalize(st) == SQLITE_OK;
}

/* After the lists: the scan blocks, or the end where the file has none. */
static bool begin_scan(struct edition_hash *h)
{
    static const char sql[] = "SELECT 1 FROM sqlite_schema WHERE type='table' "
                              "AND name='scan_block'";
    sqlite3_stmt *st = NULL;

    if (sqlite3_prepare_v2(h->db, sql, -1, &st, NULL) != SQLITE_OK)
        return false;
    h->phase = sqlite3_step(st) == SQLITE_ROW ? PHASE_SCAN : PHASE_DONE;
    return sqlite3_finalize(st) == SQLITE_OK;
}

/* One table, or a part of it, in the fixed order. */
static bool advance(struct edition_hash *h, int64_t until)
{
    bool ended = false;

    switch (h->phase) {
    case PHASE_FIXED:
        ended = fixed[h->table].since > h->version;
        if (!ended && !walk_table(h, &fixed[h->table], false, until, &ended))
            return false;
        if (ended && ++h->table == ARRAY_LEN(fixed))
            h->phase = PHASE_LISTS;
        return true;
    case PHASE_LISTS:
        if (!h->list_table && !next_list(h))
            return false;
        if (!h->list_table) {
            digest_take(h->digest, h->content);
            return begin_scan(h);
        }
        if (!walk_table(h, &(struct walk){h->list_table, {"rowid"}, NULL, 1},
                        true, until, &ended))
            return false;
        if (ended) {
            free(h->list_table);
            h->list_table = NULL;
        }
        return true;
    case PHASE_SCAN:
        if (!walk_table(h, &scan_walk, false, until, &ended))
            return false;
        if (ended) {
            digest_take(h->digest, h->scan);
            h->phase = PHASE_DONE;
        }
        return true;
    case PHASE_DONE:
        break;
    }
    return true;
}

enum edition_hash_state edition_hash_step(struct edition_hash *h, int64_t bytes)
{
    int64_t until = INT64_MAX;

    if (bytes >= 0 && bytes < INT64_MAX - h->bytes)
        until = h->bytes + bytes + 1;
    while (h->outcome == EDITION_HASH_MORE && h->bytes < until) {
        if (!advance(h, until))
            h->outcome = EDITION_HASH_FAILED;
        else if (h->phase == PHASE_DONE)
            h->outcome = EDITION_HASH_DONE;
    }
    return h->outcome;
}

void edition_hash_result(const struct edition_hash *h,
                         char content[DIGEST_LEN + 1],
                         char scan[DIGEST_LEN + 1])
{
    assert(h->outcome == EDITION_HASH_DONE);
    memcpy(content, h->content, sizeof(h->content));
    memcpy(scan, h->scan, sizeof(h->scan));
}
