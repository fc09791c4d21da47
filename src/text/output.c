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

bool output_end(struct err *e)
{
    return fclose(stdout) == 0 || fail(e);
}

void output_complain(const struct err *e)
{
    struct str clean = {0}, bytes = {0};

    clean_append(&clean, e->msg, strlen(e->msg), CLEAN_EXPORT);
    encode_append(&bytes, str_text(&clean), clean.len);
    fprintf(stderr, "gongwen: %s\n", str_text(&bytes));
    str_clear(&clean);
    str_clear(&bytes);
}
