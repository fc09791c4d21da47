/*
 * fill.h - a stretch of text cut into lines, each as full as the rules of
 * text/break.h let it be.
 *
 * Looks no further ahead than it must: the first line of megabytes costs one
 * line. Knows nothing of indents, of what came before the stretch, nor of
 * lines that are made fuller or shorter for the look of the page.
 */
#ifndef TEXT_FILL_H
#define TEXT_FILL_H

#include <stddef.h>

#include "text/break.h"
#include "text/width.h"

/* The fields are the filler's own. */
struct fill {
    const char *s; /* borrowed */
    size_t len;
    enum ambiguous ambiguous;
    struct breaker breaker;
    unsigned char *kinds; /* owned: of the bytes up to `breaker.end` */
    size_t kinds_cap;
    size_t piece; /* bytes that the next look ahead takes */
};

/* Where a line ends. */
struct fill_end {
    size_t at;       /* the next line begins here; the text's length: none */
    size_t text_end; /* the line's text ends here: blanks come after it */
    int columns;     /* of its text */
};

/* `piece` bytes are looked at ahead at first, 0: as many as are good. The
 * lines are the same with any number. */
void fill_init(struct fill *f, const char *s, size_t len,
               enum ambiguous ambiguous, size_t piece);
void fill_clear(struct fill *f);

/* The line from byte `start`, with which a line may begin, in `room` >= 2
 * columns. */
struct fill_end fill_line(struct fill *f, size_t start, int room);

/* The same where the line is to end at byte `at`, whatever its width. */
struct fill_end fill_to(const struct fill *f, size_t start, size_t at);

/* The kind of byte `at` of the text. */
enum break_kind fill_kind(struct fill *f, size_t at);

#endif
