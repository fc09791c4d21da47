#include "cli/no_database.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "text/encode.h"

/* Bytes at the beginning and at the end that are looked at: an archive names
 * its members there. */
#define LOOK 65536

#define ZIP     "PK\003\004"
#define OLE     "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
#define UTF16LE "\xFF\xFE"
#define UTF16BE "\xFE\xFF"

struct look {
    unsigned char bytes[2 * LOOK];
    size_t len; /* both ends, one after the other */
};

/*
 * A kind of file: how it begins, what it holds besides (in any case, in ASCII
 * or UTF-16), how its name ends; NULL: that says nothing. The first row that
 * fits counts. Text has rows of its own.
 */
struct kind {
    const char *start, *holds, *suffix;
    const char *name;     /* an English msgid */
    bool is_for_importer; /* else it says how to convert it */
};

/* clang-format off */
static const struct kind kinds[] = {
    { ZIP, "word/document", NULL, N_("a Word document"), true },
    { ZIP, "xl/workbook", NULL, N_("an Excel workbook"), true },
    { ZIP, "opendocument.spreadsheet", NULL, N_("a LibreOffice workbook"),
      true },
    { ZIP, "opendocument.text", NULL, N_("a LibreOffice document"), false },
    { ZIP, "OFD.xml", NULL, N_("an OFD document"), false },
    { ZIP, NULL, ".docx", N_("a Word document"), true },
    { ZIP, NULL, ".xlsx", N_("an Excel workbook"), true },
    { ZIP, NULL, ".ods", N_("a LibreOffice workbook"), true },
    { ZIP, NULL, NULL, N_("an archive"), false },
    { OLE, "Workbook", NULL, N_("an old Excel workbook"), true },
    { OLE, NULL, ".xls", N_("an old Excel workbook"), true },
    { OLE, NULL, ".et", N_("a WPS workbook"), true },
    { OLE, NULL, ".wps", N_("a WPS document"), false },
    { OLE, NULL, NULL, N_("an old Word document"), false },
    { "%PDF-", NULL, NULL, N_("a PDF file"), false },
    { "{\\rtf", NULL, NULL, N_("rich text"), false },
    { "\x89PNG", NULL, NULL, N_("a picture"), false },
    { "\xFF\xD8\xFF", NULL, NULL, N_("a picture"), false },
    { "GIF8", NULL, NULL, N_("a picture"), false },
    { "Rar!", NULL, NULL, N_("an archive"), false },
    { "7z\xBC\xAF", NULL, NULL, N_("an archive"), false },
    { "\x1F\x8B", NULL, NULL, N_("an archive"), false },
    { UTF16LE, NULL, NULL, N_("a text"), true },
    { UTF16BE, NULL, NULL, N_("a text"), true },
};
static const struct kind texts[] = {
    { NULL, "progid=\"Excel.Sheet\"", NULL, N_("an Excel workbook"), true },
    { NULL, "\nContent-Type: multipart/related", NULL,
      N_("a web page in one file"), true },
    { NULL, "<!doctype html", NULL, N_("a web page"), true },
    { NULL, "<html", NULL, N_("a web page"), true },
    { NULL, NULL, ".html", N_("a web page"), true },
    { NULL, NULL, ".htm", N_("a web page"), true },
    { NULL, NULL, ".csv", N_("a table"), true },
    { NULL, NULL, ".tsv", N_("a table"), true },
    { NULL, NULL, NULL, N_("a text"), true },
};
/* clang-format on */

/* Read both ends of a plain file; false where it is none. */
static bool look_at(struct look *l, const char *path)
{
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    struct stat status;
    ssize_t start = -1, end = 0;

    if (fd < 0)
        return false;
    if (fstat(fd, &status) == 0 && S_ISREG(status.st_mode))
        start = pread(fd, l->bytes, LOOK, 0);
    if (start == LOOK && status.st_size > LOOK)
        end = pread(fd, l->bytes + start, LOOK,
                    status.st_size < 2 * (off_t)LOOK ? LOOK
                                                     : status.st_size - LOOK);
    close(fd);
    if (start <= 0)
        return false;
    l->len = (size_t)start + (end > 0 ? (size_t)end : 0);
    return true;
}

static bool begins(const struct look *l, const char *start)
{
    size_t len = strlen(start);

    return l->len >= len && memcmp(l->bytes, start, len) == 0;
}

static unsigned char lower(unsigned char c)
{
    return c >= 'A' && c <= 'Z' ? (unsigned char)(c + 'a' - 'A') : c;
}

