#include "import/draft.h"

#include <stdarg.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/str.h"

/* Make room for one more, emptied, and count it. */
#define ADD(array, len, cap)                                                   \
    ((array) = mem_grow((array), (len), &(cap), sizeof(*(array))),             \
     (array)[(len)] = empty, &(array)[(len)++])

struct draft_notice *draft_add_notice(struct draft *d)
{
    const struct draft_notice empty = {0};

    return ADD(d->notices, d->notice_count, d->notice_cap);
}

struct draft_block *draft_add_block(struct draft_notice *n)
{
    const struct draft_block empty = {0};

    return ADD(n->blocks, n->block_count, n->block_cap);
}

struct draft_annex *draft_add_annex(struct draft_notice *n)
{
    const struct draft_annex empty = {
        .kind = "document", .stated_total = -1, .block = -1};

    return ADD(n->annexes, n->annex_count, n->annex_cap);
}

struct draft_citation *draft_add_citation(struct draft_notice *n)
{
    const struct draft_citation empty = {.target = -1};

    return ADD(n->citations, n->citation_count, n->citation_cap);
}

struct draft_mention *draft_add_mention(struct draft *d)
{
    const struct draft_mention empty = {0};

    return ADD(d->mentions, d->mention_count, d->mention_cap);
}

struct draft_row *draft_add_row(struct draft_list *l)
{
    const struct draft_row empty = {0};
    struct draft_row *row = ADD(l->rows, l->row_count, l->row_cap);

    row->cells = xcalloc(l->column_count, sizeof(*row->cells));
    return row;
}

void draft_add_line(struct draft_lines *lines, const char *text)
{
    char *const empty = NULL;

    *ADD(lines->items, lines->count, lines->cap) = xstrdup(text);
}

void draft_add_particular(struct draft_notice *n, const char *name,
                          const char *value)
{
    const struct draft_particular empty = {0};
    struct draft_particular *p =
        ADD(n->particulars, n->particular_count, n->particular_cap);

    *p = (struct draft_particular){xstrdup(name), xstrdup(value)};
}

void draft_add_remark(struct draft_notice *n, const char *fmt, ...)
{
    char *const empty = NULL;
    struct str text = {0};
    va_list ap;

    va_start(ap, fmt);
    str_addvf(&text, fmt, ap);
    va_end(ap);
    *ADD(n->remarks.items, n->remarks.count, n->remarks.cap) = str_take(&text);
}

void draft_add_gap(struct draft_gaps *g, size_t after_row, int64_t first,
                   int64_t last)
{
    const struct draft_gap empty = {0};
    struct draft_gap *gap = ADD(g->items, g->count, g->cap);

    *gap = (struct draft_gap){after_row, first, last};
}

void draft_set(char **field, const char *text)
{
    char *copy = xstrdup(text);

    free(*field);
    *field = copy;
}

void draft_list_free(struct draft_list *l)
{
    if (!l)
        return;
    for (size_t i = 0; i < l->row_count; i++) {
        for (size_t c = 0; c < l->column_count; c++)
            free(l->rows[i].cells[c]);
        free(l->rows[i].cells);
    }
    for (size_t c = 0; c < l->column_count; c++) {
        free(l->columns[c].name);
        free(l->columns[c].origin);
    }
    free(l->rows);
    free(l->columns);
    free(l->gaps.items);
    for (int place = 0; place < LINE_PLACE_COUNT; place++) {
        for (size_t i = 0; i < l->around[place].count; i++)
            free(l->around[place].items[i]);
        free(l->around[place].items);
    }
    free(l);
}

static void notice_clear(struct draft_notice *n)
{
    char *const fields[] = {n->title,     n->doc_number, n->issuer,
                            n->addressee, n->issued_on,  n->url,
                            n->source,    n->kind,       n->status};

    for (size_t i = 0; i < ARRAY_LEN(fields); i++)
        free(fields[i]);
    for (size_t i = 0; i < n->block_count; i++) {
        free(n->blocks[i].text);
        free(n->blocks[i].raw);
    }
    for (size_t i = 0; i < n->annex_count; i++) {
        free(n->annexes[i].number);
        free(n->annexes[i].title);
        free(n->annexes[i].file);
        draft_list_free(n->annexes[i].list);
    }
    for (size_t i = 0; i < n->particular_count; i++) {
        free(n->particulars[i].name);
        free(n->particulars[i].value);
    }
    for (size_t i = 0; i < n->citation_count; i++) {
        free(n->citations[i].title);
        free(n->citations[i].number);
    }
    for (size_t i = 0; i < n->remarks.count; i++)
        free(n->remarks.items[i]);
    free(n->remarks.items);
    free(n->blocks);
    free(n->annexes);
    free(n->citations);
    free(n->particulars);
}

void draft_clear(struct draft *d)
{
    for (size_t i = 0; i < d->notice_count; i++)
        notice_clear(&d->notices[i]);
    free(d->notices);
    free(d->mentions);
    *d = (struct draft){0};
}

void draft_cut(struct draft *d, size_t count)
{
    while (d->notice_count > count)
        notice_clear(&d->notices[--d->notice_count]);
}
