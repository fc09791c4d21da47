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

/*
 * Do what `o` asks for. `report` gets what --report prints, `remarks` what -v
 * says, one line each, as it comes: not cleaned for a terminal. On failure
 * nothing was published, and an older file is as it was.
 */
bool import_run(const struct import_options *o, struct str *report,
                struct str *remarks, struct err *e);

#endif
