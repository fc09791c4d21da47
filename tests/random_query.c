#include "tests/random_query.h"

#include <string.h>

#include "base/mem.h"
#include "search/fold.h"
#include "search/pinyin.h"
#include "text/utf8.h"

static const char *const pieces[] = {
    "湖",
    "南",
    "胡",
    "河",
    "北",
    "重",
    "庆",
    "慶",
    "长",
    "長",
    "沙",
    "行",
    "校",
    "厦",
    "乐",
    "西",
    "安",
    "先",
    "县",
    "单",
    "解",
    "广",
    "合",
    "女",
    "吕",
    "略",
    "虐",
    "儿",
    "阿",
    "额",
    "昂",
    "二",
    "州",
    "深",
    "圳",
    "化",
    "𠮷",
    "𬺈",
    "𰻞",
    "⻓",
    "⺠",
    "工",
    "艺",
    "藝",
    "职",
    "業",
    "a",
    "b",
    "h",
    "n",
    "H",
    "N",
    "ｈ",
    "Ｎ",
    "ü",
    "Ü",
    "v",
    "u",
    "1",
    "2",
    "０",
    "（",
    "(",
    "〔",
    "]",
    "》",
    "'",
    "’",
    "“",
    "\"",
    "-",
    "—",
    "·",
    "。",
    "：",
    ":",
    "！",
    "!",
    "^",
    "=",
    "？",
    " ",
    "　",
    "\t",
    "\xEF\xB8\x80",
    "\xF3\xA0\x84\x80",
    "\xE2\x80\x8B",
    "\xFF",
    "\xE6\xB9",
};

uint32_t random_under(uint32_t *state, uint32_t n)
{
    *state = *state * 1664525u + 1013904223u;
    return (*state >> 8) % n;
}

void random_text(struct str *out, uint32_t *state)
{
    for (uint32_t n = random_under(state, 12); n > 0; n--)
        str_add(out, pieces[random_under(state, ARRAY_LEN(pieces))]);
}

/* One reading of a character: whole, its initial, or a beginning of it. */
static void add_reading(struct str *out, uint32_t cp, uint32_t *state)
{
    static const char *const umlauts[] = {"v", "u", "ü"};
    const struct pinyin_reading *readings;
    size_t n = pinyin_readings(pinyin_set(cp), &readings);
    const char *s = readings[random_under(state, (uint32_t)n)].spelling;
    size_t len = strlen(s);

    switch (random_under(state, 4)) {
    case 0:
        len = 1;
        break;
    case 1:
        len = s[1] == 'h' ? 2 : 1;
        break;
    case 2:
        len = random_under(state, (uint32_t)len) + 1;
        break;
    default:
        break;
    }
    for (size_t i = 0; i < len; i++) {
        if (s[i] == PINYIN_U)
            str_add(out, umlauts[random_under(state, 3)]);
        else
            str_addc(out, s[i]);
    }
    if (!random_under(state, 8))
        str_add(out, random_under(state, 4) ? "'" : "’");
}

static void add_char(struct str *out, uint32_t cp, uint32_t *state)
{
    char buf[UTF8_MAX];

    if (pinyin_set(cp) != PINYIN_NONE && random_under(state, 4))
        add_reading(out, cp, state);
    else if (!random_under(state, 4))
        str_append(out, buf, utf8_encode(fold(cp), buf));
    else if (!fold_is_space(cp))
        str_append(out, buf, utf8_encode(cp, buf));
}

static void add_term(struct str *out, const struct query_cell *cell,
                     uint32_t *state)
{
    size_t i = 0;
    uint32_t left = random_under(state, 4) + 1;
    uint32_t from = random_under(state, 4);

    while (i < cell->len && left > 0) {
        uint32_t cp;

        i += utf8_decode(cell->text + i, cell->len - i, &cp);
        if (from > 0) {
            from--;
            continue;
        }
        if (fold_is_transparent(cp) && random_under(state, 3))
            continue;
        add_char(out, cp, state);
        left--;
    }
    if (!random_under(state, 6))
        str_add(out, pieces[random_under(state, ARRAY_LEN(pieces))]);
}

void random_query(struct str *out, const struct query_cell *cells, size_t n,
                  const char *const *headings, size_t heading_count,
                  uint32_t *state)
{
    for (uint32_t terms = random_under(state, 3) + 1; terms > 0; terms--) {
        if (!random_under(state, 5))
            str_add(out, "!");
        if (heading_count && !random_under(state, 5)) {
            str_add(out,
                    headings[random_under(state, (uint32_t)heading_count)]);
            str_add(out, random_under(state, 2) ? ":" : "：");
        }
        if (!random_under(state, 5))
            str_add(out, random_under(state, 2) ? "^" : "=");
        add_term(out, &cells[random_under(state, (uint32_t)n)], state);
        str_add(out, random_under(state, 2) ? " " : "　");
    }
}
