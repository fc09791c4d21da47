#include "term/term_weave.h"

#include <string.h>

#define ESC '\033'

const char term_weave_end[] = "\033]8;;\033\\";

/* What is not sent: after a stop curses sets the palette back, which the user
 * may have chosen; terminfo of xterm selects ASCII with every change of
 * attributes. */
static const char reset_palette[] = "\033]104\a";
static const char select_ascii[] = "\033(B";

void term_weave_init(struct term_weave *w, const struct term_link *links)
{
    *w = (struct term_weave){
        .links = links,
        .wanted = term_attr_plain,
        .shown = term_attr_plain,
        .saved = term_attr_plain,
        .open = -1,
    };
}

static void end_link(struct term_weave *w, struct str *out)
{
    if (w->open >= 0)
        str_add(out, term_weave_end);
    w->open = -1;
}

/* The link whose ground is wanted. */
static void begin_link(struct term_weave *w, struct str *out)
{
    int place = term_link_of_ground(w->links, w->wanted.ground);

    if (w->open == place)
        return;
    end_link(w, out);
    if (place >= 0)
        str_addf(out, "\033]8;id=%d;%s\033\\", place + 1,
                 w->links->addresses[place]);
    w->open = place;
}

static void forget_attributes(struct term_weave *w)
{
    w->wanted = term_attr_plain;
    w->is_wanted_known = w->is_shown_known = false;
}

/* A ground that stands for a link is not sent. */
static struct term_attr as_sent(const struct term_weave *w, struct term_attr a)
{
    a.ground = term_link_real_ground(w->links, a.ground);
    return a;
}

static void show_attributes(struct term_weave *w, struct str *out)
{
    struct term_attr from = as_sent(w, w->shown), to = as_sent(w, w->wanted);

    if (!w->is_wanted_known)
        return;
    term_attr_add(out, w->is_shown_known ? &from : NULL, &to);
    w->shown = w->wanted;
    w->is_shown_known = true;
}

static void pass_attributes(struct term_weave *w, const char *s, size_t len,
                            struct str *out)
{
    show_attributes(w, out);
    str_append(out, s, len);
    forget_attributes(w);
}

/* `s` is ESC [ ... m. */
static void take_attributes(struct term_weave *w, const char *s, size_t len,
                            struct str *out)
{
    const char *numbers = s + 2;
    size_t n = len - 3;
    bool begins_anew = n == 0 || numbers[0] == '0' || numbers[0] == ';';

    if ((w->is_wanted_known || begins_anew) &&
        term_attr_take(&w->wanted, numbers, n))
        w->is_wanted_known = true;
    else
        pass_attributes(w, s, len, out);
}

/* `s` is ESC [ ... `final`. Only what moves the cursor and what sets a mode
 * of the terminal's own draws nothing. */
static void take_control(struct term_weave *w, const char *s, size_t len,
                         struct str *out)
{
    bool is_private = s[2] >= '<' && s[2] <= '?';
    /* The other screen, and back: attributes are kept and restored. */
    bool is_screen =
        is_private && (memmem(s, len, "?104", 4) || memmem(s, len, "?47", 3));
    char final = s[len - 1];

    if (final == 'm' && !is_private) {
        take_attributes(w, s, len, out);
        return;
    }
    if (final != 'b') /* it repeats the last character */
        end_link(w, out);
    if (is_screen || (!is_private && !strchr("ABCDEFGHadefr`", final)))
        show_attributes(w, out);
    str_append(out, s, len);
    if (is_screen) {
        forget_attributes(w);
        w->is_saved_known = false;
    }
}

static bool is(const char *s, size_t len, const char *sequence)
{
    return len == strlen(sequence) && memcmp(s, sequence, len) == 0;
}

/* `s` is ESC and something that is neither a control nor a string. */
static void take_escape(struct term_weave *w, const char *s, size_t len,
                        struct str *out)
{
    bool restores = is(s, len, "\0338"); /* the attributes as well */

    if (is(s, len, select_ascii) && w->in_ascii)
        return;
    w->in_ascii |= is(s, len, select_ascii);
    end_link(w, out);
    if (!restores)
        show_attributes(w, out);
    str_append(out, s, len);
    if (is(s, len, "\0337")) {
        w->saved = w->shown;
        w->is_saved_known = w->is_shown_known;
    }
    if (restores && w->is_saved_known) {
        w->wanted = w->shown = w->saved;
        w->is_wanted_known = w->is_shown_known = true;
    } else if (restores) {
        forget_attributes(w);
    }
}

/* Bytes of the sequence or string at `s`, which begins with ESC. */
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

static void take_sequence(struct term_weave *w, const char *s, size_t len,
                          struct str *out)
{
    if (len > 2 && s[1] == '[') {
        take_control(w, s, len, out);
    } else if (len > 2 && (s[1] == ']' || s[1] == 'P')) {
        end_link(w, out);
        if (!is(s, len, reset_palette))
            str_append(out, s, len);
    } else {
        take_escape(w, s, len, out);
    }
}

static void take_byte(struct term_weave *w, char byte, struct str *out)
{
    bool is_character = (unsigned char)byte >= 0x20;

    if (!is_character)
        end_link(w, out);
    if (is_character || byte == '\n') /* that one may scroll */
        show_attributes(w, out);
    if (is_character)
        begin_link(w, out);
    str_addc(out, byte);
}

void term_weave(struct term_weave *w, const char *bytes, size_t len,
                struct str *out)
{
    for (size_t i = 0; i < len;) {
        size_t n = 1;

        if (bytes[i] == ESC) {
            n = sequence_len(bytes + i, len - i);
            take_sequence(w, bytes + i, n, out);
        } else {
            take_byte(w, bytes[i], out);
        }
        i += n;
    }
    end_link(w, out);
    show_attributes(w, out);
}
