#include "app/options.h"

#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "app/wordlist.h"
#include "base/mem.h"

enum option_id {
    /* Above all characters, so that they are no short options. */
    ID_PRINT = 256,
    ID_NOTICE,
    ID_LIST,
    ID_RECORD,
    ID_SEARCH,
    ID_COUNT,
    ID_FORMAT,
    ID_COLOR,
    ID_WIDTH,
    ID_AMBIGUOUS,
    ID_LANG,
    ID_HYPERLINKS,
    ID_VERIFY,
    ID_HELP_KEYS,
    ID_HELP = 'h',
    ID_VERSION = 'V',
};

struct option_info {
    enum option_id id;
    const char *name;
    const char *argument; /* as help shows it, "[=X]" an optional one; "" */
    bool setting;         /* may stand in GONGWEN_OPTIONS */
    const char *help;
};

/* clang-format off */
static const struct option_info table[] = {
    { ID_PRINT, "print", "", false,
      N_("print the notice and its lists instead of drawing") },
    { ID_NOTICE, "notice", "[=N]", false,
      N_("print notice N of the library") },
    { ID_LIST, "list", "[=ANNEX]", false,
      N_("print the list of annex ANNEX") },
    { ID_RECORD, "record", "=NUMBER", false,
      N_("print the record with this number") },
    { ID_SEARCH, "search", "=QUERY", false,
      N_("print the rows and paragraphs that match") },
    { ID_COUNT, "count", "", false,
      N_("print only how many there are") },
    { ID_FORMAT, "format", "=FORMAT", true,
      N_("text, tsv, csv, json or markdown") },
    { ID_COLOR, "color", "[=WHEN]", true,
      N_("colour: auto, always or never") },
    { ID_WIDTH, "width", "=COLUMNS", true,
      N_("the measure of printed text") },
    { ID_AMBIGUOUS, "ambiguous", "=WIDTH", true,
      N_("columns of ambiguous characters: auto, 1 or 2") },
    { ID_LANG, "lang", "=LANGUAGE", true,
      N_("language of the program: zh or en") },
    { ID_HYPERLINKS, "hyperlinks", "[=WHEN]", true,
      N_("mark links for the terminal: auto, always or never") },
    { ID_VERIFY, "verify", "", false,
      N_("check that the database is as it was published") },
    { ID_HELP_KEYS, "help-keys", "", false,
      N_("print the keys and what they do") },
    { ID_HELP, "help", "", false,
      N_("print this help") },
    { ID_VERSION, "version", "", false,
      N_("print the version") },
};
/* clang-format on */

struct word {
    const char *name;
    int value;
};

/* Keyed words of an option's argument; NULL at the end. */
static const struct word formats[] = {
    {"text", FORMAT_TEXT}, {"tsv", FORMAT_TSV},           {"csv", FORMAT_CSV},
    {"json", FORMAT_JSON}, {"markdown", FORMAT_MARKDOWN}, {NULL, 0},
};
static const struct word whens[] = {
    {"auto", WHEN_AUTO},
    {"always", WHEN_ALWAYS},
    {"never", WHEN_NEVER},
    {NULL, 0},
};
static const struct word widths[] = {
    {"auto", 0},
    {"1", 1},
    {"2", 2},
    {NULL, 0},
};
static const struct word languages[] = {
    {"zh", I18N_ZH},
    {"en", I18N_EN},
    {NULL, 0},
};

static const struct option_info *info_of(int id)
{
    for (size_t i = 0; i < ARRAY_LEN(table); i++) {
        if ((int)table[i].id == id)
            return &table[i];
    }
    return NULL;
}

static bool pick(const struct option_info *info, const char *argument,
                 const struct word *words, int *value, struct err *e)
{
    struct str names = {0};

    for (const struct word *w = words; w->name; w++) {
        if (strcmp(argument, w->name) == 0) {
            str_clear(&names);
            *value = w->value;
            return true;
        }
        str_addf(&names, "%s%s", names.len > 0 ? ", " : "", w->name);
    }
    err_set(e, ERR_USAGE, _("--%s=%s: must be one of %s"), info->name, argument,
            str_text(&names));
    str_clear(&names);
    return false;
}

