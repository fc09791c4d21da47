#include "tests/test.h"
#include "tests/term_tests.h"

struct vt *demo_start_with(struct vt_options o)
{
    static const char *const demo[] = {"tests/term_demo", NULL};
    struct vt *vt;

    if (!o.argv)
        o.argv = demo;
    if (!o.rows)
        o.rows = 24;
    if (!o.columns)
        o.columns = 80;
    vt = vt_start(&o);
    vt_rest(vt);
    return vt;
}

struct vt *demo_start(void)
{
    return demo_start_with((struct vt_options){0});
}

void assert_given_back(struct vt *vt)
{
    assert_false(vt_is_alternate(vt));
    assert_true(vt_is_cursor_shown(vt));
    assert_false(vt_takes_pastes(vt));
    assert_true(vt_modes_are_restored(vt));
    assert_int_equal(vt_unread(vt), 0);
}

void demo_quit(struct vt *vt)
{
    vt_type(vt, "q");
    assert_int_equal(vt_wait_exit(vt), 0);
    assert_given_back(vt);
    vt_stop(vt);
}
