#include "print/print_notice.h"

#include <string.h>

#include "base/mem.h"
#include "text/form.h"
#include "text/layout.h"
#include "text/utf8.h"
#include "ui/block_form.h"

/* A block and its clean text. */
struct part {
    size_t notice; /* its number in the library, from 0 */
    enum role role;
    int level;
    int64_t seq;
    struct clean text;
};

static bool load(struct part *part, struct notice *n, size_t index,
                 struct err *e)
{
    const struct block *b = notice_block(n, index, e);

    if (!b)
        return false;
    part->role = b->role;
    part->level = b->level;
    part->seq = b->seq;
    clean_text(&part->text, b->text, b->len, CLEAN_EXPORT);
    return true;
}

static struct form_block as_form(const struct part *part)
{
    return (struct form_block){.role = part->role,
                               .level = part->level,
                               .text = part->text.text,
                               .len = part->text.len};
}

static bool print_lines(struct printer *p, const struct part *part,
                        const struct layout_form *form,
                        const struct query_ranges *ranges, struct err *e)
{
    struct layout *l = layout_new(part->text.text, part->text.len, form);
    const struct layout_line *line;
    bool ok = true;

    for (size_t i = 0; ok && (line = layout_line(l, i)); i++) {
        for (int column = 0; column < line->indent; column++)
            str_addc(&p->line, ' ');
        format_marked(&p->line, &part->text, line->start, line->end,
                      ranges->items, ranges->len);
        ok = printer_end_line(p, e);
    }
    layout_free(l);
    return ok;
}

/* How much of a clean heading can stand in ** **: CommonMark takes ** for a
 * mark only where no punctuation stands between it and the words. */
static size_t bold_len(const struct part *part)
{
    static const char *const ends[] = {"。", "：", "；"};
    struct form_block block = as_form(part);
    size_t len = form_heading_len(&block);

    for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
        size_t n = strlen(ends[i]);

        if (len > n && memcmp(part->text.text + len - n, ends[i], n) == 0)
            return len - n;
    }
    return len;
}

static void add_markdown(struct printer *p, const struct part *part)
{
    const char *text = part->text.text;
    size_t len = part->text.len;
    size_t bold = bold_len(part);

    if (part->role == ROLE_TITLE) {
        str_add(&p->line, "# ");
    } else if (bold == len && bold > 0) {
        for (int i = 0; i <= part->level; i++)
            str_addc(&p->line, '#');
        str_addc(&p->line, ' ');
    } else if (bold > 0) {
        str_add(&p->line, "**");
        printer_add(p, text, bold);
        str_add(&p->line, "**");
        text += bold;
        len -= bold;
    }
    printer_add(p, text, len);
}

static void add_number(struct printer *p, int64_t n)
{
    str_addf(&p->line, "%lld", (long long)n);
}

static void add_json(struct printer *p, const struct part *part)
{
    const char *role = role_name(part->role);

    str_addc(&p->line, '{');
    printer_add_name(p, "notice", true);
    add_number(p, (int64_t)part->notice + 1);
    printer_add_name(p, "seq", false);
    add_number(p, part->seq);
    printer_add_name(p, "role", false);
    printer_add(p, role, strlen(role));
    printer_add_name(p, "level", false);
    add_number(p, part->level);
    printer_add_name(p, "text", false);
    printer_add(p, part->text.text, part->text.len);
    str_addc(&p->line, '}');
}

static void add_fields(struct printer *p, const struct part *part,
                       const struct query_ranges *ranges)
{
    char parting = p->request->format == FORMAT_CSV ? ',' : '\t';

    add_number(p, (int64_t)part->notice + 1);
    str_addc(&p->line, parting);
    add_number(p, part->seq);
    str_addc(&p->line, parting);
    str_add(&p->line, role_name(part->role));
    str_addc(&p->line, parting);
    add_number(p, part->level);
    str_addc(&p->line, parting);
    if (ranges->len > 0)
        format_marked(&p->line, &part->text, 0, part->text.len, ranges->items,
                      ranges->len);
    else
        printer_add(p, part->text.text, part->text.len);
}

bool print_block_headings(struct printer *p, struct err *e)
{
    str_add(&p->line, p->request->format == FORMAT_CSV
                          ? "notice,seq,role,level,text"
                          : "notice\tseq\trole\tlevel\ttext");
    return printer_end_line(p, e);
}

