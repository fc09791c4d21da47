#include "import/mime.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/mem.h"

/* Bytes that are looked at; each step makes one of them smaller. */
struct span {
    const char *at, *end;
};

enum transfer { TRANSFER_PLAIN, TRANSFER_BASE64, TRANSFER_QUOTED };

struct header {
    struct str type; /* "text/html", in lower case */
    struct str boundary, charset, location;
    enum transfer transfer;
};

static void header_clear(struct header *h)
{
    str_clear(&h->type);
    str_clear(&h->boundary);
    str_clear(&h->charset);
    str_clear(&h->location);
}

/* ---- the header ---- */

/* The next line without its end, and past it. */
static struct span next_line(struct span *s)
{
    const char *lf = memchr(s->at, '\n', (size_t)(s->end - s->at));
    struct span line = {s->at, lf ? lf : s->end};

    s->at = lf ? lf + 1 : s->end;
    if (line.end > line.at && line.end[-1] == '\r')
        line.end--;
    return line;
}

/* A field with its folded lines, "" at the end of the header. */
static void next_field(struct span *s, struct str *out)
{
    struct span line = next_line(s);

    str_truncate(out, 0);
    str_append(out, line.at, (size_t)(line.end - line.at));
    while (out->len > 0 && s->at < s->end &&
           (*s->at == ' ' || *s->at == '\t')) {
        line = next_line(s);
        str_append(out, line.at, (size_t)(line.end - line.at));
    }
}

/* The value of "; name=value" or "; name="value"". */
static void take_parameter(const char *field, const char *name, struct str *out)
{
    size_t len = strlen(name);

    for (const char *at = field; (at = strchr(at, ';')) != NULL;) {
        at++;
        at += strspn(at, " \t");
        if (strncasecmp(at, name, len) != 0 || at[len] != '=')
            continue;
        at += len + 1;
        if (*at == '"')
            str_append(out, at + 1, strcspn(at + 1, "\""));
        else
            str_append(out, at, strcspn(at, "; \t"));
        return;
    }
}

static void take_type(struct header *h, const char *value)
{
    size_t len = strcspn(value, "; \t");

    str_clear(&h->type);
    for (size_t i = 0; i < len; i++) {
        char c = value[i];

        str_addc(&h->type, (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c));
    }
    take_parameter(value, "boundary", &h->boundary);
    take_parameter(value, "charset", &h->charset);
}

static void take_field(struct header *h, const char *field)
{
    const char *colon = strchr(field, ':');
    size_t len = colon ? (size_t)(colon - field) : 0;
    const char *value = colon ? colon + 1 + strspn(colon + 1, " \t") : "";

    if (len == strlen("Content-Type") &&
        strncasecmp(field, "Content-Type", len) == 0) {
        take_type(h, value);
    } else if (len == strlen("Content-Transfer-Encoding") &&
               strncasecmp(field, "Content-Transfer-Encoding", len) == 0) {
        if (strncasecmp(value, "base64", strlen("base64")) == 0)
            h->transfer = TRANSFER_BASE64;
        else if (strncasecmp(value, "quoted-printable",
                             strlen("quoted-printable")) == 0)
            h->transfer = TRANSFER_QUOTED;
    } else if ((len == strlen("Content-Location") &&
                strncasecmp(field, "Content-Location", len) == 0) ||
               (len == strlen("Snapshot-Content-Location") &&
                strncasecmp(field, "Snapshot-Content-Location", len) == 0)) {
        str_clear(&h->location);
        str_add(&h->location, value);
    }
}

/* Read the header at the start; what is left is the body. */
static void take_header(struct span *s, struct header *h)
{
    struct str field = {0};

    do {
        next_field(s, &field);
        if (field.len)
            take_field(h, field.text);
    } while (field.len && s->at < s->end);
    str_clear(&field);
}

bool mime_is_start(const char *text, size_t len)
{
    struct span s = {text, text + len};
    struct str field = {0};
    bool has_version = false, has_type = false, is_header = true;

    for (int i = 0; i < 40 && is_header && s.at < s.end; i++) {
        next_field(&s, &field);
        if (field.len == 0) {
            /* Word leaves an empty line before it. */
            is_header = i == 0;
            continue;
        }
        is_header = strcspn(field.text, " \t:") < field.len &&
                    field.text[strcspn(field.text, " \t:")] == ':';
        has_version =
            has_version || strncasecmp(field.text, "MIME-Version:", 13) == 0;
        has_type =
            has_type || strncasecmp(field.text, "Content-Type:", 13) == 0;
    }
    str_clear(&field);
    return has_version && has_type;
}

/* ---- the body ---- */

static int base64_value(char c)
{
    if (c >= 'A' && c <= 'Z')
        return c - 'A';
    if (c >= 'a' && c <= 'z')
        return c - 'a' + 26;
    if (c >= '0' && c <= '9')
        return c - '0' + 52;
    return c == '+' ? 62 : c == '/' ? 63 : -1;
}

