/*
 * docx_numbers.h - the styles and the automatic numbering of a DOCX: what a
 * style is called and numbers with, and the number that a paragraph shows.
 */
#ifndef IMPORT_DOCX_NUMBERS_H
#define IMPORT_DOCX_NUMBERS_H

#include <stdbool.h>

#include "base/err.h"
#include "base/str.h"
#include "import/pack.h"
#include "import/page.h"

#define DOCX_LEVELS 9

struct docx_numbers;

/* Read styles.xml and numbering.xml, where the file has them, from `folder`
 * ("word/"). NULL with `e` filled where one of them is damaged. */
struct docx_numbers *docx_numbers_new(struct pack *pack, const char *folder,
                                      struct err *e);
void docx_numbers_free(struct docx_numbers *n); /* accepts NULL */

/* What a style says, of itself or by the one that it is based on. */
struct docx_style {
    enum page_hint hint;
    const char *num; /* id of its numbering, borrowed; NULL: it has none */
    long level;      /* of that, from 0 */
};

/* The style with this id; all empty where there is none. */
struct docx_style docx_numbers_style(const struct docx_numbers *n,
                                     const char *id);

/* Count one paragraph of a numbering at a level, and append the number that it
 * shows, with what parts it from the text; nothing for a bullet. */
void docx_numbers_count(struct docx_numbers *n, const char *num, long level,
                        struct str *out);

#endif
