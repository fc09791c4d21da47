#include "term/term_wcwidth.h"

#include <stdint.h>
#include <wchar.h>

static enum ambiguous current = AMBIGUOUS_NARROW;
static bool was_asked;

bool term_wcwidth_was_asked(void)
{
    bool asked = was_asked;

    was_asked = false;
    return asked;
}

void term_wcwidth_set(enum ambiguous ambiguous)
{
    current = ambiguous;
}

/* Exported even under -fvisibility=hidden: curses has to find it. */
__attribute__((visibility("default"))) int wcwidth(wchar_t wc)
{
    was_asked = true;
    if (wc == 0)
        return 0;
    if (width_kind((uint32_t)wc) == WIDTH_MARKED)
        return -1;
    return width_of((uint32_t)wc, current);
}
