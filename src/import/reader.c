#include "import/reader.h"

#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "import/foreign.h"
#include "import/read_delimited.h"
#include "import/read_docx.h"
#include "import/read_html.h"
#include "import/read_list.h"
#include "import/read_markdown.h"
#include "import/read_mht.h"
#include "import/read_sheets.h"
#include "import/read_text.h"

/* In the order of the questions: what is sure before what may be. */
/* clang-format off */
static const struct reader *const readers[] = {
    &read_xlsx_reader,
    &read_xls_reader,
    &read_ods_reader,
    &read_xml2003_reader,
    &read_docx_reader,
    &read_html_reader,
    &read_mht_reader,
    &read_markdown_reader,
    &read_csv_reader,
    &read_tsv_reader,
    &read_tab_text_reader,
    &read_drawn_list_reader,
    &read_text_reader,
};
/* clang-format on */

const struct reader *reader_for(struct input *in, struct err *e)
{
    for (size_t i = 0; i < ARRAY_LEN(readers); i++) {
        if (readers[i]->recognises && readers[i]->recognises(in))
            return readers[i];
    }
    if (foreign_by_content(in, e))
        return NULL;
    for (size_t i = 0; i < ARRAY_LEN(readers); i++) {
        if (readers[i]->suffixes && input_has_suffix(in, readers[i]->suffixes))
            return readers[i];
    }
    return foreign_by_name(in, e) ? NULL : &read_text_reader;
}

bool reader_read_page(const struct reader *r, struct page *p, struct input *in,
                      struct err *e)
{
    if (!input_load(in, e) || !r->read_page(p, in, e)) {
        page_clear(p);
        return false;
    }
    p->source.name = xstrdup(in->name);
    memcpy(p->source.digest, in->digest, sizeof(in->digest));
    return true;
}

bool reader_read_file(struct page *p, const char *path, struct err *e)
{
    struct decode decode;
    struct input in = {.fd = -1};
    const struct reader *r;
    bool ok = false;

    if (decode_open(&decode, e) && input_open(&in, path, &decode, e) &&
        (r = reader_for(&in, e)) != NULL)
        ok = r->read_page ? reader_read_page(r, p, &in, e)
                          : err_set(e, ERR_FORMAT,
                                    _("%s: is a table, not a document"), path);
    input_close(&in);
    decode_close(&decode);
    return ok;
}
