#include "base/i18n.h"

#include <ctype.h>
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/bytes.h"
#include "base/datafile.h"
#include "base/mem.h"
#include "base/plural.h"
#include "base/str.h"

/*
 * Catalogues are read here and not by gettext(): glibc translates only under
 * a locale that the server has, which over SSH is often none (its exception
 * for C.UTF-8 with LANGUAGE is gone in 2.41), it would turn texts into the
 * locale's encoding while all text in this program is UTF-8, and it opens
 * files whenever it likes, which a sandbox forbids.
 *
 * The format is that of GNU MO files, little-endian, as msgfmt writes it:
 * magic, revision, number of strings, and the offsets of two tables of
 * (length, offset), the msgids in the order of strcmp and their translations.
 */
#define MO_MAGIC  0x950412DEu
#define MO_HEADER 28 /* bytes */
#define MO_ENTRY  8
#define MO_MAX    (1 << 20) /* ours has some 20 kB */

/* A process speaks one language at a time, as with setlocale(). */
static struct {
    const char *language;
    unsigned char *bytes; /* the file; NULL: no catalogue, English */
    uint32_t count;
    uint32_t ids, texts; /* offsets of the tables */
    const char *plural;  /* the rule, in `bytes`; NULL: none */
} catalogue = {.language = I18N_EN};

/* Those of po/, as configure found them. */
static const char *const languages[] = {I18N_EN, LANGUAGES};

const char *i18n_language(size_t index)
{
    return index < ARRAY_LEN(languages) ? languages[index] : NULL;
}

/* The length of zh in zh_CN.UTF-8, of zh_CN with `whole`. */
static size_t name_len(const char *name, size_t len, bool whole)
{
    size_t n = 0;

    while (n < len && name[n] != '.' && name[n] != '@' &&
           (whole || (name[n] != '_' && name[n] != '-')))
        n++;
    return n;
}

static bool same_name(const char *a, const char *b, size_t len_b, bool whole)
{
    size_t len_a = name_len(a, strlen(a), whole);

    len_b = name_len(b, len_b, whole);
    return len_a == len_b && strncasecmp(a, b, len_a) == 0;
}

const char *i18n_find_language(const char *name, size_t len)
{
    for (int whole = 1; whole >= 0; whole--) {
        for (size_t i = 0; i < ARRAY_LEN(languages); i++) {
            if (same_name(languages[i], name, len, whole))
                return languages[i];
        }
    }
    return NULL;
}

/* Whether a value of LANG or the like names a language at all. */
static bool names_language(const char *value, size_t len)
{
    size_t n = name_len(value, len, true);

    return n > 0 && !same_name("C", value, len, true) &&
           !same_name("POSIX", value, len, true);
}

const char *i18n_from_environment(void)
{
    static const char *const variables[] = {"LANGUAGE", "LC_ALL", "LC_MESSAGES",
                                            "LANG"};

    for (size_t i = 0; i < ARRAY_LEN(variables); i++) {
        const char *value = getenv(variables[i]);

        /* LANGUAGE is a list, in the order of preference. */
        while (value && *value) {
            size_t len = strcspn(value, ":");

            if (names_language(value, len)) {
                const char *found = i18n_find_language(value, len);

                return found ? found : I18N_EN;
            }
            value += len + (value[len] == ':');
        }
    }
    return I18N_ZH;
}

/* Whether every entry of a table is a NUL-terminated string in the file. */
static bool table_is_sound(const unsigned char *bytes, size_t len,
                           uint32_t table, uint32_t count)
{
    if (table > len || count > (len - table) / MO_ENTRY)
        return false;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t text_len = bytes_get_u32(bytes + table + i * MO_ENTRY);
        uint32_t text = bytes_get_u32(bytes + table + i * MO_ENTRY + 4);

        if (text >= len || text_len >= len - text || bytes[text + text_len])
            return false;
    }
    return true;
}

static bool use_file(const unsigned char *bytes, size_t len)
{
    if (len < MO_HEADER || bytes_get_u32(bytes) != MO_MAGIC)
        return false;
    catalogue.count = bytes_get_u32(bytes + 8);
    catalogue.ids = bytes_get_u32(bytes + 12);
    catalogue.texts = bytes_get_u32(bytes + 16);
    return table_is_sound(bytes, len, catalogue.ids, catalogue.count) &&
           table_is_sound(bytes, len, catalogue.texts, catalogue.count);
}

