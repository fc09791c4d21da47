/*
 * clean.h - the one way of text out of the program: what may act on a
 * terminal becomes a visible mark.
 *
 * Text from a file, a message of a library, a name from the environment:
 * everything passes here before the screen, standard output or an error
 * message. The result is valid UTF-8 without control, format or noncharacter
 * code points:
 *
 *   - a bad UTF-8 unit becomes U+FFFD;
 *   - C0 and DEL become ^X (CR, LF and TAB too: a cell or a paragraph is one
 *     line); C1, Cf, Zl, Zp and noncharacters become <202E>;
 *   - U+200B, U+2060, U+FEFF and U+00AD are dropped;
 *   - a combining mark stays with its base, at most 4 to one base; a leading
 *     mark gets a space before it, so that it cannot sit on a
 *     neighbour;
 *   - with CLEAN_SCREEN, what terminals disagree on or lack (text/width.h,
 *     WIDTH_SUBSTITUTE) becomes U+3013; with CLEAN_EXPORT it stays as it is.
 */
#ifndef TEXT_CLEAN_H
#define TEXT_CLEAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

enum clean_mode { CLEAN_SCREEN, CLEAN_EXPORT };

/*
 * A cleaned text and the way between its bytes and the source's. Most text is
 * clean already: then `map` is NULL and the offsets are the same.
 */
struct clean {
    char *text; /* owned, NUL-terminated */
    size_t len;
    size_t source_len;
    uint32_t *map; /* owned: the source offset of every clean byte, rising;
                      or NULL. The texts of one struct are under 4 GiB. */
};

/* Clean `len` bytes at `src` into `out`, which must be empty ({0}). */
void clean_text(struct clean *out, const char *src, size_t len,
                enum clean_mode mode);
void clean_clear(struct clean *c);

/* Where the source's byte `offset` (or the first shown one after it) stands
 * in the clean text, and the reverse. An offset of the text's length gives
 * the other text's length. */
size_t clean_from_source(const struct clean *c, size_t offset);
size_t clean_to_source(const struct clean *c, size_t offset);

/* Append the clean form of a text to `out`. */
void clean_append(struct str *out, const char *src, size_t len,
                  enum clean_mode mode);

/* A copy of a NUL-terminated text, cleaned with CLEAN_EXPORT; the caller
 * frees it. */
char *clean_copy(const char *src);

/* Whether `src` is what clean_text() would make of it. Quick. */
bool clean_is_clean(const char *src, size_t len, enum clean_mode mode);

#endif
