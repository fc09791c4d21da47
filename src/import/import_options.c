#include "import/import_options.h"

#include <getopt.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"

/* Above all characters, so that they are no short options. */
enum { ID_TITLE = 256, ID_REPORT, ID_LANG };

struct option_info {
    int id; /* its letter, if it has one */
    const char *name;
    const char *argument; /* as help shows it; "" */
    const char *help;
};

/* clang-format off */
static const struct option_info table[] = {
    { 'o', "output", "=NEW.db",
      N_("the database to write; one of that name is replaced") },
    { ID_TITLE, "title", "=TITLE",
      N_("the title of a table; else the name of its file") },
    { ID_REPORT, "report", "",
      N_("print what became of every line of the pages") },
    { 'v', "verbose", "",
      N_("say which lines were left out, and why") },
    { ID_LANG, "lang", "=LANGUAGE",
      N_("language of the program: zh or en") },
    { 'h', "help", "",
      N_("print this help") },
    { 'V', "version", "",
      N_("print the version") },
};
/* clang-format on */

static const struct option_info *info_of(int id)
{
    for (size_t i = 0; i < ARRAY_LEN(table); i++) {
        if (table[i].id == id)
            return &table[i];
    }
    return NULL;
}

static bool take_language(const char *name, struct err *e)
{
    if (strcmp(name, "zh") == 0)
        i18n_set_language(I18N_ZH);
    else if (strcmp(name, "en") == 0)
        i18n_set_language(I18N_EN);
    else
        return err_set(e, ERR_USAGE, _("--%s=%s: must be one of %s"), "lang",
                       name, "zh, en");
    return true;
}

static bool take(struct import_options *o, int id, const char *argument,
                 struct err *e)
{
    switch (id) {
    case 'o':
        o->output = argument;
        return true;
    case ID_TITLE:
        o->title = argument;
        return true;
    case ID_REPORT:
        o->report = true;
        return true;
    case 'v':
        o->verbose = true;
        return true;
    case ID_LANG:
        return take_language(argument, e);
    case 'h':
        o->task = IMPORT_HELP;
        return true;
    default:
        o->task = IMPORT_VERSION;
        return true;
    }
}

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
                   _("%s: no such option; gongwen-import --help lists them"),
                   word);
}

static bool take_all(struct import_options *o, int argc, char **argv,
                     struct err *e)
{
    struct option long_options[ARRAY_LEN(table) + 1] = {0};
    int result;

    for (size_t i = 0; i < ARRAY_LEN(table); i++)
        long_options[i] = (struct option){
            .name = table[i].name,
            .has_arg = *table[i].argument ? required_argument : no_argument,
            .val = table[i].id,
        };
    opterr = 0;
    optind = 0; /* glibc: begin anew */
    while ((result = getopt_long(argc, argv, ":o:vhV", long_options, NULL)) !=
           -1) {
        if (!info_of(result))
            return refuse(result, argv, e);
        if (!take(o, result, optarg, e))
            return false;
    }
    o->files = argv + optind;
    o->file_count = (size_t)(argc - optind);
    return true;
}

bool import_options_parse(struct import_options *o, int argc, char **argv,
                          struct err *e)
{
    *o = (struct import_options){0};
    i18n_set_language(i18n_from_environment());
    if (!take_all(o, argc, argv, e))
        return false;
    if (o->task != IMPORT_RUN)
        return true;
    if (!o->output)
        return err_set(e, ERR_USAGE,
                       _("which database to write? Name it with -o"));
    if (o->file_count == 0)
        return err_set(e, ERR_USAGE, _("nothing to import: name a FILE"));
    return true;
}

void import_options_help(struct str *out)
{
    str_add(out, _("Usage: gongwen-import [OPTION]... -o NEW.db FILE...\n"
                   "Make a database for gongwen from saved pages of official "
                   "notices.\n"));
    str_addc(out, '\n');
    for (size_t i = 0; i < ARRAY_LEN(table); i++) {
        const struct option_info *info = &table[i];
        size_t start = out->len;

        if (info->id < ID_TITLE)
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
    str_add(out, _("Exit status: 0 done, 1 a file cannot be read, understood "
                   "or written, 2 wrong usage.\n"));
}

void import_options_version(struct str *out)
{
    str_addf(out, "gongwen-import %s\n", PACKAGE_VERSION);
    str_add(out, _("License GPL-3.0-or-later: free software, without any "
                   "warranty.\n"));
}
