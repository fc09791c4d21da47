/*
 * term_probe.h - asks the terminal how wide it draws, and understands the
 * answers.
 *
 * The question writes a character at a known place and asks where the cursor
 * is (CPR); the row in the answer says which question it belongs to. Last it
 * asks for the status (DSR 5), which every terminal that answers at all
 * answers last. Nobody waits: answers are items of term_input.h, whenever
 * they come. The terminal's identity (DA) is never asked, because the form of
 * that answer is not fixed.
 */
#ifndef TERM_TERM_PROBE_H
#define TERM_TERM_PROBE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "term/term_input.h"
#include "text/width.h"

enum {
    TERM_PROBE_PATIENCE = 2000 /* ms after which an answer is not expected */
};

/* What the terminal makes of UTF-8. */
enum term_encoding {
    TERM_ENCODING_UNKNOWN, /* not asked, or no answer */
    TERM_ENCODING_UTF8,
    TERM_ENCODING_OTHER, /* the locale is UTF-8, the terminal is not */
};

struct term_probe {
    bool waiting;             /* asked, and the last answer has not come */
    int64_t asked;            /* when */
    enum ambiguous ambiguous; /* the answer, or what was assumed */
    enum term_encoding encoding;
};

/*
 * Append the question for a screen of `rows` to `out`; it leaves marks on the
 * screen, which has to be painted afterwards. `ask_ambiguous`: false where
 * the user has said it. Appends nothing where there is nothing to ask or no
 * room to ask it.
 */
void term_probe_ask(struct term_probe *p, int rows, bool ask_ambiguous,
                    int64_t now, struct str *out);

/* Take an item of the terminal's. True if it changed what is known. */
bool term_probe_take(struct term_probe *p, const struct term_input_item *item);

/* Whether answers may still be under way. */
bool term_probe_is_open(const struct term_probe *p, int64_t now);

#endif
