#include "import/read_list.h"

#include <string.h>

#include "import/delimited.h"
#include "import/grid_rows.h"
#include "import/table_words.h"
#include "import/text_list.h"
#include "import/words.h"

#define ABOVE_MAX 6         /* lines over a table */
#define DRAWN_MAX (4 << 20) /* bytes: nobody draws a longer list */

/* ---- TABs ---- */

/* What the lines at the start of a text are. */
struct look {
    size_t above, rows, other; /* before the first TAB; with TABs; others */
    bool in_quotes;
};

/* A label and its value: what a government page says of itself. */
static bool is_particular(const char *s, size_t len)
{
    const char *tab = memchr(s, '\t', len);
    size_t n = tab ? (size_t)(tab - s) : len;

    while (n > 0 && (s[n - 1] == ' ' || s[n - 1] == '\t'))
        n--;
    return n >= 3 && (s[n - 1] == ':' || memcmp(s + n - 3, "：", 3) == 0);
}

/* A quotation mark that begins a cell and is not ended on the line. */
static bool opens_quotes(const char *s, size_t len)
{
    size_t marks = 0;
    bool begins = false;

    for (size_t i = 0; i < len; i++) {
        marks += s[i] == '"';
        begins = begins || (s[i] == '"' && (i == 0 || s[i - 1] == '\t'));
    }
    return begins && marks % 2;
}

static bool look_at_line(struct look *l, const char *s, size_t len)
{
    size_t blank = words_leading_blank(s, len);
    bool tab = memchr(s, '\t', len) != NULL;

    if (l->in_quotes) {
        size_t marks = 0;

        for (size_t i = 0; i < len; i++)
            marks += s[i] == '"';
        l->in_quotes = marks % 2 == 0;
        return true;
    }
    if (blank == len)
        return true;
    if (tab && is_particular(s, len))
        return false;
    if (tab && memchr(s + blank, '\t', len - blank)) {
        l->rows++;
        l->in_quotes = opens_quotes(s, len);
        return true;
    }
    if (l->rows == 0)
        return ++l->above <= ABOVE_MAX &&
               (table_words_label(s, len) ||
                (!table_words_sentence(s, len) && !is_particular(s, len)));
    l->other += !table_words_note(s + blank, len - blank) &&
                !table_words_label(s + blank, len - blank);
    return true;
}

/* By its first bytes: rows with TABs, under a few lines that may be a title. */
static bool recognises_tabs(struct input *in)
{
    const char *s = str_text(&in->head), *end = s + in->head.len;
    struct look l = {0};
    bool whole = in->size <= (long long)in->start_len;

    while (s < end) {
        const char *stop = s;

        while (stop < end && *stop != '\n' && *stop != '\r')
            stop++;
        if (stop == end && !whole)
            break; /* cut short by the sample */
        if (!look_at_line(&l, s, (size_t)(stop - s)))
            return false;
        s = stop + 1;
    }
    return l.rows >= 2 && l.other * 5 <= l.rows;
}

static bool open_tabs(struct book *b, struct err *e)
{
    return delimited_open(b, "\t", e);
}

/* ---- drawn ---- */

static struct grid *read_drawn(struct input *in)
{
    struct str text = {0};
    struct grid *g = NULL;

    if (in->size <= DRAWN_MAX && input_text(in, ENCODING_UNKNOWN, &text, NULL))
        g = text_list_read(str_text(&text), text.len);
    str_clear(&text);
    return g;
}

/* What its name says to be delimited is not drawn. */
static bool recognises_drawn(struct input *in)
{
    static const char *const others[] = {".csv", ".tsv", ".tab", NULL};
    struct grid *g = input_has_suffix(in, others) ? NULL : read_drawn(in);

    grid_free(g);
    return g != NULL;
}

static bool open_drawn(struct book *b, struct err *e)
{
    struct grid *g = read_drawn(&b->in);

    (void)e;
    grid_rows_book(b, g ? g : grid_new());
    return true;
}

const struct reader read_tab_text_reader = {.name = "text with TABs",
                                            .recognises = recognises_tabs,
                                            .open_book = open_tabs};
const struct reader read_drawn_list_reader = {.name = "list in text",
                                              .recognises = recognises_drawn,
                                              .open_book = open_drawn};