static void decode_base64(struct span s, struct str *out)
{
    unsigned long bits = 0;
    int count = 0;

    for (; s.at < s.end && *s.at != '='; s.at++) {
        int value = base64_value(*s.at);

        if (value < 0)
            continue;
        bits = (bits << 6 | (unsigned long)value) & 0xFFFFFF;
        count += 6;
        if (count >= 8) {
            count -= 8;
            str_addc(out, (char)(bits >> count & 0xFF));
        }
    }
}

static int hex_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* What "=" stands for at `s`: a byte into `out`, or the end of a line that
 * goes on. Returns how many bytes it takes, 0: it is an ordinary one. */
static size_t decode_quoted_byte(struct span s, struct str *out)
{
    size_t left = (size_t)(s.end - s.at), n = 1;

    if (left >= 3 && hex_value(s.at[1]) >= 0 && hex_value(s.at[2]) >= 0) {
        str_addc(out, (char)(hex_value(s.at[1]) << 4 | hex_value(s.at[2])));
        return 3;
    }
    while (n < left && (s.at[n] == ' ' || s.at[n] == '\t' || s.at[n] == '\r'))
        n++;
    if (n == left)
        return n;
    return s.at[n] == '\n' ? n + 1 : 0;
}

static void decode_quoted(struct span s, struct str *out)
{
    while (s.at < s.end) {
        size_t n = *s.at == '=' ? decode_quoted_byte(s, out) : 0;

        if (n == 0) {
            str_addc(out, *s.at);
            n = 1;
        }
        s.at += n;
    }
}

static void decode_body(struct span s, enum transfer transfer, struct str *out)
{
    str_truncate(out, 0);
    switch (transfer) {
    case TRANSFER_BASE64:
        decode_base64(s, out);
        break;
    case TRANSFER_QUOTED:
        decode_quoted(s, out);
        break;
    case TRANSFER_PLAIN:
        str_append(out, s.at, (size_t)(s.end - s.at));
        break;
    }
}

/* ---- parts ---- */

struct search {
    const char *start; /* of the file */
    struct mime_part *out;
    bool has_page;
};

static void look(struct search *search, struct span s, size_t depth);

/* The next line that is the boundary; moves `s` past it. Returns what stands
 * before. */
static struct span until_boundary(struct span *s, const struct str *boundary,
                                  bool *found)
{
    struct span before = *s;

    *found = false;
    while (s->at < s->end) {
        const char *line = s->at;
        size_t left = (size_t)(s->end - line);

        if (left > 2 && line[0] == '-' && line[1] == '-' &&
            left - 2 >= boundary->len &&
            memcmp(line + 2, str_text(boundary), boundary->len) == 0) {
            before.end = line;
            next_line(s);
            *found = true;
            return before;
        }
        next_line(s);
    }
    return before;
}

/* Parts in parts; `depth` ends it. NOLINTNEXTLINE(misc-no-recursion) */
static void look_at_parts(struct search *search, struct span s,
                          const struct str *boundary, size_t depth)
{
    bool found;

    until_boundary(&s, boundary, &found);
    while (found && !(search->has_page && search->out->is_html)) {
        struct span part = until_boundary(&s, boundary, &found);

        look(search, part, depth + 1);
    }
}

static void take_part(struct search *search, struct span body, struct header *h,
                      bool is_html)
{
    struct mime_part *out = search->out;
    size_t line = 1;

    for (const char *c = search->start; c < body.at; c++)
        line += *c == '\n';
    decode_body(body, h->transfer, &out->body);
    str_truncate(&out->charset, 0);
    str_append(&out->charset, str_text(&h->charset), h->charset.len);
    if (h->location.len) {
        str_truncate(&out->location, 0);
        str_append(&out->location, h->location.text, h->location.len);
    }
    out->is_html = is_html;
    out->line = line;
    search->has_page = true;
}

/* NOLINTNEXTLINE(misc-no-recursion) */
static void look(struct search *search, struct span s, size_t depth)
{
    struct header h = {0};

    take_header(&s, &h);
    /* The message's own is the page's, where the part has none. */
    if (depth == 0 && h.location.len)
        str_append(&search->out->location, h.location.text, h.location.len);
    if (h.boundary.len && strncmp(str_text(&h.type), "multipart/", 10) == 0) {
        if (depth < MIME_MAX_DEPTH)
            look_at_parts(search, s, &h.boundary, depth);
    } else if (strcmp(str_text(&h.type), "text/html") == 0 ||
               strcmp(str_text(&h.type), "application/xhtml+xml") == 0) {
        take_part(search, s, &h, true);
    } else if (!search->has_page &&
               strcmp(str_text(&h.type), "text/plain") == 0) {
        take_part(search, s, &h, false);
    }
    header_clear(&h);
}

bool mime_find_page(const char *bytes, size_t len, struct mime_part *out)
{
    struct search search = {.start = bytes, .out = out};
    struct span s = {bytes, bytes + len};

    while (s.at < s.end && (*s.at == '\r' || *s.at == '\n'))
        s.at++;
    look(&search, s, 0);
    return search.has_page;
}

void mime_part_clear(struct mime_part *p)
{
    str_clear(&p->body);
    str_clear(&p->charset);
    str_clear(&p->location);
    *p = (struct mime_part){0};
}
