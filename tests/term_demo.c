/*
 * term_demo.c - the smallest program over term.h, for its tests: shows a text
 * that can be scrolled, and names every event in the last row.
 *
 *     term_demo [--ambiguous=1|2] [--no-colour] [--hyperlinks] [--dump=FILE]
 *
 * With --dump the rows of the last picture are also written to a file, and with
 * --hyperlinks behind them the row, column and address of every linked cell.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/locale.h"
#include "base/mem.h"
#include "canvas/key.h"
#include "term/term.h"
#include "text/clean.h"
#include "text/utf8.h"

enum view {
    VIEW_TEXT,
    VIEW_COLUMNS,
    VIEW_STYLES,
    VIEW_ODD,
    VIEW_LINKS,
    VIEW_COUNT
};

struct demo {
    int rows, columns;
    int top;
    enum view view;
    bool prompt;
    int events;
    const char *dump;
    bool hyperlinks;
    char said[128]; /* the last row */
};

static const char *const lines[] = {
    "各省、自治区、直辖市教育厅（教委），计划单列市教育局：",
    "为落实《国家职业教育改革实施方案》，推动“产教融合”——……",
    "010-66097741，〔2020〕33号",
    "一、申报条件：① 牵头单位；② 成员单位。",
    "plain ASCII, to be cut somewhere",
};

static void draw_text(const struct demo *d, struct canvas *c)
{
    char number[16];

    for (int row = 1; row < d->rows - 1; row++) {
        int n = d->top + row;
        const char *line = lines[n % (int)ARRAY_LEN(lines)];
        int at;

        snprintf(number, sizeof(number), "%d ", n);
        at = canvas_puts(c, row, 0, d->columns, number, STYLE_TEXT);
        canvas_puts(c, row, at, d->columns, line,
                    n % 7 == 0 ? STYLE_TITLE : STYLE_TEXT);
    }
}

/* Text cut at a border in the middle, whatever its characters' width. */
static void draw_columns(const struct demo *d, struct canvas *c)
{
    int middle = d->columns / 2;

    for (int row = 1; row < d->rows - 1; row++) {
        const char *line = lines[(d->top + row) % (int)ARRAY_LEN(lines)];

        canvas_text_cut(c, row, 0, middle, line, strlen(line), STYLE_TEXT);
        canvas_puts(c, row, middle, d->columns, "|", STYLE_BORDER);
        canvas_text_cut(c, row, middle + 1, d->columns, line, strlen(line),
                        STYLE_TEXT);
    }
}

static void draw_styles(const struct demo *d, struct canvas *c)
{
    for (int style = 0; style < STYLE_COUNT && style + 1 < d->rows - 1; style++)
        canvas_puts(c, style + 1, 0, d->columns, "样式 style",
                    (enum style)style);
}

/* Characters that another encoding lacks, marks, and beyond the BMP. */
static void draw_odd(const struct demo *d, struct canvas *c)
{
    static const char *const odd[] = {"e\u0301x\u0323\u0302", "𠀀𪚥", "№ñ",
                                      "“”…—①"};

    for (int i = 0; i < (int)ARRAY_LEN(odd) && i + 1 < d->rows - 1; i++)
        canvas_puts(c, i + 1, 0, d->columns, odd[i], STYLE_TEXT);
}

/* Links that touch each other, that look like text, that look like what was
 * no link a row above, of wide characters, and on two rows. */
static void draw_link(const struct demo *d, struct canvas *c, int row)
{
    int n = d->top + row;
    char a[32], b[32];
    int at;

    snprintf(a, sizeof(a), "http://a.cn/%d", n / 5 % 7);
    snprintf(b, sizeof(b), "https://b.cn/%d;x=%%41", n / 5);
    at = canvas_puts(c, row, 0, d->columns, a, STYLE_TEXT);
    canvas_puts(c, row, at, d->columns, "相连 and more", STYLE_LINK);
    switch (n % 5) {
    case 0:
        canvas_link(c, row, 0, at, a);
        canvas_link(c, row, at, at + 4, "mailto:c@c.cn");
        break;
    case 1:
        canvas_link(c, row, at, d->columns, b);
        break;
    case 2:
        canvas_link(c, row, 0, at + 2, b);
        break;
    case 3:
        canvas_restyle(c, row, 0, at, STYLE_LINK_CURRENT);
        canvas_link(c, row, 5, at, a);
        break;
    default: /* no link */
        break;
    }
}

static void draw_links(const struct demo *d, struct canvas *c)
{
    for (int row = 1; row < d->rows - 1; row++)
        draw_link(d, c, row);
}

static void dump_links(const struct canvas *c, struct str *out)
{
    for (int row = 0; row < c->rows; row++) {
        for (int column = 0; column < c->columns; column++) {
            const struct cell *cell = canvas_cell(c, row, column);

            if (cell->columns > 0 && cell->link)
                str_addf(out, "%d %d %s\n", row, column,
                         canvas_address(c, cell));
        }
    }
}

static void dump(const struct demo *d, const struct canvas *c)
{
    struct str text = {0};
    FILE *f = fopen(d->dump, "we");

    for (int row = 0; row < d->rows; row++) {
        canvas_row_text(c, row, &text);
        str_addc(&text, '\n');
    }
    if (d->hyperlinks)
        dump_links(c, &text);
    if (f) {
        fputs(str_text(&text), f);
        fclose(f);
    }
    str_clear(&text);
}

