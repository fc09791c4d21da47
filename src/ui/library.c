#include "ui/library.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/str.h"
#include "model/list.h"
#include "text/clean.h"
#include "ui/number.h"

#define ANNEX_INDENT 2
#define COUNT_MS     40 /* for all rows together */
#define COUNT_ONE_MS 10

/* The lines that are being made. */
struct library {
    struct edition *ed;
    struct chooser_lines *lines;
    int64_t end; /* clock_ns() when rows are no longer counted */
};

static void add_clean(struct str *out, const char *text)
{
    clean_append(out, text, strlen(text), CLEAN_SCREEN);
}

int64_t library_target(int notice, int annex)
{
    if (annex >= 0)
        return (int64_t)annex * 2 + 1;
    return notice >= 0 ? (int64_t)notice * 2 : -1;
}

void library_meaning(int64_t target, int *notice, int *annex)
{
    bool is_annex = target >= 0 && target % 2 == 1;

    *notice = target >= 0 && !is_annex ? (int)(target / 2) : -1;
    *annex = is_annex ? (int)(target / 2) : -1;
}

static void add_notice(struct chooser_lines *lines,
                       const struct notice_info *info, int index)
{
    struct str text = {0}, date = {0};

    if (*info->doc_number) {
        add_clean(&text, info->doc_number);
        str_addc(&text, ' ');
    } else if (*info->kind) {
        add_clean(&text, info->kind);
        str_addc(&text, ' ');
    }
    if (*info->status) {
        str_addc(&text, '(');
        add_clean(&text, info->status);
        str_add(&text, ") ");
    }
    add_clean(&text, info->title);
    add_clean(&date, info->issued_on);
    chooser_add(lines, str_text(&text), str_text(&date),
                library_target(index, -1));
    str_clear(&text);
    str_clear(&date);
}

/* How many rows, -1: that is not known. */
static int64_t count_rows(const struct library *lib, size_t annex)
{
    const struct annex_info *info = edition_annex(lib->ed, annex);

    if (info->rows >= 0 || clock_ns() >= lib->end)
        return info->rows;
    return list_count_rows(lib->ed, annex, COUNT_ONE_MS);
}

/* What a table of a foreign file is and holds, behind its name. */
static void add_table(struct str *text, const struct annex_info *info,
                      int64_t rows)
{
    struct str count = {0};
    bool is_view = info->source == SOURCE_VIEW;

    if (rows >= 0)
        number_append(&count, rows);
    if (rows < 0)
        str_addf(text, is_view ? _("(view, columns: %d)") : _("(columns: %d)"),
                 info->columns);
    else
        str_addf(text,
                 is_view ? _("(view, rows: %s, columns: %d)")
                         : _("(rows: %s, columns: %d)"),
                 str_text(&count), info->columns);
    str_clear(&count);
}

/* What an annex holds, before its title: no narrow pane cuts it off there. */
static void add_state(struct str *text, const struct annex_info *info,
                      int64_t rows)
{
    struct str count = {0};

    if (info->unreadable) {
        str_add(text, _("(cannot be shown)"));
    } else if (!info->held) {
        str_add(text, _("(not held)"));
    } else if (rows >= 0) {
        number_append(&count, rows);
        str_addf(text, _("(records: %s)"), str_text(&count));
        str_clear(&count);
    } else {
        return;
    }
    str_addc(text, ' ');
}

static void add_annex(const struct library *lib, size_t at)
{
    const struct annex_info *info = edition_annex(lib->ed, at);
    bool is_table = edition_is_foreign(lib->ed) && !info->unreadable;
    struct str text = {0};

    if (*info->number) {
        char *number = clean_copy(info->number);

        str_addf(&text, _("Annex %s"), number);
        str_addc(&text, ' ');
        free(number);
    }
    if (is_table) {
        add_clean(&text, info->title);
        str_addc(&text, ' ');
        add_table(&text, info, count_rows(lib, at));
    } else {
        add_state(&text, info, annex_is_list(info) ? count_rows(lib, at) : -1);
        add_clean(&text, info->title);
    }
    chooser_add(lib->lines, str_text(&text), NULL, library_target(-1, (int)at));
    if (info->notice >= 0)
        lib->lines->items[lib->lines->len - 1].indent = ANNEX_INDENT;
    str_clear(&text);
}

/* The annexes of one notice, from `*at` on. */
static void add_annexes(const struct library *lib, int notice, size_t *at)
{
    for (; *at < edition_annex_count(lib->ed); (*at)++) {
        if (edition_annex(lib->ed, *at)->notice != notice)
            break;
        add_annex(lib, *at);
    }
}

void library_lines(struct edition *ed, struct chooser_lines *lines)
{
    const struct library lib = {
        .ed = ed,
        .lines = lines,
        .end = clock_ns() + (int64_t)COUNT_MS * 1000000,
    };
    size_t annex = 0;

    /* Tables without a notice stand before or after those of the notices. */
    add_annexes(&lib, -1, &annex);
    for (size_t i = 0; i < edition_notice_count(ed); i++) {
        add_notice(lines, edition_notice(ed, i), (int)i);
        add_annexes(&lib, (int)i, &annex);
    }
    add_annexes(&lib, -1, &annex);
}
