#include "import/html.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"
#include "import/flow.h"
#include "import/html_tag.h"
#include "import/numeral.h"
#include "import/running_text.h"

#define MAX_SECONDS 2 /* of processor time for one page */

/* An open element: what it and those around it say of the text in it. */
struct element {
    enum html_tag tag;
    bool skips;        /* no text of the page */
    const char *why;   /* left out: hidden */
    bool is_page;      /* in <nav> or <footer> */
    bool is_link;      /* in a link to another page */
    bool keeps_blanks; /* <pre> */
    enum page_hint hint;
    enum numeral numeral; /* of an <ol> */
    long next;            /* number of its next item */
};

/* What a line is about to be. */
struct line {
    enum page_hint hint;
    bool has_other; /* text that is neither link nor the page's own */
};

struct html {
    htmlParserCtxtPtr parser;
    struct flow *flow;
    struct page *page;
    const char *path;
    size_t first_line;
    struct element elements[HTML_MAX_DEPTH];
    size_t depth; /* of the elements; the first is the page itself */
    size_t flat;  /* elements that are open beyond them */
    struct line line;
    struct running_text running;
    struct str number; /* of a list's item, before its first text */
    struct str title;  /* of <title> */
    struct str hidden; /* waits for the end of its line */
    const char *hidden_why;
    struct str anchor; /* the text of a link to a file */
    char *target;      /* of it; NULL: no such link is open */
    size_t anchor_depth;
    struct str saved_from; /* the address that a browser noted */
    bool has_url;
    unsigned events;
    clock_t began;
    bool is_late, is_full;
};

static struct element *top(struct html *h)
{
    return &h->elements[h->depth - 1];
}

static size_t line_number(const struct html *h)
{
    int line = h->parser->input ? h->parser->input->line : 1;

    return h->first_line + (line > 0 ? (size_t)line - 1 : 0);
}

/* What is nested without end or closed without beginning makes the parser
 * look at all that is open, again and again. */
static void check_limits(struct html *h)
{
    if (flow_is_full(h->flow)) {
        h->is_full = true;
        xmlStopParser(h->parser);
    }
    if (++h->events % 256 == 0 &&
        clock() - h->began > (clock_t)MAX_SECONDS * CLOCKS_PER_SEC) {
        h->is_late = true;
        xmlStopParser(h->parser);
    }
}

/* ---- lines ---- */

static void give_hidden(struct html *h)
{
    struct str text = {0};
    const char *why = h->hidden_why;

    if (h->hidden.len == 0)
        return;
    running_text_add(&h->running, &text, h->hidden.text, h->hidden.len);
    running_text_end(&h->running);
    flow_text(h->flow, str_text(&text), text.len, line_number(h));
    str_clear(&text);
    str_clear(&h->hidden);
    flow_leave_out(h->flow, why);
    flow_end_line(h->flow);
}

static void end_line(struct html *h)
{
    if (flow_has_text(h->flow)) {
        if (!h->line.has_other)
            h->line.hint = PAGE_HINT_PAGE;
        flow_hint(h->flow, h->line.hint);
    }
    flow_end_line(h->flow);
    h->line = (struct line){0};
    running_text_end(&h->running);
    give_hidden(h);
}

static void add_run(struct html *h, const char *s, size_t len)
{
    const struct element *el = top(h);
    struct str text = {0};

    if (el->keeps_blanks)
        str_append(&text, s, len);
    else
        running_text_add(&h->running, &text, s, len);
    if (h->target)
        str_append(&h->anchor, str_text(&text), text.len);
    if (text.len && h->number.len && !running_text_is_blank(&text)) {
        if (!el->is_link && !el->is_page &&
            !numeral_stands(str_text(&text), text.len))
            flow_text(h->flow, h->number.text, h->number.len, line_number(h));
        str_clear(&h->number);
    }
    if (!running_text_is_blank(&text)) {
        h->line.has_other = h->line.has_other ||
                            !(el->is_link || el->is_page ||
                              running_text_parts(str_text(&text), text.len));
        if (h->line.hint == PAGE_HINT_NONE)
            h->line.hint = el->hint;
    }
    flow_text(h->flow, str_text(&text), text.len, line_number(h));
    str_clear(&text);
}

