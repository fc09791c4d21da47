/* test_query.c - the query language, case by case. */
#include "tests/test.h"

#include <stdbool.h>
#include <string.h>
#include <time.h>

#include "base/err.h"
#include "base/mem.h"
#include "base/str.h"
#include "search/query.h"

static const char *const headings[] = {"序号", "集团名称", "地区", "Web: URL"};
static const struct query_columns list = {.names = headings,
                                          .count = ARRAY_LEN(headings)};

#define MAX_CELLS 4

/* The row with its ranges in <>, or "-" where it does not match. */
static void show(struct str *out, struct query *q, const char *const *row)
{
    struct query_cell cells[MAX_CELLS] = {{0}};
    struct query_ranges ranges = {0};
    size_t n = 0, r = 0;

    for (; n < MAX_CELLS && row[n]; n++)
        cells[n] = (struct query_cell){row[n], strlen(row[n])};
    if (!query_match(q, cells, n, &ranges)) {
        assert_int_equal(ranges.len, 0);
        str_add(out, "-");
    } else {
        for (size_t c = 0; c < n; c++) {
            size_t at = 0;

            str_add(out, c ? "|" : "");
            for (; r < ranges.len && ranges.items[r].cell == c; r++) {
                const struct query_range *range = &ranges.items[r];

                assert_true(range->start >= at && range->len > 0);
                str_append(out, row[c] + at, range->start - at);
                str_add(out, "<");
                str_append(out, row[c] + range->start, range->len);
                str_add(out, ">");
                at = range->start + range->len;
            }
            str_add(out, row[c] + at);
        }
        assert_int_equal(r, ranges.len);
    }
    query_ranges_clear(&ranges);
}

struct query_case {
    const char *query;
    const char *row[MAX_CELLS];
    const char *shown;
};

static void check(const struct query_case *cases, size_t n,
                  const struct query_columns *columns)
{
    for (size_t i = 0; i < n; i++) {
        struct err e = {0};
        struct str shown = {0};
        struct query *q =
            query_new(cases[i].query, strlen(cases[i].query), columns, &e);

        if (!q)
            fail_msg("case %zu, %s: %s", i, cases[i].query, e.msg);
        show(&shown, q, cases[i].row);
        if (strcmp(str_text(&shown), cases[i].shown) != 0)
            fail_msg("case %zu, %s: %s, not %s", i, cases[i].query,
                     str_text(&shown), cases[i].shown);
        str_clear(&shown);
        query_free(q);
    }
}

static void terms_are_found_as_they_are_written(void **state)
{
    /* clang-format off */
    static const struct query_case cases[] = {
        { "", {"湖南"}, "湖南" },
        { " \t　", {"湖南"}, "湖南" },
        { "湖南", {"在湖南，湖南"}, "在<湖南>，<湖南>" },
        { "湖北", {"湖南"}, "-" },
        { "abc", {"xABCａｂｃ"}, "x<ABC><ａｂｃ>" },
        { "ＡＢＣ", {"abc"}, "<abc>" },
        { "aa", {"aaaaa"}, "<aa><aa>a" },
        { "（联盟）", {"集团(联盟)"}, "集团<(联盟)>" },
        { "湖南 教育", {"湖南教育"}, "<湖南><教育>" },
        { "湖南　教育", {"教育", "湖南"}, "<教育>|<湖南>" },
        { "湖南 教育", {"湖南", "医院"}, "-" },
        { "湖南工 工艺", {"湖南工艺"}, "<湖南工艺>" },
        { "张三", {"张　三 "}, "<张　三> " },
        { "张三", {"张", "三"}, "-" },
        { "三", {"　三　"}, "　<三>　" },
        { "葛", {"葛\xF3\xA0\x84\x80城"}, "<葛>\xF3\xA0\x84\x80城" },
        { "葛城", {"葛\xF3\xA0\x84\x80城"}, "<葛\xF3\xA0\x84\x80城>" },
        { "𠮷", {"𠮷田"}, "<𠮷>田" },
        { "田", {"\xF0\xA0\xAE田"}, "\xF0\xA0\xAE<田>" },
    };
    /* clang-format on */

    (void)state;
    check(cases, ARRAY_LEN(cases), NULL);
}

