#include "tests/test.h"

#include <string.h>
#include <stdlib.h>

#include "base/mem.h"
#include "tests/vt.h"

static const char *const demo[] = {"tests/term_demo", NULL};

static struct vt *start(void)
{
    struct vt_options o = {.argv = demo, .rows = 24, .columns = 80};
    struct vt *vt = vt_start(&o);

    vt_wait_row(vt, 23, "ready");
    vt_rest(vt);
    return vt;
}

static void the_demo_shows_itself(void **state)
{
    struct vt *vt = start();

    (void)state;
    vt_print(vt);
    assert_true(vt_is_alternate(vt));
    vt_type(vt, "jjj");
    vt_rest(vt);
    vt_assert_whole(vt);
    vt_assert_repaints_same(vt);
    vt_type(vt, "q");
    assert_int_equal(vt_wait_exit(vt), 0);
    assert_false(vt_is_alternate(vt));
    assert_true(vt_modes_are_restored(vt));
    vt_stop(vt);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_demo_shows_itself),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
