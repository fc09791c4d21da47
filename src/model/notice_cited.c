#include "base/mem.h"
#include "model/notice_parts.h"

enum {
    CITED_MS = 200,
    CITERS_MAX = 100, /* more are not read one by one */
};

size_t notice_cited_by(struct notice *n, struct notice_citer **out)
{
    struct edition *ed = n->ed;
    size_t count = 0, cap = 0;
    sqlite3_stmt *st;

    *out = NULL;
    db_allow(ed->db, CITED_MS);
    st = db_prepare(ed->db,
                    "SELECT notice_id, min(block_seq) FROM citation"
                    " WHERE target_notice = ?1 AND notice_id <> ?1"
                    " GROUP BY notice_id ORDER BY notice_id",
                    NULL);
    if (!st)
        return 0;
    sqlite3_bind_int64(st, 1, ed->notices[n->index].id);
    while (count < CITERS_MAX && db_step(ed->db, st, NULL) == SQLITE_ROW) {
        int notice = edition_find_notice(ed, sqlite3_column_int64(st, 0));

        if (notice < 0)
            continue;
        *out = mem_grow(*out, count, &cap, sizeof(**out));
        (*out)[count++] = (struct notice_citer){
            .notice = notice,
            .block_seq = sqlite3_column_int64(st, 1),
        };
    }
    sqlite3_finalize(st);
    return count;
}
