#include "print/print.h"

#include <string.h>

#include "base/i18n.h"
#include "model/list_finder.h"
#include "print/print_list.h"
#include "print/print_lists.h"
#include "print/print_miss.h"
#include "print/print_notice.h"
#include "print/print_record.h"
#include "print/print_search.h"
#include "print/print_select.h"
#include "print/print_whole.h"
#include "print/printer.h"
#include "text/output.h"
#include "ui/annex_text.h"

static enum print_status complain(enum print_status status, const struct err *e)
{
    printer_complain(e);
    return status;
}

static enum print_status trouble(const struct err *e)
{
    return complain(PRINT_TROUBLE, e);
}

static bool begin(struct printer *p, enum print_shape shape, const char *title,
                  struct err *e)
{
    struct print_start start = {.shape = shape, .title = title};

    return !p->format->begin || p->format->begin(p, &start, e);
}

static bool end(struct printer *p, struct err *e)
{
    return !p->format->end || p->format->end(p, e);
}

/* A number, alone. */
static enum print_status print_number(struct printer *p, int64_t n)
{
    struct err e = {0};

    str_addf(&p->line, "%lld", (long long)n);
    return printer_end_line(p, &e) ? PRINT_FOUND : trouble(&e);
}

/* ---- a list, a record ---- */

/* The list that is meant; NULL with `*status` and the reason said. */
static struct list *open_wanted(const struct printer *p,
                                enum print_status *status)
{
    struct err e = {0};
    struct list *l;
    size_t annex;

    *status = print_select_list(p->ed, p->request, &annex, &e);
    if (*status != PRINT_FOUND) {
        complain(*status, &e);
        return NULL;
    }
    l = list_open(p->ed, annex, &e);
    if (!l)
        *status = trouble(&e);
    return l;
}

static void name_list(struct str *out, struct printer *p, const struct list *l)
{
    annex_text_name(out, edition_annex(p->ed, list_annex(l)));
}

static bool print_one_list(struct printer *p, struct list *l, struct err *e)
{
    struct str name = {0};
    bool ok;

    name_list(&name, p, l);
    ok = begin(p, SHAPE_LIST, str_text(&name), e) &&
         print_list(p, l, NULL, NULL, false, e) && end(p, e);
    if (ok && p->format->is_table)
        print_miss_gaps(p, l);
    str_clear(&name);
    return ok;
}

static enum print_status run_list(struct printer *p)
{
    enum print_status status;
    struct list *l = open_wanted(p, &status);
    struct err e = {0};

    if (!l)
        return status;
    if (p->request->count) {
        status = print_number(p, list_row_count(l));
        print_miss_gaps(p, l);
    } else if (!print_one_list(p, l, &e))
        status = trouble(&e);
    list_close(l);
    return status;
}

static bool print_one_record(struct printer *p, struct list *l, int64_t row,
                             struct err *e)
{
    struct str name = {0};
    bool ok;

    name_list(&name, p, l);
    ok = begin(p, SHAPE_RECORD, str_text(&name), e) &&
         print_record(p, l, row, e) && end(p, e);
    str_clear(&name);
    return ok;
}

/* The row with the number that was asked for to `*row`. */
static enum print_status find_record(const struct printer *p, struct list *l,
                                     int64_t *row, struct err *e)
{
    long long number = (long long)p->request->number;
    const struct list_gap *gap = list_gap_of(l, p->request->number);
    struct list_finder finder;

    if (gap) {
        err_set(e, ERR_DATA, _("No. %lld is not held (gap %lld-%lld)"), number,
                (long long)gap->first, (long long)gap->last);
        return PRINT_NOT_FOUND;
    }
    list_finder_init(&finder, l, p->request->number);
    if (list_finder_step(&finder, -1, e) == WORK_FAILED)
        return PRINT_TROUBLE;
    *row = finder.row;
    if (*row > 0)
        return PRINT_FOUND;
    err_set(e, ERR_DATA, _("There is no record No. %lld"), number);
    return PRINT_NOT_FOUND;
}

static enum print_status run_record(struct printer *p)
{
    enum print_status status;
    struct list *l = open_wanted(p, &status);
    struct err e = {0};
    int64_t row = 0;

    if (!l)
        return status;
    status = find_record(p, l, &row, &e);
    if (status == PRINT_FOUND && !print_one_record(p, l, row, &e))
        status = PRINT_TROUBLE;
    if (status != PRINT_FOUND)
        complain(status, &e);
    list_close(l);
    return status;
}

/* ---- a notice ---- */

static enum print_status run_notice(struct printer *p)
{
    struct print_source source = {0};
    struct err e = {0};
    size_t index;
    enum print_status status =
        print_select_notice(p->ed, p->request, &index, &e);
    bool ok;

