/*
 * list_command.h - what a reader has the list do that may take long: sort,
 * count values, show the rows with one, go to a number (browse/job.h).
 */
#ifndef BROWSE_LIST_COMMAND_H
#define BROWSE_LIST_COMMAND_H

#include "browse/state.h"

/* Sort by the current column, rising; again: falling. There is a list. */
void list_command_sort(struct app *a);
void list_command_unsort(struct app *a);

/* Of the current column and the rows that the filter lets through. There is a
 * list. */
void list_command_frequencies(struct app *a);

/* Of the rows that are shown, only those with this value in the current
 * column. */
void list_command_select(struct app *a, const char *value);

/* To the row that has the number; there is a list. */
void list_command_number(struct app *a, int64_t number);

/* Go on with the work in hand for about `milliseconds`, and once it is done
 * show what came of it. */
void list_command_work(struct app *a, int milliseconds);

/* Select the current row, a range, all that is shown, none; and say how many
 * are. */
void list_command_select_row(struct app *a);
void list_command_select_range(struct app *a);
void list_command_select_shown(struct app *a);
void list_command_select_none(struct app *a);

#endif
