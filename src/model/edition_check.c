#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "model/edition_parts.h"

/* ---- the fixed tables ---- */

/* Those that are read later: of what is loaded on opening, each column was
 * asked for by its name. */
static bool has_fixed_tables(struct edition *ed, struct err *e)
{
    static const struct {
        int since; /* version */
        const char *sql;
    } tables[] = {
        {1, "SELECT notice_id, seq, role, level, text, raw FROM block"},
        {1, "SELECT annex_id, seq, column_name, kind, origin FROM field"},
        {1, "SELECT annex_id, after_row, first, last FROM gap"},
        {1, "SELECT notice_id, block_seq, start, length, title, doc_number,"
            " target_notice FROM citation"},
        {1, "SELECT annex_id, row, notice_id, block_seq FROM mention"},
        {2, "SELECT notice_id, seq, name, value FROM particular"},
        {2, "SELECT annex_id, place, seq, text FROM annex_line"},
    };

    for (size_t i = 0; i < ARRAY_LEN(tables); i++) {
        sqlite3_stmt *st;

        if (tables[i].since > db_version(ed->db))
            continue;
        st = db_prepare(ed->db, tables[i].sql, e);
        if (!st)
            return false;
        sqlite3_finalize(st);
    }
    return true;
}

/* ---- the lists' tables ---- */

struct checker {
    struct edition *ed;
    sqlite3_stmt *fields; /* the columns that an annex says it has */
};

static bool columns_differ(const struct edition *ed, const struct annex_info *a,
                           struct err *e)
{
    return err_set(e, ERR_DATA,
                   _("%s: damaged: table %s has not the columns of its list; "
                     "get the file again"),
                   ed->db->file.path, a->table_name);
}

/* Whether the next field of `c->fields` is the next column of the table; both
 * end together. The importer writes them in one order. */
static bool same_columns(struct checker *c, const struct annex_info *a,
                         sqlite3_stmt *table, struct err *e)
{
    int columns = sqlite3_column_count(table), seen = 0;
    bool same = true;
    int rc;

    sqlite3_bind_int64(c->fields, 1, a->id);
    while ((rc = db_step(c->ed->db, c->fields, e)) == SQLITE_ROW && same) {
        const char *field = (const char *)sqlite3_column_text(c->fields, 0);
        const char *column =
            seen < columns ? sqlite3_column_name(table, seen) : NULL;

        same = field && column && strcmp(field, column) == 0;
        seen++;
    }
    sqlite3_reset(c->fields);
    if (same && rc != SQLITE_DONE)
        return false;
    return (same && seen == columns) || columns_differ(c->ed, a, e);
}

static bool check_list(struct checker *c, const struct annex_info *a,
                       struct err *e)
{
    struct str sql = {0};
    sqlite3_stmt *st;
    bool ok;

    str_add(&sql, "SELECT * FROM ");
    db_add_name(&sql, a->table_name);
    st = db_prepare(c->ed->db, str_text(&sql), e);
    str_clear(&sql);
    ok = st && same_columns(c, a, st, e);
    sqlite3_finalize(st);
    return ok;
}

bool edition_check(struct edition *ed, struct err *e)
{
    struct checker c = {.ed = ed};
    bool ok = has_fixed_tables(ed, e);

    if (ok) {
        c.fields = db_prepare(ed->db,
                              "SELECT column_name FROM field"
                              " WHERE annex_id = ?1 ORDER BY seq",
                              e);
        ok = c.fields != NULL;
    }
    for (size_t i = 0; ok && i < ed->n_annexes; i++)
        if (ed->annexes[i].held && *ed->annexes[i].table_name)
            ok = check_list(&c, &ed->annexes[i], e);
    sqlite3_finalize(c.fields);
    return ok;
}
