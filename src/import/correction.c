#include "import/correction.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "import/date.h"
#include "import/pattern.h"
#include "import/words.h"
#include "text/clean.h"

static const char *const field_names[CORRECT_FIELDS] = {
    [CORRECT_TITLE] = "title",       [CORRECT_NUMBER] = "number",
    [CORRECT_ISSUER] = "issuer",     [CORRECT_ADDRESSEE] = "addressee",
    [CORRECT_DATE] = "date",         [CORRECT_KIND] = "kind",
    [CORRECT_URL] = "url",           [CORRECT_STATUS] = "status",
    [CORRECT_ANNEX] = "annex",       [CORRECT_SHEET] = "sheet",
    [CORRECT_HEADINGS] = "headings", [CORRECT_COLUMNS] = "columns",
};

void correction_clear(struct correction *c)
{
    for (int i = 0; i < CORRECT_FIELDS; i++)
        free(c->fields[i]);
    free(c->lines);
    *c = (struct correction){0};
}

bool correction_is_empty(const struct correction *c)
{
    for (int i = 0; i < CORRECT_FIELDS; i++) {
        if (c->fields[i])
            return false;
    }
    return !c->one_notice && !c->no_list && !c->no_headings && !c->line_count;
}

bool correction_is_of_held(const struct correction *c, const char *what,
                           struct err *e)
{
    bool is =
        !c->one_notice && !c->no_list && !c->no_headings && !c->line_count;

    for (int i = CORRECT_ANNEX; i < CORRECT_FIELDS; i++)
        is = is && !c->fields[i];
    return is || err_set(e, ERR_USAGE,
                         _("%s: is said of a file; of a document that is held "
                           "only title, number, issuer, addressee, date, kind, "
                           "url and status are"),
                         what);
}

static int field_named(const char *name)
{
    for (int i = 0; i < CORRECT_FIELDS; i++) {
        if (strcmp(field_names[i], name) == 0)
            return i;
    }
    return -1;
}

bool correction_knows(const char *name)
{
    return field_named(name) >= 0 || strcmp(name, "role") == 0 ||
           strcmp(name, "one-notice") == 0 || strcmp(name, "no-list") == 0 ||
           strcmp(name, "no-headings") == 0;
}

static bool take_number(const char **s, size_t *number)
{
    size_t digits = strspn(*s, "0123456789");

    if (!digits || digits > 9)
        return false;
    *number = (size_t)strtoul(*s, NULL, 10);
    *s += digits;
    return *number > 0;
}

/* 3 or 3-5. */
static bool take_lines(const char **s, struct correction_lines *l)
{
    if (!take_number(s, &l->first))
        return false;
    l->last = l->first;
    if (**s != '-')
        return true;
    ++*s;
    return take_number(s, &l->last) && l->last >= l->first;
}

/* A clean value in the form that the edition keeps. */
static bool set_field(struct correction *c, int field, const char *value,
                      const char *what, struct err *e)
{
    char *clean = clean_copy(value), *trimmed;

    trimmed = words_trimmed(clean, strlen(clean));
    free(clean);
    if (field == CORRECT_DATE && *trimmed) {
        char *bare = words_bare(trimmed), iso[DATE_LEN + 1];
        bool is = date_is(bare, iso);

        free(bare);
        if (!is) {
            err_set(e, ERR_USAGE, _("%s: is no date such as 2031-03-05: %s"),
                    what, trimmed);
            free(trimmed);
            return false;
        }
        draft_set(&trimmed, iso);
    }
    if (field == CORRECT_URL && *trimmed &&
        !words_start_any(trimmed, WORDS("http://", "https://"))) {
        err_set(e, ERR_USAGE,
                _("%s: an address begins with http:// or https://: %s"), what,
                trimmed);
        free(trimmed);
        return false;
    }
    if (field == CORRECT_KIND && !*trimmed) {
        free(trimmed);
        return err_set(e, ERR_USAGE, _("%s: a document has a kind; name it"),
                       what);
    }
    if (field == CORRECT_HEADINGS) {
        struct correction_lines l;
        const char *s = trimmed;
        bool is = take_lines(&s, &l) && !*s;

        if (!is) {
            err_set(e, ERR_USAGE,
                    _("%s: the row of the headings, such as 3 or 3-4, not %s"),
                    what, trimmed);
            free(trimmed);
            return false;
        }
    }
    free(c->fields[field]);
    c->fields[field] = trimmed;
    return true;
}

static bool set_yes(bool *to, const char *value, const char *what,
                    struct err *e)
{
    if (!value || strcmp(value, "yes") == 0) {
        *to = true;
        return true;
    }
    if (strcmp(value, "no") == 0) {
        *to = false;
        return true;
    }
    return err_set(e, ERR_USAGE, _("%s: yes or no, not %s"), what, value);
}

