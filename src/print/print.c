#include "print/print.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "text/output.h"
#include "print/print_list.h"
#include "print/print_notice.h"
#include "print/print_record.h"
#include "print/print_search.h"
#include "print/print_whole.h"
#include "print/printer.h"
#include "base/i18n.h"
#include "model/list.h"
#include "model/list_number.h"
#include "ui/annex_text.h"

#define DEFAULT_WIDTH 80
#define NAMES_MAX     20 /* of lists in a message */

enum { FOUND = 0, NOT_FOUND = 1, TROUBLE = 2 };

static int trouble(const struct err *e)
{
    output_complain("gongwen", e);
    return TROUBLE;
}

static int not_found(const struct err *e)
{
    output_complain("gongwen", e);
    return NOT_FOUND;
}

static int width_of_output(void)
{
    struct winsize size;

    if (isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 &&
        size.ws_col >= PRINT_MIN_WIDTH && size.ws_col <= PRINT_MAX_WIDTH)
        return size.ws_col;
    return DEFAULT_WIDTH;
}

static bool shows_marks(const struct print_request *request)
{
    const char *no_color = getenv("NO_COLOR");

    if (request->format != FORMAT_TEXT && request->format != FORMAT_TSV)
        return false;
    if (request->color != WHEN_AUTO)
        return request->color == WHEN_ALWAYS;
    return isatty(STDOUT_FILENO) && !(no_color && *no_color);
}

/* The notice that is meant, -1: there is none. */
static int wanted_notice(const struct printer *p)
{
    if (!p->request->notice || p->request->position == 0)
        return edition_first_notice(p->ed);
    if ((uint64_t)p->request->position > edition_notice_count(p->ed))
        return -1;
    return (int)p->request->position - 1;
}

/* How well an annex is what --list=NAME means: by its number in the notice
 * that is read first, else by number, title or table anywhere. */
static int likeness(const struct printer *p, const struct annex_info *annex)
{
    const char *name = p->request->annex;

    if (!name)
        return !annex_is_list(annex)                          ? 0
               : annex->notice == edition_first_notice(p->ed) ? 2
                                                              : 1;
    if (strcmp(annex->number, name) == 0)
        return annex->notice == edition_first_notice(p->ed) ? 3 : 2;
    return strcmp(annex->title, name) == 0 ||
           strcmp(annex->table_name, name) == 0;
}

/* The annex that is meant, -1: there is none. */
static int wanted_annex(const struct printer *p)
{
    int best = 0;
    int found = -1;

    for (size_t i = 0; i < edition_annex_count(p->ed); i++) {
        int like = likeness(p, edition_annex(p->ed, i));

        if (like > best) {
            best = like;
            found = (int)i;
        }
    }
    return found;
}

/* What the lists are called, for who named none of them: by number, else by
 * title. */
static void add_names(const struct printer *p, struct str *names)
{
    size_t n = 0;

    for (size_t i = 0; i < edition_annex_count(p->ed); i++) {
        const struct annex_info *info = edition_annex(p->ed, i);

        if (!annex_is_list(info))
            continue;
        if (++n > NAMES_MAX) {
            str_add(names, ", ...");
            return;
        }
        str_addf(names, "%s%s", n > 1 ? ", " : "",
                 *info->number ? info->number : info->title);
    }
}

static void explain_name(const struct printer *p, struct err *e)
{
    struct str names = {0};

    add_names(p, &names);
    if (names.len > 0)
        err_set(e, ERR_USAGE, _("There is no annex %s; the lists here are: %s"),
                p->request->annex, str_text(&names));
    else
        err_set(e, ERR_USAGE, _("There is no list here"));
    str_clear(&names);
}

static void explain_notice(const struct printer *p, struct err *e)
{
    size_t n = edition_notice_count(p->ed);

    if (n == 0)
        err_set(e, ERR_DATA, _("There is no notice here"));
    else
        err_set(e, ERR_DATA, _("There is no notice %lld; the last is %zu"),
                (long long)p->request->position, n);
}

/* Why there is no such list; fills `e`. */
static void explain_list(const struct printer *p, int annex, struct err *e)
{
    const struct annex_info *info =
        annex < 0 ? NULL : edition_annex(p->ed, (size_t)annex);
    struct str text = {0};

    if (!info && p->request->annex)
        explain_name(p, e);
    else if (!info)
        err_set(e, ERR_USAGE, _("There is no list here"));
    else {
        annex_text_absent(&text, info);
        err_set(e, ERR_DATA, "%s", str_text(&text));
    }
    str_clear(&text);
}

/* The list that is meant; NULL with `*status` and the reason said. */
static struct list *open_wanted(const struct printer *p, int *status)
{
    int annex = wanted_annex(p);
    struct err e = {0};
    struct list *l;

