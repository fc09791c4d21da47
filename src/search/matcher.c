#include "search/matcher.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "search/fold.h"
#include "search/near.h"
#include "search/pinyin.h"
#include "text/utf8.h"

#define STEPS     (PINYIN_MAX + 1) /* a character takes 0 to 6 positions */
#define PAGE_BITS 8
#define PAGE_SIZE (1u << PAGE_BITS)
#define PAGES     (0x110000u >> PAGE_BITS)

#define LONG_TEXT 4096 /* characters, from which marking pays */

#define TRANSPARENT MATCHER_NOTHING /* takes nothing, lands nowhere */

/*
 * The masks of a class are STEPS times `words` words: bit i of masks[k] says
 * that the class can take k positions from position i. Position `n` is the
 * end, so a term has n + 1 states. Class 0 is "not yet worked out".
 *
 * An entry holds all that a quick look at a character needs, from the lowest
 * byte up: its class (2 bytes), what it lands on, what it takes. What is
 * transparent has the entry TRANSPARENT.
 */
struct matcher {
    struct matcher_char *chars;
    size_t n;
    size_t words;
    bool whole;
    bool is_wide;   /* takes near sounds too */
    bool is_read;   /* has a letter that may be read */
    bool is_parted; /* has a syllable boundary */

    uint64_t *masks;
    uint8_t *lands, *takes;
    size_t class_count, class_cap;
    size_t longest;         /* step of any class so far */
    uint16_t *set_classes;  /* by set of readings; 0: not yet */
    uint32_t *pages[PAGES]; /* entries by code point, made when met */

    uint64_t *state, *next;
};

static uint64_t *masks_of(const struct matcher *t, uint16_t class, size_t k)
{
    return t->masks + (class * STEPS + k) * t->words;
}

static void mask_set(struct matcher *t, uint16_t class, size_t k, size_t i)
{
    masks_of(t, class, k)[i / 64] |= UINT64_C(1) << (i % 64);
}

static uint16_t class_add(struct matcher *t)
{
    size_t class = t->class_count++;
    size_t size = STEPS * t->words;

    if (t->class_count > t->class_cap) {
        t->class_cap = t->class_cap * 3 / 2 + 16;
        t->masks =
            xreallocarray(t->masks, t->class_cap, size * sizeof(*t->masks));
        t->lands = xreallocarray(t->lands, t->class_cap, 1);
        t->takes = xreallocarray(t->takes, t->class_cap, 1);
    }
    memset(t->masks + class * size, 0, size * sizeof(*t->masks));
    return (uint16_t) class;
}

/* Work out the quick look from the masks. A character takes at most
 * PINYIN_MAX positions, so bits 1 to 6 say all about the second one. */
static void class_finish(struct matcher *t, uint16_t class)
{
    unsigned lands = 0, takes = MATCHER_ARRIVED;

    for (size_t k = 0; k < STEPS; k++) {
        uint64_t mask = masks_of(t, class, k)[0];

        if (k && mask & 1)
            lands |= k == t->n ? MATCHER_ARRIVED : 1u << k;
        takes |= (unsigned)(mask & 0x7E);
        for (size_t w = 0; w < t->words && k > t->longest; w++)
            if (masks_of(t, class, k)[w])
                t->longest = k;
    }
    t->lands[class] = (uint8_t)lands;
    t->takes[class] = (uint8_t)takes;
}

static bool letter_fits(char typed, char spelled)
{
    if (spelled == PINYIN_U)
        return typed == 'v' || typed == 'u' || typed == MATCHER_UMLAUT;
    return typed == spelled;
}

/* How many letters of `spelling` stand at position `i`, without a boundary
 * between them. */
static size_t letters_at(const struct matcher *t, const char *spelling,
                         size_t i)
{
    size_t m = 0;

    while (spelling[m] && i + m < t->n && !(m && t->chars[i + m].parted) &&
           letter_fits(t->chars[i + m].letter, spelling[m]))
        m++;
    return m;
}

