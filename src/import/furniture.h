/*
 * furniture.h - the words that a web page puts around a document: where one is
 * on the site, when and by whom the page was put there, what can be done with
 * it, where else one can go.
 */
#ifndef IMPORT_FURNITURE_H
#define IMPORT_FURNITURE_H

#include <stdbool.h>

enum furniture {
    FURNITURE_NONE,
    FURNITURE_PATH, /* 当前位置：首页 > 通知公告; what stands above it is
                       the page's too */
    FURNITURE_ABOUT, /* 发布时间：… 来源：… 浏览次数：… */
    FURNITURE_TOOLS, /* 打印本页 分享到 上一篇 版权所有 ... */
    FURNITURE_LINE,  /* a line that is drawn */
    FURNITURE_WORDS, /* words that a document may have too: 主办：, 收藏; not
                        in its text */
    FURNITURE_ROW,   /* short words in a row, as a menu has them; no more than
                        a guess, where a document's head is looked for */
};

/* What the line `text` is by its words; `bare` is the same line, bare
 * (words_bare()). */
enum furniture furniture_of(const char *text, const char *bare);

/* Whether a path says that the page is one of news. */
bool furniture_is_news(const char *bare);

#endif
