#include "tests/bench/rows.h"

#include <stdint.h>
#include <stdio.h>

#include "base/mem.h"
#include "text/utf8.h"

static const char *const places[] = {
    "北京", "天津", "河北", "山西", "内蒙古", "辽宁", "吉林", "黑龙江",
    "上海", "江苏", "浙江", "安徽", "福建",   "江西", "山东", "河南",
    "湖北", "湖南", "广东", "广西", "海南",   "重庆", "四川", "贵州",
    "云南", "西藏", "陕西", "甘肃", "青海",   "宁夏", "新疆", "长沙",
    "厦门", "宁波", "大连", "深圳", "衢州",   "亳州", "六安", "珠海",
};

static const char *const trades[] = {
    "工艺美术", "汽车",   "建筑",     "现代农业", "现代物流", "化工",
    "机电",     "机器人", "交通",     "服务",     "商贸",     "旅游",
    "铁路",     "航空",   "电子信息", "纺织服装", "食品",     "卫生",
    "学前教育", "艺术",   "水利",     "林业",     "测绘",     "轻工",
    "冶金",     "环境",   "安全",     "财经",     "外语",     "护理",
};

static const char *const kinds[] = {
    "职业技术学院", "职业学院",     "中等专业学校", "技师学院",
    "学校",         "高等专科学校", "有限公司",     "工业职业技术学院",
};

static uint32_t next(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

#define PICK(list) (list)[next(&state) % ARRAY_LEN(list)]

/* One of the ideographs that a name may hold, some more often. */
static const char *rare_char(uint32_t *state, char buf[UTF8_MAX + 1])
{
    uint32_t span = 1u << (6 + next(state) % 9);
    size_t len = utf8_encode(0x4E00 + next(state) % span, buf);

    buf[len] = '\0';
    return buf;
}

void bench_row(struct bench_row *row, size_t number)
{
    uint32_t state = (uint32_t)number * 2654435761u;
    char buf[2][UTF8_MAX + 1];
    /* One after the other: the order in which a call's arguments are worked
     * out is the compiler's. */
    const char *place = PICK(places), *trade = PICK(trades);
    const char *other = PICK(trades), *kind = PICK(kinds);
    const char *name[2] = {rare_char(&state, buf[0]),
                           rare_char(&state, buf[1])};
    uint32_t choice = next(&state);
    int len[BENCH_COLUMNS];

    len[0] = snprintf(row->text[0], sizeof(row->text[0]), "%zu", number);
    len[1] = snprintf(row->text[1], sizeof(row->text[1]), "%s%s%s%s", place,
                      choice % 3 ? "" : name[0], trade,
                      choice % 4 ? "职教集团" : "职业教育集团");
    len[2] =
        snprintf(row->text[2], sizeof(row->text[2]), "%s%s%s%s", place,
                 choice % 5 ? "" : name[1], choice % 2 ? trade : other, kind);
    for (size_t c = 0; c < BENCH_COLUMNS; c++)
        row->cells[c] = (struct query_cell){row->text[c], (size_t)len[c]};
}
