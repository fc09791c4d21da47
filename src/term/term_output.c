#include "term/term_output.h"

#include <errno.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "term/term_signal.h"

static bool collecting;
static struct str kept;
static bool in_ascii; /* the terminal has been told its character set */
static void (*change_kept)(struct str *kept);

/*
 * What curses says too often, or should not say. terminfo for xterm selects
 * ASCII with every change of attributes, and after a stop sets the palette
 * back, which the user may have chosen. The entries of a TERMINAL that curses
 * reads cannot be changed from outside.
 */
static const char select_ascii[] = "\033(B";
static const char reset_palette[] = "\033]104\a";

/* Take every `needle` out of what is kept, from byte `from` on. */
static void take_out(const char *needle, size_t from)
{
    size_t len = strlen(needle);
    char *to = kept.text + from;
    char *at = to;
    char *end = kept.text + kept.len;
    char *next;

    while ((next = memmem(at, (size_t)(end - at), needle, len))) {
        memmove(to, at, (size_t)(next - at));
        to += next - at;
        at = next + len;
    }
    memmove(to, at, (size_t)(end - at));
    str_truncate(&kept, (size_t)(to + (end - at) - kept.text));
}

static void spare(void)
{
    const char *first;
    size_t from = 0;

    if (kept.len == 0)
        return;
    take_out(reset_palette, 0);
    first = memmem(kept.text, kept.len, select_ascii, 3);
    if (!in_ascii && first) {
        from = (size_t)(first - kept.text) + 3;
        in_ascii = true;
    }
    take_out(select_ascii, from);
}

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
    in_ascii = false;
}

void term_output_add(const char *bytes)
{
    if (bytes)
        str_add(&kept, bytes);
}

void term_output_change(void (*change)(struct str *kept))
{
    change_kept = change;
}

static void send(bool always)
{
    size_t sent = 0;

    spare();
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
