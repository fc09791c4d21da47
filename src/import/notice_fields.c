#include "import/notice_fields.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"
#include "import/annex.h"
#include "import/cite.h"
#include "import/doc_number.h"
#include "import/pattern.h"
#include "import/words.h"
#include "text/utf8.h"

/* What a page says of a document, by the names that sites use. */
enum particular {
    SAYS_TITLE,
    SAYS_NUMBER,
    SAYS_ISSUER,
    SAYS_WRITTEN, /* 成文日期 */
    SAYS_ISSUED, /* 发文日期, 生成日期: weaker than what the text says */
    SAYS_POSTED, /* when the page was put on the web */
    SAYS_URL,
    SAYS_STATUS,
    SAYS_COUNT,
};

/* The first name that a page has counts. */
static const char *const *const names[SAYS_COUNT] = {
    [SAYS_TITLE] =
        WORDS("ArticleTitle", "标题", "信息名称", "文件名称", "名称"),
    [SAYS_NUMBER] = WORDS("发文字号", "文号", "公文文号", "文件编号"),
    [SAYS_ISSUER] = WORDS("发文机关", "发文机构", "发文单位", "发布机关",
                          "发布机构", "发布单位", "ContentSource"),
    [SAYS_WRITTEN] = WORDS("成文日期"),
    [SAYS_ISSUED] = WORDS("发文日期", "印发日期", "生成日期", "信息生成日期"),
    [SAYS_POSTED] =
        WORDS("PubDate", "发布日期", "发布时间", "公开日期", "公开时间"),
    [SAYS_URL] = WORDS("Url", "url", "URL"),
    [SAYS_STATUS] = WORDS("有效性", "效力状态", "时效性"),
};

static const char *meta(const struct document *d, const char *name)
{
    for (size_t i = 0; d->takes_page && i < d->page->particular_count; i++) {
        const struct page_particular *p = &d->page->particulars[i];

        if (strcasecmp(p->name, name) == 0 && *p->value)
            return p->value;
    }
    return NULL;
}

static const char *in_lines(const struct document *d, const char *name)
{
    for (size_t i = 0; i < d->survey->particular_count; i++) {
        const struct survey_particular *p = &d->survey->particulars[i];

        if (p->line >= d->from && p->line < d->end && *p->value &&
            strcmp(p->name, name) == 0)
            return p->value;
    }
    return NULL;
}

/* What the page says under the first of the names that it has, or NULL. */
static const char *says(const struct document *d, enum particular what)
{
    for (const char *const *name = names[what]; *name; name++) {
        const char *value = in_lines(d, *name);

        if (!value)
            value = meta(d, *name);
        if (value)
            return value;
    }
    return NULL;
}

/* 〈title〉 of a page often has the site's name behind it; a title that was cut
 * short is none. */
const char *notice_fields_page_title(const struct document *d)
{
    const char *title = says(d, SAYS_TITLE);

    return title && !d->is_lead && !words_end_any(title, WORDS("...", "…"))
               ? title
               : NULL;
}

/* The text of all blocks of a role, in one. */
static char *joined(const struct document *d, enum role role)
{
    const struct draft_notice *n = d->notice;
    struct str out = {0};
    char *closed;

    for (size_t i = 0; i < n->block_count; i++) {
        if (n->blocks[i].role != role)
            continue;
        if (out.len && (unsigned char)out.text[out.len - 1] < 0x80 &&
            (unsigned char)*n->blocks[i].text < 0x80)
            str_addc(&out, ' ');
        str_add(&out, n->blocks[i].text);
    }
    closed = words_closed(str_text(&out));
    str_clear(&out);
    return closed;
}

/* The characters of `text` that stand in bare bytes [from, from + len). */
static char *part_of(const char *text, const char *bare, size_t from,
                     size_t len)
{
    char *part =
        words_part(text, utf8_count(bare, from), utf8_count(bare + from, len));
    char *squeezed = words_squeezed(part);

    free(part);
    return squeezed;
}

/* ---- title */

