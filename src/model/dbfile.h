/*
 * dbfile.h - a database file before SQLite sees it: its name resolved once,
 * what kind of file it is, its header, and what lies beside it.
 *
 * Internal to model/. A name may be a directory, a FIFO, a device that never
 * ends, or a file that was cut: each gets its own sentence here, so that
 * SQLite only ever opens a plain file with a header that makes sense.
 */
#ifndef MODEL_DBFILE_H
#define MODEL_DBFILE_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/err.h"
#include "model/edition.h"

struct dbfile {
    char *path; /* as it was named, for messages */
    char
        *real; /* resolved: the file that is read, whatever a link says later */
    int fd;    /* held open to see whether this very file is altered */
    dev_t device;
    ino_t inode;
    int64_t size;
    int64_t mtime_sec, mtime_nsec;
    uint32_t application_id, user_version;
    bool is_utf8;   /* its texts are, as its header says */
    bool immutable; /* nobody writes it: SQLite need not lock */
};

/* Look at `path` and fill `f`. On failure `f` is left empty. */
bool dbfile_open(struct dbfile *f, const char *path, struct err *e);

/* Only after SQLite's own handle is closed: closing any descriptor of a file
 * drops the process's locks on it. */
void dbfile_close(struct dbfile *f);

/* The URI that opens the file read-only; the caller frees it. */
char *dbfile_uri(const struct dbfile *f);

enum edition_change dbfile_look(const struct dbfile *f);

#endif
