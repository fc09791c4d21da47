#include "import/furniture.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "import/date.h"
#include "import/pattern.h"
#include "import/words.h"
#include "text/utf8.h"

#define LINE_CHARS 160 /* no such line is longer */
#define PART_CHARS 14  /* of a path or menu */

static size_t one_of(const char *s, const char *const *list)
{
    const char *found = words_start_any(s, list);

    return found ? strlen(found) : 0;
}

/* Parts of a bare line between signs that part them. */
struct parts {
    int count;
    bool short_ones; /* none is longer than PART_CHARS */
    bool home;       /* one is 首页 or the like */
    bool text;       /* the last is 正文 or the like */
};

static void look_at_part(struct parts *p, const char *s, size_t len)
{
    char *part = xmemdup(s, len);

    if (*part) {
        p->count++;
        p->short_ones = p->short_ones && words_count(part) <= PART_CHARS;
        p->home = p->home ||
                  words_end_any(part, WORDS("首页", "主页", "Home", "HOME"));
        p->text = words_end_any(part, WORDS("正文", "详情", "详细内容",
                                            "浏览文章", "内容", "详细信息"));
    }
    free(part);
}

static struct parts parts_of(const char *bare, const char *const *signs)
{
    struct parts p = {.short_ones = true};
    const char *start = bare, *s = bare;
    uint32_t cp;

    while (*s) {
        size_t n = one_of(s, signs);

        if (n) {
            look_at_part(&p, start, (size_t)(s - start));
            start = s + n;
        }
        s += n ? n : utf8_decode(s, strlen(s), &cp);
    }
    look_at_part(&p, start, (size_t)(s - start));
    return p;
}

/* 当前位置：, 您现在的位置是：, 你当前所在: its bytes. */
static size_t place_label(const char *bare)
{
    size_t n = one_of(bare, WORDS("当前", "您", "你", "现在", "所在"));
    const char *colon = strstr(bare, "：");

    if (!n || words_count(bare) > LINE_CHARS)
        return 0;
    if (colon && colon - bare <= 12 * 3 &&
        strstr(bare, words_have_any(bare, WORDS("位置")) ? "位置" : "所在") &&
        strstr(bare, words_have_any(bare, WORDS("位置")) ? "位置" : "所在") <
            colon)
        return (size_t)(colon - bare) + strlen("：");
    n = one_of(bare, WORDS("当前位置", "您的位置", "你的位置", "您当前的位置",
                           "您现在的位置", "所在位置"));
    return n;
}

static bool is_path(const char *bare)
{
    size_t label = place_label(bare);
    struct parts p;

    if (label)
        return true;
    if (words_count(bare) > LINE_CHARS || strstr(bare, "。"))
        return false;
    p = parts_of(bare, WORDS("->", ">>", ">", "»", "›", "→"));
    if (p.count >= 2 && p.short_ones)
        return true;
    p = parts_of(bare, WORDS("->", ">", "»", "/", "|", "·", "\\", "→"));
    /* 首页|机构|公开 is a menu. */
    return p.count >= 2 && p.short_ones &&
           (p.text || (p.home && !strchr(bare, '|')));
}

/* Words that a page sets before what it knows of itself. `sole` ones tell it
 * alone. */