static void add_spelling(struct matcher *t, uint16_t class, const char *s,
                         bool is_rare)
{
    size_t len = strlen(s);
    bool is_double = s[1] == 'h';

    for (size_t i = 0; i < t->n; i++) {
        size_t m = letters_at(t, s, i);

        if (!m)
            continue;
        if (m == len)
            mask_set(t, class, m, i);
        if (is_rare)
            continue;
        mask_set(t, class, 1, i);
        if (m >= 2 && is_double)
            mask_set(t, class, 2, i);
        if (i + m == t->n && !t->whole)
            mask_set(t, class, m, i);
    }
}

static void add_reading(struct matcher *t, uint16_t class,
                        const struct pinyin_reading *reading)
{
    char near[NEAR_MAX][PINYIN_MAX + 1];
    size_t n;

    if (!t->is_wide) {
        add_spelling(t, class, reading->spelling, reading->rare);
        return;
    }
    n = near_spellings(reading->spelling, near);
    for (size_t i = 0; i < n; i++)
        add_spelling(t, class, near[i], reading->rare);
}

static uint16_t class_of_set(struct matcher *t, unsigned set)
{
    const struct pinyin_reading *readings;
    size_t count;
    uint16_t class;

    if (set == PINYIN_NONE || !t->is_read)
        return MATCHER_NOTHING;
    if (!t->set_classes)
        t->set_classes = xcalloc(pinyin_set_count(), sizeof(uint16_t));
    if (t->set_classes[set])
        return t->set_classes[set];
    class = class_add(t);
    count = pinyin_readings(set, &readings);
    for (size_t r = 0; r < count; r++)
        add_reading(t, class, &readings[r]);
    class_finish(t, class);
    t->set_classes[set] = class;
    return class;
}

static uint16_t class_make(struct matcher *t, uint32_t cp)
{
    uint32_t folded = fold(cp);
    uint16_t read = class_of_set(t, pinyin_set(cp));
    bool may_stay = t->is_parted && folded == FOLD_QUOTE;
    uint16_t class = 0;

    for (size_t i = 0; i < t->n; i++) {
        bool is_itself = t->chars[i].folded == folded;
        bool stays = may_stay && t->chars[i].parted;

        if (!is_itself && !stays)
            continue;
        if (!class) {
            class = class_add(t);
            memcpy(masks_of(t, class, 0), masks_of(t, read, 0),
                   STEPS * t->words * sizeof(*t->masks));
        }
        mask_set(t, class, is_itself ? 1 : 0, i);
        if (is_itself && stays)
            mask_set(t, class, 0, i);
    }
    if (!class)
        return read;
    class_finish(t, class);
    return class;
}

struct matcher *matcher_new(const struct matcher_char *chars, size_t n,
                            bool whole)
{
    struct matcher *t = xcalloc(1, sizeof(*t));

    t->chars = xreallocarray(NULL, n, sizeof(*chars));
    memcpy(t->chars, chars, n * sizeof(*chars));
    t->n = n;
    t->words = n / 64 + 1;
    t->whole = whole;
    for (size_t i = 0; i < n; i++) {
        t->is_read = t->is_read || chars[i].letter;
        t->is_parted = t->is_parted || chars[i].parted;
    }
    t->state = xcalloc(t->words, sizeof(*t->state));
    t->next = xcalloc(t->words, sizeof(*t->next));
    class_finish(t, class_add(t)); /* 0 */
    class_finish(t, class_add(t)); /* MATCHER_NOTHING */
    return t;
}

void matcher_free(struct matcher *t)
{
    if (!t)
        return;
    for (size_t p = 0; p < PAGES; p++)
        free(t->pages[p]);
    free(t->chars);
    free(t->masks);
    free(t->lands);
    free(t->takes);
    free(t->set_classes);
    free(t->state);
    free(t->next);
    free(t);
}

