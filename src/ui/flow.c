#include "ui/flow.h"

#include <string.h>

#include "base/i18n.h"
#include "base/str.h"
#include "text/form.h"
#include "ui/block_form.h"

static void forget(struct flow_block *b)
{
    layout_free(b->layout);
    clean_clear(&b->clean);
    *b = (struct flow_block){0};
}

void flow_clear(struct flow *f)
{
    for (size_t i = 0; i < FLOW_CACHE; i++) {
        if (f->cache[i].is_held)
            forget(&f->cache[i]);
    }
}

void flow_set(struct flow *f, struct notice *n)
{
    flow_clear(f);
    f->notice = n;
}

void flow_shape(struct flow *f, int width, enum ambiguous ambiguous, bool raw)
{
    if (width < 2)
        width = 2;
    if (f->width == width && f->ambiguous == ambiguous && f->raw == raw)
        return;
    flow_clear(f);
    f->width = width;
    f->ambiguous = ambiguous;
    f->raw = raw;
}

bool flow_has_lines(const struct flow *f)
{
    return f->notice && notice_block_count(f->notice) > 0;
}

static void form_block_of(struct flow *f, struct flow_block *b,
                          struct layout_form *form)
{
    const struct block *above = NULL;
    struct form_block block = {
        .role = b->role,
        .level = b->level,
        .text = b->clean.text,
        .len = b->clean.len,
    };

    if (b->index > 0)
        above = notice_block(f->notice, b->index - 1, NULL);
    if (above) {
        struct form_block over = {.role = above->role, .level = above->level};

        b->blank_before = form_gap(&block, &over) > 0;
    }
    block_form(form, f->notice, b->index, &block, f->width, f->ambiguous,
               false);
    b->heading_len = form_heading_len(&block);
}

static void fail(struct flow_block *b, const struct err *e)
{
    struct str text = {0};

    str_addf(&text, _("cannot be read: %s"), e->msg);
    clean_text(&b->clean, str_text(&text), text.len, CLEAN_SCREEN);
    str_clear(&text);
    b->is_failed = true;
}

static void load(struct flow *f, struct flow_block *b)
{
    struct layout_form form = {.width = f->width, .ambiguous = f->ambiguous};
    struct err e = {0};
    const struct block *source = notice_block(f->notice, b->index, &e);

    b->table = source ? notice_table_before(f->notice, source->seq) : -1;
    if (!source) {
        fail(b, &e);
    } else if (f->raw) {
        const char *text = source->raw ? source->raw : source->text;

        clean_text(&b->clean, text, source->raw ? source->raw_len : source->len,
                   CLEAN_SCREEN);
        /* Without indents, only an empty line shows where a block begins. */
        b->blank_before = b->index > 0;
    } else {
        b->role = source->role;
        b->level = source->level;
        clean_text(&b->clean, source->text, source->len, CLEAN_SCREEN);
        form_block_of(f, b, &form);
    }
    b->blank_before = b->blank_before || b->table >= 0;
    b->layout = layout_new(b->clean.text, b->clean.len, &form);
}

struct flow_block *flow_block(struct flow *f, size_t index)
{
    struct flow_block *b = &f->cache[index % FLOW_CACHE];

    if (b->is_held && b->index == index)
        return b;
    if (b->is_held)
        forget(b);
    b->is_held = true;
    b->index = index;
    load(f, b);
    return b;
}

/*
 * Where a text's byte stands in the raw line it came from, or the reverse.
 * The text is the line without some marks, so both are walked together: each
 * byte of the text is the next equal one of the line.
 */
static size_t align(const struct block *b, size_t offset, bool to_raw)
{
    size_t text = 0, raw = 0;

    while (text < b->len && raw < b->raw_len) {
        while (raw < b->raw_len && b->raw[raw] != b->text[text]) {
            raw++;
            if (!to_raw && raw > offset)
                return text;
        }
        if ((to_raw ? text : raw) >= offset)
            return to_raw ? raw : text;
        text++;
        raw++;
    }
    return to_raw ? b->raw_len : b->len;
}

static const struct block *raw_block(struct flow *f, size_t index)
{
    const struct block *b = NULL;

    if (f->raw)
        b = notice_block(f->notice, index, NULL);
    return b && b->raw ? b : NULL;
}

