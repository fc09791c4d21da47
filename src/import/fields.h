/*
 * fields.h - what is known about the columns of a list: which hold numbers,
 * which numbers are missing, which column names the units, and the columns
 * that can be derived from it.
 */
#ifndef IMPORT_FIELDS_H
#define IMPORT_FIELDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "import/draft.h"
#include "import/unit.h"

/* A whole number, also in full-width digits. */
bool fields_is_number(const char *s, size_t len, int64_t *value);

/* Of columns with these names: the one that holds the names of units (牵头单位,
 * 学校名称), or -1; whether one says where they lie, or what they are. */
int fields_unit_among(const char *const *names, size_t count);
bool fields_have_region(const char *const *names, size_t count);
bool fields_have_kind(const char *const *names, size_t count);

/* The column that names the records (集团名称, 学校名称), or -1. */
int fields_name_column(const struct draft_list *l);

/* Say of what kind each column is, and note the gaps in the source's numbers
 * where its column counts (text/numbering.h) and they rise; full-width digits
 * become ASCII ones there, and there alone. */
void fields_number(struct draft_list *l);

/* Add the columns 地区 and 单位类型 from the unit's name, unless the source has
 * a column for it already or the list names no unit. */
void fields_derive(struct draft_list *l, const struct unit_tables *tables);

#endif
