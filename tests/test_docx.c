/* test_docx.c - documents of Word as they are shown: numbered, tracked changes
 * accepted, nothing twice, nothing from outside of the text. */
#include "tests/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "import/numeral.h"
#include "import/reader.h"
#include "tests/page_dump.h"
#include "tests/zip_file.h"

#define NS                                                                     \
    "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' "  \
    "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' "  \
    "xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math' "    \
    "xmlns:v='urn:schemas-microsoft-com:vml'"
#define BODY(xml) "<w:document " NS "><w:body>" xml "</w:body></w:document>"
#define P(xml)    "<w:p><w:r>" xml "</w:r></w:p>"
#define T(text)   "<w:t>" text "</w:t>"
#define NUM(id, level)                                                         \
    "<w:pPr><w:numPr><w:ilvl w:val='" level "'/><w:numId w:val='" id           \
    "'/></w:numPr></w:pPr>"

static bool read_parts(const struct zip_part *parts, size_t count,
                       struct page *p, struct err *e)
{
    char path[] = "/tmp/test_docx.XXXXXX";
    struct str bytes = {0};
    int fd = mkstemp(path);
    bool ok;

    assert_true(fd >= 0);
    zip_file(&bytes, parts, count);
    assert_int_equal(write(fd, bytes.text, bytes.len), bytes.len);
    close(fd);
    ok = reader_read_file(p, path, e);
    unlink(path);
    str_clear(&bytes);
    return ok;
}

static void becomes(const char *document, const char *numbering,
                    const char *wanted)
{
    const struct zip_part parts[] = {
        {"word/document.xml", document, 0},
        {"word/numbering.xml", numbering ? numbering : "<w:numbering " NS "/>",
         0},
        {"word/styles.xml",
         "<w:styles " NS "><w:style w:styleId='a'><w:name w:val='Title'/>"
         "</w:style><w:style w:styleId='1'><w:name w:val='heading 1'/>"
         "<w:pPr><w:numPr><w:numId w:val='7'/></w:numPr></w:pPr></w:style>"
         "<w:style w:styleId='2'><w:basedOn w:val='1'/></w:style></w:styles>",
         0},
        {"word/footnotes.xml",
         "<w:footnotes " NS ">"
         "<w:footnote w:type='separator' w:id='0'>" P(
             T("线")) "</w:footnote>"
                      "<w:footnote w:id='2'>" P(T("脚注一"))
                          P(T("脚注二")) "</w:footnote>"
                                         "</w:footnotes>",
         0},
        {"word/header1.xml", "<w:hdr " NS ">" P(T("页眉")) "</w:hdr>", 0},
    };
    struct page p = {0};
    struct str got = {0};
    struct err e = {0};

    if (!read_parts(parts, ARRAY_LEN(parts), &p, &e))
        fail_msg("%s", e.msg);
    page_dump(&got, &p);
    if (strcmp(str_text(&got), wanted) != 0)
        fail_msg("%s\nbecame\n%s", document, str_text(&got));
    str_clear(&got);
    page_clear(&p);
}

