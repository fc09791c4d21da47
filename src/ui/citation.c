#include "ui/citation.h"

#include <stdbool.h>
#include <string.h>

#define MARK_LEN 3 /* bytes of each of the four */

static bool is_mark(const char *s, const char *double_mark,
                    const char *single_mark)
{
    return strncmp(s, double_mark, MARK_LEN) == 0 ||
           strncmp(s, single_mark, MARK_LEN) == 0;
}

/* The title stands inside 《》 already, so its own marks begin with 〈 and
 * alternate from there (GB/T 15834-2011, 4.13.3.4). */
static void append_title(struct str *out, const char *title)
{
    int depth = 1;

    str_add(out, "《");
    for (const char *s = title; *s != '\0';) {
        if (is_mark(s, "《", "〈")) {
            str_add(out, depth % 2 ? "〈" : "《");
            depth++;
            s += MARK_LEN;
        } else if (is_mark(s, "》", "〉")) {
            if (depth > 1)
                depth--;
            str_add(out, depth % 2 ? "〉" : "》");
            s += MARK_LEN;
        } else {
            str_addc(out, *s++);
        }
    }
    str_add(out, "》");
}

static bool is_date(const char *s)
{
    static const char form[] = "0000-00-00";

    if (strlen(s) != sizeof(form) - 1)
        return false;
    for (size_t i = 0; s[i] != '\0'; i++) {
        if (form[i] == '-' ? s[i] != '-' : s[i] < '0' || s[i] > '9')
            return false;
    }
    return true;
}

/* 2020-10-05 as 2020年10月5日 (GB/T 9704-2012, 7.3.5.4: no zero before). */
static void append_date(struct str *out, const char *date)
{
    const char *month;
    const char *day;

    if (!is_date(date)) {
        str_add(out, date);
        return;
    }
    month = date + 5 + (date[5] == '0');
    day = date + 8 + (date[8] == '0');
    str_addf(out, "%.4s年%.*s月%s日", date, (int)(date + 7 - month), month,
             day);
}

void citation_append_names(struct str *out, const char *title,
                           const char *doc_number)
{
    bool has_title = title[0] != '\0';

    if (has_title)
        append_title(out, title);
    if (doc_number[0] != '\0') {
        str_add(out, has_title ? "（" : "");
        str_add(out, doc_number);
        str_add(out, has_title ? "）" : "");
    }
}

void citation_append(struct str *out, const struct notice_info *notice)
{
    bool has_issuer = notice->issuer[0] != '\0';
    bool has_date = notice->issued_on[0] != '\0';

    citation_append_names(out, notice->title, notice->doc_number);
    if (notice->doc_number[0] == '\0' && (has_issuer || has_date)) {
        str_add(out, "（");
        str_add(out, notice->issuer);
        if (has_issuer && has_date)
            str_add(out, "，");
        if (has_date)
            append_date(out, notice->issued_on);
        str_add(out, "）");
    }
}
