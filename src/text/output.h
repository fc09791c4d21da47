/*
 * output.h - standard output and standard error of both programs: in the
 * locale's encoding, checked, never with a control character that came from
 * data.
 */
#ifndef TEXT_OUTPUT_H
#define TEXT_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

/* Write clean UTF-8 (our own line ends and marks included) to standard
 * output. False with `e` filled when it cannot be written. */
bool output_text(const char *text, size_t len, struct err *e);

/* Write text that may hold anything, its line ends aside, to standard output:
 * each line cleaned. False with `e` filled when it cannot be written. */
bool output_lines(const char *text, size_t len, struct err *e);

/* Flush and close standard output: the last moment at which a full disk, or
 * the server of a network's, shows. Nothing may be written after it. */
bool output_end(struct err *e);

/* Say "PROGRAM: message" on standard error, cleaned, one line. */
void output_say(const char *program, const char *message);
void output_complain(const char *program, const struct err *e);

/* Write text as output_lines() does, to standard error: what cannot be said
 * there cannot be said at all. */
void output_remark(const char *text, size_t len);

#endif
