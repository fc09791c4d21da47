/*
 * xlsx_parts.h - what the sheets of an XLSX workbook refer to: its strings,
 * its formats, its sheets; for xlsx.c and xlsx_sheet.c alone.
 */
#ifndef IMPORT_XLSX_PARTS_H
#define IMPORT_XLSX_PARTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"
#include "import/book.h"
#include "import/pack.h"
#include "import/rows.h"
#include "import/sheet_row.h"
#include "import/xml_stream.h"

struct xlsx {
    struct pack *pack;
    bool from_1904;

    char **parts; /* owned: of the sheets, as they are in the book */
    struct sheet_row
        *known; /* owned: of each sheet what stands beside its rows,
                   once it was read; while it is open it has it */
    size_t part_count, part_cap;

    /* Shared strings, one behind the other: string i is [ends[i - 1],
     * ends[i]). */
    struct str strings;
    uint32_t *ends;
    size_t string_count, string_cap;

    /* Formats: of each cell style its code, NULL: General. */
    const char **codes;
    size_t code_count, code_cap;
    struct xlsx_format {
        int id;
        char *code; /* owned */
    } * formats;
    size_t format_count, format_cap;
};

/* A part of the pack as a source of XML. */
struct xlsx_source {
    struct xml_source source;
    struct pack_part *part;
};

bool xlsx_source_open(struct xlsx_source *s, struct pack *pack,
                      const char *part, struct err *e);
void xlsx_source_close(struct xlsx_source *s);

/* The text of a string with its runs put together, without phonetic ones, as
 * its XML passes by. `struct xlsx_text t = {0}`. */
struct xlsx_text {
    struct str *out; /* borrowed */
    bool in_text;    /* inside <t> */
    int phonetic;    /* inside <rPh> */
};

void xlsx_text_start(struct xlsx_text *t, const char *name);
void xlsx_text_end(struct xlsx_text *t, const char *name);
void xlsx_text_add(struct xlsx_text *t, const char *text, size_t len);

/* _x000D_ in a text is the character. In place; the new length. */
size_t xlsx_unescape(char *text, size_t len);

/* The rows of a sheet. */
struct rows *xlsx_sheet_open(struct book *b, struct xlsx *x, size_t sheet,
                             struct err *e);

#endif
