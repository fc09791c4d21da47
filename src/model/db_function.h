/*
 * db_function.h - the SQL functions that views and generated columns of an
 * untrusted file may use.
 *
 * Internal to model/. Allowed are those of every day whose work is bounded by
 * the length of their arguments. Where SQLite's own is not (its progress
 * handler is not asked within one call), ours takes its place: like, glob,
 * instr, replace, trim, ltrim, rtrim, printf, format do the same, but fail on
 * arguments over 64 kB, patterns over 1,000 bytes and widths over 1,000.
 */
#ifndef MODEL_DB_FUNCTION_H
#define MODEL_DB_FUNCTION_H

#include <sqlite3.h>
#include <stdbool.h>

bool db_function_is_allowed(const char *name);

/* Put ours in the place of SQLite's. False: the last error of the database
 * says why. */
bool db_function_add_all(sqlite3 *db);

#endif
