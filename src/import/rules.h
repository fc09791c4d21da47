/*
 * rules.h - what a line is: the one table of rules, in the order in which they
 * are asked.
 *
 * A rule knows where in a document it applies and one kind of line. The first
 * that takes a line has judged it; the last takes all.
 */
#ifndef IMPORT_RULES_H
#define IMPORT_RULES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "import/document.h"

enum rule_place {
    RULE_HEAD = 1,    /* above the first line of the text */
    RULE_TEXT = 2,    /* down to signers and date */
    RULE_BELOW = 4,   /* below them */
    RULE_ANNEX = 8,   /* in an annexed text */
    RULE_FOOTER = 16, /* among the page's own words at its end */
    RULE_ANYWHERE = 31,
};

enum rule_result { RULE_PASSES, RULE_TAKES, RULE_FAILS };

struct rule {
    const char *name; /* as --explain says it */
    unsigned where;   /* of enum rule_place */
    enum rule_result (*ask)(struct document *d, size_t at, struct err *e);
};

/* Take line `at`, which holds something; others may be settled with it. */
bool rules_judge(struct document *d, size_t at, struct err *e);

/* The table, and its length. */
const struct rule *rules_table(size_t *count);

#endif
