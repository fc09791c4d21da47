#include "tests/test.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "canvas/key.h"
#include "term/term_input.h"

/* A reader that has been fed: what it gave is written as words. */
struct bench {
    struct term_input in;
    int64_t now;
    struct str said;
};

static struct bench bench(void)
{
    struct bench b = {.now = 1000};

    term_input_init(&b.in);
    return b;
}

static void clear(struct bench *b)
{
    term_input_clear(&b->in);
    str_clear(&b->said);
}

static const char *name_of(int key)
{
    static const struct {
        int key;
        const char *name;
    } names[] = {
        {KEYS_UP, "Up"},
        {KEYS_DOWN, "Down"},
        {KEYS_LEFT, "Left"},
        {KEYS_RIGHT, "Right"},
        {KEYS_HOME, "Home"},
        {KEYS_END, "End"},
        {KEYS_PAGE_UP, "PgUp"},
        {KEYS_PAGE_DOWN, "PgDn"},
        {KEYS_BACK_TAB, "S-Tab"},
        {KEYS_BACKSPACE, "BS"},
        {KEYS_DELETE, "Del"},
        {KEYS_F1, "F1"},
        {KEYS_UNKNOWN, "Unknown"},
        {KEYS_ESC, "Esc"},
        {KEYS_ENTER, "Enter"},
        {KEYS_TAB, "Tab"},
        {' ', "Space"},
    };

    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        if (names[i].key == key)
            return names[i].name;
    }
    return NULL;
}

static void say(struct bench *b, const struct term_input_item *item)
{
    if (b->said.len > 0)
        str_addc(&b->said, ' ');
    switch (item->kind) {
    case TERM_INPUT_KEY:
        if (name_of(item->key))
            str_add(&b->said, name_of(item->key));
        else if (item->key < ' ')
            str_addf(&b->said, "C-%c", item->key + '@');
        else if (item->key < 0x80)
            str_addc(&b->said, (char)item->key);
        else
            str_addf(&b->said, "U+%04X", (unsigned)item->key);
        break;
    case TERM_INPUT_PASTED:
        str_addf(&b->said, "paste(%s)", str_text(&b->in.paste));
        break;
    case TERM_INPUT_CURSOR:
        str_addf(&b->said, "cursor(%d,%d)", item->row, item->column);
        break;
    case TERM_INPUT_STATUS:
        str_add(&b->said, "status");
        break;
    }
}

static void take_all(struct bench *b)
{
    struct term_input_item item;

    while (term_input_next(&b->in, b->now, &item))
        say(b, &item);
}

static void feed(struct bench *b, const char *bytes, size_t len)
{
    term_input_feed(&b->in, bytes, len, b->now);
    take_all(b);
}

static void feeds(struct bench *b, const char *bytes)
{
    feed(b, bytes, strlen(bytes));
}

static void wait(struct bench *b, int milliseconds)
{
    b->now += milliseconds;
    take_all(b);
}

/* Wait as term_read() does: until silence has nothing more to say. */
static void wait_out(struct bench *b)
{
    int turns = 0;

    for (;;) {
        int ms = term_input_wait(&b->in, b->now);

        if (ms < 0)
            return;
        if (++turns > 10000)
            fail_msg("silence never ends: \"%s\"", str_text(&b->said));
        wait(b, ms);
    }
}

