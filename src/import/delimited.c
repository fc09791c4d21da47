#include "import/delimited.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "import/text_stream.h"
#include "text/clean.h"

#define LOOK_BYTES   (64u << 10) /* of a text, to find what parts its cells */
#define QUOTED_MAX   (16u << 10) /* bytes of a cell that has lines... */
#define QUOTED_LINES 200         /* ... and its lines: more are no cell */

struct delimited {
    struct rows rows;
    struct text_stream *text; /* owned */
    char delimiter;
    size_t number; /* of the line that comes next */
};

/* Where the cutting of a row stands. */
struct cutter {
    struct row *row;
    const char *end;
    bool is_last;
    char delimiter;
    size_t lines; /* of the row, that were ended */
};

static bool is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

/* Behind the end of line at `s`; NULL: what follows may belong to it. */
static const char *past_line_end(const struct cutter *c, const char *s)
{
    if (*s == '\n')
        return s + 1;
    if (s + 1 < c->end)
        return s + 1 + (s[1] == '\n');
    return c->is_last ? s + 1 : NULL;
}

static void add(struct cutter *c, const char *text, size_t len)
{
    rows_trim(&text, &len);
    if (clean_is_clean(text, len, CLEAN_EXPORT))
        row_add_clean(c->row, len ? text : "", len);
    else
        row_add(c->row, text, len);
}

/* The text between the marks at `from` and `to`, with "" as ". */
static void add_quoted(struct cutter *c, const char *from, const char *to)
{
    struct str text = {0};

    if (!memchr(from, '"', (size_t)(to - from))) {
        add(c, from, (size_t)(to - from));
        return;
    }
    for (; from < to; from++) {
        str_addc(&text, *from);
        from += *from == '"';
    }
    row_add(c->row, str_text(&text), text.len);
    str_clear(&text);
}

/* How a quoted cell ends. */
enum quoted {
    QUOTED_CELL,  /* `*next` is behind its closing mark and blanks */
    QUOTED_PLAIN, /* the mark is a character: text follows the closing one */
    QUOTED_OPEN,
    QUOTED_MORE,
};

static enum quoted find_close(struct cutter *c, const char *open,
                              const char **close, const char **next)
{
    const char *s = open + 1;
    size_t lines = 0;

    for (; s < c->end; s++) {
        if (*s == '"') {
            if (s + 1 == c->end && !c->is_last)
                return QUOTED_MORE;
            if (s + 1 == c->end || s[1] != '"')
                break;
            s++;
        } else if (*s == '\n' ||
                   (*s == '\r' && s + 1 < c->end && s[1] != '\n')) {
            lines++;
            if (lines > QUOTED_LINES || (size_t)(s - open) > QUOTED_MAX)
                return QUOTED_OPEN;
        }
    }
    if (s == c->end)
        return c->is_last ? QUOTED_OPEN : QUOTED_MORE;
    *close = s++;
    while (s < c->end && *s == ' ')
        s++;
    if (s == c->end && !c->is_last)
        return QUOTED_MORE;
    *next = s;
    if (s == c->end || *s == c->delimiter || is_line_end(*s)) {
        c->lines += lines;
        return QUOTED_CELL;
    }
    return lines ? QUOTED_OPEN : QUOTED_PLAIN;
}

static bool add_cell(struct cutter *c, const char **at,
                     enum delimited_cut *fault)
{
    const char *s = *at, *close, *next;

    if (s < c->end && *s == '"') {
        switch (find_close(c, s, &close, &next)) {
        case QUOTED_CELL:
            add_quoted(c, s + 1, close);
            *at = next;
            return true;
        case QUOTED_OPEN:
            *fault = DELIMITED_OPEN;
            return false;
        case QUOTED_MORE:
            *fault = DELIMITED_MORE;
            return false;
        case QUOTED_PLAIN:
            break;
        }
    }
    while (s < c->end && *s != c->delimiter && !is_line_end(*s))
        s++;
    if (s == c->end && !c->is_last) {
        *fault = (size_t)(s - *at) > ROWS_CELL_MAX ? DELIMITED_LARGE
                                                   : DELIMITED_MORE;
        return false;
    }
    add(c, *at, (size_t)(s - *at));
    *at = s;
    return true;
}

enum delimited_cut delimited_cut(struct row *row, const char *text, size_t len,
                                 bool is_last, char delimiter, size_t number,
                                 size_t *used, size_t *lines)
{
    struct cutter c = {.row = row,
                       .end = text + len,
                       .is_last = is_last,
                       .delimiter = delimiter};
    enum delimited_cut fault = DELIMITED_ROW;
    const char *at = text, *next;

    row_begin(row, number);
    for (;;) {
        bool done = add_cell(&c, &at, &fault);

        *lines = c.lines + 1;
        if (!done)
            return fault;
        if (row->cells[row->count - 1].len > ROWS_CELL_MAX)
            return DELIMITED_LARGE;
        if (at == c.end || is_line_end(*at))
            break;
        if (row->count == ROWS_MAX_COLUMNS)
            return DELIMITED_WIDE;
        at++;
    }
    row_end(row);
    next = at == c.end ? at : past_line_end(&c, at);
    if (!next)
        return DELIMITED_MORE;
    *used = (size_t)(next - text);
    return DELIMITED_ROW;
}

