#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/edition_parts.h"

enum {
    TABLES_MAX = 10 * 1000,
    VIEW_BYTES = 4 << 20, /* to compile a view: everyday ones take a tenth */
    VIEWS_MS = 250,       /* for all views; those behind are not looked at */
};

/* A message about the file, without the file's name before it. */
static const char *without_path(const struct edition *ed, const char *msg)
{
    const char *path = ed->db->file.path;
    size_t len = strlen(path);

    return strncmp(msg, path, len) == 0 && strncmp(msg + len, ": ", 2) == 0
               ? msg + len + 2
               : msg;
}

/* Find out why a table cannot be shown, or how many columns it has. Views that
 * double each other (the 20th stands for a million) would take minutes. */
static void try_table(struct edition *ed, struct annex_info *a, int64_t end)
{
    struct str sql = {0};
    struct err reason = {0};
    sqlite3_stmt *st;
    size_t columns;

    if (a->source == SOURCE_VIRTUAL) {
        a->unreadable =
            xstrdup(_("a virtual table (a search index or the like): only "
                      "the program that made it can read it"));
        return;
    }
    /* Of such a table a column may be refused, but never all of it. */
    if (db_columns(ed->db, a->table_name, &columns)) {
        a->columns = (int)columns;
        return;
    }
    if (a->source == SOURCE_VIEW && clock_ns() > end) {
        a->unreadable = xstrdup(_("not looked at: the views before it took "
                                  "too long"));
        return;
    }
    str_add(&sql, "SELECT * FROM ");
    db_add_name(&sql, a->table_name);
    st = db_prepare_within(ed->db, str_text(&sql), VIEW_BYTES, &reason);
    str_clear(&sql);
    if (st)
        a->columns = sqlite3_column_count(st);
    else
        a->unreadable = xstrdup(without_path(ed, reason.msg));
    sqlite3_finalize(st);
}

/* Views are looked at until clock_ns() is `end`. */
static void take_table(struct edition *ed, const char *name,
                       enum annex_source source, int64_t end)
{
    struct annex_info *a;

    ed->annexes = mem_grow(ed->annexes, ed->n_annexes, &ed->cap_annexes,
                           sizeof(*ed->annexes));
    a = &ed->annexes[ed->n_annexes++];
    *a = (struct annex_info){
        .id = (int64_t)ed->n_annexes,
        .notice = -1,
        .number = xstrdup(""),
        .title = xstrdup(name),
        .kind = ANNEX_LIST,
        .held = true,
        .stated_total = -1,
        .table_name = xstrdup(name),
        .block_seq = -1,
        .file = xstrdup(""),
        .source = source,
        .rows = -1,
    };
    try_table(ed, a, end);
}

/* SQLite's own bookkeeping is nobody's list. */
static bool is_internal(const char *name)
{
    return sqlite3_strnicmp(name, "sqlite_", 7) == 0;
}

/* The tables in which a virtual table keeps its content, by their endings:
 * those of fts5, fts3 and fts4, rtree, spellfix1. They hold nothing that is of
 * use without it. */
static bool is_shadow_name(const char *ending)
{
    static const char *const endings[] = {
        "data",   "idx",  "content", "docsize", "config", "segments",
        "segdir", "stat", "node",    "parent",  "rowid",  "vocab"};

    for (size_t i = 0; i < ARRAY_LEN(endings); i++)
        if (sqlite3_stricmp(ending, endings[i]) == 0)
            return true;
    return false;
}

static bool is_shadow(const struct edition *ed, const struct annex_info *a)
{
    for (size_t i = 0; i < ed->n_annexes; i++) {
        const struct annex_info *owner = &ed->annexes[i];
        size_t len = strlen(owner->table_name);

        if (owner->source == SOURCE_VIRTUAL &&
            sqlite3_strnicmp(owner->table_name, a->table_name, (int)len) == 0 &&
            a->table_name[len] == '_' &&
            is_shadow_name(a->table_name + len + 1))
            return true;
    }
    return false;
}

/* Whatever stands before the other in the file, a virtual table and its
 * shadows. */
static void hide_shadows(struct edition *ed)
{
    size_t kept = 0;
    bool has_virtual = false;

    for (size_t i = 0; i < ed->n_annexes; i++)
        has_virtual = has_virtual || ed->annexes[i].source == SOURCE_VIRTUAL;
    if (!has_virtual)
        return;
    for (size_t i = 0; i < ed->n_annexes; i++) {
        struct annex_info *a = &ed->annexes[i];

        a->held = !(a->source == SOURCE_TABLE && is_shadow(ed, a));
    }
    for (size_t i = 0; i < ed->n_annexes; i++) {
        struct annex_info a = ed->annexes[i];

        if (a.held) {
            a.id = (int64_t)kept + 1;
            ed->annexes[kept++] = a;
        } else {
            edition_free_annex(&a);
        }
    }
    ed->n_annexes = kept;
}

static enum annex_source source_of(sqlite3_stmt *st)
{
    const char *type = (const char *)sqlite3_column_text(st, 1);

    if (type && strcmp(type, "view") == 0)
        return SOURCE_VIEW;
    return sqlite3_column_int(st, 2) == 0 ? SOURCE_VIRTUAL : SOURCE_TABLE;
}

bool edition_load_foreign(struct edition *ed, struct err *e)
{
    sqlite3_stmt *st =
        db_prepare(ed->db,
                   "SELECT name, type, rootpage FROM sqlite_schema"
                   " WHERE type IN ('table', 'view') ORDER BY rowid",
                   e);
    int64_t end = db_end(VIEWS_MS);
    int rc;

    if (!st)
        return false;
    while ((rc = db_step(ed->db, st, e)) == SQLITE_ROW) {
        char *name = db_text(st, 0);

        if (ed->n_annexes >= TABLES_MAX) {
            err_set(e, ERR_LIMIT, _("%s: more than %d tables"),
                    ed->db->file.path, TABLES_MAX);
            free(name);
            break;
        }
        if (!is_internal(name))
            take_table(ed, name, source_of(st), end);
        free(name);
    }
    sqlite3_finalize(st);
    if (rc == SQLITE_DONE && !ed->n_annexes)
        return err_set(e, ERR_DATA, _("%s: a database without any table"),
                       ed->db->file.path);
    hide_shadows(ed);
    return rc == SQLITE_DONE;
}
