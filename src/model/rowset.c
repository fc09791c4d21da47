#include "model/rowset.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* Bit i of word w is position 64 w + i + 1. */
enum { WORD = 64, RANK_ROWS = 512, RANK_WORDS = RANK_ROWS / WORD };

static size_t word_count(const struct rowset *s)
{
    return (size_t)((s->rows + WORD - 1) / WORD);
}

static size_t rank_count(const struct rowset *s)
{
    return (size_t)((s->rows + RANK_ROWS - 1) / RANK_ROWS);
}

static int64_t row_at(size_t word, int bit)
{
    return (int64_t)word * WORD + bit + 1;
}

void rowset_init(struct rowset *s, int64_t rows)
{
    *s = (struct rowset){.rows = rows > 0 ? rows : 0};
    s->bits = xcalloc(word_count(s), sizeof(*s->bits));
}

void rowset_clear(struct rowset *s)
{
    free(s->bits);
    free(s->ranks);
    *s = (struct rowset){0};
}

void rowset_copy(struct rowset *s, const struct rowset *other)
{
    rowset_init(s, other->rows);
    s->count = other->count;
    memcpy(s->bits, other->bits, word_count(s) * sizeof(*s->bits));
}

void rowset_add(struct rowset *s, int64_t row)
{
    uint64_t bit;
    size_t word, rank;

    assert(row >= 1 && row <= s->rows);
    word = (size_t)(row - 1) / WORD;
    rank = word / RANK_WORDS;
    bit = UINT64_C(1) << ((row - 1) % WORD);
    if (s->bits[word] & bit)
        return;
    s->bits[word] |= bit;
    s->count++;
    if (s->ranked > rank + 1)
        s->ranked = rank + 1;
}

bool rowset_has(const struct rowset *s, int64_t row)
{
    if (row < 1 || row > s->rows)
        return false;
    return s->bits[(row - 1) / WORD] >> ((row - 1) % WORD) & 1;
}

int64_t rowset_next(const struct rowset *s, int64_t row)
{
    size_t words = word_count(s), word;
    uint64_t bits;

    if (row < 1)
        row = 1;
    if (row > s->rows)
        return 0;
    word = (size_t)(row - 1) / WORD;
    bits = s->bits[word] & UINT64_MAX << ((row - 1) % WORD);
    while (!bits && ++word < words)
        bits = s->bits[word];
    return bits ? row_at(word, __builtin_ctzll(bits)) : 0;
}

int64_t rowset_prev(const struct rowset *s, int64_t row)
{
    size_t word;
    uint64_t bits;

    if (row > s->rows)
        row = s->rows;
    if (row < 1)
        return 0;
    word = (size_t)(row - 1) / WORD;
    bits = s->bits[word] & UINT64_MAX >> (WORD - 1 - (row - 1) % WORD);
    while (!bits && word > 0)
        bits = s->bits[--word];
    return bits ? row_at(word, WORD - 1 - __builtin_clzll(bits)) : 0;
}

static uint32_t count_words(const struct rowset *s, size_t from, size_t to)
{
    uint32_t n = 0;

    for (size_t i = from; i < to; i++)
        n += (uint32_t)__builtin_popcountll(s->bits[i]);
    return n;
}

/* Make ranks[0..last] right. A row that is added spoils only those after
 * it. */
static void count_ranks(struct rowset *s, size_t last)
{
    if (!s->ranks)
        s->ranks = xcalloc(rank_count(s), sizeof(*s->ranks));
    for (size_t i = s->ranked; i <= last; i++)
        s->ranks[i] =
            i == 0 ? 0
                   : s->ranks[i - 1] +
                         count_words(s, (i - 1) * RANK_WORDS, i * RANK_WORDS);
    if (s->ranked <= last)
        s->ranked = last + 1;
}

int64_t rowset_rank(struct rowset *s, int64_t row)
{
    size_t word, rank;
    uint64_t below;

    if (row > s->rows)
        return s->count;
    if (row <= 1)
        return 0;
    word = (size_t)(row - 1) / WORD;
    rank = word / RANK_WORDS;
    count_ranks(s, rank);
    below = (UINT64_C(1) << ((row - 1) % WORD)) - 1;
    return (int64_t)s->ranks[rank] + count_words(s, rank * RANK_WORDS, word) +
           __builtin_popcountll(s->bits[word] & below);
}

/* The position of the set bit with `index` set bits before it. */
static int64_t select_in_word(uint64_t bits, size_t word, int64_t index)
{
    for (; index > 0; index--)
        bits &= bits - 1;
    return row_at(word, __builtin_ctzll(bits));
}

int64_t rowset_select(struct rowset *s, int64_t index)
{
    size_t low = 0, high;
    int64_t before;

    if (index < 0 || index >= s->count)
        return 0;
    high = rank_count(s);
    count_ranks(s, high - 1);
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;

        if ((int64_t)s->ranks[middle] <= index)
            low = middle;
        else
            high = middle;
    }
    before = s->ranks[low];
    for (size_t word = low * RANK_WORDS; word < word_count(s); word++) {
        int64_t here = __builtin_popcountll(s->bits[word]);

        if (before + here > index)
            return select_in_word(s->bits[word], word, index - before);
        before += here;
    }
    return 0;
}
