#include "base/err_file.h"

#include <errno.h>
#include <string.h>

#include "base/i18n.h"

/* What is wrong with the name itself; false: something else. */
static bool is_named_badly(struct err *e, const char *path, int error)
{
    switch (error) {
    case ELOOP:
        err_set(e, ERR_IO, _("%s: a symbolic link that leads nowhere"), path);
        return true;
    case ENAMETOOLONG:
        err_set(e, ERR_IO, _("%s: the name is too long"), path);
        return true;
    default:
        return false;
    }
}

bool err_file_read(struct err *e, const char *path, int error)
{
    if (is_named_badly(e, path, error))
        return false;
    switch (error) {
    case ENOENT:
    case ENOTDIR:
        return err_set(e, ERR_IO, _("%s: there is no such file"), path);
    case EACCES:
    case EPERM:
        return err_set(e, ERR_IO,
                       _("%s: you may not read it; ask whoever keeps it"),
                       path);
    default:
        return err_set(e, ERR_IO, _("%s: cannot be read (%s)"), path,
                       strerror(error));
    }
}

bool err_file_write(struct err *e, const char *path, int error)
{
    if (is_named_badly(e, path, error))
        return false;
    switch (error) {
    case ENOENT:
    case ENOTDIR:
        return err_set(e, ERR_IO,
                       _("%s: the folder that it should be in is not there"),
                       path);
    case EACCES:
    case EPERM:
    case EROFS:
        return err_set(e, ERR_IO,
                       _("%s: you may not write there; name another folder"),
                       path);
    case ENOSPC:
    case EDQUOT:
        return err_set(e, ERR_IO, _("%s: the disk is full"), path);
    default:
        return err_set(e, ERR_IO, _("%s: cannot be written (%s)"), path,
                       strerror(error));
    }
}
