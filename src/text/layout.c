#include "text/layout.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "text/balance.h"
#include "text/break.h"
#include "text/cluster.h"
#include "text/mark.h"
#include "text/utf8.h"

#define FIRST_PIECE 256 /* bytes looked at for the first line */

struct layout {
    const char *s; /* borrowed */
    size_t len;
    struct layout_form form;

    /* The kinds of the bytes from `kinds_start`, which no later line is
     * before, up to `breaker.end`. */
    struct breaker breaker;
    unsigned char *kinds; /* owned */
    size_t kinds_start, kinds_cap;
    size_t piece;

    struct layout_line *lines; /* owned */
    size_t count, cap;
    size_t next; /* where the next line begins */
    bool is_done;
};

/* A place where a line can end. */
struct place {
    size_t at;       /* the next line begins here */
    size_t text_end; /* the line's text ends here */
    int columns;     /* of its text */
};

/* What a line from some byte on has to choose from. */
struct choice {
    struct place last[BREAK_NUMBER + 1]; /* of each kind; `at` 0: none */
    struct place earlier; /* the allowed one before the last; the same */
};

struct layout *layout_new(const char *s, size_t len,
                          const struct layout_form *form)
{
    struct layout *l = xcalloc(1, sizeof(*l));
    struct layout_form *f = &l->form;

    l->s = s;
    l->len = len;
    *f = *form;
    if (f->width < 2)
        f->width = 2;
    if (f->first_indent < 0 || f->width - f->first_indent < 2)
        f->first_indent = 0;
    if (f->rest_indent < 0 || f->width - f->rest_indent < 2)
        f->rest_indent = 0;
    breaker_init(&l->breaker, s, len);
    l->piece = FIRST_PIECE;
    return l;
}

void layout_free(struct layout *l)
{
    if (!l)
        return;
    free(l->kinds);
    free(l->lines);
    free(l);
}

void layout_set_piece(struct layout *l, size_t bytes)
{
    l->piece = bytes > 0 ? bytes : 1;
}

/* Room for one more piece; what lies before the line at `start` goes. */
static void make_room(struct layout *l, size_t start)
{
    size_t used = l->breaker.end - l->kinds_start;
    size_t gone = start - l->kinds_start;

    if (gone > used)
        gone = used; /* blanks before the text can be longer than a piece */
    if (gone > 0 && gone >= used / 2) {
        memmove(l->kinds, l->kinds + gone, used - gone);
        l->kinds_start += gone;
        used -= gone;
    }
    while (l->kinds_cap - used < BREAKER_PIECE)
        l->kinds = mem_grow(l->kinds, l->kinds_cap, &l->kinds_cap, 1);
}

static void find_more(struct layout *l, size_t start)
{
    make_room(l, start);
    (void)breaker_next(&l->breaker, l->piece,
                       l->kinds + (l->breaker.end - l->kinds_start));
    if (l->piece >= FIRST_PIECE && l->piece < BREAKER_PIECE)
        l->piece *= 2;
}

static inline enum break_kind kind_at(struct layout *l, size_t start, size_t at)
{
    while (at >= l->breaker.end)
        find_more(l, start);
    return (enum break_kind)l->kinds[at - l->kinds_start];
}

/* A Han character with no mark after it, or an ASCII one: most of any text
 * needs no look-up. */
static bool is_han_byte(char c)
{
    return (unsigned char)c >= 0xE5 && (unsigned char)c <= 0xE9;
}

static bool is_ascii_byte(char c)
{
    return c >= 0x20 && c < 0x7F;
}

static inline struct cluster cluster_of(const struct layout *l, size_t at)
{
    const char *s = l->s + at;
    size_t len = l->len - at;

    if (is_ascii_byte(s[0]) &&
        (len == 1 || is_ascii_byte(s[1]) || is_han_byte(s[1])))
        return (struct cluster){1, 1};
    if (is_han_byte(s[0]) && len >= 3 &&
        (len == 3 || is_han_byte(s[3]) || is_ascii_byte(s[3])))
        return (struct cluster){3, 2};
    return cluster_at(s, len, l->form.ambiguous);
}

/* Whether cluster `c` at `at` takes no room at a line's end. A blank that
 * bears a combining mark is none. */
static bool is_blank(const struct layout *l, size_t at, struct cluster c)
{
    uint32_t cp;

    if (l->s[at] == ' ')
        return c.len == 1;
    if ((unsigned char)l->s[at] < 0xE1 || (unsigned char)l->s[at] > 0xE3)
        return false;
    return utf8_decode(l->s + at, l->len - at, &cp) == c.len &&
           (mark_of(cp) & MARK_BLANK) != 0;
}

