#include "import/html_start.h"

#include <string.h>
#include <strings.h>

#include "import/html_tag.h"

static const char *past_blanks(const char *s, const char *end)
{
    while (s < end && strchr(" \t\r\n\f\v", *s))
        s++;
    return s;
}

static bool starts(const char *s, const char *end, const char *word)
{
    size_t n = strlen(word);

    return (size_t)(end - s) >= n && strncasecmp(s, word, n) == 0;
}

static const char *past_comment(const char *s, const char *end)
{
    for (s += strlen("<!--"); s < end; s++) {
        if (starts(s, end, "-->"))
            return s + strlen("-->");
    }
    return end;
}

bool html_is_start(const char *text, size_t len)
{
    const char *s = text, *end = text + len;
    bool in_comment = false;

    for (;;) {
        s = past_blanks(s, end);
        if (!starts(s, end, "<!--"))
            break;
        in_comment = true;
        s = past_comment(s, end);
    }
    /* A comment longer than what was looked at: nothing else has them. */
    if (s == end)
        return in_comment;
    if (starts(s, end, "<?xml")) {
        for (; s + 5 < end; s++) {
            if (starts(s, end, "<html"))
                return true;
        }
        return false;
    }
    if (*s++ != '<')
        return false;
    if (starts(s, end, "!doctype"))
        return true;
    return html_tag_is_known(s, strcspn(s, " \t\r\n\f/>") < (size_t)(end - s)
                                    ? strcspn(s, " \t\r\n\f/>")
                                    : 0);
}

enum encoding html_declared(const char *bytes, size_t len)
{
    for (size_t i = 0; i + 8 < len; i++) {
        const char *at = bytes + i, *end = bytes + len;
        size_t word = starts(at, end, "charset")    ? 7
                      : starts(at, end, "encoding") ? 8
                                                    : 0;
        size_t n = 0;

        if (word == 0)
            continue;
        at = past_blanks(at + word, end);
        if (at == end || *at != '=')
            continue;
        at = past_blanks(at + 1, end);
        if (at < end && (*at == '"' || *at == '\''))
            at++;
        while (at + n < end && !strchr(" \t\r\n\"';/>?", at[n]))
            n++;
        return decode_named(at, n);
    }
    return ENCODING_UNKNOWN;
}
