#include "cli/options.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/cmdline.h"
#include "base/mem.h"
#include "cli/wordlist.h"
#include "print/print_format.h"
#include "text/encode.h"

/* ---- the table ---- */

/* What an option takes, and what it is kept as. */
enum option_kind {
    KIND_NOTHING, /* but whether it was given */
    KIND_TASK,    /* enum options_task: `value` */
    KIND_TEXT,    /* const char * */
    KIND_NUMBER,  /* int64_t, from `value` up */
    KIND_WIDTH,   /* int */
    KIND_WORD,    /* an enum or int: one of `words`; alone it is "always" */
    KIND_FORMAT,  /* const struct print_format * */
    KIND_LANGUAGE,
    KIND_ENCODING,
};

struct option_row {
    char letter; /* 0: it has none */
    const char *name;
    const char *argument; /* as help shows it, "[=X]" an optional one; "" */
    const char *help;     /* an English msgid */

    bool is_setting; /* may stand in GONGWEN_OPTIONS too */
    bool prints;     /* asks for printing rather than for the screen */

    enum option_kind kind;
    size_t to;    /* where its value goes, by AT() */
    size_t given; /* where it goes (bool) that it was given, by AT(); or 0 */
    int64_t value;
    const struct cmdline_word *words;
};

#define AT(member) (offsetof(struct options, member) + 1)

static const struct cmdline_word whens[] = {
    {"auto", WHEN_AUTO},
    {"always", WHEN_ALWAYS},
    {"never", WHEN_NEVER},
    {NULL, 0},
};
static const struct cmdline_word widths[] = {
    {"auto", 0},
    {"1", 1},
    {"2", 2},
    {NULL, 0},
};

/* One row an option, in the order in which help tells them. */
/* clang-format off */
static const struct option_row rows[] = {
    { .name = "print", .argument = "", .prints = true,
      .help = N_("print the notice and its lists instead of drawing"),
      .kind = KIND_NOTHING },
    { .name = "notice", .argument = "[=N]", .prints = true,
      .help = N_("print notice N of the library"),
      .kind = KIND_NUMBER, .to = AT(request.position), .value = 1,
      .given = AT(request.notice) },
    { .name = "list", .argument = "[=ANNEX]", .prints = true,
      .help = N_("print the list of annex ANNEX"),
      .kind = KIND_TEXT, .to = AT(request.annex), .given = AT(request.list) },
    { .name = "record", .argument = "=NUMBER", .prints = true,
      .help = N_("print the record with this number"),
      .kind = KIND_NUMBER, .to = AT(request.number), .value = 0,
      .given = AT(request.record) },
    { .name = "search", .argument = "=QUERY", .prints = true,
      .help = N_("print the rows and paragraphs that match"),
      .kind = KIND_TEXT, .to = AT(request.search) },
    { .name = "near", .argument = "", .prints = true,
      .help = N_("print what sounds near, where nothing else is found"),
      .kind = KIND_NOTHING, .given = AT(request.near) },
    { .name = "count", .argument = "", .prints = true,
      .help = N_("print only how many there are"),
      .kind = KIND_NOTHING, .given = AT(request.count) },
    { .name = "bom", .argument = "",
      .help = N_("begin csv with a byte order mark, for Excel"),
      .kind = KIND_NOTHING, .given = AT(request.bom) },
    { .name = "format", .argument = "=FORMAT", .is_setting = true,
      .help = N_("how to print, one of those below"),
      .kind = KIND_FORMAT, .to = AT(request.format) },
    { .name = "color", .argument = "[=WHEN]", .is_setting = true,
      .help = N_("colour: auto, always or never"),
      .kind = KIND_WORD, .to = AT(request.color), .words = whens },
    { .name = "width", .argument = "=COLUMNS", .is_setting = true,
      .help = N_("the measure of printed text"),
      .kind = KIND_WIDTH, .to = AT(request.width) },
    { .name = "ambiguous", .argument = "=WIDTH", .is_setting = true,
      .help = N_("columns of ambiguous characters: auto, 1 or 2"),
      .kind = KIND_WORD, .to = AT(request.ambiguous), .words = widths },
    { .name = "seal", .argument = "", .is_setting = true,
      .help = N_("print signatures as where a seal goes over them"),
      .kind = KIND_NOTHING, .given = AT(request.has_seal) },
    { .name = "encoding", .argument = "=NAME", .is_setting = true,
      .help = N_("encoding of arguments and printed text"),
      .kind = KIND_ENCODING },
    { .name = "lang", .argument = "=LANGUAGE", .is_setting = true,
      .help = N_("language of the program, as zh or en"),
      .kind = KIND_LANGUAGE, .to = AT(language) },
    { .name = "hyperlinks", .argument = "[=WHEN]", .is_setting = true,
      .help = N_("mark links for the terminal: auto, always or never"),
      .kind = KIND_WORD, .to = AT(hyperlinks), .words = whens },
    { .name = "verify", .argument = "",
      .help = N_("check that the database is as it was published"),
      .kind = KIND_TASK, .value = OPTIONS_VERIFY },
    { .name = "help-keys", .argument = "",
      .help = N_("print the keys and what they do"),
      .kind = KIND_TASK, .value = OPTIONS_HELP_KEYS },
    { .letter = 'h', .name = "help", .argument = "",
      .help = N_("print this help"),
      .kind = KIND_TASK, .value = OPTIONS_HELP },
    { .letter = 'V', .name = "version", .argument = "",
      .help = N_("print the version"),
      .kind = KIND_TASK, .value = OPTIONS_VERSION },
};
/* clang-format on */