static void add_text(struct html *h, const char *s, size_t len)
{
    const struct element *el = top(h);

    if (el->tag == HTML_TITLE) {
        str_append(&h->title, s, len);
        return;
    }
    if (el->skips)
        return;
    if (el->why) {
        h->hidden_why = el->why;
        str_append(&h->hidden, s, len);
        return;
    }
    while (el->keeps_blanks && len > 0) {
        const char *lf = memchr(s, '\n', len);
        size_t n = lf ? (size_t)(lf - s) : len;

        add_run(h, s, n);
        if (lf)
            end_line(h);
        n += lf != NULL;
        s += n;
        len -= n;
    }
    if (len > 0)
        add_run(h, s, len);
}

/* ---- elements ---- */

static bool is_hidden(const char *const *attributes, const char *style)
{
    return html_attribute(attributes, "hidden") ||
           html_style_is(style, "display", "none") ||
           html_style_is(style, "visibility", "hidden") ||
           html_style_is(style, "mso-hide", "all");
}

static enum page_hint hint_of(enum html_tag tag, const char *const *attributes,
                              const char *style, enum page_hint around)
{
    const char *align = html_attribute(attributes, "align");

    if (tag == HTML_HEADING_1)
        return PAGE_HINT_TITLE;
    if (tag == HTML_HEADING)
        return PAGE_HINT_HEADING;
    if (around == PAGE_HINT_TITLE || around == PAGE_HINT_HEADING)
        return around;
    if (tag == HTML_CENTER || html_style_is(style, "text-align", "center") ||
        (align && tag != HTML_TABLE &&
         (strcasecmp(align, "center") == 0 ||
          strcasecmp(align, "middle") == 0)))
        return PAGE_HINT_CENTRED;
    if (html_style_is(style, "text-align", "right") ||
        (align && tag != HTML_TABLE && strcasecmp(align, "right") == 0))
        return PAGE_HINT_RIGHT;
    if (html_style_is(style, "text-align", "") || (align && tag != HTML_TABLE))
        return PAGE_HINT_NONE;
    return around;
}

static enum numeral numeral_of(const char *const *attributes, const char *style)
{
    const char *type = html_attribute(attributes, "type");

    if (html_style_is(style, "list-style", "none") ||
        html_style_is(style, "list-style-type", "none"))
        return NUMERAL_NONE;
    if (html_style_is(style, "list-style-type", "cjk-ideographic") ||
        html_style_is(style, "list-style-type", "simp-chinese-informal") ||
        html_style_is(style, "list-style-type", "trad-chinese-informal"))
        return NUMERAL_CHINESE;
    switch (type ? *type : '1') {
    case 'a':
        return NUMERAL_LOWER_LETTER;
    case 'A':
        return NUMERAL_UPPER_LETTER;
    case 'i':
        return NUMERAL_LOWER_ROMAN;
    case 'I':
        return NUMERAL_UPPER_ROMAN;
    default:
        return NUMERAL_DECIMAL;
    }
}

/* The number of an item of an <ol>, to stand before its text. */
static void begin_item(struct html *h, const char *const *attributes)
{
    const char *value = html_attribute(attributes, "value");

    str_clear(&h->number);
    for (size_t i = h->depth - 1; i-- > 0;) {
        struct element *list = &h->elements[i];

        if (list->tag == HTML_UNORDERED || list->tag == HTML_CELL)
            return;
        if (list->tag != HTML_ORDERED)
            continue;
        list->next = html_number(value, (int)list->next);
        if (list->numeral != NUMERAL_NONE) {
            numeral_append(&h->number, list->numeral, list->next);
            str_add(&h->number, list->numeral == NUMERAL_CHINESE ? "、" : ". ");
        }
        list->next++;
        return;
    }
}

