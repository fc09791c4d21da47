/*
 * term_input.h - turns the bytes of a terminal into keys, pastes and replies.
 *
 * A plain value without a file or a clock: bytes and times are handed in, so
 * that every split, delay and disorder can be tested. It exists beside
 * curses' own key reader because that one hands over what it does not know as
 * single typed keys, and because a reply of the terminal (a cursor position,
 * a status) must never be mistaken for keys, whenever it comes.
 *
 * Whatever comes: one control sequence is at most one key, an unknown one is
 * KEYS_UNKNOWN, a report that nobody asked for is nothing.
 */
#ifndef TERM_TERM_INPUT_H
#define TERM_TERM_INPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <wchar.h>

#include "base/str.h"

#define TERM_INPUT_ROOM  4096  /* bytes that one feed may hold */
#define TERM_INPUT_PASTE 65536 /* bytes that are kept of a paste */

enum {
    TERM_INPUT_ESC_DELAY = 50,    /* ms of silence that make an Esc of ESC */
    TERM_INPUT_REPLY_DELAY = 800, /* the same while a reply is awaited */
    TERM_INPUT_TEXT_DELAY = 1000, /* for the rest of a cut character */
    TERM_INPUT_PASTE_DELAY = 1000 /* for the end of a paste */
};

enum term_input_kind {
    TERM_INPUT_KEY,    /* `key` */
    TERM_INPUT_PASTED, /* `paste` of the struct */
    TERM_INPUT_CURSOR, /* the cursor is at `row`, `column`, from 1 */
    TERM_INPUT_STATUS, /* the answer to a status question (DSR 5) */
};

struct term_input_item {
    enum term_input_kind kind;
    int key;
    int row, column;
};

struct term_input {
    unsigned char bytes[2 * TERM_INPUT_ROOM]; /* not yet understood: */
    size_t start, end;                        /* from start to end */
    int64_t last;                             /* when the last byte came, ms */
    bool owed;        /* a reply of the terminal has not come yet */
    int64_t patient;  /* until then an ESC waits longer for its rest */
    bool esc_alone;   /* the key before was an ESC that silence ended */
    char dropping;    /* 0, or the kind of overlong sequence to skip */
    bool pasting;     /* inside a bracketed paste */
    bool handed;      /* the paste was handed over: empty it */
    bool utf8;        /* the locale's encoding is UTF-8 */
    mbstate_t state;  /* of a paste in another encoding */
    struct str paste; /* UTF-8; what is broken stays broken */
};

/* An empty reader for the locale's encoding. */
void term_input_init(struct term_input *in);
void term_input_clear(struct term_input *in);

/* Whether a reply of the terminal is owed. Until `patient` an ESC then waits
 * longer for its rest. */
void term_input_owe(struct term_input *in, bool owed, int64_t patient);

/* Hand over `len` bytes, at most TERM_INPUT_ROOM, which came at `now`. All
 * that term_input_next() gives must have been taken before. */
void term_input_feed(struct term_input *in, const void *bytes, size_t len,
                     int64_t now);

/* Take the next item. False: there is none before more bytes or more time.
 * A paste stays readable until the next call. */
bool term_input_next(struct term_input *in, int64_t now,
                     struct term_input_item *item);

/* Milliseconds of further silence after which term_input_next() has something
 * to give; -1 if silence alone changes nothing. */
int term_input_wait(const struct term_input *in, int64_t now);

#endif