/* …的通知（甲教〔2031〕4号）: the number is none of the title. */
static void cut_number(struct draft_notice *n, char *title)
{
    char *bare = words_bare(title);
    struct doc_number number;
    size_t open;

    if (doc_number_ends(bare, &number, &open) && open > 0) {
        char *whole = part_of(title, bare, 0, open);

        if (!n->doc_number) {
            n->doc_number = part_of(title, bare, number.start, number.len);
        }
        draft_set(&n->title, whole);
        free(whole);
    } else {
        draft_set(&n->title, title);
    }
    free(bare);
}

static void set_title(struct document *d)
{
    struct draft_notice *n = d->notice;
    const char *page = notice_fields_page_title(d);
    char *own = joined(d, ROLE_TITLE), *bare = words_bare(own);
    char *wanted = words_bare(page ? page : "");

    if (page && *own && strcmp(bare, wanted) != 0 && !strstr(bare, wanted)) {
        draft_add_remark(n,
                         _("title: the page says %s, the text %s; kept the "
                           "page's"),
                         page, own);
        free(own);
        own = xstrdup(page);
    } else if (page && !*own) {
        free(own);
        own = words_closed(page);
    }
    if (*own)
        cut_number(n, own);
    else
        draft_set(&n->title, "");
    free(own);
    free(bare);
    free(wanted);
}

/* ---- number */

/* Whether two numbers are the same but for the kind of their brackets. */
static bool same_number(const char *a, const char *b)
{
    char *x = cite_plain_number(a), *y = cite_plain_number(b);
    bool same = strcmp(x, y) == 0;

    free(x);
    free(y);
    return same;
}

/* The number of a block's line; those with a year go before. */
static void number_from_blocks(struct document *d)
{
    struct draft_notice *n = d->notice;
    bool has_year = false;

    for (size_t i = 0; i < n->block_count; i++) {
        char *bare;
        struct doc_number found;

        if (n->blocks[i].role != ROLE_NUMBER)
            continue;
        bare = words_bare(n->blocks[i].text);
        if (doc_number_is(bare, &found) &&
            (!n->doc_number || (found.has_year && !has_year))) {
            free(n->doc_number);
            n->doc_number =
                part_of(n->blocks[i].text, bare, found.start, found.len);
            has_year = found.has_year;
        }
        free(bare);
    }
}

static void set_number(struct document *d)
{
    struct draft_notice *n = d->notice;
    const char *page = d->is_lead ? NULL : says(d, SAYS_NUMBER);
    char *bare = words_bare(page ? page : "");
    struct doc_number found;

    number_from_blocks(d);
    if (page && doc_number_is(bare, &found)) {
        char *value = part_of(page, bare, found.start, found.len);

        if (!n->doc_number) {
            draft_set(&n->doc_number, value);
        } else if (!same_number(value, n->doc_number)) {
            draft_add_remark(n,
                             _("number: the page says %s, the text %s; "
                               "kept the page's"),
                             value, n->doc_number);
            draft_set(&n->doc_number, value);
        }
        free(value);
    }
    free(bare);
}

/* ---- addressee */

static void set_addressee(struct document *d)
{
    char *whole = joined(d, ROLE_ADDRESSEE);
    static const char *const ends[] = {"：", ":", "︰", NULL};

    for (int i = 0; ends[i]; i++) {
        size_t len = strlen(whole), n = strlen(ends[i]);

        if (len > n && strcmp(whole + len - n, ends[i]) == 0)
            whole[len - n] = '\0';
    }
    if (*whole)
        draft_set(&d->notice->addressee, whole);
    free(whole);
}

/* ---- issuer */

/* Without a seal (（章）) and without the date behind it. */
static char *signer_name(const char *text)
{
    static const char *const seals[] = {
        "（章）", "（公章）", "（盖章）",     "（代章）", "（印章）",
        "（印）", "(章)",     "(公章)",       "(盖章)",   "(代章)",
        "(印章)", "(印)",     "（加盖公章）", NULL};
    char *bare = words_bare(text), iso[DATE_LEN + 1];
    size_t date = date_ends(bare, iso), at;
    char *name =
        words_part(text, 0, utf8_count(bare, date ? date : strlen(bare)));
    struct str out = {0};

    free(bare);
    for (const char *s = name; *s; s += at) {
        const char *seal = words_start_any(s, seals);

        at = seal ? strlen(seal) : 1;
        if (!seal)
            str_addc(&out, *s);
    }
    free(name);
    name = words_trimmed(str_text(&out), out.len);
    str_clear(&out);
    /* （校办） */
    bare = words_bare(name);
    if (pattern_is_remark(bare)) {
        char *inner = words_part(name, 1, words_count(bare) - 2);

        free(name);
        name = inner;
    }
    free(bare);
    return name;
}