/* clang-format off */
static const struct {
    const char *bytes;
    const char *said;
} sequences[] = {
    { "j",               "j" },
    { " ",               "Space" },
    { "\r",              "Enter" },
    { "\n",              "C-J" },
    { "\t",              "Tab" },
    { "\001\032\f",      "C-A C-Z C-L" },
    { "\177\b",          "BS BS" },
    { "\021\023\034",    "" },              /* Ctrl-Q, Ctrl-S, Ctrl-\ */
    { "湖南",            "U+6E56 U+5357" },
    { "𠀀",              "U+20000" },
    { "a\xff\xe6\x80z",  "a Unknown Unknown Unknown z" },
    { "\xc2\x9b\x41",    "Unknown A" },     /* a C1 control is no key */
    /* arrows, as cursor and as application keys, with modifiers */
    { "\033[A\033[B\033[C\033[D", "Up Down Right Left" },
    { "\033OA\033OB\033OC\033OD", "Up Down Right Left" },
    { "\033[1;5A\033[1;2D\033O5C\033[c", "Up Left Right Right" },
    /* Home and End: xterm, application, VT220, rxvt, Linux */
    { "\033[H\033OH\033[1~\033[7~", "Home Home Home Home" },
    { "\033[F\033OF\033[4~\033[8~", "End End End End" },
    { "\033[5~\033[6~\033[5;5~",    "PgUp PgDn PgUp" },
    { "\033[3~\033[2~",             "Del Unknown" },
    { "\033[Z",                     "S-Tab" },
    /* F1: xterm, VT220, the Linux console, with a modifier */
    { "\033OP\033[11~\033[[A\033[1;2P", "F1 F1 F1 F1" },
    { "\033OQ\033[12~\033[[B\033[1;2R", "Unknown Unknown Unknown Unknown" },
    { "\033[[Ax",                   "F1 x" },
    /* the keypad in application mode */
    { "\033OM\033Op\033Oy\033Ok\033Om\033Oo", "Enter 0 9 + - /" },
    /* Alt with a key is not the key; Esc typed fast before another is Esc */
    { "\033j",           "Unknown" },
    { "\033q\033Qq",     "Unknown Unknown q" },
    { "\033\033[A",      "Esc Up" },
    { "\033\033\033j",   "Esc Esc Unknown" },
    { "\033湖",          "Esc U+6E56" },
    { "\033\r",          "Esc Enter" },
    { "\033",            "Esc" },
    { "\033[",           "Esc [" },
    { "\033O",           "Esc O" },
    { "\033]",           "Esc ]" },
    { "\033[5",          "Unknown" },       /* its end got lost */
    { "\033[7$",         "Unknown" },       /* rxvt: Shift-Home */
    /* replies */
    { "\033[2;2R",       "cursor(2,2)" },
    { "\033[24;80R",     "cursor(24,80)" },
    { "\033[0n\033[3n",  "status status" },
    { "j\033[2;3Rk",     "j cursor(2,3) k" },
    { "\033\033[2;2R",   "Esc cursor(2,2)" },
    { "\033[2;2;2R",     "Unknown" },
    { "\033[99999999999;2R", "cursor(999999,2)" },
    /* reports that nobody asked for */
    { "\033[?1;2c\033[>0;276;0c\033[=1u", "" },
    { "\033[?2026;2$y",  "" },
    { "\033[I\033[O",    "" },
    { "\033[<0;5;5M\033[<0;5;5m\033[32;5;5M", "" },
    { "\033[M !!j",      "j" },
    { "\033[8;24;80t",   "" },
    { "\033]11;rgb:0000/0000/0000\ajk",   "j k" },
    { "\033]11;rgb:0/0/0\033\\k",         "k" },
    { "\033P1+r544e=787465726d\033\\k",   "k" },
    { "\033_Gi=1;OK\033\\k",              "k" },
    /* unknown ones are one key each */
    { "\033[15;2~\033[24~\033[57399u",    "Unknown Unknown Unknown" },
    { "\033[27u\033[13u",                 "Esc Enter" },
    { "\033[1;2\033[A",                   "Unknown Up" },
    { "\033[1;\x01",                      "Unknown C-A" },
    /* pastes */
    { "\033[200~湖南\033[201~j",          "paste(湖南) j" },
    { "\033[200~q\r\033[Aq\033[201~",     "paste(q\r\033[Aq)" },
    { "\033[200~\033[20\033[201~",        "paste(\033[20)" },
    { "\033[200~\033[201~j",              "j" },
    { "\033[201~j",                       "j" },
    { "\033[200~a\033[201~\033[200~b\033[201~", "paste(a) paste(b)" },
};
/* clang-format on */

static void sequences_are_keys_and_replies(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(sequences); i++) {
        struct bench b = bench();

        feeds(&b, sequences[i].bytes);
        wait_out(&b);
        if (strcmp(str_text(&b.said), sequences[i].said) != 0)
            fail_msg("case %zu \"%s\": \"%s\", not \"%s\"", i,
                     sequences[i].bytes + 1, str_text(&b.said),
                     sequences[i].said);
        clear(&b);
    }
}

static void a_split_anywhere_changes_nothing(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(sequences); i++) {
        size_t len = strlen(sequences[i].bytes);

        for (size_t cut = 1; cut < len; cut++) {
            struct bench b = bench();

            feed(&b, sequences[i].bytes, cut);
            wait(&b, TERM_INPUT_ESC_DELAY - 1);
            feed(&b, sequences[i].bytes + cut, len - cut);
            wait_out(&b);
            if (strcmp(str_text(&b.said), sequences[i].said) != 0)
                fail_msg("case %zu, cut at %zu: \"%s\", not \"%s\"", i, cut,
                         str_text(&b.said), sequences[i].said);
            clear(&b);
        }
    }
}

static void byte_by_byte_is_the_same(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(sequences); i++) {
        struct bench b = bench();

        for (const char *s = sequences[i].bytes; *s; s++) {
            feed(&b, s, 1);
            wait(&b, 10);
        }
        wait_out(&b);
        if (strcmp(str_text(&b.said), sequences[i].said) != 0)
            fail_msg("case %zu: \"%s\", not \"%s\"", i, str_text(&b.said),
                     sequences[i].said);
        clear(&b);
    }
}

