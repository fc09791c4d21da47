/*
 * document.h - one document out of a stretch of a page's lines: blocks with
 * their roles, annexes with their lists, the fields of the document.
 */
#ifndef IMPORT_DOCUMENT_H
#define IMPORT_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "import/draft.h"
#include "import/page.h"
#include "import/seen.h"
#include "import/unit.h"

struct document {
    struct page *page;
    struct draft_notice *notice; /* being filled; borrowed */
    size_t id;                   /* of the notice in the edition */
    size_t first_annex;          /* id that its first annex gets */
    struct seen *seen;           /* paragraphs of the page; borrowed */
    const struct unit_tables *tables;
};

/* The head of a web page (发文机构：...) says again what the document says: it
 * is taken where the document does not. Returns its label, NULL for a line
 * that is none. */
const char *document_page_head(struct draft_notice *n, const char *text);

/* Settle a line without text: blank, or a picture alone. */
void document_settle_blank(struct page *p, size_t at);

/* Read the lines [from, end) that are not yet settled; the document begins at
 * `from`. Every line is settled. */
bool document_notice(struct document *r, size_t from, size_t end,
                     struct err *e);

/* The same for text that is no notice: a short first line is its title, the
 * rest are paragraphs and lists. */
bool document_text(struct document *r, size_t from, size_t end, struct err *e);

#endif
