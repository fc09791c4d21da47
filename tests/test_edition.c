/* test_edition.c - opening a file: each that is bad gets its own sentence. */
#include "tests/test.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/str.h"
#include "model/edition.h"
#include "model/list.h"
#include "model/notice.h"
#include "tests/fixture.h"

static struct edition *open_good(const char *path)
{
    struct err e = {0};
    struct edition *ed = edition_open(path, &e);

    if (!ed)
        fail_msg("%s", e.msg);
    return ed;
}

/* The file does not open, and the sentence names it and holds `part`. */
static void refused(char *path, enum err_code code, const char *part)
{
    struct err e = {0};
    struct edition *ed = edition_open(path, &e);

    if (ed)
        fail_msg("%s opened; expected: %s", path, part);
    if (!strstr(e.msg, part) || strncmp(e.msg, path, strlen(path)) != 0)
        fail_msg("%s: got \"%s\", expected \"%s\"", path, e.msg, part);
    assert_int_equal(e.code, code);
    assert_null(strchr(e.msg, '\n'));
    free(path);
}

static void the_library_is_read(void **state)
{
    char *path = fixture_edition("library");
    struct edition *ed = open_good(path);

    (void)state;
    assert_string_equal(edition_path(ed), path);
    assert_false(edition_is_foreign(ed));
    assert_string_equal(edition_value(ed, "title"), "测试");
    assert_null(edition_value(ed, "none"));
    assert_int_equal(edition_notice_count(ed), 2);
    assert_string_equal(edition_notice(ed, 0)->doc_number,
                        "教职成司函〔2020〕33号");
    assert_string_equal(edition_notice(ed, 1)->doc_number, "");
    assert_string_equal(edition_notice(ed, 1)->kind, "新闻");
    assert_int_equal(edition_annex_count(ed), 3);
    assert_int_equal(edition_annex(ed, 0)->kind, ANNEX_LIST);
    assert_true(edition_annex(ed, 0)->held);
    assert_int_equal(edition_annex(ed, 1)->kind, ANNEX_FORM);
    assert_false(edition_annex(ed, 2)->held);
    assert_int_equal(edition_annex(ed, 2)->stated_total, -1);
    assert_int_equal(edition_find_notice(ed, 2), 1);
    assert_int_equal(edition_find_notice(ed, 3), -1);
    assert_int_equal(edition_find_annex(ed, 0, 2), 1);
    assert_int_equal(edition_find_annex(ed, 1, 1), -1);
    assert_int_equal(edition_first_notice(ed), 0);
    edition_close(ed);
    free(path);
}

static void content_is_checked_in_slices(void **state)
{
    char *path = fixture_edition("sound");
    struct edition *ed = open_good(path);
    struct err e = {0};

    (void)state;
    assert_int_equal(edition_verify(ed, -1, &e), EDITION_SOUND);
    assert_int_equal(edition_verify(ed, 0, &e), EDITION_SOUND);
    assert_int_equal(e.code, ERR_NONE);
    edition_close(ed);
    free(path);
}

/* The hash is that which programs of version 1 gave. */
static void an_edition_of_version_1_opens(void **state)
{
    char *path = fixture_edition_with("old", 1, "");
    struct edition *ed = open_good(path);
    struct notice *n = notice_open(ed, 0, NULL);
    struct list *l = list_open(ed, 0, NULL);
    const struct notice_particular *items;
    size_t count;
    struct err e = {0};

    (void)state;
    assert_int_equal(edition_verify(ed, -1, &e), EDITION_SOUND);
    assert_string_equal(edition_value(ed, "hash"),
                        "2d6910afdeaaa1ffd230d0695add4948");
    assert_int_equal(edition_annex(ed, 0)->block_seq, -1);
    assert_string_equal(edition_annex(ed, 0)->file, "");
    assert_non_null(n);
    assert_true(notice_particulars(n, &items, &count, &e));
    assert_int_equal(count, 0);
    assert_non_null(l);
    assert_int_equal(list_row_count(l), 8);
    assert_int_equal(list_line_count(l, LINE_ABOVE), 0);
    list_close(l);
    notice_close(n);
    edition_close(ed);
    free(path);
}

