#include "base/mem.h"

#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LARGE = 256 * 1024 };

static void (*on_failure)(void);

void mem_on_failure(void (*restore)(void))
{
    on_failure = restore;
}

void mem_give_back(void)
{
#ifdef M_MMAP_THRESHOLD
    /* Left alone, glibc raises the two with each large block that is freed. */
    mallopt(M_MMAP_THRESHOLD, LARGE);
    mallopt(M_TRIM_THRESHOLD, LARGE);
#endif
}

static void out_of_memory(void) __attribute__((noreturn));

static void out_of_memory(void)
{
    static const char msg[] = "gongwen: out of memory\n";
    void (*restore)(void) = on_failure;

    on_failure = NULL;
    if (restore)
        restore();
    if (write(STDERR_FILENO, msg, sizeof(msg) - 1) < 0)
        _exit(2);
    abort();
}

void *xmalloc(size_t size)
{
    void *block = malloc(size ? size : 1);

    if (!block)
        out_of_memory();
    return block;
}

void *xcalloc(size_t count, size_t size)
{
    void *block = calloc(count ? count : 1, size ? size : 1);

    if (!block)
        out_of_memory();
    return block;
}

void *xreallocarray(void *block, size_t count, size_t size)
{
    void *moved;

    if (size && count > SIZE_MAX / size)
        out_of_memory();
    moved = realloc(block, count && size ? count * size : 1);
    if (!moved)
        out_of_memory();
    return moved;
}

char *xstrdup(const char *s)
{
    return xmemdup(s, strlen(s));
}

char *xmemdup(const char *s, size_t len)
{
    char *copy;

    if (len == SIZE_MAX)
        out_of_memory();
    copy = xmalloc(len + 1);
    if (len)
        memcpy(copy, s, len);
    copy[len] = '\0';
    return copy;
}

void *mem_grow(void *array, size_t len, size_t *cap, size_t size)
{
    if (len < *cap)
        return array;
    *cap = *cap + *cap / 2 + 8;
    return xreallocarray(array, *cap, size);
}
