#include "tests/test.h"

#include "tests/fixture.h"

#include <dirent.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/str.h"
#include "model/edition_hash.h"
#include "model/schema.h"
#include "tests/blocks.h"

static char *dir;

/* clang-format off */
static const char edition_sql[] =
    "INSERT INTO edition VALUES('format','1'),('title','测试');"
    "INSERT INTO notice VALUES"
    "(1,'关于公布第一批示范性职业教育集团（联盟）培育单位名单的通知',"
    " '教职成司函〔2020〕33号','教育部职业教育与成人教育司',"
    " '各省、自治区、直辖市教育厅（教委）：','2020-10-15','通知',NULL,"
    " 'http://www.moe.gov.cn/s78/A07/t20201016_495041.html','测试'),"
    "(2,'湖南工艺美术职业教育集团入选示范性职业教育集团培育单位',NULL,NULL,NULL,"
    " NULL,'新闻',NULL,NULL,'测试');"
    "INSERT INTO block VALUES"
    "(1,1,'title',0,'关于公布第一批示范性职业教育集团（联盟）培育单位名单的通知',NULL),"
    "(1,2,'number',0,'教职成司函〔2020〕33号',NULL),"
    "(1,3,'addressee',0,'各省、自治区、直辖市教育厅（教委）：',NULL),"
    "(1,4,'body',0,'根据《关于开展示范性职业教育集团（联盟）建设的通知》"
    "（教职成司函〔2019〕92号）的工作安排，确定了第一批培育单位名单，"
    "现予以公布（名单见附件1）。',NULL),"
    "(1,5,'heading',1,'一、明确工作定位。把建设培育示范性职业教育集团（联盟）作为"
    "深化产教融合、校企合作的重要抓手。',NULL),"
    "(1,6,'body',0,'通过网络（网址：http://jth.chinazy.org）报送推荐书（附件2）。',"
    " '通过网络（网址：<http://jth.chinazy.org>）报送推荐书（附件2）。'),"
    "(1,7,'contact',0,'邮箱：jth@chinazy.org',NULL),"
    "(1,8,'annex',0,'附件：',NULL),"
    "(1,9,'annex',1,'1. 第一批示范性职业教育集团（联盟）培育单位名单',"
    " '1. [第一批示范性职业教育集团（联盟）培育单位名单](#)'),"
    "(1,10,'annex',1,'2. 示范性职业教育集团（联盟）推荐书',NULL),"
    "(1,11,'signer',0,'教育部职业教育与成人教育司',NULL),"
    "(1,12,'date',0,'2020年10月15日',NULL),"
    "(2,1,'title',0,'湖南工艺美术职业教育集团入选示范性职业教育集团培育单位',NULL),"
    "(2,2,'body',0,'2020年10月，教育部发布《关于公布第一批示范性职业教育集团（联盟）"
    "培育单位名单的通知》（教职成司函〔2020〕33号），由我校牵头组建的"
    "湖南工艺美术职业教育集团入选。',NULL);"
    "INSERT INTO annex(id,notice_id,seq,number,title,kind,held,stated_total,"
    " table_name) VALUES"
    "(1,1,1,'1','第一批示范性职业教育集团（联盟）培育单位名单','list',1,NULL,'annex_1'),"
    "(2,1,2,'2','示范性职业教育集团（联盟）推荐书','form',0,NULL,NULL),"
    "(3,1,3,'3','示范性职业教育集团（联盟）推荐名单汇总表','document',0,NULL,NULL);"
    "INSERT INTO field VALUES"
    "(1,1,'序号','integer','source'),(1,2,'集团名称','text','source'),"
    "(1,3,'牵头单位','text','source'),(1,4,'地区','text','regions.tsv');"
    "CREATE TABLE annex_1(\"序号\" INTEGER,\"集团名称\" TEXT,\"牵头单位\" TEXT,"
    " \"地区\" TEXT);"
    "INSERT INTO annex_1 VALUES"
    "(1,'联想职业教育集团','联想（北京）有限公司','北京'),"
    "(2,'北京交通职业教育集团','北京交通运输职业学院','北京'),"
    "(3,'北京现代服务业职业教育集团','北京市商业学校','北京'),"
    "(88,'河南省农业职业教育集团','河南农业职业学院','河南'),"
    "(98,'湖南工艺美术职业教育集团','湖南工艺美术职业学院','湖南'),"
    "(99,'湖南汽车职业教育集团','湖南汽车工程职业学院','湖南'),"
    "(105,'全国机械行业新能源技术装备职业教育集团','湖南电气职业技术学院','湖南'),"
    "(107,'广东机电职业教育集团','广东机电职业技术学院','广东');"
    "INSERT INTO gap VALUES(1,3,4,87),(1,4,89,97),(1,6,100,104),(1,7,106,106);"
    "INSERT INTO mention VALUES(1,5,2,1),(1,5,2,2);"
    "INSERT INTO citation VALUES"
    "(1,4,2,40,'关于开展示范性职业教育集团（联盟）建设的通知','教职成司函〔2019〕92号',NULL),"
    "(2,2,14,47,'关于公布第一批示范性职业教育集团（联盟）培育单位名单的通知',"
    " '教职成司函〔2020〕33号',1);";
/* clang-format on */

