#include "import/import.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "import/compose.h"
#include "import/intake.h"
#include "import/publish.h"
#include "import/sandbox.h"

static bool refuse_own_source(const struct import_options *o,
                              const struct publish *p, struct err *e)
{
    for (size_t i = 0; i < o->library.count; i++) {
        if (publish_replaces(p, o->library.sources[i].path))
            return err_set(e, ERR_USAGE,
                           _("%s: is a source and would be replaced by what is "
                             "made of it; name another output with -o"),
                           o->output);
    }
    return true;
}

/* Where the kernel has none, only -v says so. */
static void enter_sandbox(const struct import_options *o, const char *output,
                          struct import_talk *talk)
{
    const struct library *l = &o->library;
    const char **files = xcalloc(l->count + 1, sizeof(*files));
    size_t count = 0;
    struct sandbox s;

    for (size_t i = 0; i < l->count; i++)
        files[count++] = l->sources[i].path;
    if (o->base)
        files[count++] = o->base;
    s = sandbox_enter(files, count, output);
    free(files);

    if (o->verbose && !s.files)
        str_add(&talk->remarks,
                _("this kernel cannot keep the program from other files "
                  "(Landlock)\n"));
    if (o->verbose && !s.network)
        str_add(&talk->remarks,
                _("this kernel cannot keep the program from the network "
                  "(seccomp)\n"));
}

bool import_run(const struct import_options *o, struct import_talk *talk,
                struct err *e)
{
    struct intake in;
    struct publish p = {0};
    bool ok = intake_begin(&in, o, talk, e) &&
              publish_begin(&p, o->output, e) && refuse_own_source(o, &p, e);

    if (ok) {
        enter_sandbox(o, p.path, talk);
        ok = intake_read(&in, e);
    }
    if (ok)
        ok = (compose_edition(&in, p.temp, e) ||
              err_prefix(e, "%s", o->output)) &&
             publish_commit(&p, e);
    publish_clear(&p);
    intake_clear(&in);
    return ok;
}
