#include "cli/wordlist.h"

#include <stdbool.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"

struct words {
    char **items;
    size_t len, cap;
};

static void add(struct words *w, char *word)
{
    w->items = mem_grow(w->items, w->len, &w->cap, sizeof(*w->items));
    w->items[w->len++] = word;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n';
}

/* Append the quoted part that begins at `*s`, and move `*s` behind it. */
static bool take_quoted(const char **s, struct str *word)
{
    char quote = *(*s)++;

    while (**s && **s != quote) {
        if (quote == '"' && **s == '\\' && (*s)[1])
            (*s)++;
        str_addc(word, *(*s)++);
    }
    if (!**s)
        return false;
    (*s)++;
    return true;
}

static bool take_word(const char **s, struct str *word)
{
    while (**s && !is_blank(**s)) {
        if (**s == '\'' || **s == '"') {
            if (!take_quoted(s, word))
                return false;
            continue;
        }
        if (**s == '\\' && (*s)[1])
            (*s)++;
        str_addc(word, *(*s)++);
    }
    return true;
}

char **wordlist_split(const char *text, struct err *e)
{
    struct words w = {0};
    const char *s = text;

    for (;;) {
        struct str word = {0};
        bool closed;

        while (is_blank(*s))
            s++;
        if (!*s)
            break;
        closed = take_word(&s, &word);
        add(&w, str_take(&word));
        if (!closed) {
            add(&w, NULL);
            wordlist_free(w.items);
            err_set(e, ERR_USAGE, _("a quote is not closed"));
            return NULL;
        }
    }
    add(&w, NULL);
    return w.items;
}

void wordlist_free(char **words)
{
    for (char **w = words; w && *w; w++)
        free(*w);
    free(words);
}
