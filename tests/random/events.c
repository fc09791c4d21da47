#include "tests/random/events.h"

#include <string.h>

#include "base/mem.h"
#include "canvas/key.h"
#include "tests/random_query.h"
#include "text/utf8.h"
#include "ui/keymap.h"

struct maker {
    struct event *events;
    size_t len, count;
    uint32_t state;
    const struct base *base;
};

static uint32_t under(struct maker *m, uint32_t n)
{
    return random_under(&m->state, n);
}

#define PICK(m, list) (list)[under(m, (uint32_t)ARRAY_LEN(list))]

static void add(struct maker *m, struct event event)
{
    if (m->len < m->count)
        m->events[m->len++] = event;
}

/* ---- what comes between keys ---- */

static void work(struct maker *m)
{
    for (uint32_t n = under(m, 4); n > 0; n--)
        add(m, (struct event){.kind = EVENT_WORK,
                              .milliseconds = (int)under(m, 4)});
}

/* A key may wait behind the one before, or nothing more may come for long. */
static void between(struct maker *m)
{
    switch (under(m, 8)) {
    case 0:
    case 1:
        break;
    case 2:
        add(m, (struct event){.kind = EVENT_WAIT});
        add(m, (struct event){.kind = EVENT_DRAW});
        break;
    case 3:
    case 4:
        work(m);
        break;
    default:
        work(m);
        add(m, (struct event){.kind = EVENT_DRAW});
        break;
    }
}

static void press(struct maker *m, int key)
{
    add(m, (struct event){.kind = EVENT_KEY, .key = key});
    between(m);
}

static void press_some(struct maker *m, const int *keys, size_t n)
{
    int key = keys[under(m, (uint32_t)n)];

    for (uint32_t times = under(m, 5) + 1; times > 0; times--)
        press(m, key);
}

/* ---- words ---- */

static const char *word(struct maker *m)
{
    uint32_t n = 0;

    while (m->base->words[n])
        n++;
    return m->base->words[under(m, n)];
}

static void paste(struct maker *m, const char *text)
{
    add(m, (struct event){.kind = EVENT_PASTE, .text = text});
    between(m);
}

/* As fast as one types, or faster. */
static void type(struct maker *m, const char *text)
{
    size_t len = strlen(text);
    uint32_t key;

    for (size_t i = 0; i < len;) {
        i += utf8_decode(text + i, len - i, &key);
        add(m, (struct event){.kind = EVENT_KEY, .key = (int)key});
        if (!under(m, 3))
            between(m);
    }
    between(m);
}

static void edit(struct maker *m)
{
    static const int keys[] = {
        KEYS_BACKSPACE, KEYS_BACKSPACE, KEYS_LEFT,     KEYS_RIGHT,
        KEYS_UP,        KEYS_DOWN,      KEYS_HOME,     KEYS_END,
        KEYS_DELETE,    KEY_CTRL('U'),  KEY_CTRL('W'), KEY_CTRL('A'),
        KEY_CTRL('E'),  KEYS_TAB,       KEYS_BACK_TAB, KEYS_F1};

    for (uint32_t n = under(m, 3); n > 0; n--)
        press(m, PICK(m, keys));
}

static void end_prompt(struct maker *m)
{
    uint32_t choice = under(m, 16);

    if (!under(m, 4))
        edit(m);
    if (choice < 12)
        press(m, KEYS_ENTER);
    else if (choice < 14)
        press(m, under(m, 2) ? KEYS_ESC : KEY_CTRL('C'));
}

/* ---- pieces of a session ---- */

static void search(struct maker *m)
{
    static const int again[] = {'n', 'n', 'n', 'N'};

    press(m, under(m, 3) ? '/' : '?');
    if (under(m, 5))
        type(m, word(m));
    else if (under(m, 2))
        paste(m, word(m));
    end_prompt(m);
    for (uint32_t n = under(m, 4); n > 0; n--)
        press(m, PICK(m, again));
}

static void filter(struct maker *m)
{
    press(m, '&');
    if (under(m, 6))
        type(m, word(m));
    end_prompt(m);
}

static void move(struct maker *m)
{
    static const int keys[] = {
        'j',           'k',           'd',           'u',
        ' ',           'b',           'g',           'G',
        'h',           'l',           KEYS_DOWN,     KEYS_UP,
        KEYS_PAGE_UP,  KEYS_LEFT,     KEYS_RIGHT,    KEYS_PAGE_DOWN,
        '[',           ']',           KEY_CTRL('E'), KEY_CTRL('Y'),
        KEY_CTRL('N'), KEY_CTRL('P'), KEYS_HOME,     KEYS_END};

    press_some(m, keys, ARRAY_LEN(keys));
}

static void focus(struct maker *m)
{
    static const int keys[] = {'1', '1',      '2',           '2', '3', '3',
                               'z', KEYS_TAB, KEYS_BACK_TAB, '+', '-'};

    press(m, PICK(m, keys));
}

static void follow(struct maker *m)
{
    static const int links[] = {'(', ')', ')'};

    if (under(m, 2))
        press(m, under(m, 2) ? '3' : '1');
    press_some(m, links, ARRAY_LEN(links));
    press(m, KEYS_ENTER);
}

/* Help, outline, library, frequencies: something is chosen there, or not. */
static void overlay(struct maker *m)
{
    static const int kinds[] = {'F', 'F', 'F', 'L', 'L', 'o', 'H', KEYS_F1};
    static const int moves[] = {'j', 'j', 'k', 'G', 'g', ' ', KEYS_DOWN};

    press(m, PICK(m, kinds));
    if (under(m, 2))
        press_some(m, moves, ARRAY_LEN(moves));
    if (under(m, 4))
        press(m, under(m, 4) ? KEYS_ENTER : 'q');
}

