#include "import/read_text.h"

#include "import/text_page.h"

static bool read_page(struct page *p, struct input *in, struct err *e)
{
    struct str text = {0};
    bool ok = input_text(in, ENCODING_UNKNOWN, &text, e) &&
              text_page_read(p, in->path, &text, 1, e);

    str_clear(&text);
    return ok;
}

static const char *const suffixes[] = {".txt", ".text", NULL};

const struct reader read_text_reader = {
    .name = "text", .suffixes = suffixes, .read_page = read_page};
