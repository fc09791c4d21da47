/*
 * record_text.h - what a record pane says, as lines of a given width: fields
 * with their names, what derived them, the citation, the documents that
 * mention the record. No drawing.
 */
#ifndef UI_RECORD_TEXT_H
#define UI_RECORD_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "canvas/style.h"
#include "model/list.h"
#include "text/clean.h"
#include "text/layout.h"
#include "text/link.h"

enum record_link_kind { RECORD_LINK_NOTICE, RECORD_LINK_MENTION };

/* What can be followed from a record: its notice, or a document and block
 * that mentions it. */
struct record_link {
    enum record_link_kind kind;
    int notice;        /* index in the edition */
    int64_t block_seq; /* RECORD_LINK_MENTION */
};

/* One text under one name. */
struct record_part {
    char *label;       /* clean, owned; NULL: goes on under the one before */
    struct clean text; /* of the screen */
    enum style style;  /* of the text */
    bool is_note;      /* stands behind the text before it, where it fits */
    int field;         /* column of the list that it shows, -1: none */
    int link;          /* index in `links`, -1: none */
    struct link_span *addresses; /* owned: in a field's text, by their start */
    size_t address_count, address_cap;
    struct layout *layout; /* in the width of the last layout, or NULL */
};

/* A stretch of a part, or its label, in its place. */
struct record_line {
    size_t part;
    size_t start, end; /* bytes of the part's text; of a label: all */
    int row;           /* from 0; a note may share one with its text */
    int column;        /* from the pane's left */
    bool is_label;
};

struct record_text {
    struct record_part *parts;
    size_t part_count, part_cap;
    struct record_link *links;
    size_t link_count, link_cap;
    struct record_line *lines; /* by row */
    size_t line_count, line_cap;
    int rows;
    int label_columns; /* that the names want, the same for every row */
};

/* Read a row; where it cannot be read, the text says why. `t` must be empty
 * ({0}). */
void record_text_read(struct record_text *t, struct edition *ed, struct list *l,
                      int64_t row);
void record_text_clear(struct record_text *t);

/* Make the lines for `columns` columns. */
void record_text_layout(struct record_text *t, int columns,
                        enum ambiguous ambiguous);

#endif
