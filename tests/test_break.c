#include "tests/test.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "text/break.h"

/* The sign of a kind in the tables below, 0 for none. */
static char sign_of(unsigned char kind)
{
    switch ((enum break_kind)kind) {
    case BREAK_ALLOWED:
        return '|';
    case BREAK_EMERGENCY:
        return '!';
    case BREAK_JOINT:
        return '^';
    case BREAK_WORD:
        return '`';
    case BREAK_NUMBER:
        return '#';
    case BREAK_NEVER:
    case BREAK_INSIDE:
        break;
    }
    return '\0';
}

static char *without(const char *marked, const char *signs)
{
    struct str out = {0};

    for (; *marked != '\0'; marked++) {
        if (!strchr(signs, *marked))
            str_addc(&out, *marked);
    }
    return str_take(&out);
}

/* The text with the signs of its kinds, of those that are asked for. */
static char *with_signs(const char *text, const char *signs)
{
    size_t len = strlen(text);
    unsigned char *kinds = xcalloc(len + 1, 1);
    struct str out = {0};

    break_find(text, len, kinds);
    for (size_t i = 0; i < len; i++) {
        char sign = sign_of(kinds[i]);

        if (sign != '\0' && strchr(signs, sign))
            str_addc(&out, sign);
        str_addc(&out, text[i]);
    }
    free(kinds);
    return str_take(&out);
}

static void check(const char *expected, const char *signs)
{
    char *text = without(expected, signs);
    char *found = with_signs(text, signs);

    if (strcmp(found, expected) != 0)
        fail_msg("\n  found    %s\n  expected %s", found, expected);
    free(found);
    free(text);
}

static void check_all(const char *const *cases, size_t n, const char *signs)
{
    for (size_t i = 0; i < n; i++)
        check(cases[i], signs);
}

static void marks_begin_no_line_and_end_none(void **state)
{
    static const char *const cases[] = {
        "甲，|乙。|丙、|丁；|戊：|己？|庚！|辛",
        "甲|（乙）|丙|《丁》|戊|「己」|庚|『辛』|壬|【癸】|子|〔丑〕|寅",
        "甲|〈乙〉|丙|〖丁〗|戊|［己］|庚|｛辛｝|壬",
        "买|买|提·|阿|卜|杜|拉•|江‧|山・|河",
        "五～|六－|七–|八〜|九",
        "百|分|之％|一%|二‰|三",
        "甲／乙/丙",
        "人|人々|都",
        "（（甲））",
        "甲：|（乙），|丙",
    };

    (void)state;
    check_all(cases, ARRAY_LEN(cases), "|");
}

static void marks_keep_their_place_over_blanks(void **state)
{
    static const char *const cases[] = {
        "甲 ，|乙", "（ 甲 ）|乙", "甲 · |乙",  "甲 %|乙",
        "甲 / |乙", "甲 ～|乙",    "“ 甲 ”|乙", "甲　、|乙",
    };

    (void)state;
    check_all(cases, ARRAY_LEN(cases), "|");
}

static void titles_in_a_row_can_be_parted(void **state)
{
    static const char *const cases[] = {
        "《甲》|《乙》|《丙》|等",
        "“甲”|“乙”|“丙”|等",
        "（甲）|（乙）",
    };

    (void)state;
    check_all(cases, ARRAY_LEN(cases), "|");
}

static void quotes_belong_to_what_they_quote(void **state)
{
    static const char
        *const cases[] =
            {
                "甲|“乙”|丙",      "甲|‘乙’|丙",
                "甲，|“乙。”|丙",  "（“甲”）",
                "“‘甲’|乙”",       "甲|“乙”，|丙",
                "他|说：|“好”",    "《“甲”|乙》",
                "甲|“ABC”|乙",     "甲|“500”|乙",
                "甲|“乙”500|个", /* the neighbour outside is not wide */
                "the |“word” |is", "don’t",
                "甲……|“乙”……|丙", /* the dots are Chinese punctuation */
            };

    (void)state;
    check_all(cases, ARRAY_LEN(cases), "|");
}

