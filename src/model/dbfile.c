#include "model/dbfile.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/err_file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/schema.h"

enum {
    HEADER_SIZE = 100,
    AT_PAGE_SIZE = 16,
    AT_READ_VERSION = 19,
    AT_CHANGES = 24,
    AT_PAGES = 28,
    AT_ENCODING = 56, /* 1: UTF-8 */
    AT_USER_VERSION = 60,
    AT_APPLICATION_ID = 68,
    AT_VALID_FOR = 92,
};

static const char magic[16] = "SQLite format 3";
static const unsigned char journal_magic[8] = {0xd9, 0xd5, 0x05, 0xf9,
                                               0x20, 0xa1, 0x63, 0xd7};

static uint32_t big_endian(const unsigned char *p)
{
    return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 |
           (uint32_t)p[3];
}

static bool check_kind(const char *path, mode_t mode, struct err *e)
{
    if (S_ISREG(mode))
        return true;
    if (S_ISDIR(mode))
        return err_set(e, ERR_IO,
                       _("%s: a directory; name a database file in it"), path);
    if (S_ISFIFO(mode))
        return err_set(e, ERR_IO,
                       _("%s: a pipe; a database must be a plain file"), path);
    if (S_ISSOCK(mode))
        return err_set(e, ERR_IO,
                       _("%s: a socket; a database must be a plain file"),
                       path);
    return err_set(e, ERR_IO,
                   _("%s: a device; a database must be a plain file"), path);
}

/* The first `size` bytes, or fewer where the file is shorter; -1: errno. */
static ssize_t read_start(int fd, unsigned char *buf, size_t size)
{
    size_t got = 0;

    while (got < size) {
        ssize_t n = pread(fd, buf + got, size - got, (off_t)got);

        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return -1;
        if (n == 0)
            break;
        got += (size_t)n;
    }
    return (ssize_t)got;
}

