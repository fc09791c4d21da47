#include "import/old_edition.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/edition.h"
#include "model/list.h"
#include "model/notice.h"

struct old_edition {
    struct edition *edition; /* owned */
    size_t *loose;           /* owned: annexes that are lists of no notice */
    size_t loose_count;
};

static void find_loose(struct old_edition *o)
{
    size_t count = edition_annex_count(o->edition);

    o->loose = xcalloc(count, sizeof(*o->loose));
    for (size_t i = 0; i < count; i++) {
        const struct annex_info *a = edition_annex(o->edition, i);

        if (a->notice < 0 && annex_is_list(a))
            o->loose[o->loose_count++] = i;
    }
}

struct old_edition *old_edition_open(const char *path, struct err *e)
{
    struct old_edition *o;
    struct edition *ed = edition_open(path, e);
    enum edition_state state;

    if (!ed)
        return NULL;
    if (edition_is_foreign(ed)) {
        edition_close(ed);
        err_set(e, ERR_FORMAT,
                _("%s: is no edition; what is added to was written by "
                  "gongwen-import"),
                path);
        return NULL;
    }
    state = edition_verify(ed, -1, e);
    if (state != EDITION_SOUND) {
        edition_close(ed);
        if (!e->code)
            err_set(e, ERR_DATA, _("%s: is not as it was published"), path);
        return NULL;
    }
    o = xcalloc(1, sizeof(*o));
    o->edition = ed;
    find_loose(o);
    return o;
}

void old_edition_close(struct old_edition *o)
{
    if (!o)
        return;
    edition_close(o->edition);
    free(o->loose);
    free(o);
}

const char *old_edition_source(const struct old_edition *o, size_t index)
{
    char key[32];

    snprintf(key, sizeof(key), "source.%zu", index + 1);
    return edition_value(o->edition, key);
}

size_t old_edition_list_count(const struct old_edition *o)
{
    return o->loose_count;
}

const char *old_edition_list_title(const struct old_edition *o, size_t index)
{
    return edition_annex(o->edition, o->loose[index])->title;
}

/* A field that is "" in the model is NULL in a draft. */
static void set_if(char **field, const char *text)
{
    if (*text)
        draft_set(field, text);
}

static void take_fields(struct draft_notice *n, const struct notice_info *from)
{
    draft_set(&n->title, from->title);
    draft_set(&n->kind, from->kind);
    draft_set(&n->source, from->source);
    set_if(&n->doc_number, from->doc_number);
    set_if(&n->issuer, from->issuer);
    set_if(&n->addressee, from->addressee);
    set_if(&n->issued_on, from->issued_on);
    set_if(&n->status, from->status);
    set_if(&n->url, from->url);
}

static bool take_text(struct draft_notice *n, struct notice *from,
                      struct err *e)
{
    const struct notice_particular *particulars;
    size_t count;

    for (size_t i = 0; i < notice_block_count(from); i++) {
        const struct block *b = notice_block(from, i, e);
        struct draft_block *to;

        if (!b)
            return false;
        to = draft_add_block(n);
        to->role = b->role;
        to->level = b->level;
        to->text = xmemdup(b->text, b->len);
        to->raw = b->raw ? xmemdup(b->raw, b->raw_len) : NULL;
    }
    if (!notice_particulars(from, &particulars, &count, e))
        return false;
    for (size_t i = 0; i < count; i++)
        draft_add_particular(n, particulars[i].name, particulars[i].value);
    return true;
}

static void take_columns(struct draft_list *to, const struct list *from)
{
    to->column_count = list_column_count(from);
    to->columns = xcalloc(to->column_count, sizeof(*to->columns));
    for (size_t c = 0; c < to->column_count; c++) {
        const struct list_column *column = list_column(from, c);

        to->columns[c].name = xstrdup(column->name);
        to->columns[c].kind = column->kind;
        to->columns[c].origin =
            xstrdup(column->derived ? column->derived : "source");
    }
}

static bool take_rows(struct draft_list *to, struct list *from, struct err *e)
{
    for (int64_t row = 1; row <= list_row_count(from); row++) {
        const struct record *r = list_row(from, row, e);
        struct draft_row *added;

        if (!r)
            return false;
        added = draft_add_row(to);
        for (size_t c = 0; c < to->column_count; c++)
            added->cells[c] = xstrdup(
                r->values[c].kind == VALUE_NULL ? "" : r->values[c].text);
    }
    return true;
}

static bool take_list(struct draft_annex *a, struct edition *ed, size_t annex,
                      struct err *e)
{
    struct list *from = list_open(ed, annex, e);
    bool ok;

