#include "import/linked.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"

static int hex_digit(char c)
{
    const char *digits = "0123456789abcdef";
    const char *at =
        c ? strchr(digits, c >= 'A' && c <= 'F' ? c + 32 : c) : NULL;

    return at ? (int)(at - digits) : -1;
}

/* With %XX decoded; what is no such sign stays. */
static char *decoded(const char *s)
{
    struct str out = {0};

    for (; *s; s++) {
        int high = *s == '%' ? hex_digit(s[1]) : -1;
        int low = high >= 0 ? hex_digit(s[2]) : -1;

        if (low < 0) {
            str_addc(&out, *s);
            continue;
        }
        str_addc(&out, (char)(16 * high + low));
        s += 2;
    }
    return str_take(&out);
}

/* What stands behind the last slash, of either kind, of a target without its
 * query; the caller frees it. */
static char *last_part(const char *target)
{
    size_t len = strcspn(target, "?#"), from = len;

    while (from > 0 && !strchr("/\\", target[from - 1]))
        from--;
    return xmemdup(target + from, len - from);
}

/* Whether a name stays in its folder. A NUL that was written as %00 has ended
 * it: what is left is looked at. */
static bool is_name(const char *name)
{
    return *name && strcmp(name, ".") != 0 && strcmp(name, "..") != 0 &&
           !strchr(name, '/');
}

bool linked_means(const char *target, const char *name)
{
    char *written = last_part(target), *plain = decoded(written);
    bool means = strcmp(written, name) == 0 || strcmp(plain, name) == 0;

    free(written);
    free(plain);
    return means;
}

static char *beside(const char *page, const char *name)
{
    const char *slash = strrchr(page, '/');
    struct str path = {0};

    if (slash)
        str_append(&path, page, (size_t)(slash - page) + 1);
    str_add(&path, name);
    return str_take(&path);
}

/* Whether the end of all links at `path` lies in the folder of `page`, or
 * below it. */
static bool stays_in_folder(const char *page, const char *path)
{
    char *here = beside(page, "."), *folder = realpath(here, NULL);
    char *end = realpath(path, NULL);
    size_t len = folder ? strlen(folder) : 0;
    bool stays = folder && end && strncmp(end, folder, len) == 0 &&
                 (end[len] == '/' || (len == 1 && *folder == '/'));

    free(here);
    free(folder);
    free(end);
    return stays;
}

char *linked_beside(const char *page, const char *target, struct err *e)
{
    char *written = last_part(target), *plain = decoded(written);
    char *path = NULL;

    for (const char *const *name = (const char *const[]){plain, written, NULL};
         *name && !path; name++) {
        if (!is_name(*name))
            continue;
        path = beside(page, *name);
        if (access(path, F_OK) != 0) {
            free(path);
            path = NULL;
        }
    }
    free(written);
    free(plain);
    if (path && !stays_in_folder(page, path)) {
        err_set(e, ERR_DATA,
                _("%s: is a link that leaves the folder of its page; name it "
                  "as a FILE to take it"),
                path);
        free(path);
        path = NULL;
    }
    return path;
}
