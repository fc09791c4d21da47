#include "app/locator.h"

#include <string.h>

#include "base/i18n.h"
#include "text/clean.h"
#include "ui/list_pane.h"
#include "ui/number.h"

static void part(struct str *out, const char *text)
{
    if (!*text)
        return;
    if (out->len)
        str_add(out, " | ");
    clean_append(out, text, strlen(text), CLEAN_SCREEN);
}

static void list_parts(struct str *out, const struct view *v)
{
    struct pane *p = v->panes[FRAME_LIST];
    const struct annex_info *a =
        edition_annex(v->edition, (size_t)view_annex(v));
    int64_t row = list_pane_row(p);
    int column = list_number_column(v->list);
    const struct record *r = row ? list_row(v->list, row, NULL) : NULL;
    struct str text = {0};

    if (*a->number)
        str_addf(&text, _("Annex %s"), a->number);
    else
        str_add(&text, a->title);
    part(out, str_text(&text));
    str_clear(&text);
    if (r && column >= 0) {
        str_addf(&text, _("No. %s"), r->values[column].text);
        part(out, str_text(&text));
        str_clear(&text);
    }
    number_append(&text, row ? list_pane_index(p, row) + 1 : 0);
    str_addc(&text, '/');
    number_append(&text, list_pane_rows(p));
    part(out, str_text(&text));
    str_clear(&text);
}

void locator_append(struct str *out, const struct view *v)
{
    const struct notice_info *n = view_notice(v);

    if (edition_verify_state(v->edition) == EDITION_DAMAGED)
        part(out, _("Damaged file"));
    if (n)
        part(out, *n->doc_number ? n->doc_number : n->title);
    if (v->list && v->frame.focus != FRAME_NOTICE)
        list_parts(out, v);
}