static void dashes_and_dots_stay_whole(void **state)
{
    static const char *const cases[] = {
        "甲!——|乙", "甲!……|乙",       "甲。!——|乙!——|丙", "“甲!……”",
        "甲!—|乙",  "2020!—!2023|年", "甲 !——|乙",        "（——|甲",
        "甲!⋯⋯|乙", "甲!……!——|乙",    "甲!──|乙",
    };

    (void)state;
    check_all(cases, ARRAY_LEN(cases), "|!");
}

static void numbers_are_not_split(void **state)
{
    static const char *const cases[] = {
        "约|1,#2#3#4.#5#6|万|元",
        "电|话|0#1#0#-#6#6#0#9#7#7#4#1|谢",
        "电|话|（0#1#0）#6#6#0#9#7#7#4#1|谢",
        "有|１#２#３|所",
        "约|１，#２#３#４．#５#６|万",
        "第|１，|２，|３|条",
        "时|间|8：#3#0|前",
        "附|件|1：|2#0#2#0|年",
        "共|5#0%|左|右",
        "在|2#0#2#0/#1#0/#1#5|前",
    };

    (void)state;
    check_all(cases, ARRAY_LEN(cases), "|#");
}

static void a_sign_goes_with_its_number(void **state)
{
    static const char *const cases[] = {
        "甲、|￥1,000|元，|$500|元，|±5|度，|-5℃",
        "（￥5）|￥5|和|№5，|№6",
        "2020|年-2023|年，|3-5|人",
        "面|积|100㎡、|50㎡",
        "使|用|C++、|C#|等",
    };

    (void)state;
    check_all(cases, ARRAY_LEN(cases), "|");
}

static void straight_quotes_belong_to_their_word(void **state)
{
    static const char *const cases[] = {
        "甲|\"ABC\"|乙|'5'|丙",
        "甲，|\"乙。\"丙",
        "甲\"乙\"丙", /* nobody can tell */
        "the |\"word\" |is",
    };

    (void)state;
    check_all(cases, ARRAY_LEN(cases), "|");
}

static void the_number_of_a_document_stays_whole(void **state)
{
    static const char *const cases[] = {
        "教|职|成|司|函|〔2020〕33号|文", "国|发|[2019]4号|文",
        "国|发|（２０１９）第４号|文",    "国|发|〔2020〕 33 号|文",
        "国|发|﹝2013﹞33号|文",          "国|发|【2013】3号|文",
        "教|育|部|（2020）|文",           "（2020|年）",
    };

    (void)state;
    check_all(cases, ARRAY_LEN(cases), "|");
}

static void addresses_are_broken_where_a_reader_expects_it(void **state)
{
    static const char *const cases[] = {
        "网|址：|http://|www.moe.gov.cn/|s78/|A07/|201-2/|t2020_4.html。|见",
        "见|www.moe-x.gov.cn/|a-b?c=d&e=f/|g|处",
        "邮|箱：|jth-a@china-zy.org，|请",
        "主|机|jth.china-zy.org:8080|上",
        "网|址：|<http://|jth.chinazy.org>",
        "见|（http://|a.cn/）|处",
        "邮|箱:|jth@chinazy.org;|网|址:|http://|a.cn",
        "well-|known |and/or",
    };

    (void)state;
    check_all(cases, ARRAY_LEN(cases), "|");
}

static void words_come_apart_before_numbers_and_hosts_do(void **state)
{
    static const char *const cases[] = {
        "a`b`c`1#2#3", "a!@!b`b.^c`n", "h`t`t`p://|a`b.^c`c/|d`4#5",
        "a`b，|c",     "好`\u00a0`人",
    };

    (void)state;
    check_all(cases, ARRAY_LEN(cases), "|!^`#");
}

static void a_solidus_joins_what_is_said_together(void **state)
{
    static const char *const cases[] = {
        "按|GB/!T |9704|执|行",
        "浓|度|35μg/!m³，|高",
        "共|3|万|元/!年|给",
        "各|局／!委|要",
        "A/!B/!C|和|甲／!乙／!丙",
        "在|2031/10/15|前",
        "教|师/!学|生",
        "甲 / |乙",
        "每|m²/!d|一|次",
    };

    (void)state;
    check_all(cases, ARRAY_LEN(cases), "|!");
}

