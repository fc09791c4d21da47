/*
 * numbering.h - which column of a table holds the source's own numbers, by its
 * heading.
 */
#ifndef TEXT_NUMBERING_H
#define TEXT_NUMBERING_H

/* From no to surely: of several columns the first of the highest kind is the
 * one. */
enum numbering {
    NUMBERING_NONE,
    NUMBERING_CODES,  /* 编号, 号, No.: may be codes, which skip at will */
    NUMBERING_COUNTS, /* 序号, also at the end: what it skips is missing */
};

/* What a heading (NUL-terminated) says of its column. */
enum numbering numbering_of(const char *heading);

#endif
