#include "model/edition.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "model/edition_parts.h"

enum {
    LOAD_MS = 2000,
    HASH_MS = 5000,         /* for a piece, however slow the disk */
    HASH_PIECE = 128 * 1024 /* bytes between looks at the clock */
};

struct edition *edition_open(const char *path, struct err *e)
{
    struct edition *ed = xcalloc(1, sizeof(*ed));
    bool ok;

    ed->db = db_open(path, e);
    if (!ed->db)
        goto fail;
    db_allow(ed->db, LOAD_MS);
    ok = ed->db->is_foreign ? edition_load_foreign(ed, e)
                            : edition_load(ed, e) && edition_check(ed, e);
    if (!ok)
        goto fail;
    if (!edition_value(ed, "hash"))
        ed->state = ed->db->is_foreign ? EDITION_NO_HASH : EDITION_DAMAGED;
    return ed;
fail:
    edition_close(ed);
    return NULL;
}

static void free_notice(struct notice_info *n)
{
    free(n->title);
    free(n->doc_number);
    free(n->issuer);
    free(n->addressee);
    free(n->issued_on);
    free(n->kind);
    free(n->status);
    free(n->url);
    free(n->source);
}

void edition_free_annex(struct annex_info *a)
{
    free(a->number);
    free(a->title);
    free(a->table_name);
    free(a->file);
    free(a->unreadable);
}

void edition_close(struct edition *ed)
{
    if (!ed)
        return;
    for (size_t i = 0; i < ed->n_pairs; i++) {
        free(ed->pairs[i].key);
        free(ed->pairs[i].value);
    }
    for (size_t i = 0; i < ed->n_notices; i++)
        free_notice(&ed->notices[i]);
    for (size_t i = 0; i < ed->n_annexes; i++)
        edition_free_annex(&ed->annexes[i]);
    free(ed->pairs);
    free(ed->notices);
    free(ed->annexes);
    edition_hash_free(ed->hash);
    db_close(ed->db);
    free(ed);
}

const char *edition_path(const struct edition *ed)
{
    return ed->db->file.path;
}

bool edition_is_foreign(const struct edition *ed)
{
    return ed->db->is_foreign;
}

const char *edition_value(const struct edition *ed, const char *key)
{
    for (size_t i = 0; i < ed->n_pairs; i++)
        if (strcmp(ed->pairs[i].key, key) == 0)
            return ed->pairs[i].value;
    return NULL;
}

size_t edition_notice_count(const struct edition *ed)
{
    return ed->n_notices;
}

const struct notice_info *edition_notice(const struct edition *ed, size_t index)
{
    return &ed->notices[index];
}

size_t edition_annex_count(const struct edition *ed)
{
    return ed->n_annexes;
}

const struct annex_info *edition_annex(const struct edition *ed, size_t index)
{
    return &ed->annexes[index];
}

int edition_find_notice(const struct edition *ed, int64_t id)
{
    size_t low = 0, high = ed->n_notices;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (ed->notices[middle].id < id)
            low = middle + 1;
        else
            high = middle;
    }
    return low < ed->n_notices && ed->notices[low].id == id ? (int)low : -1;
}

int edition_find_annex(const struct edition *ed, int notice, int number)
{
    for (size_t i = 0; i < ed->n_annexes; i++) {
        const struct annex_info *a = &ed->annexes[i];
        char *end;
        long n;

        if (a->notice != notice)
            continue;
        n = strtol(a->number, &end, 10);
        if (end != a->number && !*end && n == number)
            return (int)i;
    }
    return -1;
}

bool annex_is_list(const struct annex_info *annex)
{
    return annex->kind == ANNEX_LIST && annex->held && !annex->unreadable;
}

bool annex_is_text(const struct annex_info *annex)
{
    return annex->held && annex->block_seq >= 1 && !*annex->table_name;
}

int edition_first_notice(const struct edition *ed)
{
    for (size_t i = 0; i < ed->n_annexes; i++) {
        const struct annex_info *a = &ed->annexes[i];

        if (a->notice >= 0 && annex_is_list(a))
            return a->notice;
    }
    return ed->n_notices ? 0 : -1;
}

static void set_damaged(struct edition *ed, struct err *e)
{
    ed->state = EDITION_DAMAGED;
    if (!edition_value(ed, "hash"))
        err_set(e, ERR_DATA,
                _("%s: damaged: the hash of its content is missing; "
                  "get the file again"),
                edition_path(ed));
    else
        err_set(e, ERR_DATA,
                _("%s: damaged: its content is not what was published; "
                  "get the file again"),
                edition_path(ed));
}

static void compare(struct edition *ed, struct err *e)
{
    char content[DIGEST_LEN + 1], scan[DIGEST_LEN + 1];
    const char *stored = edition_value(ed, "scan_hash");

    edition_hash_result(ed->hash, content, scan);
    ed->scan_is_bad = *scan && (!stored || strcmp(scan, stored) != 0);
    if (ed->scan_is_bad || strcmp(content, edition_value(ed, "hash")) != 0)
        set_damaged(ed, e);
    else
        ed->state = EDITION_SOUND;
}

/* The content cannot be read. Only where that is the file's own fault, and
 * not the disk's or for want of time or memory, it is known to be damaged. */
static void take_failure(struct edition *ed, struct err *e)
{
    struct err reason = {0};

    db_fail(ed->db, &reason);
    if (reason.code == ERR_DATA) {
        ed->state = EDITION_DAMAGED;
        err_set(e, ERR_DATA, _("%s: damaged (%s); get the file again"),
                edition_path(ed), sqlite3_errmsg(ed->db->handle));
    } else if (e) {
        *e = reason;
    }
}

/* One piece. False: it was the last, or failed. */
static bool verify_piece(struct edition *ed, struct err *e)
{
    db_allow(ed->db, HASH_MS);
    *ed->db->refused = '\0';
    switch (edition_hash_step(ed->hash, HASH_PIECE)) {
    case EDITION_HASH_MORE:
        return true;
    case EDITION_HASH_DONE:
        compare(ed, e);
        break;
    case EDITION_HASH_FAILED:
        take_failure(ed, e);
        break;
    }
    edition_hash_free(ed->hash);
    ed->hash = NULL;
    return false;
}

enum edition_state edition_verify(struct edition *ed, int milliseconds,
                                  struct err *e)
{
    int64_t end = db_end(milliseconds);

    if (ed->state == EDITION_DAMAGED)
        set_damaged(ed, e);
    if (ed->state == EDITION_UNVERIFIED && !ed->hash)
        ed->hash = edition_hash_new(ed->db->handle, db_version(ed->db));
    while (ed->state == EDITION_UNVERIFIED && verify_piece(ed, e) &&
           clock_ns() < end)
        ;
    return ed->state;
}

enum edition_state edition_verify_state(const struct edition *ed)
{
    return ed->state;
}

void edition_watch(struct edition *ed, bool (*key_waits)(void))
{
    ed->db->key_waits = key_waits;
}

int64_t edition_size(const struct edition *ed)
{
    return ed->db->file.size;
}

enum edition_change edition_look(const struct edition *ed)
{
    return dbfile_look(&ed->db->file);
}
