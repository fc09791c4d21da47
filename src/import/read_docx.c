#include "import/read_docx.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "import/docx_notes.h"
#include "import/docx_numbers.h"
#include "import/flow.h"
#include "import/pack.h"
#include "import/running_text.h"
#include "import/xml.h"
#include "text/utf8.h"

#define FOLDER   "word/"
#define DOCUMENT FOLDER "document.xml"

enum {
    BOX_DEPTH =
        16, /* text boxes in text boxes; deeper ones are laid out flat */
    FIELD_DEPTH = 32, /* fields in fields */
};

/* A paragraph, from its beginning to its end. */
struct paragraph {
    enum page_hint hint;
    char *num; /* owned; of its numbering */
    long level;
    bool is_styled_num;   /* by its style, which it may overrule */
    bool mark_is_deleted; /* it goes on in the next one */
    bool is_numbered;     /* its number was counted */
    struct str number;    /* to stand before its first text */
    struct str hidden;
    struct str notes; /* of what it calls, LF between */
};

struct table {
    bool head_row, row_is_deleted, cell_waits, cell_goes_on;
    int col_span;
};

struct docx {
    struct flow *flow;
    struct docx_numbers *numbers;
    struct docx_notes footnotes, endnotes;
    size_t skips; /* open elements of which nothing counts */
    struct paragraph paragraphs[BOX_DEPTH + 1]; /* those around boxes, it */
    size_t boxes;
    size_t flat_boxes; /* open ones beyond BOX_DEPTH: as if they were none */
    struct table tables[FLOW_MAX_DEPTH];
    size_t table_depth; /* may be more: then the last one serves */
    size_t count;       /* of paragraphs */
    uint64_t fields;    /* a bit for each open field: its result has begun */
    size_t field_depth;
    uint64_t alternates; /* a bit for each: one was taken */
    size_t alternate_depth;
    bool in_paragraph_props, in_run_props, in_cell_props, in_row_props;
    bool in_text;
    bool run_is_hidden;
    bool is_placeholder; /* of the content control that begins */
    bool is_full;
};

static struct paragraph *current(struct docx *d)
{
    return &d->paragraphs[d->boxes];
}

static struct table *table(struct docx *d)
{
    size_t depth =
        d->table_depth < FLOW_MAX_DEPTH ? d->table_depth : FLOW_MAX_DEPTH;

    return depth ? &d->tables[depth - 1] : NULL;
}

static bool is(const char *name, const char *other)
{
    return strcmp(name, other) == 0;
}

/* ---- text ---- */

/* A cell begins when its properties are known. */
static void open_cell(struct docx *d)
{
    struct table *t = table(d);

    if (!t || !t->cell_waits)
        return;
    t->cell_waits = false;
    flow_cell(d->flow, t->cell_goes_on ? FLOW_CONTINUES : 1, t->col_span,
              t->head_row);
}

static void end_line(struct docx *d)
{
    flow_hint(d->flow, current(d)->hint);
    flow_end_line(d->flow);
}

/* Whether a field's instruction, which is no text, is open. */
static bool in_instruction(const struct docx *d)
{
    uint64_t all = d->field_depth >= 64 ? ~UINT64_C(0)
                                        : (UINT64_C(1) << d->field_depth) - 1;

    return (d->fields & all) != all;
}

static void add_text(struct docx *d, const char *s, size_t len)
{
    struct paragraph *p = current(d);
    struct str text = {0};

    if (in_instruction(d))
        return;
    running_text_keep(&text, s, len);
    if (d->run_is_hidden) {
        str_append(&p->hidden, str_text(&text), text.len);
    } else {
        if (p->number.len && text.len) {
            flow_text(d->flow, p->number.text, p->number.len, d->count);
            str_clear(&p->number);
        }
        flow_text(d->flow, str_text(&text), text.len, d->count);
    }
    str_clear(&text);
}

static void break_line(struct docx *d)
{
    if (!in_instruction(d) && !d->run_is_hidden)
        end_line(d);
}

/* A character of a symbol font; those for boxes and ticks have their own in
 * Unicode. */
