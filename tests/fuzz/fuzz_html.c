/* fuzz_html.c - any text as HTML becomes a page or a message. */
#include <stdint.h>

#include "base/mem.h"
#include "import/html.h"
#include "import/html_start.h"
#include "tests/fuzz/check_page.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = xmemdup((const char *)data, size);
    struct page p = {0};
    struct err e = {0};

    (void)html_is_start(text, size);
    (void)html_declared(text, size);
    /* Readers decode before they parse. */
    if (size > 0 && utf8_is_valid(text, size) && !memchr(text, '\0', size)) {
        if (html_read(&p, "f", text, size, 1, &e))
            check_page(&p);
        else
            require(e.msg[0] != '\0');
    }
    page_clear(&p);
    free(text);
    return 0;
}