static void signs_exclude_anchor_and_name_a_column(void **state)
{
    /* clang-format off */
    static const struct query_case cases[] = {
        { "!湖南", {"1", "湖北"}, "1|湖北" },
        { "!湖南", {"1", "湖南"}, "-" },
        { "湖 !南", {"1", "湖北"}, "1|<湖>北" },
        { "^湖", {"1", "湖北湖"}, "1|<湖>北湖" },
        { "^湖", {"1", "　湖北"}, "1|　<湖>北" },
        { "^北", {"1", "湖北"}, "-" },
        { "=^湖", {"1", "湖^湖"}, "1|湖<^湖>" },
        { "=!湖", {"1", "不！湖"}, "1|不<！湖>" },
        { "地区:湖", {"1", "湖", "湖南"}, "1|湖|<湖>南" },
        { "地区:湖", {"1", "湖", "河北"}, "-" },
        { "!地区:湖", {"1", "湖", "河北"}, "1|湖|河北" },
        { "!地区:^湖", {"1", "湖", "太湖"}, "1|湖|太湖" },
        { "地区:^湖", {"1", "湖", "太湖"}, "-" },
        { "=地区:湖", {"1", "地区：湖", ""}, "1|<地区：湖>|" },
        { "区:湖", {"1", "地区：湖", ""}, "1|地<区：湖>|" },
        { "web:url:a", {"", "", "", "cab"}, "|||c<a>b" },
        { "http://jth", {"<http://jth>"}, "<<http://jth>>" },
        { "地区:湖 地区:!", {"!", "!", "湖!"}, "!|!|<湖><!>" },
    };
    /* clang-format on */

    (void)state;
    check(cases, ARRAY_LEN(cases), &list);
}

static void characters_are_found_by_their_readings(void **state)
{
    /* clang-format off */
    static const struct query_case cases[] = {
        { "hn", {"湖南河南"}, "<湖南><河南>" },
        { "hunan", {"湖南河南"}, "<湖南>河南" },
        { "huna", {"湖南河南"}, "<湖南>河南" },
        { "hun", {"湖南河南"}, "<湖南>河南" },
        { "hu南", {"湖南河南"}, "<湖南>河南" },
        { "湖n", {"湖南湖北"}, "<湖南>湖北" },
        { "湖nan", {"湖南"}, "<湖南>" },
        { "hunan gongyi", {"湖南工艺美术"}, "<湖南><工艺>美术" },
        { "gongyi hunan", {"湖南工艺美术"}, "<湖南><工艺>美术" },
        { "nan", {"湖南"}, "湖<南>" },
        { "an", {"湖南"}, "-" },           /* not inside a syllable */
        { "hunn", {"湖南"}, "-" },         /* hun is none of 湖 */
        { "sh", {"深化上海"}, "<深>化<上>海" },
        { "zhgh", {"中国海"}, "<中国海>" },
        { "zgh", {"中国海"}, "<中国海>" },
        { "zhongg", {"中国"}, "<中国>" },
        { "zhogg", {"中国"}, "-" },
        { "zho", {"中国"}, "<中>国" },
        { "xian", {"西安先西"}, "<西安><先>西" },
        { "xi'an", {"西安先西"}, "<西安>先西" },
        { "xi’an", {"西安先西"}, "<西安>先西" },
        { "x'a", {"西安"}, "<西安>" },
        { "xi'", {"先西"}, "先<西>" },     /* not half of 先 */
        { "xi'an", {"Xi'an Xian"}, "<Xi'an> <Xian>" },
        { "a’b’", {"a’b’"}, "<a’b’>" },
        { "lvse", {"绿色"}, "<绿色>" },
        { "lüse", {"绿色"}, "<绿色>" },
        { "lu\xCC\x88se", {"绿色"}, "<绿色>" },
        { "luse", {"绿色"}, "<绿色>" },
        { "nue", {"虐"}, "<虐>" },
        { "nve", {"虐"}, "<虐>" },
        { "nü", {"女虐"}, "<女><虐>" },
        { "jv jü", {"居"}, "<居>" },
        { "xvan yvan", {"宣院"}, "<宣><院>" },
        { "lv", {"路"}, "-" },
        { "hua'r", {"花儿"}, "<花儿>" },
        { "HN", {"湖南hn"}, "<湖南><hn>" },
        { "=HN", {"湖南hn"}, "湖南<hn>" },
        { "Hunan", {"湖南hn"}, "<湖南>hn" },
        { "ＨＮ", {"湖南ＨＮ"}, "<湖南><ＨＮ>" },
        { "NÜ", {"女"}, "<女>" },
        { "ｈｎ", {"湖南"}, "<湖南>" },
        { "Hn", {"湖南"}, "<湖南>" },
        { "AI", {"爱ＡＩ"}, "<爱><ＡＩ>" },
        { "ai", {"爱AI"}, "<爱><AI>" },
        { "ai应用", {"AI应用爱应用"}, "<AI应用><爱应用>" },
        { "=hn", {"湖南hn"}, "湖南<hn>" },
        { "=HN", {"湖南hn"}, "湖南<hn>" },
        { "!hn", {"湖南"}, "-" },
        { "!hn", {"湖北"}, "湖北" },
        { "^n", {"湖南"}, "-" },
        { "^h", {"湖海"}, "<湖>海" },
        { "^=h", {"湖"}, "-" },
        { "湖男", {"湖南"}, "-" },         /* no homophone */
        { "工藝", {"工艺"}, "<工艺>" },
        { "工艺", {"工藝"}, "<工藝>" },
        { "zsan", {"张　三"}, "<张　三>" },
        { "an", {"广东"}, "<广>东" },      /* rare, but whole */
        { "ad", {"广东"}, "-" },
        { "andong", {"广东"}, "<广东>" },
        { "(2020)", {"教职成司函〔2020〕33号"}, "教职成司函<〔2020〕>33号" },
        { "[2020", {"函〔2020〕"}, "函<〔2020>〕" },
        { "<zyjy>", {"《职业教育》"}, "<《职业教育》>" },
        { "\"shisiwu\"", {"“十四五”规划"}, "<“十四五”>规划" },
        { "2020-2023", {"（2020—2023年）"}, "（<2020—2023>年）" },
        { "a.b", {"A·B"}, "<A·B>" },
        { "２０", {"2０"}, "<2０>" },
        { "𠮷", {"𠮷"}, "<𠮷>" },
        { "biang", {"𰻞"}, "<𰻞>" },        /* beyond the BMP */
    };
    /* clang-format on */

    (void)state;
    check(cases, ARRAY_LEN(cases), NULL);
}

