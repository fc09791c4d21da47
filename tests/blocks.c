#include "tests/blocks.h"

#include <stdint.h>

#include "model/scan_store.h"
#include "model/schema.h"

enum { COLUMNS_MAX = 16 };

static bool add_piece(sqlite3 *db, int seq, int64_t first_row, const void *data,
                      size_t len)
{
    static const char sql[] =
        "INSERT INTO scan_block(annex_id, seq, first_row, hash, data)"
        " VALUES(1, ?1, ?2, ?3, ?4)";
    sqlite3_stmt *st = NULL;
    bool ok;

    if (sqlite3_prepare_v2(db, sql, -1, &st, NULL) != SQLITE_OK)
        return false;
    sqlite3_bind_int(st, 1, seq);
    sqlite3_bind_int64(st, 2, first_row);
    sqlite3_bind_int64(st, 3, scan_store_hash(data, len));
    sqlite3_bind_blob(st, 4, data, (int)len, SQLITE_STATIC);
    ok = sqlite3_step(st) == SQLITE_DONE;
    sqlite3_finalize(st);
    return ok;
}

static bool add_row(struct scan_writer *w, sqlite3_stmt *st)
{
    struct query_cell cells[COLUMNS_MAX];
    int n = sqlite3_column_count(st);

    if (n > COLUMNS_MAX)
        n = COLUMNS_MAX;
    for (int i = 0; i < n; i++)
        cells[i] = (struct query_cell){
            .text = (const char *)sqlite3_column_text(st, i),
            .len = (size_t)sqlite3_column_bytes(st, i),
        };
    return scan_writer_add(w, cells, (size_t)n);
}

/* All rows of `st`, in blocks numbered from 1. */
static bool add_rows(sqlite3 *db, struct scan_writer *w, sqlite3_stmt *st)
{
    int64_t first = 1, row = 0;
    int seq = 1, rc;

    do {
        const void *data;
        size_t len;

        rc = sqlite3_step(st);
        if (rc == SQLITE_ROW) {
            row++;
            if (!add_row(w, st))
                continue;
        }
        data = scan_writer_take(w, &len);
        if (data && !add_piece(db, seq++, first, data, len))
            return false;
        first = row + 1;
    } while (rc == SQLITE_ROW);
    return rc == SQLITE_DONE;
}

bool blocks_add(sqlite3 *db, size_t size)
{
    struct scan_writer *w = scan_writer_new(size);
    sqlite3_stmt *st = NULL;
    const void *data;
    size_t len;
    bool ok;

    ok = sqlite3_exec(db, schema_scan_sql, NULL, NULL, NULL) == SQLITE_OK &&
         sqlite3_prepare_v2(db, "SELECT * FROM annex_1 ORDER BY rowid", -1, &st,
                            NULL) == SQLITE_OK &&
         add_rows(db, w, st);
    sqlite3_finalize(st);
    if (ok) {
        data = scan_writer_alphabet(w, &len);
        ok = add_piece(db, 0, 0, data, len);
    }
    scan_writer_free(w);
    return ok;
}
