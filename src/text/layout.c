#include "text/layout.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "text/balance.h"
#include "text/fill.h"
#include "text/orphan.h"
#include "text/step.h"

/* A place is the number of the stretch and that of the line in it. */
#define PLACE_BITS 32

#define DRAW_IN_MOST     8 /* columns */
#define DRAW_IN_AT_LEAST 8 /* columns that a line has then */

#define SEAM_WITHIN 256 /* bytes in which a stretch must find its start */

/* Text that is laid out by itself. */
struct stretch {
    size_t start, end; /* bytes of the text */
    struct fill fill;  /* of the bytes from `start` on; cleared when done */
    struct layout_line *lines; /* owned */
    size_t count, cap;
    size_t next; /* the byte with which the next line begins */
    bool is_begun, is_done;
};

struct layout {
    const char *s; /* borrowed */
    size_t len;
    struct layout_form form;
    size_t piece, stretch_bytes;
    /* Owned. One for every `stretch_bytes` of the text; made when the first
     * line is. One that begins nowhere has its `start` at the text's end. */
    struct stretch *stretches;
    size_t stretch_count;
    struct stretch only; /* is `stretches` where one is enough */
};

struct layout *layout_new(const char *s, size_t len,
                          const struct layout_form *form)
{
    struct layout *l = xcalloc(1, sizeof(*l));
    struct layout_form *f = &l->form;

    l->s = s;
    l->len = len;
    l->stretch_bytes = LAYOUT_STRETCH;
    *f = *form;
    if (f->width < 2)
        f->width = 2;
    if (f->first_indent < 0 || f->width - f->first_indent < 2)
        f->first_indent = 0;
    if (f->rest_indent < 0 || f->width - f->rest_indent < 2)
        f->rest_indent = 0;
    return l;
}

void layout_free(struct layout *l)
{
    if (!l)
        return;
    for (size_t i = 0; i < l->stretch_count; i++) {
        fill_clear(&l->stretches[i].fill);
        free(l->stretches[i].lines);
    }
    if (l->stretch_count > 1)
        free(l->stretches);
    free(l);
}

void layout_set_piece(struct layout *l, size_t bytes)
{
    l->piece = bytes > 0 ? bytes : 1;
}

void layout_set_stretch(struct layout *l, size_t bytes)
{
    l->stretch_bytes = bytes;
}

/* ---- stretches ---- */

static size_t seam_of(const struct layout *l, size_t index)
{
    size_t from = index * l->stretch_bytes;
    size_t most =
        l->stretch_bytes < SEAM_WITHIN ? l->stretch_bytes : SEAM_WITHIN;

    if (index == 0)
        return 0;
    return break_seam(l->s, l->len, from,
                      l->len - from < most ? l->len : from + most);
}

/* The stretch with this number, its ends known; NULL where none begins. */
static struct stretch *stretch_at(struct layout *l, size_t index)
{
    struct stretch *st;
    size_t next = index + 1;

    if (!l->stretches) {
        l->stretch_count = l->len / l->stretch_bytes + 1;
        l->stretches = &l->only;
        if (l->stretch_count > 1)
            l->stretches = xcalloc(l->stretch_count, sizeof(*l->stretches));
    }
    st = &l->stretches[index];
    if (st->is_begun)
        return st->start < l->len || index == 0 ? st : NULL;
    st->is_begun = true;
    st->start = seam_of(l, index);
    st->next = st->start;
    st->end = l->len;
    if (st->start >= l->len && index > 0)
        return NULL;
    while (next < l->stretch_count && seam_of(l, next) >= l->len)
        next++;
    if (next < l->stretch_count)
        st->end = seam_of(l, next);
    fill_init(&st->fill, l->s + st->start, st->end - st->start,
              l->form.ambiguous, l->piece);
    return st;
}

/* The next stretch after `*index` or the one before it; NULL: none. */
static struct stretch *step_stretch(struct layout *l, size_t *index, int step)
{
    size_t i = *index;

    while (step > 0 ? i + 1 < l->stretch_count : i > 0) {
        struct stretch *st;

        i = step > 0 ? i + 1 : i - 1;
        st = stretch_at(l, i);
        if (st) {
            *index = i;
            return st;
        }
    }
    return NULL;
}

static bool is_last_of_text(const struct layout *l, const struct stretch *st)
{
    return st->end >= l->len;
}

/* ---- lines ---- */

static int room_of(const struct layout *l, bool is_first)
{
    const struct layout_form *f = &l->form;

    return f->width - (is_first ? f->first_indent : f->rest_indent);
}

static bool is_first_line(const struct stretch *st)
{
    return st->start == 0 && st->count == 0;
}

