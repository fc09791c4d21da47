/*
 * xml.h - a part of an office file as XML, element by element; libxml2 parses.
 *
 * No tree is built, no entity but the five is known, nothing else is opened. A
 * document type is refused: no office program writes one.
 */
#ifndef IMPORT_XML_H
#define IMPORT_XML_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "import/pack.h"

#define XML_MAX_DEPTH 2000 /* of elements; deeper is refused */

struct xml_attributes;

/* Called as the document passes by; each may be NULL. `name` without its
 * prefix, `space` the URI of its namespace, "" for none. False stops the
 * reading: xml_read() returns true then. */
struct xml_listener {
    bool (*start)(void *to, const char *name, const char *space,
                  const struct xml_attributes *attributes);
    bool (*end)(void *to, const char *name, const char *space);
    bool (*text)(void *to, const char *text, size_t len);
};

/* The value of an attribute by its name without prefix; NULL: none. Valid
 * until the next call. */
const char *xml_attribute(const struct xml_attributes *a, const char *name);

/* Whether it is set: there, and not 0, false or off (w:val is such); without
 * a `name` of that sort, `otherwise`. */
bool xml_is_on(const struct xml_attributes *a, const char *name,
               bool otherwise);

/* A whole number; `otherwise` where there is none or it is no number. */
long xml_number(const struct xml_attributes *a, const char *name,
                long otherwise);

/*
 * Read a part of a pack. False with `e` filled where it cannot be unpacked, is
 * no XML (the line is named), or goes beyond a limit; what passed by before
 * that did.
 */
bool xml_read(struct pack *pack, const char *part,
              const struct xml_listener *listener, void *to, struct err *e);

#endif
