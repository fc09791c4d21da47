#include "text/link.h"

#include <stdint.h>
#include <string.h>

#include "text/ascii.h"
#include "text/span.h"
#include "text/utf8.h"

#define ANNEX       "附件"
#define ANNEX_LEN   (sizeof(ANNEX) - 1)
#define ANNEX_LIMIT 999 /* a longer number is a year, not an annex */

/* A character of the part of a mail address before @, and of any word that
 * could be one: links begin where such a word begins. */
static bool is_word(char c)
{
    return ascii_is_alnum(c) || c == '.' || c == '_' || c == '%' || c == '+' ||
           c == '-';
}

/* Whether `s` begins with `lower`, in either case of its letters. */
static bool has_prefix(const char *s, size_t len, const char *lower)
{
    size_t n = strlen(lower);

    if (len < n)
        return false;
    for (size_t i = 0; i < n; i++) {
        bool is_upper = s[i] >= 'A' && s[i] <= 'Z';

        if ((is_upper ? s[i] - 'A' + 'a' : s[i]) != lower[i])
            return false;
    }
    return true;
}

static ptrdiff_t count_of(const char *s, size_t len, char c)
{
    ptrdiff_t n = 0;

    for (size_t i = 0; i < len; i++)
        n += s[i] == c;
    return n;
}

/* A closing bracket belongs to the URL if it was opened in it; a mark at the
 * end belongs to the sentence. */
static size_t without_tail(const char *s, size_t len)
{
    ptrdiff_t round = count_of(s, len, ')') - count_of(s, len, '(');
    ptrdiff_t square = count_of(s, len, ']') - count_of(s, len, '[');

    for (; len > 0 && strchr(".,;:!?')]", s[len - 1]); len--) {
        if (s[len - 1] == ')' && round-- <= 0)
            break;
        if (s[len - 1] == ']' && square-- <= 0)
            break;
    }
    return len;
}

/* Bytes of the scheme of a URL that we know, or 0. */
static size_t scheme_len(const char *s, size_t len)
{
    if (has_prefix(s, len, "http://"))
        return strlen("http://");
    if (has_prefix(s, len, "https://"))
        return strlen("https://");
    return 0;
}

/* Bytes of the URL at `s`, or 0. */
static size_t url_len(const char *s, size_t len)
{
    size_t scheme = scheme_len(s, len);
    size_t end;

    if (!scheme)
        return 0;
    for (end = scheme; end < len && span_is_url_byte(s[end]); end++)
        ;
    end = without_tail(s, end);
    if (end <= scheme || !(ascii_is_alnum(s[scheme]) || s[scheme] == '['))
        return 0;
    return end;
}

/* Bytes of the host name at `s` with a dot in it, or 0. */
static size_t host_len(const char *s, size_t len)
{
    size_t end = 0;
    size_t dots = 0;

    while (end < len &&
           (ascii_is_alnum(s[end]) ||
            (end > 0 && s[end - 1] != '.' && s[end] == '-') ||
            (end > 0 && ascii_is_alnum(s[end - 1]) && s[end] == '.')))
        end++;
    while (end > 0 && !ascii_is_alnum(s[end - 1]))
        end--;
    for (size_t i = 0; i < end; i++)
        dots += s[i] == '.';
    return dots > 0 ? end : 0;
}

/* Bytes of the mail address at `s`, whose word is `word` bytes long, or 0. */
static size_t mail_len(const char *s, size_t len, size_t word)
{
    size_t host;

    if (word >= len || s[word] != '@' || s[0] == '.' || s[word - 1] == '.')
        return 0;
    host = host_len(s + word + 1, len - word - 1);
    return host ? word + 1 + host : 0;
}

