#include "browse/locator.h"

#include <string.h>

#include "base/i18n.h"
#include "text/clean.h"
#include "text/cluster.h"
#include "ui/annex_text.h"
#include "ui/list_pane.h"
#include "ui/number.h"

/* The parts of the line, the widest place first. */
struct parts {
    struct str items[5];
    int count;
};

static void add(struct parts *p, const char *text)
{
    if (*text)
        clean_append(&p->items[p->count++], text, strlen(text), CLEAN_SCREEN);
}

static void add_taken(struct parts *p, struct str *text)
{
    add(p, str_text(text));
    str_clear(text);
}

static void add_list(struct parts *p, const struct view *v)
{
    struct pane *list = view_list_pane(v);
    const struct annex_info *a =
        edition_annex(v->edition, (size_t)view_annex(v));
    int64_t row = list_pane_row(list);
    int column = list_number_column(v->list);
    const struct record *r = row ? list_row(v->list, row, NULL) : NULL;
    struct str text = {0};

    annex_text_mark(&text, a);
    add_taken(p, &text);
    if (r && column >= 0) {
        str_addf(&text, _("No. %s"), r->values[column].text);
        add_taken(p, &text);
    }
    number_append(&text, row ? list_pane_index(list, row) + 1 : 0);
    str_addc(&text, '/');
    number_append(&text, list_pane_rows(list));
    if (list_pane_is_partial(list))
        str_addc(&text, '+');
    add_taken(p, &text);
}

static void join(const struct parts *p, int from, struct str *out)
{
    for (int i = from; i < p->count; i++) {
        str_add(out, i > from ? " | " : "");
        str_add(out, str_text(&p->items[i]));
    }
}

void locator_append(struct str *out, const struct view *v, int columns,
                    enum ambiguous ambiguous)
{
    const struct notice_info *n = view_notice(v);
    struct parts p = {0};
    struct str line = {0};

    if (n)
        add(&p, *n->doc_number ? n->doc_number : n->title);
    if (v->list && v->frame.focus != FRAME_NOTICE)
        add_list(&p, v);
    if (edition_verify_state(v->edition) == EDITION_DAMAGED) {
        str_add(out, _("Damaged file"));
        str_add(out, p.count ? " | " : "");
        columns -= cluster_columns(str_text(out), out->len, ambiguous);
    }
    for (int from = 0; from < p.count; from++) {
        str_truncate(&line, 0);
        join(&p, from, &line);
        if (cluster_columns(str_text(&line), line.len, ambiguous) <= columns)
            break;
    }
    str_append(out, str_text(&line), line.len);
    str_clear(&line);
    for (int i = 0; i < p.count; i++)
        str_clear(&p.items[i]);
}
