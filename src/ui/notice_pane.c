#include "ui/notice_pane.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "text/cluster.h"
#include "text/form.h"
#include "ui/flow.h"
#include "ui/motion.h"
#include "ui/notice_pane_parts.h"

/* A key that looks for a link or a section stops here, so that it takes no
 * longer in a notice of 100,000 blocks than a reader would wait. */
#define BLOCKS_LOOKED_AT 512

#define AROUND                                                                 \
    4 /* a quarter of the pane is kept around what was looked for              \
       */

static bool has_lines(const struct notice_pane *np)
{
    return flow_has_lines(&np->flow);
}

/* ---- the view ---- */

static int height_of(const struct notice_pane *np)
{
    return np->pane.area.rows > 1 ? np->pane.area.rows - 1 : 1;
}

/*
 * The first visible line: the one that shows the place, or an earlier one
 * where the text would end above the pane's last row. The place itself stays,
 * so that a pane that grew and shrinks again shows what it did.
 */
static struct flow_pos top_of(struct notice_pane *np)
{
    struct flow_pos top =
        flow_at_shown(&np->flow, np->top.block, np->top.shown);
    struct flow_pos end;
    int below;

    if (np->top.blank && top.line == 0 &&
        flow_block(&np->flow, top.block)->blank_before)
        top.line = -1;
    end = top;
    below = height_of(np) - 1;
    below -= flow_move(&np->flow, &end, below);
    flow_move(&np->flow, &top, -below);
    return top;
}

struct flow_pos notice_pane_first_line(struct notice_pane *np)
{
    return top_of(np);
}

static struct flow_pos bottom_of(struct notice_pane *np, struct flow_pos top)
{
    flow_move(&np->flow, &top, height_of(np) - 1);
    return top;
}

static void forget_mark(struct notice_pane *np)
{
    np->mark = SIZE_MAX;
    np->walked = 0;
}

static void set_mark(struct notice_pane *np, size_t block)
{
    np->mark = block;
    np->walked = 0;
}

static void set_top(struct notice_pane *np, struct flow_pos top)
{
    np->top.block = top.block;
    np->top.offset = flow_start(&np->flow, top);
    np->top.shown = flow_shown_start(&np->flow, top);
    np->top.blank = top.line < 0;
}

/* Scroll by up to `lines`. */
static void scroll(struct notice_pane *np, int lines)
{
    struct flow_pos top = top_of(np);
    struct flow_pos bottom = bottom_of(np, top);

    /* Never past the last line, so that the last page is a full one. */
    if (lines > 0)
        lines = flow_move(&np->flow, &bottom, lines);
    flow_move(&np->flow, &top, lines);
    set_top(np, top);
}

static void scroll_to_end(struct notice_pane *np)
{
    struct flow_pos top = flow_last(&np->flow);

    flow_move(&np->flow, &top, -(height_of(np) - 1));
    set_top(np, top);
}

void notice_pane_reveal(struct pane *p, size_t block, size_t start, size_t len)
{
    struct notice_pane *np = (struct notice_pane *)p;
    struct flow_pos top, first, last;

    if (!has_lines(np))
        return;
    top = top_of(np);
    first = flow_at(&np->flow, block, start);
    last = flow_at(&np->flow, block, len ? start + len - 1 : start);
    set_mark(np, block);
    if (flow_compare(first, top) < 0) {
        set_top(np, first);
    } else if (flow_compare(last, bottom_of(np, top)) > 0) {
        flow_move(&np->flow, &last, -(height_of(np) - 1));
        set_top(np, flow_compare(last, first) < 0 ? last : first);
    }
}

void notice_pane_reveal_amid(struct pane *p, size_t block, size_t start,
                             size_t len)
{
    struct notice_pane *np = (struct notice_pane *)p;
    struct flow_pos was, now;
    int around = height_of(np) / AROUND;

    if (!has_lines(np))
        return;
    was = top_of(np);
    notice_pane_reveal(p, block, start, len);
    now = top_of(np);
    if (flow_compare(now, was) == 0)
        return;
    scroll(np, flow_compare(now, was) > 0 ? around : -around);
    notice_pane_reveal(p, block, start, len);
}

void notice_pane_top(struct pane *p, size_t block)
{
    struct notice_pane *np = (struct notice_pane *)p;

    if (!has_lines(np))
        return;
    set_top(np, flow_at(&np->flow, block, 0));
    set_mark(np, block);
}

