/*
 * flow.h - a notice as one column of laid-out lines, made when looked at.
 *
 * A line is named by its block and its place within it, never by a number
 * from the notice's beginning: so no line costs the layout of those before
 * it. Bytes are those of the blocks' texts, also where the raw text is shown.
 */
#ifndef UI_FLOW_H
#define UI_FLOW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/notice.h"
#include "text/clean.h"
#include "text/layout.h"

/* A block as it is shown; borrowed until a block that is FLOW_CACHE away is
 * looked at or the flow is reshaped. */
struct flow_block {
    size_t index;
    bool is_held;      /* of a place in the cache: it is in use */
    bool is_failed;    /* `clean` is the message */
    bool blank_before; /* a line without text of its own stands over it: */
    int table; /* it names this list (index in the edition), -1: it is empty */
    enum role role;
    int level;
    size_t heading_len; /* bytes of the clean text (text/form.h) */
    struct clean clean;
    struct layout *layout; /* of the clean text; owned */
};

/* A line: its place in the block's layout, -1 for the empty line over it. */
struct flow_pos {
    size_t block;
    int64_t line;
};

#define FLOW_CACHE 128

struct flow {
    struct notice *notice; /* borrowed; NULL: none */
    int width;             /* of the measure, at least 2 */
    enum ambiguous ambiguous;
    bool raw;
    struct flow_block cache[FLOW_CACHE]; /* by index modulo its length */
};

/* Show another notice (NULL: none), or the same with other widths or as raw
 * text. What was laid out is forgotten where anything differs. */
void flow_set(struct flow *f, struct notice *n);
void flow_shape(struct flow *f, int width, enum ambiguous ambiguous, bool raw);
void flow_clear(struct flow *f);

/* Whether there is any line. */
bool flow_has_lines(const struct flow *f);

struct flow_block *flow_block(struct flow *f, size_t index);

/* The line that shows byte `offset` of a block (the last one, past the end), or
 * byte `shown` of its clean text; the first and the last line of all. Only
 * with lines. */
struct flow_pos flow_at(struct flow *f, size_t block, size_t offset);
struct flow_pos flow_at_shown(struct flow *f, size_t block, size_t shown);
struct flow_pos flow_first(struct flow *f);
struct flow_pos flow_last(struct flow *f);

/* Step to the next or previous line; false, and no step, at the end. */
bool flow_next(struct flow *f, struct flow_pos *pos);
bool flow_prev(struct flow *f, struct flow_pos *pos);

/* Step by up to `lines` (negative: back). Returns how many were taken. */
int flow_move(struct flow *f, struct flow_pos *pos, int lines);

/* Negative, 0 or positive: a before, at or after b. */
int flow_compare(struct flow_pos a, struct flow_pos b);

/* Byte of the block's text with which the line begins, with which the next
 * one does (the text's length: none); 0 and 0 for the empty line. */
size_t flow_start(struct flow *f, struct flow_pos pos);
size_t flow_end(struct flow *f, struct flow_pos pos);

/* The first of these in the clean text. Only this names one line alone: of
 * bytes that are shown as several, or only in the raw line, the text knows
 * but one place. */
size_t flow_shown_start(struct flow *f, struct flow_pos pos);

/* The bytes of the clean text that show bytes [start, start + len) of a block's
 * text: from `*from` to before `*to`. */
void flow_range(struct flow *f, struct flow_block *b, size_t start, size_t len,
                size_t *from, size_t *to);

#endif
