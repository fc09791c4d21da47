#include "tests/test.h"
#include "tests/vt.h"

#include <iconv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>

#include <vterm.h>

#include "base/mem.h"
#include "base/str.h"
#include "tests/vt_link.h"
#include "tests/vt_pty.h"
#include "tests/vt_wide.h"
#include "text/utf8.h"
#include "text/width.h"

enum { DEADLINE_MS = 20000 };

struct vt {
    struct vt_pty pty;
    enum vt_answers answers;
    const char *encoding;
    iconv_t decoder; /* of what the program sends; (iconv_t)-1: none */
    struct str undecoded;
    struct vt_wide *wide; /* NULL: ambiguous characters are narrow */
    struct vt_link *links;
    VTerm *term;
    VTermScreen *screen;
    int rows, columns;
    bool alternate, cursor_shown, pastes, stalled;
    bool marker_came;  /* of vt_pty_put_marker() */
    struct str tail;   /* the last character, see pump() */
    struct str held;   /* answers of the terminal */
    struct str marked; /* what came since the mark */
    long marked_writes;
};

/* ---- failing ---- */

void vt_print(const struct vt *vt)
{
    for (int row = 0; row < vt->rows; row++) {
        char *text = vt_row(vt, row);

        print_message("# |%s\n", text);
        free(text);
    }
}

#define VT_FAIL(vt, ...)                                                       \
    do {                                                                       \
        vt_print(vt);                                                          \
        fail_msg(__VA_ARGS__);                                                 \
    } while (0)

/* ---- the terminal ---- */

static void on_output(const char *bytes, size_t len, void *user)
{
    struct vt *vt = user;

    if (vt->answers != VT_SILENT)
        str_append(&vt->held, bytes, len);
}

static int on_property(VTermProp property, VTermValue *value, void *user)
{
    struct vt *vt = user;

    if (property == VTERM_PROP_ALTSCREEN)
        vt->alternate = value->boolean;
    if (property == VTERM_PROP_CURSORVISIBLE)
        vt->cursor_shown = value->boolean;
    return 1;
}

static const VTermScreenCallbacks callbacks = {.settermprop = on_property};

static void open_terminal(struct vt *vt)
{
    vt->term = vterm_new(vt->rows, vt->columns);
    vterm_set_utf8(vt->term, !vt->encoding || strcmp(vt->encoding, "8bit"));
    vterm_output_set_callback(vt->term, on_output, vt);
    vt->screen = vterm_obtain_screen(vt->term);
    vterm_screen_set_callbacks(vt->screen, &callbacks, vt);
    vterm_screen_enable_altscreen(vt->screen, 1);
    vt->cursor_shown = true;
    vterm_screen_reset(vt->screen, 1);
}

struct vt *vt_start(const struct vt_options *options)
{
    static const char *const base[] = {
        "HOME=/nonexistent",
        "LANG=C.UTF-8",
        "TERM=xterm-256color",
        "LC_ALL",
        "LC_CTYPE",
        "LC_MESSAGES",
        "LANGUAGE",
        "LINES",
        "COLUMNS",
        "GONGWEN_OPTIONS",
        "NO_COLOR",
        "TMUX",
        "STY",
        "TERMINFO",
    };
    const char *env[64] = {0};
    size_t n = ARRAY_LEN(base);
    struct vt *vt = xcalloc(1, sizeof(*vt));

    memcpy(env, base, sizeof(base));
    for (size_t i = 0; options->env && options->env[i]; i++) {
        assert_true(n + 1 < ARRAY_LEN(env));
        env[n++] = options->env[i];
    }
    vt->rows = options->rows;
    vt->columns = options->columns;
    vt->answers = options->answers;
    vt->encoding = options->encoding;
    vt->decoder = (iconv_t)-1;
    if (vt->encoding && strcmp(vt->encoding, "8bit") != 0)
        vt->decoder = iconv_open("UTF-8", vt->encoding);
    if (options->ambiguous == 2)
        vt->wide = vt_wide_new();
    vt->links = vt_link_new();
    open_terminal(vt);
    if (!vt_pty_start(&vt->pty, options->argv, env, vt->rows, vt->columns))
        fail_msg("%s cannot be started", options->argv[0]);
    return vt;
}

