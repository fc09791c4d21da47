#include "import/text_list.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "import/table_words.h"
#include "import/words.h"
#include "text/utf8.h"
#include "text/width.h"

#define ABOVE_MAX   6  /* lines over a list */
#define TITLE_CHARS 60 /* of such a line */
#define NAME_CHARS  60 /* of a name */
#define COLUMNS_MAX 64 /* of a list drawn with blanks */

struct line {
    char *text;        /* owned; trimmed at its end alone */
    const char *start; /* of it, behind the blanks */
    size_t number;     /* from 1 */
    bool is_row;       /* of the list, in the way that is tried */
};

struct text {
    struct line *lines; /* without blank ones */
    size_t count, cap;
};

/* ---- lines ---- */

static void add_line(struct text *t, const char *s, size_t len, size_t number)
{
    struct line *l;

    while (len > 0 &&
           (s[len - 1] == ' ' || s[len - 1] == '\t' || s[len - 1] == '\r'))
        len--;
    if (words_leading_blank(s, len) == len)
        return;
    t->lines = mem_grow(t->lines, t->count, &t->cap, sizeof(*t->lines));
    l = &t->lines[t->count++];
    *l = (struct line){.text = xmemdup(s, len), .number = number};
    l->start = l->text + words_leading_blank(l->text, len);
}

static void cut(struct text *t, const char *s, size_t len)
{
    const char *end = s + len;
    size_t number = 1;

    while (s < end) {
        const char *stop = s;

        while (stop < end && *stop != '\n' && *stop != '\r')
            stop++;
        add_line(t, s, (size_t)(stop - s), number++);
        s = stop + 1;
        if (stop < end && *stop == '\r' && s < end && *s == '\n')
            s++;
    }
}

static void text_clear(struct text *t)
{
    for (size_t i = 0; i < t->count; i++)
        free(t->lines[i].text);
    free(t->lines);
}

/* ---- what stands around the rows ---- */

/* A line as it can stand over a list, and over no letter. */
static bool may_stand_above(const struct line *l)
{
    size_t len = strlen(l->start);

    if (words_count(l->start) > TITLE_CHARS)
        return false;
    if (table_words_label(l->start, len))
        return true;
    return !words_end_any(l->start, WORDS("。", "：", ":", "；", "，")) &&
           !words_have_any(l->start, WORDS("〔", "﹝", "的通知"));
}

/* A line as it can stand between rows and under them. */
static bool may_stand_below(const struct line *l, bool after_note)
{
    size_t len = strlen(l->start);
    int64_t count;

    if (table_words_note(l->start, len) || table_words_total(l->start, len) ||
        table_words_label(l->start, len) || table_words_mark(l->start, len))
        return true;
    table_words_group(l->start, len, &count);
    return count >= 0 || (after_note && table_words_sentence(l->start, len)) ||
           (len >= 3 && words_start_any(l->start, WORDS("（", "(")));
}

/* Whether the rows that were found are the text, but for what belongs to a
 * list: at least `least` of them. */
static bool is_all(const struct text *t, size_t least)
{
    size_t rows = 0, above = 0;
    bool after_note = false;

    for (size_t i = 0; i < t->count; i++) {
        const struct line *l = &t->lines[i];

        if (l->is_row) {
            rows++;
            after_note = false;
        } else if (rows == 0) {
            if (++above > ABOVE_MAX || !may_stand_above(l))
                return false;
        } else if (!may_stand_below(l, after_note)) {
            return false;
        } else {
            after_note = true;
        }
    }
    return rows >= least;
}

static void add_text_row(struct grid *g, const struct line *l, int span)
{
    const char *text = l->start;

    while (*text == '#')
        text++;
    grid_add_row(g, l->number);
    grid_add_cell(g, text, strlen(text), 1, span);
}

/* ---- box lines ---- */

static const char *const uprights[] = {"│", "┃", "║", "｜", NULL};

/* Bytes of an upright line at `s`; 0: none. */
static size_t upright(const char *s)
{
    const char *u = words_start_any(s, uprights);

    return u ? strlen(u) : *s == '|';
}

