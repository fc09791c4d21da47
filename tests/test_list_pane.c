/* test_list_pane.c - the unit table as a picture: gaps, columns, filter,
 * order, matches, long lists, narrow panes. */
#include "tests/test.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "model/list_query.h"
#include "model/schema.h"
#include "tests/fixture.h"
#include "tests/picture.h"
#include "tests/stage.h"
#include "ui/list_pane.h"

static void set_stage(struct stage *s, char *path, int rows, int columns)
{
    stage_open(s, path);
    s->pane = list_pane_new();
    list_pane_show(s->pane, s->opened.list);
    stage_size(s, rows, columns);
}

static const char *drawn(struct stage *s)
{
    return stage_drawn(s, true);
}

static void act(struct stage *s, enum action action, int times)
{
    while (times-- > 0)
        pane_handle(s->pane, action);
}

static void looks_like(struct stage *s, const char *expected)
{
    assert_string_equal(drawn(s), expected);
}

static struct query *query_of(struct stage *s, const char *text)
{
    struct err e = {0};
    struct query *q = list_query_new(s->opened.list, text, strlen(text), &e);

    if (!q)
        fail_msg("%s", e.msg);
    return q;
}

/* Filter by rows given as a text of digits: "58" is rows 5 and 8. */
static void filter(struct stage *s, const char *rows, const char *label)
{
    struct rowset set;
    struct list_filter shown = {.rows = &set, .label = label};

    rowset_init(&set, list_row_count(s->opened.list));
    for (; *rows; rows++)
        rowset_add(&set, *rows - '0');
    list_pane_filter(s->pane, &shown);
    rowset_clear(&set);
}

/* A table of `rows` rows, n and "单位n", in a file of its own. */
static char *table_of(int rows)
{
    struct str sql = {0};
    char *path;

    str_addf(&sql,
             "CREATE TABLE 名册(编号 INTEGER, 名称 TEXT, 备注 TEXT);"
             "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n+1 FROM c "
             "LIMIT %d) INSERT INTO 名册 SELECT n, '单位'||n, '无' FROM c "
             "WHERE n <= %d;",
             rows > 0 ? rows : 1, rows);
    path = fixture_sql("table.db", str_text(&sql));
    str_clear(&sql);
    return path;
}

/* ---- tests ---- */

/* clang-format off: pictures keep their rows. */

static void gaps_stand_between_the_rows(void **state)
{
    struct stage s;

    (void)state;
    set_stage(&s, fixture_edition("list.db"), 15, 84);
    looks_like(&s, "> 附件1 第一批示范性职业教育集团（联盟）培育单位名单       "
                   "                     8 条\n"
                   "  序号  集团名称                                牵头单位   "
                   "           地区（推断）\n"
                   ">    1  联想职业教育集团                        "
                   "联想（北京）有限公司  北京\n"
                   "     2  北京交通职业教育集团                    "
                   "北京交通运输职业学院  北京\n"
                   "     3  北京现代服务业职业教育集团              "
                   "北京市商业学校        北京\n"
                   "  -- 4-87 未收录 84 条 --\n"
                   "    88  河南省农业职业教育集团                  "
                   "河南农业职业学院      河南\n"
                   "  -- 89-97 未收录 9 条 --\n"
                   "    98  湖南工艺美术职业教育集团                "
                   "湖南工艺美术职业学院  湖南\n"
                   "    99  湖南汽车职业教育集团                    "
                   "湖南汽车工程职业学院  湖南\n"
                   "  -- 100-104 未收录 5 条 --\n"
                   "   105  全国机械行业新能源技术装备职业教育集团  "
                   "湖南电气职业技术学院  湖南\n"
                   "  -- 106 未收录 1 条 --\n"
                   "   107  广东机电职业教育集团                    "
                   "广东机电职业技术学院  广东\n"
                   "\n");
    assert_string_equal(picture_styles(&s.canvas, 1),
                        "..cccc..CCCCCCCC................................"
                        "cccccccc..............cccccccccccc");
    assert_string_equal(picture_styles(&s.canvas, 2),
                        ">>>>>>>>++++++++++++++++++++++++++++++++++++++........"
                        "................dddd");
    assert_string_equal(picture_styles(&s.canvas, 5),
                        "..xxxxxxxxxxxxxxxxxxxxxxx");
    stage_close(&s);
}

