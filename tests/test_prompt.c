/* test_prompt.c - the editor of one line: keys in, text and picture out. */
#include "tests/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "canvas/key.h"
#include "tests/picture.h"
#include "text/utf8.h"
#include "ui/prompt.h"

static void type(struct prompt *p, const char *text)
{
    size_t len = strlen(text);

    for (size_t at = 0; at < len;) {
        uint32_t cp;

        at += utf8_decode(text + at, len - at, &cp);
        assert_int_equal(prompt_key(p, (int)cp), PROMPT_EDITED);
    }
}

/* The text with a bar where the cursor stands. */
static const char *shown(const struct prompt *p)
{
    static char text[200];
    const char *all = str_text(&p->text);

    snprintf(text, sizeof(text), "%.*s|%s", (int)p->cursor, all,
             all + p->cursor);
    return text;
}

static void keys_edit_as_people_expect(void **state)
{
    /* clang-format off */
    static const struct {
        const char *typed;
        int keys[6];
        enum prompt_result result; /* of the last key */
        const char *shown;
    } cases[] = {
        { "", { 'a' }, PROMPT_EDITED, "a|" },
        { "湖南", { KEYS_LEFT }, PROMPT_MOVED, "湖|南" },
        { "湖南", { KEY_CTRL('B'), KEY_CTRL('B') }, PROMPT_MOVED, "|湖南" },
        { "湖南", { KEYS_HOME, KEYS_LEFT }, PROMPT_SAME, "|湖南" },
        { "湖南", { KEYS_HOME, KEYS_RIGHT }, PROMPT_MOVED, "湖|南" },
        { "湖南", { KEY_CTRL('A'), KEY_CTRL('F') }, PROMPT_MOVED, "湖|南" },
        { "湖南", { KEYS_RIGHT }, PROMPT_SAME, "湖南|" },
        { "湖南", { KEYS_HOME, KEYS_END }, PROMPT_MOVED, "湖南|" },
        { "湖南", { KEYS_HOME, KEY_CTRL('E') }, PROMPT_MOVED, "湖南|" },
        { "湖南", { KEYS_BACKSPACE }, PROMPT_EDITED, "湖|" },
        { "湖南", { KEY_CTRL('H') }, PROMPT_EDITED, "湖|" },
        { "湖南", { 0x7F }, PROMPT_EDITED, "湖|" },
        { "湖南", { KEYS_HOME, KEYS_BACKSPACE }, PROMPT_SAME, "|湖南" },
        { "湖南", { KEYS_HOME, KEYS_DELETE }, PROMPT_EDITED, "|南" },
        { "湖南", { KEYS_HOME, KEY_CTRL('D') }, PROMPT_EDITED, "|南" },
        { "湖南", { KEYS_DELETE }, PROMPT_SAME, "湖南|" },
        { "湖南", { KEYS_LEFT, KEY_CTRL('U') }, PROMPT_EDITED, "|南" },
        { "湖南", { KEYS_LEFT, KEY_CTRL('K') }, PROMPT_EDITED, "湖|" },
        { "湖南", { KEY_CTRL('K') }, PROMPT_SAME, "湖南|" },
        { "ab cd", { KEY_CTRL('W') }, PROMPT_EDITED, "ab |" },
        { "ab cd  ", { KEY_CTRL('W') }, PROMPT_EDITED, "ab |" },
        { "湖\u3000南 ", { KEY_CTRL('W') }, PROMPT_EDITED, "湖\u3000|" },
        { "ab", { KEY_CTRL('W'), KEY_CTRL('W') }, PROMPT_SAME, "|" },
        { "ac", { KEYS_LEFT, 'b' }, PROMPT_EDITED, "ab|c" },
        /* A base and its marks are one step and go together. */
        { "e\u0301x", { KEYS_LEFT, KEYS_LEFT }, PROMPT_MOVED, "|e\u0301x" },
        { "xe\u0301", { KEYS_BACKSPACE }, PROMPT_EDITED, "x|" },
        { "\u845B\U000E0100城", { KEYS_HOME, KEYS_DELETE }, PROMPT_EDITED,
          "|城" },
        /* What is shown as <202E>, or not at all, is one step too. */
        { "a\u202Eb", { KEYS_LEFT, KEYS_LEFT }, PROMPT_MOVED,
          "a|\u202Eb" },
        { "a\u202Eb", { KEYS_LEFT, KEYS_BACKSPACE }, PROMPT_EDITED, "a|b" },
        { "a\u200B", { KEYS_BACKSPACE }, PROMPT_EDITED, "|" },
        { "x", { KEYS_ENTER }, PROMPT_ACCEPTED, "x|" },
        { "x", { KEYS_ESC }, PROMPT_CANCELLED, "x|" },
        { "x", { KEY_CTRL('C') }, PROMPT_CANCELLED, "x|" },
        { "x", { KEYS_BACKSPACE, KEYS_BACKSPACE }, PROMPT_CANCELLED, "|" },
        { "x", { KEYS_UP }, PROMPT_SAME, "x|" },
        { "x", { KEY_CTRL('L') }, PROMPT_IGNORED, "x|" },
        { "x", { KEYS_F1 }, PROMPT_IGNORED, "x|" },
        { "x", { KEYS_TAB }, PROMPT_IGNORED, "x|" },
        { "x", { 0x9B }, PROMPT_IGNORED, "x|" },
        { "x", { KEYS_UNKNOWN }, PROMPT_IGNORED, "x|" },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        enum prompt_result result = PROMPT_IGNORED;
        struct prompt p = {0};

        prompt_open(&p, "/", NULL);
        type(&p, cases[i].typed);
        for (size_t k = 0; k < 6 && cases[i].keys[k]; k++)
            result = prompt_key(&p, cases[i].keys[k]);
        if (result != cases[i].result || strcmp(shown(&p), cases[i].shown) != 0)
            fail_msg("case %zu, \"%s\": %d, %s", i, cases[i].typed, result,
                     shown(&p));
        prompt_clear(&p);
    }
}

