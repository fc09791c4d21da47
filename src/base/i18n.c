#include "base/i18n.h"

#include <ctype.h>
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/bytes.h"
#include "base/datafile.h"
#include "base/mem.h"

#define CATALOGUE "zh_CN/LC_MESSAGES/gongwen.mo"

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
    enum i18n_language language;
    bool tried;
    unsigned char *bytes; /* the file; NULL: no catalogue */
    uint32_t count;
    uint32_t ids, texts; /* offsets of the tables */
} catalogue = {.language = I18N_EN};

/* Whether a value of LANG or the like names a language at all. */
static bool names_language(const char *value, size_t len)
{
    static const char *const none[] = {"C", "POSIX"};
    size_t name = 0;

    while (name < len && value[name] != '.' && value[name] != '@')
        name++;
    for (size_t i = 0; i < ARRAY_LEN(none); i++) {
        if (name == strlen(none[i]) && strncmp(value, none[i], name) == 0)
            return false;
    }
    return name > 0;
}

static bool is_chinese(const char *value, size_t len)
{
    return len >= 2 && (value[0] | 0x20) == 'z' && (value[1] | 0x20) == 'h' &&
           (len == 2 || !isalnum((unsigned char)value[2]));
}

enum i18n_language i18n_from_environment(void)
{
    static const char *const variables[] = {"LANGUAGE", "LC_ALL", "LC_MESSAGES",
                                            "LANG"};

    for (size_t i = 0; i < ARRAY_LEN(variables); i++) {
        const char *value = getenv(variables[i]);

        /* LANGUAGE is a list, in the order of preference. */
        while (value && *value) {
            size_t len = strcspn(value, ":");

            if (names_language(value, len))
                return is_chinese(value, len) ? I18N_ZH : I18N_EN;
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

/* Without a catalogue the program speaks English: no reason to stop. */
static void load(void)
{
    char *path = datafile_path("po/" CATALOGUE, LOCALEDIR "/" CATALOGUE);
    size_t len = 0;
    unsigned char *bytes = read_file(path, &len);

    if (bytes && use_file(bytes, len))
        catalogue.bytes = bytes;
    else
        free(bytes);
    free(path);
}

void i18n_set_language(enum i18n_language language)
{
    catalogue.language = language;
    if (language == I18N_ZH && !catalogue.tried) {
        catalogue.tried = true;
        load();
    }
}

enum i18n_language i18n_get_language(void)
{
    return catalogue.language;
}

static const char *string_at(uint32_t table, uint32_t index)
{
    return (const char *)catalogue.bytes +
           bytes_get_u32(catalogue.bytes + table + index * MO_ENTRY + 4);
}

/* NULL when there is none. A plural entry is found by its singular, after
 * which strcmp() ends; Chinese has one form for all numbers. */
static const char *find(const char *msgid)
{
    uint32_t from = 0;
    uint32_t to = catalogue.count;

    if (catalogue.language != I18N_ZH || !catalogue.bytes || !*msgid)
        return NULL;
    while (from < to) {
        uint32_t middle = from + (to - from) / 2;
        int order = strcmp(msgid, string_at(catalogue.ids, middle));

        if (order == 0)
            return string_at(catalogue.texts, middle);
        if (order < 0)
            to = middle;
        else
            from = middle + 1;
    }
    return NULL;
}

const char *i18n_text(const char *msgid)
{
    const char *text = find(msgid);

    return text ? text : msgid;
}

const char *i18n_plural(const char *one, const char *many, unsigned long n)
{
    const char *text = find(one);

    if (text)
        return text;
    return n == 1 ? one : many;
}
