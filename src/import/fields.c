#include "import/fields.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "import/words.h"

bool fields_is_number(const char *s, size_t len, int64_t *value)
{
    char narrow[24];
    size_t n = 0;

    if (len == 0 || (unsigned char)s[0] != 0xEF)
        return column_kind_integer(s, len, value);
    for (size_t i = 0; i < len; i += 3) {
        if (len - i < 3 || n == sizeof(narrow) ||
            memcmp(s + i, "\xEF\xBC", 2) != 0 ||
            (unsigned char)s[i + 2] < 0x90 || (unsigned char)s[i + 2] > 0x99)
            return false;
        narrow[n++] = (char)('0' + ((unsigned char)s[i + 2] - 0x90));
    }
    return column_kind_integer(narrow, n, value);
}

/* The first column whose heading is, or ends with, the first of `words` that
 * any heading does. */
static int headed(const char *const *names, size_t count,
                  const char *const *words)
{
    for (; *words; words++) {
        for (size_t c = 0; c < count; c++) {
            if (words_end(names[c], *words))
                return (int)c;
        }
    }
    return -1;
}

/* The caller frees the array, not the names. */
static const char **names_of(const struct draft_list *l)
{
    const char **names = xcalloc(l->column_count + 1, sizeof(*names));

    for (size_t c = 0; c < l->column_count; c++)
        names[c] = l->columns[c].name;
    return names;
}

int fields_name_column(const struct draft_list *l)
{
    const char **names = names_of(l);
    int found = headed(names, l->column_count,
                       WORDS("集团名称", "学校名称", "院校名称", "单位名称",
                             "项目名称", "企业名称", "机构名称", "名称", "学校",
                             "院校", "单位", "企业", "机构"));

    free(names);
    return found;
}

bool fields_is_name(const char *heading)
{
    return words_end_any(heading, WORDS("名称", "姓名", "学校", "院校", "单位",
                                        "企业", "机构", "集团"));
}

int fields_unit_among(const char *const *names, size_t count)
{
    for (size_t c = 0; c < count; c++) {
        if (words_start(names[c], "牵头"))
            return (int)c;
    }
    return headed(names, count,
                  WORDS("依托单位", "建设单位", "申报单位", "主持单位",
                        "推荐学校", "申报学校", "建设学校", "学校名称",
                        "院校名称", "单位名称", "企业名称", "机构名称", "学校",
                        "院校", "单位", "企业", "机构"));
}

static bool have_any(const char *const *names, size_t count,
                     const char *const *words)
{
    for (size_t c = 0; c < count; c++) {
        if (words_have_any(names[c], words))
            return true;
    }
    return false;
}

bool fields_have_region(const char *const *names, size_t count)
{
    return have_any(names, count,
                    WORDS("地区", "省份", "省市", "所在省", "所在地", "省（",
                          "省(")) ||
           headed(names, count, WORDS("省")) >= 0;
}

bool fields_have_kind(const char *const *names, size_t count)
{
    return have_any(names, count, WORDS("类型", "类别"));
}