bool matcher_widen(struct matcher *t)
{
    assert(!t->set_classes);
    t->is_wide = true;
    return t->is_read;
}

size_t matcher_len(const struct matcher *t)
{
    return t->n;
}

static uint32_t entry_make(struct matcher *t, uint32_t cp)
{
    uint16_t class;

    if (fold_is_transparent(cp))
        return TRANSPARENT;
    class = class_make(t, cp);
    return class | (uint32_t)t->lands[class] << 16 |
           (uint32_t)t->takes[class] << 24;
}

static inline uint32_t entry_of(struct matcher *t, uint32_t cp)
{
    uint32_t **page = &t->pages[cp >> PAGE_BITS];
    uint32_t *entry;

    if (!*page)
        *page = xcalloc(PAGE_SIZE, sizeof(**page));
    entry = &(*page)[cp % PAGE_SIZE];
    if (!*entry)
        *entry = entry_make(t, cp);
    return *entry;
}

uint16_t matcher_class(struct matcher *t, uint32_t cp)
{
    return (uint16_t)entry_of(t, cp);
}

bool matcher_may_match(struct matcher *t, const char *s, size_t len)
{
    uint32_t lands = 0;
    size_t i = 0;

    while (i < len) {
        uint32_t cp, entry;

        i += utf8_next(s + i, len - i, &cp);
        entry = entry_of(t, cp);
        if (entry == TRANSPARENT)
            continue;
        if (lands & entry >> 24)
            return true;
        lands = entry >> 16 & 0xFF;
        if (lands & MATCHER_ARRIVED)
            return true;
    }
    return false;
}

bool matcher_is_possible(const struct matcher *t)
{
    size_t size = STEPS * t->words;
    uint64_t *any = xcalloc(size, sizeof(*any));
    bool *reached = xcalloc(t->n + STEPS, sizeof(*reached));
    bool is_possible;

    for (size_t class = 0; class < t->class_count; class ++)
        for (size_t w = 0; w < size; w++)
            any[w] |= t->masks[class * size + w];
    reached[0] = true;
    for (size_t i = 0; i < t->n; i++)
        for (size_t k = 1; reached[i] && k < STEPS; k++)
            if (any[k * t->words + i / 64] >> (i % 64) & 1)
                reached[i + k] = true;
    is_possible = reached[t->n];
    free(any);
    free(reached);
    return is_possible;
}

bool matcher_is_stepwise(const struct matcher *t)
{
    return t->words == 1 && t->longest == 1 && !t->is_parted;
}

uint64_t matcher_positions(const struct matcher *t, uint16_t class)
{
    return masks_of(t, class, 1)[0];
}

uint8_t matcher_lands(const struct matcher *t, uint16_t class)
{
    return t->lands[class];
}

uint8_t matcher_takes(const struct matcher *t, uint16_t class)
{
    return t->takes[class];
}

void matcher_begin(struct matcher *t)
{
    memset(t->state, 0, t->words * sizeof(*t->state));
    t->state[0] = 1;
}

/* One word of states, and what of it a class reaches. Most terms have no
 * long steps: their masks are not looked at. */
static inline uint64_t step(const struct matcher *t, uint64_t state,
                            uint16_t class)
{
    const uint64_t *m = t->masks + class * STEPS;
    uint64_t reached = (state & m[1]) << 1;

    if (t->longest > 1 || t->is_parted)
        reached |= (state & m[0]) | (state & m[2]) << 2;
    if (t->longest > 2)
        reached |= (state & m[3]) << 3 | (state & m[4]) << 4 |
                   (state & m[5]) << 5 | (state & m[6]) << 6;
    return reached;
}

