#include "ui/library.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/str.h"
#include "text/clean.h"

#define ANNEX_INDENT 2

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
    add_clean(&text, info->title);
    add_clean(&date, info->issued_on);
    chooser_add(lines, str_text(&text), str_text(&date),
                library_target(index, -1));
    str_clear(&text);
    str_clear(&date);
}

static void add_annex(struct chooser_lines *lines,
                      const struct annex_info *info, int index)
{
    struct str text = {0};

    if (*info->number) {
        char *number = clean_copy(info->number);

        str_addf(&text, _("Annex %s"), number);
        str_addc(&text, ' ');
        free(number);
    }
    /* What cannot be opened says so where no narrow pane cuts it off. */
    if (info->unreadable) {
        str_add(&text, _("(cannot be shown)"));
        str_addc(&text, ' ');
    } else if (!info->held) {
        str_add(&text, _("(not held)"));
        str_addc(&text, ' ');
    }
    add_clean(&text, info->title);
    chooser_add(lines, str_text(&text), NULL, library_target(-1, index));
    if (info->notice >= 0)
        lines->items[lines->len - 1].indent = ANNEX_INDENT;
    str_clear(&text);
}

/* The annexes of one notice, from `*at` on. */
static void add_annexes(struct chooser_lines *lines, const struct edition *ed,
                        int notice, size_t *at)
{
    for (; *at < edition_annex_count(ed); (*at)++) {
        const struct annex_info *info = edition_annex(ed, *at);

        if (info->notice != notice)
            break;
        add_annex(lines, info, (int)*at);
    }
}

void library_lines(const struct edition *ed, struct chooser_lines *lines)
{
    size_t annex = 0;

    /* Tables without a notice stand before or after those of the notices. */
    add_annexes(lines, ed, -1, &annex);
    for (size_t i = 0; i < edition_notice_count(ed); i++) {
        add_notice(lines, edition_notice(ed, i), (int)i);
        add_annexes(lines, ed, (int)i, &annex);
    }
    add_annexes(lines, ed, -1, &annex);
}
