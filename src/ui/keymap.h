/*
 * keymap.h - which key does what: one table for the program, its help and the
 * manual.
 */
#ifndef UI_KEYMAP_H
#define UI_KEYMAP_H

#include <stddef.h>

#include "base/str.h"
#include "ui/action.h"

struct binding {
    int key; /* canvas/key.h */
    enum action action;
    const char *name; /* how help and manual spell the key */
};

extern const struct binding keymap[];
extern const size_t keymap_len;

/* ACTION_NONE for a key that is not bound. Full-width forms (／ ？ ＆ ： and
 * letters, U+FF01 to U+FF5E) act as their ASCII keys, and so do the marks that
 * an input method in its Chinese mode sends in their place (U+3001 for /). */
enum action keymap_find(int key);

/* Append the names of an action's keys, parted by blanks. */
void keymap_keys(enum action action, struct str *out);

/* Append what --help-keys prints: the actions in their groups, one a line,
 * with name, keys and help. */
void keymap_help(struct str *out);

/* The ASCII key that a key stands for as above, else the key itself. */
int keymap_ascii(int key);

#endif
