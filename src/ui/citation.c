#include "ui/citation.h"

#include <string.h>

/* Title marks inside title marks are single ones. */
static void add_title(struct str *out, const char *title)
{
    /* clang-format off */
    static const char *const inner[][2] = {
        { "《", "〈" }, { "》", "〉" },
    };
    /* clang-format on */

    for (size_t n; *title; title += n) {
        n = strcspn(title, "\xE3");
        str_append(out, title, n);
        title += n;
        n = 0;
        for (size_t i = 0; i < 2 && *title; i++) {
            if (!n && strncmp(title, inner[i][0], strlen(inner[i][0])) == 0) {
                str_add(out, inner[i][1]);
                n = strlen(inner[i][0]);
            }
        }
        if (!n && *title) {
            str_addc(out, *title);
            n = 1;
        }
    }
}

void citation_append(struct str *out, const struct notice_info *notice)
{
    str_add(out, "《");
    add_title(out, notice->title);
    str_add(out, "》");
    if (*notice->doc_number)
        str_addf(out, "（%s）", notice->doc_number);
    else if (*notice->issuer && *notice->issued_on)
        str_addf(out, "（%s，%s）", notice->issuer, notice->issued_on);
    else if (*notice->issuer || *notice->issued_on)
        str_addf(out, "（%s%s）", notice->issuer, notice->issued_on);
}
