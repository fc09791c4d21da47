#include "import/docx_numbers.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/mem.h"
#include "import/numeral.h"
#include "import/xml.h"

/* A name in a table of names: ids are short, tables are small. */
struct style {
    char *id, *based_on, *num;
    long level; /* -1: not said */
    enum page_hint hint;
};

struct level {
    enum numeral numeral;
    bool is_bullet;
    char *text; /* "（%2）"; NULL: none */
    long start;
    bool is_legal;   /* numbers of the levels above are decimal */
    bool has_suffix; /* a tab or a blank parts it from the text */
    bool restarts;   /* after one of a level above */
};

/* An abstract numbering: its levels, and how far they have counted. */
struct scheme {
    char *id;
    struct level levels[DOCX_LEVELS];
    long counts[DOCX_LEVELS];
    bool counted[DOCX_LEVELS];
};

/* What paragraphs name: a scheme, with other starts. */
struct num {
    char *id, *scheme;
    long starts[DOCX_LEVELS];
    bool has_start[DOCX_LEVELS]; /* not yet used */
};

struct docx_numbers {
    struct style *styles;
    size_t style_count, style_cap;
    struct scheme *schemes;
    size_t scheme_count, scheme_cap;
    struct num *nums;
    size_t num_count, num_cap;
    /* while they are read */
    bool in_scheme, in_num;
    long level; /* of the scheme or of the override; -1: none is open */
};

enum { STYLE_DEPTH = 16 }; /* of styles that are based on one another */

/* ---- styles ---- */

static bool starts_like(const char *s, const char *word)
{
    return strncasecmp(s, word, strlen(word)) == 0;
}

static enum page_hint hint_of(const char *name)
{
    if (strcasecmp(name, "title") == 0 || strcmp(name, "标题") == 0)
        return PAGE_HINT_TITLE;
    if (starts_like(name, "heading ") || starts_like(name, "标题 "))
        return PAGE_HINT_HEADING;
    return PAGE_HINT_NONE;
}

static void set_copy(char **field, const char *value)
{
    free(*field);
    *field = value ? xstrdup(value) : NULL;
}

static bool on_style(void *to, const char *name, const char *space,
                     const struct xml_attributes *a)
{
    struct docx_numbers *n = to;
    struct style *s = n->style_count ? &n->styles[n->style_count - 1] : NULL;

    (void)space;
    if (strcmp(name, "style") == 0) {
        const char *id = xml_attribute(a, "styleId");

        n->styles = mem_grow(n->styles, n->style_count, &n->style_cap,
                             sizeof(*n->styles));
        n->styles[n->style_count++] =
            (struct style){.id = xstrdup(id ? id : ""), .level = -1};
    } else if (!s) {
        return true;
    } else if (strcmp(name, "name") == 0) {
        const char *value = xml_attribute(a, "val");

        s->hint = hint_of(value ? value : "");
    } else if (strcmp(name, "basedOn") == 0) {
        set_copy(&s->based_on, xml_attribute(a, "val"));
    } else if (strcmp(name, "numId") == 0) {
        set_copy(&s->num, xml_attribute(a, "val"));
    } else if (strcmp(name, "ilvl") == 0) {
        s->level = xml_number(a, "val", 0);
    }
    return true;
}

static const struct style *find_style(const struct docx_numbers *n,
                                      const char *id)
{
    for (size_t i = 0; id && i < n->style_count; i++) {
        if (strcmp(n->styles[i].id, id) == 0)
            return &n->styles[i];
    }
    return NULL;
}

struct docx_style docx_numbers_style(const struct docx_numbers *n,
                                     const char *id)
{
    struct docx_style out = {.level = -1};
    const struct style *s = find_style(n, id);

    for (int depth = 0; s && depth < STYLE_DEPTH; depth++) {
        if (out.hint == PAGE_HINT_NONE)
            out.hint = s->hint;
        if (out.level < 0)
            out.level = s->level;
        if (!out.num)
            out.num = s->num;
        s = find_style(n, s->based_on);
    }
    if (out.level < 0)
        out.level = 0;
    return out;
}

/* ---- numberings ---- */