static size_t skip_blanks(const struct layout *l, size_t at)
{
    while (at < l->len) {
        struct cluster c = cluster_of(l, at);

        if (!is_blank(l, at, c))
            break;
        at += c.len;
    }
    return at;
}

static int room_of(const struct layout *l, bool is_first)
{
    const struct layout_form *f = &l->form;

    return f->width - (is_first ? f->first_indent : f->rest_indent);
}

/* Whether all that follows `at` is one character, which would stand alone. */
static bool is_lone(const struct layout *l, size_t at)
{
    return skip_blanks(l, at + cluster_of(l, at).len) >= l->len;
}

static struct place choose(const struct layout *l, const struct choice *c)
{
    static const enum break_kind by_merit[] = {
        BREAK_ALLOWED, BREAK_EMERGENCY, BREAK_WORD, BREAK_NUMBER, BREAK_NEVER};
    const struct place *allowed = &c->last[BREAK_ALLOWED];

    if (allowed->at > 0 && c->earlier.at > 0 && is_lone(l, allowed->at) &&
        cluster_columns(l->s + c->earlier.at, allowed->at - c->earlier.at,
                        l->form.ambiguous) +
                cluster_of(l, allowed->at).columns <=
            room_of(l, false))
        return c->earlier;
    for (size_t i = 0; i < ARRAY_LEN(by_merit); i++) {
        if (c->last[by_merit[i]].at > 0)
            return c->last[by_merit[i]];
    }
    return (struct place){0};
}

/* Field by field: a copy of what was just written stalls. */
static void offer(struct choice *c, enum break_kind kind,
                  const struct place *place)
{
    struct place *last = &c->last[kind];

    if (kind == BREAK_ALLOWED)
        c->earlier = *last;
    last->at = place->at;
    last->text_end = place->text_end;
    last->columns = place->columns;
}

/* Whether one more space follows that bears no mark. */
static bool is_space_run(const struct layout *l, size_t at)
{
    return l->len - at >= 2 && l->s[at] == ' ' && l->s[at + 1] == ' ';
}

/* A line may end before byte `at`, where the text ends, too. */
static struct place place_at(size_t at, int columns)
{
    return (struct place){at, at, columns};
}

/* Past Han characters before each of which a line may end, as far as they are
 * known and fit: `here` is after the first of them. */
static void run_through_han(const struct layout *l, struct place *here,
                            struct choice *choice, int room)
{
    const char *s = l->s;
    size_t at = here->at, end = l->breaker.end;
    int columns = here->columns;

    while (at + 4 <= end && is_han_byte(s[at]) && is_han_byte(s[at + 3]) &&
           l->kinds[at - l->kinds_start] == BREAK_ALLOWED &&
           columns + 2 <= room) {
        at += 3;
        columns += 2;
    }
    if (at == here->at)
        return;
    choice->earlier = at - here->at > 3 ? place_at(at - 6, columns - 4)
                                        : choice->last[BREAK_ALLOWED];
    choice->last[BREAK_ALLOWED] = place_at(at - 3, columns - 2);
    *here = place_at(at, columns);
}

/* The line that begins at `start`; `at` of the result is the text's length
 * when it is the last. */
static struct place fill(struct layout *l, size_t start, int room)
{
    struct choice choice = {0};
    struct place here = {.at = start, .text_end = start};
    int blanks = 0; /* columns after the text */

    while (here.at < l->len) {
        struct cluster c = cluster_of(l, here.at);
        enum break_kind kind = kind_at(l, start, here.at);

        if (kind == BREAK_INSIDE)
            kind = BREAK_NEVER;
        if (kind == BREAK_NEVER && is_blank(l, here.at, c)) {
            blanks += c.columns;
            here.at += c.len;
            for (; is_space_run(l, here.at); here.at++)
                blanks++;
            continue;
        }
        if (here.at > start) {
            offer(&choice, kind, &here);
            if (here.columns + blanks + c.columns > room)
                return choose(l, &choice);
        }
        here.columns += blanks + c.columns;
        blanks = 0;
        here.at += c.len;
        here.text_end = here.at;
        if (c.columns == 2)
            run_through_han(l, &here, &choice, room);
    }
    return here;
}

