#include "ui/prompt.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "canvas/key.h"
#include "text/clean.h"
#include "text/cluster.h"
#include "text/utf8.h"

#define FIELD_COLUMNS 12 /* the text's, before a note may have any */
#define KEY_LIMIT     0x110000

void prompt_history_add(struct prompt_history *h, const char *text)
{
    if (!*text || (h->len && strcmp(h->items[h->len - 1], text) == 0))
        return;
    h->items = xreallocarray(h->items, h->len + 1, sizeof(*h->items));
    h->items[h->len++] = xstrdup(text);
}

void prompt_history_clear(struct prompt_history *h)
{
    for (size_t i = 0; i < h->len; i++)
        free(h->items[i]);
    free(h->items);
    *h = (struct prompt_history){0};
}

void prompt_open(struct prompt *p, const char *label,
                 struct prompt_history *history)
{
    prompt_clear(p);
    p->label = label;
    p->h = history;
    p->h_at = history ? history->len : 0;
}

void prompt_clear(struct prompt *p)
{
    str_clear(&p->text);
    str_clear(&p->own);
    *p = (struct prompt){0};
}

/* The text as it is shown, which decides what is one step of the cursor. */
static void clean_of(struct clean *c, const struct prompt *p)
{
    clean_text(c, str_text(&p->text), p->text.len, CLEAN_SCREEN);
}

/* The ends of the cluster after and before byte `at` of the text. What takes
 * several clusters on the screen (<202E>) is one step all the same. */
static size_t next_stop(const struct prompt *p, size_t at)
{
    struct clean c = {0};
    size_t stop = p->text.len;
    size_t shown;

    clean_of(&c, p);
    shown = clean_from_source(&c, at);
    while (shown < c.len) {
        shown +=
            cluster_at(c.text + shown, c.len - shown, AMBIGUOUS_NARROW).len;
        stop = clean_to_source(&c, shown);
        if (stop > at)
            break;
    }
    clean_clear(&c);
    return stop > at ? stop : p->text.len;
}

static size_t prev_stop(const struct prompt *p, size_t at)
{
    struct clean c = {0};
    size_t stop = 0;
    size_t shown = 0;

    clean_of(&c, p);
    while (shown < c.len) {
        size_t source;

        shown +=
            cluster_at(c.text + shown, c.len - shown, AMBIGUOUS_NARROW).len;
        source = clean_to_source(&c, shown);
        if (source >= at)
            break;
        stop = source;
    }
    clean_clear(&c);
    return stop;
}

static void insert(struct prompt *p, const char *bytes, size_t len)
{
    size_t rest_len = p->text.len - p->cursor;
    char *rest = xmemdup(str_text(&p->text) + p->cursor, rest_len);

    str_truncate(&p->text, p->cursor);
    str_append(&p->text, bytes, len);
    p->cursor = p->text.len;
    str_append(&p->text, rest, rest_len);
    free(rest);
}

static void edited(struct prompt *p)
{
    /* A recalled text that is changed is the user's own from then on. */
    if (p->h)
        p->h_at = p->h->len;
}

/* Take the bytes from `start` to `end` out and leave the cursor there. */
static enum prompt_result erase(struct prompt *p, size_t start, size_t end)
{
    char *rest;
    size_t rest_len;

    if (start >= end)
        return PROMPT_SAME;
    rest_len = p->text.len - end;
    rest = xmemdup(str_text(&p->text) + end, rest_len);
    str_truncate(&p->text, start);
    str_append(&p->text, rest, rest_len);
    p->cursor = start;
    free(rest);
    edited(p);
    return PROMPT_EDITED;
}

static enum prompt_result move_to(struct prompt *p, size_t at)
{
    if (at == p->cursor)
        return PROMPT_SAME;
    p->cursor = at;
    return PROMPT_MOVED;
}

/* Whether a blank, ASCII or ideographic, ends at byte `at`. */
static bool blank_before(const char *text, size_t at)
{
    uint32_t cp;
    size_t start;

    if (!at)
        return false;
    start = utf8_prev(text, at);
    utf8_decode(text + start, at - start, &cp);
    return cp == ' ' || cp == 0x3000;
}

