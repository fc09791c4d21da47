#include "import/page.h"

#include <assert.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"
#include "import/words.h"
#include "text/clean.h"

static bool is_target_byte(char c)
{
    return c > ' ' && c < 0x7F && c != ')';
}

/* The end of "](target)" at `s`, NULL where it does not stand there: a target
 * is an address, and 国发[2019]（试行） or [2019](试行) has none. */
static const char *after_target(const char *s, const char *end)
{
    const char *at = s + 2;

    if (end - s < 2 || s[0] != ']' || s[1] != '(')
        return NULL;
    while (at < end && is_target_byte(*at))
        at++;
    return at < end && *at == ')' ? at + 1 : NULL;
}

/* "[text](target)": the text is kept. A bracket of the text itself has no
 * target behind it. */
static const char *link_text(const char *s, const char *end,
                             const char **text_end)
{
    *text_end = memchr(s, ']', (size_t)(end - s));
    return *text_end ? after_target(*text_end, end) : NULL;
}

static const char *strip_one(struct str *out, const char *s, const char *end)
{
    bool picture = *s == '!' && end - s > 1 && s[1] == '[';
    const char *text = s + (picture ? 2 : 1), *text_end, *after;

    if (*s == '[' || picture) {
        after = link_text(text, end, &text_end);
        if (after) {
            if (!picture)
                str_append(out, text, (size_t)(text_end - text));
            return after;
        }
    } else if (*s == '<' &&
               (words_start(text, "http://") || words_start(text, "https://") ||
                words_start(text, "mailto:"))) {
        text_end = memchr(s, '>', (size_t)(end - s));
        if (text_end) {
            str_append(out, text, (size_t)(text_end - text));
            return text_end + 1;
        }
    } else if (end - s > 1 && s[0] == '*' && s[1] == '*') {
        return s + 2;
    }
    str_addc(out, *s);
    return s + 1;
}

char *page_strip_marks(const char *s, size_t len)
{
    struct str out = {0};
    const char *end = s + len;

    while (s < end)
        s = strip_one(&out, s, end);
    return str_take(&out);
}

/* Clean and trimmed. TAB, which only pads outside of a table, is a blank. */
static char *clean_line(const char *s, size_t len)
{
    char *copy = xmemdup(s, len), *trimmed;
    struct str out = {0};

    for (char *c = copy; *c; c++) {
        if (*c == '\t')
            *c = ' ';
    }
    clean_append(&out, copy, strlen(copy), CLEAN_EXPORT);
    free(copy);
    trimmed = words_trimmed(str_text(&out), out.len);
    str_clear(&out);
    return trimmed;
}

static void cut_cells(struct page_line *l, const char *s, size_t len)
{
    size_t cap = 0, full = 0;

    for (const char *end = s + len; s <= end;) {
        const char *tab = memchr(s, '\t', (size_t)(end - s));
        const char *stop = tab ? tab : end;

        l->cells = mem_grow(l->cells, l->cell_count, &cap, sizeof(*l->cells));
        l->cells[l->cell_count] = clean_line(s, (size_t)(stop - s));
        if (*l->cells[l->cell_count++])
            full = l->cell_count;
        l->has_tab = l->has_tab || tab;
        s = stop + 1;
    }
    while (l->cell_count > full)
        free(l->cells[--l->cell_count]);
}

static size_t ascii_blank(const char *s, size_t len, bool at_end)
{
    size_t n = 0;

    while (n < len && strchr(" \t\r\f\v", at_end ? s[len - 1 - n] : s[n]))
        n++;
    return n;
}

static void set_raw(struct page_line *l, const char *s, size_t len)
{
    const char *end = s + len;
    struct str raw = {0};

    len -= ascii_blank(s, len, true);
    s += ascii_blank(s, len, false);
    len = (size_t)(end - s);
    len -= ascii_blank(s, len, true);
    if (strlen(l->text) == len && memcmp(l->text, s, len) == 0)
        return;
    clean_append(&raw, s, len, CLEAN_EXPORT);
    l->raw = str_take(&raw);
}

