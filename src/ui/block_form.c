#include "ui/block_form.h"

#include <stdbool.h>

#include "text/clean.h"

#define SIGNERS_MOST 8 /* that are looked at above and below */

/* Whether block `index` has this role. */
static bool is_role(struct notice *n, size_t index, enum role role)
{
    const struct block *b = NULL;

    if (index < notice_block_count(n))
        b = notice_block(n, index, NULL);
    return b && b->role == role;
}

static void sign(struct form_signature *s, struct notice *n, size_t index,
                 enum ambiguous ambiguous)
{
    const struct block *b = notice_block(n, index, NULL);
    struct clean clean = {0};
    struct form_block block;

    if (!b)
        return;
    clean_text(&clean, b->text, b->len, CLEAN_SCREEN);
    block = (struct form_block){
        .role = b->role, .text = clean.text, .len = clean.len};
    form_sign(s, &block, ambiguous);
    clean_clear(&clean);
}

/* The signers above and below block `index`, itself one or a date, and the
 * date under them. */
static void find_signature(struct form_signature *s, struct notice *n,
                           size_t index, enum ambiguous ambiguous)
{
    size_t first = index, end = index;

    while (first > 0 && index - first < SIGNERS_MOST &&
           is_role(n, first - 1, ROLE_SIGNER))
        first--;
    while (end - index < SIGNERS_MOST && is_role(n, end, ROLE_SIGNER))
        end++;
    for (size_t i = first; i < end; i++)
        sign(s, n, i, ambiguous);
    if (is_role(n, end, ROLE_DATE))
        sign(s, n, end, ambiguous);
}

void block_form(struct layout_form *form, struct notice *n, size_t index,
                const struct form_block *block, int width,
                enum ambiguous ambiguous, bool has_seal)
{
    struct form_signature signature = {.has_seal = has_seal};

    if (block->role == ROLE_SIGNER || block->role == ROLE_DATE)
        find_signature(&signature, n, index, ambiguous);
    form_of(form, block, &signature, width, ambiguous);
}
