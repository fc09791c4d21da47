#include "import/library.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"
#include "import/words.h"
#include "text/utf8.h"

#define FIRST_LINE "gongwen-library 1"

struct library_source *library_add(struct library *l, const char *path)
{
    l->sources = mem_grow(l->sources, l->count, &l->cap, sizeof(*l->sources));
    l->sources[l->count] = (struct library_source){.path = xstrdup(path)};
    l->is_held_last = false;
    return &l->sources[l->count++];
}

struct library_held *library_of(struct library *l, const char *what)
{
    l->held = mem_grow(l->held, l->held_count, &l->held_cap, sizeof(*l->held));
    l->held[l->held_count] = (struct library_held){.what = xstrdup(what)};
    l->is_held_last = true;
    return &l->held[l->held_count++];
}

void library_remove(struct library *l, const char *what)
{
    l->removed = mem_grow(l->removed, l->removed_count, &l->removed_cap,
                          sizeof(*l->removed));
    l->removed[l->removed_count++] = xstrdup(what);
}

void library_clear(struct library *l)
{
    for (size_t i = 0; i < l->count; i++) {
        free(l->sources[i].path);
        correction_clear(&l->sources[i].told);
    }
    for (size_t i = 0; i < l->held_count; i++) {
        free(l->held[i].what);
        correction_clear(&l->held[i].told);
    }
    for (size_t i = 0; i < l->removed_count; i++)
        free(l->removed[i]);
    free(l->held);
    free(l->sources);
    free(l->removed);
    *l = (struct library){0};
}

/* Whether a text begins with the line that such a file begins with. */
static bool begins_as_library(const char *text, size_t len)
{
    size_t skip = len >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    size_t n = strlen(FIRST_LINE);

    return len >= skip + n && memcmp(text + skip, FIRST_LINE, n) == 0 &&
           (len == skip + n || strchr("\r\n", text[skip + n]));
}

/* A regular file, or NULL with errno set: a pipe would wait for a writer. */
static FILE *open_regular(const char *path)
{
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    struct stat st;
    FILE *f = NULL;

    if (fd < 0)
        return NULL;
    if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode))
        f = fdopen(fd, "rb");
    else
        errno = EINVAL;
    if (!f)
        close(fd);
    return f;
}

bool library_is(const char *path)
{
    char start[sizeof(FIRST_LINE) + 4];
    FILE *f = open_regular(path);
    size_t n = f ? fread(start, 1, sizeof(start), f) : 0;

    if (f)
        fclose(f);
    return begins_as_library(start, n);
}

static bool load(struct str *text, const char *path, struct err *e)
{
    char buf[8192];
    FILE *f = open_regular(path);
    size_t n;
    bool ok = true;

    if (!f)
        return err_set(e, ERR_IO, "%s: %s", path, strerror(errno));
    while (ok && (n = fread(buf, 1, sizeof(buf), f)) > 0) {
        str_append(text, buf, n);
        if (text->len > LIBRARY_MAX)
            ok = err_set(e, ERR_LIMIT, _("%s: is larger than %d MiB"), path,
                         LIBRARY_MAX >> 20);
    }
    if (ok && ferror(f))
        ok = err_set(e, ERR_IO, "%s: %s", path, strerror(errno));
    fclose(f);
    return ok;
}

/* A path in the file begins where the file lies. */
static char *resolve(const char *library, const char *path)
{
    const char *slash = strrchr(library, '/');
    struct str out = {0};

    if (*path != '/' && slash)
        str_append(&out, library, (size_t)(slash - library) + 1);
    str_add(&out, path);
    return str_take(&out);
}

/* One line "NAME: VALUE". */
static bool take_line(struct library *l, const char *path, size_t number,
                      const char *name, const char *value, struct err *e)
{
    struct str what = {0};
    bool ok = true;

    str_addf(&what, "%s:%zu: %s", path, number, name);
    if (strcmp(name, "source") == 0) {
        char *resolved = resolve(path, value);

        if (*value)
            library_add(l, resolved);
        else
            ok = err_set(e, ERR_USAGE, _("%s: names no file"), str_text(&what));
        free(resolved);
    } else if (strcmp(name, "of") == 0) {
        library_of(l, value);
    } else if (strcmp(name, "remove") == 0) {
        library_remove(l, value);
    } else if (!correction_knows(name)) {
        ok = err_set(e, ERR_USAGE,
                     _("%s: is nothing that such a file says; "
                       "gongwen-library(5) lists it"),
                     str_text(&what));
    } else if (l->is_held_last) {
        ok = correction_set(&l->held[l->held_count - 1].told, name, value,
                            str_text(&what), e) &&
             correction_is_of_held(&l->held[l->held_count - 1].told,
                                   str_text(&what), e);
    } else if (l->count == 0) {
        ok = err_set(e, ERR_USAGE, _("%s: stands before the first source"),
                     str_text(&what));
    } else {
        ok = correction_set(&l->sources[l->count - 1].told, name, value,
                            str_text(&what), e);
    }
    str_clear(&what);
    return ok;
}

/* A line without its end: empty, a comment, or NAME: VALUE. */
static bool parse_line(struct library *l, const char *path, size_t number,
                       const char *line, size_t len, struct err *e)
{
    char *trimmed = words_trimmed(line, len), *name, *value;
    const char *colon = strchr(trimmed, ':');
    bool ok = true;

    if (*trimmed && *trimmed != '#') {
        if (!colon) {
            ok = err_set(e, ERR_USAGE,
                         _("%s:%zu: has no colon; NAME: VALUE is wanted"), path,
                         number);
        } else {
            name = words_trimmed(trimmed, (size_t)(colon - trimmed));
            value = words_trimmed(colon + 1, strlen(colon + 1));
            ok = take_line(l, path, number, name, value, e);
            free(name);
            free(value);
        }
    }
    free(trimmed);
    return ok;
}

bool library_read(struct library *l, const char *path, struct err *e)
{
    struct str text = {0};
    size_t number = 1;
    bool ok = load(&text, path, e);
    const char *s = str_text(&text), *end = s + text.len;

    if (ok && !begins_as_library(s, text.len))
        ok = err_set(e, ERR_DATA, _("%s: its first line is not \"%s\""), path,
                     FIRST_LINE);
    if (ok && !utf8_is_valid(s, text.len))
        ok = err_set(e, ERR_DATA, _("%s: is no UTF-8 text"), path);
    if (ok && memchr(s, '\0', text.len))
        ok = err_set(e, ERR_DATA, _("%s: holds a NUL"), path);
    for (; ok && s < end; number++) {
        const char *stop = memchr(s, '\n', (size_t)(end - s));

        if (!stop)
            stop = end;
        if (number > 1)
            ok = parse_line(l, path, number, s, (size_t)(stop - s), e);
        s = stop + (stop < end);
    }
    str_clear(&text);
    return ok;
}
