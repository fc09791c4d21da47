#include "import/read_mht.h"

#include <string.h>

#include "base/i18n.h"
#include "import/html.h"
#include "import/html_start.h"
#include "import/mime.h"
#include "import/text_page.h"

static bool recognises(struct input *in)
{
    return mime_is_start(str_text(&in->head), in->head.len);
}

/* The page's own word on its encoding comes before that of the header, which
 * a server may have made up. */
static enum encoding declared(const struct mime_part *part)
{
    enum encoding own = html_declared(str_text(&part->body), part->body.len);

    return own != ENCODING_UNKNOWN
               ? own
               : decode_named(str_text(&part->charset), part->charset.len);
}

static void take_url(struct page *p, const struct mime_part *part)
{
    const char *url = str_text(&part->location);

    if (strncmp(url, "http://", 7) != 0 && strncmp(url, "https://", 8) != 0)
        return;
    for (size_t i = 0; i < p->particular_count; i++) {
        if (strcmp(p->particulars[i].name, "Url") == 0)
            return;
    }
    page_add_particular(p, "Url", url, 1);
}

static bool read_part(struct page *p, struct input *in,
                      const struct mime_part *part, struct str *text,
                      struct err *e)
{
    if (!decode_whole(in->decode, in->path, str_text(&part->body),
                      part->body.len, declared(part), text, e))
        return false;
    if (!part->is_html)
        return text_page_read(p, in->path, text, part->line, e);
    return text->len == 0 ||
           html_read(p, in->path, text->text, text->len, part->line, e);
}

static bool read_page(struct page *p, struct input *in, struct err *e)
{
    struct mime_part part = {0};
    struct str text = {0};
    bool ok = input_load(in, e) &&
              (mime_find_page(in->bytes, in->len, &part) ||
               err_set(e, ERR_DATA,
                       _("%s: has no page in it (MIME without a part of "
                         "text/html)"),
                       in->path)) &&
              read_part(p, in, &part, &text, e);

    if (ok)
        take_url(p, &part);
    str_clear(&text);
    mime_part_clear(&part);
    return ok;
}

static const char *const suffixes[] = {".mht", ".mhtml", NULL};

const struct reader read_mht_reader = {.name = "MHT",
                                       .recognises = recognises,
                                       .suffixes = suffixes,
                                       .read_page = read_page};