/* A line of the frame: nothing but what such lines are drawn with. */
static bool is_border(const struct line *l)
{
    size_t drawn = 0;

    for (const char *s = l->start; *s;) {
        const unsigned char *b = (const unsigned char *)s;

        if (b[0] == 0xE2 && (b[1] == 0x94 || b[1] == 0x95)) {
            s += 3; /* U+2500 to U+257F */
            drawn++;
        } else if (strchr("+-=|: ", *s)) {
            drawn += *s == '-' || *s == '=';
            s++;
        } else {
            return false;
        }
    }
    return drawn >= 3;
}

/* The cells of one line of a row are put behind those of the lines before. */
static void add_parts(struct str *cells, size_t *count, const char *s)
{
    size_t column = 0;

    s += upright(s);
    while (*s && column < COLUMNS_MAX) {
        const char *stop = s;
        char *part;

        while (*stop && !upright(stop))
            stop++;
        part = words_trimmed(s, (size_t)(stop - s));
        if (*part && cells[column].len)
            str_addc(&cells[column], '\n');
        str_add(&cells[column++], part);
        free(part);
        if (column > *count)
            *count = column;
        s = stop + upright(stop);
    }
}

static void flush_row(struct grid *g, struct str *cells, size_t *count,
                      size_t number)
{
    if (*count == 0)
        return;
    grid_add_row(g, number);
    for (size_t i = 0; i < *count; i++) {
        grid_add_cell(g, str_text(&cells[i]), cells[i].len, 1, 1);
        str_truncate(&cells[i], 0);
    }
    *count = 0;
}

/* The first cell of a line is empty: it goes on with the row above. */
static bool goes_on(const char *s)
{
    s += upright(s);
    s += words_leading_blank(s, strlen(s));
    return upright(s) > 0;
}

static bool try_box(struct text *t, struct grid *g)
{
    struct str cells[COLUMNS_MAX] = {{0}};
    size_t borders = 0, count = 0, number = 0;
    bool ok;

    for (size_t i = 0; i < t->count; i++) {
        struct line *l = &t->lines[i];
        bool border = is_border(l);

        borders += border;
        l->is_row = border || upright(l->start);
    }
    ok = borders >= 2 && is_all(t, 4) && !words_start(t->lines[0].start, "---");
    for (size_t i = 0; ok && i < t->count; i++) {
        const struct line *l = &t->lines[i];

        if (!l->is_row || is_border(l)) {
            flush_row(g, cells, &count, number);
            if (!l->is_row)
                add_text_row(g, l, 1);
            continue;
        }
        if (count > 0 && !goes_on(l->start))
            flush_row(g, cells, &count, number);
        number = count ? number : l->number;
        add_parts(cells, &count, l->start);
    }
    flush_row(g, cells, &count, number);
    for (size_t i = 0; i < COLUMNS_MAX; i++)
        str_clear(&cells[i]);
    return ok;
}

/* ---- bars ---- */

static size_t count_bars(const char *s)
{
    size_t n = 0;

    for (; *s; s++) {
        if (*s == '\\' && s[1])
            s++;
        else
            n += *s == '|';
    }
    return n;
}

/* |---|:-:| under the headings. */
static bool is_rule(const struct line *l)
{
    return strchr(l->start, '-') && l->start[strspn(l->start, "|-: ")] == '\0';
}

/* Bytes of <br> in any form at `s`; 0: none. */
static size_t line_break(const char *s)
{
    static const char *const forms[] = {"<br>", "<br/>", "<br />", "<BR>",
                                        NULL};
    const char *form = words_start_any(s, forms);

    return form ? strlen(form) : 0;
}

static void add_bar_row(struct grid *g, const struct line *l, bool is_heading)
{
    const char *s = l->start;
    size_t len = strlen(s);
    struct str cell = {0};

    grid_add_row(g, l->number);
    s += *s == '|';
    if (len > 1 && l->start[len - 1] == '|' && l->start[len - 2] != '\\')
        len--;
    for (const char *end = l->start + len; s <= end;) {
        size_t br = s < end ? line_break(s) : 0;

        if (s == end || *s == '|') {
            grid_add_cell(g, str_text(&cell), cell.len, 1, 1)->is_heading =
                is_heading;
            str_truncate(&cell, 0);
            s++;
        } else if (br) {
            str_addc(&cell, '\n');
            s += br;
        } else if (strncmp(s, "**", 2) == 0) {
            s += 2;
        } else {
            s += *s == '\\' && s + 1 < end && strchr("|\\*_`<>[]", s[1]);
            str_addc(&cell, *s++);
        }
    }
    str_clear(&cell);
}

