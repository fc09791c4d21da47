#include "import/pack.h"

#include <stdlib.h>
#include <string.h>
#include <zip.h>

#include "base/i18n.h"
#include "base/mem.h"

struct pack {
    const char *path; /* borrowed */
    zip_t *zip;
    long long allowed; /* bytes that may still be unpacked */
};

struct pack_part {
    struct pack *pack;
    zip_file_t *file;
    char *name;
    long long unpacked;
};

static zip_t *open_zip(struct input *in)
{
    zip_source_t *source;
    zip_t *zip;

    if (!input_starts(in, "PK\x03\x04", 4) || !input_load(in, NULL))
        return NULL;
    source = zip_source_buffer_create(in->bytes, in->len, 0, NULL);
    if (!source)
        mem_give_up();
    zip = zip_open_from_source(source, ZIP_RDONLY, NULL);
    if (!zip)
        zip_source_free(source);
    return zip;
}

bool pack_probe(struct input *in, const char *part)
{
    zip_t *zip = open_zip(in);
    bool found = zip && (!part || zip_name_locate(zip, part, 0) >= 0);

    if (zip)
        zip_discard(zip);
    return found;
}

struct pack *pack_open(struct input *in, struct err *e)
{
    struct pack *p;
    zip_t *zip = open_zip(in);

    if (!zip) {
        err_set(e, ERR_DATA,
                _("%s: is damaged: it begins as an archive (ZIP), but its "
                  "directory cannot be read; get it anew"),
                in->path);
        return NULL;
    }
    p = xcalloc(1, sizeof(*p));
    p->path = in->path;
    p->zip = zip;
    p->allowed = PACK_SMALL + PACK_MAX_RATIO * (long long)in->len;
    return p;
}

void pack_close(struct pack *p)
{
    if (!p)
        return;
    zip_discard(p->zip);
    free(p);
}

const char *pack_path(const struct pack *p)
{
    return p->path;
}

bool pack_has(const struct pack *p, const char *part)
{
    return zip_name_locate(p->zip, part, 0) >= 0;
}

struct pack_part *pack_part_open(struct pack *p, const char *part,
                                 struct err *e)
{
    struct pack_part *opened;
    zip_file_t *file = zip_fopen(p->zip, part, 0);

    if (!file) {
        err_set(e, ERR_DATA,
                zip_error_code_zip(zip_get_error(p->zip)) == ZIP_ER_NOPASSWD
                    ? _("%s: is encrypted (%s); save it without a password")
                    : _("%s: is damaged: its part %s cannot be unpacked; get "
                        "it anew"),
                p->path, part);
        return NULL;
    }
    opened = xcalloc(1, sizeof(*opened));
    opened->pack = p;
    opened->file = file;
    opened->name = xstrdup(part);
    return opened;
}

void pack_part_close(struct pack_part *part)
{
    if (!part)
        return;
    zip_fclose(part->file);
    free(part->name);
    free(part);
}

long pack_part_read(struct pack_part *part, char *to, size_t room,
                    struct err *e)
{
    zip_int64_t n = zip_fread(part->file, to, room);

    if (n < 0) {
        err_set(e, ERR_DATA,
                _("%s: is damaged: its part %s cannot be unpacked; get it "
                  "anew"),
                part->pack->path, part->name);
        return -1;
    }
    part->unpacked += n;
    part->pack->allowed -= n;
    if (part->unpacked > PACK_MAX_PART || part->pack->allowed < 0) {
        err_set(e, ERR_LIMIT,
                _("%s: its part %s unpacks to over %lld bytes; no office "
                  "program writes such a file"),
                part->pack->path, part->name, part->unpacked);
        return -1;
    }
    return (long)n;
}
