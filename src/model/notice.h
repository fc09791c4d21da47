/*
 * notice.h - one notice of an edition: its blocks, read by window, and what
 * can be followed in them.
 */
#ifndef MODEL_NOTICE_H
#define MODEL_NOTICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "model/edition.h"
#include "text/link.h"
#include "text/role.h"

struct notice;

#define BLOCK_LEVEL_MAX 4

struct block {
    int64_t seq; /* from 1 */
    enum role role;
    int level;  /* 0 to BLOCK_LEVEL_MAX (text/form.h) */
    char *text; /* as stored, not cleaned; NUL-terminated */
    size_t len;
    char *raw; /* the source's line where it differs from text, else NULL */
    size_t raw_len;
};

/* What can be followed from a block's text; `span` in bytes of block.text. */
struct notice_link {
    struct link_span span;
    int annex;        /* LINK_ANNEX: index in the edition, -1: not known */
    int target;       /* LINK_CITATION: index of the notice,
                         -1: not held */
    int64_t row;      /* LINK_RECORD: position in the list of `annex` */
    char *title;      /* LINK_CITATION: 《...》 without the marks, or "" */
    char *doc_number; /* LINK_CITATION: or "" */
};

/* What the page says of the notice beside its text (索引号, 主题分类 ...), as
 * stored, not cleaned. */
struct notice_particular {
    char *name, *value;
};

/* Borrows the edition. `index` as in edition_notice(). */
struct notice *notice_open(struct edition *ed, size_t index, struct err *e);

/* One owner more (NULL: none): each of them closes it, and it is there until
 * the last has. Returns `n`. */
struct notice *notice_share(struct notice *n);
void notice_close(struct notice *n); /* accepts NULL */

size_t notice_block_count(const struct notice *n);

/* Its particulars in the page's order, `*count` of them; borrowed until
 * notice_close(). False with `e` filled when they cannot be read. */
bool notice_particulars(struct notice *n,
                        const struct notice_particular **items, size_t *count,
                        struct err *e);

/* Bytes of text in the blocks before block `index`, and in all of them with
 * `index` = count: for percentages. Cheap: of a notice of over 4,096 blocks
 * each counts the same. */
int64_t notice_offset(struct notice *n, size_t index);

/* Block `index` from 0; borrowed until the next call that names a block more
 * than 16 away. NULL with `e` filled when it cannot be read. */
const struct block *notice_block(struct notice *n, size_t index, struct err *e);

/* Index of the block with this seq, or -1. */
int64_t notice_find_block(struct notice *n, int64_t seq);

/* Index in the edition of the first list that stands in front of the block with
 * this seq (annex_info.block_seq), -1: none does. */
int notice_table_before(const struct notice *n, int64_t seq);

/* The links of block `index` by their start, `*count` of them; they do not
 * overlap. Borrowed as the block is. */
const struct notice_link *notice_links(struct notice *n, size_t index,
                                       size_t *count);

/* A document of the library that cites this one. */
struct notice_citer {
    int notice;        /* index in the edition */
    int64_t block_seq; /* of its first paragraph that does */
};

/* Those that cite `n`, in the library's order, 100 at most; the caller frees
 * `*out`. Returns how many. */
size_t notice_cited_by(struct notice *n, struct notice_citer **out);

/* A copy of a link that outlives its notice; notice_link_clear() frees what it
 * owns. */
struct notice_link notice_link_copy(const struct notice_link *l);
void notice_link_clear(struct notice_link *l);

#endif