static bool find_ranges(struct printer *p, struct notice *n, size_t index,
                        struct query *q, struct query_ranges *ranges,
                        struct err *e)
{
    const struct block *b = notice_block(n, index, e);
    struct query_cell cell;

    if (!b)
        return false;
    cell = (struct query_cell){b->text, b->len};
    if (p->marks && q)
        query_match(q, &cell, 1, ranges);
    return true;
}

static bool print_part(struct printer *p, struct notice *n, size_t index,
                       const struct part *part,
                       const struct query_ranges *ranges, struct err *e)
{
    /* A paragraph that was found stands alone: it needs no indent. */
    struct layout_form form = {.width = p->width, .ambiguous = p->ambiguous};
    struct form_block block = as_form(part);

    switch (p->request->format) {
    case FORMAT_TEXT:
        if (!p->request->search)
            block_form(&form, n, index, &block, p->width, p->ambiguous);
        return print_lines(p, part, &form, ranges, e);
    case FORMAT_MARKDOWN:
        if (!printer_begin_part(p, e))
            return false;
        add_markdown(p, part);
        return printer_end_line(p, e);
    case FORMAT_JSON:
        add_json(p, part);
        return true;
    case FORMAT_TSV:
    case FORMAT_CSV:
        add_fields(p, part, ranges);
        return printer_end_line(p, e);
    }
    return true;
}

bool print_block(struct printer *p, const struct print_source *s, size_t index,
                 struct query *q, struct err *e)
{
    struct part part = {.notice = s->index};
    struct query_ranges ranges = {0};
    bool ok = find_ranges(p, s->notice, index, q, &ranges, e) &&
              load(&part, s->notice, index, e) &&
              print_part(p, s->notice, index, &part, &ranges, e);

    clean_clear(&part.text);
    query_ranges_clear(&ranges);
    return ok;
}

/* The empty line of the official form, in text. */
static bool part_ways(struct printer *p, enum role role, enum role before,
                      struct err *e)
{
    struct form_block block = {.role = role}, previous = {.role = before};
    bool apart =
        p->request->format == FORMAT_TEXT && form_gap(&block, &previous) > 0;

    return !apart || printer_begin_part(p, e);
}

static void begin_json(struct printer *p, size_t index)
{
    const struct notice_info *info = edition_notice(p->ed, index);
    const struct {
        const char *name, *value;
    } fields[] = {
        {"title", info->title},         {"doc_number", info->doc_number},
        {"issuer", info->issuer},       {"addressee", info->addressee},
        {"issued_on", info->issued_on}, {"kind", info->kind},
        {"status", info->status},       {"url", info->url},
        {"source", info->source},
    };

    str_addc(&p->line, '{');
    for (size_t i = 0; i < ARRAY_LEN(fields); i++) {
        printer_add_name(p, fields[i].name, i == 0);
        printer_add_stored(p, fields[i].value, strlen(fields[i].value));
    }
    printer_add_name(p, "blocks", false);
    str_addc(&p->line, '[');
}

static bool print_blocks(struct printer *p, const struct print_source *s,
                         struct err *e)
{
    enum role before = ROLE_COUNT;

    for (size_t i = 0; i < notice_block_count(s->notice); i++) {
        const struct block *b = notice_block(s->notice, i, e);

        if (!b || (i > 0 && !part_ways(p, b->role, before, e)))
            return false;
        before = b->role;
        if (p->request->format == FORMAT_JSON) {
            str_add(&p->line, i > 0 ? "," : "");
            if (!printer_end_line(p, e))
                return false;
        }
        if (!print_block(p, s, i, NULL, e))
            return false;
    }
    return true;
}

bool print_notice(struct printer *p, size_t index, struct err *e)
{
    struct print_source source = {
        .notice = notice_open(p->ed, index, e),
        .index = index,
    };
    bool ok = source.notice != NULL;

    if (ok && p->request->format == FORMAT_JSON)
        begin_json(p, index);
    else if (ok && !printer_is_prose(p))
        ok = print_block_headings(p, e);
    ok = ok && print_blocks(p, &source, e);
    if (ok && p->request->format == FORMAT_JSON)
        str_add(&p->line, "]}");
    notice_close(source.notice);
    return ok;
}
