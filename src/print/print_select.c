#include "print/print_select.h"

#include <string.h>

#include "base/i18n.h"
#include "base/str.h"
#include "ui/annex_text.h"

#define NAMES_MAX 20 /* of lists in a message */

enum print_status print_select_notice(const struct edition *ed,
                                      const struct print_request *request,
                                      size_t *index, struct err *e)
{
    size_t n = edition_notice_count(ed);
    int first = edition_first_notice(ed);

    if (request->position > 0 && (uint64_t)request->position <= n) {
        *index = (size_t)request->position - 1;
        return PRINT_FOUND;
    }
    if (request->position == 0 && first >= 0) {
        *index = (size_t)first;
        return PRINT_FOUND;
    }
    if (n == 0)
        err_set(e, ERR_DATA, _("There is no notice here"));
    else
        err_set(e, ERR_DATA, _("There is no notice %lld; the last is %zu"),
                (long long)request->position, n);
    return PRINT_NOT_FOUND;
}

/* How well an annex is what --list=NAME means: by its number in the notice
 * that is read first, else by number, title or table anywhere. Without a name
 * one that can be shown goes before all others. */
static int likeness(const struct edition *ed, const char *name,
                    const struct annex_info *annex)
{
    bool is_first = annex->notice == edition_first_notice(ed);

    if (!name && annex_is_list(annex))
        return is_first ? 3 : 2;
    if (!name)
        return annex->unreadable != NULL;
    if (strcmp(annex->number, name) == 0)
        return is_first ? 3 : 2;
    return strcmp(annex->title, name) == 0 ||
           strcmp(annex->table_name, name) == 0;
}

/* What the lists are called, for who named none of them: by number, else by
 * title. */
static void add_names(const struct edition *ed, struct str *names)
{
    size_t n = 0;

    for (size_t i = 0; i < edition_annex_count(ed); i++) {
        const struct annex_info *info = edition_annex(ed, i);

        if (!annex_is_list(info))
            continue;
        if (++n > NAMES_MAX) {
            str_add(names, ", ...");
            return;
        }
        str_addf(names, "%s%s", n > 1 ? ", " : "",
                 *info->number ? info->number : info->title);
    }
}

static void explain_name(const struct edition *ed, const char *name,
                         struct err *e)
{
    struct str names = {0};

    if (name)
        add_names(ed, &names);
    if (names.len > 0)
        err_set(e, ERR_USAGE, _("There is no annex %s; the lists here are: %s"),
                name, str_text(&names));
    else
        err_set(e, ERR_USAGE, _("There is no list here"));
    str_clear(&names);
}

enum print_status print_select_list(const struct edition *ed,
                                    const struct print_request *request,
                                    size_t *annex, struct err *e)
{
    const struct annex_info *found = NULL;
    struct str text = {0};
    int best = 0;

    for (size_t i = 0; i < edition_annex_count(ed); i++) {
        const struct annex_info *info = edition_annex(ed, i);
        int like = likeness(ed, request->annex, info);

        if (like > best) {
            best = like;
            found = info;
            *annex = i;
        }
    }
    if (!found) {
        explain_name(ed, request->annex, e);
        return PRINT_NOT_FOUND;
    }
    if (annex_is_list(found))
        return PRINT_FOUND;
    annex_text_absent(&text, found);
    err_set(e, ERR_DATA, "%s", str_text(&text));
    str_clear(&text);
    return found->unreadable ? PRINT_TROUBLE : PRINT_NOT_FOUND;
}