/* The line from byte `st->next` on, to an end in the stretch's own bytes. */
static void add_line(struct layout *l, struct stretch *st,
                     const struct fill_end *end)
{
    const struct layout_form *f = &l->form;
    bool is_first = is_first_line(st);
    struct layout_line line = {
        .start = st->next,
        .end = st->start + end->text_end,
        .indent = is_first ? f->first_indent : f->rest_indent,
        .columns = end->columns,
    };
    int spare = room_of(l, is_first) - line.columns;

    if (spare > 0 && f->align == LAYOUT_CENTRE)
        line.indent += spare / 2;
    st->lines = mem_grow(st->lines, st->count, &st->cap, sizeof(*st->lines));
    st->lines[st->count++] = line;
    st->next = st->start + end->at;
}

/* The lines that begin with this byte or later may be drawn in. */
static size_t draw_in_from(const struct layout *l, const struct stretch *st)
{
    if (st->end >= l->len)
        return SIZE_MAX;
    return st->end - (st->end - st->start) / 4;
}

/* The ends of the lines from number `from` on, in `room` columns. Returns
 * their number; 0 where there would be more than there are, or where one would
 * have to be broken at a bad place. */
static size_t try_room(struct stretch *st, size_t from, int room,
                       struct fill_end *ends)
{
    size_t at = st->lines[from].start - st->start, len = st->end - st->start;
    size_t lines = 0;

    while (at < len) {
        if (lines == st->count - from)
            return 0;
        ends[lines] = fill_line(&st->fill, at, room);
        at = ends[lines++].at;
        if (at < len && fill_kind(&st->fill, at) != BREAK_ALLOWED)
            return 0;
    }
    return lines;
}

/* Draw in as many lines of those from number `first` on as give no line
 * more. */
static void draw_in(struct layout *l, struct stretch *st, size_t first,
                    int room)
{
    struct fill_end *ends = xcalloc(st->count - first, sizeof(*ends));
    size_t good = st->count - 1, low = first, lines;

    while (low < good) {
        size_t middle = low + (good - low) / 2;

        if (try_room(st, middle, room, ends) > 0)
            good = middle;
        else
            low = middle + 1;
    }
    lines = try_room(st, good, room, ends);
    if (lines > 0) {
        st->next = st->lines[good].start;
        st->count = good;
    }
    for (size_t i = 0; i < lines; i++)
        add_line(l, st, &ends[i]);
    free(ends);
}

/* A stretch that is not the text's last one must not end with a short line:
 * lines before it are drawn in by one character, for want of effect by more. */
static void fill_last_line(struct layout *l, struct stretch *st)
{
    int room = room_of(l, false);
    size_t limit = draw_in_from(l, st), first = st->count - 1;

    while (first > 1 && st->count - first <= (size_t)room &&
           st->lines[first - 1].start >= limit)
        first--;
    for (int by = 2; by <= DRAW_IN_MOST && room - by >= DRAW_IN_AT_LEAST &&
                     st->lines[st->count - 1].columns < room - room / 4;
         by += 2)
        draw_in(l, st, first, room - by);
}

static void next_line(struct layout *l, struct stretch *st)
{
    size_t start = st->next - st->start;
    struct fill_end end =
        fill_line(&st->fill, start, room_of(l, is_first_line(st)));

    if (is_last_of_text(l, st))
        end = orphan_avoid(&st->fill, start, end, room_of(l, false));
    add_line(l, st, &end);
    if (st->next < st->end)
        return;
    st->is_done = true;
    if (!is_last_of_text(l, st))
        fill_last_line(l, st);
}

/* ---- titles ---- */

/* All places where a line may begin, with the text's start and end; where the
 * text before each ends, to `ends`. */
static size_t find_places(struct layout *l, struct fill *f, size_t start,
                          struct balance_place *places, size_t *ends)
{
    size_t text_end = start, n = 0;
    int columns = 0, text_columns = 0;

    places[n++] = (struct balance_place){.at = start};
    for (size_t at = start; at < l->len;) {
        struct cluster c = step_cluster(l->s, l->len, at, l->form.ambiguous);

        if (at > start && fill_kind(f, at) == BREAK_ALLOWED) {
            ends[n] = text_end;
            places[n++] = (struct balance_place){at, text_columns, columns};
        }
        columns += c.columns;
        if (!step_is_blank(l->s, l->len, at, c)) {
            text_columns = columns;
            text_end = at + c.len;
        }
        at += c.len;
    }
    ends[n] = text_end;
    places[n++] = (struct balance_place){l->len, text_columns, columns};
    return n;
}

/* As many lines as there are now, or one more, but of like length. */
static void balance(struct layout *l, struct stretch *st)
{
    size_t start = st->lines[0].start;
    struct balance_place *places = xcalloc(l->len + 2, sizeof(*places));
    size_t *ends = xcalloc(l->len + 2, sizeof(*ends));
    size_t *chosen = xcalloc(st->count + 1, sizeof(*chosen));
    size_t lines, count = find_places(l, &st->fill, start, places, ends);
    struct balance_text text = {l->s, l->len, places, count, l->form.ambiguous};
    int room = room_of(l, true);

    if (room_of(l, false) < room)
        room = room_of(l, false);
    lines = balance_lines(&text, st->count, room, chosen);
    if (lines > 0) {
        chosen[lines - 1] = count - 1;
        st->count = 0;
        for (size_t i = 0, from = 0; i < lines; from = chosen[i++]) {
            size_t to = chosen[i];
            struct fill_end end = {
                .at = places[to].at,
                .text_end = ends[to],
                .columns = places[to].before - places[from].after,
            };

            st->next = places[from].at;
            add_line(l, st, &end);
        }
    }
    free(places);
    free(ends);
    free(chosen);
}

