/*
 * intake.h - the sources, read one by one: documents into a draft, files of
 * tables checked and kept open until they are written.
 */
#ifndef IMPORT_INTAKE_H
#define IMPORT_INTAKE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "import/decode.h"
#include "import/draft.h"
#include "import/import.h"
#include "import/list_file.h"
#include "import/old_edition.h"
#include "import/progress.h"
#include "import/unit.h"

/* One of the files that were named, or that a page links to and that lie
 * beside it. */
struct intake_source {
    char *path; /* owned: of the latter, whose name is in no library; NULL: of
                   the former */
    size_t number; /* from 1, as draft_annex.book counts */
    char *value;   /* owned: "name, xxh3 digest"; NULL: it was refused */
    struct list_file book; /* of a file of tables, else empty */
    bool is_annexed;       /* its first list is the annex of a document */
};

struct intake {
    struct list_watch watch;
    struct progress progress;
    struct decode decode;
    struct unit_tables *tables;
    const struct import_options *o; /* borrowed */
    struct import_talk *talk;       /* borrowed */
    struct draft draft;
    struct old_edition *old;        /* that is added to, or NULL */
    struct intake_source **sources; /* owned: those that `o` names, in its
                                       order; then those that pages link to */
    size_t source_count, source_cap;
    size_t taken; /* those that were not refused */
};

/* Make `in` ready, converters open: false with `e` filled where the system
 * lacks one. To be cleared in any case. */
bool intake_begin(struct intake *in, const struct import_options *o,
                  struct import_talk *talk, struct err *e);
void intake_clear(struct intake *in);

/*
 * Read every source, join what is new to what was held before, and find what
 * the documents cite. One that is refused is
 * among the remarks, but for the last of all where none was taken: then, and
 * where nothing may be written without all of them, or the user stops the
 * work, false with `e` filled.
 */
bool intake_read(struct intake *in, struct err *e);

#endif
