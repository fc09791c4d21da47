#include "model/notice.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "model/db_cell.h"
#include "model/notice_parts.h"

enum {
    OPEN_MS = 1000,
    READ_MS = 1000,
    MEASURE_MS = 100,
    SURE = 4096,     /* blocks whose seqs are all looked at */
    BLOCKS = 32,     /* read at once */
    NEAR = 16,       /* blocks that stay valid (notice.h) */
    AHEAD = 1 << 20, /* bytes read beyond the block that is wanted */
    HELD_MAX = 32 << 20,
    SHORT = 4096, /* bytes of a text that is shown when all room is used */
    PARTICULARS_MAX = 1000,
    WEIGHT = 100, /* bytes of a block, where no one measured them */
};
#define COUNT_MAX (4 * 1000 * 1000)

/* ---- which blocks there are ---- */

static sqlite3_stmt *prepare(struct notice *n, const char *sql, struct err *e)
{
    sqlite3_stmt *st = db_prepare(n->ed->db, sql, e);

    if (st)
        sqlite3_bind_int64(st, 1, n->ed->notices[n->index].id);
    return st;
}

static bool find_last_seq(struct notice *n, int64_t *last, struct err *e)
{
    sqlite3_stmt *st = prepare(n,
                               "SELECT seq FROM block WHERE notice_id = ?1"
                               " ORDER BY seq DESC LIMIT 1",
                               e);
    int rc;

    if (!st)
        return false;
    rc = db_step(n->ed->db, st, e);
    *last = rc == SQLITE_ROW ? sqlite3_column_int64(st, 0) : 0;
    sqlite3_finalize(st);
    return rc == SQLITE_ROW || rc == SQLITE_DONE;
}

static bool is_rising_by_one(const struct notice *n)
{
    for (size_t i = 1; i < n->count; i++)
        if (n->seqs[i] != n->seqs[0] + (int64_t)i)
            return false;
    return true;
}

/* After the first blocks rise by one, the others are taken to do so too: a
 * notice of 100,000 blocks opens as quickly as a small one. */
static bool is_regular(const struct notice *n, int64_t last)
{
    return n->count == SURE && is_rising_by_one(n) &&
           last >= n->seqs[SURE - 1] &&
           last - n->seqs[0] < n->ed->db->file.size / 4;
}

static bool add_seq(struct notice *n, int64_t seq, size_t *cap, struct err *e)
{
    if (n->count == COUNT_MAX)
        return err_set(e, ERR_LIMIT, _("%s: a notice has over %d paragraphs"),
                       n->ed->db->file.path, COUNT_MAX);
    if (seq < 1 || (n->count && seq <= n->seqs[n->count - 1]))
        return err_set(e, ERR_DATA,
                       _("%s: the paragraphs of a notice are not numbered from "
                         "1; get the file again"),
                       n->ed->db->file.path);
    n->seqs = mem_grow(n->seqs, n->count, cap, sizeof(*n->seqs));
    n->seqs[n->count++] = seq;
    return true;
}

/* Fill n->seqs, until they are seen to be regular. */
static bool load_seqs(struct notice *n, int64_t last, bool *regular,
                      struct err *e)
{
    sqlite3_stmt *st = prepare(
        n, "SELECT seq FROM block WHERE notice_id = ?1 ORDER BY seq", e);
    size_t cap = 0;
    bool ok = true;
    int rc = SQLITE_DONE;

    if (!st)
        return false;
    while (ok && !*regular && (rc = db_step(n->ed->db, st, e)) == SQLITE_ROW) {
        ok = add_seq(n, sqlite3_column_int64(st, 0), &cap, e);
        *regular = ok && is_regular(n, last);
    }
    sqlite3_finalize(st);
    return ok && (*regular || rc == SQLITE_DONE);
}

static bool find_blocks(struct notice *n, struct err *e)
{
    bool regular = false;
    int64_t last;

    if (!find_last_seq(n, &last, e) || !load_seqs(n, last, &regular, e))
        return false;
    if (!n->count)
        return true;
    n->first_seq = n->seqs[0];
    if (regular || is_rising_by_one(n)) {
        n->count = regular ? (size_t)(last - n->first_seq) + 1 : n->count;
        free(n->seqs);
        n->seqs = NULL;
    }
    return true;
}

static int64_t seq_of(const struct notice *n, size_t index)
{
    return n->seqs ? n->seqs[index] : n->first_seq + (int64_t)index;
}

struct notice *notice_open(struct edition *ed, size_t index, struct err *e)
{
    struct notice *n = xcalloc(1, sizeof(*n));

    n->owners = 1;
    n->ed = ed;
    n->index = index;
    db_allow(ed->db, OPEN_MS);
    if (!find_blocks(n, e)) {
        notice_close(n);
        return NULL;
    }
    return n;
}

/* ---- its particulars ---- */

