/*
 * ask.h - the prompt: opening it, its keys, and what an accepted text does.
 */
#ifndef BROWSE_ASK_H
#define BROWSE_ASK_H

#include "browse/state.h"

/* Open the prompt for a number, for a percentage, for a search. */
void ask_number(struct app *a);
void ask_percent(struct app *a);
void ask_search(struct app *a, enum find_mode mode);

/* Open it for the lines of what is open over the panes: only those that match
 * are shown while it is typed, Enter chooses one, Esc shows all again. */
void ask_overlay(struct app *a);

/* Search the list for what the current cell, or field, says. */
void ask_cell(struct app *a);

/* A key, or a paste, for the prompt that is open. */
void ask_key(struct app *a, int key);
void ask_paste(struct app *a, const char *text, size_t len);

/* Append the note at the prompt's right end: the count and what helps to type,
 * where there is something to say. */
void ask_note(const struct app *a, struct str *out);

/* Search for what stands in the prompt. */
void ask_typed(struct app *a);

/* Say what came of a search that was accepted, of n or N, where that is not
 * seen; once it is known. False: nothing is new. */
bool ask_tell(struct app *a);

#endif
