/* test_import.c - saved pages become documents, and no line is lost. */
#include "tests/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "import/begin.h"
#include "import/cite.h"
#include "import/mention.h"
#include "import/reader.h"
#include "import/recognise.h"
#include "import/survey.h"
#include "tests/draft_dump.h"

static char *path_of(const char *name)
{
    const char *srcdir = getenv("srcdir");
    struct str path = {0};

    str_addf(&path, "%s/%s", srcdir ? srcdir : ".", name);
    return str_take(&path);
}

static void recognise(const char *name, struct page *p, struct draft *d)
{
    struct unit_tables *tables = unit_tables_new();
    char *path = path_of(name);
    struct err e = {0};

    if (!reader_read_file(p, path, &e) ||
        !recognise_page(p, d, tables, NULL, &e))
        fail_msg("%s", e.msg);
    cite_all(d);
    mention_all(d);
    free(path);
    unit_tables_free(tables);
}

static char *contents(const char *name)
{
    char *path = path_of(name), buf[4096];
    FILE *f = fopen(path, "r");
    struct str text = {0};
    size_t n;

    if (!f)
        fail_msg("%s cannot be opened", path);
    while ((n = fread(buf, 1, sizeof(buf), f)) > 0)
        str_append(&text, buf, n);
    fclose(f);
    free(path);
    return str_take(&text);
}

/* UPDATE=1 writes what came out over what was wanted: read the difference. */
static void compare(const char *name, const struct str *got)
{
    char *want;

    if (getenv("UPDATE")) {
        char *path = path_of(name);
        FILE *f = fopen(path, "w");

        assert_non_null(f);
        fputs(str_text(got), f);
        fclose(f);
        free(path);
    }
    want = contents(name);
    if (strcmp(want, str_text(got)) != 0)
        fail_msg("%s differs; this came out:\n%s", name, str_text(got));
    free(want);
}

static void pages_are_recognised_by_their_form(void **state)
{
    static const char *const names[] = {
        "announcement", "article",     "lead",    "odd",
        "red_head",     "two_notices", "web_head"};

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        struct page p = {0};
        struct draft d = {0};
        struct str got = {0}, name = {0};

        str_addf(&name, "tests/import/%s.txt", names[i]);
        recognise(str_text(&name), &p, &d);
        draft_dump(&got, &d);
        draft_dump_left_out(&got, &p);
        str_clear(&name);
        str_addf(&name, "tests/import/%s.want", names[i]);
        compare(str_text(&name), &got);
        str_clear(&name);
        str_clear(&got);
        draft_clear(&d);
        page_clear(&p);
    }
}

#define SEED "data/000_a562e178ea6b730c.txt"

/* Every line of the source document, by hand: where it must end up. */
static void every_line_of_the_source_is_accounted_for(void **state)
{
    /* clang-format off */
    static const struct {
        size_t first, last;
        const char *fate; /* of the first; the others count on from it */
        unsigned step;    /* lines from one to the next; others are blank */
    } wanted[] = {
        { 3, 3, "notice 2 block 1", 1 },
        { 5, 5, "notice 2 block 2", 1 },
        { 7, 7, "notice 2 block 3", 1 },
        { 11, 11, "left out: a description in English, not the page's own "
          "words", 1 },
        { 13, 13, "left out: repeats line 23", 1 },
        { 15, 15, "left out: repeats line 25", 1 },
        { 17, 17, "left out: repeats line 27", 1 },
        { 19, 47, "notice 1 block 1", 2 },
        { 49, 50, "notice 1 block 16", 1 },
        { 52, 56, "notice 1 block 18", 2 },
        { 58, 58, "annex 1 title", 1 },
        { 59, 59, "annex 1 headings", 1 },
        { 60, 73, "annex 1 row 1", 1 },
    };
    /* clang-format on */
    struct page p = {0};
    struct draft d = {0};
    const char *fates[73] = {0};
    char buf[73][32];

    (void)state;
    recognise(SEED, &p, &d);
    assert_int_equal(p.count, 73);
    for (size_t i = 0; i < ARRAY_LEN(wanted); i++) {
        const char *digits = wanted[i].fate + strlen(wanted[i].fate);
        size_t n = 0;

        while (digits[-1] >= '0' && digits[-1] <= '9')
            digits--;
        for (size_t at = wanted[i].first - 1; at < wanted[i].last;
             at += wanted[i].step) {
            fates[at] = wanted[i].fate;
            if (at == wanted[i].first - 1)
                continue;
            snprintf(buf[at], sizeof(buf[at]), "%.*s%ld",
                     (int)(digits - wanted[i].fate), wanted[i].fate,
                     strtol(digits, NULL, 10) + (long)++n);
            fates[at] = buf[at];
        }
    }
    for (size_t i = 0; i < p.count; i++) {
        const char *want = fates[i] ? fates[i] : "blank";

        if (!p.lines[i].fate || strcmp(p.lines[i].fate, want) != 0)
            fail_msg("line %zu: \"%s\", not \"%s\"", i + 1,
                     p.lines[i].fate ? p.lines[i].fate : "lost", want);
    }
    draft_clear(&d);
    page_clear(&p);
}

