/* test_choices.c - outline, library and frequencies as lines to choose from. */
#include "tests/test.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "tests/fixture.h"
#include "tests/picture.h"
#include "ui/frequency.h"
#include "ui/library.h"
#include "ui/outline.h"

static struct edition *opened(char *path)
{
    struct err e = {0};
    struct edition *ed = edition_open(path, &e);

    free(path);
    if (!ed)
        fail_msg("%s", e.msg);
    return ed;
}

/* The lines, taken over, as a chooser shows them. */
static const char *shown(struct chooser_lines *lines, int columns)
{
    static char *text;
    struct canvas c;
    struct pane *p;

    canvas_init(&c, (int)lines->len + 1, columns, AMBIGUOUS_NARROW);
    p = chooser_new("", lines, -1);
    pane_resize(p, (struct rect){0, 0, c.rows, c.columns}, AMBIGUOUS_NARROW);
    pane_draw(p, &c, false, NULL);
    picture_is_whole(&c);
    free(text);
    text = xstrdup(strchr(picture(&c), '\n') + 1);
    pane_destroy(p);
    canvas_clear(&c);
    return text;
}

static void the_outline_has_title_headings_annexes_and_signer(void **state)
{
    static const int64_t targets[] = {0, 4, 7, 10};
    struct edition *ed = opened(fixture_edition("choices.db"));
    struct notice *n = notice_open(ed, 0, NULL);
    struct chooser_lines lines = {0};
    size_t which;

    (void)state;
    outline_lines(ed, n, &lines);
    assert_int_equal(lines.len, ARRAY_LEN(targets) + 1);
    for (size_t i = 0; i < ARRAY_LEN(targets); i++) {
        assert_int_equal(lines.items[i].target, targets[i]);
        assert_false(outline_is_citer(lines.items[i].target, &which));
    }
    assert_true(
        outline_is_citer(lines.items[ARRAY_LEN(targets)].target, &which));
    assert_int_equal(which, 0);
    assert_string_equal(shown(&lines, 40),
                        "> 关于公布第一批示范性职业教育集团（联 >\n"
                        "    一、明确工作定位。\n"
                        "  附件：\n"
                        "  教育部职业教育与成人教育司\n"
                        "  Cited by 《湖南工艺美术职业教育集团入>\n");
    notice_close(n);
    edition_close(ed);
}

static void the_library_names_notices_and_what_they_carry(void **state)
{
    struct edition *ed = opened(fixture_edition("choices.db"));
    struct chooser_lines lines = {0};

    (void)state;
    library_lines(ed, &lines);
    for (size_t i = 0; i < lines.len; i++) {
        int notice, annex;

        library_meaning(lines.items[i].target, &notice, &annex);
        assert_int_equal(library_target(notice, annex), lines.items[i].target);
        assert_int_equal(notice, i == 0 ? 0 : i == 4 ? 1 : -1);
        assert_int_equal(annex, i == 0 || i == 4 ? -1 : (int)i - 1);
    }
    assert_string_equal(
        shown(&lines, 74),
        "> 2020-10-15  教职成司函〔2020〕33号 "
        "关于公布第一批示范性职业教育集团（联>\n"
        "                Annex 1 (records: 8) "
        "第一批示范性职业教育集团（联盟）培育>\n"
        "                Annex 2 (not held) 示范性职业教育集团（联盟）推荐书\n"
        "                Annex 3 (not held) "
        "示范性职业教育集团（联盟）推荐名单汇总>\n"
        "              新闻 "
        "湖南工艺美术职业教育集团入选示范性职业教育集团培育单位\n");
    edition_close(ed);
}

static void what_is_no_longer_in_force_says_so(void **state)
{
    struct edition *ed = opened(fixture_edition_with(
        "repealed.db", 2, "UPDATE notice SET status = '废止' WHERE id = 1;"));
    struct chooser_lines lines = {0};

    (void)state;
    library_lines(ed, &lines);
    assert_non_null(strstr(shown(&lines, 60), "33号 (废止) 关于公布"));
    edition_close(ed);
}

