#include "model/scan_store.h"

#include <stdlib.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "base/mem.h"

/* One row of the table. */
struct piece {
    int64_t id, first_row, hash;
    size_t len;
    bool is_checked; /* its hash was right once */
};

struct scan_store {
    struct db *db;
    int64_t rows;
    struct piece *pieces; /* the alphabet, then the blocks */
    size_t len, cap;
    struct scan_alphabet *alphabet;
    void *bytes; /* room for the longest piece */
    sqlite3_blob *blob;
};

int64_t scan_store_hash(const void *data, size_t len)
{
    return (int64_t)XXH3_64bits(data, len);
}

/* ---- which pieces there are ---- */

/* The pieces must follow each other from row 1, with none left out. */
static bool add_piece(struct scan_store *s, sqlite3_stmt *st)
{
    struct piece p = {
        .id = sqlite3_column_int64(st, 0),
        .first_row = sqlite3_column_int64(st, 2),
        .hash = sqlite3_column_int64(st, 3),
        .len = (size_t)sqlite3_column_int64(st, 4),
    };
    int64_t after =
        s->len < 2 ? (int64_t)s->len - 1 : s->pieces[s->len - 1].first_row;

    if (sqlite3_column_int64(st, 1) != (int64_t)s->len ||
        sqlite3_column_int64(st, 4) < 0 || p.len > SCAN_BLOCK_MAX ||
        p.first_row > s->rows)
        return false;
    if (s->len < 2 ? p.first_row != after + 1 : p.first_row <= after)
        return false;
    s->pieces = mem_grow(s->pieces, s->len, &s->cap, sizeof(*s->pieces));
    s->pieces[s->len++] = p;
    return true;
}

static bool load_pieces(struct scan_store *s, int64_t annex_id)
{
    sqlite3_stmt *st =
        db_prepare(s->db,
                   "SELECT id, seq, first_row, hash, length(data)"
                   " FROM scan_block WHERE annex_id = ?1 ORDER BY seq",
                   NULL);
    int rc;

    if (!st)
        return false;
    sqlite3_bind_int64(st, 1, annex_id);
    while ((rc = db_step(s->db, st, NULL)) == SQLITE_ROW)
        if (!add_piece(s, st))
            break;
    sqlite3_finalize(st);
    return rc == SQLITE_DONE && s->len >= 2;
}

/* ---- reading them ---- */

static bool read_bytes(struct scan_store *s, const struct piece *p)
{
    int rc;

    if (s->blob)
        rc = sqlite3_blob_reopen(s->blob, p->id);
    else
        rc = sqlite3_blob_open(s->db->handle, "main", "scan_block", "data",
                               p->id, 0, &s->blob);
    return rc == SQLITE_OK && (size_t)sqlite3_blob_bytes(s->blob) == p->len &&
           sqlite3_blob_read(s->blob, s->bytes, (int)p->len, 0) == SQLITE_OK;
}

static bool read_piece(struct scan_store *s, struct piece *p)
{
    if (!read_bytes(s, p))
        return false;
    p->is_checked =
        p->is_checked || scan_store_hash(s->bytes, p->len) == p->hash;
    return p->is_checked;
}

static bool load_alphabet(struct scan_store *s)
{
    size_t longest = 1;

    for (size_t i = 0; i < s->len; i++)
        if (s->pieces[i].len > longest)
            longest = s->pieces[i].len;
    s->bytes = xmalloc(longest);
    if (read_piece(s, &s->pieces[0]))
        s->alphabet = scan_alphabet_read(s->bytes, s->pieces[0].len, NULL);
    scan_store_pause(s);
    return s->alphabet != NULL;
}

struct scan_store *scan_store_open(struct db *db, int64_t annex_id,
                                   int64_t rows)
{
    struct scan_store *s = xcalloc(1, sizeof(*s));

    s->db = db;
    s->rows = rows;
    if (!load_pieces(s, annex_id) || !load_alphabet(s)) {
        scan_store_close(s);
        return NULL;
    }
    return s;
}

void scan_store_close(struct scan_store *s)
{
    if (!s)
        return;
    scan_store_pause(s);
    scan_alphabet_free(s->alphabet);
    free(s->pieces);
    free(s->bytes);
    free(s);
}

const struct scan_alphabet *scan_store_alphabet(const struct scan_store *s)
{
    return s->alphabet;
}

int64_t scan_store_first(const struct scan_store *s, size_t block)
{
    return s->pieces[block + 1].first_row;
}

int64_t scan_store_last(const struct scan_store *s, size_t block)
{
    return block + 2 < s->len ? s->pieces[block + 2].first_row - 1 : s->rows;
}

size_t scan_store_find(const struct scan_store *s, int64_t row)
{
    size_t low = 0, high = s->len - 1;

    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;

        if (scan_store_first(s, middle) <= row)
            low = middle;
        else
            high = middle;
    }
    return low;
}

bool scan_store_read(struct scan_store *s, size_t block, struct scan_block *b)
{
    struct piece *p = &s->pieces[block + 1];
    int64_t rows = scan_store_last(s, block) - p->first_row + 1;

    return read_piece(s, p) && scan_block_open(b, s->bytes, p->len, NULL) &&
           b->first_row == p->first_row && b->rows == rows;
}

void scan_store_pause(struct scan_store *s)
{
    sqlite3_blob_close(s->blob);
    s->blob = NULL;
}
