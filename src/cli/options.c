#include "cli/options.h"

#include <stdlib.h>
#include <string.h>

#include "cli/wordlist.h"
#include "base/cmdline.h"
#include "base/mem.h"
#include "print/print_format.h"

enum option_id {
    ID_PRINT = CMDLINE_LONG,
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

/* clang-format off */
static const struct cmdline_option table[] = {
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
      N_("how to print, one of those below") },
    { ID_COLOR, "color", "[=WHEN]", true,
      N_("colour: auto, always or never") },
    { ID_WIDTH, "width", "=COLUMNS", true,
      N_("the measure of printed text") },
    { ID_AMBIGUOUS, "ambiguous", "=WIDTH", true,
      N_("columns of ambiguous characters: auto, 1 or 2") },
    { ID_LANG, "lang", "=LANGUAGE", true,
      N_("language of the program, as zh or en") },
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

static const struct cmdline cmdline = {"gongwen", table, ARRAY_LEN(table)};

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

static bool take_format(struct options *o, const char *argument, struct err *e)
{
    const struct print_format *format = print_format_find(argument);
    struct str names = {0};

    if (format) {
        o->request.format = format;
        return true;
    }
    for (size_t i = 0; i < print_format_count; i++)
        str_addf(&names, "%s%s", i > 0 ? ", " : "", print_formats[i]->name);
    err_set(e, ERR_USAGE, _("--%s=%s: must be one of %s"), "format", argument,
            str_text(&names));
    str_clear(&names);
    return false;
}

static bool take_setting(struct options *o, const struct cmdline_option *info,
                         const char *argument, struct err *e)
{
    const struct cmdline_word *words = whens;
    int64_t wide = 0;
    int value = 0;

    if (info->id == ID_WIDTH) {
        if (!number(info, argument, PRINT_MIN_WIDTH, PRINT_MAX_WIDTH, &wide, e))
            return false;
        o->request.width = (int)wide;
        return true;
    }
    if (info->id == ID_FORMAT)
        return take_format(o, argument, e);
    if (info->id == ID_AMBIGUOUS)
        words = widths;
    if (info->id == ID_LANG) {
        if (!cmdline_language(info, argument, &o->language, e))
            return false;
        i18n_set_language(o->language);
        return true;
    }
    if (!cmdline_pick(info, argument ? argument : "always", words, &value, e))
        return false;
    if (info->id == ID_AMBIGUOUS)
        o->request.ambiguous = value;
    else if (info->id == ID_COLOR)
        o->request.color = (enum print_when)value;
    else
        o->hyperlinks = (enum print_when)value;
    return true;
}

static bool take_selection(struct options *o, const struct cmdline_option *info,
                           const char *argument, struct err *e)
{
    o->print = true;
    switch (info->id) {
    case ID_NOTICE:
        o->request.notice = true;
        return !argument ||
               number(info, argument, 1, INT64_MAX, &o->request.position, e);
    case ID_LIST:
        o->request.list = true;
        o->request.annex = argument;
        return !argument || *argument ||
               err_set(e, ERR_USAGE, _("%s: needs an argument"), "--list=");
    case ID_RECORD:
        o->request.record = true;
        return number(info, argument, 0, INT64_MAX, &o->request.number, e);
    case ID_SEARCH:
        o->request.search = argument;
        return true;
    case ID_COUNT:
        o->request.count = true;
        return true;
    default: /* --print */
        return true;
    }
}

/* Where options go, and whether they come from the environment. */
struct taking {
    struct options *options;
    bool only_settings;
};

static bool take(void *to, const struct cmdline_option *info,
                 const char *argument, struct err *e)
{
    struct taking *taking = to;
    struct options *o = taking->options;

    if (info->setting)
        return take_setting(o, info, argument, e);
    if (taking->only_settings)
        return err_set(e, ERR_USAGE, _("--%s: not a setting"), info->name);
    switch (info->id) {
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

static bool take_environment(struct options *o, const char *text, struct err *e)
{
    struct taking taking = {o, true};
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
    ok = cmdline_parse(&cmdline, argc + 1, argv, take, &taking, &rest, e);
    if (ok && rest <= argc)
        ok = err_set(e, ERR_USAGE, _("%s: not an option"), argv[rest]);
    free(argv);
    return ok;
}

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
    if (o->task == OPTIONS_VERIFY && o->print)
        return err_set(e, ERR_USAGE,
                       _("--verify: not together with what prints"));
    return true;
}

bool options_parse(struct options *o, int argc, char **argv,
                   const char *environment, struct err *e)
{
    struct taking taking = {o, false};
    int rest = 0;

    *o = (struct options){
        .language = i18n_from_environment(),
        .request.format = print_formats[0],
    };
    i18n_set_language(o->language);
    if (!take_environment(o, environment, e))
        return err_prefix(e, "GONGWEN_OPTIONS");
    if (!cmdline_parse(&cmdline, argc, argv, take, &taking, &rest, e))
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
    cmdline_help(&cmdline, out);
    str_addc(out, '\n');
    str_add(out, _("Formats:\n"));
    for (size_t i = 0; i < print_format_count; i++)
        str_addf(out, "  %-10s %s\n", print_formats[i]->name,
                 _(print_formats[i]->help));
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
