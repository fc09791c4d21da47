#include "text/output.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/err_file.h"
#include "base/i18n.h"
#include "base/str.h"
#include "text/clean.h"
#include "text/encode.h"

static bool fail(struct err *e)
{
    return err_file_write(e, _("standard output"), errno);
}

bool output_text(const char *text, size_t len, struct err *e)
{
    struct str bytes = {0};
    bool ok;

    encode_append(&bytes, text, len);
    ok = fwrite(str_text(&bytes), 1, bytes.len, stdout) == bytes.len;
    str_clear(&bytes);
    return ok || fail(e);
}

/* Append text line by line, cleaned, as the locale has it. */
static void append_lines(struct str *out, const char *text, size_t len)
{
    while (len > 0) {
        const char *end = memchr(text, '\n', len);
        size_t line = end ? (size_t)(end - text) : len;
        struct str clean = {0};

        clean_append(&clean, text, line, CLEAN_EXPORT);
        encode_append(out, str_text(&clean), clean.len);
        str_addc(out, '\n');
        str_clear(&clean);
        line += end != NULL;
        text += line;
        len -= line;
    }
}

bool output_lines(const char *text, size_t len, struct err *e)
{
    struct str bytes = {0};
    bool ok;

    append_lines(&bytes, text, len);
    ok = fwrite(str_text(&bytes), 1, bytes.len, stdout) == bytes.len;
    str_clear(&bytes);
    return ok || fail(e);
}

bool output_end(struct err *e)
{
    return fclose(stdout) == 0 || fail(e);
}

void output_remark(const char *text, size_t len)
{
    struct str bytes = {0};

    append_lines(&bytes, text, len);
    fwrite(str_text(&bytes), 1, bytes.len, stderr);
    str_clear(&bytes);
}

void output_say(const char *program, const char *message)
{
    struct str clean = {0}, bytes = {0};

    clean_append(&clean, message, strlen(message), CLEAN_EXPORT);
    encode_append(&bytes, str_text(&clean), clean.len);
    fprintf(stderr, "%s: %s\n", program, str_text(&bytes));
    str_clear(&clean);
    str_clear(&bytes);
}

void output_complain(const char *program, const struct err *e)
{
    output_say(program, e->msg);
}
