#include "text/pinyin.h"

unsigned pinyin_set(uint32_t cp)
{
    (void)cp;
    return PINYIN_NONE;
}

unsigned pinyin_set_count(void)
{
    return 1;
}

size_t pinyin_readings(unsigned set, const struct pinyin_reading **out)
{
    (void)set;
    *out = 0;
    return 0;
}
