/*
 * zip_file.h - a ZIP archive in memory, made of parts, for readers of office
 * files.
 */
#ifndef TESTS_ZIP_FILE_H
#define TESTS_ZIP_FILE_H

#include <stddef.h>

#include "base/str.h"

struct zip_part {
    const char *name, *text;
    size_t len; /* 0: of `text` as a string */
};

/* Append the archive of `count` parts to `out`. */
void zip_file(struct str *out, const struct zip_part *parts, size_t count);

#endif
