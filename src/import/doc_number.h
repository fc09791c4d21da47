/*
 * doc_number.h - the number of a document: 教职成司函〔2020〕33号, 第27号,
 * 公告 2031年第5号.
 */
#ifndef IMPORT_DOC_NUMBER_H
#define IMPORT_DOC_NUMBER_H

#include <stdbool.h>
#include <stddef.h>

/* Whether a 发文字号 (教职成司函〔2020〕33号) has the bracket of its year, of
 * any kind, at byte `bracket`. Its letters go no further back than byte `from`
 * nor than the words that such numbers are made of. */
bool doc_number_at(const char *s, size_t from, size_t bracket, size_t *start,
                   size_t *len);

/* Bytes of the 发文字号 that begins with byte `at`; 0: none does. */
size_t doc_number_from(const char *s, size_t at);

/* Where a number stands in a bare line (words_bare()), in bytes. */
struct doc_number {
    size_t start, len;
    bool has_year; /* 〔2020〕33号; false: 第27号, 2031年第5号 */
};

/* The whole line is a number, also in brackets, behind 文号：, or with
 * 签发人：... or （A类） behind it. */
bool doc_number_is(const char *bare, struct doc_number *out);

/* A number in brackets ends the line, behind a title. `*open` is the byte of
 * the bracket. */
bool doc_number_ends(const char *bare, struct doc_number *out, size_t *open);

#endif
