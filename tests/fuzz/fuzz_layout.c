/* fuzz_layout.c - lines hold all of a text, in order, within the width. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "text/clean.h"
#include "text/layout.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(int holds)
{
    if (!holds)
        abort();
}

static void look(const struct clean *c, const struct layout_form *form)
{
    struct layout *l = layout_new(c->text, c->len, form);
    const struct layout_line *line;
    size_t end = 0;

    for (size_t i = 0; (line = layout_line(l, i)); i++) {
        require(line->start >= end && line->end >= line->start);
        /* Only blanks stand between two lines. */
        for (size_t at = end; at < line->start; at++)
            require(
                strchr(" \xe3\x80\xc2\xa0\xe1\x9a\xe2\x81\x9f", c->text[at]) ||
                (unsigned char)c->text[at] >= 0x80);
        require(line->columns <= form->width || line->columns <= 2);
        end = line->end;
    }
    require(end <= c->len);
    layout_free(l);
}

/* The first bytes choose the form. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct layout_form form = {0};
    struct clean c = {0};

    if (size < 4)
        return 0;
    form.width = 2 + data[0] % 130;
    form.first_indent = data[1] % 9;
    form.rest_indent = data[2] % 9;
    form.align = (enum layout_align)(data[3] % 3);
    form.balanced = data[3] & 4;
    form.ambiguous = data[3] & 8 ? AMBIGUOUS_WIDE : AMBIGUOUS_NARROW;
    clean_text(&c, (const char *)data + 4, size - 4, CLEAN_SCREEN);
    look(&c, &form);
    clean_clear(&c);
    return 0;
}
