#include "search/scan_look.h"

#include <string.h>

#include "search/scan_alphabet.h"

#if defined(__x86_64__) || defined(__i386__)
#define HAS_VECTORS 1
#include <immintrin.h>
#else
#define HAS_VECTORS 0
#endif

/* In more parts of 16 the tables of single units are quicker. */
#define MAX_PARTS 5

/* The widest way that the processor has. */
static enum scan_look_way best_way(void)
{
#if HAS_VECTORS
    if (__builtin_cpu_supports("avx512vbmi") &&
        __builtin_cpu_supports("avx512bw"))
        return SCAN_LOOK_BY_CLASS_64;
    if (__builtin_cpu_supports("avx2"))
        return SCAN_LOOK_BY_CLASS;
#endif
    return SCAN_LOOK_BY_TABLE;
}

/* The bits of the classes, from those of their units. Of a second unit some
 * bit may be set whatever it is: a class without any holds no unit. */
static void find_classes(struct scan_look_classes *c, const uint8_t *by_unit,
                         size_t units, bool is_second)
{
    for (size_t u = 0; u < units; u++)
        c->by_class[u / SCAN_CLASS_UNITS] |= by_unit[u];
    c->common = is_second ? 0xFF : 0;
    for (size_t i = 0; is_second && i < SCAN_LOOK_CLASSES; i++) {
        if (c->by_class[i])
            c->common &= c->by_class[i];
    }
    for (unsigned i = 0; i < SCAN_LOOK_CLASSES; i++) {
        c->by_class[i] &= (uint8_t)~c->common;
        if (c->by_class[i] && (!c->count || c->parts[c->count - 1] != i / 16))
            c->parts[c->count++] = (uint8_t)(i / 16);
    }
}

/* Whether few units can be the first; then `few` holds them. */
static bool find_few(struct scan_look *l, size_t units)
{
    size_t n = 0;

    for (size_t u = 0; u < units; u++) {
        if (!l->first[u])
            continue;
        if (n == SCAN_LOOK_FEW)
            return false;
        l->few[n++] = (uint16_t)u;
    }
    for (size_t k = n; n && k < SCAN_LOOK_FEW; k++)
        l->few[k] = l->few[0];
    return n > 0;
}

void scan_look_init(struct scan_look *l, const uint8_t *first,
                    const uint8_t *second, size_t units)
{
    *l =
        (struct scan_look){.first = first, .second = second, .way = best_way()};
    if (l->way == SCAN_LOOK_BY_TABLE)
        return;
    find_classes(&l->class_first, first, units, false);
    find_classes(&l->class_second, second, units, true);
    if (find_few(l, units))
        l->way = SCAN_LOOK_BY_FEW;
    else if (l->way == SCAN_LOOK_BY_CLASS &&
             l->class_first.count + l->class_second.count > MAX_PARTS)
        l->way = SCAN_LOOK_BY_TABLE;
}

/* Which of eight units passes first; one does. Without branches: any of them
 * is as likely. */
static size_t first_of(const uint8_t *first, const uint8_t *second,
                       const uint16_t *u)
{
    unsigned bits = 0;

    for (unsigned k = 0; k < 8; k++)
        bits |= (unsigned)((first[u[k]] & second[u[k + 1]]) != 0) << k;
    return (size_t)__builtin_ctz(bits);
}

static size_t by_units(const struct scan_look *l, const uint16_t *u, size_t i,
                       size_t end)
{
    const uint8_t *first = l->first, *second = l->second;

    for (; i + 8 <= end; i += 8) {
        const uint16_t *v = u + i;
        int any = (first[v[0]] & second[v[1]]) | (first[v[1]] & second[v[2]]) |
                  (first[v[2]] & second[v[3]]) | (first[v[3]] & second[v[4]]) |
                  (first[v[4]] & second[v[5]]) | (first[v[5]] & second[v[6]]) |
                  (first[v[6]] & second[v[7]]) | (first[v[7]] & second[v[8]]);

        if (any)
            return i + first_of(first, second, v);
    }
    while (i < end && !(first[u[i]] & second[u[i + 1]]))
        i++;
    return i;
}

