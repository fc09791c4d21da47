/*
 * docx_notes.h - the footnotes or endnotes of a DOCX, by their ids.
 */
#ifndef IMPORT_DOCX_NOTES_H
#define IMPORT_DOCX_NOTES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "import/pack.h"

struct docx_note {
    long id;
    char *text; /* owned; a line each paragraph, LF between */
};

struct docx_notes {
    struct docx_note *items;
    size_t count, cap;
};

/* Read a part (footnotes.xml), where the file has it, into `n`, which is empty
 * ({0}). False with `e` filled where it is damaged. */
bool docx_notes_read(struct docx_notes *n, struct pack *pack, const char *part,
                     struct err *e);
void docx_notes_clear(struct docx_notes *n);

/* The text of a note; NULL: there is none. */
const char *docx_notes_text(const struct docx_notes *n, long id);

#endif
