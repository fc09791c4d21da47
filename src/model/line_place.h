/*
 * line_place.h - where a line stands that belongs to a list and is no record
 * of it (gongwen(5), annex_line).
 */
#ifndef MODEL_LINE_PLACE_H
#define MODEL_LINE_PLACE_H

enum line_place {
    LINE_ABOVE, /* its headings: its own title, units */
    LINE_BELOW, /* its last row: totals, notes, sources */
    LINE_PLACE_COUNT,
};

/* The name in the database's column annex_line.place. */
const char *line_place_name(enum line_place place);

#endif
