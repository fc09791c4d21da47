#include "ui/list_columns.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "text/clean.h"
#include "text/cluster.h"

/* The sample: the first rows, the last ones, and a few at each of some places
 * between them, which cost a read of the file each. */
#define FIRST_ROWS   100
#define LAST_ROWS    50
#define SPREAD       8
#define SPREAD_ROWS  16
#define SAMPLE_BYTES 1024 /* of a cell: no pane is wider */
#define MARK_COLUMNS 2    /* the cursor's mark and a blank */
#define NAME_ROOM    12   /* columns that the numbers must leave to the rest */
#define NARROW       40   /* below this one blank parts the columns */
#define SHARED       80   /* from here on no column takes most of the pane */
#define MOST(n)      ((n)*2 / 5) /* of it, while another is cut */
#define SOME(n)      ((n) / 4)   /* and where most are out of view */
#define LEAST        12          /* less of a long cell says nothing */
#define DERIVED      6           /* and of what is but derived */
#define KEPT         6           /* of the name, where the others move */

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

static void measure_rows(struct list_columns *c, struct list *l, int64_t first,
                         int64_t count, enum ambiguous ambiguous)
{
    for (int64_t row = first; row < first + count; row++) {
        const struct record *r = list_row(l, row, NULL);

        for (size_t i = 0; r && i < c->count && i < r->count; i++) {
            const struct value *v = &r->values[i];
            struct clean clean = {0};

            clean_text(&clean, v->text,
                       v->len < SAMPLE_BYTES ? v->len : SAMPLE_BYTES,
                       CLEAN_SCREEN);
            widen(&c->cells[i], clean.text, clean.len, ambiguous);
            clean_clear(&clean);
        }
    }
}

static void measure_sample(struct list_columns *c, struct list *l,
                           enum ambiguous ambiguous)
{
    int64_t rows = list_row_count(l);
    int64_t between = rows - FIRST_ROWS - LAST_ROWS;

    if (between <= SPREAD * SPREAD_ROWS) {
        measure_rows(c, l, 1, rows, ambiguous);
        return;
    }
    /* The first ones last: they are what is looked at next. */
    measure_rows(c, l, rows - LAST_ROWS + 1, LAST_ROWS, ambiguous);
    for (int64_t i = 0; i < SPREAD; i++)
        measure_rows(c, l, FIRST_ROWS + 1 + between / SPREAD * i, SPREAD_ROWS,
                     ambiguous);
    measure_rows(c, l, 1, FIRST_ROWS, ambiguous);
}

/* Rows are known by the first column that is neither number nor derived. */
static int find_name(const struct list *l, int number)
{
    for (size_t i = 0; i < list_column_count(l); i++) {
        const struct list_column *column = list_column(l, i);

        if ((int)i != number && !column->derived &&
            !column_kind_is_right(column->kind))
            return (int)i;
    }
    return -1;
}

void list_columns_measure(struct list_columns *c, struct list *l,
                          enum ambiguous ambiguous)
{
    list_columns_clear(c);
    if (!l)
        return;
    c->count = list_column_count(l);
    c->number = list_number_column(l);
    c->name = find_name(l, c->number);
    c->cells = xcalloc(c->count, sizeof(*c->cells));
    c->widths = xcalloc(c->count, sizeof(*c->widths));
    c->shown = xcalloc(c->count, sizeof(*c->shown));
    c->is_derived = xcalloc(c->count, sizeof(*c->is_derived));
    measure_sample(c, l, ambiguous);
    for (size_t i = 0; i < c->count; i++) {
        struct str heading = {0};

        c->is_derived[i] = list_column(l, i)->derived != NULL;
        c->widths[i] = c->cells[i] > 0 ? c->cells[i] : 1;
        list_columns_heading(l, i, &heading);
        widen(&c->widths[i], str_text(&heading), heading.len, ambiguous);
        str_clear(&heading);
        c->shown[i] = c->widths[i];
    }
}

void list_columns_clear(struct list_columns *c)
{
    free(c->widths);
    free(c->cells);
    free(c->shown);
    free(c->is_derived);
    *c = (struct list_columns){.number = -1, .name = -1};
}

/* ---- sharing the pane ---- */

/* What the columns that move leave of `room`, the derived ones not counted
 * where they are out of view. */
static int left_over(const struct list_columns *c, int room, int gap,
                     bool with_derived)
{
    room += gap;
    for (size_t i = 0; i < c->count; i++) {
        if ((int)i != c->number && (with_derived || !c->is_derived[i]))
            room -= c->shown[i] + gap;
    }
    return room;
}

/* Cut what is derived to its cells, and what is neither that nor the name to
 * `most` columns. */
