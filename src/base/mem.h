/*
 * mem.h - allocation that never returns NULL.
 *
 * Out of memory is not an error that code handles: the program gives the
 * terminal back (mem_on_failure), says one line and ends. No caller checks.
 */
#ifndef BASE_MEM_H
#define BASE_MEM_H

#include <stddef.h>

#define ARRAY_LEN(a) (sizeof(a) / sizeof((a)[0]))

enum { MEM_STATUS = 2 }; /* the exit status when memory runs out */

/* Called once, before the end, when memory runs out; NULL: nothing. It must
 * not ask for memory. */
void mem_on_failure(void (*restore)(void));

/* For a program that runs long: large blocks go back to the system as soon as
 * they are freed, and grow without being copied. Call it at the start. */
void mem_give_back(void);

/* End as all of these do, for whoever was refused memory by a library. */
void mem_give_up(void) __attribute__((noreturn));

/* A size of 0 gives a block that can be freed. Count * size may overflow:
 * that is out of memory too. */
void *xmalloc(size_t size) __attribute__((returns_nonnull));
void *xcalloc(size_t count, size_t size) __attribute__((returns_nonnull));
void *xreallocarray(void *block, size_t count, size_t size)
    __attribute__((returns_nonnull));
char *xstrdup(const char *s) __attribute__((returns_nonnull));

/* `len` bytes of `s` (which may hold NUL) and a closing NUL. */
char *xmemdup(const char *s, size_t len) __attribute__((returns_nonnull));

/*
 * Make room for one more element in an array that grows by half. `*cap` is
 * the number of elements allocated, `len` the number used. Returns the array,
 * moved if need be:
 *
 *     a->items = mem_grow(a->items, a->len, &a->cap, sizeof(*a->items));
 *     a->items[a->len++] = item;
 */
void *mem_grow(void *array, size_t len, size_t *cap, size_t size)
    __attribute__((returns_nonnull));

#endif
