#include "tests/test.h"
#include "tests/term_tests.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/str.h"

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

/* ---- the canvas ---- */

static char dump_path[] = "/tmp/gongwen-test-XXXXXX";
static char dump[64];
const char *const demo_dumping[] = {"tests/term_demo", dump, NULL};
const char *const demo_dumping_links[] = {"tests/term_demo", "--hyperlinks",
                                          dump, NULL};

int demo_make_dump(void **state)
{
    int fd = mkstemp(dump_path);

    (void)state;
    snprintf(dump, sizeof(dump), "--dump=%s", dump_path);
    return fd < 0 ? -1 : close(fd);
}

int demo_remove_dump(void **state)
{
    (void)state;
    return unlink(dump_path);
}

/* What the demo has written of its canvas. */
static char *wanted(void)
{
    struct str want = {0};
    char buf[4096];
    size_t n;
    FILE *f = fopen(dump_path, "re");

    while ((n = fread(buf, 1, sizeof(buf), f)) > 0)
        str_append(&want, buf, n);
    fclose(f);
    return str_take(&want);
}

static int add_links(struct vt *vt, int rows, int columns, struct str *out)
{
    int count = 0;

    for (int at = 0; at < rows * columns; at++) {
        const char *link = vt_link(vt, at / columns, at % columns);

        if (!link)
            continue;
        str_addf(out, "%d %d %s\n", at / columns, at % columns,
                 strchr(link, ';') + 1);
        count++;
    }
    return count;
}

/* The screen in the form of the dump. */
static char *seen(struct vt *vt, int *links)
{
    struct vt_screen s = vt_screen(vt);
    char *text = vt_text(vt);
    struct str out = {0};

    str_add(&out, text);
    *links = add_links(vt, s.rows, s.columns, &out);
    vt_screen_clear(&s);
    free(text);
    return str_take(&out);
}

void demo_assert_canvas(struct vt *vt)
{
    char *want, *is;
    int links;

    vt_rest(vt);
    vt_assert_whole(vt);
    vt_assert_links_are_closed(vt);
    want = wanted();
    is = seen(vt, &links);
    if (strcmp(is, want) != 0)
        fail_msg("the screen is:\n%sand the canvas was:\n%s", is, want);
    free(want);
    free(is);
}

int demo_assert_some_links(struct vt *vt)
{
    char *want, *is, *at, *line, *rest;
    int links;

    vt_rest(vt);
    vt_assert_links_are_closed(vt);
    at = want = wanted();
    rest = is = seen(vt, &links);
    while ((line = strsep(&rest, "\n"))) {
        at = strstr(at, line);
        if (!at)
            fail_msg("not in the canvas: %s", line);
    }
    free(want);
    free(is);
    return links;
}

/* ---- leaving ---- */

void assert_given_back(struct vt *vt)
{
    assert_false(vt_is_alternate(vt));
    assert_true(vt_is_cursor_shown(vt));
    assert_false(vt_takes_pastes(vt));
    assert_true(vt_modes_are_restored(vt));
    assert_int_equal(vt_unread(vt), 0);
    vt_assert_links_are_closed(vt);
}

void demo_quit(struct vt *vt)
{
    vt_type(vt, "q");
    assert_int_equal(vt_wait_exit(vt), 0);
    assert_given_back(vt);
    vt_stop(vt);
}
