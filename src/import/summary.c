#include "import/summary.h"

#include "base/i18n.h"
#include "base/mem.h"

static void add_part(struct str *out, const char *text)
{
    if (text && *text) {
        str_add(out, _(", "));
        str_add(out, text);
    }
}

/* Issuers are parted as the edition keeps them. */
static void add_lists(struct str *out, const struct draft_notice *n)
{
    size_t lists = 0, rows = 0;
    struct str part = {0};

    for (size_t i = 0; i < n->annex_count; i++) {
        if (n->annexes[i].list) {
            lists++;
            rows += n->annexes[i].list->row_count;
        }
    }
    if (lists) {
        str_addf(&part, i18n_plural("%zu list", "%zu lists", lists), lists);
        str_addf(&part, i18n_plural(" (%zu row)", " (%zu rows)", rows), rows);
        add_part(out, str_text(&part));
    }
    str_clear(&part);
}

void summary_document(struct str *out, const char *file,
                      const struct draft_notice *n)
{
    struct str part = {0};

    str_addf(out, "%s%s%s", file, _(": "), n->kind ? n->kind : "");
    if (n->title && *n->title)
        str_addf(out, "《%s》", n->title);
    else
        str_add(out, _(" (no title)"));
    add_part(out, n->doc_number);
    add_part(out, n->issuer);
    add_part(out, n->issued_on);
    str_addf(&part,
             i18n_plural("%zu paragraph", "%zu paragraphs", n->block_count),
             n->block_count);
    add_part(out, str_text(&part));
    str_clear(&part);
    add_lists(out, n);
    str_addc(out, '\n');
}

void summary_list(struct str *out, const char *file, const char *title,
                  int64_t rows, const struct draft_gaps *gaps, const char *page)
{
    unsigned long missing = 0;
    struct str quoted = {0};

    str_addf(&quoted, "《%s》", title);
    for (size_t i = 0; i < gaps->count; i++)
        missing +=
            (unsigned long)(gaps->items[i].last - gaps->items[i].first + 1);
    str_addf(out,
             i18n_plural("%s: list %s, %lld row", "%s: list %s, %lld rows",
                         (unsigned long)rows),
             file, str_text(&quoted), (long long)rows);
    if (missing)
        str_addf(out,
                 i18n_plural("; %lu number is missing",
                             "; %lu numbers are missing", missing),
                 missing);
    if (page)
        str_addf(out, _("; an annex that %s links to"), page);
    str_addc(out, '\n');
    str_clear(&quoted);
}
