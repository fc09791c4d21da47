#include "import/store.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

static bool store_notices(struct edition_writer *w, const struct draft *d,
                          struct err *e)
{
    for (size_t i = 0; i < d->notice_count; i++) {
        const struct draft_notice *n = &d->notices[i];
        const struct write_notice row = {.id = (int64_t)i + 1,
                                         .title = n->title,
                                         .doc_number = n->doc_number,
                                         .issuer = n->issuer,
                                         .addressee = n->addressee,
                                         .issued_on = n->issued_on,
                                         .kind = n->kind,
                                         .status = n->status,
                                         .url = n->url,
                                         .source = n->source};

        if (!edition_writer_notice(w, &row, e))
            return false;
    }
    return true;
}

static bool store_particulars(struct edition_writer *w, const struct draft *d,
                              size_t notice, struct err *e)
{
    const struct draft_notice *n = &d->notices[notice];

    for (size_t i = 0; i < n->particular_count; i++) {
        const struct write_particular row = {.notice = (int64_t)notice + 1,
                                             .seq = (int64_t)i + 1,
                                             .name = n->particulars[i].name,
                                             .value = n->particulars[i].value};

        if (!edition_writer_particular(w, &row, e))
            return false;
    }
    return true;
}

static bool store_blocks(struct edition_writer *w, const struct draft *d,
                         size_t notice, struct err *e)
{
    const struct draft_notice *n = &d->notices[notice];

    for (size_t i = 0; i < n->block_count; i++) {
        const struct draft_block *b = &n->blocks[i];
        const struct write_block row = {.notice = (int64_t)notice + 1,
                                        .seq = (int64_t)i + 1,
                                        .role = b->role,
                                        .level = b->level,
                                        .text = b->text,
                                        .raw = b->raw};

        if (!edition_writer_block(w, &row, e))
            return false;
    }
    return true;
}

static bool store_citations(struct edition_writer *w, const struct draft *d,
                            size_t notice, struct err *e)
{
    const struct draft_notice *n = &d->notices[notice];

    for (size_t i = 0; i < n->citation_count; i++) {
        const struct draft_citation *c = &n->citations[i];
        const struct write_citation row = {.notice = (int64_t)notice + 1,
                                           .block = (int64_t)c->block + 1,
                                           .start = (int64_t)c->start,
                                           .length = (int64_t)c->length,
                                           .title = c->title,
                                           .doc_number = c->number,
                                           .target = c->target + 1};

        if (!edition_writer_citation(w, &row, e))
            return false;
    }
    return true;
}

static bool store_rows(struct edition_writer *w, const struct draft_list *l,
                       struct err *e)
{
    struct write_cell *cells = xcalloc(l->column_count, sizeof(*cells));
    bool ok = true;

    for (size_t r = 0; ok && r < l->row_count; r++) {
        for (size_t c = 0; c < l->column_count; c++) {
            const char *text = l->rows[r].cells[c];

            cells[c] = (struct write_cell){text, strlen(text)};
        }
        ok = edition_writer_row(w, cells, e);
    }
    free(cells);
    return ok;
}

static bool store_lines(struct edition_writer *w, const struct draft_list *l,
                        int64_t annex, enum line_place place, struct err *e)
{
    for (size_t i = 0; i < l->around[place].count; i++) {
        const struct write_annex_line row = {.annex = annex,
                                             .place = place,
                                             .seq = (int64_t)i + 1,
                                             .text = l->around[place].items[i]};

        if (!edition_writer_annex_line(w, &row, e))
            return false;
    }
    return true;
}

static bool store_list(struct edition_writer *w, const struct draft_list *l,
                       int64_t annex, struct err *e)
{
    struct write_field *fields = xcalloc(l->column_count, sizeof(*fields));
    bool ok;

    for (size_t c = 0; c < l->column_count; c++) {
        fields[c] = (struct write_field){.name = l->columns[c].name,
                                         .kind = l->columns[c].kind,
                                         .origin = l->columns[c].origin};
    }
    ok = edition_writer_list(w, annex, fields, l->column_count, e) &&
         store_rows(w, l, e) && store_lines(w, l, annex, LINE_ABOVE, e) &&
         store_lines(w, l, annex, LINE_BELOW, e);
    for (size_t g = 0; ok && g < l->gaps.count; g++)
        ok = edition_writer_gap(w, annex, (int64_t)l->gaps.items[g].after_row,
                                l->gaps.items[g].first, l->gaps.items[g].last,
                                e);
    free(fields);
    return ok;
}

/* `*id` is the last annex id that was given. */
static bool store_annexes(struct edition_writer *w, const struct draft *d,
                          size_t notice, int64_t *id, struct err *e)
{
    const struct draft_notice *n = &d->notices[notice];

    for (size_t i = 0; i < n->annex_count; i++) {
        const struct draft_annex *a = &n->annexes[i];
        const struct write_annex row = {
            .id = ++*id,
            .notice = (int64_t)notice + 1,
            .seq = (int64_t)i + 1,
            .number = a->number,
            .title = a->title,
            .kind = a->kind,
            .held = a->list || a->book || a->block >= 0,
            .has_table = a->list || a->book,
            .stated_total = a->stated_total,
            .block_seq = a->block < 0 ? -1 : a->block + 1,
            .file = a->file};

        if (!edition_writer_annex(w, &row, e) ||
            (a->list && !store_list(w, a->list, *id, e)))
            return false;
    }
    return true;
}

static bool store_mentions(struct edition_writer *w, const struct draft *d,
                           struct err *e)
{
    int64_t *first = xcalloc(d->notice_count + 1, sizeof(*first));
    bool ok = true;

    first[0] = 1;
    for (size_t i = 0; i < d->notice_count; i++)
        first[i + 1] = first[i] + (int64_t)d->notices[i].annex_count;
    for (size_t i = 0; ok && i < d->mention_count; i++) {
        const struct draft_mention *m = &d->mentions[i];

        ok = edition_writer_mention(
            w, first[m->list_notice] + (int64_t)m->annex, (int64_t)m->row + 1,
            (int64_t)m->notice + 1, (int64_t)m->block + 1, e);
    }
    free(first);
    return ok;
}

bool store_draft(struct edition_writer *w, const struct draft *d,
                 int64_t *annex, struct err *e)
{
    *annex = 0;
    if (!store_notices(w, d, e))
        return false;
    for (size_t i = 0; i < d->notice_count; i++) {
        if (!store_particulars(w, d, i, e) || !store_blocks(w, d, i, e) ||
            !store_citations(w, d, i, e) || !store_annexes(w, d, i, annex, e))
            return false;
    }
    return store_mentions(w, d, e);
}
