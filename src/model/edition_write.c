#include "model/edition_write.h"

#include <assert.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/db.h"
#include "model/edition_hash.h"
#include "model/heap.h"
#include "model/scan_store.h"
#include "model/schema.h"
#include "search/scan_block.h"

enum statement {
    ADD_VALUE,
    ADD_NOTICE,
    ADD_PARTICULAR,
    ADD_BLOCK,
    ADD_ANNEX,
    ADD_ANNEX_LINE,
    ADD_FIELD,
    ADD_GAP,
    ADD_CITATION,
    ADD_MENTION,
    ADD_ROW,   /* made anew for each list */
    ADD_BYTES, /* a scan block; made with their table */
    STATEMENT_COUNT,
};

/* clang-format off */
static const char *const statement_sql[STATEMENT_COUNT] = {
    [ADD_VALUE] = "INSERT INTO edition(key,value) VALUES(?,?)",
    [ADD_NOTICE] = "INSERT INTO notice(id,title,doc_number,issuer,addressee,"
                   "issued_on,kind,status,url,source) "
                   "VALUES(?,?,?,?,?,?,?,?,?,?)",
    [ADD_PARTICULAR] = "INSERT INTO particular(notice_id,seq,name,value) "
                       "VALUES(?,?,?,?)",
    [ADD_BLOCK] = "INSERT INTO block(notice_id,seq,role,level,text,raw) "
                  "VALUES(?,?,?,?,?,?)",
    [ADD_ANNEX] = "INSERT INTO annex(id,notice_id,seq,number,title,kind,held,"
                  "stated_total,table_name,block_seq,file) "
                  "VALUES(?,?,?,?,?,?,?,?,?,?,?)",
    [ADD_ANNEX_LINE] = "INSERT INTO annex_line(annex_id,place,seq,text) "
                       "VALUES(?,?,?,?)",
    [ADD_FIELD] = "INSERT INTO field(annex_id,seq,column_name,kind,origin) "
                  "VALUES(?,?,?,?,?)",
    [ADD_GAP] = "INSERT INTO gap(annex_id,after_row,first,last) "
                "VALUES(?,?,?,?)",
    [ADD_CITATION] = "INSERT INTO citation(notice_id,block_seq,start,length,"
                     "title,doc_number,target_notice) VALUES(?,?,?,?,?,?,?)",
    [ADD_MENTION] = "INSERT INTO mention(annex_id,row,notice_id,block_seq) "
                    "VALUES(?,?,?,?)",
};
/* clang-format on */

struct edition_writer {
    sqlite3 *db;
    sqlite3_stmt *statements[STATEMENT_COUNT];
    bool *is_integer; /* of the columns of the current list */
    size_t columns;
    bool finished;

    struct scan_writer *scan; /* of the current list, or NULL */
    struct query_cell *scan_cells;
    int64_t scan_annex, scan_seq, scan_first, row;
};

static bool fail(struct edition_writer *w, struct err *e)
{
    return err_set(e, ERR_IO, "%s",
                   sqlite3_errcode(w->db) == SQLITE_FULL
                       ? _("the disk is full")
                       : sqlite3_errmsg(w->db));
}

static bool run(struct edition_writer *w, const char *sql, struct err *e)
{
    return sqlite3_exec(w->db, sql, NULL, NULL, NULL) == SQLITE_OK ||
           fail(w, e);
}

/* No journal: the file is new, and is thrown away if this fails.
 * secure_delete keeps leftovers of other pages out of it, so that the same
 * calls give the same bytes. */
static bool set_up(struct edition_writer *w, bool large, struct err *e)
{
    struct str sql = {0};
    bool ok;

    str_addf(&sql,
             "PRAGMA page_size=%d;"
             "PRAGMA encoding='UTF-8';"
             "PRAGMA journal_mode=OFF;"
             "PRAGMA synchronous=OFF;"
             "PRAGMA locking_mode=EXCLUSIVE;"
             "PRAGMA secure_delete=ON;"
             "PRAGMA trusted_schema=OFF;"
             "PRAGMA foreign_keys=ON;"
             "PRAGMA cache_size=-8192;"
             "PRAGMA application_id=%d;"
             "PRAGMA user_version=%d;"
             "BEGIN;",
             large ? 65536 : 4096, SCHEMA_APPLICATION_ID, SCHEMA_VERSION);
    ok = run(w, str_text(&sql), e) && run(w, schema_sql, e);
    str_clear(&sql);
    return ok;
}

