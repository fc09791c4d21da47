/*
 * draft.h - what was recognised in the sources, before it is written.
 *
 * Plain values in memory; a page is small. Large tables do not pass through
 * here.
 */
#ifndef IMPORT_DRAFT_H
#define IMPORT_DRAFT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/column_kind.h"
#include "model/line_place.h"
#include "text/role.h"

struct draft_block {
    enum role role;
    int level;
    char *text;
    char *raw;   /* or NULL */
    size_t line; /* of the source, from 0 */
};

/* What the page says of a notice beside its text: 索引号, 主题分类 ... */
struct draft_particular {
    char *name, *value;
};

struct draft_row {
    char **cells; /* as many as the list has columns */
    size_t line;
};

struct draft_column {
    char *name;
    enum column_kind kind;
    char *origin; /* "source", or the rule that derived it */
};

struct draft_gap {
    size_t after_row;
    int64_t first, last;
};

struct draft_gaps {
    struct draft_gap *items;
    size_t count, cap;
};

/* Lines around a list that are none of its records, downwards. */
struct draft_lines {
    char **items;
    size_t count, cap;
};

struct draft_list {
    struct draft_column *columns;
    size_t column_count;
    struct draft_row *rows;
    size_t row_count, row_cap;
    struct draft_gaps gaps;
    struct draft_lines around[LINE_PLACE_COUNT];
};

struct draft_annex {
    char *number; /* "" where it has none */
    char *title;
    const char *kind; /* list, form, document; static */
    int64_t stated_total;
    struct draft_list *list; /* NULL: no table is held */
    int block;   /* index of the block that it begins in front of (the count of
                    blocks: behind them all); -1: not in the text */
    char *file;  /* name of the file that the page links to, or NULL */
    size_t book; /* the first list of the source with this number, from 1, is
                    its table; 0: of none */
};

struct draft_citation {
    size_t block;         /* index */
    size_t start, length; /* code points */
    char *title, *number; /* "" where there is none */
    int target;           /* index of the notice, -1: not held */
};

/* What is to be told of a document: what is missing, where its text and its
 * page differ. In the user's language. */
struct draft_remarks {
    char **items;
    size_t count, cap;
};

struct draft_notice {
    char *title, *doc_number, *issuer, *addressee, *issued_on, *url, *source;
    char *kind;
    char *status; /* NULL: not known */
    struct draft_particular *particulars;
    size_t particular_count, particular_cap;
    struct draft_block *blocks;
    size_t block_count, block_cap;
    struct draft_annex *annexes;
    size_t annex_count, annex_cap;
    struct draft_citation *citations;
    size_t citation_count, citation_cap;
    struct draft_remarks remarks;
};

/* A document that names a record. */
struct draft_mention {
    size_t list_notice, annex; /* indices */
    size_t row;                /* from 0 */
    size_t notice, block;      /* indices */
};

struct draft {
    struct draft_notice *notices; /* in the order of their ids */
    size_t notice_count, notice_cap;
    struct draft_mention *mentions;
    size_t mention_count, mention_cap;
};

/* Each returns the new element, empty; valid until the next is added. */
struct draft_notice *draft_add_notice(struct draft *d);
struct draft_block *draft_add_block(struct draft_notice *n);
struct draft_annex *draft_add_annex(struct draft_notice *n);
struct draft_citation *draft_add_citation(struct draft_notice *n);
struct draft_mention *draft_add_mention(struct draft *d);
struct draft_row *draft_add_row(struct draft_list *l);
void draft_add_line(struct draft_lines *lines, const char *text);
void draft_add_particular(struct draft_notice *n, const char *name,
                          const char *value);
void draft_add_gap(struct draft_gaps *g, size_t after_row, int64_t first,
                   int64_t last);

void draft_add_remark(struct draft_notice *n, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/* Put a copy of `text` in place of an owned one. */
void draft_set(char **field, const char *text);

void draft_list_free(struct draft_list *l); /* accepts NULL */
void draft_clear(struct draft *d);

/* Drop the notices from index `count` on; none of them has mentions yet. */
void draft_cut(struct draft *d, size_t count);

#endif