    if (!from)
        return false;
    a->list = xcalloc(1, sizeof(*a->list));
    take_columns(a->list, from);
    ok = take_rows(a->list, from, e);
    for (size_t i = 0; i < list_gap_count(from); i++) {
        const struct list_gap *gap = list_gap(from, i);

        draft_add_gap(&a->list->gaps, (size_t)gap->after_row, gap->first,
                      gap->last);
    }
    for (enum line_place place = 0; place < LINE_PLACE_COUNT; place++) {
        for (size_t i = 0; i < list_line_count(from, place); i++)
            draft_add_line(&a->list->around[place], list_line(from, place, i));
    }
    list_close(from);
    return ok;
}

static bool take_annexes(struct draft_notice *n, struct edition *ed,
                         const struct notice_info *from, struct err *e)
{
    static const char *const kinds[] = {
        [ANNEX_LIST] = "list",
        [ANNEX_FORM] = "form",
        [ANNEX_DOCUMENT] = "document",
    };

    for (size_t i = 0; i < from->annex_count; i++) {
        size_t index = from->first_annex + i;
        const struct annex_info *a = edition_annex(ed, index);
        struct draft_annex *to = draft_add_annex(n);

        to->number = xstrdup(a->number);
        to->title = xstrdup(a->title);
        to->kind = kinds[a->kind];
        to->stated_total = a->stated_total;
        to->block = a->block_seq > 0 ? (int)a->block_seq - 1 : -1;
        set_if(&to->file, a->file);
        if (annex_is_list(a) && !take_list(to, ed, index, e))
            return false;
    }
    return true;
}

bool old_edition_read(struct old_edition *o, struct draft *d, struct err *e)
{
    for (size_t i = 0; i < edition_notice_count(o->edition); i++) {
        const struct notice_info *from = edition_notice(o->edition, i);
        struct notice *text = notice_open(o->edition, i, e);
        struct draft_notice *n;
        bool ok;

        if (!text)
            return false;
        n = draft_add_notice(d);
        take_fields(n, from);
        ok = take_text(n, text, e) && take_annexes(n, o->edition, from, e);
        notice_close(text);
        if (!ok)
            return false;
    }
    return true;
}

/* ---- a list without a notice, row by row ---- */

static bool write_head(const struct list *from, const struct annex_info *a,
                       struct edition_writer *w, int64_t id, struct err *e)
{
    const struct write_annex to = {.id = id,
                                   .seq = id,
                                   .number = a->number,
                                   .title = a->title,
                                   .kind = "list",
                                   .held = true,
                                   .has_table = true,
                                   .stated_total = a->stated_total,
                                   .block_seq = -1,
                                   .file = a->file};
    size_t count = list_column_count(from);
    struct write_field *fields = xcalloc(count, sizeof(*fields));
    bool ok;

    for (size_t c = 0; c < count; c++) {
        const struct list_column *column = list_column(from, c);

        fields[c] = (struct write_field){
            .name = column->name,
            .kind = column->kind,
            .origin = column->derived ? column->derived : "source"};
    }
    ok = edition_writer_annex(w, &to, e) &&
         edition_writer_list(w, id, fields, count, e) &&
         edition_writer_scan(w, id, e);
    free(fields);
    return ok;
}

static bool write_rows(struct list *from, struct edition_writer *w,
                       struct err *e)
{
    size_t count = list_column_count(from);
    struct write_cell *cells = xcalloc(count, sizeof(*cells));
    bool ok = true;

    for (int64_t row = 1; ok && row <= list_row_count(from); row++) {
        const struct record *r = list_row(from, row, e);

        ok = r != NULL;
        for (size_t c = 0; ok && c < count; c++)
            cells[c] = (struct write_cell){
                r->values[c].text,
                r->values[c].kind == VALUE_NULL ? 0 : r->values[c].len};
        ok = ok && edition_writer_row(w, cells, e);
    }
    free(cells);
    return ok;
}

static bool write_rest(const struct list *from, struct edition_writer *w,
                       int64_t id, struct err *e)
{
    for (size_t i = 0; i < list_gap_count(from); i++) {
        const struct list_gap *gap = list_gap(from, i);

        if (!edition_writer_gap(w, id, gap->after_row, gap->first, gap->last,
                                e))
            return false;
    }
    for (enum line_place place = 0; place < LINE_PLACE_COUNT; place++) {
        for (size_t i = 0; i < list_line_count(from, place); i++) {
            const struct write_annex_line line = {
                .annex = id,
                .place = place,
                .seq = (int64_t)i + 1,
                .text = list_line(from, place, i)};

            if (!edition_writer_annex_line(w, &line, e))
                return false;
        }
    }
    return true;
}

bool old_edition_write_list(struct old_edition *o, size_t index,
                            struct edition_writer *w, int64_t id, struct err *e)
{
    size_t annex = o->loose[index];
    struct list *from = list_open(o->edition, annex, e);
    bool ok = from &&
              write_head(from, edition_annex(o->edition, annex), w, id, e) &&
              write_rows(from, w, e) && edition_writer_scan_end(w, e) &&
              write_rest(from, w, id, e);

    list_close(from);
    return ok;
}
