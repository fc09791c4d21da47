/*
 * bench_queries.h - what the measurements of search look for: one character,
 * more of it, initials, syllables, what every second row has, what none has,
 * what is excluded.
 */
#ifndef TESTS_BENCH_QUERIES_H
#define TESTS_BENCH_QUERIES_H

static const char *const bench_queries[] = {
    "湖",         "湖南",         "湖南工艺", "h",      "hn",   "hunan",
    "hngy",       "hngymsh",      "zyjy",     "jiaoyu", "qqqq", "!h",
    "职业 !湖南", "hunan gongyi", "zhongyq",  "龘",
};

#endif
