#include "model/db_cell.h"

#include <stdio.h>
#include <string.h>

#include "base/i18n.h"

static struct db_cell described(const char *text)
{
    return (struct db_cell){VALUE_DESCRIBED, text, strlen(text)};
}

struct db_cell db_cell_large(int64_t size, char note[DB_CELL_NOTE])
{
    if (size < 0)
        return described(_("(too large to show)"));
    snprintf(note, DB_CELL_NOTE, _("(too large to show: %lld bytes)"),
             (long long)size);
    return described(note);
}

struct db_cell db_cell_late(void)
{
    return described(_("(not read: it takes too long)"));
}

static struct db_cell binary(int size, char note[DB_CELL_NOTE])
{
    snprintf(note, DB_CELL_NOTE, _("(binary data, %d bytes)"), size);
    return described(note);
}

/* As SQLite writes it. */
static struct db_cell integer(int64_t value, char digits[DB_CELL_NOTE])
{
    char *end = digits + DB_CELL_NOTE, *p = end;
    uint64_t rest = value < 0 ? -(uint64_t)value : (uint64_t)value;

    do
        *--p = (char)('0' + rest % 10);
    while (rest /= 10);
    if (value < 0)
        *--p = '-';
    return (struct db_cell){VALUE_NUMBER, p, (size_t)(end - p)};
}

struct db_cell db_cell_scan(sqlite3_stmt *st, int column, bool is_utf8,
                            char digits[DB_CELL_NOTE])
{
    int type = sqlite3_column_type(st, column);
    struct db_cell c = {VALUE_NULL, "", 0};

    if (type == SQLITE_INTEGER)
        return integer(sqlite3_column_int64(st, column), digits);
    if (type == SQLITE_TEXT && is_utf8) {
        /* As a blob it need not be copied to be ended by a NUL. */
        const char *text = sqlite3_column_blob(st, column);

        if (text)
            c = (struct db_cell){VALUE_TEXT, text,
                                 (size_t)sqlite3_column_bytes(st, column)};
    } else if (type == SQLITE_TEXT || type == SQLITE_FLOAT) {
        c = db_cell_read(st, column, digits);
    }
    if (c.kind == VALUE_DESCRIBED)
        c = (struct db_cell){VALUE_NULL, "", 0};
    return c;
}

struct db_cell db_cell_read(sqlite3_stmt *st, int column,
                            char note[DB_CELL_NOTE])
{
    int type = sqlite3_column_type(st, column);
    const char *text;

    if (type == SQLITE_NULL)
        return (struct db_cell){VALUE_NULL, "", 0};
    if (type == SQLITE_BLOB)
        return binary(sqlite3_column_bytes(st, column), note);
    text = (const char *)sqlite3_column_text(st, column);
    if (!text)
        return db_cell_large(-1, note);
    return (struct db_cell){type == SQLITE_TEXT ? VALUE_TEXT : VALUE_NUMBER,
                            text, (size_t)sqlite3_column_bytes(st, column)};
}
