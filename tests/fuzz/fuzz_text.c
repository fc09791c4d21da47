/* fuzz_text.c - any text becomes lines of a page, and none of its characters
 * but blanks, marks and bars is lost when broken lines are joined. */
#include <stdint.h>

#include "base/mem.h"
#include "import/source.h"
#include "import/text_page.h"
#include "import/unwrap.h"
#include "tests/fuzz/check_page.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Characters that are no blanks. */
static size_t count(const char *s, size_t len)
{
    size_t n = 0;

    for (size_t i = 0; i < len;) {
        uint32_t cp;

        i += utf8_next(s + i, len - i, &cp);
        n += cp > ' ' && cp != 0xA0 && cp != 0x3000;
    }
    return n;
}

static void check_joined(const char *text, size_t size)
{
    struct source s = {0};
    struct unwrap u = {0};
    size_t before = 0, after = 0;

    if (!source_cut(&s, "f", text, size, NULL))
        return;
    if (unwrap_text(&u, &s)) {
        for (size_t i = 0; i < s.count; i++)
            before += count(s.lines[i].text, s.lines[i].len);
        for (size_t i = 0; i < u.count; i++) {
            require(u.lines[i].line < s.count);
            after += count(str_text(&u.lines[i].text), u.lines[i].text.len);
        }
        require(before == after);
    } else {
        require(u.count == 0);
    }
    unwrap_clear(&u);
    source_clear(&s);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct str text = {0};
    struct page p = {0};
    struct err e = {0};

    str_append(&text, (const char *)data, size);
    if (utf8_is_valid(str_text(&text), size) &&
        !memchr(str_text(&text), '\0', size)) {
        check_joined(str_text(&text), size);
        if (text_page_read(&p, "f", &text, 1, &e))
            check_page(&p);
        else
            require(e.msg[0] != '\0');
    }
    page_clear(&p);
    str_clear(&text);
    return 0;
}
