#include "term/term_input.h"

#include <assert.h>
#include <string.h>

#include "base/locale.h"
#include "base/mem.h"
#include "canvas/key.h"
#include "text/utf8.h"

enum {
    ESC = 0x1B,
    CSI_MAX = 64,     /* bytes of a control sequence that is understood */
    STRING_MAX = 1024 /* bytes of a control string that is waited for */
};

/* What the bytes at the front of the buffer are. */
enum front {
    FRONT_CUT,     /* the start of something: wait for more */
    FRONT_NOTHING, /* bytes used up that mean nothing */
    FRONT_ITEM,    /* bytes used up that made an item */
};

/* A control sequence, taken apart. */
struct csi {
    char private; /* one of < = > ?, or 0 */
    int params[4];
    int n_params;
    char final;
};

static const char paste_end[] = "\033[201~";

void term_input_init(struct term_input *in)
{
    *in = (struct term_input){0};
    in->utf8 = locale_is_utf8();
}

void term_input_clear(struct term_input *in)
{
    str_clear(&in->paste);
    in->start = 0;
    in->end = 0;
    in->pasting = false;
}

void term_input_owe(struct term_input *in, bool owed, int64_t patient)
{
    in->owed = owed;
    in->patient = patient;
}

void term_input_feed(struct term_input *in, const void *bytes, size_t len,
                     int64_t now)
{
    assert(len <= TERM_INPUT_ROOM);
    assert(in->end - in->start <= TERM_INPUT_ROOM);
    memmove(in->bytes, in->bytes + in->start, in->end - in->start);
    in->end -= in->start;
    in->start = 0;
    memcpy(in->bytes + in->end, bytes, len);
    in->end += len;
    if (now - in->last > TERM_INPUT_TEXT_DELAY)
        in->dropping = 0;
    in->last = now;
}

/* ---- control sequences ---- */

static bool is_key(struct term_input_item *item, int key)
{
    item->kind = TERM_INPUT_KEY;
    item->key = key;
    return true;
}

/* The key that a final letter stands for, after CSI or SS3. */
static int key_of_letter(char letter)
{
    switch (letter) {
    case 'A':
    case 'a': /* rxvt, with Shift or Ctrl */
        return KEYS_UP;
    case 'B':
    case 'b':
        return KEYS_DOWN;
    case 'C':
    case 'c':
        return KEYS_RIGHT;
    case 'D':
    case 'd':
        return KEYS_LEFT;
    case 'H':
        return KEYS_HOME;
    case 'F':
        return KEYS_END;
    case 'P':
        return KEYS_F1;
    case 'Z':
        return KEYS_BACK_TAB;
    default:
        return KEYS_UNKNOWN;
    }
}

/* The key of CSI number ~, as VT220 numbers them. */
static int key_of_number(int number)
{
    switch (number) {
    case 1:
    case 7:
        return KEYS_HOME;
    case 3:
        return KEYS_DELETE;
    case 4:
    case 8:
        return KEYS_END;
    case 5:
        return KEYS_PAGE_UP;
    case 6:
        return KEYS_PAGE_DOWN;
    case 11:
        return KEYS_F1;
    default:
        return KEYS_UNKNOWN;
    }
}

static void csi_parse(struct csi *c, const unsigned char *s, size_t len)
{
    *c = (struct csi){.final = (char)s[len - 1]};
    for (size_t i = 0; i + 1 < len; i++) {
        int n = c->n_params;

        if (s[i] >= '<' && s[i] <= '?') {
            c->private = (char)s[i];
        } else if (s[i] >= '0' && s[i] <= '9') {
            if (n == 0)
                n = c->n_params = 1;
            if (c->params[n - 1] < 100000)
                c->params[n - 1] = c->params[n - 1] * 10 + (s[i] - '0');
        } else if (s[i] > '9' && n < (int)ARRAY_LEN(c->params)) {
            c->n_params += n == 0 ? 2 : 1;
        }
    }
}

