#include "import/cite.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "import/doc_number.h"
#include "import/seen.h"
#include "import/words.h"
#include "text/utf8.h"

#define OPEN  "《"
#define CLOSE "》"

#define TITLE_MAX 1024 /* bytes */

/* The byte after the 》 that closes the 《 at `at`; 0 where none does. */
static size_t close_of(const char *s, size_t at)
{
    int depth = 0;

    for (size_t i = at; i < at + TITLE_MAX && s[i]; i++) {
        if (words_start(s + i, OPEN)) {
            depth++;
        } else if (words_start(s + i, CLOSE) && --depth == 0) {
            return i + strlen(CLOSE);
        }
    }
    return 0;
}

/* （number） right at `at`: the byte after it, 0 where there is none. */
static size_t bracketed_number(const char *s, size_t at, struct cite *c)
{
    size_t open = words_start(s + at, "（")  ? strlen("（")
                  : words_start(s + at, "(") ? 1
                                             : 0;
    size_t len = open ? doc_number_from(s, at + open) : 0;
    size_t after = at + open + len;

    if (!len)
        return 0;
    if (words_start(s + after, "）"))
        after += strlen("）");
    else if (s[after] == ')')
        after++;
    else
        return 0;
    c->number_start = at + open;
    c->number_len = len;
    return after;
}

static bool title_at(const char *s, size_t at, struct cite *c)
{
    size_t end = close_of(s, at), after;

    if (!end)
        return false;
    *c = (struct cite){.start = at,
                       .title_start = at + strlen(OPEN),
                       .title_len = end - at - strlen(OPEN) - strlen(CLOSE)};
    after = bracketed_number(s, end, c);
    c->len = (after ? after : end) - at;
    return c->title_len > 0;
}

bool cite_find(const char *text, size_t from, struct cite *out)
{
    for (size_t at = from; text[at]; at++) {
        struct cite number = {0};

        if (words_start(text + at, OPEN) && title_at(text, at, out))
            return true;
        if (doc_number_at(text, from, at, &number.start, &number.len)) {
            number.number_start = number.start;
            number.number_len = number.len;
            *out = number;
            return true;
        }
    }
    return false;
}

char *cite_plain_number(const char *number)
{
    char *bare = words_bare(number);
    struct str out = {0};

    for (const char *s = bare; *s;) {
        const char *bracket =
            words_start_any(s, WORDS("〔", "（", "【", "〕", "）", "】"));

        if (bracket) {
            str_addc(&out,
                     words_start_any(s, WORDS("〔", "（", "【")) ? '[' : ']');
            s += strlen(bracket);
        } else {
            str_addc(&out, *s++);
        }
    }
    free(bare);
    return str_take(&out);
}

/* Where a citation can lead: numbers and titles to the first notice that has
 * them. */
struct targets {
    struct seen numbers, titles;
};

/* 关于…的通知 also names 教育部办公厅关于…的通知. */
static void add_title(struct seen *titles, const char *title, size_t notice)
{
    seen_add(titles, title, notice, 0);
    for (const char *about = strstr(title, "关于"); about;
         about = strstr(about + 1, "关于"))
        seen_add(titles, about, notice, 0);
}

static void add_targets(struct targets *t, const struct draft *d)
{
    for (size_t i = 0; i < d->notice_count; i++) {
        const struct draft_notice *n = &d->notices[i];

        add_title(&t->titles, n->title, i);
        if (n->doc_number) {
            char *number = cite_plain_number(n->doc_number);

            seen_add(&t->numbers, number, i, 0);
            free(number);
        }
    }
}

static int target_of(const struct targets *t, const struct draft_citation *c)
{
    char *number = cite_plain_number(c->number);
    const struct seen_entry *found = *number ? seen_find(&t->numbers, number)
                                             : seen_find(&t->titles, c->title);

    free(number);
    return found ? (int)found->notice : -1;
}

static void cite_block(const struct targets *t, struct draft_notice *n,
                       size_t block)
{
    const char *text = n->blocks[block].text;
    struct cite found;

    for (size_t at = 0; cite_find(text, at, &found);
         at = found.start + found.len) {
        struct draft_citation *c = draft_add_citation(n);

        c->block = block;
        c->start = utf8_count(text, found.start);
        c->length = utf8_count(text + found.start, found.len);
        c->title = xmemdup(text + found.title_start, found.title_len);
        c->number = xmemdup(text + found.number_start, found.number_len);
        c->target = target_of(t, c);
    }
}

void cite_all(struct draft *d)
{
    struct targets t = {0};

    add_targets(&t, d);
    for (size_t i = 0; i < d->notice_count; i++) {
        struct draft_notice *n = &d->notices[i];

        for (size_t b = 0; b < n->block_count; b++) {
            if (n->blocks[b].role != ROLE_NUMBER)
                cite_block(&t, n, b);
        }
    }
    seen_clear(&t.numbers);
    seen_clear(&t.titles);
}