static const struct {
    const char *word;
    bool sole;
} labels[] = {
    {"发布时间", true},  {"发布日期", true}, {"发表时间", true},
    {"更新时间", true},  {"更新日期", true}, {"添加时间", true},
    {"录入时间", true},  {"上传时间", true}, {"创建时间", true},
    {"发稿时间", true},  {"公开时间", true}, {"浏览次数", true},
    {"浏览量", true},    {"浏览数", true},   {"浏览", true},
    {"点击次数", true},  {"点击数", true},   {"点击量", true},
    {"点击率", true},    {"点击", true},     {"阅读次数", true},
    {"阅读量", true},    {"阅读数", true},   {"阅读", true},
    {"访问次数", true},  {"访问量", true},   {"人气", true},
    {"信息来源", true},  {"文章来源", true}, {"稿件来源", true},
    {"来源", true},      {"稿源", true},     {"作者", true},
    {"发布者", true},    {"发布人", true},   {"发布单位", false},
    {"发布机构", false}, {"录入者", true},   {"录入", true},
    {"责任编辑", true},  {"编辑", true},     {"供稿", true},
    {"撰稿", true},      {"审核", true},     {"审稿", true},
    {"摄影", true},      {"字号", true},     {"字体", true},
    {"记者", true},      {"通讯员", true},   {"信息员", true},
    {"初审", true},      {"终审", true},     {"复审", true},
    {"时间", false},     {"日期", false},    {"栏目", false},
    {"分类", false},     {"标签", false},
};

#define LABELS (sizeof(labels) / sizeof(*labels))

/* Bytes of a label with what shows that it is one behind it. */
static size_t about_label(const char *s, bool *sole)
{
    for (size_t i = 0; i < LABELS; i++) {
        size_t n = strlen(labels[i].word), digits;

        if (!words_start(s, labels[i].word))
            continue;
        *sole = labels[i].sole;
        if (words_start(s + n, "："))
            return n + strlen("：");
        digits = strspn(s + n, "0123456789");
        if (digits && labels[i].sole &&
            (s[n + digits] == '\0' || words_start(s + n + digits, "次") ||
             words_start(s + n + digits, "）")))
            return n + digits;
    }
    return 0;
}

/* One line about the page: two labels or more, one that tells it alone at the
 * beginning, or a date with one; a date with an hour. */
static bool is_about(const char *bare)
{
    int count = 0, sole_count = 0;
    bool first = false, dated, clocked;
    char iso[DATE_LEN + 1];
    uint32_t cp;
    size_t n;

    if (words_count(bare) > LINE_CHARS || words_have_any(bare, WORDS("。")))
        return false;
    for (const char *s = bare; *s; s += n) {
        bool sole = false;

        n = about_label(s, &sole);
        if (n) {
            first = first || (s == bare && sole);
            count++;
            sole_count += sole;
        } else {
            n = utf8_decode(s, strlen(s), &cp);
        }
    }
    dated = date_within(bare, false, iso);
    clocked = date_within(bare, true, iso) && date_at(bare, iso) > 0;
    return (count >= 2 && sole_count) || (first && words_count(bare) <= 60) ||
           (dated && sole_count) || (clocked && words_count(bare) <= 40);
}

/* A line begins so. */
static const char *const tools[] = {
    "附件下载",   "下载附件", "相关附件",   "上一篇",     "下一篇",
    "上一条",     "下一条",   "上一页：",   "下一页：",   "上篇：",
    "下篇：",     "责任编辑", "版权所有",   "Copyright",  "copyright",
    "COPYRIGHT",  "©",        "打印本页",   "打印此页",   "打印文章",
    "关闭窗口",   "关闭本页", "扫一扫",     "扫码",       "【打印",
    "【字体",     "【字号",   "【关闭",     "【收藏",     "【返回",
    "〔打印",     "[打印",    "[关闭",      "字体：",     "字号：",
    "分享到",     "分享：",   "分享至",     "浏览次数",   "返回顶部",
    "返回列表",   "返回首页", "返回上一页", "网站标识码", "网站地图",
    "设为首页",   "加入收藏", "收藏本站",   "相关链接",   "相关文章",
    "相关阅读",   "相关新闻", "相关信息",   "热点推荐",   "热门推荐",
    "延伸阅读",   "猜你喜欢", "微信扫",     "无障碍",     "长者模式",
    "关怀版",     "手机版",   "电脑版",     "建议使用",   "您是第",
    "网站维护",   "ICP备",    "备案号",     "公网安备",   "无标题文档",
    "我要纠错",   "复制链接", "用手机",     "本文链接",   "本文网址",
    "今日热点",   "最新文章", "最新动态",   "点击排行",   "阅读排行",
    "访问统计",   "跳转到",   "跳到主",     "扫描二维码", "阅读原文",
    "请输入关键", NULL};

