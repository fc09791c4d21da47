/* test_width_vterm.c - every code point that may reach a terminal takes as
 * many columns there as we say: libvterm has tables of its own. */
#include "tests/test.h"

#include <stdbool.h>

#include <vterm.h>

#include "text/clean.h"
#include "text/cluster.h"
#include "text/utf8.h"
#include "text/width.h"

/* The column of the cursor after `bytes`, written from column 1 of a row. */
static int columns_of(VTerm *vt, const char *bytes, size_t len)
{
    VTermPos pos;

    vterm_input_write(vt, "\x1B[1;1H", 6);
    vterm_input_write(vt, bytes, len);
    vterm_state_get_cursorpos(vterm_obtain_state(vt), &pos);
    return pos.col;
}

static VTerm *terminal(void)
{
    VTerm *vt = vterm_new(2, 40);

    vterm_set_utf8(vt, 1);
    vterm_screen_reset(vterm_obtain_screen(vt), 1);
    return vt;
}

static void a_terminal_agrees_on_every_code_point(void **state)
{
    VTerm *vt = terminal();

    (void)state;
    for (uint32_t cp = 0x20; cp <= 0x10FFFF; cp++) {
        enum width_kind kind = width_kind(cp);
        char bytes[1 + UTF8_MAX] = "x"; /* what a mark sits on */
        int columns;

        if (kind == WIDTH_HIDDEN || kind == WIDTH_MARKED ||
            kind == WIDTH_SUBSTITUTE)
            continue;
        columns = columns_of(vt, bytes, 1 + utf8_encode(cp, bytes + 1)) - 1;
        if (columns != width_of(cp, AMBIGUOUS_NARROW))
            fail_msg("U+%04X: %d columns, not %d", (unsigned)cp, columns,
                     width_of(cp, AMBIGUOUS_NARROW));
    }
    vterm_free(vt);
}

/* The same for whole clusters, and for what becomes of the rest: every code
 * point, cleaned for the screen between two letters. */
static void a_terminal_agrees_on_cleaned_text(void **state)
{
    VTerm *vt = terminal();

    (void)state;
    for (uint32_t cp = 0; cp <= 0x10FFFF; cp++) {
        char bytes[2 + UTF8_MAX] = "a";
        size_t len = 1 + utf8_encode(cp, bytes + 1);
        struct clean clean = {0};
        int ours, theirs;

        bytes[len++] = 'b';
        clean_text(&clean, bytes, len, CLEAN_SCREEN);
        ours = cluster_columns(clean.text, clean.len, AMBIGUOUS_NARROW);
        theirs = columns_of(vt, clean.text, clean.len);
        if (ours != theirs)
            fail_msg("U+%04X, shown as \"%s\": %d columns, not %d",
                     (unsigned)cp, clean.text, theirs, ours);
        clean_clear(&clean);
    }
    vterm_free(vt);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_terminal_agrees_on_every_code_point),
        cmocka_unit_test(a_terminal_agrees_on_cleaned_text),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
