/* test_notice.c - a notice's blocks by window, and their links. */
#include "tests/test.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "model/notice.h"
#include "tests/fixture.h"

struct opened {
    struct edition *ed;
    struct notice *notice;
};

static struct opened open_notice(char *path, size_t index)
{
    struct opened o = {0};
    struct err e = {0};

    o.ed = edition_open(path, &e);
    if (!o.ed)
        fail_msg("%s", e.msg);
    o.notice = notice_open(o.ed, index, &e);
    if (!o.notice)
        fail_msg("%s", e.msg);
    free(path);
    return o;
}

static void close_notice(struct opened *o)
{
    notice_close(o->notice);
    edition_close(o->ed);
}

static void blocks_have_role_and_text(void **state)
{
    struct opened o = open_notice(fixture_edition("blocks"), 0);
    const struct block *b;

    (void)state;
    assert_int_equal(notice_block_count(o.notice), 12);
    b = notice_block(o.notice, 1, NULL);
    assert_int_equal(b->role, ROLE_NUMBER);
    assert_string_equal(b->text, "教职成司函〔2020〕33号");
    assert_int_equal(b->len, strlen(b->text));
    assert_null(b->raw);
    b = notice_block(o.notice, 5, NULL);
    assert_non_null(strstr(b->raw, "<http://jth.chinazy.org>"));
    assert_int_equal(b->raw_len, strlen(b->raw));
    b = notice_block(o.notice, 4, NULL);
    assert_int_equal(b->role, ROLE_HEADING);
    assert_int_equal(b->level, 1);
    assert_null(notice_block(o.notice, 12, NULL));
    assert_int_equal(notice_find_block(o.notice, 12), 11);
    assert_int_equal(notice_find_block(o.notice, 13), -1);
    close_notice(&o);
}

static void offsets_add_up(void **state)
{
    struct opened o = open_notice(fixture_edition("offsets"), 0);
    int64_t sum = 0;

    (void)state;
    for (size_t i = 0; i < 12; i++) {
        assert_int_equal(notice_offset(o.notice, i), sum);
        sum += (int64_t)notice_block(o.notice, i, NULL)->len;
    }
    assert_int_equal(notice_offset(o.notice, 12), sum);
    close_notice(&o);
}

/* The text that a link covers. */
static void covers(const struct block *b, const struct notice_link *link,
                   const char *text)
{
    if (link->span.len != strlen(text) ||
        memcmp(b->text + link->span.start, text, link->span.len) != 0)
        fail_msg("\"%.*s\" is not \"%s\"", (int)link->span.len,
                 b->text + link->span.start, text);
}

static void links_are_found_in_the_notice(void **state)
{
    struct opened o = open_notice(fixture_edition("links"), 0);
    const struct notice_link *links;
    size_t n;

    (void)state;
    links = notice_links(o.notice, 3, &n);
    assert_int_equal(n, 2);
    assert_int_equal(links[0].span.kind, LINK_CITATION);
    covers(notice_block(o.notice, 3, NULL), &links[0],
           "《关于开展示范性职业教育集团（联盟）建设的通知》"
           "（教职成司函〔2019〕92号）");
    assert_string_equal(links[0].doc_number, "教职成司函〔2019〕92号");
    assert_int_equal(links[0].target, -1);
    assert_int_equal(links[1].span.kind, LINK_ANNEX);
    assert_int_equal(links[1].annex, 0);
    links = notice_links(o.notice, 5, &n);
    assert_int_equal(n, 2);
    assert_int_equal(links[0].span.kind, LINK_URL);
    assert_int_equal(links[1].annex, 1);
    links = notice_links(o.notice, 6, &n);
    assert_int_equal(n, 1);
    assert_int_equal(links[0].span.kind, LINK_MAIL);
    notice_links(o.notice, 7, &n);
    assert_int_equal(n, 0);
    links = notice_links(o.notice, 8, &n);
    assert_int_equal(n, 1);
    assert_int_equal(links[0].annex, 0);
    close_notice(&o);
}

