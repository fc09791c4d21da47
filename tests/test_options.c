/* test_options.c - the command line and GONGWEN_OPTIONS. */
#include "tests/test.h"

#include <stdlib.h>
#include <string.h>

#include "cli/options.h"
#include "cli/wordlist.h"
#include "base/mem.h"
#include "print/print_format.h"
#include "text/encode.h"

/* Parse a command line that is given as a word list. */
static bool parse(struct options *o, char ***words, const char *line,
                  const char *environment, struct err *e)
{
    char **argv;
    int argc = 0;

    *words = wordlist_split(line, NULL);
    assert_non_null(*words);
    argv = *words;
    while (argv[argc])
        argc++;
    return options_parse(o, argc, argv, environment, e);
}

static void words_part_as_in_a_shell(void **state)
{
    /* clang-format off */
    static const struct {
        const char *text;
        const char *words[4];
    } cases[] = {
        { "", { NULL } },
        { "  \t\n ", { NULL } },
        { "a  b\tc", { "a", "b", "c" } },
        { "--search='a b' x", { "--search=a b", "x" } },
        { "\"a \\\"b\\\\\" c", { "a \"b\\", "c" } },
        { "a\\ b '\\'", { "a b", "\\" } },
        { "'' \"\"", { "", "" } },
        { "a\\", { "a\\" } },
        { "湖'南 '工", { "湖南 工" } },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        char **words = wordlist_split(cases[i].text, NULL);
        size_t n = 0;

        assert_non_null(words);
        for (; cases[i].words[n]; n++) {
            assert_non_null(words[n]);
            assert_string_equal(words[n], cases[i].words[n]);
        }
        assert_null(words[n]);
        wordlist_free(words);
    }
}

static void an_open_quote_is_an_error(void **state)
{
    static const char *const cases[] = {"'", "a \"b", "'a' 'b", "\"\\\""};

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct err e = {0};

        assert_null(wordlist_split(cases[i], &e));
        assert_int_equal(e.code, ERR_USAGE);
    }
}

static void wrong_usage_is_named(void **state)
{
    /* clang-format off */
    static const struct {
        const char *line, *environment, *message;
    } cases[] = {
        { "g --nix", NULL, "--nix: no such option; gongwen --help lists them" },
        { "g -x", NULL, "-x: no such option; gongwen --help lists them" },
        { "g -hx", NULL, "-x: no such option; gongwen --help lists them" },
        { "g --search", NULL, "--search: needs an argument" },
        { "g --print=1", NULL, "--print: takes no argument" },
        { "g --format=xml", NULL,
          "--format=xml: must be one of text, tsv, csv, json, markdown, html, records" },
        { "g --color=blue", NULL,
          "--color=blue: must be one of auto, always, never" },
        { "g --width=1", NULL, "--width=1: must be a number from 2 to 10000" },
        { "g --width=80x", NULL,
          "--width=80x: must be a number from 2 to 10000" },
        { "g --width=", NULL,
          "--width=: must be a number from 2 to 10000" },
        { "g --record=-1", NULL,
          "--record=-1: must be a number, at least 0" },
        { "g --notice=0", NULL, "--notice=0: must be a number, at least 1" },
        { "g --ambiguous=3", NULL,
          "--ambiguous=3: must be one of auto, 1, 2" },
        { "g --lang=fr", NULL, "--lang=fr: must be one of en, zh_CN" },
        { "g --bom", NULL, "--bom: needs --format=csv" },
        { "g --bom --format=csv --encoding=GBK", NULL,
          "--bom: for UTF-8 alone, and this is GBK" },
        { "g --encoding=nix", NULL,
          "--encoding: nix: no encoding for text that this system knows; "
          "GB18030 and UTF-8 are" },
        { "g --search=\xba\xfe --encoding=UTF-8", NULL,
          "--search=\uFFFD\uFFFD: not in UTF-8; --encoding says what it is in" },
        { "g", "--bom", "GONGWEN_OPTIONS: --bom: not a setting" },
        { "g a.db b.db", NULL, "b.db: only one database can be opened" },
        { "g --near", NULL, "--near: needs --search" },
        { "g --count", NULL, "--count: needs --search or --list" },
        { "g --search=x --record=1", NULL,
          "--search: not together with --record" },
        { "g --notice --list", NULL,
          "--notice: not together with --list or --record" },
        { "g", "--search=x", "GONGWEN_OPTIONS: --search: not a setting" },
        { "g", "x.db", "GONGWEN_OPTIONS: x.db: not an option" },
        { "g", "'", "GONGWEN_OPTIONS: a quote is not closed" },
        { "g", "--width=", "GONGWEN_OPTIONS: --width=: must be a number from 2 to 10000" },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct options o;
        struct err e = {0};
        char **words;

        if (parse(&o, &words, cases[i].line, cases[i].environment, &e))
            fail_msg("%s: taken", cases[i].line);
        assert_string_equal(e.msg, cases[i].message);
        assert_int_equal(e.code, ERR_USAGE);
        options_clear(&o);
        wordlist_free(words);
    }
}

static void defaults_are_what_a_terminal_user_wants(void **state)
{
    struct options o;
    char **words;

    (void)state;
    assert_true(parse(&o, &words, "gongwen", NULL, NULL));
    assert_int_equal(o.task, OPTIONS_BROWSE);
    assert_false(o.print);
    assert_null(o.database);
    assert_string_equal(o.request.format->name, "text");
    assert_int_equal(o.request.color, WHEN_AUTO);
    assert_int_equal(o.request.width, 0);
    assert_int_equal(o.request.ambiguous, 0);
    assert_string_equal(o.language, I18N_EN); /* LANG of main() */
    options_clear(&o);
    wordlist_free(words);
}

