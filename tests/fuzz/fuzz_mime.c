/* fuzz_mime.c - any bytes as a message of parts have a page in them or none.
 */
#include <stdint.h>

#include "import/mime.h"
#include "tests/fuzz/check_page.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct mime_part part = {0};
    const char *bytes = (const char *)data;

    (void)mime_is_start(bytes, size);
    if (mime_find_page(bytes, size, &part))
        require(part.line >= 1 && part.body.len <= size);
    mime_part_clear(&part);
    return 0;
}
