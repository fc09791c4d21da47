#include "text/orphan.h"

#include <stdbool.h>
#include <stdint.h>
#include <unictype.h>

#include "text/step.h"

/* What a last line would hold besides marks and blanks. */
struct rest {
    int columns; /* of all that was looked at, blanks at the end aside */
    int han;     /* 2: enough, no more was looked at */
    int others;  /* letters, digits and signs */
};

static void count_character(const struct fill *f, size_t at, struct rest *r)
{
    const uint32_t others =
        UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_N | UC_CATEGORY_MASK_So;
    uint32_t cp;

    (void)utf8_decode(f->s + at, f->len - at, &cp);
    if (uc_is_property_ideographic(cp) || cp == 0x3005)
        r->han++;
    else if (uc_is_general_category_withtable(cp, others))
        r->others++;
}

/* Look at what follows byte `at` up to byte `limit`, as far as is needed.
 * Returns whether it ends within `room` columns, or has enough Han characters
 * there. */
static bool look_at_rest(const struct fill *f, size_t at, size_t limit,
                         int room, struct rest *r)
{
    int blanks = 0;

    *r = (struct rest){0};
    while (at < limit && r->han < 2) {
        struct cluster c = step_cluster(f->s, f->len, at, f->ambiguous);

        if (step_is_blank(f->s, f->len, at, c)) {
            blanks += c.columns;
        } else {
            r->columns += blanks + c.columns;
            blanks = 0;
            if (r->columns > room)
                return false;
            count_character(f, at, r);
        }
        at += c.len;
    }
    return true;
}

static bool is_orphan(const struct rest *r)
{
    return r->han < 2 && (r->han > 0 || r->others < 2);
}

/* Whether all that follows `at` would be one line, and an orphan. */
static bool leaves_orphan(const struct fill *f, size_t at, int room)
{
    struct rest r;

    /* Two Han characters: the case of nearly all lines. */
    if (f->len - at >= 6 && step_is_han(f->s[at]) && step_is_han(f->s[at + 3]))
        return false;
    return look_at_rest(f, at, f->len, room, &r) && is_orphan(&r);
}

struct fill_end orphan_avoid(struct fill *f, size_t start, struct fill_end end,
                             int room)
{
    struct fill_end last;
    size_t second = end.at; /* a place that leaves two characters at least */
    struct rest r;

    if (end.at >= f->len || !leaves_orphan(f, end.at, room))
        return end;
    last = fill_to(f, end.at, f->len);
    (void)look_at_rest(f, end.at, last.text_end, room, &r);
    for (size_t at = end.at - 1; at > start; at--) {
        bool has_two = r.han + r.others >= 2;

        if (fill_kind(f, at) != BREAK_ALLOWED)
            continue;
        if (cluster_columns(f->s + at, end.at - at, f->ambiguous) +
                last.columns >
            room)
            break;
        (void)look_at_rest(f, at, last.text_end, room, &r);
        if (!is_orphan(&r))
            return fill_to(f, start, at);
        if (!has_two && r.han + r.others >= 2)
            second = at;
    }
    return second < end.at ? fill_to(f, start, second) : end;
}
