/* fuzz_decode.c - any bytes become valid UTF-8 or a message; marked, always;
 * and the same in two parts as in one. */
#include <stdint.h>

#include "import/decode.h"
#include "tests/fuzz/check_page.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The first byte says where the rest is cut and which encoding it is said to
 * have. */
static void in_parts(struct decode *d, const char *bytes, size_t len,
                     size_t cut, enum encoding encoding,
                     const struct str *whole)
{
    struct decode_place at = {.path = "f", .encoding = encoding, .line = 1};
    struct str text = {0};
    long long n;

    cut = len ? cut % len : 0;
    n = decode_append(d, &at, bytes, cut, false, &text, NULL);
    require(n >= 0 && (size_t)n <= cut && cut - (size_t)n < 8);
    n = decode_append(d, &at, bytes + n, len - (size_t)n, true, &text, NULL);
    require(n >= 0 && at.offset == len);
    require(text.len == whole->len &&
            memcmp(str_text(&text), str_text(whole), text.len) == 0);
    str_clear(&text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct decode d;
    struct err e = {0};
    struct str text = {0};
    enum encoding declared = ENCODING_UNKNOWN;
    const char *bytes = (const char *)data + 1;
    size_t cut;

    if (size == 0)
        return 0;
    keep_converters();
    declared = (enum encoding)(data[0] % (ENCODING_COUNT + 1));
    cut = data[0];
    size--;
    require(decode_open(&d, &e));
    if (!decode_whole(&d, "f", bytes, size, declared, &text, &e))
        require(e.msg[0] != '\0');
    else
        require(utf8_is_valid(str_text(&text), text.len));
    str_clear(&text);
    d.lossy = true;
    require(decode_whole(&d, "f", bytes, size, declared, &text, &e));
    require(utf8_is_valid(str_text(&text), text.len));
    require(!memchr(str_text(&text), '\0', text.len));
    str_clear(&text);
    if (declared != ENCODING_UNKNOWN && declared != ENCODING_BIG5) {
        struct decode_place at = {.path = "f", .encoding = declared, .line = 1};

        require(decode_append(&d, &at, bytes, size, true, &text, NULL) ==
                (long long)size);
        in_parts(&d, bytes, size, cut, declared, &text);
    }
    str_clear(&text);
    decode_close(&d);
    return 0;
}
