#include "import/list_file.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "base/err_file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "import/words.h"

#define TABLES_MAX 64 /* of a sheet, one under the other */

static bool take_digest(const struct input *in, char out[DIGEST_LEN + 1],
                        struct err *e)
{
    struct digest *d = digest_new();
    char *buf = xmalloc(64 << 10);
    ssize_t n = 1;
    off_t at = 0;

    while (n > 0) {
        n = pread(in->fd, buf, 64 << 10, at);
        if (n > 0) {
            digest_add(d, buf, (size_t)n);
            at += n;
        }
    }
    digest_take(d, out);
    digest_free(d);
    free(buf);
    return n == 0 || err_file_read(e, in->path, errno);
}

/* The name of the file without folder and ending. */
static char *stem_of(const struct input *in)
{
    char *stem = xstrdup(in->name);
    char *dot = strrchr(stem, '.');

    if (dot && dot != stem)
        *dot = '\0';
    return stem;
}

/* Sheet1, 工作表2: a name that nobody gave. */
static bool is_given_name(const char *name)
{
    static const char *const made[] = {"Sheet", "sheet", "工作表", "表", NULL};
    const char *start = words_start_any(name, made);
    size_t at;

    if (!start)
        return true;
    at = strlen(start);
    return name[at + strspn(name + at, "0123456789 ()")] != '\0';
}

/* What the list is called: by the user, by its own title, by its sheet where
 * there are several lists, by the file. */
static char *title_of(const struct list_file *f, const struct list_entry *entry,
                      const char *told)
{
    const char *sheet = f->book.sheets[entry->sheet].name;
    char *stem;
    struct str title = {0};

    if (told && f->count == 1)
        return xstrdup(told);
    if (entry->list.table.title)
        return xstrdup(entry->list.table.title);
    stem = stem_of(&f->book.in);
    if (told)
        str_add(&title, told);
    if (f->count > 1 && sheet && (told || is_given_name(sheet))) {
        if (title.len)
            str_addc(&title, ' ');
        str_add(&title, sheet);
    } else if (!title.len) {
        str_add(&title, stem);
        if (f->count > 1 && sheet)
            str_addf(&title, " %s", sheet);
    }
    free(stem);
    return str_take(&title);
}

static bool is_wanted(const struct book_sheet *s, size_t index,
                      const struct table_options *o)
{
    char number[24];

    if (!o->sheet)
        return !s->is_hidden;
    snprintf(number, sizeof(number), "%zu", index + 1);
    return strcmp(o->sheet, number) == 0 ||
           (s->name && strcasecmp(o->sheet, s->name) == 0);
}

/* Sentences and the like: a sheet with text and no table. */
static void tell_no_table(const struct list_file *f, size_t sheet)
{
    const char *name = f->book.sheets[sheet].name;

    if (name && f->book.remarks)
        str_addf(f->book.remarks, _("%s: %s: no table in it, left out\n"),
                 f->book.in.name, name);
}

static bool has_text(struct rows *rows, bool *has, struct err *e)
{
    struct row row = {0};
    bool end = false, ok = rows_rewind(rows, e);

    *has = false;
    while (ok && !end && !*has) {
        ok = rows_next(rows, &row, &end, e);
        *has = ok && !end && table_shape_own_cells(&row, NULL) > 0;
    }
    row_clear(&row);
    return ok;
}

static bool check_sheet(struct list_file *f, size_t sheet,
                        const struct table_options *o,
                        const struct unit_tables *tables,
                        struct list_watch *watch, struct err *e)
{
    struct rows *rows = book_open_sheet(&f->book, sheet, e);
    size_t from = 0, lists = 0;
    bool ok = rows != NULL, found = true, text = true;

    while (ok && found) {
        struct list_entry *entry;
        size_t next;

        f->entries =
            mem_grow(f->entries, f->count, &f->cap, sizeof(*f->entries));
        entry = &f->entries[f->count];
        *entry = (struct list_entry){.sheet = sheet};
        ok = list_survey(&entry->list, rows, from, o, tables, watch, &found, e);
        if (!ok || !found)
            break;
        f->count++;
        lists++;
        next = entry->list.next;
        if (next <= from || next == 0 || o->head_from)
            break;
        from = next;
        if (lists == TABLES_MAX)
            ok = err_set(e, ERR_LIMIT, _("%s: more than %d tables in a sheet"),
                         f->book.in.path, TABLES_MAX);
    }
    if (ok && lists == 0) {
        ok = has_text(rows, &text, e);
        if (ok && text)
            tell_no_table(f, sheet);
    }
    rows_close(rows);
    return ok;
}

static void tell_hidden(const struct list_file *f)
{
    for (size_t i = 0; i < f->book.count; i++) {
        if (f->book.sheets[i].is_hidden && f->book.remarks)
            str_addf(f->book.remarks,
                     _("%s: the sheet %s is hidden, left out (--sheet takes "
                       "it)\n"),
                     f->book.in.name, f->book.sheets[i].name);
    }
}

