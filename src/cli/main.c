/*
 * main.c - gongwen: browse an edition on a terminal, or print from it.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "browse/loop.h"
#include "cli/no_database.h"
#include "cli/options.h"
#include "text/output.h"
#include "print/print.h"
#include "base/datafile.h"
#include "base/i18n.h"
#include "base/locale.h"
#include "base/mem.h"
#include "model/edition.h"
#include "term/term.h"
#include "text/clean.h"
#include "text/encode.h"
#include "ui/keymap.h"

enum { FOUND = 0, NOT_FOUND = 1, TROUBLE = 2 }; /* exit statuses, as grep's */

static int fail(const struct err *e)
{
    output_complain("gongwen", e);
    return TROUBLE;
}

static int print_str(struct str *text)
{
    struct err e = {0};
    bool ok = output_text(str_text(text), text->len, &e) && output_end(&e);

    str_clear(text);
    return ok ? FOUND : fail(&e);
}

/* A file's name as text, which its bytes are in the user's encoding; for the
 * caller to free. */
static char *shown(const char *path)
{
    struct str text = {0}, clean = {0};

    encode_decode(&text, path, strlen(path));
    clean_append(&clean, str_text(&text), text.len, CLEAN_EXPORT);
    str_clear(&text);
    return str_take(&clean);
}

/* Say why a file is not opened. Messages begin with its name, byte for byte. */
static void refuse(const char *path, const struct err *e)
{
    size_t len = strlen(path);
    struct str text = {0};

    if (!no_database_explain(&text, path, e)) {
        bool is_named = strncmp(e->msg, path, len) == 0;
        char *name = is_named ? shown(path) : NULL;

        str_add(&text, is_named ? name : "");
        str_add(&text, e->msg + (is_named ? len : 0));
        free(name);
    }
    output_say("gongwen", str_text(&text));
    str_clear(&text);
}

static int verify(struct edition *ed)
{
    struct str line = {0};
    struct err e = {0};
    enum edition_state state = edition_verify(ed, -1, &e);
    char *path;

    if (e.code != ERR_NONE) /* damaged, or it could not be read */
        return fail(&e);
    path = shown(edition_path(ed));
    if (state == EDITION_SOUND)
        str_addf(&line, _("%s is sound\n"), path);
    else
        str_addf(&line, _("%s carries no hash: nothing to compare with\n"),
                 path);
    free(path);
    if (print_str(&line) != FOUND)
        return TROUBLE;
    return state == EDITION_SOUND ? FOUND : NOT_FOUND;
}

/*
 * Whether to draw. `*note` is then a line to show first or NULL; TERM is set
 * to one that this host knows.
 */
static bool can_draw(const struct options *o, enum locale_finding locale,
                     struct str *note)
{
    const char *term = getenv("TERM");
    const char *other;

    if (o->print || !isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
        return false;
    other = term_fallback(term ? term : "");
    if (other && !*other)
        return false;
    if (other) {
        str_addf(note,
                 _("This server does not know the terminal \"%s\"; %s "
                   "is used"),
                 term, other);
        setenv("TERM", other, 1);
    } else if (locale == LOCALE_ASSUMED)
        str_addf(note,
                 _("This server lacks the locale \"%s\"; C.UTF-8 is "
                   "used"),
                 locale_name());
    return true;
}

/* NO_COLOR holds where nothing on the command line says otherwise. */
static struct term_options terminal_options(const struct options *o)
{
    const char *no_color = getenv("NO_COLOR");
    enum print_when color = o->request.color;

    return (struct term_options){
        .ambiguous = o->request.ambiguous,
        .colour = color == WHEN_ALWAYS ||
                  (color == WHEN_AUTO && !(no_color && *no_color)),
        .hyperlinks = o->hyperlinks == WHEN_ALWAYS,
    };
}

static int browse_or_print(struct edition *ed, const struct options *o,
                           enum locale_finding locale)
{
    struct str note = {0};
    struct err e = {0};
    int status = FOUND;

    if (can_draw(o, locale, &note)) {
        struct term_options terminal = terminal_options(o);

        if (!loop_run(ed, &terminal, note.len ? str_text(&note) : NULL, &e))
            status = fail(&e);
    } else
        status = print_run(ed, &o->request);
    str_clear(&note);
    return status;
}

static int with_edition(const struct options *o, enum locale_finding locale)
{
    char *bundled = datafile_path("data/gongwen.db", PKGDATADIR "/gongwen.db");
    struct err e = {0};
    struct edition *ed = edition_open(o->database ? o->database : bundled, &e);
    int status = TROUBLE;

    if (!ed)
        refuse(o->database ? o->database : bundled, &e);
    else if (o->task == OPTIONS_VERIFY)
        status = verify(ed);
    else
        status = browse_or_print(ed, o, locale);
    edition_close(ed);
    free(bundled);
    return status;
}

static int run(const struct options *o, enum locale_finding locale)
{
    struct str text = {0};

    switch (o->task) {
    case OPTIONS_HELP:
        options_help(&text);
        return print_str(&text);
    case OPTIONS_HELP_KEYS:
        keymap_help(&text);
        return print_str(&text);
    case OPTIONS_VERSION:
        options_version(&text);
        return print_str(&text);
    case OPTIONS_BROWSE:
    case OPTIONS_VERIFY:
        break;
    }
    return with_edition(o, locale);
}

int main(int argc, char **argv)
{
    enum locale_finding locale = locale_setup();
    struct options o;
    struct err e = {0};
    int status;

    mem_give_back();
    if (locale == LOCALE_ASSUMED || locale == LOCALE_ASCII)
        encode_use_locale(locale_name());
    if (options_parse(&o, argc, argv, getenv("GONGWEN_OPTIONS"), &e))
        status = run(&o, locale);
    else
        status = fail(&e);
    options_clear(&o);
    return status;
}