/* clang-format off */
static const struct {
    const char *name;
    enum numeral numeral;
} formats[] = {
    { "decimal", NUMERAL_DECIMAL },
    { "decimalZero", NUMERAL_DECIMAL_ZERO },
    { "decimalFullWidth", NUMERAL_DECIMAL_WIDE },
    { "decimalFullWidth2", NUMERAL_DECIMAL_WIDE },
    { "decimalEnclosedCircle", NUMERAL_CIRCLED },
    { "decimalEnclosedCircleChinese", NUMERAL_CIRCLED },
    { "decimalEnclosedParen", NUMERAL_BRACKETED },
    { "decimalEnclosedFullstop", NUMERAL_FULL_STOP },
    { "lowerLetter", NUMERAL_LOWER_LETTER },
    { "upperLetter", NUMERAL_UPPER_LETTER },
    { "lowerRoman", NUMERAL_LOWER_ROMAN },
    { "upperRoman", NUMERAL_UPPER_ROMAN },
    { "chineseCounting", NUMERAL_CHINESE },
    { "chineseCountingThousand", NUMERAL_CHINESE },
    { "japaneseCounting", NUMERAL_CHINESE },
    { "taiwaneseCounting", NUMERAL_CHINESE },
    { "taiwaneseCountingThousand", NUMERAL_CHINESE },
    { "ideographDigital", NUMERAL_CHINESE_DIGIT },
    { "japaneseDigitalTenThousand", NUMERAL_CHINESE_DIGIT },
    { "taiwaneseDigital", NUMERAL_CHINESE_DIGIT },
    { "chineseLegalSimplified", NUMERAL_CHINESE_LEGAL },
    { "ideographLegalTraditional", NUMERAL_CHINESE_LEGAL },
    { "ideographTraditional", NUMERAL_STEM },
    { "ideographZodiac", NUMERAL_BRANCH },
    { "none", NUMERAL_NONE },
};
/* clang-format on */

static enum numeral numeral_named(const char *name)
{
    for (size_t i = 0; name && i < ARRAY_LEN(formats); i++) {
        if (strcmp(formats[i].name, name) == 0)
            return formats[i].numeral;
    }
    return NUMERAL_DECIMAL;
}

static void add_scheme(struct docx_numbers *n, const char *id)
{
    struct scheme *s;

    n->schemes = mem_grow(n->schemes, n->scheme_count, &n->scheme_cap,
                          sizeof(*n->schemes));
    s = &n->schemes[n->scheme_count++];
    *s = (struct scheme){.id = xstrdup(id ? id : "")};
    for (size_t i = 0; i < DOCX_LEVELS; i++) {
        s->levels[i] = (struct level){.numeral = NUMERAL_DECIMAL,
                                      .start = 1,
                                      .has_suffix = true,
                                      .restarts = true};
    }
}

static void add_num(struct docx_numbers *n, const char *id)
{
    n->nums = mem_grow(n->nums, n->num_count, &n->num_cap, sizeof(*n->nums));
    n->nums[n->num_count++] = (struct num){.id = xstrdup(id ? id : "")};
}

static void take_level(struct level *l, const char *name,
                       const struct xml_attributes *a)
{
    const char *value = xml_attribute(a, "val");

    if (strcmp(name, "start") == 0) {
        l->start = xml_number(a, "val", 1);
    } else if (strcmp(name, "numFmt") == 0) {
        l->is_bullet = value && strcmp(value, "bullet") == 0;
        l->numeral = numeral_named(value);
    } else if (strcmp(name, "lvlText") == 0) {
        set_copy(&l->text, value);
    } else if (strcmp(name, "isLgl") == 0) {
        l->is_legal = xml_is_on(a, "val", true);
    } else if (strcmp(name, "suff") == 0) {
        l->has_suffix = !value || strcmp(value, "nothing") != 0;
    } else if (strcmp(name, "lvlRestart") == 0) {
        l->restarts = xml_number(a, "val", 1) != 0;
    }
}

static bool is_level(long level)
{
    return level >= 0 && level < DOCX_LEVELS;
}

static bool on_number(void *to, const char *name, const char *space,
                      const struct xml_attributes *a)
{
    struct docx_numbers *n = to;

    (void)space;
    if (strcmp(name, "abstractNum") == 0) {
        add_scheme(n, xml_attribute(a, "abstractNumId"));
        n->in_scheme = true;
        n->in_num = false;
        n->level = -1;
    } else if (strcmp(name, "num") == 0) {
        add_num(n, xml_attribute(a, "numId"));
        n->in_num = true;
        n->in_scheme = false;
        n->level = -1;
    } else if (strcmp(name, "abstractNumId") == 0 && n->in_num) {
        set_copy(&n->nums[n->num_count - 1].scheme, xml_attribute(a, "val"));
    } else if (strcmp(name, "lvl") == 0 || strcmp(name, "lvlOverride") == 0) {
        n->level = xml_number(a, "ilvl", -1);
    } else if (strcmp(name, "startOverride") == 0 && n->in_num &&
               is_level(n->level)) {
        struct num *num = &n->nums[n->num_count - 1];

        num->starts[n->level] = xml_number(a, "val", 1);
        num->has_start[n->level] = true;
    } else if (n->in_scheme && is_level(n->level)) {
        take_level(&n->schemes[n->scheme_count - 1].levels[n->level], name, a);
    }
    return true;
}

