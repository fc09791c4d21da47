/* test_term_plain.c - where curses measures and writes by itself, that is
 * noticed and said, and the screen is right all the same. */
#include "tests/test.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "tests/term_tests.h"

static const char *const plain[] = {"tests/term_demo_plain", "--hyperlinks",
                                    NULL};

static struct vt *start(int ambiguous)
{
    struct vt *vt = vt_start(&(struct vt_options){
        .argv = plain, .rows = 24, .columns = 80, .ambiguous = ambiguous});

    vt_wait_text(vt, "remark: ");
    vt_rest(vt);
    return vt;
}

static void it_is_noticed_and_said(void **state)
{
    struct vt *vt = start(1), *usual;
    char *text;

    (void)state;
    vt_assert_whole(vt);
    demo_quit(vt);
    usual = demo_start();
    text = vt_text(usual);
    assert_null(strstr(text, "remark"));
    free(text);
    demo_quit(usual);
}

static void no_link_is_marked(void **state)
{
    struct vt *vt = start(1);

    (void)state;
    vt_type(vt, "vvvv"); /* the view of links */
    vt_wait_text(vt, "http://a.cn/");
    vt_rest(vt);
    assert_int_equal(vt_links_opened(vt), 0);
    demo_quit(vt);
}

/* Every row has its text; what curses measures otherwise is a question mark of
 * the right width, so that nothing behind it is moved. */
static void rows_stand_where_they_should(void **state)
{
    (void)state;
    for (int ambiguous = 1; ambiguous <= 2; ambiguous++) {
        struct vt *vt = start(ambiguous);

        for (const char *keys = "jj k vjj/v\fv"; *keys; keys++) {
            vt_send(vt, keys, 1);
            vt_rest(vt);
            vt_assert_whole(vt);
            vt_assert_repaints_same(vt);
        }
        demo_quit(vt);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_is_noticed_and_said),
        cmocka_unit_test(no_link_is_marked),
        cmocka_unit_test(rows_stand_where_they_should),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