static void a_column_may_be_named_as_it_is_read(void **state)
{
    /* clang-format off */
    static const struct query_case cases[] = {
        { "diqu:hn", {"1", "湖南", "湖南"}, "1|湖南|<湖南>" },
        { "dq:hn", {"1", "湖南", "湖北"}, "-" },
        { "!dq：hn", {"1", "湖南", "湖北"}, "1|湖南|湖北" },
        { "di:hn", {"di:hn", "", "湖南"}, "di:hn||<湖南>" },
        { "地區：hn", {"", "", "湖南"}, "||<湖南>" },
        { "DQ:a", {"dq:a", "", "a"}, "dq:a||<a>" },
        { "=DQ:a", {"dq:a", "", "a"}, "<dq:a>||a" },
    };
    /* clang-format on */

    (void)state;
    check(cases, ARRAY_LEN(cases), &list);
}

static void a_heading_may_be_as_shown_or_cut_short(void **state)
{
    static const char *const names[] = {"集团名称", "集团地址", "地区"};
    static const char *const shown[] = {"集团名称", "集团地址", "地区（推断）"};
    static const struct query_columns derived = {names, shown, 3};
    /* clang-format off */
    static const struct query_case cases[] = {
        { "地区（推断）:hn", {"湖南", "湖南", "湖南"}, "湖南|湖南|<湖南>" },
        { "地区(推断):hn", {"湖南", "湖南", "湖南"}, "湖南|湖南|<湖南>" },
        { "地:hn", {"湖南", "湖南", "湖南"}, "湖南|湖南|<湖南>" },
        { "集团名:hn", {"湖南", "湖南", "湖南"}, "<湖南>|湖南|湖南" },
        { "jtd:hn", {"湖南", "湖南", "湖南"}, "湖南|<湖南>|湖南" },
        /* Two columns begin so: text. */
        { "集团:hn", {"集团：湖南", "", ""}, "<集团：湖南>||" },
        { "名称:hn", {"名称：湖南", "", ""}, "<名称：湖南>||" },
    };
    static const struct { const char *query, *unknown; } asked[] = {
        { "省份:hunan", "省份" }, { "省份：hunan", "省份" },
        { "hn !省份:x", "省份" }, { "集团:hn", "集团" },
        { "地区:hn", NULL }, { "=省份:x", NULL }, { "10:30", NULL },
        { "http://a.example", NULL }, { "hunan", NULL }, { "省份:", NULL },
    };
    /* clang-format on */

    (void)state;
    check(cases, ARRAY_LEN(cases), &derived);
    for (size_t i = 0; i < ARRAY_LEN(asked); i++) {
        const char *text = asked[i].query, *unknown;
        struct query *q = query_new(text, strlen(text), &derived, NULL);

        assert_non_null(q);
        unknown = query_unknown_heading(q, 0);
        if (!unknown != !asked[i].unknown ||
            (unknown && strcmp(unknown, asked[i].unknown) != 0))
            fail_msg("%s: %s", text, unknown ? unknown : "none");
        query_free(q);
    }
}