static void narrow_panes_show_the_names_first(void **state)
{
    struct stage s;

    (void)state;
    set_stage(&s, fixture_edition("list.db"), 9, 40);
    act(&s, ACTION_DOWN, 1);
    looks_like(&s, "> 附件1 第一批示范性职业教育集团 >  8 条\n"
                   "  序号  集团名称                       >\n"
                   "     1  联想职业教育集团\n"
                   ">    2  北京交通职业教育集团\n"
                   "     3  北京现代服务业职业教育集团\n"
                   "  -- 4-87 未收录 84 条 --\n"
                   "    88  河南省农业职业教育集团\n"
                   "  -- 89-97 未收录 9 条 --\n"
                   "    98  湖南工艺美术职业教育集团\n");
    stage_size(&s, 9, 20);
    looks_like(&s, "> 附件1 第一 >  8 条\n"
                   "  序号 集团名称    >\n"
                   "     1 联想职业教育>\n"
                   ">    2 北京交通职业>\n"
                   "     3 北京现代服务>\n"
                   "  -- 4-87 --\n"
                   "    88 河南省农业职>\n"
                   "  -- 89-97 --\n"
                   "    98 湖南工艺美术>\n");
    /* Too narrow for numbers beside names. */
    stage_size(&s, 5, 14);
    looks_like(&s, "> 附件1>  8 条\n"
                   "  集团名称   >\n"
                   "  联想职业教 >\n"
                   "> 北京交通职 >\n"
                   "  北京现代服 >\n");
    for (int columns = 1; columns < 14; columns++) {
        stage_size(&s, 1 + columns % 4, columns);
        drawn(&s);
    }
    stage_close(&s);
}

static void the_view_follows_the_current_column(void **state)
{
    struct stage s;

    (void)state;
    set_stage(&s, fixture_edition("list.db"), 4, 40);
    act(&s, ACTION_COLUMN_NEXT, 1);
    looks_like(&s, "> 附件1 第一批示范性职业教育集团 >  8 条\n"
                   "  序号  集团名称   <牵头单位           >\n"
                   ">    1  联想职业 >  联想（北京）有限公司\n"
                   "     2  北京交通 >  北京交通运输职业学院\n");
    act(&s, ACTION_COLUMN_NEXT, 1);
    assert_int_equal(pane_handle(s.pane, ACTION_COLUMN_NEXT), PANE_SAME);
    looks_like(&s, "> 附件1 第一批示范性职业教育集团 >  8 条\n"
                   "  序号  集团名称   <地区（推断）\n"
                   ">    1  联想职业 >  北京\n"
                   "     2  北京交通 >  北京\n");
    assert_string_equal(picture_styles(&s.canvas, 1),
                        "..cccc..cccccccc...cCCCCCCCCCCCC");
    act(&s, ACTION_COLUMN_PREV, 1);
    assert_int_equal(list_pane_column(s.pane), 2);
    act(&s, ACTION_COLUMN_PREV, 2);
    assert_int_equal(pane_handle(s.pane, ACTION_COLUMN_PREV), PANE_SAME);
    looks_like(&s, "> 附件1 第一批示范性职业教育集团 >  8 条\n"
                   "  序号  集团名称                       >\n"
                   ">    1  联想职业教育集团\n"
                   "     2  北京交通职业教育集团\n");
    assert_string_equal(picture_styles(&s.canvas, 1),
                        "..CCCC..cccccccc.......................c");
    /* With more room the view goes back. */
    act(&s, ACTION_COLUMN_NEXT, 3);
    stage_size(&s, 3, 84);
    assert_int_equal(list_pane_place(s.pane).shift, 0);
    stage_close(&s);
}

/* A heading or a cell of `n` characters that are two columns wide. */
static void add_wide(struct str *sql, int n)
{
    while (n-- > 0)
        str_add(sql, "甲");
}

/* Two rows of texts of so many characters, the first column being the name,
 * and where `far` is not 0 a row amid thousands whose name has as many. */
