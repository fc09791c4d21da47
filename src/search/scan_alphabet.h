/*
 * scan_alphabet.h - the characters of a list, numbered so that each is 16 bits
 * in a scan block (search/scan_block.h), beyond the BMP or not, and a search
 * works out each of them once.
 *
 * The high byte of a character's unit is its class: characters whose readings
 * begin with the same letter stand together, so that what a search looks for
 * lies in few classes and most of a block is passed 32 units at a time
 * (search/scan_look.h). Any numbering gives the same rows.
 *
 * As bytes, little endian:
 *
 *     "GSA2"                 4 bytes
 *     count                  u32, at most SCAN_ALPHABET_MAX
 *     rows that blocks do not hold   u32
 *     code points            count times u32
 *     their units            count times u16
 */
#ifndef SEARCH_SCAN_ALPHABET_H
#define SEARCH_SCAN_ALPHABET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"

/* Units that are no character. The second has a class of its own, so that
 * whoever looks for it finds nothing else. */
#define SCAN_CELL 0 /* between two cells of a row */
#define SCAN_NOT_HELD                                                          \
    0x100 /* alone in its row: the row is too long, or has a                   \
             character that no unit was left for */

#define SCAN_UNITS        0x10000u
#define SCAN_CLASSES      256u /* high bytes of units */
#define SCAN_CLASS_UNITS  256u
#define SCAN_ALPHABET_MAX (SCAN_UNITS - 1 - SCAN_CLASS_UNITS)

struct scan_alphabet;

/* Never NULL; empty. */
struct scan_alphabet *scan_alphabet_new(void);
void scan_alphabet_free(struct scan_alphabet *a);

/* The unit of a character, added if it is new. SCAN_NOT_HELD when no unit is
 * left. */
uint16_t scan_alphabet_add(struct scan_alphabet *a, uint32_t cp);

/* Count a row that the blocks do not hold. */
void scan_alphabet_miss_row(struct scan_alphabet *a);

struct scan_letter {
    uint32_t cp;
    uint16_t unit;
};

/* The characters in the order of their first use; borrowed until the next
 * scan_alphabet_add(). */
const struct scan_letter *scan_alphabet_letters(const struct scan_alphabet *a,
                                                size_t *count);

/* Whether some row is not held. */
bool scan_alphabet_misses_rows(const struct scan_alphabet *a);

/* Append the bytes to `out`. */
void scan_alphabet_write(const struct scan_alphabet *a, struct str *out);

/* Read what scan_alphabet_write() wrote; any other bytes are refused. Returns
 * NULL with `e` filled (ERR_DATA). What it returns cannot be added to. */
struct scan_alphabet *scan_alphabet_read(const void *bytes, size_t len,
                                         struct err *e);

#endif
