/*
 * cfb.h - the streams in a compound file (OLE2), the container of the office
 * programs before 2007 and of encrypted newer files. [MS-CFB]
 *
 * Every offset is checked against the bytes there are, every chain against the
 * sectors there are.
 */
#ifndef IMPORT_CFB_H
#define IMPORT_CFB_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/str.h"

/* What it begins with. */
#define CFB_MAGIC     "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
#define CFB_MAGIC_LEN 8

/* Whether the `len` bytes are a compound file with a stream of that name
 * (ASCII). */
bool cfb_has(const char *bytes, size_t len, const char *name);

/* Append the stream to `out`. False with `e` filled where there is none, or the
 * file is damaged; `path` is for the message. */
bool cfb_read(const char *bytes, size_t len, const char *name, struct str *out,
              const char *path, struct err *e);

#endif