static char *texts_of(const int *characters, size_t n, int far)
{
    struct str sql = {0};
    char *path;

    str_add(&sql, "CREATE TABLE t(");
    for (size_t i = 0; i < n; i++)
        str_addf(&sql, "%sc%zu TEXT", i ? "," : "", i);
    str_add(&sql, "); INSERT INTO t VALUES(");
    for (size_t i = 0; i < n; i++) {
        str_add(&sql, i ? ",'" : "'");
        add_wide(&sql, characters[i]);
        str_add(&sql, "'");
    }
    str_add(&sql, ");");
    if (far) {
        str_add(&sql, "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n+1"
                      " FROM c LIMIT 9000) INSERT INTO t(c0) SELECT '甲' FROM"
                      " c; UPDATE t SET c0 = '");
        add_wide(&sql, far);
        str_add(&sql, "' WHERE rowid BETWEEN 4000 AND 9001;");
    }
    path = fixture_sql("texts.db", str_text(&sql));
    str_clear(&sql);
    return path;
}

static void columns_share_the_pane(void **state)
{
    static const struct {
        int columns;
        int characters[5]; /* 0: no more columns */
        int far;
        const char *headings;
    } cases[] = {
        /* All fit: each has what it wants. */
        {80, {10, 4, 4}, 0, "  c0                    c1        c2"},
        /* The longest is cut, as little as lets the others be in view. */
        {80,
         {10, 40, 4, 4},
         0,
         "  c0                    c1                                    "
         "c2        c3"},
        /* The name has its two fifths, the rest is shared. */
        {80,
         {40, 40, 10},
         0,
         "  c0                                c1                      c2"},
        /* What the others leave is the name's. */
        {80,
         {40, 10, 4},
         0,
         "  c0                                              c1            "
         "        c2"},
        /* Cells are looked at through the whole list. */
        {80, {4, 4}, 9, "  c0                  c1"},
        /* Below 80 columns the name has the room. */
        {79,
         {60, 4},
         0,
         "  c0                                                          "
         "                >"},
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct stage s;
        size_t n = 0;
        const char *line;

        while (n < ARRAY_LEN(cases[i].characters) && cases[i].characters[n])
            n++;
        set_stage(&s, texts_of(cases[i].characters, n, cases[i].far), 4,
                  cases[i].columns);
        line = strchr(drawn(&s), '\n') + 1;
        if (strncmp(line, cases[i].headings, strlen(cases[i].headings)) != 0)
            fail_msg("case %zu:\n%s", i, line);
        stage_close(&s);
    }
}

static void the_cursor_passes_over_gaps(void **state)
{
    /* clang-format off */
    static const struct {
        enum action action;
        enum pane_result result;
        int row, top;
    } steps[] = { /* 5 lines; rows at lines 0 1 2 4 6 7 9 11 */
        { ACTION_UP, PANE_SAME, 1, 0 },
        { ACTION_DOWN, PANE_CHANGED, 2, 0 },
        { ACTION_DOWN, PANE_CHANGED, 3, 0 },
        { ACTION_DOWN, PANE_CHANGED, 4, 0 },
        { ACTION_DOWN, PANE_CHANGED, 5, 2 },
        { ACTION_UP, PANE_CHANGED, 4, 2 },
        { ACTION_SCROLL_DOWN, PANE_CHANGED, 4, 3 },
        { ACTION_SCROLL_DOWN, PANE_CHANGED, 4, 4 },
        { ACTION_SCROLL_DOWN, PANE_CHANGED, 5, 5 },
        { ACTION_PAGE_DOWN, PANE_CHANGED, 8, 7 },
        { ACTION_END, PANE_SAME, 8, 7 },
        { ACTION_SECTION_PREV, PANE_CHANGED, 7, 7 },
        { ACTION_HALF_UP, PANE_CHANGED, 6, 5 },
        { ACTION_HOME, PANE_CHANGED, 1, 0 },
        { ACTION_SECTION_NEXT, PANE_CHANGED, 2, 0 },
        { ACTION_OPEN, PANE_CHOSEN, 2, 0 },
        { ACTION_QUIT, PANE_IGNORED, 2, 0 },
    };
    /* clang-format on */
    struct stage s;

    (void)state;
    set_stage(&s, fixture_edition("list.db"), 7, 84);
    for (size_t i = 0; i < ARRAY_LEN(steps); i++) {
        enum pane_result result = pane_handle(s.pane, steps[i].action);
        struct list_place place = list_pane_place(s.pane);

        if (result != steps[i].result || place.row != steps[i].row ||
            place.top != steps[i].top)
            fail_msg("step %zu: result %d, row %d, top %d", i, (int)result,
                     (int)place.row, (int)place.top);
        drawn(&s);
    }
    stage_close(&s);
}

