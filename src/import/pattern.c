#include "import/pattern.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "import/date.h"
#include "import/words.h"
#include "text/utf8.h"

#define TITLE_CHARS    60 /* of one line of a title */
#define SENTENCE_CHARS 60 /* a line longer than this is no name or title */

/* Bytes of one of `list` at `s`, 0 for none. */
static size_t one_of(const char *s, const char *const *list)
{
    const char *found = words_start_any(s, list);

    return found ? strlen(found) : 0;
}

/* A number of ASCII digits at `s`; -1 where there is none or more than `max`
 * of them. */
static int number_at(const char *s, size_t max, size_t *len)
{
    int value = 0;

    *len = strspn(s, "0123456789");
    if (!*len || *len > max)
        return -1;
    for (size_t i = 0; i < *len; i++)
        value = 10 * value + (s[i] - '0');
    return value;
}

/* 一 to 九十九 at `s`, its bytes to `*len`; 0: none. */
static int chinese_at(const char *s, size_t *len)
{
    static const char *const digits[] = {"一", "二", "三", "四", "五",
                                         "六", "七", "八", "九", NULL};
    int value = 0;
    bool ten = false;

    for (*len = 0; *len < 3 * strlen("一");) {
        size_t n = one_of(s + *len, digits);

        if (words_start(s + *len, "十") && !ten) {
            value = 10 * (value ? value : 1);
            ten = true;
            *len += strlen("十");
            continue;
        }
        if (!n)
            break;
        for (int i = 0; digits[i]; i++) {
            if (words_start(s + *len, digits[i]))
                value += i + 1;
        }
        *len += n;
    }
    return value;
}

/* Whether the number at `s` is part of a row of numbers, as in 一、二年级: the
 * next one follows byte `after`. */
static bool is_in_row(int first, const char *after)
{
    size_t n;

    return first > 0 && chinese_at(after, &n) == first + 1;
}

/* （一） or （1） at `s`. */
static int bracketed(const char *s, bool chinese)
{
    size_t n;
    int value;

    if (!words_start(s, "（"))
        return 0;
    s += strlen("（");
    value = chinese ? chinese_at(s, &n) : number_at(s, 2, &n);
    return value > 0 && words_start(s + n, "）") ? value : 0;
}

/* 第一章 is 1, 第一节 2. */
static int chapter_level(const char *s, int *ordinal)
{
    size_t n;

    if (!words_start(s, "第"))
        return 0;
    s += strlen("第");
    *ordinal = chinese_at(s, &n);
    if (!*ordinal)
        *ordinal = number_at(s, 2, &n);
    if (*ordinal <= 0 || words_count(s) > 40)
        return 0;
    if (words_start(s + n, "章") || words_start(s + n, "编"))
        return 1;
    return words_start(s + n, "节") && !words_start(s + n, "节课") ? 2 : 0;
}

int pattern_heading_level(const char *bare, int *ordinal)
{
    int number, ignored;
    size_t n, mark;

    if (!ordinal)
        ordinal = &ignored;
    number = chinese_at(bare, &n);
    mark = one_of(bare + n, WORDS("、", ".", "，"));
    if (number && n && mark) {
        *ordinal = number;
        if (words_start(bare + n, "，"))
            return 0;
        return is_in_row(number, bare + n + mark) ? 0 : 1;
    }
    *ordinal = bracketed(bare, true);
    if (*ordinal)
        return 2;
    *ordinal = number_at(bare, 2, &n);
    if (*ordinal >= 0) {
        size_t dot = one_of(bare + n, WORDS(".", "、"));

        if (dot && (bare[n + dot] < '0' || bare[n + dot] > '9'))
            return 3;
    }
    *ordinal = bracketed(bare, false);
    return *ordinal ? 4 : chapter_level(bare, ordinal);
}

bool pattern_is_item(const char *s)
{
    uint32_t cp;
    size_t n;

    if (!*s)
        return false;
    n = utf8_decode(s, strlen(s), &cp);
    if (cp >= 0x2460 && cp <= 0x2473)
        return s[n] != '\0';
    return one_of(s, WORDS("- ", "* ", "•", "●", "■", "◆", "—— ")) > 0;
}

