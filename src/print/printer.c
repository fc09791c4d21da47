#include "print/printer.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "text/clean.h"
#include "text/output.h"
#include "text/utf8.h"

#define MEASURE_MAX 80 /* of paragraphs, where nobody asks for more */

/* Columns of the terminal that is printed to; 0: it is none. */
static int width_of_terminal(void)
{
    struct winsize size;

    if (isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 &&
        size.ws_col >= PRINT_MIN_WIDTH && size.ws_col <= PRINT_MAX_WIDTH)
        return size.ws_col;
    return 0;
}

static bool shows_marks(const struct printer *p)
{
    const char *no_color = getenv("NO_COLOR");

    if (p->format->marks != MARKS_COLOR)
        return p->format->marks == MARKS_ALWAYS;
    if (p->request->color != WHEN_AUTO)
        return p->request->color == WHEN_ALWAYS;
    return isatty(STDOUT_FILENO) && !(no_color && *no_color);
}

void printer_init(struct printer *p, struct edition *ed,
                  const struct print_request *request)
{
    *p = (struct printer){
        .ed = ed,
        .request = request,
        .format = request->format,
        .state = xcalloc(1, request->format->state_size),
        .ambiguous =
            request->ambiguous == 2 ? AMBIGUOUS_WIDE : AMBIGUOUS_NARROW,
        .paper = request->width > 0 ? request->width : width_of_terminal(),
    };
    p->measure = request->width;
    if (p->measure == 0)
        p->measure =
            p->paper > 0 && p->paper < MEASURE_MAX ? p->paper : MEASURE_MAX;
    p->marks = shows_marks(p);
    if (request->bom)
        str_add(&p->line, "\xEF\xBB\xBF");
}

void printer_clear(struct printer *p)
{
    if (p->format->clear)
        p->format->clear(p);
    free(p->state);
    str_clear(&p->line);
    *p = (struct printer){0};
}

void printer_add(struct printer *p, const char *s, size_t len)
{
    clean_append(&p->line, s, len, CLEAN_EXPORT);
}

bool printer_end_line(struct printer *p, struct err *e)
{
    bool ok = true;

    str_add(&p->line, p->format->line_end);
    if (p->into)
        str_append(p->into, str_text(&p->line), p->line.len);
    else
        ok = output_text(str_text(&p->line), p->line.len, e);
    str_truncate(&p->line, 0);
    p->has_begun = true;
    return ok;
}

bool printer_begin_part(struct printer *p, struct err *e)
{
    return !p->has_begun || printer_end_line(p, e);
}

void printer_heading(struct str *out, const struct list_column *column,
                     const char *derived)
{
    char *name = clean_copy(column->name);
    const char *place = column->derived ? strstr(derived, "%s") : NULL;

    if (place)
        str_append(out, derived, (size_t)(place - derived));
    str_add(out, name);
    if (place)
        str_add(out, place + 2);
    free(name);
}

void printer_add_gap(struct str *out, const struct list_gap *gap)
{
    str_addf(out, _("-- %lld-%lld not held: %lld --"), (long long)gap->first,
             (long long)gap->last, (long long)list_gap_size(gap));
}

bool printer_is_break(char c)
{
    return c == '\n' || c == '\r' || c == '\t';
}

/* Joiners shape letters and pictures, and do no more. */
static bool is_joiner(uint32_t cp)
{
    return cp == 0x200C || cp == 0x200D;
}

void printer_add_data(struct str *out, const char *s, size_t len, bool breaks)
{
    if (clean_is_clean(s, len, CLEAN_EXPORT)) { /* as nearly all is: quick */
        str_append(out, s, len);
        return;
    }
    for (size_t i = 0; i < len;) {
        uint32_t cp;
        size_t n = utf8_decode(s + i, len - i, &cp);
        bool stays = breaks && printer_is_break(s[i]);

        if (cp == UTF8_REPLACEMENT)
            str_add(out, "\xEF\xBF\xBD");
        else if (!stays && !is_joiner(cp) && width_kind(cp) == WIDTH_MARKED)
            clean_append(out, s + i, n, CLEAN_EXPORT);
        else
            str_append(out, s + i, n);
        i += n;
    }
}

void printer_note(struct printer *p, const struct record *r)
{
    for (size_t i = 0; i < r->count; i++)
        p->described += r->values[i].kind == VALUE_DESCRIBED;
}

void printer_complain(const struct err *e)
{
    output_complain("gongwen", e);
}
