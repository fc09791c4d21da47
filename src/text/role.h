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
    ROLE_COUNT,
};

const char *role_name(enum role role);

/* ROLE_BODY for a name that this version does not know. */
enum role role_from_name(const char *name);

#endif