/* A list that begins and ends with a gap. */
static void gaps_at_the_ends_are_seen(void **state)
{
    struct stage s;

    (void)state;
    set_stage(
        &s,
        fixture_edition_with("ends.db", SCHEMA_VERSION,
                             "DELETE FROM annex_1 WHERE rowid > 3;"
                             "UPDATE annex_1 SET 序号 = 序号 + 10;"
                             "DELETE FROM gap; DELETE FROM mention;"
                             "INSERT INTO gap VALUES(1,0,1,10),(1,3,14,20);"),
        5, 40);
    assert_int_equal(list_pane_row(s.pane), 1);
    looks_like(&s, "> 附件1 第一批示范性职业教育集团 >  3 条\n"
                   "  序号  集团名称                       >\n"
                   "  -- 1-10 未收录 10 条 --\n"
                   ">   11  联想职业教育集团\n"
                   "    12  北京交通职业教育集团\n");
    act(&s, ACTION_END, 1);
    looks_like(&s, "> 附件1 第一批示范性职业教育集团 >  3 条\n"
                   "  序号  集团名称                       >\n"
                   "    12  北京交通职业教育集团\n"
                   ">   13  北京现代服务业职业教育集团\n"
                   "  -- 14-20 未收录 7 条 --\n");
    assert_int_equal(pane_handle(s.pane, ACTION_DOWN), PANE_SAME);
    assert_true(list_pane_goto(s.pane, 1));
    assert_int_equal(list_pane_place(s.pane).top, 0);
    act(&s, ACTION_END, 1);
    act(&s, ACTION_HOME, 1);
    assert_int_equal(list_pane_place(s.pane).top, 0);
    assert_int_equal(list_pane_row(s.pane), 1);
    /* The view can leave the gap behind. */
    assert_int_equal(pane_handle(s.pane, ACTION_SCROLL_DOWN), PANE_CHANGED);
    assert_int_equal(list_pane_place(s.pane).top, 1);
    stage_close(&s);
}

/* The current row has a bar as long as its name is wide, but where that would
 * cost much to move, and the current cell is one. */
static void what_stands_around_the_list_is_seen_with_it(void **state)
{
    struct stage s;

    (void)state;
    set_stage(&s,
              fixture_edition_with(
                  "around.db", 2,
                  "INSERT INTO annex_line VALUES(1,'above',1,'单位：个'),"
                  "(1,'below',1,'注：排名不分先后，以文件下发的顺序为准。');"),
              6, 40);
    /* Over the headings, and gone with the first step that needs its room. */
    looks_like(&s, "> 附件1 第一批示范性职业教育集团 >  8 条\n"
                   "  单位：个\n"
                   "  序号  集团名称                       >\n"
                   ">    1  联想职业教育集团\n"
                   "     2  北京交通职业教育集团\n"
                   "     3  北京现代服务业职业教育集团\n");
    act(&s, ACTION_DOWN, 3);
    looks_like(&s, "> 附件1 第一批示范性职业教育集团 >  8 条\n"
                   "  序号  集团名称                       >\n"
                   "     2  北京交通职业教育集团\n"
                   "     3  北京现代服务业职业教育集团\n"
                   "  -- 4-87 未收录 84 条 --\n"
                   ">   88  河南省农业职业教育集团\n");
    /* Under the last row, in as many lines as it takes; never current. */
    act(&s, ACTION_END, 1);
    looks_like(&s, "> 附件1 第一批示范性职业教育集团 >  8 条\n"
                   "  序号  集团名称                       >\n"
                   "  -- 106 未收录 1 条 --\n"
                   ">  107  广东机电职业教育集团\n"
                   "  注：排名不分先后，以文件下发的顺序\n"
                   "  为准。\n");
    act(&s, ACTION_DOWN, 1);
    assert_int_equal(list_pane_row(s.pane), 8);
    /* One line when there is room for it; the row stays. */
    stage_size(&s, 6, 60);
    assert_non_null(strstr(drawn(&s), "以文件下发的顺序为准。"));
    assert_int_equal(list_pane_row(s.pane), 8);
    act(&s, ACTION_HOME, 1);
    assert_int_equal(list_pane_row(s.pane), 1);
    assert_non_null(strstr(drawn(&s), "单位：个"));
    filter(&s, "58", "甲");
    assert_null(strstr(drawn(&s), "单位：个"));
    assert_null(strstr(drawn(&s), "注："));
    for (int rows = 1; rows < 8; rows++) {
        stage_size(&s, rows, 7);
        list_pane_filter(s.pane, NULL);
        drawn(&s);
    }
    stage_close(&s);
}

