/*
 * recognise.h - the documents in a saved page: the notices, and the text that
 * stands before the first of them.
 */
#ifndef IMPORT_RECOGNISE_H
#define IMPORT_RECOGNISE_H

#include <stdbool.h>

#include "base/err.h"
#include "import/correction.h"
#include "import/draft.h"
#include "import/page.h"
#include "import/unit.h"

/*
 * Add the documents of `p`, whose lines may be marked by correction_mark(), to
 * `d`, notices first, and settle every line of the page. The text before a
 * notice becomes a document of its own (新闻); what of it the notice says too,
 * and descriptions of pictures, are left out; an address in it is the notice's.
 * A page without a notice is one document. The fields that `told` (NULL:
 * nothing) corrects are those of the first.
 */
bool recognise_page(struct page *p, struct draft *d,
                    const struct unit_tables *tables,
                    const struct correction *told, struct err *e);

#endif