/* The block in which byte `target` of the whole text lies. */
static size_t block_of_offset(struct notice *n, int64_t target)
{
    size_t low = 0, high = notice_block_count(n) - 1;

    while (low < high) {
        size_t middle = low + (high - low + 1) / 2;

        if (notice_offset(n, middle) <= target)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

void notice_pane_goto_percent(struct pane *p, int percent)
{
    struct notice_pane *np = (struct notice_pane *)p;
    int64_t target;
    size_t block;

    if (!has_lines(np))
        return;
    if (percent >= 100) {
        scroll_to_end(np);
        return;
    }
    if (percent < 0)
        percent = 0;
    target = notice_offset(np->notice, notice_block_count(np->notice)) *
             percent / 100;
    block = block_of_offset(np->notice, target);
    target -= notice_offset(np->notice, block);
    set_top(np, flow_at(&np->flow, block, (size_t)target));
}

/* ---- links ---- */

static const struct notice_link *current_link(struct notice_pane *np)
{
    const struct notice_link *links;
    size_t count;

    if (!np->notice || np->link < 0)
        return NULL;
    links = notice_links(np->notice, np->link_block, &count);
    return (size_t)np->link < count ? &links[np->link] : NULL;
}

/* Where a link begins and ends. */
static void lines_of_link(struct notice_pane *np, size_t block,
                          struct link_span span, struct flow_pos *first,
                          struct flow_pos *last)
{
    *first = flow_at(&np->flow, block, span.start);
    *last = flow_at(&np->flow, block, span.start + span.len - 1);
}

static bool link_is_in_view(struct notice_pane *np)
{
    const struct notice_link *l = current_link(np);
    struct flow_pos top, first, last;

    if (!l)
        return false;
    lines_of_link(np, np->link_block, l->span, &first, &last);
    top = top_of(np);
    return flow_compare(last, top) >= 0 &&
           flow_compare(first, bottom_of(np, top)) <= 0;
}

bool notice_pane_link(struct pane *p, struct notice_link *out, size_t *block)
{
    struct notice_pane *np = (struct notice_pane *)p;
    const struct notice_link *l = link_is_in_view(np) ? current_link(np) : NULL;

    if (!l)
        return false;
    *out = notice_link_copy(l);
    if (block)
        *block = np->link_block;
    return true;
}

/* Whether a link lies on the far side of the line `edge`, or in it. */
static bool is_beyond(struct notice_pane *np, size_t block,
                      struct link_span span, struct flow_pos edge,
                      int direction)
{
    struct flow_pos first, last;

    lines_of_link(np, block, span, &first, &last);
    return direction > 0 ? flow_compare(last, edge) >= 0
                         : flow_compare(first, edge) <= 0;
}

static void choose(struct notice_pane *np, size_t block, size_t link,
                   struct link_span span)
{
    np->link_block = block;
    np->link = (int)link;
    notice_pane_reveal(&np->pane, block, span.start, span.len);
}

/* The next link of a block that lies beyond `edge`, after link `from`
 * (SIZE_MAX: from the block's beginning or end). */
static bool choose_in(struct notice_pane *np, size_t block, size_t from,
                      const struct flow_pos *edge, int direction)
{
    size_t count, i;
    const struct notice_link *links = notice_links(np->notice, block, &count);
    size_t step = direction > 0 ? 1 : SIZE_MAX; /* -1: past 0 it is over */

    if (from != SIZE_MAX)
        i = from + step;
    else
        i = direction > 0 ? 0 : count - 1;
    for (; i < count; i += step) {
        if (edge && !is_beyond(np, block, links[i].span, *edge, direction))
            continue;
        choose(np, block, i, links[i].span);
        return true;
    }
    return false;
}

static bool step_link(struct notice_pane *np, int direction)
{
    struct flow_pos edge = top_of(np);
    size_t count = notice_block_count(np->notice);
    size_t block;

    if (link_is_in_view(np)) {
        block = np->link_block;
        if (choose_in(np, block, (size_t)np->link, NULL, direction))
            return true;
    } else {
        if (direction < 0)
            edge = bottom_of(np, edge);
        block = edge.block;
        if (choose_in(np, block, SIZE_MAX, &edge, direction))
            return true;
    }
    for (int i = 0; i < BLOCKS_LOOKED_AT; i++) {
        block += direction > 0 ? 1 : SIZE_MAX;
        if (block >= count)
            break;
        if (choose_in(np, block, SIZE_MAX, NULL, direction))
            return true;
    }
    return false;
}

/* ---- sections ---- */

static bool begins_section(struct notice_pane *np, size_t index)
{
    const struct block *b = notice_block(np->notice, index, NULL);
    enum role role = b ? b->role : ROLE_BODY;
    const struct block *above;

    if (role == ROLE_HEADING || index == 0)
        return true;
    if (role != ROLE_TITLE && role != ROLE_ANNEX && role != ROLE_SIGNER)
        return false;
    above = notice_block(np->notice, index - 1, NULL);
    return !above || above->role != role;
}

static void step_section(struct notice_pane *np, int direction)
{
    struct flow_pos top = top_of(np);
    size_t count = notice_block_count(np->notice);
    size_t block = top.block;

    if ((direction < 0 ? top.line > 0 : top.line < 0) &&
        begins_section(np, block)) {
        notice_pane_top(&np->pane, block);
        return;
    }
    for (int i = 0; i < BLOCKS_LOOKED_AT; i++) {
        block += direction > 0 ? 1 : SIZE_MAX;
        if (block >= count)
            return;
        if (begins_section(np, block)) {
            notice_pane_top(&np->pane, block);
            return;
        }
    }
    notice_pane_top(&np->pane, block);
}

/* ---- the pane ---- */

/* The measure, with a column free at the left where there is room. */
static void shape(struct notice_pane *np)
{
    int columns = np->pane.area.columns;
    int width = columns;

    np->margin = columns > FORM_MEASURE ? 1 : 0;
    if (np->margin)
        width = columns > FORM_MEASURE + 2 ? columns - 2 : FORM_MEASURE;
    if (!np->is_full && width > FORM_MEASURE)
        width = FORM_MEASURE;
    flow_shape(&np->flow, width, np->pane.ambiguous, np->is_raw);
}

static void resize(struct pane *p, struct rect area, enum ambiguous ambiguous)
{
    p->area = area;
    p->ambiguous = ambiguous;
    shape((struct notice_pane *)p);
}

/* ---- the mark ---- */

/* Whether any line of a block is between two lines. */
static bool block_is_between(struct notice_pane *np, size_t block,
                             struct flow_pos top, struct flow_pos bottom)
{
    struct flow_pos first = {.block = block};

    if (block >= notice_block_count(np->notice))
        return false;
    return flow_compare(first, bottom) <= 0 && block >= top.block;
}

static size_t first_in_view(struct flow_pos top, struct flow_pos bottom)
{
    return top.line > 0 && bottom.block > top.block ? top.block + 1 : top.block;
}

size_t notice_pane_marked(struct notice_pane *np)
{
    struct flow_pos top, bottom;

    if (!has_lines(np) || link_is_in_view(np))
        return SIZE_MAX;
    top = top_of(np);
    bottom = bottom_of(np, top);
    return block_is_between(np, np->mark, top, bottom)
               ? np->mark
               : first_in_view(top, bottom);
}

/* Down, at the end of the text: the mark goes on to the next paragraph. */
static bool walk_down(struct notice_pane *np)
{
    struct flow_pos top = top_of(np), bottom = bottom_of(np, top);
    struct flow_pos beyond = bottom;
    size_t mark = notice_pane_marked(np);

    if (mark == SIZE_MAX || flow_next(&np->flow, &beyond) ||
        !block_is_between(np, mark + 1, top, bottom))
        return false;
    if (np->walked == 0 || mark != np->mark) {
        np->walked = 0;
        np->unwalked = np->mark;
    }
    np->mark = mark + 1;
    np->walked++;
    return true;
}

/* Up: first what lines went on, then at the beginning of the text as far as
 * there is a paragraph. */
static bool walk_up(struct notice_pane *np)
{
    struct flow_pos top = top_of(np), bottom = bottom_of(np, top);
    size_t mark = notice_pane_marked(np);

    if (mark == SIZE_MAX || mark != np->mark)
        return false;
    if (np->walked > 0 && !flow_next(&np->flow, &bottom)) {
        np->walked--;
        np->mark = np->walked > 0 ? mark - 1 : np->unwalked;
        return true;
    }
    if (flow_compare(top, flow_first(&np->flow)) != 0 || mark <= top.block)
        return false;
    set_mark(np, mark - 1);
    return true;
}

/* Whether the action moves the view by lines or to an end. */
static bool move(struct notice_pane *np, enum action action)
{
    struct motion m = motion_of(action, height_of(np));

    if (m.kind == MOTION_HOME)
        set_top(np, flow_first(&np->flow));
    else if (m.kind == MOTION_END)
        scroll_to_end(np);
    else if (m.kind != MOTION_NONE)
        scroll(np, (int)m.lines);
    else if (action == ACTION_SECTION_NEXT)
        step_section(np, 1);
    else if (action == ACTION_SECTION_PREV)
        step_section(np, -1);
    else
        return false;
    return true;
}

/* The place as a byte of the text is found again in what is shown now. */
static void find_top(struct notice_pane *np)
{
    struct flow_pos top;

    if (!has_lines(np))
        return;
    top = flow_at(&np->flow, np->top.block, np->top.offset);
    np->top.shown = flow_shown_start(&np->flow, top);
}

static enum pane_result toggle(struct notice_pane *np, bool *which)
{
    *which = !*which;
    shape(np);
    if (which == &np->is_raw)
        find_top(np);
    return PANE_CHANGED;
}

static enum pane_result handle(struct pane *p, enum action action)
{
    struct notice_pane *np = (struct notice_pane *)p;
    struct flow_pos was;

    if (action == ACTION_MEASURE)
        return toggle(np, &np->is_full);
    if (action == ACTION_RAW)
        return toggle(np, &np->is_raw);
    if (!has_lines(np))
        return PANE_IGNORED;
    if (action == ACTION_LINK_NEXT)
        return step_link(np, 1) ? PANE_CHANGED : PANE_IGNORED;
    if (action == ACTION_LINK_PREV)
        return step_link(np, -1) ? PANE_CHANGED : PANE_IGNORED;
    if (action == ACTION_OPEN)
        return link_is_in_view(np) ? PANE_CHOSEN : PANE_IGNORED;
    if ((action == ACTION_DOWN && walk_down(np)) ||
        (action == ACTION_UP && walk_up(np)))
        return PANE_CHANGED;
    was = top_of(np);
    if (!move(np, action))
        return PANE_IGNORED;
    if (action == ACTION_HOME)
        forget_mark(np);
    return flow_compare(was, top_of(np)) == 0 ? PANE_SAME : PANE_CHANGED;
}

static void draw(struct pane *p, struct canvas *c, bool focused,
                 const struct light *light)
{
    notice_pane_draw((struct notice_pane *)p, c, focused, light);
}

static void destroy(struct pane *p)
{
    struct notice_pane *np = (struct notice_pane *)p;

    flow_clear(&np->flow);
    notice_close(np->notice);
    free(np);
}

static const struct pane_ops notice_pane_ops = {
    .draw = draw,
    .handle = handle,
    .resize = resize,
    .destroy = destroy,
    .find = notice_pane_find,
};

struct pane *notice_pane_new(struct edition *ed)
{
    struct notice_pane *np = xcalloc(1, sizeof(*np));

    np->pane.ops = &notice_pane_ops;
    np->pane.ambiguous = AMBIGUOUS_NARROW;
    np->ed = ed;
    np->index = -1;
    np->link = -1;
    forget_mark(np);
    shape(np);
    return &np->pane;
}

bool notice_pane_show(struct pane *p, int index, struct err *e)
{
    struct notice_pane *np = (struct notice_pane *)p;
    struct notice *n = NULL;

    /* The one that is shown stays the same, and what is lit in it. */
    if (index != np->index) {
        if (index >= 0) {
            n = notice_open(np->ed, (size_t)index, e);
            if (!n)
                return false;
        }
        flow_set(&np->flow, n);
        notice_close(np->notice);
        np->notice = n;
        np->index = index;
    }
    np->top = (struct notice_top){0};
    np->link = -1;
    forget_mark(np);
    return true;
}

bool notice_pane_is_full(const struct pane *p)
{
    return ((const struct notice_pane *)p)->is_full;
}

int notice_pane_index(const struct pane *p)
{
    return ((const struct notice_pane *)p)->index;
}

struct notice *notice_pane_notice(struct pane *p)
{
    return ((struct notice_pane *)p)->notice;
}

struct notice_place notice_pane_place(const struct pane *p)
{
    const struct notice_pane *np = (const struct notice_pane *)p;

    return (struct notice_place){
        .notice = np->index,
        .block = np->top.block,
        .offset = np->top.offset,
        .blank = np->top.blank,
        .raw = np->is_raw,
        .shown = np->top.shown,
        .link = np->link,
        .link_block = np->link_block,
        .mark = np->mark,
    };
}

void notice_pane_restore(struct pane *p, const struct notice_place *place)
{
    struct notice_pane *np = (struct notice_pane *)p;

    np->top = (struct notice_top){
        .block = place->block,
        .offset = place->offset,
        .shown = place->shown,
        .blank = place->blank,
    };
    if (place->raw != np->is_raw)
        find_top(np);
    np->link = place->link;
    np->link_block = place->link_block;
    set_mark(np, place->mark);
}

void notice_pane_copy(struct pane *p, struct str *out)
{
    struct notice_pane *np = (struct notice_pane *)p;
    const struct notice_link *l = link_is_in_view(np) ? current_link(np) : NULL;
    size_t mark = notice_pane_marked(np);
    const struct block *b = NULL;

    if (l)
        b = notice_block(np->notice, np->link_block, NULL);
    else if (mark != SIZE_MAX)
        b = notice_block(np->notice, mark, NULL);
    if (b && l)
        str_append(out, b->text + l->span.start, l->span.len);
    else if (b)
        str_append(out, b->text, b->len);
}
