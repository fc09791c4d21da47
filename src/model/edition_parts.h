/*
 * edition_parts.h - what the modules of model/ share of an edition.
 *
 * Internal to model/.
 */
#ifndef MODEL_EDITION_PARTS_H
#define MODEL_EDITION_PARTS_H

#include "base/err.h"
#include "model/db.h"
#include "model/edition.h"
#include "model/edition_hash.h"

struct edition_pair {
    char *key, *value;
};

struct edition {
    struct db *db;
    struct edition_pair *pairs; /* of the edition table */
    size_t n_pairs, cap_pairs;
    struct notice_info *notices; /* by id */
    size_t n_notices, cap_notices;
    struct annex_info *annexes;
    size_t n_annexes, cap_annexes;

    struct edition_hash *hash; /* while it is being computed */
    enum edition_state state;
    bool scan_is_bad; /* its scan blocks are not those that were published */
};

/* Fill the library of our own format, of any other file. */
bool edition_load(struct edition *ed, struct err *e);
bool edition_load_foreign(struct edition *ed, struct err *e);

void edition_free_annex(struct annex_info *a);

/* Whether a loaded edition has the tables of its version, and each list that
 * is held the table and the columns that are named. */
bool edition_check(struct edition *ed, struct err *e);

#endif
