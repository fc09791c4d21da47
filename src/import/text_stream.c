#include "import/text_stream.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/err_file.h"
#include "base/mem.h"

#define CHUNK (64u << 10) /* bytes read at a time */

struct text_stream {
    struct input *in; /* borrowed */
    size_t mark;      /* bytes of the byte order mark */
    struct decode_place at;
    char raw[CHUNK]; /* of the file, not yet decoded */
    size_t raw_len;
    struct str text;
    size_t start; /* of what was not yet passed over */
};

static bool read_raw(struct text_stream *t, size_t *got, struct err *e)
{
    ssize_t n;

    do
        n = read(t->in->fd, t->raw + t->raw_len, CHUNK - t->raw_len);
    while (n < 0 && errno == EINTR);
    if (n < 0)
        return err_file_read(e, t->in->path, errno);
    *got = (size_t)n;
    t->raw_len += *got;
    return true;
}

static bool is_ascii(const char *s, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        if (s[i] == '\0' || ((unsigned char)s[i] & 0x80))
            return false;
    }
    return true;
}

/* By the first chunk that is not all ASCII, as every encoding but UTF-16 may
 * be for long. */
static bool tell(struct text_stream *t, struct err *e)
{
    size_t got = 1, skip;

    do {
        t->raw_len = 0;
        while (t->raw_len < CHUNK && got > 0) {
            if (!read_raw(t, &got, e))
                return false;
        }
    } while (got > 0 && is_ascii(t->raw, t->raw_len));
    t->at.encoding = decode_tell(t->in->decode, t->raw, t->raw_len, got == 0,
                                 ENCODING_UNKNOWN, &skip);
    t->mark = skip;
    return true;
}

struct text_stream *text_stream_open(struct input *in, struct err *e)
{
    struct text_stream *t = xcalloc(1, sizeof(*t));

    t->in = in;
    t->at.path = in->path;
    if (!text_stream_rewind(t, e) || !tell(t, e) || !text_stream_rewind(t, e)) {
        text_stream_close(t);
        return NULL;
    }
    return t;
}

void text_stream_close(struct text_stream *t)
{
    if (!t)
        return;
    str_clear(&t->text);
    free(t);
}

bool text_stream_rewind(struct text_stream *t, struct err *e)
{
    if (lseek(t->in->fd, (off_t)t->mark, SEEK_SET) < 0)
        return err_file_read(e, t->in->path, errno);
    t->at.line = 1;
    t->at.column = t->at.offset = t->mark;
    t->raw_len = t->start = 0;
    str_truncate(&t->text, 0);
    return true;
}

const char *text_stream_bytes(const struct text_stream *t, size_t *len)
{
    *len = t->text.len - t->start;
    return str_text(&t->text) + t->start;
}

void text_stream_skip(struct text_stream *t, size_t len)
{
    assert(len <= t->text.len - t->start);
    t->start += len;
}

bool text_stream_more(struct text_stream *t, bool *more, struct err *e)
{
    long long taken;
    size_t got = 0;

    if (t->start > 0) {
        memmove(t->text.text, t->text.text + t->start, t->text.len - t->start);
        str_truncate(&t->text, t->text.len - t->start);
        t->start = 0;
    }
    if (!read_raw(t, &got, e))
        return false;
    *more = got > 0;
    taken = decode_append(t->in->decode, &t->at, t->raw, t->raw_len, got == 0,
                          &t->text, e);
    if (taken < 0)
        return false;
    t->raw_len -= (size_t)taken;
    memmove(t->raw, t->raw + taken, t->raw_len);
    return true;
}
