#include "model/db_printf.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "base/str.h"
#include "text/utf8.h"

enum { WIDTH_MAX = 1000, FLAGS_MAX = 8, SPEC_MAX = 48 };

struct printf_job {
    sqlite3_context *context;
    const char *format; /* the rest of it, NUL-terminated */
    sqlite3_value **args;
    int n, at; /* the next argument */
    sqlite3_str *out;
    bool has_failed; /* and said so */
};

/* One conversion: %[flags][width][.precision]type. */
struct spec {
    char flags[FLAGS_MAX + 1];
    int width, precision; /* -1: not given; over WIDTH_MAX: too much */
    char type;
};

void db_function_fail(sqlite3_context *c, const char *name, const char *why)
{
    struct str msg = {0};

    str_addf(&msg, "%s(): %s", name, why);
    sqlite3_result_error(c, str_text(&msg), -1);
    str_clear(&msg);
}

static bool fail(struct printf_job *j, const char *why)
{
    j->has_failed = true;
    db_function_fail(j->context, sqlite3_user_data(j->context), why);
    return false;
}

/* ---- arguments: what is not there is 0, or nothing ---- */

static int64_t next_number(struct printf_job *j)
{
    return j->at < j->n ? sqlite3_value_int64(j->args[j->at++]) : 0;
}

static double next_real(struct printf_job *j)
{
    return j->at < j->n ? sqlite3_value_double(j->args[j->at++]) : 0;
}

/* NULL too for NULL. */
static const char *next_text(struct printf_job *j)
{
    return j->at < j->n ? (const char *)sqlite3_value_text(j->args[j->at++])
                        : NULL;
}

/* ---- reading a conversion ---- */

static bool has_flag(const struct spec *s, char flag)
{
    return strchr(s->flags, flag) != NULL;
}

static void add_flag(struct spec *s, char flag)
{
    size_t n = strlen(s->flags);

    if (n < FLAGS_MAX && !has_flag(s, flag))
        s->flags[n] = flag;
}

/* Digits, or * for an argument, which may be negative. */
static int take_size(struct printf_job *j, bool *is_negative)
{
    int64_t size = 0;

    *is_negative = false;
    if (*j->format == '*') {
        j->format++;
        size = next_number(j);
        *is_negative = size < 0;
        if (size > WIDTH_MAX || size < -WIDTH_MAX)
            return WIDTH_MAX + 1;
        return (int)(*is_negative ? -size : size);
    }
    for (; *j->format >= '0' && *j->format <= '9'; j->format++)
        if (size <= WIDTH_MAX)
            size = 10 * size + (*j->format - '0');
    return size > WIDTH_MAX ? WIDTH_MAX + 1 : (int)size;
}

/* Behind the %. A type of '\0': the format ends. */
static struct spec take_spec(struct printf_job *j)
{
    struct spec s = {.width = -1, .precision = -1};
    bool is_negative;

    for (; *j->format && strchr("-+ #!0,", *j->format); j->format++)
        add_flag(&s, *j->format);
    if (*j->format == '*' || (*j->format >= '1' && *j->format <= '9')) {
        s.width = take_size(j, &is_negative);
        if (is_negative)
            add_flag(&s, '-');
    }
    if (*j->format == '.') {
        j->format++;
        s.precision = take_size(j, &is_negative);
    }
    while (*j->format == 'l' || *j->format == 'h')
        j->format++;
    s.type = *j->format;
    if (s.type)
        j->format++;
    return s;
}

/* The conversion for sqlite3_str_appendf(), of this type. */
static void write_spec(const struct spec *s, const char *type,
                       char out[SPEC_MAX])
{
    int n = snprintf(out, SPEC_MAX, "%%%s", s->flags);

    if (s->width >= 0)
        n += snprintf(out + n, SPEC_MAX - (size_t)n, "%d", s->width);
    if (s->precision >= 0)
        n += snprintf(out + n, SPEC_MAX - (size_t)n, ".%d", s->precision);
    snprintf(out + n, SPEC_MAX - (size_t)n, "%s", type);
}

/* ---- writing it ---- */

static void add_number(struct printf_job *j, const struct spec *s)
{
    const char type[] = {'l', 'l', s->type == 'p' ? 'X' : s->type, '\0'};
    char spec[SPEC_MAX];

    write_spec(s, type, spec);
    sqlite3_str_appendf(j->out, spec, next_number(j));
}

