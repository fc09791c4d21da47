#include "base/mem.h"

#include <errno.h>
#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/locale.h"

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

/* A write that is cut or fails cannot be helped here. It is the system's own:
 * write() is a function of the terminal's in a program that has one. */
static void say(const char *text)
{
    /* NOLINTNEXTLINE(performance-no-int-to-ptr): it is only read */
    struct iovec all = {.iov_base = (char *)(intptr_t)text,
                        .iov_len = strlen(text)};

    if (writev(STDERR_FILENO, &all, 1) < 0)
        return;
}

/* Nothing in here may ask for memory: a word of the catalogue is looked up
 * where it lies, and can be said only as it is, in UTF-8. */
void mem_give_up(void)
{
    static const char *const reason = N_("out of memory");
    void (*restore)(void) = on_failure;

    on_failure = NULL;
    if (restore)
        restore();
    say(program_invocation_short_name);
    say(": ");
    say(locale_is_utf8() ? _(reason) : reason);
    say("\n");
    _exit(MEM_STATUS);
}

void *xmalloc(size_t size)
{
    void *block = malloc(size ? size : 1);

    if (!block)
        mem_give_up();
    return block;
}

void *xcalloc(size_t count, size_t size)
{
    void *block = calloc(count ? count : 1, size ? size : 1);

    if (!block)
        mem_give_up();
    return block;
}

void *xreallocarray(void *block, size_t count, size_t size)
{
    void *moved;

    if (size && count > SIZE_MAX / size)
        mem_give_up();
    moved = realloc(block, count && size ? count * size : 1);
    if (!moved)
        mem_give_up();
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
        mem_give_up();
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