static void the_current_row_and_cell_are_bars(void **state)
{
    /* clang-format off */
    static const struct {
        int columns, right; /* how often it went there */
        const char *styles;
    } cases[] = {
        { 84, 0, ">>>>>>>>++++++++++++++++++++++++++++++++++++++......"
                 "..................dddd" },
        { 84, 1, ">>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>..++++"
                 "++++++++++++++++..dddd" },
        { 84, 2, ">>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>......"
                 "..................++++++++++++" },
        { 50, 1, ">>>>>>>>>>>>>>>>>>>>>>>..++++++++++++++++++++" },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct stage s;

        set_stage(&s, fixture_edition("list.db"), 15, cases[i].columns);
        act(&s, ACTION_COLUMN_NEXT, cases[i].right);
        drawn(&s);
        assert_string_equal(picture_styles(&s.canvas, 2), cases[i].styles);
        stage_close(&s);
    }
}

static void a_filter_shows_its_rows_without_gaps(void **state)
{
    struct stage s;

    (void)state;
    set_stage(&s, fixture_edition("list.db"), 6, 50);
    filter(&s, "567", "hn");
    looks_like(&s, "> 附件1 第一批示范性职业教育集团（ >  筛选：hn 3/8\n"
                   "  序号  集团名称                                 >\n"
                   ">   98  湖南工艺美术职业教育集团\n"
                   "    99  湖南汽车职业教育集团\n"
                   "   105  全国机械行业新能源技术装备职业教育集团\n"
                   "\n");
    assert_int_equal(list_pane_rows(s.pane), 3);
    assert_string_equal(list_pane_filter_label(s.pane), "hn");
    assert_int_equal(list_pane_index(s.pane, 7), 2);
    assert_int_equal(list_pane_index(s.pane, 8), -1);
    assert_int_equal(list_pane_row_at(s.pane, 1), 6);
    assert_int_equal(list_pane_row_at(s.pane, 3), 0);
    assert_false(list_pane_goto(s.pane, 8));
    assert_int_equal(list_pane_row(s.pane), 5);
    filter(&s, "", "hnx");
    looks_like(&s, "> 附件1 第一批示范性职业教育集团（>  筛选：hnx 0/8\n"
                   "  序号  集团名称                                 >\n"
                   "  没有记录符合筛选条件。\n"
                   "\n"
                   "\n"
                   "\n");
    assert_int_equal(list_pane_row(s.pane), 0);
    assert_int_equal(pane_handle(s.pane, ACTION_OPEN), PANE_SAME);
    assert_int_equal(pane_handle(s.pane, ACTION_DOWN), PANE_SAME);
    list_pane_filter(s.pane, NULL);
    assert_false(list_pane_is_filtered(s.pane));
    assert_string_equal(list_pane_filter_label(s.pane), "");
    assert_int_equal(list_pane_rows(s.pane), 8);
    stage_close(&s);
}

