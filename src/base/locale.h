/*
 * locale.h - the encoding in which the user's terminal is spoken to.
 *
 * Only LC_CTYPE is set: the language of the messages is i18n.h's affair, and
 * everything else stays as in C. A server often lacks the locale that a
 * client's environment names; libc then falls back to ASCII and every Chinese
 * character is lost. Here it falls back to UTF-8.
 */
#ifndef BASE_LOCALE_H
#define BASE_LOCALE_H

#include <stdbool.h>
#include <stdint.h>

enum locale_finding {
    LOCALE_UTF8,    /* the user's locale, and it is UTF-8 */
    LOCALE_OTHER,   /* the user's locale, of another encoding: honoured */
    LOCALE_PLAIN,   /* none, or one that is known and has ASCII alone, as C and
                       POSIX: C.UTF-8 instead */
    LOCALE_ASSUMED, /* one that is unknown here: C.UTF-8 instead */
    LOCALE_ASCII,   /* as these, and there is no UTF-8 locale */
};

/* Set LC_CTYPE from the environment. Call it once, first of all. */
enum locale_finding locale_setup(void);

/* The name that the environment gives for LC_CTYPE ("" for none); borrowed
 * from the environment, so it may hold anything. */
const char *locale_name(void);

/* Whether to speak UTF-8: the locale in force is, or there is none that is,
 * as everything printed in ASCII would be question marks. libc's own functions
 * are still in ASCII then. */
bool locale_is_utf8(void);

/* Whether the locale in force can express a code point. */
bool locale_can_encode(uint32_t cp);

#endif
