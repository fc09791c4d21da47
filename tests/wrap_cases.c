/*
 * wrap_cases.c - runs a file of worked cases of Chinese layout, one JSON
 * object a line, and says which fail.
 *
 *     wrap_cases [FILE]     default: $srcdir/tests/cases/wrap.jsonl
 *
 * A case has `id`, `kind`, `width`, `ambiguous`, `input`, `expected` (an array
 * of lines) and may have `also_ok` (an array of such arrays). Kinds: `wrap`, a
 * paragraph flush left; `attachments`, `title`, `signature`, and the names of
 * the roles in text/role.h, paragraphs in the form of an official document,
 * parted by newlines. Blanks at the end of a line do not count, a full-width
 * blank counts as two.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "tests/json.h"
#include "text/clean.h"
#include "text/form.h"
#include "text/layout.h"

#define PARAGRAPHS_MOST 16

/* Lines as one text, each closed by a newline, blanks made alike. */
struct wrap_case {
    int id, width;
    enum ambiguous ambiguous;
    struct str kind, input, expected, also_ok; /* also_ok: parted by \f */
};

static void case_clear(struct wrap_case *c)
{
    str_clear(&c->kind);
    str_clear(&c->input);
    str_clear(&c->expected);
    str_clear(&c->also_ok);
}

/* Full-width blanks as two, none at the end, and a newline. */
static void add_line(struct str *out, const char *line)
{
    static const char wide_blank[] = "\u3000";
    size_t n = strlen(wide_blank);

    while (*line != '\0') {
        if (strncmp(line, wide_blank, n) == 0) {
            str_add(out, "  ");
            line += n;
        } else {
            str_addc(out, *line++);
        }
    }
    while (out->len > 0 && out->text[out->len - 1] == ' ')
        str_truncate(out, out->len - 1);
    str_addc(out, '\n');
}

static void read_lines(struct json *j, struct str *out)
{
    struct str line = {0};

    if (!json_take(j, '['))
        j->is_bad = true;
    while (!j->is_bad && !json_take(j, ']')) {
        json_string(j, &line);
        add_line(out, str_text(&line));
        (void)json_take(j, ',');
    }
    str_clear(&line);
}

static void read_alternatives(struct json *j, struct str *out)
{
    if (!json_take(j, '['))
        j->is_bad = true;
    while (!j->is_bad && !json_take(j, ']')) {
        read_lines(j, out);
        str_addc(out, '\f');
        (void)json_take(j, ',');
    }
}

static bool read_case(const char *text, struct wrap_case *c)
{
    struct json j = {.p = text};
    struct str name = {0};

    if (!json_take(&j, '{'))
        j.is_bad = true;
    while (!j.is_bad && !json_take(&j, '}')) {
        json_string(&j, &name);
        if (!json_take(&j, ':'))
            j.is_bad = true;
        if (strcmp(str_text(&name), "id") == 0)
            c->id = json_int(&j);
        else if (strcmp(str_text(&name), "kind") == 0)
            json_string(&j, &c->kind);
        else if (strcmp(str_text(&name), "width") == 0)
            c->width = json_int(&j);
        else if (strcmp(str_text(&name), "ambiguous") == 0)
            c->ambiguous = (enum ambiguous)json_int(&j);
        else if (strcmp(str_text(&name), "input") == 0)
            json_string(&j, &c->input);
        else if (strcmp(str_text(&name), "expected") == 0)
            read_lines(&j, &c->expected);
        else if (strcmp(str_text(&name), "also_ok") == 0)
            read_alternatives(&j, &c->also_ok);
        else
            json_skip(&j);
        (void)json_take(&j, ',');
    }
    str_clear(&name);
    return !j.is_bad;
}

static void add_layout(struct str *out, const char *text, size_t len,
                       const struct layout_form *form)
{
    struct layout *l = layout_new(text, len, form);
    const struct layout_line *line;
    struct str shown = {0};

    for (size_t i = 0; (line = layout_line(l, i)) != NULL; i++) {
        str_truncate(&shown, 0);
        layout_append(l, line, &shown);
        add_line(out, str_text(&shown));
    }
    str_clear(&shown);
    layout_free(l);
}

/* The role of paragraph `index` of a case of this kind; ROLE_COUNT for a kind
 * that is not known. */
static enum role role_of(const char *kind, size_t index)
{
    enum role role = role_from_name(kind);

    if (strncmp(kind, "attachment", strlen("attachment")) == 0)
        return ROLE_ANNEX;
    if (strcmp(kind, "signature") == 0 || role == ROLE_SIGNER)
        return index == 0 ? ROLE_SIGNER : ROLE_DATE;
    if (strcmp(kind, "paragraph") == 0)
        return ROLE_BODY;
    return strcmp(role_name(role), kind) == 0 ? role : ROLE_COUNT;
}

