/*
 * document.h - one document out of a stretch of a page's lines: blocks with
 * their roles, annexes with their lists, the fields of the document.
 *
 * Where a line stands is found first (head.h, tail.h); the rules (rules.h)
 * then say line by line what it is.
 */
#ifndef IMPORT_DOCUMENT_H
#define IMPORT_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "import/draft.h"
#include "import/head.h"
#include "import/page.h"
#include "import/seen.h"
#include "import/survey.h"
#include "import/tail.h"
#include "import/unit.h"

/* Signs of the way: what the lines so far said of the next ones. */
enum document_after {
    AFTER_TEXT,
    AFTER_CONTACT,
    AFTER_NOTE, /* 附件：, or an annex named under it */
};

struct document {
    /* Given: */
    struct page *page;
    const struct survey *survey;
    struct draft_notice *notice; /* being filled; borrowed */
    size_t id;                   /* of the notice in the edition */
    size_t first_annex;          /* id that its first annex gets */
    struct seen *seen;           /* paragraphs of the page; borrowed */
    const struct unit_tables *tables;
    size_t from, end; /* its lines */
    bool is_lead;     /* text before a notice, and about it */
    bool takes_page;  /* what the page's meta elements say is of it */
    bool no_list;     /* tables stay text */

    /* Found: */
    struct head head;
    struct tail tail;

    /* While its lines are taken: */
    enum document_after after;
    bool in_annex;     /* below the first annexed text */
    bool is_marked;    /* 附件1 was the last line; its annex: */
    size_t annex;      /* index in the notice, SIZE_MAX: not known */
    size_t mark_block; /* of the mark */
    struct seen annex_titles, annex_numbers; /* annex.c: .notice is the index
                                                of the annex */
    const char *rule;                        /* that judges now */
};

/* Read the document of the lines [from, end). Every line is settled. */
bool document_read(struct document *d, struct err *e);

/* Add line `at` as a block, and settle it. */
void document_add_block(struct document *d, size_t at, enum role role,
                        int level);

/* Settle a line that is no part of the text. */
void document_leave_out(struct document *d, size_t at, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

#endif
