#include "search/query_parse.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"
#include "search/fold.h"
#include "text/utf8.h"

#define SHOWN 100 /* bytes of a word in a message */

#define SMALL_U          'u'
#define SMALL_U_UMLAUT   0xFCu
#define CAPITAL_U_UMLAUT 0xDCu
#define COMBINING_UMLAUT 0x308u
#define RIGHT_QUOTE      0x2019u

/* One word of the query: code points, without what is transparent. */
struct word {
    const char *text; /* as typed, for messages */
    size_t len;
    uint32_t *cps; /* borrowed from the parser's scratch */
    size_t n;
};

struct parser {
    const struct query_columns *columns; /* or NULL */
    struct query_terms *out;
    uint32_t *cps;
    struct matcher_char *chars;
    struct err *e;
};

/* What the messages below say. */
_Static_assert(QUERY_MAX_TERMS == 64 && QUERY_MAX_BYTES == 4096,
               "the limits are those of the messages");

static bool fail(const struct parser *p, const struct word *w, const char *why)
{
    size_t shown = w->len;

    if (shown > SHOWN)
        shown = utf8_prev(w->text, SHOWN + 1);
    return err_set(p->e, ERR_QUERY, "%.*s: %s", (int)shown, w->text, why);
}

/* As a letter of a reading, 0: none. Case and width make no difference: pinyin
 * is typed with Caps Lock on where an input method lets Latin letters through
 * only so, and phones begin with a capital. */
static char letter_of(uint32_t cp)
{
    cp = fold(cp);
    if (cp >= 'a' && cp <= 'z')
        return (char)cp;
    return cp == SMALL_U_UMLAUT ? MATCHER_UMLAUT : 0;
}

/* Whether the character at `i` parts syllables. What a typewriter's key
 * writes always does; the printed form only between letters, for else it is a
 * quotation mark of a pasted text. */
static bool is_apostrophe(const struct word *w, size_t i)
{
    uint32_t cp = w->cps[i];

    if (cp == '\'' || cp == 0xFF07)
        return true;
    return cp == RIGHT_QUOTE && i > 0 && i + 1 < w->n &&
           letter_of(w->cps[i - 1]) && letter_of(w->cps[i + 1]);
}

/* Read the characters of `w` from `from` on into p->chars. */
static bool read_chars(struct parser *p, const struct word *w, size_t from,
                       bool is_literal, size_t *n, bool *whole)
{
    bool parted = false;

    *n = 0;
    for (size_t i = from; i < w->n; i++) {
        struct matcher_char *c;

        if (!is_literal && is_apostrophe(w, i)) {
            if (parted || !*n || !p->chars[*n - 1].letter)
                return fail(p, w,
                            _("an apostrophe parts syllables, and none ends "
                              "here (write = first to search for it)"));
            parted = true;
            continue;
        }
        c = &p->chars[(*n)++];
        c->folded = fold(w->cps[i]);
        c->letter = is_literal ? 0 : letter_of(w->cps[i]);
        c->parted = parted;
        parted = false;
    }
    *whole = parted;
    return true;
}

/* How what was typed must stand in a heading. */
enum fit { FIT_WHOLE, FIT_BEGINNING };

/* Whether a name is what the first `n` characters of p->chars say, from its
 * first character to its last or to any. */
static bool name_fits(struct matcher *t, const char *name, enum fit fit)
{
    size_t len = strlen(name), i = 0;
    enum matcher_state state = MATCHER_READING;

    matcher_begin(t);
    while (i < len && !(fit == FIT_BEGINNING && state == MATCHER_MATCHED)) {
        uint32_t cp;

        i += utf8_decode(name + i, len - i, &cp);
        if (fold_is_transparent(cp))
            continue;
        if (state != MATCHER_READING)
            return false;
        state = matcher_consume(t, matcher_class(t, cp));
    }
    return state == MATCHER_MATCHED;
}

/* Mark the columns that a heading, the word's characters [from, to), fits.
 * Returns how many. */
static size_t mark_columns(struct parser *p, const struct word *heading,
                           size_t from, bool is_literal, enum fit fit,
                           const char *const *names, bool *marks)
{
    struct parser quiet = {.chars = p->chars};
    struct matcher *t;
    size_t n, found = 0;
    bool whole;

    if (!names || !read_chars(&quiet, heading, from, is_literal, &n, &whole) ||
        !n)
        return 0;
    t = matcher_new(p->chars, n, fit == FIT_WHOLE || whole);
    for (size_t c = 0; c < p->columns->count; c++) {
        marks[c] = name_fits(t, names[c], fit);
        found += marks[c];
    }
    matcher_free(t);
    return found;
}

/* The columns whose heading is the word's characters [from, to): as query_new()
 * says. NULL: none. */
static bool *find_columns(struct parser *p, const struct word *w, size_t from,
                          size_t to)
{
    const char *const *names = p->columns->names;
    struct word heading = {w->text, w->len, w->cps, to};
    bool *marks = xcalloc(p->columns->count, sizeof(*marks));

    if (mark_columns(p, &heading, from, true, FIT_WHOLE, names, marks) ||
        mark_columns(p, &heading, from, true, FIT_WHOLE, p->columns->shown,
                     marks) ||
        mark_columns(p, &heading, from, false, FIT_WHOLE, names, marks) ||
        mark_columns(p, &heading, from, true, FIT_BEGINNING, names, marks) ==
            1 ||
        mark_columns(p, &heading, from, false, FIT_BEGINNING, names, marks) ==
            1)
        return marks;
    free(marks);
    return NULL;
}