static size_t word_start(const struct prompt *p)
{
    const char *text = str_text(&p->text);
    size_t at = p->cursor;

    while (blank_before(text, at))
        at = utf8_prev(text, at);
    while (at && !blank_before(text, at))
        at = utf8_prev(text, at);
    return at;
}

/* Show the text number `at` of the history; past its end, the user's own. */
static enum prompt_result recall(struct prompt *p, size_t at)
{
    if (p->h_at == p->h->len) {
        str_clear(&p->own);
        str_add(&p->own, str_text(&p->text));
    }
    p->h_at = at;
    str_truncate(&p->text, 0);
    str_add(&p->text, at < p->h->len ? p->h->items[at] : str_text(&p->own));
    p->cursor = p->text.len;
    return PROMPT_EDITED;
}

static enum prompt_result type(struct prompt *p, int key)
{
    char bytes[UTF8_MAX];

    insert(p, bytes, utf8_encode((uint32_t)key, bytes));
    edited(p);
    return PROMPT_EDITED;
}

static bool is_typed(int key)
{
    return (key >= ' ' && key < 0x7F) || (key > 0x9F && key < KEY_LIMIT);
}

static enum prompt_result motion_key(struct prompt *p, int key)
{
    switch (key) {
    case KEYS_LEFT:
    case KEY_CTRL('B'):
        return move_to(p, prev_stop(p, p->cursor));
    case KEYS_RIGHT:
    case KEY_CTRL('F'):
        return move_to(p, next_stop(p, p->cursor));
    case KEYS_HOME:
    case KEY_CTRL('A'):
        return move_to(p, 0);
    case KEYS_END:
    case KEY_CTRL('E'):
        return move_to(p, p->text.len);
    case KEYS_UP:
    case KEY_CTRL('P'):
        return p->h && p->h_at ? recall(p, p->h_at - 1) : PROMPT_SAME;
    case KEYS_DOWN:
    case KEY_CTRL('N'):
        return p->h && p->h_at < p->h->len ? recall(p, p->h_at + 1)
                                           : PROMPT_SAME;
    default:
        return PROMPT_IGNORED;
    }
}

static enum prompt_result editing_key(struct prompt *p, int key)
{
    switch (key) {
    case KEYS_BACKSPACE:
    case KEY_CTRL('H'):
    case 0x7F:
        if (!p->text.len)
            return PROMPT_CANCELLED;
        return erase(p, prev_stop(p, p->cursor), p->cursor);
    case KEYS_DELETE:
    case KEY_CTRL('D'):
        return erase(p, p->cursor, next_stop(p, p->cursor));
    case KEY_CTRL('U'):
        return erase(p, 0, p->cursor);
    case KEY_CTRL('K'):
        return erase(p, p->cursor, p->text.len);
    case KEY_CTRL('W'):
        return erase(p, word_start(p), p->cursor);
    case KEYS_ENTER:
    case KEY_CTRL('J'):
        return PROMPT_ACCEPTED;
    case KEYS_ESC:
    case KEY_CTRL('C'):
    case KEY_CTRL('G'):
        return PROMPT_CANCELLED;
    default:
        return PROMPT_IGNORED;
    }
}

enum prompt_result prompt_key(struct prompt *p, int key)
{
    enum prompt_result result = motion_key(p, key);

    if (result == PROMPT_IGNORED)
        result = editing_key(p, key);
    if (result == PROMPT_IGNORED && is_typed(key))
        result = type(p, key);
    return result;
}

enum prompt_result prompt_paste(struct prompt *p, const char *text, size_t len)
{
    struct str clean = {0};
    size_t at = 0;