static void a_record_named_in_the_text_is_a_link(void **state)
{
    struct opened o = open_notice(fixture_edition("records"), 1);
    const struct notice_link *links;
    size_t n;

    (void)state;
    links = notice_links(o.notice, 0, &n);
    assert_int_equal(n, 1);
    assert_int_equal(links[0].span.kind, LINK_RECORD);
    assert_int_equal(links[0].annex, 0);
    assert_int_equal(links[0].row, 5);
    covers(notice_block(o.notice, 0, NULL), &links[0],
           "湖南工艺美术职业教育集团");
    links = notice_links(o.notice, 1, &n);
    assert_int_equal(n, 2);
    assert_int_equal(links[0].span.kind, LINK_CITATION);
    assert_int_equal(links[0].target, 0);
    covers(notice_block(o.notice, 1, NULL), &links[0],
           "《关于公布第一批示范性职业教育集团（联盟）培育单位名单的通知》"
           "（教职成司函〔2020〕33号）");
    assert_int_equal(links[1].span.kind, LINK_RECORD);
    close_notice(&o);
}

/* A notice of many paragraphs, number N of them saying "N" and no more; with
 * `hole` one in the middle is left out of the numbering. */
static char *long_notice(const char *name, int blocks, bool hole)
{
    char *path = fixture_edition(name);
    struct str sql = {0};

    str_addf(&sql,
             "DELETE FROM block WHERE notice_id=1; WITH RECURSIVE c(i) AS"
             " (SELECT 1 UNION ALL SELECT i+1 FROM c WHERE i<%d)"
             " INSERT INTO block SELECT 1, i + (i > 2000 AND %d), 'body', 0,"
             " CAST(i AS TEXT), NULL FROM c",
             blocks, (int)hole);
    fixture_alter(path, str_text(&sql));
    str_clear(&sql);
    return path;
}

static void a_long_notice_is_read_anywhere(void **state)
{
    static const int sizes[] = {3000, 20000};

    (void)state;
    for (size_t k = 0; k < 2 * ARRAY_LEN(sizes); k++) {
        size_t count = (size_t)sizes[k / 2];
        struct opened o =
            open_notice(long_notice("long", sizes[k / 2], k % 2), 0);
        size_t at = 7;

        assert_int_equal(notice_block_count(o.notice), count);
        for (int i = 0; i < 1000; i++) {
            const struct block *b;

            at = (at * 31 + 17) % count;
            b = notice_block(o.notice, at, NULL);
            assert_non_null(b);
            for (size_t near = at > 16 ? at - 16 : 0;
                 near <= at + 16 && near < count; near += 4)
                assert_non_null(notice_block(o.notice, near, NULL));
            assert_int_equal(strtoul(b->text, NULL, 10), at + 1);
            assert_int_equal(notice_find_block(o.notice, b->seq), at);
            assert_true(notice_offset(o.notice, at) <
                        notice_offset(o.notice, at + 1));
        }
        close_notice(&o);
    }
}

static void a_number_far_off_is_kept_apart(void **state)
{
    char *path = long_notice("far", 5000, false);
    struct opened o;
    const struct block *b;

    (void)state;
    fixture_alter(path, "UPDATE block SET seq=1000000000"
                        " WHERE notice_id=1 AND seq=5000");
    o = open_notice(path, 0);
    assert_int_equal(notice_block_count(o.notice), 5000);
    b = notice_block(o.notice, 4999, NULL);
    assert_non_null(b);
    assert_int_equal(b->seq, 1000000000);
    assert_string_equal(b->text, "5000");
    close_notice(&o);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_have_role_and_text),
        cmocka_unit_test(offsets_add_up),
        cmocka_unit_test(links_are_found_in_the_notice),
        cmocka_unit_test(a_record_named_in_the_text_is_a_link),
        cmocka_unit_test(a_long_notice_is_read_anywhere),
        cmocka_unit_test(a_number_far_off_is_kept_apart),
    };

    return cmocka_run_group_tests(tests, NULL, fixture_clean);
}