/* Names of organs that wide blanks part, with one space between them; blanks
 * within a short one are dropped (教 务 处). */
static char *parted_organs(const char *name)
{
    struct str out = {0};
    size_t len = strlen(name), i = 0;
    bool spaced = true;

    /* All characters stand alone: one name. */
    for (size_t at = 0, run = 0; at < len;) {
        size_t n = words_leading_blank(name + at, len - at);
        uint32_t cp;

        if (n) {
            run = 0;
            at += n;
            continue;
        }
        if (++run > 1)
            spaced = false;
        at += utf8_decode(name + at, len - at, &cp);
    }
    while (i < len) {
        size_t n = words_leading_blank(name + i, len - i);

        if (n) {
            if (!spaced)
                str_addc(&out, ' ');
            i += n;
        } else {
            str_addc(&out, name[i++]);
        }
    }
    return str_take(&out);
}

static void issuer_from_signers(struct document *d)
{
    struct draft_notice *n = d->notice;
    struct str all = {0};

    for (size_t i = 0; i < n->block_count; i++) {
        char *name, *organs, *bare;

        if (n->blocks[i].role != ROLE_SIGNER)
            continue;
        name = signer_name(n->blocks[i].text);
        bare = words_bare(name);
        organs = parted_organs(name);
        if (*organs && !pattern_is_person(bare)) {
            if (all.len)
                str_addc(&all, ' ');
            str_add(&all, organs);
        }
        free(name);
        free(bare);
        free(organs);
    }
    if (all.len)
        draft_set(&n->issuer, str_text(&all));
    str_clear(&all);
}

/* Several organs may stand before 关于. */
static void issuer_from_title(struct document *d)
{
    struct draft_notice *n = d->notice;
    char *bare = words_bare(n->title);
    size_t len = pattern_organ_of_title(bare);

    if (len) {
        char *organ = words_part(n->title, 0, utf8_count(bare, len));

        draft_set(&n->issuer, organ);
        free(organ);
    }
    free(bare);
}

/* 丙学院文件: 丙学院. */
static void issuer_from_letterhead(struct document *d)
{
    char *head = joined(d, ROLE_LETTERHEAD);

    if (words_end(head, "文件"))
        head[strlen(head) - strlen("文件")] = '\0';
    if (*head)
        draft_set(&d->notice->issuer, head);
    free(head);
}

static void set_issuer(struct document *d)
{
    struct draft_notice *n = d->notice;
    const char *page;

    issuer_from_signers(d);
    if (!n->issuer && strcmp(n->kind, "新闻") != 0)
        issuer_from_title(d);
    if (!n->issuer)
        issuer_from_letterhead(d);
    page = d->is_lead ? NULL : says(d, SAYS_ISSUER);
    if (!n->issuer && page)
        draft_set(&n->issuer, page);
}

/* ---- date */

static bool iso_of(const char *value, char iso[DATE_LEN + 1])
{
    char *bare = words_bare(value ? value : "");
    bool is = date_at(bare, iso) > 0;

    free(bare);
    return is;
}

/* The date of the first block of a role; above the text if `on_top`, there
 * only dates that are written out or in brackets if `surely`. */
static bool block_date(const struct document *d, enum role role, bool on_top,
                       bool surely, char iso[DATE_LEN + 1])
{
    const struct draft_notice *n = d->notice;

    for (size_t i = 0; i < n->block_count; i++) {
        const struct draft_block *b = &n->blocks[i];
        char *bare;
        size_t at = 0;
        bool found;

        if (b->role != role || (b->line < d->head.body) != on_top)
            continue;
        bare = words_bare(b->text);
        if (role == ROLE_PRINTED_BY)
            found = date_is_printed(bare, iso, &at);
        else if (role == ROLE_SIGNER)
            found = date_ends(bare, iso) > 0;
        else if (role == ROLE_NUMBER)
            found = strstr(bare, "年") && date_within(bare, false, iso);
        else
            found = date_is(bare, iso) &&
                    (!surely || strstr(bare, "年") || words_start(bare, "（"));
        free(bare);
        if (found)
            return true;
    }
    return false;
}

