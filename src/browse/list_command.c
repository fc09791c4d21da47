#include "browse/list_command.h"

#include "browse/go.h"
#include "base/i18n.h"
#include "ui/list_pane.h"

enum {
    FIRST_MS = 8,       /* at once: most lists take no longer */
    VALUES_KEPT = 1000, /* in the frequencies */
};

static bool has_list(struct app *a)
{
    if (!a->view.list)
        app_say(a, "%s", _("There is no list here"));
    return a->view.list != NULL;
}

/* ---- what is wanted ---- */

void list_command_sort(struct app *a)
{
    size_t column = list_pane_column(view_list_pane(&a->view));
    bool descending = false;
    struct err e = {0};

    if (!has_list(a))
        return;
    view_bring(&a->view, FRAME_LIST);
    descending = list_pane_sorted_by(view_list_pane(&a->view), &descending) ==
                     (int)column &&
                 !descending;
    if (job_sort(&a->job, a->view.list, column, descending, &e))
        list_command_work(a, FIRST_MS);
    else
        app_complain(a, &e);
}

void list_command_unsort(struct app *a)
{
    view_bring(&a->view, FRAME_LIST);
    if (list_pane_sorted_by(view_list_pane(&a->view), NULL) < 0)
        app_say(a, "%s", _("The rows are in the source's order"));
    else
        list_pane_order(view_list_pane(&a->view), NULL, 0, false);
    view_sync(&a->view);
}

void list_command_frequencies(struct app *a)
{
    if (!has_list(a))
        return;
    if (!list_pane_rows(view_list_pane(&a->view))) {
        app_say(a, "%s", _("There is no record to count"));
        return;
    }
    job_tally(&a->job, a->view.list, list_pane_column(view_list_pane(&a->view)),
              list_pane_filtered(view_list_pane(&a->view)));
    list_command_work(a, FIRST_MS);
}

void list_command_select(struct app *a, const char *value)
{
    view_bring(&a->view, FRAME_LIST);
    job_select(&a->job, a->view.list,
               list_pane_column(view_list_pane(&a->view)), value,
               list_pane_filtered(view_list_pane(&a->view)));
    list_command_work(a, FIRST_MS);
}

void list_command_number(struct app *a, int64_t number)
{
    job_number(&a->job, a->view.list, number);
    list_command_work(a, FIRST_MS);
}

/* ---- what came of it ---- */

static void show_order(struct app *a, struct job *j)
{
    list_pane_order(view_list_pane(&a->view), list_sort_take(j->sort),
                    j->column, j->descending);
    view_sync(&a->view);
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

    find_show_only(&a->find, &rows, j->label);
}

static void show_number(struct app *a, const struct job *j)
{
    if (j->finder.row > 0) {
        go_row(a, j->finder.row);
        if (a->view.frame.focus == FRAME_NOTICE)
            view_focus(&a->view, FRAME_LIST);
    } else
        app_say(a, _("There is no record No. %lld"),
                (long long)j->finder.number);
}

void list_command_work(struct app *a, int milliseconds)
{
    struct err e = {0};
    struct job *j = &a->job;
    enum work work = job_step(j, milliseconds, &e);

    if (work == WORK_MORE)
        return;
    if (work == WORK_FAILED)
        app_complain(a, &e);
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
