#include "browse/where.h"

#include "base/i18n.h"
#include "model/edition.h"
#include "ui/list_columns.h"
#include "ui/list_pane.h"
#include "ui/notice_pane.h"
#include "ui/number.h"

static void say_notice(struct app *a)
{
    struct pane *p = view_notice_pane(&a->view);
    struct str at = {0}, all = {0};

    number_append(&at, (int64_t)notice_pane_place(p).block + 1);
    number_append(&all, (int64_t)notice_block_count(notice_pane_notice(p)));
    message_say(&a->message, _("Paragraph %s of %s in %s"), str_text(&at),
                str_text(&all), edition_path(a->edition));
    str_clear(&at);
    str_clear(&all);
}

static void say_list(struct app *a)
{
    struct pane *p = view_list_pane(&a->view);
    struct str at = {0}, all = {0}, column = {0};

    number_append(&at, list_pane_index(p, list_pane_row(p)) + 1);
    number_append(&all, list_pane_rows(p));
    list_columns_heading(a->view.list, list_pane_column(p), &column);
    message_say(&a->message,
                _("Row %s of %s shown, column %zu of %zu (%s) in %s"),
                str_text(&at), str_text(&all), list_pane_column(p) + 1,
                list_column_count(a->view.list), str_text(&column),
                edition_path(a->edition));
    str_clear(&at);
    str_clear(&all);
    str_clear(&column);
}

void where_say(struct app *a)
{
    if (a->view.frame.focus != FRAME_NOTICE && a->view.list)
        say_list(a);
    else if (notice_pane_notice(view_notice_pane(&a->view)))
        say_notice(a);
    else
        message_say(&a->message, "%s", edition_path(a->edition));
}
