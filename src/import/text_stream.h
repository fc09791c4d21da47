/*
 * text_stream.h - a text file of any length as UTF-8, from front to back, in a
 * buffer that holds one record at a time.
 *
 * Its encoding is told by its start (import/decode.h), and UTF-8 from others
 * by the whole file: the first pages of a table may be ASCII.
 */
#ifndef IMPORT_TEXT_STREAM_H
#define IMPORT_TEXT_STREAM_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "import/input.h"

struct text_stream;

/* Find the encoding of the file and begin at its start; `in` is borrowed. NULL
 * with `e` filled where it cannot be read or holds bytes that are none of its
 * encoding: the message names the line. */
struct text_stream *text_stream_open(struct input *in, struct err *e);
void text_stream_close(struct text_stream *t); /* accepts NULL */

bool text_stream_rewind(struct text_stream *t, struct err *e);

/* What of the text is in memory, from the first byte that was not yet passed
 * over; borrowed until text_stream_more(). */
const char *text_stream_bytes(const struct text_stream *t, size_t *len);

/* Pass over bytes from the start. */
void text_stream_skip(struct text_stream *t, size_t len);

/* Read on behind what is in memory. `*more` is false at the end. */
bool text_stream_more(struct text_stream *t, bool *more, struct err *e);

#endif
