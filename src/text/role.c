#include "text/role.h"

#include <string.h>

static const char *const names[ROLE_COUNT] = {
    [ROLE_BODY] = "body",       [ROLE_TITLE] = "title",
    [ROLE_NUMBER] = "number",   [ROLE_ADDRESSEE] = "addressee",
    [ROLE_HEADING] = "heading", [ROLE_ITEM] = "item",
    [ROLE_CONTACT] = "contact", [ROLE_ANNEX] = "annex",
    [ROLE_SIGNER] = "signer",   [ROLE_DATE] = "date",
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
