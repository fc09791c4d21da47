/*
 * db_printf.h - SQLite's printf() with widths and precisions of at most 1,000,
 * and what it shares with the other bounded functions (db_function.h).
 *
 * Internal to model/.
 */
#ifndef MODEL_DB_PRINTF_H
#define MODEL_DB_PRINTF_H

#include <sqlite3.h>

/* Bytes of an argument of a bounded function. */
#define DB_ARGUMENT_MAX (64 * 1000)

/* The result is the error "name(): why". */
void db_function_fail(sqlite3_context *c, const char *name, const char *why);

/* printf(FORMAT, ...), as a function of SQL. */
void db_printf_call(sqlite3_context *c, int n, sqlite3_value **args);

#endif
