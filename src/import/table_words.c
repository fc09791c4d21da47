#include "import/table_words.h"

#include <string.h>

#include "import/words.h"
#include "text/utf8.h"

#define PLAIN_MAX  255 /* bytes; words are found in the start of a text */
#define NAME_CHARS 40  /* a longer text is no name */
#define HEADING_CHARS                                                          \
    14 /* nor one of these a heading by its last word alone                    \
        */

/* A text without blanks, full-width forms as ASCII ones: （ is (, ： is :. */
struct plain {
    char s[PLAIN_MAX + 1];
    size_t len;
    bool is_cut;
};

static struct plain plain_of(const char *s, size_t len)
{
    struct plain p = {.len = 0};

    for (size_t i = 0; i < len;) {
        uint32_t cp;
        size_t n = utf8_decode(s + i, len - i, &cp);

        if (cp == ' ' || cp == '\n' || cp == '\t' || cp == 0xA0 ||
            cp == 0x3000) {
            i += n;
            continue;
        }
        if (p.len + n > PLAIN_MAX) {
            p.is_cut = true;
            break;
        }
        if (cp >= 0xFF01 && cp <= 0xFF5E) {
            p.s[p.len++] = (char)(cp - 0xFEE0);
        } else {
            memcpy(p.s + p.len, s + i, n);
            p.len += n;
        }
        i += n;
    }
    p.s[p.len] = '\0';
    return p;
}

/* Bytes of one of the words that `s` starts with; 0: none. */
static size_t starts(const char *s, const char *const *words)
{
    const char *word = words_start_any(s, words);

    return word ? strlen(word) : 0;
}

static size_t digits(const char *s, int64_t *value)
{
    size_t n = strspn(s, "0123456789");

    *value = 0;
    for (size_t i = 0; i < n && i < 12; i++)
        *value = 10 * *value + (s[i] - '0');
    return n;
}

/* 十二, 三, 二十: up to 99, as lists count in words. Returns its bytes. */
static size_t han_digits(const char *s, int64_t *value)
{
    static const char *const han[] = {"一", "二", "三", "四", "五", "六",
                                      "七", "八", "九", "十", NULL};
    const size_t one = strlen("一");
    int64_t total = 0, unit = 0;
    size_t n = 0;

    for (int round = 0; round < 3; round++) {
        int d = 0;

        while (han[d] && !words_start(s + n, han[d]))
            d++;
        if (!han[d])
            break;
        n += one;
        if (d == 9) {
            total += 10 * (unit ? unit : 1);
            unit = 0;
        } else {
            unit = d + 1;
        }
    }
    *value = total + unit;
    return n;
}

static size_t number(const char *s, int64_t *value)
{
    size_t n = digits(s, value);

    return n ? n : han_digits(s, value);
}

bool table_words_numeric(const char *s, size_t len)
{
    struct plain p;
    size_t at = 0, some;

    if (len == 0 || len > 40)
        return false;
    p = plain_of(s, len);
    at += strspn(p.s, "+-");
    at += starts(p.s + at, WORDS("¥", "$"));
    some = strspn(p.s + at, "0123456789");
    at += strspn(p.s + at, "0123456789.,");
    at += starts(p.s + at, WORDS("%", "‰"));
    return some > 0 && p.s[at] == '\0';
}

bool table_words_numbering(const char *s, size_t len)
{
    struct plain p;
    size_t at, n;
    int64_t value;

    if (len == 0 || len > 24)
        return false;
    p = plain_of(s, len);
    /* ① to ⑳ */
    if (p.len == 3 && memcmp(p.s, "\xE2\x91", 2) == 0 &&
        (unsigned char)p.s[2] <= 0xB3)
        return true;
    at = p.s[0] == '(';
    n = number(p.s + at, &value);
    at += n;
    at += starts(p.s + at, WORDS(")", ".", "、"));
    return n > 0 && p.s[at] == '\0';
}

bool table_words_date(const char *s, size_t len)
{
    struct plain p;
    int64_t year, month;
    size_t n, m, mark;

    if (len < 6 || len > 40)
        return false;
    p = plain_of(s, len);
    n = digits(p.s, &year);
    if (n != 4 || year < 1900 || year > 2200)
        return false;
    mark = starts(p.s + n, WORDS("-", "/", ".", "年"));
    if (!mark)
        return false;
    m = digits(p.s + n + mark, &month);
    return m > 0 && m <= 2 && month >= 1 && month <= 12;
}