void vt_stop(struct vt *vt)
{
    vt_pty_stop(&vt->pty);
    vterm_free(vt->term);
    if (vt->decoder != (iconv_t)-1)
        iconv_close(vt->decoder);
    vt_wide_free(vt->wide);
    vt_link_free(vt->links);
    str_clear(&vt->undecoded);
    str_clear(&vt->tail);
    str_clear(&vt->held);
    str_clear(&vt->marked);
    free(vt);
}

/* ---- bytes from the program ---- */

/* Bracketed paste is no property that libvterm tells. */
static void note_pastes(struct vt *vt)
{
    const char *text = str_text(&vt->marked);
    size_t from = vt->marked.len > 8192 ? vt->marked.len - 8192 : 0;
    const char *on = NULL;
    const char *off = NULL;
    const char *at = text + from;

    while ((at = memmem(at, vt->marked.len - (size_t)(at - text), "\033[?2004",
                        7))) {
        if (at[7] == 'h')
            on = at;
        else
            off = at;
        at += 7;
    }
    if (on || off)
        vt->pastes = on > off;
}

static void show_piece(struct vt *vt, const char *utf8, size_t len)
{
    struct str linked = {0};
    struct str out = {0};

    vt_link_map(vt->links, utf8, len, &linked);
    if (vt->wide)
        vt_wide_map(vt->wide, str_text(&linked), linked.len, &out);
    else
        str_append(&out, str_text(&linked), linked.len);
    vterm_input_write(vt->term, str_text(&out), out.len);
    str_clear(&linked);
    str_clear(&out);
}

/* After ESC ( B, which says ASCII once more, libvterm takes an ASCII base and
 * its mark apart, and loses the mark in the last column. */
static void show(struct vt *vt, const char *utf8, size_t len)
{
    static const char ascii[] = "\033(B";
    const char *end = utf8 + len;
    const char *at;

    while (len > 0 && (at = memmem(utf8, len, ascii, 3))) {
        show_piece(vt, utf8, (size_t)(at - utf8));
        utf8 = at + 3;
        len = (size_t)(end - utf8);
    }
    show_piece(vt, utf8, len);
}

static void decode_and_show(struct vt *vt, const char *bytes, size_t len)
{
    char out[4096];
    char *in;
    size_t left;

    str_append(&vt->undecoded, bytes, len);
    in = vt->undecoded.text;
    left = vt->undecoded.len;
    while (left > 0) {
        char *to = out;
        size_t room = sizeof(out);
        size_t rc = iconv(vt->decoder, &in, &left, &to, &room);

        show(vt, out, (size_t)(to - out));
        if (rc == (size_t)-1 && room > 8 && to == out) {
            if (left < 4)
                break; /* the rest of a character is still to come */
            in++;
            left--;
        }
    }
    memmove(vt->undecoded.text, in, left);
    str_truncate(&vt->undecoded, left);
}

static void answer(struct vt *vt)
{
    if (vt->answers != VT_ANSWER || vt->held.len == 0)
        return;
    vt_pty_send(&vt->pty, vt->held.text, vt->held.len);
    str_clear(&vt->held);
}

static void take(struct vt *vt, const char *bytes, size_t len)
{
    if (vt->decoder != (iconv_t)-1)
        decode_and_show(vt, bytes, len);
    else
        show(vt, bytes, len);
    answer(vt);
}

/* Where the last character starts, its marks included; or the ESC of a short
 * sequence. */
static size_t start_of_last(const char *bytes, size_t len)
{
    size_t at = len;
    uint32_t cp;

    for (size_t n = 1; n <= 3 && n <= len; n++) {
        if (bytes[len - n] == '\033')
            return len - n;
    }

    do {
        at = utf8_prev(bytes, at);
        utf8_decode(bytes + at, len - at, &cp);
    } while (at > 0 && width_kind(cp) == WIDTH_ZERO);
    return at;
}

static size_t without_marker(struct vt *vt, char *bytes, size_t len)
{
    size_t n = 0;

    for (size_t i = 0; i < len; i++) {
        if (bytes[i])
            bytes[n++] = bytes[i];
        else
            vt->marker_came = true;
    }
    return n;
}

