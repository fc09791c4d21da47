#include "import/read_markdown.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/mem.h"
#include "import/html.h"
#include "import/html_start.h"
#include "import/html_tag.h"
#include "import/pipe_table.h"
#include "import/text_lines.h"

static const char *const suffixes[] = {".md", ".markdown", ".mdown", NULL};

/* How many # begin a heading; 0: none does. */
static size_t heading_level(const char *s)
{
    size_t n = strspn(s, "#");

    return n >= 1 && n <= 6 && (s[n] == ' ' || s[n] == '\t') ? n : 0;
}

static bool recognises(struct input *in)
{
    const char *s = str_text(&in->head);

    s += strspn(s, " \t\r\n");
    return heading_level(s) > 0;
}

/* The length of a line of one mark alone, three at the least (---, ***, ```);
 * 0: it is none. */
static size_t rule_length(const char *s, char mark)
{
    size_t marks = 0;

    for (; *s; s++) {
        if (*s == mark)
            marks++;
        else if (*s != ' ' && *s != '\t')
            return 0;
    }
    return marks >= 3 ? marks : 0;
}

static bool is_fence(const char *s)
{
    return strncmp(s, "```", 3) == 0 || strncmp(s, "~~~", 3) == 0;
}

/* Past what marks an item or a quotation; the number of an item is text. */
static const char *past_marks(const char *s)
{
    for (;;) {
        size_t blanks = strspn(s, " \t");
        const char *at = s + blanks;

        if (*at == '>')
            s = at + 1;
        else if ((*at == '-' || *at == '*' || *at == '+') &&
                 (at[1] == ' ' || at[1] == '\t'))
            s = at + 2;
        else
            return s;
    }
}

/* Without escapes, code marks and the entities that converters write. */
static void add_plain(struct str *out, const char *s, size_t len)
{
    static const struct {
        const char *name, *text;
    } entities[] = {{"&nbsp;", " "}, {"&amp;", "&"},   {"&lt;", "<"},
                    {"&gt;", ">"},   {"&quot;", "\""}, {"&emsp;", "\u3000"}};

    for (size_t i = 0; i < len; i++) {
        bool taken = false;

        if (s[i] == '\\' && i + 1 < len &&
            strchr("\\`*_{}[]()#+-.!|>~<", s[i + 1]))
            i++;
        else if (s[i] == '`')
            continue;
        for (size_t k = 0; k < ARRAY_LEN(entities) && s[i] == '&'; k++) {
            size_t n = strlen(entities[k].name);

            if (len - i >= n && strncmp(s + i, entities[k].name, n) == 0) {
                str_add(out, entities[k].text);
                i += n - 1;
                taken = true;
                break;
            }
        }
        if (!taken)
            str_addc(out, s[i]);
    }
}

/* [text](file.docx): kept as a link of the line that is there. */
static void take_links(struct page *p, const char *s)
{
    for (const char *at = s; (at = strstr(at, "](")) != NULL; at += 2) {
        size_t target = strcspn(at + 2, ") \t"), text = 0;
        char *file = xmemdup(at + 2, target), *name;

        while (text < (size_t)(at - s) && at[-1 - (ptrdiff_t)text] != '[')
            text++;
        name = xmemdup(at - text, text);
        if (html_is_file(file))
            page_add_link(p, name, file);
        free(name);
        free(file);
    }
}

static void give_text(struct page *p, const char *s, size_t len, size_t number,
                      enum page_hint hint)
{
    char *copy = xmemdup(s, len), *stripped = page_strip_marks(s, len);
    struct str plain = {0};

    add_plain(&plain, stripped, strlen(stripped));
    page_add_paragraph(p, str_text(&plain), plain.len, number)->hint = hint;
    take_links(p, copy);
    str_clear(&plain);
    free(stripped);
    free(copy);
}

/* Lines of HTML, until one that is blank or where the table ends. */
static size_t html_length(const struct text_lines *t, size_t at)
{
    bool in_table = strncasecmp(str_text(&t->lines[at]), "<table", 6) == 0;
    size_t n = 1;

    if (in_table) {
        while (at + n < t->count &&
               !strcasestr(str_text(&t->lines[at + n - 1]), "</table"))
            n++;
        return n;
    }
    while (at + n < t->count && t->lines[at + n].len)
        n++;
    return n;
}

static bool give_html(struct page *p, const char *path,
                      const struct text_lines *t, size_t at, size_t count,
                      struct err *e)
{
    struct str html = {0};
    bool ok;

    for (size_t i = 0; i < count; i++) {
        str_append(&html, str_text(&t->lines[at + i]), t->lines[at + i].len);
        str_addc(&html, '\n');
    }
    ok = html_read(p, path, html.text, html.len, t->numbers[at], e);
    str_clear(&html);
    return ok;
}

/* One line, or two where the second underlines the first. */
static size_t give_line(struct page *p, const struct text_lines *t, size_t at)
{
    const char *s = str_text(&t->lines[at]);
    const char *below = at + 1 < t->count ? str_text(&t->lines[at + 1]) : "";
    size_t len, level = heading_level(s);

    if (is_fence(s) || (!*past_marks(s) && *s) || rule_length(s, '-') ||
        rule_length(s, '*') || rule_length(s, '_'))
        return 1;
    if (level) {
        s += level;
        len = strlen(s);
        while (len > 0 && strchr("# \t", s[len - 1]))
            len--;
        give_text(p, s, len, t->numbers[at],
                  level == 1 ? PAGE_HINT_TITLE : PAGE_HINT_HEADING);
        return 1;
    }
    if (*s && (rule_length(below, '=') || rule_length(below, '-'))) {
        give_text(p, s, strlen(s), t->numbers[at],
                  *below == '=' ? PAGE_HINT_TITLE : PAGE_HINT_HEADING);
        return 2;
    }
    s = past_marks(s);
    give_text(p, s, strlen(s), t->numbers[at], PAGE_HINT_NONE);
    return 1;
}

static bool give_all(struct page *p, const char *path,
                     const struct text_lines *t, struct err *e)
{
    for (size_t at = 0; at < t->count;) {
        const struct str *line = &t->lines[at];

        if (t->why[at] || pipe_table_length(t->lines + at, t->count - at) > 0) {
            at += text_lines_give(t, at, p);
        } else if (html_is_start(str_text(line), line->len)) {
            size_t n = html_length(t, at);

            if (!give_html(p, path, t, at, n, e))
                return false;
            at += n;
        } else {
            at += give_line(p, t, at);
        }
    }
    return true;
}

static bool read_page(struct page *p, struct input *in, struct err *e)
{
    struct text_lines t = {0};
    struct str text = {0};
    bool ok = input_text(in, ENCODING_UNKNOWN, &text, e) &&
              text_lines_read(&t, in->path, &text, 1, e) &&
              give_all(p, in->path, &t, e);

    text_lines_clear(&t);
    str_clear(&text);
    return ok;
}

const struct reader read_markdown_reader = {.name = "Markdown",
                                            .recognises = recognises,
                                            .suffixes = suffixes,
                                            .read_page = read_page};
