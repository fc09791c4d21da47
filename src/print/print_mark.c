#include "print/print_mark.h"

static size_t within(size_t at, size_t from, size_t to)
{
    return at < from ? from : at > to ? to : at;
}

void print_mark(struct str *out, const struct clean *text, size_t from,
                size_t to, const struct query_range *ranges, size_t n)
{
    size_t done = from;

    for (size_t i = 0; i < n; i++) {
        size_t start = clean_from_source(text, ranges[i].start);
        size_t end = clean_from_source(text, ranges[i].start + ranges[i].len);

        start = within(start, done, to);
        end = within(end, start, to);
        if (start == end)
            continue;
        str_append(out, text->text + done, start - done);
        str_add(out, PRINT_MARK_ON);
        str_append(out, text->text + start, end - start);
        str_add(out, PRINT_MARK_OFF);
        done = end;
    }
    str_append(out, text->text + done, to - done);
}