static void an_esc_acts_within_its_delay(void **state)
{
    struct bench b = bench();

    (void)state;
    assert_int_equal(term_input_wait(&b.in, b.now), -1);
    feeds(&b, "\033");
    assert_int_equal(term_input_wait(&b.in, b.now), TERM_INPUT_ESC_DELAY);
    assert_true(TERM_INPUT_ESC_DELAY < 100);
    wait(&b, TERM_INPUT_ESC_DELAY - 1);
    assert_string_equal(str_text(&b.said), "");
    wait(&b, 1);
    assert_string_equal(str_text(&b.said), "Esc");
    assert_int_equal(term_input_wait(&b.in, b.now), -1);
    clear(&b);
}

static void a_reply_split_after_its_esc_is_waited_for(void **state)
{
    struct bench b = bench();

    (void)state;
    term_input_owe(&b.in, true, b.now + 2000);
    feeds(&b, "\033");
    wait(&b, TERM_INPUT_REPLY_DELAY - 1);
    assert_string_equal(str_text(&b.said), "");
    feeds(&b, "[2;3R");
    assert_string_equal(str_text(&b.said), "cursor(2,3)");
    clear(&b);
}

static void patience_ends(void **state)
{
    struct bench b = bench();

    (void)state;
    term_input_owe(&b.in, true, b.now + 2000);
    b.now += 2001;
    feeds(&b, "\033");
    wait(&b, TERM_INPUT_ESC_DELAY);
    assert_string_equal(str_text(&b.said), "Esc");
    clear(&b);
}

/* While a reply is owed, even one whose ESC was taken for a key. */
static void the_rest_of_a_late_reply_is_not_typed(void **state)
{
    /* clang-format off */
    static const struct {
        bool owed;
        const char *rest, *said;
    } cases[] = {
        { true,  "[2;3R",  "Esc cursor(2,3)" },
        { true,  "[0n",    "Esc status" },
        { true,  "[",      "Esc [" },      /* a typed key after all */
        { true,  "[j",     "Esc [ j" },
        { true,  "[2j",    "Esc [ 2 j" },
        { true,  "[[2;3R", "Esc [ [ 2 ; 3 R" },
        { true,  "j[2;3R", "Esc j [ 2 ; 3 R" },
        { false, "[2;3R",  "Esc [ 2 ; 3 R" },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct bench b = bench();

        term_input_owe(&b.in, cases[i].owed, b.now);
        feeds(&b, "\033");
        wait(&b, 300);
        feeds(&b, cases[i].rest);
        wait_out(&b);
        if (strcmp(str_text(&b.said), cases[i].said) != 0)
            fail_msg("case %zu: \"%s\", not \"%s\"", i, str_text(&b.said),
                     cases[i].said);
        clear(&b);
    }
}

static void a_cut_character_waits_for_its_rest(void **state)
{
    struct bench b = bench();

    (void)state;
    feeds(&b, "\xe6\xb9");
    wait(&b, TERM_INPUT_TEXT_DELAY - 1);
    feeds(&b, "\x96");
    assert_string_equal(str_text(&b.said), "U+6E56");
    feeds(&b, "\xe6\xb9");
    wait_out(&b);
    assert_string_equal(str_text(&b.said), "U+6E56 Unknown Unknown");
    clear(&b);
}

static void an_overlong_sequence_is_skipped(void **state)
{
    static const struct {
        const char *start, *fill, *end;
    } cases[] = {
        {"\033[", "1;", "m"},
        {"\033]", "x", "\a"},
        {"\033P", "jkq", "\033\\"},
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct bench b = bench();

        feeds(&b, cases[i].start);
        for (int n = 0; n < 20000; n++)
            feeds(&b, cases[i].fill);
        feeds(&b, cases[i].end);
        feeds(&b, "k");
        wait_out(&b);
        if (strcmp(str_text(&b.said), "k") != 0)
            fail_msg("case %zu: \"%s\"", i, str_text(&b.said));
        clear(&b);
    }
}

static void an_overlong_sequence_without_an_end_is_left(void **state)
{
    struct bench b = bench();

    (void)state;
    feeds(&b, "\033[");
    for (int n = 0; n < 200; n++)
        feeds(&b, "1;");
    wait_out(&b);
    b.now += TERM_INPUT_TEXT_DELAY + 1;
    feeds(&b, "12");
    assert_string_equal(str_text(&b.said), "1 2");
    clear(&b);
}