/* Likewise, but so may a document. */
static const char *const weak[] = {
    "主办单位：", "主办：",   "承办：",   "承办单位：", "技术支持：",
    "主管单位：", "主管：",   "联系我们", "友情链接",   "收藏",
    "打印",       "搜索",     "站内搜索", "审核：",     "终审：",
    "编审：",     "校对：",   "点赞",     "隐私",       "已阅",
    "纠错",       "推荐阅读", "网站声明", NULL};

/* ────────: a line that is drawn. */
static bool is_drawn(const char *bare)
{
    size_t len = strlen(bare), n;
    uint32_t cp;

    for (size_t i = 0; i < len; i += n) {
        n = utf8_decode(bare + i, len - i, &cp);
        if (!(cp >= 0x2500 && cp <= 0x257F) && !strchr("-_=*~", bare[i]) &&
            cp != 0x2014 && cp != 0x2015)
            return false;
    }
    return words_count(bare) >= 4;
}

static bool is_tools(const char *bare)
{
    if (words_have_any(bare, WORDS("。")))
        return false;
    if (words_count(bare) <= 100 && words_start_any(bare, tools))
        return true;
    return words_count(bare) <= LINE_CHARS &&
           words_have_any(
               bare, WORDS("ICP备", "公网安备", "网站标识码", "版权所有",
                           "Copyright", "copyright", "All Rights", "技术支持：",
                           "【打印】", "【关闭】", "打印本页", "关闭窗口",
                           "网站地图", "备案号", "某备", "最佳浏览", "分辨率"));
}

/* Three words or more with blanks or lines between, all short, none of them
 * an organ; two, where one is the home page. */
static bool is_row(const char *text)
{
    const char *s = text;
    bool home = false;
    int count = 0;

    if (strstr(text, "：") || strchr(text, ':') ||
        words_count(text) > LINE_CHARS)
        return false;
    while (*s) {
        const char *end;
        char *part;
        bool fits;
        size_t blank = words_leading_blank(s, strlen(s));

        blank += one_of(s + blank, WORDS("|", "｜", "│", "·"));
        if (blank) {
            s += blank;
            continue;
        }
        for (end = s;
             *end &&
             !words_leading_blank(end, 3 < strlen(end) ? 3 : strlen(end)) &&
             !one_of(end, WORDS("|", "｜", "│", "·"));
             end++)
            ;
        part = xmemdup(s, (size_t)(end - s));
        fits = words_count(part) <= 6 && words_count(part) >= 2 &&
               !words_have_any(part, WORDS("，", "。", "、", "；")) &&
               !(words_count(part) > 4 && pattern_is_organ(part));
        home = home || words_end_any(part, WORDS("首页", "主页"));
        free(part);
        if (!fits)
            return false;
        count++;
        s = end;
    }
    return count >= 3 || (count == 2 && home);
}

static bool is_weak(const char *bare)
{
    return words_count(bare) <= 100 && !strstr(bare, "。") &&
           words_start_any(bare, weak);
}

enum furniture furniture_of(const char *text, const char *bare)
{
    if (!*bare || words_count(bare) > 2 * LINE_CHARS)
        return FURNITURE_NONE;
    if (is_path(bare))
        return FURNITURE_PATH;
    if (is_drawn(bare))
        return FURNITURE_LINE;
    if (is_tools(bare))
        return FURNITURE_TOOLS;
    if (is_about(bare))
        return FURNITURE_ABOUT;
    if (is_weak(bare))
        return FURNITURE_WORDS;
    return is_row(text) ? FURNITURE_ROW : FURNITURE_NONE;
}

bool furniture_is_news(const char *bare)
{
    return words_have_any(
        bare, WORDS("新闻", "要闻", "动态", "资讯", "快讯", "报道"));
}
