#include "print/print_format.h"

#include <string.h>

#include "base/mem.h"

#define ROW(name) &print_format_##name,

const struct print_format *const print_formats[] = {PRINT_FORMATS(ROW)};
const size_t print_format_count = ARRAY_LEN(print_formats);

const struct print_format *print_format_find(const char *name)
{
    for (size_t i = 0; i < print_format_count; i++) {
        if (strcmp(print_formats[i]->name, name) == 0)
            return print_formats[i];
    }
    return NULL;
}

struct print_text print_row_text(const struct print_row *row, size_t column)
{
    const struct value *v = &row->record->values[column];
    const struct query_ranges *ranges = row->ranges;
    struct print_text text = {.text = v->text, .len = v->len};
    size_t first = 0, end;

    if (!ranges || ranges->len == 0)
        return text;
    while (first < ranges->len && ranges->items[first].cell < column)
        first++;
    for (end = first; end < ranges->len && ranges->items[end].cell == column;)
        end++;
    text.ranges = ranges->items + first;
    text.range_count = end - first;
    return text;
}