/* What a whole control sequence means. False: nothing. */
static bool csi_meaning(struct term_input *in, const struct csi *c,
                        struct term_input_item *item)
{
    if (c->private)
        return false; /* a report: of the mouse, the version, a mode */
    switch (c->final) {
    case 'I': /* focus came */
    case 'M': /* the mouse, as urxvt reports it */
    case 'O': /* focus went */
    case 't': /* a window's report */
    case 'y': /* a mode's report */
        return false;
    case 'n':
        item->kind = TERM_INPUT_STATUS;
        return true;
    case 'R': /* on row 1 it is F3 with a modifier */
        if (c->n_params != 2 || c->params[0] < 2)
            return is_key(item, KEYS_UNKNOWN);
        item->kind = TERM_INPUT_CURSOR;
        item->row = c->params[0];
        item->column = c->params[1];
        return true;
    case 'u': /* a key by its code point (not asked for, but understood) */
        return is_key(item, c->n_params == 1 && c->params[0] < 128
                                ? c->params[0]
                                : KEYS_UNKNOWN);
    case '~':
    case '^': /* rxvt, with Ctrl and Shift */
    case '@':
        if (c->params[0] == 200) {
            in->pasting = true;
            return false;
        }
        if (c->params[0] == 201)
            return false;
        return is_key(item, key_of_number(c->params[0]));
    default:
        return is_key(item, key_of_letter(c->final));
    }
}

/* CSI: `s` follows ESC [. */
static enum front front_csi(struct term_input *in, const unsigned char *s,
                            size_t len, struct term_input_item *item)
{
    struct csi c;
    size_t n = 0;

    if (len > 0 && s[0] == '[') { /* the Linux console's F1: ESC [ [ A */
        if (len < 2)
            return FRONT_CUT;
        in->start += 4;
        is_key(item, s[1] == 'A' ? KEYS_F1 : KEYS_UNKNOWN);
        return FRONT_ITEM;
    }
    while (n < len && s[n] >= 0x20 && s[n] <= 0x3F)
        n++;
    if (n == len) {
        if (n < CSI_MAX)
            return FRONT_CUT;
        in->dropping = '[';
        in->start += 2;
        return FRONT_NOTHING;
    }
    if (s[n] < 0x40 || s[n] > 0x7E) { /* broken off: that byte is another's */
        in->start += 2 + n;
        is_key(item, KEYS_UNKNOWN);
        return FRONT_ITEM;
    }
    if (n == 0 && s[0] == 'M') { /* an old mouse report: three bytes more */
        if (len < 4)
            return FRONT_CUT;
        in->start += 6;
        return FRONT_NOTHING;
    }
    in->start += 2 + n + 1;
    csi_parse(&c, s, n + 1);
    return csi_meaning(in, &c, item) ? FRONT_ITEM : FRONT_NOTHING;
}

/* SS3: `s` follows ESC O. The application keypad sends its signs so. */
static enum front front_ss3(struct term_input *in, const unsigned char *s,
                            size_t len, struct term_input_item *item)
{
    size_t n = 0;

    while (n < len && n < 3 && ((s[n] >= '0' && s[n] <= '9') || s[n] == ';'))
        n++; /* a modifier */
    if (n == len)
        return FRONT_CUT;
    in->start += 2 + n + 1;
    if (s[n] == 'M')
        is_key(item, KEYS_ENTER);
    else if (s[n] >= 'j' && s[n] <= 'y')
        is_key(item, s[n] - 0x40);
    else
        is_key(item, key_of_letter((char)s[n]));
    return FRONT_ITEM;
}

/* OSC and the other strings that end in BEL or ST: replies that nobody asked
 * for. `s` follows ESC and the letter. */
static enum front front_string(struct term_input *in, const unsigned char *s,
                               size_t len)
{
    for (size_t n = 0; n < len; n++) {
        if (s[n] == 0x07 || (s[n] == '\\' && n > 0 && s[n - 1] == ESC)) {
            in->start += 2 + n + 1;
            return FRONT_NOTHING;
        }
    }
    if (len < STRING_MAX)
        return FRONT_CUT;
    in->dropping = ']';
    in->start += 2;
    return FRONT_NOTHING;
}

/* Skip the rest of a sequence that is longer than any we know. */
static void drop(struct term_input *in)
{
    while (in->dropping && in->start < in->end) {
        unsigned char c = in->bytes[in->start++];

        if (in->dropping == '[' ? c >= 0x40 && c <= 0x7E
                                : c == 0x07 || c == '\\')
            in->dropping = 0;
    }
}

