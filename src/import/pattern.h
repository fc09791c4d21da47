/*
 * pattern.h - safe patterns for the parts of an official document (GB/T
 * 9704-2012, 7.3), each for one line or one place in a line.
 *
 * They know the genre and no particular document. A line that fits none stays
 * an ordinary paragraph. Texts are trimmed, clean and NUL-terminated.
 */
#ifndef IMPORT_PATTERN_H
#define IMPORT_PATTERN_H

#include <stdbool.h>
#include <stddef.h>

/* Whether a 发文字号 (教职成司函〔2020〕33号) has the bracket of its year, of
 * any kind, at byte `bracket`. Its letters go no further back than byte `from`
 * nor than the words that such numbers are made of. */
bool pattern_number_at(const char *s, size_t from, size_t bracket,
                       size_t *start, size_t *len);

/* Bytes of the 发文字号 that begins with byte `at`; 0: none does. */
size_t pattern_number_from(const char *s, size_t at);

/* The whole line is one. */
bool pattern_is_number(const char *s);

/* The whole line is a date: 2020年10月15日, 2020-10-15, 二〇二〇年十月十五日;
 * `iso` gets YYYY-MM-DD. */
bool pattern_is_date(const char *s, char iso[11]);

/* The line ends with a date that something stands before; its byte offset. */
size_t pattern_ends_with_date(const char *s, char iso[11]);

/* 一、 is 1, （一） 2, 1. 3, （1） 4; 0 for any other line. */
int pattern_heading_level(const char *s);

/* ①, -, • and the like. */
bool pattern_is_item(const char *s);

/* What kind of document a title names (通知, 公告 ...), or NULL. */
const char *pattern_kind(const char *title);

/* A title that stands alone; or the second line of one, that begins without
 * 关于; or the first line, that ends without a kind. */
bool pattern_is_title(const char *s);
bool pattern_is_title_end(const char *s);
bool pattern_is_title_beginning(const char *s);

bool pattern_is_addressee(const char *s);

/* The name of an organ and nothing else. */
bool pattern_is_organ(const char *s);

/* 联系人：... and such; with `after_contact`, also a short line with a number
 * or an address in it. */
bool pattern_is_contact(const char *s, bool after_contact);

/*
 * 附件, 附件：, 附件1：name. True when the line is that; `*number` is 0 where
 * there is none, `*rest` the text after it ("" for none), borrowed from `s`.
 */
bool pattern_is_annex(const char *s, int *number, const char **rest);

/* "1. name" under 附件：. The same. */
bool pattern_is_annex_entry(const char *s, int *number, const char **rest);

/* The label of a line in the head of a web page (发文机构：...), or NULL;
 * `*value` is what follows. */
const char *pattern_page_head(const char *s, const char **value);

/* What a web page puts around a text (打印本页, 上一篇：...). */
bool pattern_is_furniture(const char *s);

/* Prose in English: a description of a picture, put in by who saved it. */
bool pattern_is_english(const char *s);

/* 网址：http://... : the address, or NULL. */
const char *pattern_address(const char *s);

#endif
