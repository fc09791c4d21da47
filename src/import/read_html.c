#include "import/read_html.h"

#include "import/html.h"
#include "import/html_start.h"

static const char *const suffixes[] = {".html", ".htm", ".xhtml", ".shtml",
                                       NULL};
static const char *const text_suffixes[] = {".md", ".markdown", NULL};

/* Markdown may begin with a tag too. */
static bool recognises(struct input *in)
{
    return html_is_start(str_text(&in->head), in->head.len) &&
           !input_has_suffix(in, text_suffixes);
}

static bool read_page(struct page *p, struct input *in, struct err *e)
{
    struct str text = {0};
    bool ok =
        input_text(in, html_declared(in->start, in->start_len), &text, e) &&
        (text.len == 0 || html_read(p, in->path, text.text, text.len, 1, e));

    str_clear(&text);
    return ok;
}

const struct reader read_html_reader = {.name = "HTML",
                                        .recognises = recognises,
                                        .suffixes = suffixes,
                                        .read_page = read_page};
