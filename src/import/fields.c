#include "import/fields.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "import/words.h"
#include "text/numbering.h"

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

/* Full-width digits (U+FF10 to U+FF19) of a cell as ASCII ones. */
static void narrow(char **cell)
{
    struct str out = {0};

    for (const char *p = *cell; *p;) {
        if (strncmp(p, "\xEF\xBC", 2) == 0 && (unsigned char)p[2] >= 0x90 &&
            (unsigned char)p[2] <= 0x99) {
            str_addc(&out, (char)('0' + ((unsigned char)p[2] - 0x90)));
            p += 3;
        } else {
            str_addc(&out, *p++);
        }
    }
    free(*cell);
    *cell = str_take(&out);
}

static enum column_kind kind_of(const struct draft_list *l, size_t column)
{
    struct column_guess guess = {0};

    for (size_t r = 0; r < l->row_count; r++) {
        const char *cell = l->rows[r].cells[column];

        column_guess_add(&guess, cell, strlen(cell));
    }
    return column_guess_kind(&guess);
}

/* Only numbers that rise from 1 or more tell what is missing between them. */
static void find_gaps(struct draft_list *l, size_t column)
{
    int64_t previous = 0, number;

    for (size_t r = 0; r < l->row_count; r++) {
        const char *cell = l->rows[r].cells[column];

        if (!column_kind_integer(cell, strlen(cell), &number) ||
            number <= previous) {
            l->gaps.count = 0;
            return;
        }
        if (number > previous + 1)
            draft_add_gap(&l->gaps, r, previous + 1, number - 1);
        previous = number;
    }
}

void fields_number(struct draft_list *l)
{
    size_t column = 0;

    while (column < l->column_count &&
           numbering_of(l->columns[column].name) != NUMBERING_COUNTS)
        column++;
    for (size_t r = 0; column < l->column_count && r < l->row_count; r++)
        narrow(&l->rows[r].cells[column]);
    for (size_t c = 0; c < l->column_count; c++)
        l->columns[c].kind = kind_of(l, c);
    if (column < l->column_count && l->columns[column].kind == COLUMN_INTEGER)
        find_gaps(l, column);
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

typedef const char *rule(const struct unit_tables *t, const char *name,
                         size_t len);

static void add_derived(struct draft_list *l, const char *name,
                        const char *table, size_t unit, rule *derive,
                        const struct unit_tables *tables)
{
    struct str origin = {0};
    size_t at = l->column_count;

    str_addf(&origin, "%s (%s)", table, l->columns[unit].name);
    l->columns = xreallocarray(l->columns, at + 1, sizeof(*l->columns));
    l->columns[at] = (struct draft_column){.name = xstrdup(name),
                                           .origin = str_take(&origin)};
    l->column_count++;
    for (size_t r = 0; r < l->row_count; r++) {
        struct draft_row *row = &l->rows[r];
        const char *cell = row->cells[unit];

        row->cells = xreallocarray(row->cells, at + 1, sizeof(*row->cells));
        row->cells[at] = xstrdup(derive(tables, cell, strlen(cell)));
    }
}

void fields_derive(struct draft_list *l, const struct unit_tables *tables)
{
    const char **names = names_of(l);
    size_t count = l->column_count;
    int unit = fields_unit_among(names, count);
    bool region = unit >= 0 && !fields_have_region(names, count);
    bool kind = unit >= 0 && !fields_have_kind(names, count);

    free(names);
    if (region)
        add_derived(l, "地区", UNIT_REGION_RULE, (size_t)unit, unit_region,
                    tables);
    if (kind)
        add_derived(l, "单位类型", UNIT_KIND_RULE, (size_t)unit, unit_kind,
                    tables);
}
