#include "tests/random/bases.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/str.h"
#include "model/edition_write.h"
#include "tests/fixture.h"

#define BUNDLED "data/gongwen.db"

enum {
    LONG_ROWS = 100000,
    RARE_EVERY = 1000, /* 100 rows of them hold 乙 */
    LONG_BLOCKS = 50000,
    HEADING_EVERY = 100,
    FAR_BLOCK = 300, /* that names record 1 of the other notice's list */
};

/* ---- writing an edition; what fails ends the test ---- */

static struct err trouble;

static void must(bool ok)
{
    if (ok)
        return;
    fprintf(stderr, "%s\n", trouble.msg);
    exit(EXIT_FAILURE);
}

static struct edition_writer *begin(const char *path)
{
    int fd = open(path, O_CREAT | O_TRUNC | O_WRONLY, 0600);
    struct edition_writer *w;

    must(fd >= 0 && close(fd) == 0);
    w = edition_writer_open(path, false, &trouble);
    must(w != NULL);
    must(edition_writer_value(w, "title", "测试", &trouble));
    return w;
}

static void end(struct edition_writer *w)
{
    must(edition_writer_finish(w, &trouble));
    edition_writer_close(w);
}

static void notice(struct edition_writer *w, int64_t id, const char *title,
                   const char *number)
{
    struct write_notice n = {
        .id = id,
        .title = title,
        .doc_number = number,
        .issuer = "某省教育厅",
        .issued_on = "2031-03-01",
        .kind = "通知",
        .source = "测试",
    };

    must(edition_writer_notice(w, &n, &trouble));
}

static void block(struct edition_writer *w, int64_t notice, int64_t seq,
                  enum role role, int level, const char *text)
{
    struct write_block b = {notice, seq, role, level, text, NULL};

    must(edition_writer_block(w, &b, &trouble));
}

static void cite(struct edition_writer *w, int64_t notice, int64_t block,
                 int64_t length, const char *title, int64_t target)
{
    struct write_citation c = {.notice = notice,
                               .block = block,
                               .start = 0,
                               .length = length,
                               .title = title,
                               .target = target};

    must(edition_writer_citation(w, &c, &trouble));
}

static const struct write_field fields[] = {{"序号", true, "source"},
                                            {"集团名称", false, "source"},
                                            {"牵头单位", false, "source"},
                                            {"推荐数量", true, "source"},
                                            {"地区", false, "regions.tsv"}};

/* The rows have a word of their own each, 甲 in every second, 乙 in one of
 * RARE_EVERY, also among the others. */
static void row(struct edition_writer *w, int64_t number)
{
    static const char *const places[] = {"湖南", "河北", "重庆", "厦门",
                                         "北京", "西安", "长沙"};
    static const char *const trades[] = {"工艺美术", "汽车", "机电", "护理",
                                         "现代农业"};
    const char *place = places[number % (int64_t)ARRAY_LEN(places)];
    const char *trade = trades[number / 3 % (int64_t)ARRAY_LEN(trades)];
    char text[4][96];
    struct write_cell cells[ARRAY_LEN(fields)];

    snprintf(text[0], sizeof(text[0]), "%lld", (long long)number);
    snprintf(text[1], sizeof(text[1]), "%s%s%s职业教育集团第%lld号", place,
             trade, number % RARE_EVERY == 500 ? "乙" : "", (long long)number);
    snprintf(text[2], sizeof(text[2]), "%s%s%s学院", place, trade,
             number % 2 ? "甲" : "");
    snprintf(text[3], sizeof(text[3]), "%lld", (long long)(number * 7 % 13));
    for (size_t i = 0; i < 4; i++)
        cells[i] = (struct write_cell){text[i], strlen(text[i])};
    if (number % 11 == 0)
        cells[2].len = 0;
    cells[4] = (struct write_cell){place, number % 5 ? strlen(place) : 0};
    must(edition_writer_row(w, cells, &trouble));
}

static void list(struct edition_writer *w, int64_t id, int64_t notice,
                 int64_t rows, bool with_scan)
{
    struct write_annex a = {.id = id,
                            .notice = notice,
                            .seq = 1,
                            .number = "1",
                            .title = "培育单位名单",
                            .kind = "list",
                            .held = true,
                            .stated_total = -1};

    must(edition_writer_annex(w, &a, &trouble));
    must(edition_writer_list(w, id, fields, ARRAY_LEN(fields), &trouble));
    if (with_scan)
        must(edition_writer_scan(w, id, &trouble));
    for (int64_t i = 1; i <= rows; i++)
        row(w, i);
    if (with_scan)
        must(edition_writer_scan_end(w, &trouble));
}

