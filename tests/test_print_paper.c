/* test_print_paper.c - lists and records within the width of the paper. */
#include "tests/test.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "print/print_columns.h"
#include "print/print_list.h"
#include "print/print_notice.h"
#include "print/print_record.h"
#include "tests/fixture.h"
#include "tests/opened.h"
#include "text/cluster.h"

/* ---- how columns share ---- */

struct share_case {
    const char *what;
    int paper;
    int cells[4][4]; /* widths, by column; 0: none further */
    int name, derived;
    int widths[4]; /* all 0: no room */
};

static void columns_share_the_paper(void **state)
{
    static const struct share_case cases[] = {
        {"all fits", 40, {{4}, {20}, {8}}, 1, 2, {4, 20, 8}},
        {"paper without end", 0, {{4}, {200}, {80}}, 1, 2, {4, 200, 80}},
        {"all but one fit", 40, {{4}, {40}, {8}}, 1, 2, {4, 24, 8}},
        {"the name goes before what is derived",
         50,
         {{4}, {30}, {30}},
         1,
         2,
         {4, 30, 12}},
        {"what many rows want goes before what one wants",
         60,
         {{30, 30, 30}, {300, 10, 10}},
         0,
         -1,
         {30, 28}},
        {"both get what they must", 30, {{4}, {80}, {80}}, 1, -1, {4, 0}},
        {"the least", 32, {{4}, {80}, {80}}, 1, -1, {4, 12, 12}},
        {"one less", 31, {{4}, {80}, {80}}, 1, -1, {0}},
        {"narrow ones have no least", 8, {{3}, {3}}, 0, -1, {3, 3}},
        {"and need their room", 7, {{3}, {3}}, 0, -1, {0}},
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        const struct share_case *c = &cases[i];
        struct print_columns columns;
        size_t n = 0;
        bool has_room;

        while (n < 4 && c->cells[n][0] > 0)
            n++;
        print_columns_init(&columns, n);
        for (size_t k = 0; k < n; k++) {
            for (size_t row = 0; row < 4 && c->cells[k][row] > 0; row++)
                print_columns_add(&columns, k, c->cells[k][row]);
            columns.items[k].is_name = (int)k == c->name;
            columns.items[k].is_derived = (int)k == c->derived;
        }
        has_room = print_columns_share(&columns, c->paper, 2);
        if (has_room != (c->widths[n - 1] > 0))
            fail_msg("%s: %s", c->what, has_room ? "has room" : "no room");
        for (size_t k = 0; has_room && k < n; k++) {
            if (columns.items[k].width != c->widths[k])
                fail_msg("%s: column %zu is %d wide, not %d", c->what, k,
                         columns.items[k].width, c->widths[k]);
        }
        print_columns_clear(&columns);
    }
}

/* ---- what is printed ---- */

static struct opened long_list(void)
{
    char *path = fixture_edition("long.db");

    fixture_alter(
        path,
        "UPDATE annex_1 SET 集团名称 = '某省“新时代”职业教育（集团）联盟——'"
        " || '由甲市工业职业技术学院、乙县中等专业学校等六十三家单位组成'"
        " WHERE rowid IN (2, 5);"
        "UPDATE annex_1 SET 牵头单位 = 'Example Vocational Institute of'"
        " || ' Technology, https://www.example.example/a/very/long/path'"
        " WHERE rowid = 3;"
        "UPDATE annex_1 SET 牵头单位 ="
        " '丙学院 ' || replace(hex(zeroblob(40)), '0', '1') WHERE rowid = 4;"
        "UPDATE annex_1 SET 地区 = '甲市、乙市、丙市、丁市、戊市、己市'"
        " WHERE rowid = 6;"
        "UPDATE annex_1 SET 地区 = '' WHERE rowid = 7;");
    return open_list(path);
}

static void print_into(struct str *out, struct opened *o, const char *format,
                       int width, int ambiguous, int64_t record)
{
    struct print_request request = {
        .format = print_format_find(format),
        .width = width,
        .ambiguous = ambiguous,
    };
    struct err e = {0};
    struct printer p;
    bool ok;

    str_truncate(out, 0);
    printer_init(&p, o->ed, &request);
    p.into = out;
    ok = record > 0 ? print_record(&p, o->list, record, &e)
                    : print_list(&p, o->list, NULL, NULL, true, &e);
    if (!ok)
        fail_msg("%s", e.msg);
    printer_clear(&p);
}

/* No line of `out` is wider. */
static void assert_within(const struct str *out, int width,
                          enum ambiguous ambiguous)
{
    const char *line = str_text(out);

    while (*line) {
        size_t len = strcspn(line, "\n");
        int columns = cluster_columns(line, len, ambiguous);

        if (columns > width)
            fail_msg("%d columns at a width of %d: %.*s", columns, width,
                     (int)len, line);
        line += len + 1;
    }
}

