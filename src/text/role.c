#include "text/role.h"

#include <string.h>

static const char *const names[ROLE_COUNT] = {
    [ROLE_BODY] = "body",
    [ROLE_TITLE] = "title",
    [ROLE_NUMBER] = "number",
    [ROLE_ADDRESSEE] = "addressee",
    [ROLE_HEADING] = "heading",
    [ROLE_ITEM] = "item",
    [ROLE_CONTACT] = "contact",
    [ROLE_ANNEX] = "annex",
    [ROLE_SIGNER] = "signer",
    [ROLE_DATE] = "date",
    [ROLE_SECRECY] = "secrecy",
    [ROLE_LETTERHEAD] = "letterhead",
    [ROLE_SIGNED_BY] = "signed_by",
    [ROLE_NOTE] = "note",
    [ROLE_KEYWORDS] = "keywords",
    [ROLE_COPY_TO] = "copy_to",
    [ROLE_PRINTED_BY] = "printed_by",
    [ROLE_CAPTION] = "caption",
    [ROLE_ANNEX_MARK] = "annex_mark",
    [ROLE_ANNEX_TITLE] = "annex_title",
};

const char *role_name(enum role role)
{
    return names[role];
}

enum role role_from_name(const char *name)
{
    for (int role = 0; role < ROLE_COUNT; role++) {
        if (strcmp(names[role], name) == 0)
            return (enum role)role;
    }
    return ROLE_BODY;
}
