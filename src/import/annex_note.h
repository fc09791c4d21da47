/*
 * annex_note.h - how documents write that they have annexes: 附件：1.名单
 * 2.表, 附件1：名单, 附：名单, and 附件1 alone above the text itself.
 */
#ifndef IMPORT_ANNEX_NOTE_H
#define IMPORT_ANNEX_NOTE_H

#include <stdbool.h>
#include <stddef.h>

#define ANNEX_NUMBER_MAX 12 /* bytes: 12, 1-2 */

struct annex_mark {
    char number[ANNEX_NUMBER_MAX]; /* ASCII digits, "": none */
    size_t chars; /* of the mark, blanks not counted; the rest names annexes */
};

/* Whether the line begins with such a mark. */
bool annex_note_mark(const char *text, const char *bare, struct annex_mark *m);

/* One annex that a line names. */
struct annex_entry {
    char number[ANNEX_NUMBER_MAX]; /* "" where it has none */
    char *title;                   /* without 《》 and the ending of a file */
    char *file;                    /* the name of a file that it was, or NULL */
};

struct annex_entries {
    struct annex_entry *items;
    size_t count, cap;
};

/*
 * Cut what stands behind a mark, or a line below one, into its annexes: 1.甲
 * 2.乙. `next` is the number that the first must have if it has one, 0: any;
 * an annex without a number is the whole text.
 */
void annex_note_entries(const char *text, int next, struct annex_entries *out);
void annex_entries_clear(struct annex_entries *e);

/* Whether a line begins with the number of an annex (2.乙), and which; 0: it
 * does not. */
int annex_note_number(const char *bare);

/* A title without 《》 around it, the ending of a file and signs behind it;
 * `*file` is the file's name or NULL. The caller frees both. */
char *annex_note_title(const char *text, size_t len, char **file)
    __attribute__((returns_nonnull));

#endif
