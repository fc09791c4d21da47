#include "browse/copy.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "text/clean.h"
#include "ui/citation.h"
#include "ui/list_pane.h"
#include "ui/notice_pane.h"
#include "ui/number.h"
#include "ui/record_pane.h"

#define COPY_BYTES 100000 /* more than any terminal is sent */

/* Takes `text`. What is pasted must not act either: it is cleaned, but for
 * the TABs between cells and the line ends between rows, which come from us:
 * texts have none (list_append_cell()). */
static void send(struct app *a, struct str *text)
{
    struct str clean = {0};
    size_t start = 0;

    for (size_t i = 0; i <= text->len; i++) {
        if (i < text->len && text->text[i] != '\t' && text->text[i] != '\n')
            continue;
        clean_append(&clean, str_text(text) + start, i - start, CLEAN_EXPORT);
        if (i < text->len)
            str_addc(&clean, text->text[i]);
        start = i + 1;
    }
    str_clear(text);
    for (size_t i = 0; i < clean.len; i++)
        str_addc(text, strchr("\t\n", clean.text[i]) ? ' ' : clean.text[i]);
    message_say(&a->message,
                _("Sent to the terminal, which may not take it: %s"),
                str_text(text));
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
    struct str text = {0};
    bool there = true;

    switch (a->view.frame.focus) {
    case FRAME_NOTICE:
        notice_pane_copy(view_notice_pane(&a->view), &text);
        break;
    case FRAME_LIST:
        there = list_pane_copy_cell(view_list_pane(&a->view), &text);
        break;
    case FRAME_RECORD:
        there = record_pane_copy(view_record_pane(&a->view), &text);
        break;
    case FRAME_PANES:
        break;
    }
    send_or_say(a, &text, there);
}

/* All rows that are selected. How many is said, and the first ones. */
static void copy_selected(struct app *a)
{
    struct pane *p = view_list_pane(&a->view);
    struct str text = {0}, said = {0}, count = {0};

    list_pane_copy_selected(p, COPY_BYTES, &text);
    send_or_say(a, &text, true);
    number_append(&count, list_pane_selected(p));
    str_addf(&said, _("Records: %s. %s"), str_text(&count),
             str_text(&a->message.text));
    message_say(&a->message, "%s", str_text(&said));
    str_clear(&said);
    str_clear(&count);
}

void copy_record(struct app *a)
{
    struct str text = {0};
    bool there;

    if (list_pane_selected(view_list_pane(&a->view)) > 0) {
        copy_selected(a);
        return;
    }
    if (!view_shows(&a->view, FRAME_LIST) &&
        !view_shows(&a->view, FRAME_RECORD)) {
        message_say(&a->message, "%s",
                    _("The record is not in view: 2 leads to the list"));
        return;
    }
    there = list_pane_copy_row(view_list_pane(&a->view), &text);
    send_or_say(a, &text, there);
}

/* Append the citation of the document that the chosen link of the notice
 * cites. False: no such link is chosen. */
static bool cite_chosen(struct app *a, struct str *out)
{
    struct notice_link link;
    bool is_citation;

    if (a->view.frame.focus != FRAME_NOTICE ||
        !notice_pane_link(view_notice_pane(&a->view), &link, NULL))
        return false;
    is_citation = link.span.kind == LINK_CITATION;
    if (is_citation && link.target >= 0)
        citation_append(out, edition_notice(a->edition, (size_t)link.target));
    else if (is_citation)
        citation_append_names(out, link.title, link.doc_number);
    notice_link_clear(&link);
    return is_citation;
}

/* The same of the record's, which may be that of a document which mentions
 * it. */
static bool cite_mention(struct app *a, struct str *out)
{
    struct record_link link;

    if (a->view.frame.focus != FRAME_RECORD ||
        !record_pane_link(view_record_pane(&a->view), &link))
        return false;
    citation_append(out, edition_notice(a->edition, (size_t)link.notice));
    return true;
}

void copy_citation(struct app *a)
{
    const struct notice_info *n = view_notice(&a->view);
    struct str text = {0};

    if (!cite_chosen(a, &text) && !cite_mention(a, &text) && n)
        citation_append(&text, n);
    send_or_say(a, &text, text.len > 0);
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
