/*
 * table_words.h - what the text of a cell, or of a line around a table, says
 * by its words: a number, a heading, a total, a note, a group of rows.
 *
 * Texts have a length and are clean; blanks inside them do not count
 * (合　计).
 */
#ifndef IMPORT_TABLE_WORDS_H
#define IMPORT_TABLE_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct words_text {
    const char *text;
    size_t len;
};

/* A number in any form: 12, １２, 1,234.50, 12%, -3. */
bool table_words_numeric(const char *s, size_t len);

/* What numbers a row: 12, １２, (1), 1., 1、, 一, ①. */
bool table_words_numbering(const char *s, size_t len);

/* 2031-03-01, 2031年3月1日 and the like. */
bool table_words_date(const char *s, size_t len);

/* A word that heads columns: 序号, 学校名称, 备注. */
bool table_words_heading(const char *s, size_t len);

/* 合计, 总计, 小计 ... alone or before a colon or bracket. */
bool table_words_total(const char *s, size_t len);

/* Notes and who filled in the table: 注：, 填报人：, 说明：; 第1页. */
bool table_words_note(const char *s, size_t len);

/* A sentence, and no name: it ends as one, or is long. */
bool table_words_sentence(const char *s, size_t len);

/* What stands over a table and is no title: 单位：万元, 截至…, 填报单位：…, a
 * date. */
bool table_words_label(const char *s, size_t len);

/* 附件, 附件1, 附表2：name: the number (0: none), and what follows. */
bool table_words_annex(const char *s, size_t len, int *number,
                       struct words_text *rest);

/*
 * 甲省（2所）, 一等奖（共3名）：: the name without its count. `*count` is -1
 * where none is stated, then the name is the text without a colon behind it.
 */
struct words_text table_words_group(const char *s, size_t len, int64_t *count);

/* 共150个 anywhere, as in the line （共8所）: how many; -1: not said. */
int64_t table_words_stated(const char *s, size_t len);

/* By its ending: 甲省, 乙市, 丙自治区. */
bool table_words_region(const char *s, size_t len);

/* The level of a heading mark: 一、 1, （一） 2; 0: none. */
int table_words_mark(const char *s, size_t len);

/* What titles of lists end with: 名单, 一览表, 统计表 ... */
bool table_words_title(const char *s, size_t len);

#endif
