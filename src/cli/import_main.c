/* import_main.c - gongwen-import: options in, a database and messages out. */
#include "base/err.h"
#include "base/locale.h"
#include "base/str.h"
#include "import/import.h"
#include "import/import_options.h"
#include "import/publish.h"
#include "text/output.h"

enum { STATUS_DONE = 0, STATUS_FAILED = 1, STATUS_USAGE = 2 };

static void complain(const struct err *e)
{
    output_complain("gongwen-import", e);
}

static int print_and_end(const struct str *text)
{
    struct err e = {0};

    if (output_lines(str_text(text), text->len, &e) && output_end(&e))
        return STATUS_DONE;
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
        output_remark(str_text(&remarks), remarks.len);
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
