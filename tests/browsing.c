#include "tests/browsing.h"

#include "tests/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "canvas/key.h"
#include "tests/fixture.h"
#include "tests/picture.h"
#include "text/utf8.h"

/* In place of base/clock.c. */
int64_t clock_ns(void)
{
    static int64_t now;

    now += 1000000;
    return now;
}

int64_t clock_ms(void)
{
    return clock_ns() / 1000000;
}

void browsing_size(struct browsing *b, int rows, int columns,
                   enum ambiguous ambiguous)
{
    canvas_clear(&b->canvas);
    canvas_init(&b->canvas, rows, columns, ambiguous);
    app_resize(&b->app, rows, columns, ambiguous);
}

void browsing_open(struct browsing *b, char *path)
{
    struct err e = {0};

    i18n_set_language(I18N_EN);
    *b = (struct browsing){.edition = edition_open(path, &e)};
    free(path);
    if (!b->edition)
        fail_msg("%s", e.msg);
    app_open(&b->app, b->edition);
    browsing_size(b, BROWSING_ROWS, BROWSING_COLUMNS, AMBIGUOUS_NARROW);
}

void browsing_open_slow(struct browsing *b)
{
    browsing_open(
        b, fixture_sql(
               "slow.db",
               "CREATE TABLE t(\"编号\" INTEGER, v TEXT);"
               "WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM c"
               " WHERE i<20000) INSERT INTO t SELECT i,"
               " CASE WHEN i%100=0 THEN '甲乙' WHEN i%2=0 THEN '甲'"
               " ELSE '丙' END FROM c;"
               "CREATE TABLE u(v TEXT); INSERT INTO u VALUES('甲乙');"));
}

void browsing_close(struct browsing *b)
{
    app_close(&b->app);
    edition_close(b->edition);
    canvas_clear(&b->canvas);
}

void browsing_work(struct browsing *b)
{
    while (app_is_busy(&b->app))
        app_work(&b->app, 8);
}

static void press(struct browsing *b, const char *keys, bool waits)
{
    for (size_t i = 0, len = strlen(keys); i < len;) {
        uint32_t key;

        i += utf8_decode(keys + i, len - i, &key);
        app_key(&b->app, key == '\b' ? KEYS_BACKSPACE : (int)key);
        browsing_drawn(b);
        if (waits)
            browsing_work(b);
    }
}

void browsing_press(struct browsing *b, const char *keys)
{
    press(b, keys, false);
}

void browsing_type(struct browsing *b, const char *keys)
{
    press(b, keys, true);
}

const char *browsing_drawn(struct browsing *b)
{
    int row, column;

    app_draw(&b->app, &b->canvas, &row, &column);
    picture_is_whole(&b->canvas);
    assert_true(row < b->canvas.rows && column < b->canvas.columns);
    return picture(&b->canvas);
}

const char *browsing_bottom(struct browsing *b)
{
    static char line[512];
    struct str text = {0};

    browsing_drawn(b);
    canvas_row_text(&b->canvas, b->canvas.rows - 1, &text);
    snprintf(line, sizeof(line), "%s", str_text(&text));
    str_clear(&text);
    return line;
}

int browsing_cells(struct browsing *b, enum style one, enum style other)
{
    int count = 0;

    browsing_drawn(b);
    for (int row = 0; row < b->canvas.rows; row++) {
        for (int column = 0; column < b->canvas.columns; column++) {
            enum style style = canvas_cell(&b->canvas, row, column)->style;

            count += style == one || style == other;
        }
    }
    return count;
}

struct pane *browsing_list(const struct browsing *b)
{
    return view_list_pane(&b->app.view);
}

struct pane *browsing_notice(const struct browsing *b)
{
    return view_notice_pane(&b->app.view);
}
