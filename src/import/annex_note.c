#include "import/annex_note.h"

#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/mem.h"
#include "import/pattern.h"
#include "import/words.h"
#include "text/utf8.h"

static size_t one_of(const char *s, const char *const *list)
{
    const char *found = words_start_any(s, list);

    return found ? strlen(found) : 0;
}

/* 1, 12, 一, 十二, 1-2 at `s`, in ASCII to `number`; its bytes, or 0. */
static size_t number_at(const char *s, char number[ANNEX_NUMBER_MAX])
{
    static const char *const digits[] = {"一", "二", "三", "四", "五",
                                         "六", "七", "八", "九", NULL};
    size_t n = strspn(s, "0123456789");
    int value = 0;

    number[0] = '\0';
    if (n > 0 && n <= 2) {
        size_t more = s[n] == '-' ? strspn(s + n + 1, "0123456789") : 0;

        if (more > 0 && more <= 2)
            n += 1 + more;
        memcpy(number, s, n);
        number[n] = '\0';
        return n;
    }
    if (n > 0)
        return 0;
    for (;;) {
        size_t len = one_of(s + n, digits);

        if (words_start(s + n, "十") && value < 10) {
            value = 10 * (value ? value : 1);
            len = strlen("十");
        } else if (len && (n == 0 || value % 10 == 0)) {
            for (int i = 0; digits[i]; i++) {
                if (words_start(s + n, digits[i]))
                    value += i + 1;
            }
        } else {
            break;
        }
        n += len;
    }
    assert(value < 100); /* 九十九 is the most that is read */
    if (n)
        snprintf(number, ANNEX_NUMBER_MAX, "%d", value);
    return n;
}

/* Whether a blank stands in `text` behind its first `chars` characters. */
static bool blank_behind(const char *text, size_t chars)
{
    size_t len = strlen(text), i = 0;
    uint32_t cp;

    while (i < len && chars > 0) {
        size_t blank = words_leading_blank(text + i, len - i);

        i += blank;
        i += utf8_decode(text + i, len - i, &cp);
        chars--;
    }
    return words_leading_blank(text + i, len - i) > 0;
}

bool annex_note_mark(const char *text, const char *bare, struct annex_mark *m)
{
    size_t n = one_of(bare, WORDS("附件", "附表", "附录", "附图")), mark,
           digits;
    bool bracketed;

    *m = (struct annex_mark){.chars = 0};
    if (!n && words_start(bare, "附："))
        n = strlen("附");
    if (!n)
        return false;
    bracketed = words_start(bare + n, "（");
    digits = number_at(bare + n + (bracketed ? strlen("（") : 0), m->number);
    if (bracketed && digits &&
        words_start(bare + n + strlen("（") + digits, "）"))
        n += strlen("（") + digits + strlen("）");
    else if (!bracketed)
        n += digits;
    else
        m->number[0] = '\0';
    mark = one_of(bare + n, WORDS("：", ".", "、"));
    m->chars = utf8_count(bare, n + mark);
    if (strstr(bare, "。") || words_count(bare) > 400)
        return false;
    return mark || !bare[n] ||
           (*m->number && blank_behind(text, m->chars) &&
            pattern_can_be_title(bare + n));
}

int annex_note_number(const char *bare)
{
    char number[ANNEX_NUMBER_MAX];
    size_t n = number_at(bare, number);

    if (!n || !one_of(bare + n, WORDS(".", "、", "：")) || strchr(number, '-'))
        return 0;
    if (bare[n] == '.' && bare[n + 1] >= '0' && bare[n + 1] <= '9' &&
        !words_have_any(bare + n, WORDS("年", "级", "届")))
        return 0;
    return (int)strtol(number, NULL, 10);
}

