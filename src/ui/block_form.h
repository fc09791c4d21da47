/*
 * block_form.h - how a block of a notice stands: its form (text/form.h), with
 * the signature that it is part of.
 */
#ifndef UI_BLOCK_FORM_H
#define UI_BLOCK_FORM_H

#include <stdbool.h>
#include <stddef.h>

#include "model/notice.h"
#include "text/form.h"

/* The form of block `index` of `n`, of which `block` is the clean text. Other
 * blocks are read for a signer or a date only; what cannot be read is left
 * out of account. With `has_seal` a signature stands as where a seal goes
 * over it. */
void block_form(struct layout_form *form, struct notice *n, size_t index,
                const struct form_block *block, int width,
                enum ambiguous ambiguous, bool has_seal);

#endif
