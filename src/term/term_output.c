#include "term/term_output.h"

#include <errno.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "term/term_signal.h"

static bool collecting;
static struct str kept;
static void (*change_kept)(struct str *kept);

/* Exported even under -fvisibility=hidden: curses has to find it. */
__attribute__((visibility("default"))) ssize_t write(int fd, const void *bytes,
                                                     size_t len)
{
    if (collecting && fd == STDOUT_FILENO) {
        str_append(&kept, bytes, len);
        return (ssize_t)len;
    }
    return (ssize_t)syscall(SYS_write, fd, bytes, len);
}

void term_output_collect(bool collect)
{
    collecting = collect;
}

bool term_output_has(void)
{
    return kept.len > 0;
}

void term_output_change(void (*change)(struct str *kept))
{
    change_kept = change;
}

static void send(bool always)
{
    size_t sent = 0;

    if (change_kept && kept.len > 0)
        change_kept(&kept);
    while (sent < kept.len && (always || !term_signal_is_gone())) {
        long n = syscall(SYS_write, STDOUT_FILENO, kept.text + sent,
                         kept.len - sent);

        if (n < 0 && errno != EINTR)
            break;
        if (n > 0)
            sent += (size_t)n;
    }
    str_truncate(&kept, 0);
}

void term_output_add(const char *bytes)
{
    if (!bytes)
        return;
    str_add(&kept, bytes);
    if (!collecting)
        send(false);
}

void term_output_send(void)
{
    send(true);
}

void term_output_try(void)
{
    send(false);
}

void term_output_clear(void)
{
    str_clear(&kept);
}

bool term_output_now(int fd, const char *bytes, size_t len)
{
    return syscall(SYS_write, fd, bytes, len) == (long)len;
}