static enum front front_escape(struct term_input *in, const unsigned char *s,
                               size_t len, struct term_input_item *item)
{
    if (len < 2)
        return FRONT_CUT;
    switch (s[1]) {
    case '[':
        return front_csi(in, s + 2, len - 2, item);
    case 'O':
        return front_ss3(in, s + 2, len - 2, item);
    case ']':
    case 'P':
    case '_':
        return front_string(in, s + 2, len - 2);
    default:
        if (s[1] > ' ' && s[1] < 0x7F) { /* Alt with a key is another key */
            in->start += 2;
            is_key(item, KEYS_UNKNOWN);
            return FRONT_ITEM;
        }
        in->start++; /* Esc, and soon after it a key that has no Alt */
        is_key(item, KEYS_ESC);
        return FRONT_ITEM;
    }
}

/* ---- text ---- */

static enum front front_character(struct term_input *in, const unsigned char *s,
                                  size_t len, struct term_input_item *item)
{
    mbstate_t state = {0};
    wchar_t wc = 0;
    size_t n = mbrtowc(&wc, (const char *)s, len, &state);

    if (n == (size_t)-2)
        return FRONT_CUT;
    if (n == (size_t)-1) {
        in->start++;
        is_key(item, KEYS_UNKNOWN);
        return FRONT_ITEM;
    }
    in->start += n;
    if (wc > 0x10FFFF || (wc >= 0x80 && wc < 0xA0))
        wc = KEYS_UNKNOWN;
    is_key(item, (int)wc);
    return FRONT_ITEM;
}

static enum front front_of(struct term_input *in, struct term_input_item *item)
{
    const unsigned char *s = in->bytes + in->start;
    size_t len = in->end - in->start;

    switch (s[0]) {
    case ESC:
        return front_escape(in, s, len, item);
    case 0x11: /* Ctrl-Q, Ctrl-S, Ctrl-\: habits of other terminals that */
    case 0x13: /* must do nothing here                                   */
    case 0x1C:
        in->start++;
        return FRONT_NOTHING;
    case 0x00:
        in->start++;
        is_key(item, KEYS_UNKNOWN);
        return FRONT_ITEM;
    case 0x08:
    case 0x7F:
        in->start++;
        is_key(item, KEYS_BACKSPACE);
        return FRONT_ITEM;
    default:
        return front_character(in, s, len, item);
    }
}

/* The front was cut, and nothing more came in time: what is it then? */
static bool settle(struct term_input *in, struct term_input_item *item)
{
    size_t len = in->end - in->start;
    unsigned char first = in->bytes[in->start];

    if (first == ESC && len >= 3 && in->bytes[in->start + 1] == '[') {
        in->start = in->end; /* a sequence whose end got lost */
        return is_key(item, KEYS_UNKNOWN);
    }
    if (first != ESC && first < 0x80) { /* a '[' that was no reply's rest */
        in->esc_alone = false;
        return front_of(in, item) == FRONT_ITEM;
    }
    in->start++;
    in->esc_alone = first == ESC && len == 1;
    return is_key(item, first == ESC ? KEYS_ESC : KEYS_UNKNOWN);
}

/*
 * A reply may be so late, and split so badly, that its ESC was taken for a
 * key. While one is still owed, a '[' after such a key is looked at twice:
 * with a reply's digits and letter behind it, it is the reply's rest.
 */
static enum front front_of_rest(struct term_input *in,
                                struct term_input_item *item)
{
    const unsigned char *s = in->bytes + in->start;
    size_t len = in->end - in->start;
    size_t n = 1;

    while (n < len && ((s[n] >= '0' && s[n] <= '9') || s[n] == ';'))
        n++;
    if (n == len)
        return FRONT_CUT;
    if (n > 1 && (s[n] == 'R' || s[n] == 'n')) {
        struct csi c;

        csi_parse(&c, s + 1, n);
        in->start += n + 1;
        return csi_meaning(in, &c, item) ? FRONT_ITEM : FRONT_NOTHING;
    }
    return front_of(in, item);
}

/* ---- pastes ---- */

