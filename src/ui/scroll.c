#include "ui/scroll.h"

static int64_t clamp(int64_t value, int64_t low, int64_t high)
{
    if (value > high)
        value = high;
    return value < low ? low : value;
}

/* Scroll by as little as brings the cursor into view, and never past the
 * last full page. */
static void keep_visible(struct scroll *s)
{
    s->cursor = clamp(s->cursor, 0, s->count - 1);
    if (s->top > s->cursor)
        s->top = s->cursor;
    if (s->top < s->cursor - s->height + 1)
        s->top = s->cursor - s->height + 1;
    s->top = clamp(s->top, 0, s->count - s->height);
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
    s->top = clamp(s->top + by, 0, s->count - s->height);
    scroll_to(s, s->cursor + by);
}

/* Move the view; the cursor moves only to stay in it. */
static void view(struct scroll *s, int64_t by)
{
    s->top = clamp(s->top + by, 0, s->count - s->height);
    s->cursor = clamp(s->cursor, s->top, s->top + s->height - 1);
    s->cursor = clamp(s->cursor, 0, s->count - 1);
}

bool scroll_handle(struct scroll *s, enum action action)
{
    int half = s->height > 1 ? s->height / 2 : 1;

    if (action == ACTION_UP)
        scroll_to(s, s->cursor - 1);
    else if (action == ACTION_DOWN)
        scroll_to(s, s->cursor + 1);
    else if (action == ACTION_SCROLL_UP)
        view(s, -1);
    else if (action == ACTION_SCROLL_DOWN)
        view(s, 1);
    else if (action == ACTION_PAGE_UP)
        page(s, -s->height);
    else if (action == ACTION_PAGE_DOWN)
        page(s, s->height);
    else if (action == ACTION_HALF_UP)
        page(s, -half);
    else if (action == ACTION_HALF_DOWN)
        page(s, half);
    else if (action == ACTION_HOME)
        scroll_to(s, 0);
    else if (action == ACTION_END)
        scroll_to(s, s->count - 1);
    else
        return false;
    return true;
}
