#include "import/lines.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/err_file.h"
#include "base/mem.h"
#include "import/source.h"

#define BUF_SIZE (4u * LINES_MAX)

/* Read more behind what is left of the buffer. */
static bool fill(struct lines *l, struct err *e)
{
    ssize_t n;

    memmove(l->buf, l->buf + l->start, l->end - l->start);
    l->end -= l->start;
    l->start = 0;
    do
        n = read(l->fd, l->buf + l->end, BUF_SIZE - l->end);
    while (n < 0 && errno == EINTR);
    if (n < 0)
        return err_file_read(e, l->path, errno);
    digest_add(l->digest, l->buf + l->end, (size_t)n);
    l->end += (size_t)n;
    l->at_end = n == 0;
    return true;
}

bool lines_open(struct lines *l, const char *path, struct err *e)
{
    size_t skip = 0;

    *l = (struct lines){.path = path, .digest = digest_new()};
    l->buf = xmalloc(BUF_SIZE);
    l->fd = source_open(path, &l->size, e);
    if (l->fd < 0 || !fill(l, e) ||
        !source_check_start(path, l->buf, l->end, &skip, e))
        return false;
    l->start = skip;
    return true;
}

void lines_close(struct lines *l)
{
    if (l->fd >= 0)
        close(l->fd);
    free(l->buf);
    digest_free(l->digest);
    *l = (struct lines){.fd = -1};
}

bool lines_next(struct lines *l, const char **text, size_t *len, struct err *e)
{
    const char *end = NULL;
    size_t looked = 0;

    *text = NULL;
    for (;;) {
        size_t left = l->end - l->start;

        end = memchr(l->buf + l->start + looked, '\n', left - looked);
        if (end || l->at_end || left > LINES_MAX)
            break;
        looked = left;
        if (!fill(l, e))
            return false;
    }
    if (!end && l->start == l->end)
        return true;
    *text = l->buf + l->start;
    *len = end ? (size_t)(end - *text) : l->end - l->start;
    l->start += *len + (end != NULL);
    l->number++;
    if (*len > 0 && (*text)[*len - 1] == '\r')
        --*len;
    return source_check_line(l->path, l->number, *text, *len, LINES_MAX, e);
}

void lines_digest(struct lines *l, char out[DIGEST_LEN + 1])
{
    digest_take(l->digest, out);
}
