#include "ui/syntax_help.h"

#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"

#define TEXT_COLUMN 20 /* behind the examples */

static const struct {
    const char *example;
    const char *text;
} lines[] = {
    {"湖南 hunan hn",
     N_("characters, pinyin or initials; blanks: all of them")},
    {"xi'an", N_("' ends a syllable")},
    {"^hn", N_("at the beginning of a cell or paragraph")},
    {"=hn", N_("as it is written, without pinyin")},
    {"!hn", N_("without it")},
    {"地区:hn 地:hn", N_("only in the column with this heading")},
    {"!地区:^hn", N_("several signs, in this order")},
};

static void draw_line(struct canvas *c, int row, size_t i)
{
    const char *example = lines[i].example, *text = i18n_text(lines[i].text);

    canvas_text_cut(c, row, 1, TEXT_COLUMN - 1, example, strlen(example),
                    STYLE_COLUMN);
    canvas_text_cut(c, row, TEXT_COLUMN, c->columns, text, strlen(text),
                    STYLE_TEXT);
}

void syntax_help_draw(struct canvas *c, int bottom)
{
    int count = (int)ARRAY_LEN(lines);
    int rows = count + 1 < bottom ? count + 1 : bottom;
    const char *title = _("What can be typed (F1, Esc or typing closes this)");

    if (rows < 1)
        return;
    canvas_fill(c, (struct rect){bottom - rows, 0, rows, c->columns},
                STYLE_TEXT);
    canvas_fill(c, (struct rect){bottom - rows, 0, 1, c->columns}, STYLE_BAR);
    canvas_text_cut(c, bottom - rows, 1, c->columns, title, strlen(title),
                    STYLE_BAR);
    for (int i = 0; i + 1 < rows; i++)
        draw_line(c, bottom - rows + 1 + i, (size_t)i);
}
