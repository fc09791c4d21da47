#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/edition_parts.h"

enum { TABLES_MAX = 10 * 1000 };

/* A message about the file, without the file's name before it. */
static const char *without_path(const struct edition *ed, const char *msg)
{
    const char *path = ed->db->file.path;
    size_t len = strlen(path);

    return strncmp(msg, path, len) == 0 && strncmp(msg + len, ": ", 2) == 0
               ? msg + len + 2
               : msg;
}

/* Why a table cannot be shown, or NULL; the caller frees it. */
static char *try_table(struct edition *ed, const char *name, bool is_virtual)
{
    struct str sql = {0};
    struct err reason = {0};
    sqlite3_stmt *st;

    if (is_virtual)
        return xstrdup(_("a virtual table (a search index or the like): only "
                         "the program that made it can read it"));
    str_add(&sql, "SELECT * FROM ");
    db_add_name(&sql, name);
    st = db_prepare(ed->db, str_text(&sql), &reason);
    str_clear(&sql);
    sqlite3_finalize(st);
    return st ? NULL : xstrdup(without_path(ed, reason.msg));
}

static void take_table(struct edition *ed, const char *name, bool is_virtual)
{
    ed->annexes = mem_grow(ed->annexes, ed->n_annexes, &ed->cap_annexes,
                           sizeof(*ed->annexes));
    ed->annexes[ed->n_annexes] = (struct annex_info){
        .id = (int64_t)ed->n_annexes + 1,
        .notice = -1,
        .number = xstrdup(""),
        .title = xstrdup(name),
        .kind = ANNEX_LIST,
        .held = true,
        .stated_total = -1,
        .table_name = xstrdup(name),
        .block_seq = -1,
        .file = xstrdup(""),
        .unreadable = try_table(ed, name, is_virtual),
    };
    ed->n_annexes++;
}

/* SQLite's own bookkeeping is nobody's list. */
static bool is_internal(const char *name)
{
    return sqlite3_strnicmp(name, "sqlite_", 7) == 0;
}

bool edition_load_foreign(struct edition *ed, struct err *e)
{
    sqlite3_stmt *st =
        db_prepare(ed->db,
                   "SELECT name, type, rootpage FROM sqlite_schema"
                   " WHERE type IN ('table', 'view') ORDER BY rowid",
                   e);
    int rc;

    if (!st)
        return false;
    while ((rc = db_step(ed->db, st, e)) == SQLITE_ROW) {
        char *name = db_text(st, 0);
        const char *type = (const char *)sqlite3_column_text(st, 1);
        bool is_table = type && strcmp(type, "table") == 0;

        if (ed->n_annexes >= TABLES_MAX) {
            err_set(e, ERR_LIMIT, _("%s: more than %d tables"),
                    ed->db->file.path, TABLES_MAX);
            free(name);
            break;
        }
        if (!is_internal(name))
            take_table(ed, name, is_table && sqlite3_column_int(st, 2) == 0);
        free(name);
    }
    sqlite3_finalize(st);
    if (rc == SQLITE_DONE && !ed->n_annexes)
        return err_set(e, ERR_DATA, _("%s: a database without any table"),
                       ed->db->file.path);
    return rc == SQLITE_DONE;
}
