/*
 * matcher.h - one term of a query as a machine that reads characters.
 *
 * A term is a row of positions, one for each character typed. A character of
 * the text takes one position as itself, or several as a reading; so the
 * state is the set of positions reached, and for each kind of character a
 * mask tells from which positions it can take how many. All rules of spelling
 * live in these masks: reading a text never looks at a syllable.
 *
 * Characters that act alike in this term form a class. What reads a text
 * first turns each character into its class.
 */
#ifndef SEARCH_MATCHER_H
#define SEARCH_MATCHER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One position of a term. */
struct matcher_char {
    uint32_t folded; /* the character itself, folded (search/fold.h) */
    char letter;     /* as a letter of a reading: a to z, MATCHER_UMLAUT, or 0
                        for what is never read */
    bool parted;     /* a syllable ends before this position */
};

#define MATCHER_UMLAUT '~' /* an umlauted u that was typed as such */

struct matcher;

/* A term of `n` > 0 positions. With `whole` its last syllable cannot be typed
 * half. Never NULL. */
struct matcher *matcher_new(const struct matcher_char *chars, size_t n,
                            bool whole);
void matcher_free(struct matcher *t);

/* Take what sounds near a reading for it too (search/near.h). Returns whether
 * the term has a letter that may be read. Before any class is asked for. */
bool matcher_widen(struct matcher *t);

size_t matcher_len(const struct matcher *t);

#define MATCHER_NOTHING 1 /* the class of what this term never takes */
#define MATCHER_ARRIVED                                                        \
    0x80 /* in matcher_lands(): one character is the match */

/* The class of a character of the text, at least 1; valid as long as the
 * term. */
uint16_t matcher_class(struct matcher *t, uint32_t cp);

/* Whether the classes handed out so far can make up a match. */
bool matcher_is_possible(const struct matcher *t);

/*
 * The quick look at two neighbours. A match can begin with class `a` before
 * class `b` only if (matcher_lands(t, a) & matcher_takes(t, b)) != 0; at the
 * end of a text `b` is MATCHER_NOTHING.
 */
uint8_t matcher_lands(const struct matcher *t, uint16_t class);
uint8_t matcher_takes(const struct matcher *t, uint16_t class);

/* Whether each character of a match takes one position, by the classes handed
 * out so far, in a term of at most 63: then a class is no more than the
 * positions that it takes. */
bool matcher_is_stepwise(const struct matcher *t);
uint64_t matcher_positions(const struct matcher *t, uint16_t class);

/* Begin to read at a character; go on with one character. Once matched, the
 * characters read since matcher_begin() are the shortest match that begins
 * there. */
enum matcher_state { MATCHER_READING, MATCHER_FAILED, MATCHER_MATCHED };

void matcher_begin(struct matcher *t);
enum matcher_state matcher_consume(struct matcher *t, uint16_t class);

/* Whether a match may be in a text of UTF-8: no says for certain that none
 * is, at a fraction of the cost of finding out. */
bool matcher_may_match(struct matcher *t, const char *s, size_t len);

/*
 * Mark in begins[] at which of `n` characters a match begins; returns whether
 * one does. It takes the same time whatever the text is, while trying one
 * character after the other takes the length of term and text multiplied
 * where they are alike (aaaa...): for long terms and long texts.
 */
bool matcher_mark(struct matcher *t, const uint16_t *classes, size_t n,
                  unsigned char *begins);

/* Whether matcher_mark() is the way for a text of `n` characters. */
bool matcher_wants_marks(const struct matcher *t, size_t n);

/* Find the first match that begins at or after `from` in a text of classes,
 * with the help of `begins` if it is not NULL. Returns false when there is
 * none, else [*start, *end). */
bool matcher_find(struct matcher *t, const uint16_t *classes, size_t n,
                  const unsigned char *begins, size_t from, size_t *start,
                  size_t *end);

/* Whether a match begins at `start`, and where it ends. */
bool matcher_match_at(struct matcher *t, const uint16_t *classes, size_t n,
                      size_t start, size_t *end);

/* The units of the match that begins with the first of `n` units,
 * `classes[unit]` being the class of each; 0 if none does. */
size_t matcher_match_units(struct matcher *t, const uint16_t *classes,
                           const uint16_t *units, size_t n);

#endif
