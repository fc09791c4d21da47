/*
 * stage.h - a pane on a canvas of its own, over the first list of a database.
 */
#ifndef TESTS_STAGE_H
#define TESTS_STAGE_H

#include <stdbool.h>

#include "canvas/canvas.h"
#include "tests/opened.h"
#include "ui/light.h"
#include "ui/pane.h"

struct stage {
    struct opened opened;
    struct pane *pane; /* the test makes it, stage_close() destroys it */
    struct canvas canvas;
    struct light light; /* with which it is drawn; {0}: none */
};

/* Frees `path`. The words are Chinese. */
void stage_open(struct stage *s, char *path);
void stage_size(struct stage *s, int rows, int columns);
void stage_close(struct stage *s);

/* Light what `q` (borrowed; NULL: nothing) matches in the list. */
void stage_light(struct stage *s, struct query *q);

/* The picture (tests/picture.h), which must be whole. */
const char *stage_drawn(struct stage *s, bool focused);

#endif
