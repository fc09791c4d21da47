#include "import/import_options.h"

#include <string.h>

#include "base/cmdline.h"
#include "base/i18n.h"
#include "base/mem.h"

enum {
    /* Said of the source that follows: correction_set() takes them. */
    ID_TITLE = CMDLINE_LONG,
    ID_NUMBER,
    ID_ISSUER,
    ID_ADDRESSEE,
    ID_DATE,
    ID_KIND,
    ID_URL,
    ID_STATUS,
    ID_ANNEX,
    ID_SHEET,
    ID_HEADINGS,
    ID_NO_HEADINGS,
    ID_COLUMNS,
    ID_ROLE,
    ID_ONE_NOTICE,
    ID_NO_LIST,
    ID_BASE,
    ID_OF,
    ID_REMOVE,
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
    { ID_BASE, "base", "=OLD.db", false,
      N_("add to what this database holds; newer copies replace older ones") },
    { ID_OF, "of", "=NUMBER", false,
      N_("what stands before is said of the document that is held with this "
         "number or title, not of a FILE") },
    { ID_REMOVE, "remove", "=NUMBER", false,
      N_("take out the document with this number or title") },
    { ID_TITLE, "title", "=TITLE", false,
      N_("of the FILE that follows: the title of its document, or of its "
         "table") },
    { ID_NUMBER, "number", "=NUMBER", false,
      N_("of the FILE that follows: the number of its document") },
    { ID_ISSUER, "issuer", "=NAME", false,
      N_("likewise, who issued it") },
    { ID_ADDRESSEE, "addressee", "=NAME", false,
      N_("likewise, who is written to") },
    { ID_DATE, "date", "=DATE", false,
      N_("likewise, its date") },
    { ID_KIND, "kind", "=KIND", false,
      N_("likewise, what kind of document it is") },
    { ID_URL, "url", "=ADDRESS", false,
      N_("likewise, where it is published") },
    { ID_STATUS, "status", "=STATUS", false,
      N_("likewise, whether it is in force") },
    { ID_ROLE, "role", "=ROLE=LINES", false,
      N_("likewise, what these lines of it are (heading=12,14-16); none: no "
         "text") },
    { ID_ONE_NOTICE, "one-notice", "", false,
      N_("the FILE that follows holds one document") },
    { ID_NO_LIST, "no-list", "", false,
      N_("the tables in the FILE that follows stay text") },
    { ID_ANNEX, "annex", "=NUMBER", false,
      N_("the table in the FILE that follows is this annex of the document "
         "before it") },
    { ID_SHEET, "sheet", "=NAME", false,
      N_("of the FILE that follows: the sheet to take, by name or number") },
    { ID_HEADINGS, "headings", "=ROWS", false,
      N_("likewise, the rows of the headings of its table, as 3 or 3-4") },
    { ID_NO_HEADINGS, "no-headings", "", false,
      N_("likewise, the first row of its table is a record") },
    { ID_COLUMNS, "columns", "=LIST", false,
      N_("likewise, the columns to take, by number (1,3-5) or heading") },
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

static cmdline_take_word take_file;

static const struct cmdline cmdline = {"gongwen-import", table,
                                       ARRAY_LEN(table), take_file};

/* A source, with what was said of it before; or a library file, which names
 * sources of its own. */
static bool take_file(void *to, const char *word, struct err *e)
{
    struct import_options *o = to;
    struct library_source *source;

    if (library_is(word)) {
        if (!correction_is_empty(&o->next))
            return err_set(e, ERR_USAGE,
                           _("%s: is a library; what is said of its sources "
                             "stands in it"),
                           word);
        return library_read(&o->library, word, e);
    }
    source = library_add(&o->library, word);
    source->told = o->next;
    o->next = (struct correction){0};
    return true;
}

static bool take_told(struct import_options *o,
                      const struct cmdline_option *option, const char *argument,
                      struct err *e)
{
    struct str what = {0};
    bool ok;

    str_addf(&what, "--%s", option->name);
    ok = correction_set(&o->next, option->name, argument, str_text(&what), e);
    str_clear(&what);
    return ok;
}

/* What stands before it is said of a document without its source. */
static bool take_of(struct import_options *o, const char *argument,
                    struct err *e)
{
    if (correction_is_empty(&o->next))
        return err_set(e, ERR_USAGE,
                       _("--of: what is said of %s stands before it, such as "
                         "--status=STATUS"),
                       argument);
    if (!correction_is_of_held(&o->next, "--of", e))
        return false;
    library_of(&o->library, argument)->told = o->next;
    o->next = (struct correction){0};
    return true;
}

/* What stands behind the last FILE is said of it where it is the only one. */
static bool end_told(struct import_options *o, struct err *e)
{
    struct library *l = &o->library;

    if (correction_is_empty(&o->next))
        return true;
    if (l->count != 1 || !correction_is_empty(&l->sources[0].told))
        return err_set(e, ERR_USAGE,
                       _("what is said of a FILE stands before it on the "
                         "command line"));
    l->sources[0].told = o->next;
    o->next = (struct correction){0};
    return true;
}

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

    if (option->id <= ID_NO_LIST && option->id >= ID_TITLE)
        return take_told(o, option, argument, e);
    switch (option->id) {
    case 'o':
        o->output = argument;
        return true;
    case ID_BASE:
        o->base = argument;
        return true;
    case ID_OF:
        return take_of(o, argument, e);
    case ID_REMOVE:
        library_remove(&o->library, argument);
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
    if (o->task != IMPORT_RUN)
        return true;
    if (!end_told(o, e))
        return false;
    if (!o->output)
        return err_set(e, ERR_USAGE,
                       _("which database to write? Name it with -o"));
    if (o->library.count == 0 &&
        !(o->base && (o->library.removed_count || o->library.held_count)))
        return err_set(e, ERR_USAGE, _("nothing to import: name a FILE"));
    return true;
}

void import_options_clear(struct import_options *o)
{
    library_clear(&o->library);
    correction_clear(&o->next);
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
