#include "import/input.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "base/err_file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "import/source.h"

/* Read up to `size` bytes from `at` on; fewer where the file ends. */
static bool read_at(const struct input *in, char *to, size_t size, size_t *len,
                    struct err *e)
{
    *len = 0;
    while (*len < size) {
        ssize_t n = pread(in->fd, to + *len, size - *len, (off_t)*len);

        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return err_file_read(e, in->path, errno);
        if (n == 0)
            break;
        *len += (size_t)n;
    }
    to[*len] = '\0';
    return true;
}

/* Whatever the bytes are: a format is told by what can be read of them. */
static void take_head(struct input *in)
{
    bool lossy = in->decode->lossy;

    in->decode->lossy = true;
    decode_whole(in->decode, in->path, in->start, in->start_len,
                 ENCODING_UNKNOWN, &in->head, NULL);
    in->decode->lossy = lossy;
}

bool input_open(struct input *in, const char *path, struct decode *decode,
                struct err *e)
{
    *in = (struct input){
        .path = path, .decode = decode, .name = source_name(path)};
    in->fd = source_open(path, &in->size, e);
    if (in->fd < 0)
        return false;
    in->start = xmalloc(INPUT_START + 1);
    if (!read_at(in, in->start, INPUT_START, &in->start_len, e))
        return false;
    take_head(in);
    return true;
}

void input_close(struct input *in)
{
    if (in->fd >= 0)
        close(in->fd);
    free(in->name);
    free(in->start);
    str_clear(&in->head);
    free(in->bytes);
    *in = (struct input){.fd = -1};
}

static void take_digest(struct input *in)
{
    struct digest *d = digest_new();

    digest_add(d, in->bytes, in->len);
    digest_take(d, in->digest);
    digest_free(d);
}

bool input_load(struct input *in, struct err *e)
{
    if (in->bytes)
        return true;
    if (in->size > INPUT_MAX)
        return err_set(e, ERR_LIMIT,
                       _("%s: has %lld bytes; a page may have %d"), in->path,
                       in->size, INPUT_MAX);
    in->bytes = xmalloc((size_t)in->size + 1);
    if (!read_at(in, in->bytes, (size_t)in->size, &in->len, e))
        return false;
    take_digest(in);
    return true;
}

bool input_text(struct input *in, enum encoding declared, struct str *out,
                struct err *e)
{
    return input_load(in, e) && decode_whole(in->decode, in->path, in->bytes,
                                             in->len, declared, out, e);
}

bool input_has_suffix(const struct input *in, const char *const *suffixes)
{
    size_t len = strlen(in->path);

    for (; *suffixes; suffixes++) {
        size_t n = strlen(*suffixes);

        if (len > n && strcasecmp(in->path + len - n, *suffixes) == 0)
            return true;
    }
    return false;
}

bool input_starts(const struct input *in, const char *bytes, size_t len)
{
    return in->start_len >= len && memcmp(in->start, bytes, len) == 0;
}
