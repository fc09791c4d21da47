#include "ui/record_text.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "text/cluster.h"
#include "text/utf8.h"
#include "ui/citation.h"
#include "ui/list_columns.h"
#include "ui/number.h"

#define VALUE_BYTES 16384 /* shown of one value; more is named by its size */
#define CODES       8     /* code points named under one value */
#define NARROW      36    /* columns under which names have their own line */
#define GAP         2     /* blanks between name and value */

static struct record_part *add_part(struct record_text *t, const char *label,
                                    const char *text, size_t len)
{
    struct record_part *part;

    t->parts =
        mem_grow(t->parts, t->part_count, &t->part_cap, sizeof(*t->parts));
    part = &t->parts[t->part_count++];
    *part = (struct record_part){.field = -1, .link = -1};
    if (label)
        part->label = xstrdup(label);
    clean_text(&part->text, text, len, CLEAN_SCREEN);
    return part;
}

static void add_note(struct record_text *t, const char *text)
{
    struct record_part *part = add_part(t, NULL, text, strlen(text));

    part->style = STYLE_HINT;
    part->is_note = true;
}

static int add_link(struct record_text *t, struct record_link link)
{
    t->links =
        mem_grow(t->links, t->link_count, &t->link_cap, sizeof(*t->links));
    t->links[t->link_count] = link;
    return (int)t->link_count++;
}

/* Name the characters that the screen cannot show: "〓 U+E863 U+31350". */
static void add_codes(struct record_text *t, const char *text, size_t len)
{
    uint32_t seen[CODES];
    size_t count = 0;
    struct str note = {0};

    for (size_t at = 0; at < len && count < CODES;) {
        uint32_t cp;
        size_t known = 0;

        at += utf8_decode(text + at, len - at, &cp);
        if (width_kind(cp) != WIDTH_SUBSTITUTE)
            continue;
        while (known < count && seen[known] != cp)
            known++;
        if (known < count)
            continue;
        str_addf(&note, "%s U+%04X", count ? "" : "〓", (unsigned)cp);
        seen[count++] = cp;
    }
    if (count > 0)
        add_note(t, str_text(&note));
    str_clear(&note);
}

static void add_size(struct record_text *t, size_t shown, size_t len)
{
    struct str sizes[2] = {{0}, {0}};
    struct str note = {0};

    number_append(&sizes[0], (int64_t)shown);
    number_append(&sizes[1], (int64_t)len);
    str_addf(&note, _("%s of %s bytes shown"), str_text(&sizes[0]),
             str_text(&sizes[1]));
    add_note(t, str_text(&note));
    str_clear(&note);
    str_clear(&sizes[0]);
    str_clear(&sizes[1]);
}

/* Find what leads out of the program in a field. */
static void add_addresses(struct record_part *part)
{
    struct link_span found;
    size_t at = 0;

    while (link_find(part->text.text, part->text.len, at, &found)) {
        at = found.start + found.len;
        if (found.kind != LINK_URL && found.kind != LINK_MAIL)
            continue;
        part->addresses = mem_grow(part->addresses, part->address_count,
                                   &part->address_cap, sizeof(found));
        part->addresses[part->address_count++] = found;
    }
}

static void add_field(struct record_text *t, struct list *l, size_t column,
                      const struct value *v)
{
    const char *derived = list_column(l, column)->derived;
    size_t shown = v->len;
    struct str label = {0};
    struct record_part *part;

    if (shown > VALUE_BYTES)
        shown = utf8_start(v->text, v->len, VALUE_BYTES);
    list_columns_heading(l, column, &label);
    part = add_part(t, str_text(&label), v->text, shown);
    part->field = (int)column;
    if (v->kind == VALUE_DESCRIBED)
        part->style = STYLE_HINT;
    else
        part->style = derived ? STYLE_DERIVED : STYLE_TEXT;
    add_addresses(part);
    add_codes(t, v->text, shown);
    if (derived)
        add_note(t, derived);
    if (shown < v->len)
        add_size(t, shown, v->len);
    str_clear(&label);
}

static void add_citation(struct record_text *t, struct edition *ed, int notice)
{
    struct str text = {0};
    struct record_part *part;

    if (notice < 0)
        return;
    citation_append(&text, edition_notice(ed, (size_t)notice));
    part = add_part(t, _("Citation"), str_text(&text), text.len);
    part->style = STYLE_LINK;
    part->link = add_link(
        t, (struct record_link){.kind = RECORD_LINK_NOTICE, .notice = notice});
    str_clear(&text);
}

/* Documents by title; where one speaks of the record in several paragraphs,
 * their numbers tell them apart. */
static void add_mentions(struct record_text *t, struct edition *ed,
                         struct list *l, int64_t row)
{
    struct list_mention *mentions = NULL;
    size_t count = list_mentions(l, row, &mentions);