/*
 * Take what comes within `milliseconds`. False: nothing came.
 *
 * libvterm loses a mark that comes in another piece than its base, in the
 * last column. So the last character of a piece is kept until the next piece,
 * or until there is none.
 */
static bool pump(struct vt *vt, int milliseconds)
{
    char bytes[16384];
    size_t n =
        vt_pty_take(&vt->pty, vt->stalled, milliseconds, bytes, sizeof(bytes));
    size_t whole;

    if (n == 0) {
        if (vt->tail.len > 0 && strcmp(vt->tail.text, "\033") != 0 &&
            strcmp(vt->tail.text, "\033(") != 0) {
            take(vt, vt->tail.text, vt->tail.len);
            str_truncate(&vt->tail, 0);
        }
        return false;
    }
    n = without_marker(vt, bytes, n);
    str_append(&vt->marked, bytes, n);
    note_pastes(vt);
    str_append(&vt->tail, bytes, n);
    if (vt->tail.len == 0)
        return true;
    whole = start_of_last(vt->tail.text, vt->tail.len);
    take(vt, vt->tail.text, whole);
    n = vt->tail.len - whole;
    memmove(vt->tail.text, vt->tail.text + whole, n);
    str_truncate(&vt->tail, n);
    return true;
}

/* ---- to the program ---- */

void vt_send(struct vt *vt, const char *bytes, size_t len)
{
    vt_pty_send(&vt->pty, bytes, len);
}

void vt_type(struct vt *vt, const char *keys)
{
    char out[1024];
    char *in = xstrdup(keys);
    char *from = in;
    char *to = out;
    size_t left = strlen(keys);
    size_t room = sizeof(out);
    iconv_t encoder;

    if (vt->decoder == (iconv_t)-1) {
        vt_send(vt, keys, strlen(keys));
    } else {
        encoder = iconv_open(vt->encoding, "UTF-8");
        iconv(encoder, &from, &left, &to, &room);
        iconv_close(encoder);
        vt_send(vt, out, (size_t)(to - out));
    }
    free(in);
}

void vt_paste(struct vt *vt, const char *text)
{
    struct str s = {0};

    str_addf(&s, "\033[200~%s\033[201~", text);
    vt_type(vt, s.text);
    str_clear(&s);
}

void vt_wipe(struct vt *vt)
{
    static const char erase[] = "\033[2J";

    vterm_input_write(vt->term, erase, strlen(erase));
}

void vt_resize(struct vt *vt, int rows, int columns)
{
    if (rows > 0 && columns > 0) {
        vterm_set_size(vt->term, rows, columns);
        vt->rows = rows;
        vt->columns = columns;
    } else {
        vt_wipe(vt); /* libvterm has no such size */
    }
    vt_pty_resize(&vt->pty, rows, columns);
}

void vt_signal(struct vt *vt, int signal)
{
    vt_pty_signal(&vt->pty, signal);
}

void vt_hang_up(struct vt *vt)
{
    vt_pty_hang_up(&vt->pty);
}

void vt_stall(struct vt *vt, bool stalled)
{
    vt->stalled = stalled;
}

char *vt_held(struct vt *vt)
{
    return str_take(&vt->held);
}

/* ---- waiting ---- */

static int64_t now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static bool is_over(const struct vt *vt)
{
    return vt->pty.ended || vt->pty.stopped;
}

static bool is_resting(struct vt *vt)
{
    return is_over(vt) || vt_pty_is_resting(&vt->pty);
}

/* Take all that the program has written until now. */
static void take_all(struct vt *vt, int64_t end)
{
    int put = 0;

    vt->marker_came = false;
    while (!vt->marker_came && put >= 0 && now() < end) {
        if (put == 0)
            put = vt_pty_put_marker(&vt->pty);
        pump(vt, 5);
    }
    while (pump(vt, 0)) /* until nothing: that ends a last character */
        ;
}

