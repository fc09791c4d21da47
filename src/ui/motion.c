#include "ui/motion.h"

#include <stddef.h>

#include "base/mem.h"

enum measure { LINE, HALF, PAGE, ALL };

/* clang-format off */
static const struct {
    enum action action;
    enum motion_kind kind;
    enum measure measure;
    int direction;
} motions[] = {
    { ACTION_UP,          MOTION_LINE,   LINE, -1 },
    { ACTION_DOWN,        MOTION_LINE,   LINE,  1 },
    { ACTION_SCROLL_UP,   MOTION_SCROLL, LINE, -1 },
    { ACTION_SCROLL_DOWN, MOTION_SCROLL, LINE,  1 },
    { ACTION_PAGE_UP,     MOTION_PAGE,   PAGE, -1 },
    { ACTION_PAGE_DOWN,   MOTION_PAGE,   PAGE,  1 },
    { ACTION_HALF_UP,     MOTION_PAGE,   HALF, -1 },
    { ACTION_HALF_DOWN,   MOTION_PAGE,   HALF,  1 },
    { ACTION_HOME,        MOTION_HOME,   ALL,   0 },
    { ACTION_END,         MOTION_END,    ALL,   0 },
};
/* clang-format on */

static int lines_of(enum measure measure, int height)
{
    if (measure == HALF)
        return height > 1 ? height / 2 : 1;
    /* A line of the page that was read stays in view. */
    if (measure == PAGE)
        return height > 2 ? height - 1 : 1;
    return 1;
}

struct motion motion_of(enum action action, int height)
{
    for (size_t i = 0; i < ARRAY_LEN(motions); i++) {
        if (motions[i].action == action)
            return (struct motion){motions[i].kind,
                                   motions[i].direction *
                                       lines_of(motions[i].measure, height)};
    }
    return (struct motion){.kind = MOTION_NONE};
}
