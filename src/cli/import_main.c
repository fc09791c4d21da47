/* import_main.c - gongwen-import: options in, a database and messages out. */
#include "base/err.h"
#include "base/locale.h"
#include "base/str.h"
#include "import/import.h"
#include "import/import_options.h"
#include "import/publish.h"
#include "text/output.h"

enum {
    STATUS_DONE = 0,
    STATUS_DOUBTFUL = 1, /* written; something is missing or doubtful */
    STATUS_NOTHING = 2,  /* nothing written: wrong usage too */
};

static void complain(const struct err *e)
{
    output_complain("gongwen-import", e);
}

static bool print(const struct str *text)
{
    struct err e = {0};

    if (output_lines(str_text(text), text->len, &e) && output_end(&e))
        return true;
    complain(&e);
    return false;
}

static int run(const struct import_options *o)
{
    struct import_talk talk = {0};
    struct err e = {0};
    bool written;
    int status;

    publish_catch_signals();
    written = import_run(o, &talk, &e);
    output_remark(str_text(&talk.remarks), talk.remarks.len);
    if (written) {
        bool told = print(&talk.lines);

        status = told && !talk.is_doubtful ? STATUS_DONE : STATUS_DOUBTFUL;
    } else {
        complain(&e);
        publish_raise_signal();
        status = STATUS_NOTHING;
    }
    str_clear(&talk.lines);
    str_clear(&talk.remarks);
    return status;
}

static int inform(const struct import_options *o)
{
    struct str text = {0};
    bool told;

    if (o->task == IMPORT_HELP)
        import_options_help(&text);
    else
        import_options_version(&text);
    told = print(&text);
    str_clear(&text);
    return told ? STATUS_DONE : STATUS_DOUBTFUL;
}

int main(int argc, char **argv)
{
    struct import_options o;
    struct err e = {0};
    int status = STATUS_NOTHING;

    locale_setup();
    if (!import_options_parse(&o, argc, argv, &e))
        complain(&e);
    else
        status = o.task == IMPORT_RUN ? run(&o) : inform(&o);
    import_options_clear(&o);
    return status;
}