static void changed_content_is_found(void **state)
{
    static const char wrong[] = "湖南工艺", right[] = "湖南汽车";
    char *path = fixture_edition("changed");
    size_t len, at;
    unsigned char *bytes = fixture_read(path, &len);
    struct err e = {0};
    struct edition *ed;

    (void)state;
    for (at = 0; memcmp(bytes + at, wrong, strlen(wrong)) != 0; at++)
        assert_true(at + sizeof(wrong) < len);
    memcpy(bytes + at, right, strlen(right));
    free(path);
    path = fixture_bytes("changed", bytes, len);
    free(bytes);
    ed = open_good(path);
    while (edition_verify(ed, 0, &e) == EDITION_UNVERIFIED)
        ;
    assert_int_equal(edition_verify(ed, 0, &e), EDITION_DAMAGED);
    assert_int_equal(e.code, ERR_DATA);
    edition_close(ed);
    free(path);
}

static void what_is_no_plain_file_is_named(void **state)
{
    char *fifo = fixture_path("fifo"), *link = fixture_path("link");
    char *loop = fixture_path("loop"), *under = fixture_path("text/x");
    struct err e = {0};

    (void)state;
    assert_int_equal(mkfifo(fifo, 0600), 0);
    assert_int_equal(symlink("nowhere", link), 0);
    assert_int_equal(symlink("loop", loop), 0);
    refused(fixture_path("missing"), ERR_IO, "no such file");
    refused(link, ERR_IO, "no such file");
    refused(loop, ERR_IO, "symbolic link");
    refused(fifo, ERR_IO, "a pipe");
    refused(xstrdup(fixture_dir()), ERR_IO, "a directory");
    refused(xstrdup("/dev/zero"), ERR_IO, "a device");
    free(fixture_bytes("text", "x", 1));
    refused(under, ERR_IO, "no such file");
    assert_null(edition_open("", &e));
    assert_int_equal(e.code, ERR_USAGE);
}

static void what_is_no_database_is_named(void **state)
{
    char *path = fixture_edition("whole");
    size_t len;
    unsigned char *bytes = fixture_read(path, &len);
    int fd;

    (void)state;
    free(path);
    refused(fixture_bytes("empty", "", 0), ERR_FORMAT, "empty");
    refused(fixture_bytes("text", "number\tname\n", 12), ERR_FORMAT,
            "not an SQLite database");
    refused(fixture_bytes("short", bytes, 60), ERR_DATA, "cut short");
    refused(fixture_bytes("cut", bytes, len / 2), ERR_DATA, "cut short");
    refused(fixture_bytes("cut1", bytes, len - 1), ERR_DATA, "cut short");
    bytes[18] = bytes[19] = 3;
    refused(fixture_bytes("future", bytes, len), ERR_FORMAT, "newer SQLite");
    bytes[18] = bytes[19] = 1;
    bytes[16] = 3;
    refused(fixture_bytes("page", bytes, len), ERR_DATA, "damaged");
    free(bytes);
    path = fixture_bytes("sparse", "", 0);
    fd = open(path, O_WRONLY);
    assert_true(fd >= 0);
    assert_int_equal(ftruncate(fd, (off_t)300 << 30), 0);
    close(fd);
    refused(path, ERR_FORMAT, "not an SQLite database");
}

/* An edition with four bytes of its header replaced. */
static char *with_header(const char *name, size_t at, const char four[4])
{
    char *path = fixture_edition(name);
    size_t len;
    unsigned char *bytes = fixture_read(path, &len);

    free(path);
    memcpy(bytes + at, four, 4);
    path = fixture_bytes(name, bytes, len);
    free(bytes);
    return path;
}

static void other_formats_are_told_apart(void **state)
{
    char *path = with_header("foreign", 68, "\0\0\0\1");
    struct edition *ed;

    (void)state;
    refused(with_header("newer", 60, "\0\0\0\3"), ERR_FORMAT,
            "install a newer gongwen");
    refused(with_header("older", 60, "\0\0\0\0"), ERR_FORMAT,
            "none of gongwen's");
    ed = open_good(path);
    assert_true(edition_is_foreign(ed));
    assert_int_equal(edition_notice_count(ed), 0);
    assert_int_equal(edition_first_notice(ed), -1);
    assert_true(edition_annex_count(ed) >= 9);
    assert_int_equal(edition_verify(ed, -1, NULL), EDITION_NO_HASH);
    edition_close(ed);
    free(path);
}

