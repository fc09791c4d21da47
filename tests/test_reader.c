/* test_reader.c - what each reader makes of files of its format. */
#include "tests/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "import/reader.h"
#include "tests/page_dump.h"

static char *path_of(const char *name)
{
    const char *srcdir = getenv("srcdir");
    struct str path = {0};

    str_addf(&path, "%s/tests/read/%s", srcdir ? srcdir : ".", name);
    return str_take(&path);
}

/* UPDATE=1 writes what came out over what was wanted: read the difference. */
static void compare(const char *name, const struct str *got)
{
    struct str wanted = {0}, file = {0};
    char buf[4096], *path;
    size_t n;
    FILE *f;

    str_addf(&file, "%s.want", name);
    path = path_of(str_text(&file));
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
    str_clear(&file);
    str_clear(&wanted);
}

static void files_become_pages(void **state)
{
    static const char *const names[] = {
        "base64.mht",  "even_list.txt",     "lists.html",       "notice.md",
        "page.mht",    "pipes.txt",         "site.html",        "tables.html",
        "wrapped.txt", "wrapped_feeds.txt", "wrapped_flat.txt",
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        char *path = path_of(names[i]);
        struct page p = {0};
        struct str got = {0};
        struct err e = {0};

        if (!reader_read_file(&p, path, &e))
            fail_msg("%s", e.msg);
        page_dump(&got, &p);
        compare(names[i], &got);
        str_clear(&got);
        page_clear(&p);
        free(path);
    }
}

/* Read bytes as a file of that name. */
static bool read_bytes(const char *name, const char *bytes, size_t len,
                       struct page *p, struct err *e)
{
    char folder[] = "/tmp/test_reader.XXXXXX";
    struct str path = {0};
    FILE *f;
    bool ok;

    assert_non_null(mkdtemp(folder));
    str_addf(&path, "%s/%s", folder, name);
    f = fopen(str_text(&path), "w");
    assert_non_null(f);
    assert_int_equal(fwrite(bytes, 1, len, f), len);
    fclose(f);
    ok = reader_read_file(p, str_text(&path), e);
    unlink(str_text(&path));
    rmdir(folder);
    str_clear(&path);
    return ok;
}

static void the_content_tells_the_format_before_the_name(void **state)
{
    /* clang-format off */
    static const struct {
        const char *name, *bytes;
        const char *text;    /* of the first line, or */
        const char *message; /* why it is refused */
    } cases[] = {
        { "a.txt", "关于<b>甲</b>", "关于<b>甲</b>", NULL },
        { "a.html", "关于<b>甲</b>", "关于甲", NULL },
        { "a.HTM", "关于<b>甲</b>", "关于甲", NULL },
        { "a.doc", "<html><p>甲</html>", "甲", NULL },
        { "a.txt", " \n<!doctype html><p>甲", "甲", NULL },
        { "a", "<!-- 甲 --><P CLASS=x>乙", "乙", NULL },
        { "a", "<?xml version='1.0'?><html><body>甲</body></html>", "甲", NULL },
        { "a.txt", "<甲>乙", "<甲>乙", NULL },
        { "a.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
          NULL, "is a document of Word 97-2003 (.doc); convert it first: "
          "soffice --headless --convert-to docx FILE" },
        { "A.WPS", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
          NULL, "is a document of WPS (.wps); convert" },
        { "a.docx", "%PDF-1.4", NULL, "is a PDF file; take its text out first: "
          "pdftotext -layout" },
        { "a.rtf", "{\\rtf1", NULL, "is rich text (.rtf); convert" },
        { "a.ofd", "PK\3\4", NULL, "is an OFD file, which no package" },
        { "a.txt", "\x89PNG\r\n", NULL, "is a picture (PNG); recognise" },
        { "a.zip", "PK\3\4", NULL, "is a ZIP archive; unpack it" },
        { "a.rar", "Rar!\x1A", NULL, "is a RAR archive; unpack it" },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct page p = {0};
        struct err e = {0};
        bool ok = read_bytes(cases[i].name, cases[i].bytes,
                             strlen(cases[i].bytes), &p, &e);

        if (ok != (cases[i].text != NULL))
            fail_msg("case %zu: %s", i, ok ? "read" : e.msg);
        if (ok && (p.count == 0 || strcmp(p.lines[0].text, cases[i].text) != 0))
            fail_msg("case %zu: %s", i, p.count ? p.lines[0].text : "nothing");
        if (!ok && !strstr(e.msg, cases[i].message))
            fail_msg("case %zu: %s", i, e.msg);
        page_clear(&p);
    }
}

/* Text stands in each of many nested elements, and none of it is lost. */
static void no_depth_of_elements_loses_text(void **state)
{
    static const char *const tags[] = {"div", "span", "table", "ul", "b"};

    (void)state;
    for (size_t t = 0; t < ARRAY_LEN(tags); t++) {
        struct str html = {0};
        struct page p = {0};
        struct err e = {0};
        size_t found = 0;

        for (int i = 0; i < 3000; i++)
            str_addf(&html, "<%s>%s甲", tags[t], t == 2 ? "<tr><td>" : "");
        if (!read_bytes("a.html", html.text, html.len, &p, &e))
            fail_msg("%s", e.msg);
        for (size_t i = 0; i < p.count; i++) {
            for (const char *s = p.lines[i].text; (s = strstr(s, "甲")); s++)
                found++;
        }
        if (found != 3000)
            fail_msg("<%s>: %zu", tags[t], found);
        page_clear(&p);
        str_clear(&html);
    }
}

static void spans_cannot_make_a_table_without_end(void **state)
{
    struct str html = {0};
    struct page p = {0};
    struct err e = {0};
    size_t places = 0;

    (void)state;
    str_add(&html, "<table>");
    for (int i = 0; i < 20000; i++)
        str_add(&html, "<tr><td colspan=1000 rowspan=1000>a<td>b");
    if (!read_bytes("a.html", html.text, html.len, &p, &e))
        fail_msg("%s", e.msg);
    assert_int_equal(p.count, 1);
    for (size_t r = 0; r < p.lines[0].grid->count; r++)
        places += p.lines[0].grid->rows[r].count;
    if (places > 4 * (1 << 20))
        fail_msg("%zu places", places);
    page_clear(&p);
    str_clear(&html);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_become_pages),
        cmocka_unit_test(the_content_tells_the_format_before_the_name),
        cmocka_unit_test(no_depth_of_elements_loses_text),
        cmocka_unit_test(spans_cannot_make_a_table_without_end),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