static void in_a_notice_the_colon_is_text(void **state)
{
    static const struct query_case cases[] = {
        {"地区:湖", {"地区：湖"}, "<地区：湖>"},
        {"联系人：教育部", {"联系人:教育部"}, "<联系人:教育部>"},
    };

    (void)state;
    check(cases, ARRAY_LEN(cases), NULL);
}

static void what_cannot_be_understood_is_an_error(void **state)
{
    static const char *const queries[] = {
        "!",     "^",       "=",   "湖南 !", "!^",
        "地区:", "!地区：", "'an", "xi''an", "湖'",
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(queries); i++) {
        struct err e = {0};

        if (query_new(queries[i], strlen(queries[i]), &list, &e))
            fail_msg("%s was understood", queries[i]);
        assert_int_equal(e.code, ERR_QUERY);
        assert_true(strlen(e.msg) > 0);
    }
}

static void the_limits_are_64_terms_and_4096_bytes(void **state)
{
    struct str s = {0};
    struct query *q;

    (void)state;
    for (int i = 0; i < 64; i++)
        str_add(&s, "a ");
    q = query_new(s.text, s.len, NULL, NULL);
    assert_non_null(q);
    query_free(q);
    str_add(&s, "a");
    assert_null(query_new(s.text, s.len, NULL, NULL));
    str_clear(&s);
    while (s.len < 4096)
        str_add(&s, "a");
    q = query_new(s.text, s.len, NULL, NULL);
    assert_non_null(q);
    query_free(q);
    str_add(&s, "a");
    assert_null(query_new(s.text, s.len, NULL, NULL));
    str_clear(&s);
}

static double seconds(void)
{
    struct timespec t;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Trying one character after the other would take minutes here. */
static void what_is_alike_takes_no_longer(void **state)
{
    struct str text = {0}, query = {0};
    struct query_cell cell;
    struct query_ranges ranges = {0};
    struct query *q;
    double start = seconds();

    (void)state;
    while (query.len < 4095)
        str_addc(&query, 'a');
    while (text.len < 100000)
        str_add(&text, "啊");
    cell = (struct query_cell){text.text, text.len};
    q = query_new(query.text, query.len, NULL, NULL);
    assert_true(query_match(q, &cell, 1, &ranges));
    assert_int_equal(ranges.len, text.len / 3 / 4095);
    query_free(q);
    str_addc(&query, 'b');
    q = query_new(query.text, query.len, NULL, NULL);
    assert_false(query_match(q, &cell, 1, &ranges));
    query_free(q);
    assert_true(seconds() - start < 20);
    query_ranges_clear(&ranges);
    str_clear(&text);
    str_clear(&query);
}

static void a_query_knows_whether_it_lights_anything(void **state)
{
    static const struct {
        const char *query;
        bool is_empty, has_ranges;
    } cases[] = {
        {"", true, false},
        {"　", true, false},
        {"!a", false, false},
        {"!a b", false, true},
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        const char *text = cases[i].query;
        struct query *q = query_new(text, strlen(text), NULL, NULL);

        assert_non_null(q);
        assert_int_equal(query_is_empty(q), cases[i].is_empty);
        assert_int_equal(query_has_ranges(q), cases[i].has_ranges);
        query_free(q);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(terms_are_found_as_they_are_written),
        cmocka_unit_test(signs_exclude_anchor_and_name_a_column),
        cmocka_unit_test(characters_are_found_by_their_readings),
        cmocka_unit_test(a_column_may_be_named_as_it_is_read),
        cmocka_unit_test(a_heading_may_be_as_shown_or_cut_short),
        cmocka_unit_test(in_a_notice_the_colon_is_text),
        cmocka_unit_test(what_cannot_be_understood_is_an_error),
        cmocka_unit_test(the_limits_are_64_terms_and_4096_bytes),
        cmocka_unit_test(what_is_alike_takes_no_longer),
        cmocka_unit_test(a_query_knows_whether_it_lights_anything),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
