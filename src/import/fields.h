/*
 * fields.h - what the columns of a list are, by their headings: which one
 * names the records, which the units, and what needs not be derived.
 */
#ifndef IMPORT_FIELDS_H
#define IMPORT_FIELDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "import/draft.h"

/* A whole number, also in full-width digits. */
bool fields_is_number(const char *s, size_t len, int64_t *value);

/* Of columns with these names: the one that holds the names of units (牵头单位,
 * 学校名称), or -1; whether one says where they lie, or what they are. */
int fields_unit_among(const char *const *names, size_t count);
bool fields_have_region(const char *const *names, size_t count);
bool fields_have_kind(const char *const *names, size_t count);

/* Whether a heading is that of names: 学校名称, 姓名, 牵头单位. */
bool fields_is_name(const char *heading);

/* The column that names the records (集团名称, 学校名称), or -1. */
int fields_name_column(const struct draft_list *l);

#endif