static void begin_link(struct html *h, struct element *el,
                       const char *const *attributes)
{
    const char *target = html_attribute(attributes, "href");

    if (!target || h->target)
        return;
    if (html_is_file(target)) {
        h->target = xstrdup(target);
        h->anchor_depth = h->depth;
    } else {
        el->is_link = true;
    }
}

static void end_anchor(struct html *h)
{
    flow_link(h->flow, str_text(&h->anchor), h->target);
    str_clear(&h->anchor);
    free(h->target);
    h->target = NULL;
}

static void take_meta(struct html *h, const char *const *attributes)
{
    static const char *const kept[] = {"ArticleTitle",  "PubDate",
                                       "ContentSource", "Url",
                                       "Author",        "ColumnName"};
    const char *name = html_attribute(attributes, "name");
    const char *content = html_attribute(attributes, "content");

    for (size_t i = 0; name && content && i < ARRAY_LEN(kept); i++) {
        if (strcasecmp(name, kept[i]) != 0 || !*content)
            continue;
        page_add_particular(h->page, kept[i], content, line_number(h));
        h->has_url = h->has_url || strcmp(kept[i], "Url") == 0;
    }
}

static void begin_element(struct html *h, struct element *el,
                          const char *const *attributes)
{
    switch (el->tag) {
    case HTML_TABLE:
        end_line(h);
        flow_table(h->flow, line_number(h));
        break;
    case HTML_ROW:
        end_line(h);
        flow_row(h->flow, line_number(h));
        break;
    case HTML_CELL:
    case HTML_HEAD_CELL:
        end_line(h);
        flow_cell(h->flow,
                  html_number(html_attribute(attributes, "rowspan"), 1),
                  html_number(html_attribute(attributes, "colspan"), 1),
                  el->tag == HTML_HEAD_CELL);
        break;
    case HTML_LINK:
        begin_link(h, el, attributes);
        break;
    case HTML_ITEM:
        end_line(h);
        flow_group(h->flow, true);
        begin_item(h, attributes);
        break;
    case HTML_TERM:
        end_line(h);
        flow_group(h->flow, true);
        break;
    case HTML_INLINE:
    case HTML_SKIP:
    case HTML_TITLE:
    case HTML_META:
        break;
    case HTML_BLOCK:
    case HTML_HEADING_1:
    case HTML_HEADING:
    case HTML_PAGE:
    case HTML_CENTER:
    case HTML_PRE:
    case HTML_BREAK:
    case HTML_ORDERED:
    case HTML_UNORDERED:
        end_line(h);
        break;
    }
}

static void end_element(struct html *h, const struct element *el)
{
    switch (el->tag) {
    case HTML_TABLE:
        end_line(h);
        flow_table_end(h->flow);
        break;
    case HTML_CELL:
    case HTML_HEAD_CELL:
        end_line(h);
        flow_cell_end(h->flow);
        break;
    case HTML_LINK:
        if (h->target && h->anchor_depth == h->depth)
            end_anchor(h);
        break;
    case HTML_INLINE:
    case HTML_SKIP:
    case HTML_TITLE:
    case HTML_META:
        break;
    case HTML_BLOCK:
    case HTML_HEADING_1:
    case HTML_HEADING:
    case HTML_PAGE:
    case HTML_CENTER:
    case HTML_PRE:
    case HTML_BREAK:
    case HTML_ROW:
    case HTML_TERM:
        end_line(h);
        break;
    case HTML_ORDERED:
    case HTML_UNORDERED:
    case HTML_ITEM:
        end_line(h);
        flow_group(h->flow, false);
        break;
    }
}

/* Inside of what is skipped or hidden nothing is drawn. */
static bool is_drawn(const struct element *el)
{
    return !el->skips && !el->why;
}