static bool complain(const struct delimited *d, enum delimited_cut fault,
                     size_t line, struct err *e)
{
    const char *path = d->rows.path;

    line += d->number - 1;
    switch (fault) {
    case DELIMITED_OPEN:
        return err_set(e, ERR_DATA,
                       _("%s:%zu: a quotation mark begins a cell here and none "
                         "ends it; remove it, or add the other"),
                       path, line);
    case DELIMITED_WIDE:
        return err_set(e, ERR_LIMIT, _("%s:%zu: more than %d columns"), path,
                       line, ROWS_MAX_COLUMNS);
    case DELIMITED_LARGE:
        return err_set(e, ERR_LIMIT, _("%s:%zu: a cell has more than %u bytes"),
                       path, line, ROWS_CELL_MAX);
    case DELIMITED_ROW:
    case DELIMITED_MORE:
        break;
    }
    return err_set(e, ERR_LIMIT, _("%s:%zu: the line has more than %u bytes"),
                   path, line, ROWS_MAX_COLUMNS * ROWS_CELL_MAX);
}

static bool next_row(struct rows *r, struct row *out, bool *end, struct err *e)
{
    struct delimited *d = (struct delimited *)r;
    bool more = true;

    for (;;) {
        size_t len, used = 0, lines = 1;
        const char *text = text_stream_bytes(d->text, &len);
        enum delimited_cut cut = DELIMITED_MORE;

        if (len > 0)
            cut = delimited_cut(out, text, len, !more, d->delimiter, d->number,
                                &used, &lines);
        else if (!more)
            *end = true;
        if (cut == DELIMITED_ROW) {
            text_stream_skip(d->text, used);
            d->number += lines;
        }
        if (cut == DELIMITED_ROW || *end)
            return true;
        if (cut != DELIMITED_MORE ||
            len > (size_t)ROWS_MAX_COLUMNS * ROWS_CELL_MAX)
            return complain(d, cut, lines, e);
        if (!text_stream_more(d->text, &more, e))
            return false;
    }
}

/* "sep=;" in the first line says to a spreadsheet what parts the cells. */
static void skip_sep(struct delimited *d)
{
    size_t len, used;
    const char *text = text_stream_bytes(d->text, &len);

    if (len < 6 || memcmp(text, "sep=", 4) != 0 || !is_line_end(text[5]))
        return;
    d->delimiter = text[4];
    used = 6;
    if (len > 6 && text[5] == '\r' && text[6] == '\n')
        used++;
    text_stream_skip(d->text, used);
    d->number++;
}

static bool rewind_rows(struct rows *r, struct err *e)
{
    struct delimited *d = (struct delimited *)r;
    bool more;

    d->number = 1;
    if (!text_stream_rewind(d->text, e) || !text_stream_more(d->text, &more, e))
        return false;
    skip_sep(d);
    return true;
}

static void close_rows(struct rows *r)
{
    struct delimited *d = (struct delimited *)r;

    text_stream_close(d->text);
    free(d);
}

/* How many lines have the delimiter outside of quotes, and how many there
 * are with text. */
static void count_lines(const char *text, size_t len, char delimiter,
                        size_t *with, size_t *all, size_t *cells)
{
    bool quoted = false, has = false, filled = false;

    *with = *all = *cells = 0;
    for (size_t i = 0; i <= len; i++) {
        char c = i < len ? text[i] : '\n';

        if (c == '"')
            quoted = !quoted && (i == 0 || text[i - 1] == delimiter ||
                                 is_line_end(text[i - 1]));
        if (i < len && (quoted || !is_line_end(c))) {
            has = has || (c == delimiter && !quoted);
            *cells += c == delimiter && !quoted;
            filled = filled || (c != ' ' && c != '\t');
            continue;
        }
        *with += has && filled;
        *all += filled;
        has = filled = false;
    }
}

char delimited_by(const char *text, size_t len, const char *candidates)
{
    size_t best = 0, best_cells = 0;
    char found = 0;

    if (len > LOOK_BYTES)
        len = LOOK_BYTES;
    for (; *candidates; candidates++) {
        size_t with, all, cells;

        count_lines(text, len, *candidates, &with, &all, &cells);
        if (2 * with >= all && with > 0 &&
            (with > best || (with == best && cells > best_cells))) {
            best = with;
            best_cells = cells;
            found = *candidates;
        }
    }
    return found;
}

static const struct rows_class rows_class = {next_row, rewind_rows, close_rows};

static struct rows *open_sheet(struct book *b, size_t sheet, struct err *e)
{
    struct delimited *d = xcalloc(1, sizeof(*d));
    const char *text;
    size_t len;

    (void)sheet;
    d->rows = (struct rows){
        .ops = &rows_class, .path = b->in.path, .is_delimited = true};
    d->text = text_stream_open(&b->in, e);
    if (!d->text || !rewind_rows(&d->rows, e)) {
        close_rows(&d->rows);
        return NULL;
    }
    text = text_stream_bytes(d->text, &len);
    if (!d->delimiter)
        d->delimiter = delimited_by(text, len, b->data);
    if (!d->delimiter)
        d->delimiter = *(const char *)b->data;
    return &d->rows;
}

static void close_book(struct book *b)
{
    free(b->data);
}

bool delimited_open(struct book *b, const char *candidates, struct err *e)
{
    static const struct book_class book_class = {open_sheet, close_book};

    (void)e;
    b->ops = &book_class;
    b->data = xstrdup(candidates);
    book_add_sheet(b, NULL, 0, false);
    return true;
}
