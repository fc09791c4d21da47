#include "import/intake.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "import/cite.h"
#include "import/explain.h"
#include "import/growth.h"
#include "import/grid_rows.h"
#include "import/linked.h"
#include "import/mention.h"
#include "import/page_list.h"
#include "import/publish.h"
#include "import/reader.h"
#include "import/recognise.h"
#include "import/source.h"
#include "import/summary.h"
#include "import/watchdog.h"
#include "import/words.h"

/* On a terminal, how far the work is; and whether to stop. */
static bool went_on(struct list_watch *watch, const char *path, bool written,
                    int64_t rows, struct err *e)
{
    struct intake *in = (struct intake *)watch; /* its first member */

    progress_rows(&in->progress, path, written, rows);
    return publish_check_signals(e);
}

static struct intake_source *add_source(struct intake *in)
{
    struct intake_source *source = xcalloc(1, sizeof(*source));

    in->sources = mem_grow(in->sources, in->source_count, &in->source_cap,
                           sizeof(struct intake_source *));
    in->sources[in->source_count++] = source;
    source->number = in->source_count;
    return source;
}

bool intake_begin(struct intake *in, const struct import_options *o,
                  struct import_talk *talk, struct err *e)
{
    bool ok;

    *in = (struct intake){.watch.went_on = went_on, .o = o, .talk = talk};
    for (size_t i = 0; i < o->library.count; i++)
        add_source(in);
    in->tables = unit_tables_new();
    progress_init(&in->progress);
    ok = decode_open(&in->decode, e);
    if (ok && o->base)
        ok = (in->old = old_edition_open(o->base, e)) != NULL;
    in->decode.forced = o->encoding;
    in->decode.lossy = o->lossy;
    return ok;
}

void intake_clear(struct intake *in)
{
    progress_erase(&in->progress);
    draft_clear(&in->draft);
    for (size_t i = 0; i < in->source_count; i++) {
        list_file_clear(&in->sources[i]->book);
        free(in->sources[i]->value);
        free(in->sources[i]->path);
        free(in->sources[i]);
    }
    free(in->sources);
    old_edition_close(in->old);
    decode_close(&in->decode);
    unit_tables_free(in->tables);
}

/* ---- documents ---- */

/* What is to be told of the documents from `first` on. */
static void tell_remarks(struct intake *in, const struct page *p, size_t first)
{
    struct import_talk *talk = in->talk;
    size_t before = talk->remarks.len;

    str_append(&talk->remarks, str_text(&p->warnings), p->warnings.len);
    for (size_t i = first; i < in->draft.notice_count; i++) {
        const struct draft_notice *n = &in->draft.notices[i];

        for (size_t r = 0; r < n->remarks.count; r++)
            str_addf(&talk->remarks, "%s: %s\n", p->source.name,
                     n->remarks.items[r]);
    }
    talk->is_doubtful = talk->is_doubtful || talk->remarks.len > before;
}

static void tell_page(struct intake *in, const struct page *p, size_t first)
{
    tell_remarks(in, p, first);
    if (in->o->verbose)
        explain_left_out(&in->talk->remarks, p);
    if (in->o->explain)
        explain_page(&in->talk->lines, p);
    for (size_t i = first; i < in->draft.notice_count; i++)
        summary_document(&in->talk->lines, p->source.name,
                         &in->draft.notices[i]);
}

/* ---- files of tables ---- */

/* Whether nothing is held of it yet. */
static bool is_open(const struct draft_annex *a)
{
    return !a->list && !a->book && a->block < 0;
}

/* Whether the list is this annex: by the number that is told, else by the name
 * of the file that the page links to, or by its title. */
static bool is_annex(const struct draft_annex *a, const char *number,
                     const struct list_file *f)
{
    if (!is_open(a))
        return false;
    if (number)
        return strcmp(a->number, number) == 0;
    return (a->file && linked_means(a->file, f->book.in.name)) ||
           words_same(a->title, f->entries[0].title);
}

/* The first list of the source becomes the annex. */
static void hold(struct draft_annex *a, struct intake_source *source)
{
    a->book = source->number;
    a->kind = "list";
    if (a->stated_total < 0)
        a->stated_total = source->book.entries[0].list.table.stated_total;
    if (!*a->title)
        draft_set(&a->title, source->book.entries[0].title);
    source->is_annexed = true;
}