/* How often each byte stands in a text, blanks and line ends aside. */
static void count_bytes(const struct str *s, size_t counts[256])
{
    memset(counts, 0, 256 * sizeof(*counts));
    for (size_t i = 0; i < s->len; i++) {
        unsigned char c = (unsigned char)s->text[i];

        counts[c] += c != ' ' && c != '\n';
    }
}

static void no_line_passes_the_width_and_nothing_is_lost(void **state)
{
    struct opened o = long_list();
    struct str out = {0}, table = {0}, records = {0};

    (void)state;
    for (int ambiguous = 1; ambiguous <= 2; ambiguous++) {
        print_into(&table, &o, "text", 0, ambiguous, 0);
        for (int width = 20; width <= 132; width++) {
            size_t found[256], wanted[256];
            bool is_table;

            print_into(&out, &o, "text", width, ambiguous, 0);
            assert_within(&out, width, (enum ambiguous)ambiguous);
            /* 4 + 3 x 12 columns and three gaps */
            is_table = width >= 46;
            if (is_table != !strstr(str_text(&out), "集团名称:"))
                fail_msg("at %d: %s", width, str_text(&out));
            if (!is_table)
                continue;
            count_bytes(&out, found);
            count_bytes(&table, wanted);
            if (memcmp(found, wanted, sizeof(found)) != 0)
                fail_msg("at %d something is lost: %s", width, str_text(&out));
        }
        for (int width = 20; width <= 132; width++) {
            size_t found[256], wanted[256];

            print_into(&records, &o, "records", 0, ambiguous, 0);
            print_into(&out, &o, "records", width, ambiguous, 0);
            assert_within(&out, width, (enum ambiguous)ambiguous);
            count_bytes(&out, found);
            count_bytes(&records, wanted);
            assert_memory_equal(found, wanted, sizeof(found));
            print_into(&out, &o, "text", width, ambiguous, 2);
            assert_within(&out, width, (enum ambiguous)ambiguous);
        }
    }
    str_clear(&out);
    str_clear(&table);
    str_clear(&records);
    close_list(&o);
}

static void a_notice_keeps_within_the_paper(void **state)
{
    struct opened o = long_list();
    struct str out = {0};

    (void)state;
    for (int width = 20; width <= 132; width++) {
        for (int ambiguous = 1; ambiguous <= 2; ambiguous++) {
            struct print_request request = {
                .format = print_format_find("text"),
                .width = width,
                .ambiguous = ambiguous,
            };
            struct print_source source;
            struct printer p;

            str_truncate(&out, 0);
            printer_init(&p, o.ed, &request);
            p.into = &out;
            assert_true(print_source_open(&source, &p, 0, NULL));
            assert_true(print_notice(&p, &source, NULL));
            print_source_close(&source);
            printer_clear(&p);
            assert_within(&out, width, (enum ambiguous)ambiguous);
        }
    }
    str_clear(&out);
    close_list(&o);
}

static void cells_break_inside_their_columns(void **state)
{
    struct opened o = long_list();
    struct str out = {0};

    (void)state;
    print_into(&out, &o, "text", 46, 1, 0);
    if (!strstr(str_text(&out), "   2  某省“新时代”  北京交通运输  北京\n"
                                "      职业教育（集  职业学院\n"
                                "      团）联盟——由\n"))
        fail_msg("%s", str_text(&out));
    str_clear(&out);
    close_list(&o);
}

static void what_has_no_room_for_columns_becomes_records(void **state)
{
    struct opened o = long_list();
    struct str out = {0};

    (void)state;
    print_into(&out, &o, "text", 30, 1, 0);
    if (!strstr(str_text(&out), "序号: 1\n集团名称: 联想职业教育集团\n"
                                "牵头单位: 联想（北京）有限公司\n"))
        fail_msg("%s", str_text(&out));
    if (!strstr(str_text(&out), "\n\n-- 4-87 "))
        fail_msg("%s", str_text(&out));
    str_clear(&out);
    close_list(&o);
}

static void without_a_width_a_record_is_one_line(void **state)
{
    struct opened o = long_list();
    struct str out = {0};
    size_t lines = 0;

    (void)state;
    print_into(&out, &o, "text", 0, 1, 0);
    for (const char *s = str_text(&out); (s = strchr(s, '\n')); s++)
        lines++;
    assert_int_equal(lines, 1 + 1 + 8 + 4); /* title, headings, rows, gaps */
    str_clear(&out);
    close_list(&o);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_share_the_paper),
        cmocka_unit_test(no_line_passes_the_width_and_nothing_is_lost),
        cmocka_unit_test(a_notice_keeps_within_the_paper),
        cmocka_unit_test(cells_break_inside_their_columns),
        cmocka_unit_test(what_has_no_room_for_columns_becomes_records),
        cmocka_unit_test(without_a_width_a_record_is_one_line),
    };

    setlocale(LC_CTYPE, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, fixture_clean);
}
