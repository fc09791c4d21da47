/* import_main.c - gongwen-import: options in, a database and messages out. */
#include <stdio.h>

#include "base/err.h"
#include "base/i18n.h"
#include "base/locale.h"
#include "base/str.h"
#include "import/import.h"
#include "import/import_options.h"
#include "import/publish.h"
#include "text/clean.h"
#include "text/encode.h"

enum { STATUS_DONE = 0, STATUS_FAILED = 1, STATUS_USAGE = 2 };

/* Print text line by line, cleaned, in the locale's encoding. */
static bool print(FILE *to, const char *text, size_t len)
{
    struct str out = {0};
    bool ok;

    while (len > 0) {
        size_t line = 0;
        struct str clean = {0};

        while (line < len && text[line] != '\n')
            line++;
        clean_append(&clean, text, line, CLEAN_EXPORT);
        encode_append(&out, str_text(&clean), clean.len);
        str_addc(&out, '\n');
        str_clear(&clean);
        line += line < len;
        text += line;
        len -= line;
    }
    ok = fwrite(str_text(&out), 1, out.len, to) == out.len;
    ok = fflush(to) == 0 && ok;
    str_clear(&out);
    return ok;
}

static void complain(const struct err *e)
{
    struct str line = {0};

    str_addf(&line, "gongwen-import: %s", e->msg);
    print(stderr, str_text(&line), line.len);
    str_clear(&line);
}

static int print_and_end(const struct str *text)
{
    struct err e = {0};

    if (print(stdout, str_text(text), text->len))
        return STATUS_DONE;
    err_set(&e, ERR_IO, "%s", _("standard output cannot be written"));
    complain(&e);
    return STATUS_FAILED;
}

static int run(const struct import_options *o)
{
    struct str report = {0}, remarks = {0};
    struct err e = {0};
    int status = STATUS_FAILED;

    publish_catch_signals();
    if (import_run(o, &report, &remarks, &e)) {
        print(stderr, str_text(&remarks), remarks.len);
        status = print_and_end(&report);
    } else {
        complain(&e);
        publish_raise_signal();
    }
    str_clear(&report);
    str_clear(&remarks);
    return status;
}

static int inform(const struct import_options *o)
{
    struct str text = {0};
    int status;

    if (o->task == IMPORT_HELP)
        import_options_help(&text);
    else
        import_options_version(&text);
    status = print_and_end(&text);
    str_clear(&text);
    return status;
}

int main(int argc, char **argv)
{
    struct import_options o;
    struct err e = {0};

    locale_setup();
    if (!import_options_parse(&o, argc, argv, &e)) {
        complain(&e);
        return STATUS_USAGE;
    }
    return o.task == IMPORT_RUN ? run(&o) : inform(&o);
}
