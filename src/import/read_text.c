#include "import/read_text.h"

#include <string.h>

#include "import/source.h"

static bool read_page(struct page *p, struct input *in, struct err *e)
{
    struct source s = {0};
    struct str text = {0};
    bool ok = input_text(in, ENCODING_UNKNOWN, &text, e) &&
              source_cut(&s, in->path, str_text(&text), text.len, e);

    for (size_t i = 0; ok && i < s.count; i++)
        page_add_text(p, s.lines[i].text, s.lines[i].len, i + 1);
    source_clear(&s);
    str_clear(&text);
    return ok;
}

static const char *const suffixes[] = {".txt", ".text", NULL};

const struct reader read_text_reader = {
    .name = "text", .suffixes = suffixes, .read_page = read_page};
