#include "browse/job.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "text/clean.h"

bool job_sort(struct job *j, struct list *l, size_t column, bool descending,
              struct err *e)
{
    struct list_sort *sort = list_sort_new(l, column, descending, e);

    if (!sort)
        return false;
    *j = (struct job){.kind = JOB_SORT,
                      .list = list_share(l),
                      .column = column,
                      .descending = descending,
                      .sort = sort};
    return true;
}

void job_tally(struct job *j, struct list *l, size_t column,
               const struct rowset *only)
{
    *j = (struct job){.kind = JOB_TALLY,
                      .list = list_share(l),
                      .column = column,
                      .tally = list_tally_new(l, column, only)};
}

void job_select(struct job *j, struct list *l, size_t column, const char *value,
                const struct rowset *only)
{
    struct str label = {0};

    str_addf(&label, "%s: %s", list_column(l, column)->name,
             *value ? value : _("(empty)"));
    *j = (struct job){.kind = JOB_SELECT,
                      .list = list_share(l),
                      .column = column,
                      .select = list_select_new(l, column, value, only),
                      .label = clean_copy(str_text(&label))};
    str_clear(&label);
}

void job_number(struct job *j, struct list *l, int64_t number)
{
    *j = (struct job){.kind = JOB_NUMBER, .list = list_share(l)};
    list_finder_init(&j->finder, l, number);
}

enum work job_step(struct job *j, int milliseconds, struct err *e)
{
    switch (j->kind) {
    case JOB_SORT:
        return list_sort_step(j->sort, milliseconds, e);
    case JOB_TALLY:
        return list_tally_step(j->tally, milliseconds, e);
    case JOB_SELECT:
        return list_select_step(j->select, milliseconds, e);
    case JOB_NUMBER:
        return list_finder_step(&j->finder, milliseconds, e);
    case JOB_NONE:
        break;
    }
    return WORK_DONE;
}

void job_stop(struct job *j)
{
    list_sort_free(j->sort);
    list_tally_free(j->tally);
    list_select_free(j->select);
    free(j->label);
    list_close(j->list);
    *j = (struct job){0};
}

void job_note(const struct job *j, struct str *out)
{
    switch (j->kind) {
    case JOB_SORT:
        str_addf(out, _("Sorting: %d%%; any key stops it"),
                 list_sort_percent(j->sort));
        break;
    case JOB_TALLY:
        str_addf(out, _("Counting the values: %d%%; any key stops it"),
                 list_tally_percent(j->tally));
        break;
    case JOB_SELECT:
        str_addf(out, _("Choosing the rows: %d%%; any key stops it"),
                 list_select_percent(j->select));
        break;
    case JOB_NUMBER:
        str_addf(out, _("Looking for No. %lld: %d%%; any key stops it"),
                 (long long)j->finder.number, list_finder_percent(&j->finder));
        break;
    case JOB_NONE:
        break;
    }
}