static struct page_line *add_line(struct page *p, size_t number)
{
    p->lines = mem_grow(p->lines, p->count, &p->cap, sizeof(*p->lines));
    p->lines[p->count] = (struct page_line){.number = number};
    return &p->lines[p->count++];
}

struct page_line *page_add_text(struct page *p, const char *text, size_t len,
                                size_t number)
{
    struct page_line *l = add_line(p, number);
    char *stripped = page_strip_marks(text, len);

    l->text = clean_line(stripped, strlen(stripped));
    cut_cells(l, stripped, strlen(stripped));
    free(stripped);
    set_raw(l, text, len);
    return l;
}

struct page_line *page_add_paragraph(struct page *p, const char *text,
                                     size_t len, size_t number)
{
    struct page_line *l = add_line(p, number);

    l->text = clean_line(text, len);
    if (*l->text) {
        l->cells = xcalloc(1, sizeof(*l->cells));
        l->cells[l->cell_count++] = xstrdup(l->text);
    }
    set_raw(l, text, len);
    return l;
}

struct page_line *page_add_grid(struct page *p, struct grid *g, size_t number)
{
    struct page_line *l = add_line(p, number);

    l->text = xstrdup("");
    l->grid = g;
    return l;
}

void page_add_particular(struct page *p, const char *name, const char *value,
                         size_t number)
{
    p->particulars = mem_grow(p->particulars, p->particular_count,
                              &p->particular_cap, sizeof(*p->particulars));
    p->particulars[p->particular_count++] = (struct page_particular){
        .name = clean_line(name, strlen(name)),
        .value = clean_line(value, strlen(value)),
        .number = number,
    };
}

void page_add_link(struct page *p, const char *text, const char *target)
{
    p->links =
        mem_grow(p->links, p->link_count, &p->link_cap, sizeof(*p->links));
    p->links[p->link_count++] = (struct page_link){
        .text = clean_line(text, strlen(text)),
        .target = clean_line(target, strlen(target)),
        .line = p->count ? p->count - 1 : 0,
    };
}

void page_clear(struct page *p)
{
    for (size_t i = 0; i < p->count; i++) {
        struct page_line *l = &p->lines[i];

        for (size_t c = 0; c < l->cell_count; c++)
            free(l->cells[c]);
        free(l->cells);
        free(l->text);
        free(l->raw);
        grid_free(l->grid);
        free(l->fate);
    }
    free(p->lines);
    for (size_t i = 0; i < p->particular_count; i++) {
        free(p->particulars[i].name);
        free(p->particulars[i].value);
    }
    free(p->particulars);
    for (size_t i = 0; i < p->link_count; i++) {
        free(p->links[i].text);
        free(p->links[i].target);
    }
    free(p->links);
    str_clear(&p->warnings);
    free(p->source.name);
    *p = (struct page){0};
}

bool page_refuse_size(const char *path, struct err *e)
{
    return err_set(e, ERR_LIMIT,
                   _("%s: has more than %d lines or cells, or %d MB of text; "
                     "import it in parts, or its table as a file of its own"),
                   path, PAGE_MAX_LINES, PAGE_MAX_TEXT >> 20);
}

void page_warn(struct page *p, const char *fmt, ...)
{
    va_list ap;

    va_start(ap, fmt);
    str_addvf(&p->warnings, fmt, ap);
    va_end(ap);
    str_addc(&p->warnings, '\n');
}

static void settle(struct page_line *l, const char *before, const char *fmt,
                   va_list ap) __attribute__((format(printf, 3, 0)));

static void settle(struct page_line *l, const char *before, const char *fmt,
                   va_list ap)
{
    struct str fate = {0};

    assert(!l->fate);
    str_add(&fate, before);
    str_addvf(&fate, fmt, ap);
    l->fate = str_take(&fate);
}

void page_settle(struct page *p, size_t index, const char *fmt, ...)
{
    va_list ap;

    va_start(ap, fmt);
    settle(&p->lines[index], "", fmt, ap);
    va_end(ap);
}

void page_leave_out(struct page *p, size_t index, const char *fmt, ...)
{
    va_list ap;

    va_start(ap, fmt);
    settle(&p->lines[index], _("left out: "), fmt, ap);
    va_end(ap);
    p->lines[index].left_out = true;
}
