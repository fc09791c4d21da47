/*
 * notice_parts.h - what the modules of model/ share of a notice.
 *
 * Internal to model/.
 */
#ifndef MODEL_NOTICE_PARTS_H
#define MODEL_NOTICE_PARTS_H

#include "base/err.h"
#include "model/edition_parts.h"
#include "model/notice.h"

/* A block that is held in memory, and its links once they were asked for. */
struct notice_entry {
    size_t index;
    struct block block;
    bool has_links;
    struct notice_link *links;
    size_t n_links;
};

/* Where a block names a record of a list. */
struct notice_mention {
    int64_t block_seq;
    int annex;
    int64_t row;
};

struct notice {
    int owners; /* who will close it, at least 1 */
    struct edition *ed;
    size_t index;
    size_t count;
    int64_t first_seq;
    int64_t *seqs;    /* NULL: they rise by one from first_seq */
    int64_t *offsets; /* count + 1 of them, once they were asked for */
    sqlite3_stmt *read;

    bool has_particulars; /* they were read */
    struct notice_particular *particulars;
    size_t n_particulars, cap_particulars;

    struct notice_entry **entries; /* around the block asked for last */
    size_t n_entries, cap_entries;
    size_t held; /* bytes of their texts */

    bool has_mentions;
    struct notice_mention *mentions; /* of all blocks, once asked for */
    size_t n_mentions, cap_mentions;
};

/* Find the links of an entry. Never fails: what cannot be read is no link. */
void notice_find_links(struct notice *n, struct notice_entry *entry);

void notice_links_free(struct notice_link *links, size_t count);

#endif
