/*
 * edition.h - one database file, opened read-only as untrusted input: what it
 * holds (library and lists), and whether it is what was published.
 *
 * Any other SQLite file opens too, as a "foreign" edition: no notices, its
 * tables as lists. sqlite3.h stays within model/. No statement is left open
 * between calls; every call is bounded in time and memory (trust rules in
 * HACKING). Not thread-safe.
 */
#ifndef MODEL_EDITION_H
#define MODEL_EDITION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

struct edition;

/* One notice of the library. Strings may be "" but never NULL; as stored, not
 * cleaned. */
struct notice_info {
    int64_t id;
    size_t first_annex, annex_count; /* its annexes, by edition_annex() */
    char *title, *doc_number, *issuer, *addressee, *issued_on, *kind, *status,
        *url, *source;
};

enum annex_kind { ANNEX_LIST, ANNEX_FORM, ANNEX_DOCUMENT };

/* What a table of a foreign file is. */
enum annex_source {
    SOURCE_TABLE,
    SOURCE_VIEW,
    SOURCE_VIRTUAL, /* a search index or the like: never readable */
};

/* One annex; of a foreign edition, one table. */
struct annex_info {
    int64_t id;
    int notice;   /* index of its notice in the library, -1: none */
    char *number; /* "1"; "" where it has none */
    char *title;  /* of a foreign table: its name */
    enum annex_kind kind;
    bool held;
    int64_t stated_total; /* -1: the source does not say */
    char *table_name;     /* of a list that is held, else "" */
    int64_t block_seq;    /* it begins in front of this block of its notice
                             (gongwen(5)); -1: it does not stand in the text */
    char *file;           /* name of the file that the page links to, or "" */
    char *unreadable;     /* why a foreign table cannot be shown, else NULL;
                             what list_open() and list_row() find beyond that
                             they say themselves */
    enum annex_source source;
    int columns;  /* of a foreign table that is readable, else 0 */
    int64_t rows; /* -1: not counted yet; list_count_rows() */
};

/* Whether it is a list that list_open() can show. */
bool annex_is_list(const struct annex_info *annex);

/* Whether its text is held as blocks of its notice, from block_seq on. */
bool annex_is_text(const struct annex_info *annex);

/*
 * Open `path`: resolved once, a regular file, SQLite's magic, no journal with
 * uncommitted changes beside it, a version that this program knows, and the
 * tables and columns that it says it has. Returns NULL with `e` filled; each
 * cause has its own sentence that names the file and says what to do.
 */
struct edition *edition_open(const char *path, struct err *e);
void edition_close(struct edition *ed);

const char *edition_path(const struct edition *ed); /* as it was named */
bool edition_is_foreign(const struct edition *ed);  /* for tests */

/* The value of a key of the edition table, or NULL; borrowed. */
const char *edition_value(const struct edition *ed, const char *key);

/* Notices are numbered from 0 in the library's order (by id), annexes in the
 * order of their notices and seq. Borrowed until edition_close(). */
size_t edition_notice_count(const struct edition *ed);
const struct notice_info *edition_notice(const struct edition *ed,
                                         size_t index);
size_t edition_annex_count(const struct edition *ed);
const struct annex_info *edition_annex(const struct edition *ed, size_t index);

/* Index of the notice with this database id, or -1. */
int edition_find_notice(const struct edition *ed, int64_t id);

/* Index of the annex of notice `notice` with this number, or -1. */
int edition_find_annex(const struct edition *ed, int notice, int number);

/* The notice that a reader should see first: the first that carries a list
 * that is held; else 0; -1 where there is none. */
int edition_first_notice(const struct edition *ed);

/* Bytes of a file that is checked unasked; a larger one takes too long. */
#define EDITION_CHECK_MAX (32 << 20)

/* The stored hash against the content (gongwen(5), INTEGRITY). */
enum edition_state {
    EDITION_UNVERIFIED, /* not looked at yet, or not to the end */
    EDITION_SOUND,
    EDITION_DAMAGED, /* the content is not what was published, or its hash
                        is missing: known from the start */
    EDITION_NO_HASH, /* a foreign file */
};

/*
 * Go on with the check for about `milliseconds` (< 0: to the end) and say how
 * it stands. SOUND and DAMAGED are final, DAMAGED always with `e` filled.
 * UNVERIFIED with `e` filled: the content could not be read, for a reason that
 * says nothing about it (the disk, memory, time); asked again, the check
 * begins anew.
 */
enum edition_state edition_verify(struct edition *ed, int milliseconds,
                                  struct err *e);

/* How the check stands, without going on with it. */
enum edition_state edition_verify_state(const struct edition *ed);

/* While a long work on the edition goes on, `key_waits` is asked now and then
 * whether somebody wants something else: its slice then ends at once. */
void edition_watch(struct edition *ed, bool (*key_waits)(void));

/* Size of the file when it was opened, in bytes. */
int64_t edition_size(const struct edition *ed);

/* What became of the file since it was opened; cheap, looked at when idle. */
enum edition_change {
    EDITION_SAME,
    EDITION_REPLACED, /* another file has its name: a newer edition */
    EDITION_ALTERED,  /* this very file was overwritten or cut */
};
enum edition_change edition_look(const struct edition *ed);

#endif
