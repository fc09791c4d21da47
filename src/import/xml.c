#include "import/xml.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"

/* As libxml2 hands them over: five pointers each (name, prefix, URI, start and
 * end of the value). */
struct xml_attributes {
    const xmlChar **items;
    int count;
    struct str *value; /* the one that was asked for; borrowed */
};

struct reading {
    xmlParserCtxtPtr parser;
    struct pack_part *part;
    const char *path, *name;
    const struct xml_listener *listener;
    void *to;
    struct xml_attributes attributes; /* of the element that begins */
    struct str value;                 /* of the attribute that was asked for */
    size_t depth;
    bool is_stopped; /* by the listener */
    bool failed;
    struct err *e;
};

static void stop(struct reading *r)
{
    r->is_stopped = true;
    xmlStopParser(r->parser);
}

static void fail(struct reading *r, const char *why)
{
    if (!r->failed && !r->is_stopped)
        err_set(r->e, ERR_DATA, _("%s: its part %s, line %d: %s"), r->path,
                r->name, r->parser->input ? r->parser->input->line : 0, why);
    r->failed = true;
    xmlStopParser(r->parser);
}

static const char *text_of(const xmlChar *s)
{
    return s ? (const char *)s : "";
}

/* NOLINTNEXTLINE(readability-function-size): the parser's own signature */
static void on_start(void *ctx, const xmlChar *name, const xmlChar *prefix,
                     const xmlChar *uri, int namespaces,
                     const xmlChar **declared, int count, int defaulted,
                     const xmlChar **attributes)
{
    struct reading *r = ctx;

    (void)prefix;
    (void)namespaces;
    (void)declared;
    (void)defaulted;
    if (++r->depth > XML_MAX_DEPTH) {
        fail(r, _("elements stand in one another too deep"));
        return;
    }
    r->attributes = (struct xml_attributes){attributes, count, &r->value};
    if (r->listener->start && !r->is_stopped &&
        !r->listener->start(r->to, text_of(name), text_of(uri), &r->attributes))
        stop(r);
}

static void on_end(void *ctx, const xmlChar *name, const xmlChar *prefix,
                   const xmlChar *uri)
{
    struct reading *r = ctx;

    (void)prefix;
    r->depth--;
    if (r->listener->end && !r->is_stopped &&
        !r->listener->end(r->to, text_of(name), text_of(uri)))
        stop(r);
}

static void on_text(void *ctx, const xmlChar *text, int len)
{
    struct reading *r = ctx;

    if (r->listener->text && !r->is_stopped && len > 0 &&
        !r->listener->text(r->to, (const char *)text, (size_t)len))
        stop(r);
}

static void on_type(void *ctx, const xmlChar *name, const xmlChar *external,
                    const xmlChar *system)
{
    (void)name;
    (void)external;
    (void)system;
    fail(ctx, _("it has a document type; no office program writes one"));
}

static void on_error(void *ctx, const xmlError *error)
{
    struct reading *r = ctx;
    struct str why = {0};

    if (error->level != XML_ERR_FATAL)
        return;
    str_append(&why, error->message ? error->message : "",
               strcspn(error->message ? error->message : "", "\n"));
    fail(r, str_text(&why));
    str_clear(&why);
}

/* What the library says of no document in particular goes nowhere: it would
 * be printed. */
static void on_other_error(void *ctx, const xmlError *error)
{
    (void)ctx;
    (void)error;
}

static int on_read(void *context, char *to, int room)
{
    struct reading *r = context;
    long n = pack_part_read(r->part, to, (size_t)room, r->failed ? NULL : r->e);

    if (n < 0)
        r->failed = true;
    return (int)n;
}

static void listen(struct reading *r)
{
    xmlSAXHandler *sax = r->parser->sax;

    memset(sax, 0, sizeof(*sax));
    sax->initialized = XML_SAX2_MAGIC;
    sax->startElementNs = on_start;
    sax->endElementNs = on_end;
    sax->characters = on_text;
    sax->ignorableWhitespace = on_text;
    sax->cdataBlock = on_text;
    sax->internalSubset = on_type;
    sax->serror = (xmlStructuredErrorFunc)(void (*)(void))on_error;
    r->parser->userData = r;
}

bool xml_read(struct pack *pack, const char *part,
              const struct xml_listener *listener, void *to, struct err *e)
{
    struct reading r = {.path = pack_path(pack),
                        .name = part,
                        .listener = listener,
                        .to = to,
                        .e = e};

    r.part = pack_part_open(pack, part, e);
    if (!r.part)
        return false;
    r.parser = xmlNewParserCtxt();
    if (!r.parser)
        mem_give_up();
    xmlSetStructuredErrorFunc(
        NULL, (xmlStructuredErrorFunc)(void (*)(void))on_other_error);
    listen(&r);
    xmlCtxtReadIO(r.parser, on_read, NULL, &r, NULL, NULL,
                  XML_PARSE_NONET | XML_PARSE_HUGE);
    xmlFreeParserCtxt(r.parser);
    pack_part_close(r.part);
    str_clear(&r.value);
    return !r.failed;
}

const char *xml_attribute(const struct xml_attributes *a, const char *name)
{
    for (int i = 0; i < a->count; i++) {
        const xmlChar **item = a->items + (ptrdiff_t)i * 5;

        if (strcmp((const char *)item[0], name) != 0)
            continue;
        str_truncate(a->value, 0);
        str_append(a->value, (const char *)item[3],
                   (size_t)(item[4] - item[3]));
        return str_text(a->value);
    }
    return NULL;
}

bool xml_is_on(const struct xml_attributes *a, const char *name, bool otherwise)
{
    const char *value = xml_attribute(a, name);

    if (!value)
        return otherwise;
    return strcmp(value, "0") != 0 && strcasecmp(value, "false") != 0 &&
           strcasecmp(value, "off") != 0 && strcasecmp(value, "none") != 0;
}

long xml_number(const struct xml_attributes *a, const char *name,
                long otherwise)
{
    const char *value = xml_attribute(a, name);
    char *end;
    long n;

    if (!value)
        return otherwise;
    n = strtol(value, &end, 10);
    return end == value || *end ? otherwise : n;
}