static bool try_bars(struct text *t, struct grid *g)
{
    size_t bars = 0;

    for (size_t i = 0; i < t->count; i++) {
        struct line *l = &t->lines[i];
        size_t n = count_bars(l->start);

        l->is_row = n > 0;
        bars = bars ? bars : n;
    }
    if (!bars || !is_all(t, 2))
        return false;
    for (size_t i = 0; i < t->count; i++) {
        const struct line *l = &t->lines[i];

        if (!l->is_row)
            add_text_row(g, l, 1);
        else if (!is_rule(l))
            add_bar_row(g, l, i + 1 < t->count && is_rule(&t->lines[i + 1]));
    }
    return true;
}

/* ---- blanks between columns ---- */

#define WIDTH_MAX 1024 /* columns of a line on paper */

/* What a line covers on paper, and where its words are. */
static size_t spread(const char *s, bool covered[WIDTH_MAX], size_t *segments)
{
    size_t column = 0, last = 0;
    bool any = false;

    *segments = 0;
    while (*s) {
        uint32_t cp;
        size_t n = utf8_decode(s, strlen(s), &cp);
        size_t width = (size_t)width_of(cp, AMBIGUOUS_WIDE);

        if (cp == ' ' || cp == 0x3000 || cp == 0xA0 || cp == '\t') {
            column += cp == '\t' ? 8 - column % 8 : cp == 0x3000 ? 2 : 1;
        } else {
            if (!any || column >= last + 2)
                ++*segments;
            any = true;
            for (size_t i = 0; i < width && column < WIDTH_MAX; i++)
                covered[column++] = true;
            last = column;
        }
        s += n;
    }
    return last;
}

/* Columns begin where all rows have two blanks before: one may stand inside a
 * cell. */
static size_t find_columns(const bool covered[WIDTH_MAX],
                           size_t starts[COLUMNS_MAX])
{
    size_t n = 0;

    for (size_t i = 0; i < WIDTH_MAX && n < COLUMNS_MAX; i++) {
        if (covered[i] && (i == 0 || !covered[i - 1]) &&
            (i < 2 || !covered[i - 2]))
            starts[n++] = i;
    }
    return n;
}

static void add_spread_row(struct grid *g, const struct line *l,
                           const size_t *starts, size_t columns)
{
    const char *s = l->text;
    size_t column = 0, cell = 0;
    struct str text = {0};

    grid_add_row(g, l->number);
    while (*s) {
        uint32_t cp;
        size_t n = utf8_decode(s, strlen(s), &cp);

        while (cell + 1 < columns && column >= starts[cell + 1]) {
            grid_add_cell(g, str_text(&text), text.len, 1, 1);
            str_truncate(&text, 0);
            cell++;
        }
        if (cp == '\t')
            column += 8 - column % 8;
        else
            column += (size_t)width_of(cp, AMBIGUOUS_WIDE);
        str_append(&text, cp == '\t' ? " " : s, cp == '\t' ? 1 : n);
        s += n;
    }
    grid_add_cell(g, str_text(&text), text.len, 1, 1);
    str_clear(&text);
}

/* Short lines whose first has the words of headings, or that are numbered. */
static bool begins_a_table(const struct text *t)
{
    struct str words = {0};
    size_t hits = 0, i = 0;
    const char *s;

    while (i < t->count && !t->lines[i].is_row)
        i++;
    if (i == t->count)
        return false;
    s = t->lines[i].start;
    if (*s >= '0' && *s <= '9')
        return true;
    while (*s) {
        size_t blank = words_leading_blank(s, strlen(s));

        if (blank || !*s) {
            hits += table_words_heading(str_text(&words), words.len);
            str_truncate(&words, 0);
            s += blank;
        } else {
            str_addc(&words, *s++);
        }
    }
    hits += table_words_heading(str_text(&words), words.len);
    str_clear(&words);
    return hits >= 2;
}

