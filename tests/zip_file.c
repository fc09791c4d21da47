#include "tests/zip_file.h"

#include <stdlib.h>
#include <string.h>
#include <zip.h>

#include "tests/test.h"

void zip_file(struct str *out, const struct zip_part *parts, size_t count)
{
    zip_source_t *whole = zip_source_buffer_create(NULL, 0, 0, NULL);
    zip_t *zip;
    char block[4096];
    zip_int64_t n;

    assert_non_null(whole);
    zip_source_keep(whole);
    zip = zip_open_from_source(whole, ZIP_TRUNCATE, NULL);
    assert_non_null(zip);
    for (size_t i = 0; i < count; i++) {
        size_t len = parts[i].len ? parts[i].len : strlen(parts[i].text);
        zip_source_t *part = zip_source_buffer(zip, parts[i].text, len, 0);

        assert_true(zip_file_add(zip, parts[i].name, part, 0) >= 0);
    }
    assert_int_equal(zip_close(zip), 0);
    assert_int_equal(zip_source_open(whole), 0);
    while ((n = zip_source_read(whole, block, sizeof(block))) > 0)
        str_append(out, block, (size_t)n);
    zip_source_close(whole);
    zip_source_free(whole);
}
