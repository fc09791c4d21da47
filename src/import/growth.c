#include "import/growth.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "import/cite.h"
#include "import/seen.h"
#include "import/words.h"

/* Documents by what tells one from another. */
struct keys {
    struct seen numbers, titles; /* .notice: index in the draft */
};

static bool same(const char *a, const char *b)
{
    return strcmp(a ? a : "", b ? b : "") == 0;
}

/* Title and date, or the title alone; the caller frees it. */
static char *title_key(const struct draft_notice *n, bool dated)
{
    struct str key = {0};
    char *bare = words_bare(n->title);

    str_addf(&key, "%s|%s", bare, dated && n->issued_on ? n->issued_on : "");
    free(bare);
    return str_take(&key);
}

static void keys_add(struct keys *k, const struct draft_notice *n, size_t index)
{
    if (n->doc_number) {
        char *number = cite_plain_number(n->doc_number);

        seen_add(&k->numbers, number, index, 0);
        free(number);
    }
    if (*n->title) {
        char *key = title_key(n, true);

        seen_add(&k->titles, key, index, 0);
        free(key);
    }
}

static void keys_clear(struct keys *k)
{
    seen_clear(&k->numbers);
    seen_clear(&k->titles);
}

/* The document that `n` is a copy of: its index, or SIZE_MAX. */
static size_t copy_of(const struct keys *k, const struct draft *d,
                      const struct draft_notice *n)
{
    const struct seen_entry *found = NULL;

    if (n->doc_number) {
        char *number = cite_plain_number(n->doc_number);

        found = seen_find(&k->numbers, number);
        free(number);
    }
    if (!found && *n->title) {
        char *key = title_key(n, true);

        found = seen_find(&k->titles, key);
        free(key);
        /* The same title under two numbers is two documents. */
        if (found && n->doc_number && d->notices[found->notice].doc_number)
            found = NULL;
    }
    return found ? found->notice : SIZE_MAX;
}

/* ---- what differs ---- */

static bool same_lists(const struct draft_list *a, const struct draft_list *b)
{
    if (!a || !b)
        return a == b;
    if (a->column_count != b->column_count || a->row_count != b->row_count)
        return false;
    for (size_t c = 0; c < a->column_count; c++) {
        if (!same(a->columns[c].name, b->columns[c].name))
            return false;
    }
    for (size_t r = 0; r < a->row_count; r++) {
        for (size_t c = 0; c < a->column_count; c++) {
            if (!same(a->rows[r].cells[c], b->rows[r].cells[c]))
                return false;
        }
    }
    return true;
}

static bool same_annexes(const struct draft_notice *a,
                         const struct draft_notice *b)
{
    if (a->annex_count != b->annex_count)
        return false;
    for (size_t i = 0; i < a->annex_count; i++) {
        const struct draft_annex *x = &a->annexes[i], *y = &b->annexes[i];

        if (!same(x->number, y->number) || !same(x->title, y->title) ||
            !same(x->file, y->file) || x->block != y->block ||
            !same_lists(x->list, y->list))
            return false;
    }
    return true;
}

static bool same_particulars(const struct draft_notice *a,
                             const struct draft_notice *b)
{
    if (a->particular_count != b->particular_count)
        return false;
    for (size_t i = 0; i < a->particular_count; i++) {
        if (!same(a->particulars[i].name, b->particulars[i].name) ||
            !same(a->particulars[i].value, b->particulars[i].value))
            return false;
    }
    return true;
}

/* How many paragraphs at the same places are not the same, and how many there
 * are more. */
static size_t changed_blocks(const struct draft_notice *a,
                             const struct draft_notice *b)
{
    size_t both =
        a->block_count < b->block_count ? a->block_count : b->block_count;
    size_t changed = a->block_count + b->block_count - 2 * both;

    for (size_t i = 0; i < both; i++)
        changed += a->blocks[i].role != b->blocks[i].role ||
                   a->blocks[i].level != b->blocks[i].level ||
                   !same(a->blocks[i].text, b->blocks[i].text) ||
                   !same(a->blocks[i].raw, b->blocks[i].raw);
    return changed;
}

static void tell(struct str *out, const char *text)
{
    if (out->len)
        str_add(out, _(", "));
    str_add(out, text);
}

static void tell_field(struct str *out, const char *name, const char *old,
                       const char *new)
{
    struct str text = {0};

    if (same(old, new))
        return;
    str_addf(&text, _("%s %s (was %s)"), name, new ? new : "-",
             old ? old : "-");
    tell(out, str_text(&text));
    str_clear(&text);
}