/* ---- the databases ---- */

static void make_bundled(const char *path)
{
    size_t len;
    unsigned char *bytes = fixture_read(BUNDLED, &len);
    FILE *f = fopen(path, "wb");

    must(f && fwrite(bytes, 1, len, f) == len && fclose(f) == 0);
    free(bytes);
}

static const char *const bundled_words[] = {
    "湖南",  "职业",     "hn",         "hunan",    "序号:", "地区:湖南",
    "!北京", "^湖",      "集团 !湖",   "=hn",      "zyjy",  "教育",
    "建设",  "推荐数量", "没有这个词", "diqu:hun", "!",     "培育 单位",
    "学院",  "98",       "ＨＮ",       NULL};

/* Each has a list, and each names the first record of the other's: the second
 * far down. */
static void make_two(const char *path)
{
    static const char first[] = "关于公布甲类培育单位名单的通知";
    static const char second[] = "关于公布乙类培育单位名单的通知";
    struct edition_writer *w = begin(path);
    struct str text = {0};

    notice(w, 1, first, "某教发〔2031〕5号");
    block(w, 1, 1, ROLE_TITLE, 0, first);
    block(w, 1, 2, ROLE_ADDRESSEE, 0, "各市教育局：");
    block(w, 1, 3, ROLE_BODY, 0,
          "《关于公布乙类培育单位名单的通知》已经印发，现公布甲类名单（附件1）"
          "。");
    block(w, 1, 4, ROLE_BODY, 0, "其中湖南工艺美术职业教育集团第1号为重点。");
    notice(w, 2, second, "某教发〔2031〕6号");
    block(w, 2, 1, ROLE_TITLE, 0, second);
    for (int i = 2; i < FAR_BLOCK; i++) {
        str_clear(&text);
        str_addf(&text, "%d. 第%d条，各单位应当按要求落实乙项工作。", i, i);
        block(w, 2, i, i % 10 ? ROLE_BODY : ROLE_HEADING, i % 10 ? 0 : 3,
              str_text(&text));
    }
    str_clear(&text);
    block(w, 2, FAR_BLOCK, ROLE_BODY, 0,
          "《关于公布甲类培育单位名单的通知》所列河北第1号一并办理（附件1）。");
    list(w, 1, 1, 500, false);
    list(w, 2, 2, 40, false);
    must(edition_writer_gap(w, 1, 500, 501, 520, &trouble));
    cite(w, 1, 3, 17, second, 2);
    cite(w, 2, FAR_BLOCK, 17, first, 1);
    must(edition_writer_mention(w, 1, 1, 2, FAR_BLOCK, &trouble));
    must(edition_writer_mention(w, 1, 1, 1, 4, &trouble));
    must(edition_writer_mention(w, 2, 1, 1, 4, &trouble));
    end(w);
}

static const char *const two_words[] = {
    "甲",   "乙",         "湖南", "hn",      "第1号", "集团名称:乙", "!甲",
    "乙项", "工作",       "落实", "通知",    "^湖",   "地区:",       "gymsyi",
    "附件", "没有这个词", "500",  "甲 学院", NULL};

static void make_long(const char *path)
{
    static const char title[] = "关于公布长名单的通知";
    struct edition_writer *w = begin(path);

    notice(w, 1, title, "某教发〔2031〕7号");
    block(w, 1, 1, ROLE_TITLE, 0, title);
    block(w, 1, 2, ROLE_BODY, 0, "现公布乙类单位名单（附件1），请遵照执行。");
    notice(w, 2, "关于长名单的说明", "某教发〔2031〕8号");
    block(w, 2, 1, ROLE_TITLE, 0, "关于长名单的说明");
    block(w, 2, 2, ROLE_BODY, 0, "《关于公布长名单的通知》第500号为乙类。");
    list(w, 1, 1, LONG_ROWS, true);
    cite(w, 2, 2, 12, title, 1);
    must(edition_writer_mention(w, 1, 500, 2, 2, &trouble));
    end(w);
}

static const char *const long_words[] = {
    "乙", "甲", "yi", "第77号", "没有这个词", "甲 乙", "地区:湖南 乙", NULL};

