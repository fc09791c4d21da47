#include "print/print_lists.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "print/printer.h"
#include "ui/annex_text.h"

/* A table cannot be read, for the reason `e`. */
static bool fail(struct print_lists *lists, const struct edition *ed,
                 const struct annex_info *annex, struct err *e)
{
    if (!edition_is_foreign(ed))
        return false;
    /* Messages of the model name the file or the table, not always both. */
    if (!strstr(e->msg, annex->title))
        err_prefix(e, "%s", annex->title);
    printer_complain(e);
    *e = (struct err){0};
    lists->is_short = true;
    return true;
}

bool print_lists_add(struct print_lists *lists, struct edition *ed,
                     size_t annex, struct err *e)
{
    const struct annex_info *info = edition_annex(ed, annex);
    struct str why = {0};
    struct list *l;

    if (info->unreadable) {
        annex_text_absent(&why, info);
        err_set(e, ERR_DATA, "%s", str_text(&why));
        str_clear(&why);
        return fail(lists, ed, info, e);
    }
    if (!annex_is_list(info))
        return true;
    l = list_open(ed, annex, e);
    if (!l)
        return fail(lists, ed, info, e);
    lists->items =
        mem_grow(lists->items, lists->len, &lists->cap, sizeof(*lists->items));
    lists->items[lists->len++] = l;
    return true;
}

bool print_lists_fail(struct print_lists *lists, size_t index, struct err *e)
{
    struct list *l = lists->items[index];
    struct edition *ed = list_edition(l);

    return fail(lists, ed, edition_annex(ed, list_annex(l)), e);
}

void print_lists_drop(struct print_lists *lists, size_t index)
{
    list_close(lists->items[index]);
    lists->items[index] = NULL;
}

void print_lists_clear(struct print_lists *lists)
{
    for (size_t i = 0; i < lists->len; i++)
        list_close(lists->items[i]);
    free(lists->items);
    *lists = (struct print_lists){0};
}