struct edition_writer *edition_writer_open(const char *path, bool large,
                                           struct err *e)
{
    struct edition_writer *w = xcalloc(1, sizeof(*w));

    heap_setup();
    if (sqlite3_open_v2(path, &w->db, SQLITE_OPEN_READWRITE, NULL) !=
        SQLITE_OK) {
        fail(w, e);
        goto failed;
    }
    if (!set_up(w, large, e))
        goto failed;
    for (int i = 0; i < ADD_ROW; i++) {
        if (sqlite3_prepare_v2(w->db, statement_sql[i], -1, &w->statements[i],
                               NULL) != SQLITE_OK) {
            fail(w, e);
            goto failed;
        }
    }
    return w;

failed:
    edition_writer_close(w);
    return NULL;
}

static bool close_database(struct edition_writer *w)
{
    int rc;

    for (int i = 0; i < STATEMENT_COUNT; i++) {
        sqlite3_finalize(w->statements[i]);
        w->statements[i] = NULL;
    }
    rc = sqlite3_close(w->db);
    w->db = NULL;
    return rc == SQLITE_OK;
}

void edition_writer_close(struct edition_writer *w)
{
    if (!w)
        return;
    close_database(w);
    scan_writer_free(w->scan);
    free(w->scan_cells);
    free(w->is_integer);
    free(w);
}

/* The next value of a statement that is being filled. */
struct binder {
    sqlite3_stmt *st;
    int at;
};

static void bind_number(struct binder *b, int64_t n)
{
    sqlite3_bind_int64(b->st, ++b->at, n);
}

static void bind_bytes(struct binder *b, const char *text, size_t len)
{
    if (len)
        sqlite3_bind_text64(b->st, ++b->at, text, len, SQLITE_STATIC,
                            SQLITE_UTF8);
    else
        sqlite3_bind_null(b->st, ++b->at);
}

static void bind_optional(struct binder *b, const char *text)
{
    bind_bytes(b, text, text ? strlen(text) : 0);
}

static void bind_number_if(struct binder *b, bool known, int64_t n)
{
    if (known)
        bind_number(b, n);
    else
        bind_optional(b, NULL);
}

static void bind_wanted(struct binder *b, const char *text)
{
    sqlite3_bind_text(b->st, ++b->at, text ? text : "", -1, SQLITE_STATIC);
}

static struct binder binder_of(struct edition_writer *w, enum statement which)
{
    assert(!w->finished);
    return (struct binder){.st = w->statements[which]};
}

static bool insert(struct edition_writer *w, struct binder *b, struct err *e)
{
    bool ok = sqlite3_step(b->st) == SQLITE_DONE || fail(w, e);

    sqlite3_reset(b->st);
    return ok;
}

bool edition_writer_value(struct edition_writer *w, const char *key,
                          const char *value, struct err *e)
{
    struct binder b = binder_of(w, ADD_VALUE);

    bind_wanted(&b, key);
    bind_wanted(&b, value);
    return insert(w, &b, e);
}

bool edition_writer_notice(struct edition_writer *w,
                           const struct write_notice *n, struct err *e)
{
    struct binder b = binder_of(w, ADD_NOTICE);

    bind_number(&b, n->id);
    bind_wanted(&b, n->title);
    bind_optional(&b, n->doc_number);
    bind_optional(&b, n->issuer);
    bind_optional(&b, n->addressee);
    bind_optional(&b, n->issued_on);
    bind_wanted(&b, n->kind);
    bind_optional(&b, n->status);
    bind_optional(&b, n->url);
    bind_wanted(&b, n->source);
    return insert(w, &b, e);
}

bool edition_writer_particular(struct edition_writer *w,
                               const struct write_particular *p, struct err *e)
{
    struct binder b = binder_of(w, ADD_PARTICULAR);

    bind_number(&b, p->notice);
    bind_number(&b, p->seq);
    bind_wanted(&b, p->name);
    bind_wanted(&b, p->value);
    return insert(w, &b, e);
}

bool edition_writer_block(struct edition_writer *w, const struct write_block *k,
                          struct err *e)
{
    struct binder b = binder_of(w, ADD_BLOCK);

    bind_number(&b, k->notice);
    bind_number(&b, k->seq);
    bind_wanted(&b, role_name(k->role));
    bind_number(&b, k->level);
    bind_wanted(&b, k->text);
    bind_optional(&b, k->raw);
    return insert(w, &b, e);
}

static char *table_of(int64_t annex)
{
    struct str name = {0};

    str_addf(&name, "annex_%lld", (long long)annex);
    return str_take(&name);
}