/* The first list of the source becomes the annex of the last document before
 * it that announces such a one. False with `e` filled where the user names one
 * that none has. */
static bool annex_book(struct intake *in, struct intake_source *source,
                       const char *number, struct err *e)
{
    for (size_t n = in->draft.notice_count; n > 0; n--) {
        struct draft_notice *notice = &in->draft.notices[n - 1];

        for (size_t i = 0; i < notice->annex_count; i++) {
            struct draft_annex *a = &notice->annexes[i];

            if (!is_annex(a, number, &source->book))
                continue;
            hold(a, source);
            return true;
        }
    }
    return !number ||
           err_set(e, ERR_USAGE,
                   _("%s: no document before it has an annex %s that is not "
                     "held yet"),
                   source->book.book.in.path, number);
}

/* What is known of a source before it is read. */
struct told {
    const struct correction *correction;
    struct draft_annex *annex; /* that its first list is; NULL: to be found */
    const char *page;          /* that links to it, its name; NULL: none */
};

static const struct correction nothing;

/* A reader opens the book, or it is the table `grid` of a page, which is taken.
 * `input` is taken too. */
static bool take_book(struct intake *in, struct intake_source *source,
                      const struct told *told, const struct reader *reader,
                      struct grid *grid, struct input *input, struct err *e)
{
    struct list_file *f = &source->book;
    const struct correction *c = told->correction;
    struct table_options options = correction_table(c);
    const char *title = c->fields[CORRECT_TITLE];
    size_t before = in->talk->remarks.len;
    struct str value = {0};
    bool ok = true;

    progress_begin(&in->progress);
    f->book.in = *input;
    f->book.remarks = &in->talk->remarks;
    *input = (struct input){.fd = -1};
    if (grid)
        grid_rows_book(&f->book, grid);
    else
        ok = reader->open_book(&f->book, e);
    ok = ok && list_file_check(f, &options, title, in->tables, &in->watch, e) &&
         (told->annex || annex_book(in, source, c->fields[CORRECT_ANNEX], e));
    if (!ok) {
        str_truncate(&in->talk->remarks, before);
        list_file_clear(f);
        return false;
    }
    if (told->annex)
        hold(told->annex, source);
    in->talk->is_doubtful =
        in->talk->is_doubtful || in->talk->remarks.len > before;
    str_addf(&value, "%s, xxh3 %s", f->book.in.name, f->digest);
    source->value = str_take(&value);
    for (size_t i = 0; i < f->count; i++) {
        const struct list_entry *entry = &f->entries[i];

        summary_list(&in->talk->lines, f->book.in.name, entry->title,
                     entry->list.rows, &entry->list.gaps, told->page);
    }
    return true;
}

/* ---- pages ---- */

/* What could not be read is the reason, where something was. */
static bool refuse_empty(const struct page *p, const char *path, struct err *e)
{
    const char *warning = str_text(&p->warnings);

    if (*warning)
        return err_set(e, ERR_DATA, "%.*s", (int)strcspn(warning, "\n"),
                       warning);
    return err_set(e, ERR_DATA, _("%s: no text of a document in it"), path);
}

static bool take_page(struct intake *in, struct intake_source *source,
                      const struct told *told, const struct reader *reader,
                      struct input *input, struct err *e)
{
    const struct correction *c = told->correction;
    size_t before = in->draft.notice_count;
    struct page p = {0};
    struct str value = {0};
    struct grid *list;
    bool ok;

    watchdog_start(input->path);
    ok = reader_read_page(reader, &p, input, e);
    list = ok && !c->no_list ? page_list_read(&p) : NULL;
    if (list) {
        watchdog_stop();
        tell_remarks(in, &p, before);
        page_clear(&p);
        return take_book(in, source, told, NULL, list, input, e);
    }
    if (ok && told->annex)
        ok = err_set(e, ERR_DATA, _("%s: no table in it"), input->path);
    ok = ok && correction_mark(c, &p, e) &&
         recognise_page(&p, &in->draft, in->tables, c, e);
    watchdog_stop();
    if (ok && in->draft.notice_count == before)
        ok = refuse_empty(&p, input->path, e);
    if (ok) {
        tell_page(in, &p, before);
        str_addf(&value, "%s, xxh3 %s", p.source.name, p.source.digest);
        source->value = str_take(&value);
    } else {
        draft_cut(&in->draft, before);
    }
    page_clear(&p);
    return ok;
}

