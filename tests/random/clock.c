#include "tests/random/clock.h"

#include "base/clock.h"
#include "tests/random_query.h"

/* Most looks are close together, as where a loop looks at each row. */
#define SHORT_NS 60000
#define LONG_NS  900000
#define LONG_OF  16

static int64_t now;
static uint32_t state;
static bool is_still;

void random_clock_start(uint32_t seed)
{
    now = 0;
    state = seed * 2654435761u + 1;
    is_still = false;
}

void random_clock_hold(bool still)
{
    is_still = still;
}

int64_t clock_ns(void)
{
    if (is_still)
        return now;
    now += random_under(&state, LONG_OF) ? random_under(&state, SHORT_NS)
                                         : random_under(&state, LONG_NS);
    return now;
}

int64_t clock_ms(void)
{
    return clock_ns() / 1000000;
}
