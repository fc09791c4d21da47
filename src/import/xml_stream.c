#include "import/xml_stream.h"

#include <expat.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"

#define CHUNK     (32 << 10)
#define DEPTH_MAX 200 /* of elements, one inside the other */

struct xml_stream {
    struct xml_source *source;
    const struct xml_hearer *hearer;
    void *to;
    const char *path;
    XML_Parser parser;
    bool is_paused, at_end, has_type, is_deep;
    int depth;
};

static const char *local_name(const char *name)
{
    const char *colon = strchr(name, ':');

    return colon ? colon + 1 : name;
}

static void start(void *data, const char *name, const char **attributes)
{
    struct xml_stream *x = data;

    if (++x->depth > DEPTH_MAX) {
        x->is_deep = true;
        XML_StopParser(x->parser, XML_FALSE);
        return;
    }
    if (x->hearer->start)
        x->hearer->start(x->to, local_name(name), attributes);
}

static void end(void *data, const char *name)
{
    struct xml_stream *x = data;

    x->depth--;
    if (x->hearer->end)
        x->hearer->end(x->to, local_name(name));
}

static void text(void *data, const char *s, int len)
{
    struct xml_stream *x = data;

    x->hearer->text(x->to, s, (size_t)len);
}

static void type(void *data, const char *name, const char *system,
                 const char *public, int has_subset)
{
    struct xml_stream *x = data;

    (void)name;
    (void)system;
    (void)public;
    (void)has_subset;
    x->has_type = true;
    XML_StopParser(x->parser, XML_FALSE);
}

struct xml_stream *xml_stream_new(struct xml_source *source,
                                  const struct xml_hearer *hearer, void *to,
                                  const char *path)
{
    static const XML_Memory_Handling_Suite memory = {malloc, realloc, free};
    struct xml_stream *x = xcalloc(1, sizeof(*x));

    *x = (struct xml_stream){
        .source = source, .hearer = hearer, .to = to, .path = path};
    x->parser = XML_ParserCreate_MM(NULL, &memory, NULL);
    if (!x->parser)
        mem_give_up();
    XML_SetUserData(x->parser, x);
    XML_SetElementHandler(x->parser, start, end);
    XML_SetCharacterDataHandler(x->parser, hearer->text ? text : NULL);
    XML_SetStartDoctypeDeclHandler(x->parser, type);
    return x;
}

void xml_stream_free(struct xml_stream *x)
{
    if (!x)
        return;
    XML_ParserFree(x->parser);
    free(x);
}

void xml_stream_pause(struct xml_stream *x)
{
    XML_ParsingStatus status;

    XML_GetParsingStatus(x->parser, &status);
    if (status.parsing == XML_PARSING) {
        x->is_paused = true;
        XML_StopParser(x->parser, XML_TRUE);
    }
}

static bool refuse(const struct xml_stream *x, struct err *e)
{
    enum XML_Error error = XML_GetErrorCode(x->parser);

    if (error == XML_ERROR_NO_MEMORY)
        mem_give_up();
    if (x->has_type)
        return err_set(e, ERR_FORMAT,
                       _("%s: declares a document type, which no office "
                         "program does"),
                       x->path);
    if (x->is_deep)
        return err_set(e, ERR_LIMIT,
                       _("%s: has elements inside each other to a depth of "
                         "%d; no office program writes such a file"),
                       x->path, DEPTH_MAX);
    if (x->at_end)
        return err_set(e, ERR_DATA, _("%s: ends early; the file is damaged"),
                       x->path);
    return err_set(e, ERR_DATA, _("%s: is damaged: no XML in line %lu of it"),
                   x->path, XML_GetCurrentLineNumber(x->parser));
}

bool xml_stream_next(struct xml_stream *x, bool *end_reached, struct err *e)
{
    enum XML_Status status = XML_STATUS_OK;

    *end_reached = false;
    if (x->is_paused) {
        x->is_paused = false;
        status = XML_ResumeParser(x->parser);
    }
    while (status == XML_STATUS_OK && !x->at_end) {
        void *room = XML_GetBuffer(x->parser, CHUNK);
        long n;

        if (!room)
            mem_give_up();
        n = x->source->read(x->source, room, CHUNK, e);
        if (n < 0)
            return false;
        x->at_end = n == 0;
        status = XML_ParseBuffer(x->parser, (int)n, n == 0);
    }
    if (status == XML_STATUS_ERROR)
        return refuse(x, e);
    *end_reached = status == XML_STATUS_OK;
    return true;
}

const char *xml_stream_attribute(const char **attributes, const char *name)
{
    for (; *attributes; attributes += 2) {
        if (strcmp(attributes[0], name) == 0 ||
            strcmp(local_name(attributes[0]), name) == 0)
            return attributes[1];
    }
    return NULL;
}
