/*
 * publish.h - a file that appears whole under its name, or not at all.
 *
 * It is written under another name in the same folder, synced to the disk and
 * renamed; readers of an older file of that name keep it until they open
 * anew. What is unfinished is removed on failure and on SIGINT, SIGTERM and
 * SIGHUP; what a program that was killed has left, by the next one that
 * publishes into that folder. Each keeps a lock (flock()) on its own, which the
 * system takes back from the dead.
 */
#ifndef IMPORT_PUBLISH_H
#define IMPORT_PUBLISH_H

#include <stdbool.h>

#include "base/err.h"

struct publish {
    char *path; /* where it will appear; a link's end */
    char *temp; /* where it is written */
    int fd;     /* of that, locked; only while `temp` is set */
};

/* Begin a file at `path`, replacing a regular file or nothing. `p` must be
 * empty ({0}), and stays so on failure. */
bool publish_begin(struct publish *p, const char *path, struct err *e);

/* Whether the file at `path` is the one that will be replaced. */
bool publish_replaces(const struct publish *p, const char *path);

/* Sync and rename. On failure the old file is as it was. */
bool publish_commit(struct publish *p, struct err *e);

/* Remove what is unfinished, of whichever file; safe in a signal handler that
 * ends the program. */
void publish_abandon(void);

/* Remove what is unfinished; nothing after a commit. */
void publish_clear(struct publish *p);

/* From here on the three signals are only noted. */
void publish_catch_signals(void);

/* Whether one came: false with `e` filled, for loops that take long. */
bool publish_check_signals(struct err *e);

/* End as the signal that came would have; returns where none did. */
void publish_raise_signal(void);

#endif
