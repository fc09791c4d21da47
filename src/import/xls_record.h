/*
 * xls_record.h - the records of a BIFF8 stream, and the strings in them.
 *
 * Nothing is read beyond a record or the stream, whatever lengths they claim.
 */
#ifndef IMPORT_XLS_RECORD_H
#define IMPORT_XLS_RECORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

enum xls_type {
    XLS_FORMULA = 0x06,
    XLS_EOF = 0x0A,
    XLS_1904 = 0x22,
    XLS_FILEPASS = 0x2F,
    XLS_CONTINUE = 0x3C,
    XLS_COLINFO = 0x7D,
    XLS_BOUNDSHEET = 0x85,
    XLS_MULRK = 0xBD,
    XLS_RSTRING = 0xD6,
    XLS_XF = 0xE0,
    XLS_MERGED = 0xE5,
    XLS_SST = 0xFC,
    XLS_LABELSST = 0xFD,
    XLS_NUMBER = 0x203,
    XLS_LABEL = 0x204,
    XLS_BOOLERR = 0x205,
    XLS_STRING = 0x207,
    XLS_ROW = 0x208,
    XLS_RK = 0x27E,
    XLS_FORMAT = 0x41E,
    XLS_BOF = 0x809,
};

struct xls_record {
    unsigned type;
    const unsigned char *data; /* borrowed from the stream */
    size_t len;
    size_t at, next; /* of the record and the one behind it in the stream */
};

/* The record at `at`; false at the end, or where it is cut short. */
bool xls_record_at(const struct str *stream, size_t at, struct xls_record *r);

/* Little-endian numbers at `at` of the record; 0 beyond its end. */
unsigned xls_u8(const struct xls_record *r, size_t at);
unsigned xls_u16(const struct xls_record *r, size_t at);
uint32_t xls_u32(const struct xls_record *r, size_t at);
double xls_double(const struct xls_record *r, size_t at);
double xls_rk(uint32_t rk);

/* Reads strings, which may go on in the CONTINUE records behind theirs. */
struct xls_reader {
    const struct str *stream;
    struct xls_record record;
    size_t at; /* in it */
};

/* A string at the reader's place: `wide_length`: its length takes two bytes.
 * Its text is appended as UTF-8. False where the records end before it does;
 * what was read is appended. */
bool xls_string(struct xls_reader *r, bool wide_length, struct str *out);

#endif
