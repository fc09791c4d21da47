/* test_recognise.c - notices in many shapes, each with what an archivist would
 * enter: tests/import/notices.cases. A line "> ..." is the source's, a line
 * "= ..." what is due. UPDATE=1 writes what came out: read the difference. */
#include "tests/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "import/recognise.h"
#include "import/rules.h"

#define CASES "tests/import/notices.cases"

static char *path_of(const char *name)
{
    const char *srcdir = getenv("srcdir");
    struct str path = {0};

    str_addf(&path, "%s/%s", srcdir ? srcdir : ".", name);
    return str_take(&path);
}

static const char *shown(const char *text)
{
    return text && *text ? text : "-";
}

static void dump_annex(struct str *out, const struct draft_annex *a)
{
    str_addf(out, "= annex %s: %s", shown(a->number), a->title);
    if (a->file)
        str_addf(out, " <%s>", a->file);
    if (a->list)
        str_addf(out, ", a list of %zu rows", a->list->row_count);
    else if (a->block >= 0)
        str_add(out, ", held");
    str_addc(out, '\n');
}

static bool is_counted(enum role role)
{
    return role == ROLE_BODY || role == ROLE_ITEM;
}

/* What an archivist looks at; of the text, the parts that are none. */
static void dump_notice(struct str *out, const struct draft_notice *n)
{
    size_t paragraphs = 0;

    str_addf(out, "= %s: %s\n", n->kind, shown(n->title));
    str_addf(out, "= %s | %s | %s | %s\n", shown(n->doc_number),
             shown(n->issuer), shown(n->issued_on), shown(n->addressee));
    if (n->url)
        str_addf(out, "= at %s\n", n->url);
    for (size_t i = 0; i < n->particular_count; i++)
        str_addf(out, "= the page: %s: %s\n", n->particulars[i].name,
                 n->particulars[i].value);
    for (size_t i = 0; i < n->block_count; i++) {
        const struct draft_block *b = &n->blocks[i];

        paragraphs += is_counted(b->role);
        if (b->role >= ROLE_SECRECY || b->role == ROLE_HEADING ||
            b->role == ROLE_CONTACT)
            str_addf(out, "= %s: %s\n", role_name(b->role), b->text);
    }
    for (size_t i = 0; i < n->annex_count; i++)
        dump_annex(out, &n->annexes[i]);
    str_addf(out, "= %zu paragraphs\n", paragraphs);
}

/* Where lines that are no text went, and that none is lost. */
static void dump_left_out(struct str *out, const struct page *p)
{
    for (size_t i = 0; i < p->count; i++) {
        if (!p->lines[i].fate)
            str_addf(out, "= line %zu: LOST\n", i + 1);
        else if (p->lines[i].left_out && *p->lines[i].text)
            str_addf(out, "= no text: %s (%s)\n", p->lines[i].text,
                     p->lines[i].rule);
    }
}

static void recognise(struct page *p, struct str *out)
{
    struct unit_tables *tables = unit_tables_new();
    struct draft d = {0};
    struct err e = {0};

    if (!recognise_page(p, &d, tables, NULL, &e))
        fail_msg("%s", e.msg);
    for (size_t i = 0; i < d.notice_count; i++)
        dump_notice(out, &d.notices[i]);
    dump_left_out(out, p);
    draft_clear(&d);
    unit_tables_free(tables);
}

/* What came out of a case, behind its own lines. */
struct reading {
    struct page page;
    struct str name, due, all;
    size_t failures;
};

static void end_case(struct reading *r)
{
    struct str got = {0};

    if (r->page.count) {
        recognise(&r->page, &got);
        str_add(&r->all, str_text(&got));
        if (strcmp(str_text(&got), str_text(&r->due)) != 0) {
            print_error("%s: this came out:\n%s", str_text(&r->name),
                        str_text(&got));
            r->failures++;
        }
    }
    str_clear(&got);
    str_clear(&r->due);
    page_clear(&r->page);
}

static void take_line(struct reading *r, char *line, size_t len)
{
    if (line[0] == '=') {
        str_append(&r->due, line, len);
        str_addc(&r->due, '\n');
        return;
    }
    if (line[0] == '#') {
        end_case(r);
        str_clear(&r->name);
        str_append(&r->name, line, len);
    } else if (line[0] == '>') {
        size_t skip = len > 1 ? 2 : 1;

        page_add_text(&r->page, line + skip, len - skip, r->page.count + 1);
    }
    str_append(&r->all, line, len);
    str_addc(&r->all, '\n');
}

static void notices_of_many_shapes_are_recognised(void **state)
{
    char *path = path_of(CASES), *line = NULL;
    struct reading r = {.failures = 0};
    FILE *f = fopen(path, "r");
    size_t cap = 0;
    ssize_t len;

    (void)state;
    assert_non_null(f);
    while ((len = getline(&line, &cap, f)) > 0)
        take_line(&r, line, (size_t)len - (line[len - 1] == '\n'));
    end_case(&r);
    fclose(f);
    if (getenv("UPDATE")) {
        f = fopen(path, "w");
        assert_non_null(f);
        fputs(str_text(&r.all), f);
        fclose(f);
    }
    assert_int_equal(r.failures, 0);
    str_clear(&r.name);
    str_clear(&r.all);
    free(line);
    free(path);
}

static void each_rule_has_a_name_and_a_place(void **state)
{
    size_t count;
    const struct rule *rules = rules_table(&count);

    (void)state;
    for (size_t i = 0; i < count; i++) {
        assert_true(rules[i].where != 0);
        for (size_t other = 0; other < i; other++)
            assert_string_not_equal(rules[i].name, rules[other].name);
    }
    /* The last takes what no other took. */
    assert_int_equal(rules[count - 1].where, RULE_ANYWHERE);
}

#define NOTICES 4000

/* A page of many notices is read in time that grows with its length. */
static void many_notices_in_a_page_are_as_many(void **state)
{
    struct page p = {0};
    struct draft d = {0};
    struct unit_tables *tables = unit_tables_new();
    struct err e = {0};

    (void)state;
    for (int i = 0; i < NOTICES; i++) {
        const char *const lines[] = {
            "甲市教育局", "关于报送材料的通知", NULL,
            "各学校：",   "请按时报送材料。",   "附件：报送表",
            "甲市教育局", "2031年3月5日"};

        for (size_t l = 0; l < ARRAY_LEN(lines); l++) {
            struct str number = {0};

            str_addf(&number, "甲教〔2031〕%d号", i + 1);
            page_add_text(&p, lines[l] ? lines[l] : str_text(&number),
                          strlen(lines[l] ? lines[l] : str_text(&number)),
                          p.count + 1);
            str_clear(&number);
        }
    }
    assert_true(recognise_page(&p, &d, tables, NULL, &e));
    assert_int_equal(d.notice_count, NOTICES);
    assert_string_equal(d.notices[NOTICES - 1].doc_number,
                        "甲教〔2031〕4000号");
    draft_clear(&d);
    page_clear(&p);
    unit_tables_free(tables);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(notices_of_many_shapes_are_recognised),
        cmocka_unit_test(each_rule_has_a_name_and_a_place),
        cmocka_unit_test(many_notices_in_a_page_are_as_many),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
