#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/notice_parts.h"
#include "model/table.h"
#include "text/utf8.h"

enum {
    LINK_MS = 200,
    LINKS_MAX = 1000, /* of a block */
    MENTIONS_MAX = 10 * 1000,
    NAME_MIN = 6, /* bytes: a single character names no record */
};

struct notice_link notice_link_copy(const struct notice_link *l)
{
    struct notice_link copy = *l;

    copy.title = xstrdup(l->title ? l->title : "");
    copy.doc_number = xstrdup(l->doc_number ? l->doc_number : "");
    return copy;
}

void notice_link_clear(struct notice_link *l)
{
    free(l->title);
    free(l->doc_number);
    *l = (struct notice_link){0};
}

void notice_links_free(struct notice_link *links, size_t count)
{
    for (size_t i = 0; i < count; i++)
        notice_link_clear(&links[i]);
    free(links);
}

/* Links by their start; the first to come keeps its place. */
struct links {
    struct notice_link *items;
    size_t len, cap;
};

/* Takes the strings of `link`. */
static void add(struct links *links, struct notice_link link)
{
    size_t at = 0, end = link.span.start + link.span.len;
    bool fits = link.span.len > 0 && links->len < LINKS_MAX;

    while (at < links->len && links->items[at].span.start < link.span.start)
        at++;
    if (at > 0) {
        const struct link_span *before = &links->items[at - 1].span;

        fits = fits && before->start + before->len <= link.span.start;
    }
    if (at < links->len)
        fits = fits && end <= links->items[at].span.start;
    if (!fits) {
        free(link.title);
        free(link.doc_number);
        return;
    }
    links->items =
        mem_grow(links->items, links->len, &links->cap, sizeof(*links->items));
    memmove(links->items + at + 1, links->items + at,
            (links->len - at) * sizeof(*links->items));
    links->items[at] = link;
    links->len++;
}

static struct notice_link make(enum link_kind kind, size_t start, size_t len)
{
    return (struct notice_link){
        .span = {.kind = kind, .start = start, .len = len},
        .annex = -1,
        .target = -1,
        .title = xstrdup(""),
        .doc_number = xstrdup(""),
    };
}

/* ---- citations ---- */

/* A place in a text by code points, moved forwards only. */
struct place {
    const struct block *block;
    size_t byte;
    int64_t cp;
};

static void move_to(struct place *p, int64_t cp)
{
    p->byte += utf8_offset(p->block->text + p->byte, p->block->len - p->byte,
                           (size_t)(cp - p->cp));
    p->cp = cp;
}

static void add_citation(struct notice *n, struct place *p, sqlite3_stmt *st,
                         struct links *links)
{
    int64_t start = sqlite3_column_int64(st, 0);
    int64_t length = sqlite3_column_int64(st, 1);
    struct notice_link link;
    struct place end;

    if (start < p->cp || length <= 0 || length > INT64_MAX - start)
        return;
    move_to(p, start);
    end = *p;
    move_to(&end, start + length);
    link = make(LINK_CITATION, p->byte, end.byte - p->byte);
    free(link.title);
    free(link.doc_number);
    link.title = db_text(st, 2);
    link.doc_number = db_text(st, 3);
    if (sqlite3_column_type(st, 4) == SQLITE_INTEGER)
        link.target = edition_find_notice(n->ed, sqlite3_column_int64(st, 4));
    add(links, link);
}

static void add_citations(struct notice *n, const struct block *b,
                          struct links *links)
{
    struct place p = {.block = b};
    sqlite3_stmt *st =
        db_prepare(n->ed->db,
                   "SELECT start, length, title, doc_number, target_notice"
                   " FROM citation WHERE notice_id = ?1 AND block_seq = ?2"
                   " ORDER BY start",
                   NULL);

    if (!st)
        return;
    sqlite3_bind_int64(st, 1, n->ed->notices[n->index].id);
    sqlite3_bind_int64(st, 2, b->seq);
    while (links->len < LINKS_MAX && db_step(n->ed->db, st, NULL) == SQLITE_ROW)
        add_citation(n, &p, st, links);
    sqlite3_finalize(st);
}

/* ---- records that the text names ---- */

static int find_annex_by_id(const struct edition *ed, int64_t id)
{
    for (size_t i = 0; i < ed->n_annexes; i++)
        if (ed->annexes[i].id == id)
            return (int)i;
    return -1;
}

