#include "tests/random/truth.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/list.h"
#include "model/list_query.h"
#include "model/notice.h"
#include "search/query.h"
#include "text/clean.h"

#define SLOTS   16384
#define ALL     INT64_MAX
#define UNKNOWN (-1)

/* An answer: a set of rows in `bits` of the store, or a number alone. */
struct answer {
    uint64_t key; /* 0: free */
    int64_t number;
    uint64_t at; /* of its bits */
};

struct store {
    size_t used; /* of `bits` */
    size_t n_answers;
    struct answer answers[SLOTS];
    uint64_t bits[];
};

#define STORE_BITS ((TRUTH_MEMORY - sizeof(struct store)) / sizeof(uint64_t))

struct truth {
    struct edition *edition;
    struct store *store;
    uint32_t number;
    struct list *list;
    int annex; /* of `list` */
    struct notice *notice;
    int notice_index;
};

static struct err trouble;

/* The truth must be readable. */
static void must(bool ok)
{
    if (ok)
        return;
    fprintf(stderr, "truth: %s\n", trouble.msg);
    abort();
}

struct truth *truth_open(const char *path, uint32_t number, void *memory)
{
    struct truth *t = xcalloc(1, sizeof(*t));

    t->edition = edition_open(path, &trouble);
    must(t->edition != NULL);
    t->number = number;
    t->store = memory;
    if (t->store->used > STORE_BITS / 2 || t->store->n_answers > SLOTS / 2)
        memset(t->store, 0, sizeof(*t->store));
    t->annex = t->notice_index = UNKNOWN;
    return t;
}

void truth_close(struct truth *t)
{
    if (!t)
        return;
    list_close(t->list);
    notice_close(t->notice);
    edition_close(t->edition);
    free(t);
}

/* ---- answers that are kept ---- */

static uint64_t key_of(const struct truth *t, char kind, int index,
                       const char *text)
{
    uint64_t h = 14695981039346656037u;
    char head[64];

    snprintf(head, sizeof(head), "%u %c %d ", t->number, kind, index);
    for (const char *s = head; *s; s++)
        h = (h ^ (unsigned char)*s) * 1099511628211u;
    for (const char *s = text; *s; s++)
        h = (h ^ (unsigned char)*s) * 1099511628211u;
    return h | 1;
}

/* The answer with this key, or the free one for it. */
static struct answer *find(struct truth *t, uint64_t key)
{
    size_t at = (size_t)(key >> 8) % SLOTS;

    while (t->store->answers[at].key && t->store->answers[at].key != key)
        at = (at + 1) % SLOTS;
    return &t->store->answers[at];
}

/* A new one, with room for a bit of each of `rows`. It counts once its key is
 * set. */
static struct answer *new_answer(struct truth *t, uint64_t key, int64_t rows)
{
    size_t words = (size_t)(rows + 63) / 64;
    struct answer *a = find(t, key);

    assert(t->store->used + words <= STORE_BITS);
    assert(t->store->n_answers < SLOTS - 1);
    *a = (struct answer){.at = t->store->used};
    memset(t->store->bits + a->at, 0, words * sizeof(uint64_t));
    t->store->used += words;
    t->store->n_answers++;
    return a;
}

static struct truth_rows rows_of(const struct truth *t, const struct answer *a)
{
    return (struct truth_rows){
        .rows = list_row_count(t->list),
        .is_known = a->number != UNKNOWN,
        .bits = a->number == ALL ? NULL : t->store->bits + a->at,
    };
}

/* ---- lists ---- */

static void use_list(struct truth *t, int annex)
{
    if (t->annex == annex)
        return;
    list_close(t->list);
    t->list = list_open(t->edition, (size_t)annex, &trouble);
    must(t->list != NULL);
    t->annex = annex;
}

/* What a row is asked. */
typedef bool asked(const struct record *r, void *data);

static bool matches(const struct record *r, void *data)
{
    return list_query_match(data, r, NULL);
}

struct wanted {
    size_t column;
    const char *value;
    bool is_clean; /* as a label shows it */
};

static bool is_value(const struct record *r, void *data)
{
    const struct wanted *w = data;
    const struct value *v = &r->values[w->column];
    const char *text = v->kind == VALUE_NULL ? "" : v->text;
    bool same;
    char *shown;

    if (!w->is_clean)
        return strcmp(text, w->value) == 0;
    if (!*text)
        return strcmp(w->value, _("(empty)")) == 0;
    shown = clean_copy(text);
    same = strcmp(shown, w->value) == 0;
    free(shown);
    return same;
}

static void ask_rows(struct truth *t, struct answer *a, asked *ask, void *data)
{
    int64_t rows = list_row_count(t->list);

    for (int64_t row = 1; row <= rows; row++) {
        const struct record *r = list_row(t->list, row, &trouble);

        must(r != NULL);
        if (!ask(r, data))
            continue;
        t->store->bits[a->at + (size_t)(row - 1) / 64] |= 1ull
                                                          << (row - 1) % 64;
        a->number++;
    }
}

struct truth_rows truth_search(struct truth *t, int annex, const char *words)
{
    uint64_t key = key_of(t, 's', annex, words);
    struct answer *a = find(t, key);
    struct err e = {0};
    struct query *q;

    use_list(t, annex);
    if (a->key)
        return rows_of(t, a);
    a = new_answer(t, key, list_row_count(t->list));
    q = list_query_new(t->list, words, strlen(words), &e);
    if (!q || query_is_empty(q))
        a->number = UNKNOWN;
    else
        ask_rows(t, a, matches, q);
    query_free(q);
    a->key = key;
    return rows_of(t, a);
}