/* The date of a line about the page in the head. */
static bool posted_date(const struct document *d, char iso[DATE_LEN + 1])
{
    for (size_t at = d->from; at < d->end; at++) {
        if (d->survey->lines[at].furniture == FURNITURE_ABOUT &&
            d->page->lines[at].left_out &&
            date_within(d->survey->lines[at].bare, false, iso))
            return true;
    }
    return false;
}

static void set_date(struct document *d)
{
    struct draft_notice *n = d->notice;
    const char *written = d->is_lead ? NULL : says(d, SAYS_WRITTEN);
    char iso[DATE_LEN + 1], page[DATE_LEN + 1];
    bool found = block_date(d, ROLE_DATE, false, false, iso) ||
                 block_date(d, ROLE_SIGNER, false, false, iso) ||
                 block_date(d, ROLE_DATE, true, true, iso) ||
                 block_date(d, ROLE_NUMBER, true, true, iso);

    if (written && iso_of(written, page)) {
        if (found && strncmp(page, iso, strlen(iso)) != 0)
            draft_add_remark(n,
                             _("date: the page says %s, the text %s; kept "
                               "the page's"),
                             page, iso);
        draft_set(&n->issued_on, page);
        return;
    }
    if (!found)
        found = (!d->is_lead && iso_of(says(d, SAYS_ISSUED), iso)) ||
                block_date(d, ROLE_PRINTED_BY, false, false, iso) ||
                block_date(d, ROLE_DATE, true, false, iso) ||
                (!d->is_lead && iso_of(says(d, SAYS_POSTED), iso)) ||
                posted_date(d, iso);
    if (found)
        draft_set(&n->issued_on, iso);
}

/* ---- kind */

/* 现将有关事项通知如下, 特此公告: what a document without such a title calls
 * itself. */
static const char *kind_in_text(const struct document *d)
{
    static const char *const words[][2] = {
        {"通知如下", "通知"}, {"公告如下", "公告"}, {"通告如下", "通告"},
        {"通报如下", "通报"}, {"函复如下", "函"},   {"批复如下", "批复"},
        {"报告如下", "报告"}, {"公示如下", "公示"}, {"特此通知", "通知"},
        {"特此公告", "公告"}, {"特此通告", "通告"}, {"特此公示", "公示"},
        {"特此函复", "函"},   {"特此函达", "函"},   {"特此报告", "报告"},
        {"予以公示", "公示"}, {"请批示", "请示"},   {"请予批复", "请示"},
        {"专此函复", "函"},   {"现予公示", "公示"}, {"答复如下", "答复"},
    };

    for (size_t i = 0; i < d->notice->block_count; i++) {
        for (size_t w = 0; w < ARRAY_LEN(words); w++) {
            if (d->notice->blocks[i].role != ROLE_TITLE &&
                strstr(d->notice->blocks[i].text, words[w][0]))
                return words[w][1];
        }
    }
    return NULL;
}

/* Whether nobody is written to, nobody signs and nothing has a number: what
 * tells of a notice has none of its own. */
static bool is_no_document(const struct document *d)
{
    return !d->notice->doc_number && d->head.addressee == SURVEY_NONE &&
           d->tail.date == SURVEY_NONE && d->tail.signer == SURVEY_NONE;
}

static bool reads_as_news(const struct document *d)
{
    static const char *const openings[] = {"近日",   "日前", "本报讯", "据悉",
                                           "本网讯", "近期", NULL};

    for (size_t at = d->from; at < d->end; at++) {
        const struct survey_line *l = &d->survey->lines[at];

        if ((l->furniture == FURNITURE_PATH && furniture_is_news(l->bare)) ||
            (l->furniture == FURNITURE_ABOUT && at < d->head.body &&
             words_have_any(l->bare,
                            WORDS("记者", "通讯员", "供稿", "摄影"))) ||
            (at >= d->head.body && words_start_any(l->bare, openings)) ||
            (at >= d->head.body && words_count(l->bare) > 20 &&
             words_have_any(l->bare, WORDS("本报讯", "网讯", "（记者",
                                           "（通讯员", "据了解", "记者获悉"))))
            return true;
    }
    return false;
}

