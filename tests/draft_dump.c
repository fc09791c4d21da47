#include "tests/draft_dump.h"

static const char *shown(const char *text)
{
    return text ? text : "-";
}

static void dump_blocks(struct str *out, const struct draft_notice *n)
{
    for (size_t i = 0; i < n->block_count; i++) {
        const struct draft_block *b = &n->blocks[i];

        str_addf(out, "  %zu %s/%d: %s\n", i + 1, role_name(b->role), b->level,
                 b->text);
        if (b->raw)
            str_addf(out, "    raw: %s\n", b->raw);
    }
    for (size_t i = 0; i < n->citation_count; i++) {
        const struct draft_citation *c = &n->citations[i];

        str_addf(out, "  block %zu, %zu+%zu cites %s|%s -> %d\n", c->block + 1,
                 c->start, c->length, c->title, c->number, c->target + 1);
    }
}

/* Of a kind: "#" for whole numbers, else its name. */
static const char *mark_of(enum column_kind kind)
{
    if (kind == COLUMN_TEXT)
        return "";
    return kind == COLUMN_INTEGER ? "#" : column_kind_name(kind);
}

static void dump_list(struct str *out, const struct draft_list *l)
{
    for (size_t c = 0; c < l->column_count; c++)
        str_addf(out, "%s%s%s", c ? " | " : "    ", l->columns[c].name,
                 mark_of(l->columns[c].kind));
    str_addc(out, '\n');
    for (size_t r = 0; r < l->row_count; r++) {
        for (size_t c = 0; c < l->column_count; c++)
            str_addf(out, "%s%s", c ? " | " : "    ", l->rows[r].cells[c]);
        str_addc(out, '\n');
    }
    for (size_t g = 0; g < l->gaps.count; g++)
        str_addf(out, "    gap after row %zu: %lld-%lld\n",
                 l->gaps.items[g].after_row, (long long)l->gaps.items[g].first,
                 (long long)l->gaps.items[g].last);
}

static void dump_annexes(struct str *out, const struct draft_notice *n)
{
    for (size_t i = 0; i < n->annex_count; i++) {
        const struct draft_annex *a = &n->annexes[i];

        str_addf(out, "  annex \"%s\" %s, %s, total %lld\n", a->number,
                 a->title, a->kind, (long long)a->stated_total);
        if (a->list)
            dump_list(out, a->list);
    }
}

void draft_dump(struct str *out, const struct draft *d)
{
    for (size_t i = 0; i < d->notice_count; i++) {
        const struct draft_notice *n = &d->notices[i];

        str_addf(out, "%s: %s\n  number %s, issuer %s, to %s, on %s\n", n->kind,
                 n->title, shown(n->doc_number), shown(n->issuer),
                 shown(n->addressee), shown(n->issued_on));
        str_addf(out, "  url %s, source %s\n", shown(n->url), n->source);
        dump_blocks(out, n);
        dump_annexes(out, n);
    }
    for (size_t i = 0; i < d->mention_count; i++) {
        const struct draft_mention *m = &d->mentions[i];

        str_addf(out, "document %zu block %zu names row %zu of %zu.%zu\n",
                 m->notice + 1, m->block + 1, m->row + 1, m->list_notice + 1,
                 m->annex + 1);
    }
}

void draft_dump_left_out(struct str *out, const struct page *p)
{
    for (size_t i = 0; i < p->count; i++) {
        if (!p->lines[i].fate)
            str_addf(out, "line %zu: LOST\n", i + 1);
        else if (p->lines[i].left_out)
            str_addf(out, "line %zu: %s\n", i + 1, p->lines[i].fate);
    }
}
