#include "import/publish.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
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

void publish_abandon(void)
{
    if (unfinished)
        unlink(unfinished);
}

static void set_unfinished(const char *temp)
{
    unfinished = temp;
    mem_on_failure(temp ? publish_abandon : NULL);
}

/* ---- what the dead have left ---- */

#define TEMP_START ".gongwen-import."
#define TEMP_END   "XXXXXX" /* what mkstemp() puts others for */

static bool is_temp_name(const char *name)
{
    return strncmp(name, TEMP_START, strlen(TEMP_START)) == 0 &&
           strlen(name) == strlen(TEMP_START) + strlen(TEMP_END);
}

/* Remove a file of ours that nobody holds a lock on: who wrote it is dead. */
static void remove_stale(int folder, const char *name)
{
    int fd = openat(folder, name,
                    O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY);
    struct stat st;

    if (fd < 0)
        return;
    if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_uid == geteuid() &&
        flock(fd, LOCK_EX | LOCK_NB) == 0)
        unlinkat(folder, name, 0);
    close(fd);
}

static void remove_all_stale(const char *path)
{
    DIR *folder = opendir(path);
    const struct dirent *entry;

    while (folder && (entry = readdir(folder)) != NULL) {
        if (is_temp_name(entry->d_name))
            remove_stale(dirfd(folder), entry->d_name);
    }
    if (folder)
        closedir(folder);
}

/* ---- a file of our own ---- */

/* Create and lock it. Between the two another may have taken it for one of the
 * dead: then once more. */
static int create_locked(char *path)
{
    char *end = path + strlen(path) - strlen(TEMP_END);

    for (;;) {
        int fd = mkstemp(path);
        struct stat st;

        if (fd < 0)
            return -1;
        flock(fd, LOCK_EX | LOCK_NB); /* some file systems have no locks */
        if (fstat(fd, &st) == 0 && st.st_nlink > 0)
            return fd;
        close(fd);
        memcpy(end, TEMP_END, sizeof(TEMP_END));
    }
}

static bool create_temp(struct publish *p, struct err *e)
{
    char *folder = folder_of(p->path);
    struct str temp = {0};
    mode_t mask = umask(0);

    umask(mask);
    remove_all_stale(folder);
    str_addf(&temp, "%s/" TEMP_START TEMP_END, folder);
    free(folder);
    p->temp = str_take(&temp);
    p->fd = create_locked(p->temp);
    if (p->fd < 0) {
        free(p->temp);
        p->temp = NULL;
        return fail(p->path, e);
    }
    set_unfinished(p->temp);
    /* mkstemp() lets nobody else read it. */
    return fchmod(p->fd, 0666 & ~mask) == 0 || fail(p->path, e);
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
static void sync_folder(const char *path)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_DIRECTORY);

    if (fd < 0)
        return;
    fsync(fd);
    close(fd);
}

bool publish_commit(struct publish *p, struct err *e)
{
    char *folder;

    if (fsync(p->fd) < 0 || rename(p->temp, p->path) < 0)
        return fail(p->path, e);
    set_unfinished(NULL);
    close(p->fd);
    free(p->temp);
    p->temp = NULL;
    folder = folder_of(p->path);
    sync_folder(folder);
    free(folder);
    return true;
}

void publish_clear(struct publish *p)
{
    if (p->temp) {
        unlink(p->temp);
        close(p->fd);
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