/* 一 to 十 where it is a number: not in 附件一览表. Returns its bytes. */
static size_t han_number(const char *s, size_t len, int *number)
{
    static const char digits[] = "一二三四五六七八九十";
    static const char followers[] = "和与及或的所中为是至";
    uint32_t next;

    if (len < 3)
        return 0;
    for (size_t i = 0; i < 10; i++) {
        if (memcmp(s, digits + i * 3, 3) == 0)
            *number = (int)i + 1;
    }
    if (*number == 0 || len == 3)
        return *number ? 3 : 0;
    utf8_decode(s + 3, len - 3, &next);
    if (next < 0x4E00 || next > 0x9FFF)
        return 3;
    for (size_t i = 0; followers[i] != '\0'; i += 3) {
        if (memcmp(s + 3, followers + i, 3) == 0)
            return 3;
    }
    *number = 0;
    return 0;
}

/* Bytes of the number at `s`, blanks before it included; 0: there is none. */
static size_t annex_number(const char *s, size_t len, int *number)
{
    size_t at = 0;
    size_t digits = 0;
    size_t used;
    int value = 0;
    uint32_t cp;

    *number = 0;
    for (; at < len; at += used) {
        used = utf8_decode(s + at, len - at, &cp);
        if (cp != ' ' && cp != 0x3000)
            break;
    }
    for (; span_digit(s, len, at, &used) >= 0; at += used, digits++) {
        if (value <= ANNEX_LIMIT)
            value = value * 10 + span_digit(s, len, at, &used);
    }
    if (digits == 0) {
        used = han_number(s + at, len - at, number);
        return used ? at + used : 0;
    }
    if (value < 1 || value > ANNEX_LIMIT)
        return 0;
    *number = value;
    return at;
}

/* Bytes of the word at `s`: letters, digits and what a mail address holds. */
static size_t word_len(const char *s, size_t len)
{
    size_t end = 0;

    while (end < len && is_word(s[end]))
        end++;
    return end;
}

static bool is_link_at(const char *s, size_t len, size_t word,
                       struct link_span *out)
{
    size_t found = url_len(s, len);

    *out = (struct link_span){.kind = LINK_URL, .len = found};
    if (found)
        return true;
    found = mail_len(s, len, word);
    *out = (struct link_span){.kind = LINK_MAIL, .len = found};
    return found > 0;
}

bool link_find(const char *s, size_t len, size_t from, struct link_span *out)
{
    size_t at = from;

    /* A place inside a word is no beginning of one. */
    if (at > 0 && at < len && is_word(s[at - 1]))
        at += word_len(s + at, len - at);
    while (at < len) {
        size_t word = word_len(s + at, len - at);

        if (word > 0 && is_link_at(s + at, len - at, word, out)) {
            out->start = at;
            return true;
        }
        if (word == 0 && len - at >= ANNEX_LEN &&
            memcmp(s + at, ANNEX, ANNEX_LEN) == 0) {
            *out = (struct link_span){.kind = LINK_ANNEX, .start = at};
            at += ANNEX_LEN;
            out->len = ANNEX_LEN + annex_number(s + at, len - at, &out->number);
            return true;
        }
        at += word > 0 ? word : 1;
    }
    return false;
}

static bool is_hex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') ||
           (c >= 'A' && c <= 'F');
}

/* Whether byte `at` of an address stands for itself: a % only in a URL, and
 * only where it begins an escape. */
static bool is_plain(enum link_kind kind, const char *s, size_t len, size_t at)
{
    if (kind == LINK_MAIL)
        return ascii_is_alnum(s[at]) ||
               (s[at] != '\0' && strchr("._+-@", s[at]));
    if (s[at] != '%')
        return span_is_url_byte(s[at]);
    return at + 2 < len && is_hex(s[at + 1]) && is_hex(s[at + 2]);
}

bool link_address(enum link_kind kind, const char *s, size_t len,
                  struct str *out)
{
    size_t before = out->len;

    if (kind == LINK_MAIL)
        str_add(out, "mailto:");
    else if (kind != LINK_URL || !scheme_len(s, len))
        return false;
    for (size_t i = 0; i < len && out->len - before <= LINK_ADDRESS_MAX; i++) {
        if (is_plain(kind, s, len, i))
            str_addc(out, s[i]);
        else
            str_addf(out, "%%%02X", (unsigned)(unsigned char)s[i]);
    }
    if (out->len - before <= LINK_ADDRESS_MAX)
        return true;
    str_truncate(out, before);
    return false;
}
