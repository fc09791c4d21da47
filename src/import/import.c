#include "import/import.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "import/cite.h"
#include "import/draft.h"
#include "import/grid_rows.h"
#include "import/list_file.h"
#include "import/mention.h"
#include "import/page_list.h"
#include "import/progress.h"
#include "import/publish.h"
#include "import/reader.h"
#include "import/recognise.h"
#include "import/store.h"
#include "model/edition_write.h"
#include "model/schema.h"
#include "text/clean.h"

#define LARGE (8 << 20) /* bytes of tables from which large pages pay */

struct work {
    struct list_watch watch;
    struct progress progress;
    struct unit_tables *tables;
    struct decode decode;
    const struct import_options *o;
    struct str *report, *remarks;
    struct draft draft;
    char **sources;          /* "name, xxh3 digest", one for each file */
    struct list_file *books; /* of the files of tables, else empty */
};

static void report_lines(struct work *w, const struct page *p)
{
    for (size_t i = 0; i < p->count; i++) {
        const char *fate = p->lines[i].fate;

        if (w->o->report)
            str_addf(w->report, "%s:%zu: %s\n", p->source.name, i + 1, fate);
        if (w->o->verbose && p->lines[i].left_out)
            str_addf(w->remarks, "%s:%zu: %s\n", p->source.name, i + 1, fate);
    }
}

/* What is to be told of the documents from `first` on. */
static void tell_remarks(struct work *w, const struct page *p, size_t first)
{
    for (size_t i = first; i < w->draft.notice_count; i++) {
        const struct draft_notice *n = &w->draft.notices[i];

        for (size_t r = 0; r < n->remarks.count; r++)
            str_addf(w->remarks, "%s: %s\n", p->source.name,
                     n->remarks.items[r]);
    }
}

/* On a terminal, how far the work is; and whether to stop. */
static bool went_on(struct list_watch *watch, const char *path, bool written,
                    int64_t rows, struct err *e)
{
    struct work *w = (struct work *)watch; /* its first member */

    progress_rows(&w->progress, path, written, rows);
    return publish_check_signals(e);
}

static struct table_options table_options(const struct import_options *o)
{
    (void)o;
    return (struct table_options){0};
}

/* The book is open, or a reader opens it. `in` is taken. */
static bool take_book(struct work *w, size_t index, const struct reader *reader,
                      struct grid *grid, struct input *in, struct err *e)
{
    struct list_file *f = &w->books[index];
    struct table_options options = table_options(w->o);
    char *title = w->o->title ? clean_copy(w->o->title) : NULL;
    struct str source = {0};
    bool ok = true;

    progress_begin(&w->progress);
    f->book.in = *in;
    f->book.remarks = w->remarks;
    *in = (struct input){.fd = -1};
    if (grid)
        grid_rows_book(&f->book, grid);
    else
        ok = reader->open_book(&f->book, e);
    ok = ok && list_file_check(f, &options, title, w->tables, &w->watch, e);
    if (ok) {
        str_addf(&source, "%s, xxh3 %s", f->book.in.name, f->digest);
        w->sources[index] = str_take(&source);
    }
    free(title);
    return ok;
}

static bool take_page(struct work *w, size_t index, const struct reader *reader,
                      struct input *in, struct err *e)
{
    size_t before = w->draft.notice_count;
    struct page p = {0};
    struct str source = {0};
    bool ok = reader_read_page(reader, &p, in, e);
    struct grid *list = ok ? page_list_read(&p) : NULL;

    if (list) {
        page_clear(&p);
        return take_book(w, index, NULL, list, in, e);
    }
    ok = ok && recognise_page(&p, &w->draft, w->tables, NULL, e);
    if (ok && w->draft.notice_count == before)
        ok = err_set(e, ERR_DATA, _("%s: no text of a document in it"),
                     in->path);
    if (ok) {
        report_lines(w, &p);
        tell_remarks(w, &p, before);
        str_addf(&source, "%s, xxh3 %s", p.source.name, p.source.digest);
        w->sources[index] = str_take(&source);
    }
    page_clear(&p);
    return ok;
}

static bool take_file(struct work *w, size_t index, struct err *e)
{
    struct input in;
    const struct reader *reader;
    bool ok = false;

    if (input_open(&in, w->o->files[index], &w->decode, e) &&
        (reader = reader_for(&in, e)) != NULL)
        ok = reader->open_book ? take_book(w, index, reader, NULL, &in, e)
                               : take_page(w, index, reader, &in, e);
    input_close(&in);
    return ok;
}

