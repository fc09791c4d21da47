#include "ui/notice_pane_parts.h"

#include <string.h>

#include "base/i18n.h"
#include "ui/annex_text.h"
#include "ui/lit.h"

/* One drawing of the pane. */
struct drawing {
    struct notice_pane *np;
    struct canvas *c;
    bool is_focused;
    size_t marked; /* block that is still to be marked; SIZE_MAX: none */
    const struct light *light; /* NULL: nothing is lit */
    struct query *lit;         /* what the light has for this notice, or NULL */
    struct query_ranges ranges; /* of the block that is being drawn; owned */
};

/* One line on its way to the canvas. */
struct stroke {
    struct canvas *c;
    struct strip strip; /* of the line */
    struct flow_block *block;
    struct lit_span line; /* bytes of the block's clean text */
};

/* The part of the line's strip that shows some bytes of the clean text. */
static bool part_of(const struct stroke *s, struct lit_span wanted,
                    struct strip *part)
{
    return lit_part(&s->strip, s->block->clean.text, s->line, wanted,
                    s->c->ambiguous, part);
}

static void restyle(const struct stroke *s, struct lit_span span,
                    enum style style)
{
    struct strip part;

    if (part_of(s, span, &part))
        canvas_restyle(s->c, part.row, part.from, part.to, style);
}

/* The reader is at these bytes, if they begin in this line. */
static void point(const struct drawing *d, const struct stroke *s,
                  struct lit_span span)
{
    struct strip part;

    if (d->is_focused && span.start >= s->line.start && part_of(s, span, &part))
        canvas_point(s->c, part.row, part.from);
}

static enum style heading_style(int level)
{
    if (level <= 1)
        return STYLE_HEADING_1;
    return level == 2 ? STYLE_HEADING_2 : STYLE_HEADING_3;
}

static void draw_links(const struct drawing *d, const struct stroke *s)
{
    struct notice_pane *np = d->np;
    size_t index = s->block->index;
    const struct block *source = notice_block(np->notice, index, NULL);
    size_t count;
    const struct notice_link *links = notice_links(np->notice, index, &count);

    for (size_t i = 0; i < count; i++) {
        bool is_current =
            np->link >= 0 && (size_t)np->link == i && np->link_block == index;
        const struct link_span *link = &links[i].span;
        struct lit_span span;
        struct strip part;

        flow_range(&np->flow, s->block, link->start, link->len, &span.start,
                   &span.end);
        if (span.start >= s->line.end)
            break;
        restyle(s, span, is_current ? STYLE_LINK_CURRENT : STYLE_LINK);
        if (is_current)
            point(d, s, span);
        if (source && part_of(s, span, &part))
            lit_link(s->c, &part, link->kind, source->text + link->start,
                     link->len);
    }
}

static void draw_matches(const struct drawing *d, const struct stroke *s)
{
    for (size_t i = 0; i < d->ranges.len; i++) {
        const struct query_range *r = &d->ranges.items[i];
        bool is_current =
            s->block->index == d->light->block && r->start == d->light->start;
        struct lit_span span;

        flow_range(&d->np->flow, s->block, r->start, r->len, &span.start,
                   &span.end);
        if (span.start >= s->line.end)
            break;
        restyle(s, span, is_current ? STYLE_MATCH_CURRENT : STYLE_MATCH);
        if (is_current)
            point(d, s, span);
    }
}

/* Find what is lit in a block, once for all its lines. */
static void match_block(struct drawing *d, size_t index)
{
    const struct block *b = notice_block(d->np->notice, index, NULL);
    struct query_cell cell = {0};

    d->ranges.len = 0;
    if (!d->lit || !b)
        return;
    cell.text = b->text;
    cell.len = b->len;
    if (!query_match(d->lit, &cell, 1, &d->ranges))
        d->ranges.len = 0;
}

/* Mark the paragraph that is copied by the look of a cell before its first line
 * in view, of its first character where none is free: a sign would go along
 * with text that is taken with the mouse. */
static void draw_mark(struct drawing *d, int row)
{
    int column = d->np->pane.area.column;
    const struct cell *cell = canvas_cell(d->c, row, column);

    canvas_restyle(d->c, row, column, column + (cell->columns > 1 ? 2 : 1),
                   STYLE_CURSOR);
    if (d->c->cursor_row < 0)
        canvas_point(d->c, row, column);
    d->marked = SIZE_MAX;
}