/* The fifteen of the regulation of 2012 and what else titles end with, the
 * longer before what it ends with. */
static const struct {
    const char *word;
    bool sent;
} kinds[] = {
    {"通知书", false}, {"通知", true},  {"公告", true},   {"通告", true},
    {"通报", true},    {"公报", true},  {"公示", true},   {"决定", true},
    {"决议", true},    {"意见", true},  {"命令", true},   {"议案", true},
    {"请示", true},    {"报告", true},  {"批复", true},   {"复函", true},
    {"邀请函", true},  {"函", true},    {"纪要", true},   {"答复", true},
    {"启事", true},    {"令", true},    {"公开信", true}, {"倡议书", true},
    {"一封信", true},  {"办法", false}, {"规定", false},  {"方案", false},
    {"细则", false},   {"名单", false}, {"条例", false},  {"章程", false},
    {"规则", false},   {"规程", false}, {"守则", false},  {"制度", false},
    {"计划", false},   {"规划", false}, {"要点", false},  {"指南", false},
    {"简章", false},   {"预案", false}, {"总结", false},  {"须知", false},
    {"标准", false},   {"规范", false}, {"目录", false},  {"清单", false},
};

/* The bare title without （试行） and the like at its end. */
static size_t without_brackets(const char *bare)
{
    size_t len = strlen(bare);

    while (len > strlen("）") &&
           memcmp(bare + len - strlen("）"), "）", strlen("）")) == 0) {
        size_t at = len - strlen("）");

        while (at > 0 && !words_start(bare + at, "（"))
            at = utf8_prev(bare, at);
        if (at == 0)
            break;
        len = at;
    }
    return len;
}

const char *pattern_kind(const char *bare)
{
    size_t len = without_brackets(bare);

    for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
        size_t n = strlen(kinds[i].word);

        if (len >= n && memcmp(bare + len - n, kinds[i].word, n) == 0)
            return kinds[i].word;
    }
    return NULL;
}

bool pattern_is_sent(const char *kind)
{
    for (size_t i = 0; kind && i < sizeof(kinds) / sizeof(*kinds); i++) {
        if (strcmp(kinds[i].word, kind) == 0)
            return kinds[i].sent;
    }
    return false;
}

bool pattern_is_sentence(const char *bare)
{
    return words_have_any(bare, WORDS("。", "；", "……")) ||
           words_count(bare) > SENTENCE_CHARS ||
           (words_end(bare, "：") &&
            words_have_any(bare, WORDS("如下", "以下", "下列")));
}

bool pattern_can_be_title(const char *bare)
{
    char iso[DATE_LEN + 1];

    return *bare && words_count(bare) <= TITLE_CHARS &&
           !pattern_is_sentence(bare) && !strstr(bare, "：//") &&
           !words_start_any(bare, WORDS("（", "附件", "附：", "【", "http",
                                        "www.", "|", "抄送", "主题词", "特此",
                                        "●", "•", "①")) &&
           !words_end_any(bare, WORDS("：", "，", "；")) &&
           !pattern_heading_level(bare, NULL) && !date_is(bare, iso) &&
           !pattern_is_label(bare) && !pattern_is_secrecy(bare);
}

/* Things that are told of, not people who are told. */
static bool ends_as_label(const char *bare)
{
    return words_end_any(
        bare,
        WORDS("时间：", "地点：", "内容：", "要求：", "对象：", "方式：",
              "安排：", "说明：", "名单：", "条件：", "事项：", "附件：",
              "流程：", "程序：", "主题：", "办法：", "措施：", "范围：",
              "依据：", "步骤：", "材料：", "标准：", "原则：", "目标：",
              "注：", "备注：", "如：", "电话：", "地址：", "邮箱：",
              "联系人：", "联系方式：", "网址：", "日期：", "情况：", "记者：",
              "来源：", "作者：", "编辑：", "问：", "答：", "工作：", "为：",
              "是：", "下：", "有：", "规定：", "通知：", "公告：", "意见："));
}

