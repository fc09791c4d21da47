#include "import/docx_notes.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "import/running_text.h"
#include "import/xml.h"

struct reading {
    struct docx_notes *notes;
    long id;
    bool in_note, in_text;
    size_t skips; /* open elements of what was deleted */
    struct str text;
};

static bool on_start(void *to, const char *name, const char *space,
                     const struct xml_attributes *a)
{
    struct reading *r = to;

    (void)space;
    if (r->skips || strcmp(name, "del") == 0 || strcmp(name, "moveFrom") == 0) {
        r->skips++;
    } else if (strcmp(name, "footnote") == 0 || strcmp(name, "endnote") == 0) {
        /* Those with a type are the lines over them. */
        r->in_note = !xml_attribute(a, "type") ||
                     strcmp(xml_attribute(a, "type"), "normal") == 0;
        r->id = xml_number(a, "id", 0);
    } else if (strcmp(name, "t") == 0) {
        r->in_text = r->in_note;
    } else if (strcmp(name, "noBreakHyphen") == 0 && r->in_note) {
        str_addc(&r->text, '-');
    }
    return true;
}

static void add_note(struct reading *r)
{
    struct docx_notes *n = r->notes;

    n->items = mem_grow(n->items, n->count, &n->cap, sizeof(*n->items));
    n->items[n->count++] =
        (struct docx_note){.id = r->id, .text = str_take(&r->text)};
}

static bool on_end(void *to, const char *name, const char *space)
{
    struct reading *r = to;

    (void)space;
    if (r->skips) {
        r->skips--;
    } else if (strcmp(name, "t") == 0) {
        r->in_text = false;
    } else if (strcmp(name, "p") == 0 && r->in_note && r->text.len) {
        str_addc(&r->text, '\n');
    } else if (strcmp(name, "footnote") == 0 || strcmp(name, "endnote") == 0) {
        if (r->in_note)
            add_note(r);
        r->in_note = false;
    }
    return true;
}

static bool on_text(void *to, const char *text, size_t len)
{
    struct reading *r = to;

    if (r->in_text && !r->skips)
        running_text_keep(&r->text, text, len);
    return true;
}

bool docx_notes_read(struct docx_notes *n, struct pack *pack, const char *part,
                     struct err *e)
{
    static const struct xml_listener listener = {on_start, on_end, on_text};
    struct reading r = {.notes = n};
    bool ok = !pack_has(pack, part) || xml_read(pack, part, &listener, &r, e);

    str_clear(&r.text);
    return ok;
}

void docx_notes_clear(struct docx_notes *n)
{
    for (size_t i = 0; i < n->count; i++)
        free(n->items[i].text);
    free(n->items);
    *n = (struct docx_notes){0};
}

const char *docx_notes_text(const struct docx_notes *n, long id)
{
    for (size_t i = 0; i < n->count; i++) {
        if (n->items[i].id == id)
            return n->items[i].text;
    }
    return NULL;
}
