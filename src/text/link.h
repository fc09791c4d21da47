/*
 * link.h - finds in a paragraph's text what a reader can follow: URLs, mail
 * addresses and mentions of annexes. Citations come from the database.
 */
#ifndef TEXT_LINK_H
#define TEXT_LINK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

#define LINK_ADDRESS_MAX 2083 /* bytes; terminals ignore longer ones */

enum link_kind {
    LINK_URL,
    LINK_MAIL,
    LINK_ANNEX, /* 附件1: `number` says which; 附件 alone has number 0 here:
                   it is number 1 where the notice has one annex, else no
                   link (model/notice.h decides) */
    LINK_CITATION, /* of another document (from the database) */
    LINK_RECORD,   /* a record of a list, named in the text */
};

struct link_span {
    enum link_kind kind;
    size_t start, len; /* bytes of the text that was searched */
    int number;        /* of the annex, 0: not said; 0 for the others */
};

/* Find the first link at or after byte `from`. Returns false when there is
 * none. */
bool link_find(const char *s, size_t len, size_t from, struct link_span *out);

/*
 * Append the address that a LINK_URL or LINK_MAIL with this text leads to, fit
 * to be handed to another program: http:, https: or mailto:, nothing but
 * printable ASCII, what else there is percent-encoded. False, and nothing is
 * appended, for other kinds and schemes and where the address would be longer
 * than LINK_ADDRESS_MAX.
 */
bool link_address(enum link_kind kind, const char *s, size_t len,
                  struct str *out);

#endif