/* The same for a term of any length. */
static void step_words(struct matcher *t, uint16_t class)
{
    uint64_t *swap = t->state;

    for (size_t w = 0; w < t->words; w++) {
        uint64_t reached = t->state[w] & masks_of(t, class, 0)[w];

        for (size_t k = 1; k < STEPS; k++) {
            const uint64_t *mask = masks_of(t, class, k);

            reached |= (t->state[w] & mask[w]) << k;
            if (w)
                reached |= (t->state[w - 1] & mask[w - 1]) >> (64 - k);
        }
        t->next[w] = reached;
    }
    t->state = t->next;
    t->next = swap;
}

enum matcher_state matcher_consume(struct matcher *t, uint16_t class)
{
    uint64_t any = 0;

    if (t->words == 1)
        t->state[0] = step(t, t->state[0], class);
    else
        step_words(t, class);
    if (t->state[t->n / 64] >> (t->n % 64) & 1)
        return MATCHER_MATCHED;
    for (size_t w = 0; w < t->words; w++)
        any |= t->state[w];
    return any ? MATCHER_READING : MATCHER_FAILED;
}

size_t matcher_match_units(struct matcher *t, const uint16_t *classes,
                           const uint16_t *units, size_t n)
{
    enum matcher_state state = MATCHER_READING;
    size_t i = 0;

    if (t->words == 1) {
        uint64_t reached = 1, end = UINT64_C(1) << t->n;

        while (i < n && reached && !(reached & end))
            reached = step(t, reached, classes[units[i++]]);
        return (reached & end) ? i : 0;
    }
    matcher_begin(t);
    while (i < n && state == MATCHER_READING)
        state = matcher_consume(t, classes[units[i++]]);
    return state == MATCHER_MATCHED ? i : 0;
}

bool matcher_match_at(struct matcher *t, const uint16_t *classes, size_t n,
                      size_t start, size_t *end)
{
    enum matcher_state state = MATCHER_READING;
    size_t i = start;

    matcher_begin(t);
    while (state == MATCHER_READING && i < n)
        state = matcher_consume(t, classes[i++]);
    *end = i;
    return state == MATCHER_MATCHED;
}

/* From which positions the end can be reached with this class first, if `next`
 * are those from which it can after it. */
static void step_back(const struct matcher *t, uint16_t class,
                      const uint64_t *next, uint64_t *can)
{
    for (size_t w = 0; w < t->words; w++) {
        uint64_t above = w + 1 < t->words ? next[w + 1] : 0;

        can[w] = masks_of(t, class, 0)[w] & next[w];
        for (size_t k = 1; k <= t->longest; k++)
            can[w] |=
                masks_of(t, class, k)[w] & (next[w] >> k | above << (64 - k));
    }
}

bool matcher_mark(struct matcher *t, const uint16_t *classes, size_t n,
                  unsigned char *begins)
{
    bool found = false;
    const uint64_t end = UINT64_C(1) << (t->n % 64);

    memset(t->state, 0, t->words * sizeof(*t->state));
    for (size_t i = n; i-- > 0;) {
        uint64_t *swap = t->state;

        /* A match that ends before this character has nothing to wait for. */
        t->state[t->n / 64] |= end;
        step_back(t, classes[i], t->state, t->next);
        begins[i] = t->next[0] & 1;
        found = found || begins[i];
        t->state = t->next;
        t->next = swap;
    }
    return found;
}

bool matcher_wants_marks(const struct matcher *t, size_t n)
{
    return t->words > 1 || n > LONG_TEXT;
}

bool matcher_find(struct matcher *t, const uint16_t *classes, size_t n,
                  const unsigned char *begins, size_t from, size_t *start,
                  size_t *end)
{
    for (size_t i = from; i < n; i++) {
        uint16_t second = i + 1 < n ? classes[i + 1] : MATCHER_NOTHING;

        if (begins ? !begins[i] : !(t->lands[classes[i]] & t->takes[second]))
            continue;
        if (!matcher_match_at(t, classes, n, i, end))
            continue;
        *start = i;
        return true;
    }
    return false;
}
