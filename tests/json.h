/*
 * json.h - reads one JSON value after the other from a text, as far as files
 * of test cases need it.
 */
#ifndef TESTS_JSON_H
#define TESTS_JSON_H

#include <stdbool.h>

#include "base/str.h"

struct json {
    const char *p; /* NUL-terminated text, from where the next value begins */
    bool is_bad;   /* something else was found than what was asked for */
};

/* Whether `c` comes next, blanks aside; it is taken. */
bool json_take(struct json *j, char c);

/* The next value as a string (emptied first) or an integer. */
void json_string(struct json *j, struct str *out);
int json_int(struct json *j);

/* Go past a value of any kind. */
void json_skip(struct json *j);

#endif
