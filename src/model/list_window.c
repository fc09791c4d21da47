#include "model/list_window.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/list_parts.h"

enum {
    ROWS = 256,        /* of a piece */
    CELLS = 32 * 1024, /* of a piece, where rows are wide */
    NEAR = 400,        /* rows that stay valid (list.h) */
    PIECE_BYTES = 2 << 20,
    WINDOW_BYTES = 32 << 20,
    ROW_BYTES = 8 << 20,
    SHORT = 4096, /* bytes of a cell that is shown when all room is used */
    READ_MS = 2000,
};

static void piece_clear(struct window_piece *p)
{
    free(p->records);
    free(p->values);
    free(p->text);
    *p = (struct window_piece){0};
}

void list_window_clear(struct list_window *w)
{
    for (size_t i = 0; i < w->len; i++)
        piece_clear(&w->pieces[i]);
    free(w->pieces);
    *w = (struct list_window){0};
}

static bool is_far(const struct window_piece *p, int64_t row)
{
    return p->first + (int64_t)p->count - 1 < row - NEAR ||
           p->first > row + NEAR;
}

static void let_go(struct list_window *w, int64_t row)
{
    size_t kept = 0;

    for (size_t i = 0; i < w->len; i++) {
        if (is_far(&w->pieces[i], row)) {
            w->text_len -= w->pieces[i].text_len;
            piece_clear(&w->pieces[i]);
        } else {
            w->pieces[kept++] = w->pieces[i];
        }
    }
    w->len = kept;
}

/* A piece being read: offsets into `text` first, as it moves while it
 * grows. */
struct reading {
    struct window_piece piece;
    size_t cap_values, n_values;
    size_t cap_records;
    struct str text;
    size_t room; /* bytes of text that all pieces may still take */
};

static void add_cell(struct reading *r, struct db_cell c, size_t row_start)
{
    struct value v = {.kind = c.kind};
    char note[DB_CELL_NOTE];

    if (c.len > SHORT && (r->text.len + c.len > r->room ||
                          r->text.len - row_start + c.len > ROW_BYTES))
        c = db_cell_large((int64_t)c.len, note);
    v.kind = c.kind;
    v.len = c.len;
    r->piece.values = mem_grow(r->piece.values, r->n_values, &r->cap_values,
                               sizeof(*r->piece.values));
    r->piece.values[r->n_values++] = v;
    str_append(&r->text, c.text, c.len);
    str_addc(&r->text, '\0');
}

static void add_row(struct list *l, struct reading *r)
{
    struct window_piece *p = &r->piece;
    size_t start = r->text.len;

    p->records =
        mem_grow(p->records, p->count, &r->cap_records, sizeof(*p->records));
    p->records[p->count++] =
        (struct record){.row = l->table.row, .count = l->n_columns};
    for (size_t i = 0; i < l->n_columns; i++)
        add_cell(r, list_cell(l, i), start);
}

static void finish(struct list *l, struct reading *r)
{
    struct window_piece *p = &r->piece;
    char *text;

    p->text_len = r->text.len;
    p->text = text = str_take(&r->text);
    for (size_t i = 0; i < r->n_values; i++) {
        p->values[i].text = text;
        text += p->values[i].len + 1;
    }
    for (size_t i = 0; i < p->count; i++)
        p->records[i].values = p->values + i * l->n_columns;
}

static int64_t piece_rows(const struct list *l)
{
    int64_t rows = CELLS / (int64_t)(l->n_columns ? l->n_columns : 1);

    return rows > ROWS ? ROWS : rows < 1 ? 1 : rows;
}

/* Read rows from `first` on; at least `row`, unless that fails. */
static bool read_piece(struct list *l, int64_t first, int64_t row,
                       struct err *e)
{
    struct list_window *w = &l->window;
    struct reading r = {.piece.first = first};
    int64_t last = first + piece_rows(l) - 1;
    enum table_next next = TABLE_FAILED;

    r.room = w->text_len < WINDOW_BYTES ? WINDOW_BYTES - w->text_len : 0;
    db_allow(l->ed->db, READ_MS);
    if (l->table.is_view)
        db_watch_patiently(l->ed->db);
    if (table_seek(&l->table, first, last, e)) {
        while ((next = table_next(&l->table, e)) == TABLE_ROW) {
            add_row(l, &r);
            if (l->table.row >= row && r.text.len > PIECE_BYTES)
                break;
        }
    }
    table_stop(&l->table);
    if (next == TABLE_FAILED && db_is_wanted(l->ed->db))
        table_interrupted(&l->table, e);
    db_watch(l->ed->db, false);
    finish(l, &r);
    if (row >= first + (int64_t)r.piece.count) {
        piece_clear(&r.piece);
        if (next != TABLE_FAILED)
            err_set(e, ERR_DATA, _("%s: row %lld of %s cannot be found"),
                    l->ed->db->file.path, (long long)row, l->table.name);
        return false;
    }
    w->pieces = mem_grow(w->pieces, w->len, &w->cap, sizeof(*w->pieces));
    w->pieces[w->len++] = r.piece;
    w->text_len += r.piece.text_len;
    return true;
}

static const struct record *find(const struct list_window *w, int64_t row)
{
    for (size_t i = 0; i < w->len; i++) {
        const struct window_piece *p = &w->pieces[i];

        if (row >= p->first && row < p->first + (int64_t)p->count)
            return &p->records[row - p->first];
    }
    return NULL;
}

/* Where a piece for `row` begins: on a fixed grid, so that pieces meet, but
 * after what is held already. */
static int64_t piece_start(const struct list *l, int64_t row)
{
    int64_t rows = piece_rows(l);
    int64_t first = (row - 1) / rows * rows + 1;

    for (size_t i = 0; i < l->window.len; i++) {
        const struct window_piece *p = &l->window.pieces[i];
        int64_t end = p->first + (int64_t)p->count;

        if (end > first && end <= row)
            first = end;
    }
    return first;
}

const struct record *list_window_row(struct list *l, int64_t row, struct err *e)
{
    const struct record *found = find(&l->window, row);
    struct err reason = {0};
    int64_t first;

    if (found)
        return found;
    let_go(&l->window, row);
    first = piece_start(l, row);
    /* A bad row before it must not hide this one. */
    if (!read_piece(l, first, row, &reason) &&
        (first == row || !read_piece(l, row, row, &reason))) {
        if (e)
            *e = reason;
        return NULL;
    }
    return find(&l->window, row);
}
