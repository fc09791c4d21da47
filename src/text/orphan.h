/*
 * orphan.h - that no paragraph's last line is a stray character.
 *
 * An orphan is a last line of fewer than two Han characters, marks not
 * counted: a character with its mark is still one (CLREQ, section 3.2). A
 * number or a word of two letters and more is none where no Han character
 * stands with it.
 */
#ifndef TEXT_ORPHAN_H
#define TEXT_ORPHAN_H

#include <stddef.h>

#include "text/fill.h"

/*
 * The line of `f` that begins with byte `start` would end at `end`. Where what
 * follows would be one line of `room` columns, and an orphan, the line is made
 * to end earlier, at the last place where a line may end so that it is none;
 * for want of one, so that it holds two characters of whatever kind. Returns
 * `end` as it is where neither can be: then no other legal breaks of as many
 * lines have a better last line either. (What follows `start` is wider than a
 * line, so that a last line can only begin behind it; and no line before need
 * change to let it.)
 */
struct fill_end orphan_avoid(struct fill *f, size_t start, struct fill_end end,
                             int room);

#endif