static void forget_particulars(struct notice *n)
{
    for (size_t i = 0; i < n->n_particulars; i++) {
        free(n->particulars[i].name);
        free(n->particulars[i].value);
    }
    free(n->particulars);
    n->particulars = NULL;
    n->n_particulars = n->cap_particulars = 0;
}

static bool load_particulars(struct notice *n, struct err *e)
{
    sqlite3_stmt *st = prepare(n,
                               "SELECT name, value FROM particular"
                               " WHERE notice_id = ?1 ORDER BY seq",
                               e);
    int rc;

    if (!st)
        return false;
    while ((rc = db_step(n->ed->db, st, e)) == SQLITE_ROW &&
           n->n_particulars < PARTICULARS_MAX) {
        n->particulars = mem_grow(n->particulars, n->n_particulars,
                                  &n->cap_particulars, sizeof(*n->particulars));
        n->particulars[n->n_particulars++] = (struct notice_particular){
            .name = db_text(st, 0), .value = db_text(st, 1)};
    }
    sqlite3_finalize(st);
    if (rc == SQLITE_ROW)
        err_set(e, ERR_LIMIT, _("%s: a notice has over %d particulars"),
                n->ed->db->file.path, PARTICULARS_MAX);
    return rc == SQLITE_DONE;
}

bool notice_particulars(struct notice *n,
                        const struct notice_particular **items, size_t *count,
                        struct err *e)
{
    if (!n->has_particulars && db_version(n->ed->db) >= 2) {
        db_allow(n->ed->db, READ_MS);
        if (!load_particulars(n, e)) {
            forget_particulars(n);
            return false;
        }
    }
    n->has_particulars = true;
    *items = n->particulars;
    *count = n->n_particulars;
    return true;
}

/* ---- opening and closing ---- */

static void free_entry(struct notice_entry *entry)
{
    free(entry->block.text);
    free(entry->block.raw);
    notice_links_free(entry->links, entry->n_links);
    free(entry);
}

struct notice *notice_share(struct notice *n)
{
    if (n) {
        assert(n->owners > 0);
        n->owners++;
    }
    return n;
}

void notice_close(struct notice *n)
{
    if (!n)
        return;
    assert(n->owners > 0);
    if (--n->owners > 0)
        return;
    for (size_t i = 0; i < n->n_entries; i++)
        free_entry(n->entries[i]);
    free(n->entries);
    free(n->seqs);
    free(n->offsets);
    free(n->mentions);
    forget_particulars(n);
    sqlite3_finalize(n->read);
    free(n);
}

size_t notice_block_count(const struct notice *n)
{
    return n->count;
}

int64_t notice_find_block(struct notice *n, int64_t seq)
{
    size_t low = 0, high = n->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (seq_of(n, middle) < seq)
            low = middle + 1;
        else
            high = middle;
    }
    return low < n->count && seq_of(n, low) == seq ? (int64_t)low : -1;
}

/* ---- how long they are ---- */

static void measure(struct notice *n)
{
    sqlite3_stmt *st = prepare(n,
                               "SELECT length(CAST(text AS BLOB)) FROM block"
                               " WHERE notice_id = ?1 ORDER BY seq",
                               NULL);
    int64_t sum = 0;
    size_t i = 0;

    n->offsets = xcalloc(n->count + 1, sizeof(*n->offsets));
    db_allow(n->ed->db, MEASURE_MS);
    for (; st && i < n->count && db_step(n->ed->db, st, NULL) == SQLITE_ROW;
         i++) {
        n->offsets[i] = sum;
        sum += sqlite3_column_int64(st, 0);
    }
    for (; i <= n->count; i++, sum += WEIGHT)
        n->offsets[i] = sum;
    sqlite3_finalize(st);
}

int64_t notice_offset(struct notice *n, size_t index)
{
    if (n->count > SURE)
        return (int64_t)index * WEIGHT;
    if (!n->offsets)
        measure(n);
    return n->offsets[index];
}

/* ---- reading them ---- */

static size_t distance(size_t a, size_t b)
{
    return a > b ? a - b : b - a;
}

static void let_go(struct notice *n, size_t index)
{
    size_t kept = 0;

    for (size_t i = 0; i < n->n_entries; i++) {
        struct notice_entry *entry = n->entries[i];

        if (distance(entry->index, index) > NEAR) {
            n->held -= entry->block.len + entry->block.raw_len;
            free_entry(entry);
        } else {
            n->entries[kept++] = entry;
        }
    }
    n->n_entries = kept;
}

static struct notice_entry *find_entry(const struct notice *n, size_t index)
{
    for (size_t i = 0; i < n->n_entries; i++)
        if (n->entries[i]->index == index)
            return n->entries[i];
    return NULL;
}

/* A text of the row, described where there is no room for it. */
static char *take_text(const struct notice *n, struct db_cell c, size_t *len)
{
    char note[DB_CELL_NOTE];

    if (c.len > SHORT && n->held + c.len > HELD_MAX)
        c = db_cell_large((int64_t)c.len, note);
    *len = c.len;
    return xmemdup(c.text, c.len);
}

