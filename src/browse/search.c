#include "browse/search.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "text/clean.h"
#include "ui/number.h"

void search_stop(struct search *s)
{
    finder_destroy(s->finder);
    s->finder = NULL;
    s->stamp = (struct stamp){0};
    s->error = (struct err){0};
}

void search_clear(struct search *s)
{
    search_stop(s);
    free(s->text);
    *s = (struct search){0};
}

bool search_start(struct search *s, const struct view *v, char **trouble)
{
    struct err e = {0};
    struct finder *f =
        s->text ? pane_find(v->panes[s->pane], s->text, strlen(s->text), &e)
                : NULL;

    search_stop(s);
    free(*trouble);
    *trouble = e.code == ERR_NONE ? NULL : clean_copy(e.msg);
    if (f)
        search_adopt(s, v, f);
    return f != NULL;
}

void search_adopt(struct search *s, const struct view *v, struct finder *f)
{
    search_stop(s);
    s->finder = f;
    s->stamp = view_stamp(v, s->pane);
}

void search_name(struct search *s, const char *text)
{
    char *copy = xstrdup(text);

    search_clear(s);
    s->text = copy;
    s->pane = FRAME_LIST;
}

void search_look(struct search *s, const struct view *v)
{
    if (!generation_holds(&v->generation, s->stamp))
        search_stop(s);
}

void search_step(struct search *s, int milliseconds)
{
    if (s->finder)
        finder_step(s->finder, milliseconds, &s->error);
}

bool search_is_done(const struct search *s)
{
    return !s->finder || finder_is_done(s->finder);
}

int64_t search_count(const struct search *s)
{
    return s->finder ? finder_count(s->finder) : 0;
}

enum finder_result search_seek(struct search *s, const struct view *v,
                               enum finder_from from, bool backward)
{
    enum finder_result result;

    assert(s->finder && generation_holds(&v->generation, s->stamp));
    result = finder_seek(s->finder, v->panes[s->pane], from, backward);
    if (result == FINDER_MOVED || result == FINDER_WRAPPED) {
        struct light light = finder_light(s->finder);

        view_reveal(v, &light);
    }
    return result;
}

void search_note(const struct search *s, const struct view *v, struct str *out)
{
    int64_t at;

    if (s->error.code != ERR_NONE) {
        clean_append(out, s->error.msg, strlen(s->error.msg), CLEAN_SCREEN);
        return;
    }
    if (!s->finder)
        return;
    assert(generation_holds(&v->generation, s->stamp));
    if (finder_is_near(s->finder))
        str_addf(out, "%s ", _("sounds near:"));
    at = finder_rank(s->finder, v->panes[s->pane]);
    if (at) {
        number_append(out, at);
        str_addc(out, '/');
    }
    number_append(out, search_count(s));
    if (!search_is_done(s))
        str_addc(out, '+');
}