static void cut(struct list_columns *c, int most)
{
    for (size_t i = 0; i < c->count; i++) {
        int least = c->cells[i] > DERIVED ? c->cells[i] : DERIVED;

        if ((int)i == c->number || (int)i == c->name)
            continue;
        if (c->is_derived[i] && least < most)
            c->shown[i] = least < c->widths[i] ? least : c->widths[i];
        else
            c->shown[i] = c->widths[i] < most ? c->widths[i] : most;
    }
}

/* Cut the others as little as lets all be in view; false: not even cutting
 * most of them away does that. */
static bool cut_to_fit(struct list_columns *c, int room, int gap, int most,
                       bool with_derived)
{
    int low = LEAST, high = most;

    cut(c, low);
    if (left_over(c, room, gap, with_derived) < 0)
        return false;
    while (low < high) {
        int middle = low + (high - low + 1) / 2;

        cut(c, middle);
        if (left_over(c, room, gap, with_derived) >= 0)
            low = middle;
        else
            high = middle - 1;
    }
    cut(c, low);
    return true;
}

/* What is still free goes to those that are cut, the name first. */
static void fill(struct list_columns *c, int free, bool with_derived)
{
    int first = c->name >= 0 ? c->name : 0;

    for (size_t n = 0; n < c->count && free > 0; n++) {
        size_t i = ((size_t)first + n) % c->count;
        int more = c->widths[i] - c->shown[i];

        if ((int)i == c->number || (c->is_derived[i] && !with_derived))
            continue;
        more = more < free ? more : free;
        c->shown[i] += more;
        free -= more;
    }
}

/* Derived columns that are out of view have no need to be cut. */
static void restore_derived(struct list_columns *c, int most)
{
    for (size_t i = 0; i < c->count; i++) {
        if (c->is_derived[i])
            c->shown[i] = c->widths[i] < most ? c->widths[i] : most;
    }
}

/* Cut columns until the others are in view, but the derived ones where the
 * name would be cut for them; where even that is not enough, so that some are
 * in view beside each other. */
static void share(struct list_columns *c, int room, int gap, int pane_columns)
{
    int most = MOST(pane_columns);
    bool with_derived = c->name < 0 || c->widths[c->name] <= most;

    if (!with_derived)
        c->shown[c->name] = most;
    if (cut_to_fit(c, room, gap, most, with_derived))
        fill(c, left_over(c, room, gap, with_derived), with_derived);
    else {
        cut(c, SOME(pane_columns));
        with_derived = false;
    }
    if (!with_derived)
        restore_derived(c, most);
}

void list_columns_fit(struct list_columns *c, int pane_columns)
{
    struct list_columns_place place = list_columns_place(c, pane_columns, 0);
    int free;

    for (size_t i = 0; i < c->count; i++)
        c->shown[i] = c->widths[i];
    if (pane_columns < SHARED || left_over(c, place.room, place.gap, true) >= 0)
        return;
    /* The headings of what is derived give way first. */
    cut(c, pane_columns);
    free = left_over(c, place.room, place.gap, true);
    if (free >= 0)
        fill(c, free, true);
    else
        share(c, place.room, place.gap, pane_columns);
}

/* ---- what is in view ---- */

/* The name stays where the others move past it, with up to half the pane. */
static void keep_name(const struct list_columns *c, int pane_columns,
                      struct list_columns_place *place)
{
    int room = pane_columns / 2 - place->left - place->gap;

    if (c->name < 0)
        return;
    place->name_width = c->shown[c->name] < room ? c->shown[c->name] : room;
    if (place->name_width < KEPT && place->name_width < c->shown[c->name])
        place->name_width = 0;
}

static bool is_kept(const struct list_columns_place *place, int start,
                    int shift)
{
    return place->name_width > 0 && shift > start;
}

bool list_columns_keep_name(const struct list_columns *c,
                            const struct list_columns_place *place, int shift)
{
    return c->name >= 0 &&
           is_kept(place, list_columns_start(c, place, (size_t)c->name), shift);
}

int list_columns_left(const struct list_columns *c,
                      const struct list_columns_place *place, int shift)
{
    if (!list_columns_keep_name(c, place, shift))
        return place->left;
    return place->left + place->name_width + place->gap;
}

static int room_at(const struct list_columns *c,
                   const struct list_columns_place *place, int shift)
{
    return place->room - (list_columns_left(c, place, shift) - place->left);
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
    keep_name(c, pane_columns, &place);
    return place;
}

int list_columns_width(const struct list_columns *c,
                       const struct list_columns_place *place, size_t column)
{
    int width = c->shown[column];

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

    for (size_t i = 0; i < c->count && end - begin > room_at(c, place, begin);
         i++) {
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
            (i == current ||
             (begin >= shift && end - begin <= room_at(c, place, begin))))
            break;
        begin += list_columns_width(c, place, i) + place->gap;
    }
    begin = last_shift(c, place);
    return best < begin ? best : begin;
}
