/* test_weave_vterm.c - a terminal shows the same for what curses wrote and for
 * what is sent. */
#include "tests/test.h"

#include <stdio.h>
#include <string.h>

#include <vterm.h>

#include "base/mem.h"
#include "base/str.h"
#include "term/term_weave.h"

enum { ROWS = 6, COLUMNS = 12, STREAMS = 3000, BATCHES = 5, STEPS = 12 };

struct terminal {
    VTerm *vt;
    VTermScreen *screen;
};

static void open_terminal(struct terminal *t)
{
    t->vt = vterm_new(ROWS, COLUMNS);
    vterm_set_utf8(t->vt, 1);
    t->screen = vterm_obtain_screen(t->vt);
    vterm_screen_enable_altscreen(t->screen, 1);
    vterm_screen_reset(t->screen, 1);
}

static unsigned next_random(unsigned *seed, unsigned limit)
{
    *seed = *seed * 1103515245u + 12345u;
    return (*seed >> 16) % limit;
}

/* What curses may write, terminfo of other terminals included. */
static void add_step(struct str *out, unsigned *seed)
{
    static const char *const steps[] = {
        "a",           "b c",
        "中文",        "  ",
        "x",           "\033[m",
        "\033[0;1m",   "\033[0;4;7m",
        "\033[36m",    "\033[35m",
        "\033[39m",    "\033[39;49m",
        "\033[0;2m",   "\033[0;10;1m",
        "\033[1m",     "\033(B",
        "\033[0;5m",   "\033[38;5;12m",
        "\033[K",      "\033[1K",
        "\033[J",      "\033[4X",
        "\033[2P",     "\033[2@",
        "\r",          "\b",
        "\n",          "\033M",
        "\0337",       "\0338",
        "\033[2;4r",   "\033[1;6r",
        "\033[S",      "\033[?1049h",
        "\033[?1049l", "\033[0;7m",
        "\033[?7l",    "\033[?7h",
        "\033[L",      "\033[M",
        "\033]104\a",  "\033[4;33m",
    };
    unsigned n = next_random(seed, ARRAY_LEN(steps) + 8);

    if (n < ARRAY_LEN(steps))
        str_add(out, steps[n]);
    else
        str_addf(out, "\033[%u;%uH", 1 + next_random(seed, ROWS),
                 1 + next_random(seed, COLUMNS));
}

static bool is_like(const VTermScreenCell *a, const VTermScreenCell *b)
{
    return a->chars[0] == b->chars[0] && a->width == b->width &&
           a->attrs.bold == b->attrs.bold &&
           a->attrs.underline == b->attrs.underline &&
           a->attrs.reverse == b->attrs.reverse &&
           a->attrs.blink == b->attrs.blink &&
           vterm_color_is_equal(&a->fg, &b->fg) &&
           vterm_color_is_equal(&a->bg, &b->bg);
}

static void assert_same(struct terminal *a, struct terminal *b,
                        const struct str *written)
{
    for (int at = 0; at < ROWS * COLUMNS; at++) {
        VTermPos pos = {.row = at / COLUMNS, .col = at % COLUMNS};
        VTermScreenCell x = {0}, y = {0};

        vterm_screen_get_cell(a->screen, pos, &x);
        vterm_screen_get_cell(b->screen, pos, &y);
        if (is_like(&x, &y))
            continue;
        for (size_t i = 0; i < written->len; i++)
            written->text[i] =
                written->text[i] == '\033' ? '~' : written->text[i];
        fail_msg("row %d, column %d of %s", pos.row, pos.col, written->text);
    }
}

static void random_output_looks_the_same(void **state)
{
    unsigned seed = 5;

    (void)state;
    for (int stream = 0; stream < STREAMS; stream++) {
        struct term_link none;
        struct term_weave w;
        struct terminal plain, woven;
        struct str all = {0};

        term_link_init(&none, 0, 0);
        term_weave_init(&w, &none);
        open_terminal(&plain);
        open_terminal(&woven);
        for (int batch = 0; batch < BATCHES; batch++) {
            struct str in = {0}, out = {0};

            for (int step = 0; step < STEPS; step++)
                add_step(&in, &seed);
            term_weave(&w, str_text(&in), in.len, &out);
            str_append(&all, str_text(&in), in.len);
            vterm_input_write(plain.vt, str_text(&in), in.len);
            vterm_input_write(woven.vt, str_text(&out), out.len);
            assert_same(&plain, &woven, &all);
            str_clear(&in);
            str_clear(&out);
        }
        vterm_free(plain.vt);
        vterm_free(woven.vt);
        str_clear(&all);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_output_looks_the_same),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