bool edition_writer_annex(struct edition_writer *w, const struct write_annex *a,
                          struct err *e)
{
    struct binder b = binder_of(w, ADD_ANNEX);
    char *table = a->has_table ? table_of(a->id) : NULL;
    bool ok;

    assert(a->held || !a->has_table);
    bind_number(&b, a->id);
    bind_number_if(&b, a->notice != 0, a->notice);
    bind_number(&b, a->seq);
    bind_optional(&b, a->number);
    bind_wanted(&b, a->title);
    bind_wanted(&b, a->kind);
    bind_number(&b, a->held);
    bind_number_if(&b, a->stated_total >= 0, a->stated_total);
    bind_optional(&b, table);
    bind_number_if(&b, a->block_seq >= 0, a->block_seq);
    bind_optional(&b, a->file);
    ok = insert(w, &b, e);
    free(table);
    return ok;
}

bool edition_writer_annex_line(struct edition_writer *w,
                               const struct write_annex_line *l, struct err *e)
{
    struct binder b = binder_of(w, ADD_ANNEX_LINE);

    bind_number(&b, l->annex);
    bind_wanted(&b, line_place_name(l->place));
    bind_number(&b, l->seq);
    bind_wanted(&b, l->text);
    return insert(w, &b, e);
}

static bool create_table(struct edition_writer *w, const char *table,
                         const struct write_field *fields, size_t count,
                         struct err *e)
{
    struct str sql = {0};
    bool ok;

    str_addf(&sql, "CREATE TABLE %s(\n", table);
    for (size_t i = 0; i < count; i++) {
        str_add(&sql, i ? ",\n  " : "  ");
        db_add_name(&sql, fields[i].name);
        str_add(&sql, fields[i].kind == COLUMN_INTEGER ? " INTEGER" : " TEXT");
    }
    str_add(&sql, "\n)");
    ok = run(w, str_text(&sql), e);
    str_clear(&sql);
    return ok;
}

static bool prepare_rows(struct edition_writer *w, const char *table,
                         size_t count, struct err *e)
{
    struct str sql = {0};
    bool ok;

    str_addf(&sql, "INSERT INTO %s VALUES(", table);
    for (size_t i = 0; i < count; i++)
        str_add(&sql, i ? ",?" : "?");
    str_add(&sql, ")");
    sqlite3_finalize(w->statements[ADD_ROW]);
    w->statements[ADD_ROW] = NULL;
    ok = sqlite3_prepare_v2(w->db, str_text(&sql), -1, &w->statements[ADD_ROW],
                            NULL) == SQLITE_OK ||
         fail(w, e);
    str_clear(&sql);
    return ok;
}

static bool add_field(struct edition_writer *w, int64_t annex, size_t seq,
                      const struct write_field *f, struct err *e)
{
    struct binder b = binder_of(w, ADD_FIELD);

    bind_number(&b, annex);
    bind_number(&b, (int64_t)seq);
    bind_wanted(&b, f->name);
    bind_wanted(&b, column_kind_name(f->kind));
    bind_wanted(&b, f->origin);
    return insert(w, &b, e);
}

bool edition_writer_list(struct edition_writer *w, int64_t annex,
                         const struct write_field *fields, size_t count,
                         struct err *e)
{
    char *table = table_of(annex);
    bool ok = create_table(w, table, fields, count, e) &&
              prepare_rows(w, table, count, e);

    free(w->is_integer);
    w->is_integer = xcalloc(count, sizeof(*w->is_integer));
    w->columns = count;
    w->row = 0;
    for (size_t i = 0; ok && i < count; i++) {
        w->is_integer[i] = fields[i].kind == COLUMN_INTEGER;
        ok = add_field(w, annex, i + 1, &fields[i], e);
    }
    free(table);
    return ok;
}

static bool add_bytes(struct edition_writer *w, int64_t seq, int64_t first_row,
                      const void *bytes, size_t len, struct err *e)
{
    struct binder b = binder_of(w, ADD_BYTES);

    bind_number(&b, w->scan_annex);
    bind_number(&b, seq);
    bind_number(&b, first_row);
    bind_number(&b, scan_store_hash(bytes, len));
    sqlite3_bind_blob64(b.st, ++b.at, bytes, len, SQLITE_STATIC);
    return insert(w, &b, e);
}

/* The rows since the last block. */
static bool add_scan_block(struct edition_writer *w, struct err *e)
{
    size_t len;
    const void *bytes = scan_writer_take(w->scan, &len);

    if (bytes && !add_bytes(w, ++w->scan_seq, w->scan_first, bytes, len, e))
        return false;
    w->scan_first = w->row + 1;
    return true;
}

