/*
 * fault.h - what the shim that makes calls fail and its driver share.
 *
 * The shim (tests/fault/shim.c) is preloaded into a program. It counts the
 * calls of each kind and makes the one that the environment names fail:
 *
 *     FAULT=memory:12    the twelfth allocation from now fails
 *     FAULT=read:3-      the third read and all after it fail
 *     FAULT_LOG=FILE     a struct fault_log that it writes to as it goes
 */
#ifndef TESTS_FAULT_FAULT_H
#define TESTS_FAULT_FAULT_H

enum fault_kind {
    FAULT_MEMORY, /* malloc, calloc, realloc and their like: ENOMEM */
    FAULT_READ,   /* read, pread: EIO */
    FAULT_OPEN,   /* open: EMFILE */
    FAULT_WRITE,  /* write, pwrite, ftruncate, fsync, rename: ENOSPC */
    FAULT_CLOSE,  /* fclose: ENOSPC */
    FAULT_KINDS,
};

struct fault_log {
    long calls[FAULT_KINDS];
    long failed;     /* how many calls were made to fail */
    char caller[64]; /* the library that the first of them came from */
};

#endif