static void draw(const struct demo *d)
{
    struct canvas c = {0};

    canvas_init(&c, d->rows, d->columns, term_ambiguous());
    canvas_fill(&c, (struct rect){0, 0, 1, d->columns}, STYLE_BAR_FOCUSED);
    canvas_puts(&c, 0, 0, d->columns, "term_demo 演示", STYLE_BAR_FOCUSED);
    if (d->view == VIEW_TEXT)
        draw_text(d, &c);
    else if (d->view == VIEW_COLUMNS)
        draw_columns(d, &c);
    else if (d->view == VIEW_STYLES)
        draw_styles(d, &c);
    else if (d->view == VIEW_ODD)
        draw_odd(d, &c);
    else
        draw_links(d, &c);
    canvas_puts(&c, d->rows - 1, 0, d->columns, d->said, STYLE_STATUS);
    if (d->dump)
        dump(d, &c);
    term_show(&c, d->prompt ? d->rows - 1 : -1, d->prompt ? d->columns / 3 : 0);
    canvas_clear(&c);
}

/* The ways in which a program can end, or refuse to. */
static void misbehave(int key)
{
    switch (key) {
    case 'S':
        raise(SIGSEGV);
        break;
    case 'A':
        abort();
    case 'M':
        xreallocarray(NULL, (size_t)-1, 2);
        break;
    case 'H':
        for (;;) /* hangs */
            ;
    case 'X':
        exit(3); /* without term_close() */
    default:
        break;
    }
}

static bool act(struct demo *d, int key)
{
    switch (key) {
    case 'q':
        return false;
    case 'j':
        d->top++;
        break;
    case 'k':
        d->top -= d->top > 0;
        break;
    case ' ':
        d->top += d->rows - 2;
        break;
    case 'v':
        d->view = (d->view + 1) % VIEW_COUNT;
        break;
    case '/':
        d->prompt = !d->prompt;
        break;
    case 'y':
        term_copy("复制", strlen("复制"));
        break;
    case KEY_CTRL('L'):
        term_repaint();
        return true;
    case KEY_CTRL('Z'):
        term_suspend();
        term_size(&d->rows, &d->columns);
        break;
    default:
        misbehave(key);
    }
    return true;
}

static void say_key(struct demo *d, int key)
{
    char text[UTF8_MAX + 1] = "";

    if (key > ' ' && key < 0x110000)
        text[utf8_encode((uint32_t)key, text)] = '\0';
    snprintf(d->said, sizeof(d->said), "%d key %x %s", d->events, (unsigned)key,
             text);
}

static void say_paste(struct demo *d, const struct term_event *e)
{
    size_t shown = e->paste_len < 40 ? e->paste_len : 40;
    struct clean text = {0};

    clean_text(&text, e->paste, shown, CLEAN_SCREEN);
    snprintf(d->said, sizeof(d->said), "%d paste %zu %s", d->events,
             e->paste_len, text.text);
    clean_clear(&text);
}

/* False when it is time to go. */
static bool take(struct demo *d, const struct term_event *e)
{
    bool silent = e->kind == TERM_KEY &&
                  (e->key == KEY_CTRL('L') || e->key == 'j' || e->key == 'k');

    d->events += !silent;
    term_size(&d->rows, &d->columns);
    switch (e->kind) {
    case TERM_KEY:
        if (!silent)
            say_key(d, e->key);
        return act(d, e->key);
    case TERM_PASTE:
        say_paste(d, e);
        return true;
    case TERM_RESIZED:
        snprintf(d->said, sizeof(d->said), "%d size %dx%d", d->events,
                 d->columns, d->rows);
        return true;
    case TERM_CONTINUED:
        snprintf(d->said, sizeof(d->said), "%d continued", d->events);
        return true;
    case TERM_AMBIGUOUS:
        snprintf(d->said, sizeof(d->said), "%d ambiguous %d encoding %d",
                 d->events, (int)term_ambiguous(), (int)term_encoding());
        return true;
    case TERM_GONE:
    case TERM_NOTHING:
        return false;
    }
    return false;
}

int main(int argc, char **argv)
{
    struct term_options options = {.colour = true};
    struct demo d = {.said = "ready"};
    struct term_event e;
    struct err err = {0};
    bool more = true;

    for (int i = 1; i < argc; i++) {
        if (strncmp(argv[i], "--ambiguous=", 12) == 0)
            options.ambiguous = argv[i][12] - '0';
        else if (strcmp(argv[i], "--no-colour") == 0)
            options.colour = false;
        else if (strcmp(argv[i], "--hyperlinks") == 0)
            options.hyperlinks = d.hyperlinks = true;
        else if (strncmp(argv[i], "--dump=", 7) == 0)
            d.dump = argv[i] + 7;
    }
    i18n_set_language(I18N_EN);
    locale_setup();
    if (!term_open(&options, &err)) {
        fprintf(stderr, "%s\n", err.msg);
        return 2;
    }
    if (term_remark())
        snprintf(d.said, sizeof(d.said), "remark: %s", term_remark());
    term_size(&d.rows, &d.columns);
    while (more) {
        draw(&d);
        term_read(&e, -1);
        more = take(&d, &e);
        while (more && (term_read(&e, 0), e.kind != TERM_NOTHING))
            more = take(&d, &e);
    }
    term_close();
    return e.kind == TERM_GONE ? 4 : 0;
}