static void the_tables_of_a_foreign_file_are_its_library(void **state)
{
    struct edition *ed = opened(fixture_sql(
        "foreign.db",
        "CREATE TABLE a(x); CREATE TABLE \"学\x1b校\"(y,z);"
        "WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM c WHERE"
        " i<1200) INSERT INTO a SELECT i FROM c;"
        "CREATE VIEW v AS SELECT x FROM a WHERE x>2;"
        "CREATE VIEW bad AS SELECT json(x) FROM a;"));
    struct chooser_lines lines = {0};

    (void)state;
    library_lines(ed, &lines);
    assert_string_equal(shown(&lines, 40),
                        "> a (rows: 1,200, columns: 1)\n"
                        "  学^[校 (rows: 0, columns: 2)\n"
                        "  v (view, rows: 1,198, columns: 1)\n"
                        "  (cannot be shown) bad\n");
    edition_close(ed);
}

/* The lines of a column's values; `*count` of `values` belong to the caller. */
static void count_values(struct list *l, size_t column,
                         const struct rowset *only, struct chooser_lines *lines,
                         struct list_frequency **values, size_t *count)
{
    struct list_tally *t = list_tally_new(l, column, only);
    size_t distinct;

    assert_int_equal(list_tally_step(t, -1, NULL), WORK_DONE);
    *count = list_tally_take(t, 1000, values, &distinct);
    frequency_lines(*values, *count, distinct,
                    only ? only->count : list_row_count(l), lines);
    list_tally_free(t);
}

static void frequencies_have_count_share_and_bar(void **state)
{
    struct edition *ed = opened(fixture_edition("choices.db"));
    struct list *l = list_open(ed, 0, NULL);
    struct chooser_lines lines = {0};
    struct list_frequency *values = NULL;
    struct rowset only;
    size_t count = 0;

    (void)state;
    count_values(l, 3, NULL, &lines, &values, &count);
    assert_int_equal(count, 4);
    assert_string_equal(values[0].text, lines.items[0].text);
    assert_int_equal(lines.items[3].target, 3);
    assert_string_equal(shown(&lines, 40),
                        "> 3  38%  北京  ########################\n"
                        "  3  38%  湖南  ########################\n"
                        "  1  13%  广东  ########\n"
                        "  1  13%  河南  ########\n");
    list_frequencies_free(values, count);
    rowset_init(&only, 8);
    rowset_add(&only, 5);
    count_values(l, 3, &only, &lines, &values, &count);
    assert_string_equal(shown(&lines, 20), "> 1 100%  湖南  ####\n");
    list_frequencies_free(values, count);
    rowset_clear(&only);
    list_close(l);
    edition_close(ed);
}

static void many_values_are_cut_and_the_empty_one_is_named(void **state)
{
    struct edition *ed = opened(fixture_sql(
        "many.db",
        "CREATE TABLE a(x);"
        "WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM c"
        " WHERE i<2500) INSERT INTO a SELECT i FROM c;"
        "INSERT INTO a VALUES(''),(''),('');"));
    struct list *l = list_open(ed, 0, NULL);
    struct chooser_lines lines = {0};
    struct list_frequency *values = NULL;
    size_t count = 0;

    (void)state;
    count_values(l, 0, NULL, &lines, &values, &count);
    assert_int_equal(count, 1000);
    assert_int_equal(lines.len, 1001);
    assert_string_equal(lines.items[0].text, "(empty)");
    assert_string_equal(lines.items[0].key, "3  <1%");
    assert_string_equal(lines.items[1000].text, "1,501 more values");
    assert_int_equal(lines.items[1000].target, -1);
    chooser_lines_clear(&lines);
    list_frequencies_free(values, count);
    list_close(l);
    edition_close(ed);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_outline_has_title_headings_annexes_and_signer),
        cmocka_unit_test(the_library_names_notices_and_what_they_carry),
        cmocka_unit_test(what_is_no_longer_in_force_says_so),
        cmocka_unit_test(the_tables_of_a_foreign_file_are_its_library),
        cmocka_unit_test(frequencies_have_count_share_and_bar),
        cmocka_unit_test(many_values_are_cut_and_the_empty_one_is_named),
    };

    return cmocka_run_group_tests(tests, NULL, fixture_clean);
}