static void add_symbol(struct docx *d, const struct xml_attributes *a)
{
    static const struct {
        unsigned long code;
        const char *text;
    } symbols[] = {
        {0xF06F, "□"}, {0xF0A8, "□"}, {0xF071, "□"}, {0xF0FE, "☑"},
        {0xF052, "☑"}, {0xF0FC, "√"}, {0xF050, "√"}, {0xF0FB, "×"},
        {0xF06C, "●"}, {0xF06E, "■"}, {0xF0D8, "➢"}, {0xF0B2, "◇"},
        {0xF075, "◆"}, {0xF0E0, "→"}, {0xF0B7, "•"},
    };
    const char *value = xml_attribute(a, "char");
    unsigned long code = value ? strtoul(value, NULL, 16) : 0;
    char bytes[UTF8_MAX];

    for (size_t i = 0; i < ARRAY_LEN(symbols); i++) {
        if (symbols[i].code == code) {
            add_text(d, symbols[i].text, strlen(symbols[i].text));
            return;
        }
    }
    if (code >= 0x20)
        add_text(d, bytes, utf8_encode((uint32_t)code, bytes));
}

/* ---- paragraphs ---- */

static void begin_paragraph(struct docx *d)
{
    struct paragraph *p = current(d);
    struct str number = p->number;

    open_cell(d);
    d->count++;
    /* What the mark before it would have parted goes on. */
    if (p->mark_is_deleted) {
        p->mark_is_deleted = false;
        p->is_numbered = number.len > 0;
        return;
    }
    str_clear(&number);
    free(p->num);
    str_clear(&p->hidden);
    str_clear(&p->notes);
    *p = (struct paragraph){0};
}

static void take_style(struct docx *d, const char *id)
{
    struct paragraph *p = current(d);
    struct docx_style style = {0};

    if (d->numbers)
        style = docx_numbers_style(d->numbers, id);
    if (style.hint != PAGE_HINT_NONE)
        p->hint = style.hint;
    if (style.num && !p->num) {
        p->num = xstrdup(style.num);
        p->level = style.level;
        p->is_styled_num = true;
    }
}

static void take_alignment(struct paragraph *p, const char *value)
{
    if (p->hint != PAGE_HINT_NONE || !value)
        return;
    if (is(value, "center"))
        p->hint = PAGE_HINT_CENTRED;
    else if (is(value, "right") || is(value, "end"))
        p->hint = PAGE_HINT_RIGHT;
}

/* Its properties are known: it counts, and its number waits for its text. */
static void count_paragraph(struct docx *d)
{
    struct paragraph *p = current(d);

    if (!d->numbers || !p->num || p->is_numbered || p->mark_is_deleted)
        return;
    p->is_numbered = true;
    if (!is(p->num, "0"))
        docx_numbers_count(d->numbers, p->num, p->level, &p->number);
}

/* Lines of their own, LF between. */
static void add_lines(struct docx *d, const char *text, const char *why)
{
    while (*text) {
        size_t len = strcspn(text, "\n");

        flow_text(d->flow, text, len, d->count);
        if (why)
            flow_leave_out(d->flow, why);
        flow_end_line(d->flow);
        text += len + (text[len] == '\n');
    }
}

static void end_paragraph(struct docx *d)
{
    struct paragraph *p = current(d);

    if (p->mark_is_deleted)
        return;
    end_line(d);
    str_clear(&p->number);
    add_lines(d, str_text(&p->hidden), _("hidden in the document"));
    str_clear(&p->hidden);
    add_lines(d, str_text(&p->notes), NULL);
    str_clear(&p->notes);
}

static void begin_box(struct docx *d)
{
    if (d->boxes == BOX_DEPTH) {
        d->flat_boxes++;
        return;
    }
    flow_set_aside(d->flow);
    d->boxes++;
}

static void end_box(struct docx *d)
{
    struct paragraph *p = current(d);

    if (d->flat_boxes) {
        d->flat_boxes--;
        return;
    }
    p->mark_is_deleted = false;
    end_paragraph(d);
    free(p->num);
    *p = (struct paragraph){0};
    d->boxes--;
    flow_take_up(d->flow);
}

/* ---- elements ---- */

