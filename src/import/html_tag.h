/*
 * html_tag.h - what an element of HTML means for the text of a page, by its
 * name and its attributes.
 */
#ifndef IMPORT_HTML_TAG_H
#define IMPORT_HTML_TAG_H

#include <stdbool.h>
#include <stddef.h>

enum html_tag {
    HTML_INLINE, /* any other: its text goes on in the line */
    HTML_BLOCK,  /* stands in lines of its own */
    HTML_SKIP,   /* holds no text of the page: <script>, <select> */
    HTML_HEADING_1,
    HTML_HEADING, /* <h2> to <h6> */
    HTML_PAGE,    /* <nav>, <footer>: the page's own words */
    HTML_CENTER,
    HTML_PRE,
    HTML_BREAK,
    HTML_TABLE,
    HTML_ROW,
    HTML_CELL,
    HTML_HEAD_CELL,
    HTML_LINK,
    HTML_META,
    HTML_TITLE,
    HTML_ORDERED,
    HTML_UNORDERED,
    HTML_ITEM,
    HTML_TERM, /* <dt>: what comes behind it is said of it */
};

/* `name` in lower case, as the parser gives it. */
enum html_tag html_tag(const char *name);

/* Whether it is the name of an element of HTML with a meaning of its own; for
 * telling a fragment. */
bool html_tag_is_known(const char *name, size_t len);

/* The value of an attribute, NULL where it has none; "" for one without a
 * value. `attributes` are names and values in turn, NULL at the end. */
const char *html_attribute(const char *const *attributes, const char *name);

/* Whether a style attribute (may be NULL) sets `property` to a value that
 * begins so; in any case. */
bool html_style_is(const char *style, const char *property, const char *value);

/* Whether the target of a link is a file that is no page, by the end of its
 * name (.docx, .pdf, .zip ...): an annex. */
bool html_is_file(const char *target);

/* The whole number that an attribute says; `otherwise` where it says none. */
int html_number(const char *value, int otherwise);

#endif
