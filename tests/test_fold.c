/* test_fold.c - what is the same character in a search. */
#include "tests/test.h"

#include <string.h>

#include "base/mem.h"
#include "search/fold.h"
#include "text/utf8.h"

static uint32_t first(const char *s, size_t *used)
{
    uint32_t cp;

    *used = utf8_decode(s, strlen(s), &cp);
    return cp;
}

static void characters_of_a_line_fold_alike(void **state)
{
    /* clang-format off */
    static const char *const alike[] = {
        "AaＡａ", "ZzＺｚ", "0０", "ΔδΔ", "ЖжЖ", "üÜ",
        "湖湖", "慶庆", "藝艺", "術术", "職职", "業业", "團团", "漢汉",
        "裏裡里", "説說说", "爲為为", "産產产", "衆眾众", "後后", "乾干",
        "麼么", "臺台", "戶户", "黃黄", "溫温", "內内", "彥彦", "鍾钟",
        "託托", "諮咨", "鑑鉴", "鍊炼", "著着", "瞭了", "徵征", "幹干",
        "⻓長长", "⺠民", "⼀一", "⾏行", "⻄西",
        "豈岂", "更更", "龜龟龜",
        "\"'“”‘’„‟«»‹›＂＇〝〞〟`´′″",
        "-‐‑‒–—―−﹣－─━",
        ".·•・･．。｡﹒‧∙⋅",
        "([{<（［｛＜〔【〖《〈「『｢︵﹁⦅",
        ")]}>）］｝＞〕】〗》〉」』｣︶﹂⦆",
        ":：﹕∶", "!！﹗", "=＝﹦", "^＾", "~～〜∼", ",，﹐", "?？﹖",
        "、､﹑", "〇○◯", "ｱア", "￥¥",
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(alike); i++) {
        const char *s = alike[i];
        size_t used;
        uint32_t want = fold(first(s, &used));

        for (; *s; s += used)
            if (fold(first(s, &used)) != want)
                fail_msg("%.*s in %s", (int)used, s, alike[i]);
    }
}

static void characters_of_a_line_stay_apart(void **state)
{
    static const char *const apart[] = {
        "ab12",     "湖南河北", "()",  "）〔〕", "-~.:,",
        "日曰目白", "未末土士", "一-", "0〇O",   "已己巳",
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(apart); i++) {
        const char *s = apart[i];
        size_t used, next;

        for (first(s, &used); s[used]; s += used) {
            if (fold(first(s, &used)) == fold(first(s + used, &next)))
                fail_msg("%.*s and what follows, in %s", (int)used, s,
                         apart[i]);
            if (!s[used + next])
                break;
        }
    }
}

static void folding_twice_changes_nothing(void **state)
{
    (void)state;
    for (uint32_t cp = 0; cp <= 0x10FFFF; cp++) {
        uint32_t folded = fold(cp);

        if (fold(folded) != folded || folded > 0x10FFFF)
            fail_msg("U+%04X gives U+%04X, that gives U+%04X", (unsigned)cp,
                     (unsigned)folded, (unsigned)fold(folded));
        if (fold_is_transparent(folded) && !fold_is_transparent(cp))
            fail_msg("U+%04X becomes transparent", (unsigned)cp);
    }
}

static void blanks_and_what_is_not_drawn_are_transparent(void **state)
{
    static const uint32_t transparent[] = {
        ' ',     '\t',   '\n',   '\r',   0x85,   0xA0,   0x1680,
        0x2003,  0x3000, 0x2028, 0x202F, 0xFE00, 0xFE0F, 0xE0100,
        0xE01EF, 0x200B, 0x2060, 0xFEFF, 0xAD,   0x205F,
    };
    static const uint32_t opaque[] = {
        0, 'a', 0x1B, 0x7F, 0x202E, 0x200D, 0x3001, 0x4E00, 0xFE10, 0xFFFD,
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(transparent); i++)
        assert_true(fold_is_transparent(transparent[i]));
    for (size_t i = 0; i < ARRAY_LEN(opaque); i++)
        assert_false(fold_is_transparent(opaque[i]));
    assert_true(fold_is_space(0x3000));
    assert_false(fold_is_space(0x200B));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(characters_of_a_line_fold_alike),
        cmocka_unit_test(characters_of_a_line_stay_apart),
        cmocka_unit_test(folding_twice_changes_nothing),
        cmocka_unit_test(blanks_and_what_is_not_drawn_are_transparent),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
