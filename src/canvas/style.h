/*
 * style.h - what a cell means, not how it looks; term/ decides that, with and
 * without colour.
 *
 * Every difference that matters is also carried without colour (bold,
 * underline, reverse or a character).
 */
#ifndef CANVAS_STYLE_H
#define CANVAS_STYLE_H

enum style {
    STYLE_TEXT,
    STYLE_BAR,           /* a pane's title bar */
    STYLE_BAR_FOCUSED,   /* of the pane that takes the keys */
    STYLE_STATUS,        /* the bottom line */
    STYLE_ERROR,         /* a message that something failed */
    STYLE_PROMPT_FAILED, /* the part of a search that finds nothing */
    STYLE_TITLE,         /* of a notice */
    STYLE_HEADING_1,     /* 一、 */
    STYLE_HEADING_2,     /* （一） */
    STYLE_HEADING_3,     /* 1. （1） */
    STYLE_COLUMN,        /* heading of a list's column, name of a field */
    STYLE_COLUMN_ACTIVE, /* heading of the current column */
    STYLE_CURSOR,        /* the current line of a list */
    STYLE_CURSOR_CELL,   /* its current cell */
    STYLE_DERIVED,       /* a value that a rule derived */
    STYLE_HINT,          /* gaps, hints, what is not data */
    STYLE_LINK,
    STYLE_LINK_CURRENT,
    STYLE_MATCH,
    STYLE_MATCH_CURRENT,
    STYLE_BORDER,
    STYLE_COUNT,
};

#endif
