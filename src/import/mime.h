/*
 * mime.h - the page in a message of several parts (RFC 2045, 2046, 2557), as a
 * browser or a word processor saves one with all its pictures in one file.
 */
#ifndef IMPORT_MIME_H
#define IMPORT_MIME_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

#define MIME_MAX_DEPTH                                                         \
    8 /* of parts in parts; what is deeper is not looked at */

/* The part that holds the page. */
struct mime_part {
    struct str body;     /* its bytes, decoded (base64, quoted-printable) */
    struct str charset;  /* declared; "" none */
    struct str location; /* the page's address; "" none */
    bool is_html;        /* else it is plain text */
    size_t line;         /* of the file where the body begins, from 1 */
};

/* Whether text begins with the header of such a message. */
bool mime_is_start(const char *text, size_t len);

/* Find the first part that is HTML, else the first that is plain text. `out`
 * is empty ({0}). False where there is none. */
bool mime_find_page(const char *bytes, size_t len, struct mime_part *out);
void mime_part_clear(struct mime_part *p);

#endif
