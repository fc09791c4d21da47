/*
 * tail.h - the tail of a document, by place: its date, those who sign above
 * it, and where the text ends and what is annexed begins.
 *
 * The signers are the short lines above the date, whatever they are called.
 */
#ifndef IMPORT_TAIL_H
#define IMPORT_TAIL_H

#include <stdbool.h>
#include <stddef.h>

#include "import/survey.h"

#define TAIL_SIGNERS 12 /* lines of organs that sign together */

struct tail {
    size_t signer; /* first line of a signer, SURVEY_NONE: none */
    size_t date;   /* line of the date, SURVEY_NONE: none */
    size_t end;    /* the line behind signers and date; where there are none,
                      of the text */
    size_t footer; /* from here on the lines are the web page's own; the end
                      of the document where none are */
};

/* The tail of the document whose text is the lines [from, end). */
void tail_find(const struct survey *s, size_t from, size_t end, struct tail *t);

/* "教育部办公厅  2020年3月1日": bytes of the bare line that sign; 0: it is no
 * such line. */
size_t tail_signed_date(const struct survey *s, size_t at,
                        char iso[DATE_LEN + 1]);

/* Whether a date with someone who signs above it stands at `at`. */
bool tail_is_signed(const struct survey *s, size_t from, size_t at);

#endif
