#include "import/particulars.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "import/words.h"

/* Of the tables over notices on the pages of government sites. */
static const char *const names[] = {
    "索引号",       "索引号码", "信息索引号", "公开编号", "主题分类",
    "信息分类",     "公开类别", "公文种类",   "文种",     "体裁",
    "体裁分类",     "体裁类别", "组配分类",   "服务对象", "主题词",
    "关键词",       "标题",     "名称",       "信息名称", "文件名称",
    "文号",         "发文字号", "文件编号",   "公文文号", "发文机关",
    "发文机构",     "发文单位", "发布机关",   "发布机构", "发布单位",
    "公开主体",     "公开机构", "公开单位",   "成文日期", "生成日期",
    "发文日期",     "发布日期", "发布时间",   "公开日期", "公开时间",
    "印发日期",     "生效日期", "生效时间",   "废止日期", "废止时间",
    "失效日期",     "有效性",   "有效期",     "时效性",   "效力状态",
    "是否有效",     "公开方式", "公开范围",   "公开形式", "公开属性",
    "公开时限",     "来源",     "信息来源",   "内容概述", "内容摘要",
    "摘要",         "备注文号", "所属机构",   "所属主题", "统一编号",
    "统一登记号",   "登记号",   "载体类型",   "语种",     "责任部门",
    "信息生成日期", "信息索引", "信息类别",   "公文名称", "公文标题",
    "文件标题",     "成文时间", "发文时间",   "关键字",   "发布文号",
};

char *particulars_name(const char *text, size_t len)
{
    static const char *const colons[] = {"：", ":", "︰"};
    char *copy = xmemdup(text, len), *name = words_squeezed(copy);
    size_t end = strlen(name);

    free(copy);
    for (size_t i = 0; i < ARRAY_LEN(colons); i++) {
        size_t n = strlen(colons[i]);

        if (end >= n && strcmp(name + end - n, colons[i]) == 0) {
            name[end - n] = '\0';
            break;
        }
    }
    return name;
}

bool particulars_is_name(const char *text, size_t len)
{
    bool found = false;
    char *name;

    if (len > 120) /* the longest name, with blanks between */
        return false;
    name = particulars_name(text, len);
    for (size_t i = 0; i < ARRAY_LEN(names) && !found; i++)
        found = strcmp(name, names[i]) == 0;
    free(name);
    return found;
}