/* An option's id is its letter, or its place in the table. */
static int id_of(size_t row)
{
    return rows[row].letter ? rows[row].letter : CMDLINE_LONG + (int)row;
}

static const struct option_row *row_of(int id)
{
    size_t i = 0;

    while (id_of(i) != id)
        i++;
    return &rows[i];
}

/* The table as base/cmdline.h wants it. */
struct table {
    struct cmdline_option options[ARRAY_LEN(rows)];
    struct cmdline cmdline; /* of `options` */
};

static void fill(struct table *t)
{
    for (size_t i = 0; i < ARRAY_LEN(rows); i++)
        t->options[i] = (struct cmdline_option){
            .id = id_of(i),
            .name = rows[i].name,
            .argument = rows[i].argument,
            .setting = rows[i].is_setting,
            .help = rows[i].help,
        };
    t->cmdline = (struct cmdline){"gongwen", t->options, ARRAY_LEN(rows), NULL};
}

/* ---- taking one option ---- */

static void *at(struct options *o, size_t place)
{
    assert(place > 0);
    return (char *)o + place - 1;
}

/* With a max of INT64_MAX any number from min on will do: one that is larger
 * still is as good as that one. */
static bool number(const struct cmdline_option *info, const char *argument,
                   int64_t min, int64_t max, int64_t *value, struct err *e)
{
    char *end;
    long long n = strtoll(argument, &end, 10);

    if (end != argument && !*end && n >= min && n <= max) {
        *value = n;
        return true;
    }
    if (max == INT64_MAX)
        return err_set(e, ERR_USAGE,
                       _("--%s=%s: must be a number, at least %d"), info->name,
                       argument, (int)min);
    return err_set(e, ERR_USAGE, _("--%s=%s: must be a number from %d to %d"),
                   info->name, argument, (int)min, (int)max);
}

static bool take_width(int *to, const struct cmdline_option *info,
                       const char *argument, struct err *e)
{
    int64_t value = 0;

    if (!number(info, argument, PRINT_MIN_WIDTH, PRINT_MAX_WIDTH, &value, e))
        return false;
    *to = (int)value;
    return true;
}

static bool take_format(const struct print_format **to, const char *argument,
                        struct err *e)
{
    const struct print_format *format = print_format_find(argument);
    struct str names = {0};

    if (format) {
        *to = format;
        return true;
    }
    for (size_t i = 0; i < print_format_count; i++)
        str_addf(&names, "%s%s", i > 0 ? ", " : "", print_formats[i]->name);
    err_set(e, ERR_USAGE, _("--%s=%s: must be one of %s"), "format", argument,
            str_text(&names));
    str_clear(&names);
    return false;
}

/* An empty text is something to look for, and nothing's name. */
static bool take_text(const char **to, const struct cmdline_option *info,
                      const char *argument, struct err *e)
{
    bool is_optional = *info->argument == '[';

    if (is_optional && argument && !*argument)
        return err_set(e, ERR_USAGE, _("%s: needs an argument"), "--list=");
    *to = argument;
    return true;
}

static bool take_language(const char **to, const struct cmdline_option *info,
                          const char *argument, struct err *e)
{
    if (!cmdline_language(info, argument, to, e))
        return false;
    i18n_set_language(*to);
    return true;
}

static bool take_encoding(const char *argument, struct err *e)
{
    return encode_use(argument, e) || err_prefix(e, "--encoding");
}

