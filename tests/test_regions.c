/* test_regions.c - region and kind of a unit, from its name. */
#include "tests/test.h"

#include <string.h>

#include "base/mem.h"
#include "import/unit.h"

/* The 14 lead units of the bundled list, judged by hand. */
static void every_lead_unit_has_its_region_and_kind(void **state)
{
    /* clang-format off */
    static const struct {
        const char *name, *region, *kind;
    } cases[] = {
        { "联想（北京）有限公司", "北京", "企业" },
        { "北京交通运输职业学院", "北京", "高职院校" },
        { "北京市商业学校", "北京", "中职学校" },
        { "河南农业职业学院", "河南", "高职院校" },
        { "湖南工艺美术职业学院", "湖南", "高职院校" },
        { "湖南汽车工程职业学院", "湖南", "高职院校" },
        { "湖南城建职业技术学院", "湖南", "高职院校" },
        { "湖南生物机电职业技术学院", "湖南", "高职院校" },
        { "湖南现代物流职业技术学院", "湖南", "高职院校" },
        { "湖南化工职业技术学院", "湖南", "高职院校" },
        { "湖南机电职业技术学院", "湖南", "高职院校" },
        { "湖南电气职业技术学院", "湖南", "高职院校" },
        { "广东科学技术职业学院", "广东", "高职院校" },
        { "广东机电职业技术学院", "广东", "高职院校" },
    };
    /* clang-format on */
    struct unit_tables *t = unit_tables_new();

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        size_t len = strlen(cases[i].name);
        const char *region = unit_region(t, cases[i].name, len);
        const char *kind = unit_kind(t, cases[i].name, len);

        if (strcmp(region, cases[i].region) != 0 ||
            strcmp(kind, cases[i].kind) != 0)
            fail_msg("%s: %s, %s", cases[i].name, region, kind);
    }
    unit_tables_free(t);
}

static void a_place_is_found_where_the_rules_look(void **state)
{
    /* clang-format off */
    static const struct {
        const char *name, *region;
    } cases[] = {
        { "", "" },
        { "湖", "" },
        { "内蒙古机电职业技术学院", "内蒙古" },
        { "吉林市信息工程学校", "吉林" },
        { "长沙民政职业技术学院", "湖南" },     /* a prefecture */
        { "祁东县职业中等专业学校", "湖南" },   /* a county */
        { "江阴职业技术学院", "江苏" },         /* a county-level city */
        { "湘西民族职业技术学院", "湖南" },     /* without 土家族苗族自治州 */
        { "海南藏族自治州职业技术学校", "青海" },
        { "海南职业技术学院", "海南" },
        { "哈尔滨工业大学（深圳）", "广东" },   /* the bracket beats the name */
        { "华为(深圳)公司", "广东" },
        { "中国石油大学（华东）", "" },         /* no place in the bracket */
        { "国网湖南省电力有限公司", "湖南" },   /* a province within */
        { "全国机械职业教育教学指导委员会", "" },
        { "阿里巴巴（中国）有限公司", "" },     /* not 西藏 */
        { "东方电气集团", "" },                 /* not 海南 */
        { "朝阳市职业教育中心", "辽宁" },
        { "香港理工大学", "香港" },
        { "ABC (X) 公司（", "" },
    };
    /* clang-format on */
    struct unit_tables *t = unit_tables_new();

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        const char *region =
            unit_region(t, cases[i].name, strlen(cases[i].name));

        if (strcmp(region, cases[i].region) != 0)
            fail_msg("%s: \"%s\", not \"%s\"", cases[i].name, region,
                     cases[i].region);
    }
    unit_tables_free(t);
}

static void the_longest_ending_tells_the_kind(void **state)
{
    /* clang-format off */
    static const struct {
        const char *name, *kind;
    } cases[] = {
        { "", "" },
        { "大学", "本科院校" },
        { "甲省乙职业技术大学", "本科院校" },
        { "中国石油大学（华东）", "本科院校" },
        { "甲省乙师范高等专科学校", "高职院校" },
        { "甲省乙学院", "" },                   /* of either sort */
        { "甲市第一职业高级中学", "中职学校" },
        { "甲市第一高级中学", "中小学" },
        { "甲市技师学院", "技工院校" },
        { "甲市教育局", "政府部门" },
        { "甲行业职业教育教学指导委员会", "行业指导机构" },
        { "甲委员会", "" },
        { "甲集团股份有限公司", "企业" },
        { "甲（乙）", "" },
        { "（乙）", "" },
    };
    /* clang-format on */
    struct unit_tables *t = unit_tables_new();

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        const char *kind = unit_kind(t, cases[i].name, strlen(cases[i].name));

        if (strcmp(kind, cases[i].kind) != 0)
            fail_msg("%s: \"%s\", not \"%s\"", cases[i].name, kind,
                     cases[i].kind);
    }
    unit_tables_free(t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_lead_unit_has_its_region_and_kind),
        cmocka_unit_test(a_place_is_found_where_the_rules_look),
        cmocka_unit_test(the_longest_ending_tells_the_kind),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