static void add_real(struct printf_job *j, const struct spec *s)
{
    const char type[] = {s->type, '\0'};
    char spec[SPEC_MAX];

    write_spec(s, type, spec);
    sqlite3_str_appendf(j->out, spec, next_real(j));
}

static bool add_text(struct printf_job *j, const struct spec *s)
{
    const char type[] = {s->type == 'z' ? 's' : s->type, '\0'};
    const char *text = next_text(j);
    char spec[SPEC_MAX];

    if (text && strlen(text) > DB_ARGUMENT_MAX)
        return fail(j, _("an argument is too long"));
    write_spec(s, type, spec);
    sqlite3_str_appendf(j->out, spec, text);
    return true;
}

static void add_padded(struct printf_job *j, const struct spec *s,
                       const char *text)
{
    struct spec as_text = {.width = s->width, .precision = -1};
    char spec[SPEC_MAX];

    if (has_flag(s, '-'))
        add_flag(&as_text, '-');
    add_flag(&as_text, '!'); /* the width counts characters */
    write_spec(&as_text, "s", spec);
    sqlite3_str_appendf(j->out, spec, text);
}

/* The first character of the text, as often as the precision says. */
static void add_character(struct printf_job *j, const struct spec *s)
{
    const char *text = next_text(j);
    struct str repeated = {0};
    uint32_t cp;
    size_t len = text && *text ? utf8_decode(text, strlen(text), &cp) : 0;

    for (int i = 0; i < (s->precision > 1 ? s->precision : 1); i++)
        str_append(&repeated, text ? text : "", len);
    add_padded(j, s, str_text(&repeated));
    str_clear(&repeated);
}

/* False: the end, of the format or because of a failure. */
static bool convert(struct printf_job *j)
{
    struct spec s;

    if (!*j->format) {
        sqlite3_str_appendchar(j->out, 1, '%');
        return false;
    }
    s = take_spec(j);
    if (s.width > WIDTH_MAX || s.precision > WIDTH_MAX)
        return fail(j, _("a width is over 1,000"));
    switch (s.type) {
    case 'd':
    case 'i':
    case 'u':
    case 'x':
    case 'X':
    case 'o':
    case 'p':
        add_number(j, &s);
        return true;
    case 'f':
    case 'e':
    case 'E':
    case 'g':
    case 'G':
        add_real(j, &s);
        return true;
    case 's':
    case 'z':
    case 'q':
    case 'Q':
    case 'w':
        return add_text(j, &s);
    case 'c':
        add_character(j, &s);
        return true;
    case '%':
        add_padded(j, &s, "%");
        return true;
    case 'n':
        return true;
    default: /* as SQLite does */
        return false;
    }
}

static void finish(struct printf_job *j)
{
    int rc = sqlite3_str_errcode(j->out), len = sqlite3_str_length(j->out);
    char *text = sqlite3_str_finish(j->out);

    if (j->has_failed)
        ; /* said */
    else if (rc == SQLITE_TOOBIG)
        sqlite3_result_error_toobig(j->context);
    else if (rc != SQLITE_OK)
        sqlite3_result_error_nomem(j->context);
    else
        sqlite3_result_text(j->context, text, len, SQLITE_TRANSIENT);
    sqlite3_free(text);
}

void db_printf_call(sqlite3_context *c, int n, sqlite3_value **args)
{
    struct printf_job j = {.context = c, .args = args, .n = n, .at = 1};

    j.format = n > 0 ? (const char *)sqlite3_value_text(args[0]) : NULL;
    if (!j.format)
        return;
    if (strlen(j.format) > DB_ARGUMENT_MAX) {
        fail(&j, _("an argument is too long"));
        return;
    }
    j.out = sqlite3_str_new(sqlite3_context_db_handle(c));
    for (;;) {
        size_t plain = strcspn(j.format, "%");

        if (plain)
            sqlite3_str_append(j.out, j.format, (int)plain);
        j.format += plain;
        if (!*j.format++ || !convert(&j) ||
            sqlite3_str_errcode(j.out) != SQLITE_OK)
            break;
    }
    finish(&j);
}
