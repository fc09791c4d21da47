#include "ui/frequency.h"

#include <string.h>

#include "base/i18n.h"
#include "base/str.h"
#include "text/clean.h"
#include "ui/number.h"

#define BAR_FULL 1000

/* "1,024  57%": the shares are of one width, so that they stand in a column
 * when the whole stands at the right. */
static void count_and_share(struct str *out, int64_t count, int64_t total)
{
    int64_t percent = total > 0 ? (count * 200 + total) / (total * 2) : 0;

    number_append(out, count);
    if (count > 0 && percent == 0)
        str_add(out, "  <1%");
    else
        str_addf(out, " %3d%%", (int)percent);
}

static void add_value(struct chooser_lines *lines,
                      const struct list_frequency *f, int64_t index,
                      int64_t most, int64_t total)
{
    struct str key = {0}, text = {0};

    count_and_share(&key, f->count, total);
    clean_append(&text, f->text, strlen(f->text), CLEAN_SCREEN);
    chooser_add(lines, text.len ? str_text(&text) : _("(empty)"),
                str_text(&key), index);
    lines->items[lines->len - 1].bar =
        most > 0 ? (int)(f->count * BAR_FULL / most) : 0;
    str_clear(&key);
    str_clear(&text);
}

void frequency_lines(const struct list_frequency *values, size_t count,
                     size_t distinct, int64_t total,
                     struct chooser_lines *lines)
{
    for (size_t i = 0; i < count; i++)
        add_value(lines, &values[i], (int64_t)i, values[0].count, total);
    if (distinct > count) {
        struct str number = {0}, rest = {0};

        number_append(&number, (int64_t)(distinct - count));
        str_addf(&rest, _("%s more values"), str_text(&number));
        chooser_add(lines, str_text(&rest), NULL, -1);
        str_clear(&number);
        str_clear(&rest);
    }
}
