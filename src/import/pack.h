/*
 * pack.h - the parts of a file that is a ZIP archive (DOCX, XLSX, ODS); libzip
 * unpacks.
 *
 * What is unpacked is bounded: PACK_MAX_PART bytes of a part, and
 * PACK_MAX_RATIO times what the file itself has, for an archive of a few
 * kilobytes may unpack to gigabytes.
 */
#ifndef IMPORT_PACK_H
#define IMPORT_PACK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "import/input.h"

#define PACK_MAX_PART  (1ll << 30)
#define PACK_MAX_RATIO 200
#define PACK_SMALL     (4ll << 20) /* so much may always be unpacked */

struct pack;

/* Whether the file is an archive with a part of that name; NULL: with any. */
bool pack_probe(struct input *in, const char *part);

/* Open the archive; NULL with `e` filled where it is none or damaged. The
 * bytes of `in` are borrowed until pack_close(). */
struct pack *pack_open(struct input *in, struct err *e);
void pack_close(struct pack *p); /* accepts NULL */

/* The path of the file, for messages. */
const char *pack_path(const struct pack *p);

bool pack_has(const struct pack *p, const char *part);

/* A part to be read from front to back; several may be open. */
struct pack_part;

/* NULL with `e` filled where there is none of that name, or it is encrypted. */
struct pack_part *pack_part_open(struct pack *p, const char *part,
                                 struct err *e);
void pack_part_close(struct pack_part *part); /* accepts NULL */

/* Read up to `room` bytes; 0 at the end, -1 with `e` filled where the part is
 * damaged or unpacks to more than is allowed. */
long pack_part_read(struct pack_part *part, char *to, size_t room,
                    struct err *e);

#endif
