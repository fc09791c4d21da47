#include "browse/list_command.h"

#include <assert.h>

#include "browse/go.h"
#include "base/i18n.h"
#include "ui/list_pane.h"
#include "ui/number.h"

enum {
    FIRST_MS = 8,       /* at once: most lists take no longer */
    VALUES_KEPT = 1000, /* in the frequencies */
};

/* ---- what is wanted ---- */

/* The work was made for what is shown of these subjects now. */
static void begin(struct app *a, unsigned subjects)
{
    a->job.stamp = generation_stamp(&a->view.generation, subjects);
    list_command_work(a, FIRST_MS);
}

void list_command_sort(struct app *a)
{
    size_t column = list_pane_column(view_list_pane(&a->view));
    bool descending = false;
    struct err e = {0};

    view_bring(&a->view, FRAME_LIST);
    descending = list_pane_sorted_by(view_list_pane(&a->view), &descending) ==
                     (int)column &&
                 !descending;
    if (job_sort(&a->job, a->view.list, column, descending, &e))
        begin(a, ON_LIST | ON_ORDER);
    else
        message_complain(&a->message, &e);
}

void list_command_unsort(struct app *a)
{
    view_bring(&a->view, FRAME_LIST);
    if (list_pane_sorted_by(view_list_pane(&a->view), NULL) < 0)
        message_say(&a->message, "%s", _("The rows are in the source's order"));
    else
        view_order(&a->view, NULL, 0, false);
}

void list_command_frequencies(struct app *a)
{
    if (!list_pane_rows(view_list_pane(&a->view))) {
        message_say(&a->message, "%s", _("There is no record to count"));
        return;
    }
    job_tally(&a->job, a->view.list, list_pane_column(view_list_pane(&a->view)),
              filter_rows(&a->view.filter));
    begin(a, ON_LIST | ON_FILTER);
}

void list_command_select(struct app *a, const char *value)
{
    view_bring(&a->view, FRAME_LIST);
    job_select(&a->job, a->view.list,
               list_pane_column(view_list_pane(&a->view)), value,
               filter_rows(&a->view.filter));
    begin(a, ON_LIST | ON_FILTER);
}

void list_command_number(struct app *a, int64_t number)
{
    job_number(&a->job, a->view.list, number);
    begin(a, ON_LIST);
}

/* ---- selecting ---- */

static void say_selected(struct app *a)
{
    struct pane *p = view_list_pane(&a->view);
    struct str count = {0};

    number_append(&count, list_pane_selected(p));
    if (list_pane_is_in_range(p))
        message_say(&a->message, "%s",
                    _("A range begins here: V at its other end"));
    else if (list_pane_selected(p) == 0)
        message_say(&a->message, "%s", _("No record is selected"));
    else
        message_say(&a->message, _("Records selected: %s; Y copies them"),
                    str_text(&count));
    str_clear(&count);
}

void list_command_select_row(struct app *a)
{
    list_pane_select_row(view_list_pane(&a->view));
    say_selected(a);
}

void list_command_select_range(struct app *a)
{
    list_pane_select_range(view_list_pane(&a->view));
    say_selected(a);
}

void list_command_select_shown(struct app *a)
{
    list_pane_select_shown(view_list_pane(&a->view));
    say_selected(a);
}

void list_command_select_none(struct app *a)
{
    list_pane_select_none(view_list_pane(&a->view));
    say_selected(a);
}

/* ---- what came of it ---- */

static void show_order(struct app *a, struct job *j)
{
    view_order(&a->view, list_sort_take(j->sort), j->column, j->descending);
}

static void show_values(struct app *a, struct job *j)
{
    struct list_frequency *values;
    size_t distinct, count;

    count = list_tally_take(j->tally, VALUES_KEPT, &values, &distinct);
    overlay_frequencies(&a->overlay, &a->view, values, count, distinct);
}

static void show_selected(struct app *a, struct job *j)
{
    struct rowset rows = list_select_take(j->select);
    struct place here = view_place(&a->view);

    view_narrow(&a->view, &rows, j->label, &here);
}

static void show_number(struct app *a, const struct job *j)
{
    if (j->finder.row > 0) {
        go_row(a, j->finder.row);
        if (a->view.frame.focus == FRAME_NOTICE)
            view_focus(&a->view, FRAME_LIST);
    } else
        message_say(&a->message, _("There is no record No. %lld"),
                    (long long)j->finder.number);
}

void list_command_work(struct app *a, int milliseconds)
{
    struct err e = {0};
    struct job *j = &a->job;
    enum work work;

    if (!generation_holds(&a->view.generation, j->stamp)) {
        job_stop(j);
        return;
    }
    work = job_step(j, milliseconds, &e);
    if (work == WORK_MORE)
        return;
    assert(generation_holds(&a->view.generation, j->stamp));
    if (work == WORK_FAILED)
        message_complain(&a->message, &e);
    else if (j->kind == JOB_SORT)
        show_order(a, j);
    else if (j->kind == JOB_TALLY)
        show_values(a, j);
    else if (j->kind == JOB_SELECT)
        show_selected(a, j);
    else if (j->kind == JOB_NUMBER)
        show_number(a, j);
    job_stop(j);
}