static void on_start(void *ctx, const xmlChar *name, const xmlChar **atts)
{
    htmlParserCtxtPtr parser = ctx;
    struct html *h = parser->_private;
    const char *const *attributes = (const char *const *)atts;
    const char *style = html_attribute(attributes, "style");
    enum html_tag tag = html_tag((const char *)name);
    struct element *el;

    check_limits(h);
    if (tag == HTML_META)
        take_meta(h, attributes);
    if (h->depth == HTML_MAX_DEPTH) {
        h->flat++;
        if (tag != HTML_INLINE && is_drawn(top(h)))
            end_line(h);
        return;
    }
    el = &h->elements[h->depth];
    *el = *top(h);
    h->depth++;
    el->tag = tag;
    el->skips = el->skips || tag == HTML_SKIP || tag == HTML_TITLE;
    if (!el->why && is_hidden(attributes, style))
        el->why = _("hidden in the page");
    el->is_page = el->is_page || tag == HTML_PAGE;
    el->keeps_blanks = el->keeps_blanks || tag == HTML_PRE ||
                       html_style_is(style, "white-space", "pre");
    el->hint = hint_of(tag, attributes, style, el->hint);
    if (tag == HTML_ORDERED) {
        el->numeral = numeral_of(attributes, style);
        el->next = html_number(html_attribute(attributes, "start"), 1);
    }
    if (is_drawn(el))
        begin_element(h, el, attributes);
}

static void on_end(void *ctx, const xmlChar *name)
{
    htmlParserCtxtPtr parser = ctx;
    struct html *h = parser->_private;

    check_limits(h);
    if (h->flat > 0) {
        h->flat--;
        if (html_tag((const char *)name) != HTML_INLINE && is_drawn(top(h)))
            end_line(h);
        return;
    }
    if (h->depth == 1)
        return;
    if (is_drawn(top(h)))
        end_element(h, top(h));
    h->depth--;
    /* What was hidden ends a line where it stood in lines of its own. */
    if (is_drawn(top(h)) && !flow_has_text(h->flow))
        give_hidden(h);
}

static void on_text(void *ctx, const xmlChar *text, int len)
{
    htmlParserCtxtPtr parser = ctx;

    check_limits(parser->_private);
    if (len > 0)
        add_text(parser->_private, (const char *)text, (size_t)len);
}

/* "saved from url=(0027)http://www.mou.example/a.html " */
static void on_comment(void *ctx, const xmlChar *text)
{
    htmlParserCtxtPtr parser = ctx;
    struct html *h = parser->_private;
    const char *at = strstr((const char *)text, "saved from url=(");

    check_limits(h);
    if (!at || h->saved_from.len || !(at = strchr(at, ')')))
        return;
    str_append(&h->saved_from, at + 1, strcspn(at + 1, " \t\r\n"));
}

static void on_error(void *ctx, const xmlError *error)
{
    htmlParserCtxtPtr parser = ctx;
    struct html *h = parser->_private;

    check_limits(h);
    if (error->level == XML_ERR_FATAL && !h->is_late && !h->is_full)
        page_warn(h->page,
                  _("%s:%zu: the parser of HTML stops here (%.*s); what "
                    "follows is not read"),
                  h->path, line_number(h),
                  (int)strcspn(error->message ? error->message : "", "\n"),
                  error->message ? error->message : "");
}

/* ---- the parser ---- */

/* Fed in parts, the parser keeps no copy of the whole. */
struct feed {
    const char *at;
    size_t left;
};

static int on_read(void *context, char *to, int room)
{
    struct feed *feed = context;
    size_t n = feed->left < (size_t)room ? feed->left : (size_t)room;

    memcpy(to, feed->at, n);
    feed->at += n;
    feed->left -= n;
    return (int)n;
}

