/*
 * fixture.h - small database files for tests, made with SQLite alone: a
 * notice and a list like the bundled edition's, and whatever SQL a test wants.
 */
#ifndef TESTS_FIXTURE_H
#define TESTS_FIXTURE_H

#include <stddef.h>

/* A folder of the test's own, made when first asked for; borrowed.
 * fixture_clean() removes it with the files in it. */
const char *fixture_dir(void);
int fixture_clean(void **state); /* fits a group teardown */

/* The name of a file in that folder; the caller frees it. */
char *fixture_path(const char *name);

/* Make or replace the file and write to it, or run SQL in it; each returns
 * its name, which the caller frees, and fails the test when it cannot. */
char *fixture_bytes(const char *name, const void *bytes, size_t len);
char *fixture_sql(const char *name, const char *sql);

/* Run SQL in a file that is there. */
void fixture_alter(const char *path, const char *sql);

/* Be the program that is writing the file, until fixture_unlock(). */
void *fixture_lock(const char *path);
void fixture_unlock(void *writer);

/* The bytes of a file; the caller frees them. */
unsigned char *fixture_read(const char *path, size_t *len);

/*
 * An edition. Notice 1 (教职成司函〔2020〕33号) has 12 blocks, with every role
 * but item; annex 1 is a list of 8 rows numbered 1 2 3 88 98 99 105 107 with
 * the columns 序号 集团名称 牵头单位 and, derived, 地区; it has gaps 4-87,
 * 89-97, 100-104 and 106; annexes 2 (a form) and 3 (a document) are not held.
 * Notice 2 (a 新闻) has 2 blocks, mentions row 5 (number 98) in both and cites
 * notice 1.
 */
char *fixture_edition(const char *name);

/* The same with more SQL run in it before it is hashed; `version` is that of
 * its tables, which then lack what is newer. */
char *fixture_edition_with(const char *name, int version, const char *sql);

/*
 * An edition whose only annex is a list, made by `sql`: it creates the table
 * annex_1 and fills it; its columns are described as the source's own. With
 * `block_size` over 0 it also has scan blocks of about so many bytes.
 */
char *fixture_list(const char *name, const char *sql, size_t block_size);

#endif