void vt_rest(struct vt *vt)
{
    int64_t end = now() + DEADLINE_MS;

    for (;;) {
        pump(vt, 1);
        if (is_resting(vt)) {
            take_all(vt, end);
            if (is_resting(vt)) /* no answer of ours has woken it */
                return;
        }
        if (now() > end)
            VT_FAIL(vt, "the program does not come to rest");
    }
}

bool vt_is_stuck(const struct vt *vt)
{
    return vt_pty_is_stuck(&vt->pty);
}

void vt_wait_taken(struct vt *vt)
{
    int64_t end = now() + DEADLINE_MS;

    while (!is_resting(vt) && !vt_is_stuck(vt)) {
        if (now() > end)
            VT_FAIL(vt, "the program does not take its input");
        pump(vt, 1);
    }
}

void vt_wait_read(struct vt *vt)
{
    int64_t end = now() + DEADLINE_MS;

    /* It has woken since it was sent something, and left nothing. */
    while (!vt_pty_has_read(&vt->pty) && !is_over(vt)) {
        if (now() > end)
            VT_FAIL(vt, "the program does not read");
        pump(vt, 1);
    }
}

void vt_wait_main_screen(struct vt *vt)
{
    int64_t end = now() + DEADLINE_MS;

    while (vt->alternate) {
        if (now() > end)
            VT_FAIL(vt, "the program does not leave its screen");
        pump(vt, 1);
    }
}

void vt_wait_busy(struct vt *vt)
{
    int64_t end = now() + DEADLINE_MS;
    double before = vt_cpu(vt);

    while (vt_pty_unread(&vt->pty) > 0 || vt_cpu(vt) < before + 0.03) {
        if (now() > end)
            VT_FAIL(vt, "the program is not busy");
        pump(vt, 5);
    }
}

bool vt_has(const struct vt *vt, const char *text)
{
    char *all = vt_text(vt);
    bool has = strstr(all, text) != NULL;

    free(all);
    return has;
}

static bool row_has(const struct vt *vt, int row, const char *text)
{
    char *line = vt_row(vt, row);
    bool has = strstr(line, text) != NULL;

    free(line);
    return has;
}

void vt_wait_text(struct vt *vt, const char *text)
{
    int64_t end = now() + DEADLINE_MS;

    while (!vt_has(vt, text)) {
        if (now() > end || (is_over(vt) && !pump(vt, 0) && !vt_has(vt, text)))
            VT_FAIL(vt, "\"%s\" is not shown", text);
        pump(vt, 20);
    }
}

void vt_wait_row(struct vt *vt, int row, const char *text)
{
    int64_t end = now() + DEADLINE_MS;

    while (!row_has(vt, row, text)) {
        if (now() > end ||
            (is_over(vt) && !pump(vt, 0) && !row_has(vt, row, text)))
            VT_FAIL(vt, "\"%s\" is not shown in row %d", text, row);
        pump(vt, 20);
    }
}

void vt_wait_held(struct vt *vt, const char *tail)
{
    int64_t end = now() + DEADLINE_MS;
    size_t len = strlen(tail);

    while (vt->held.len < len ||
           memcmp(vt->held.text + vt->held.len - len, tail, len) != 0) {
        if (now() > end)
            VT_FAIL(vt, "the terminal is not asked for \"%s\"", tail + 1);
        pump(vt, 20);
    }
}

void vt_wait_stopped(struct vt *vt)
{
    int64_t end = now() + DEADLINE_MS;

    while (!vt->pty.stopped) {
        if (now() > end || vt->pty.ended)
            VT_FAIL(vt, "the program does not stop");
        pump(vt, 20);
    }
    take_all(vt, end);
}

void vt_continue(struct vt *vt)
{
    vt_pty_continue(&vt->pty, true);
}

void vt_continue_behind(struct vt *vt)
{
    vt_pty_continue(&vt->pty, false);
}

bool vt_has_ended(const struct vt *vt)
{
    return vt->pty.ended;
}

