#include "text/fill.h"

#include <stdlib.h>

#include "base/mem.h"
#include "text/step.h"

#define FIRST_PIECE 256 /* bytes looked at for the first line */

/* What a line from some byte on has to choose from: the last place of each
 * kind; `at` 0: none. */
struct choice {
    struct fill_end last[BREAK_NUMBER + 1];
};

void fill_init(struct fill *f, const char *s, size_t len,
               enum ambiguous ambiguous, size_t piece)
{
    *f = (struct fill){.s = s, .len = len, .ambiguous = ambiguous};
    f->piece = piece > 0 ? piece : FIRST_PIECE;
    breaker_init(&f->breaker, s, len);
}

void fill_clear(struct fill *f)
{
    free(f->kinds);
    f->kinds = NULL;
    f->kinds_cap = 0;
}

/* Room for one more piece, of a short text for all of it. */
static void make_room(struct fill *f)
{
    size_t most = f->len > BREAKER_PIECE ? f->len : BREAKER_PIECE;
    size_t cap = 2 * f->kinds_cap + 2 * (size_t)BREAKER_PIECE;

    if (f->kinds_cap - f->breaker.end >= BREAKER_PIECE || f->kinds_cap == most)
        return;
    f->kinds_cap = cap < most ? cap : most;
    f->kinds = xreallocarray(f->kinds, f->kinds_cap, 1);
}

static void find_more(struct fill *f)
{
    make_room(f);
    (void)breaker_next(&f->breaker, f->piece, f->kinds + f->breaker.end);
    if (f->piece >= FIRST_PIECE && f->piece < BREAKER_PIECE)
        f->piece *= 2;
}

static inline enum break_kind kind_at(struct fill *f, size_t at)
{
    while (at >= f->breaker.end)
        find_more(f);
    return (enum break_kind)f->kinds[at];
}

enum break_kind fill_kind(struct fill *f, size_t at)
{
    return kind_at(f, at);
}

static struct fill_end choose(const struct choice *c)
{
    static const enum break_kind by_merit[] = {BREAK_ALLOWED, BREAK_EMERGENCY,
                                               BREAK_JOINT,   BREAK_WORD,
                                               BREAK_NUMBER,  BREAK_NEVER};

    for (size_t i = 0; i < ARRAY_LEN(by_merit); i++) {
        if (c->last[by_merit[i]].at > 0)
            return c->last[by_merit[i]];
    }
    return (struct fill_end){0};
}

/* Field by field: a copy of what was just written stalls. */
static void offer(struct choice *c, enum break_kind kind,
                  const struct fill_end *place)
{
    struct fill_end *last = &c->last[kind];

    last->at = place->at;
    last->text_end = place->text_end;
    last->columns = place->columns;
}

/* Whether one more space follows that bears no mark. */
static bool is_space_run(const struct fill *f, size_t at)
{
    return f->len - at >= 2 && f->s[at] == ' ' && f->s[at + 1] == ' ';
}

/* Past Han characters before each of which a line may end, as far as they are
 * known and fit: `here` is after the first of them. */
static void run_through_han(const struct fill *f, struct fill_end *here,
                            struct choice *choice, int room)
{
    const char *s = f->s;
    size_t at = here->at, end = f->breaker.end;
    int columns = here->columns;

    while (at + 4 <= end && step_is_han(s[at]) && step_is_han(s[at + 3]) &&
           f->kinds[at] == BREAK_ALLOWED && columns + 2 <= room) {
        at += 3;
        columns += 2;
    }
    if (at == here->at)
        return;
    choice->last[BREAK_ALLOWED] =
        (struct fill_end){at - 3, at - 3, columns - 2};
    *here = (struct fill_end){at, at, columns};
}

struct fill_end fill_line(struct fill *f, size_t start, int room)
{
    struct choice choice = {0};
    struct fill_end here = {.at = start, .text_end = start};
    int blanks = 0; /* columns after the text */

    while (here.at < f->len) {
        struct cluster c = step_cluster(f->s, f->len, here.at, f->ambiguous);
        enum break_kind kind = kind_at(f, here.at);

        if (kind == BREAK_INSIDE)
            kind = BREAK_NEVER;
        if (kind == BREAK_NEVER && step_is_blank(f->s, f->len, here.at, c)) {
            blanks += c.columns;
            here.at += c.len;
            for (; is_space_run(f, here.at); here.at++)
                blanks++;
            continue;
        }
        if (here.at > start) {
            offer(&choice, kind, &here);
            if (here.columns + blanks + c.columns > room)
                return choose(&choice);
        }
        here.columns += blanks + c.columns;
        blanks = 0;
        here.at += c.len;
        here.text_end = here.at;
        if (c.columns == 2)
            run_through_han(f, &here, &choice, room);
    }
    return here;
}

struct fill_end fill_to(const struct fill *f, size_t start, size_t at)
{
    struct fill_end end = {.at = at, .text_end = start};
    int columns = 0;

    for (size_t i = start; i < at;) {
        struct cluster c = step_cluster(f->s, f->len, i, f->ambiguous);

        columns += c.columns;
        if (!step_is_blank(f->s, f->len, i, c)) {
            end.columns = columns;
            end.text_end = i + c.len;
        }
        i += c.len;
    }
    return end;
}
