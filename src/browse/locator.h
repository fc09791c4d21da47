/*
 * locator.h - where the reader is, in one line:
 * 教职成司函〔2020〕33号 | 附件1 | 第 98 号 | 5/14
 * Where that does not fit, less of it: the position is what changes.
 */
#ifndef BROWSE_LOCATOR_H
#define BROWSE_LOCATOR_H

#include "browse/view.h"
#include "base/str.h"

/* Append clean text of up to `columns` columns; more only where the last part
 * alone is wider. */
void locator_append(struct str *out, const struct view *v, int columns,
                    enum ambiguous ambiguous);

#endif
