#include "model/heap.h"

#include <sqlite3.h>
#include <stdbool.h>

#include "base/mem.h"

static sqlite3_mem_methods usual;

static void *take(int size)
{
    void *block = usual.xMalloc(size);

    if (!block)
        mem_give_up();
    return block;
}

static void *resize(void *old, int size)
{
    void *block = usual.xRealloc(old, size);

    if (!block)
        mem_give_up();
    return block;
}

void heap_setup(void)
{
    static bool done;
    sqlite3_mem_methods ours;

    if (done)
        return;
    done = true;
    if (sqlite3_config(SQLITE_CONFIG_GETMALLOC, &usual) != SQLITE_OK)
        return;
    ours = usual;
    ours.xMalloc = take;
    ours.xRealloc = resize;
    (void)sqlite3_config(SQLITE_CONFIG_MALLOC, &ours);
}