static void changes_beside_the_file_are_named(void **state)
{
    static const char hot[] = "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7 and so on";
    char *path = fixture_edition("hot");

    (void)state;
    free(fixture_bytes("hot-journal", hot, sizeof(hot)));
    refused(path, ERR_DATA, "hot-journal");
    path = fixture_edition("waiting");
    free(fixture_bytes("waiting-wal", "x", 1));
    refused(path, ERR_DATA, "waiting-wal");
}

static void what_is_spent_beside_the_file_is_no_harm(void **state)
{
    char *path = fixture_edition("spent");

    (void)state;
    free(fixture_bytes("spent-journal", "\0\0\0\0\0\0\0\0\0\0", 10));
    free(fixture_bytes("spent-wal", "", 0));
    edition_close(open_good(path));
    free(path);
}

/* Such files stay when a program that had the database open was ended. */
static void an_empty_wal_hides_nothing(void **state)
{
    char *path = fixture_sql("wal.db", "PRAGMA journal_mode=WAL;"
                                       "CREATE TABLE t(v);"
                                       "INSERT INTO t VALUES('甲');");
    static const char *const beside[] = {"wal.db-wal", "wal.db-shm"};

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(beside); i++) {
        struct edition *ed;
        struct list *l;

        free(fixture_bytes(beside[i], "", 0));
        ed = open_good(path);
        l = list_open(ed, 0, NULL);
        assert_non_null(l);
        assert_string_equal(list_row(l, 1, NULL)->values[0].text, "甲");
        list_close(l);
        edition_close(ed);
    }
    free(path);
}

/* As a page that lies where another one should makes of it. */
static void an_edition_without_its_hash_is_damaged(void **state)
{
    char *path = fixture_edition("no hash");
    struct edition *ed;
    struct err e = {0};

    (void)state;
    fixture_alter(path, "DELETE FROM edition");
    ed = open_good(path);
    assert_int_equal(edition_verify_state(ed), EDITION_DAMAGED);
    assert_int_equal(edition_verify(ed, 0, &e), EDITION_DAMAGED);
    assert_non_null(strstr(e.msg, "hash"));
    edition_close(ed);
    free(path);
}

static void tables_are_those_that_are_named(void **state)
{
    static const struct {
        const char *sql, *part;
    } cases[] = {
        {"DROP TABLE annex_1", "no such table: annex_1"},
        {"ALTER TABLE annex_1 DROP COLUMN \"地区\"", "annex_1"},
        {"ALTER TABLE annex_1 ADD COLUMN x", "annex_1"},
        {"ALTER TABLE annex_1 RENAME COLUMN \"地区\" TO x", "annex_1"},
        {"DELETE FROM field", "annex_1"},
        {"UPDATE field SET seq=5 WHERE seq=1", "annex_1"},
        {"UPDATE annex SET table_name='notice' WHERE id=1", "notice"},
        {"UPDATE field SET column_name=x'00ff' WHERE seq=2", "annex_1"},
        {"DROP TABLE particular", "particular"},
        {"DROP TABLE annex_line", "annex_line"},
        {"ALTER TABLE annex DROP COLUMN file", "file"},
        {"CREATE TABLE m(annex_id,row,notice_id); DROP TABLE mention;"
         "ALTER TABLE m RENAME TO mention",
         "block_seq"},
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        char *path = fixture_edition("tables");

        fixture_alter(path, cases[i].sql);
        refused(path, ERR_DATA, cases[i].part);
    }
}

static void a_name_may_hold_anything(void **state)
{
    static const char *const names[] = {"a?b",  "a#b",       "a%41", "a b",
                                        "公文", "a?mode=rw", "a\nb", "-x"};

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        char *path = fixture_edition("plain");
        char *odd = fixture_path(names[i]);

        assert_int_equal(rename(path, odd), 0);
        edition_close(open_good(odd));
        free(path);
        free(odd);
    }
}

static void damage_is_named(void **state)
{
    char *path = fixture_edition("damaged");
    size_t len;
    unsigned char *bytes = fixture_read(path, &len);

    (void)state;
    free(path);
    memset(bytes + 100, 0xff, 400);
    refused(fixture_bytes("damaged", bytes, len), ERR_DATA, "get the file");
    free(bytes);
}

