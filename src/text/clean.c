#include "text/clean.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unictype.h>

#include "base/mem.h"
#include "text/utf8.h"
#include "text/width.h"

#define MARKS_MAX  4      /* on one base: what a cell holds */
#define ZWJ        0x200D /* joins two pictures into one */
#define SUBSTITUTE "〓"

/* What became of one source unit, a code point or a bad byte sequence. */
enum fate {
    FATE_KEPT,
    FATE_SPACED, /* kept, behind a space that it sits on */
    FATE_DROPPED,
    FATE_REPLACED,
};

struct unit {
    enum fate fate;
    size_t used;   /* source bytes, at least 1 */
    char text[12]; /* FATE_REPLACED: NUL-terminated */
};

/* What stands before the place that is read. */
struct before {
    enum clean_mode mode;
    bool has_base; /* a base that marks may sit on */
    int marks;     /* on that base */
    bool is_picture;
};

/* Whether the three bytes at `s` are a character that needs no look at the
 * table: of the Han and full-width blocks, where every code point is an agreed
 * wide base. Nearly all of a Chinese text is. */
static inline bool is_plain_triple(const unsigned char *s)
{
    if ((s[2] & 0xC0) != 0x80)
        return false;
    switch (s[0]) {
    case 0xE3: /* U+3000 to U+300F */
        return s[1] == 0x80 && s[2] < 0x90;
    case 0xE4: /* from U+4E00 */
        return s[1] >= 0xB8 && s[1] < 0xC0;
    case 0xE5:
    case 0xE6:
    case 0xE7:
    case 0xE8:
    case 0xE9:
        return (s[1] & 0xC0) == 0x80;
    case 0xEF: /* from U+FF01 */
        return s[1] == 0xBC && s[2] > 0x80;
    default:
        return false;
    }
}

/* How many leading bytes are such characters or printable ASCII. */
static size_t plain_len(const unsigned char *s, size_t len)
{
    size_t at = 0;

    while (at < len) {
        if (s[at] >= 0x20 && s[at] < 0x7F)
            at++;
        else if (len - at >= 3 && is_plain_triple(s + at))
            at += 3;
        else
            break;
    }
    return at;
}

/* The blocks that emoji sequences are made of, skin colours included. */
static bool is_picture(uint32_t cp)
{
    return (cp >= 0x2190 && cp <= 0x2BFF) || (cp >= 0x1F000 && cp <= 0x1FAFF);
}

/* A joiner between two pictures is harmless without its partner: without it
 * they stand side by side, which all terminals draw alike. Elsewhere it hides
 * in a name and is shown. */
static bool joins_pictures(const struct before *b, const char *rest, size_t len)
{
    uint32_t next = 0;

    if (len > 0)
        utf8_decode(rest, len, &next);
    return b->is_picture && is_picture(next);
}

static void take_base(struct before *b, uint32_t cp)
{
    b->has_base = true;
    b->marks = 0;
    b->is_picture = is_picture(cp);
}

static enum fate take_mark(struct before *b)
{
    if (b->has_base && b->marks >= MARKS_MAX)
        return FATE_DROPPED;
    if (b->has_base) {
        b->marks++;
        return FATE_KEPT;
    }
    take_base(b, ' ');
    b->marks = 1;
    return FATE_SPACED;
}

/* A visible mark is no base: what would sit on it gets its own space. */
static enum fate show_mark(struct before *b, struct unit *u, uint32_t cp)
{
    b->has_base = false;
    b->is_picture = false;
    if (cp < 0x20 || cp == 0x7F)
        snprintf(u->text, sizeof(u->text), "^%c", (char)(cp ^ 0x40));
    else
        snprintf(u->text, sizeof(u->text), "<%04X>", (unsigned)cp);
    return FATE_REPLACED;
}

static enum fate replace_base(struct before *b, struct unit *u, uint32_t cp,
                              const char *text)
{
    take_base(b, cp);
    snprintf(u->text, sizeof(u->text), "%s", text);
    return FATE_REPLACED;
}

static enum fate take_disputed(struct before *b, struct unit *u, uint32_t cp)
{
    if (b->mode == CLEAN_SCREEN)
        return replace_base(b, u, cp, SUBSTITUTE);
    if (uc_is_general_category_withtable(cp, UC_CATEGORY_MASK_Mn |
                                                 UC_CATEGORY_MASK_Me))
        return take_mark(b);
    take_base(b, cp);
    return FATE_KEPT;
}

static bool is_selector(uint32_t cp)
{
    return cp == 0xFE0E || cp == 0xFE0F;
}

/* Judge the unit at `s`, of which `len` > 0 bytes may be read. */
static void take_unit(struct before *b, const char *s, size_t len,
                      struct unit *u)
{
    uint32_t cp;

