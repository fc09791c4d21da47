/*
 * role.h - what a paragraph of an official document is (GB/T 9704-2012, 7.3).
 *
 * The names are those of the database's column block.role (gongwen(5)).
 */
#ifndef TEXT_ROLE_H
#define TEXT_ROLE_H

enum role {
    ROLE_BODY, /* also what no safe pattern recognises */
    ROLE_TITLE,
    ROLE_NUMBER,    /* 发文字号 */
    ROLE_ADDRESSEE, /* 主送机关 */
    ROLE_HEADING, /* begins with 一、 （一） 1. （1）: level 1 to 4; the text
                     may run on after the heading's own sentence */
    ROLE_ITEM,
    ROLE_CONTACT,
    ROLE_ANNEX,  /* 附件： and the numbered names under it */
    ROLE_SIGNER, /* 发文机关署名 */
    ROLE_DATE,   /* 成文日期 */

    /* Of editions since version 2. */
    ROLE_SECRECY,     /* 份号、密级和保密期限、紧急程度 */
    ROLE_LETTERHEAD,  /* 发文机关标志: 某省人民政府文件 */
    ROLE_SIGNED_BY,   /* 签发人 */
    ROLE_NOTE,        /* 附注, in brackets under the date */
    ROLE_KEYWORDS,    /* 主题词 */
    ROLE_COPY_TO,     /* 抄送机关 */
    ROLE_PRINTED_BY,  /* 印发机关和印发日期 */
    ROLE_CAPTION,     /* of a table that stands in the text */
    ROLE_ANNEX_MARK,  /* 附件1, alone above a text that is annexed */
    ROLE_ANNEX_TITLE, /* of such a text; its paragraphs have the roles that
                         they would have in a notice */
    ROLE_COUNT,
};

const char *role_name(enum role role);

/* ROLE_BODY for a name that this version does not know. */
enum role role_from_name(const char *name);

#endif
