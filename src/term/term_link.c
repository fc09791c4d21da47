#include "term/term_link.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#define ESC '\033'

const char term_link_end[] = "\033]8;;\033\\";

void term_link_init(struct term_link *l, int first, int count)
{
    assert(count <= TERM_LINK_MAX);
    *l = (struct term_link){
        .first = first,
        .count = count,
        .wanted = -1,
        .open = -1,
    };
}

void term_link_clear(struct term_link *l)
{
    for (int i = 0; i < l->count; i++)
        free(l->addresses[i]);
    term_link_init(l, 0, 0);
}

/* ---- places ---- */

static int place_of(const struct term_link *l, const char *address)
{
    for (int i = 0; i < l->count; i++) {
        if (l->addresses[i] && strcmp(l->addresses[i], address) == 0)
            return i;
    }
    return -1;
}

static int free_place(const struct term_link *l)
{
    for (int i = 0; i < l->count; i++) {
        if (!l->addresses[i])
            return i;
    }
    return -1;
}

void term_link_place(struct term_link *l, const struct canvas *c)
{
    bool stays[TERM_LINK_MAX] = {false};

    for (size_t i = 0; i < c->link_count; i++) {
        int place = place_of(l, c->links[i]);

        if (place < 0)
            place = free_place(l);
        l->places[i + 1] = place;
        if (place < 0)
            continue;
        if (!l->addresses[place])
            l->addresses[place] = xstrdup(c->links[i]);
        stays[place] = true;
    }
    for (int i = 0; i < l->count; i++) { /* only now, see the header */
        if (stays[i])
            continue;
        free(l->addresses[i]);
        l->addresses[i] = NULL;
    }
}

int term_link_at(const struct term_link *l, const struct cell *cell)
{
    return l->count > 0 && cell->link ? l->places[cell->link] : -1;
}

/* ---- weaving ---- */

static void end_link(struct term_link *l, struct str *out)
{
    if (l->open >= 0)
        str_add(out, term_link_end);
    l->open = -1;
}

/* A character follows: the link is the one whose colour is on. */
static void begin_link(struct term_link *l, struct str *out)
{
    if (l->open == l->wanted)
        return;
    end_link(l, out);
    if (l->wanted >= 0)
        str_addf(out, "\033]8;id=%d;%s\033\\", l->wanted + 1,
                 l->addresses[l->wanted]);
    l->open = l->wanted;
}

/* A part of an attribute sequence between its semicolons. */
struct token {
    const char *s;
    size_t len;
};

static bool next_token(struct token *rest, struct token *out)
{
    const char *end;

    if (!rest->s)
        return false;
    end = memchr(rest->s, ';', rest->len);
    *out = *rest;
    if (end) {
        out->len = (size_t)(end - rest->s);
        rest->s = end + 1;
        rest->len -= out->len + 1;
    } else {
        rest->s = NULL;
    }
    return true;
}

/* The number at the beginning of a token, or behind its last colon. */
static int number_of(struct token t, bool last)
{
    const char *colon = memrchr(t.s, ':', t.len);
    size_t at = last && colon ? (size_t)(colon + 1 - t.s) : 0;
    int n = 0;

    for (; at < t.len && t.s[at] >= '0' && t.s[at] <= '9' && n < 10000; at++)
        n = n * 10 + t.s[at] - '0';
    return n;
}

/* `t` is 38 or 48: "5;N", "2;R;G;B" behind it belong to it, unless it has them
 * behind colons already. Returns the last number. */
static int take_colour(struct token *t, struct token *rest)
{
    struct token next = {"", 0};
    int more = 1;

    if (memchr(t->s, ':', t->len))
        return number_of(*t, true);
    for (int i = 0; i <= more && next_token(rest, &next); i++) {
        if (i == 0 && number_of(next, false) == 2)
            more = 3;
        t->len = (size_t)(next.s + next.len - t->s);
    }
    return number_of(next, false);
}

static void want(struct term_link *l, int colour)
{
    int place = colour - l->first;

    l->wanted = -1;
    if (place >= 0 && place < l->count && l->addresses[place])
        l->wanted = place;
}

/* Take what is said of the background. False: the token says something else. */
static bool take_background(struct term_link *l, struct token *t,
                            struct token *rest)
{
    int n = number_of(*t, false);

    if (n == 0 || n == 49)
        l->wanted = -1;
    if (n == 38)
        take_colour(t, rest);
    if (n == 48)
        want(l, take_colour(t, rest));
    if (n >= 40 && n <= 47)
        want(l, n - 40);
    return n == 48 || (n >= 40 && n <= 47);
}

/* An attribute sequence with the numbers `all`, without the background. */
static void weave_attributes(struct term_link *l, struct token all,
                             struct str *out)
{
    size_t start = out->len;
    size_t kept = 0;
    struct token t;

    str_add(out, "\033[");
    while (next_token(&all, &t)) {
        if (take_background(l, &t, &all))
            continue;
        if (kept++ > 0)
            str_addc(out, ';');
        str_append(out, t.s, t.len);
    }
    if (kept > 0)
        str_addc(out, 'm');
    else
        str_truncate(out, start);
}

/* Bytes of the control sequence or string at `s`, which begins with ESC. */
static size_t sequence_len(const char *s, size_t len)
{
    size_t at = 1;
    char kind = len > 1 ? s[1] : '\0';

    if (kind == '[') {
        for (at = 2; at < len && (s[at] < 0x40 || s[at] > 0x7E);)
            at++;
    } else if (kind == ']' || kind == 'P') {
        for (at = 2; at < len && s[at] != '\a' && s[at] != ESC;)
            at++;
        if (at < len && s[at] == ESC)
            at++;
    } else {
        while (at < len && s[at] >= 0x20 && s[at] < 0x30)
            at++;
    }
    return at < len ? at + 1 : len;
}

static void weave_sequence(struct term_link *l, const char *s, size_t len,
                           struct str *out)
{
    bool is_csi = len > 2 && s[1] == '[';
    char final = s[len - 1];

    if (is_csi && final == 'm' && !(s[2] >= '<' && s[2] <= '?')) {
        weave_attributes(l, (struct token){s + 2, len - 3}, out);
        return;
    }
    if (!(is_csi && final == 'b')) /* b repeats the last character */
        end_link(l, out);
    str_append(out, s, len);
}

void term_link_weave(struct term_link *l, const char *bytes, size_t len,
                     struct str *out)
{
    for (size_t i = 0; i < len;) {
        size_t n = 1;

        if (bytes[i] == ESC) {
            n = sequence_len(bytes + i, len - i);
            weave_sequence(l, bytes + i, n, out);
        } else {
            if ((unsigned char)bytes[i] < 0x20)
                end_link(l, out);
            else
                begin_link(l, out);
            str_addc(out, bytes[i]);
        }
        i += n;
    }
    end_link(l, out);
}