/* Words that head columns and no record says. */
static const char *const whole_headings[] = {
    "序号",   "编号",   "序",     "号",         "No",     "No.",    "NO",
    "NO.",    "ID",     "名称",   "姓名",       "性别",   "备注",   "说明",
    "地区",   "省份",   "省市",   "省",         "市",     "县",     "区",
    "区县",   "县区",   "县(区)", "县(市、区)", "市(县)", "城市",   "地市",
    "市州",   "州市",   "学校",   "院校",       "高校",   "单位",   "企业",
    "机构",   "集团",   "公司",   "项目",       "课程",   "教材",   "专业",
    "部门",   "职务",   "职称",   "岗位",       "班级",   "年级",   "学科",
    "学段",   "层次",   "性质",   "类别",       "类型",   "批次",   "等级",
    "级别",   "奖项",   "奖次",   "名次",       "排名",   "得分",   "分数",
    "成绩",   "总分",   "金额",   "经费",       "数量",   "人数",   "合计",
    "小计",   "年份",   "年度",   "日期",       "时间",   "地址",   "地点",
    "电话",   "手机",   "邮箱",   "邮编",       "网址",   "联系人", "负责人",
    "主持人", "牵头人", "作者",   "指导教师",   "成员",   "状态",   "结果",
    "结论",   "代码",   "组别",   "分组",       "男",     "女",     "本科",
    "专科",   "面积",   "规模",   "内容",       "题目",   "规格",   "单价",
    "总价",   "产地",   "品种",   "街道",       "乡镇",   "村",     "社区",
    "分类",   "科目",   "事项",   "依据",       "期限",   "措施",   "次数",
    "学号",   "工号",   "国籍",   "民族",       "籍贯",   "学历",   "学位",
    NULL};

/* What headings end with; only short texts, for names of units may too. */
static const char *const heading_ends[] = {
    "序号", "名称",   "代码",   "编号",   "编码",   "类别",   "类型",   "时间",
    "日期", "电话",   "地址",   "人数",   "金额",   "比例",   "数量",   "情况",
    "性质", "层次",   "等级",   "级别",   "标识码", "部门",   "姓名",   "方式",
    "状态", "内容",   "意见",   "所在地", "所在区", "所在市", "所在省", "地区",
    "城市", "负责人", "联系人", "单位",   "批次",   "年份",   "得分",   "分数",
    "经费", "指标",   "备注",   "说明",   "面积",   "来源",   "范围",   "年限",
    "计划", "计划数", "总数",   "率",     "数",     "校名",   "属地",   "学制",
    "学费", "网址",   "邮箱",   "号码",   "职务",   "职称",   "代表",   "题目",
    "名",   "结果",   "结论",   "去向",   "用途",   "额度",   "学校",   "院校",
    NULL};

/* What begins the name of something in particular, and no heading. */
static bool is_proper(const char *s)
{
    return words_have_any(s, WORDS("市", "省", "县", "第", "自治区")) &&
           !words_start_any(s, WORDS("所在", "所属", "省级", "市级", "县级",
                                     "省市", "省份", "市县", "市(", "县(",
                                     "省(", "第一", "第二", "第三", "市州"));
}

/* 单位（盖章）, 金额(万元): the heading without what stands in brackets. */
static void drop_bracket(struct plain *p)
{
    char *open = strchr(p->s, '(');

    if (open && open != p->s && p->s[p->len - 1] == ')') {
        *open = '\0';
        p->len = (size_t)(open - p->s);
    }
}

bool table_words_heading(const char *s, size_t len)
{
    struct plain p;

    if (len == 0 || len > 120)
        return false;
    p = plain_of(s, len);
    for (const char *const *w = whole_headings; *w; w++) {
        if (strcmp(p.s, *w) == 0)
            return true;
    }
    drop_bracket(&p);
    for (const char *const *w = whole_headings; *w; w++) {
        if (strcmp(p.s, *w) == 0)
            return true;
    }
    return words_count(p.s) <= HEADING_CHARS && !is_proper(p.s) &&
           words_end_any(p.s, heading_ends);
}

bool table_words_total(const char *s, size_t len)
{
    struct plain p;
    size_t n;

    if (len < strlen("合计") || len > 120)
        return false;
    /* 共6所, as a row of its own. */
    if (len >= 3 && memcmp(s, "共", 3) == 0 && table_words_stated(s, len) >= 0)
        return true;
    if (!memmem(s, len, "计", strlen("计")))
        return false;
    p = plain_of(s, len);
    n = starts(p.s, WORDS("合计", "总计", "共计", "小计", "累计", "总合计",
                          "本页合计", "本页小计"));
    if (n)
        return p.s[n] == '\0' || p.s[n] == ':' || p.s[n] == '(' ||
               (p.s[n] >= '0' && p.s[n] <= '9');
    if (words_end_any(p.s, WORDS("合计", "小计", "总计")))
        return words_count(p.s) <= 12;
    return false;
}

