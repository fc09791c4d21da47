#include "import/text_page.h"

#include "import/source.h"

bool text_page_read(struct page *p, const char *path, const struct str *text,
                    size_t line, struct err *e)
{
    struct source s = {0};

    if (!source_cut(&s, path, str_text(text), text->len, e))
        return false;
    for (size_t i = 0; i < s.count; i++)
        page_add_text(p, s.lines[i].text, s.lines[i].len, line + i);
    source_clear(&s);
    return true;
}