/* Remove "<![if !vml]>" and "<![endif]>", which the parser takes for text;
 * those in comments are no concern of ours. Returns the new length. */
static size_t without_conditions(char *text, size_t len)
{
    size_t to = 0;
    bool closes = true; /* a comment may still end */

    for (size_t i = 0; i < len;) {
        size_t left = len - i, n = 1;
        const char *end = NULL;

        if (left > 4 && closes && memcmp(text + i, "<!--", 4) == 0) {
            end = memmem(text + i + 4, left - 4, "-->", 3);
            closes = end != NULL;
        } else if (left > 4 && memcmp(text + i, "<![", 3) == 0 &&
                   text[i + 3] != 'C') {
            end = memchr(text + i, '>', left < 200 ? left : 200);
            if (end) {
                i = (size_t)(end - text) + 1;
                continue;
            }
        }
        if (end)
            n = (size_t)(end - text) - i;
        memmove(text + to, text + i, n);
        to += n;
        i += n;
    }
    return to;
}

static void listen(htmlParserCtxtPtr parser)
{
    xmlSAXHandler *sax = parser->sax;

    memset(sax, 0, sizeof(*sax));
    sax->initialized = XML_SAX2_MAGIC;
    sax->startElement = on_start;
    sax->endElement = on_end;
    sax->characters = on_text;
    sax->ignorableWhitespace = on_text;
    sax->cdataBlock = on_text;
    sax->comment = on_comment;
    sax->serror = (xmlStructuredErrorFunc)(void (*)(void))on_error;
}

static void finish(struct html *h)
{
    end_line(h);
    if (h->target)
        end_anchor(h);
    flow_finish(h->flow, h->page);
    if (h->title.len) {
        struct str title = {0};

        running_text_end(&h->running);
        running_text_add(&h->running, &title, h->title.text, h->title.len);
        page_add_particular(h->page, "title", str_text(&title), 1);
        str_clear(&title);
    }
    if (h->saved_from.len && !h->has_url)
        page_add_particular(h->page, "Url", h->saved_from.text, 1);
}

static void clear(struct html *h)
{
    flow_free(h->flow);
    if (h->parser)
        htmlFreeParserCtxt(h->parser);
    str_clear(&h->number);
    str_clear(&h->title);
    str_clear(&h->hidden);
    str_clear(&h->anchor);
    str_clear(&h->saved_from);
    free(h->target);
    free(h);
}

/* What the library says of no document in particular goes nowhere: it would
 * be printed. */
static void on_other_error(void *ctx, const xmlError *error)
{
    (void)ctx;
    (void)error;
}

bool html_read(struct page *p, const char *path, char *text, size_t len,
               size_t line, struct err *e)
{
    struct html *h = xcalloc(1, sizeof(*h));
    struct feed feed = {text, without_conditions(text, len)};
    bool ok = true;

    h->page = p;
    h->path = path;
    h->first_line = line;
    h->depth = 1;
    h->flow = flow_new();
    h->began = clock();
    h->parser = htmlNewParserCtxt();
    if (!h->parser)
        mem_give_up();
    xmlSetStructuredErrorFunc(
        NULL, (xmlStructuredErrorFunc)(void (*)(void))on_other_error);
    h->parser->_private = h;
    listen(h->parser);
    htmlCtxtReadIO(h->parser, on_read, NULL, &feed, NULL, "UTF-8",
                   HTML_PARSE_RECOVER | HTML_PARSE_NONET |
                       HTML_PARSE_IGNORE_ENC | XML_PARSE_HUGE);
    if (h->is_late)
        ok = err_set(e, ERR_LIMIT,
                     _("%s:%zu: the markup takes too long to read (over %d s); "
                       "open it in a browser, copy its text into a file and "
                       "import that"),
                     path, line_number(h), MAX_SECONDS);
    else if (h->is_full)
        ok = page_refuse_size(path, e);
    else
        finish(h);
    clear(h);
    return ok;
}