bool table_words_note(const char *s, size_t len)
{
    struct plain p;
    size_t n;
    int64_t page;

    if (len == 0)
        return false;
    p = plain_of(s, len);
    n = starts(p.s, WORDS("注", "备注", "附注", "说明", "填表说明", "填报说明",
                          "填写说明", "数据来源", "资料来源", "来源", "填报人",
                          "填表人", "制表人", "制表", "审核人", "审核",
                          "复核人", "负责人", "单位负责人", "经办人", "联系人",
                          "联系电话", "填报单位", "填表单位", "制表单位",
                          "填报日期", "填表日期", "填报时间", "打印日期",
                          "打印时间", "签字", "盖章", "统计人", "校对"));
    if (n && (p.s[n] == ':' || (p.s[n] == '(' && strchr(p.s + n, ':'))))
        return true;
    if (words_start(p.s, "注")) {
        n = strlen("注");
        n += digits(p.s + n, &page);
        if (n > strlen("注") && starts(p.s + n, WORDS(":", ".", "、")))
            return true;
    }
    if (starts(p.s, WORDS("※", "*", "★", "#")) && words_count(p.s) > 3)
        return true;
    n = starts(p.s, WORDS("第"));
    if (n && digits(p.s + n, &page)) {
        n += digits(p.s + n, &page);
        if (words_start(p.s + n, "页"))
            return true;
    }
    return starts(p.s,
                  WORDS("续表", "(续表", "(续)", "续上表", "以下空白", "以上",
                        "排名不分先后", "(排名不分先后", "(以上排名",
                        "(以下空白", "此页无正文", "(此页无正文")) > 0;
}

bool table_words_sentence(const char *s, size_t len)
{
    struct plain p = plain_of(s, len);

    return p.is_cut || words_end_any(p.s, WORDS("。", ";", "!", "?")) ||
           words_count(p.s) > NAME_CHARS;
}

bool table_words_label(const char *s, size_t len)
{
    struct plain p;
    size_t at, n;

    if (len == 0 || len > 240)
        return false;
    p = plain_of(s, len);
    if (table_words_date(s, len))
        return true;
    at = p.s[0] == '(';
    n = starts(p.s + at,
               WORDS("单位", "计量单位", "金额单位", "货币单位", "填报单位",
                     "填表单位", "制表单位", "编制单位", "报送单位", "申报单位",
                     "推荐单位", "填报日期", "填表日期", "填报时间", "制表日期",
                     "制表时间", "日期", "时间", "数据截至", "数据截止",
                     "截至日期", "截止日期", "截至时间", "截止时间", "统计时间",
                     "发布日期", "发布时间", "表号", "制定机关", "批准文号",
                     "有效期至", "联系人", "联系电话", "来源", "数据来源",
                     "学年", "学期", "审核", "负责人"));
    if (n && p.s[at + n] == ':')
        return true;
    if (n && p.s[at + n] == '(' && strstr(p.s + at + n, "):"))
        return true;
    return starts(p.s + at, WORDS("截至", "截止", "数据截至", "数据截止")) >
               0 ||
           (p.s[0] == '(' && p.s[p.len - 1] == ')');
}

bool table_words_annex(const char *s, size_t len, int *annex,
                       struct words_text *rest)
{
    struct plain p;
    const char *at = s, *end = s + len;
    int64_t value = 0;
    size_t n;

    if (len < strlen("附件") || len > 360)
        return false;
    p = plain_of(s, len);
    n = starts(p.s, WORDS("附件", "附表"));
    if (!n)
        return false;
    n += number(p.s + n, &value);
    if (p.s[n] && !starts(p.s + n, WORDS(":", ".", "、", "-")))
        return false;
    *annex = value > 0 && value < 1000 ? (int)value : 0;
    /* What follows the mark in the text as it stands. */
    while (at < end && *at != ':' && *at != '.' && !words_start(at, "：") &&
           !words_start(at, "、") && !words_start(at, "．"))
        at++;
    if (at < end)
        at += *at == ':' || *at == '.' ? 1 : 3;
    if (at > end)
        at = end;
    *rest = (struct words_text){at, (size_t)(end - at)};
    return true;
}

/* 所, 个项目, 名: what is counted; short, and nothing but that. */
static bool is_counter(const char *s, size_t len)
{
    char word[PLAIN_MAX + 1];

    memcpy(word, s, len);
    word[len] = '\0';
    return words_count(word) <= 5 &&
           starts(word, WORDS("所", "个", "家", "名", "人", "项", "门", "种",
                              "件", "篇", "支", "位", "户", "条", "类", "套",
                              "组", "本", "部", "幅", "首", "队", "处", "间",
                              "座", "万", "课")) > 0;
}

/* In brackets behind a name, any short word but those of time, order and
 * measures: （3幢）, and not （2031年）. */
static bool may_count(const char *s, size_t len)
{
    char word[PLAIN_MAX + 1];

    memcpy(word, s, len);
    word[len] = '\0';
    return len >= 3 && words_count(word) <= 3 &&
           !starts(word, WORDS("年", "月", "日", "级", "期", "批", "届", "号",
                               "岁", "版", "班", "元", "分", "点", "时", "米",
                               "公", "平", "亩", "学", "周", "天", "等", "千",
                               "吨", "%", "-", "/", "."));
}

