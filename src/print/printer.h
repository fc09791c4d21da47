/*
 * printer.h - what all parts of printing share: what was asked for, and the
 * line that is being made.
 */
#ifndef PRINT_PRINTER_H
#define PRINT_PRINTER_H

#include <stdbool.h>
#include <stdint.h>

#include "print/print_request.h"
#include "print/print_format.h"
#include "base/err.h"
#include "base/str.h"
#include "model/edition.h"
#include "text/width.h"

struct printer {
    struct edition *ed;
    const struct print_request *request;
    enum ambiguous ambiguous;
    int width;      /* of the measure, in columns */
    bool marks;     /* what matched is marked */
    bool has_begun; /* something was printed: a part after it stands apart */
    struct str line;
};

/* Text or markdown: read by people, in paragraphs and under titles. */
bool printer_is_prose(const struct printer *p);

/* Append clean text to the line as the format wants a field or, in markdown,
 * a piece of a paragraph. JSON: a string. */
void printer_add(struct printer *p, const char *s, size_t len);

/* The same for a text as it is stored. */
void printer_add_stored(struct printer *p, const char *s, size_t len);

/* Append `"name": ` or, not as the first of an object, `, "name": `. */
void printer_add_name(struct printer *p, const char *name, bool is_first);

/* Write the line and begin another. False when it cannot be written. */
bool printer_end_line(struct printer *p, struct err *e);

/* An empty line between two parts, nothing before the first one. */
bool printer_begin_part(struct printer *p, struct err *e);

/* Begin a part under a title (as it is stored) in a line of its own. */
bool printer_title(struct printer *p, const char *title, struct err *e);

#endif
