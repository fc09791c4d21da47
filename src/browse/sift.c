#include "browse/sift.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "text/clean.h"
#include "ui/list_pane.h"
#include "ui/number.h"

#define FIRST_PAGE_MS 4   /* and no longer than the first page takes */
#define FIRST_PAGE    100 /* rows: more than most screens show */

/* Let go what was found; the words and where it began stay. */
static void stop(struct sift *s)
{
    list_search_clear(&s->found);
    s->stamp = (struct stamp){0};
    s->is_revealed = false;
    s->error = (struct err){0};
}

void sift_clear(struct sift *s)
{
    stop(s);
    free(s->text);
    *s = (struct sift){0};
}

void sift_begin(struct sift *s, struct view *v)
{
    sift_clear(s);
    s->began = view_place(v);
    view_bring(v, FRAME_LIST);
}

static void back_to_began(const struct sift *s, struct view *v)
{
    filter_end_preview(&v->filter);
    view_restore(v, &s->began, NULL);
}

static char *label_of(const struct sift *s)
{
    char *words = clean_copy(s->text);
    struct str label = {0};

    if (!s->found.is_near)
        return words;
    str_addf(&label, _("%s (sounds near)"), words);
    free(words);
    return str_take(&label);
}

static void show(const struct sift *s, struct view *v)
{
    char *label = label_of(s);

    filter_preview(&v->filter, scan_found(s->found.scan), label,
                   !scan_is_done(s->found.scan));
    free(label);
}

/* What matches in the first row that the reader is led to is seen; from then on
 * the view is his. */
static void reveal(struct sift *s, struct view *v)
{
    struct light light = sift_light(s, v);

    if (s->is_revealed || sift_count(s) == 0)
        return;
    view_reveal(v, &light);
    s->is_revealed = true;
}

static bool first_page_is_known(const struct sift *s)
{
    return sift_is_done(s) || sift_count(s) >= FIRST_PAGE;
}

static void start(struct sift *s, struct view *v, char **trouble)
{
    struct err e = {0};

    free(*trouble);
    *trouble = NULL;
    if (list_search_start(&s->found, v->list, s->text, strlen(s->text),
                          s->began.list.row > 0 ? s->began.list.row : 1,
                          filter_rows(&v->filter), &e))
        s->stamp = generation_stamp(&v->generation, ON_LIST | ON_FILTER);
    else if (e.code != ERR_NONE)
        *trouble = clean_copy(e.msg);
}

void sift_type(struct sift *s, struct view *v, const char *text, size_t len,
               char **trouble)
{
    stop(s);
    free(s->text);
    s->text = xmemdup(text, len);
    back_to_began(s, v);
    view_bring(v, FRAME_LIST);
    start(s, v, trouble);
    if (!s->found.scan)
        return;
    for (int ms = 0; ms < FIRST_PAGE_MS && !first_page_is_known(s); ms++)
        list_search_step(&s->found, 1, &s->error);
    show(s, v);
    list_pane_goto(view_list_pane(v), s->began.list.row);
    reveal(s, v);
}

void sift_look(struct sift *s, struct view *v)
{
    if (generation_holds(&v->generation, s->stamp))
        return;
    stop(s);
    filter_end_preview(&v->filter);
}

void sift_step(struct sift *s, struct view *v, int milliseconds)
{
    assert(generation_holds(&v->generation, s->stamp));
    if (!s->found.scan || scan_is_done(s->found.scan))
        return;
    if (!list_search_step(&s->found, milliseconds, &s->error))
        return;
    show(s, v);
    reveal(s, v);
}

bool sift_is_done(const struct sift *s)
{
    return !s->found.scan || scan_is_done(s->found.scan);
}

int64_t sift_count(const struct sift *s)
{
    return s->found.scan ? scan_found(s->found.scan)->count : 0;
}

void sift_keep(struct sift *s, struct view *v, struct search *search)
{
    struct pane *list = view_list_pane(v);
    struct rowset rows = {0};
    char *label = label_of(s);

    assert(s->found.scan && scan_is_done(s->found.scan) &&
           !scan_failed(s->found.scan));
    assert(generation_holds(&v->generation, s->stamp));
    rowset_copy(&rows, scan_found(s->found.scan));
    view_narrow(v, &rows, label, &s->began);
    free(label);
    search_clear(search);
    search->text = xstrdup(s->text);
    search->pane = FRAME_LIST;
    search_adopt(search, v,
                 list_pane_find_all(list, s->found.query, s->found.is_near));
    sift_clear(s);
}

void sift_drop(struct sift *s, struct view *v)
{
    filter_end_preview(&v->filter);
    sift_clear(s);
}

void sift_give_up(struct sift *s, struct view *v)
{
    back_to_began(s, v);
    sift_clear(s);
}

struct light sift_light(const struct sift *s, const struct view *v)
{
    return (struct light){.query = s->found.query, .list = v->list};
}

void sift_note(const struct sift *s, struct str *out)
{
    if (s->error.code != ERR_NONE) {
        clean_append(out, s->error.msg, strlen(s->error.msg), CLEAN_SCREEN);
        return;
    }
    if (!s->found.scan)
        return;
    if (s->found.is_near && sift_count(s) > 0)
        str_addf(out, "%s ", _("sounds near:"));
    number_append(out, sift_count(s));
    if (!scan_is_done(s->found.scan))
        str_addc(out, '+');
}