static void draw_line(const struct drawing *d, int row, struct flow_pos pos)
{
    struct notice_pane *np = d->np;
    struct canvas *c = d->c;
    struct flow_block *b = flow_block(&np->flow, pos.block);
    const struct layout_line *line = layout_at(b->layout, pos.line);
    struct rect area = np->pane.area;
    enum style style = STYLE_TEXT;
    struct stroke s = {
        .c = c,
        .strip.row = row,
        .strip.from = area.column + np->margin + line->indent,
        .strip.to = area.column + area.columns,
        .block = b,
        .line = {line->start, line->end},
    };

    if (b->is_failed)
        style = STYLE_ERROR;
    else if (b->role == ROLE_TITLE)
        style = STYLE_TITLE;
    canvas_text(c, row, s.strip.from, s.strip.to, b->clean.text + line->start,
                line->end - line->start, style);
    if (b->is_failed)
        return;
    restyle(&s, (struct lit_span){0, b->heading_len}, heading_style(b->level));
    draw_links(d, &s);
    draw_matches(d, &s);
}

/* Over a block in front of which a list stands: where it is to be read. */
static void draw_table(const struct drawing *d, int row, struct flow_pos pos)
{
    const struct notice_pane *np = d->np;
    int table = flow_block(&d->np->flow, pos.block)->table;
    struct rect area = np->pane.area;
    struct str name = {0}, line = {0}, clean = {0};

    if (table < 0)
        return;
    annex_text_name(&name, edition_annex(np->ed, (size_t)table));
    str_addf(&line, _("(table here, see the list: %s)"), str_text(&name));
    clean_append(&clean, str_text(&line), line.len, CLEAN_SCREEN);
    canvas_text_cut(d->c, row, area.column + np->margin,
                    area.column + area.columns, str_text(&clean), clean.len,
                    STYLE_HINT);
    str_clear(&name);
    str_clear(&line);
    str_clear(&clean);
}

/* "通知 教职成司函〔2020〕33号": the kind, and the number or the title. */
static void title_of(const struct notice_pane *np, struct str *out)
{
    const struct notice_info *info;
    const char *name;

    if (np->index < 0) {
        str_add(out, _("Notice"));
        return;
    }
    info = edition_notice(np->ed, (size_t)np->index);
    name = *info->doc_number ? info->doc_number : info->title;
    if (*info->kind)
        clean_append(out, info->kind, strlen(info->kind), CLEAN_SCREEN);
    else
        str_add(out, _("Notice"));
    str_addc(out, ' ');
    if (*info->status) {
        str_addc(out, '(');
        clean_append(out, info->status, strlen(info->status), CLEAN_SCREEN);
        str_add(out, ") ");
    }
    clean_append(out, name, strlen(name), CLEAN_SCREEN);
}

/* How much of the text has been seen down to line `bottom`, by bytes: exact
 * lines would need the whole notice laid out. Nothing where all of it is in
 * view. */
static void note_of(struct notice_pane *np, struct flow_pos top,
                    struct flow_pos bottom, struct str *out)
{
    size_t count = notice_block_count(np->notice);
    int64_t all = notice_offset(np->notice, count);
    int64_t seen = notice_offset(np->notice, bottom.block) +
                   (int64_t)flow_end(&np->flow, bottom);
    struct flow_pos end = bottom;
    int percent = all > 0 ? (int)(seen * 100 / all) : 100;

    if (!flow_next(&np->flow, &end)) {
        if (flow_compare(top, flow_first(&np->flow)) == 0)
            return;
        percent = 100;
    } else if (percent > 99) {
        percent = 99;
    }
    str_addf(out, "%d%%", percent);
}

static struct flow_pos draw_lines(struct drawing *d, struct flow_pos pos)
{
    size_t matched = SIZE_MAX;
    struct rect area = d->np->pane.area;

    for (int row = 1; row < area.rows; row++) {
        if (pos.block != matched) {
            match_block(d, pos.block);
            matched = pos.block;
        }
        if (pos.line >= 0)
            draw_line(d, area.row + row, pos);
        else
            draw_table(d, area.row + row, pos);
        if (pos.line >= 0 && pos.block == d->marked)
            draw_mark(d, area.row + row);
        if (row + 1 < area.rows && !flow_next(&d->np->flow, &pos))
            break;
    }
    return pos;
}

void notice_pane_draw(struct notice_pane *np, struct canvas *c, bool focused,
                      const struct light *light)
{
    struct drawing d = {
        .np = np,
        .c = c,
        .is_focused = focused,
        .marked = SIZE_MAX,
        .light = light,
        .lit = light_of_notice(light, np->notice),
    };
    struct rect area = np->pane.area;
    struct str title = {0}, note = {0};

    title_of(np, &title);
    if (flow_has_lines(&np->flow)) {
        struct flow_pos top = notice_pane_first_line(np);

        d.marked = focused ? notice_pane_marked(np) : SIZE_MAX;
        note_of(np, top, draw_lines(&d, top), &note);
    } else if (area.rows > 1) {
        canvas_puts(c, area.row + 1, area.column, area.column + area.columns,
                    np->index < 0 ? _("no notice") : _("(empty)"), STYLE_HINT);
    }
    pane_bar(c, area, focused, str_text(&title), str_text(&note));
    query_ranges_clear(&d.ranges);
    str_clear(&title);
    str_clear(&note);
}