/* Lay out the paragraphs of `text` in the form of an official document. */
static bool add_document(struct str *out, const struct wrap_case *c,
                         const char *text)
{
    struct form_block blocks[PARAGRAPHS_MOST];
    struct form_signature signature = {0};
    size_t n = 0;

    for (const char *p = text; *p != '\0' && n < PARAGRAPHS_MOST; n++) {
        size_t len = strcspn(p, "\n");

        blocks[n] = (struct form_block){
            .role = role_of(str_text(&c->kind), n),
            .level = n > 0,
            .text = p,
            .len = len,
        };
        if (blocks[n].role == ROLE_COUNT)
            return false;
        if (blocks[n].role == ROLE_SIGNER || blocks[n].role == ROLE_DATE)
            form_sign(&signature, &blocks[n], c->ambiguous);
        p += len + (p[len] == '\n');
    }
    for (size_t i = 0; i < n; i++) {
        struct layout_form form;

        form_of(&form, &blocks[i], &signature, c->width, c->ambiguous);
        add_layout(out, blocks[i].text, blocks[i].len, &form);
    }
    return true;
}

/* The input as it is shown, its newlines kept. */
static char *clean_input(const struct wrap_case *c)
{
    struct str out = {0};
    const char *p = str_text(&c->input);

    for (;;) {
        size_t len = strcspn(p, "\n");

        clean_append(&out, p, len, CLEAN_SCREEN);
        if (p[len] == '\0')
            return str_take(&out);
        str_addc(&out, '\n');
        p += len + 1;
    }
}

static bool lay_out(const struct wrap_case *c, struct str *out)
{
    char *text = clean_input(c);
    bool is_known = true;

    if (strcmp(str_text(&c->kind), "wrap") == 0)
        add_layout(out, text, strlen(text),
                   &(struct layout_form){.width = c->width,
                                         .ambiguous = c->ambiguous});
    else
        is_known = add_document(out, c, text);
    free(text);
    return is_known;
}

/* Whether a title is broken as expected, by a case that gives no indents. */
static bool is_title_without_indents(const struct wrap_case *c,
                                     const char *shown)
{
    struct str bare = {0};
    bool is_same;

    while (*shown != '\0') {
        size_t len;

        shown += strspn(shown, " ");
        len = strcspn(shown, "\n") + 1;
        str_append(&bare, shown, len);
        shown += len;
    }
    is_same = strcmp(str_text(&c->kind), "title") == 0 &&
              strcmp(str_text(&bare), str_text(&c->expected)) == 0;
    str_clear(&bare);
    return is_same;
}

static bool is_also_ok(const struct wrap_case *c, const char *shown)
{
    for (const char *p = str_text(&c->also_ok); *p != '\0';) {
        size_t len = strcspn(p, "\f");

        if (strlen(shown) == len && memcmp(p, shown, len) == 0)
            return true;
        p += len + 1;
    }
    return false;
}

static void print_lines(const char *heading, const char *lines)
{
    printf("# %s\n", heading);
    while (*lines != '\0') {
        size_t len = strcspn(lines, "\n");

        printf("#  |%.*s|\n", (int)len, lines);
        lines += len + 1;
    }
}

static bool run_case(const struct wrap_case *c, int number)
{
    struct str shown = {0};
    bool is_known = lay_out(c, &shown);
    bool is_best = strcmp(str_text(&shown), str_text(&c->expected)) == 0 ||
                   is_title_without_indents(c, str_text(&shown));
    bool is_ok = is_known && (is_best || is_also_ok(c, str_text(&shown)));

    printf("%s %d - case %d (%s, %d columns)%s\n", is_ok ? "ok" : "not ok",
           number, c->id, str_text(&c->kind), c->width,
           is_ok && !is_best ? ", the second best way" : "");
    if (!is_known)
        printf("# this kind of case is not known\n");
    if (!is_ok) {
        print_lines("expected", str_text(&c->expected));
        print_lines("shown", str_text(&shown));
    }
    str_clear(&shown);
    return is_ok;
}

static FILE *open_cases(const char *path)
{
    const char *srcdir = getenv("srcdir");
    struct str standard = {0};
    FILE *f;

    str_addf(&standard, "%s/tests/cases/wrap.jsonl", srcdir ? srcdir : ".");
    f = fopen(path ? path : str_text(&standard), "r");
    if (!f)
        perror(path ? path : str_text(&standard));
    str_clear(&standard);
    return f;
}

int main(int argc, char **argv)
{
    FILE *f = open_cases(argc > 1 ? argv[1] : NULL);
    char *line = NULL;
    size_t size = 0;
    int count = 0, failed = 0;

    if (!f)
        return 2;
    while (getline(&line, &size, f) >= 0) {
        struct wrap_case c = {.ambiguous = AMBIGUOUS_NARROW};

        if (line[strspn(line, " \t\r\n")] == '\0')
            continue;
        count++;
        if (!read_case(line, &c)) {
            printf("not ok %d - a case that cannot be read: %s", count, line);
            failed++;
        } else if (!run_case(&c, count)) {
            failed++;
        }
        case_clear(&c);
    }
    free(line);
    (void)fclose(f);
    printf("1..%d\n", count);
    return failed > 0 || count == 0 ? 1 : 0;
}
