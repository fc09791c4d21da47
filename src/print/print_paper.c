#include "print/print_paper.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "print/print_mark.h"
#include "text/clean.h"
#include "text/cluster.h"
#include "text/layout.h"

/* What hangs under a name, in columns. */
#define HANGING 2

/* A cell on its way out. */
struct flow {
    struct clean text;
    struct layout *layout; /* NULL: all in one line */
    int columns;           /* of that line */
};

int paper_columns(const struct printer *p, const char *s, size_t len)
{
    struct clean clean = {0};
    int columns;

    if (clean_is_clean(s, len, CLEAN_EXPORT))
        return cluster_columns(s, len, p->ambiguous);
    clean_text(&clean, s, len, CLEAN_EXPORT);
    columns = cluster_columns(clean.text, clean.len, p->ambiguous);
    clean_clear(&clean);
    return columns;
}

static void flow_begin(struct flow *f, const struct printer *p,
                       const struct paper_cell *cell)
{
    struct layout_form form = {
        .width = cell->width < 2 ? 2 : cell->width,
        .rest_indent = cell->indent,
        .ambiguous = p->ambiguous,
    };

    clean_text(&f->text, cell->text.text, cell->text.len, CLEAN_EXPORT);
    f->columns = cluster_columns(f->text.text, f->text.len, p->ambiguous);
    if (cell->width > 0 && f->columns > cell->width)
        f->layout = layout_new(f->text.text, f->text.len, &form);
}

static void flow_end(struct flow *f)
{
    layout_free(f->layout);
    clean_clear(&f->text);
}

/* Line `index` of a cell; false past its last one. */
static bool flow_line(struct flow *f, size_t index, struct layout_line *line)
{
    const struct layout_line *found;

    *line = (struct layout_line){0};
    if (!f->layout && index == 0)
        *line = (struct layout_line){0, f->text.len, 0, f->columns};
    if (!f->layout)
        return index == 0;
    found = layout_line(f->layout, index);
    if (found)
        *line = *found;
    return found != NULL;
}

static void pad(struct str *out, int columns)
{
    for (; columns > 0; columns--)
        str_addc(out, ' ');
}

/* Whether a cell has a line `index`. */
static bool has_line(struct flow *flows, size_t n, size_t index)
{
    struct layout_line line;

    for (size_t i = 0; i < n; i++) {
        if (flow_line(&flows[i], index, &line))
            return true;
    }
    return false;
}

/* Append line `index` of all cells. The blanks that are due before a text are
 * written with it, so that what was broken leaves none at a line's end. */
static void add_line(struct printer *p, const struct paper_cell *cells,
                     struct flow *flows, size_t n, size_t index)
{
    int due = 0;

    for (size_t i = 0; i < n; i++) {
        struct layout_line line;
        int room;

        flow_line(&flows[i], index, &line);
        room = cells[i].width - line.indent - line.columns;
        room = room < 0 ? 0 : room;
        due += line.indent + (cells[i].is_right ? room : 0);
        if (line.end > line.start || index == 0) {
            pad(&p->line, due);
            print_mark(&p->line, &flows[i].text, line.start, line.end,
                       cells[i].text.ranges,
                       p->marks ? cells[i].text.range_count : 0);
            due = 0;
        }
        due += (cells[i].is_right ? 0 : room) + PAPER_GAP;
    }
}

bool paper_row(struct printer *p, const struct paper_cell *cells, size_t n,
               struct err *e)
{
    struct flow *flows = xcalloc(n, sizeof(*flows));
    bool ok = true;

    for (size_t i = 0; i < n; i++)
        flow_begin(&flows[i], p, &cells[i]);
    for (size_t i = 0; ok && has_line(flows, n, i); i++) {
        add_line(p, cells, flows, n, i);
        ok = printer_end_line(p, e);
    }
    for (size_t i = 0; i < n; i++)
        flow_end(&flows[i]);
    free(flows);
    return ok;
}

bool paper_text(struct printer *p, const char *s, size_t len, struct err *e)
{
    struct paper_cell cell = {.text = {s, len, NULL, 0}, .width = p->paper};

    return paper_row(p, &cell, 1, e);
}

bool paper_named(struct printer *p, const char *name,
                 const struct print_text *text, struct err *e)
{
    struct query_range *ranges =
        xcalloc(text->range_count, sizeof(*text->ranges));
    struct paper_cell cell = {.width = p->paper, .indent = HANGING};
    struct str line = {0};
    size_t shift;
    bool ok;

    str_add(&line, name);
    str_add(&line, text->len > 0 ? ": " : ":");
    shift = line.len;
    str_append(&line, text->text, text->len);
    for (size_t i = 0; i < text->range_count; i++) {
        ranges[i] = text->ranges[i];
        ranges[i].start += (uint32_t)shift;
    }
    cell.text = (struct print_text){str_text(&line), line.len, ranges,
                                    text->range_count};
    ok = paper_row(p, &cell, 1, e);
    str_clear(&line);
    free(ranges);
    return ok;
}
