#include "ui/keymap.h"

#include <stdbool.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "canvas/key.h"

#define FULLWIDTH_FIRST   0xFF01
#define FULLWIDTH_LAST    0xFF5E
#define FULLWIDTH_OFFSET  0xFEE0
#define IDEOGRAPHIC_SPACE 0x3000

#define HELP_KEYS 17 /* columns of --help-keys: keys and help begin here */
#define HELP_TEXT 46

/* In the order of action.h; the first key of an action is the one that short
 * hints name. e and R are kept free. */
/* clang-format off */
const struct binding keymap[] = {
    { 'k',                ACTION_UP,            "k" },
    { KEYS_UP,            ACTION_UP,            "Up" },
    { KEY_CTRL('P'),      ACTION_UP,            "Ctrl-P" },
    { KEY_CTRL('K'),      ACTION_UP,            "Ctrl-K" },
    { 'j',                ACTION_DOWN,          "j" },
    { KEYS_DOWN,          ACTION_DOWN,          "Down" },
    { KEY_CTRL('N'),      ACTION_DOWN,          "Ctrl-N" },
    { KEY_CTRL('J'),      ACTION_DOWN,          "Ctrl-J" },
    { KEY_CTRL('Y'),      ACTION_SCROLL_UP,     "Ctrl-Y" },
    { KEY_CTRL('E'),      ACTION_SCROLL_DOWN,   "Ctrl-E" },
    { KEYS_PAGE_UP,       ACTION_PAGE_UP,       "PgUp" },
    { 'b',                ACTION_PAGE_UP,       "b" },
    { KEY_CTRL('B'),      ACTION_PAGE_UP,       "Ctrl-B" },
    { KEYS_PAGE_DOWN,     ACTION_PAGE_DOWN,     "PgDn" },
    { ' ',                ACTION_PAGE_DOWN,     "Space" },
    { 'f',                ACTION_PAGE_DOWN,     "f" },
    { KEY_CTRL('F'),      ACTION_PAGE_DOWN,     "Ctrl-F" },
    { KEY_CTRL('V'),      ACTION_PAGE_DOWN,     "Ctrl-V" },
    { 'u',                ACTION_HALF_UP,       "u" },
    { KEY_CTRL('U'),      ACTION_HALF_UP,       "Ctrl-U" },
    { 'd',                ACTION_HALF_DOWN,     "d" },
    { KEY_CTRL('D'),      ACTION_HALF_DOWN,     "Ctrl-D" },
    { 'g',                ACTION_HOME,          "g" },
    { KEYS_HOME,          ACTION_HOME,          "Home" },
    { '<',                ACTION_HOME,          "<" },
    { KEY_CTRL('A'),      ACTION_HOME,          "Ctrl-A" },
    { 'G',                ACTION_END,           "G" },
    { KEYS_END,           ACTION_END,           "End" },
    { '>',                ACTION_END,           ">" },
    { 'h',                ACTION_COLUMN_PREV,   "h" },
    { KEYS_LEFT,          ACTION_COLUMN_PREV,   "Left" },
    { 'l',                ACTION_COLUMN_NEXT,   "l" },
    { KEYS_RIGHT,         ACTION_COLUMN_NEXT,   "Right" },
    { '0',                ACTION_COLUMN_FIRST,  "0" },
    { '^',                ACTION_COLUMN_FIRST,  "^" },
    { '$',                ACTION_COLUMN_LAST,   "$" },
    { '(',                ACTION_LINK_PREV,     "(" },
    { ')',                ACTION_LINK_NEXT,     ")" },
    { '[',                ACTION_SECTION_PREV,  "[" },
    { ']',                ACTION_SECTION_NEXT,  "]" },
    { ':',                ACTION_GOTO,          ":" },
    { '%',                ACTION_PERCENT,       "%" },
    { KEYS_ENTER,         ACTION_OPEN,          "Enter" },
    { KEYS_BACKSPACE,     ACTION_BACK,          "Backspace" },
    { KEY_CTRL('O'),      ACTION_BACK,          "Ctrl-O" },
    { 'm',                ACTION_MARK,          "m" },
    { '\'',               ACTION_GOTO_MARK,     "'" },
    { '`',                ACTION_GOTO_MARK,     "`" },
    { '=',                ACTION_WHERE,         "=" },

    { '/',                ACTION_SEARCH,        "/" },
    { '?',                ACTION_SEARCH_BACK,   "?" },
    { 'n',                ACTION_MATCH_NEXT,    "n" },
    { 'N',                ACTION_MATCH_PREV,    "N" },
    { '*',                ACTION_SEARCH_CELL,   "*" },
    { '&',                ACTION_FILTER,        "&" },

    { 's',                ACTION_SORT,          "s" },
    { 'S',                ACTION_UNSORT,        "S" },
    { 'F',                ACTION_FREQUENCIES,   "F" },

    { 'v',                ACTION_SELECT,        "v" },
    { 'V',                ACTION_SELECT_RANGE,  "V" },
    { 'a',                ACTION_SELECT_SHOWN,  "a" },
    { 'A',                ACTION_SELECT_NONE,   "A" },

    { 'w',                ACTION_MEASURE,       "w" },
    { 'r',                ACTION_RAW,           "r" },
    { 'o',                ACTION_OUTLINE,       "o" },
    { 'L',                ACTION_LIBRARY,       "L" },

    { KEYS_TAB,           ACTION_FOCUS_NEXT,    "Tab" },
    { KEYS_BACK_TAB,      ACTION_FOCUS_PREV,    "S-Tab" },
    { '1',                ACTION_FOCUS_NOTICE,  "1" },
    { '2',                ACTION_FOCUS_LIST,    "2" },
    { '3',                ACTION_FOCUS_RECORD,  "3" },
    { 'z',                ACTION_ZOOM,          "z" },
    { '+',                ACTION_GROW,          "+" },
    { '-',                ACTION_SHRINK,        "-" },
    { KEY_CTRL('L'),      ACTION_REPAINT,       "Ctrl-L" },

    { 'y',                ACTION_COPY_CELL,     "y" },
    { 'Y',                ACTION_COPY_RECORD,   "Y" },
    { 'c',                ACTION_COPY_CITATION, "c" },

    { KEYS_F1,            ACTION_HELP,          "F1" },
    { 'H',                ACTION_HELP,          "H" },
    { KEYS_ESC,           ACTION_CANCEL,        "Esc" },
    { KEY_CTRL('G'),      ACTION_CANCEL,        "Ctrl-G" },
    { KEY_CTRL('C'),      ACTION_INTERRUPT,     "Ctrl-C" },
    { KEY_CTRL('Z'),      ACTION_SUSPEND,       "Ctrl-Z" },
    { 'q',                ACTION_QUIT,          "q" },
    { 'Q',                ACTION_EXIT,          "Q" },
    { 'Z',                ACTION_LEAVE,         "Z" },
};
/* clang-format on */