static void a_newer_file_under_the_name_is_seen(void **state)
{
    char *path = fixture_edition("current"), *next = fixture_edition("next");
    struct edition *ed = open_good(path);

    (void)state;
    assert_int_equal(edition_look(ed), EDITION_SAME);
    assert_int_equal(unlink(path), 0);
    assert_int_equal(edition_look(ed), EDITION_SAME);
    assert_int_equal(rename(next, path), 0);
    assert_int_equal(edition_look(ed), EDITION_REPLACED);
    /* What was opened is read to its end all the same. */
    assert_int_equal(edition_verify(ed, -1, NULL), EDITION_SOUND);
    edition_close(ed);
    free(path);
    free(next);
}

static void a_link_that_leads_elsewhere_is_a_newer_file(void **state)
{
    char *link = fixture_path("latest");
    struct edition *ed;

    (void)state;
    free(fixture_edition("v1"));
    free(fixture_edition("v2"));
    assert_int_equal(symlink("v1", link), 0);
    ed = open_good(link);
    assert_int_equal(edition_look(ed), EDITION_SAME);
    assert_int_equal(unlink(link), 0);
    assert_int_equal(symlink("v2", link), 0);
    assert_int_equal(edition_look(ed), EDITION_REPLACED);
    edition_close(ed);
    free(link);
}

static void a_file_cut_in_place_is_seen(void **state)
{
    char *path = fixture_edition("open");
    struct edition *ed = open_good(path);
    struct err e = {0};

    (void)state;
    assert_int_equal(truncate(path, 4096), 0);
    assert_int_equal(edition_look(ed), EDITION_ALTERED);
    assert_int_equal(edition_verify(ed, -1, &e), EDITION_DAMAGED);
    assert_true(e.code == ERR_DATA || e.code == ERR_IO);
    edition_close(ed);
    free(path);
}

static void a_file_that_is_being_written_is_named(void **state)
{
    char *path = fixture_sql("busy", "CREATE TABLE t(a); INSERT INTO t"
                                     " VALUES(1)");
    struct edition *ed = open_good(path);
    struct list *l;
    struct err e = {0};
    void *writer = fixture_lock(path);

    (void)state;
    assert_null(edition_open(path, &e));
    assert_int_equal(e.code, ERR_IO);
    assert_non_null(strstr(e.msg, "another program is writing it"));
    assert_null(list_open(ed, 0, &e));
    assert_non_null(strstr(e.msg, "another program is writing it"));
    fixture_unlock(writer);
    l = list_open(ed, 0, &e);
    assert_non_null(l);
    assert_int_equal(list_row_count(l), 1);
    list_close(l);
    edition_close(ed);
    free(path);
}

static void another_encoding_is_read_as_utf8(void **state)
{
    char *path = fixture_sql("utf16", "PRAGMA encoding='UTF-16be';"
                                      "CREATE TABLE \"表\"(\"名称\");"
                                      "INSERT INTO \"表\" VALUES('湖南𠮷')");
    struct edition *ed = open_good(path);
    struct list *l = list_open(ed, 0, NULL);

    (void)state;
    assert_non_null(l);
    assert_string_equal(edition_annex(ed, 0)->title, "表");
    assert_string_equal(list_column(l, 0)->name, "名称");
    assert_string_equal(list_row(l, 1, NULL)->values[0].text, "湖南𠮷");
    list_close(l);
    edition_close(ed);
    free(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_library_is_read),
        cmocka_unit_test(content_is_checked_in_slices),
        cmocka_unit_test(an_edition_of_version_1_opens),
        cmocka_unit_test(changed_content_is_found),
        cmocka_unit_test(what_is_no_plain_file_is_named),
        cmocka_unit_test(what_is_no_database_is_named),
        cmocka_unit_test(other_formats_are_told_apart),
        cmocka_unit_test(changes_beside_the_file_are_named),
        cmocka_unit_test(what_is_spent_beside_the_file_is_no_harm),
        cmocka_unit_test(an_empty_wal_hides_nothing),
        cmocka_unit_test(an_edition_without_its_hash_is_damaged),
        cmocka_unit_test(tables_are_those_that_are_named),
        cmocka_unit_test(a_name_may_hold_anything),
        cmocka_unit_test(damage_is_named),
        cmocka_unit_test(a_newer_file_under_the_name_is_seen),
        cmocka_unit_test(a_link_that_leads_elsewhere_is_a_newer_file),
        cmocka_unit_test(a_file_cut_in_place_is_seen),
        cmocka_unit_test(a_file_that_is_being_written_is_named),
        cmocka_unit_test(another_encoding_is_read_as_utf8),
    };

    return cmocka_run_group_tests(tests, NULL, fixture_clean);
}
