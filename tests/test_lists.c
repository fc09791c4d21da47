/* test_lists.c - the lists in files of tables, whatever they come as. */
#include "tests/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "import/grid_rows.h"
#include "import/list_file.h"
#include "import/page_list.h"
#include "import/reader.h"

static char *path_of(const char *name, const char *ending)
{
    const char *srcdir = getenv("srcdir");
    struct str path = {0};

    str_addf(&path, "%s/tests/lists/%s%s", srcdir ? srcdir : ".", name, ending);
    return str_take(&path);
}

/* UPDATE=1 writes what came out over what was wanted: read the difference. */
static void compare(const char *name, const struct str *got)
{
    char *path = path_of(name, ".want");
    struct str wanted = {0};
    char buf[4096];
    size_t n;
    FILE *f;

    if (getenv("UPDATE")) {
        f = fopen(path, "w");
        assert_non_null(f);
        fputs(str_text(got), f);
        fclose(f);
    }
    f = fopen(path, "r");
    if (!f)
        fail_msg("%s cannot be opened", path);
    while ((n = fread(buf, 1, sizeof(buf), f)) > 0)
        str_append(&wanted, buf, n);
    fclose(f);
    if (strcmp(str_text(&wanted), str_text(got)) != 0)
        fail_msg("%s differs; this came out:\n%s", path, str_text(got));
    free(path);
    str_clear(&wanted);
}

struct dump {
    struct list_sink sink;
    struct str *out;
    const struct list *list;
};

static bool dump_row(struct list_sink *sink, const struct write_cell *cells,
                     size_t number, struct err *e)
{
    struct dump *d = (struct dump *)sink; /* its first member */

    (void)e;
    str_addf(d->out, "  %zu:", number);
    for (size_t i = 0; i < d->list->count; i++) {
        str_add(d->out, i ? " | " : " ");
        for (size_t b = 0; b < cells[i].len; b++) {
            if (cells[i].text[b] == '\n')
                str_add(d->out, "\\n");
            else
                str_addc(d->out, cells[i].text[b]);
        }
    }
    str_addc(d->out, '\n');
    return true;
}

static void dump_list(struct list_file *f, struct list_entry *entry,
                      const struct unit_tables *tables, struct str *out)
{
    struct list *l = &entry->list;
    struct dump d = {.sink.take = dump_row, .out = out, .list = l};
    struct err e = {0};
    struct rows *rows;

    str_addf(out, "list %s, %lld rows, total %lld, annex %d\n", entry->title,
             (long long)l->rows, (long long)l->table.stated_total,
             l->table.annex);
    for (size_t i = 0; i < l->count; i++)
        str_addf(out, "  column %s (%s, %s)\n", l->columns[i].name,
                 column_kind_name(l->columns[i].kind), l->columns[i].origin);
    f->book.remarks = NULL;
    rows = book_open_sheet(&f->book, entry->sheet, &e);
    if (!rows || !list_each(l, rows, tables, &d.sink, NULL, &e))
        fail_msg("%s", e.msg);
    rows_close(rows);
    for (size_t i = 0; i < l->gaps.count; i++)
        str_addf(out, "  gap %lld-%lld\n", (long long)l->gaps.items[i].first,
                 (long long)l->gaps.items[i].last);
    for (size_t i = 0; i < l->table.line_count; i++)
        str_addf(out, "  %s: %s\n",
                 l->table.lines[i].is_below ? "below" : "above",
                 l->table.lines[i].text);
}

/* Open the file as the importer does: as a book, or as a page that is one. */
static bool open_book(struct list_file *f, const char *path,
                      struct decode *decode, struct err *e)
{
    const struct reader *reader;
    struct page p = {0};
    struct grid *g;

    if (!input_open(&f->book.in, path, decode, e) ||
        !(reader = reader_for(&f->book.in, e)))
        return false;
    if (reader->open_book)
        return reader->open_book(&f->book, e);
    if (!reader_read_page(reader, &p, &f->book.in, e))
        return false;
    g = page_list_read(&p);
    page_clear(&p);
    if (g)
        grid_rows_book(&f->book, g);
    return g || err_set(e, ERR_DATA, "%s: is a document", path);
}

static void read_lists(const char *path, const struct table_options *o,
                       struct str *out)
{
    struct unit_tables *tables = unit_tables_new();
    struct decode decode;
    struct list_file f = {0};
    struct str remarks = {0};
    struct err e = {0};

    assert_true(decode_open(&decode, &e));
    if (open_book(&f, path, &decode, &e)) {
        f.book.remarks = &remarks;
        if (list_file_check(&f, o, NULL, tables, NULL, &e)) {
            for (size_t i = 0; i < f.count; i++)
                dump_list(&f, &f.entries[i], tables, out);
        }
    }
    if (e.msg[0])
        str_addf(out, "refused: %s\n", e.msg);
    for (char *at = remarks.text; at && *at;) {
        char *end = strchr(at, '\n'), *name = strstr(at, "tests/lists/");

        *end = '\0';
        str_addf(out, "told: %s\n", name ? name + strlen("tests/lists/") : at);
        at = end + 1;
    }
    if (!f.book.ops) /* no book, which would own it */
        input_close(&f.book.in);
    list_file_clear(&f);
    decode_close(&decode);
    unit_tables_free(tables);
    str_clear(&remarks);
}