static bool open_plain(struct dbfile *f, struct err *e)
{
    struct stat st;

    if (stat(f->real, &st) < 0)
        return err_file_read(e, f->path, errno);
    if (!check_kind(f->path, st.st_mode, e))
        return false;
    /* Should a pipe take its place just now, do not wait for its writer. */
    f->fd = open(f->real, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (f->fd < 0 || fstat(f->fd, &st) < 0)
        return err_file_read(e, f->path, errno);
    if (!check_kind(f->path, st.st_mode, e))
        return false;
    f->device = st.st_dev;
    f->inode = st.st_ino;
    f->size = st.st_size;
    f->mtime_sec = st.st_mtim.tv_sec;
    f->mtime_nsec = st.st_mtim.tv_nsec;
    return true;
}

/* The header counts the pages; a copy that broke off has fewer. */
static bool check_size(const struct dbfile *f, const unsigned char *header,
                       struct err *e)
{
    int64_t page =
        (int64_t)header[AT_PAGE_SIZE] << 8 | header[AT_PAGE_SIZE + 1];
    int64_t whole;

    if (page == 1)
        page = 65536;
    if (page < 512 || (page & (page - 1)) != 0)
        return err_set(e, ERR_DATA,
                       _("%s: damaged (its header makes no sense); "
                         "get the file again"),
                       f->path);
    /* Old writers leave the count alone: it holds only if this agrees. */
    if (big_endian(header + AT_CHANGES) != big_endian(header + AT_VALID_FOR))
        return true;
    whole = page * (int64_t)big_endian(header + AT_PAGES);
    if (f->size < whole)
        return err_set(e, ERR_DATA,
                       _("%s: cut short (%lld of %lld bytes); "
                         "get the file again"),
                       f->path, (long long)f->size, (long long)whole);
    return true;
}

static bool read_header(struct dbfile *f, unsigned char *header, struct err *e)
{
    ssize_t got = read_start(f->fd, header, HEADER_SIZE);

    if (got < 0)
        return err_file_read(e, f->path, errno);
    if (got == 0)
        return err_set(e, ERR_FORMAT, _("%s: empty; it holds no database"),
                       f->path);
    if (memcmp(header, magic,
               (size_t)got < sizeof(magic) ? (size_t)got : sizeof(magic)) != 0)
        return err_set(e, ERR_FORMAT,
                       _("%s: not an SQLite database; gongwen-import makes one "
                         "from a page or a table"),
                       f->path);
    if (got < HEADER_SIZE)
        return err_set(e, ERR_DATA,
                       _("%s: cut short (%lld bytes); get the file again"),
                       f->path, (long long)got);
    if (header[AT_READ_VERSION] > 2)
        return err_set(e, ERR_FORMAT, _("%s: made for a newer SQLite"),
                       f->path);
    f->application_id = big_endian(header + AT_APPLICATION_ID);
    f->user_version = big_endian(header + AT_USER_VERSION);
    f->is_utf8 = big_endian(header + AT_ENCODING) == 1;
    return check_size(f, header, e);
}

/* The size of the file NAME-suffix beside the database, -1: there is none.
 * `start` gets its first 8 bytes (zeros where it has none). */
static int64_t look_beside(const struct dbfile *f, const char *suffix,
                           unsigned char start[8])
{
    struct str name = {0};
    struct stat st;
    int64_t size = -1;
    int fd;

    memset(start, 0, 8);
    str_add(&name, f->real);
    str_add(&name, suffix);
    if (stat(str_text(&name), &st) == 0 && S_ISREG(st.st_mode)) {
        size = st.st_size;
        fd = open(str_text(&name), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
        if (fd >= 0) {
            (void)read_start(fd, start, 8);
            close(fd);
        }
    }
    str_clear(&name);
    return size;
}

/* Changes that wait beside the file would be hidden by reading it alone. */
static bool check_beside(struct dbfile *f, bool is_wal, struct err *e)
{
    unsigned char start[8];
    int64_t wal;

    look_beside(f, "-journal", start);
    if (memcmp(start, journal_magic, sizeof(journal_magic)) == 0)
        return err_set(e, ERR_DATA,
                       _("%s: a change was broken off or is being written "
                         "(%s-journal); open it once with the program that "
                         "writes it, then again here"),
                       f->path, f->path);
    wal = look_beside(f, "-wal", start);
    if (wal > 0)
        return err_set(e, ERR_DATA,
                       _("%s: changes wait in %s-wal; close the program that "
                         "writes it, or open it once with sqlite3, then again "
                         "here"),
                       f->path, f->path);
    /* In WAL mode whoever has it open keeps a -shm beside it. A -wal without
     * any bytes hides nothing. */
    f->immutable = f->application_id == SCHEMA_APPLICATION_ID ||
                   (is_wal && (wal < 0 || look_beside(f, "-shm", start) < 0));
    return true;
}

static bool check_version(const struct dbfile *f, struct err *e)
{
    if (f->application_id != SCHEMA_APPLICATION_ID ||
        (f->user_version >= 1 && f->user_version <= SCHEMA_VERSION))
        return true;
    if (f->user_version > SCHEMA_VERSION)
        return err_set(e, ERR_FORMAT,
                       _("%s: format %lu, but this program knows format %d; "
                         "install a newer gongwen"),
                       f->path, (unsigned long)f->user_version, SCHEMA_VERSION);
    return err_set(e, ERR_FORMAT,
                   _("%s: format %lu is none of gongwen's; "
                     "make the file again with gongwen-import"),
                   f->path, (unsigned long)f->user_version);
}

bool dbfile_open(struct dbfile *f, const char *path, struct err *e)
{
    unsigned char header[HEADER_SIZE];

    *f = (struct dbfile){.path = xstrdup(path), .fd = -1};
    if (!*path) {
        err_set(e, ERR_USAGE, _("the name of the database is empty"));
        goto fail;
    }
    f->real = realpath(path, NULL);
    if (!f->real) {
        err_file_read(e, path, errno);
        goto fail;
    }
    if (!open_plain(f, e) || !read_header(f, header, e) ||
        !check_version(f, e) ||
        !check_beside(f, header[AT_READ_VERSION] == 2, e))
        goto fail;
    return true;
fail:
    dbfile_close(f);
    return false;
}

void dbfile_close(struct dbfile *f)
{
    if (f->fd >= 0)
        close(f->fd);
    free(f->path);
    free(f->real);
    *f = (struct dbfile){.fd = -1};
}

char *dbfile_uri(const struct dbfile *f)
{
    static const char hex[] = "0123456789ABCDEF";
    struct str uri = {0};

    str_add(&uri, "file:");
    for (const char *p = f->real; *p; p++) {
        unsigned char c = (unsigned char)*p;

        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
            (c >= '0' && c <= '9') || strchr("/-_.", c)) {
            str_addc(&uri, *p);
        } else {
            str_addc(&uri, '%');
            str_addc(&uri, hex[c >> 4]);
            str_addc(&uri, hex[c & 15]);
        }
    }
    str_add(&uri, "?mode=ro&cache=private");
    /* A reader must not create the shared memory file of a writer either. */
    str_add(&uri, f->immutable ? "&immutable=1" : "&readonly_shm=1");
    return str_take(&uri);
}

static bool is_same(const struct dbfile *f, const struct stat *st)
{
    return st->st_size == f->size && st->st_mtim.tv_sec == f->mtime_sec &&
           st->st_mtim.tv_nsec == f->mtime_nsec;
}

enum edition_change dbfile_look(const struct dbfile *f)
{
    struct stat st;

    if (fstat(f->fd, &st) < 0 || !is_same(f, &st))
        return EDITION_ALTERED;
    /* A name that is gone is no newer edition: this one can still be read. */
    if (stat(f->path, &st) == 0 &&
        (st.st_dev != f->device || st.st_ino != f->inode))
        return EDITION_REPLACED;
    return EDITION_SAME;
}
