#include "term/term.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <curses.h>

#include "base/clamp.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"
#include "canvas/key.h"
#include "term/term_cell.h"
#include "term/term_clipboard.h"
#include "term/term_input.h"
#include "term/term_link.h"
#include "term/term_margin.h"
#include "term/term_output.h"
#include "term/term_pairs.h"
#include "term/term_probe.h"
#include "term/term_signal.h"
#include "term/term_ways.h"
#include "term/term_weave.h"
#include "term/term_wcwidth.h"

enum { IN = STDIN_FILENO, OUT = STDOUT_FILENO };

enum { DRAIN_MS = 500 /* for answers that are under way when we leave */ };

/* A process has one terminal. */
static struct {
    bool is_open;
    bool registered; /* with atexit() */
    SCREEN *screen;
    struct termios modes; /* as they were before us */
    int flags_in;         /* of the files, as they were */
    int flags_out;
    int rows, columns;
    bool ansi;      /* speaks ECMA-48: may be asked, told to paste */
    bool no_corner; /* the last cell of all stays empty */
    bool cursor_shown;
    bool repaint;        /* the next picture is painted whole */
    bool gone;           /* end of input, or an error on it */
    bool away;           /* stopped: the terminal is the shell's */
    struct canvas shown; /* what curses has been given last; may be empty */
    int cursor_row, cursor_column;
    cchar_t *line;         /* room for a row of curses' cells */
    struct term_ways ways; /* of curses */
    struct term_pairs pairs;
    struct term_link links;
    struct term_weave weave;
    struct term_input input;
    struct term_probe probe;
    char *paste; /* lent to the reader of an event */
} term;

/* ---- size ---- */

/* The window's size, clamped; what the terminal does not know (0) stays. */
static void ask_size(int *rows, int *columns)
{
    struct winsize size = {0};

    if (ioctl(OUT, TIOCGWINSZ, &size) != 0)
        return;
    if (size.ws_row > 0)
        *rows = clamp_int(size.ws_row, 1, TERM_MAX_ROWS);
    if (size.ws_col > 0)
        *columns = clamp_int(size.ws_col, 1, TERM_MAX_COLUMNS);
}

/* curses has to hear the size before it allocates for it. */
static void tell_curses_size(void)
{
    char number[16];

    snprintf(number, sizeof(number), "%d", term.rows);
    setenv("LINES", number, 1);
    snprintf(number, sizeof(number), "%d", term.columns);
    setenv("COLUMNS", number, 1);
    use_env(TRUE);
    use_tioctl(FALSE);
}

static void make_room(void)
{
    free(term.line);
    term.line = xcalloc((size_t)term.columns + 1, sizeof(*term.line));
    canvas_clear(&term.shown);
    term.repaint = true;
}

static void take_size(void)
{
    int rows = term.rows;
    int columns = term.columns;

    ask_size(&rows, &columns);
    if (rows == term.rows && columns == term.columns)
        return;
    term.rows = rows;
    term.columns = columns;
    tell_curses_size(); /* it asks again after a stop */
    resize_term(rows, columns);
    make_room();
}

void term_size(int *rows, int *columns)
{
    *rows = term.rows;
    *columns = term.columns;
}

enum ambiguous term_ambiguous(void)
{
    return term.probe.ambiguous;
}

enum term_encoding term_encoding(void)
{
    return term.probe.encoding;
}

/* ---- opening ---- */

static void weave(struct str *kept)
{
    struct str out = {0};

    term_weave(&term.weave, kept->text, kept->len, &out);
    str_clear(kept);
    *kept = out;
}

/* What curses writes is ours from now on, as it begins anew. */
static void take_output(void)
{
    term_weave_init(&term.weave, &term.links);
    term_output_collect(term.ways.writes);
    term_output_change(term.ansi && term.ways.writes ? weave : NULL);
}

/* A capability of terminfo, or NULL. */
static const char *capability(const char *name)
{
    const char *bytes = tigetstr(name);

    /* NOLINTNEXTLINE(performance-no-int-to-ptr): terminfo's own sign */
    return bytes == (const char *)-1 ? NULL : bytes;
}

/* Add a capability without its padding ($<5>): nobody waits in a rescue. */
static void rescue_add(struct term_rescue *r, const char *bytes)
{
    while (bytes && *bytes && r->len < sizeof(r->bytes)) {
        const char *end = strncmp(bytes, "$<", 2) ? NULL : strchr(bytes, '>');

        if (end)
            bytes = end + 1;
        else
            r->bytes[r->len++] = *bytes++;
    }
}

/* Bytes that leave our screen whatever the terminal was just doing: ESC \
 * ends any sequence that was cut. */