/* Whether `words` are at `at`, each letter `step` bytes after the other. */
static bool holds_at(const struct look *l, size_t at, const char *words,
                     size_t step)
{
    for (; *words; words++, at += step) {
        if (at >= l->len || lower(l->bytes[at]) != lower((unsigned char)*words))
            return false;
    }
    return true;
}

/* Whether it holds `words`, in ASCII or in UTF-16. */
static bool holds(const struct look *l, const char *words)
{
    for (size_t i = 0; i < l->len; i++) {
        if (holds_at(l, i, words, 1) || holds_at(l, i, words, 2))
            return true;
    }
    return false;
}

static bool ends(const char *path, const char *suffix)
{
    size_t len = strlen(path), n = strlen(suffix);

    return len > n && strcasecmp(path + len - n, suffix) == 0;
}

static const struct kind *find(const struct kind *rows, size_t n,
                               const struct look *l, const char *path)
{
    for (size_t i = 0; i < n; i++) {
        const struct kind *k = &rows[i];

        if ((!k->start || begins(l, k->start)) &&
            (!k->holds || holds(l, k->holds)) &&
            (!k->suffix || ends(path, k->suffix)))
            return k;
    }
    return NULL;
}

/* No byte that no text has, in any encoding that keeps ASCII. */
static bool is_text(const struct look *l)
{
    for (size_t i = 0; i < l->len; i++) {
        unsigned char c = l->bytes[i];

        if (c == '\0' || (c < ' ' && !strchr("\t\n\v\f\r\033", c)))
            return false;
    }
    return true;
}

static const struct kind *kind_of(const char *path)
{
    struct look *l = xmalloc(sizeof(*l));
    const struct kind *k = NULL;

    if (look_at(l, path) && !begins(l, "SQLite format 3")) {
        k = find(kinds, ARRAY_LEN(kinds), l, path);
        if (!k && is_text(l))
            k = find(texts, ARRAY_LEN(texts), l, path);
    }
    free(l);
    return k;
}

void no_database_quote(struct str *out, const char *name)
{
    static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                "abcdefghijklmnopqrstuvwxyz0123456789"
                                "._/+,:@%=-";
    bool is_plain = *name != '\0', has_control = false;

    for (const char *s = name; *s; s++) {
        unsigned char c = (unsigned char)*s;

        is_plain = is_plain && (c >= 0x80 || strchr(plain, *s));
        has_control = has_control || c < ' ' || c == 0x7F;
    }
    str_add(out, *name == '-' ? "./" : "");
    str_add(out, is_plain ? "" : has_control ? "$'" : "'");
    for (const char *s = name; *s; s++) {
        if (has_control && (*s == '\'' || *s == '\\'))
            str_addf(out, "\\%c", *s);
        else if (has_control && ((unsigned char)*s < ' ' || *s == 0x7F))
            str_addf(out, "\\%03o", (unsigned)*s);
        else if (*s == '\'')
            str_add(out, "'\\''");
        else
            str_addc(out, *s);
    }
    str_add(out, is_plain ? "" : "'");
}

/* The database beside a file: its name with another ending, or with one more
 * where that is taken. */
static void name_database(struct str *out, const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    const char *dot = strrchr(name, '.');
    size_t len = dot && dot > name ? (size_t)(dot - path) : strlen(path);

    str_append(out, path, len);
    str_add(out, ".db");
    if (access(str_text(out), F_OK) == 0) {
        str_truncate(out, 0);
        str_addf(out, "%s.db", path);
    }
}

bool no_database_explain(struct str *out, const char *path, const struct err *e)
{
    const struct kind *k = e->code == ERR_FORMAT ? kind_of(path) : NULL;
    struct str bytes = {0}, command = {0}, name = {0};

    if (!k)
        return false;
    name_database(&bytes, path);
    encode_decode(&name, str_text(&bytes), bytes.len);
    str_add(&command, "gongwen-import -o ");
    no_database_quote(&command, str_text(&name));
    str_addc(&command, ' ');
    str_truncate(&name, 0);
    encode_decode(&name, path, strlen(path));
    no_database_quote(&command, str_text(&name));
    str_addf(out,
             k->is_for_importer
                 ? _("%s: %s, not a database; %s makes one")
                 : _("%s: %s, not a database; %s says how to convert it"),
             str_text(&name), _(k->name), str_text(&command));
    str_clear(&bytes);
    str_clear(&name);
    str_clear(&command);
    return true;
}
