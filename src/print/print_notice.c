#include "print/print_notice.h"

#include "text/form.h"

bool print_source_open(struct print_source *s, struct printer *p, size_t index,
                       struct err *e)
{
    *s = (struct print_source){
        .notice = notice_open(p->ed, index, e),
        .info = edition_notice(p->ed, index),
        .number = index + 1,
    };
    return s->notice != NULL;
}

void print_source_close(struct print_source *s)
{
    notice_close(s->notice);
    *s = (struct print_source){0};
}

static struct print_block take(const struct print_source *s, size_t index,
                               const struct block *b)
{
    return (struct print_block){
        .source = s,
        .index = index,
        .seq = b->seq,
        .role = b->role,
        .level = b->level,
        .text = {.text = b->text, .len = b->len},
    };
}

bool print_notice(struct printer *p, const struct print_source *s,
                  struct err *e)
{
    const struct print_format *f = p->format;
    struct form_block before = {.role = ROLE_COUNT};

    if (f->begin_notice && !f->begin_notice(p, s, e))
        return false;
    for (size_t i = 0; i < notice_block_count(s->notice); i++) {
        const struct block *b = notice_block(s->notice, i, e);
        struct print_block block;
        struct form_block form;

        if (!b)
            return false;
        block = take(s, i, b);
        form = (struct form_block){.role = b->role};
        block.is_apart = i > 0 && form_gap(&form, &before) > 0;
        before = form;
        if (!f->block(p, &block, e))
            return false;
    }
    return !f->end_notice || f->end_notice(p, e);
}

bool print_found_block(struct printer *p, const struct print_source *s,
                       size_t index, struct query *q, struct err *e)
{
    const struct block *b = notice_block(s->notice, index, e);
    struct query_ranges ranges = {0};
    struct print_block block;
    struct query_cell cell;
    bool ok;

    if (!b)
        return false;
    block = take(s, index, b);
    block.is_found = true;
    cell = (struct query_cell){b->text, b->len};
    if (p->marks && query_match(q, &cell, 1, &ranges)) {
        block.text.ranges = ranges.items;
        block.text.range_count = ranges.len;
    }
    ok = p->format->block(p, &block, e);
    query_ranges_clear(&ranges);
    return ok;
}
