/*
 * prompt.h - the line in which the user types a search or a number: a small
 * editor with a history, no terminal.
 */
#ifndef UI_PROMPT_H
#define UI_PROMPT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "canvas/canvas.h"

struct prompt_history {
    char **items; /* owned, the latest last, none twice in a row */
    size_t len;
};

void prompt_history_add(struct prompt_history *h, const char *text);
void prompt_history_clear(struct prompt_history *h);

struct prompt {
    const char *label;        /* "/", "?", "&", ":" */
    struct str text;          /* UTF-8 */
    size_t cursor;            /* bytes */
    struct prompt_history *h; /* borrowed; NULL: none */
    size_t h_at;              /* == h->len: the user's own text */
    struct str own;           /* it, while the history is shown */
};

/* Open with an empty text; `p` is {0} or was open before. `label` and
 * `history` are borrowed until it is closed. */
void prompt_open(struct prompt *p, const char *label,
                 struct prompt_history *history);
void prompt_clear(struct prompt *p); /* frees; leaves it empty */

enum prompt_result {
    PROMPT_IGNORED, /* not a key of the prompt's: Ctrl-L, F1, Tab ... */
    PROMPT_SAME,
    PROMPT_MOVED,  /* the cursor, not the text */
    PROMPT_EDITED, /* the text */
    PROMPT_ACCEPTED,
    PROMPT_CANCELLED, /* Esc, Ctrl-C, or Backspace in an empty prompt */
};

enum prompt_result prompt_key(struct prompt *p, int key);

/* Insert a paste: line ends and tabs become blanks, bad UTF-8 U+FFFD. */
enum prompt_result prompt_paste(struct prompt *p, const char *text, size_t len);

/*
 * Draw into row `row`, scrolled so that the cursor is seen; the text's bytes
 * from `failed_from` on in STYLE_PROMPT_FAILED (SIZE_MAX: none); `note`
 * (clean; NULL: none; the count, or why the query is not understood) at the
 * right end, cut where the text needs the room. Where the text goes on beyond
 * what is seen, '<' and '>' say so. Returns the cursor's column.
 */
int prompt_draw(struct prompt *p, struct canvas *c, int row, size_t failed_from,
                const char *note);

#endif
