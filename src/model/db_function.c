#include "model/db_function.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/db_printf.h"
#include "text/utf8.h"

enum { PATTERN_MAX = 1000 }; /* bytes; its work is pattern by text */

/* clang-format off */
static const char *const allowed[] = {
    "abs", "acos", "acosh", "asin", "asinh", "atan", "atan2", "atanh", "avg",
    "ceil", "ceiling", "char", "coalesce", "concat", "concat_ws", "cos",
    "cosh", "count", "cume_dist", "current_date", "current_time",
    "current_timestamp", "date", "datetime", "degrees", "dense_rank", "exp",
    "first_value", "floor", "format", "glob", "group_concat", "hex", "if",
    "ifnull", "iif", "instr", "julianday", "lag", "last_value", "lead",
    "length", "like", "likelihood", "likely", "ln", "log", "log10", "log2",
    "lower", "ltrim", "max", "min", "mod", "nth_value", "ntile", "nullif",
    "octet_length", "percent_rank", "pi", "pow", "power", "printf", "quote",
    "radians", "rank", "replace", "round", "row_number", "rtrim", "sign",
    "sin", "sinh", "soundex", "sqrt", "strftime", "string_agg", "substr",
    "substring", "sum", "tan", "tanh", "time", "timediff", "total", "trim",
    "trunc", "typeof", "unicode", "unixepoch", "unlikely", "upper",
};
/* clang-format on */

bool db_function_is_allowed(const char *name)
{
    for (size_t i = 0; i < ARRAY_LEN(allowed); i++)
        if (sqlite3_stricmp(allowed[i], name) == 0)
            return true;
    return false;
}

/* ---- arguments ---- */

/* Text of an argument; a BLOB's bytes are taken for text, as SQLite does. */
struct text {
    const char *start, *end;
};

/* False: one is NULL, and so is the result, or it is too long, which is said.
 */
static bool take_texts(sqlite3_context *c, int n, sqlite3_value **args,
                       struct text *texts)
{
    const char *name = sqlite3_user_data(c);

    for (int i = 0; i < n; i++) {
        const char *start = (const char *)sqlite3_value_text(args[i]);
        int len = sqlite3_value_bytes(args[i]);

        if (!start)
            return false;
        if (len > DB_ARGUMENT_MAX) {
            db_function_fail(c, name, _("an argument is too long"));
            return false;
        }
        texts[i] = (struct text){start, start + len};
    }
    return true;
}

static uint32_t next(struct text *t)
{
    uint32_t cp;

    t->start += utf8_next(t->start, (size_t)(t->end - t->start), &cp);
    return cp;
}

/* ---- like, glob ---- */

struct rules {
    uint32_t any, one, set; /* %, _ and none; *, ? and [ */
    uint32_t escape;        /* 0: none */
    bool folds;             /* ASCII letters of either case are one */
};

static uint32_t fold(uint32_t cp)
{
    return cp >= 'A' && cp <= 'Z' ? cp + 'a' - 'A' : cp;
}

/* Behind "[" of a set, whether it holds `cp`; moves behind its "]". A set
 * that does not end holds nothing. */
static bool set_holds(struct text *p, uint32_t cp)
{
    bool is_inverted = false, found = false, is_first = true;
    uint32_t before = 0;

    while (p->start < p->end) {
        uint32_t c = next(p);

        if (is_first && c == '^' && !is_inverted) {
            is_inverted = true;
            continue;
        }
        if (c == ']' && !is_first)
            return found != is_inverted;
        if (c == '-' && before && p->start < p->end && *p->start != ']') {
            c = next(p);
            found = found || (cp >= before && cp <= c);
            before = 0;
        } else {
            found = found || cp == c;
            before = c;
        }
        is_first = false;
    }
    return false;
}

/* Whether the next element of the pattern is the next character of the text;
 * moves behind both. */
