/* test_width.c - columns of code points, by block and by exception. */
#include "tests/test.h"

#include "base/mem.h"
#include "text/width.h"

static void kinds_are_as_terminals_agree(void **state)
{
    /* clang-format off */
    static const struct {
        uint32_t first, last;
        enum width_kind kind;
    } cases[] = {
        { 0x00, 0x1F, WIDTH_MARKED },
        { 0x20, 0x7E, WIDTH_NARROW },
        { 0x7F, 0x9F, WIDTH_MARKED },
        { 0xAD, 0xAD, WIDTH_HIDDEN },
        { 0xB7, 0xB7, WIDTH_AMBIGUOUS },        /* middle dot */
        { 0xD7, 0xD7, WIDTH_AMBIGUOUS },        /* multiplication sign */
        { 0x0300, 0x036F, WIDTH_ZERO },         /* accents */
        { 0x0600, 0x0605, WIDTH_MARKED },       /* Arabic number signs: Cf */
        { 0x1100, 0x115F, WIDTH_WIDE },         /* Korean initials */
        { 0x1160, 0x11FF, WIDTH_ZERO },         /* vowels and finals */
        { 0xD7B0, 0xD7FF, WIDTH_SUBSTITUTE },   /* the old ones */
        { 0x2000, 0x200A, WIDTH_NARROW },
        { 0x200B, 0x200B, WIDTH_HIDDEN },
        { 0x200C, 0x200F, WIDTH_MARKED },
        { 0x2014, 0x2014, WIDTH_AMBIGUOUS },    /* dash */
        { 0x2018, 0x2019, WIDTH_AMBIGUOUS },    /* quotes */
        { 0x201C, 0x201D, WIDTH_AMBIGUOUS },
        { 0x2026, 0x2026, WIDTH_AMBIGUOUS },    /* ellipsis */
        { 0x2028, 0x202E, WIDTH_MARKED },       /* separators, bidi */
        { 0x2060, 0x2060, WIDTH_HIDDEN },
        { 0x2061, 0x2064, WIDTH_MARKED },
        { 0x2066, 0x206F, WIDTH_MARKED },
        { 0x2103, 0x2103, WIDTH_AMBIGUOUS },    /* degree Celsius */
        { 0x2460, 0x24E9, WIDTH_AMBIGUOUS },    /* circled numbers */
        { 0x2500, 0x254B, WIDTH_AMBIGUOUS },    /* box drawing */
        { 0x2B50, 0x2B50, WIDTH_WIDE },         /* star */
        { 0x3000, 0x3029, WIDTH_WIDE },
        { 0x302A, 0x302F, WIDTH_SUBSTITUTE },   /* wide marks */
        { 0x3099, 0x309A, WIDTH_SUBSTITUTE },
        { 0x3220, 0x3247, WIDTH_WIDE },         /* (1) in one character */
        { 0x3248, 0x324F, WIDTH_SUBSTITUTE },
        { 0x3400, 0x4DBF, WIDTH_WIDE },         /* extension A */
        { 0x4DC0, 0x4DFF, WIDTH_SUBSTITUTE },   /* hexagrams */
        { 0x4E00, 0x9FFF, WIDTH_WIDE },
        { 0xAC00, 0xD7A3, WIDTH_WIDE },
        { 0xD800, 0xDFFF, WIDTH_MARKED },
        { 0xE000, 0xF8FF, WIDTH_SUBSTITUTE },   /* private */
        { 0xF900, 0xFA6D, WIDTH_WIDE },         /* compatibility ideographs */
        { 0xFDD0, 0xFDEF, WIDTH_MARKED },       /* noncharacters */
        { 0xFE00, 0xFE0D, WIDTH_ZERO },         /* variation selectors */
        { 0xFE0E, 0xFE0F, WIDTH_HIDDEN },       /* text or picture */
        { 0xFE10, 0xFE19, WIDTH_WIDE },
        { 0xFEFF, 0xFEFF, WIDTH_HIDDEN },
        { 0xFF01, 0xFF60, WIDTH_WIDE },
        { 0xFF61, 0xFFBE, WIDTH_NARROW },       /* half width */
        { 0xFFE0, 0xFFE6, WIDTH_WIDE },
        { 0xFFF9, 0xFFFB, WIDTH_MARKED },
        { 0xFFFD, 0xFFFD, WIDTH_AMBIGUOUS },
        { 0xFFFE, 0xFFFF, WIDTH_MARKED },
        { 0x1F1E6, 0x1F1FF, WIDTH_SUBSTITUTE }, /* flags */
        { 0x1F3FB, 0x1F3FF, WIDTH_SUBSTITUTE }, /* skin colours */
        { 0x1F600, 0x1F64F, WIDTH_WIDE },
        { 0x1FA70, 0x1FAFF, WIDTH_SUBSTITUTE }, /* newer pictures */
        { 0x20000, 0x2A6DF, WIDTH_WIDE },       /* extension B */
        { 0x2A700, 0x2B738, WIDTH_WIDE },       /* C */
        { 0x2B740, 0x2B81D, WIDTH_WIDE },       /* D */
        { 0x2B820, 0x2CEA1, WIDTH_WIDE },       /* E */
        { 0x2CEB0, 0x2EBE0, WIDTH_WIDE },       /* F */
        { 0x2F800, 0x2FA1D, WIDTH_WIDE },
        { 0x30000, 0x3134A, WIDTH_WIDE },       /* G */
        { 0x31350, 0x323AF, WIDTH_SUBSTITUTE }, /* H */
        { 0xE0001, 0xE0001, WIDTH_MARKED },     /* tags */
        { 0xE0020, 0xE007F, WIDTH_MARKED },
        { 0xE0100, 0xE01EF, WIDTH_ZERO },       /* ideographic variants */
        { 0xF0000, 0xFFFFD, WIDTH_SUBSTITUTE },
        { 0x10FFFE, 0x10FFFF, WIDTH_MARKED },
        { 0x110000, 0x110010, WIDTH_SUBSTITUTE },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        for (uint32_t c = cases[i].first; c <= cases[i].last; c++) {
            if (width_kind(c) != cases[i].kind)
                fail_msg("U+%04X: kind %d", (unsigned)c, (int)width_kind(c));
        }
    }
}

static void columns_follow_the_kind(void **state)
{
    (void)state;
    assert_int_equal(width_of('a', AMBIGUOUS_WIDE), 1);
    assert_int_equal(width_of(0x4E2D, AMBIGUOUS_NARROW), 2);
    assert_int_equal(width_of(0x2014, AMBIGUOUS_NARROW), 1);
    assert_int_equal(width_of(0x2014, AMBIGUOUS_WIDE), 2);
    assert_int_equal(width_of(0xE000, AMBIGUOUS_NARROW), 2);
    assert_int_equal(width_of(0x0301, AMBIGUOUS_WIDE), 0);
    assert_int_equal(width_of(0x200B, AMBIGUOUS_WIDE), 0);
    assert_int_equal(width_of(0x1B, AMBIGUOUS_WIDE), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kinds_are_as_terminals_agree),
        cmocka_unit_test(columns_follow_the_kind),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
