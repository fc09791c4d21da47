/*
 * pattern.h - safe patterns for the parts of an official document (GB/T
 * 9704-2012, 7.3), each for one line.
 *
 * They know the genre and no particular document, and say what a line can be,
 * not what it is: that its place says (head.h, tail.h, rules.h). Texts are
 * bare (words_bare()) where the name of the parameter says so.
 */
#ifndef IMPORT_PATTERN_H
#define IMPORT_PATTERN_H

#include <stdbool.h>
#include <stddef.h>

/* 一、 and 第一章 are 1, （一） and 第一节 2, 1. 3, （1） 4; 0 for any other
 * line. `*ordinal`, unless NULL, is the number. */
int pattern_heading_level(const char *bare, int *ordinal);

/* ①, -, • and the like; not bare. */
bool pattern_is_item(const char *s);

/* What kind of document a title names (通知, 公告 ...), or NULL. */
const char *pattern_kind(const char *bare);

/* Whether that is a kind that is sent or published by itself, as 通知 is and
 * 办法 or 名单 are not. */
bool pattern_is_sent(const char *kind);

/* What a line of a title may look like: no sentence, not too long. */
bool pattern_can_be_title(const char *bare);

/* A line that reads as running text. */
bool pattern_is_sentence(const char *bare);

/* A line, or the end of one, that names who is written to. */
bool pattern_can_be_addressee(const char *bare);

/* The name of an organ, or of several, and nothing else. */
bool pattern_is_organ(const char *bare);

/* Bytes of the organ that a title begins with, 0: none can be told. */
size_t pattern_organ_of_title(const char *bare);

/* A line that a signer can be, next to the date. */
bool pattern_can_be_signer(const char *bare);

/* 市长周某某: a person in office, who signs for an organ. */
bool pattern_is_person(const char *bare);

/* 联系人：... and such; with `after_contact`, also a short line with a number
 * or an address in it. Not bare. */
bool pattern_is_contact(const char *s, bool after_contact);

/* 时间：, 地点： and the like: a label and what it says. */
bool pattern_is_label(const char *bare);

/* Prose in English: a description of a picture, put in by who saved it. Not
 * bare. */
bool pattern_is_english(const char *s);

/* 网址：http://... : the address, or NULL. Not bare; `labelled` is whether a
 * label stands before it. */
const char *pattern_address(const char *s, bool *labelled);

/* 特急, 秘密★1年, 000012: urgency, secrecy, number of the copy. */
bool pattern_is_secrecy(const char *bare);

/* 某省人民政府文件 */
bool pattern_is_letterhead(const char *bare);

/* 抄送：..., 主题词：... , 签发人：... : the first character of what is said;
 * NULL: no such line. */
const char *pattern_copy_to(const char *bare);
const char *pattern_keywords(const char *bare);
const char *pattern_signed_by(const char *bare);

/* A line below 抄送：..., of short names and nothing else: more of them. */
bool pattern_copy_to_goes_on(const char *bare);

/* 共印150份 */
bool pattern_is_copies(const char *bare);

/* 信息公开选项：主动公开, 此件公开发布 */
bool pattern_is_disclosure(const char *bare);

/* A remark in brackets, alone in its line. */
bool pattern_is_remark(const char *bare);

#endif
