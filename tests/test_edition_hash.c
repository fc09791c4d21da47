/* test_edition_hash.c - the hash of a content, in pieces of any size. */
#include "tests/test.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "model/edition_hash.h"
#include "model/schema.h"
#include "tests/fixture.h"

/* Pieces end within names of tables, between rows and behind the last one. */
static void it_is_the_same_in_pieces_of_any_size(void **state)
{
    char *path = fixture_list("pieces",
                              "CREATE TABLE annex_1(\"序号\" INTEGER, v TEXT);"
                              "INSERT INTO annex_1 VALUES(1,'甲'),(2,NULL),"
                              "(3,zeroblob(40)),(4,1.5);",
                              64);
    char whole[2][DIGEST_LEN + 1];
    sqlite3 *db = NULL;

    (void)state;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    for (int64_t bytes = -1; bytes < 900; bytes++) {
        struct edition_hash *h = edition_hash_new(db, SCHEMA_VERSION);
        char content[DIGEST_LEN + 1], scan[DIGEST_LEN + 1];
        enum edition_hash_state step;

        do
            step = edition_hash_step(h, bytes);
        while (step == EDITION_HASH_MORE);
        assert_int_equal(step, EDITION_HASH_DONE);
        edition_hash_result(h, content, scan);
        if (bytes < 0) {
            memcpy(whole[0], content, sizeof(content));
            memcpy(whole[1], scan, sizeof(scan));
        }
        if (strcmp(content, whole[0]) != 0 || strcmp(scan, whole[1]) != 0)
            fail_msg("another hash in pieces of %d bytes", (int)bytes);
        edition_hash_free(h);
    }
    sqlite3_close(db);
    free(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_is_the_same_in_pieces_of_any_size),
    };

    return cmocka_run_group_tests(tests, NULL, fixture_clean);
}
