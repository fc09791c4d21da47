/*
 * vt_wide.h - makes libvterm draw ambiguous characters in two columns.
 *
 * libvterm has one width for each character and no switch. So every ambiguous
 * character (Unicode's own list, tests/ambiguous.txt) is replaced by a
 * stand-in that libvterm holds for wide, and turned back when cells are read.
 */
#ifndef TESTS_VT_WIDE_H
#define TESTS_VT_WIDE_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct vt_wide;

/* Reads $srcdir/tests/ambiguous.txt; fails the test if it cannot. */
struct vt_wide *vt_wide_new(void);
void vt_wide_free(struct vt_wide *w); /* accepts NULL */

/* Append a piece of the stream with stand-ins; a character that is cut at the
 * end of the piece is kept for the next one. */
void vt_wide_map(struct vt_wide *w, const char *bytes, size_t len,
                 struct str *out);

/* The character that a stand-in stands for; others are themselves. */
uint32_t vt_wide_unmap(uint32_t cp);

#endif
