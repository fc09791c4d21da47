/*
 * place.h - where the reader is, as a value: what a jump, a mark or a search
 * that is given up goes back to.
 */
#ifndef BROWSE_PLACE_H
#define BROWSE_PLACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ui/frame.h"
#include "ui/list_pane.h"
#include "ui/notice_pane.h"

struct place {
    enum frame_pane focus;
    int annex; /* of the list that is shown, index in the edition; -1: none */
    struct notice_place notice;
    struct list_place list;
    int64_t record_top; /* first line of the record that is seen */
};

#define PLACE_MARKS 26 /* a to z */

struct places {
    struct place marks[PLACE_MARKS];
    bool marked[PLACE_MARKS];
};

/* `letter` is a to z; false for any other, or (places_marked) where nothing
 * was marked under it. */
bool places_mark(struct places *p, int letter, const struct place *place);
bool places_marked(const struct places *p, int letter, struct place *out);

#endif