static void a_filter_keeps_the_cursor_where_it_can(void **state)
{
    struct stage s;

    (void)state;
    set_stage(&s, fixture_edition("list.db"), 6, 50);
    list_pane_goto(s.pane, 6);
    filter(&s, "2678", "a");
    assert_int_equal(list_pane_row(s.pane), 6);
    filter(&s, "278", "ab"); /* to the next one */
    assert_int_equal(list_pane_row(s.pane), 7);
    filter(&s, "2", "abc"); /* or the last before */
    assert_int_equal(list_pane_row(s.pane), 2);
    filter(&s, "278", "ab"); /* a letter taken back is as if never typed */
    assert_int_equal(list_pane_row(s.pane), 7);
    filter(&s, "", "abx");
    assert_int_equal(list_pane_row(s.pane), 0);
    filter(&s, "278", "ab");
    assert_int_equal(list_pane_row(s.pane), 7);
    list_pane_filter(s.pane, NULL); /* where the reader is */
    assert_int_equal(list_pane_row(s.pane), 7);
    stage_close(&s);
}

static void an_order_moves_the_rows_not_the_cursor(void **state)
{
    static const uint32_t order[] = {8, 7, 6, 5, 4, 3, 2, 1};
    struct stage s;
    uint32_t *mine = xreallocarray(NULL, 8, sizeof(*mine));
    bool descending;

    (void)state;
    memcpy(mine, order, sizeof(order));
    set_stage(&s, fixture_edition("list.db"), 6, 50);
    list_pane_goto(s.pane, 7);
    list_pane_order(s.pane, mine, 0, true);
    assert_int_equal(list_pane_row(s.pane), 7);
    assert_int_equal(list_pane_index(s.pane, 7), 1);
    assert_int_equal(list_pane_sorted_by(s.pane, &descending), 0);
    assert_true(descending);
    looks_like(&s, "> 附件1 第一批示范性职业教育集团>  序号 降序  8 条\n"
                   "  序号  集团名称                                 >\n"
                   "   107  广东机电职业教育集团\n"
                   ">  105  全国机械行业新能源技术装备职业教育集团\n"
                   "    99  湖南汽车职业教育集团\n"
                   "    98  湖南工艺美术职业教育集团\n");
    /* Filter and order together. */
    list_pane_goto(s.pane, 4);
    filter(&s, "1567", "x");
    assert_int_equal(list_pane_row(s.pane), 1); /* the next in this order */
    assert_int_equal(list_pane_row_at(s.pane, 0), 7);
    assert_int_equal(list_pane_index(s.pane, 1), 3);
    list_pane_order(s.pane, NULL, 0, false);
    assert_int_equal(list_pane_sorted_by(s.pane, &descending), -1);
    assert_int_equal(list_pane_row_at(s.pane, 0), 1);
    assert_int_equal(list_pane_row(s.pane), 1);
    stage_close(&s);
}

static void matches_are_lit(void **state)
{
    struct stage s;
    struct query *q;

    (void)state;
    set_stage(&s, fixture_edition("list.db"), 15, 84);
    q = query_of(&s, "hn");
    stage_light(&s, q);
    drawn(&s);
    assert_string_equal(picture_styles(&s.canvas, 8),
                        "........mmmm....................................mmmm.."
                        "................mmmm");
    /* A derived match is a match; the current row's are stronger. */
    list_pane_goto(s.pane, 5);
    drawn(&s);
    assert_string_equal(picture_styles(&s.canvas, 8),
                        ">>>>>>>>MMMM++++++++++++++++++++++++++++++++++..MMMM.."
                        "................MMMM");
    assert_string_equal(picture_styles(&s.canvas, 9),
                        "........mmmm....................................mmmm.."
                        "................mmmm");
    assert_string_equal(picture_styles(&s.canvas, 13),
                        "......................................................"
                        "................dddd");
    /* Numbers too, where they are aligned. */
    stage_light(&s, NULL);
    query_free(q);
    q = query_of(&s, "05");
    stage_light(&s, q);
    drawn(&s);
    assert_string_equal(picture_styles(&s.canvas, 11),
                        "....mm................................................"
                        "................dddd");
    stage_light(&s, NULL);
    drawn(&s);
    assert_string_equal(picture_styles(&s.canvas, 11),
                        "......................................................"
                        "................dddd");
    query_free(q);
    stage_close(&s);
}

static void what_is_only_described_is_not_lit(void **state)
{
    struct stage s;
    struct query *q;

    (void)state;
    set_stage(&s,
              fixture_sql("blob.db", "CREATE TABLE t(a, b);"
                                     "INSERT INTO t VALUES('data', x'00');"),
              4, 60);
    q = query_of(&s, "data");
    stage_light(&s, q);
    drawn(&s);
    assert_string_equal(picture_styles(&s.canvas, 2), ">>MMMM");
    query_free(q);
    stage_close(&s);
}

