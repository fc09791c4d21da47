/* test_growth.c - an older edition is read back whole, and new documents join
 * its own. */
#include "tests/test.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/str.h"
#include "import/cite.h"
#include "import/growth.h"
#include "import/mention.h"
#include "import/old_edition.h"
#include "import/recognise.h"
#include "import/store.h"
#include "tests/draft_dump.h"
#include "tests/fixture.h"

static const char *const first_batch[] = {
    "索引号\t000-1\t有效性\t有效",
    "甲省教育厅关于公布第一批丙集团名单的通知",
    "甲教〔2030〕5号",
    "各市教育局：",
    "现公布第一批丙集团名单。",
    "附件：1.第一批丙集团名单",
    "2.丙集团推荐书.docx",
    "甲省教育厅",
    "2030年5月6日",
    "附件1",
    "第一批丙集团名单",
    "序号\t集团名称",
    "1\t甲市乙职业教育集团",
    "3\t甲市丁职业教育集团",
    NULL};

static const char *const second_batch[] = {
    "甲省教育厅关于公布第二批丙集团名单的通知",
    "甲教〔2031〕7号",
    "各市教育局：",
    "继《关于公布第一批丙集团名单的通知》（甲教〔2030〕5号）之后，现公布第二批"
    "。",
    "甲市乙职业教育集团不再参加。",
    "甲省教育厅",
    "2031年5月6日",
    NULL};

static void recognise(const char *const *lines, const char *name,
                      struct draft *d)
{
    struct unit_tables *tables = unit_tables_new();
    struct page p = {0};
    struct err e = {0};

    p.source.name = xstrdup(name);
    for (; *lines; lines++)
        page_add_text(&p, *lines, strlen(*lines), p.count + 1);
    if (!recognise_page(&p, d, tables, NULL, &e))
        fail_msg("%s", e.msg);
    page_clear(&p);
    unit_tables_free(tables);
}

static char *path_of(const char *name)
{
    struct str path = {0};

    str_addf(&path, "%s/%s", fixture_dir(), name);
    return str_take(&path);
}

static void publish(const struct draft *d, const char *path)
{
    struct err e = {0};
    int fd = open(path, O_CREAT | O_TRUNC | O_RDWR, 0600);
    struct edition_writer *w;
    int64_t annex = 0;

    assert_true(fd >= 0);
    close(fd);
    w = edition_writer_open(path, false, &e);
    if (!w || !edition_writer_value(w, "format", "2", &e) ||
        !edition_writer_value(w, "source.1", "a.txt, xxh3 0", &e) ||
        !store_draft(w, d, &annex, &e) || !edition_writer_finish(w, &e))
        fail_msg("%s", e.msg);
    edition_writer_close(w);
}

static void read_back(const char *path, struct draft *d)
{
    struct err e = {0};
    struct old_edition *o = old_edition_open(path, &e);

    if (!o || !old_edition_read(o, d, &e))
        fail_msg("%s", e.msg);
    assert_string_equal(old_edition_source(o, 0), "a.txt, xxh3 0");
    assert_null(old_edition_source(o, 1));
    assert_int_equal(old_edition_list_count(o), 0);
    old_edition_close(o);
}

static void an_older_edition_is_read_back_whole(void **state)
{
    struct draft d = {0}, back = {0};
    struct str was = {0}, is = {0};
    char *path = path_of("whole.db");

    (void)state;
    recognise(first_batch, "a.txt", &d);
    recognise(second_batch, "b.txt", &d);
    cite_all(&d);
    mention_all(&d);
    draft_dump(&was, &d);
    publish(&d, path);
    read_back(path, &back);
    cite_all(&back);
    mention_all(&back);
    draft_dump(&is, &back);
    assert_string_equal(str_text(&was), str_text(&is));
    assert_int_equal(back.notices[0].particular_count, 2);
    assert_string_equal(back.notices[0].status, "有效");
    assert_string_equal(back.notices[0].annexes[1].file, "丙集团推荐书.docx");
    assert_int_equal(back.notices[0].annexes[0].block,
                     d.notices[0].annexes[0].block);
    str_clear(&was);
    str_clear(&is);
    draft_clear(&d);
    draft_clear(&back);
    free(path);
}

