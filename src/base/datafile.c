#include "base/datafile.h"

#include <limits.h>
#include <stdbool.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/str.h"

/* Cut the last component of a path. */
static bool go_up(struct str *path)
{
    const char *slash = strrchr(str_text(path), '/');

    if (!slash)
        return false;
    str_truncate(path, (size_t)(slash - path->text));
    return true;
}

static bool has_file(struct str *folder, const char *name)
{
    size_t len = folder->len;
    bool has;

    str_addf(folder, "/%s", name);
    has = access(str_text(folder), R_OK) == 0;
    str_truncate(folder, len);
    return has;
}

/* Programs stand at the top of a build tree, tests one folder below; configure
 * left its config.status at the top, which no installed place has. */
static bool find_build_tree(struct str *folder)
{
    char exe[PATH_MAX];
    ssize_t len = readlink("/proc/self/exe", exe, sizeof(exe));

    if (len <= 0 || (size_t)len == sizeof(exe))
        return false;
    str_append(folder, exe, (size_t)len);
    for (int depth = 0; depth < 2; depth++) {
        if (!go_up(folder))
            return false;
        if (has_file(folder, "config.status"))
            return true;
    }
    return false;
}

char *datafile_path(const char *in_tree, const char *installed)
{
    struct str path = {0};

    if (find_build_tree(&path) && has_file(&path, in_tree)) {
        str_addf(&path, "/%s", in_tree);
        return str_take(&path);
    }
    str_clear(&path);
    return xstrdup(installed);
}