#if HAS_VECTORS

#define WITH_AVX2 __attribute__((target("avx2")))

/* The classes of 32 units. Their order is that of the units but for the
 * middle quarters, which change places; so they do in every other register
 * made here. */
WITH_AVX2 static inline __m256i classes_of(const uint16_t *u)
{
    __m256i low = _mm256_loadu_si256((const __m256i *)(const void *)(u));
    __m256i high = _mm256_loadu_si256((const __m256i *)(const void *)(u + 16));

    return _mm256_packus_epi16(_mm256_srli_epi16(low, 8),
                               _mm256_srli_epi16(high, 8));
}

/* Look 32 classes up. pshufb takes the low four bits for an index and gives 0
 * where the top bit is set: 0x70 added with saturation sets it in all that
 * are not of this part. */
WITH_AVX2 static inline __m256i look_up(const struct scan_look_classes *c,
                                        __m256i classes)
{
    const __m256i beyond = _mm256_set1_epi8(0x70);
    __m256i found = _mm256_set1_epi8((char)c->common);

    for (int k = 0; k < c->count; k++) {
        int part = c->parts[k];
        __m256i table = _mm256_broadcastsi128_si256(_mm_loadu_si128(
            (const __m128i *)(const void *)(c->by_class + 16 * part)));
        __m256i of_part =
            _mm256_xor_si256(classes, _mm256_set1_epi8((char)(part << 4)));
        __m256i index = _mm256_adds_epu8(of_part, beyond);

        found = _mm256_or_si256(found, _mm256_shuffle_epi8(table, index));
    }
    return found;
}

/* Remember the places of 32 that `none`, in the order of classes_of(), does
 * not rule out. */
WITH_AVX2 static inline void remember(struct scan_looking *at, size_t base,
                                      __m256i none)
{
    at->base = base;
    at->end = base + 32;
    at->passing =
        ~(uint32_t)_mm256_movemask_epi8(_mm256_permute4x64_epi64(none, 0xD8));
}

/* The first of the places remembered, from `from` on, that passes by its
 * units. False: none does. */
static inline bool next_passing(const struct scan_look *l,
                                struct scan_looking *at, const uint16_t *u,
                                size_t from, size_t *found)
{
    if (from >= at->end)
        at->passing = 0;
    else if (from > at->base)
        at->passing &= UINT64_MAX << (from - at->base);
    while (at->passing) {
        size_t i = at->base + (size_t)__builtin_ctzll(at->passing);

        if (l->first[u[i]] & l->second[u[i + 1]]) {
            *found = i;
            return true;
        }
        at->passing &= at->passing - 1;
    }
    return false;
}

WITH_AVX2 static size_t by_classes(const struct scan_look *l,
                                   struct scan_looking *at, const uint16_t *u,
                                   size_t i, size_t end)
{
    for (; i + 32 <= end; i += 32) {
        __m256i pass =
            _mm256_and_si256(look_up(&l->class_first, classes_of(u + i)),
                             look_up(&l->class_second, classes_of(u + i + 1)));
        __m256i none = _mm256_cmpeq_epi8(pass, _mm256_setzero_si256());
        size_t found;

        remember(at, i, none);
        if (next_passing(l, at, u, i, &found))
            return found;
    }
    return by_units(l, u, i, end);
}

WITH_AVX2 static inline __m256i is_one_of(const __m256i *few, const uint16_t *u)
{
    __m256i units = _mm256_loadu_si256((const __m256i *)(const void *)u);

    return _mm256_or_si256(_mm256_or_si256(_mm256_cmpeq_epi16(units, few[0]),
                                           _mm256_cmpeq_epi16(units, few[1])),
                           _mm256_or_si256(_mm256_cmpeq_epi16(units, few[2]),
                                           _mm256_cmpeq_epi16(units, few[3])));
}