/* What must be known before a stretch's first line. */
static void begin(struct layout *l, struct stretch *st)
{
    if (st->start == 0 && l->form.align != LAYOUT_LEFT) {
        while (st->next < l->len) {
            struct cluster c =
                step_cluster(l->s, l->len, st->next, l->form.ambiguous);

            if (!step_is_blank(l->s, l->len, st->next, c))
                break;
            st->next += c.len;
        }
        if (st->next >= l->len)
            st->next = 0;
    }
    next_line(l, st);
    if (!l->form.balanced || l->len > LAYOUT_BALANCED_MAX || st->is_done)
        return;
    while (!st->is_done)
        next_line(l, st);
    balance(l, st);
}

/* Make the lines of a stretch up to number `index` or to the one that shows
 * byte `offset`, and what they depend on: a line that may yet be drawn in is
 * not looked at. */
static void make_lines(struct layout *l, struct stretch *st, size_t index,
                       size_t offset)
{
    size_t unsettled = draw_in_from(l, st);

    if (st->count == 0)
        begin(l, st);
    while (!st->is_done &&
           (st->count <= index || st->next <= offset || st->next >= unsettled))
        next_line(l, st);
    if (st->is_done)
        fill_clear(&st->fill);
}

/* Whether the stretch has a line with this number; it is made. */
static bool reach(struct layout *l, struct stretch *st, size_t index)
{
    make_lines(l, st, index, 0);
    return index < st->count;
}

/* ---- by index ---- */

const struct layout_line *layout_line(struct layout *l, size_t index)
{
    size_t i = 0;

    for (struct stretch *st = stretch_at(l, 0); st;
         st = step_stretch(l, &i, 1)) {
        if (reach(l, st, index))
            return &st->lines[index];
        index -= st->count;
    }
    return NULL;
}

size_t layout_count(struct layout *l)
{
    size_t count = 0, i = 0;

    for (struct stretch *st = stretch_at(l, 0); st;
         st = step_stretch(l, &i, 1)) {
        (void)reach(l, st, SIZE_MAX);
        count += st->count;
    }
    return count;
}

/* ---- by place ---- */

static int64_t place_of(size_t stretch, size_t line)
{
    return (int64_t)stretch << PLACE_BITS | (int64_t)line;
}

static size_t stretch_of(int64_t place)
{
    return (size_t)(place >> PLACE_BITS);
}

static size_t line_of(int64_t place)
{
    return (size_t)(place & (((int64_t)1 << PLACE_BITS) - 1));
}

const struct layout_line *layout_at(struct layout *l, int64_t place)
{
    struct stretch *st = stretch_at(l, stretch_of(place));

    assert(st && reach(l, st, line_of(place)));
    return &st->lines[line_of(place)];
}

int64_t layout_find(struct layout *l, size_t offset)
{
    size_t i = (offset < l->len ? offset : l->len) / l->stretch_bytes;
    struct stretch *st = stretch_at(l, i);
    size_t low = 0, high;

    while (!st || (st->start > offset && i > 0))
        st = step_stretch(l, &i, -1);
    make_lines(l, st, 0, offset);
    /* The last line that begins at `offset` or before. */
    high = st->count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;

        if (st->lines[middle].start <= offset)
            low = middle;
        else
            high = middle;
    }
    return place_of(i, low);
}

int64_t layout_last(struct layout *l)
{
    return layout_find(l, l->len);
}

bool layout_next(struct layout *l, int64_t *place)
{
    size_t i = stretch_of(*place);
    struct stretch *st = stretch_at(l, i);

    if (reach(l, st, line_of(*place) + 1)) {
        ++*place;
        return true;
    }
    st = step_stretch(l, &i, 1);
    if (st)
        *place = place_of(i, 0);
    return st != NULL;
}

bool layout_prev(struct layout *l, int64_t *place)
{
    size_t i = stretch_of(*place);
    struct stretch *st;

    if (line_of(*place) > 0) {
        --*place;
        return true;
    }
    (void)stretch_at(l, i);
    st = step_stretch(l, &i, -1);
    if (!st)
        return false;
    (void)reach(l, st, SIZE_MAX);
    *place = place_of(i, st->count - 1);
    return true;
}

void layout_append(const struct layout *l, const struct layout_line *line,
                   struct str *out)
{
    for (int i = 0; i < line->indent; i++)
        str_addc(out, ' ');
    str_append(out, l->s + line->start, line->end - line->start);
}