bool pattern_can_be_addressee(const char *bare)
{
    size_t chars = words_count(bare);

    return words_end(bare, "：") && chars >= 3 && chars <= 400 &&
           !words_have_any(bare, WORDS("。", "；", "？", "！", "如下", "以下",
                                       "下列", "“")) &&
           !words_start_any(bare, WORDS("附件", "附：", "抄送", "请", "现将",
                                        "根据", "按照", "经研究", "为了",
                                        "为进一步", "兹", "今")) &&
           !ends_as_label(bare) && !pattern_heading_level(bare, NULL);
}

/* How names of organs end. */
static const char *const organ_endings[] = {
    "部",     "厅",   "局",   "司",     "委",   "会",   "室",   "府",   "处",
    "科",     "股",   "组",   "院",     "校",   "中学", "小学", "大学", "园",
    "馆",     "所",   "站",   "社",     "队",   "系",   "中心", "公司", "集团",
    "联盟",   "银行", "办",   "台",     "报",   "厂",   "村",   "镇",   "乡",
    "办事处", "街道", "联社", "指挥部", "高中", "初中", "一中", "二中", "三中",
    "四中",   "五中", "六中", "七中",   "八中", "九中", "十中", "附中", "附小",
    "工会",   "总队", "支队", NULL};

bool pattern_is_organ(const char *bare)
{
    size_t chars = words_count(bare);
    size_t len = without_brackets(bare);
    char *name;
    bool is;

    if (chars < 2 || chars > 60 || len == 0 ||
        words_have_any(bare, WORDS("。", "，", "；", "：", "！", "？", "《",
                                   "关于", "通知", "公告", "现将", "年", "召开",
                                   "举行", "开展")))
        return false;
    name = words_trimmed(bare, len);
    is = words_end_any(name, organ_endings);
    free(name);
    return is;
}

/* Words that begin what a title says of its organ's doing. */
static size_t before_verb(const char *bare)
{
    static const char *const verbs[] = {"关于", "转发", "印发", "对", "给予",
                                        "公布", "发布", "答复", NULL};
    uint32_t cp;

    for (size_t i = 0, len = strlen(bare); i < len;
         i += utf8_decode(bare + i, len - i, &cp)) {
        if (i > 0 && one_of(bare + i, verbs))
            return i;
    }
    return 0;
}

static bool is_organ_part(const char *bare, size_t len)
{
    char *name = xmemdup(bare, len);
    bool is = pattern_is_organ(name);

    free(name);
    return is;
}

size_t pattern_organ_of_title(const char *bare)
{
    static const char *const whole[] = {
        "人民政府", "委员会", "办公室", "办公厅", "教育局", "教育厅",
        "考试院",   "研究院", "大学",   "学院",   "中学",   "小学",
        "学校",     "幼儿园", "协会",   "学会",   "中心",   "公司",
        "局",       "厅",     "图书馆", "部",     NULL};
    size_t verb = before_verb(bare), best = 0, n;
    uint32_t cp;

    if (verb && is_organ_part(bare, verb))
        return verb;
    if (verb && words_start(bare + verb, "关于"))
        return 0;
    /* 甲市人民政府令, 某省教育考试院公告: the last name before what follows. */
    for (size_t i = 0, len = strlen(bare); i < len && i < 90;
         i += utf8_decode(bare + i, len - i, &cp)) {
        n = one_of(bare + i, whole);
        if (n && i + n >= 3 * strlen("甲") && is_organ_part(bare, i + n) &&
            (!best || i <= best))
            best = i + n;
    }
    return best;
}

bool pattern_is_person(const char *bare)
{
    size_t n = one_of(bare, WORDS("市长", "省长", "县长", "区长", "州长",
                                  "镇长", "乡长", "主任", "局长", "厅长",
                                  "部长", "院长", "校长", "主席", "总理",
                                  "代市长", "会长", "司长", "行长", "园长"));
    size_t chars = n ? words_count(bare + n) : 0;

    return n && !pattern_is_organ(bare) &&
           ((chars >= 2 && chars <= 4) ||
            (chars <= 6 && words_start(bare + n, "：")));
}

