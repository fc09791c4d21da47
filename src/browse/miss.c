#include "browse/miss.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/str.h"
#include "model/list_query.h"
#include "model/notice.h"
#include "text/clean.h"
#include "text/cluster.h"
#include "ui/finder.h"
#include "ui/list_columns.h"
#include "ui/list_pane.h"
#include "ui/notice_pane.h"
#include "ui/number.h"

#define WORDS_COLUMNS 40 /* of a text in a message */
#define HEADINGS_MAX  20
#define PATIENCE_MS   40 /* for the count of the other pane */

/* What was looked for, cut where it would fill the screen. */
static void append_words(struct str *out, const char *text)
{
    size_t len = strlen(text);
    size_t fit = cluster_fit(text, len, WORDS_COLUMNS, AMBIGUOUS_WIDE, NULL);

    str_append(out, text, fit);
    if (fit < len)
        str_add(out, "...");
}

static void append_asked(struct str *out, const struct view *v,
                         const char *text, bool in_notice)
{
    struct str words = {0};

    append_words(&words, text);
    if (in_notice)
        str_addf(out, _("Not in this notice: %s"), str_text(&words));
    else if (filter_is_on(&v->filter))
        str_addf(out, _("Not among the filtered records: %s"),
                 str_text(&words));
    else
        str_addf(out, _("Not in this list: %s"), str_text(&words));
    str_clear(&words);
}

/* How much was looked at, so that nobody takes what is not held for what is
 * not there. */
static void append_searched(struct str *out, const struct view *v,
                            bool in_notice)
{
    struct str count = {0};
    int64_t not_held = view_not_held(v);
    struct notice *n = notice_pane_notice(view_notice_pane(v));

    str_add(out, _("; "));
    if (in_notice) {
        number_append(&count, n ? (int64_t)notice_block_count(n) : 0);
        str_addf(out, _("paragraphs searched: %s"), str_text(&count));
    } else {
        number_append(&count, list_pane_rows(view_list_pane(v)));
        str_addf(out, _("records searched: %s"), str_text(&count));
    }
    if (!in_notice && not_held > 0) {
        str_clear(&count);
        number_append(&count, not_held);
        str_add(out, _("; "));
        str_addf(out, _("not held: at least %s"), str_text(&count));
    }
    str_clear(&count);
}

/* ---- headings ---- */

static void append_headings(struct str *out, const struct list *l)
{
    size_t count = list_column_count(l);

    for (size_t i = 0; i < count && i < HEADINGS_MAX; i++) {
        if (i > 0)
            str_addc(out, ' ');
        list_columns_heading(l, i, out);
    }
    if (count > HEADINGS_MAX)
        str_add(out, " ...");
}

/* The terms that begin as if they named a column, which none is called. */
static void append_unknown(struct str *out, const struct list *l,
                           const char *text)
{
    struct query *q = list_query_new(l, text, strlen(text), NULL);
    struct str names = {0};
    const char *heading;

    for (size_t i = 0; q && (heading = query_unknown_heading(q, i)); i++) {
        if (i > 0)
            str_addc(&names, ' ');
        append_words(&names, heading);
    }
    query_free(q);
    if (names.len) {
        struct str known = {0};

        append_headings(&known, l);
        str_add(out, _("; "));
        str_addf(out, _("no column is called %s; there are: %s"),
                 str_text(&names), str_text(&known));
        str_clear(&known);
    }
    str_clear(&names);
}

/* ---- where else ---- */

/* How often a pane has the words: "3", "3+" where time was too short for all
 * of it. False: it has none, or that is not known. */
static bool count_in(const struct view *v, enum frame_pane pane,
                     const char *text, struct str *count)
{
    struct err e = {0};
    struct finder *f = pane_find(v->panes[pane], text, strlen(text), &e);
    bool is_there = false;

    if (!f)
        return false;
    finder_step(f, PATIENCE_MS, &e);
    if (e.code == ERR_NONE && finder_count(f) > 0 && !finder_is_near(f)) {
        is_there = true;
        number_append(count, finder_count(f));
        if (!finder_is_done(f))
            str_addc(count, '+');
    }
    finder_destroy(f);
    return is_there;
}

static void append_elsewhere(struct str *out, const struct view *v,
                             const char *text, bool in_notice)
{
    struct str count = {0};

    if (count_in(v, in_notice ? FRAME_LIST : FRAME_NOTICE, text, &count)) {
        str_add(out, _("; "));
        str_addf(out,
                 in_notice
                     ? _("records of the list that have it: %s (2, then n)")
                     : _("matches in the notice: %s (1, then n)"),
                 str_text(&count));
    }
    str_clear(&count);
}

void miss_say(struct message *m, const struct view *v, const char *text,
              bool in_notice)
{
    struct str out = {0};

    append_asked(&out, v, text, in_notice);
    append_searched(&out, v, in_notice);
    if (!in_notice && v->list)
        append_unknown(&out, v->list, text);
    append_elsewhere(&out, v, text, in_notice);
    message_say(m, "%s", str_text(&out));
    str_clear(&out);
}

void miss_say_near(struct message *m, const struct view *v, const char *text,
                   bool in_notice)
{
    struct str out = {0};

    append_asked(&out, v, text, in_notice);
    str_add(&out, _("; "));
    str_add(&out, _("shown is what sounds near"));
    append_elsewhere(&out, v, text, in_notice);
    message_say(m, "%s", str_text(&out));
    str_clear(&out);
}
