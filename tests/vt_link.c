#include "tests/test.h"
#include "tests/vt_link.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#define OPEN "\033]8;"

struct vt_link {
    char **texts; /* owned; link 1 is the first */
    size_t count, cap;
    int open; /* 0: none */
    int opened, faults;
    struct str cut; /* a sequence that is not whole */
};

struct vt_link *vt_link_new(void)
{
    return xcalloc(1, sizeof(struct vt_link));
}

void vt_link_free(struct vt_link *l)
{
    if (!l)
        return;
    for (size_t i = 0; i < l->count; i++)
        free(l->texts[i]);
    free(l->texts);
    str_clear(&l->cut);
    free(l);
}

int vt_link_number(int red, int green, int blue)
{
    return red == 1 ? green << 8 | blue : 0;
}

void vt_link_colour(int number, int *red, int *green, int *blue)
{
    *red = 1;
    *green = number >> 8;
    *blue = number & 255;
}

const char *vt_link_text(const struct vt_link *l, int number)
{
    return number > 0 ? l->texts[number - 1] : NULL;
}

bool vt_link_is_open(const struct vt_link *l)
{
    return l->open != 0;
}

int vt_link_opened(const struct vt_link *l)
{
    return l->opened;
}

int vt_link_faults(const struct vt_link *l)
{
    return l->faults;
}

static int number_of(struct vt_link *l, const char *text)
{
    for (size_t i = 0; i < l->count; i++) {
        if (strcmp(l->texts[i], text) == 0)
            return (int)i + 1;
    }
    l->texts = mem_grow(l->texts, l->count, &l->cap, sizeof(*l->texts));
    l->texts[l->count++] = xstrdup(text);
    return (int)l->count;
}

static void add_colour(const struct vt_link *l, struct str *out)
{
    int red, green, blue;

    vt_link_colour(l->open, &red, &green, &blue);
    str_addf(out, "\033[48;2;%d;%d;%dm", red, green, blue);
}

/* `text`: what stands between OSC 8 ; and its end. */
static void take_link(struct vt_link *l, const char *text, struct str *out)
{
    const char *address = strchr(text, ';');
    bool closes = address && address[1] == '\0';

    if (!address || closes == (l->open == 0))
        l->faults++;
    l->open = closes || !address ? 0 : number_of(l, text);
    l->opened += l->open != 0;
    if (l->open)
        add_colour(l, out);
    else
        str_add(out, "\033[49m");
}

/* The bytes of the sequence at `s`, which begins with ESC; 0: not whole. */
static size_t whole_sequence(const char *s, size_t len)
{
    size_t at = 2;

    if (len < 2)
        return 0;
    if (s[1] == '[') {
        while (at < len && (s[at] < 0x40 || s[at] > 0x7E))
            at++;
        return at < len ? at + 1 : 0;
    }
    if (s[1] != ']')
        return 1; /* the rest is no affair of ours */
    for (; at < len; at++) {
        if (s[at] == '\a')
            return at + 1;
        if (s[at] == '\033')
            return at + 1 < len ? at + 2 : 0;
    }
    return 0;
}

static void map_sequence(struct vt_link *l, const char *s, size_t len,
                         struct str *out)
{
    size_t end = s[len - 1] == '\a' ? len - 1 : len - 2;
    struct str text = {0};

    if (len > strlen(OPEN) && strncmp(s, OPEN, strlen(OPEN)) == 0) {
        str_append(&text, s + strlen(OPEN), end - strlen(OPEN));
        take_link(l, str_text(&text), out);
        str_clear(&text);
        return;
    }
    str_append(out, s, len);
    if (l->open && len > 2 && s[1] == '[' && s[len - 1] == 'm')
        add_colour(l, out);
}

void vt_link_map(struct vt_link *l, const char *bytes, size_t len,
                 struct str *out)
{
    size_t at = 0;

    str_append(&l->cut, bytes, len);
    while (at < l->cut.len) {
        const char *s = l->cut.text + at;
        size_t n = 1;

        if (*s == '\033') {
            n = whole_sequence(s, l->cut.len - at);
            if (n == 0)
                break;
            map_sequence(l, s, n, out);
        } else {
            str_addc(out, *s);
        }
        at += n;
    }
    memmove(l->cut.text, l->cut.text + at, l->cut.len - at);
    str_truncate(&l->cut, l->cut.len - at);
}
