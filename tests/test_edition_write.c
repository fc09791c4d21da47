/* test_edition_write.c - what is written as an edition is read again. */
#include "tests/test.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/edition_write.h"
#include "model/list.h"
#include "model/notice.h"
#include "tests/fixture.h"

static void sound(bool ok, const struct err *e)
{
    if (!ok)
        fail_msg("%s", e->msg);
}

static void write_notice(struct edition_writer *w)
{
    static const struct write_block blocks[] = {
        {1, 1, ROLE_SECRECY, 0, "特急", NULL},
        {1, 2, ROLE_TITLE, 0, "某省教育厅关于公布名单的通知", NULL},
        {1, 3, ROLE_BODY, 0, "名单如下。", NULL},
        {1, 4, ROLE_ANNEX_MARK, 0, "附件2", NULL},
        {1, 5, ROLE_ANNEX_TITLE, 0, "评审办法", NULL},
        {1, 6, ROLE_BODY, 0, "评审按本办法进行。", NULL},
        {1, 7, ROLE_COPY_TO, 0, "抄送：甲市教育局。", NULL},
    };
    const struct write_notice n = {.id = 1,
                                   .title = "某省教育厅关于公布名单的通知",
                                   .kind = "通知",
                                   .status = "有效",
                                   .source = "页.html"};
    struct err e = {0};

    sound(edition_writer_notice(w, &n, &e), &e);
    sound(edition_writer_particular(
              w, &(struct write_particular){1, 1, "索引号", "000/2031-1"}, &e),
          &e);
    sound(edition_writer_particular(
              w, &(struct write_particular){1, 2, "主题分类", "教育"}, &e),
          &e);
    for (size_t i = 0; i < ARRAY_LEN(blocks); i++)
        sound(edition_writer_block(w, &blocks[i], &e), &e);
}

static void write_annexes(struct edition_writer *w)
{
    const struct write_annex list = {.id = 1,
                                     .notice = 1,
                                     .seq = 1,
                                     .number = "1",
                                     .title = "名单",
                                     .kind = "list",
                                     .held = true,
                                     .has_table = true,
                                     .stated_total = 2,
                                     .block_seq = 4,
                                     .file = "附件1.xls"};
    const struct write_annex document = {.id = 2,
                                         .notice = 1,
                                         .seq = 2,
                                         .number = "2",
                                         .title = "评审办法",
                                         .kind = "document",
                                         .held = true,
                                         .stated_total = -1,
                                         .block_seq = 4};
    static const struct write_field fields[] = {
        {"序号", COLUMN_INTEGER, "source"}, {"单位", COLUMN_TEXT, "source"}};
    static const struct write_cell rows[][2] = {{{"1", 1}, {"甲", 3}},
                                                {{"2", 1}, {"乙", 3}}};
    static const struct write_annex_line lines[] = {
        {1, LINE_ABOVE, 1, "某省名单"},
        {1, LINE_ABOVE, 2, "单位：个"},
        {1, LINE_BELOW, 1, "注：排名不分先后。"},
    };
    struct err e = {0};

    sound(edition_writer_annex(w, &list, &e), &e);
    sound(edition_writer_list(w, 1, fields, ARRAY_LEN(fields), &e), &e);
    for (size_t i = 0; i < ARRAY_LEN(rows); i++)
        sound(edition_writer_row(w, rows[i], &e), &e);
    for (size_t i = 0; i < ARRAY_LEN(lines); i++)
        sound(edition_writer_annex_line(w, &lines[i], &e), &e);
    sound(edition_writer_annex(w, &document, &e), &e);
}

/* The name of a new edition; the caller frees it. */
static char *written(void)
{
    char *path = fixture_bytes("written.db", "", 0);
    struct err e = {0};
    struct edition_writer *w = edition_writer_open(path, false, &e);

    sound(w != NULL, &e);
    write_notice(w);
    write_annexes(w);
    sound(edition_writer_finish(w, &e), &e);
    edition_writer_close(w);
    return path;
}

static void what_stands_around_text_and_list_is_read_again(void **state)
{
    char *path = written();
    struct err e = {0};
    struct edition *ed = edition_open(path, &e);
    const struct notice_particular *items;
    struct notice *n;
    struct list *l;
    size_t count;

    (void)state;
    sound(ed && edition_verify(ed, -1, &e) == EDITION_SOUND, &e);
    assert_string_equal(edition_notice(ed, 0)->status, "有效");
    assert_int_equal(edition_notice(ed, 0)->first_annex, 0);
    assert_int_equal(edition_notice(ed, 0)->annex_count, 2);
    assert_int_equal(edition_annex(ed, 0)->block_seq, 4);
    assert_string_equal(edition_annex(ed, 0)->file, "附件1.xls");
    assert_true(edition_annex(ed, 1)->held);
    assert_int_equal(edition_annex(ed, 1)->kind, ANNEX_DOCUMENT);
    assert_false(annex_is_text(edition_annex(ed, 0)));
    assert_true(annex_is_text(edition_annex(ed, 1)));
    assert_false(annex_is_list(edition_annex(ed, 1)));
    assert_string_equal(edition_annex(ed, 1)->file, "");

    n = notice_open(ed, 0, &e);
    assert_non_null(n);
    sound(notice_particulars(n, &items, &count, &e), &e);
    assert_int_equal(count, 2);
    assert_string_equal(items[0].name, "索引号");
    assert_string_equal(items[1].value, "教育");
    assert_int_equal(notice_block(n, 0, NULL)->role, ROLE_SECRECY);
    assert_int_equal(notice_block(n, 4, NULL)->role, ROLE_ANNEX_TITLE);
    assert_int_equal(notice_block(n, 6, NULL)->role, ROLE_COPY_TO);

    l = list_open(ed, 0, &e);
    sound(l != NULL, &e);
    assert_int_equal(list_row_count(l), 2);
    assert_int_equal(list_line_count(l, LINE_ABOVE), 2);
    assert_string_equal(list_line(l, LINE_ABOVE, 1), "单位：个");
    assert_int_equal(list_line_count(l, LINE_BELOW), 1);
    assert_string_equal(list_line(l, LINE_BELOW, 0), "注：排名不分先后。");
    list_close(l);
    notice_close(n);
    edition_close(ed);
    free(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_stands_around_text_and_list_is_read_again),
    };

    return cmocka_run_group_tests(tests, NULL, fixture_clean);
}
