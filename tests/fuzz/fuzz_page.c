/* fuzz_page.c - any bytes as a saved page become documents or a message, and
 * every line is accounted for. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "import/reader.h"
#include "import/recognise.h"
#include "tests/fuzz/check_page.h"
#include "tests/fuzz/memory_file.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct memory_file file;
    struct unit_tables *tables = unit_tables_new();
    struct page p = {0};
    struct draft d = {0};
    struct err e = {0};

    keep_converters();
    memory_file_open(&file, data, size);
    if (!reader_read_file(&p, file.path, &e)) {
        require(e.msg[0] != '\0');
    } else if (recognise_page(&p, &d, tables, NULL, &e)) {
        for (size_t i = 0; i < p.count; i++)
            require(p.lines[i].fate != NULL);
    } else {
        require(e.msg[0] != '\0');
    }
    unit_tables_free(tables);
    draft_clear(&d);
    page_clear(&p);
    memory_file_close(&file);
    return 0;
}
