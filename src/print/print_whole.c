#include "print/print_whole.h"

#include "print/print_list.h"
#include "print/print_notice.h"
#include "base/i18n.h"
#include "model/list.h"
#include "ui/annex_text.h"

static bool is_json(const struct printer *p)
{
    return p->request->format == FORMAT_JSON;
}

static bool print_held(struct printer *p, size_t annex, bool is_first,
                       struct err *e)
{
    struct list *l = list_open(p->ed, annex, e);
    struct str name = {0};
    bool ok = l != NULL;

    if (ok && is_json(p))
        str_add(&p->line, is_first ? "" : ", ");
    else if (ok && printer_is_prose(p)) {
        annex_text_name(&name, edition_annex(p->ed, annex));
        ok = printer_title(p, str_text(&name), e);
        str_clear(&name);
    } else if (ok)
        ok = printer_begin_part(p, e);
    ok = ok && print_list(p, l, NULL, NULL, e);
    list_close(l);
    return ok;
}

/* One line that says what is not in the file. */
static bool print_absent(struct printer *p, const struct annex_info *annex,
                         struct err *e)
{
    struct str line = {0};
    bool ok;

    annex_text_absent(&line, annex);
    printer_add_stored(p, str_text(&line), line.len);
    ok = printer_end_line(p, e);
    str_clear(&line);
    return ok;
}

static bool print_lists(struct printer *p, int notice, int *count,
                        struct err *e)
{
    for (size_t i = 0; i < edition_annex_count(p->ed); i++) {
        const struct annex_info *annex = edition_annex(p->ed, i);

        if (annex->notice != notice || !annex_is_list(annex))
            continue;
        if (!print_held(p, i, *count == 0, e))
            return false;
        (*count)++;
    }
    return true;
}

static bool print_absences(struct printer *p, int notice, struct err *e)
{
    bool is_first = true;

    for (size_t i = 0; i < edition_annex_count(p->ed); i++) {
        const struct annex_info *annex = edition_annex(p->ed, i);

        if (annex->notice != notice || annex_is_list(annex))
            continue;
        /* A paragraph each in markdown, else one after the other. */
        if ((is_first || p->request->format == FORMAT_MARKDOWN) &&
            !printer_begin_part(p, e))
            return false;
        if (!print_absent(p, annex, e))
            return false;
        is_first = false;
    }
    return true;
}

bool print_whole(struct printer *p, int notice, bool *found, struct err *e)
{
    bool has_text = notice >= 0;
    int lists = 0;
    bool ok = true;

    if (is_json(p))
        str_add(&p->line, has_text ? "{\"notice\": " : "{");
    if (has_text && (printer_is_prose(p) || is_json(p)))
        ok = print_notice(p, (size_t)notice, e);
    if (is_json(p))
        str_add(&p->line, has_text ? ", \"lists\": [" : "\"lists\": [");
    ok = ok && print_lists(p, notice, &lists, e);
    if (ok && is_json(p)) {
        str_add(&p->line, "]}");
        ok = printer_end_line(p, e);
    } else if (ok && printer_is_prose(p))
        ok = print_absences(p, notice, e);
    else if (ok && has_text && lists == 0)
        ok = print_notice(p, (size_t)notice, e);
    *found = has_text || lists > 0;
    return ok;
}