bool edition_writer_scan(struct edition_writer *w, int64_t annex, struct err *e)
{
    static const char sql[] = "INSERT INTO scan_block(annex_id,seq,first_row,"
                              "hash,data) VALUES(?,?,?,?,?)";

    if (!w->statements[ADD_BYTES] &&
        (!run(w, schema_scan_sql, e) ||
         sqlite3_prepare_v2(w->db, sql, -1, &w->statements[ADD_BYTES], NULL) !=
             SQLITE_OK))
        return fail(w, e);
    scan_writer_free(w->scan);
    w->scan = scan_writer_new(SCAN_BLOCK_GOOD);
    w->scan_cells =
        xreallocarray(w->scan_cells, w->columns, sizeof(*w->scan_cells));
    w->scan_annex = annex;
    w->scan_seq = 0;
    w->scan_first = 1;
    return true;
}

bool edition_writer_scan_end(struct edition_writer *w, struct err *e)
{
    size_t len;
    const void *alphabet;
    bool ok = add_scan_block(w, e);

    if (ok) {
        alphabet = scan_writer_alphabet(w->scan, &len);
        ok = add_bytes(w, 0, 0, alphabet, len, e);
    }
    scan_writer_free(w->scan);
    w->scan = NULL;
    return ok;
}

static bool scan_row(struct edition_writer *w, const struct write_cell *cells,
                     struct err *e)
{
    for (size_t i = 0; i < w->columns; i++)
        w->scan_cells[i] = (struct query_cell){cells[i].text, cells[i].len};
    return !scan_writer_add(w->scan, w->scan_cells, w->columns) ||
           add_scan_block(w, e);
}

bool edition_writer_row(struct edition_writer *w,
                        const struct write_cell *cells, struct err *e)
{
    struct binder b = binder_of(w, ADD_ROW);

    for (size_t i = 0; i < w->columns; i++) {
        int64_t number;

        if (w->is_integer[i] && cells[i].len) {
            bool is_integer =
                column_kind_integer(cells[i].text, cells[i].len, &number);

            assert(is_integer);
            bind_number(&b, number);
        } else {
            bind_bytes(&b, cells[i].text, cells[i].len);
        }
    }
    w->row++;
    return insert(w, &b, e) && (!w->scan || scan_row(w, cells, e));
}

bool edition_writer_gap(struct edition_writer *w, int64_t annex,
                        int64_t after_row, int64_t first, int64_t last,
                        struct err *e)
{
    struct binder b = binder_of(w, ADD_GAP);

    bind_number(&b, annex);
    bind_number(&b, after_row);
    bind_number(&b, first);
    bind_number(&b, last);
    return insert(w, &b, e);
}

bool edition_writer_citation(struct edition_writer *w,
                             const struct write_citation *c, struct err *e)
{
    struct binder b = binder_of(w, ADD_CITATION);

    bind_number(&b, c->notice);
    bind_number(&b, c->block);
    bind_number(&b, c->start);
    bind_number(&b, c->length);
    bind_optional(&b, c->title);
    bind_optional(&b, c->doc_number);
    bind_number_if(&b, c->target != 0, c->target);
    return insert(w, &b, e);
}

bool edition_writer_mention(struct edition_writer *w, int64_t annex,
                            int64_t row, int64_t notice, int64_t block,
                            struct err *e)
{
    struct binder b = binder_of(w, ADD_MENTION);

    bind_number(&b, annex);
    bind_number(&b, row);
    bind_number(&b, notice);
    bind_number(&b, block);
    return insert(w, &b, e);
}

static bool add_hashes(struct edition_writer *w, struct err *e)
{
    struct edition_hash *h = edition_hash_new(w->db, SCHEMA_VERSION);
    char content[DIGEST_LEN + 1], scan[DIGEST_LEN + 1];
    bool ok = edition_hash_step(h, -1) == EDITION_HASH_DONE || fail(w, e);

    if (ok) {
        edition_hash_result(h, content, scan);
        ok = edition_writer_value(w, "hash", content, e) &&
             (!scan[0] || edition_writer_value(w, "scan_hash", scan, e));
    }
    edition_hash_free(h);
    return ok;
}

bool edition_writer_finish(struct edition_writer *w, struct err *e)
{
    if (!add_hashes(w, e) || !run(w, "COMMIT", e))
        return false;
    w->finished = true;
    return close_database(w) ||
           err_set(e, ERR_IO, "the database cannot be closed");
}
