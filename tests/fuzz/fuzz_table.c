/* fuzz_table.c - any bytes as a lone table are counted or refused with the
 * line that is wrong. */
#include <stdint.h>
#include <stdlib.h>

#include "import/lone.h"
#include "tests/fuzz/memory_file.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(int holds)
{
    if (!holds)
        abort();
}

static bool go_on(struct lone_watch *w, const char *path, bool written,
                  int64_t rows, struct err *e)
{
    (void)w;
    (void)path;
    (void)written;
    (void)rows;
    (void)e;
    return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct lone_watch watch = {go_on};
    struct memory_file file;
    struct lone l = {0};
    struct err e = {0};

    memory_file_open(&file, data, size);
    if (lone_check(&l, file.path, &watch, &e))
        require(l.column_count > 0 && l.rows >= 0);
    else
        require(e.msg[0] != '\0');
    lone_clear(&l);
    memory_file_close(&file);
    return 0;
}
