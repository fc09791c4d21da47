#include "search/pinyin.h"

#include "search/fold.h"
#include "search/pinyin_table.h"

static unsigned own_set(uint32_t cp)
{
    if (cp >= PINYIN_END)
        return PINYIN_NONE;
    return pinyin_pages[pinyin_page_of[cp / 64]][cp % 64];
}

unsigned pinyin_set(uint32_t cp)
{
    unsigned set = own_set(cp);

    return set == PINYIN_NONE ? own_set(fold(cp)) : set;
}

unsigned pinyin_set_count(void)
{
    return PINYIN_SETS;
}

size_t pinyin_readings(unsigned set, const struct pinyin_reading **out)
{
    *out = pinyin_all + pinyin_starts[set];
    return (size_t)(pinyin_starts[set + 1] - pinyin_starts[set]);
}