static void a_url_is_broken_between_its_characters(void **state)
{
    static const char *const cases[] = {
        "见|http://|a.example/|%E5%9B%BD|%E5%8A%A1|%20x|%2Fb/|c。|等",
        /* No UTF-8: each byte for itself. */
        "见|http://|a.example/|%B9|%FA|%CE|%F1|等",
        /* A % that begins no triplet, and one outside of a URL. */
        "见|http://|a.example/|50%zz|等",
        "占|50%E5|等",
    };

    (void)state;
    check_all(cases, ARRAY_LEN(cases), "|");
    check("h`t`t`p://|a/|%E5%9B|%41", "|`#");
}

static void a_range_is_one_thing(void **state)
{
    static const char *const cases[] = {
        "自|1997|年|4|月!―!1998|年|3|月",
        "周|一~!周|五|开|放",
        "星|期|一!至!星|期|五",
        "3|月|1|日!至!5|日",
        "第|3|条!至!第|5|条",
        "在|2020～!2023|年",
        "约|3%～!5%",
        "甲|至|乙",
        "截|至|5|月",
        "甲!——|2023|年",
        "甲～|乙",
    };

    (void)state;
    check_all(cases, ARRAY_LEN(cases), "|!");
}

static void a_hyphen_parts_words_but_not_letters_from_words(void **state)
{
    static const char *const cases[] = {
        "E-mail|和|Wi-Fi、|X-ray",
        "well-|known",
        "COVID-19",
        "甲-|乙",
    };

    (void)state;
    check_all(cases, ARRAY_LEN(cases), "|");
}

static void a_mark_may_open_behind_a_unit(void **state)
{
    static const char *const cases[] = {
        "占|50%|《甲》|和|50％|（乙）",
        "占|50%|“丙”",
        "50%(a)",
    };

    (void)state;
    check_all(cases, ARRAY_LEN(cases), "|");
}

static void blanks_stay_on_the_line_they_end(void **state)
{
    static const char *const cases[] = {
        "aa  |bb", "张　　|三", "a 　|b", "　　现|将", "  a |b", "张　|三 ",
    };

    (void)state;
    check_all(cases, ARRAY_LEN(cases), "|");
}

static void nothing_inside_a_cluster(void **state)
{
    static const char text[] = "一\u9fa5\U000e0100e\u0301二";
    unsigned char kinds[sizeof(text) - 1];
    static const size_t starts[] = {0, 3, 10, 13};
    size_t next = 0;

    (void)state;
    break_find(text, sizeof(text) - 1, kinds);
    for (size_t i = 0; i < sizeof(kinds); i++) {
        if (next < ARRAY_LEN(starts) && i == starts[next] &&
            kinds[i] != BREAK_INSIDE)
            next++;
        else
            assert_int_equal(kinds[i], BREAK_INSIDE);
    }
    assert_int_equal(next, ARRAY_LEN(starts));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_begin_no_line_and_end_none),
        cmocka_unit_test(marks_keep_their_place_over_blanks),
        cmocka_unit_test(titles_in_a_row_can_be_parted),
        cmocka_unit_test(quotes_belong_to_what_they_quote),
        cmocka_unit_test(dashes_and_dots_stay_whole),
        cmocka_unit_test(numbers_are_not_split),
        cmocka_unit_test(a_sign_goes_with_its_number),
        cmocka_unit_test(straight_quotes_belong_to_their_word),
        cmocka_unit_test(the_number_of_a_document_stays_whole),
        cmocka_unit_test(addresses_are_broken_where_a_reader_expects_it),
        cmocka_unit_test(words_come_apart_before_numbers_and_hosts_do),
        cmocka_unit_test(a_solidus_joins_what_is_said_together),
        cmocka_unit_test(a_url_is_broken_between_its_characters),
        cmocka_unit_test(a_range_is_one_thing),
        cmocka_unit_test(a_hyphen_parts_words_but_not_letters_from_words),
        cmocka_unit_test(a_mark_may_open_behind_a_unit),
        cmocka_unit_test(blanks_stay_on_the_line_they_end),
        cmocka_unit_test(nothing_inside_a_cluster),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