static void prepare_rescue(struct term_rescue *r)
{
    const char *leave = capability("rmcup");

    *r = (struct term_rescue){.fd = OUT, .modes = term.modes};
    if (term.ansi)
        rescue_add(r, "\033\\\033[?2004l");
    if (term.links.count > 0)
        rescue_add(r, term_weave_end);
    rescue_add(r, capability("sgr0"));
    rescue_add(r, capability("op"));
    rescue_add(r, leave ? leave : "\r\n");
    rescue_add(r, capability("cnorm"));
}

static void take_screen(void)
{
    curs_set(0); /* and everything before it has left curses */
    if (term.ansi)
        term_output_add("\033[?2004h");
    term.cursor_shown = false;
    term.repaint = true;
    term_signal_hold(true);
}

static void ask_terminal(bool ambiguous)
{
    struct str question = {0};
    int64_t t = clock_ms();

    term_probe_ask(&term.probe, term.rows, ambiguous, t, &question);
    term_output_add(str_text(&question));
    term_input_owe(&term.input, term.probe.waiting, t + TERM_PROBE_PATIENCE);
    str_clear(&question);
}

/* The kernel has nothing to add to our output, and cuts it when it looks. */
static void pass_output(void)
{
    struct termios modes;

    if (tcgetattr(OUT, &modes) != 0)
        return;
    modes.c_oflag &= ~(tcflag_t)OPOST;
    tcsetattr(OUT, TCSANOW, &modes);
    def_prog_mode();
}

static bool start_curses(struct err *e)
{
    const char *asked = getenv("TERM");
    const char *name = term_fallback(asked);
    const char *move;

    if (!name)
        name = asked;
    if (!name || !*name)
        return err_set(e, ERR_TERM, _("this terminal cannot be drawn on"));
    tell_curses_size();
    term_output_collect(true);
    term.screen = newterm(term_margin_name(name), stdout, stdin);
    term_output_collect(term.screen != NULL);
    if (!term.screen)
        return err_set(e, ERR_TERM, _("this terminal cannot be drawn on"));
    term.ways = term_ways_find();
    raw();
    noecho();
    nonl();
    pass_output();
    def_shell_mode(); /* endwin() leaves the modes to us */
    typeahead(-1);    /* input is our own affair */
    idlok(stdscr, TRUE);
    leaveok(stdscr, TRUE);
    move = capability("cup");
    term.ansi = move && strncmp(move, "\033[", 2) == 0;
    term.no_corner = tigetflag("am") > 0 && !capability("rmam");
    return true;
}

/* A write that does not wait would make curses spin. */
static void make_blocking(void)
{
    term.flags_in = fcntl(IN, F_GETFL);
    term.flags_out = fcntl(OUT, F_GETFL);
    fcntl(IN, F_SETFL, term.flags_in & ~O_NONBLOCK);
    fcntl(OUT, F_SETFL, term.flags_out & ~O_NONBLOCK);
}

static void restore_files(void)
{
    tcsetattr(OUT, TCSAFLUSH, &term.modes);
    fcntl(IN, F_SETFL, term.flags_in);
    fcntl(OUT, F_SETFL, term.flags_out);
}

/* Also where the terminal was not opened whole. */
static void close_at_exit(void)
{
    term_close();
    term_signal_rescue();
}

/* From here on whatever ends the program gives the terminal back: curses may
 * crash or call exit() already while it starts. */
static void guard(void)
{
    const struct term_rescue modes_alone = {.fd = OUT, .modes = term.modes};

    term_signal_open(&modes_alone);
    term_signal_hold(true);
    mem_on_failure(term_signal_rescue);
    if (!term.registered)
        term.registered = atexit(close_at_exit) == 0;
}

static void unguard(void)
{
    term_signal_hold(false);
    term_signal_close();
    mem_on_failure(NULL);
}

bool term_open(const struct term_options *options, struct err *e)
{
    struct term_rescue rescue;

    assert(!term.is_open);
    if (!isatty(IN) || !isatty(OUT) || tcgetattr(OUT, &term.modes) != 0)
        return err_set(e, ERR_TERM, _("standard input is not a terminal"));
    term.rows = 24;
    term.columns = 80;
    ask_size(&term.rows, &term.columns);
    make_blocking();
    guard();
    if (!start_curses(e)) {
        unguard();
        restore_files();
        return false;
    }
    take_output();
    term_pairs_open(&term.pairs, options->colour,
                    options->hyperlinks && term.ansi && term.ways.writes,
                    &term.links);
    prepare_rescue(&rescue);
    term_signal_set_rescue(&rescue);
    term.is_open = true;
    make_room();
    term_input_init(&term.input);
    term.probe = (struct term_probe){
        .ambiguous =
            options->ambiguous == 2 ? AMBIGUOUS_WIDE : AMBIGUOUS_NARROW,
    };
    take_screen();
    if (term.ansi)
        ask_terminal(options->ambiguous == 0);
    return true;
}

