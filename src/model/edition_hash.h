/*
 * edition_hash.h - the hash of an edition's content, for the writer that
 * stores it and the reader that checks it (gongwen(5), INTEGRITY).
 *
 * XXH3, 128 bits, seed 0, over the values of the tables in a fixed order, not
 * over the file: a copy made with VACUUM or by another SQLite has the same.
 * It finds accidents, not forgery: anyone can compute it.
 *
 * What is hashed: the tables edition, notice, block, annex, field, gap,
 * citation, mention, from version 2 on particular and annex_line, then the
 * table of every list in the order of annex.id.
 * Each table gives the text of its name, then its rows in the order of the
 * primary key (of a list: rowid, which is hashed first in each row). A value
 * gives one byte for its type and then, as little-endian 64-bit numbers where
 * numbers are:
 *
 *     N  NULL       nothing
 *     I  INTEGER    the value
 *     F  REAL       its IEEE 754 bits
 *     T  TEXT       length in bytes, the bytes (UTF-8)
 *     B  BLOB       length in bytes, the bytes
 *
 * and a row ends with the byte R, a table with E. The rows "hash" and
 * "scan_hash" of the edition table are left out: they hold the results. The
 * second is the same over the table scan_block alone, a cache that a file may
 * lack.
 */
#ifndef MODEL_EDITION_HASH_H
#define MODEL_EDITION_HASH_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>

#include "model/digest.h"

struct edition_hash;

/* Of an edition of this version (model/schema.h). Borrows `db` until
 * edition_hash_free(). Never NULL. No statement is left open between calls. */
struct edition_hash *edition_hash_new(sqlite3 *db, int version);
void edition_hash_free(struct edition_hash *h); /* accepts NULL */

enum edition_hash_state {
    EDITION_HASH_MORE,
    EDITION_HASH_DONE,
    EDITION_HASH_FAILED
};

/*
 * Hash on, until at least `bytes` bytes of values were taken in this call
 * (< 0: to the end). A row is never split. FAILED when a table cannot be
 * read: the last error of the database says why. DONE and FAILED are final.
 */
enum edition_hash_state edition_hash_step(struct edition_hash *h,
                                          int64_t bytes);

/* Once DONE: the results in lower-case hexadecimal, NUL-terminated. `scan` is
 * "" where the file has no table scan_block. */
void edition_hash_result(const struct edition_hash *h,
                         char content[DIGEST_LEN + 1],
                         char scan[DIGEST_LEN + 1]);

#endif