static struct num *find_num(struct docx_numbers *n, const char *id)
{
    for (size_t i = 0; i < n->num_count; i++) {
        if (strcmp(n->nums[i].id, id) == 0)
            return &n->nums[i];
    }
    return NULL;
}

static struct scheme *find_scheme(struct docx_numbers *n, const char *id)
{
    for (size_t i = 0; id && i < n->scheme_count; i++) {
        if (strcmp(n->schemes[i].id, id) == 0)
            return &n->schemes[i];
    }
    return NULL;
}

static void step(struct scheme *s, struct num *num, long level)
{
    for (long i = 0; i <= level; i++) {
        if (num->has_start[i]) {
            s->counts[i] = num->starts[i] - (i == level);
            s->counted[i] = true;
            num->has_start[i] = false;
        } else if (!s->counted[i]) {
            s->counts[i] = s->levels[i].start - (i == level);
            s->counted[i] = true;
        }
    }
    s->counts[level]++;
    for (long i = level + 1; i < DOCX_LEVELS; i++) {
        if (s->levels[i].restarts)
            s->counted[i] = false;
    }
}

/* Behind a Han mark nothing parts the number from the text. */
static bool ends_wide(const struct str *s)
{
    return s->len > 0 && ((unsigned char)s->text[s->len - 1] & 0x80);
}

void docx_numbers_count(struct docx_numbers *n, const char *id, long level,
                        struct str *out)
{
    struct num *num = find_num(n, id);
    struct scheme *s = num ? find_scheme(n, num->scheme) : NULL;
    const struct level *l;
    size_t before = out->len;

    if (!s || !is_level(level))
        return;
    step(s, num, level);
    l = &s->levels[level];
    if (l->is_bullet)
        return;
    for (const char *c = l->text ? l->text : ""; *c; c++) {
        long of = c[0] == '%' ? c[1] - '1' : -1;

        if (!is_level(of)) {
            str_addc(out, *c);
            continue;
        }
        numeral_append(out,
                       l->is_legal ? NUMERAL_DECIMAL : s->levels[of].numeral,
                       s->counts[of]);
        c++;
    }
    if (out->len > before && l->has_suffix && !ends_wide(out))
        str_addc(out, ' ');
}

/* ---- the whole ---- */

static bool read_part(struct docx_numbers *n, struct pack *pack,
                      const char *folder, const char *name,
                      const struct xml_listener *listener, struct err *e)
{
    struct str part = {0};
    bool ok;

    str_addf(&part, "%s%s", folder, name);
    ok = !pack_has(pack, str_text(&part)) ||
         xml_read(pack, str_text(&part), listener, n, e);
    str_clear(&part);
    return ok;
}

struct docx_numbers *docx_numbers_new(struct pack *pack, const char *folder,
                                      struct err *e)
{
    static const struct xml_listener styles = {.start = on_style};
    static const struct xml_listener numbers = {.start = on_number};
    struct docx_numbers *n = xcalloc(1, sizeof(*n));

    n->level = -1;
    if (read_part(n, pack, folder, "styles.xml", &styles, e) &&
        read_part(n, pack, folder, "numbering.xml", &numbers, e))
        return n;
    docx_numbers_free(n);
    return NULL;
}

void docx_numbers_free(struct docx_numbers *n)
{
    if (!n)
        return;
    for (size_t i = 0; i < n->style_count; i++) {
        free(n->styles[i].id);
        free(n->styles[i].based_on);
        free(n->styles[i].num);
    }
    for (size_t i = 0; i < n->scheme_count; i++) {
        for (size_t l = 0; l < DOCX_LEVELS; l++)
            free(n->schemes[i].levels[l].text);
        free(n->schemes[i].id);
    }
    for (size_t i = 0; i < n->num_count; i++) {
        free(n->nums[i].id);
        free(n->nums[i].scheme);
    }
    free(n->styles);
    free(n->schemes);
    free(n->nums);
    free(n);
}