int vt_wait_exit(struct vt *vt)
{
    int64_t end = now() + DEADLINE_MS;
    int status;

    while (!vt->pty.ended) {
        if (now() > end)
            VT_FAIL(vt, "the program does not end");
        pump(vt, 20);
    }
    if (!vt->stalled)
        take_all(vt, end);
    status = vt->pty.status;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/* ---- what it shows ---- */

static int ansi_colour(const VTermScreenCell *c)
{
    if (VTERM_COLOR_IS_DEFAULT_FG(&c->fg) || !VTERM_COLOR_IS_INDEXED(&c->fg))
        return -1;
    return c->fg.indexed.idx;
}

static int link_of(const VTermScreenCell *c)
{
    return VTERM_COLOR_IS_RGB(&c->bg) && !VTERM_COLOR_IS_DEFAULT_BG(&c->bg)
               ? vt_link_number(c->bg.rgb.red, c->bg.rgb.green, c->bg.rgb.blue)
               : 0;
}

struct vt_cell vt_cell(const struct vt *vt, int row, int column)
{
    VTermScreenCell c = {0};
    struct vt_cell cell = {0};

    vterm_screen_get_cell(vt->screen, (VTermPos){.row = row, .col = column},
                          &c);
    if (c.chars[0] == (uint32_t)-1) /* the second half of a wide one */
        return cell;
    cell.bold = c.attrs.bold;
    cell.underline = c.attrs.underline != 0;
    cell.reverse = c.attrs.reverse;
    cell.colour = ansi_colour(&c);
    cell.link = link_of(&c);
    cell.width = c.width;
    cell.chars[0] = ' ';
    for (size_t i = 0; i < 6 && c.chars[i]; i++) /* after 0 old marks stay */
        cell.chars[i] = vt_wide_unmap(c.chars[i]);
    return cell;
}

static void append_row(const struct vt *vt, int row, struct str *out)
{
    size_t start = out->len;

    for (int column = 0; column < vt->columns; column++) {
        struct vt_cell cell = vt_cell(vt, row, column);

        for (size_t i = 0; i < 6 && cell.chars[i]; i++) {
            char utf8[UTF8_MAX];

            str_append(out, utf8, utf8_encode(cell.chars[i], utf8));
        }
    }
    while (out->len > start && out->text[out->len - 1] == ' ')
        str_truncate(out, out->len - 1);
}

char *vt_row(const struct vt *vt, int row)
{
    struct str s = {0};

    append_row(vt, row, &s);
    return str_take(&s);
}

char *vt_text(const struct vt *vt)
{
    struct str s = {0};

    for (int row = 0; row < vt->rows; row++) {
        append_row(vt, row, &s);
        str_addc(&s, '\n');
    }
    return str_take(&s);
}

struct vt_screen vt_screen(const struct vt *vt)
{
    struct vt_screen s = {.rows = vt->rows, .columns = vt->columns};
    VTermPos at;

    s.cells = xcalloc((size_t)s.rows * (size_t)s.columns, sizeof(*s.cells));
    for (int i = 0; i < s.rows * s.columns; i++)
        s.cells[i] = vt_cell(vt, i / s.columns, i % s.columns);
    vterm_state_get_cursorpos(vterm_obtain_state(vt->term), &at);
    s.cursor_row = at.row;
    s.cursor_column = at.col;
    s.cursor_shown = vt->cursor_shown;
    return s;
}

void vt_screen_clear(struct vt_screen *s)
{
    free(s->cells);
    *s = (struct vt_screen){0};
}

static bool cells_equal(const struct vt_cell *a, const struct vt_cell *b)
{
    return memcmp(a->chars, b->chars, sizeof(a->chars)) == 0 &&
           a->width == b->width && a->bold == b->bold &&
           a->underline == b->underline && a->reverse == b->reverse &&
           a->colour == b->colour && a->link == b->link;
}

void vt_assert_same(const struct vt_screen *a, const struct vt_screen *b,
                    const char *what)
{
    assert_int_equal(a->rows, b->rows);
    assert_int_equal(a->columns, b->columns);
    for (int i = 0; i < a->rows * a->columns; i++) {
        if (!cells_equal(&a->cells[i], &b->cells[i]))
            fail_msg("%s: row %d, column %d: U+%04X (%d wide) and U+%04X (%d)",
                     what, i / a->columns, i % a->columns,
                     (unsigned)a->cells[i].chars[0], a->cells[i].width,
                     (unsigned)b->cells[i].chars[0], b->cells[i].width);
    }
    if (a->cursor_shown != b->cursor_shown ||
        (a->cursor_shown && (a->cursor_row != b->cursor_row ||
                             a->cursor_column != b->cursor_column)))
        fail_msg("%s: the cursor is at %d,%d and %d,%d", what, a->cursor_row,
                 a->cursor_column, b->cursor_row, b->cursor_column);
}

void vt_assert_whole(const struct vt *vt)
{
    enum ambiguous ambiguous = vt->wide ? AMBIGUOUS_WIDE : AMBIGUOUS_NARROW;

    for (int row = 0; row < vt->rows; row++) {
        int need = 0; /* second cells that must follow */

        for (int column = 0; column < vt->columns; column++) {
            struct vt_cell cell = vt_cell(vt, row, column);

            if ((cell.width == 0) != (need > 0))
                VT_FAIL(vt, "half a character in row %d, column %d", row,
                        column);
            if (cell.width && cell.width != width_of(cell.chars[0], ambiguous))
                VT_FAIL(vt, "U+%04X is cut in row %d, column %d",
                        (unsigned)cell.chars[0], row, column);
            need = cell.width == 2 ? 1 : 0;
        }
        if (need)
            VT_FAIL(vt, "row %d hangs over the edge", row);
    }
}

void vt_assert_repaints_same(struct vt *vt)
{
    struct vt_screen before;
    struct vt_screen after;

    vt_rest(vt);
    before = vt_screen(vt);
    vt_send(vt, "\f", 1);
    vt_rest(vt);
    after = vt_screen(vt);
    vt_assert_same(&before, &after, "before and after a repaint");
    vt_screen_clear(&before);
    vt_screen_clear(&after);
}

const char *vt_link(const struct vt *vt, int row, int column)
{
    return vt_link_text(vt->links, vt_cell(vt, row, column).link);
}

int vt_links_opened(const struct vt *vt)
{
    return vt_link_opened(vt->links);
}

void vt_assert_links_are_closed(const struct vt *vt)
{
    if (vt_link_is_open(vt->links))
        VT_FAIL(vt, "a link is left open");
    if (vt_link_faults(vt->links) > 0)
        VT_FAIL(vt, "links are opened and closed out of turn");
}

/* ---- the line ---- */

bool vt_is_alternate(const struct vt *vt)
{
    return vt->alternate;
}

bool vt_is_cursor_shown(const struct vt *vt)
{
    return vt->cursor_shown;
}

bool vt_takes_pastes(const struct vt *vt)
{
    return vt->pastes;
}

bool vt_modes_are_restored(const struct vt *vt)
{
    struct termios t = {0};
    const struct termios *then = &vt->pty.modes;

    if (tcgetattr(vt->pty.slave, &t) != 0)
        return false;
    return t.c_iflag == then->c_iflag && t.c_oflag == then->c_oflag &&
           t.c_cflag == then->c_cflag && t.c_lflag == then->c_lflag &&
           memcmp(t.c_cc, then->c_cc, sizeof(t.c_cc)) == 0;
}

int vt_unread(const struct vt *vt)
{
    struct termios t;

    /* In canonical mode the kernel counts whole lines only. */
    if (tcgetattr(vt->pty.slave, &t) == 0) {
        t.c_lflag &= ~(tcflag_t)ICANON;
        tcsetattr(vt->pty.slave, TCSANOW, &t);
    }
    return vt_pty_unread(&vt->pty);
}

void vt_mark(struct vt *vt)
{
    str_clear(&vt->marked);
    vt->marked_writes = vt_pty_writes(&vt->pty);
}

const char *vt_bytes(const struct vt *vt, size_t *len)
{
    *len = vt->marked.len;
    return str_text(&vt->marked);
}

long vt_writes(const struct vt *vt)
{
    long writes = vt_pty_writes(&vt->pty);

    return writes < 0 ? -1 : writes - vt->marked_writes;
}

long vt_memory(const struct vt *vt)
{
    return vt_pty_memory(&vt->pty);
}

double vt_cpu(const struct vt *vt)
{
    return vt_pty_cpu(&vt->pty);
}