WITH_AVX2 static size_t by_few(const struct scan_look *l,
                               struct scan_looking *at, const uint16_t *u,
                               size_t i, size_t end)
{
    __m256i few[SCAN_LOOK_FEW];

    for (size_t k = 0; k < SCAN_LOOK_FEW; k++)
        few[k] = _mm256_set1_epi16((short)l->few[k]);
    for (; i + 32 <= end; i += 32) {
        __m256i some = _mm256_packs_epi16(is_one_of(few, u + i),
                                          is_one_of(few, u + i + 16));
        __m256i none = _mm256_cmpeq_epi8(some, _mm256_setzero_si256());
        size_t found;

        remember(at, i, none);
        if (next_passing(l, at, u, i, &found))
            return found;
    }
    return by_units(l, u, i, end);
}

#define WITH_VBMI                                                              \
    __attribute__((target("avx512f,avx512bw,avx512vl,avx512vbmi")))

/* A table of 256 bytes in four registers of 64. */
struct wide_table {
    __m512i quarters[4];
};

WITH_VBMI static inline struct wide_table
wide_table(const struct scan_look_classes *c)
{
    const __m512i common = _mm512_set1_epi8((char)c->common);
    struct wide_table t;

    for (int q = 0; q < 4; q++)
        t.quarters[q] =
            _mm512_or_si512(common, _mm512_loadu_si512(c->by_class + 64 * q));
    return t;
}

/* Where the high bytes of 64 units stand in 128 bytes. */
static const uint8_t odd_bytes[64] = {
    1,   3,   5,   7,   9,   11,  13,  15,  17,  19,  21,  23,  25,
    27,  29,  31,  33,  35,  37,  39,  41,  43,  45,  47,  49,  51,
    53,  55,  57,  59,  61,  63,  65,  67,  69,  71,  73,  75,  77,
    79,  81,  83,  85,  87,  89,  91,  93,  95,  97,  99,  101, 103,
    105, 107, 109, 111, 113, 115, 117, 119, 121, 123, 125, 127};

WITH_VBMI static inline __m512i wide_classes_of(const uint16_t *u, __m512i odd)
{
    return _mm512_permutex2var_epi8(_mm512_loadu_si512(u), odd,
                                    _mm512_loadu_si512(u + 32));
}

WITH_VBMI static inline __m512i wide_look_up(const struct wide_table *t,
                                             __m512i classes)
{
    __m512i low =
        _mm512_permutex2var_epi8(t->quarters[0], classes, t->quarters[1]);
    __m512i high =
        _mm512_permutex2var_epi8(t->quarters[2], classes, t->quarters[3]);

    return _mm512_mask_blend_epi8(_mm512_movepi8_mask(classes), low, high);
}

WITH_VBMI static size_t by_classes_64(const struct scan_look *l,
                                      struct scan_looking *at,
                                      const uint16_t *u, size_t i, size_t end)
{
    const struct wide_table first = wide_table(&l->class_first);
    const struct wide_table second = wide_table(&l->class_second);
    const __m512i odd = _mm512_loadu_si512(odd_bytes);

    for (; i + 64 <= end; i += 64) {
        __m512i a = wide_look_up(&first, wide_classes_of(u + i, odd));
        __m512i b = wide_look_up(&second, wide_classes_of(u + i + 1, odd));
        size_t found;

        at->base = i;
        at->end = i + 64;
        at->passing = _mm512_test_epi8_mask(a, b);
        if (at->passing && next_passing(l, at, u, i, &found))
            return found;
    }
    return by_units(l, u, i, end);
}

#endif

/* What is left of the places looked at last comes first. */
size_t scan_look(const struct scan_look *l, struct scan_looking *at,
                 const uint16_t *u, size_t from, size_t end)
{
#if HAS_VECTORS
    size_t found;

    if (l->way == SCAN_LOOK_BY_TABLE)
        return by_units(l, u, from, end);
    if (from < at->end) {
        if (next_passing(l, at, u, from, &found))
            return found;
        from = at->end;
    }
    if (l->way == SCAN_LOOK_BY_CLASS_64)
        return by_classes_64(l, at, u, from, end);
    if (l->way == SCAN_LOOK_BY_CLASS)
        return by_classes(l, at, u, from, end);
    return by_few(l, at, u, from, end);
#else
    (void)at;
    return by_units(l, u, from, end);
#endif
}
