/*
 * job.h - the long work in hand: a sort, a count of values, the choice of the
 * rows with one value, the look for a number. A key begins it, it goes on in
 * slices, any key ends it.
 *
 * Knows the list alone; browse/list_command.h does with the outcome what the
 * reader wanted.
 */
#ifndef BROWSE_JOB_H
#define BROWSE_JOB_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/str.h"
#include "browse/generation.h"
#include "model/list_finder.h"
#include "model/list_select.h"
#include "model/list_sort.h"
#include "model/list_tally.h"
#include "model/work.h"

enum job_kind { JOB_NONE, JOB_SORT, JOB_TALLY, JOB_SELECT, JOB_NUMBER };

struct job {
    enum job_kind kind;
    struct list *list;  /* shared */
    struct stamp stamp; /* what it was made for: whoever begins it says so */
    size_t column;      /* of a sort or tally */
    bool descending;    /* of a sort */
    struct list_sort *sort;
    struct list_tally *tally;
    struct list_select *select;
    char *label; /* owned: of the filter that a selection becomes */
    struct list_finder finder; /* of a number */
};

/* Begin; `j` is idle. Lists are shared, rows copied. False with `e` filled: the
 * list is too long. */
bool job_sort(struct job *j, struct list *l, size_t column, bool descending,
              struct err *e);
void job_tally(struct job *j, struct list *l, size_t column,
               const struct rowset *only);
void job_select(struct job *j, struct list *l, size_t column, const char *value,
                const struct rowset *only);
void job_number(struct job *j, struct list *l, int64_t number);

/* Go on for about `milliseconds` (< 0: to the end). */
enum work job_step(struct job *j, int milliseconds, struct err *e);

/* Done with, or given up: idle again. */
void job_stop(struct job *j);

/* Append what is going on and how far it is. */
void job_note(const struct job *j, struct str *out);

#endif
