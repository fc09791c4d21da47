/* test_library.c - library files, and what a person says of a source. */
#include "tests/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "import/library.h"
#include "import/recognise.h"
#include "tests/fixture.h"

static char *write_file(const char *name, const char *text)
{
    struct str path = {0};
    FILE *f;

    str_addf(&path, "%s/%s", fixture_dir(), name);
    f = fopen(str_text(&path), "w");
    assert_non_null(f);
    fputs(text, f);
    fclose(f);
    return str_take(&path);
}

static void a_library_names_sources_and_what_is_said_of_them(void **state)
{
    char *path = write_file("good", "gongwen-library 1\n"
                                    "# the first\n"
                                    "source: a.txt\n"
                                    "title: 关于甲的通知: 补充\n"
                                    "date: 2031年3月5日\n"
                                    "role: heading=2,4-5\r\n"
                                    "no-list: yes\n"
                                    "\n"
                                    "source: /tmp/b.xlsx\n"
                                    "annex: 1\n"
                                    "remove: 甲教〔2030〕1号");
    struct library l = {0};
    struct err e = {0};
    const struct correction *c;
    struct str beside = {0};

    (void)state;
    assert_true(library_is(path));
    assert_true(library_read(&l, path, &e));
    assert_int_equal(l.count, 2);
    str_addf(&beside, "%s/a.txt", fixture_dir());
    assert_string_equal(l.sources[0].path, str_text(&beside));
    assert_string_equal(l.sources[1].path, "/tmp/b.xlsx");
    c = &l.sources[0].told;
    assert_string_equal(c->fields[CORRECT_TITLE], "关于甲的通知: 补充");
    assert_string_equal(c->fields[CORRECT_DATE], "2031-03-05");
    assert_null(c->fields[CORRECT_NUMBER]);
    assert_true(c->no_list);
    assert_int_equal(c->line_count, 2);
    assert_int_equal(c->lines[1].first, 4);
    assert_int_equal(c->lines[1].last, 5);
    assert_int_equal(c->lines[1].role, ROLE_HEADING);
    assert_string_equal(l.sources[1].told.fields[CORRECT_ANNEX], "1");
    assert_int_equal(l.removed_count, 1);
    library_clear(&l);
    str_clear(&beside);
    free(path);
}

static void what_is_wrong_in_a_library_is_named_with_its_line(void **state)
{
    /* clang-format off */
    static const struct {
        const char *text, *message; /* a part of it */
    } cases[] = {
        { "gongwen-library 2\nsource: a\n", "first line" },
        { "gongwen-library 1\nsource:\n", ":2: source" },
        { "gongwen-library 1\ntitle: a\n", ":2: title" },
        { "gongwen-library 1\nsource: a\nfoo: b\n", ":3: foo" },
        { "gongwen-library 1\nsource: a\nfoo\n", ":3:" },
        { "gongwen-library 1\nsource: a\ndate: soon\n", ":3: date" },
        { "gongwen-library 1\nsource: a\nurl: www.a.example\n", ":3: url" },
        { "gongwen-library 1\nsource: a\nkind:\n", ":3: kind" },
        { "gongwen-library 1\nsource: a\nrole: heading\n", ":3: role" },
        { "gongwen-library 1\nsource: a\nrole: body=0\n", ":3: role" },
        { "gongwen-library 1\nsource: a\nrole: body=5-3\n", ":3: role" },
        { "gongwen-library 1\nsource: a\nrole: body=3,\n", ":3: role" },
        { "gongwen-library 1\nsource: a\nrole: king=3\n", "king" },
        { "gongwen-library 1\nsource: a\none-notice: maybe\n", "maybe" },
        { "gongwen-library 1\nsource: \xFF\n", "UTF-8" },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        char *path = write_file("bad", cases[i].text);
        struct library l = {0};
        struct err e = {0};

        if (library_read(&l, path, &e) || !strstr(e.msg, cases[i].message))
            fail_msg("%s: %s", cases[i].text, e.msg);
        library_clear(&l);
        free(path);
    }
}

static void other_files_are_no_library(void **state)
{
    static const char *const texts[] = {"", "gongwen-library",
                                        "gongwen-library 1x",
                                        " gongwen-library 1\n", "关于甲的通知"};

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
        char *path = write_file("other", texts[i]);

        if (library_is(path))
            fail_msg("%s", texts[i]);
        free(path);
    }
    assert_false(library_is("/nowhere/at/all"));
}