/* Append pasted bytes to the paste, in UTF-8, as far as they are kept. */
static void paste_append(struct term_input *in, const unsigned char *s,
                         size_t len)
{
    if (in->utf8) {
        size_t room = TERM_INPUT_PASTE - in->paste.len;

        str_append(&in->paste, (const char *)s, len < room ? len : room);
        return;
    }
    while (len > 0 && in->paste.len + UTF8_MAX <= TERM_INPUT_PASTE) {
        char utf8[UTF8_MAX];
        wchar_t wc = 0;
        size_t n = mbrtowc(&wc, (const char *)s, len, &in->state);

        if (n == (size_t)-2) /* kept in the state */
            return;
        if (n == (size_t)-1) {
            wc = (wchar_t)UTF8_REPLACEMENT;
            memset(&in->state, 0, sizeof(in->state));
        }
        if (n == 0 || n == (size_t)-1)
            n = 1;
        str_append(&in->paste, utf8, utf8_encode((uint32_t)wc, utf8));
        s += n;
        len -= n;
    }
}

/* How many bytes at the end of `s` may be the start of the paste's end. */
static size_t maybe_end(const unsigned char *s, size_t len)
{
    size_t n = sizeof(paste_end) - 2;

    if (n > len)
        n = len;
    while (n > 0 && memcmp(s + len - n, paste_end, n) != 0)
        n--;
    return n;
}

static bool paste_is(struct term_input *in, struct term_input_item *item)
{
    in->handed = true;
    item->kind = TERM_INPUT_PASTED;
    return in->paste.len > 0;
}

static bool paste_take(struct term_input *in, struct term_input_item *item)
{
    const unsigned char *s = in->bytes + in->start;
    size_t len = in->end - in->start;
    const unsigned char *end = memmem(s, len, paste_end, sizeof(paste_end) - 1);
    size_t n = end ? (size_t)(end - s) : len - maybe_end(s, len);

    paste_append(in, s, n);
    in->start += n;
    if (!end)
        return false;
    in->start += sizeof(paste_end) - 1;
    in->pasting = false;
    return paste_is(in, item);
}

/*
 * The end of a paste is late, or never sent. What came is handed over; what
 * still comes stays text, because it must not run as keys. A lone Esc or
 * Ctrl-C is the user's way out.
 */
static bool paste_settle(struct term_input *in, struct term_input_item *item)
{
    size_t len = in->end - in->start;

    if (in->paste.len + len == 1) {
        char c = len ? (char)in->bytes[in->start] : in->paste.text[0];

        if (c == ESC || c == KEY_CTRL('C')) {
            in->start = in->end;
            in->pasting = false;
            in->handed = true;
            return is_key(item, c);
        }
    }
    return paste_is(in, item);
}

/* ---- the whole ---- */

static int delay(const struct term_input *in)
{
    unsigned char first = in->bytes[in->start];

    if (in->pasting)
        return TERM_INPUT_PASTE_DELAY;
    if (first >= 0x80)
        return TERM_INPUT_TEXT_DELAY;
    return first == ESC && in->owed && in->last < in->patient
               ? TERM_INPUT_REPLY_DELAY
               : TERM_INPUT_ESC_DELAY;
}

/* Whether there is something that silence turns into an item. */
static bool is_waiting(const struct term_input *in)
{
    if (in->pasting)
        return in->paste.len > 0 || in->end - in->start == 1;
    return in->start < in->end;
}

int term_input_wait(const struct term_input *in, int64_t now)
{
    int64_t left = in->last + delay(in) - now;

    if (!is_waiting(in))
        return -1;
    return left > 0 ? (int)left : 0;
}

bool term_input_next(struct term_input *in, int64_t now,
                     struct term_input_item *item)
{
    if (in->handed) {
        in->handed = false;
        str_clear(&in->paste);
        memset(&in->state, 0, sizeof(in->state));
    }
    for (;;) {
        enum front front;

        if (in->pasting) {
            if (paste_take(in, item))
                return true;
            if (in->pasting)
                return term_input_wait(in, now) == 0 && paste_settle(in, item);
        }
        drop(in);
        if (in->start == in->end)
            return false;
        front = in->esc_alone && in->owed && in->bytes[in->start] == '['
                    ? front_of_rest(in, item)
                    : front_of(in, item);
        if (front == FRONT_CUT)
            return term_input_wait(in, now) == 0 && settle(in, item);
        in->esc_alone = false;
        if (front == FRONT_ITEM)
            return true;
    }
}