/* What belongs to properties, by the element that they stand in. */
static bool take_property(struct docx *d, const char *name,
                          const struct xml_attributes *a)
{
    struct paragraph *p = current(d);
    struct table *t = table(d);

    if (d->in_run_props) {
        if (d->in_paragraph_props && (is(name, "del") || is(name, "moveFrom")))
            p->mark_is_deleted = true;
        else if (!d->in_paragraph_props && is(name, "vanish"))
            d->run_is_hidden = xml_is_on(a, "val", true);
    } else if (d->in_paragraph_props) {
        if (is(name, "pStyle")) {
            take_style(d, xml_attribute(a, "val"));
        } else if (is(name, "jc")) {
            take_alignment(p, xml_attribute(a, "val"));
        } else if (is(name, "outlineLvl") && xml_number(a, "val", 9) < 9 &&
                   p->hint != PAGE_HINT_TITLE) {
            p->hint = PAGE_HINT_HEADING;
        } else if (is(name, "numId")) {
            const char *num = xml_attribute(a, "val");

            free(p->num);
            p->num = xstrdup(num ? num : "0");
        } else if (is(name, "ilvl")) {
            p->level = xml_number(a, "val", 0);
        }
    } else if (t && d->in_row_props) {
        if (is(name, "tblHeader"))
            t->head_row = xml_is_on(a, "val", true);
        else if (is(name, "del"))
            t->row_is_deleted = true;
        else if (is(name, "gridBefore"))
            flow_cell(d->flow, 1, (int)xml_number(a, "val", 1) % 1000, false);
    } else if (t && d->in_cell_props) {
        if (is(name, "gridSpan"))
            t->col_span = (int)(xml_number(a, "val", 1) % 1000);
        else if (is(name, "vMerge"))
            t->cell_goes_on = !xml_attribute(a, "val") ||
                              !is(xml_attribute(a, "val"), "restart");
    } else {
        return false;
    }
    return true;
}

/* Elements of which nothing is text or counts. */
static bool is_skipped(const struct docx *d, const char *name)
{
    static const char *const names[] = {
        "del",           "moveFrom",    "delText",         "pPrChange",
        "rPrChange",     "tblPrChange", "trPrChange",      "tcPrChange",
        "tblGridChange", "sectPr",      "numberingChange", "rt",
        "tblPrExChange", "docPartObj"};

    if (is(name, "sdtContent"))
        return d->is_placeholder;
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        if (is(name, names[i]))
            return !(is(name, "del") || is(name, "moveFrom")) ||
                   !(d->in_run_props || d->in_row_props);
    }
    return false;
}

static void take_field(struct docx *d, const char *type)
{
    if (!type)
        return;
    if (is(type, "begin") && d->field_depth < FIELD_DEPTH) {
        d->fields &= ~(UINT64_C(1) << d->field_depth);
        d->field_depth++;
    } else if (is(type, "separate") && d->field_depth) {
        d->fields |= UINT64_C(1) << (d->field_depth - 1);
    } else if (is(type, "end") && d->field_depth) {
        d->field_depth--;
    }
}

static void take_note(struct docx *d, const struct docx_notes *notes, long id)
{
    const char *text = docx_notes_text(notes, id);

    if (text && !d->run_is_hidden) {
        str_add(&current(d)->notes, text);
        str_addc(&current(d)->notes, '\n');
    }
}

static void begin_table_part(struct docx *d, const char *name)
{
    struct table *begun;

    if (is(name, "tbl")) {
        open_cell(d);
        flow_table(d->flow, d->count + 1);
        d->table_depth++;
        begun = table(d);
        assert(begun);
        *begun = (struct table){0};
    } else if (!table(d)) {
        return;
    } else if (is(name, "tr")) {
        *table(d) = (struct table){0};
        flow_row(d->flow, d->count + 1);
    } else if (table(d)->row_is_deleted) {
        d->skips = 1;
    } else {
        table(d)->cell_waits = true;
        table(d)->cell_goes_on = false;
        table(d)->col_span = 1;
    }
}