    if (annex < 0 || !annex_is_list(edition_annex(p->ed, (size_t)annex))) {
        explain_list(p, annex, &e);
        *status = not_found(&e);
        return NULL;
    }
    l = list_open(p->ed, (size_t)annex, &e);
    if (!l)
        *status = trouble(&e);
    return l;
}

static int print_wanted_list(struct printer *p)
{
    int status = FOUND;
    struct list *l = open_wanted(p, &status);
    struct err e = {0};
    bool ok = true;

    if (!l)
        return status;
    if (p->request->count)
        str_addf(&p->line, "%lld", (long long)list_row_count(l));
    else
        ok = print_list(p, l, NULL, NULL, &e);
    if (ok && p->line.len > 0)
        ok = printer_end_line(p, &e);
    list_close(l);
    return ok ? FOUND : trouble(&e);
}

static int print_wanted_record(struct printer *p)
{
    int status = FOUND;
    struct list *l = open_wanted(p, &status);
    long long number = (long long)p->request->number;
    const struct list_gap *gap;
    struct list_finder finder;
    struct err e = {0};

    if (!l)
        return status;
    list_finder_init(&finder, l, p->request->number);
    gap = list_gap_of(l, p->request->number);
    if (!gap && list_finder_step(&finder, -1, &e) == WORK_FAILED)
        status = trouble(&e);
    else if (finder.row > 0)
        status = print_record(p, l, finder.row, &e) ? FOUND : trouble(&e);
    else if (gap) {
        err_set(&e, ERR_DATA, _("No. %lld is not held (gap %lld-%lld)"), number,
                (long long)gap->first, (long long)gap->last);
        status = not_found(&e);
    } else {
        err_set(&e, ERR_DATA, _("There is no record No. %lld"), number);
        status = not_found(&e);
    }
    list_close(l);
    return status;
}

static int print_wanted_notice(struct printer *p)
{
    int index = wanted_notice(p);
    struct err e = {0};

    if (index < 0) {
        explain_notice(p, &e);
        return not_found(&e);
    }
    if (!print_notice(p, (size_t)index, &e))
        return trouble(&e);
    if (p->request->format == FORMAT_JSON && !printer_end_line(p, &e))
        return trouble(&e);
    return FOUND;
}

static int run_search(struct printer *p)
{
    int annex = p->request->notice ? SEARCH_NONE : SEARCH_ALL;
    int notice = p->request->list ? SEARCH_NONE : SEARCH_ALL;
    int64_t found = 0;
    struct err e = {0};

    if (p->request->list && p->request->annex) {
        annex = wanted_annex(p);
        if (annex < 0) {
            explain_list(p, annex, &e);
            return not_found(&e);
        }
    }
    if (p->request->notice) {
        notice = wanted_notice(p);
        if (notice < 0) {
            explain_notice(p, &e);
            return not_found(&e);
        }
    }
    if (!print_search(p, annex, notice, &found, &e))
        return trouble(&e);
    return found > 0 ? FOUND : NOT_FOUND;
}

static int run_whole(struct printer *p)
{
    struct err e = {0};
    bool found = false;

    if (!print_whole(p, edition_first_notice(p->ed), &found, &e))
        return trouble(&e);
    if (!found) {
        err_set(&e, ERR_DATA, _("%s holds neither notices nor lists"),
                edition_path(p->ed));
        return not_found(&e);
    }
    return FOUND;
}

static int run(struct printer *p)
{
    if (p->request->search)
        return run_search(p);
    if (p->request->record)
        return print_wanted_record(p);
    if (p->request->list)
        return print_wanted_list(p);
    if (p->request->notice)
        return print_wanted_notice(p);
    return run_whole(p);
}

/* What is printed is passed on and kept: it must be what was published. */
static bool is_sound(struct edition *ed, struct err *e)
{
    if (edition_size(ed) > EDITION_CHECK_MAX)
        return true;
    edition_verify(ed, -1, e);
    return e->code == ERR_NONE;
}

int print_run(struct edition *ed, const struct print_request *request)
{
    struct printer p = {
        .ed = ed,
        .request = request,
        .ambiguous =
            request->ambiguous == 2 ? AMBIGUOUS_WIDE : AMBIGUOUS_NARROW,
        .width = request->width > 0 ? request->width : width_of_output(),
        .marks = shows_marks(request),
    };
    struct err e = {0};
    int status;

    if (!is_sound(ed, &e))
        return trouble(&e);
    status = run(&p);
    str_clear(&p.line);
    if (!output_end(&e))
        return trouble(&e);
    return status;
}
