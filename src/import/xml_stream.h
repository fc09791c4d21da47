/*
 * xml_stream.h - XML of any length, piece by piece: parsing stops where its
 * listener says so, and goes on when asked. Expat parses.
 *
 * Names come without their prefix, namespaces do not matter: the formats that
 * are read have one name for one thing. A document type is refused, as no
 * office program writes one.
 */
#ifndef IMPORT_XML_STREAM_H
#define IMPORT_XML_STREAM_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

/* Where the bytes come from. */
struct xml_source {
    /* Up to `room` bytes; 0 at the end, -1 with `e` filled. */
    long (*read)(struct xml_source *s, char *to, size_t room, struct err *e);
};

/* `attributes` are names (with their prefix) and values in turn, NULL after
 * the last. Each may be NULL. */
struct xml_hearer {
    void (*start)(void *to, const char *name, const char **attributes);
    void (*end)(void *to, const char *name);
    void (*text)(void *to, const char *text, size_t len);
};

struct xml_stream;

/* `source`, `hearer` and `path` (for messages) are borrowed. */
struct xml_stream *xml_stream_new(struct xml_source *source,
                                  const struct xml_hearer *hearer, void *to,
                                  const char *path);
void xml_stream_free(struct xml_stream *x); /* accepts NULL */

/* For a hearer: stop behind this event. */
void xml_stream_pause(struct xml_stream *x);

/* Go on until a pause or the end. False with `e` filled where it is no XML, or
 * ends early. */
bool xml_stream_next(struct xml_stream *x, bool *end, struct err *e);

/* The value of an attribute, by its name without a prefix; NULL: none. */
const char *xml_stream_attribute(const char **attributes, const char *name);

#endif
