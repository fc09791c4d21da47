#include "term/term_clipboard.h"

#include <stdint.h>

enum {
    COPY_MAX = 74994,
    SCREEN_MAX = 700 /* of GNU screen's strings, which hold 768 bytes */
};

static void add_base64(struct str *out, const unsigned char *s, size_t len)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                 "abcdefghijklmnopqrstuvwxyz0123456789+/";

    for (size_t i = 0; i < len; i += 3) {
        size_t n = len - i < 3 ? len - i : 3;
        uint32_t bits = (uint32_t)s[i] << 16;

        if (n > 1)
            bits |= (uint32_t)s[i + 1] << 8;
        if (n > 2)
            bits |= s[i + 2];
        for (size_t d = 0; d < 4; d++)
            str_addc(out, d <= n ? digits[bits >> (18 - 6 * d) & 63] : '=');
    }
}

/* Append the request for tmux to pass on, every ESC of it twice. */
static void add_for_tmux(struct str *out, const struct str *request)
{
    str_add(out, "\033Ptmux;");
    for (size_t i = 0; i < request->len; i++) {
        if (request->text[i] == '\033')
            str_addc(out, '\033');
        str_addc(out, request->text[i]);
    }
    str_add(out, "\033\\");
}

/* The same for GNU screen, in pieces that it can hold. */
static void add_for_screen(struct str *out, const struct str *request)
{
    for (size_t i = 0; i < request->len; i += SCREEN_MAX) {
        size_t rest = request->len - i;

        str_add(out, "\033P");
        str_append(out, request->text + i,
                   rest < SCREEN_MAX ? rest : SCREEN_MAX);
        str_add(out, "\033\\");
    }
}

enum term_wrapper term_clipboard_wrapper(const char *tmux, const char *sty)
{
    if (tmux && *tmux)
        return TERM_WRAPPER_TMUX;
    return sty && *sty ? TERM_WRAPPER_SCREEN : TERM_WRAPPER_NONE;
}

bool term_clipboard_add(struct str *out, const char *text, size_t len,
                        enum term_wrapper wrapper)
{
    struct str request = {0};

    if (len > COPY_MAX)
        return false;
    str_add(&request, "\033]52;c;");
    add_base64(&request, (const unsigned char *)text, len);
    str_addc(&request, '\a'); /* every terminal knows it as the end */
    if (wrapper == TERM_WRAPPER_SCREEN)
        add_for_screen(out, &request);
    else
        str_append(out, request.text, request.len);
    if (wrapper == TERM_WRAPPER_TMUX)
        add_for_tmux(out, &request);
    str_clear(&request);
    return true;
}
