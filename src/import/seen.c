#include "import/seen.h"

#include <stdlib.h>

#include "base/mem.h"
#include "import/words.h"

void seen_add(struct seen *s, const char *text, size_t notice, size_t line)
{
    char *key = words_squeezed(text);
    bool is_new;

    textset_add(&s->texts, key, &is_new);
    free(key);
    if (!is_new)
        return;
    s->entries = mem_grow(s->entries, s->len, &s->cap, sizeof(*s->entries));
    s->entries[s->len++] = (struct seen_entry){notice, line};
}

const struct seen_entry *seen_find(const struct seen *s, const char *text)
{
    char *key = words_squeezed(text);
    size_t number = textset_find(&s->texts, key);

    free(key);
    return number == TEXTSET_NONE ? NULL : &s->entries[number];
}

void seen_clear(struct seen *s)
{
    textset_clear(&s->texts);
    free(s->entries);
    *s = (struct seen){0};
}
