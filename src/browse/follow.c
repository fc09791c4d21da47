#include "browse/follow.h"

#include <stdlib.h>

#include "browse/copy.h"
#include "base/i18n.h"
#include "ui/annex_text.h"
#include "ui/citation.h"
#include "ui/notice_pane.h"

/* Bring the block with this number of a notice into view. */
static void go_block(struct app *a, int notice, int64_t seq)
{
    struct pane *p = view_notice_pane(&a->view);
    struct err e = {0};
    int64_t block;

    if (!view_go_notice(&a->view, notice, &e)) {
        message_complain(&a->message, &e);
        return;
    }
    block = notice_find_block(notice_pane_notice(p), seq);
    if (block >= 0)
        notice_pane_reveal_amid(p, (size_t)block, 0, 1);
}

void follow_annex(struct app *a, size_t annex)
{
    const struct annex_info *info = edition_annex(a->edition, annex);
    struct str text = {0};
    struct err e = {0};

    if (annex_is_text(info)) {
        go_block(a, info->notice, info->block_seq);
    } else if (!annex_is_list(info)) {
        annex_text_absent(&text, info);
        message_say(&a->message, "%s", str_text(&text));
    } else if (!view_go_list(&a->view, (int)annex, 0, &e))
        message_complain(&a->message, &e);
    str_clear(&text);
}

static void go_annex(struct app *a, int annex)
{
    if (annex < 0)
        message_say(&a->message, "%s",
                    _("This annex is not named in the notice"));
    else
        follow_annex(a, (size_t)annex);
}

/* By the citation's own words, in the official form. */
static void say_not_held(struct app *a, const struct notice_link *link)
{
    struct str text = {0};

    citation_append_names(&text, link->title, link->doc_number);
    message_say(&a->message, _("Not held here: %s"), str_text(&text));
    str_clear(&text);
}

static void go_citation(struct app *a, const struct notice_link *link)
{
    struct err e = {0};

    if (link->target < 0)
        say_not_held(a, link);
    else if (link->target == notice_pane_index(view_notice_pane(&a->view)))
        message_say(&a->message, "%s",
                    _("This is the notice that you are reading"));
    else if (!view_go_notice(&a->view, link->target, &e))
        message_complain(&a->message, &e);
}

void follow_notice_link(struct app *a, const struct notice_link *link)
{
    struct pane *p = view_notice_pane(&a->view);
    struct err e = {0};

    switch (link->span.kind) {
    case LINK_ANNEX:
        go_annex(a, link->annex);
        break;
    case LINK_CITATION:
        go_citation(a, link);
        break;
    case LINK_RECORD:
        if (!view_go_list(&a->view, link->annex, link->row, &e))
            message_complain(&a->message, &e);
        break;
    case LINK_URL:
    case LINK_MAIL:
        copy_link(a, p);
        break;
    }
}

void follow_record_link(struct app *a, const struct record_link *link)
{
    struct err e = {0};

    if (link->kind == RECORD_LINK_MENTION)
        go_block(a, link->notice, link->block_seq);
    else if (!view_go_notice(&a->view, link->notice, &e))
        message_complain(&a->message, &e);
}

void follow_citer(struct app *a, size_t which)
{
    struct notice *n = notice_pane_notice(view_notice_pane(&a->view));
    struct notice_citer *citers;
    size_t count = notice_cited_by(n, &citers);

    if (which < count)
        go_block(a, citers[which].notice, citers[which].block_seq);
    free(citers);
}