static void the_history_keeps_the_users_own_text(void **state)
{
    /* clang-format off */
    static const struct {
        int key;
        enum prompt_result result;
        const char *shown;
    } steps[] = {
        { KEYS_UP, PROMPT_EDITED, "湖南|" },
        { KEYS_UP, PROMPT_EDITED, "gy|" },
        { KEY_CTRL('P'), PROMPT_SAME, "gy|" },
        { KEYS_DOWN, PROMPT_EDITED, "湖南|" },
        { KEYS_DOWN, PROMPT_EDITED, "mine|" },
        { KEY_CTRL('N'), PROMPT_SAME, "mine|" },
        { KEYS_UP, PROMPT_EDITED, "湖南|" },
        /* Changed, it is the user's own. */
        { 'x', PROMPT_EDITED, "湖南x|" },
        { KEYS_UP, PROMPT_EDITED, "湖南|" },
        { KEYS_DOWN, PROMPT_EDITED, "湖南x|" },
    };
    /* clang-format on */
    struct prompt_history h = {0};
    struct prompt p = {0};

    (void)state;
    prompt_history_add(&h, "gy");
    prompt_history_add(&h, "湖南");
    prompt_history_add(&h, "湖南");
    prompt_history_add(&h, "");
    assert_int_equal(h.len, 2);
    prompt_open(&p, "/", &h);
    type(&p, "mine");
    for (size_t i = 0; i < ARRAY_LEN(steps); i++) {
        assert_int_equal(prompt_key(&p, steps[i].key), steps[i].result);
        assert_string_equal(shown(&p), steps[i].shown);
    }
    assert_string_equal(h.items[1], "湖南");
    prompt_clear(&p);
    prompt_history_clear(&h);
    assert_int_equal(h.len, 0);
}

static void a_paste_is_one_line_of_valid_text(void **state)
{
    /* clang-format off */
    static const struct {
        const char *paste;
        size_t len;
        enum prompt_result result;
        const char *shown;
    } cases[] = {
        { "", 0, PROMPT_SAME, "[|]" },
        { "湖南", 6, PROMPT_EDITED, "[湖南|]" },
        { "a\nb\tc", 5, PROMPT_EDITED, "[a b c|]" },
        { "a\r\nb\r", 5, PROMPT_EDITED, "[a b |]" },
        { "a\xE6\xB9", 3, PROMPT_EDITED, "[a\uFFFD|]" },
        { "a\0b", 3, PROMPT_EDITED, "[a b|]" },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct prompt p = {0};
        enum prompt_result result;

        prompt_open(&p, "/", NULL);
        type(&p, "[]");
        prompt_key(&p, KEYS_LEFT);
        result = prompt_paste(&p, cases[i].paste, cases[i].len);
        if (result != cases[i].result || strcmp(shown(&p), cases[i].shown) != 0)
            fail_msg("case %zu: %d, %s", i, result, shown(&p));
        prompt_clear(&p);
    }
}

