#include "tests/test.h"
#include "tests/vt_wide.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "text/utf8.h"

/* Unassigned ground in the planes of ideographs: the BMP goes to plane 3,
 * U+1Fxxx to U+2Fxxx (under U+2F800). */
enum {
    BMP_STAND_IN = 0x30000,
    PLANE_1_START = 0x1F000,
    PLANE_1_END = 0x1F7FF,
    PLANE_1_SHIFT = 0x10000
};

struct vt_wide {
    struct {
        uint32_t first, last;
    } ranges[400];
    size_t n_ranges;
    char cut[UTF8_MAX]; /* the start of a character */
    size_t cut_len;
};

struct vt_wide *vt_wide_new(void)
{
    const char *srcdir = getenv("srcdir");
    struct vt_wide *w = xcalloc(1, sizeof(*w));
    char path[4096];
    char line[256];
    FILE *f;

    snprintf(path, sizeof(path), "%s/tests/ambiguous.txt",
             srcdir ? srcdir : ".");
    f = fopen(path, "re");
    if (!f)
        fail_msg("%s cannot be read", path);
    while (fgets(line, sizeof(line), f)) {
        char *end;

        if (line[0] == '#')
            continue;
        assert_true(w->n_ranges < ARRAY_LEN(w->ranges));
        w->ranges[w->n_ranges].first = (uint32_t)strtoul(line, &end, 16);
        w->ranges[w->n_ranges].last = w->ranges[w->n_ranges].first;
        if (end[0] == '.')
            w->ranges[w->n_ranges].last = (uint32_t)strtoul(end + 2, NULL, 16);
        w->n_ranges++;
    }
    fclose(f);
    return w;
}

void vt_wide_free(struct vt_wide *w)
{
    free(w);
}

static uint32_t stand_in(const struct vt_wide *w, uint32_t cp)
{
    for (size_t i = 0; i < w->n_ranges; i++) {
        if (cp < w->ranges[i].first || cp > w->ranges[i].last)
            continue;
        if (cp < 0xFFFE)
            return BMP_STAND_IN + cp;
        if (cp >= PLANE_1_START && cp <= PLANE_1_END)
            return cp + PLANE_1_SHIFT;
    }
    return cp;
}

uint32_t vt_wide_unmap(uint32_t cp)
{
    if (cp >= BMP_STAND_IN && cp < BMP_STAND_IN + 0xFFFE)
        return cp - BMP_STAND_IN;
    if (cp >= PLANE_1_START + PLANE_1_SHIFT &&
        cp <= PLANE_1_END + PLANE_1_SHIFT)
        return cp - PLANE_1_SHIFT;
    return cp;
}

static size_t length_of(unsigned char first)
{
    if (first < 0xC0)
        return 1;
    return first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
}

void vt_wide_map(struct vt_wide *w, const char *bytes, size_t len,
                 struct str *out)
{
    for (size_t i = 0; i < len; i++) {
        uint32_t cp;
        char utf8[UTF8_MAX];

        w->cut[w->cut_len++] = bytes[i];
        if (w->cut_len < length_of((unsigned char)w->cut[0]))
            continue;
        utf8_decode(w->cut, w->cut_len, &cp);
        if (cp >= 0x80 && utf8_is_valid(w->cut, w->cut_len))
            str_append(out, utf8, utf8_encode(stand_in(w, cp), utf8));
        else
            str_append(out, w->cut, w->cut_len);
        w->cut_len = 0;
    }
}