const size_t keymap_len = ARRAY_LEN(keymap);

/* What a Chinese input method sends for an ASCII key in its Chinese mode,
 * where that is no full-width form of it. */
/* clang-format off */
static const struct { int typed, key; } chinese_marks[] = {
    { IDEOGRAPHIC_SPACE, ' ' },
    { 0x3001, '/' },  /* ideographic comma */
    { 0x3010, '[' }, { 0x3011, ']' },
    { 0x300A, '<' }, { 0x300B, '>' },
    { 0x2018, '\'' }, { 0x2019, '\'' },
};
/* clang-format on */

int keymap_ascii(int key)
{
    if (key >= FULLWIDTH_FIRST && key <= FULLWIDTH_LAST)
        return key - FULLWIDTH_OFFSET;
    for (size_t i = 0; i < ARRAY_LEN(chinese_marks); i++) {
        if (chinese_marks[i].typed == key)
            return chinese_marks[i].key;
    }
    return key;
}

enum action keymap_find(int key)
{
    int wanted = keymap_ascii(key);

    for (size_t i = 0; i < keymap_len; i++) {
        if (keymap[i].key == wanted)
            return keymap[i].action;
    }
    return ACTION_NONE;
}

void keymap_keys(enum action action, struct str *out)
{
    bool is_first = true;

    for (size_t i = 0; i < keymap_len; i++) {
        if (keymap[i].action != action)
            continue;
        if (!is_first)
            str_addc(out, ' ');
        str_add(out, keymap[i].name);
        is_first = false;
    }
}

static void pad_to(struct str *out, size_t start, size_t columns)
{
    do
        str_addc(out, ' ');
    while (out->len - start < columns);
}

void keymap_help(struct str *out)
{
    for (int i = ACTION_NONE + 1; i < ACTION_COUNT; i++) {
        enum action action = (enum action)i;
        const struct action_info *info = action_info(action);
        const char *heading = action_heading(action);
        size_t start;

        if (heading)
            str_addf(out, "%s%s\n", out->len > 0 ? "\n" : "", _(heading));
        start = out->len;
        str_addf(out, "  %s", info->name);
        pad_to(out, start, HELP_KEYS);
        keymap_keys(action, out);
        pad_to(out, start, HELP_TEXT);
        str_addf(out, "%s\n", _(info->help));
    }
}
