/*
 * scan_look.h - the quick look at a block: where two neighbours stand that a
 * match may have.
 *
 * Nearly all of a search's time is spent here. Where the processor can (AVX2,
 * AVX-512 VBMI), 32 or 64 units are looked at at a time by their classes, the
 * high bytes; what passes is looked at by the units themselves. The rows found
 * are the same either way.
 */
#ifndef SEARCH_SCAN_LOOK_H
#define SEARCH_SCAN_LOOK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define SCAN_LOOK_CLASSES 256
#define SCAN_LOOK_PARTS   (SCAN_LOOK_CLASSES / 16)
#define SCAN_LOOK_FEW     4

/* What the classes of units may be, as tables of 16 that the processor looks
 * up at once. Bits that all have stand in `common`, the others in the parts
 * that have any. */
struct scan_look_classes {
    uint8_t by_class[SCAN_LOOK_CLASSES];
    uint8_t common;
    uint8_t parts[SCAN_LOOK_PARTS]; /* which */
    int count;
};

enum scan_look_way {
    SCAN_LOOK_BY_TABLE, /* one unit after the other */
    SCAN_LOOK_BY_CLASS,
    SCAN_LOOK_BY_CLASS_64, /* 64 of them at a time */
    SCAN_LOOK_BY_FEW,      /* few units can be the first */
};

/* Unit `a` before unit `b` passes if first[a] & second[b]. */
struct scan_look {
    const uint8_t *first, *second; /* by unit; borrowed */
    enum scan_look_way way;
    struct scan_look_classes class_first, class_second;
    uint16_t few[SCAN_LOOK_FEW]; /* SCAN_LOOK_BY_FEW: which; some twice */
};

/* Get ready to look by these tables of SCAN_UNITS bytes, of which units under
 * `units` occur; they are borrowed as long as the look is used. */
void scan_look_init(struct scan_look *l, const uint8_t *first,
                    const uint8_t *second, size_t units);

/* How far a look went through one block; {0} at its beginning. */
struct scan_looking {
    size_t base, end; /* the places [base, end) were looked at ... */
    uint64_t passing; /* ... and these may pass, a bit each */
};

/* The first unit in [from, end) of `u` that passes with its neighbour, or
 * `end`. The unit at `end` is looked at too; all are under `units`, or a
 * damaged block's, which may be found or passed. `from` only rises while `at`
 * is used. */
size_t scan_look(const struct scan_look *l, struct scan_looking *at,
                 const uint16_t *u, size_t from, size_t end);

#endif