static void the_notice_has_its_parts(void **state)
{
    /* clang-format off */
    static const struct {
        enum role role;
        int level;
        const char *beginning;
    } wanted[] = {
        { ROLE_TITLE, 0, "关于公布第一批示范性职业教育集团（联盟）培育单位" },
        { ROLE_NUMBER, 0, "教职成司函〔2020〕33号" },
        { ROLE_ADDRESSEE, 0, "各省、自治区、直辖市教育厅（教委），" },
        { ROLE_BODY, 0, "根据《关于开展" },
        { ROLE_BODY, 0, "各地教育行政部门、有关单位要充分认识" },
        { ROLE_HEADING, 1, "一、明确工作定位。" },
        { ROLE_HEADING, 1, "二、加强组织领导。" },
        { ROLE_HEADING, 1, "三、注重探索创新。" },
        { ROLE_HEADING, 1, "四、落实支持政策。" },
        { ROLE_BODY, 0, "按照工作安排，我司将适时启动第二批" },
        { ROLE_CONTACT, 0, "联系人：教育部职成司 " },
        { ROLE_CONTACT, 0, "技术平台 " },
        { ROLE_CONTACT, 0, "邮箱：jth@chinazy.org" },
        { ROLE_CONTACT, 0, "邮寄地址：北京市朝阳区慧忠路5号远大中心" },
        { ROLE_ANNEX, 0, "附件：" },
        { ROLE_ANNEX, 1, "1. 第一批示范性职业教育集团（联盟）培育单位名单" },
        { ROLE_ANNEX, 1, "2. 示范性职业教育集团（联盟）推荐书" },
        { ROLE_ANNEX, 1, "3.示范性职业教育集团（联盟）推荐名单汇总表" },
        { ROLE_SIGNER, 0, "教育部职业教育与成人教育司" },
        { ROLE_DATE, 0, "2020年10月15日" },
    };
    /* clang-format on */
    struct page p = {0};
    struct draft d = {0};
    const struct draft_notice *n;

    (void)state;
    recognise(SEED, &p, &d);
    assert_int_equal(d.notice_count, 2);
    n = &d.notices[0];
    assert_string_equal(n->kind, "通知");
    assert_string_equal(n->doc_number, "教职成司函〔2020〕33号");
    assert_string_equal(n->issued_on, "2020-10-15");
    assert_string_equal(n->issuer, "教育部职业教育与成人教育司");
    assert_string_equal(n->url, "http://www.moe.gov.cn/s78/A07/A07_sjhj/"
                                "202010/t20201016_495041.html");
    assert_int_equal(n->block_count, ARRAY_LEN(wanted));
    for (size_t i = 0; i < n->block_count; i++) {
        const struct draft_block *b = &n->blocks[i];

        if (b->role != wanted[i].role || b->level != wanted[i].level ||
            strncmp(b->text, wanted[i].beginning,
                    strlen(wanted[i].beginning)) != 0)
            fail_msg("block %zu: %s/%d %s", i + 1, role_name(b->role), b->level,
                     b->text);
    }
    /* The marks of the saved page are in raw alone. */
    assert_non_null(
        strstr(n->blocks[9].text, "（网址：http://jth.chinazy.org）"));
    assert_non_null(strstr(n->blocks[9].raw, "<http://jth.chinazy.org>"));
    assert_null(n->blocks[17].raw);
    draft_clear(&d);
    page_clear(&p);
}

