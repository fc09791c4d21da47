/*
 * terminfo_all.c - starts the program under each TERM that is named on
 * standard input, waits for its first screen and quits: `terminfo_all
 * PROGRAM DATABASE`. By hand: make check-terminfo.
 *
 * Under every name it draws the notice's text or prints it, ends with status 0
 * when q is typed, and leaves the terminal's modes as they were.
 */
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>

#include "base/str.h"
#include "tests/vt_pty.h"

enum { DEADLINE_MS = 10000 };

#define TEXT "教职成司函" /* of the document's number */

static long long now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (long long)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void take(struct vt_pty *p, struct str *out)
{
    char bytes[16384];
    size_t n = vt_pty_take(p, false, 2, bytes, sizeof(bytes));

    if (n > 0 && memmem(bytes, n, "\033[5n", 4))
        vt_pty_send(p, "\033[0n", 4); /* or it would wait for it at the end */
    str_append(out, bytes, n);
}

/* NULL, or what is wrong. */
static const char *judge(struct vt_pty *p, struct str *out)
{
    long long end = now() + DEADLINE_MS;
    struct termios modes;

    while (!p->ended && !vt_pty_is_resting(p)) {
        take(p, out);
        if (now() > end)
            return "it does not come to rest";
    }
    if (!p->ended)
        vt_pty_send(p, "q", 1);
    for (end = now() + DEADLINE_MS; !p->ended;) {
        take(p, out);
        if (now() > end)
            return "it does not quit";
    }
    while (vt_pty_take(p, false, 0, (char[4096]){0}, 4096) > 0)
        ;
    if (WIFSIGNALED(p->status))
        return "a signal ended it";
    if (WEXITSTATUS(p->status) != 0)
        return "it ends with trouble";
    if (!memmem(out->text, out->len, TEXT, strlen(TEXT)))
        return "the text is not shown";
    tcgetattr(p->slave, &modes);
    if (modes.c_lflag != p->modes.c_lflag ||
        modes.c_iflag != p->modes.c_iflag || modes.c_oflag != p->modes.c_oflag)
        return "the modes are not as before";
    return NULL;
}

int main(int argc, char **argv)
{
    char name[256];
    int names = 0, failed = 0;

    if (argc != 3)
        return 2;
    while (fgets(name, sizeof(name), stdin)) {
        char term[300];
        const char *const program[] = {argv[1], argv[2], NULL};
        const char *const env[] = {term,    "LC_ALL=C.UTF-8", "GONGWEN_OPTIONS",
                                   "LINES", "COLUMNS",        NULL};
        struct str out = {0};
        struct vt_pty p;
        const char *wrong = "it does not start";

        name[strcspn(name, "\n")] = '\0';
        snprintf(term, sizeof(term), "TERM=%s", name);
        if (vt_pty_start(&p, program, env, 24, 80)) {
            wrong = judge(&p, &out);
            vt_pty_stop(&p);
        }
        names++;
        if (wrong) {
            printf("%s: %s\n", name, wrong);
            failed++;
        }
        str_clear(&out);
    }
    printf("%d names, %d failed\n", names, failed);
    return failed > 0 || names == 0;
}