/* "column: value": the column, UNKNOWN if it is none. */
static int64_t chosen_column(const struct truth *t, const char *part,
                             const char **value)
{
    for (size_t c = 0; c < list_column_count(t->list); c++) {
        char *name = clean_copy(list_column(t->list, c)->name);
        size_t len = strlen(name);
        bool is_it =
            strncmp(part, name, len) == 0 && strncmp(part + len, ": ", 2) == 0;

        free(name);
        if (is_it) {
            *value = part + len + 2;
            return (int64_t)c;
        }
    }
    return UNKNOWN;
}

/* What a label shows otherwise than it was typed, or is near it, cannot be
 * searched for. */
static bool is_as_typed(const char *label)
{
    return !strstr(label, " (sounds near)") && !strchr(label, '<') &&
           !strstr(label, "^[") && !strstr(label, "\xEF\xBF\xBD");
}

/* The rows of one part of a label. */
static struct truth_rows part_rows(struct truth *t, int annex, const char *part)
{
    struct wanted w = {.is_clean = true};
    int64_t column = chosen_column(t, part, &w.value);
    uint64_t key = key_of(t, 'c', annex, part);
    struct answer *a = find(t, key);

    if (column == UNKNOWN)
        return truth_search(t, annex, part);
    if (!a->key) {
        w.column = (size_t)column;
        a = new_answer(t, key, list_row_count(t->list));
        ask_rows(t, a, is_value, &w);
        a->key = key;
    }
    return rows_of(t, a);
}

/* The longest beginning of a label that was a label before: a filter is chosen
 * from what the one before it showed. */
static size_t known_beginning(struct truth *t, int annex, const char *label,
                              struct truth_rows *rows)
{
    for (size_t len = strlen(label); len > 0; len--) {
        char *before;
        struct answer *a;

        if (label[len] != ' ')
            continue;
        before = xmemdup(label, len);
        a = find(t, key_of(t, 'f', annex, before));
        free(before);
        if (a->key && a->number != UNKNOWN) {
            *rows = rows_of(t, a);
            return len + 1;
        }
    }
    *rows =
        (struct truth_rows){.rows = list_row_count(t->list), .is_known = true};
    return 0;
}

struct truth_rows truth_filter(struct truth *t, int annex, const char *label)
{
    uint64_t key = key_of(t, 'f', annex, label);
    struct answer *a = find(t, key);
    struct truth_rows before, part;
    size_t from;

    use_list(t, annex);
    if (a->key)
        return rows_of(t, a);
    if (!*label || !is_as_typed(label))
        return (struct truth_rows){.rows = list_row_count(t->list),
                                   .is_known = !*label};
    from = known_beginning(t, annex, label, &before);
    part = part_rows(t, annex, label + from);
    a = new_answer(t, key, part.rows);
    a->number =
        part.is_known ? truth_count(&before, &part, part.rows) : UNKNOWN;
    for (size_t i = 0; part.is_known && i < (size_t)(part.rows + 63) / 64; i++)
        t->store->bits[a->at + i] =
            part.bits[i] & (before.bits ? before.bits[i] : UINT64_MAX);
    a->key = key;
    return rows_of(t, a);
}

bool truth_has(const struct truth_rows *a, int64_t row)
{
    return !a->bits || (a->bits[(row - 1) / 64] >> (row - 1) % 64 & 1);
}

int64_t truth_count(const struct truth_rows *a, const struct truth_rows *b,
                    int64_t last)
{
    int64_t n = 0;

    for (int64_t row = 1; row <= last; row++)
        n += truth_has(a, row) && truth_has(b, row);
    return n;
}

int64_t truth_value(struct truth *t, int annex, size_t column,
                    const char *value, const struct truth_rows *within)
{
    struct wanted w = {.column = column, .value = value};
    int64_t n = 0;

    use_list(t, annex);
    for (int64_t row = 1; row <= within->rows; row++) {
        const struct record *r;

        if (!truth_has(within, row))
            continue;
        r = list_row(t->list, row, &trouble);
        must(r != NULL);
        n += is_value(r, &w);
    }
    return n;
}

/* ---- notices ---- */

static void use_notice(struct truth *t, int notice)
{
    if (t->notice_index == notice)
        return;
    notice_close(t->notice);
    t->notice = notice_open(t->edition, (size_t)notice, &trouble);
    must(t->notice != NULL);
    t->notice_index = notice;
}

static int64_t count_in_notice(struct truth *t, struct query *q)
{
    struct query_ranges ranges = {0};
    int64_t n = 0;

    for (size_t i = 0; i < notice_block_count(t->notice); i++) {
        const struct block *b = notice_block(t->notice, i, &trouble);
        struct query_cell cell;

        must(b != NULL);
        cell = (struct query_cell){b->text, b->len};
        if (query_match(q, &cell, 1, &ranges))
            n += (int64_t)ranges.len;
    }
    query_ranges_clear(&ranges);
    return n;
}

int64_t truth_in_notice(struct truth *t, int notice, const char *words)
{
    uint64_t key = key_of(t, 'n', notice, words);
    struct answer *a = find(t, key);
    struct err e = {0};
    struct query *q;

    if (a->key)
        return a->number;
    use_notice(t, notice);
    q = query_new(words, strlen(words), NULL, &e);
    a = new_answer(t, key, 0);
    a->number = !q || query_is_empty(q) ? UNKNOWN : count_in_notice(t, q);
    query_free(q);
    a->key = key;
    return a->number;
}
