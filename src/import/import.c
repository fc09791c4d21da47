#include "import/import.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "import/cite.h"
#include "import/draft.h"
#include "import/mention.h"
#include "import/page.h"
#include "import/publish.h"
#include "import/recognise.h"
#include "import/store.h"
#include "import/words.h"
#include "model/edition_write.h"
#include "model/schema.h"

struct work {
    const struct import_options *o;
    struct str *report, *remarks;
    struct draft draft;
    char **sources; /* "name, xxh3 digest", one for each file */
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

static bool take_page(struct work *w, size_t index,
                      const struct unit_tables *tables, struct err *e)
{
    const char *path = w->o->files[index];
    size_t before = w->draft.notice_count;
    struct page p = {0};
    struct str source = {0};
    bool ok =
        page_read(&p, path, e) && recognise_page(&p, &w->draft, tables, e);

    if (ok && w->draft.notice_count == before)
        ok = err_set(e, ERR_DATA, _("%s: no text of a document in it"), path);
    if (ok) {
        report_lines(w, &p);
        str_addf(&source, "%s, xxh3 %s", p.source.name, p.source.digest);
        w->sources[index] = str_take(&source);
    }
    page_clear(&p);
    return ok;
}

static bool take_pages(struct work *w, struct err *e)
{
    struct unit_tables *tables = unit_tables_new();
    bool ok = true;

    for (size_t i = 0; ok && i < w->o->file_count; i++)
        ok = take_page(w, i, tables, e) && publish_check_signals(e);
    unit_tables_free(tables);
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

static bool write_edition(struct work *w, const char *path, struct err *e)
{
    struct edition_writer *writer = edition_writer_open(path, false, e);
    bool ok = writer && write_values(writer, w, e) &&
              store_draft(writer, &w->draft, e) && publish_check_signals(e) &&
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
    struct work w = {.o = o, .report = report, .remarks = remarks};
    struct publish p = {0};
    bool ok;

    w.sources = xcalloc(o->file_count, sizeof(*w.sources));
    ok = take_pages(&w, e) && publish_begin(&p, o->output, e);
    if (ok)
        ok = refuse_own_source(&w, &p, e) &&
             (write_edition(&w, p.temp, e) || err_prefix(e, "%s", o->output)) &&
             publish_commit(&p, e);
    publish_clear(&p);
    draft_clear(&w.draft);
    for (size_t i = 0; i < o->file_count; i++)
        free(w.sources[i]);
    free(w.sources);
    return ok;
}