/* The role of that name; ROLE_COUNT: none has it. */
static enum role role_named(const char *name, size_t len)
{
    enum role role = 0;

    while (role < ROLE_COUNT && !(strlen(role_name(role)) == len &&
                                  memcmp(role_name(role), name, len) == 0))
        role++;
    return role;
}

static bool set_role(struct correction *c, const char *value, const char *what,
                     struct err *e)
{
    const char *equals = strchr(value, '='), *s;
    size_t len = equals ? (size_t)(equals - value) : 0;
    struct correction_lines l = {.left_out =
                                     len == 4 && memcmp(value, "none", 4) == 0};

    if (!equals)
        return err_set(e, ERR_USAGE,
                       _("%s: ROLE=LINES is wanted, such as "
                         "heading=12,14-16, not %s"),
                       what, value);
    l.role = l.left_out ? ROLE_BODY : role_named(value, len);
    if (l.role == ROLE_COUNT)
        return err_set(e, ERR_USAGE,
                       _("%s: there is no role %.*s; gongwen(5) names them"),
                       what, (int)len, value);
    for (s = equals + 1;; s++) {
        if (!take_lines(&s, &l) || (*s && *s != ','))
            return err_set(e, ERR_USAGE,
                           _("%s: lines are numbers such as 12,14-16, not "
                             "%s"),
                           what, equals + 1);
        c->lines =
            mem_grow(c->lines, c->line_count, &c->line_cap, sizeof(*c->lines));
        c->lines[c->line_count++] = l;
        if (!*s)
            return true;
    }
}

bool correction_set(struct correction *c, const char *name, const char *value,
                    const char *what, struct err *e)
{
    int field = field_named(name);

    if (field >= 0)
        return set_field(c, field, value ? value : "", what, e);
    if (strcmp(name, "role") == 0)
        return set_role(c, value ? value : "", what, e);
    if (strcmp(name, "no-headings") == 0)
        return set_yes(&c->no_headings, value, what, e);
    return set_yes(strcmp(name, "one-notice") == 0 ? &c->one_notice
                                                   : &c->no_list,
                   value, what, e);
}

struct table_options correction_table(const struct correction *c)
{
    const char *rows = c->fields[CORRECT_HEADINGS];
    struct correction_lines l;
    struct table_options o = {.no_headings = c->no_headings,
                              .columns = c->fields[CORRECT_COLUMNS],
                              .sheet = c->fields[CORRECT_SHEET]};

    if (rows && take_lines(&rows, &l)) {
        o.head_from = l.first;
        o.head_to = l.last;
    }
    return o;
}

/* Both run downwards: the lines of a source have rising numbers. */
static size_t mark_lines(const struct correction_lines *l, struct page *p)
{
    size_t marked = 0;

    for (size_t i = 0; i < p->count; i++) {
        struct page_line *line = &p->lines[i];

        if (line->number < l->first || line->number > l->last ||
            (!*line->text && !line->grid))
            continue;
        line->told = l->left_out ? PAGE_TOLD_OUT : PAGE_TOLD_ROLE;
        line->told_role = l->role;
        marked++;
    }
    return marked;
}

bool correction_mark(const struct correction *c, struct page *p, struct err *e)
{
    for (size_t i = 0; i < c->line_count; i++) {
        const struct correction_lines *l = &c->lines[i];

        if (!mark_lines(l, p))
            return err_set(e, ERR_USAGE,
                           _("%s: has no text in line %zu, whose role is "
                             "told"),
                           p->source.name, l->first);
    }
    return true;
}

void correction_fill(const struct correction *c, struct draft_notice *n)
{
    char **const targets[CORRECT_FIELDS] = {
        [CORRECT_TITLE] = &n->title,    [CORRECT_NUMBER] = &n->doc_number,
        [CORRECT_ISSUER] = &n->issuer,  [CORRECT_ADDRESSEE] = &n->addressee,
        [CORRECT_DATE] = &n->issued_on, [CORRECT_KIND] = &n->kind,
        [CORRECT_URL] = &n->url,        [CORRECT_STATUS] = &n->status,
    };

    for (int i = 0; i < CORRECT_FIELDS; i++) {
        char **target = targets[i];

        if (!c->fields[i] || !target)
            continue;
        draft_set(target, c->fields[i]);
        if (!*c->fields[i] && i != CORRECT_TITLE) {
            free(*target);
            *target = NULL;
        }
    }
    /* A document that did not say its kind has that of the title told. */
    if (c->fields[CORRECT_TITLE] && !c->fields[CORRECT_KIND] &&
        strcmp(n->kind, "其他") == 0) {
        char *bare = words_bare(n->title);
        const char *kind = pattern_kind(bare);

        if (kind)
            draft_set(&n->kind, kind);
        free(bare);
    }
}