/* Whether a colon at `i` may end a heading: none of an address, nor of a
 * time. */
static bool ends_heading(const struct word *w, size_t from, size_t i)
{
    bool has_letter = false;

    for (size_t k = from; k < i; k++)
        has_letter =
            has_letter || fold(w->cps[k]) < '0' || fold(w->cps[k]) > '9';
    return has_letter && i + 1 < w->n && fold(w->cps[i + 1]) != '/';
}

static void remember_unknown(struct parser *p, const struct word *w,
                             size_t from, size_t to)
{
    struct query_terms *out = p->out;
    struct str heading = {0};

    for (size_t i = from; i < to; i++) {
        char bytes[UTF8_MAX];

        str_append(&heading, bytes, utf8_encode(w->cps[i], bytes));
    }
    out->unknown = mem_grow(out->unknown, out->unknown_len, &out->unknown_cap,
                            sizeof(*out->unknown));
    out->unknown[out->unknown_len++] = str_take(&heading);
}

/* Take `列名:` off the word. Where several colons end a heading, the longest
 * heading is meant. */
static void read_column(struct parser *p, const struct word *w, size_t *from,
                        struct query_term *t)
{
    size_t first = w->n;

    if (!p->columns || *from >= w->n || fold(w->cps[*from]) == '=')
        return;
    for (size_t i = w->n; i-- > *from + 1;) {
        if (fold(w->cps[i]) != ':')
            continue;
        first = i;
        t->columns = find_columns(p, w, *from, i);
        if (!t->columns)
            continue;
        t->columns_count = p->columns->count;
        *from = i + 1;
        return;
    }
    if (first < w->n && ends_heading(w, *from, first))
        remember_unknown(p, w, *from, first);
}

static bool take_sign(const struct word *w, size_t *from, uint32_t sign)
{
    if (*from >= w->n || fold(w->cps[*from]) != sign)
        return false;
    ++*from;
    return true;
}

static bool read_word(struct parser *p, const struct word *w)
{
    struct query_term t = {0};
    size_t from = 0, n = 0;
    bool is_literal, whole = false;

    t.excluded = take_sign(w, &from, '!');
    read_column(p, w, &from, &t);
    t.anchored = take_sign(w, &from, '^');
    is_literal = take_sign(w, &from, '=');
    if (from == w->n)
        fail(p, w, _("nothing to search for stands behind the sign"));
    else if (p->out->len == QUERY_MAX_TERMS)
        fail(p, w, _("this is one term too many (there may be 64)"));
    else if (read_chars(p, w, from, is_literal, &n, &whole))
        t.term = matcher_new(p->chars, n, whole);
    if (!t.term) {
        free(t.columns);
        return false;
    }
    p->out->items = mem_grow(p->out->items, p->out->len, &p->out->cap,
                             sizeof(*p->out->items));
    p->out->items[p->out->len++] = t;
    return true;
}

/* Put one code point of the query into the word that is being read. */
static void word_add(struct word *w, uint32_t cp)
{
    uint32_t *last = w->n ? &w->cps[w->n - 1] : NULL;

    if (fold_is_transparent(cp))
        return;
    if (cp == COMBINING_UMLAUT && last && *last == SMALL_U)
        *last = SMALL_U_UMLAUT;
    else if (cp == COMBINING_UMLAUT && last && *last == 'U')
        *last = CAPITAL_U_UMLAUT;
    else
        w->cps[w->n++] = cp;
}

static bool read_words(struct parser *p, const char *text, size_t len)
{
    size_t i = 0;

    while (i < len) {
        struct word w = {.text = text + i, .cps = p->cps};
        size_t used = 0;

        while (i < len) {
            uint32_t cp;

            used = utf8_decode(text + i, len - i, &cp);
            i += used;
            if (fold_is_space(cp))
                break;
            word_add(&w, cp);
            used = 0;
        }
        w.len = (size_t)(text + i - w.text) - used;
        if (w.n && !read_word(p, &w))
            return false;
    }
    return true;
}

bool query_parse(struct query_terms *out, const char *text, size_t len,
                 const struct query_columns *columns, struct err *e)
{
    struct parser p = {.columns = columns, .out = out, .e = e};
    bool ok;

    if (len > QUERY_MAX_BYTES)
        return err_set(e, ERR_QUERY,
                       _("this search is too long (it may have 4,096 bytes)"));
    p.cps = xcalloc(len, sizeof(*p.cps));
    p.chars = xcalloc(len, sizeof(*p.chars));
    ok = read_words(&p, text, len);
    free(p.cps);
    free(p.chars);
    if (!ok)
        query_terms_clear(out);
    return ok;
}

void query_terms_clear(struct query_terms *terms)
{
    for (size_t i = 0; i < terms->len; i++) {
        matcher_free(terms->items[i].term);
        free(terms->items[i].columns);
    }
    free(terms->items);
    for (size_t i = 0; i < terms->unknown_len; i++)
        free(terms->unknown[i]);
    free(terms->unknown);
    *terms = (struct query_terms){0};
}

bool query_term_in_column(const struct query_term *t, size_t column)
{
    return !t->columns || (column < t->columns_count && t->columns[column]);
}
