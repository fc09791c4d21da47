/*
 * sheet_stream.h - the rows of one sheet of a file that is a single piece of
 * XML with all its sheets, one behind the other: ODS, XML Spreadsheet 2003.
 *
 * A format says what its elements mean (struct sheet_format); rows, repeated
 * and hidden ones, merged cells and stopping at each row are here.
 */
#ifndef IMPORT_SHEET_STREAM_H
#define IMPORT_SHEET_STREAM_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/str.h"
#include "import/book.h"
#include "import/rows.h"
#include "import/sheet_row.h"
#include "import/xml_stream.h"

struct sheet_stream;

struct sheet_format {
    struct xml_hearer hearer; /* its `to` is the struct sheet_stream */
    /* The XML from its start; NULL with `e` filled. The caller closes it. */
    struct xml_source *(*open)(struct book *b, struct err *e);
    void (*close)(struct xml_source *source);
};

struct sheet_stream {
    struct rows rows;
    struct book *book; /* borrowed */
    const struct sheet_format *format;
    struct sheet_row cells;
    struct xml_source *source;
    struct xml_stream *stream;

    size_t wanted, seen; /* index of the sheet; how many have begun */
    bool in_sheet;       /* the wanted one */
    bool is_over;        /* it ended */
    struct row *out;     /* of the row that is asked for */
    bool has_row;
    struct row saved; /* of a row that is repeated */
    size_t repeats;   /* of it that are still to come */

    /* The row in hand. */
    size_t number, column; /* of the cell that comes next, from 0 */
    bool is_hidden, has_text;
    size_t row_repeats;

    bool is_survey;
    struct row *names; /* for it: the first row of several cells */

    /* For the format. */
    int depth;    /* inside what is no text of a cell */
    bool in_text; /* inside what is */
    struct str text;
    size_t span_rows, span_columns, cell_repeats;
    char type[24]; /* of the cell's value */
    struct str style, value;
};

/* The rows of a sheet; what is hidden in it is told. NULL with `e` filled. */
struct rows *sheet_stream_open(struct book *b, size_t sheet,
                               const struct sheet_format *format,
                               struct err *e);

/* For the hearers: a sheet, row or cell begins or ends. `number` 0: the row
 * behind the last. */
void sheet_stream_begin_sheet(struct sheet_stream *s);
void sheet_stream_end_sheet(struct sheet_stream *s);
void sheet_stream_begin_row(struct sheet_stream *s, size_t number,
                            size_t repeats, bool is_hidden);
void sheet_stream_end_row(struct sheet_stream *s);
void sheet_stream_add_cell(struct sheet_stream *s, const char *text, size_t len,
                           size_t repeats, size_t rows, size_t columns);

#endif