static bool page_is_of_news(const struct document *d)
{
    const char *column = meta(d, "ColumnName");
    char *bare = words_bare(column ? column : "");
    bool is = furniture_is_news(bare);

    free(bare);
    return is;
}

static void set_kind(struct document *d)
{
    struct draft_notice *n = d->notice;
    char *bare = words_bare(n->title);
    const char *kind = pattern_kind(bare);

    if (d->is_lead ||
        (is_no_document(d) && (reads_as_news(d) || page_is_of_news(d))))
        kind = "新闻";
    if (!kind)
        kind = kind_in_text(d);
    draft_set(&n->kind, kind ? kind : "其他");
    free(bare);
}

/* ---- the rest */

static void set_url(struct document *d)
{
    struct draft_notice *n = d->notice;
    const char *page = d->is_lead ? NULL : says(d, SAYS_URL);

    for (size_t at = d->from; at < d->end && !page && !d->is_lead; at++) {
        bool labelled;

        if (d->page->lines[at].left_out && d->page->lines[at].rule &&
            strcmp(d->page->lines[at].rule, "address") == 0)
            page = pattern_address(d->page->lines[at].text, &labelled);
    }
    if (page && words_start_any(page, WORDS("http://", "https://")))
        draft_set(&n->url, page);
}

/* Only what says that a document is in force or not. */
static void set_status(struct document *d)
{
    const char *page = d->is_lead ? NULL : says(d, SAYS_STATUS);

    if (page && words_have_any(page, WORDS("有效", "废止", "失效", "修改")) &&
        words_count(page) <= 6)
        draft_set(&d->notice->status, page);
}

static void set_particulars(struct document *d)
{
    for (size_t i = 0; i < d->survey->particular_count; i++) {
        const struct survey_particular *p = &d->survey->particulars[i];

        if (p->line >= d->from && p->line < d->end && *p->value)
            draft_add_particular(d->notice, p->name, p->value);
    }
    for (size_t i = 0; d->takes_page && i < d->page->particular_count; i++) {
        const struct page_particular *p = &d->page->particulars[i];

        if (*p->value)
            draft_add_particular(d->notice, p->name, p->value);
    }
}

/* Files that the page links to under an annex's name. */
static void set_files(struct document *d)
{
    struct draft_notice *n = d->notice;

    for (size_t i = 0; i < d->page->link_count && n->annex_count; i++) {
        const struct page_link *link = &d->page->links[i];
        struct annex_mark m;
        char *bare, *rest;
        size_t annex;

        if (link->line < d->from || link->line >= d->end)
            continue;
        bare = words_bare(link->text);
        rest = annex_note_mark(link->text, bare, &m)
                   ? words_part(link->text, m.chars, SIZE_MAX / 2)
                   : xstrdup(link->text);
        annex = annex_titled(d, rest);
        if (annex == SIZE_MAX && annex_note_number(rest)) {
            struct annex_entries entries = {0};

            annex_note_entries(rest, 0, &entries);
            if (entries.count == 1)
                annex = annex_titled(d, entries.items[0].title);
            annex_entries_clear(&entries);
        }
        if (annex != SIZE_MAX && !n->annexes[annex].file)
            draft_set(&n->annexes[annex].file, link->target);
        free(bare);
        free(rest);
    }
}

/* "page.txt, lines 19-73": from the first line that is in the edition to the
 * last. */
static char *source_of(const struct page *p, size_t from, size_t end)
{
    struct str source = {0};

    while (from + 1 < end && (p->lines[from].left_out ||
                              (!*p->lines[from].text && !p->lines[from].grid)))
        from++;
    while (end > from + 1 &&
           (p->lines[end - 1].left_out ||
            (!*p->lines[end - 1].text && !p->lines[end - 1].grid)))
        end--;
    str_addf(&source, "%s, lines %zu-%zu", p->source.name, from + 1, end);
    return str_take(&source);
}

void notice_fields_finish(struct document *d)
{
    struct draft_notice *n = d->notice;

    number_from_blocks(d);
    set_title(d);
    set_number(d);
    set_addressee(d);
    set_kind(d);
    set_issuer(d);
    set_date(d);
    set_url(d);
    set_status(d);
    set_particulars(d);
    set_files(d);
    annex_name_by_notice(n);
    n->source = source_of(d->page, d->from, d->end);
}
