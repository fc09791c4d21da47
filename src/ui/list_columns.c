#include "ui/list_columns.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "text/clean.h"
#include "text/cluster.h"

#define SAMPLE_ROWS  100
#define SAMPLE_BYTES 1024 /* of a cell: no pane is wider */
#define MARK_COLUMNS 2    /* the cursor's mark and a blank */
#define NAME_ROOM    12   /* columns that the numbers must leave to the rest */
#define NARROW       40   /* below this one blank parts the columns */

void list_columns_heading(const struct list *l, size_t column, struct str *out)
{
    const struct list_column *col = list_column(l, column);
    char *name = clean_copy(col->name);
    struct str heading = {0};

    if (col->derived)
        str_addf(&heading, _("%s (derived)"), name);
    else
        str_add(&heading, name);
    clean_append(out, str_text(&heading), heading.len, CLEAN_SCREEN);
    str_clear(&heading);
    free(name);
}

static void widen(int *width, const char *clean, size_t len,
                  enum ambiguous ambiguous)
{
    int columns = cluster_columns(clean, len, ambiguous);

    if (columns > *width)
        *width = columns;
}

static void measure_row(struct list_columns *c, struct list *l, int64_t row,
                        enum ambiguous ambiguous)
{
    const struct record *r = list_row(l, row, NULL);

    for (size_t i = 0; r && i < c->count && i < r->count; i++) {
        const struct value *v = &r->values[i];
        struct clean clean = {0};

        clean_text(&clean, v->text,
                   v->len < SAMPLE_BYTES ? v->len : SAMPLE_BYTES, CLEAN_SCREEN);
        widen(&c->widths[i], clean.text, clean.len, ambiguous);
        clean_clear(&clean);
    }
}

void list_columns_measure(struct list_columns *c, struct list *l,
                          enum ambiguous ambiguous)
{
    int64_t rows = l ? list_row_count(l) : 0;

    list_columns_clear(c);
    if (!l)
        return;
    c->count = list_column_count(l);
    c->number = list_number_column(l);
    c->widths = xcalloc(c->count, sizeof(*c->widths));
    for (size_t i = 0; i < c->count; i++) {
        struct str heading = {0};

        list_columns_heading(l, i, &heading);
        widen(&c->widths[i], str_text(&heading), heading.len, ambiguous);
        str_clear(&heading);
    }
    /* The last row has the longest number. */
    if (rows > SAMPLE_ROWS)
        measure_row(c, l, rows, ambiguous);
    for (int64_t row = 1; row <= rows && row <= SAMPLE_ROWS; row++)
        measure_row(c, l, row, ambiguous);
    for (size_t i = 0; i < c->count; i++) {
        if (c->widths[i] == 0)
            c->widths[i] = 1;
    }
}

void list_columns_clear(struct list_columns *c)
{
    free(c->widths);
    *c = (struct list_columns){.number = -1};
}

struct list_columns_place list_columns_place(const struct list_columns *c,
                                             int pane_columns, size_t current)
{
    struct list_columns_place place = {.gap = pane_columns < NARROW ? 1 : 2};
    int left = MARK_COLUMNS;

    if (c->number >= 0) {
        place.number_width = c->widths[c->number];
        left += place.number_width + place.gap;
        place.shows_number =
            pane_columns - left >= NAME_ROOM || (size_t)c->number == current;
    }
    place.left = place.shows_number ? left : MARK_COLUMNS;
    place.room = pane_columns - place.left;
    if (place.room < 0)
        place.room = 0;
    return place;
}

int list_columns_width(const struct list_columns *c,
                       const struct list_columns_place *place, size_t column)
{
    int width = c->widths[column];

    if (width > place->room)
        width = place->room;
    return width > 0 ? width : 1;
}

int list_columns_start(const struct list_columns *c,
                       const struct list_columns_place *place, size_t column)
{
    int start = 0;

    for (size_t i = 0; i < column; i++) {
        if ((int)i != c->number)
            start += list_columns_width(c, place, i) + place->gap;
    }
    return start;
}

/* The least shift that shows everything at the right end: with a larger one
 * there would be room to spare. */
static int last_shift(const struct list_columns *c,
                      const struct list_columns_place *place)
{
    int end = list_columns_start(c, place, c->count) - place->gap;
    int begin = 0;

    for (size_t i = 0; i < c->count && end - begin > place->room; i++) {
        if ((int)i != c->number)
            begin += list_columns_width(c, place, i) + place->gap;
    }
    return begin;
}

int list_columns_shift(const struct list_columns *c,
                       const struct list_columns_place *place, size_t current,
                       int shift)
{
    bool stays = current >= c->count || (int)current == c->number;
    int end = stays ? 0
                    : list_columns_start(c, place, current) +
                          list_columns_width(c, place, current);
    int begin = 0;
    int best = 0;

    for (size_t i = 0; i < c->count; i++) {
        if ((int)i == c->number)
            continue;
        /* The column of numbers is in view whatever the shift. */
        if (stays && begin > shift)
            break;
        best = begin;
        if (!stays &&
            (i == current || (begin >= shift && end - begin <= place->room)))
            break;
        begin += list_columns_width(c, place, i) + place->gap;
    }
    begin = last_shift(c, place);
    return best < begin ? best : begin;
}