/* The table of mentions is ordered by list: one walk serves all blocks. */
static void load_mentions(struct notice *n)
{
    sqlite3_stmt *st = db_prepare(n->ed->db,
                                  "SELECT annex_id, row, block_seq FROM mention"
                                  " WHERE notice_id = ?1",
                                  NULL);

    n->has_mentions = true;
    if (!st)
        return;
    sqlite3_bind_int64(st, 1, n->ed->notices[n->index].id);
    while (n->n_mentions < MENTIONS_MAX &&
           db_step(n->ed->db, st, NULL) == SQLITE_ROW) {
        int annex = find_annex_by_id(n->ed, sqlite3_column_int64(st, 0));

        if (annex < 0 || !*n->ed->annexes[annex].table_name)
            continue;
        n->mentions = mem_grow(n->mentions, n->n_mentions, &n->cap_mentions,
                               sizeof(*n->mentions));
        n->mentions[n->n_mentions++] = (struct notice_mention){
            .annex = annex,
            .row = sqlite3_column_int64(st, 1),
            .block_seq = sqlite3_column_int64(st, 2),
        };
    }
    sqlite3_finalize(st);
}

static void add_each(const struct block *b, const char *name, size_t len,
                     struct notice_link link, struct links *links)
{
    const char *from = b->text, *end = b->text + b->len;
    const char *at;

    while (links->len < LINKS_MAX &&
           (at = memmem(from, (size_t)(end - from), name, len)) != NULL) {
        struct notice_link found =
            make(link.span.kind, (size_t)(at - b->text), len);

        found.annex = link.annex;
        found.row = link.row;
        add(links, found);
        from = at + len;
    }
}

/* The longest cell of the record that stands in the text is its name. */
static void add_record(struct notice *n, const struct block *b,
                       const struct notice_mention *m, struct links *links)
{
    struct table t = {0};
    struct str name = {0};

    if (!table_open(&t, n->ed->db, n->ed->annexes[m->annex].table_name, NULL))
        return;
    if (table_count(&t, -1, NULL) && m->row >= 1 &&
        table_seek(&t, m->row, m->row, NULL) &&
        table_next(&t, NULL) == TABLE_ROW) {
        for (size_t i = 0; i < t.n_columns; i++) {
            struct db_cell c = table_cell(&t, i);

            if (c.kind != VALUE_TEXT || c.len < NAME_MIN || c.len <= name.len ||
                !memmem(b->text, b->len, c.text, c.len))
                continue;
            str_truncate(&name, 0);
            str_append(&name, c.text, c.len);
        }
    }
    table_clear(&t);
    if (name.len)
        add_each(b, name.text, name.len,
                 (struct notice_link){.span.kind = LINK_RECORD,
                                      .annex = m->annex,
                                      .row = m->row},
                 links);
    str_clear(&name);
}

static void add_records(struct notice *n, const struct block *b,
                        struct links *links)
{
    if (!n->has_mentions)
        load_mentions(n);
    for (size_t i = 0; i < n->n_mentions && links->len < LINKS_MAX; i++)
        if (n->mentions[i].block_seq == b->seq)
            add_record(n, b, &n->mentions[i], links);
}

/* ---- what the text itself shows ---- */

/* In the note of annexes each title leads to its annex. */
static void add_titles(struct notice *n, const struct block *b,
                       struct links *links)
{
    for (size_t i = 0; i < n->ed->n_annexes; i++) {
        const struct annex_info *a = &n->ed->annexes[i];

        if (a->notice == (int)n->index && strlen(a->title) >= NAME_MIN)
            add_each(
                b, a->title, strlen(a->title),
                (struct notice_link){.span.kind = LINK_ANNEX, .annex = (int)i},
                links);
    }
}

/* The only annex of the notice, or -1. */
static int only_annex(const struct notice *n)
{
    int only = -1;

    for (size_t i = 0; i < n->ed->n_annexes; i++) {
        if (n->ed->annexes[i].notice != (int)n->index)
            continue;
        if (only >= 0)
            return -1;
        only = (int)i;
    }
    return only;
}

static void add_found(struct notice *n, const struct block *b,
                      struct links *links)
{
    struct link_span span;
    size_t from = 0;

    while (links->len < LINKS_MAX && link_find(b->text, b->len, from, &span)) {
        struct notice_link link = make(span.kind, span.start, span.len);

        from = span.start + span.len;
        link.span.number = span.number;
        if (span.kind == LINK_ANNEX && span.number > 0)
            link.annex = edition_find_annex(n->ed, (int)n->index, span.number);
        else if (span.kind == LINK_ANNEX)
            link.annex = only_annex(n);
        if (span.kind == LINK_ANNEX && !span.number && link.annex < 0)
            link.span.len = 0; /* the bare word, where it could be any */
        add(links, link);
    }
}

void notice_find_links(struct notice *n, struct notice_entry *entry)
{
    struct links links = {0};

    db_allow(n->ed->db, LINK_MS);
    add_citations(n, &entry->block, &links);
    add_records(n, &entry->block, &links);
    if (entry->block.role == ROLE_ANNEX)
        add_titles(n, &entry->block, &links);
    add_found(n, &entry->block, &links);
    entry->links = links.items;
    entry->n_links = links.len;
    entry->has_links = true;
}