static void a_large_paste_is_cut_and_its_rest_dropped(void **state)
{
    struct bench b = bench();
    char bytes[4096];
    struct term_input_item item;

    (void)state;
    memset(bytes, 'x', sizeof(bytes));
    feeds(&b, "\033[200~");
    for (int n = 0; n < 100; n++)
        feed(&b, bytes, sizeof(bytes));
    term_input_feed(&b.in, "\033[201~j", 7, b.now);
    assert_true(term_input_next(&b.in, b.now, &item));
    assert_int_equal(item.kind, TERM_INPUT_PASTED);
    assert_int_equal(b.in.paste.len, TERM_INPUT_PASTE);
    take_all(&b);
    assert_string_equal(str_text(&b.said), "j");
    clear(&b);
}

static void a_paste_without_an_end_does_not_hang(void **state)
{
    struct bench b = bench();

    (void)state;
    feeds(&b, "\033[200~hunan");
    assert_int_equal(term_input_wait(&b.in, b.now), TERM_INPUT_PASTE_DELAY);
    wait_out(&b);
    assert_string_equal(str_text(&b.said), "paste(hunan)");
    feeds(&b, "jq"); /* still text: it may be the rest, late */
    wait_out(&b);
    assert_string_equal(str_text(&b.said), "paste(hunan) paste(jq)");
    feeds(&b, "\003"); /* the way out */
    wait_out(&b);
    feeds(&b, "j");
    assert_string_equal(str_text(&b.said), "paste(hunan) paste(jq) C-C j");
    clear(&b);
}

static void a_late_end_of_a_paste_is_an_end(void **state)
{
    struct bench b = bench();

    (void)state;
    feeds(&b, "\033[200~hu");
    wait_out(&b);
    feeds(&b, "nan\033[2");
    wait_out(&b);
    feeds(&b, "01~j");
    assert_string_equal(str_text(&b.said), "paste(hu) paste(nan) j");
    clear(&b);
}

static void esc_leaves_a_paste_that_was_never_one(void **state)
{
    struct bench b = bench();

    (void)state;
    feeds(&b, "\033[200~");
    wait_out(&b);
    b.now += 5000;
    feeds(&b, "\033");
    wait_out(&b);
    feeds(&b, "j");
    assert_string_equal(str_text(&b.said), "Esc j");
    clear(&b);
}

/* Whatever comes and however it is cut, the reader stays within its buffers,
 * comes to an end, and answers keys again afterwards. */
static void random_bytes_do_no_harm(void **state)
{
    static const char likely[] = "\033\033\033[[O;0123456789~RnAMtc?<]P\\\a\r j"
                                 "\xe6\xb9\x96";
    unsigned seed = 1;

    (void)state;
    for (int round = 0; round < 300; round++) {
        struct bench b = bench();

        term_input_owe(&b.in, round % 2, b.now + 500);
        for (int n = 0; n < 60; n++) {
            char bytes[64];
            size_t len;

            seed = seed * 1103515245 + 12345;
            len = 1 + (seed >> 16) % sizeof(bytes);
            for (size_t i = 0; i < len; i++) {
                seed = seed * 1103515245 + 12345;
                bytes[i] = seed >> 28 == 0
                               ? (char)(seed >> 16)
                               : likely[(seed >> 16) % (sizeof(likely) - 1)];
            }
            feed(&b, bytes, len);
            if (seed >> 30 == 0)
                wait(&b, (int)(seed >> 20) % 1200);
            str_truncate(&b.said, 0);
        }
        wait_out(&b);
        b.now += 5000;
        feeds(&b, "\033"); /* out of a paste, if in one */
        wait_out(&b);
        b.now += 5000;
        str_truncate(&b.said, 0);
        feeds(&b, "湖j");
        if (strcmp(str_text(&b.said), "U+6E56 j") != 0)
            fail_msg("round %d: \"%s\"", round, str_text(&b.said));
        clear(&b);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sequences_are_keys_and_replies),
        cmocka_unit_test(a_split_anywhere_changes_nothing),
        cmocka_unit_test(byte_by_byte_is_the_same),
        cmocka_unit_test(an_esc_acts_within_its_delay),
        cmocka_unit_test(a_reply_split_after_its_esc_is_waited_for),
        cmocka_unit_test(patience_ends),
        cmocka_unit_test(the_rest_of_a_late_reply_is_not_typed),
        cmocka_unit_test(a_cut_character_waits_for_its_rest),
        cmocka_unit_test(an_overlong_sequence_is_skipped),
        cmocka_unit_test(an_overlong_sequence_without_an_end_is_left),
        cmocka_unit_test(a_large_paste_is_cut_and_its_rest_dropped),
        cmocka_unit_test(a_paste_without_an_end_does_not_hang),
        cmocka_unit_test(a_late_end_of_a_paste_is_an_end),
        cmocka_unit_test(esc_leaves_a_paste_that_was_never_one),
        cmocka_unit_test(random_bytes_do_no_harm),
    };

    setlocale(LC_CTYPE, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
