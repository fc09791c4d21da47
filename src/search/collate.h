/*
 * collate.h - the order in which Chinese readers look things up: signs,
 * digits, letters, then characters by their main reading in pinyin.
 *
 * Character by character, not by the spelling of whole words: 安全 stands
 * before 案例 because 全 is not looked at until 安 and 案 are told apart. What
 * a search takes for the same character (search/fold.h) is the same here.
 */
#ifndef SEARCH_COLLATE_H
#define SEARCH_COLLATE_H

#include <stddef.h>

#include "base/str.h"

struct collation;

/* Takes some milliseconds and 130 kB. Never NULL. */
struct collation *collation_new(void);
void collation_free(struct collation *c); /* accepts NULL */

/* Append the key of a text: keys compare by strcmp() as their texts stand in
 * order. A key holds no NUL; none is added. */
void collation_key(const struct collation *c, struct str *out, const char *text,
                   size_t len);

#endif