static bool try_blanks(struct text *t, struct grid *g)
{
    bool *covered = xcalloc(WIDTH_MAX, sizeof(*covered));
    size_t starts[COLUMNS_MAX], columns = 0;
    bool ok;

    for (size_t i = 0; i < t->count; i++) {
        size_t segments;
        bool *line = xcalloc(WIDTH_MAX, sizeof(*line));

        spread(t->lines[i].text, line, &segments);
        t->lines[i].is_row = segments >= 2;
        for (size_t c = 0; segments >= 2 && c < WIDTH_MAX; c++)
            covered[c] = covered[c] || line[c];
        free(line);
    }
    columns = find_columns(covered, starts);
    ok = columns >= 2 && columns < COLUMNS_MAX && is_all(t, 3) &&
         begins_a_table(t);
    for (size_t i = 0; ok && i < t->count; i++) {
        if (t->lines[i].is_row)
            add_spread_row(g, &t->lines[i], starts, columns);
        else
            add_text_row(g, &t->lines[i], 1);
    }
    free(covered);
    return ok;
}

/* ---- names under the headings of groups ---- */

/* 一等奖（3名）：, or without its count where names follow: the length of the
 * heading, 0: the line is none. `*names` is what follows. */
static size_t group_heading(const char *s, const char **names)
{
    const char *colon = s;
    int64_t count;
    size_t len;

    while (*colon && *colon != ':' && !words_start(colon, "："))
        colon++;
    len = (size_t)(colon - s);
    *names = colon;
    if (*colon)
        *names += *colon == ':' ? 1 : strlen("：");
    *names += words_leading_blank(*names, strlen(*names));
    table_words_group(s, len, &count);
    if (count >= 0 && len < 120)
        return len;
    if (*colon && len > 0 && len <= 36 &&
        words_have_any(*names, WORDS("、", "，")) &&
        !table_words_label(s, strlen(s)) && !table_words_note(s, strlen(s)))
        return len;
    return 0;
}

/* Bytes of what parts two names at `s`; 0: none. */
static size_t name_end(const char *s)
{
    const char *mark =
        words_start_any(s, WORDS("、", "，", "；", ",", ";", "。", "\t"));
    size_t blank = words_leading_blank(s, strlen(s));

    if (mark)
        return strlen(mark);
    return blank >= 2 ? blank : 0;
}

static size_t add_names(struct grid *g, const char *s, size_t number)
{
    size_t names = 0;

    while (*s) {
        const char *stop = s;
        char *name;

        while (*stop && !name_end(stop))
            stop++;
        name = words_trimmed(s, (size_t)(stop - s));
        if (*name && g) {
            grid_add_row(g, number);
            grid_add_cell(g, name, strlen(name), 1, 1);
        }
        names += *name != '\0';
        free(name);
        s = stop + name_end(stop);
    }
    return names;
}

static bool is_name_line(const struct line *l)
{
    return words_count(l->start) <= NAME_CHARS &&
           !words_end_any(l->start, WORDS("：", ":")) &&
           !table_words_note(l->start, strlen(l->start));
}

static bool try_groups(struct text *t, struct grid *g)
{
    size_t headings = 0;
    const char *names;
    bool inside = false;

    for (size_t i = 0; i < t->count; i++) {
        struct line *l = &t->lines[i];
        bool heads = group_heading(l->start, &names) > 0 &&
                     !(headings == 0 && !*names && i == 0);

        l->is_row =
            heads ||
            (inside && (is_name_line(l) || add_names(NULL, l->start, 0) > 3));
        headings += heads;
        inside = inside || heads;
    }
    if (headings < 2 || !is_all(t, 3))
        return false;
    inside = false;
    for (size_t i = 0; i < t->count; i++) {
        const struct line *l = &t->lines[i];
        size_t len = l->is_row ? group_heading(l->start, &names) : 0;

        if (len && !inside) {
            grid_add_row(g, l->number);
            grid_add_cell(g, "名称", strlen("名称"), 1, 1);
        }
        inside = inside || len;
        if (len) {
            grid_add_row(g, l->number);
            grid_add_cell(g, l->start, len, 1, 2);
            add_names(g, names, l->number);
        } else if (l->is_row) {
            add_names(g, l->start, l->number);
        } else {
            add_text_row(g, l, inside ? 2 : 1);
        }
    }
    return true;
}

/* ---- numbered names, names ---- */

