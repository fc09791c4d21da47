#include "print/print_whole.h"

#include "print/print_list.h"
#include "print/print_miss.h"
#include "print/print_notice.h"
#include "ui/annex_text.h"

static bool print_lists(struct printer *p, struct print_lists *lists,
                        struct err *e)
{
    const struct print_format *f = p->format;

    if (f->begin_lists && !f->begin_lists(p, e))
        return false;
    for (size_t i = 0; i < lists->len; i++) {
        if (!print_list(p, lists->items[i], NULL, NULL, true, e))
            return false;
        if (f->is_table)
            print_miss_gaps(p, lists->items[i]);
        print_lists_drop(lists, i);
    }
    return true;
}

/* A line for each annex of the notice that is not in the file, nor in the
 * notice's own text. */
static bool print_absences(struct printer *p, int notice, struct err *e)
{
    bool ok = true;

    for (size_t i = 0; ok && i < edition_annex_count(p->ed); i++) {
        const struct annex_info *annex = edition_annex(p->ed, i);
        struct str line = {0};

        if (annex->notice != notice || annex_is_list(annex) ||
            annex_is_text(annex))
            continue;
        annex_text_absent(&line, annex);
        ok = p->format->absent(p, str_text(&line), e);
        str_clear(&line);
    }
    return ok;
}

static bool print_all(struct printer *p, int notice,
                      const struct print_source *source,
                      struct print_lists *lists, struct err *e)
{
    const struct print_format *f = p->format;
    struct print_start start = {
        .shape = SHAPE_WHOLE,
        .has_notice =
            source->notice != NULL && (!f->is_table || lists->len == 0),
        .title = source->info ? source->info->title : edition_path(p->ed),
    };

    if (f->begin && !f->begin(p, &start, e))
        return false;
    if (start.has_notice && !print_notice(p, source, e))
        return false;
    return print_lists(p, lists, e) &&
           (!f->absent || print_absences(p, notice, e)) &&
           (!f->end || f->end(p, e));
}

bool print_whole(struct printer *p, int notice, struct print_lists *lists,
                 struct err *e)
{
    struct print_source source = {0};
    bool ok = notice < 0 || print_source_open(&source, p, (size_t)notice, e);

    ok = ok && print_all(p, notice, &source, lists, e);
    print_source_close(&source);
    return ok;
}
