/*
 * err_file.h - why a file cannot be read or written, in the program's own
 * words where the cause is a common one; else in the system's, in brackets.
 */
#ifndef BASE_ERR_FILE_H
#define BASE_ERR_FILE_H

#include <stdbool.h>

#include "base/err.h"

/* Fill `e` (NULL: do nothing) for a call on `path` that failed with `error`
 * (an errno). Return false. */
bool err_file_read(struct err *e, const char *path, int error);
bool err_file_write(struct err *e, const char *path, int error);

#endif