bool pattern_can_be_signer(const char *bare)
{
    size_t chars = words_count(bare);

    return chars >= 2 && chars <= 80 &&
           !words_have_any(bare, WORDS("。", "；", "：", "，", "？", "！", "《",
                                       "http", "@", "|")) &&
           !words_start_any(bare, WORDS("附件", "附表", "特此", "此致", "敬礼",
                                        "以上", "（此", "（联系", "【")) &&
           !words_end_any(bare, WORDS("表", "书", "样式", "格式", "名单",
                                      "目录", "清单", ".doc", ".docx", ".xls",
                                      ".xlsx", ".pdf", ".zip", ".rar", "通知",
                                      "公告", "）》", "者")) &&
           !pattern_heading_level(bare, NULL);
}

static bool has_phone_or_mail(const char *s)
{
    size_t digits = 0;

    if (strchr(s, '@'))
        return true;
    for (; *s; s++) {
        if (*s >= '0' && *s <= '9')
            digits++;
        else if (*s != '-' && *s != ' ')
            digits = 0;
        if (digits >= 7)
            return true;
    }
    return false;
}

bool pattern_is_contact(const char *s, bool after_contact)
{
    static const char *const labels[] = {
        "联系人",   "联系电话", "联系方式", "联系地址", "联系邮箱", "联系单位",
        "联系部门", "联系处室", "联系科室", "电话",     "传真",     "手机",
        "邮箱",     "电子邮箱", "电子邮件", "邮编",     "邮政编码", "邮寄地址",
        "通讯地址", "通信地址", "地址",     "咨询电话", "技术支持", "技术平台",
        "E-mail",   "Email",    "收件人",   "网址",     "QQ群",     "监督电话",
        "举报电话", "联 系 人", "聯絡人",   "聯繫人",   "联系老师", NULL};
    const char *inside = s + one_of(s, WORDS("（", "("));
    const char *label = words_start_any(inside, labels);

    if (words_count(s) > 120 || words_have_any(s, WORDS("。")))
        return false;
    if (label) {
        const char *rest = inside + strlen(label);

        if (one_of(rest, WORDS("：", ":", "（", "(", "及")))
            return true;
        if (words_leading_blank(rest, strnlen(rest, 64)) &&
            has_phone_or_mail(s))
            return true;
    }
    return after_contact && words_count(s) <= 80 && has_phone_or_mail(s);
}

bool pattern_is_label(const char *bare)
{
    static const char *const labels[] = {
        "时间",     "地点",     "主持人",   "主持",     "参会人员", "参加人员",
        "出席",     "出席人员", "列席",     "缺席",     "记录",     "记录人",
        "会议时间", "会议地点", "活动时间", "活动地点", "报名时间", "报名方式",
        "内容",     "对象",     "参会对象", "主题",     "会议主题", "活动主题",
        "联系人",   "联系电话", "电话",     "传真",     "邮箱",     "地址",
        "邮编",     "主送",     "抄送",     "签发人",   "主办",     "承办",
        "协办",     "要求",     "备注",     "说明",     "注",       "集合时间",
        "集合地点", "请假",     "姓名",     "单位",     "日期",     NULL};
    size_t n = one_of(bare, labels);

    if (!n)
        return false;
    /* 时间 also begins 时间安排: the longest label that a colon follows. */
    for (size_t i = 0; labels[i]; i++) {
        size_t len = strlen(labels[i]);

        if (words_start(bare, labels[i]) && words_start(bare + len, "："))
            return true;
    }
    return false;
}

bool pattern_is_english(const char *s)
{
    size_t len = strlen(s), letters = 0, han = 0, words = 0, n;
    bool after_blank = true;

    for (size_t i = 0; i < len; i += n) {
        uint32_t cp;
        bool letter;

        n = utf8_decode(s + i, len - i, &cp);
        letter = (cp >= 'A' && cp <= 'Z') || (cp >= 'a' && cp <= 'z');
        letters += letter;
        han += words_is_han(cp);
        words += letter && after_blank;
        after_blank = cp == ' ';
    }
    return words >= 8 && letters > 2 * han;
}