    if (status != PRINT_FOUND)
        return complain(status, &e);
    ok = print_source_open(&source, p, index, &e) &&
         begin(p, SHAPE_NOTICE, source.info->title, &e) &&
         print_notice(p, &source, &e) && end(p, &e);
    print_source_close(&source);
    return ok ? PRINT_FOUND : trouble(&e);
}

/* ---- a search ---- */

static bool searches_lists(const struct print_request *request)
{
    return request->list || !request->notice;
}

static bool searches_notices(const struct print_request *request)
{
    return request->notice || !request->list;
}

/* Open the lists that are searched, and find the notices. */
static enum print_status take_scope(const struct printer *p,
                                    struct print_scope *scope, struct err *e)
{
    const struct print_request *request = p->request;
    enum print_status status = PRINT_FOUND;
    size_t annex = 0, last = edition_annex_count(p->ed);

    if (searches_notices(request))
        scope->end = edition_notice_count(p->ed);
    if (request->notice) {
        status = print_select_notice(p->ed, request, &scope->first, e);
        scope->end = scope->first + 1;
    } else if (request->annex) {
        status = print_select_list(p->ed, request, &annex, e);
        last = annex + 1;
    }
    if (status != PRINT_FOUND || !searches_lists(request))
        return status;
    for (; annex < last; annex++) {
        if (!print_lists_add(scope->lists, p->ed, annex, e))
            return PRINT_TROUBLE;
    }
    return PRINT_FOUND;
}

static enum print_status search(struct printer *p,
                                const struct print_scope *scope)
{
    struct print_result result;
    struct err e = {0};

    if (!print_search(p, scope, &result, &e))
        return trouble(&e);
    if (p->request->count && print_number(p, result.found) != PRINT_FOUND)
        return PRINT_TROUBLE;
    if (result.found == 0)
        print_miss(p, scope, &result);
    else if (result.is_near)
        print_miss_near(p);
    if (scope->lists->is_short)
        return PRINT_TROUBLE;
    return result.found > 0 ? PRINT_FOUND : PRINT_NOT_FOUND;
}

static enum print_status run_search(struct printer *p)
{
    struct print_lists lists = {0};
    struct print_scope scope = {.lists = &lists};
    struct err e = {0};
    enum print_status status = take_scope(p, &scope, &e);

    if (status != PRINT_FOUND)
        complain(status, &e);
    else
        status = search(p, &scope);
    print_lists_clear(&lists);
    return status;
}

/* ---- all there is ---- */

static bool open_lists(struct printer *p, int notice, struct print_lists *lists,
                       struct err *e)
{
    for (size_t i = 0; i < edition_annex_count(p->ed); i++) {
        if (edition_annex(p->ed, i)->notice == notice &&
            !print_lists_add(lists, p->ed, i, e))
            return false;
    }
    return true;
}

static enum print_status run_whole(struct printer *p)
{
    int notice = edition_first_notice(p->ed);
    struct print_lists lists = {0};
    enum print_status status = PRINT_FOUND;
    struct err e = {0};
    bool is_open = open_lists(p, notice, &lists, &e);

    if (is_open && notice < 0 && lists.len == 0 && !lists.is_short) {
        err_set(&e, ERR_DATA, _("%s holds neither notices nor lists"),
                edition_path(p->ed));
        status = complain(PRINT_NOT_FOUND, &e);
    } else if (!is_open || !print_whole(p, notice, &lists, &e))
        status = trouble(&e);
    else if (lists.is_short)
        status = PRINT_TROUBLE;
    print_lists_clear(&lists);
    return status;
}

static enum print_status run(struct printer *p)
{
    if (p->request->search)
        return run_search(p);
    if (p->request->record)
        return run_record(p);
    if (p->request->list)
        return run_list(p);
    if (p->request->notice)
        return run_notice(p);
    return run_whole(p);
}

/* What is printed is passed on and kept: it must be what was published. */
static bool is_sound(struct edition *ed, struct err *e)
{
    if (edition_size(ed) > EDITION_CHECK_MAX &&
        edition_verify_state(ed) != EDITION_DAMAGED)
        return true;
    edition_verify(ed, -1, e);
    return e->code == ERR_NONE;
}

/* Binary data, or a text beyond all bounds, is named in its place. A reader
 * sees that; a program would take the description for the value. */
static enum print_status tell_described(const struct printer *p,
                                        enum print_status status)
{
    struct err e = {0};

    if (p->described == 0)
        return status;
    err_set(&e, ERR_LIMIT,
            _("values that are only described, being binary data or too "
              "large: %lld"),
            (long long)p->described);
    return complain(p->format->is_data ? PRINT_TROUBLE : status, &e);
}

int print_run(struct edition *ed, const struct print_request *request)
{
    enum print_status status;
    struct err e = {0};
    struct printer p;

    if (!is_sound(ed, &e))
        return (int)trouble(&e);
    printer_init(&p, ed, request);
    status = tell_described(&p, run(&p));
    printer_clear(&p);
    if (!output_end(&e))
        status = trouble(&e);
    return (int)status;
}
