/*
 * i18n.h - the program's own words in the user's language.
 *
 * Message ids are English; po/ holds the others. This is the only
 * place that knows how a catalogue is found, so that it works where the
 * server lacks the locale and where glibc changes its mind about LANGUAGE.
 * The text of a notice never passes through here.
 */
#ifndef BASE_I18N_H
#define BASE_I18N_H

#include <stddef.h>

/*
 * A language is its name as LANG has it, of static storage: I18N_EN, in which
 * the messages are written, or that of a catalogue in po/. Which there are is
 * found when the program is configured: another one is a file there and
 * nothing else.
 */
#define I18N_EN "en"
#define I18N_ZH "zh_CN"

/* The name of language `index`, from 0; NULL after the last. */
const char *i18n_language(size_t index);

/*
 * The language that `len` bytes name: as LANG has it (de_AT.UTF-8) or the
 * first part alone. Another region's will do: zh_TW is zh_CN. NULL: there is
 * none like it.
 */
const char *i18n_find_language(const char *name, size_t len);

/*
 * The language that the environment asks for: of the first of LANGUAGE,
 * LC_ALL, LC_MESSAGES and LANG that names one, whether or not the server has
 * that locale. Of a language that there is no catalogue for, English; where
 * none is named (C, C.UTF-8, POSIX, unset), Chinese, as the texts are.
 */
const char *i18n_from_environment(void);

/* Show messages in one of the languages from now on. Looks for the catalogue
 * in the installed place or, run from a build tree, in the tree. */
void i18n_set_language(const char *language);
const char *i18n_get_language(void); /* for tests */

/* The translation of `msgid`, or `msgid`; valid for the program's life. */
const char *i18n_text(const char *msgid) __attribute__((format_arg(1)));

/* The form for `n`, as ngettext() finds it. */
const char *i18n_plural(const char *one, const char *many, unsigned long n)
    __attribute__((format_arg(1), format_arg(2)));

#define _(msgid)  i18n_text(msgid)
#define N_(msgid) (msgid) /* marks a string of a table for the catalogue */

#endif
