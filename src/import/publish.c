#include "import/publish.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/err_file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"

static volatile sig_atomic_t caught;
static const char *unfinished; /* what is removed when memory runs out */

static bool fail(const char *path, struct err *e)
{
    return err_file_write(e, path, errno);
}

static char *folder_of(const char *path)
{
    const char *slash = strrchr(path, '/');

    if (!slash)
        return xstrdup(".");
    return xmemdup(path, slash == path ? 1 : (size_t)(slash - path));
}

/* The file behind a link is replaced, not the link. */
static char *resolve(const char *path, struct err *e)
{
    struct stat st;
    char *real, *copy;

    if (lstat(path, &st) < 0 || !S_ISLNK(st.st_mode))
        return xstrdup(path);
    real = realpath(path, NULL);
    if (!real) {
        err_file_write(e, path, errno == ENOENT ? ELOOP : errno);
        return NULL;
    }
    copy = xstrdup(real);
    free(real);
    return copy;
}

static bool can_replace(const char *path, struct err *e)
{
    struct stat st;

    if (!*path)
        return err_set(e, ERR_IO, _("the name of the output is empty"));
    if (stat(path, &st) < 0)
        return errno == ENOENT || fail(path, e);
    if (S_ISDIR(st.st_mode))
        return err_set(e, ERR_IO, _("%s: is a folder, not a file"), path);
    if (!S_ISREG(st.st_mode))
        return err_set(e, ERR_IO,
                       _("%s: is not a regular file and is not replaced"),
                       path);
    return true;
}

static void remove_unfinished(void)
{
    if (unfinished)
        unlink(unfinished);
}

static void set_unfinished(const char *temp)
{
    unfinished = temp;
    mem_on_failure(temp ? remove_unfinished : NULL);
}

static bool create_temp(struct publish *p, struct err *e)
{
    char *folder = folder_of(p->path);
    struct str temp = {0};
    mode_t mask = umask(0);
    int fd;

    umask(mask);
    str_addf(&temp, "%s/.gongwen-import.XXXXXX", folder);
    free(folder);
    p->temp = str_take(&temp);
    fd = mkstemp(p->temp);
    if (fd < 0) {
        free(p->temp);
        p->temp = NULL;
        return fail(p->path, e);
    }
    set_unfinished(p->temp);
    /* mkstemp() lets nobody else read it. */
    if (fchmod(fd, 0666 & ~mask) < 0 || close(fd) < 0)
        return fail(p->path, e);
    return true;
}

bool publish_begin(struct publish *p, const char *path, struct err *e)
{
    if (!can_replace(path, e))
        return false;
    p->path = resolve(path, e);
    if (p->path && create_temp(p, e))
        return true;
    publish_clear(p);
    return false;
}

bool publish_replaces(const struct publish *p, const char *path)
{
    struct stat ours, theirs;

    return stat(p->path, &ours) == 0 && stat(path, &theirs) == 0 &&
           ours.st_dev == theirs.st_dev && ours.st_ino == theirs.st_ino;
}

/* Some file systems cannot sync a folder: the file is safe all the same. */
static bool sync_path(const char *path, int flags, bool needed)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | flags);
    bool ok = fd >= 0 && fsync(fd) == 0;
    int reason = errno;

    if (fd >= 0)
        close(fd);
    errno = reason;
    return ok || !needed;
}

bool publish_commit(struct publish *p, struct err *e)
{
    char *folder;

    if (!sync_path(p->temp, 0, true) || rename(p->temp, p->path) < 0)
        return fail(p->path, e);
    set_unfinished(NULL);
    free(p->temp);
    p->temp = NULL;
    folder = folder_of(p->path);
    sync_path(folder, O_DIRECTORY, false);
    free(folder);
    return true;
}

void publish_clear(struct publish *p)
{
    if (p->temp) {
        unlink(p->temp);
        set_unfinished(NULL);
    }
    free(p->temp);
    free(p->path);
    *p = (struct publish){0};
}

static void note_signal(int number)
{
    caught = number;
}

void publish_catch_signals(void)
{
    static const int numbers[] = {SIGINT, SIGTERM, SIGHUP};
    struct sigaction act = {.sa_handler = note_signal};
    struct sigaction old;

    sigemptyset(&act.sa_mask);
    for (size_t i = 0; i < ARRAY_LEN(numbers); i++) {
        /* nohup has SIGHUP ignored: it stays so. */
        if (sigaction(numbers[i], NULL, &old) == 0 && old.sa_handler != SIG_IGN)
            sigaction(numbers[i], &act, NULL);
    }
    /* A file over the limit is an error like a full disk. */
    act.sa_handler = SIG_IGN;
    sigaction(SIGXFSZ, &act, NULL);
}

bool publish_check_signals(struct err *e)
{
    return !caught || err_set(e, ERR_IO, _("stopped; nothing was written"));
}

void publish_raise_signal(void)
{
    if (caught) {
        signal(caught, SIG_DFL);
        raise(caught);
    }
}
