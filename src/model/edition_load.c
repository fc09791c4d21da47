#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "model/edition_parts.h"

/* The library is held in memory: a hostile one must not fill it. */
/* Of pairs, most name the sources: as many as there may be notices. */
enum {
    NOTICES_MAX = 100 * 1000,
    ANNEXES_MAX = 100 * 1000,
    PAIRS_MAX = 100 * 1000 + 1000,
};
#define BYTES_MAX (16 * 1000 * 1000)

/* Rows of a table taken one by one by `take`, which may refuse. */
struct loader {
    const char *sql;
    size_t max;
    void (*take)(struct edition *ed, sqlite3_stmt *st);
};

static void take_pair(struct edition *ed, sqlite3_stmt *st)
{
    ed->pairs =
        mem_grow(ed->pairs, ed->n_pairs, &ed->cap_pairs, sizeof(*ed->pairs));
    ed->pairs[ed->n_pairs++] = (struct edition_pair){
        .key = db_text(st, 0),
        .value = db_text(st, 1),
    };
}

static void take_notice(struct edition *ed, sqlite3_stmt *st)
{
    ed->notices = mem_grow(ed->notices, ed->n_notices, &ed->cap_notices,
                           sizeof(*ed->notices));
    ed->notices[ed->n_notices++] = (struct notice_info){
        .id = sqlite3_column_int64(st, 0),
        .title = db_text(st, 1),
        .doc_number = db_text(st, 2),
        .issuer = db_text(st, 3),
        .addressee = db_text(st, 4),
        .issued_on = db_text(st, 5),
        .kind = db_text(st, 6),
        .status = db_text(st, 7),
        .url = db_text(st, 8),
        .source = db_text(st, 9),
    };
}

static enum annex_kind annex_kind(sqlite3_stmt *st, int column)
{
    const char *name = (const char *)sqlite3_column_text(st, column);

    if (name && strcmp(name, "list") == 0)
        return ANNEX_LIST;
    if (name && strcmp(name, "form") == 0)
        return ANNEX_FORM;
    return ANNEX_DOCUMENT;
}

static void take_annex(struct edition *ed, sqlite3_stmt *st)
{
    bool has_notice = sqlite3_column_type(st, 1) == SQLITE_INTEGER;
    bool has_total = sqlite3_column_type(st, 6) == SQLITE_INTEGER;
    bool has_block = sqlite3_column_type(st, 8) == SQLITE_INTEGER &&
                     sqlite3_column_int64(st, 8) >= 1;

    ed->annexes = mem_grow(ed->annexes, ed->n_annexes, &ed->cap_annexes,
                           sizeof(*ed->annexes));
    ed->annexes[ed->n_annexes++] = (struct annex_info){
        .id = sqlite3_column_int64(st, 0),
        .notice = has_notice
                      ? edition_find_notice(ed, sqlite3_column_int64(st, 1))
                      : -1,
        .number = db_text(st, 2),
        .title = db_text(st, 3),
        .kind = annex_kind(st, 4),
        .held = sqlite3_column_int(st, 5) != 0,
        .stated_total = has_total ? sqlite3_column_int64(st, 6) : -1,
        .table_name = db_text(st, 7),
        .block_seq = has_block ? sqlite3_column_int64(st, 8) : -1,
        .file = db_text(st, 9),
        .rows = -1,
    };
}

static int64_t row_bytes(sqlite3_stmt *st)
{
    int64_t bytes = 0;

    for (int i = 0; i < sqlite3_column_count(st); i++)
        bytes += sqlite3_column_bytes(st, i);
    return bytes;
}

static bool load(struct edition *ed, const struct loader *loader,
                 int64_t *bytes, struct err *e)
{
    sqlite3_stmt *st = db_prepare(ed->db, loader->sql, e);
    size_t n = 0;
    int rc;

    if (!st)
        return false;
    while ((rc = db_step(ed->db, st, e)) == SQLITE_ROW) {
        *bytes += row_bytes(st);
        if (++n > loader->max || *bytes > BYTES_MAX) {
            err_set(e, ERR_LIMIT, _("%s: its library is too large to show"),
                    ed->db->file.path);
            break;
        }
        loader->take(ed, st);
    }
    sqlite3_finalize(st);
    return rc == SQLITE_DONE;
}

/* In that order the annexes of a notice stand together. */
static void tell_notices_their_annexes(struct edition *ed)
{
    for (size_t i = 0; i < ed->n_annexes; i++) {
        struct notice_info *n;

        if (ed->annexes[i].notice < 0)
            continue;
        n = &ed->notices[ed->annexes[i].notice];
        if (!n->annex_count)
            n->first_annex = i;
        n->annex_count++;
    }
}

bool edition_load(struct edition *ed, struct err *e)
{
    const struct loader loaders[] = {
        {"SELECT key, value FROM edition", PAIRS_MAX, take_pair},
        {"SELECT id, title, doc_number, issuer, addressee, issued_on, kind,"
         " status, url, source FROM notice ORDER BY id",
         NOTICES_MAX, take_notice},
        {db_version(ed->db) >= 2
             ? "SELECT id, notice_id, number, title, kind, held, stated_total,"
               " table_name, block_seq, file FROM annex"
               " ORDER BY notice_id IS NULL, notice_id, seq, id"
             : "SELECT id, notice_id, number, title, kind, held, stated_total,"
               " table_name, NULL, NULL FROM annex"
               " ORDER BY notice_id IS NULL, notice_id, seq, id",
         ANNEXES_MAX, take_annex},
    };
    int64_t bytes = 0;

    for (size_t i = 0; i < ARRAY_LEN(loaders); i++)
        if (!load(ed, &loaders[i], &bytes, e))
            return false;
    tell_notices_their_annexes(ed);
    return true;
}
