#include "import/mention.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "import/fields.h"
#include "import/words.h"
#include "text/utf8.h"

#define SHORTEST 4 /* characters of a name: shorter ones are words */

struct name {
    const char *text; /* borrowed from the draft */
    size_t len;
    size_t notice, annex, row; /* indices */
    size_t noted;              /* number of the last block that has it, or 0 */
};

/* Sorted by text, equal ones by their place in the draft. */
struct names {
    struct name *items;
    size_t count, cap;
    size_t block; /* number of the one that is looked through, from 1 */
};

static void add_list(struct names *names, const struct draft_list *l,
                     size_t notice, size_t annex)
{
    int column = fields_name_column(l);

    for (size_t r = 0; column >= 0 && r < l->row_count; r++) {
        const char *text = l->rows[r].cells[column];

        if (words_count(text) < SHORTEST)
            continue;
        names->items = mem_grow(names->items, names->count, &names->cap,
                                sizeof(*names->items));
        names->items[names->count++] =
            (struct name){text, strlen(text), notice, annex, r, 0};
    }
}

static int by_place(const struct name *a, const struct name *b)
{
    if (a->notice != b->notice)
        return a->notice < b->notice ? -1 : 1;
    if (a->annex != b->annex)
        return a->annex < b->annex ? -1 : 1;
    return a->row < b->row ? -1 : a->row > b->row;
}

static int by_text(const void *x, const void *y)
{
    const struct name *a = x, *b = y;
    int order = strcmp(a->text, b->text);

    return order ? order : by_place(a, b);
}

/* The first name that is not before the `len` bytes at `s`. */
static size_t lower_bound(const struct names *names, const char *s, size_t len)
{
    size_t low = 0, high = names->count;

    while (low < high) {
        size_t mid = low + (high - low) / 2;
        const struct name *n = &names->items[mid];
        int order = strncmp(n->text, s, len);

        if (order < 0)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

/* Bytes of the longest name that the text begins with, and its place among
 * the names; 0: none. Names that share their beginning with the text stand
 * together, the shorter before the longer. */
static size_t longest_at(const struct names *names, const char *s,
                         size_t longest, size_t *first)
{
    size_t len = strnlen(s, longest), at = lower_bound(names, s, 1);

    if (at == names->count || names->items[at].text[0] != s[0])
        return 0;
    for (; len > 0; len--) {
        if (((unsigned char)s[len] & 0xC0) == 0x80)
            continue;
        at = lower_bound(names, s, len);
        if (at < names->count && names->items[at].len == len &&
            memcmp(names->items[at].text, s, len) == 0) {
            *first = at;
            return len;
        }
    }
    return 0;
}

static void note(struct draft *d, struct names *names, size_t first,
                 size_t notice, size_t block)
{
    const char *text = names->items[first].text;

    for (size_t i = first;
         i < names->count && strcmp(names->items[i].text, text) == 0; i++) {
        struct name *n = &names->items[i];
        struct draft_mention *m;

        if (n->noted == names->block)
            continue;
        n->noted = names->block;
        m = draft_add_mention(d);
        *m = (struct draft_mention){n->notice, n->annex, n->row, notice, block};
    }
}

static void look_in(struct draft *d, struct names *names, size_t longest,
                    size_t notice, size_t block)
{
    const char *s = d->notices[notice].blocks[block].text;
    size_t end = strlen(s), first = 0;
    uint32_t cp;

    names->block++;
    for (size_t at = 0; at < end;) {
        size_t len = longest_at(names, s + at, longest, &first);

        if (len)
            note(d, names, first, notice, block);
        at += len ? len : utf8_decode(s + at, end - at, &cp);
    }
}

void mention_all(struct draft *d)
{
    struct names names = {0};
    size_t longest = 0;

    for (size_t i = 0; i < d->notice_count; i++) {
        for (size_t a = 0; a < d->notices[i].annex_count; a++) {
            if (d->notices[i].annexes[a].list)
                add_list(&names, d->notices[i].annexes[a].list, i, a);
        }
    }
    if (names.count)
        qsort(names.items, names.count, sizeof(*names.items), by_text);
    for (size_t i = 0; i < names.count; i++) {
        if (names.items[i].len > longest)
            longest = names.items[i].len;
    }
    for (size_t i = 0; names.count && i < d->notice_count; i++) {
        for (size_t b = 0; b < d->notices[i].block_count; b++)
            look_in(d, &names, longest, i, b);
    }
    free(names.items);
}
