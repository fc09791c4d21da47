#include "search/scan_alphabet.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/bytes.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "search/fold.h"
#include "search/pinyin.h"

#define HEAD_LEN   12
#define CODE_COUNT 0x110000u

/*
 * Characters that searches take for starts alike, with classes of their own:
 * those of one first letter, and those of several by which these are.
 */
enum {
    GROUP_OTHERS,
    GROUP_DIGITS,
    GROUP_LETTERS,
    GROUP_READ,                       /* and 25 more: of one first letter */
    GROUP_READINGS = GROUP_READ + 26, /* of several */
    READINGS_GROUPS = 96,
    GROUPS = GROUP_READINGS + READINGS_GROUPS,
};

/* Where the classes of the groups begin, and what is nobody's. */
enum {
    CLASS_DIGITS = 4,
    CLASS_LETTERS,
    CLASS_READ = 8,
    LARGE_CLASSES = 4, /* of the others, and of those of one first letter */
    CLASS_READINGS = CLASS_READ + 26 * LARGE_CLASSES,
    CLASS_FREE = CLASS_READINGS + READINGS_GROUPS,
};

_Static_assert(CLASS_FREE < SCAN_CLASSES, "the groups have room");

static unsigned first_class(unsigned group)
{
    if (group >= GROUP_READINGS)
        return CLASS_READINGS + (group - GROUP_READINGS);
    if (group >= GROUP_READ)
        return CLASS_READ + (group - GROUP_READ) * LARGE_CLASSES;
    if (group == GROUP_OTHERS)
        return 0;
    return group == GROUP_DIGITS ? CLASS_DIGITS : CLASS_LETTERS;
}

static unsigned class_count(unsigned group)
{
    bool is_large = group == GROUP_OTHERS ||
                    (group >= GROUP_READ && group < GROUP_READINGS);

    return is_large ? LARGE_CLASSES : 1;
}

/* What hands out units; only while an alphabet is made. */
struct numbering {
    uint16_t units[CODE_COUNT];  /* by code point, 0: none yet */
    uint16_t used[SCAN_CLASSES]; /* units of a class that are taken */
    unsigned open[GROUPS];       /* the class that a group fills */
};

struct scan_alphabet {
    struct scan_letter *letters;
    size_t len, cap;
    uint32_t missed_rows;
    struct numbering *numbering; /* NULL when read */
};

static const char magic[4] = {'G', 'S', 'A', '2'};

/* The first letters of the readings that count by them, a bit each. */
static uint32_t first_letters(uint32_t cp)
{
    const struct pinyin_reading *readings;
    size_t n = pinyin_readings(pinyin_set(cp), &readings);
    uint32_t letters = 0;

    for (size_t i = 0; i < n; i++) {
        if (!i || !readings[i].rare)
            letters |= UINT32_C(1) << (readings[i].spelling[0] - 'a');
    }
    return letters;
}

static unsigned group_of(uint32_t cp)
{
    uint32_t letters = first_letters(cp);

    if (letters && !(letters & (letters - 1)))
        return GROUP_READ + (unsigned)__builtin_ctz(letters);
    if (letters)
        return GROUP_READINGS +
               (letters * UINT32_C(2654435761) >> 16) % READINGS_GROUPS;
    cp = fold(cp);
    if (cp >= '0' && cp <= '9')
        return GROUP_DIGITS;
    return cp >= 'a' && cp <= 'z' ? GROUP_LETTERS : GROUP_OTHERS;
}

struct scan_alphabet *scan_alphabet_new(void)
{
    struct scan_alphabet *a = xcalloc(1, sizeof(*a));
    struct numbering *n = xcalloc(1, sizeof(*n));

    for (unsigned g = 0; g < GROUPS; g++)
        n->open[g] = first_class(g);
    n->used[SCAN_CELL / SCAN_CLASS_UNITS] = SCAN_CELL + 1;
    n->used[SCAN_NOT_HELD / SCAN_CLASS_UNITS] = SCAN_CLASS_UNITS;
    a->numbering = n;
    return a;
}

void scan_alphabet_free(struct scan_alphabet *a)
{
    if (!a)
        return;
    free(a->letters);
    free(a->numbering);
    free(a);
}

