#include "text/balance.h"

#include <limits.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "text/mark.h"
#include "text/utf8.h"

/*
 * What a bad place costs, against the square of the columns by which a line
 * differs from the mean: a cost of 100 is borne for 10 columns.
 */
enum {
    COST_NATURAL = 0,     /* after a mark, before a title in brackets */
    COST_PLAIN = 25,      /* between two words, as far as one can tell */
    COST_WORD = 225,      /* inside a common word, or a number and its unit */
    COST_PARTICLE = 400,  /* before de, after guanyu: the sense is cut */
    COST_BRACKET = 400,   /* inside brackets or quotation marks */
    COST_TITLE = 1000000, /* inside the title of another document */
    COST_LONE = 4000000,  /* a line of one character */
};

/* Words of two characters that titles are made of. */
static const char words[] =
    "关于公布公告公示通知通报意见方案办法规定决定计划规划报告批复请示印发转发"
    "下达开展做好加强推进实施组织建设管理工作培育集团联盟示范国家全国改革发展"
    "职业教育学校学院大学高校单位名单项目教师学生团队创新教学课程专业产业企业"
    "人才培养服务体系质量提升行动年度有关事项活动技术技能评审推荐申报认定遴选"
    "结果基地中心委员会议安全问题工程保障立项入选第一第二第三第四第五第六首批"
    "深化产教融合院校培优";

/* A line does not begin with these ... */
static const char clitics[] = "的之等了";
/* ... nor end with these. */
static const char prepositions[] = "对在和与及以为把将第各本该不向从或";

#define HAN ((size_t)3) /* bytes of a character of the tables above */

static bool holds(const char *set, const char *han, size_t size)
{
    for (const char *p = set; *p != '\0'; p += size) {
        if (memcmp(p, han, size) == 0)
            return true;
    }
    return false;
}

static bool has_before(const char *s, size_t at, const char *word)
{
    size_t n = strlen(word);

    return at >= n && memcmp(s + at - n, word, n) == 0;
}

static bool is_counter(const char *s, size_t len, size_t at)
{
    return at + HAN <= len && holds("年月日号批届次个期项所家名", s + at, HAN);
}

static bool is_numeral_before(const char *s, size_t at)
{
    if (at > 0 && s[at - 1] >= '0' && s[at - 1] <= '9')
        return true;
    return at >= HAN && holds("一二三四五六七八九十百两几", s + at - HAN, HAN);
}

/* How deep `at` stands in brackets: the dearest that is open there. */
static long bracket_cost(const char *s, size_t at)
{
    int titles = 0, others = 0;

    for (size_t i = 0; i < at;) {
        uint32_t cp;
        size_t n = utf8_decode(s + i, at - i, &cp);
        unsigned marks = mark_of(cp);

        if (cp == 0x300A)
            titles++;
        else if (cp == 0x300B)
            titles--;
        else if ((marks & MARK_NO_END) != 0)
            others++;
        else if ((marks & MARK_CLOSE_QUOTE) != 0 || cp == 0xFF09 || cp == ')')
            others--;
        i += n;
    }
    if (titles > 0)
        return COST_TITLE;
    return others > 0 ? COST_BRACKET : 0;
}

/* What it costs to begin a line with byte `at`. */
static long place_cost(const char *s, size_t len, size_t at)
{
    long cost = bracket_cost(s, at);
    size_t before = utf8_prev(s, at);
    uint32_t left, right;

    (void)utf8_decode(s + before, at - before, &left);
    (void)utf8_decode(s + at, len - at, &right);
    if (has_before(s, at, "关于") ||
        (at >= HAN && holds(prepositions, s + at - HAN, HAN)) ||
        (len - at >= HAN && holds(clitics, s + at, HAN)))
        return cost + COST_PARTICLE;
    if (is_numeral_before(s, at) && is_counter(s, len, at))
        return cost + COST_WORD;
    if (at >= HAN && len - at >= HAN && holds(words, s + at - HAN, 2 * HAN))
        return cost + COST_WORD;
    if ((mark_of(left) & (MARK_NO_START | MARK_BLANK)) != 0 ||
        right == 0x300A || memcmp(s + at, "关于", len - at < 6 ? 0 : 6) == 0)
        return cost + COST_NATURAL;
    /* A note in brackets belongs to what it explains. */
    if ((mark_of(right) & MARK_NO_END) != 0)
        return cost + COST_WORD;
    return cost + COST_PLAIN;
}

static bool is_one_cluster(int columns)
{
    return columns <= 2;
}

/* What a line from place `i` to place `j` costs without its start; LONG_MAX
 * where it does not fit. */
static long line_cost(const struct balance_place *places, size_t i, size_t j,
                      int room, int mean)
{
    int columns = places[j].before - places[i].after;
    long off = (long)columns - mean;

    if (columns > room)
        return LONG_MAX;
    return off * off + (is_one_cluster(columns) ? COST_LONE : 0);
}

/* What the best ways to each place cost, by the number of lines. */
struct table {
    size_t count;
    long *best;   /* [lines * count + place]; LONG_MAX: there is no way */
    size_t *from; /* the place where the last line of that way begins */
};

static void extend(struct table *t, size_t lines, size_t i, size_t j, long cost)
{
    for (size_t k = 0; k < lines; k++) {
        long old = t->best[k * t->count + i];
        size_t slot = (k + 1) * t->count + j;

        if (old != LONG_MAX && old + cost < t->best[slot]) {
            t->best[slot] = old + cost;
            t->from[slot] = i;
        }
    }
}

/* Whether there is a way; its line starts to `chosen`. */
static bool trace(const struct table *t, size_t lines, size_t *chosen)
{
    size_t at = t->count - 1;

    if (t->best[lines * t->count + at] == LONG_MAX)
        return false;
    for (size_t k = lines; k > 1; k--) {
        at = t->from[k * t->count + at];
        chosen[k - 2] = at;
    }
    return true;
}

bool balance_lines(const struct balance_text *text, size_t lines, int room,
                   size_t *chosen)
{
    const struct balance_place *places = text->places;
    size_t slots = (lines + 1) * text->count;
    struct table t = {.count = text->count,
                      .best = xcalloc(slots, sizeof(*t.best)),
                      .from = xcalloc(slots, sizeof(*t.from))};
    int mean = places[t.count - 1].before / (int)lines;
    bool is_found;

    for (size_t i = 1; i < slots; i++)
        t.best[i] = LONG_MAX;
    for (size_t i = 0; i < t.count - 1; i++) {
        long start = i == 0 ? 0 : place_cost(text->s, text->len, places[i].at);

        for (size_t j = i + 1; j < t.count; j++) {
            long line = line_cost(places, i, j, room, mean);

            if (line == LONG_MAX)
                break;
            extend(&t, lines, i, j, start + line);
        }
    }
    is_found = trace(&t, lines, chosen);
    free(t.best);
    free(t.from);
    return is_found;
}