static void the_list_has_its_records_and_gaps(void **state)
{
    static const int64_t numbers[] = {1,   2,   3,   88,  98,  99,  100,
                                      101, 102, 103, 104, 105, 106, 107};
    struct page p = {0};
    struct draft d = {0};
    const struct draft_annex *a;
    const struct draft_list *l;

    (void)state;
    recognise(SEED, &p, &d);
    assert_int_equal(d.notices[0].annex_count, 3);
    a = d.notices[0].annexes;
    assert_string_equal(a[0].kind, "list");
    assert_string_equal(a[1].kind, "form");
    assert_string_equal(a[2].kind, "form");
    assert_null(a[1].list);
    assert_null(a[2].list);
    assert_int_equal(a[0].stated_total, -1);
    l = a[0].list;
    assert_int_equal(l->row_count, ARRAY_LEN(numbers));
    for (size_t i = 0; i < l->row_count; i++)
        assert_int_equal(strtol(l->rows[i].cells[0], NULL, 10), numbers[i]);
    assert_int_equal(l->columns[0].kind, COLUMN_INTEGER);
    assert_int_equal(l->column_count, 5);
    assert_string_equal(l->columns[2].origin, "source");
    assert_string_equal(l->columns[3].name, "地区");
    assert_string_equal(l->columns[3].origin, "regions.tsv (牵头单位)");
    assert_string_equal(l->columns[4].name, "单位类型");
    assert_int_equal(l->gaps.count, 2);
    assert_int_equal(l->gaps.items[0].after_row, 3);
    assert_int_equal(l->gaps.items[0].first, 4);
    assert_int_equal(l->gaps.items[0].last, 87);
    assert_int_equal(l->gaps.items[1].after_row, 4);
    assert_int_equal(l->gaps.items[1].first, 89);
    assert_int_equal(l->gaps.items[1].last, 97);
    draft_clear(&d);
    page_clear(&p);
}

static void documents_know_each_other(void **state)
{
    struct page p = {0};
    struct draft d = {0};
    const struct draft_citation *c;

    (void)state;
    recognise(SEED, &p, &d);
    assert_string_equal(d.notices[1].kind, "新闻");
    assert_int_equal(d.notices[0].citation_count, 4);
    assert_int_equal(d.notices[1].citation_count, 1);
    c = d.notices[1].citations;
    assert_int_equal(c->block, 1);
    assert_int_equal(c->start, 13 + 1);
    assert_int_equal(c->length, 30 + 2 + 15);
    assert_int_equal(c->target, 0);
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(d.notices[0].citations[i].target, -1);
    /* The fifth row, number 98, by the news' title and its text. */
    assert_int_equal(d.mention_count, 2);
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(d.mentions[i].row, 4);
        assert_int_equal(d.mentions[i].notice, 1);
        assert_int_equal(d.mentions[i].block, i);
    }
    draft_clear(&d);
    page_clear(&p);
}

#define TITLES 2000

/* Titles, `said` times each, with nothing that proves them to be one. */
static void fill_with_titles(struct page *p, size_t said)
{
    p->count = TITLES;
    p->lines = xcalloc(p->count, sizeof(*p->lines));
    for (size_t i = 0; i < p->count; i++) {
        struct str text = {0};

        str_addf(&text, "第%zu段关于工作安排的通知", i / said);
        p->lines[i].text = str_take(&text);
    }
}

static void titles_are_not_looked_behind_again_for_each(void **state)
{
    static const size_t said[] = {1, 2, TITLES};

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(said); i++) {
        struct page p = {0};
        struct survey s;
        struct begins b;

        fill_with_titles(&p, said[i]);
        survey_make(&s, &p);
        begin_find_all(&s, &b);
        assert_int_equal(b.count, 1);
        assert_in_range(b.looked, 1, 8 * p.count);
        begins_clear(&b);
        survey_clear(&s);
        page_clear(&p);
    }
}

static void add_named(struct draft *d, const char *title, const char *number)
{
    struct draft_notice *n = draft_add_notice(d);

    draft_set(&n->title, title);
    draft_set(&n->doc_number, number);
}

static void a_citation_leads_to_the_first_that_it_names(void **state)
{
    static const int targets[] = {1, 0, 3, -1, 2, -1};
    struct draft d = {0};
    const struct draft_notice *n;

    (void)state;
    add_named(&d, "教育部关于甲的通知", "教职〔2020〕1号");
    add_named(&d, "关于甲的通知", "教职〔2020〕2号");
    add_named(&d, "关于甲的通知", "教职〔2020〕3号");
    add_named(&d, "部关于转发关于乙的通知", "教职〔2020〕3号");
    draft_add_block(&d.notices[1])->text =
        xstrdup("教职[2020]2号《关于 甲的通知》《关于乙的通知》"
                "《甲的通知》《关于甲的通知》（教职(2020)3号）教职〔2020〕4号");
    cite_all(&d);
    n = &d.notices[1];
    assert_int_equal(n->citation_count, ARRAY_LEN(targets));
    for (size_t i = 0; i < ARRAY_LEN(targets); i++)
        assert_int_equal(n->citations[i].target, targets[i]);
    draft_clear(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_line_of_the_source_is_accounted_for),
        cmocka_unit_test(the_notice_has_its_parts),
        cmocka_unit_test(the_list_has_its_records_and_gaps),
        cmocka_unit_test(documents_know_each_other),
        cmocka_unit_test(pages_are_recognised_by_their_form),
        cmocka_unit_test(titles_are_not_looked_behind_again_for_each),
        cmocka_unit_test(a_citation_leads_to_the_first_that_it_names),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