/* What `new` says otherwise than `old`; "" where nothing. */
static char *differences(const struct draft_notice *old,
                         const struct draft_notice *new)
{
    struct str out = {0}, text = {0};
    size_t blocks = changed_blocks(old, new);

    tell_field(&out, _("title"), old->title, new->title);
    tell_field(&out, _("number"), old->doc_number, new->doc_number);
    tell_field(&out, _("issuer"), old->issuer, new->issuer);
    tell_field(&out, _("addressee"), old->addressee, new->addressee);
    tell_field(&out, _("date"), old->issued_on, new->issued_on);
    tell_field(&out, _("kind"), old->kind, new->kind);
    tell_field(&out, _("status"), old->status, new->status);
    tell_field(&out, _("address"), old->url, new->url);
    if (blocks) {
        str_addf(&text, _("paragraphs: %zu"), blocks);
        tell(&out, str_text(&text));
    }
    if (!same_annexes(old, new))
        tell(&out, _("annexes"));
    if (!same_particulars(old, new))
        tell(&out, _("what the page says of itself"));
    str_clear(&text);
    return str_take(&out);
}

/* ---- joining ---- */

/* The newer copy in the place of the older one; what a person said of the
 * document and the newer copy does not is kept. */
static void replace(struct draft *d, size_t at, size_t new, struct str *lines)
{
    struct draft_notice *older = &d->notices[at], *newer = &d->notices[new],
                        swap;
    char *changes;

    if (!newer->status && older->status)
        draft_set(&newer->status, older->status);
    changes = differences(older, newer);
    if (*changes) {
        str_addf(lines, _("%s: replaces the copy that was held: %s\n"),
                 newer->source, changes);
        swap = *older;
        *older = *newer;
        *newer = swap;
    } else {
        str_addf(lines, _("%s: was held already\n"), newer->source);
    }
    free(changes);
}

void growth_join(struct draft *d, size_t old, struct str *lines)
{
    struct keys keys = {0};
    size_t kept = old;

    for (size_t i = 0; i < old; i++)
        keys_add(&keys, &d->notices[i], i);
    for (size_t i = old; i < d->notice_count; i++) {
        size_t at = copy_of(&keys, d, &d->notices[i]);

        if (at != SIZE_MAX) {
            replace(d, at, i, lines);
            keys_add(&keys, &d->notices[at], at);
            continue;
        }
        if (kept != i) {
            struct draft_notice swap = d->notices[kept];

            d->notices[kept] = d->notices[i];
            d->notices[i] = swap;
        }
        keys_add(&keys, &d->notices[kept], kept);
        kept++;
    }
    draft_cut(d, kept);
    keys_clear(&keys);
}

static bool is_meant(const struct draft_notice *n, const char *number,
                     const char *title)
{
    char *own = n->doc_number ? cite_plain_number(n->doc_number) : NULL;
    char *bare = words_bare(n->title);
    bool meant = (own && strcmp(own, number) == 0) ||
                 (*bare && strcmp(bare, title) == 0);

    free(own);
    free(bare);
    return meant;
}

static bool refuse_unknown(const char *what, struct err *e)
{
    return err_set(e, ERR_USAGE, _("no document has the number or title %s"),
                   what);
}

/* The fields that a person may say, as `to` has them now. */
static void tell_corrected(const struct draft_notice *to,
                           const struct correction *told, const char *what,
                           struct str *lines)
{
    const struct {
        enum correction_field field;
        const char *name, *value;
    } all[] = {
        {CORRECT_TITLE, _("title"), to->title},
        {CORRECT_NUMBER, _("number"), to->doc_number},
        {CORRECT_ISSUER, _("issuer"), to->issuer},
        {CORRECT_ADDRESSEE, _("addressee"), to->addressee},
        {CORRECT_DATE, _("date"), to->issued_on},
        {CORRECT_KIND, _("kind"), to->kind},
        {CORRECT_URL, _("address"), to->url},
        {CORRECT_STATUS, _("status"), to->status},
    };
    struct str changes = {0};

    for (size_t i = 0; i < ARRAY_LEN(all); i++) {
        struct str text = {0};

        if (!told->fields[all[i].field])
            continue;
        str_addf(&text, "%s %s", all[i].name,
                 all[i].value && *all[i].value ? all[i].value : "-");
        tell(&changes, str_text(&text));
        str_clear(&text);
    }
    str_addf(lines, "%s%s%s\n", what, _(": "), str_text(&changes));
    str_clear(&changes);
}

bool growth_correct(struct draft *d, const char *what,
                    const struct correction *told, struct str *lines,
                    struct err *e)
{
    char *number = cite_plain_number(what), *title = words_bare(what);
    bool any = false;

    for (size_t i = 0; i < d->notice_count; i++) {
        if (!is_meant(&d->notices[i], number, title))
            continue;
        correction_fill(told, &d->notices[i]);
        tell_corrected(&d->notices[i], told, what, lines);
        any = true;
    }
    free(number);
    free(title);
    return any || refuse_unknown(what, e);
}

bool growth_remove(struct draft *d, const char *what, struct err *e)
{
    char *number = cite_plain_number(what), *title = words_bare(what);
    size_t kept = 0;

    for (size_t i = 0; i < d->notice_count; i++) {
        struct draft_notice swap = d->notices[kept];

        if (is_meant(&d->notices[i], number, title))
            continue;
        d->notices[kept++] = d->notices[i];
        if (kept - 1 != i)
            d->notices[i] = swap;
    }
    free(number);
    free(title);
    if (kept == d->notice_count)
        return refuse_unknown(what, e);
    draft_cut(d, kept);
    return true;
}
