#include "ui/frame.h"

#include "base/clamp.h"
#include "text/form.h"

#define TINY_ROWS    3
#define TINY_COLUMNS 10
#define ALL_ROWS     16 /* below, the focused pane stands alone */
#define ALL_COLUMNS  40
#define WIDE_COLUMNS 100

#define PANE_ROWS    3 /* a title bar and two lines */
#define SIDE_COLUMNS 24
#define LIST_COLUMNS 44 /* number, two names of 9 characters and a gap */
/* The measure with a column free at either side. */
#define NOTICE_COLUMNS (FORM_MEASURE + 2)

/* A record has about ten lines; more rows are of more use to the others. */
#define RECORD_ROWS      12
#define RECORD_ROWS_SIDE 14

/* The sizes of the three panes on this screen. */
struct sizes {
    int left;           /* columns of the notice */
    int notice, record; /* rows; the list has the rest */
};

static int body_rows(const struct frame *f)
{
    return f->rows - 1;
}

bool frame_is_tiny(const struct frame *f)
{
    return f->rows < TINY_ROWS || f->columns < TINY_COLUMNS;
}

bool frame_is_small(const struct frame *f)
{
    return f->rows < ALL_ROWS || f->columns < ALL_COLUMNS;
}

bool frame_has(const struct frame *f, enum frame_pane pane)
{
    if (pane == FRAME_NOTICE)
        return !f->no_notice;
    return !f->no_list || f->no_notice;
}

static bool has_notice_alone(const struct frame *f)
{
    return !frame_has(f, FRAME_LIST);
}

bool frame_is_single(const struct frame *f)
{
    return f->zoomed || frame_is_small(f) || has_notice_alone(f);
}

bool frame_is_wide(const struct frame *f)
{
    return f->columns >= WIDE_COLUMNS && !frame_is_single(f) && !f->no_notice;
}

/* The record's rows of `rows` that it shares with the list. */
static int record_rows(const struct frame *f, int rows, int by_itself)
{
    return clamp_int(by_itself + f->below, PANE_ROWS, rows - PANE_ROWS);
}

static struct sizes side_by_side(const struct frame *f)
{
    int body = body_rows(f);
    int left = clamp_int(f->columns - 1 - LIST_COLUMNS, 0, NOTICE_COLUMNS);
    int record = clamp_int((body * 3 + 4) / 8, PANE_ROWS, RECORD_ROWS_SIDE);

    return (struct sizes){
        .left = clamp_int(left + 2 * f->split, SIDE_COLUMNS,
                          f->columns - 1 - SIDE_COLUMNS),
        .notice = body,
        .record = record_rows(f, body, record),
    };
}

static struct sizes stacked(const struct frame *f)
{
    int body = body_rows(f);
    int record = clamp_int((body * 3 + 5) / 10, PANE_ROWS, RECORD_ROWS);
    int notice = (body - record) / 2;
    struct sizes s = {.left = f->columns};

    if (!f->no_notice)
        s.notice =
            clamp_int(notice + f->split, PANE_ROWS, body - 2 * PANE_ROWS);
    /* The notice takes from the list first, then from the record. */
    s.record = record_rows(f, body - s.notice, record);
    return s;
}

static struct sizes sizes_of(const struct frame *f)
{
    return frame_is_wide(f) ? side_by_side(f) : stacked(f);
}

struct rect frame_rect(const struct frame *f, enum frame_pane pane)
{
    int body = body_rows(f);
    struct rect r = {0};
    struct sizes s;

    if (frame_is_tiny(f))
        return r;
    if (frame_is_single(f)) {
        if (pane == f->focus)
            r = (struct rect){.rows = body, .columns = f->columns};
        return r;
    }
    s = sizes_of(f);
    r.columns = s.left;
    if (pane == FRAME_NOTICE) {
        r.rows = s.notice;
        return r;
    }
    if (frame_is_wide(f)) {
        r.column = s.left + 1;
        r.columns = f->columns - r.column;
    } else {
        r.row = s.notice;
    }
    if (pane == FRAME_LIST) {
        r.rows = body - r.row - s.record;
        return r;
    }
    r.row = body - s.record;
    r.rows = s.record;
    return r;
}

int frame_border(const struct frame *f)
{
    if (frame_is_tiny(f) || !frame_is_wide(f))
        return -1;
    return sizes_of(f).left;
}

/* A wish that this screen cannot grant is cut to what it shows before the
 * step, so that every step is seen. */
static void settle(struct frame *f)
{
    struct frame plain = *f;
    struct sizes now = sizes_of(f);
    struct sizes by_itself;

    plain.split = 0;
    plain.below = 0;
    by_itself = sizes_of(&plain);
    if (frame_is_wide(f))
        f->split = (now.left - by_itself.left) / 2;
    else
        f->split = now.notice - by_itself.notice;
    f->below = now.record - by_itself.record;
}

static bool step_taken(struct frame *f, int split, int below)
{
    struct frame before = *f;
    struct sizes was = sizes_of(f);
    struct sizes now;

    settle(f);
    f->split += split;
    f->below += below;
    now = sizes_of(f);
    if (now.left != was.left || now.notice != was.notice ||
        now.record != was.record)
        return true;
    *f = before;
    return false;
}

bool frame_grow(struct frame *f, int step)
{
    if (frame_is_tiny(f) || frame_is_single(f))
        return false;
    switch (f->focus) {
    case FRAME_NOTICE:
        return step_taken(f, step, 0);
    case FRAME_LIST:
        return step_taken(f, -step, 0) || step_taken(f, 0, -step);
    case FRAME_RECORD:
        return step_taken(f, 0, step);
    case FRAME_PANES:
        break;
    }
    return false;
}