static unsigned char *read_file(const char *path, size_t *len)
{
    FILE *f = fopen(path, "rbe");
    unsigned char *bytes = NULL;
    long size;

    if (!f && errno == ENOMEM)
        mem_give_up();
    if (!f)
        return NULL;
    if (fseek(f, 0, SEEK_END) != 0 || (size = ftell(f)) < 0 || size > MO_MAX)
        goto out;
    rewind(f);
    bytes = xmalloc((size_t)size);
    *len = fread(bytes, 1, (size_t)size, f);

out:
    fclose(f);
    return bytes;
}

static const char *find(const char *msgid, const char **end);

/* The entry of the empty msgid is the head of the catalogue. */
static const char *plural_rule(void)
{
    const char *end;
    const char *head = find("", &end);
    const char *line = head ? strstr(head, "Plural-Forms:") : NULL;
    const char *rule = line ? strstr(line, "plural=") : NULL;

    /* "nplurals=" ends with it too. */
    while (rule && rule > line && rule[-1] != ' ' && rule[-1] != ';')
        rule = strstr(rule + 1, "plural=");
    return rule ? rule + strlen("plural=") : NULL;
}

/* Without a catalogue the program speaks English: no reason to stop. */
static void load(const char *language)
{
    struct str in_tree = {0}, installed = {0};
    unsigned char *bytes;
    size_t len = 0;
    char *path;

    str_addf(&in_tree, "po/%s/LC_MESSAGES/gongwen.mo", language);
    str_addf(&installed, LOCALEDIR "/%s/LC_MESSAGES/gongwen.mo", language);
    path = datafile_path(str_text(&in_tree), str_text(&installed));
    bytes = read_file(path, &len);
    if (bytes && use_file(bytes, len)) {
        catalogue.bytes = bytes;
        catalogue.plural = plural_rule();
    } else
        free(bytes);
    free(path);
    str_clear(&in_tree);
    str_clear(&installed);
}

/* Texts that were handed out stay: a catalogue that was read is not freed.
 * Another language is chosen once, before anything is shown. */
void i18n_set_language(const char *language)
{
    static const char *loaded = NULL;

    catalogue.language = language;
    if (strcmp(language, I18N_EN) == 0 ||
        (loaded && strcmp(loaded, language) == 0))
        return;
    catalogue.bytes = NULL;
    catalogue.plural = NULL;
    loaded = language;
    load(language);
}

const char *i18n_get_language(void)
{
    return catalogue.language;
}

static const char *string_at(uint32_t table, uint32_t index)
{
    return (const char *)catalogue.bytes +
           bytes_get_u32(catalogue.bytes + table + index * MO_ENTRY + 4);
}

/* The entry of a message, its texts from the first form on; `*end` is behind
 * them. NULL when there is none. A plural entry is found by its singular,
 * after which strcmp() ends. */
static const char *find(const char *msgid, const char **end)
{
    uint32_t from = 0;
    uint32_t to = catalogue.count;

    if (strcmp(catalogue.language, I18N_EN) == 0 || !catalogue.bytes)
        return NULL;
    while (from < to) {
        uint32_t middle = from + (to - from) / 2;
        int order = strcmp(msgid, string_at(catalogue.ids, middle));

        if (order == 0) {
            const char *text = string_at(catalogue.texts, middle);

            *end = text + bytes_get_u32(catalogue.bytes + catalogue.texts +
                                        middle * MO_ENTRY);
            return text;
        }
        if (order < 0)
            to = middle;
        else
            from = middle + 1;
    }
    return NULL;
}

const char *i18n_text(const char *msgid)
{
    const char *end;
    const char *text = *msgid ? find(msgid, &end) : NULL;

    return text ? text : msgid;
}

const char *i18n_plural(const char *one, const char *many, unsigned long n)
{
    const char *end;
    const char *text = find(one, &end);
    unsigned long form = 0;

    if (!text)
        return n == 1 ? one : many;
    if (catalogue.plural && !plural_form(catalogue.plural, n, &form))
        form = 0;
    /* The forms stand one behind the other, a NUL after each. */
    while (form-- > 0 && text + strlen(text) + 1 < end)
        text += strlen(text) + 1;
    return text;
}