static bool number(const struct option_info *info, const char *argument,
                   int64_t min, int64_t max, int64_t *value, struct err *e)
{
    char *end;
    long long n;

    errno = 0;
    n = strtoll(argument, &end, 10);
    if (end == argument || *end || errno != 0)
        return err_set(e, ERR_USAGE, _("--%s=%s: not a number"), info->name,
                       argument);
    if (n < min || n > max)
        return err_set(e, ERR_USAGE, _("--%s=%s: must be from %lld to %lld"),
                       info->name, argument, (long long)min, (long long)max);
    *value = n;
    return true;
}

static bool take_setting(struct options *o, const struct option_info *info,
                         const char *argument, struct err *e)
{
    const struct word *words = whens;
    int64_t wide = 0;
    int value = 0;

    if (info->id == ID_WIDTH) {
        if (!number(info, argument, OPTIONS_MIN_WIDTH, OPTIONS_MAX_WIDTH, &wide,
                    e))
            return false;
        o->width = (int)wide;
        return true;
    }
    if (info->id == ID_FORMAT)
        words = formats;
    else if (info->id == ID_AMBIGUOUS)
        words = widths;
    else if (info->id == ID_LANG)
        words = languages;
    if (!pick(info, argument ? argument : "always", words, &value, e))
        return false;
    if (info->id == ID_FORMAT)
        o->format = (enum options_format)value;
    else if (info->id == ID_AMBIGUOUS)
        o->ambiguous = value;
    else if (info->id == ID_COLOR)
        o->color = (enum options_when)value;
    else if (info->id == ID_HYPERLINKS)
        o->hyperlinks = (enum options_when)value;
    else
        i18n_set_language(o->language = (enum i18n_language)value);
    return true;
}

static bool take_selection(struct options *o, const struct option_info *info,
                           const char *argument, struct err *e)
{
    o->print = true;
    switch ((int)info->id) {
    case ID_NOTICE:
        o->notice = true;
        return !argument ||
               number(info, argument, 1, INT32_MAX, &o->position, e);
    case ID_LIST:
        o->list = true;
        o->annex = argument;
        return true;
    case ID_RECORD:
        o->record = true;
        return number(info, argument, 0, INT64_MAX, &o->number, e);
    case ID_SEARCH:
        o->search = argument;
        return true;
    case ID_COUNT:
        o->count = true;
        return true;
    default: /* --print */
        return true;
    }
}

static bool take(struct options *o, const struct option_info *info,
                 const char *argument, struct err *e)
{
    if (info->setting)
        return take_setting(o, info, argument, e);
    switch ((int)info->id) {
    case ID_VERIFY:
        o->task = OPTIONS_VERIFY;
        return true;
    case ID_HELP:
        o->task = OPTIONS_HELP;
        return true;
    case ID_HELP_KEYS:
        o->task = OPTIONS_HELP_KEYS;
        return true;
    case ID_VERSION:
        o->task = OPTIONS_VERSION;
        return true;
    default:
        return take_selection(o, info, argument, e);
    }
}

static void fill_getopt(struct option long_options[ARRAY_LEN(table) + 1])
{
    for (size_t i = 0; i < ARRAY_LEN(table); i++) {
        const char *argument = table[i].argument;

        long_options[i] = (struct option){
            .name = table[i].name,
            .has_arg = !*argument         ? no_argument
                       : *argument == '[' ? optional_argument
                                          : required_argument,
            .val = (int)table[i].id,
        };
    }
    long_options[ARRAY_LEN(table)] = (struct option){0};
}

/* What getopt found wrong with the word before optind. */
static bool refuse(int result, char *const *argv, struct err *e)
{
    char letter[3] = {'-', (char)optopt, '\0'};
    const struct option_info *info = info_of(optopt);
    const char *word = argv[optind - 1];

    if (result == ':')
        return err_set(e, ERR_USAGE, _("%s: needs an argument"), word);
    if (info && strchr(word, '='))
        return err_set(e, ERR_USAGE, _("--%s: takes no argument"), info->name);
    if (optopt != 0 && !info)
        word = letter;
    return err_set(e, ERR_USAGE,
                   _("%s: no such option; gongwen --help lists "
                     "them"),
                   word);
}

