/*
 * i18n.h - the program's own words in the user's language.
 *
 * Message ids are English; po/zh_CN.po holds the Chinese. This is the only
 * place that knows how a catalogue is found, so that it works where the
 * server lacks the locale and where glibc changes its mind about LANGUAGE.
 * The text of a notice never passes through here.
 */
#ifndef BASE_I18N_H
#define BASE_I18N_H

#include <stdbool.h>

enum i18n_language { I18N_ZH, I18N_EN };

/*
 * The language that the environment asks for: the first of LANGUAGE, LC_ALL,
 * LC_MESSAGES and LANG that names one, whether or not the server has that
 * locale. zh... is I18N_ZH, any other language I18N_EN; where none is named
 * (C, C.UTF-8, POSIX, unset), I18N_ZH, as the texts are.
 */
enum i18n_language i18n_from_environment(void);

/* Show messages in `language` from now on. Looks for the catalogue in the
 * installed place or, run from a build tree, in the tree. */
void i18n_set_language(enum i18n_language language);
enum i18n_language i18n_get_language(void); /* for tests */

/* The translation of `msgid`, or `msgid`; valid for the program's life. */
const char *i18n_text(const char *msgid) __attribute__((format_arg(1)));

/* One of two forms by `n`, as ngettext() does. */
const char *i18n_plural(const char *one, const char *many, unsigned long n)
    __attribute__((format_arg(1), format_arg(2)));

#define _(msgid)  i18n_text(msgid)
#define N_(msgid) (msgid) /* marks a string of a table for the catalogue */

#endif
