#include "import/text_page.h"

#include "import/text_lines.h"

bool text_page_read(struct page *p, const char *path, const struct str *text,
                    size_t line, struct err *e)
{
    struct text_lines t = {0};

    if (!text_lines_read(&t, path, text, line, e))
        return false;
    for (size_t at = 0; at < t.count;)
        at += text_lines_give(&t, at, p);
    text_lines_clear(&t);
    return true;
}