static void make_paragraphs(const char *path)
{
    static const char title[] = "关于印发长篇规程的通知";
    struct edition_writer *w = begin(path);
    struct str text = {0};

    notice(w, 1, title, "某教发〔2031〕9号");
    block(w, 1, 1, ROLE_TITLE, 0, title);
    block(w, 1, 2, ROLE_BODY, 0,
          "《关于印发长篇规程的通知》见 https://www.example/a（附件1）。");
    for (int i = 3; i <= LONG_BLOCKS; i++) {
        bool is_heading = i % HEADING_EVERY == 0;

        str_clear(&text);
        str_addf(&text,
                 is_heading ? "（一）第%d节" : "第%d款，职业院校应当照办。", i);
        block(w, 1, i, is_heading ? ROLE_HEADING : ROLE_BODY,
              is_heading ? 2 : 0, str_text(&text));
    }
    str_clear(&text);
    list(w, 1, 1, 3000, false);
    cite(w, 1, 2, 13, title, 1);
    must(edition_writer_mention(w, 1, 1, 1, LONG_BLOCKS, &trouble));
    must(edition_writer_mention(w, 1, 7, 1, 2, &trouble));
    end(w);
}

static const char *const paragraphs_words[] = {
    "乙",         "甲",   "职业", "第499", "第30000款", "zy",
    "没有这个词", "长篇", "第2",  "节",    "湖南 甲",   NULL};

static void make_foreign(const char *path)
{
    const char *name = strrchr(path, '/');

    free(fixture_sql(
        name ? name + 1 : path,
        "CREATE TABLE t(\"编号\" INTEGER, \"名称\" TEXT, \"备注\");"
        "WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM c"
        " WHERE i<3000) INSERT INTO t SELECT i,"
        " '单位'||i||iif(i%2,'甲','')||iif(i%300=7,'乙',''),"
        " CASE i%7 WHEN 0 THEN NULL WHEN 1 THEN '' WHEN 2 THEN x'00FF'"
        " WHEN 3 THEN 'a'||char(10)||'b'||char(9)||'湖南' WHEN 4 THEN i/7.0"
        " WHEN 5 THEN char(27)||'[31m' ELSE i END FROM c;"
        "CREATE TABLE empty(a, b);"
        "CREATE TABLE made(a INTEGER, b TEXT AS (a||'甲') VIRTUAL);"
        "INSERT INTO made(a) SELECT \"编号\" FROM t LIMIT 50;"
        "CREATE TABLE keyed(k TEXT PRIMARY KEY, v) WITHOUT ROWID;"
        "INSERT INTO keyed SELECT \"名称\", \"编号\" FROM t LIMIT 200;"
        "CREATE VIEW half AS SELECT * FROM t WHERE \"编号\"%2;"
        "CREATE VIEW pairs AS SELECT a.\"名称\", b.\"编号\" FROM t a JOIN t b"
        " ON b.\"编号\"=a.\"编号\"+1;"
        "CREATE VIEW slow AS SELECT \"编号\"+0*(SELECT count(*) FROM t x WHERE"
        " x.\"编号\"<t.\"编号\") AS n, \"名称\" FROM t LIMIT 300;"
        "CREATE VIEW broken AS SELECT * FROM missing;"));
}

static const char *const foreign_words[] = {
    "甲",         "乙", "单位7",     "湖南", "编号:7", "dw",    "!甲",
    "没有这个词", "b",  "名称:乙甲", "^单",  "n:3",    "甲 乙", NULL};

const struct base bases[] = {
    {"bundled", "the bundled database", bundled_words, make_bundled},
    {"two", "two notices with a list each that mention one another", two_words,
     make_two},
    {"long", "100,000 rows, of which a word filters 100", long_words,
     make_long},
    {"foreign", "a foreign file with views", foreign_words, make_foreign},
    {"paragraphs", "a notice of 50,000 paragraphs", paragraphs_words,
     make_paragraphs},
};
const size_t bases_len = ARRAY_LEN(bases);

const struct base *base_find(const char *name)
{
    for (size_t i = 0; i < bases_len; i++) {
        if (strcmp(bases[i].name, name) == 0)
            return &bases[i];
    }
    return NULL;
}

const char *base_path(const struct base *base)
{
    static char *paths[ARRAY_LEN(bases)];
    size_t i = (size_t)(base - bases);
    struct str name = {0};

    if (!paths[i]) {
        str_addf(&name, "%s.db", base->name);
        paths[i] = fixture_path(str_text(&name));
        str_clear(&name);
        base->make(paths[i]);
    }
    return paths[i];
}
