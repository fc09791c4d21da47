/*
 * printer.h - what all parts of printing share: what was asked for, and the
 * line that is being made.
 */
#ifndef PRINT_PRINTER_H
#define PRINT_PRINTER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"
#include "model/edition.h"
#include "print/print_format.h"
#include "print/print_request.h"
#include "text/width.h"

struct printer {
    struct edition *ed;                  /* borrowed; for the walks alone */
    const struct print_request *request; /* borrowed */
    const struct print_format *format;
    void *state; /* the format's own, owned */

    enum ambiguous ambiguous;
    int measure;       /* of paragraphs, in columns */
    int paper;         /* columns that no line may pass; 0: it has no end */
    bool marks;        /* what matched is marked */
    int64_t described; /* values of which a description was printed */
    bool has_begun;    /* something was printed: a part after it stands apart */
    struct str line;
    struct str *into; /* borrowed: what is written goes here (tests); NULL: to
                         standard output */
};

/* Fill `p` for a request whose format is known; printer_clear() is due. */
void printer_init(struct printer *p, struct edition *ed,
                  const struct print_request *request);
void printer_clear(struct printer *p);

/* Append a text as it is stored, cleaned, to the line. */
void printer_add(struct printer *p, const char *s, size_t len);

/* Write the line and begin another. False when it cannot be written. */
bool printer_end_line(struct printer *p, struct err *e);

/* An empty line between two parts, nothing before the first one. */
bool printer_begin_part(struct printer *p, struct err *e);

/* Count the values of a row that are only described. */
void printer_note(struct printer *p, const struct record *r);

/* Say what is wrong, or missing, on standard error; one line. */
void printer_complain(const struct err *e);

/* What a derived heading says, in any language, where programs read it. */
#define PRINTER_DERIVED "%s（推断）"

/* Append the heading of a column, clean; of a derived one `derived`, a format
 * with one %s for the name. */
void printer_heading(struct str *out, const struct list_column *column,
                     const char *derived);

/* Append a line that stands for a gap. */
void printer_add_gap(struct str *out, const struct list_gap *gap);

/* Whether a byte is a line end or a tab: data, where a format has a form for
 * it. */
bool printer_is_break(char c);

/* Append a text as it is stored, changing nothing but what could act on a
 * terminal (as text/clean.h shows it) and bad UTF-8; with `breaks` line ends
 * and tabs stay too. */
void printer_add_data(struct str *out, const char *s, size_t len, bool breaks);

#endif