bool list_file_check(struct list_file *f, const struct table_options *o,
                     const char *title, const struct unit_tables *tables,
                     struct list_watch *watch, struct err *e)
{
    bool ok = take_digest(&f->book.in, f->digest, e), any = false;

    for (size_t i = 0; ok && i < f->book.count; i++) {
        if (!is_wanted(&f->book.sheets[i], i, o))
            continue;
        any = true;
        ok = check_sheet(f, i, o, tables, watch, e);
    }
    if (!ok)
        return false;
    if (!any && o->sheet)
        return err_set(e, ERR_USAGE, _("%s: has no sheet %s"), f->book.in.path,
                       o->sheet);
    if (f->count == 0)
        return err_set(e, ERR_DATA, _("%s: no table in it"), f->book.in.path);
    for (size_t i = 0; i < f->count; i++)
        f->entries[i].title = title_of(f, &f->entries[i], title);
    if (f->book.remarks) {
        if (!o->sheet)
            tell_hidden(f);
    }
    return true;
}

/* ---- writing ---- */

struct writing {
    struct list_sink sink;
    struct edition_writer *writer;
};

static bool write_row(struct list_sink *sink, const struct write_cell *cells,
                      size_t number, struct err *e)
{
    struct writing *w = (struct writing *)sink; /* its first member */

    (void)number;
    return edition_writer_row(w->writer, cells, e);
}

static bool begin_list(const struct list *l, int64_t annex,
                       struct edition_writer *w, struct err *e)
{
    struct write_field *fields = xcalloc(l->count, sizeof(*fields));
    bool ok;

    for (size_t i = 0; i < l->count; i++)
        fields[i] = (struct write_field){.name = l->columns[i].name,
                                         .kind = l->columns[i].kind,
                                         .origin = l->columns[i].origin};
    ok = edition_writer_list(w, annex, fields, l->count, e) &&
         edition_writer_scan(w, annex, e);
    free(fields);
    return ok;
}

static bool write_around(const struct list *l, int64_t annex,
                         struct edition_writer *w, struct err *e)
{
    int64_t above = 0, below = 0;
    bool ok = true;

    for (size_t i = 0; ok && i < l->gaps.count; i++) {
        const struct draft_gap *g = &l->gaps.items[i];

        ok = edition_writer_gap(w, annex, (int64_t)g->after_row, g->first,
                                g->last, e);
    }
    for (size_t i = 0; ok && i < l->table.line_count; i++) {
        const struct table_line *line = &l->table.lines[i];
        struct write_annex_line out = {
            .annex = annex,
            .place = line->is_below ? LINE_BELOW : LINE_ABOVE,
            .seq = line->is_below ? ++below : ++above,
            .text = line->text};

        ok = edition_writer_annex_line(w, &out, e);
    }
    return ok;
}

bool list_file_write_rows(struct list_file *f, size_t index, int64_t annex,
                          struct edition_writer *w,
                          const struct unit_tables *tables,
                          struct list_watch *watch, struct err *e)
{
    struct list_entry *entry = &f->entries[index];
    struct str *remarks = f->book.remarks;
    struct writing writing = {.sink.take = write_row, .writer = w};
    struct rows *rows;
    bool ok;

    f->book.remarks = NULL; /* all was said when it was checked */
    rows = book_open_sheet(&f->book, entry->sheet, e);
    ok = rows && begin_list(&entry->list, annex, w, e) &&
         list_each(&entry->list, rows, tables, &writing.sink, watch, e) &&
         edition_writer_scan_end(w, e) &&
         write_around(&entry->list, annex, w, e);
    rows_close(rows);
    f->book.remarks = remarks;
    return ok;
}

bool list_file_write(struct list_file *f, size_t index, struct write_annex *a,
                     struct edition_writer *w, const struct unit_tables *tables,
                     struct list_watch *watch, struct err *e)
{
    a->title = f->entries[index].title;
    a->stated_total = f->entries[index].list.table.stated_total;
    return edition_writer_annex(w, a, e) &&
           list_file_write_rows(f, index, a->id, w, tables, watch, e);
}

bool list_file_same(struct list_file *f, struct err *e)
{
    char digest[DIGEST_LEN + 1];

    return take_digest(&f->book.in, digest, e) &&
           (strcmp(digest, f->digest) == 0 ||
            err_set(e, ERR_IO, _("%s: changed while it was read"),
                    f->book.in.path));
}

void list_file_clear(struct list_file *f)
{
    for (size_t i = 0; i < f->count; i++) {
        list_clear(&f->entries[i].list);
        free(f->entries[i].title);
    }
    free(f->entries);
    book_close(&f->book);
    *f = (struct list_file){.book.in.fd = -1};
}
