#include "browse/copy.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "text/clean.h"
#include "ui/citation.h"
#include "ui/list_pane.h"
#include "ui/notice_pane.h"

/* Takes `text`. What is pasted must not act either: it is cleaned, but for
 * the TABs between cells, which come from us. */
static void send(struct app *a, struct str *text)
{
    struct str clean = {0};
    size_t start = 0;

    for (size_t i = 0; i <= text->len; i++) {
        if (i < text->len && text->text[i] != '\t')
            continue;
        clean_append(&clean, str_text(text) + start, i - start, CLEAN_EXPORT);
        if (i < text->len)
            str_addc(&clean, '\t');
        start = i + 1;
    }
    str_clear(text);
    for (size_t i = 0; i < clean.len; i++)
        str_addc(text, clean.text[i] == '\t' ? ' ' : clean.text[i]);
    message_say(&a->message, _("Sent to the clipboard: %s"), str_text(text));
    str_clear(text);
    free(a->wish.copy);
    a->wish.copy_len = clean.len;
    a->wish.copy = str_take(&clean);
}

static void send_or_say(struct app *a, struct str *text, bool there)
{
    if (there && text->len)
        send(a, text);
    else
        message_say(&a->message, "%s", _("There is nothing to copy here"));
    str_clear(text);
}

void copy_cell(struct app *a)
{
    struct pane *list = view_list_pane(&a->view);
    struct str text = {0};
    bool there = true;

    if (a->view.frame.focus == FRAME_NOTICE)
        notice_pane_copy(view_notice_pane(&a->view), &text);
    else
        there = list_pane_copy_cell(list, &text);
    send_or_say(a, &text, there);
}

void copy_record(struct app *a)
{
    struct str text = {0};
    bool there = list_pane_copy_row(view_list_pane(&a->view), &text);

    send_or_say(a, &text, there);
}

void copy_citation(struct app *a)
{
    const struct notice_info *n = view_notice(&a->view);
    struct str text = {0};

    if (n)
        citation_append(&text, n);
    send_or_say(a, &text, n != NULL);
}

void copy_link(struct app *a, struct pane *p)
{
    struct notice_link link = {0};
    const struct block *b = NULL;
    struct str text = {0};
    size_t index;

    if (notice_pane_link(p, &link, &index))
        b = notice_block(notice_pane_notice(p), index, NULL);
    if (b && link.span.start + link.span.len <= b->len)
        str_append(&text, b->text + link.span.start, link.span.len);
    notice_link_clear(&link);
    send_or_say(a, &text, b != NULL);
}