static void it_draws_the_text_the_failed_part_and_the_note(void **state)
{
    /* clang-format off */
    static const struct {
        const char *text;
        int left; /* how often the cursor goes left */
        size_t failed;
        const char *note;
        int columns;
        const char *row;
        const char *styles;
        int cursor;
    } cases[] = {
        { "", 0, SIZE_MAX, NULL, 12, "/", "ssssssssssss", 1 },
        /* The note leaves the last two cells of the screen alone. */
        { "湖南", 0, SIZE_MAX, "3/17", 22, "/湖南           3/17",
          "ssssssssssssssssssssss", 5 },
        { "湖xy", 0, 3, "", 12, "/湖xy", "sssffsssssss", 5 },
        { "湖xy", 1, 0, "", 12, "/湖xy", "sffffsssssss", 4 },
        { "湖", 0, 3, "", 12, "/湖", "ssssssssssss", 3 },
        /* Too long: moved by half a field, the ends marked; it leaves the last
         * two cells alone as well. */
        { "abcdefghijkl", 0, SIZE_MAX, "", 13, "/<ghijkl", "sxsssssssssss", 8 },
        { "abcdefghijkl", 12, SIZE_MAX, "", 13, "/abcdefghi>",
          "ssssssssssxss", 1 },
        { "湖南工艺美术职业", 0, SIZE_MAX, "", 13, "/< 职业",
          "sxsssssssssss", 7 },
        { "湖南工艺美术职业", 4, SIZE_MAX, "", 13, "/<艺美术职>",
          "sxssssssssxss", 4 },
        /* The text has room before the note has any. */
        { "ab", 0, SIZE_MAX, "3/17", 11, "/ab  3/17", "sssssssssss", 3 },
        { "ab", 0, SIZE_MAX, "3/17", 10, "/ab", "ssssssssss", 3 },
        { "ab", 0, SIZE_MAX, "a long note", 22, "/ab      a long note",
          "ssssssssssssssssssssss", 3 },
        { "abcdefghijklmn", 0, SIZE_MAX, "a long note", 26,
          "/<hijklmn     a long no>", "sxssssssssssssssssssssssss", 9 },
        { "x", 0, SIZE_MAX, "", 1, "<", "x", 0 },
        { "x", 0, SIZE_MAX, "", 2, "/<", "sx", 1 },
        { "x\u202E", 0, SIZE_MAX, "", 20, "/x<202E>",
          "ssssssssssssssssssss", 8 },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct prompt p = {0};
        struct canvas c;
        struct str row = {0};
        int cursor;

        canvas_init(&c, 1, cases[i].columns, AMBIGUOUS_NARROW);
        prompt_open(&p, "/", NULL);
        type(&p, cases[i].text);
        for (int k = 0; k < cases[i].left; k++)
            prompt_key(&p, KEYS_LEFT);
        cursor = prompt_draw(&p, &c, 0, cases[i].failed, cases[i].note);
        canvas_row_text(&c, 0, &row);
        picture_is_whole(&c);
        if (cursor != cases[i].cursor ||
            strcmp(str_text(&row), cases[i].row) != 0 ||
            strcmp(picture_styles(&c, 0), cases[i].styles) != 0)
            fail_msg("case %zu: \"%s\" %s, cursor %d", i, str_text(&row),
                     picture_styles(&c, 0), cursor);
        str_clear(&row);
        prompt_clear(&p);
        canvas_clear(&c);
    }
}

/* The character at the cursor is whole on the screen, wherever it is. */
static void the_cursor_is_always_seen(void **state)
{
    static const char text[] = "a湖b南工艺cde美“”术fgh职业教育ij集团e\u0301";

    (void)state;
    for (int columns = 1; columns < 40; columns++) {
        for (int wide = 1; wide <= 2; wide++) {
            struct prompt p = {0};
            struct canvas c;

            canvas_init(&c, 1, columns, (enum ambiguous)wide);
            prompt_open(&p, "/", NULL);
            type(&p, text);
            do {
                int at = prompt_draw(&p, &c, 0, SIZE_MAX, "12/34");
                uint32_t cp = ' ';

                picture_is_whole(&c);
                assert_in_range(at, 0, columns - 1);
                if (p.cursor < p.text.len)
                    utf8_decode(p.text.text + p.cursor, p.text.len - p.cursor,
                                &cp);
                if (columns >= 9 && canvas_cell(&c, 0, at)->base != cp)
                    fail_msg("%d columns, byte %zu", columns, p.cursor);
            } while (prompt_key(&p, KEYS_LEFT) == PROMPT_MOVED);
            prompt_clear(&p);
            canvas_clear(&c);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_edit_as_people_expect),
        cmocka_unit_test(the_history_keeps_the_users_own_text),
        cmocka_unit_test(a_paste_is_one_line_of_valid_text),
        cmocka_unit_test(it_draws_the_text_the_failed_part_and_the_note),
        cmocka_unit_test(the_cursor_is_always_seen),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