static void batches_are_tied_by_what_they_cite(void **state)
{
    struct draft d = {0};
    struct str lines = {0};
    char *path = path_of("first.db");

    (void)state;
    recognise(second_batch, "b.txt", &d);
    publish(&d, path);
    draft_clear(&d);
    read_back(path, &d);
    recognise(first_batch, "a.txt", &d);
    growth_join(&d, 1, &lines);
    cite_all(&d);
    mention_all(&d);
    assert_int_equal(d.notice_count, 2);
    /* The older document cites the newer in the edition, and names a record
     * of its list. */
    assert_int_equal(d.notices[0].citations[0].target, 1);
    assert_int_equal(d.mention_count, 1);
    assert_int_equal(d.mentions[0].list_notice, 1);
    assert_string_equal(str_text(&lines), "");
    str_clear(&lines);
    draft_clear(&d);
    free(path);
}

static void the_same_document_changes_nothing(void **state)
{
    struct draft d = {0};
    struct str lines = {0};

    (void)state;
    recognise(first_batch, "a.txt", &d);
    recognise(second_batch, "b.txt", &d);
    recognise(first_batch, "c.txt", &d);
    growth_join(&d, 2, &lines);
    assert_int_equal(d.notice_count, 2);
    assert_string_equal(d.notices[0].source, "a.txt, lines 2-14");
    assert_non_null(strstr(str_text(&lines), "c.txt"));
    str_clear(&lines);
    draft_clear(&d);
}

static void a_newer_copy_replaces_the_older_and_says_what_changed(void **state)
{
    struct draft d = {0};
    struct str lines = {0};

    (void)state;
    recognise(first_batch, "a.txt", &d);
    recognise(second_batch, "b.txt", &d);
    draft_set(&d.notices[1].status, "废止");
    recognise(second_batch, "c.txt", &d);
    draft_set(&d.notices[2].issued_on, "2031-05-07");
    draft_set(&d.notices[2].blocks[3].text, "现公布第二批。");
    growth_join(&d, 2, &lines);
    assert_int_equal(d.notice_count, 2);
    assert_string_equal(d.notices[1].issued_on, "2031-05-07");
    assert_string_equal(d.notices[1].status, "废止");
    assert_non_null(strstr(str_text(&lines), "2031-05-06"));
    assert_non_null(strstr(str_text(&lines), "1"));
    str_clear(&lines);
    draft_clear(&d);
}

static void documents_without_number_are_told_by_title_and_date(void **state)
{
    /* clang-format off */
    static const struct {
        const char *number, *date; /* of the second copy; NULL: none */
        bool same;
    } cases[] = {
        { NULL, "2031-03-05", true },
        { NULL, "2032-03-05", false },
        { "甲〔2031〕1号", "2031-03-05", false },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct draft d = {0};
        struct str lines = {0};

        for (int copy = 0; copy < 2; copy++) {
            struct draft_notice *n = draft_add_notice(&d);

            draft_set(&n->title, "放假安排的通知");
            draft_set(&n->kind, "通知");
            draft_set(&n->source, "x");
            draft_set(&n->issued_on, copy ? cases[i].date : "2031-03-05");
            if (i == 2)
                draft_set(&n->doc_number,
                          copy ? cases[i].number : "甲〔2031〕2号");
        }
        growth_join(&d, 1, &lines);
        if ((d.notice_count == 1) != cases[i].same)
            fail_msg("case %zu: %zu", i, d.notice_count);
        str_clear(&lines);
        draft_clear(&d);
    }
}

static void a_document_is_taken_out_by_its_number(void **state)
{
    struct draft d = {0};
    struct err e = {0};

    (void)state;
    recognise(first_batch, "a.txt", &d);
    recognise(second_batch, "b.txt", &d);
    assert_false(growth_remove(&d, "甲教〔2029〕1号", &e));
    assert_int_equal(d.notice_count, 2);
    assert_true(growth_remove(&d, "甲教[2030]5号", &e));
    assert_int_equal(d.notice_count, 1);
    assert_string_equal(d.notices[0].doc_number, "甲教〔2031〕7号");
    draft_clear(&d);
}

static void what_is_no_edition_is_not_grown(void **state)
{
    struct err e = {0};
    char *path = path_of("none.db");

    (void)state;
    assert_null(old_edition_open(path, &e));
    assert_true(e.code != ERR_NONE);
    free(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_older_edition_is_read_back_whole),
        cmocka_unit_test(batches_are_tied_by_what_they_cite),
        cmocka_unit_test(the_same_document_changes_nothing),
        cmocka_unit_test(a_newer_copy_replaces_the_older_and_says_what_changed),
        cmocka_unit_test(documents_without_number_are_told_by_title_and_date),
        cmocka_unit_test(a_document_is_taken_out_by_its_number),
        cmocka_unit_test(what_is_no_edition_is_not_grown),
    };

    return cmocka_run_group_tests(tests, NULL, fixture_clean);
}
