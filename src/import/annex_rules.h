/*
 * annex_rules.h - the rules for what a document annexes: rows of the table in
 * rules.c, which asks them.
 */
#ifndef IMPORT_ANNEX_RULES_H
#define IMPORT_ANNEX_RULES_H

#include <stddef.h>

#include "base/err.h"
#include "import/document.h"
#include "import/rules.h"

/* A table, with its mark and title. */
enum rule_result annex_rule_table(struct document *d, size_t at, struct err *e);

/* 附件1, alone or with its title, above what is annexed. */
enum rule_result annex_rule_mark(struct document *d, size_t at, struct err *e);

/* The title of an annexed text. */
enum rule_result annex_rule_title(struct document *d, size_t at, struct err *e);

/* 附件：1.名单 */
enum rule_result annex_rule_note(struct document *d, size_t at, struct err *e);

/* A name in a line of its own below 附件：, numbered or not. */
enum rule_result annex_rule_entry(struct document *d, size_t at, struct err *e);

/* Line `at` names annexes with `text`; the one without a number has `number`.
 * `next` is as annex_note_entries() has it. */
void annex_rule_announce(struct document *d, size_t at, const char *text,
                         const char *number, int next);

#endif
