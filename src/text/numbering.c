#include "text/numbering.h"

#include <string.h>

#include "base/mem.h"

enum numbering numbering_of(const char *heading)
{
    static const char counts[] = "序号";
    static const char *const codes[] = {"编号", "号", "序", "No",
                                        "No.",  "no", "no."};
    size_t len = strlen(heading), end = strlen(counts);

    if (len >= end && strcmp(heading + len - end, counts) == 0)
        return NUMBERING_COUNTS;
    for (size_t i = 0; i < ARRAY_LEN(codes); i++)
        if (strcmp(heading, codes[i]) == 0)
            return NUMBERING_CODES;
    return NUMBERING_NONE;
}
