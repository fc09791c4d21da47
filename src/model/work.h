/*
 * work.h - how a work that goes on in slices stands.
 */
#ifndef MODEL_WORK_H
#define MODEL_WORK_H

enum work {
    WORK_MORE, /* go on */
    WORK_DONE,
    WORK_FAILED
};

#endif
