/* fuzz_clean.c - no bytes come out of text_clean() that could act on a
 * terminal, and its offsets lead there and back. */
#include <stdint.h>
#include <stdlib.h>

#include "text/clean.h"
#include "text/cluster.h"
#include "text/utf8.h"
#include "text/width.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(int holds)
{
    if (!holds)
        abort();
}

static void look(const char *src, size_t len, enum clean_mode mode)
{
    struct clean c = {0};
    uint32_t cp;

    clean_text(&c, src, len, mode);
    require(utf8_is_valid(c.text, c.len));
    for (size_t i = 0; i < c.len;
         i += utf8_decode(c.text + i, c.len - i, &cp)) {
        utf8_decode(c.text + i, c.len - i, &cp);
        require(width_kind(cp) != WIDTH_MARKED);
        require(width_kind(cp) != WIDTH_HIDDEN);
    }
    for (size_t i = 0, before = 0; i <= len; i++) {
        size_t at = clean_from_source(&c, i);

        require(at >= before && at <= c.len);
        before = at;
    }
    for (size_t i = 0, used; i < c.len; i += used) {
        used = cluster_at(c.text + i, c.len - i, AMBIGUOUS_WIDE).len;
        require(used > 0 && used <= c.len - i);
    }
    require(clean_is_clean(c.text, c.len, mode));
    clean_clear(&c);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    look((const char *)data, size, CLEAN_SCREEN);
    look((const char *)data, size, CLEAN_EXPORT);
    return 0;
}