static void text_is_what_word_shows(void **state)
{
    /* clang-format off */
    static const struct { const char *document, *wanted; } cases[] = {
        { BODY(P(T("一") "<w:tab/>" T("二") "<w:br/>" T("三") "<w:cr/>"
                 "<w:noBreakHyphen/><w:softHyphen/><w:sym w:char='F0FE'/>")),
          "1: 一 二\n1: 三\n1: -☑\n" },
        { BODY("<w:p><w:pPr><w:pStyle w:val='a'/><w:jc w:val='left'/>"
               "<w:tabs><w:tab w:pos='1'/></w:tabs></w:pPr><w:r>" T("题") "</w:r></w:p>"
               "<w:p><w:pPr><w:jc w:val='end'/></w:pPr><w:r>" T("右") "</w:r></w:p>"
               "<w:p><w:pPr><w:outlineLvl w:val='0'/></w:pPr><w:r>" T("节") "</w:r></w:p>"),
          "1 title: 题\n2 right: 右\n3 heading: 节\n" },
        /* tracked changes */
        { BODY("<w:p><w:ins>" "<w:r>" T("增") "</w:r></w:ins><w:del><w:r>"
               "<w:delText>删</w:delText></w:r></w:del><w:moveFrom><w:r>" T("移")
               "</w:r></w:moveFrom><w:r>" T("留") "</w:r></w:p>"
               "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r>" T("前段") "</w:r></w:p>"
               P(T("后段"))),
          "1: 增留\n2: 前段后段\n" },
        /* fields: the result alone, of nested ones too */
        { BODY("<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r>"
               "<w:instrText>IF </w:instrText></w:r>"
               "<w:r><w:fldChar w:fldCharType='begin'/>" T("内")
               "<w:fldChar w:fldCharType='separate'/>" T("层")
               "<w:fldChar w:fldCharType='end'/></w:r>"
               "<w:r><w:fldChar w:fldCharType='separate'/>" T("结果")
               "<w:fldChar w:fldCharType='end'/>" T("。") "</w:r></w:p>"
               "<w:p><w:fldSimple w:instr='DATE'><w:r>" T("今日") "</w:r></w:fldSimple></w:p>"),
          "1: 结果。\n2: 今日\n" },
        /* hidden text, placeholders, comments, ruby, math */
        { BODY("<w:p><w:r>" T("见") "</w:r><w:r><w:rPr><w:vanish/></w:rPr>"
               T("隐") "</w:r><w:r><w:rPr><w:vanish w:val='0'/></w:rPr>" T("到")
               "</w:r><w:r><w:commentReference w:id='0'/></w:r></w:p>"
               "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
               P(T("单击此处")) "</w:sdtContent></w:sdt>"
               "<w:sdt><w:sdtPr/><w:sdtContent>" P(T("控件")) "</w:sdtContent></w:sdt>"
               "<w:p><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></w:p>"
               P("<w:ruby><w:rt><w:r>" T("zì") "</w:r></w:rt><w:rubyBase><w:r>" T("字")
                 "</w:r></w:rubyBase></w:ruby>")),
          "1: 见到\n1: (left out: hidden in the document) 隐\n2: 控件\n3: x=1\n4: 字\n" },
        /* a text box before its paragraph, once for both kinds of programs */
        { BODY("<w:p><w:r>" T("前") "<mc:AlternateContent><mc:Choice><w:drawing>"
               "<w:txbxContent>" P(T("框一")) P(T("框二")) "</w:txbxContent></w:drawing>"
               "</mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>" P(T("框一"))
               "</w:txbxContent></v:textbox></w:pict></mc:Fallback>"
               "</mc:AlternateContent>" T("后") "</w:r></w:p>"
               P("<w:pict><v:shape><v:textpath string='某厅文件'/></v:shape></w:pict>")),
          "2: 框一\n3: 框二\n1: 前后\n4: 某厅文件\n" },
        /* notes behind the paragraph that calls them */
        { BODY("<w:p><w:r>" T("正") "<w:footnoteReference w:id='2'/>" T("文")
               "</w:r></w:p>" P(T("下段"))),
          "1: 正文\n1: 脚注一\n1: 脚注二\n2: 下段\n" },
        /* tables */
        { BODY("<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>"
               "<w:tc>" P(T("甲")) "</w:tc><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>"
               P(T("乙")) "</w:tc></w:tr>"
               "<w:tr><w:tc><w:tcPr><w:vMerge w:val='restart'/></w:tcPr>" P(T("1")) "</w:tc>"
               "<w:tc>" P(T("2")) P(T("3")) "</w:tc><w:tc>" P("") "</w:tc></w:tr>"
               "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>" P("") "</w:tc>"
               "<w:tc>" P(T("4")) "</w:tc><w:tc>" P(T("5")) "</w:tc></w:tr>"
               "<w:tr><w:trPr><w:del/></w:trPr><w:tc>" P(T("删")) "</w:tc></w:tr>"
               "</w:tbl>" P(T("尾"))),
          "1: table of 3 columns\n  1: #甲 | #乙 {1x2} | <\n"
          "  3: 1 {2x1} | 2\\n3 | \n  7: ^ | 4 | 5\n10: 尾\n" },
        { BODY("<w:p><w:bookmarkStart w:id='0'/><w:r>" T("a &lt; b &amp; c") "</w:r></w:p>"
               "<w:sectPr/>"), "1: a < b & c\n" },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        becomes(cases[i].document, NULL, cases[i].wanted);
}

#define LVL(level, format, text, more)                                         \
    "<w:lvl w:ilvl='" level "'>" more "<w:numFmt w:val='" format               \
    "'/><w:lvlText w:val='" text "'/></w:lvl>"
#define NUMBERED(id, level, text)                                              \
    "<w:p>" NUM(id, level) "<w:r>" T(text) "</w:r></w:p>"

static void automatic_numbers_are_written_out(void **state)
{
    static const char *const numbering =
        "<w:numbering " NS "><w:abstractNum w:abstractNumId='3'>" LVL(
            "0", "chineseCountingThousand", "%1、",
            "<w:start w:val='9'/>") LVL("1", "chineseCounting", "（%2）", "")
            LVL("2", "decimal", "%1.%3", "<w:isLgl/>") LVL("3", "bullet",
                                                           "\xEF\x81\xAC", "")
                LVL("4", "lowerLetter", "%5)",
                    "<w:suff w:val='nothing'/>") "</w:abstractNum>"
                                                 "<w:num "
                                                 "w:numId='7'><w:abstractNumId "
                                                 "w:val='3'/></w:num>"
                                                 "<w:num "
                                                 "w:numId='8'><w:abstractNumId "
                                                 "w:val='3'/><w:lvlOverride "
                                                 "w:ilvl='0'><w:startOverride "
                                                 "w:val='1'/></w:lvlOverride></"
                                                 "w:num>"
                                                 "</w:numbering>";

    (void)state;
    becomes(
        BODY(NUMBERED("7", "0", "甲") NUMBERED("7", "1", "乙") NUMBERED(
            "7", "1", "丙") NUMBERED("7", "2", "丁") NUMBERED("7", "0", "戊")
                 NUMBERED("7", "1", "己") NUMBERED("7", "3", "点") NUMBERED(
                     "7", "4", "字") NUMBERED("8", "0",
                                              "另起") NUMBERED("8", "0", "再起")
                     NUMBERED("0", "0", "不编") NUMBERED(
                         "99", "0",
                         "没有的") "<w:p><w:pPr><w:pStyle "
                                   "w:val='2'/></w:pPr><w:r>" T(
                                       "样式") "</w:r></w:p>"
                                               "<w:p><w:pPr><w:pStyle "
                                               "w:val='2'/><w:numPr>"
                                               "<w:numId w:val='0'/>"
                                               "</w:numPr></w:pPr><w:r>" T(
                                                   "样式不编") "</w:r></w:p>"),
        numbering,
        "1: 九、甲\n2: （一）乙\n3: （二）丙\n4: 9.1 丁\n5: 十、戊\n"
        "6: （一）己\n7: 点\n8: a)字\n9: 一、另起\n10: 二、再起\n11: 不编\n"
        "12: 没有的\n13 heading: 三、样式\n14 heading: 样式不编\n");
}

static void numerals_are_those_of_each_form(void **state)
{
    static const struct {
        enum numeral form;
        long n;
        const char *wanted;
    } cases[] = {
        {NUMERAL_DECIMAL, 0, "0"},
        {NUMERAL_DECIMAL_ZERO, 7, "07"},
        {NUMERAL_DECIMAL_WIDE, 12, "１２"},
        {NUMERAL_CIRCLED, 1, "①"},
        {NUMERAL_CIRCLED, 21, "㉑"},
        {NUMERAL_CIRCLED, 50, "㊿"},
        {NUMERAL_CIRCLED, 51, "51"},
        {NUMERAL_BRACKETED, 3, "⑶"},
        {NUMERAL_FULL_STOP, 20, "⒛"},
        {NUMERAL_LOWER_LETTER, 27, "aa"},
        {NUMERAL_UPPER_LETTER, 0, "0"},
        {NUMERAL_UPPER_LETTER, 26, "Z"},
        {NUMERAL_LOWER_ROMAN, 49, "xlix"},
        {NUMERAL_UPPER_ROMAN, 2026, "MMXXVI"},
        {NUMERAL_CHINESE, 10, "十"},
        {NUMERAL_CHINESE, 11, "十一"},
        {NUMERAL_CHINESE, 20, "二十"},
        {NUMERAL_CHINESE, 110, "一百一十"},
        {NUMERAL_CHINESE, 101, "一百零一"},
        {NUMERAL_CHINESE, 1005, "一千零五"},
        {NUMERAL_CHINESE, 10000, "10000"},
        {NUMERAL_CHINESE_DIGIT, 105, "一〇五"},
        {NUMERAL_CHINESE_LEGAL, 12, "壹拾贰"},
        {NUMERAL_STEM, 10, "癸"},
        {NUMERAL_STEM, 11, "11"},
        {NUMERAL_BRANCH, 1, "子"},
        {NUMERAL_CHINESE, -1, "-1"},
        {NUMERAL_NONE, 5, ""},
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct str got = {0};

        numeral_append(&got, cases[i].form, cases[i].n);
        if (strcmp(str_text(&got), cases[i].wanted) != 0)
            fail_msg("%ld as form %d: %s", cases[i].n, cases[i].form,
                     str_text(&got));
        str_clear(&got);
    }
}

static void refused(const struct zip_part *parts, size_t count,
                    const char *message)
{
    struct page p = {0};
    struct err e = {0};

    if (read_parts(parts, count, &p, &e))
        fail_msg("read: %s", message);
    if (!strstr(e.msg, message))
        fail_msg("%s", e.msg);
    page_clear(&p);
}

static void what_is_no_document_is_refused(void **state)
{
    struct str bomb = {0}, deep = {0};
    struct zip_part parts[] = {{"word/document.xml", NULL, 0}};

    (void)state;
    /* 100 MB of blanks in 100 kB. */
    str_add(&bomb, "<w:document " NS ">");
    while (bomb.len < 100u << 20)
        str_append(&bomb, "                                ", 32);
    parts[0].text = bomb.text;
    parts[0].len = bomb.len;
    refused(parts, 1, "word/document.xml unpacks to over");
    str_clear(&bomb);

    for (int i = 0; i < 5000; i++)
        str_add(&deep, "<w:p xmlns:w='x'>");
    parts[0].text = deep.text;
    parts[0].len = deep.len;
    for (int i = 0; i < 1; i++) {
        struct page p = {0};
        struct err e = {0};

        assert_true(read_parts(parts, 1, &p, &e));
        assert_non_null(strstr(str_text(&p.warnings), "too deep"));
        page_clear(&p);
    }
    str_clear(&deep);
}

/* Text up to the damage stays, and the damage is told. */
static void what_is_damaged_is_told(void **state)
{
    static const struct zip_part entity[] = {
        {"word/document.xml",
         "<!DOCTYPE w [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]>" BODY(
             P(T("&b;"))),
         0}};
    static const struct zip_part cut[] = {
        {"word/document.xml",
         "<w:document " NS "><w:body>" P(T("前面")) "<w:p><w:r>" T("半"), 0}};
    struct page p = {0};
    struct err e = {0};

    (void)state;
    assert_true(read_parts(cut, 1, &p, &e));
    assert_string_equal(p.lines[0].text, "前面");
    assert_non_null(strstr(str_text(&p.warnings), "line 1"));
    page_clear(&p);
    assert_true(read_parts(entity, 1, &p, &e));
    assert_int_equal(p.count, 0);
    assert_non_null(strstr(str_text(&p.warnings), "document type"));
    page_clear(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_is_what_word_shows),
        cmocka_unit_test(automatic_numbers_are_written_out),
        cmocka_unit_test(numerals_are_those_of_each_form),
        cmocka_unit_test(what_is_no_document_is_refused),
        cmocka_unit_test(what_is_damaged_is_told),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