static void add_line(struct layout *l, size_t start, const struct place *end)
{
    const struct layout_form *f = &l->form;
    bool is_first = l->count == 0;
    struct layout_line line = {
        .start = start,
        .end = end->text_end,
        .indent = is_first ? f->first_indent : f->rest_indent,
        .columns = end->columns,
    };
    int spare = room_of(l, is_first) - line.columns;

    if (spare > 0 && f->align == LAYOUT_CENTRE)
        line.indent += spare / 2;
    l->lines = mem_grow(l->lines, l->count, &l->cap, sizeof(*l->lines));
    l->lines[l->count++] = line;
    l->next = end->at;
    l->is_done = end->at >= l->len;
}

static void next_line(struct layout *l)
{
    size_t start = l->next;
    struct place end = fill(l, start, room_of(l, l->count == 0));

    add_line(l, start, &end);
}

/* All places where a line may begin, with the text's start and end; where the
 * text before each ends, to `ends`. */
static size_t find_places(struct layout *l, size_t start,
                          struct balance_place *places, size_t *ends)
{
    struct place text = {.text_end = start};
    int columns = 0;
    size_t n = 0;

    places[n++] = (struct balance_place){.at = start};
    for (size_t at = start; at < l->len;) {
        struct cluster c = cluster_of(l, at);

        if (kind_at(l, start, at) == BREAK_ALLOWED) {
            ends[n] = text.text_end;
            places[n++] = (struct balance_place){at, text.columns, columns};
        }
        columns += c.columns;
        if (!is_blank(l, at, c)) {
            text.columns = columns;
            text.text_end = at + c.len;
        }
        at += c.len;
    }
    ends[n] = text.text_end;
    places[n++] = (struct balance_place){l->len, text.columns, columns};
    return n;
}

/* As many lines as there are now, or one more, but of like length. */
static void balance(struct layout *l, size_t start)
{
    struct balance_place *places = xcalloc(l->len + 2, sizeof(*places));
    size_t *ends = xcalloc(l->len + 2, sizeof(*ends));
    size_t *chosen = xcalloc(l->count + 1, sizeof(*chosen));
    size_t lines, count = find_places(l, start, places, ends);
    struct balance_text text = {l->s, l->len, places, count, l->form.ambiguous};
    int room = room_of(l, true);

    if (room_of(l, false) < room)
        room = room_of(l, false);
    lines = balance_lines(&text, l->count, room, chosen);
    if (lines > 0) {
        chosen[lines - 1] = count - 1;
        l->count = 0;
        for (size_t i = 0, from = 0; i < lines; from = chosen[i++]) {
            size_t to = chosen[i];
            struct place end = {
                .at = places[to].at,
                .text_end = ends[to],
                .columns = places[to].before - places[from].after,
            };

            add_line(l, places[from].at, &end);
        }
    }
    free(places);
    free(ends);
    free(chosen);
}

/* What must be known before the first line. */
static void begin(struct layout *l)
{
    size_t start = 0;

    if (l->form.align != LAYOUT_LEFT) {
        start = skip_blanks(l, 0);
        if (start >= l->len)
            start = 0;
    }
    l->next = start;
    next_line(l);
    if (!l->form.balanced || l->len > LAYOUT_BALANCED_MAX || l->is_done)
        return;
    while (!l->is_done)
        next_line(l);
    /* Once more from the start: the kinds of the lines made are gone. */
    breaker_init(&l->breaker, l->s, l->len);
    l->kinds_start = 0;
    balance(l, start);
}

static bool reach(struct layout *l, size_t index)
{
    if (l->count == 0)
        begin(l);
    while (l->count <= index && !l->is_done)
        next_line(l);
    return index < l->count;
}

const struct layout_line *layout_line(struct layout *l, size_t index)
{
    return reach(l, index) ? &l->lines[index] : NULL;
}

size_t layout_line_of(struct layout *l, size_t offset)
{
    size_t low = 0, high;

    (void)reach(l, 0);
    while (!l->is_done && l->next <= offset)
        next_line(l);
    /* The last line that begins at `offset` or before. */
    high = l->count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;

        if (l->lines[middle].start <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

size_t layout_count(struct layout *l)
{
    (void)reach(l, SIZE_MAX);
    return l->count;
}

void layout_append(const struct layout *l, const struct layout_line *line,
                   struct str *out)
{
    for (int i = 0; i < line->indent; i++)
        str_addc(out, ' ');
    str_append(out, l->s + line->start, line->end - line->start);
}
