/* fuzz_docx.c - any text as the document of a DOCX, with numbering and notes
 * beside it, becomes a page, with a warning where it is damaged; and any bytes
 * as the archive itself. */
#include <stdint.h>
#include <stdio.h>
#include <zip.h>

#include "import/read_docx.h"
#include "tests/fuzz/check_page.h"
#include "tests/fuzz/memory_file.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define NS                                                                     \
    "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' "

static const char numbering[] =
    "<w:numbering " NS "><w:abstractNum w:abstractNumId='1'>"
    "<w:lvl w:ilvl='0'><w:numFmt w:val='chineseCounting'/>"
    "<w:lvlText w:val='%1、'/></w:lvl><w:lvl w:ilvl='1'><w:numFmt "
    "w:val='decimal'/><w:lvlText w:val='%1.%2'/></w:lvl></w:abstractNum>"
    "<w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num></w:numbering>";
static const char footnotes[] =
    "<w:footnotes " NS "><w:footnote w:id='1'><w:p><w:r><w:t>n</w:t></w:r>"
    "</w:p></w:footnote></w:footnotes>";

static void add(zip_t *zip, const char *name, const void *text, size_t len)
{
    zip_source_t *part = zip_source_buffer(zip, text, len, 0);
    zip_int64_t index = zip_file_add(zip, name, part, 0);

    require(index >= 0);
    zip_set_file_compression(zip, (zip_uint64_t)index, ZIP_CM_STORE, 0);
}

static size_t make_archive(const uint8_t *data, size_t size, uint8_t *out,
                           size_t room)
{
    zip_source_t *whole = zip_source_buffer_create(NULL, 0, 0, NULL);
    zip_t *zip;
    zip_int64_t n;

    zip_source_keep(whole);
    zip = zip_open_from_source(whole, ZIP_TRUNCATE, NULL);
    require(zip != NULL);
    add(zip, "word/document.xml", data, size);
    add(zip, "word/numbering.xml", numbering, sizeof(numbering) - 1);
    add(zip, "word/footnotes.xml", footnotes, sizeof(footnotes) - 1);
    require(zip_close(zip) == 0);
    require(zip_source_open(whole) == 0);
    n = zip_source_read(whole, out, room);
    require(n > 0);
    zip_source_close(whole);
    zip_source_free(whole);
    return (size_t)n;
}

static void read_archive(const uint8_t *data, size_t size)
{
    struct memory_file file;
    struct decode decode;
    struct input in = {.fd = -1};
    struct page p = {0};
    struct err e = {0};

    memory_file_open(&file, data, size);
    require(decode_open(&decode, &e));
    if (input_open(&in, file.path, &decode, &e) &&
        read_docx_reader.recognises(&in)) {
        if (reader_read_page(&read_docx_reader, &p, &in, &e))
            check_page(&p);
        else
            require(e.msg[0] != '\0');
    }
    page_clear(&p);
    input_close(&in);
    decode_close(&decode);
    memory_file_close(&file);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static uint8_t archive[1 << 16];

    keep_converters();
    if (size > 2 && data[0] == 'P' && data[1] == 'K')
        read_archive(data, size);
    else if (size > 0 && size < sizeof(archive) / 2)
        read_archive(archive,
                     make_archive(data, size, archive, sizeof(archive)));
    return 0;
}
