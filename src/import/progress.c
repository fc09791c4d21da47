#include "import/progress.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/str.h"
#include "import/source.h"
#include "text/cluster.h"
#include "text/encode.h"

enum {
    DRAW_MS = 200,
    NAME_COLUMNS = 30, /* so that the numbers have room */
    DEFAULT_COLUMNS = 80,
};

void progress_init(struct progress *p)
{
    *p = (struct progress){.is_shown = isatty(STDERR_FILENO) == 1};
    progress_begin(p);
}

void progress_begin(struct progress *p)
{
    p->began_at = p->drawn_at = clock_ms();
}

/* A file's name, clean, and no longer than its place. */
static void add_name(struct str *out, const char *path)
{
    char *name = source_name(path);

    str_append(
        out, name,
        cluster_fit(name, strlen(name), NAME_COLUMNS, AMBIGUOUS_WIDE, NULL));
    free(name);
}

/* Columns of the terminal but the last one, where the line would wrap. */
static int room(void)
{
    struct winsize size = {0};

    if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) < 0 || size.ws_col < 2)
        return DEFAULT_COLUMNS - 1;
    return size.ws_col - 1;
}

/* Over what stands there: to the line's start, the text, blanks. */
static void draw(struct progress *p, const struct str *text)
{
    struct str out = {0};
    int columns = 0;
    size_t fits = cluster_fit(str_text(text), text->len, room(), AMBIGUOUS_WIDE,
                              &columns);

    str_addc(&out, '\r');
    encode_append(&out, str_text(text), fits);
    for (int i = columns; i < p->columns; i++)
        str_addc(&out, ' ');
    str_addc(&out, '\r');
    fwrite(str_text(&out), 1, out.len, stderr);
    fflush(stderr);
    p->columns = columns;
    str_clear(&out);
}

void progress_rows(struct progress *p, const char *path, bool written,
                   int64_t rows)
{
    int64_t now, ms;
    struct str text = {0};

    if (!p->is_shown)
        return;
    now = clock_ms();
    if (now - p->drawn_at < DRAW_MS)
        return;
    p->drawn_at = now;
    ms = now > p->began_at ? now - p->began_at : 1;
    add_name(&text, path);
    str_addf(&text,
             written ? _(": %lld rows written, %lld a second")
                     : _(": %lld rows checked, %lld a second"),
             (long long)rows, (long long)(rows * 1000 / ms));
    draw(p, &text);
    str_clear(&text);
}

void progress_erase(struct progress *p)
{
    const struct str nothing = {0};

    if (p->columns)
        draw(p, &nothing);
}