static bool take_value(struct options *o, const struct option_row *row,
                       const struct cmdline_option *info, const char *argument,
                       struct err *e)
{
    switch (row->kind) {
    case KIND_NOTHING:
        return true;
    case KIND_TASK:
        o->task = (enum options_task)row->value;
        return true;
    case KIND_TEXT:
        return take_text(at(o, row->to), info, argument, e);
    case KIND_NUMBER:
        return !argument ||
               number(info, argument, row->value, INT64_MAX, at(o, row->to), e);
    case KIND_WIDTH:
        return take_width(at(o, row->to), info, argument, e);
    case KIND_WORD:
        return cmdline_pick(info, argument ? argument : "always", row->words,
                            at(o, row->to), e);
    case KIND_FORMAT:
        return take_format(at(o, row->to), argument, e);
    case KIND_LANGUAGE:
        return take_language(at(o, row->to), info, argument, e);
    case KIND_ENCODING:
        return take_encoding(argument, e);
    }
    return true;
}

/* Where options go, and whether they come from the environment. */
struct taking {
    struct options *options;
    bool only_settings;
};

static bool take(void *to, const struct cmdline_option *info,
                 const char *argument, struct err *e)
{
    const struct option_row *row = row_of(info->id);
    struct taking *taking = to;
    struct options *o = taking->options;

    if (taking->only_settings && !row->is_setting)
        return err_set(e, ERR_USAGE, _("--%s: not a setting"), info->name);
    if (row->given)
        *(bool *)at(o, row->given) = true;
    o->print = o->print || row->prints;
    return take_value(o, row, info, argument, e);
}

/* ---- the words ---- */

static int count(char *const *words)
{
    int n = 0;

    while (words && words[n])
        n++;
    return n;
}

/* Parse words, of which the first is skipped; `order` becomes a copy of them
 * for the caller to free, in which those that are no options stand last. */
static bool parse(const struct table *t, char *const *words, char ***order,
                  cmdline_take *take_one, void *to, int *rest, struct err *e)
{
    int n = count(words);

    *order = xcalloc((size_t)n + 1, sizeof(**order));
    memcpy(*order, words, (size_t)n * sizeof(**order));
    return cmdline_parse(&t->cmdline, n, *order, take_one, to, rest, e);
}

/* The words of a text in the environment after the name of a program, as
 * argv has it. */
static char **split(const char *text, struct err *e)
{
    struct str all = {0}, utf8 = {0};
    char **words;

    str_addf(&all, "gongwen %s", text);
    encode_decode(&utf8, str_text(&all), all.len);
    words = wordlist_split(str_text(&utf8), e);
    str_clear(&all);
    str_clear(&utf8);
    return words;
}

/* Of all options --encoding alone, as far as there are any. */
static bool take_only_encoding(void *to, const struct cmdline_option *info,
                               const char *argument, struct err *e)
{
    (void)to;
    (void)e;
    if (row_of(info->id)->kind == KIND_ENCODING)
        encode_use(argument, NULL);
    return true;
}

/* The words can be read only once their encoding is known. What is wrong with
 * them is said when they are read. */
static void find_encoding(const struct table *t, char *const *argv,
                          const char *environment)
{
    char **settings = environment ? split(environment, NULL) : NULL;
    char **order;
    int rest;

    if (settings) {
        parse(t, settings, &order, take_only_encoding, NULL, &rest, NULL);
        free(order);
    }
    wordlist_free(settings);
    parse(t, argv, &order, take_only_encoding, NULL, &rest, NULL);
    free(order);
}

static bool take_environment(struct options *o, const struct table *t,
                             const char *text, struct err *e)
{
    struct taking taking = {o, true};
    char **order;
    int rest = 0;
    bool ok;

    if (!text)
        return true;
    o->settings = split(text, e);
    if (!o->settings)
        return false;
    ok = parse(t, o->settings, &order, take, &taking, &rest, e);
    if (ok && order[rest])
        ok = err_set(e, ERR_USAGE, _("%s: not an option"), order[rest]);
    free(order);
    return ok;
}

static char **decode(int argc, char *const *argv)
{
    char **words = xcalloc((size_t)argc + 1, sizeof(*words));

    for (int i = 0; i < argc; i++) {
        struct str word = {0};

        encode_decode(&word, argv[i], strlen(argv[i]));
        words[i] = str_take(&word);
    }
    return words;
}

/* Where `word` stands among `words`. */
static int place_of(char *const *words, const char *word)
{
    int i = 0;

    while (words[i] != word)
        i++;
    return i;
}

