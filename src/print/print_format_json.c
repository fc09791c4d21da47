/* print_format_json.c - json: one value, whatever is asked for. */
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "print/printer.h"
#include "text/encode.h"
#include "text/utf8.h"
#include "text/width.h"

struct json {
    bool is_object; /* the whole is one: of a search, or of all there is */
    bool has_key;   /* it has a key already */
    bool is_open;   /* and an array of lists or paragraphs is open in it */
    bool has_item;  /* a list, or a paragraph, stands in the open array */
    bool has_row;   /* a record stands in the open list */
};

/* Beyond U+FFFF JSON escapes the two surrogates of UTF-16. */
static void add_escape(struct str *out, uint32_t cp)
{
    if (cp > 0xFFFF) {
        str_addf(out, "\\u%04x", (unsigned)(0xD7C0 + (cp >> 10)));
        cp = 0xDC00 + (cp & 0x3FF);
    }
    str_addf(out, "\\u%04x", (unsigned)cp);
}

/* What is not to be seen in a string itself: it might act on a terminal. */
static bool is_escaped(uint32_t cp)
{
    enum width_kind kind = width_kind(cp);

    return kind == WIDTH_MARKED || kind == WIDTH_HIDDEN;
}

/* A text as it is stored, as a string that gives it back; where the output is
 * not UTF-8, in ASCII alone. */
static void add_text(struct printer *p, const char *s, size_t len)
{
    bool ascii = !encode_is_utf8();
    struct str *out = &p->line;

    str_addc(out, '"');
    for (size_t i = 0; i < len;) {
        uint32_t cp;
        size_t n = utf8_decode(s + i, len - i, &cp);

        if (printer_is_break(s[i]))
            str_add(out, s[i] == '\n' ? "\\n" : s[i] == '\r' ? "\\r" : "\\t");
        else if ((ascii && cp > 0x7E) || is_escaped(cp))
            add_escape(out, cp);
        else if (cp == UTF8_REPLACEMENT)
            str_add(out, "\xEF\xBF\xBD");
        else {
            if (cp == '"' || cp == '\\')
                str_addc(out, '\\');
            str_append(out, s + i, n);
        }
        i += n;
    }
    str_addc(out, '"');
}

static void add_words(struct printer *p, const char *s)
{
    add_text(p, s, strlen(s));
}

/* Begin a member of an object. */
static void add_name(struct printer *p, const char *name, bool is_first)
{
    str_add(&p->line, is_first ? "" : ", ");
    add_words(p, name);
    str_add(&p->line, ": ");
}

static void add_number(struct printer *p, const char *name, int64_t n,
                       bool is_first)
{
    add_name(p, name, is_first);
    str_addf(&p->line, "%lld", (long long)n);
}

/* Move `*s` over digits; whether there was one. */
static bool skip_digits(const char **s)
{
    size_t n = strspn(*s, "0123456789");

    *s += n;
    return n > 0;
}

/* Whether the text of a number is one in JSON too (SQLite also has Inf). */
static bool is_number(const char *s)
{
    s += *s == '-';
    if (s[0] == '0' && s[1] >= '0' && s[1] <= '9')
        return false;
    if (!skip_digits(&s))
        return false;
    if (*s == '.' && (s++, !skip_digits(&s)))
        return false;
    if (*s == 'e' || *s == 'E') {
        s++;
        s += *s == '-' || *s == '+';
        if (!skip_digits(&s))
            return false;
    }
    return *s == '\0';
}

/* ---- the whole ---- */

static bool begin(struct printer *p, const struct print_start *start,
                  struct err *e)
{
    struct json *j = p->state;

    (void)e;
    j->is_object = start->shape == SHAPE_WHOLE || start->shape == SHAPE_SEARCH;
    if (j->is_object)
        str_addc(&p->line, '{');
    if (start->shape == SHAPE_WHOLE && start->has_notice) {
        add_name(p, "notice", true);
        j->has_key = true;
    }
    return true;
}

/* Begin an array of the whole, and end the one before. */
static bool begin_array(struct printer *p, const char *name)
{
    struct json *j = p->state;

    if (j->is_open)
        str_addc(&p->line, ']');
    add_name(p, name, !j->has_key);
    str_addc(&p->line, '[');
    j->has_key = true;
    j->is_open = true;
    j->has_item = false;
    return true;
}

static bool begin_lists(struct printer *p, struct err *e)
{
    (void)e;
    return begin_array(p, "lists");
}

static bool begin_paragraphs(struct printer *p, struct err *e)
{
    (void)e;
    return begin_array(p, "paragraphs");
}

static bool end(struct printer *p, struct err *e)
{
    const struct json *j = p->state;

    str_add(&p->line, j->is_open ? "]" : "");
    str_add(&p->line, j->is_object ? "}" : "");
    return printer_end_line(p, e);
}

/* ---- a notice ---- */

static bool begin_notice(struct printer *p, const struct print_source *source,
                         struct err *e)
{
    const struct notice_info *info = source->info;
    const struct {
        const char *name, *value;
    } fields[] = {
        {"title", info->title},         {"doc_number", info->doc_number},
        {"issuer", info->issuer},       {"addressee", info->addressee},
        {"issued_on", info->issued_on}, {"kind", info->kind},
        {"status", info->status},       {"url", info->url},
        {"source", info->source},
    };
    struct json *j = p->state;