static bool matches_one(const struct rules *r, struct text *p, struct text *t)
{
    uint32_t wanted = next(p), cp = next(t);

    if (wanted == r->escape && wanted)
        return p->start < p->end && fold(next(p)) == fold(cp);
    if (wanted == r->one)
        return true;
    if (wanted == r->set && wanted)
        return set_holds(p, cp);
    return r->folds ? fold(wanted) == fold(cp) : wanted == cp;
}

static bool at_any(const struct rules *r, const struct text *p)
{
    return p->start < p->end && (unsigned char)*p->start == r->any &&
           r->any != r->escape;
}

/* After an "any" only the last one has to be tried again: pattern times text
 * at most. */
static bool matches(const struct rules *r, struct text p, struct text t)
{
    struct text again_p = {NULL, NULL}, again_t = t;

    for (;;) {
        struct text p_next, t_next;

        while (at_any(r, &p)) {
            p.start++;
            again_p = p;
            again_t = t;
        }
        if (p.start == p.end && t.start == t.end)
            return true;
        p_next = p;
        t_next = t;
        if (p.start < p.end && t.start < t.end &&
            matches_one(r, &p_next, &t_next)) {
            p = p_next;
            t = t_next;
            continue;
        }
        if (!again_p.start || again_t.start == again_t.end)
            return false;
        next(&again_t);
        p = again_p;
        t = again_t;
    }
}

static bool has_blob(sqlite3_value **args)
{
    return sqlite3_value_type(args[0]) == SQLITE_BLOB ||
           sqlite3_value_type(args[1]) == SQLITE_BLOB;
}

static void match(sqlite3_context *c, int n, sqlite3_value **args,
                  struct rules r)
{
    const char *name = sqlite3_user_data(c);
    struct text texts[3];

    if (has_blob(args) &&
        sqlite3_compileoption_used("LIKE_DOESNT_MATCH_BLOBS")) {
        sqlite3_result_int(c, 0);
        return;
    }
    if (!take_texts(c, n, args, texts))
        return;
    if (texts[0].end - texts[0].start > PATTERN_MAX) {
        db_function_fail(c, name, _("the pattern is too long"));
        return;
    }
    if (n == 3) {
        struct text e = texts[2];

        r.escape = e.start < e.end ? next(&e) : 0;
        if (!r.escape || e.start < e.end) {
            db_function_fail(c, name, _("ESCAPE must be one character"));
            return;
        }
        if (r.escape == r.one)
            r.one = 0;
    }
    sqlite3_result_int(c, matches(&r, texts[0], texts[1]));
}

static void call_like(sqlite3_context *c, int n, sqlite3_value **args)
{
    match(c, n, args, (struct rules){.any = '%', .one = '_', .folds = true});
}

static void call_glob(sqlite3_context *c, int n, sqlite3_value **args)
{
    match(c, n, args, (struct rules){.any = '*', .one = '?', .set = '['});
}

/* ---- instr, replace ---- */

static const char *find(const char *start, const char *end,
                        const struct text *wanted)
{
    return memmem(start, (size_t)(end - start), wanted->start,
                  (size_t)(wanted->end - wanted->start));
}

/* In characters, but in bytes where both are BLOBs. */
static void call_instr(sqlite3_context *c, int n, sqlite3_value **args)
{
    bool bytes = sqlite3_value_type(args[0]) == SQLITE_BLOB &&
                 sqlite3_value_type(args[1]) == SQLITE_BLOB;
    struct text texts[2];
    const char *found;
    size_t before;

    if (!take_texts(c, n, args, texts))
        return;
    found = find(texts[0].start, texts[0].end, &texts[1]);
    /* A text is found where a character begins. */
    while (found && !bytes && ((unsigned char)*found & 0xC0) == 0x80)
        found = find(found + 1, texts[0].end, &texts[1]);
    if (!found) {
        sqlite3_result_int(c, 0);
        return;
    }
    before = (size_t)(found - texts[0].start);
    if (!bytes)
        before = utf8_count(texts[0].start, before);
    sqlite3_result_int64(c, (int64_t)before + 1);
}

