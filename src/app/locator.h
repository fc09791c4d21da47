/*
 * locator.h - where the reader is, in one line:
 * 教职成司函〔2020〕33号 | 附件1 | 第 98 号 | 5/14
 */
#ifndef APP_LOCATOR_H
#define APP_LOCATOR_H

#include "app/view.h"
#include "base/str.h"

/* Append clean text. */
void locator_append(struct str *out, const struct view *v);

#endif
