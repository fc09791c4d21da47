#include "import/import_options.h"

#include <string.h>

#include "base/cmdline.h"
#include "base/i18n.h"
#include "base/mem.h"

enum {
    ID_TITLE = CMDLINE_LONG,
    ID_ENCODING,
    ID_LOSSY,
    ID_EXPLAIN,
    ID_REPORT,
    ID_STRICT,
    ID_LANG,
};

/* clang-format off */
static const struct cmdline_option table[] = {
    { 'o', "output", "=NEW.db", false,
      N_("the database to write; one of that name is replaced") },
    { ID_TITLE, "title", "=TITLE", false,
      N_("the title of a table; else the name of its file") },
    { ID_ENCODING, "encoding", "=NAME", false,
      N_("what the sources are encoded in: UTF-8, UTF-16, GB18030, Big5; else "
         "it is told by their content") },
    { ID_LOSSY, "lossy", "", false,
      N_("mark bytes that cannot be decoded, instead of refusing the file") },
    { ID_STRICT, "strict", "", false,
      N_("write nothing where one of the files is refused") },
    { ID_EXPLAIN, "explain", "", false,
      N_("print what every line was taken for, and by which rule") },
    { ID_REPORT, "report", "", false,
      N_("print the same; its older name") },
    { 'v', "verbose", "", false,
      N_("say which lines were left out, and why") },
    { ID_LANG, "lang", "=LANGUAGE", false,
      N_("language of the program, as zh or en") },
    { 'h', "help", "", false,
      N_("print this help") },
    { 'V', "version", "", false,
      N_("print the version") },
};
/* clang-format on */

static const struct cmdline cmdline = {"gongwen-import", table,
                                       ARRAY_LEN(table)};

static bool take_language(const struct cmdline_option *option,
                          const char *argument, struct err *e)
{
    const char *language;

    if (!cmdline_language(option, argument, &language, e))
        return false;
    i18n_set_language(language);
    return true;
}

static bool take_encoding(struct import_options *o, const char *argument,
                          struct err *e)
{
    o->encoding = decode_named(argument, strlen(argument));
    return o->encoding != ENCODING_UNKNOWN ||
           err_set(e, ERR_USAGE,
                   _("--encoding: %s is unknown; UTF-8, UTF-16, GB18030 and "
                     "Big5 are known"),
                   argument);
}

static bool take(void *to, const struct cmdline_option *option,
                 const char *argument, struct err *e)
{
    struct import_options *o = to;

    switch (option->id) {
    case 'o':
        o->output = argument;
        return true;
    case ID_TITLE:
        o->title = argument;
        return true;
    case ID_ENCODING:
        return take_encoding(o, argument, e);
    case ID_LOSSY:
        o->lossy = true;
        return true;
    case ID_STRICT:
        o->strict = true;
        return true;
    case ID_EXPLAIN:
    case ID_REPORT:
        o->explain = true;
        return true;
    case 'v':
        o->verbose = true;
        return true;
    case ID_LANG:
        return take_language(option, argument, e);
    case 'h':
        o->task = IMPORT_HELP;
        return true;
    default:
        o->task = IMPORT_VERSION;
        return true;
    }
}

bool import_options_parse(struct import_options *o, int argc, char **argv,
                          struct err *e)
{
    int rest;

    *o = (struct import_options){.encoding = ENCODING_UNKNOWN};
    i18n_set_language(i18n_from_environment());
    if (!cmdline_parse(&cmdline, argc, argv, take, o, &rest, e))
        return false;
    o->files = argv + rest;
    o->file_count = (size_t)(argc - rest);
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
                   "notices, or from a table.\n"));
    str_addc(out, '\n');
    cmdline_help(&cmdline, out);
    str_addc(out, '\n');
    str_add(out,
            _("Exit status: 0 written, 1 written but something is missing or "
              "doubtful, 2 nothing written.\n"));
}

void import_options_version(struct str *out)
{
    str_addf(out, "gongwen-import %s\n", PACKAGE_VERSION);
    str_add(out, _("License GPL-3.0-or-later: free software, without any "
                   "warranty.\n"));
}