const char *fixture_dir(void)
{
    const char *base = getenv("TMPDIR");
    struct str name = {0};

    if (dir)
        return dir;
    str_addf(&name, "%s/gongwen-test-XXXXXX", base ? base : "/tmp");
    dir = mkdtemp(str_take(&name));
    assert_non_null(dir);
    return dir;
}

int fixture_clean(void **state)
{
    DIR *d = dir ? opendir(dir) : NULL;
    const struct dirent *entry;

    (void)state;
    while (d && (entry = readdir(d)) != NULL) {
        char *path = fixture_path(entry->d_name);

        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            remove(path);
        free(path);
    }
    if (d)
        closedir(d);
    if (dir)
        rmdir(dir);
    free(dir);
    dir = NULL;
    return 0;
}

char *fixture_path(const char *name)
{
    struct str path = {0};

    str_addf(&path, "%s/%s", fixture_dir(), name);
    return str_take(&path);
}

char *fixture_bytes(const char *name, const void *bytes, size_t len)
{
    char *path = fixture_path(name);
    FILE *f = fopen(path, "wb");

    assert_non_null(f);
    assert_int_equal(fwrite(bytes, 1, len, f), len);
    assert_int_equal(fclose(f), 0);
    return path;
}

unsigned char *fixture_read(const char *path, size_t *len)
{
    FILE *f = fopen(path, "rb");
    struct str bytes = {0};
    char piece[4096];
    size_t n;

    assert_non_null(f);
    while ((n = fread(piece, 1, sizeof(piece), f)) > 0)
        str_append(&bytes, piece, n);
    fclose(f);
    *len = bytes.len;
    return (unsigned char *)str_take(&bytes);
}

static void run(sqlite3 *db, const char *sql)
{
    char *msg = NULL;

    if (sqlite3_exec(db, sql, NULL, NULL, &msg) != SQLITE_OK)
        fail_msg("%s", msg);
}

static sqlite3 *create(const char *path)
{
    sqlite3 *db = NULL;

    unlink(path);
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    run(db, "PRAGMA synchronous=OFF; PRAGMA journal_mode=MEMORY;");
    return db;
}

char *fixture_sql(const char *name, const char *sql)
{
    char *path = fixture_path(name);
    sqlite3 *db = create(path);

    run(db, sql);
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
    return path;
}

void fixture_alter(const char *path, const char *sql)
{
    sqlite3 *db = NULL;

    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    run(db, sql);
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
}

void *fixture_lock(const char *path)
{
    sqlite3 *db = NULL;

    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    run(db, "BEGIN EXCLUSIVE");
    return db;
}

void fixture_unlock(void *writer)
{
    sqlite3 *db = writer;

    run(db, "ROLLBACK");
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
}

static void add_hash(sqlite3 *db, int version)
{
    struct edition_hash *h = edition_hash_new(db, version);
    char content[DIGEST_LEN + 1], scan[DIGEST_LEN + 1];
    char *sql;

    assert_int_equal(edition_hash_step(h, -1), EDITION_HASH_DONE);
    edition_hash_result(h, content, scan);
    edition_hash_free(h);
    sql = sqlite3_mprintf("INSERT INTO edition VALUES('hash',%Q);", content);
    run(db, sql);
    sqlite3_free(sql);
    if (!*scan)
        return;
    sql = sqlite3_mprintf("INSERT INTO edition VALUES('scan_hash',%Q);", scan);
    run(db, sql);
    sqlite3_free(sql);
}

/* An empty edition, in the middle of a transaction. */
static sqlite3 *begin_edition(const char *path)
{
    sqlite3 *db = create(path);
    char *sql = sqlite3_mprintf("PRAGMA application_id=%d;"
                                "PRAGMA user_version=%d;",
                                SCHEMA_APPLICATION_ID, SCHEMA_VERSION);

    run(db, sql);
    sqlite3_free(sql);
    run(db, "BEGIN");
    run(db, schema_sql);
    return db;
}

static void end_edition(sqlite3 *db, int version)
{
    add_hash(db, version);
    run(db, "COMMIT");
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
}

char *fixture_edition(const char *name)
{
    return fixture_edition_with(name, SCHEMA_VERSION, "");
}

char *fixture_edition_with(const char *name, int version, const char *sql)
{
    char *path = fixture_path(name);
    sqlite3 *db = begin_edition(path);

    if (version < 2)
        run(db, "PRAGMA user_version=1; DROP TABLE particular;"
                "DROP TABLE annex_line; ALTER TABLE annex DROP COLUMN file;"
                "ALTER TABLE annex DROP COLUMN block_seq;");
    run(db, edition_sql);
    run(db, sql);
    end_edition(db, version);
    return path;
}

char *fixture_list(const char *name, const char *sql, size_t block_size)
{
    char *path = fixture_path(name);
    sqlite3 *db = begin_edition(path);

    run(db, sql);
    run(db, "INSERT INTO annex(id,notice_id,seq,number,title,kind,held,"
            "stated_total,table_name) VALUES"
            "(1,NULL,1,'1','测试','list',1,NULL,'annex_1');"
            "INSERT INTO field SELECT 1, cid+1, name,"
            " iif(type='INTEGER','integer','text'), 'source'"
            " FROM pragma_table_info('annex_1')");
    if (block_size)
        assert_true(blocks_add(db, block_size));
    end_edition(db, SCHEMA_VERSION);
    return path;
}