/* What is no text in the encoding would be looked for in vain. A file may
 * have any name. */
static bool check_words(const struct options *o, char *const *argv,
                        char *const *order, int rest, struct err *e)
{
    for (int i = 1; i < rest; i++) {
        const char *word = argv[place_of(o->words, order[i])];
        struct str text = {0};
        bool is_good = encode_decode(&text, word, strlen(word));

        if (!is_good)
            err_set(e, ERR_USAGE,
                    _("%s: not in %s; --encoding says what it is in"),
                    str_text(&text), encode_name());
        str_clear(&text);
        if (!is_good)
            return false;
    }
    return true;
}

static bool take_words(struct options *o, const struct table *t,
                       char *const *argv, struct err *e)
{
    struct taking taking = {o, false};
    char **order;
    int rest = 0;
    bool ok = parse(t, o->words, &order, take, &taking, &rest, e) &&
              check_words(o, argv, order, rest, e);

    if (ok && order[rest])
        o->database = argv[place_of(o->words, order[rest++])];
    if (ok && order[rest])
        ok = err_set(e, ERR_USAGE, _("%s: only one database can be opened"),
                     order[rest]);
    free(order);
    return ok;
}

/* ---- all of it ---- */

static bool agree(const struct options *o, struct err *e)
{
    if (o->request.search && o->request.record)
        return err_set(e, ERR_USAGE, _("--search: not together with --record"));
    if (o->request.notice && (o->request.list || o->request.record))
        return err_set(e, ERR_USAGE,
                       _("--notice: not together with --list or "
                         "--record"));
    if (o->request.count && o->request.record)
        return err_set(e, ERR_USAGE, _("--count: not together with --record"));
    if (o->request.count && !o->request.search && !o->request.list)
        return err_set(e, ERR_USAGE, _("--count: needs --search or --list"));
    if (o->request.near && !o->request.search)
        return err_set(e, ERR_USAGE, _("--near: needs --search"));
    if (o->task == OPTIONS_VERIFY && o->print)
        return err_set(e, ERR_USAGE,
                       _("--verify: not together with what prints"));
    if (o->request.bom && !o->request.format->has_bom)
        return err_set(e, ERR_USAGE, _("--bom: needs --format=csv"));
    if (o->request.bom && !encode_is_utf8())
        return err_set(e, ERR_USAGE,
                       _("--bom: for UTF-8 alone, and this is %s"),
                       encode_name());
    return true;
}

bool options_parse(struct options *o, int argc, char *const *argv,
                   const char *environment, struct err *e)
{
    struct table t;

    *o = (struct options){
        .language = i18n_from_environment(),
        .request.format = print_formats[0],
    };
    i18n_set_language(o->language);
    fill(&t);
    find_encoding(&t, argv, environment);
    o->words = decode(argc, argv);
    if (!take_environment(o, &t, environment, e))
        return err_prefix(e, "GONGWEN_OPTIONS");
    return take_words(o, &t, argv, e) && agree(o, e);
}

void options_clear(struct options *o)
{
    wordlist_free(o->words);
    wordlist_free(o->settings);
    *o = (struct options){0};
}

static void add_settings(struct str *out)
{
    size_t n = 0;

    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        if (rows[i].is_setting)
            str_addf(out, "%s--%s", n++ > 0 ? ", " : "", rows[i].name);
    }
}

void options_help(struct str *out)
{
    struct str settings = {0};
    struct table t;

    fill(&t);
    str_add(out, _("Usage: gongwen [OPTION]... [DATABASE]\n"
                   "Read official Chinese notices and the lists of units that "
                   "belong to them.\n"));
    str_addc(out, '\n');
    cmdline_help(&t.cmdline, out);
    str_addc(out, '\n');
    str_add(out, _("Formats:\n"));
    for (size_t i = 0; i < print_format_count; i++)
        str_addf(out, "  %-10s %s\n", print_formats[i]->name,
                 _(print_formats[i]->help));
    add_settings(&settings);
    str_addf(out,
             _("\nExit status: 0 found, 1 nothing found, 2 trouble.\n"
               "GONGWEN_OPTIONS may hold settings:\n%s.\n"
               "F1 in the program, or --help-keys, shows the keys.\n"),
             str_text(&settings));
    str_clear(&settings);
}

void options_version(struct str *out)
{
    str_addf(out, "%s %s\n", PACKAGE_NAME, PACKAGE_VERSION);
    str_add(out, _("License GPL-3.0-or-later: free software, without any "
                   "warranty.\n"));
}
