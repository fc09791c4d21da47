#include "tests/test.h"

#include "tests/picture.h"

static const char letters[STYLE_COUNT] = {
    [STYLE_TEXT] = '.',        [STYLE_BAR] = 'b',
    [STYLE_BAR_FOCUSED] = 'B', [STYLE_STATUS] = 's',
    [STYLE_ERROR] = 'e',       [STYLE_PROMPT_FAILED] = 'f',
    [STYLE_TITLE] = 'T',       [STYLE_HEADING_1] = '1',
    [STYLE_HEADING_2] = '2',   [STYLE_HEADING_3] = '3',
    [STYLE_COLUMN] = 'c',      [STYLE_COLUMN_ACTIVE] = 'C',
    [STYLE_CURSOR] = '>',      [STYLE_CURSOR_CELL] = '+',
    [STYLE_DERIVED] = 'd',     [STYLE_HINT] = 'x',
    [STYLE_LINK] = 'l',        [STYLE_LINK_CURRENT] = 'L',
    [STYLE_MATCH] = 'm',       [STYLE_MATCH_CURRENT] = 'M',
    [STYLE_BORDER] = '|',
};

static struct str shown;

const char *picture(const struct canvas *c)
{
    str_clear(&shown);
    for (int row = 0; row < c->rows; row++) {
        canvas_row_text(c, row, &shown);
        str_addc(&shown, '\n');
    }
    return str_text(&shown);
}

const char *picture_styles(const struct canvas *c, int row)
{
    size_t used = 0;

    str_clear(&shown);
    for (int column = 0; column < c->columns; column++) {
        str_addc(&shown, letters[canvas_cell(c, row, column)->style]);
        if (canvas_cell(c, row, column)->style != STYLE_TEXT)
            used = shown.len;
    }
    str_truncate(&shown, used);
    return str_text(&shown);
}

const char *picture_links(const struct canvas *c)
{
    str_clear(&shown);
    for (int row = 0; row < c->rows; row++) {
        for (int column = 0; column < c->columns;) {
            int from = column++;
            unsigned link = canvas_cell(c, row, from)->link;

            while (column < c->columns &&
                   canvas_cell(c, row, column)->link == link)
                column++;
            if (link)
                str_addf(&shown, "%d %d-%d %s\n", row, from, column,
                         canvas_address(c, canvas_cell(c, row, from)));
        }
    }
    return str_text(&shown);
}

void picture_is_whole(const struct canvas *c)
{
    for (int row = 0; row < c->rows; row++) {
        int second = 0;

        for (int column = 0; column < c->columns; column++) {
            const struct cell *cell = canvas_cell(c, row, column);

            if ((cell->columns == 0) != (second == 1))
                fail_msg("row %d, column %d: half a character", row, column);
            second = cell->columns == 2;
        }
        if (second)
            fail_msg("row %d: a wide character in the last column", row);
    }
}