static void go(struct maker *m)
{
    static const char *const places[] = {"1",   "7",    "98",  "50%", "$",
                                         "499", "9999", "abc", "0",   ""};

    press(m, under(m, 5) ? ':' : '%');
    type(m, PICK(m, places));
    end_prompt(m);
}

static void order(struct maker *m)
{
    static const int keys[] = {'s', 's', 's', 'S', 'l', 'l', 'h'};

    for (uint32_t n = under(m, 3) + 1; n > 0; n--)
        press(m, PICK(m, keys));
}

static void mark(struct maker *m)
{
    press(m, under(m, 3) ? 'm' : '\'');
    press(m, under(m, 6) ? 'a' + (int)under(m, 3) : '\'');
    if (under(m, 2))
        move(m);
    press(m, '\'');
    press(m, 'a' + (int)under(m, 3));
}

static void back(struct maker *m)
{
    static const int keys[] = {
        KEYS_ESC,       KEYS_ESC,      KEY_CTRL('O'), KEY_CTRL('O'),
        KEYS_BACKSPACE, KEY_CTRL('C'), KEY_CTRL('G'), 'q'};

    press(m, PICK(m, keys));
}

static void any_key(struct maker *m)
{
    switch (under(m, 4)) {
    case 0:
        press(m, (int)under(m, 0x7F));
        break;
    case 1:
        press(m, 0x4E00 + (int)under(m, 0x5000));
        break;
    default:
        press(m, keymap[under(m, (uint32_t)keymap_len)].key);
        break;
    }
}

static void loose_paste(struct maker *m)
{
    static const char *const texts[] = {
        "湖南\n工艺",
        "\033[31m",
        "",
        "\xFF\xFE",
        "q\nq\nq",
        "\t\t",
        "\xE2\x80\xAE",
        "　",
        "e\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81",
        "“‘（〔",
        "甲 甲 甲 甲 甲 甲 甲 甲 甲 甲 甲 甲 甲 甲 甲 甲 甲 甲 甲 甲"};

    paste(m, under(m, 2) ? word(m) : PICK(m, texts));
    if (under(m, 2))
        end_prompt(m);
}

static void resize(struct maker *m)
{
    static const struct {
        int rows, columns;
    } sizes[] = {{24, 80}, {43, 132}, {20, 41}, {12, 41}, {24, 100},
                 {24, 80}, {3, 10},   {2, 9},   {1, 1},   {60, 200}};
    uint32_t i = under(m, ARRAY_LEN(sizes));
    bool is_odd = !under(m, 3);

    add(m,
        (struct event){
            EVENT_SIZE, .rows = is_odd ? 1 + (int)under(m, 50) : sizes[i].rows,
            .columns = is_odd ? 1 + (int)under(m, 150) : sizes[i].columns,
            .ambiguous = under(m, 2) ? AMBIGUOUS_WIDE : AMBIGUOUS_NARROW});
    between(m);
}

static void look(struct maker *m)
{
    if (!under(m, 3))
        add(m, (struct event){.kind = EVENT_PUBLISH});
    add(m, (struct event){.kind = EVENT_IDLE});
    add(m, (struct event){.kind = EVENT_DRAW});
}

void events_make(struct event *events, size_t count, const struct base *base,
                 uint32_t seed)
{
    static const struct {
        void (*make)(struct maker *m);
        uint32_t weight;
    } pieces[] = {
        {search, 14}, {filter, 12},     {move, 18},  {focus, 10}, {follow, 9},
        {overlay, 9}, {go, 4},          {order, 6},  {mark, 2},   {back, 8},
        {any_key, 6}, {loose_paste, 2}, {resize, 4}, {look, 2},
    };
    struct maker m = {.events = events,
                      .count = count,
                      .state = seed * 2246822519u + 374761393u,
                      .base = base};
    uint32_t all = 0;

    for (size_t i = 0; i < ARRAY_LEN(pieces); i++)
        all += pieces[i].weight;
    while (m.len < count) {
        uint32_t choice = under(&m, all);
        size_t i = 0;

        while (choice >= pieces[i].weight)
            choice -= pieces[i++].weight;
        pieces[i].make(&m);
    }
}

/* ---- names ---- */

static void append_key(int key, struct str *out)
{
    char bytes[UTF8_MAX];

    if (key > 0x20 && key < 0x110000 && key != 0x7F) {
        str_append(out, bytes, utf8_encode((uint32_t)key, bytes));
        return;
    }
    for (size_t i = 0; i < keymap_len; i++) {
        if (keymap[i].key == key) {
            str_add(out, keymap[i].name);
            return;
        }
    }
    str_addf(out, "<key %#x>", (unsigned)key);
}

void event_append(const struct event *event, struct str *out)
{
    switch (event->kind) {
    case EVENT_KEY:
        append_key(event->key, out);
        break;
    case EVENT_PASTE:
        str_addf(out, "<paste %s>", event->text);
        break;
    case EVENT_SIZE:
        str_addf(out, "<%dx%d%s>", event->columns, event->rows,
                 event->ambiguous == AMBIGUOUS_WIDE ? " wide" : "");
        break;
    case EVENT_DRAW:
        str_add(out, "<draw>");
        break;
    case EVENT_WORK:
        str_addf(out, "<work %d>", event->milliseconds);
        break;
    case EVENT_WAIT:
        str_add(out, "<wait>");
        break;
    case EVENT_IDLE:
        str_add(out, "<idle>");
        break;
    case EVENT_PUBLISH:
        str_add(out, "<publish>");
        break;
    }
}
