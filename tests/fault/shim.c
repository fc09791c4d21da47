/*
 * shim.c - preloaded into a program, it makes the n-th call of a kind fail.
 *
 * It needs nothing that could fail or allocate itself: glibc's own names for
 * the allocator, bare system calls for the rest.
 */
#include "tests/fault/fault.h"

#include <dlfcn.h>
#include <errno.h>
#include <execinfo.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

/* glibc exports these for those who stand before its malloc(). */
extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);
extern int _IO_fclose(FILE *);

static const char *const names[FAULT_KINDS] = {
    [FAULT_MEMORY] = "memory:", [FAULT_READ] = "read:",
    [FAULT_OPEN] = "open:",     [FAULT_WRITE] = "write:",
    [FAULT_CLOSE] = "close:",
};

static struct fault_log *counts; /* NULL: nothing is counted, nothing fails */
static enum fault_kind kind;
static long first, last;

__attribute__((constructor)) static void start(void)
{
    const char *path = getenv("FAULT_LOG");
    const char *which = getenv("FAULT");
    int fd = path ? (int)syscall(SYS_openat, AT_FDCWD, path, O_RDWR) : -1;
    void *map;

    backtrace(&map, 1); /* asks for memory the first time */
    for (int k = 0; which && k < FAULT_KINDS; k++) {
        size_t len = strlen(names[k]);
        char *end;

        if (strncmp(which, names[k], len) != 0)
            continue;
        kind = (enum fault_kind)k;
        first = strtol(which + len, &end, 10);
        last = *end == '-' ? LONG_MAX : first;
    }
    if (fd < 0)
        return;
    map =
        mmap(NULL, sizeof(*counts), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    close(fd);
    if (map != MAP_FAILED)
        counts = map;
}

/* The library that the call comes from; not libc, which calls for others. */
static void note_caller(void)
{
    void *frames[16];
    int n;

    if (counts->failed++ > 0)
        return;
    n = backtrace(frames, 16);
    for (int i = 0; i < n; i++) {
        Dl_info info;
        const char *name;

        if (!dladdr(frames[i], &info) || !info.dli_fname)
            continue;
        name = strrchr(info.dli_fname, '/');
        name = name ? name + 1 : info.dli_fname;
        if (strcmp(name, "shim.so") == 0)
            continue;
        for (size_t k = 0; k + 1 < sizeof(counts->caller); k++) {
            counts->caller[k] = name[k];
            if (!name[k])
                break;
        }
        if (strncmp(name, "libc.", 5) != 0)
            return;
    }
}

static bool fails(enum fault_kind k, int reason)
{
    long n;

    if (!counts)
        return false;
    n = ++counts->calls[k];
    if (k != kind || n < first || n > last)
        return false;
    note_caller();
    errno = reason;
    return true;
}

#define NO_MEMORY() fails(FAULT_MEMORY, ENOMEM)
#define NO_READ()   fails(FAULT_READ, EIO)
#define NO_OPEN()   fails(FAULT_OPEN, EMFILE)
#define NO_WRITE()  fails(FAULT_WRITE, ENOSPC)
#define NO_CLOSE()  fails(FAULT_CLOSE, ENOSPC)

/* ---- memory ---- */

void *malloc(size_t size)
{
    return NO_MEMORY() ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
    return NO_MEMORY() ? NULL : __libc_calloc(count, size);
}

void *realloc(void *block, size_t size)
{
    return NO_MEMORY() ? NULL : __libc_realloc(block, size);
}

void *reallocarray(void *block, size_t count, size_t size)
{
    size_t bytes;

    if (NO_MEMORY() || __builtin_mul_overflow(count, size, &bytes))
        return NULL;
    return __libc_realloc(block, bytes);
}

void *aligned_alloc(size_t alignment, size_t size)
{
    return NO_MEMORY() ? NULL : __libc_memalign(alignment, size);
}

int posix_memalign(void **block, size_t alignment, size_t size)
{
    void *got = NO_MEMORY() ? NULL : __libc_memalign(alignment, size);

    if (!got)
        return ENOMEM;
    *block = got;
    return 0;
}

/* ---- files ---- */

ssize_t read(int fd, void *buf, size_t size)
{
    return NO_READ() ? -1 : (ssize_t)syscall(SYS_read, fd, buf, size);
}

ssize_t pread(int fd, void *buf, size_t size, off_t at)
{
    return NO_READ() ? -1 : (ssize_t)syscall(SYS_pread64, fd, buf, size, at);
}

ssize_t pread64(int fd, void *buf, size_t size, off64_t at)
{
    return NO_READ() ? -1 : (ssize_t)syscall(SYS_pread64, fd, buf, size, at);
}

static int open_with(const char *path, int flags, va_list more)
{
    int mode = flags & (O_CREAT | __O_TMPFILE) ? va_arg(more, int) : 0;

    return (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

int open(const char *path, int flags, ...)
{
    va_list more;
    int fd;

    if (NO_OPEN())
        return -1;
    va_start(more, flags);
    fd = open_with(path, flags, more);
    va_end(more);
    return fd;
}

int open64(const char *path, int flags, ...)
{
    va_list more;
    int fd;

    if (NO_OPEN())
        return -1;
    va_start(more, flags);
    fd = open_with(path, flags | O_LARGEFILE, more);
    va_end(more);
    return fd;
}

ssize_t write(int fd, const void *bytes, size_t size)
{
    return NO_WRITE() ? -1 : (ssize_t)syscall(SYS_write, fd, bytes, size);
}

ssize_t pwrite64(int fd, const void *bytes, size_t size, off64_t at)
{
    return NO_WRITE() ? -1
                      : (ssize_t)syscall(SYS_pwrite64, fd, bytes, size, at);
}

int ftruncate64(int fd, off64_t size)
{
    return NO_WRITE() ? -1 : (int)syscall(SYS_ftruncate, fd, size);
}

int fsync(int fd)
{
    return NO_WRITE() ? -1 : (int)syscall(SYS_fsync, fd);
}

int rename(const char *from, const char *to)
{
    return NO_WRITE()
               ? -1
               : (int)syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0u);
}

/* The server of a file on the network may say so late. */
int fclose(FILE *f)
{
    int closed = _IO_fclose(f);

    return NO_CLOSE() ? EOF : closed;
}