/* A class with room: the group's own ones first, then one that is nobody's,
 * then any. One has room. */
static unsigned class_for(struct numbering *n, unsigned group)
{
    unsigned own = first_class(group), end = own + class_count(group);
    unsigned class = n->open[group];

    if (n->used[class] < SCAN_CLASS_UNITS)
        return class;
    for (class = own; class < end; class ++) {
        if (n->used[class] < SCAN_CLASS_UNITS)
            return n->open[group] = class;
    }
    for (class = CLASS_FREE; class < SCAN_CLASSES; class ++) {
        if (!n->used[class])
            return n->open[group] = class;
    }
    for (class = 0; n->used[class] == SCAN_CLASS_UNITS;)
        class ++;
    return n->open[group] = class;
}

uint16_t scan_alphabet_add(struct scan_alphabet *a, uint32_t cp)
{
    struct numbering *n = a->numbering;
    unsigned class;
    uint16_t unit;

    assert(n && cp < CODE_COUNT);
    if (n->units[cp])
        return n->units[cp];
    if (a->len == SCAN_ALPHABET_MAX)
        return SCAN_NOT_HELD;
    class = class_for(n, group_of(cp));
    unit = (uint16_t)(class * SCAN_CLASS_UNITS + n->used[class]++);
    n->units[cp] = unit;
    a->letters = mem_grow(a->letters, a->len, &a->cap, sizeof(*a->letters));
    a->letters[a->len++] = (struct scan_letter){cp, unit};
    return unit;
}

void scan_alphabet_miss_row(struct scan_alphabet *a)
{
    if (a->missed_rows < UINT32_MAX)
        a->missed_rows++;
}

const struct scan_letter *scan_alphabet_letters(const struct scan_alphabet *a,
                                                size_t *count)
{
    *count = a->len;
    return a->letters;
}

bool scan_alphabet_misses_rows(const struct scan_alphabet *a)
{
    return a->missed_rows > 0;
}

void scan_alphabet_write(const struct scan_alphabet *a, struct str *out)
{
    unsigned char word[4];

    str_append(out, magic, sizeof(magic));
    bytes_put_u32(word, (uint32_t)a->len);
    str_append(out, (const char *)word, sizeof(word));
    bytes_put_u32(word, a->missed_rows);
    str_append(out, (const char *)word, sizeof(word));
    for (size_t i = 0; i < a->len; i++) {
        bytes_put_u32(word, a->letters[i].cp);
        str_append(out, (const char *)word, sizeof(word));
    }
    for (size_t i = 0; i < a->len; i++) {
        word[0] = (unsigned char)(a->letters[i].unit & 0xFF);
        word[1] = (unsigned char)(a->letters[i].unit >> 8);
        str_append(out, (const char *)word, 2);
    }
}

struct scan_alphabet *scan_alphabet_read(const void *bytes, size_t len,
                                         struct err *e)
{
    const unsigned char *b = bytes;
    struct scan_alphabet *a;
    uint32_t count;

    if (len < HEAD_LEN || memcmp(b, magic, sizeof(magic)) != 0)
        goto fail;
    count = bytes_get_u32(b + 4);
    if (count > SCAN_ALPHABET_MAX || len != HEAD_LEN + (size_t)count * 6)
        goto fail;
    a = xcalloc(1, sizeof(*a));
    a->missed_rows = bytes_get_u32(b + 8);
    a->letters = xcalloc(count, sizeof(*a->letters));
    a->len = a->cap = count;
    for (size_t i = 0; i < count; i++) {
        const unsigned char *unit = b + HEAD_LEN + (size_t)count * 4 + i * 2;
        struct scan_letter letter = {
            .cp = bytes_get_u32(b + HEAD_LEN + i * 4),
            .unit = (uint16_t)(unit[0] | unit[1] << 8),
        };

        if (letter.cp >= CODE_COUNT || letter.unit == SCAN_CELL ||
            letter.unit / SCAN_CLASS_UNITS == 1) {
            scan_alphabet_free(a);
            goto fail;
        }
        a->letters[i] = letter;
    }
    return a;

fail:
    err_set(e, ERR_DATA, "%s", _("the search tables of the list are damaged"));
    return NULL;
}
