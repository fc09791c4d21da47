/*
 * term_clipboard.h - what asks a terminal to take a text into the clipboard
 * of its user (OSC 52).
 */
#ifndef TERM_TERM_CLIPBOARD_H
#define TERM_TERM_CLIPBOARD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

/* What stands between the program and the terminal. */
enum term_wrapper { TERM_WRAPPER_NONE, TERM_WRAPPER_TMUX, TERM_WRAPPER_SCREEN };

/* By the variables TMUX and STY (NULL: not set), which both leave behind. */
enum term_wrapper term_clipboard_wrapper(const char *tmux, const char *sty);

/* Append the request. tmux takes it plainly where its set-clipboard is "on",
 * and passes it on where its allow-passthrough is: it is sent both ways. GNU
 * screen passes it on. False, and nothing is appended, when the text is too
 * long to be sent (over 74,994 bytes: xterm's limit). */
bool term_clipboard_add(struct str *out, const char *text, size_t len,
                        enum term_wrapper wrapper);

#endif