static struct block take_block(const struct notice *n, sqlite3_stmt *st,
                               int64_t seq)
{
    char note[DB_CELL_NOTE];
    struct block b = {.seq = seq};
    char *role = db_text(st, 1);

    b.role = role_from_name(role);
    b.level = sqlite3_column_int(st, 2);
    if (b.level < 0 || b.level > BLOCK_LEVEL_MAX)
        b.level = 0;
    b.text = take_text(n, db_cell_read(st, 3, note), &b.len);
    if (sqlite3_column_type(st, 4) != SQLITE_NULL)
        b.raw = take_text(n, db_cell_read(st, 4, note), &b.raw_len);
    free(role);
    return b;
}

static void add_entry(struct notice *n, size_t index, struct block b)
{
    struct notice_entry *entry = xcalloc(1, sizeof(*entry));

    entry->index = index;
    entry->block = b;
    n->held += b.len + b.raw_len;
    n->entries = mem_grow(n->entries, n->n_entries, &n->cap_entries,
                          sizeof(*n->entries));
    n->entries[n->n_entries++] = entry;
}

/* Where SQLite says that a row is too large for it. */
static struct block large_block(int64_t seq)
{
    char note[DB_CELL_NOTE];
    struct db_cell c = db_cell_large(-1, note);

    return (struct block){
        .seq = seq, .text = xmemdup(c.text, c.len), .len = c.len};
}

static bool begin(struct notice *n, size_t first, struct err *e)
{
    if (!n->read)
        n->read = db_prepare(n->ed->db,
                             "SELECT seq, role, level, text, raw FROM block"
                             " WHERE notice_id = ?1 AND seq >= ?2"
                             " ORDER BY seq LIMIT ?3",
                             e);
    if (!n->read)
        return false;
    sqlite3_bind_int64(n->read, 1, n->ed->notices[n->index].id);
    sqlite3_bind_int64(n->read, 2, seq_of(n, first));
    sqlite3_bind_int64(n->read, 3, BLOCKS);
    return true;
}

/* Read the blocks from `first` on, of which `wanted` is one. */
static bool read_blocks(struct notice *n, size_t first, size_t wanted,
                        struct err *e)
{
    struct err failure = {0};
    size_t bytes = 0;
    int rc = SQLITE_DONE;

    db_allow(n->ed->db, READ_MS);
    if (!begin(n, first, e))
        return false;
    for (size_t i = first; i < n->count; i++) {
        rc = db_step(n->ed->db, n->read, &failure);
        if (rc == SQLITE_TOOBIG && !find_entry(n, i))
            add_entry(n, i, large_block(seq_of(n, i)));
        if (rc != SQLITE_ROW ||
            sqlite3_column_int64(n->read, 0) != seq_of(n, i))
            break;
        if (!find_entry(n, i))
            add_entry(n, i, take_block(n, n->read, seq_of(n, i)));
        bytes += (size_t)sqlite3_column_bytes(n->read, 3);
        if (i >= wanted && bytes > AHEAD)
            break;
    }
    sqlite3_reset(n->read);
    if (find_entry(n, wanted))
        return true;
    if (rc == SQLITE_ROW || rc == SQLITE_DONE || rc == SQLITE_TOOBIG)
        return err_set(e, ERR_DATA,
                       _("%s: a paragraph is missing; get the file again"),
                       n->ed->db->file.path);
    if (e)
        *e = failure;
    return false;
}

static struct notice_entry *get_entry(struct notice *n, size_t index,
                                      struct err *e)
{
    struct notice_entry *entry;
    size_t first = index / BLOCKS * BLOCKS;

    if (index >= n->count)
        return NULL;
    entry = find_entry(n, index);
    if (entry)
        return entry;
    let_go(n, index);
    /* What stops a reading before it must not hide this one. */
    if (read_blocks(n, first, index, first == index ? e : NULL) ||
        (first != index && read_blocks(n, index, index, e)))
        return find_entry(n, index);
    return NULL;
}

const struct block *notice_block(struct notice *n, size_t index, struct err *e)
{
    const struct notice_entry *entry = get_entry(n, index, e);

    return entry ? &entry->block : NULL;
}

const struct notice_link *notice_links(struct notice *n, size_t index,
                                       size_t *count)
{
    struct notice_entry *entry = get_entry(n, index, NULL);

    *count = 0;
    if (!entry)
        return NULL;
    if (!entry->has_links)
        notice_find_links(n, entry);
    *count = entry->n_links;
    return entry->links;
}

int notice_table_before(const struct notice *n, int64_t seq)
{
    const struct notice_info *info = &n->ed->notices[n->index];

    for (size_t i = 0; i < info->annex_count; i++) {
        const struct annex_info *annex =
            edition_annex(n->ed, info->first_annex + i);

        if (annex->block_seq == seq && annex_is_list(annex))
            return (int)(info->first_annex + i);
    }
    return -1;
}
