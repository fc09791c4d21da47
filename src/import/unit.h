/*
 * unit.h - what the name of a unit tells about it: the region it lies in and
 * the kind of unit it is.
 *
 * Both come from tables that anyone can read, data/regions.tsv and
 * data/unit_kinds.tsv, compiled in. What the rules cannot tell stays empty.
 *
 * Region: a bracket that begins with a place says where the unit stands
 * (联想（北京）有限公司), else the place that the name begins with, the longest
 * one that fits; else a province named anywhere in it (国网湖南省电力公司).
 * Kind: the longest ending of the name, without brackets behind it.
 */
#ifndef IMPORT_UNIT_H
#define IMPORT_UNIT_H

#include <stdbool.h>
#include <stddef.h>

/* How `field.origin` names the rules: the table, and the column they read. */
#define UNIT_REGION_RULE "regions.tsv"
#define UNIT_KIND_RULE   "unit_kinds.tsv"

struct unit_tables;

/* Ready for looking up. Never NULL. */
struct unit_tables *unit_tables_new(void);
void unit_tables_free(struct unit_tables *t); /* accepts NULL */

/* The region (北京, 湖南, 内蒙古 ...) of a unit, "" where it cannot be told;
 * valid for the program's life. */
const char *unit_region(const struct unit_tables *t, const char *name,
                        size_t len);

/* Whether the whole text is the name of a region. */
bool unit_is_region(const struct unit_tables *t, const char *name, size_t len);

/* The kind of unit (高职院校, 企业 ...), "" where it cannot be told; valid for
 * the program's life. */
const char *unit_kind(const struct unit_tables *t, const char *name,
                      size_t len);

#endif