    for (size_t i = 0; i < count; i++) {
        int notice = mentions[i].notice;
        bool again = (i > 0 && mentions[i - 1].notice == notice) ||
                     (i + 1 < count && mentions[i + 1].notice == notice);
        struct str text = {0};
        struct record_part *part;

        str_add(&text, edition_notice(ed, (size_t)notice)->title);
        if (again)
            str_addf(&text, _(" (paragraph %lld)"),
                     (long long)mentions[i].block_seq);
        part = add_part(t, i == 0 ? _("Mentioned in") : NULL, str_text(&text),
                        text.len);
        part->style = STYLE_LINK;
        part->link = add_link(
            t, (struct record_link){.kind = RECORD_LINK_MENTION,
                                    .notice = notice,
                                    .block_seq = mentions[i].block_seq});
        str_clear(&text);
    }
    free(mentions);
}

void record_text_read(struct record_text *t, struct edition *ed, struct list *l,
                      int64_t row)
{
    struct err e = {0};
    const struct record *r = list_row(l, row, &e);

    if (!r) {
        add_part(t, NULL, e.msg, strlen(e.msg))->style = STYLE_ERROR;
        return;
    }
    for (size_t i = 0; i < r->count; i++)
        add_field(t, l, i, &r->values[i]);
    add_citation(t, ed, edition_annex(ed, list_annex(l))->notice);
    add_mentions(t, ed, l, row);
}

void record_text_clear(struct record_text *t)
{
    for (size_t i = 0; i < t->part_count; i++) {
        layout_free(t->parts[i].layout);
        clean_clear(&t->parts[i].text);
        free(t->parts[i].addresses);
        free(t->parts[i].label);
    }
    free(t->parts);
    free(t->links);
    free(t->lines);
    *t = (struct record_text){0};
}

static void add_line(struct record_text *t, struct record_line line)
{
    t->lines =
        mem_grow(t->lines, t->line_count, &t->line_cap, sizeof(*t->lines));
    t->lines[t->line_count++] = line;
    t->rows = line.row + 1;
}

/* The widest name, the program's own ones too, so that the values stand in
 * the same column for every record. */
static int measure_labels(const struct record_text *t, enum ambiguous ambiguous)
{
    const char *own[] = {_("Citation"), _("Mentioned in")};
    int widest = 0;

    for (size_t i = 0; i < t->part_count + ARRAY_LEN(own); i++) {
        const char *label =
            i < t->part_count ? t->parts[i].label : own[i - t->part_count];
        int columns =
            label ? cluster_columns(label, strlen(label), ambiguous) : 0;

        if (columns > widest)
            widest = columns;
    }
    return widest;
}

/* Put a note of one line behind the last line, if there is room. */
static bool join_note(struct record_text *t, size_t index, int columns,
                      enum ambiguous ambiguous)
{
    const struct record_part *note = &t->parts[index];
    const struct record_line *last;
    int used, width;

    if (!note->is_note || t->line_count == 0)
        return false;
    last = &t->lines[t->line_count - 1];
    if (last->is_label)
        return false;
    used = last->column +
           cluster_columns(t->parts[last->part].text.text + last->start,
                           last->end - last->start, ambiguous);
    width = cluster_columns(note->text.text, note->text.len, ambiguous);
    if (last->end > last->start)
        used += GAP;
    if (used + width > columns)
        return false;
    add_line(t, (struct record_line){.part = index,
                                     .end = note->text.len,
                                     .row = last->row,
                                     .column = used});
    return true;
}

/* Put the part's name. Returns the row where its text begins: the same one
 * where the values have a column of their own or the text is short enough. */
static int lay_out_label(struct record_text *t, size_t index, int *left,
                         int columns, enum ambiguous ambiguous)
{
    const struct record_part *part = &t->parts[index];
    int row = t->rows;
    int end, width;

    if (!part->label)
        return row;
    add_line(t,
             (struct record_line){.part = index, .row = row, .is_label = true});
    if (*left > GAP)
        return row;
    end = cluster_columns(part->label, strlen(part->label), ambiguous) + GAP;
    width = cluster_columns(part->text.text, part->text.len, ambiguous);
    if (end + width > columns)
        return row + 1;
    *left = end;
    return row;
}

static void lay_out_part(struct record_text *t, size_t index, int left,
                         int columns, enum ambiguous ambiguous)
{
    int row = lay_out_label(t, index, &left, columns, ambiguous);
    struct record_part *part = &t->parts[index];
    const struct layout_form form = {
        .width = columns - left > 2 ? columns - left : 2,
        .align = LAYOUT_LEFT,
        .ambiguous = ambiguous,
    };
    const struct layout_line *line;

    layout_free(part->layout);
    part->layout = layout_new(part->text.text, part->text.len, &form);
    for (size_t i = 0; (line = layout_line(part->layout, i)); i++)
        add_line(t, (struct record_line){.part = index,
                                         .start = line->start,
                                         .end = line->end,
                                         .row = row + (int)i,
                                         .column = left + line->indent});
}

void record_text_layout(struct record_text *t, int columns,
                        enum ambiguous ambiguous)
{
    int left;

    t->line_count = 0;
    t->rows = 0;
    t->label_columns = measure_labels(t, ambiguous);
    left = t->label_columns + GAP;
    if (columns < NARROW || left > columns / 2)
        left = GAP;
    if (t->part_count > 0 && !t->parts[0].label)
        left = 0;
    for (size_t i = 0; i < t->part_count; i++) {
        if (!join_note(t, i, columns, ambiguous))
            lay_out_part(t, i, left, columns, ambiguous);
    }
}