/* A count at the end of the plain text: "(共3所)", "3所", "共3所". The bytes
 * that it takes; 0: none. */
static size_t count_at_end(const struct plain *p, int64_t *count)
{
    const char *open = strrchr(p->s, '(');
    size_t at, n;

    if (open && p->s[p->len - 1] == ')') {
        at = (size_t)(open - p->s) + 1;
        at += starts(p->s + at, WORDS("共计", "合计", "总计", "共", "计"));
        n = number(p->s + at, count);
        if (n && (is_counter(p->s + at + n, p->len - 1 - at - n) ||
                  may_count(p->s + at + n, p->len - 1 - at - n)))
            return p->len - (size_t)(open - p->s);
        if (n && at + n == p->len - 1 && open[1] != '(' && n < 4)
            return p->len - (size_t)(open - p->s);
        return 0;
    }
    /* 湖南省：共147所 */
    for (at = p->len; at > 0; at--) {
        if (p->s[at - 1] >= '0' && p->s[at - 1] <= '9')
            break;
    }
    if (at == 0 || at == p->len || !is_counter(p->s + at, p->len - at))
        return 0;
    while (at > 0 && p->s[at - 1] >= '0' && p->s[at - 1] <= '9')
        at--;
    digits(p->s + at, count);
    n = strlen("共");
    if (at >= n && memcmp(p->s + at - n, "共", n) == 0)
        return p->len - (at - n);
    return at > 0 && p->s[at - 1] == ':' ? p->len - at : 0;
}

/* The start of the text that the first `keep` bytes of the plain one are. */
static size_t start_of(const char *s, size_t len, size_t keep)
{
    size_t plain = 0, i = 0;

    while (i < len && plain < keep) {
        uint32_t cp;
        size_t n = utf8_decode(s + i, len - i, &cp);

        if (cp >= 0xFF01 && cp <= 0xFF5E)
            plain++;
        else if (cp != ' ' && cp != '\n' && cp != '\t' && cp != 0xA0 &&
                 cp != 0x3000)
            plain += n;
        i += n;
    }
    return i;
}

struct words_text table_words_group(const char *s, size_t len, int64_t *count)
{
    struct plain p = plain_of(s, len);
    size_t taken;

    *count = -1;
    if (p.is_cut || p.len == 0)
        return (struct words_text){s, len};
    if (p.s[p.len - 1] == ':')
        p.s[--p.len] = '\0';
    taken = p.len ? count_at_end(&p, count) : 0;
    if (!taken)
        *count = -1;
    p.len -= taken;
    if (p.len && p.s[p.len - 1] == ':')
        p.len--;
    if (p.len == 0)
        *count = -1;
    return (struct words_text){s, p.len ? start_of(s, len, p.len) : len};
}

int64_t table_words_stated(const char *s, size_t len)
{
    struct plain p = plain_of(s, len);
    const char *at = p.s;

    while ((at = strstr(at, "共")) != NULL) {
        int64_t count;
        size_t n, end;

        at += strlen("共");
        at += starts(at, WORDS("计", "有"));
        n = digits(at, &count);
        end = n;
        while (at[end] && at[end] != ')' && at[end] != ',' &&
               !words_start(at + end, "，") && !words_start(at + end, "。"))
            end++;
        if (n && n <= 9 && is_counter(at + n, end - n))
            return count;
    }
    return -1;
}

bool table_words_region(const char *s, size_t len)
{
    struct plain p;

    if (len == 0 || len > 60)
        return false;
    p = plain_of(s, len);
    return words_end_any(p.s,
                         WORDS("省", "市", "自治区", "特别行政区", "兵团",
                               "自治州", "地区", "盟", "县", "区", "旗", "州"));
}

int table_words_mark(const char *s, size_t len)
{
    struct plain p = plain_of(s, len);
    int64_t value;
    size_t n = han_digits(p.s, &value);

    if (n && starts(p.s + n, WORDS("、", ".")))
        return 1;
    if (p.s[0] != '(')
        return 0;
    n = han_digits(p.s + 1, &value);
    return n && p.s[1 + n] == ')' ? 2 : 0;
}

bool table_words_title(const char *s, size_t len)
{
    struct plain p = plain_of(s, len);
    char *open = strrchr(p.s, '(');

    if (open && open != p.s && p.s[p.len - 1] == ')')
        *open = '\0';
    return words_end_any(p.s,
                         WORDS("名单", "表", "一览", "目录", "清单", "名册",
                               "公示", "公告", "汇总", "统计", "情况", "台账",
                               "计划", "明细", "结果", "名录", "安排"));
}