    while (at < len) {
        char bytes[UTF8_MAX];
        uint32_t cp;

        if (text[at] == '\r' && at + 1 < len && text[at + 1] == '\n')
            at++;
        at += utf8_decode(text + at, len - at, &cp);
        if (cp == '\n' || cp == '\r' || cp == '\t' || cp == 0)
            cp = ' ';
        str_append(&clean, bytes, utf8_encode(cp, bytes));
    }
    if (clean.len) {
        insert(p, clean.text, clean.len);
        edited(p);
    }
    str_clear(&clean);
    return len ? PROMPT_EDITED : PROMPT_SAME;
}

/* Where the visible part begins: the text is moved by half its room at a
 * time, so that most keys change one cell; a function of the cursor's column
 * alone, so that the same text gives the same picture. A wide character under
 * the cursor has its room before the '>'. */
static int shift_for(int cursor, int columns, int room)
{
    int step = room / 2 > 0 ? room / 2 : 1;
    int ahead = room > 4 ? 2 : room / 2;
    int shift = 0;

    if (columns < room)
        return 0;
    while (cursor - shift >= room - ahead)
        shift += step;
    return shift;
}

/* Where the text is drawn: columns [from, limit), without its first `shift`
 * columns. */
struct entry {
    int row, from, limit, shift;
};

static void draw_text(const struct clean *t, struct canvas *c, struct entry f,
                      size_t failed)
{
    int at = f.from - f.shift;
    bool goes_on =
        at + cluster_columns(t->text, t->len, c->ambiguous) > f.limit;
    size_t i = 0;

    if (goes_on)
        f.limit--;
    while (i < t->len) {
        struct cluster k = cluster_at(t->text + i, t->len - i, c->ambiguous);

        if (at >= f.from) {
            if (at + k.columns > f.limit)
                break;
            canvas_text(c, f.row, at, f.limit, t->text + i, k.len,
                        i < failed ? STYLE_STATUS : STYLE_PROMPT_FAILED);
        }
        at += k.columns;
        i += k.len;
    }
    if (f.shift)
        canvas_text(c, f.row, f.from, f.limit + 1, "<", 1, STYLE_HINT);
    if (goes_on)
        canvas_text(c, f.row, f.limit, f.limit + 1, ">", 1, STYLE_HINT);
}

/* Draw the note at the right and return the column where the text must end:
 * the note has what is left when the text has what it needs, but room for a
 * few characters is always the text's. */
static int draw_note(struct canvas *c, int row, int from, int text,
                     const char *note)
{
    size_t len = note ? strlen(note) : 0;
    int wanted = len ? cluster_columns(note, len, c->ambiguous) : 0;
    int whole = wanted;
    int limit = canvas_bottom_limit(c);
    int room = limit - from - 1 - (text + 1);
    int least = limit - from - 1 - FIELD_COLUMNS;

    if (room < wanted)
        room = least;
    if (wanted > room)
        wanted = room;
    if (wanted <= 0 || (wanted < whole && wanted < 3))
        return limit; /* nothing, or a cut one that says nothing */
    canvas_text_cut(c, row, limit - wanted, limit, note, len, STYLE_STATUS);
    return limit - wanted - 1;
}

int prompt_draw(struct prompt *p, struct canvas *c, int row, size_t failed_from,
                const char *note)
{
    struct clean t = {0};
    struct entry f = {.row = row};
    size_t cursor_at, failed;
    int columns, cursor;

    clean_of(&t, p);
    cursor_at = clean_from_source(&t, p->cursor);
    failed = failed_from < p->text.len ? clean_from_source(&t, failed_from)
                                       : SIZE_MAX;
    columns = cluster_columns(t.text, t.len, c->ambiguous);
    cursor = cluster_columns(t.text, cursor_at, c->ambiguous);
    canvas_fill(c, (struct rect){row, 0, 1, c->columns}, STYLE_STATUS);
    f.from = canvas_puts(c, row, 0, c->columns - 1, p->label, STYLE_STATUS);
    f.limit = draw_note(c, row, f.from, columns, note);
    f.shift = shift_for(cursor, columns, f.limit - f.from);
    draw_text(&t, c, f, failed);
    clean_clear(&t);
    return f.from + cursor - f.shift;
}