const char *term_remark(void)
{
    if (term.ways.writes && term.ways.measures)
        return NULL;
    return _("The curses library here goes its own ways: no links are marked, "
             "and some characters are shown as ?");
}

/* ---- closing ---- */

/* Drop what is typed and read, or still coming while an answer is owed. */
static void drain(void)
{
    int64_t end = clock_ms() + DRAIN_MS;
    struct term_input_item item;

    for (;;) {
        int left = (int)(end - clock_ms());
        char bytes[256];
        ssize_t n;

        while (term_input_next(&term.input, clock_ms(), &item))
            term_probe_take(&term.probe, &item);
        if (left <= 0 || !term_probe_is_open(&term.probe, clock_ms()) ||
            term_signal_is_gone())
            return;
        if (!term_signal_wait(IN, left))
            continue;
        n = read(IN, bytes, sizeof(bytes));
        if (n <= 0)
            return;
        term_input_feed(&term.input, bytes, (size_t)n, clock_ms());
    }
}

static void leave_screen(void)
{
    if (term.ansi)
        term_output_add("\033[?2004l");
    endwin();
    /* Again: some terminals save it with the cursor of the other screen. */
    term_output_add(capability("cnorm"));
    term_output_send();
}

/* The terminal is the shell's again. */
static void give_back(void)
{
    leave_screen();
    drain();
    restore_files();
    term_signal_hold(false);
}

void term_close(void)
{
    if (!term.is_open)
        return;
    term.is_open = false;
    if (!term.away)
        give_back();
    term_output_collect(false);
    term_output_change(NULL);
    term_output_clear();
    term_link_clear(&term.links);
    unguard();
    delscreen(term.screen);
    canvas_clear(&term.shown);
    term_input_clear(&term.input);
    free(term.line);
    free(term.paste);
    term.line = NULL;
    term.paste = NULL;
}

void term_suspend(void)
{
    give_back();
    term.away = true;
    term_signal_stop();
    if (term_signal_is_gone())
        return; /* perhaps in the background: it is not ours to touch */
    make_blocking();
    reset_prog_mode();
    take_output();
    take_screen();
    take_size();
    term.away = false;
}

/* ---- showing ---- */

/*
 * The columns of a row that are shown. A character in the last cell of all may
 * make the screen scroll; where wrapping cannot be turned off, curses inserts
 * it instead. That cuts wide ones, and it does so too at the second half of
 * one that ends a cell before.
 */
static int columns_of(const struct canvas *c, int row)
{
    int columns = c->columns;

    if (!term.no_corner || row + 1 < c->rows)
        return columns;
    if (canvas_cell(c, row, columns - 1)->columns == 0)
        return columns - 2;
    columns--;
    if (columns > 0 && canvas_cell(c, row, columns - 1)->columns == 0)
        columns -= 2;
    return columns;
}

/* Give curses a cell; where it measures by itself and has another width for
 * it, question marks of the right one. Returns how many it took. */
static int add_cell(cchar_t *to, const struct cell *cell, attr_t attributes,
                    short pair)
{
    wchar_t text[TERM_CELL_MAX];
    int n = 0;

    if (!term.ways.measures && term_cell_text(cell, 0, text) &&
        !term_cell_text(cell, 1, text) &&
        term_ways_columns(text) != cell->columns) {
        while (n < cell->columns)
            setcchar(&to[n++], L"?", attributes, pair, NULL);
        return n;
    }
    for (; term_cell_text(cell, n, text); n++)
        setcchar(&to[n], text, attributes, pair, NULL);
    return n;
}

static void show_row(const struct canvas *c, int row)
{
    int columns = columns_of(c, row);
    int n = 0;

    for (int column = 0; column < columns; column++) {
        const struct cell *cell = canvas_cell(c, row, column);
        enum style style =
            cell->style < STYLE_COUNT ? (enum style)cell->style : STYLE_TEXT;
        short pair = term_pairs_pair(&term.pairs, style,
                                     term_link_at(&term.links, cell));

        if (cell->base == 0)
            continue;
        n += add_cell(&term.line[n], cell, term.pairs.attributes[style], pair);
    }
    for (int column = columns; column < c->columns; column++)
        setcchar(&term.line[n++], L" ", A_NORMAL, 0, NULL);
    mvwadd_wchnstr(stdscr, row, 0, term.line, n);
}

static bool show_rows(const struct canvas *c)
{
    bool changed = false;

    for (int row = 0; row < c->rows; row++) {
        if (!term.repaint && canvas_row_equal(c, row, &term.shown, row))
            continue;
        show_row(c, row);
        changed = true;
    }
    return changed;
}