/* Take the options of one vector, whose first word is a program's name.
 * `*rest` is the index of the first word that is none. */
static bool take_all(struct options *o, int argc, char **argv, bool settings,
                     int *rest, struct err *e)
{
    struct option long_options[ARRAY_LEN(table) + 1];
    int result;

    fill_getopt(long_options);
    opterr = 0;
    optind = 0; /* glibc: begin anew */
    while ((result = getopt_long(argc, argv, ":hV", long_options, NULL)) !=
           -1) {
        const struct option_info *info = info_of(result);

        if (!info)
            return refuse(result, argv, e);
        if (settings && !info->setting)
            return err_set(e, ERR_USAGE, _("--%s: not a setting"), info->name);
        if (!take(o, info, optarg, e))
            return false;
    }
    *rest = optind;
    return true;
}

static bool take_environment(struct options *o, const char *text, struct err *e)
{
    char program[] = "gongwen";
    char **argv;
    int argc = 0;
    int rest = 0;
    bool ok;

    if (!text)
        return true;
    o->words = wordlist_split(text, e);
    if (!o->words)
        return false;
    while (o->words[argc])
        argc++;
    /* getopt skips the first word and may reorder the others. */
    argv = xcalloc((size_t)argc + 2, sizeof(*argv));
    argv[0] = program;
    memcpy(argv + 1, o->words, (size_t)argc * sizeof(*argv));
    ok = take_all(o, argc + 1, argv, true, &rest, e);
    if (ok && rest <= argc)
        ok = err_set(e, ERR_USAGE, _("%s: not an option"), argv[rest]);
    free(argv);
    return ok;
}

static bool agree(const struct options *o, struct err *e)
{
    if (o->search && o->record)
        return err_set(e, ERR_USAGE, _("--search: not together with --record"));
    if (o->notice && (o->list || o->record))
        return err_set(e, ERR_USAGE,
                       _("--notice: not together with --list or "
                         "--record"));
    if (o->count && !o->search && !o->list)
        return err_set(e, ERR_USAGE, _("--count: needs --search or --list"));
    return true;
}

bool options_parse(struct options *o, int argc, char **argv,
                   const char *environment, struct err *e)
{
    int rest = 0;

    *o = (struct options){.language = i18n_from_environment()};
    i18n_set_language(o->language);
    if (!take_environment(o, environment, e))
        return err_prefix(e, "GONGWEN_OPTIONS");
    if (!take_all(o, argc, argv, false, &rest, e))
        return false;
    if (rest < argc)
        o->database = argv[rest++];
    if (rest < argc)
        return err_set(e, ERR_USAGE, _("%s: only one database can be opened"),
                       argv[rest]);
    return agree(o, e);
}

void options_clear(struct options *o)
{
    wordlist_free(o->words);
    *o = (struct options){0};
}

void options_help(struct str *out)
{
    str_add(out, _("Usage: gongwen [OPTION]... [DATABASE]\n"
                   "Read official Chinese notices and the lists of units that "
                   "belong to them.\n"));
    str_addc(out, '\n');
    for (size_t i = 0; i < ARRAY_LEN(table); i++) {
        const struct option_info *info = &table[i];
        size_t start = out->len;

        if (info->id < ID_PRINT)
            str_addf(out, "  -%c, ", (char)info->id);
        else
            str_add(out, "      ");
        str_addf(out, "--%s%s", info->name, info->argument);
        do
            str_addc(out, ' ');
        while (out->len - start < 28);
        str_addf(out, "%s\n", _(info->help));
    }
    str_addc(out, '\n');
    str_add(out, _("Exit status: 0 found, 1 nothing found, 2 trouble.\n"
                   "GONGWEN_OPTIONS may hold settings. F1 in the program, or "
                   "--help-keys, shows the keys.\n"));
}

void options_version(struct str *out)
{
    str_addf(out, "%s %s\n", PACKAGE_NAME, PACKAGE_VERSION);
    str_add(out, _("License GPL-3.0-or-later: free software, without any "
                   "warranty.\n"));
}