static void files_become_lists(void **state)
{
    static const struct table_options none;
    static const char *const names[] = {
        "bars.txt",     "blanks.txt", "book.ods",      "book.xlsx",
        "book2003.xls", "box.txt",    "groups.csv",    "no_heads.csv",
        "numbered.txt", "old.xls",    "prizes.txt",    "restarts.tsv",
        "stacked.tsv",  "halves.csv", "one_line.html", "two_heads.csv",
        "unicode.txt",  "web.xls",
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        char *path = path_of(names[i], "");
        struct str got = {0};

        read_lists(path, &none, &got);
        compare(names[i], &got);
        str_clear(&got);
        free(path);
    }
}

/* What comes of a text as a file, in one line: columns, then rows. */
static void read_text(const char *text, const char *ending,
                      const struct table_options *o, struct str *out)
{
    char path[] = "/tmp/test_lists.XXXXXX.csv";
    int fd;
    FILE *f;

    memcpy(path + strlen(path) - 4, ending, 4);
    fd = mkstemps(path, 4);
    assert_true(fd >= 0);
    f = fdopen(fd, "w");
    fputs(text, f);
    fclose(f);
    read_lists(path, o, out);
    remove(path);
}

static void check_text(const char *text, const struct table_options *o,
                       const char *const *wanted)
{
    struct str out = {0};

    read_text(text, ".csv", o, &out);
    for (; *wanted; wanted++) {
        if (!strstr(str_text(&out), *wanted))
            fail_msg("\"%s\" is not in what came of\n%s\n%s", *wanted, text,
                     str_text(&out));
    }
    str_clear(&out);
}

static void what_is_amiss_is_told_with_its_place(void **state)
{
    static const struct table_options none;
    static const struct {
        const char *text;
        const char *wanted[4];
    } cases[] = {
        {"序号,名称\n1,\"甲\n2,乙\n", {"refused: ", ":2: a quotation mark"}},
        {"序号,名称\n1,\"甲\n乙\"\n2,丙,丁\n3,戊\n", {"refused: ", ":4: "}},
        {"序号,名称\n1,甲\n1,乙\n", {":3: the number 1 stands twice"}},
        {"序号,名称,地址\n1,甲,子\n职业学院,丑\n2,乙,寅\n",
         {":3: \"职业学院\" stands where the others have a number"}},
        {"序号,名称\n甲省（3所）,\n1,甲\n2,乙\n",
         {":2: 甲省 is said to have 3, and has 2"}},
        {"名单（共3个）\n序号,名称\n1,甲\n2,乙\n",
         {":1: 3 are said to be in the list, and it has 2"}},
        {"1,甲\n2,乙\n", {":1: looks like a record", "column 列2"}},
        {"名称,地址\n甲乙,\"丙\"丁\n",
         {"甲乙 | \"丙\"丁"}}, /* text behind the mark: it is a character */
        {"", {"refused: "}},
        {"名称,地址\n", {"refused: ", "no table in it"}},
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        check_text(cases[i].text, &none, cases[i].wanted);
}

static void a_table_is_as_the_user_says(void **state)
{
    static const char text[] = "甲,乙,丙\n子,丑,寅\n卯,辰,巳\n";
    static const struct {
        struct table_options o;
        const char *wanted[4];
    } cases[] = {
        {{.no_headings = true}, {"3 rows", "column 列1", "1: 甲 | 乙 | 丙"}},
        {{.head_from = 2, .head_to = 2}, {"1 rows", "column 子"}},
        {{.head_from = 1, .head_to = 2}, {"1 rows", "column 甲/子"}},
        {{.head_from = 9, .head_to = 9}, {"refused: ", "row 9"}},
        {{.columns = "3,甲"}, {"2: 寅 | 子\n", "column 丙"}},
        {{.columns = "1-2"}, {"2: 子 | 丑\n"}},
        {{.columns = "丁"}, {"refused: ", "no column 丁"}},
        {{.sheet = "别的"}, {"refused: ", "no sheet 别的"}},
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        check_text(text, &cases[i].o, cases[i].wanted);
}

static void
the_first_row_may_be_a_record_though_it_looks_otherwise(void **state)
{
    static const struct table_options o = {.no_headings = true};
    static const char *const wanted[] = {"2 rows", "1: 序号 | 名称", NULL};

    (void)state;
    check_text("序号,名称\n1,甲\n", &o, wanted);
}

/* A text with more in it than a list stays a document. */
static void documents_are_no_lists(void **state)
{
    static const char *const texts[] = {
        "关于报送名单的通知\n\n各单位：\n请报送。\n1. 甲\n2. 乙\n3. 丙\n",
        "说明\n1. 本表由各校填写。\n2. 请盖章。\n3. 请按时。\n",
        "索引号：\t000/1\t分类：\t教育\n机关：\t某厅\t日期：\t2031年\n",
        "甲，乙。\n\n丙  丁  戊。\n己，庚。\n",
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
        static const struct table_options none;
        struct str out = {0};

        read_text(texts[i], ".txt", &none, &out);
        if (!strstr(str_text(&out), "is a document"))
            fail_msg("%s\n%s", texts[i], str_text(&out));
        str_clear(&out);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_become_lists),
        cmocka_unit_test(what_is_amiss_is_told_with_its_place),
        cmocka_unit_test(a_table_is_as_the_user_says),
        cmocka_unit_test(
            the_first_row_may_be_a_record_though_it_looks_otherwise),
        cmocka_unit_test(documents_are_no_lists),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
