#include "text/width.h"

#include "text/width_table.h"

enum width_kind width_kind(uint32_t cp)
{
    unsigned page;

    if (cp > 0x10FFFF)
        return WIDTH_SUBSTITUTE;
    page = width_page_of[cp / WIDTH_PAGE_SIZE];
    return (enum width_kind)width_pages[page][cp % WIDTH_PAGE_SIZE];
}

int width_of(uint32_t cp, enum ambiguous ambiguous)
{
    switch (width_kind(cp)) {
    case WIDTH_NARROW:
        return 1;
    case WIDTH_WIDE:
    case WIDTH_SUBSTITUTE:
        return 2;
    case WIDTH_AMBIGUOUS:
        return (int)ambiguous;
    case WIDTH_ZERO:
    case WIDTH_HIDDEN:
    case WIDTH_MARKED:
        break;
    }
    return 0;
}
