#include "import/html_tag.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/mem.h"

/* Sorted by name. */
static const struct tag {
    const char *name;
    enum html_tag tag;
} tags[] = {
    {"a", HTML_LINK},
    {"address", HTML_BLOCK},
    {"article", HTML_BLOCK},
    {"aside", HTML_BLOCK},
    {"audio", HTML_SKIP},
    {"blockquote", HTML_BLOCK},
    {"body", HTML_BLOCK},
    {"br", HTML_BREAK},
    {"canvas", HTML_SKIP},
    {"caption", HTML_BLOCK},
    {"center", HTML_CENTER},
    {"dd", HTML_BLOCK},
    {"details", HTML_BLOCK},
    {"dir", HTML_UNORDERED},
    {"div", HTML_BLOCK},
    {"dl", HTML_UNORDERED},
    {"dt", HTML_TERM},
    {"embed", HTML_SKIP},
    {"fieldset", HTML_BLOCK},
    {"figcaption", HTML_BLOCK},
    {"figure", HTML_BLOCK},
    {"footer", HTML_PAGE},
    {"form", HTML_BLOCK},
    {"frameset", HTML_BLOCK},
    {"h1", HTML_HEADING_1},
    {"h2", HTML_HEADING},
    {"h3", HTML_HEADING},
    {"h4", HTML_HEADING},
    {"h5", HTML_HEADING},
    {"h6", HTML_HEADING},
    {"head", HTML_BLOCK},
    {"header", HTML_BLOCK},
    {"hr", HTML_BREAK},
    {"html", HTML_BLOCK},
    {"iframe", HTML_SKIP},
    {"legend", HTML_BLOCK},
    {"li", HTML_ITEM},
    {"listing", HTML_PRE},
    {"main", HTML_BLOCK},
    {"map", HTML_SKIP},
    {"menu", HTML_UNORDERED},
    {"meta", HTML_META},
    {"nav", HTML_PAGE},
    {"noframes", HTML_SKIP},
    {"noscript", HTML_SKIP},
    {"object", HTML_SKIP},
    {"ol", HTML_ORDERED},
    {"optgroup", HTML_SKIP},
    {"option", HTML_SKIP},
    {"p", HTML_BLOCK},
    {"pre", HTML_PRE},
    {"script", HTML_SKIP},
    {"section", HTML_BLOCK},
    {"select", HTML_SKIP},
    {"style", HTML_SKIP},
    {"summary", HTML_BLOCK},
    {"svg", HTML_SKIP},
    {"table", HTML_TABLE},
    {"tbody", HTML_BLOCK},
    {"td", HTML_CELL},
    {"template", HTML_SKIP},
    {"textarea", HTML_SKIP},
    {"tfoot", HTML_BLOCK},
    {"th", HTML_HEAD_CELL},
    {"thead", HTML_BLOCK},
    {"title", HTML_TITLE},
    {"tr", HTML_ROW},
    {"ul", HTML_UNORDERED},
    {"video", HTML_SKIP},
    {"xml", HTML_SKIP}, /* data islands of office programs */
    {"xmp", HTML_PRE},
};

static int by_name(const void *key, const void *row)
{
    const struct tag *tag = row;

    return strcmp(key, tag->name);
}

enum html_tag html_tag(const char *name)
{
    const struct tag *found =
        bsearch(name, tags, ARRAY_LEN(tags), sizeof(tags[0]), by_name);

    return found ? found->tag : HTML_INLINE;
}

bool html_tag_is_known(const char *name, size_t len)
{
    static const char *const inlines[] = {"b",   "em",   "font",   "i",  "img",
                                          "o:p", "span", "strong", "tt", "u"};
    char lower[16];

    if (len == 0 || len >= sizeof(lower))
        return false;
    for (size_t i = 0; i < len; i++) {
        char c = name[i];

        lower[i] = (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
    }
    lower[len] = '\0';
    if (html_tag(lower) != HTML_INLINE)
        return true;
    for (size_t i = 0; i < ARRAY_LEN(inlines); i++) {
        if (strcmp(lower, inlines[i]) == 0)
            return true;
    }
    return false;
}

const char *html_attribute(const char *const *attributes, const char *name)
{
    for (; attributes && attributes[0]; attributes += 2) {
        if (strcasecmp(attributes[0], name) == 0)
            return attributes[1] ? attributes[1] : "";
    }
    return NULL;
}

static const char *past_blanks(const char *s)
{
    return s + strspn(s, " \t\r\n");
}

bool html_style_is(const char *style, const char *property, const char *value)
{
    size_t len = strlen(property);

    while (style && *style) {
        const char *end = strchr(style, ';');

        style = past_blanks(style);
        if (strncasecmp(style, property, len) == 0) {
            const char *at = past_blanks(style + len);

            if (*at == ':' &&
                strncasecmp(past_blanks(at + 1), value, strlen(value)) == 0)
                return true;
        }
        style = end ? end + 1 : NULL;
    }
    return false;
}

int html_number(const char *value, int otherwise)
{
    char *end;
    long n;

    if (!value)
        return otherwise;
    n = strtol(value, &end, 10);
    if (end == value || n < -100000 || n > 100000)
        return otherwise;
    return (int)n;
}

bool html_is_file(const char *target)
{
    static const char *const suffixes[] = {
        ".doc", ".docx", ".xls", ".xlsx", ".pdf", ".wps",  ".ofd", ".zip",
        ".rar", ".7z",   ".et",  ".rtf",  ".ppt", ".pptx", ".csv", ".txt"};
    size_t whole = strlen(target), path = strcspn(target, "?#");

    for (size_t i = 0; i < ARRAY_LEN(suffixes); i++) {
        size_t n = strlen(suffixes[i]);

        if ((path > n && strncasecmp(target + path - n, suffixes[i], n) == 0) ||
            (whole > n && strcasecmp(target + whole - n, suffixes[i]) == 0))
            return true;
    }
    return false;
}