static void every_option_is_taken(void **state)
{
    struct options o;
    char **words;

    (void)state;
    assert_true(parse(&o, &words,
                      "gongwen a.db --list=1 --search 'a b' --count "
                      "--format=csv --color --width=41 --ambiguous=2 "
                      "--hyperlinks=never --lang=zh",
                      NULL, NULL));
    assert_string_equal(o.database, "a.db");
    assert_true(o.print && o.request.list && o.request.count);
    assert_string_equal(o.request.annex, "1");
    assert_string_equal(o.request.search, "a b");
    assert_string_equal(o.request.format->name, "csv");
    assert_int_equal(o.request.color, WHEN_ALWAYS);
    assert_int_equal(o.request.width, 41);
    assert_int_equal(o.request.ambiguous, 2);
    assert_int_equal(o.hyperlinks, WHEN_NEVER);
    assert_string_equal(o.language, I18N_ZH);
    assert_string_equal(i18n_get_language(), I18N_ZH);
    options_clear(&o);
    wordlist_free(words);

    assert_true(parse(&o, &words, "gongwen --record=98", NULL, NULL));
    assert_true(o.print && o.request.record);
    assert_int_equal(o.request.number, 98);
    options_clear(&o);
    wordlist_free(words);

    assert_true(parse(&o, &words, "gongwen --notice=2", NULL, NULL));
    assert_true(o.print && o.request.notice);
    assert_int_equal(o.request.position, 2);
    options_clear(&o);
    wordlist_free(words);
}

static void tasks_are_told_apart(void **state)
{
    static const struct {
        const char *line;
        enum options_task task;
    } cases[] = {
        {"g --help", OPTIONS_HELP},
        {"g -h", OPTIONS_HELP},
        {"g --help-keys", OPTIONS_HELP_KEYS},
        {"g --version", OPTIONS_VERSION},
        {"g -V", OPTIONS_VERSION},
        {"g --verify x.db", OPTIONS_VERIFY},
        {"g --ver x.db", OPTIONS_BROWSE}, /* ambiguous: refused */
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct options o;
        char **words;
        bool ok = parse(&o, &words, cases[i].line, NULL, NULL);

        assert_int_equal(ok, cases[i].task != OPTIONS_BROWSE);
        assert_int_equal(o.task, cases[i].task);
        options_clear(&o);
        wordlist_free(words);
    }
}

static void the_command_line_wins_over_the_environment(void **state)
{
    struct options o;
    char **words;

    (void)state;
    assert_true(parse(&o, &words, "gongwen --width=50 -- --x.db",
                      " --width=60 '--color=never' --lang zh", NULL));
    assert_int_equal(o.request.width, 50);
    assert_int_equal(o.request.color, WHEN_NEVER);
    assert_string_equal(o.language, I18N_ZH);
    assert_string_equal(o.database, "--x.db");
    options_clear(&o);
    wordlist_free(words);
}

static void words_are_in_the_encoding_that_is_named_anywhere(void **state)
{
    /* clang-format off */
    static const struct {
        const char *line, *environment;
    } cases[] = {
        { "gongwen --search=\xba\xfe \xba\xfe.db --encoding=GBK", NULL },
        { "gongwen --encoding GB18030 --search \xba\xfe \xba\xfe.db", NULL },
        { "gongwen --search=\xba\xfe \xba\xfe.db", "--encoding=GBK" },
        { "gongwen --search=\xba\xfe \xba\xfe.db --encoding=GBK",
          "--encoding=UTF-8" },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct options o;
        struct err e = {0};
        char **words;

        assert_true(encode_use("UTF-8", NULL));
        if (!parse(&o, &words, cases[i].line, cases[i].environment, &e))
            fail_msg("%s", e.msg);
        assert_string_equal(o.request.search, "湖");
        assert_string_equal(o.database, "\xba\xfe.db");
        options_clear(&o);
        wordlist_free(words);
    }
    assert_true(encode_use("UTF-8", NULL));
}

static void help_tells_the_settings_and_the_formats(void **state)
{
    struct str out = {0};

    (void)state;
    options_help(&out);
    assert_non_null(strstr(str_text(&out),
                           "\n--format, --color, --width,"
                           " --ambiguous, --seal, --encoding, --lang,"
                           " --hyperlinks.\n"));
    for (size_t i = 0; i < print_format_count; i++) {
        struct str line = {0};

        str_addf(&line, "\n  %-10s %s\n", print_formats[i]->name,
                 print_formats[i]->help);
        assert_non_null(strstr(str_text(&out), str_text(&line)));
        str_clear(&line);
    }
    str_clear(&out);
}

static void messages_follow_the_language_asked_for(void **state)
{
    struct options o;
    struct err e = {0};
    char **words;

    (void)state;
    assert_false(parse(&o, &words, "gongwen --lang=zh --nix", NULL, &e));
    assert_string_equal(e.msg,
                        "--nix：没有这个选项；gongwen --help 列出全部选项");
    options_clear(&o);
    wordlist_free(words);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_part_as_in_a_shell),
        cmocka_unit_test(an_open_quote_is_an_error),
        cmocka_unit_test(wrong_usage_is_named),
        cmocka_unit_test(defaults_are_what_a_terminal_user_wants),
        cmocka_unit_test(every_option_is_taken),
        cmocka_unit_test(tasks_are_told_apart),
        cmocka_unit_test(the_command_line_wins_over_the_environment),
        cmocka_unit_test(words_are_in_the_encoding_that_is_named_anywhere),
        cmocka_unit_test(help_tells_the_settings_and_the_formats),
        cmocka_unit_test(messages_follow_the_language_asked_for),
    };

    setenv("LANGUAGE", "en", 1);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
