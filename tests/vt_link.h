/*
 * vt_link.h - lets libvterm keep account of links (OSC 8), which it does not
 * know.
 *
 * A link is turned into a background colour that stands for its address and,
 * as terminals have it, outlives every change of attributes. So libvterm
 * moves and erases links with their cells.
 */
#ifndef TESTS_VT_LINK_H
#define TESTS_VT_LINK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct vt_link;

struct vt_link *vt_link_new(void);
void vt_link_free(struct vt_link *l); /* accepts NULL */

/* Append a piece of the stream with colours for links; a sequence that is cut
 * at the end of the piece is kept for the next one. */
void vt_link_map(struct vt_link *l, const char *bytes, size_t len,
                 struct str *out);

/* The number that a colour stands for, from 1. */
int vt_link_number(int red, int green, int blue);
void vt_link_colour(int number, int *red, int *green, int *blue);

/* The link as it was opened: "id=ID;ADDRESS". */
const char *vt_link_text(const struct vt_link *l, int number);

/* Whether a link is open; how many were opened so far; how often one was
 * opened inside another or closed without having been opened. */
bool vt_link_is_open(const struct vt_link *l);
int vt_link_opened(const struct vt_link *l);
int vt_link_faults(const struct vt_link *l);

#endif
