/*
 * where.h - "=": where the reader is, in numbers, in a line.
 */
#ifndef BROWSE_WHERE_H
#define BROWSE_WHERE_H

#include "browse/state.h"

void where_say(struct app *a);

#endif