char *annex_note_title(const char *text, size_t len, char **file)
{
    static const char *const endings[] = {
        ".docx", ".doc", ".xlsx", ".xls", ".pdf", ".zip", ".rar",
        ".wps",  ".et",  ".ofd",  ".jpg", ".png", ".ppt", ".pptx",
        ".jpeg", ".csv", ".ods",  ".rtf", ".7z",  ".txt", NULL};
    static const char *const signs[] = {"；", ";", "。", "，", ",", "、", NULL};
    char *title = words_trimmed(text, len);

    *file = NULL;
    for (int i = 0; signs[i]; i++) {
        if (words_end(title, signs[i])) {
            title[strlen(title) - strlen(signs[i])] = '\0';
            i = -1;
        }
    }
    for (int i = 0; endings[i]; i++) {
        size_t n = strlen(title), e = strlen(endings[i]);

        if (n > e && strcasecmp(title + n - e, endings[i]) == 0) {
            *file = xstrdup(title);
            title[n - e] = '\0';
            break;
        }
    }
    if (words_start(title, "《") && words_end(title, "》") &&
        strstr(title + 1, "《") == NULL) {
        char *inner = words_trimmed(title + strlen("《"),
                                    strlen(title) - 2 * strlen("《"));

        free(title);
        title = inner;
    }
    return title;
}

static void add(struct annex_entries *e, const char *number, const char *text,
                size_t len)
{
    struct annex_entry *entry;

    e->items = mem_grow(e->items, e->count, &e->cap, sizeof(*e->items));
    entry = &e->items[e->count];
    *entry = (struct annex_entry){.title = NULL};
    snprintf(entry->number, sizeof(entry->number), "%s", number);
    entry->title = annex_note_title(text, len, &entry->file);
    if (*entry->title) {
        e->count++;
        return;
    }
    free(entry->title);
    free(entry->file);
}

/* A number of an annex with the sign behind it at `s` (1. １． 一、 附件2：),
 * its bytes with blanks; 0: none, or none that may come `next`. */
static size_t entry_number(const char *s, int next,
                           char number[ANNEX_NUMBER_MAX])
{
    char *piece = xmemdup(s, strnlen(s, 48)), *bare;
    size_t at, n, chars, bytes, len;

    bare = words_bare(piece);
    at = one_of(bare, WORDS("附件", "附表"));
    n = number_at(bare + at, number);
    len = one_of(bare + at + n, WORDS(".", "、", "："));
    chars = utf8_count(bare, at + n + len);
    if (!n || !len || (next > 0 && (int)strtol(number, NULL, 10) != next) ||
        (!at && bare[n] == '.' && bare[n + 1] >= '0' && bare[n + 1] <= '9' &&
         bare[n + 2] >= '0' && bare[n + 2] <= '9' &&
         !words_start(bare + n + 5, "年")))
        chars = 0;
    free(bare);
    bytes = 0;
    for (size_t end = strlen(piece); chars > 0 && bytes < end; chars--) {
        uint32_t cp;

        bytes += words_leading_blank(piece + bytes, end - bytes);
        bytes += utf8_decode(piece + bytes, end - bytes, &cp);
    }
    free(piece);
    return bytes ? bytes + words_leading_blank(s + bytes, strlen(s + bytes))
                 : 0;
}

/* Whether a number may begin at byte `at`: at the start, behind a blank or a
 * sign. */
static bool may_begin(const char *s, size_t at)
{
    size_t before;

    if (at == 0)
        return true;
    before = utf8_prev(s, at);
    return words_leading_blank(s + before, at - before) > 0 ||
           one_of(s + before, WORDS("；", ";", "，", "。")) == at - before;
}

void annex_note_entries(const char *text, int next, struct annex_entries *out)
{
    char number[ANNEX_NUMBER_MAX] = "", found[ANNEX_NUMBER_MAX];
    size_t start = 0, len = strlen(text), n;
    uint32_t cp;

    for (size_t at = 0; at < len; at += n) {
        bool begins = may_begin(text, at);

        n = begins && !words_leading_blank(text + at, len - at)
                ? entry_number(text + at, next, found)
                : 0;
        /* The first may have no number; then the whole is one. */
        if (n && (at == 0 || *number)) {
            if (at > 0)
                add(out, number, text + start, at - start);
            memcpy(number, found, sizeof(number));
            next = (int)strtol(number, NULL, 10) + 1;
            start = at + n;
        } else {
            n = utf8_decode(text + at, len - at, &cp);
        }
    }
    add(out, number, text + start, len - start);
}

void annex_entries_clear(struct annex_entries *e)
{
    for (size_t i = 0; i < e->count; i++) {
        free(e->items[i].title);
        free(e->items[i].file);
    }
    free(e->items);
    *e = (struct annex_entries){0};
}
