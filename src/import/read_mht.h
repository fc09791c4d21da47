/*
 * read_mht.h - a page saved whole in one file (.mht, .mhtml): MIME around
 * HTML.
 */
#ifndef IMPORT_READ_MHT_H
#define IMPORT_READ_MHT_H

#include "import/reader.h"

extern const struct reader read_mht_reader;

#endif