static void a_match_outside_its_cell_is_brought_into_view(void **state)
{
    struct stage s;
    struct query *q;

    (void)state;
    set_stage(&s, fixture_edition("list.db"), 15, 30);
    q = query_of(&s, "装备职业教育");
    stage_light(&s, q);
    looks_like(&s, "> 附件1 第一批示范性职 >  8 条\n"
                   "  序号 集团名称              >\n"
                   ">    1 联想职业教育集团\n"
                   "     2 北京交通职业教育集团\n"
                   "     3 北京现代服务业职业教育>\n"
                   "  -- 4-87 未收录 84 条 --\n"
                   "    88 河南省农业职业教育集团\n"
                   "  -- 89-97 未收录 9 条 --\n"
                   "    98 湖南工艺美术职业教育集>\n"
                   "    99 湖南汽车职业教育集团\n"
                   "  -- 100-104 未收录 5 条 --\n"
                   "   105 <源技术装备职业教育集团\n"
                   "  -- 106 未收录 1 条 --\n"
                   "   107 广东机电职业教育集团\n"
                   "\n");
    assert_string_equal(picture_styles(&s.canvas, 11),
                        "..............mmmmmmmmmmmm");
    stage_light(&s, NULL);
    query_free(q);
    stage_close(&s);
}

static void a_long_list_costs_what_a_short_one_does(void **state)
{
    struct stage s;

    (void)state;
    set_stage(&s, table_of(12345), 6, 40);
    looks_like(&s, "> 名册                         12,345 条\n"
                   "   编号  名称       备注\n"
                   ">     1  单位1      无\n"
                   "      2  单位2      无\n"
                   "      3  单位3      无\n"
                   "      4  单位4      无\n");
    act(&s, ACTION_END, 1);
    looks_like(&s, "> 名册                         12,345 条\n"
                   "   编号  名称       备注\n"
                   "  12342  单位12342  无\n"
                   "  12343  单位12343  无\n"
                   "  12344  单位12344  无\n"
                   "> 12345  单位12345  无\n");
    /* Far away: its neighbours are seen on both sides. */
    assert_true(list_pane_goto(s.pane, 6000));
    looks_like(&s, "> 名册                         12,345 条\n"
                   "   编号  名称       备注\n"
                   "   5998  单位5998   无\n"
                   "   5999  单位5999   无\n"
                   ">  6000  单位6000   无\n"
                   "   6001  单位6001   无\n");
    assert_true(list_pane_goto(s.pane, 6003));
    assert_int_equal(list_pane_place(s.pane).top, 5999);
    stage_close(&s);
}

static void an_empty_list_says_so(void **state)
{
    struct stage s;

    (void)state;
    set_stage(&s, table_of(0), 4, 40);
    looks_like(&s, "> 名册                              0 条\n"
                   "  编号  名称  备注\n"
                   "  没有记录。\n"
                   "\n");
    assert_int_equal(list_pane_row(s.pane), 0);
    assert_int_equal(pane_handle(s.pane, ACTION_END), PANE_SAME);
    list_pane_show(s.pane, NULL);
    looks_like(&s, "> 没有名单\n\n\n\n");
    assert_int_equal(pane_handle(s.pane, ACTION_DOWN), PANE_SAME);
    assert_int_equal(pane_handle(s.pane, ACTION_COLUMN_NEXT), PANE_SAME);
    stage_close(&s);
}

static void hostile_cells_are_drawn_as_marks(void **state)
{
    struct stage s;

    (void)state;
    set_stage(
        &s,
        fixture_sql(
            "hostile.db",
            "CREATE TABLE \"名\x1B[2J\"(\"列\nx\" TEXT, \"空\" TEXT);"
            "INSERT INTO \"名\x1B[2J\" "
            "VALUES('a'||char(27)||'[31m'||char(8238),NULL),"
            "(char(0xE863)||'甲',-1),('乙'||char(769,769,769,769,769),1.5);"),
        6, 40);
    looks_like(&s, "> 名^[[2J                           3 条\n"
                   "  列^Jx           空\n"
                   "> a^[[31m<202E>\n"
                   "  〓甲           -1\n"
                   "  乙\u0301\u0301\u0301\u0301             1.5\n"
                   "\n");
    stage_close(&s);
}

