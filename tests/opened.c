#include "tests/opened.h"

#include <stdlib.h>

#include "tests/test.h"

struct opened open_list(char *path)
{
    struct opened o = {0};
    struct err e = {0};

    o.ed = edition_open(path, &e);
    if (!o.ed)
        fail_msg("%s", e.msg);
    o.list = list_open(o.ed, 0, &e);
    if (!o.list)
        fail_msg("%s", e.msg);
    free(path);
    return o;
}

void close_list(struct opened *o)
{
    list_close(o->list);
    edition_close(o->ed);
}
