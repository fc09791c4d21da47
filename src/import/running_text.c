#include "import/running_text.h"

#include <string.h>

#include "base/mem.h"
#include "text/utf8.h"

static bool is_unseen(uint32_t cp)
{
    return (cp >= 0x200B && cp <= 0x200D) || cp == 0xFEFF || cp == 0xAD ||
           cp == 0x2060;
}

/* Han, their punctuation, kana, full-width forms: no blank parts them. */
static bool is_wide(uint32_t cp)
{
    return (cp >= 0x2E80 && cp < 0xA4D0) || (cp >= 0xF900 && cp < 0xFB00) ||
           (cp >= 0xFE30 && cp < 0xFE70) || (cp >= 0xFF00 && cp < 0xFFEF) ||
           (cp >= 0x20000 && cp < 0x40000) || (cp >= 0x2014 && cp <= 0x2026);
}

static void add_blank(struct running_text *r, struct str *out, uint32_t next)
{
    if (r->has_blank && r->last &&
        !(r->has_break && is_wide(r->last) && is_wide(next)))
        str_addc(out, ' ');
    r->has_blank = r->has_break = false;
}

void running_text_add(struct running_text *r, struct str *out, const char *s,
                      size_t len)
{
    for (size_t i = 0; i < len;) {
        uint32_t cp;
        size_t n = utf8_next(s + i, len - i, &cp);

        if (cp == ' ' || (cp >= '\t' && cp <= '\r')) {
            r->has_blank = true;
            r->has_break = r->has_break || cp == '\n' || cp == '\r';
        } else if (!is_unseen(cp)) {
            add_blank(r, out, cp);
            if (cp == 0xA0)
                str_addc(out, ' ');
            else
                str_append(out, s + i, n);
            r->last = cp;
        }
        i += n;
    }
}

void running_text_keep(struct str *out, const char *s, size_t len)
{
    for (size_t i = 0; i < len;) {
        uint32_t cp;
        size_t n = utf8_next(s + i, len - i, &cp);

        if (cp == 0xA0 || (cp >= '\t' && cp <= '\r'))
            str_addc(out, ' ');
        else if (!is_unseen(cp))
            str_append(out, s + i, n);
        i += n;
    }
}

void running_text_end(struct running_text *r)
{
    *r = (struct running_text){0};
}

bool running_text_parts(const char *s, size_t len)
{
    static const char *const parts = " |/>»·[]【】｜／＞、-—–:：　";

    for (size_t i = 0; i < len;) {
        uint32_t cp, one;
        size_t at = 0;
        bool found = false;

        i += utf8_next(s + i, len - i, &cp);
        while (parts[at] && !found) {
            at += utf8_next(parts + at, strlen(parts) - at, &one);
            found = one == cp;
        }
        if (!found)
            return false;
    }
    return true;
}

bool running_text_is_blank(const struct str *text)
{
    for (size_t i = 0; i < text->len;) {
        uint32_t cp;

        i += utf8_next(text->text + i, text->len - i, &cp);
        if (cp != ' ' && cp != 0x3000 && cp != 0xA0 && cp != '\t')
            return false;
    }
    return true;
}

bool numeral_stands(const char *s, size_t len)
{
    static const char *const starts[] = {
        "（", "(", "第", "一", "二", "三", "四", "五", "六", "七", "八", "九",
        "十", "①", "②",  "③",  "④",  "⑤",  "⑥",  "⑦",  "⑧",  "⑨",  "⑩"};
    static const char *const marks[] = {"、", "．", ".",  "）", ")",    "，",
                                        "条", "章", "节", "款", "部分", " "};
    size_t i = 0;
    bool digits = false, ordinal = false;

    while (i < len && (s[i] == ' ' || s[i] == '\t'))
        i++;
    for (bool more = true; more;) {
        more = false;
        if (i < len && s[i] >= '0' && s[i] <= '9') {
            digits = more = true;
            i++;
        }
        for (size_t k = 0; !more && k < ARRAY_LEN(starts); k++) {
            size_t n = strlen(starts[k]);

            if (len - i >= n && memcmp(s + i, starts[k], n) == 0) {
                ordinal = true;
                more = true;
                i += n;
            }
        }
    }
    if (!digits && !ordinal)
        return false;
    for (size_t k = 0; k < ARRAY_LEN(marks); k++) {
        size_t n = strlen(marks[k]);

        if (len - i >= n && memcmp(s + i, marks[k], n) == 0)
            return true;
    }
    return i >= 3 && (unsigned char)s[i - 3] == 0xE2; /* ① alone */
}