/* "12. ", "（3）", "4、": the bytes of the number and its mark; 0: none. */
static size_t number_mark(const char *s, size_t *digits, const char **at)
{
    const char *open = words_start_any(s, WORDS("(", "（"));
    size_t n = open ? strlen(open) : 0;
    const char *mark;

    *at = s + n;
    *digits = strspn(s + n, "0123456789");
    if (*digits == 0 || *digits > 6)
        return 0;
    n += *digits;
    mark = words_start_any(s + n, open ? WORDS(")", "）")
                                       : WORDS(".", "．", "、", ")", "）"));
    if (!mark)
        return 0;
    n += strlen(mark);
    /* 3.5 is no third line. */
    return *mark == '.' && s[n] >= '0' && s[n] <= '9' ? 0 : n;
}

static bool is_numbered(const struct line *l)
{
    size_t digits, len = strlen(l->start);
    const char *at;

    return number_mark(l->start, &digits, &at) > 0 &&
           !words_end(l->start, "。") && words_count(l->start) <= NAME_CHARS &&
           len > 3;
}

/* 一、机关（2个） */
static bool is_group_line(const struct line *l)
{
    size_t len = strlen(l->start);
    int64_t count;
    struct words_text name = table_words_group(l->start, len, &count);

    return table_words_mark(l->start, len) > 0 ||
           (count >= 0 && name.len < len && !table_words_title(l->start, len));
}

static bool try_numbered(struct text *t, struct grid *g)
{
    bool headed = false;

    for (size_t i = 0; i < t->count; i++)
        t->lines[i].is_row = is_numbered(&t->lines[i]);
    if (!is_all(t, 3))
        return false;
    for (size_t i = 0; i < t->count; i++) {
        const struct line *l = &t->lines[i];
        size_t digits, n;
        const char *at, *name;

        /* A group's heading may come before the first name. */
        if (!headed && (l->is_row || (i > 0 && is_group_line(l)))) {
            grid_add_row(g, l->number);
            grid_add_cell(g, "序号", strlen("序号"), 1, 1);
            grid_add_cell(g, "名称", strlen("名称"), 1, 1);
            headed = true;
        }
        if (!l->is_row) {
            add_text_row(g, l, 1);
            continue;
        }
        n = number_mark(l->start, &digits, &at);
        name = l->start + n;
        n = strlen(name);
        if (words_end(name, "；") || words_end(name, "，"))
            n -= 3;
        grid_add_row(g, l->number);
        grid_add_cell(g, at, digits, 1, 1);
        grid_add_cell(g, name, n, 1, 1);
    }
    return true;
}

/* A title that says 名单, and a name a line. */
static bool try_names(struct text *t, struct grid *g)
{
    const char *title = t->count ? t->lines[0].start : "";
    bool headed = false;

    if (!table_words_title(title, strlen(title)) ||
        !words_have_any(title, WORDS("名单", "名录", "名册")))
        return false;
    for (size_t i = 0; i < t->count; i++) {
        struct line *l = &t->lines[i];
        size_t len = strlen(l->start);

        l->is_row = i > 0 && words_count(l->start) <= 30 &&
                    !table_words_label(l->start, len) &&
                    !table_words_note(l->start, len) &&
                    !words_have_any(l->start, WORDS("。", "：", ":", "；", "，",
                                                    "、", ",", "\t"));
    }
    if (!is_all(t, 3))
        return false;
    for (size_t i = 0; i < t->count; i++) {
        if (t->lines[i].is_row && !headed) {
            grid_add_row(g, t->lines[i].number);
            grid_add_cell(g, "名称", strlen("名称"), 1, 1);
            headed = true;
        }
        add_text_row(g, &t->lines[i], 1);
    }
    return true;
}

struct grid *text_list_read(const char *text, size_t len)
{
    static bool (*const ways[])(struct text *, struct grid *) = {
        try_box, try_bars, try_numbered, try_groups, try_blanks, try_names};
    struct text t = {0};
    struct grid *found = NULL;

    cut(&t, text, len);
    for (size_t i = 0; i < ARRAY_LEN(ways) && !found && t.count > 0; i++) {
        struct grid *g = grid_new();

        if (ways[i](&t, g))
            found = g;
        else
            grid_free(g);
    }
    text_clear(&t);
    return found;
}
