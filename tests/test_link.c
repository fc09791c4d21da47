/* test_link.c - what a reader can follow: where it begins and ends. */
#include "tests/test.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "text/link.h"

/* All links of a text as "[kind:text:number]" after each other. */
static char *links_of(const char *text)
{
    static const char kinds[] = "UMACNR";
    size_t len = strlen(text);
    struct str out = {0};
    struct link_span span;

    for (size_t at = 0; link_find(text, len, at, &span);) {
        assert_true(span.start >= at);
        assert_true(span.len > 0 && span.start + span.len <= len);
        str_addc(&out, '[');
        str_addc(&out, kinds[span.kind]);
        str_addc(&out, ' ');
        str_append(&out, text + span.start, span.len);
        if (span.kind == LINK_ANNEX)
            str_addf(&out, " =%d", span.number);
        else
            assert_int_equal(span.number, 0);
        str_addc(&out, ']');
        at = span.start + span.len;
    }
    return str_take(&out);
}

static void links_end_where_the_sentence_goes_on(void **state)
{
    /* clang-format off */
    static const struct {
        const char *text;
        const char *links;
    } cases[] = {
        { "", "" },
        { "没有链接。", "" },
        /* URLs */
        { "网址：http://www.moe.gov.cn/s78/A07/A07_sjhj/202010/t20201016_495041.html",
          "[U http://www.moe.gov.cn/s78/A07/A07_sjhj/202010/t20201016_495041.html]" },
        { "通过网络（网址：<http://jth.chinazy.org>）报送", "[U http://jth.chinazy.org]" },
        { "见http://a.cn/b，再见https://c.cn。", "[U http://a.cn/b][U https://c.cn]" },
        { "见HTTP://A.CN/B；", "[U HTTP://A.CN/B]" },
        { "(see http://a.cn/b_(c)), then", "[U http://a.cn/b_(c)]" },
        { "http://a.cn/?q=1&r=2#top.", "[U http://a.cn/?q=1&r=2#top]" },
        { "（http://a.cn）(http://b.cn])", "[U http://a.cn][U http://b.cn]" },
        { "http://a.cn...", "[U http://a.cn]" },
        { "http://a.cn:8080/", "[U http://a.cn:8080/]" },
        { "http://[::1]/x", "[U http://[::1]/x]" },
        { "http://u@h.cn/", "[U http://u@h.cn/]" },
        { "http://中文.cn", "" },
        { "http://", "" },
        { "http://.", "" },
        { "xhttp://a.cn", "" },
        { "ftp://a.cn", "" },
        /* mail */
        { "邮箱：jth@chinazy.org", "[M jth@chinazy.org]" },
        { "邮箱jth@chinazy.org。电话", "[M jth@chinazy.org]" },
        { "<a.b+c@d-e.edu.cn>, f@g.h", "[M a.b+c@d-e.edu.cn][M f@g.h]" },
        { "mailto:jth@chinazy.org.", "[M jth@chinazy.org]" },
        { "a@b", "" },
        { "@b.cn", "" },
        { "a@.cn", "" },
        { "a..@b.cn", "" },
        { "a@b..cn", "" },
        /* annexes */
        { "（名单见附件1）", "[A 附件1 =1]" },
        { "推荐书（附件2）、推荐名单汇总表（附件 3）等",
          "[A 附件2 =2][A 附件 3 =3]" },
        { "附件：", "[A 附件 =0]" },
        { "附件　１２", "[A 附件　１２ =12]" },
        { "附件一、附件十", "[A 附件一 =1][A 附件十 =10]" },
        { "附件二和附件三", "[A 附件二 =2][A 附件三 =3]" },
        { "附件一览表", "[A 附件 =0]" },
        { "附件2020年", "[A 附件 =0]" },
        { "附件0", "[A 附件 =0]" },
        { "附件99999999999999999999", "[A 附件 =0]" },
        { "附件", "[A 附件 =0]" },
        { "附件1 http://a.cn", "[A 附件1 =1][U http://a.cn]" },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        char *links = links_of(cases[i].text);

        if (strcmp(links, cases[i].links) != 0)
            fail_msg("\"%s\": %s", cases[i].text, links);
        free(links);
    }
}

static void a_word_that_was_begun_before_is_no_link(void **state)
{
    static const char text[] = "a.b@c.cn 附件1";
    struct link_span span;

    (void)state;
    assert_true(link_find(text, sizeof(text) - 1, 2, &span));
    assert_int_equal(span.kind, LINK_ANNEX);
    assert_false(link_find(text, sizeof(text) - 1, sizeof(text) - 1, &span));
}