const char *pattern_address(const char *s, bool *labelled)
{
    static const char *const labels[] = {
        "网址",     "原文链接", "原文地址", "原文网址", "链接", "来源网址",
        "网页地址", "来源链接", "信息链接", "URL",      NULL};
    size_t n = one_of(s, labels);
    const char *address;

    *labelled = n > 0;
    if (n)
        n += one_of(s + n, WORDS("：", ":"));
    address = s + n;
    address += words_leading_blank(address, strnlen(address, 64));
    if (!words_start_any(address, WORDS("http://", "https://")))
        return NULL;
    return strpbrk(address, " \t") ? NULL : address;
}

bool pattern_is_secrecy(const char *bare)
{
    size_t n = one_of(bare, WORDS("绝密", "机密", "秘密", "内部", "特急",
                                  "加急", "平急", "特提", "急件"));
    const char *rest = bare + n;

    if (!n)
        return strlen(bare) >= 4 && strlen(bare) <= 8 &&
               bare[strspn(bare, "0123456789")] == '\0' && *bare == '0';
    if (words_start(rest, "★"))
        return words_count(rest) <= 8;
    n = one_of(rest, WORDS("特急", "加急", "平急", "急件", "件", "资料"));
    return rest[n] == '\0';
}

bool pattern_is_letterhead(const char *bare)
{
    return words_end(bare, "文件") && words_count(bare) <= 60 &&
           words_count(bare) >= 4 && !strstr(bare, "关于") &&
           !words_have_any(bare, WORDS("：", "，", "。", "《", "、"));
}

static const char *behind(const char *bare, const char *const *labels)
{
    size_t n = one_of(bare, labels);

    return n ? bare + n : NULL;
}

const char *pattern_copy_to(const char *bare)
{
    return behind(bare,
                  WORDS("抄送：", "抄送机关：", "抄报：", "抄报机关：",
                        "分送：", "抄报、抄送：", "报送：", "送：", "主送：",
                        "主送机关：", "抄送单位：", "抄发：", "发送："));
}

#define COPY_CHARS 20 /* of one of those who get a copy */

bool pattern_copy_to_goes_on(const char *bare)
{
    static const char *const signs[] = {"，", "、", "；", "。", NULL};
    size_t chars = 0;

    if (!words_end_any(bare, signs) || words_have_any(bare, WORDS("：", "《")))
        return false;
    for (const char *s = bare; *s;) {
        uint32_t cp;

        chars = words_start_any(s, signs) ? 0 : chars + 1;
        if (chars > COPY_CHARS)
            return false;
        s += utf8_decode(s, strlen(s), &cp);
    }
    return true;
}

bool pattern_is_copies(const char *bare)
{
    const char *s = words_start_any(bare, WORDS("共印", "印数："));
    size_t n;

    if (!s)
        return false;
    bare += strlen(s);
    n = strspn(bare, "0123456789");
    return n > 0 && strcmp(bare + n, "份") == 0;
}

const char *pattern_keywords(const char *bare)
{
    return behind(bare, WORDS("主题词：", "主题词"));
}

const char *pattern_signed_by(const char *bare)
{
    return behind(bare, WORDS("签发人：", "签发：", "会签人："));
}

bool pattern_is_remark(const char *bare)
{
    return words_start(bare, "（") && words_end(bare, "）") &&
           words_count(bare) >= 3 && words_count(bare) <= 100;
}

bool pattern_is_disclosure(const char *bare)
{
    return words_count(bare) <= 30 &&
           (words_start_any(bare,
                            WORDS("信息公开选项：", "信息公开属性：",
                                  "公开选项：", "公开属性：", "公开方式：")) ||
            (words_start(bare, "此件") && words_have_any(bare, WORDS("公开"))));
}
