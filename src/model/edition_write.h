/*
 * edition_write.h - writes a new edition, row by row, into an empty file.
 *
 * For gongwen-import alone: the browser does not link it. It knows the tables
 * (model/schema.h) and nothing of the sources; what it is given must be clean
 * and whole. The same calls give the same bytes. Nobody else may have the
 * file open: there is no journal, a failed file is thrown away.
 */
#ifndef MODEL_EDITION_WRITE_H
#define MODEL_EDITION_WRITE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "model/column_kind.h"
#include "model/line_place.h"
#include "text/role.h"

struct edition_writer;

/* Strings of the structs below: UTF-8, NULL or "" where there is none (stored
 * as NULL, but for those that the schema wants). */
struct write_notice {
    int64_t id;
    const char *title, *doc_number, *issuer, *addressee, *issued_on, *kind,
        *status, *url, *source;
};

/* What a page says of a notice beside its text: 索引号, 主题分类 ... */
struct write_particular {
    int64_t notice, seq;
    const char *name, *value;
};

struct write_block {
    int64_t notice, seq;
    enum role role;
    int level;
    const char *text, *raw;
};

struct write_annex {
    int64_t id;
    int64_t notice; /* 0: none */
    int64_t seq;
    const char *number, *title, *kind; /* list, form, document */
    bool held;
    bool has_table;       /* edition_writer_list() follows; held, then */
    int64_t stated_total; /* -1: not stated */
    int64_t block_seq; /* where it begins (gongwen(5)), -1: not in the text */
    const char *file;  /* name of the file that the page links to */
};

/* A line that stands around a list and is no record of it. */
struct write_annex_line {
    int64_t annex;
    enum line_place place;
    int64_t seq; /* from 1 in each place */
    const char *text;
};

struct write_field {
    const char *name;      /* no two alike, nor alike but for ASCII case */
    enum column_kind kind; /* COLUMN_INTEGER: every value has that form */
    const char *origin;
};

struct write_cell {
    const char *text; /* of `len` bytes */
    size_t len;       /* 0: stored as NULL */
};

struct write_citation {
    int64_t notice, block, start, length;
    const char *title, *doc_number;
    int64_t target; /* 0: not held */
};

/* `path` is an existing empty file. `large` asks for large pages, which make
 * scanning millions of rows quicker. Returns NULL with `e` filled. */
struct edition_writer *edition_writer_open(const char *path, bool large,
                                           struct err *e);

/* Without edition_writer_finish() what was written is no edition. Accepts
 * NULL. */
void edition_writer_close(struct edition_writer *w);

bool edition_writer_value(struct edition_writer *w, const char *key,
                          const char *value, struct err *e);
bool edition_writer_notice(struct edition_writer *w,
                           const struct write_notice *n, struct err *e);
bool edition_writer_particular(struct edition_writer *w,
                               const struct write_particular *p, struct err *e);
bool edition_writer_block(struct edition_writer *w, const struct write_block *b,
                          struct err *e);
bool edition_writer_annex(struct edition_writer *w, const struct write_annex *a,
                          struct err *e);
bool edition_writer_annex_line(struct edition_writer *w,
                               const struct write_annex_line *l, struct err *e);

/* The columns of a list that is held; rows that follow are its rows, numbered
 * from 1, until the next list. */
bool edition_writer_list(struct edition_writer *w, int64_t annex,
                         const struct write_field *fields, size_t count,
                         struct err *e);
bool edition_writer_row(struct edition_writer *w,
                        const struct write_cell *cells, struct err *e);

/* From here on keep the rows of the list as scan blocks too, which make
 * searching a large list quick; the list's last row is followed by _end. */
bool edition_writer_scan(struct edition_writer *w, int64_t annex,
                         struct err *e);
bool edition_writer_scan_end(struct edition_writer *w, struct err *e);

bool edition_writer_gap(struct edition_writer *w, int64_t annex,
                        int64_t after_row, int64_t first, int64_t last,
                        struct err *e);
bool edition_writer_citation(struct edition_writer *w,
                             const struct write_citation *c, struct err *e);
bool edition_writer_mention(struct edition_writer *w, int64_t annex,
                            int64_t row, int64_t notice, int64_t block,
                            struct err *e);

/* Add the hashes, commit and close the database; the file is not yet synced
 * to the disk. Nothing but edition_writer_close() may follow. */
bool edition_writer_finish(struct edition_writer *w, struct err *e);

#endif
