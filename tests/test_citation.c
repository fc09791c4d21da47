/* test_citation.c - a notice cited as GB/T 9704 and GB/T 15834 have it. */
#include "tests/test.h"

#include <string.h>

#include "base/mem.h"
#include "ui/citation.h"

static void a_notice_is_cited_in_the_official_form(void **state)
{
    /* clang-format off */
    static const struct {
        char title[64], number[40], issuer[40], date[16];
        const char *citation;
    } cases[] = {
        { "关于公布名单的通知", "教职成司函〔2020〕33号", "职成司", "2020-10-15",
          "《关于公布名单的通知》（教职成司函〔2020〕33号）" },
        { "关于公布名单的通知", "", "职成司", "2020-10-05",
          "《关于公布名单的通知》（职成司，2020年10月5日）" },
        { "新闻", "", "", "2020-01-31", "《新闻》（2020年1月31日）" },
        { "新闻", "", "某学院", "", "《新闻》（某学院）" },
        { "新闻", "", "", "2020年秋", "《新闻》（2020年秋）" },
        { "新闻", "", "", "", "《新闻》" },
        { "", "教职成司函〔2020〕33号", "", "", "教职成司函〔2020〕33号" },
        /* marks inside marks alternate */
        { "关于印发《方案》的通知", "", "", "",
          "《关于印发〈方案〉的通知》" },
        { "关于转发《关于〈方案〉的意见》的通知", "", "", "",
          "《关于转发〈关于《方案》的意见〉的通知》" },
        { "关于〈方案〉的通知", "", "", "", "《关于〈方案〉的通知》" },
        { "方案》", "", "", "", "《方案〉》" },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        char title[64], number[40], issuer[40], date[16];
        struct notice_info notice = {.title = title,
                                     .doc_number = number,
                                     .issuer = issuer,
                                     .issued_on = date};
        struct str out = {0};

        memcpy(title, cases[i].title, sizeof(title));
        memcpy(number, cases[i].number, sizeof(number));
        memcpy(issuer, cases[i].issuer, sizeof(issuer));
        memcpy(date, cases[i].date, sizeof(date));
        citation_append(&out, &notice);
        if (strcmp(str_text(&out), cases[i].citation) != 0)
            fail_msg("case %zu: %s", i, str_text(&out));
        str_clear(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_notice_is_cited_in_the_official_form),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