/* A page of these lines, with what is told of it, recognised. */
static void recognise(const char *const *lines, const struct correction *told,
                      struct page *p, struct draft *d)
{
    struct unit_tables *tables = unit_tables_new();
    struct err e = {0};

    for (; *lines; lines++)
        page_add_text(p, *lines, strlen(*lines), p->count + 1);
    if (!correction_mark(told, p, &e) ||
        !recognise_page(p, d, tables, told, &e))
        fail_msg("%s", e.msg);
    unit_tables_free(tables);
}

static const char *const page[] = {
    "校园消息",       "各班：",       "明天下午打扫卫生。", "注意安全",
    "学生处",         "2031年3月5日", "关于停水的通知",     "各班：",
    "后天停水一天。", "总务处",       "2031年3月6日",       NULL};

static void told(struct correction *c, const char *name, const char *value)
{
    struct err e = {0};

    if (!correction_set(c, name, value, name, &e))
        fail_msg("%s", e.msg);
}

static void what_is_told_goes_before_what_is_recognised(void **state)
{
    struct correction c = {0};
    struct page p = {0};
    struct draft d = {0};
    const struct draft_notice *n;

    (void)state;
    told(&c, "title", "关于打扫卫生的通知");
    told(&c, "number", "甲学〔2031〕1号");
    told(&c, "issuer", "");
    told(&c, "status", "废止");
    told(&c, "role", "heading=4");
    told(&c, "role", "none=1");
    recognise(page, &c, &p, &d);
    assert_int_equal(d.notice_count, 2);
    n = &d.notices[0];
    assert_string_equal(n->title, "关于打扫卫生的通知");
    assert_string_equal(n->doc_number, "甲学〔2031〕1号");
    assert_string_equal(n->kind, "通知");
    assert_string_equal(n->status, "废止");
    assert_null(n->issuer);
    assert_int_equal(n->remarks.count, 0);
    assert_true(p.lines[0].left_out);
    assert_int_equal(n->blocks[2].role, ROLE_HEADING);
    /* The others stay as they are. */
    assert_string_equal(n->issued_on, "2031-03-05");
    assert_string_equal(d.notices[1].title, "关于停水的通知");
    draft_clear(&d);
    page_clear(&p);
    correction_clear(&c);
}

static void a_page_can_be_one_notice(void **state)
{
    struct correction c = {0};
    struct page p = {0};
    struct draft d = {0};

    (void)state;
    assert_true(correction_is_empty(&c));
    told(&c, "one-notice", NULL);
    assert_false(correction_is_empty(&c));
    recognise(page, &c, &p, &d);
    assert_int_equal(d.notice_count, 1);
    for (size_t i = 0; i < p.count; i++)
        assert_non_null(p.lines[i].fate);
    draft_clear(&d);
    page_clear(&p);
    correction_clear(&c);
}

static void a_table_can_stay_text(void **state)
{
    static const char *const lines[] = {
        "关于公布名单的通知", "各校：",    "现予公布。", "序号\t学校名称",
        "1\t甲学校",          "2\t乙学校", NULL};
    struct correction c = {0};
    struct page p = {0};
    struct draft d = {0};

    (void)state;
    told(&c, "no-list", "yes");
    recognise(lines, &c, &p, &d);
    assert_int_equal(d.notices[0].annex_count, 0);
    assert_int_equal(d.notices[0].block_count, 6);
    draft_clear(&d);
    page_clear(&p);
    correction_clear(&c);
}

static void a_role_for_a_line_that_is_not_there_is_refused(void **state)
{
    struct correction c = {0};
    struct page p = {0};
    struct err e = {0};

    (void)state;
    page_add_text(&p, "甲", strlen("甲"), 1);
    told(&c, "role", "body=7");
    assert_false(correction_mark(&c, &p, &e));
    assert_non_null(strstr(e.msg, "7"));
    page_clear(&p);
    correction_clear(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_library_names_sources_and_what_is_said_of_them),
        cmocka_unit_test(what_is_wrong_in_a_library_is_named_with_its_line),
        cmocka_unit_test(other_files_are_no_library),
        cmocka_unit_test(what_is_told_goes_before_what_is_recognised),
        cmocka_unit_test(a_page_can_be_one_notice),
        cmocka_unit_test(a_table_can_stay_text),
        cmocka_unit_test(a_role_for_a_line_that_is_not_there_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, fixture_clean);
}
