/*
 * test_pause.c - time that stands still or jumps: the check of an edition
 * tells a damaged file from one that it could not read in time.
 *
 * The clock here is the test's own, in place of base/clock.c.
 */
#include "tests/test.h"

#include <stdlib.h>

#include "base/clock.h"
#include "model/edition.h"
#include "tests/fixture.h"

#define MS INT64_C(1000000)

/* What passes from look to look, and besides at every tenth. */
static int64_t step, pause_ns;

int64_t clock_ns(void)
{
    static int64_t now;
    static int looks;

    now += step;
    if (++looks % 10 == 0)
        now += pause_ns;
    return now;
}

int64_t clock_ms(void)
{
    return clock_ns() / MS;
}

/* One whose list takes SQLite some hundred looks at the clock to read. */
static struct edition *open_large(const char *name)
{
    char *path =
        fixture_list(name,
                     "CREATE TABLE annex_1(a, b, c, d, e, f, g, h, i);"
                     "WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i+1"
                     " FROM c WHERE i<20000)"
                     "INSERT INTO annex_1(a) SELECT NULL FROM c",
                     0);
    struct err e = {0};
    struct edition *ed;

    ed = edition_open(path, &e);
    if (!ed)
        fail_msg("%s", e.msg);
    free(path);
    return ed;
}

static void a_process_that_is_stopped_is_not_slow(void **state)
{
    struct edition *ed = open_large("stopped");
    struct err e = {0};

    (void)state;
    pause_ns = 3600 * 1000 * MS;
    assert_int_equal(edition_verify(ed, -1, &e), EDITION_SOUND);
    assert_int_equal(e.code, ERR_NONE);
    pause_ns = 0;
    edition_close(ed);
}

static void what_takes_too_long_to_check_is_not_damaged(void **state)
{
    struct edition *ed = open_large("slow");
    struct err e = {0};

    (void)state;
    step = 100 * MS;
    assert_int_equal(edition_verify(ed, -1, &e), EDITION_UNVERIFIED);
    assert_int_equal(e.code, ERR_LIMIT);
    step = 0;
    e = (struct err){0};
    assert_int_equal(edition_verify(ed, -1, &e), EDITION_SOUND);
    assert_int_equal(e.code, ERR_NONE);
    edition_close(ed);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_process_that_is_stopped_is_not_slow),
        cmocka_unit_test(what_takes_too_long_to_check_is_not_damaged),
    };

    return cmocka_run_group_tests(tests, NULL, fixture_clean);
}