/* What stands in a run. */
static void take_run_part(struct docx *d, const char *name,
                          const struct xml_attributes *a)
{
    if (is(name, "t"))
        d->in_text = true;
    else if (is(name, "tab") || is(name, "ptab"))
        add_text(d, " ", 1);
    else if (is(name, "br") || is(name, "cr"))
        break_line(d);
    else if (is(name, "noBreakHyphen"))
        add_text(d, "-", 1);
    else if (is(name, "sym"))
        add_symbol(d, a);
    else if (is(name, "fldChar"))
        take_field(d, xml_attribute(a, "fldCharType"));
    else if (is(name, "footnoteReference"))
        take_note(d, &d->footnotes, xml_number(a, "id", -1));
    else if (is(name, "endnoteReference"))
        take_note(d, &d->endnotes, xml_number(a, "id", -1));
}

static void begin_word(struct docx *d, const char *name,
                       const struct xml_attributes *a)
{
    if (is_skipped(d, name))
        d->skips = 1;
    else if (is(name, "rPr"))
        d->in_run_props = true;
    else if (take_property(d, name, a))
        return;
    else if (is(name, "p"))
        begin_paragraph(d);
    else if (is(name, "pPr"))
        d->in_paragraph_props = true;
    else if (is(name, "tcPr"))
        d->in_cell_props = true;
    else if (is(name, "trPr"))
        d->in_row_props = true;
    else if (is(name, "r"))
        d->run_is_hidden = false;
    else if (is(name, "tbl") || is(name, "tr") || is(name, "tc"))
        begin_table_part(d, name);
    else if (is(name, "txbxContent"))
        begin_box(d);
    else if (is(name, "sdtPr"))
        d->is_placeholder = false;
    else if (is(name, "showingPlcHdr"))
        d->is_placeholder = xml_is_on(a, "val", true);
    else
        take_run_part(d, name, a);
}

/* Of the same content for newer and for older programs the first counts. */
static void begin_compatible(struct docx *d, const char *name)
{
    uint64_t bit;

    if (is(name, "AlternateContent")) {
        d->alternate_depth++;
        if (d->alternate_depth < 64)
            d->alternates &= ~(UINT64_C(1) << d->alternate_depth);
        return;
    }
    if (!is(name, "Choice") && !is(name, "Fallback"))
        return;
    bit = UINT64_C(1) << (d->alternate_depth < 64 ? d->alternate_depth : 63);
    if (d->alternates & bit)
        d->skips = 1;
    d->alternates |= bit;
}

/* Two editions of the standard name each namespace in their own way. */
enum space { SPACE_OTHER, SPACE_WORD, SPACE_COMPATIBLE, SPACE_MATH };

static enum space space_of(const char *uri)
{
    static const struct {
        const char *uri;
        enum space space;
    } spaces[] = {
        {"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
         SPACE_WORD},
        {"http://purl.oclc.org/ooxml/wordprocessingml/main", SPACE_WORD},
        {"http://schemas.openxmlformats.org/markup-compatibility/2006",
         SPACE_COMPATIBLE},
        {"http://schemas.openxmlformats.org/officeDocument/2006/math",
         SPACE_MATH},
        {"http://purl.oclc.org/ooxml/officeDocument/math", SPACE_MATH},
    };

    for (size_t i = 0; i < ARRAY_LEN(spaces); i++) {
        if (is(uri, spaces[i].uri))
            return spaces[i].space;
    }
    return SPACE_OTHER;
}

/* Letters drawn as a picture, a red head often. */
static void take_drawn_text(struct docx *d, const struct xml_attributes *a)
{
    const char *text = xml_attribute(a, "string");

    if (!text || d->boxes == BOX_DEPTH)
        return;
    begin_box(d);
    add_text(d, text, strlen(text));
    end_box(d);
}

static bool on_start(void *to, const char *name, const char *space,
                     const struct xml_attributes *a)
{
    struct docx *d = to;

    if (flow_is_full(d->flow)) {
        d->is_full = true;
        return false;
    }
    if (d->skips) {
        d->skips++;
        return true;
    }
    switch (space_of(space)) {
    case SPACE_WORD:
        begin_word(d, name, a);
        break;
    case SPACE_COMPATIBLE:
        begin_compatible(d, name);
        break;
    case SPACE_MATH:
        d->in_text = is(name, "t");
        break;
    case SPACE_OTHER:
        if (is(name, "textpath"))
            take_drawn_text(d, a);
        break;
    }
    return true;
}

