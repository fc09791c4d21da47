#include "search/fold.h"

#include "search/fold_table.h"

uint32_t fold(uint32_t cp)
{
    unsigned number;

    if (cp >= FOLD_END)
        return cp;
    number = fold_pages[fold_page_of[cp / 64]][cp % 64];
    return number ? fold_targets[number] : cp;
}

bool fold_is_space(uint32_t cp)
{
    return cp == ' ' || (cp >= '\t' && cp <= '\r') || cp == 0x85 ||
           cp == 0xA0 || cp == 0x1680 || (cp >= 0x2000 && cp <= 0x200A) ||
           cp == 0x2028 || cp == 0x2029 || cp == 0x202F || cp == 0x205F ||
           cp == 0x3000;
}

bool fold_is_transparent(uint32_t cp)
{
    return fold_is_space(cp) || (cp >= 0xFE00 && cp <= 0xFE0F) ||
           (cp >= 0xE0100 && cp <= 0xE01EF) || cp == 0x200B || cp == 0x2060 ||
           cp == 0xFEFF || cp == 0xAD;
}