static bool take_files(struct work *w, struct err *e)
{
    bool ok = true;

    for (size_t i = 0; ok && i < w->o->file_count; i++)
        ok = take_file(w, i, e) && publish_check_signals(e);
    if (ok) {
        cite_all(&w->draft);
        mention_all(&w->draft);
    }
    return ok;
}

static bool write_values(struct edition_writer *writer, const struct work *w,
                         struct err *e)
{
    struct str version = {0};
    bool ok;

    str_addf(&version, "%d", SCHEMA_VERSION);
    ok = edition_writer_value(writer, "format", str_text(&version), e) &&
         edition_writer_value(writer, "built_by",
                              "gongwen-import " PACKAGE_VERSION, e);
    str_clear(&version);
    for (size_t i = 0; ok && i < w->o->file_count; i++) {
        struct str key = {0};

        str_addf(&key, "source.%zu", i + 1);
        ok = edition_writer_value(writer, str_text(&key), w->sources[i], e);
        str_clear(&key);
    }
    return ok;
}

static bool write_books(struct work *w, struct edition_writer *writer,
                        int64_t annex, struct err *e)
{
    bool ok = true;

    for (size_t i = 0; ok && i < w->o->file_count; i++) {
        struct list_file *f = &w->books[i];

        progress_begin(&w->progress);
        for (size_t l = 0; ok && l < f->count; l++) {
            struct write_annex a = {.id = annex + 1,
                                    .seq = annex + 1,
                                    .kind = "list",
                                    .held = true,
                                    .has_table = true,
                                    .block_seq = -1};

            annex++;
            ok = list_file_write(f, l, &a, writer, w->tables, &w->watch, e);
        }
        ok = ok && (f->count == 0 || list_file_same(f, e));
    }
    return ok;
}

static bool is_large(const struct work *w)
{
    long long size = 0;

    for (size_t i = 0; i < w->o->file_count; i++)
        size += w->books[i].count ? w->books[i].book.in.size : 0;
    return size > LARGE;
}

static bool write_edition(struct work *w, const char *path, struct err *e)
{
    struct edition_writer *writer = edition_writer_open(path, is_large(w), e);
    int64_t annex = 0;
    bool ok = writer && write_values(writer, w, e) &&
              store_draft(writer, &w->draft, &annex, e) &&
              write_books(w, writer, annex, e) && publish_check_signals(e) &&
              edition_writer_finish(writer, e) && publish_check_signals(e);

    edition_writer_close(writer);
    return ok;
}

static bool refuse_own_source(const struct work *w, const struct publish *p,
                              struct err *e)
{
    for (size_t i = 0; i < w->o->file_count; i++) {
        if (publish_replaces(p, w->o->files[i]))
            return err_set(e, ERR_USAGE,
                           _("%s: would be replaced by what is made of it"),
                           w->o->files[i]);
    }
    return true;
}

bool import_run(const struct import_options *o, struct str *report,
                struct str *remarks, struct err *e)
{
    struct work w = {
        .watch.went_on = went_on, .o = o, .report = report, .remarks = remarks};
    struct publish p = {0};
    bool ok;

    w.sources = xcalloc(o->file_count, sizeof(*w.sources));
    w.books = xcalloc(o->file_count, sizeof(*w.books));
    w.tables = unit_tables_new();
    progress_init(&w.progress);
    ok = decode_open(&w.decode, e);
    w.decode.forced = o->encoding;
    w.decode.lossy = o->lossy;
    ok = ok && take_files(&w, e) && publish_begin(&p, o->output, e);
    if (ok)
        ok = refuse_own_source(&w, &p, e) &&
             (write_edition(&w, p.temp, e) || err_prefix(e, "%s", o->output)) &&
             publish_commit(&p, e);
    progress_erase(&w.progress);
    publish_clear(&p);
    draft_clear(&w.draft);
    for (size_t i = 0; i < o->file_count; i++) {
        free(w.sources[i]);
        list_file_clear(&w.books[i]);
    }
    decode_close(&w.decode);
    free(w.sources);
    free(w.books);
    unit_tables_free(w.tables);
    return ok;
}