static void end_word(struct docx *d, const char *name)
{
    if (is(name, "t")) {
        d->in_text = false;
    } else if (is(name, "p")) {
        end_paragraph(d);
    } else if (is(name, "rPr")) {
        d->in_run_props = false;
    } else if (is(name, "pPr")) {
        d->in_paragraph_props = false;
        count_paragraph(d);
    } else if (is(name, "tcPr")) {
        d->in_cell_props = false;
        open_cell(d);
    } else if (is(name, "trPr")) {
        d->in_row_props = false;
    } else if (is(name, "tc") && table(d)) {
        open_cell(d);
        flow_cell_end(d->flow);
    } else if (is(name, "tbl") && d->table_depth) {
        flow_table_end(d->flow);
        d->table_depth--;
    } else if (is(name, "txbxContent") && d->boxes) {
        end_box(d);
    } else if (is(name, "sdt")) {
        d->is_placeholder = false;
    }
}

static bool on_end(void *to, const char *name, const char *space)
{
    struct docx *d = to;

    if (d->skips) {
        d->skips--;
        return true;
    }
    switch (space_of(space)) {
    case SPACE_WORD:
        end_word(d, name);
        break;
    case SPACE_COMPATIBLE:
        if (is(name, "AlternateContent") && d->alternate_depth)
            d->alternate_depth--;
        break;
    case SPACE_MATH:
        d->in_text = false;
        break;
    case SPACE_OTHER:
        break;
    }
    return true;
}

static bool on_text(void *to, const char *text, size_t len)
{
    struct docx *d = to;

    if (d->in_text && !d->skips)
        add_text(d, text, len);
    return true;
}

/* ---- the whole ---- */

/* What is damaged is told; what could be read of the file stays. A file beyond
 * a limit is refused. */
static bool forgive(bool ok, struct page *p, struct err *e)
{
    if (ok || e->code == ERR_LIMIT)
        return ok;
    page_warn(p, "%s", e->msg);
    *e = (struct err){0};
    return true;
}

static bool read_parts(struct docx *d, struct pack *pack, struct page *p,
                       struct err *e)
{
    static const struct xml_listener listener = {on_start, on_end, on_text};
    bool ok;

    d->numbers = docx_numbers_new(pack, FOLDER, e);
    ok =
        forgive(d->numbers != NULL, p, e) &&
        forgive(docx_notes_read(&d->footnotes, pack, FOLDER "footnotes.xml", e),
                p, e) &&
        forgive(docx_notes_read(&d->endnotes, pack, FOLDER "endnotes.xml", e),
                p, e) &&
        forgive(xml_read(pack, DOCUMENT, &listener, d, e), p, e);
    return ok;
}

static void clear(struct docx *d)
{
    for (size_t i = 0; i < ARRAY_LEN(d->paragraphs); i++) {
        free(d->paragraphs[i].num);
        str_clear(&d->paragraphs[i].number);
        str_clear(&d->paragraphs[i].hidden);
        str_clear(&d->paragraphs[i].notes);
    }
    docx_numbers_free(d->numbers);
    docx_notes_clear(&d->footnotes);
    docx_notes_clear(&d->endnotes);
    flow_free(d->flow);
    free(d);
}

static bool read_page(struct page *p, struct input *in, struct err *e)
{
    struct pack *pack = pack_open(in, e);
    struct docx *d;
    struct err own = {0};
    bool ok;

    if (!pack)
        return false;
    d = xcalloc(1, sizeof(*d));
    d->flow = flow_new();
    ok = read_parts(d, pack, p, &own) || err_set(e, own.code, "%s", own.msg);
    if (ok && d->is_full)
        ok = page_refuse_size(in->path, e);
    if (ok) {
        while (d->boxes)
            end_box(d);
        flow_finish(d->flow, p);
    }
    clear(d);
    pack_close(pack);
    return ok;
}

static bool recognises(struct input *in)
{
    return pack_probe(in, DOCUMENT);
}

static const char *const suffixes[] = {".docx", ".docm", NULL};

const struct reader read_docx_reader = {.name = "DOCX",
                                        .recognises = recognises,
                                        .suffixes = suffixes,
                                        .read_page = read_page};