static void a_place_is_kept_and_restored(void **state)
{
    struct list_place place;
    struct stage s;

    (void)state;
    set_stage(&s, table_of(100), 6, 11);
    act(&s, ACTION_DOWN, 50);
    act(&s, ACTION_SCROLL_DOWN, 2);
    act(&s, ACTION_COLUMN_NEXT, 1);
    place = list_pane_place(s.pane);
    assert_true(place.shift > 0);
    act(&s, ACTION_HOME, 1);
    act(&s, ACTION_COLUMN_PREV, 2);
    list_pane_restore(s.pane, &place);
    assert_int_equal(list_pane_place(s.pane).row, place.row);
    assert_int_equal(list_pane_place(s.pane).top, place.top);
    assert_int_equal(list_pane_place(s.pane).column, place.column);
    assert_int_equal(list_pane_place(s.pane).shift, place.shift);
    stage_close(&s);
}

static void cells_and_rows_are_copied_as_stored(void **state)
{
    struct str out = {0};
    struct stage s;

    (void)state;
    set_stage(&s, fixture_edition("list.db"), 6, 40);
    list_pane_goto(s.pane, 5);
    assert_true(list_pane_copy_cell(s.pane, &out));
    assert_string_equal(str_text(&out), "湖南工艺美术职业教育集团");
    str_clear(&out);
    assert_true(list_pane_copy_row(s.pane, &out));
    assert_string_equal(
        str_text(&out),
        "98\t湖南工艺美术职业教育集团\t湖南工艺美术职业学院\t湖南");
    str_clear(&out);
    filter(&s, "", "x");
    assert_false(list_pane_copy_cell(s.pane, &out));
    assert_false(list_pane_copy_row(s.pane, &out));
    stage_close(&s);
}

/* As other programs' tables have them. */
static void a_copied_row_keeps_its_columns(void **state)
{
    struct str out = {0};
    struct stage s;

    (void)state;
    set_stage(&s,
              fixture_sql("tab.db", "CREATE TABLE t(a,b,c);INSERT INTO t VALUES"
                                    "('x'||char(9)||'y',1,'甲'||char(13,10));"),
              6, 40);
    assert_true(list_pane_copy_cell(s.pane, &out));
    assert_string_equal(str_text(&out), "x y");
    str_clear(&out);
    assert_true(list_pane_copy_row(s.pane, &out));
    assert_string_equal(str_text(&out), "x y\t1\t甲  ");
    str_clear(&out);
    stage_close(&s);
}

/* clang-format on */

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gaps_stand_between_the_rows),
        cmocka_unit_test(narrow_panes_show_the_names_first),
        cmocka_unit_test(the_view_follows_the_current_column),
        cmocka_unit_test(columns_share_the_pane),
        cmocka_unit_test(the_cursor_passes_over_gaps),
        cmocka_unit_test(gaps_at_the_ends_are_seen),
        cmocka_unit_test(what_stands_around_the_list_is_seen_with_it),
        cmocka_unit_test(the_current_row_and_cell_are_bars),
        cmocka_unit_test(a_filter_shows_its_rows_without_gaps),
        cmocka_unit_test(a_filter_keeps_the_cursor_where_it_can),
        cmocka_unit_test(an_order_moves_the_rows_not_the_cursor),
        cmocka_unit_test(matches_are_lit),
        cmocka_unit_test(what_is_only_described_is_not_lit),
        cmocka_unit_test(a_match_outside_its_cell_is_brought_into_view),
        cmocka_unit_test(a_long_list_costs_what_a_short_one_does),
        cmocka_unit_test(an_empty_list_says_so),
        cmocka_unit_test(hostile_cells_are_drawn_as_marks),
        cmocka_unit_test(a_place_is_kept_and_restored),
        cmocka_unit_test(cells_and_rows_are_copied_as_stored),
        cmocka_unit_test(a_copied_row_keeps_its_columns),
    };

    return cmocka_run_group_tests(tests, NULL, fixture_clean);
}