/* A text without an end to its words must not cost the square of its length;
 * where it does, this test takes minutes. */
static void a_long_word_is_read_once(void **state)
{
    size_t len = 4000000;
    char *text = xmalloc(len);
    struct link_span span;

    (void)state;
    memset(text, 'a', len);
    assert_false(link_find(text, len, 0, &span));
    memset(text, '@', len);
    assert_false(link_find(text, len, 0, &span));
    for (size_t i = 0; i < len; i++)
        text[i] = "a."[i % 2];
    assert_false(link_find(text, len, 0, &span));
    for (size_t i = 0; i < len; i++)
        text[i] = "a@"[i % 2];
    assert_false(link_find(text, len, 0, &span));
    memset(text, ')', len);
    memcpy(text, "http://a", 8);
    assert_true(link_find(text, len, 0, &span));
    assert_int_equal(span.len, 8);
    free(text);
}

static void an_address_that_leaves_the_program_is_plain_ascii(void **state)
{
    /* clang-format off */
    static const struct {
        enum link_kind kind;
        const char *text;
        const char *address; /* NULL: none */
    } cases[] = {
        { LINK_URL, "http://a.cn/b?c=d&e=(f)#g", "http://a.cn/b?c=d&e=(f)#g" },
        { LINK_URL, "HTTPS://a.cn/;x,y", "HTTPS://a.cn/;x,y" },
        { LINK_URL, "http://a.cn/%41%e4", "http://a.cn/%41%e4" },
        { LINK_URL, "http://a.cn/100%", "http://a.cn/100%25" },
        { LINK_URL, "http://a.cn/%zz%4", "http://a.cn/%25zz%254" },
        { LINK_URL, "http://a.cn/中", "http://a.cn/%E4%B8%AD" },
        { LINK_URL, "http://a.cn/\x1b]8;;\x07\x9c\xc2\x9b",
                    "http://a.cn/%1B]8;;%07%9C%C2%9B" },
        { LINK_URL, "http://a.cn/ \"<>\\^`{|}\x7f",
                    "http://a.cn/%20%22%3C%3E%5C%5E%60%7B%7C%7D%7F" },
        { LINK_URL, "javascript:alert(1)", NULL },
        { LINK_URL, "file:///etc/passwd", NULL },
        { LINK_URL, "xhttp://a.cn", NULL },
        { LINK_URL, "", NULL },
        { LINK_MAIL, "a.b+c_d-e@f.cn", "mailto:a.b+c_d-e@f.cn" },
        { LINK_MAIL, "a%b@c.cn", "mailto:a%25b@c.cn" },
        { LINK_MAIL, "a@b.cn?bcc=c@d.cn", "mailto:a@b.cn%3Fbcc%3Dc@d.cn" },
        { LINK_MAIL, "a@b.cn\n\x1b", "mailto:a@b.cn%0A%1B" },
        { LINK_ANNEX, "http://a.cn/", NULL },
        { LINK_CITATION, "http://a.cn/", NULL },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct str out = {0};
        bool is_one = link_address(cases[i].kind, cases[i].text,
                                   strlen(cases[i].text), &out);
        const char *wanted = cases[i].address ? cases[i].address : "";

        if (is_one != (cases[i].address != NULL) ||
            strcmp(str_text(&out), wanted) != 0)
            fail_msg("\"%s\": \"%s\"", cases[i].text, str_text(&out));
        str_clear(&out);
    }
}

static void a_long_address_is_none(void **state)
{
    char text[LINK_ADDRESS_MAX + 1];
    struct str out = {0};

    (void)state;
    str_add(&out, "before");
    memset(text, 'a', sizeof(text));
    memcpy(text, "http://", 7);
    assert_false(link_address(LINK_URL, text, sizeof(text), &out));
    assert_string_equal(str_text(&out), "before");
    assert_true(link_address(LINK_URL, text, LINK_ADDRESS_MAX, &out));
    assert_int_equal(out.len, strlen("before") + LINK_ADDRESS_MAX);
    str_clear(&out);
    memset(text + 7, ' ', sizeof(text) - 7); /* each becomes three bytes */
    assert_false(link_address(LINK_URL, text, sizeof(text) - 1, &out));
    str_clear(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(links_end_where_the_sentence_goes_on),
        cmocka_unit_test(a_word_that_was_begun_before_is_no_link),
        cmocka_unit_test(a_long_word_is_read_once),
        cmocka_unit_test(an_address_that_leaves_the_program_is_plain_ascii),
        cmocka_unit_test(a_long_address_is_none),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