static void give(sqlite3_context *c, struct str *out)
{
    sqlite3_result_text64(c, str_text(out), out->len, SQLITE_TRANSIENT,
                          SQLITE_UTF8);
    str_clear(out);
}

static void call_replace(sqlite3_context *c, int n, sqlite3_value **args)
{
    struct str out = {0};
    struct text t[3];
    const char *found;

    if (!take_texts(c, n, args, t))
        return;
    while (t[1].start < t[1].end &&
           (found = find(t[0].start, t[0].end, &t[1])) != NULL) {
        str_append(&out, t[0].start, (size_t)(found - t[0].start));
        str_append(&out, t[2].start, (size_t)(t[2].end - t[2].start));
        t[0].start = found + (t[1].end - t[1].start);
        if (out.len > DB_ARGUMENT_MAX) {
            str_clear(&out);
            sqlite3_result_error_toobig(c);
            return;
        }
    }
    str_append(&out, t[0].start, (size_t)(t[0].end - t[0].start));
    give(c, &out);
}

/* ---- trim ---- */

static bool holds(struct text set, uint32_t cp)
{
    while (set.start < set.end)
        if (next(&set) == cp)
            return true;
    return false;
}

static void trim(sqlite3_context *c, int n, sqlite3_value **args, bool left,
                 bool right)
{
    static const char blank[] = " ";
    struct text t[2] = {{NULL, NULL}, {blank, blank + 1}};

    if (!take_texts(c, n, args, t))
        return;
    if (t[1].end - t[1].start > PATTERN_MAX) {
        db_function_fail(c, sqlite3_user_data(c), _("an argument is too long"));
        return;
    }
    while (left && t[0].start < t[0].end) {
        struct text rest = t[0];

        if (!holds(t[1], next(&rest)))
            break;
        t[0] = rest;
    }
    while (right && t[0].start < t[0].end) {
        size_t len = (size_t)(t[0].end - t[0].start);
        struct text last = {t[0].start + utf8_prev(t[0].start, len), t[0].end};
        struct text rest = last;

        if (!holds(t[1], next(&rest)))
            break;
        t[0].end = last.start;
    }
    sqlite3_result_text64(c, t[0].start, (uint64_t)(t[0].end - t[0].start),
                          SQLITE_TRANSIENT, SQLITE_UTF8);
}

static void call_trim(sqlite3_context *c, int n, sqlite3_value **args)
{
    trim(c, n, args, true, true);
}

static void call_ltrim(sqlite3_context *c, int n, sqlite3_value **args)
{
    trim(c, n, args, true, false);
}

static void call_rtrim(sqlite3_context *c, int n, sqlite3_value **args)
{
    trim(c, n, args, false, true);
}

/* ---- putting them in place ---- */

/* clang-format off */
static const struct {
    const char *name;
    int arguments; /* -1: any */
    void (*call)(sqlite3_context *c, int n, sqlite3_value **args);
} ours[] = {
    { "like", 2, call_like },
    { "like", 3, call_like },
    { "glob", 2, call_glob },
    { "instr", 2, call_instr },
    { "replace", 3, call_replace },
    { "trim", 1, call_trim },
    { "trim", 2, call_trim },
    { "ltrim", 1, call_ltrim },
    { "ltrim", 2, call_ltrim },
    { "rtrim", 1, call_rtrim },
    { "rtrim", 2, call_rtrim },
    { "printf", -1, db_printf_call },
    { "format", -1, db_printf_call },
};
/* clang-format on */

bool db_function_add_all(sqlite3 *db)
{
    for (size_t i = 0; i < ARRAY_LEN(ours); i++)
        if (sqlite3_create_function_v2(
                db, ours[i].name, ours[i].arguments,
                SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS,
                /* NOLINTNEXTLINE(performance-no-int-to-ptr): only read */
                (void *)(uintptr_t)ours[i].name, ours[i].call, NULL, NULL,
                NULL) != SQLITE_OK)
            return false;
    return true;
}
