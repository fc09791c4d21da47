/*
 * key.h - keys, as the terminal port hands them over.
 *
 * A key is a code point (control keys as in ASCII: Ctrl-A is 1, Tab 9, Enter
 * 13, Esc 27) or one of the codes below, which lie above all code points.
 */
#ifndef CANVAS_KEY_H
#define CANVAS_KEY_H

#define KEY_CTRL(letter) ((letter)&0x1F)

enum key {
    KEYS_TAB = 9,
    KEYS_ENTER = 13,
    KEYS_ESC = 27,
    KEYS_UP = 0x110000,
    KEYS_DOWN,
    KEYS_LEFT,
    KEYS_RIGHT,
    KEYS_HOME,
    KEYS_END,
    KEYS_PAGE_UP,
    KEYS_PAGE_DOWN,
    KEYS_BACK_TAB,
    KEYS_BACKSPACE, /* both ^? and ^H */
    KEYS_DELETE,
    KEYS_F1,
    KEYS_UNKNOWN, /* a key that the terminal names and we have no use for */
};

#endif
