/*
 * print_format.h - how what is printed is written. A format is a struct of
 * functions in a file of its own and one row of the table in print_format.c.
 *
 * The walks (print_notice.h, print_list.h, print_record.h, print_search.h,
 * print_whole.h) read the database and say what there is, in the order below;
 * a format writes it through printer.h. It asks the database for nothing, and
 * keeps no row. All texts are as they are stored: not clean, perhaps no UTF-8.
 *
 *     begin
 *       begin_notice block... end_notice                    a notice
 *       begin_lists                                         lists follow
 *         begin_list measure... around... headings
 *           (gap|row)... end_rows around... end_list
 *       absent...                                           what is not held
 *       record                                              one record
 *       begin_paragraphs                                    paragraphs follow
 *         (begin_found block...)...                         those that match
 *     end
 *
 * What is NULL is not called. Those that return bool return false with `e`
 * filled when nothing can be written any more.
 */
#ifndef PRINT_PRINT_FORMAT_H
#define PRINT_PRINT_FORMAT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "model/edition.h"
#include "model/list.h"
#include "model/notice.h"
#include "search/query.h"
#include "text/role.h"

struct printer;

/* What is printed. */
enum print_shape {
    SHAPE_NOTICE,
    SHAPE_LIST,
    SHAPE_RECORD,
    SHAPE_SEARCH, /* begin_lists, begin_paragraphs */
    SHAPE_WHOLE,  /* a notice if there is one, begin_lists, absent */
};

struct print_start {
    enum print_shape shape;
    bool has_notice;   /* WHOLE: begin_notice comes first */
    const char *title; /* of it all; borrowed for the call */
};

/* A notice of the library, its number there from 1. */
struct print_source {
    struct notice *notice;
    const struct notice_info *info;
    size_t number;
};

/* A text and what matched in it. All borrowed. */
struct print_text {
    const char *text; /* never NULL */
    size_t len;
    const struct query_range *ranges; /* by their start, NULL: none */
    size_t range_count;
};

struct print_block {
    const struct print_source *source;
    size_t index; /* in the notice */
    int64_t seq;
    enum role role;
    int level;
    bool is_apart; /* the official form has an empty line before it */
    bool is_found; /* alone, of a search: the form has no place for it */
    struct print_text text;
};

/* A list, or some rows of it. */
struct print_table {
    const struct annex_info *annex;
    struct list *list; /* for its columns and gaps */
    bool is_titled;    /* one of several parts: its name stands over it */
    bool is_whole;     /* all rows: gaps stand between them */
};

struct print_row {
    const struct print_table *table;
    const struct record *record;
    const struct query_ranges *ranges; /* of all cells */
};

/* A record by itself, and what is said of it besides. */
struct print_note {
    const char *name; /* in the program's own words, clean */
    char *text;       /* as stored; owned by the walk */
};
struct print_record {
    struct print_row row;
    const struct print_note *notes;
    size_t note_count;
};

/* When the walks look for what matched in a row or a paragraph. */
enum print_marks {
    MARKS_NEVER, /* a mark would be data */
    MARKS_COLOR, /* as --color says */
    MARKS_ALWAYS,
};

struct print_format {
    const char *name; /* of --format */
    const char *help; /* an English msgid */
    bool is_table;    /* tables alone: what has lists gives its lists, without
                         the notice and what is not held */
    enum print_marks marks;
    const char *line_end;
    bool has_bom;      /* may begin with a byte order mark */
    bool is_data;      /* read by programs, which take all for data */
    size_t state_size; /* bytes of printer.state, zero at the start */

    bool (*begin)(struct printer *p, const struct print_start *start,
                  struct err *e);
    bool (*end)(struct printer *p, struct err *e);
    void (*clear)(struct printer *p); /* frees what the state owns; last */

    bool (*begin_notice)(struct printer *p, const struct print_source *source,
                         struct err *e);
    bool (*block)(struct printer *p, const struct print_block *block,
                  struct err *e);
    bool (*end_notice)(struct printer *p, struct err *e);

    bool (*begin_lists)(struct printer *p, struct err *e);
    bool (*begin_list)(struct printer *p, const struct print_table *table,
                       struct err *e);
    /* All rows come here first, before they come once more to be written:
     * only where a format needs that. */
    void (*measure)(struct printer *p, const struct print_row *row);
    bool (*headings)(struct printer *p, const struct print_table *table,
                     struct err *e);
    bool (*row)(struct printer *p, const struct print_row *row, struct err *e);
    bool (*gap)(struct printer *p, const struct print_table *table,
                const struct list_gap *gap, struct err *e);
    /* A line that stands over the headings or under the last row of a list
     * that is printed as a whole; text as it is stored. */
    bool (*around)(struct printer *p, enum line_place place, const char *line,
                   struct err *e);
    bool (*end_rows)(struct printer *p, const struct print_table *table,
                     struct err *e);
    bool (*end_list)(struct printer *p, const struct print_table *table,
                     struct err *e);

    bool (*absent)(struct printer *p, const char *line, struct err *e);

    /* NULL: a record is a list of one row. */
    bool (*record)(struct printer *p, const struct print_record *record,
                   struct err *e);

    bool (*begin_paragraphs)(struct printer *p, struct err *e);
    bool (*begin_found)(struct printer *p, const struct print_source *source,
                        struct err *e);
};

/* The table: one row a format, in the order in which they are told, the first
 * being the default. print_format_NAME stands in print_format_*.c. */
#define PRINT_FORMATS(F)                                                       \
    F(text)                                                                    \
    F(tsv)                                                                     \
    F(csv)                                                                     \
    F(json)                                                                    \
    F(markdown)                                                                \
    F(html)                                                                    \
    F(records)

#define PRINT_FORMAT_DECLARE(name)                                             \
    extern const struct print_format print_format_##name;
PRINT_FORMATS(PRINT_FORMAT_DECLARE)

extern const struct print_format *const print_formats[];
extern const size_t print_format_count;

/* The format of that name, or NULL. */
const struct print_format *print_format_find(const char *name);

/* Cell `column` of a row. */
struct print_text print_row_text(const struct print_row *row, size_t column);

#endif
