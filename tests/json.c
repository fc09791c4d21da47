#include "tests/json.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "text/utf8.h"

static void skip_space(struct json *j)
{
    j->p += strspn(j->p, " \t\r\n");
}

bool json_take(struct json *j, char c)
{
    skip_space(j);
    if (*j->p != c || c == '\0')
        return false;
    j->p++;
    return true;
}

static uint32_t hex4(struct json *j)
{
    uint32_t value = 0;

    for (int i = 0; i < 4; i++) {
        static const char digits[] = "0123456789abcdef";
        const char *d = *j->p ? strchr(digits, *j->p | 0x20) : NULL;

        if (!d) {
            j->is_bad = true;
            return 0;
        }
        value = value * 16 + (uint32_t)(d - digits);
        j->p++;
    }
    return value;
}

/* What follows a backslash. */
static void escape(struct json *j, struct str *out)
{
    static const char names[] = "bfnrt", values[] = "\b\f\n\r\t";
    char c = *j->p, encoded[UTF8_MAX];
    const char *name;
    uint32_t cp;

    if (c == '\0') {
        j->is_bad = true;
        return;
    }
    j->p++;
    name = strchr(names, c);
    if (c != 'u') {
        str_addc(out, name ? values[name - names] : c);
        return;
    }
    cp = hex4(j);
    if (cp >= 0xD800 && cp < 0xDC00 && j->p[0] == '\\' && j->p[1] == 'u') {
        j->p += 2;
        cp = 0x10000 + ((cp - 0xD800) << 10) + (hex4(j) - 0xDC00);
    }
    str_append(out, encoded, utf8_encode(cp, encoded));
}

void json_string(struct json *j, struct str *out)
{
    str_truncate(out, 0);
    if (!json_take(j, '"')) {
        j->is_bad = true;
        return;
    }
    while (*j->p != '"' && *j->p != '\0' && !j->is_bad) {
        char c = *j->p++;

        if (c == '\\')
            escape(j, out);
        else
            str_addc(out, c);
    }
    if (!json_take(j, '"'))
        j->is_bad = true;
}

int json_int(struct json *j)
{
    char *end;
    long value;

    skip_space(j);
    value = strtol(j->p, &end, 10);
    if (end == j->p || value < INT16_MIN || value > INT16_MAX)
        j->is_bad = true;
    j->p = end;
    return (int)value;
}

void json_skip(struct json *j)
{
    struct str ignored = {0};
    int depth = 0;

    do {
        skip_space(j);
        if (*j->p == '"') {
            json_string(j, &ignored);
        } else if (*j->p == '\0') {
            j->is_bad = true;
        } else {
            depth += *j->p == '[' || *j->p == '{';
            depth -= *j->p == ']' || *j->p == '}';
            j->p++;
            if (depth == 0)
                j->p += strcspn(j->p, ",]} \t\r\n");
        }
    } while (depth > 0 && !j->is_bad);
    str_clear(&ignored);
}
