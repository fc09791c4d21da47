/*
 * term_clipboard.h - what asks a terminal to take a text into the clipboard
 * of its user (OSC 52).
 */
#ifndef TERM_TERM_CLIPBOARD_H
#define TERM_TERM_CLIPBOARD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

/* Append the request. False, and nothing is appended, when the text is too
 * long to be sent (over 74,994 bytes: xterm's limit). */
bool term_clipboard_add(struct str *out, const char *text, size_t len);

#endif
