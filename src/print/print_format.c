#include "print/print_format.h"

#include <stdint.h>
#include <string.h>

#include "text/utf8.h"

/* What grep writes by default. */
#define MARK_ON  "\033[01;31m"
#define MARK_OFF "\033[m"

void format_csv(struct str *out, const char *s, size_t len)
{
    bool has_mark = memchr(s, ',', len) || memchr(s, '"', len);

    if (len == 0 || (!has_mark && s[0] != ' ' && s[len - 1] != ' ')) {
        str_append(out, s, len);
        return;
    }
    str_addc(out, '"');
    for (size_t i = 0; i < len; i++) {
        if (s[i] == '"')
            str_addc(out, '"');
        str_addc(out, s[i]);
    }
    str_addc(out, '"');
}

/* Beyond U+FFFF JSON escapes the two surrogates of UTF-16. */
static void json_escape(struct str *out, uint32_t cp)
{
    if (cp > 0xFFFF) {
        str_addf(out, "\\u%04x", (unsigned)(0xD7C0 + (cp >> 10)));
        cp = 0xDC00 + (cp & 0x3FF);
    }
    str_addf(out, "\\u%04x", (unsigned)cp);
}

void format_json(struct str *out, const char *s, size_t len, bool ascii)
{
    str_addc(out, '"');
    for (size_t i = 0; i < len;) {
        uint32_t cp;
        size_t n = utf8_decode(s + i, len - i, &cp);

        if (cp == '"' || cp == '\\')
            str_addc(out, '\\');
        if (cp < 0x20 || (ascii && cp > 0x7E))
            json_escape(out, cp);
        else
            str_append(out, s + i, n);
        i += n;
    }
    str_addc(out, '"');
}

/* Move `*s` over digits; whether there was one. */
static bool skip_digits(const char **s)
{
    size_t n = strspn(*s, "0123456789");

    *s += n;
    return n > 0;
}

bool format_is_json_number(const char *s)
{
    s += *s == '-';
    if (s[0] == '0' && s[1] >= '0' && s[1] <= '9')
        return false;
    if (!skip_digits(&s))
        return false;
    if (*s == '.' && (s++, !skip_digits(&s)))
        return false;
    if (*s == 'e' || *s == 'E') {
        s++;
        s += *s == '-' || *s == '+';
        if (!skip_digits(&s))
            return false;
    }
    return *s == '\0';
}

/* The length of what begins a list or heading, as "12." or "-", and would be
 * no text: its last byte is the one to escape. */
static size_t block_mark(const char *s, size_t len)
{
    size_t digits = 0;

    if (len > 0 && strchr("+-=", s[0]))
        return 1;
    while (digits < len && s[digits] >= '0' && s[digits] <= '9')
        digits++;
    if (digits > 0 && digits < len && strchr(".)", s[digits]))
        return digits + 1;
    return 0;
}

void format_markdown(struct str *out, const char *s, size_t len, bool is_start)
{
    size_t mark = is_start ? block_mark(s, len) : 0;

    for (size_t i = 0; i < len; i++) {
        if (i + 1 == mark || (s[i] && strchr("\\`*_[]<>|~&#", s[i])))
            str_addc(out, '\\');
        str_addc(out, s[i]);
    }
}

static size_t within(size_t at, size_t from, size_t to)
{
    return at < from ? from : at > to ? to : at;
}

void format_marked(struct str *out, const struct clean *text, size_t from,
                   size_t to, const struct query_range *ranges, size_t n)
{
    size_t done = from;

    for (size_t i = 0; ranges && i < n; i++) {
        size_t start = clean_from_source(text, ranges[i].start);
        size_t end = clean_from_source(text, ranges[i].start + ranges[i].len);

        start = within(start, done, to);
        end = within(end, start, to);
        if (start == end)
            continue;
        str_append(out, text->text + done, start - done);
        str_add(out, MARK_ON);
        str_append(out, text->text + start, end - start);
        str_add(out, MARK_OFF);
        done = end;
    }
    str_append(out, text->text + done, to - done);
}
