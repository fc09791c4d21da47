#include "ui/scroll.h"

#include "base/clamp.h"
#include "ui/motion.h"

/* Scroll by as little as brings the cursor into view, and never past the
 * last full page. */
static void keep_visible(struct scroll *s)
{
    s->cursor = clamp_int64(s->cursor, 0, s->count - 1);
    if (s->top > s->cursor)
        s->top = s->cursor;
    if (s->top < s->cursor - s->height + 1)
        s->top = s->cursor - s->height + 1;
    s->top = clamp_int64(s->top, 0, s->count - s->height);
}

void scroll_to(struct scroll *s, int64_t cursor)
{
    s->cursor = cursor;
    keep_visible(s);
}

void scroll_resize(struct scroll *s, int64_t count, int height)
{
    s->count = count;
    s->height = height > 0 ? height : 1;
    keep_visible(s);
}

/* Move the view and the cursor together, as less and vim page. */
static void page(struct scroll *s, int64_t by)
{
    s->top = clamp_int64(s->top + by, 0, s->count - s->height);
    scroll_to(s, s->cursor + by);
}

void scroll_view(struct scroll *s, int64_t by)
{
    s->top = clamp_int64(s->top + by, 0, s->count - s->height);
    s->cursor = clamp_int64(s->cursor, s->top, s->top + s->height - 1);
    s->cursor = clamp_int64(s->cursor, 0, s->count - 1);
}

bool scroll_handle(struct scroll *s, enum action action)
{
    struct motion m = motion_of(action, s->height);

    switch (m.kind) {
    case MOTION_NONE:
        return false;
    case MOTION_LINE:
        scroll_to(s, s->cursor + m.lines);
        break;
    case MOTION_SCROLL:
        scroll_view(s, m.lines);
        break;
    case MOTION_PAGE:
        page(s, m.lines);
        break;
    case MOTION_HOME:
        scroll_to(s, 0);
        break;
    case MOTION_END:
        scroll_to(s, s->count - 1);
        break;
    }
    return true;
}

bool scroll_handle_text(struct scroll *s, enum action action)
{
    struct motion m = motion_of(action, s->height);

    if (m.kind == MOTION_HOME)
        m.lines = -s->count;
    if (m.kind == MOTION_END)
        m.lines = s->count;
    scroll_view(s, m.lines);
    return m.kind != MOTION_NONE;
}
