/*
 * import.h - from files to an edition: reads the sources, recognises what they
 * hold, writes and publishes the database.
 */
#ifndef IMPORT_IMPORT_H
#define IMPORT_IMPORT_H

#include <stdbool.h>

#include "base/err.h"
#include "base/str.h"
#include "import/import_options.h"

/* What there is to say, a line each, as it comes: not cleaned for a
 * terminal. */
struct import_talk {
    struct str lines;   /* what was made of each source; before that, where it
                           is wanted, what every line was taken for */
    struct str remarks; /* what is missing or doubtful, which sources were
                           refused and why, with -v what was left out */
    bool is_doubtful;   /* some of the remarks say more than what -v does */
};

/*
 * Do what `o` asks for. A source that cannot be read is refused and the others
 * are written, unless `o` is strict. On failure nothing was published, and an
 * older file is as it was; the reason is in `e`, others before it are among
 * the remarks.
 */
bool import_run(const struct import_options *o, struct import_talk *talk,
                struct err *e);

#endif