    u->used = utf8_decode(s, len, &cp);
    if (cp == UTF8_REPLACEMENT &&
        (u->used != 3 || memcmp(s, "\xEF\xBF\xBD", 3) != 0)) {
        u->fate = replace_base(b, u, cp, "\xEF\xBF\xBD");
        return;
    }
    switch (width_kind(cp)) {
    case WIDTH_NARROW:
    case WIDTH_WIDE:
    case WIDTH_AMBIGUOUS:
        take_base(b, cp);
        u->fate = FATE_KEPT;
        break;
    case WIDTH_ZERO:
        u->fate = take_mark(b);
        break;
    case WIDTH_HIDDEN:
        u->fate = b->mode == CLEAN_EXPORT && is_selector(cp) ? take_mark(b)
                                                             : FATE_DROPPED;
        break;
    case WIDTH_MARKED:
        if (cp == ZWJ && joins_pictures(b, s + u->used, len - u->used))
            u->fate = FATE_DROPPED;
        else
            u->fate = show_mark(b, u, cp);
        break;
    case WIDTH_SUBSTITUTE:
        u->fate = take_disputed(b, u, cp);
        break;
    }
}

/* How many leading bytes stay as they are; `b` is brought to that place. */
static size_t clean_len(struct before *b, const char *s, size_t len)
{
    size_t at = 0;

    while (at < len) {
        size_t plain = plain_len((const unsigned char *)s + at, len - at);
        struct before was;
        struct unit u;

        if (plain > 0) {
            take_base(b, ' ');
            at += plain;
            continue;
        }
        was = *b;
        take_unit(b, s + at, len - at, &u);
        if (u.fate != FATE_KEPT) {
            *b = was;
            break;
        }
        at += u.used;
    }
    return at;
}

bool clean_is_clean(const char *src, size_t len, enum clean_mode mode)
{
    struct before b = {.mode = mode};

    return clean_len(&b, src, len) == len;
}

/* The clean text and, where wanted, the source offset of each of its bytes. */
struct sink {
    struct str *text;
    bool wants_map;
    uint32_t *map; /* owned, one for each byte of `text`, if wanted */
    size_t cap;
};

/* Append `n` bytes that stand for the source from `from` on; each is a source
 * byte of its own (`step` 1) or all stand for one unit (`step` 0). */
static void put(struct sink *sink, const char *bytes, size_t n, size_t from,
                size_t step)
{
    size_t at = sink->text->len;

    str_append(sink->text, bytes, n);
    if (!sink->wants_map || n == 0)
        return;
    if (!sink->map || at + n > sink->cap) {
        sink->cap = (at + n) + (at + n) / 2 + 16;
        sink->map = xreallocarray(sink->map, sink->cap, sizeof(*sink->map));
    }
    for (size_t i = 0; i < n; i++)
        sink->map[at + i] = (uint32_t)(from + i * step);
}

static void clean_into(struct sink *sink, const char *src, size_t len,
                       enum clean_mode mode)
{
    struct before b = {.mode = mode};
    size_t at = 0;

    while (at < len) {
        size_t kept = clean_len(&b, src + at, len - at);
        struct unit u;

        put(sink, src + at, kept, at, 1);
        at += kept;
        if (at == len)
            break;
        take_unit(&b, src + at, len - at, &u);
        if (u.fate == FATE_REPLACED)
            put(sink, u.text, strlen(u.text), at, 0);
        if (u.fate == FATE_SPACED) {
            put(sink, " ", 1, at, 0);
            put(sink, src + at, u.used, at, 1);
        }
        at += u.used;
    }
}

void clean_text(struct clean *out, const char *src, size_t len,
                enum clean_mode mode)
{
    struct str text = {0};
    struct sink sink = {.text = &text, .wants_map = true};

    assert(len < UINT32_MAX);
    if (clean_is_clean(src, len, mode)) {
        *out = (struct clean){xmemdup(src, len), len, len, NULL};
        return;
    }
    clean_into(&sink, src, len, mode);
    out->len = text.len;
    out->source_len = len;
    out->text = str_take(&text);
    /* Everything dropped: a map of nothing, but not "as it was". */
    out->map = sink.map ? sink.map : xcalloc(1, sizeof(*out->map));
}

void clean_clear(struct clean *c)
{
    free(c->text);
    free(c->map);
    *c = (struct clean){0};
}

size_t clean_from_source(const struct clean *c, size_t offset)
{
    size_t low = 0, high = c->len;

    if (!c->map)
        return offset < c->len ? offset : c->len;
    if (offset >= c->source_len)
        return c->len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (c->map[middle] < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t clean_to_source(const struct clean *c, size_t offset)
{
    if (offset >= c->len)
        return c->source_len;
    return c->map ? c->map[offset] : offset;
}

void clean_append(struct str *out, const char *src, size_t len,
                  enum clean_mode mode)
{
    struct sink sink = {.text = out};

    clean_into(&sink, src, len, mode);
}

char *clean_copy(const char *src)
{
    struct str out = {0};

    clean_append(&out, src, strlen(src), CLEAN_EXPORT);
    return str_take(&out);
}
