#include "import/sheet_stream.h"

#include <stdlib.h>

#include "base/mem.h"

static struct sheet_stream *stream_of(struct rows *r)
{
    return (struct sheet_stream *)r; /* its first member */
}

void sheet_stream_begin_sheet(struct sheet_stream *s)
{
    s->in_sheet = s->seen++ == s->wanted;
    s->number = 0;
    s->row_repeats = 1;
}

void sheet_stream_end_sheet(struct sheet_stream *s)
{
    if (s->in_sheet)
        s->is_over = true;
    s->in_sheet = false;
}

void sheet_stream_begin_row(struct sheet_stream *s, size_t number,
                            size_t repeats, bool is_hidden)
{
    if (!s->in_sheet)
        return;
    s->number += s->number ? s->row_repeats : 1;
    if (number > s->number)
        s->number = number;
    s->row_repeats = repeats ? repeats : 1;
    s->is_hidden = is_hidden;
    s->has_text = false;
    s->column = 0;
    sheet_row_begin(&s->cells, s->out, s->number);
}

void sheet_stream_add_cell(struct sheet_stream *s, const char *text, size_t len,
                           size_t repeats, size_t rows, size_t columns)
{
    if (!s->in_sheet)
        return;
    rows_trim(&text, &len);
    s->has_text = s->has_text || len > 0;
    repeats = repeats ? repeats : 1;
    if (len == 0) {
        s->column += repeats;
        return;
    }
    for (; repeats > 0 && s->column < SHEET_MAX_COLUMNS; repeats--) {
        sheet_row_add(&s->cells, s->out, s->column, text, len);
        s->column++;
        if (!s->is_survey)
            sheet_row_span(&s->cells, s->out, rows, columns);
    }
    s->column += repeats;
}

/* The first row that can name columns; which hidden ones have text. */
static void survey_row(struct sheet_stream *s)
{
    size_t filled = 0;

    row_end(s->out);
    for (size_t i = 0; i < s->out->count; i++)
        filled += s->out->cells[i].len > 0;
    if (s->is_hidden && filled > 0) {
        s->cells.hidden_rows =
            mem_grow(s->cells.hidden_rows, s->cells.hidden_row_count,
                     &s->cells.hidden_row_cap, sizeof(*s->cells.hidden_rows));
        s->cells.hidden_rows[s->cells.hidden_row_count++] = s->number;
    }
    if (filled >= 2 && s->names->count == 0)
        row_copy(s->names, s->out);
}

void sheet_stream_end_row(struct sheet_stream *s)
{
    if (!s->in_sheet)
        return;
    if (s->is_survey) {
        survey_row(s);
        return;
    }
    sheet_row_end(&s->cells, s->out);
    if (s->is_hidden || !s->has_text)
        return;
    if (s->row_repeats > 1) {
        row_clear(&s->saved);
        row_copy(&s->saved, s->out);
        s->repeats = s->row_repeats - 1;
    }
    s->has_row = true;
    xml_stream_pause(s->stream);
}

static bool go_to_start(struct sheet_stream *s, struct err *e)
{
    xml_stream_free(s->stream);
    s->stream = NULL;
    if (s->source)
        s->format->close(s->source);
    s->source = s->format->open(s->book, e);
    s->seen = 0;
    s->in_sheet = s->is_over = s->in_text = false;
    s->depth = 0;
    s->repeats = 0;
    if (!s->source)
        return false;
    s->stream = xml_stream_new(s->source, &s->format->hearer, s, s->rows.path);
    return true;
}

static bool rewind_rows(struct rows *r, struct err *e)
{
    struct sheet_stream *s = stream_of(r);

    sheet_row_rewind(&s->cells);
    return go_to_start(s, e);
}

static bool next_row(struct rows *r, struct row *out, bool *end, struct err *e)
{
    struct sheet_stream *s = stream_of(r);

    if (s->repeats > 0) {
        s->repeats--;
        row_clear(out);
        row_copy(out, &s->saved);
        out->number = ++s->saved.number;
        return true;
    }
    s->out = out;
    s->has_row = false;
    while (!s->has_row && !*end && !s->is_over) {
        if (!xml_stream_next(s->stream, end, e))
            return false;
    }
    *end = !s->has_row;
    return true;
}

static void close_rows(struct rows *r)
{
    struct sheet_stream *s = stream_of(r);

    xml_stream_free(s->stream);
    if (s->source)
        s->format->close(s->source);
    sheet_row_clear(&s->cells);
    row_clear(&s->saved);
    str_clear(&s->text);
    str_clear(&s->style);
    str_clear(&s->value);
    free(s);
}

static bool survey(struct sheet_stream *s, struct err *e)
{
    struct row row = {0}, names = {0};
    bool end = false, ok;

    s->out = &row; /* cppcheck-suppress autoVariables */
    s->names = &names;
    s->is_survey = s->cells.shows_hidden = true;
    ok = go_to_start(s, e);
    while (ok && !end && !s->is_over)
        ok = xml_stream_next(s->stream, &end, e);
    s->is_survey = s->cells.shows_hidden = false;
    s->names = NULL;
    if (ok) {
        sheet_row_sort(&s->cells);
        sheet_row_tell(&s->cells, &s->rows, &names);
    }
    row_clear(&row);
    row_clear(&names);
    return ok;
}

struct rows *sheet_stream_open(struct book *b, size_t sheet,
                               const struct sheet_format *format, struct err *e)
{
    static const struct rows_class class = {next_row, rewind_rows, close_rows};
    struct sheet_stream *s = xcalloc(1, sizeof(*s));

    s->rows = (struct rows){.ops = &class,
                            .path = b->in.path,
                            .sheet = b->sheets[sheet].name,
                            .remarks = b->remarks};
    s->book = b;
    s->format = format;
    s->wanted = sheet;
    if (!survey(s, e) || !rewind_rows(&s->rows, e)) {
        close_rows(&s->rows);
        return NULL;
    }
    return &s->rows;
}
