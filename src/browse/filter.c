#include "browse/filter.h"

#include <assert.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/str.h"
#include "ui/list_pane.h"

void filter_init(struct filter *f, struct pane *pane, struct generation *g)
{
    *f = (struct filter){.pane = pane, .generation = g};
}

static void pop(struct filter *f)
{
    struct filter_level *last = &f->levels[--f->depth];

    rowset_clear(&last->rows);
    free(last->label);
}

void filter_clear(struct filter *f)
{
    while (f->depth > 0)
        pop(f);
    free(f->levels);
    *f = (struct filter){0};
}

bool filter_is_on(const struct filter *f)
{
    return f->depth > 0;
}

const struct rowset *filter_rows(const struct filter *f)
{
    return f->depth > 0 ? &f->levels[f->depth - 1].rows : NULL;
}

const char *filter_label(const struct filter *f)
{
    return f->depth > 0 ? f->levels[f->depth - 1].label : "";
}

/* Append "former label": the caller frees it. */
static char *whole_label(const struct filter *f, const char *label)
{
    struct str whole = {0};

    if (*filter_label(f))
        str_addf(&whole, "%s ", filter_label(f));
    str_add(&whole, label);
    return str_take(&whole);
}

/* What is in force is what is shown. */
static void show(struct filter *f)
{
    struct list_filter shown = {
        .rows = filter_rows(f),
        .label = filter_label(f),
    };

    f->is_preview = false;
    list_pane_filter(f->pane, f->depth > 0 ? &shown : NULL);
}

static void change(struct filter *f)
{
    generation_change(f->generation, SUBJECT_FILTER);
    show(f);
}

void filter_add(struct filter *f, struct rowset *rows, const char *label)
{
    char *whole = whole_label(f, label);

    assert(!f->depth || rows->rows == filter_rows(f)->rows);
    f->levels = mem_grow(f->levels, f->depth, &f->cap, sizeof(*f->levels));
    f->levels[f->depth++] =
        (struct filter_level){.rows = *rows, .label = whole};
    *rows = (struct rowset){0};
    change(f);
}

bool filter_drop(struct filter *f)
{
    if (!f->depth)
        return false;
    pop(f);
    change(f);
    return true;
}

bool filter_drop_all(struct filter *f)
{
    bool was = f->depth > 0 || f->is_preview;

    while (f->depth > 0)
        pop(f);
    if (was)
        change(f);
    return was;
}

void filter_preview(struct filter *f, const struct rowset *rows,
                    const char *label, bool is_partial)
{
    char *whole = whole_label(f, label);
    struct list_filter shown = {rows, whole, is_partial};

    f->is_preview = true;
    list_pane_filter(f->pane, &shown);
    free(whole);
}

void filter_end_preview(struct filter *f)
{
    if (f->is_preview)
        show(f);
}

void filter_forget(struct filter *f)
{
    while (f->depth > 0)
        pop(f);
    f->is_preview = false;
    generation_change(f->generation, SUBJECT_FILTER);
}