static bool take_source(struct intake *in, struct intake_source *source,
                        const char *path, const struct told *told,
                        struct err *e)
{
    struct input input;
    const struct reader *reader;
    bool ok = false;

    if (input_open(&input, path, &in->decode, e) &&
        (reader = reader_for(&input, e)) != NULL)
        ok = reader->open_book
                 ? take_book(in, source, told, reader, NULL, &input, e)
                 : take_page(in, source, told, reader, &input, e);
    input_close(&input);
    return ok;
}

static void tell_refused(struct intake *in, const struct err *e)
{
    str_addf(&in->talk->remarks, "%s\n", e->msg);
    in->talk->is_doubtful = true;
}

/* ---- files that a page links to ---- */

/* Whether this very file is named as a source, under whatever path. */
static bool is_named(const struct intake *in, const char *path)
{
    const struct library *l = &in->o->library;
    struct stat a, b;

    if (stat(path, &a) < 0)
        return false;
    for (size_t i = 0; i < l->count; i++) {
        if (stat(l->sources[i].path, &b) == 0 && a.st_dev == b.st_dev &&
            a.st_ino == b.st_ino)
            return true;
    }
    return false;
}

/* The file that the page at `page` links to as this annex, where it lies beside
 * it and is not named itself: its first list becomes the annex. */
static bool take_linked(struct intake *in, const char *page,
                        struct draft_annex *annex, struct err *e)
{
    struct err own = {0};
    struct told told = {&nothing, annex, source_basename(page)};
    char *path = linked_beside(page, annex->file, &own);
    struct intake_source *source;

    if (!path) {
        *e = own;
        return own.code == ERR_NONE;
    }
    if (is_named(in, path)) {
        free(path);
        return true;
    }
    source = add_source(in);
    source->path = path;
    return take_source(in, source, path, &told, e);
}

/* What the documents from `first` on, of one page, have for annexes in files
 * beside it. False with `e` filled where the work stops. */
static bool take_all_linked(struct intake *in, const char *page, size_t first,
                            struct err *e)
{
    for (size_t n = first; n < in->draft.notice_count; n++) {
        struct draft_notice *notice = &in->draft.notices[n];

        for (size_t i = 0; i < notice->annex_count; i++) {
            struct draft_annex *a = &notice->annexes[i];
            struct err own = {0};

            if (!a->file || !is_open(a) || take_linked(in, page, a, &own))
                continue;
            if (!publish_check_signals(e))
                return false;
            if (in->o->strict) {
                *e = own;
                return false;
            }
            tell_refused(in, &own);
        }
    }
    return true;
}

/* ---- all ---- */

/* The first `old` documents were there before. */
static bool join(struct intake *in, size_t old, struct err *e)
{
    const struct library *l = &in->o->library;

    if (in->old)
        growth_join(&in->draft, old, &in->talk->lines);
    for (size_t i = 0; i < l->held_count; i++) {
        if (!growth_correct(&in->draft, l->held[i].what, &l->held[i].told,
                            &in->talk->lines, e))
            return false;
    }
    for (size_t i = 0; i < l->removed_count; i++) {
        if (!growth_remove(&in->draft, l->removed[i], e))
            return false;
    }
    return true;
}

bool intake_read(struct intake *in, struct err *e)
{
    bool was_refused = false;
    size_t old;

    if (in->old && !old_edition_read(in->old, &in->draft, e))
        return false;
    old = in->draft.notice_count;
    for (size_t i = 0; i < in->o->library.count; i++) {
        const struct library_source *named = &in->o->library.sources[i];
        const struct told told = {.correction = &named->told};
        size_t before = in->draft.notice_count;
        struct err own = {0};

        if (!publish_check_signals(e))
            return false;
        if (take_source(in, in->sources[i], named->path, &told, &own)) {
            in->taken++;
            if (!take_all_linked(in, named->path, before, e))
                return false;
            continue;
        }
        if (!publish_check_signals(e))
            return false;
        /* The reason of the one before it; the last one's is the failure's. */
        if (was_refused)
            tell_refused(in, e);
        was_refused = true;
        *e = own;
    }
    if (was_refused && ((in->taken == 0 && !in->old) || in->o->strict))
        return false;
    if (was_refused)
        tell_refused(in, e);
    if (!join(in, old, e))
        return false;
    cite_all(&in->draft);
    mention_all(&in->draft);
    return publish_check_signals(e);
}
