#include "import/source.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/err_file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "import/page.h"
#include "text/clean.h"
#include "text/utf8.h"

const char *source_basename(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash ? slash + 1 : path;
}

char *source_name(const char *path)
{
    return clean_copy(source_basename(path));
}

static bool refuse_kind(const char *path, const struct stat *st, struct err *e)
{
    if (S_ISDIR(st->st_mode))
        return err_set(e, ERR_IO, _("%s: is a folder, not a file"), path);
    if (!S_ISREG(st->st_mode))
        return err_set(e, ERR_IO,
                       _("%s: is not a regular file; save its text in a file "
                         "and import that"),
                       path);
    if (st->st_size == 0)
        return err_set(e, ERR_DATA, _("%s: is empty"), path);
    return true;
}

int source_open(const char *path, long long *size, struct err *e)
{
    /* A FIFO would wait for a writer: it is opened without, then refused. */
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    struct stat st;

    if (fd < 0 || fstat(fd, &st) < 0) {
        err_file_read(e, path, errno);
        goto fail;
    }
    if (!refuse_kind(path, &st, e))
        goto fail;
    *size = st.st_size;
    return fd;

fail:
    if (fd >= 0)
        close(fd);
    return -1;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Markup would come out as paragraphs of it. */
static bool is_markup(const char *bytes, size_t len)
{
    static const char *const starts[] = {"<!doctype", "<html", "<?xml", "<head",
                                         "<body"};
    size_t at = 0;

    while (at < len && is_blank(bytes[at]))
        at++;
    for (size_t i = 0; i < ARRAY_LEN(starts); i++) {
        size_t n = strlen(starts[i]);

        if (len - at >= n && strncasecmp(bytes + at, starts[i], n) == 0)
            return true;
    }
    return false;
}

bool source_check_start(const char *path, const char *bytes, size_t len,
                        size_t *skip, struct err *e)
{
    /* clang-format off */
    static const struct {
        const char *magic;
        size_t len;
        const char *what;
    } starts[] = {
        { "\xFF\xFE\0\0", 4, "UTF-32" },
        { "\xFF\xFE", 2, "UTF-16" },
        { "\xFE\xFF", 2, "UTF-16" },
    };
    /* clang-format on */

    *skip = 0;
    for (size_t i = 0; i < ARRAY_LEN(starts); i++) {
        if (len >= starts[i].len &&
            memcmp(bytes, starts[i].magic, starts[i].len) == 0)
            return err_set(e, ERR_FORMAT,
                           _("%s: is %s text, not UTF-8; convert it first: "
                             "iconv -f %s -t UTF-8 FILE >NEW"),
                           path, starts[i].what, starts[i].what);
    }
    if (len >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0)
        *skip = 3;
    if (is_markup(bytes + *skip, len - *skip))
        return err_set(e, ERR_FORMAT,
                       _("%s: is HTML; open it in a browser, copy its text "
                         "into a file (UTF-8) and import that"),
                       path);
    return true;
}

/* Whether bytes that are not UTF-8 are Chinese in the encoding of older
 * Windows programs: only its pairs, and many of them. */
static bool looks_like_gb18030(const char *s, size_t len)
{
    size_t pairs = 0;

    for (size_t i = 0; i < len; i++) {
        unsigned char a = (unsigned char)s[i];

        if (a < 0x80)
            continue;
        if (i + 1 == len || a == 0x80 || a == 0xFF ||
            (unsigned char)s[i + 1] < 0x30)
            return false;
        pairs++;
        i++;
    }
    return pairs >= 2;
}

static size_t valid_length(const char *s, size_t len)
{
    size_t i = 0;

    while (i < len) {
        uint32_t cp;
        size_t n = utf8_decode(s + i, len - i, &cp);

        if (cp == UTF8_REPLACEMENT && !(n == 3 && s[i] == '\xEF'))
            break;
        i += n;
    }
    return i;
}

bool source_check_line(const char *path, size_t line, const char *bytes,
                       size_t len, size_t max, struct err *e)
{
    if (len > max)
        return err_set(e, ERR_LIMIT,
                       _("%s:%zu: the line has %zu bytes, more than %zu; "
                         "break it into paragraphs"),
                       path, line, len, max);
    if (memchr(bytes, '\0', len))
        return err_set(e, ERR_DATA,
                       _("%s:%zu: has a NUL byte; if the file is UTF-16, "
                         "convert it first: iconv -f UTF-16 -t UTF-8 FILE "
                         ">NEW; else remove it: tr -d '\\000' <FILE >NEW"),
                       path, line);
    if (utf8_is_valid(bytes, len))
        return true;
    if (looks_like_gb18030(bytes, len))
        return err_set(e, ERR_FORMAT,
                       _("%s:%zu: is not UTF-8, it looks like GB18030 (GBK); "
                         "convert it first: iconv -f GB18030 -t UTF-8 FILE "
                         ">NEW"),
                       path, line);
    return err_set(e, ERR_DATA,
                   _("%s:%zu: byte %zu is not UTF-8; correct the line, or "
                     "drop such bytes: iconv -c -f UTF-8 -t UTF-8 FILE >NEW"),
                   path, line, valid_length(bytes, len) + 1);
}

static bool cut_lines(struct source *s, const char *path, const char *bytes,
                      size_t len, struct err *e)
{
    /* Without any LF, each CR ends a line. */
    char ends = memchr(bytes, '\n', len) ? '\n' : '\r';
    size_t cap = 0;

    if (len > PAGE_MAX_TEXT)
        return page_refuse_size(path, e);
    while (len > 0) {
        const char *end = memchr(bytes, ends, len);
        size_t line = end ? (size_t)(end - bytes) : len;
        size_t passed = line + (end != NULL);

        if (line > 0 && bytes[line - 1] == '\r')
            line--;
        if (!source_check_line(path, s->count + 1, bytes, line, SOURCE_LINE_MAX,
                               e))
            return false;
        if (s->count == PAGE_MAX_LINES)
            return page_refuse_size(path, e);
        s->lines = mem_grow(s->lines, s->count, &cap, sizeof(*s->lines));
        s->lines[s->count++] = (struct source_line){bytes, line};
        bytes += passed;
        len -= passed;
    }
    return true;
}

bool source_cut(struct source *s, const char *path, const char *bytes,
                size_t len, struct err *e)
{
    if (cut_lines(s, path, bytes, len, e))
        return true;
    source_clear(s);
    return false;
}

void source_clear(struct source *s)
{
    free(s->lines);
    *s = (struct source){0};
}