    (void)e;
    str_addc(&p->line, '{');
    for (size_t i = 0; i < ARRAY_LEN(fields); i++) {
        add_name(p, fields[i].name, i == 0);
        add_words(p, fields[i].value);
    }
    add_name(p, "blocks", false);
    str_addc(&p->line, '[');
    j->has_item = false;
    return true;
}

/* A paragraph ends its line when it is known not to be the last. */
static bool block(struct printer *p, const struct print_block *b, struct err *e)
{
    struct json *j = p->state;

    str_add(&p->line, j->has_item ? "," : "");
    j->has_item = true;
    if (!printer_end_line(p, e))
        return false;
    str_addc(&p->line, '{');
    add_number(p, "notice", (int64_t)b->source->number, true);
    add_number(p, "seq", b->seq, false);
    add_name(p, "role", false);
    add_words(p, role_name(b->role));
    add_number(p, "level", b->level, false);
    add_name(p, "text", false);
    add_text(p, b->text.text, b->text.len);
    str_addc(&p->line, '}');
    return true;
}

static bool end_notice(struct printer *p, struct err *e)
{
    (void)e;
    str_add(&p->line, "]}");
    return true;
}

/* ---- a list ---- */

static void add_derived(struct printer *p, const struct list *l)
{
    bool is_first = true;

    add_name(p, "derived", false);
    str_addc(&p->line, '[');
    for (size_t i = 0; i < list_column_count(l); i++) {
        const struct list_column *c = list_column(l, i);

        if (!c->derived)
            continue;
        str_add(&p->line, is_first ? "" : ", ");
        add_words(p, c->name);
        is_first = false;
    }
    str_addc(&p->line, ']');
}

static void add_gaps(struct printer *p, const struct list *l)
{
    add_name(p, "gaps", false);
    str_addc(&p->line, '[');
    for (size_t i = 0; i < list_gap_count(l); i++) {
        const struct list_gap *g = list_gap(l, i);

        str_addf(&p->line, "%s[%lld, %lld]", i > 0 ? ", " : "",
                 (long long)g->first, (long long)g->last);
    }
    str_addc(&p->line, ']');
}

/* The lines around a list, of the source's own. */
static void add_around(struct printer *p, const struct print_table *table,
                       enum line_place place, const char *name)
{
    size_t n = list_line_count(table->list, place);

    if (!table->is_whole || n == 0)
        return;
    add_name(p, name, false);
    str_addc(&p->line, '[');
    for (size_t i = 0; i < n; i++) {
        str_add(&p->line, i > 0 ? ", " : "");
        add_words(p, list_line(table->list, place, i));
    }
    str_addc(&p->line, ']');
}

/* Everything about a list that is no record: what a reader needs to know
 * which list it is and what it lacks. Leaves the array of records open. */
static bool begin_list(struct printer *p, const struct print_table *table,
                       struct err *e)
{
    struct json *j = p->state;

    (void)e;
    str_add(&p->line, j->has_item ? ", {" : "{");
    j->has_item = true;
    j->has_row = false;
    add_name(p, "annex", true);
    add_words(p, table->annex->number);
    add_name(p, "title", false);
    add_words(p, table->annex->title);
    add_derived(p, table->list);
    add_gaps(p, table->list);
    add_around(p, table, LINE_ABOVE, "above");
    add_around(p, table, LINE_BELOW, "below");
    add_name(p, "records", false);
    str_addc(&p->line, '[');
    return true;
}

static void add_record(struct printer *p, const struct print_row *r)
{
    str_addc(&p->line, '{');
    for (size_t i = 0; i < r->record->count; i++) {
        const struct value *v = &r->record->values[i];

        add_name(p, list_column(r->table->list, i)->name, i == 0);
        if (v->kind == VALUE_NULL)
            str_add(&p->line, "null");
        else if (v->kind == VALUE_NUMBER && is_number(v->text))
            str_add(&p->line, v->text);
        else
            add_text(p, v->text, v->len);
    }
    str_addc(&p->line, '}');
}

/* A record ends its line when it is known not to be the last. */
static bool row(struct printer *p, const struct print_row *r, struct err *e)
{
    struct json *j = p->state;

    str_add(&p->line, j->has_row ? "," : "");
    j->has_row = true;
    if (!printer_end_line(p, e))
        return false;
    add_record(p, r);
    return true;
}

static bool end_list(struct printer *p, const struct print_table *table,
                     struct err *e)
{
    (void)table;
    (void)e;
    str_add(&p->line, "]}");
    return true;
}

static bool record(struct printer *p, const struct print_record *r,
                   struct err *e)
{
    (void)e;
    add_record(p, &r->row);
    return true;
}

const struct print_format print_format_json = {
    .name = "json",
    .help = N_("for programs: everything by its name"),
    .marks = MARKS_NEVER,
    .line_end = "\n",
    .is_data = true,
    .state_size = sizeof(struct json),
    .begin = begin,
    .end = end,
    .begin_notice = begin_notice,
    .block = block,
    .end_notice = end_notice,
    .begin_lists = begin_lists,
    .begin_list = begin_list,
    .row = row,
    .end_list = end_list,
    .record = record,
    .begin_paragraphs = begin_paragraphs,
};