static size_t shown_at(struct flow *f, struct flow_block *b, size_t offset)
{
    const struct block *raw = raw_block(f, b->index);

    if (b->is_failed)
        return 0;
    if (raw)
        offset = align(raw, offset, true);
    return clean_from_source(&b->clean, offset);
}

void flow_range(struct flow *f, struct flow_block *b, size_t start, size_t len,
                size_t *from, size_t *to)
{
    const struct block *raw = raw_block(f, b->index);

    *from = shown_at(f, b, start);
    *to = *from;
    if (!len || b->is_failed)
        return;
    /* A mark of the raw line that follows the last byte is not in the range. */
    if (raw)
        *to =
            clean_from_source(&b->clean, align(raw, start + len - 1, true) + 1);
    else
        *to = clean_from_source(&b->clean, start + len);
}

static size_t source_of(struct flow *f, struct flow_block *b, size_t shown)
{
    const struct block *raw = raw_block(f, b->index);
    size_t offset = clean_to_source(&b->clean, shown);

    if (b->is_failed)
        return 0;
    return raw ? align(raw, offset, false) : offset;
}

struct flow_pos flow_at_shown(struct flow *f, size_t block, size_t shown)
{
    if (block >= notice_block_count(f->notice))
        return flow_last(f);
    return (struct flow_pos){block,
                             layout_find(flow_block(f, block)->layout, shown)};
}

struct flow_pos flow_at(struct flow *f, size_t block, size_t offset)
{
    if (block >= notice_block_count(f->notice))
        return flow_last(f);
    return flow_at_shown(f, block, shown_at(f, flow_block(f, block), offset));
}

struct flow_pos flow_first(struct flow *f)
{
    return (struct flow_pos){0, flow_block(f, 0)->blank_before ? -1 : 0};
}

static int64_t last_line(struct flow *f, size_t block)
{
    return layout_last(flow_block(f, block)->layout);
}

struct flow_pos flow_last(struct flow *f)
{
    size_t block = notice_block_count(f->notice) - 1;

    return (struct flow_pos){block, last_line(f, block)};
}

bool flow_next(struct flow *f, struct flow_pos *pos)
{
    struct flow_block *b = flow_block(f, pos->block);

    if (pos->line < 0) {
        pos->line = 0;
        return true;
    }
    if (layout_next(b->layout, &pos->line))
        return true;
    if (pos->block + 1 >= notice_block_count(f->notice))
        return false;
    pos->block++;
    pos->line = flow_block(f, pos->block)->blank_before ? -1 : 0;
    return true;
}

bool flow_prev(struct flow *f, struct flow_pos *pos)
{
    struct flow_block *b = flow_block(f, pos->block);

    if (pos->line == 0 && b->blank_before) {
        pos->line = -1;
        return true;
    }
    if (pos->line > 0)
        return layout_prev(b->layout, &pos->line);
    if (pos->block == 0)
        return false;
    pos->block--;
    pos->line = last_line(f, pos->block);
    return true;
}

int flow_move(struct flow *f, struct flow_pos *pos, int lines)
{
    int taken = 0;

    while (taken < lines && flow_next(f, pos))
        taken++;
    while (taken > lines && flow_prev(f, pos))
        taken--;
    return taken < 0 ? -taken : taken;
}

int flow_compare(struct flow_pos a, struct flow_pos b)
{
    if (a.block != b.block)
        return a.block < b.block ? -1 : 1;
    return (a.line > b.line) - (a.line < b.line);
}

size_t flow_shown_start(struct flow *f, struct flow_pos pos)
{
    const struct layout_line *line = NULL;

    if (pos.line > 0)
        line = layout_at(flow_block(f, pos.block)->layout, pos.line);
    return line ? line->start : 0;
}

size_t flow_start(struct flow *f, struct flow_pos pos)
{
    size_t shown = flow_shown_start(f, pos);

    return shown ? source_of(f, flow_block(f, pos.block), shown) : 0;
}

size_t flow_end(struct flow *f, struct flow_pos pos)
{
    struct flow_block *b = flow_block(f, pos.block);
    size_t end = b->clean.len;

    if (pos.line < 0)
        return 0;
    if (layout_next(b->layout, &pos.line))
        end = layout_at(b->layout, pos.line)->start;
    return source_of(f, b, end);
}
