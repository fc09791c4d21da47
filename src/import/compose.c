#include "import/compose.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "import/publish.h"
#include "import/store.h"
#include "model/edition_write.h"
#include "model/schema.h"

#define LARGE (8 << 20) /* bytes of tables from which large pages pay */

static bool write_source(struct edition_writer *writer, size_t *number,
                         const char *value, struct err *e)
{
    struct str key = {0};
    bool ok;

    str_addf(&key, "source.%zu", ++*number);
    ok = edition_writer_value(writer, str_text(&key), value, e);
    str_clear(&key);
    return ok;
}

/* Whether the edition that is added to was made of this very file. */
static bool was_source(const struct intake *in, const char *value)
{
    const char *old;

    for (size_t i = 0;
         in->old && (old = old_edition_source(in->old, i)) != NULL; i++) {
        if (strcmp(old, value) == 0)
            return true;
    }
    return false;
}

static bool write_values(struct edition_writer *writer, const struct intake *in,
                         struct err *e)
{
    struct str version = {0};
    size_t number = 0;
    const char *old;
    bool ok;

    str_addf(&version, "%d", SCHEMA_VERSION);
    ok = edition_writer_value(writer, "format", str_text(&version), e) &&
         edition_writer_value(writer, "built_by",
                              "gongwen-import " PACKAGE_VERSION, e);
    str_clear(&version);
    for (size_t i = 0;
         ok && in->old && (old = old_edition_source(in->old, i)) != NULL; i++)
        ok = write_source(writer, &number, old, e);
    for (size_t i = 0; ok && i < in->source_count; i++) {
        const char *value = in->sources[i]->value;

        if (value && !was_source(in, value))
            ok = write_source(writer, &number, value, e);
    }
    return ok;
}

/* Whether one of the files of tables has a list of this title: a newer copy. */
static bool is_renewed(const struct intake *in, const char *title)
{
    for (size_t i = 0; i < in->source_count; i++) {
        const struct list_file *f = &in->sources[i]->book;

        for (size_t l = 0; l < f->count; l++) {
            if (strcmp(f->entries[l].title, title) == 0)
                return true;
        }
    }
    return false;
}

/* The lists of the older edition that belong to no notice. */
static bool write_old_lists(struct intake *in, struct edition_writer *writer,
                            int64_t *annex, struct err *e)
{
    size_t count = in->old ? old_edition_list_count(in->old) : 0;

    for (size_t i = 0; i < count; i++) {
        if (!is_renewed(in, old_edition_list_title(in->old, i)) &&
            !old_edition_write_list(in->old, i, writer, ++*annex, e))
            return false;
    }
    return true;
}

/* The lists that are annexes of documents; those have their ids already, in
 * the order of the draft. */
static bool write_annexed(struct intake *in, struct edition_writer *writer,
                          struct err *e)
{
    int64_t id = 0;
    bool ok = true;

    for (size_t n = 0; ok && n < in->draft.notice_count; n++) {
        const struct draft_notice *notice = &in->draft.notices[n];

        for (size_t i = 0; ok && i < notice->annex_count; i++) {
            size_t book = notice->annexes[i].book;

            id++;
            if (book)
                ok = list_file_write_rows(&in->sources[book - 1]->book, 0, id,
                                          writer, in->tables, &in->watch, e);
        }
    }
    return ok;
}

static bool write_books(struct intake *in, struct edition_writer *writer,
                        int64_t annex, struct err *e)
{
    bool ok = true;

    for (size_t i = 0; ok && i < in->source_count; i++) {
        struct list_file *f = &in->sources[i]->book;

        progress_begin(&in->progress);
        for (size_t l = in->sources[i]->is_annexed; ok && l < f->count; l++) {
            struct write_annex a = {.id = annex + 1,
                                    .seq = annex + 1,
                                    .kind = "list",
                                    .held = true,
                                    .has_table = true,
                                    .block_seq = -1};

            annex++;
            ok = list_file_write(f, l, &a, writer, in->tables, &in->watch, e);
        }
        ok = ok && (f->count == 0 || list_file_same(f, e));
    }
    return ok;
}

static bool is_large(const struct intake *in)
{
    long long size = 0;

    for (size_t i = 0; i < in->source_count; i++)
        size +=
            in->sources[i]->book.count ? in->sources[i]->book.book.in.size : 0;
    return size > LARGE;
}

bool compose_edition(struct intake *in, const char *path, struct err *e)
{
    struct edition_writer *writer = edition_writer_open(path, is_large(in), e);
    int64_t annex = 0;
    bool ok = writer && write_values(writer, in, e) &&
              store_draft(writer, &in->draft, &annex, e) &&
              write_annexed(in, writer, e) &&
              write_old_lists(in, writer, &annex, e) &&
              write_books(in, writer, annex, e) && publish_check_signals(e) &&
              edition_writer_finish(writer, e) && publish_check_signals(e);

    edition_writer_close(writer);
    return ok;
}