/* Put or hide the cursor. True if the terminal has to be told. */
static bool place_cursor(int row, int column)
{
    bool show = row >= 0;
    bool moved =
        show && (row != term.cursor_row || column != term.cursor_column);
    bool turned = show != term.cursor_shown;

    if (turned)
        curs_set(show);
    if (show)
        wmove(stdscr, row, column);
    leaveok(stdscr, !show);
    term.cursor_shown = show;
    term.cursor_row = row;
    term.cursor_column = column;
    return turned || moved;
}

void term_show(const struct canvas *c, int row, int column)
{
    bool changed;

    assert(c->rows == term.rows && c->columns == term.columns);
    if (!term.is_open || term.gone || term_signal_is_gone())
        return;
    if (!term.shown.cells || c->ambiguous != term.shown.ambiguous)
        term.repaint = true;
    term_wcwidth_set(c->ambiguous);
    if (term.repaint)
        clearok(stdscr, TRUE);
    term_link_place(&term.links, c);
    changed = show_rows(c);
    changed |= place_cursor(row, column);
    if (!changed)
        return;
    canvas_copy(&term.shown, c);
    term.repaint = false;
    wnoutrefresh(stdscr);
    doupdate();
    term_output_try();
}

void term_repaint(void)
{
    term.repaint = true;
}

/* ---- reading ---- */

static bool event_is(struct term_event *event, enum term_event_kind kind)
{
    event->kind = kind;
    return true;
}

static bool event_of_item(struct term_event *event,
                          const struct term_input_item *item)
{
    switch (item->kind) {
    case TERM_INPUT_KEY:
        event->key = item->key;
        return event_is(event, TERM_KEY);
    case TERM_INPUT_PASTED:
        event->paste_len = term.input.paste.len;
        event->paste = term.paste = str_take(&term.input.paste);
        return event_is(event, TERM_PASTE);
    case TERM_INPUT_CURSOR:
    case TERM_INPUT_STATUS:
        break;
    }
    if (!term_probe_take(&term.probe, item))
        return false;
    return event_is(event, TERM_AMBIGUOUS);
}

/* What need not be waited for. */
static bool event_at_hand(struct term_event *event)
{
    struct term_input_item item;

    if (term.gone || term_signal_is_gone())
        return event_is(event, TERM_GONE);
    if (term_signal_take(TERM_SIGNAL_STOP)) {
        term_suspend();
        return event_is(event, TERM_CONTINUED);
    }
    if (term_signal_take(TERM_SIGNAL_CONTINUE)) { /* stopped behind our back */
        endwin();
        reset_prog_mode();
        take_output();
        take_screen();
        take_size();
        return event_is(event, TERM_CONTINUED);
    }
    if (term_signal_take(TERM_SIGNAL_RESIZE)) {
        take_size();
        /* The size may be as before and the window was not: of two changes
         * in a row the second may have undone the first, and what fell off
         * the screen in between is lost. */
        term.repaint = true;
        return event_is(event, TERM_RESIZED);
    }
    while (term_input_next(&term.input, clock_ms(), &item)) {
        bool is_event = event_of_item(event, &item);

        term_input_owe(&term.input, term.probe.waiting, term.input.patient);
        if (is_event)
            return true;
    }
    return false;
}

static void read_bytes(void)
{
    char bytes[TERM_INPUT_ROOM];
    ssize_t n = read(IN, bytes, sizeof(bytes));

    if (n > 0)
        term_input_feed(&term.input, bytes, (size_t)n, clock_ms());
    else if (n == 0 || (errno != EINTR && errno != EAGAIN))
        term.gone = true;
}

/* The shorter of two times, where -1 is for ever. */
static int sooner(int a, int b)
{
    if (a < 0 || b < 0)
        return a < 0 ? b : a;
    return a < b ? a : b;
}

bool term_is_waiting(void)
{
    return term_signal_wait(IN, 0);
}

void term_read(struct term_event *event, int milliseconds)
{
    int64_t end = clock_ms() + milliseconds;
    bool over = false;

    *event = (struct term_event){0};
    free(term.paste);
    term.paste = NULL;
    while (!event_at_hand(event) && !over) {
        int left = milliseconds < 0 ? -1 : (int)(end - clock_ms());

        over = milliseconds >= 0 && left <= 0;
        if (over)
            left = 0;
        if (term_signal_wait(
                IN, sooner(left, term_input_wait(&term.input, clock_ms()))))
            read_bytes();
    }
}

/* ---- the clipboard ---- */

bool term_copy(const char *text, size_t len)
{
    struct str out = {0};

    if (!term_clipboard_add(
            &out, text, len,
            term_clipboard_wrapper(getenv("TMUX"), getenv("STY"))))
        return false;
    if (term.is_open && term.ansi) {
        term_output_add(out.text);
        term_output_try();
    }
    str_clear(&out);
    return true;
}
