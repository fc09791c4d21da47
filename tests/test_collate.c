/* test_collate.c - texts stand as Chinese readers look them up. */
#include "tests/test.h"

#include <string.h>

#include "base/mem.h"
#include "search/collate.h"

static int compare(const struct collation *c, const char *a, const char *b)
{
    struct str x = {0}, y = {0};
    int order;

    collation_key(c, &x, a, strlen(a));
    collation_key(c, &y, b, strlen(b));
    assert_int_equal(strlen(str_text(&x)), x.len);
    order = strcmp(str_text(&x), str_text(&y));
    str_clear(&x);
    str_clear(&y);
    return order;
}

static void each_stands_before_the_next(void **state)
{
    static const char *const texts[] = {
        "",         "（一）", "1",
        "10",       "2",      "abc",
        "ABD",      "zz",     "安徽",
        "安徽省",   "北京",   "长沙",
        "重庆",     "重慶市", "福建",
        "广东",     "湖北",   "湖南工业",
        "湖南工艺", "江苏",   "六安",
        "上海",     "四川",   "厦门",
        "校长",     "浙江",   "浙江\xF0\xA0\xAE\xB7",
        "重点",
    };
    struct collation *c = collation_new();

    (void)state;
    for (size_t i = 1; i < ARRAY_LEN(texts); i++)
        if (compare(c, texts[i - 1], texts[i]) >= 0)
            fail_msg("%s is not before %s", texts[i - 1], texts[i]);
    collation_free(c);
}

static void what_is_alike_has_one_place(void **state)
{
    static const char *const pairs[][2] = {
        {"ABC", "abc"}, {"１２", "12"},     {"职业教育", "職業教育"},
        {"（a", "(a"},  {"张三", "张　三"}, {"", "\xE2\x80\x8B"},
    };
    struct collation *c = collation_new();

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(pairs); i++)
        if (compare(c, pairs[i][0], pairs[i][1]) != 0)
            fail_msg("%s and %s differ", pairs[i][0], pairs[i][1]);
    collation_free(c);
}

static void bytes_that_are_no_text_have_a_place(void **state)
{
    struct collation *c = collation_new();

    (void)state;
    assert_true(compare(c, "\xff\xfe", "a") != 0);
    assert_true(compare(c, "\xEE\x80\x80", "\xEE\x80\x81") < 0);
    collation_free(c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_stands_before_the_next),
        cmocka_unit_test(what_is_alike_has_one_place),
        cmocka_unit_test(bytes_that_are_no_text_have_a_place),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
