#include "model/cell.h"

#include <stdio.h>
#include <string.h>

#include "base/i18n.h"

static struct cell described(const char *text)
{
    return (struct cell){VALUE_DESCRIBED, text, strlen(text)};
}

struct cell cell_large(int64_t size, char note[CELL_NOTE])
{
    if (size < 0)
        return described(_("(too large to show)"));
    snprintf(note, CELL_NOTE, _("(too large to show: %lld bytes)"),
             (long long)size);
    return described(note);
}

struct cell cell_late(void)
{
    return described(_("(not read: it takes too long)"));
}

static struct cell binary(int size, char note[CELL_NOTE])
{
    snprintf(note, CELL_NOTE, _("(binary data, %d bytes)"), size);
    return described(note);
}

/* As SQLite writes it. */
static struct cell integer(int64_t value, char digits[CELL_NOTE])
{
    char *end = digits + CELL_NOTE, *p = end;
    uint64_t rest = value < 0 ? -(uint64_t)value : (uint64_t)value;

    do
        *--p = (char)('0' + rest % 10);
    while (rest /= 10);
    if (value < 0)
        *--p = '-';
    return (struct cell){VALUE_NUMBER, p, (size_t)(end - p)};
}

struct cell cell_scan(sqlite3_stmt *st, int column, bool is_utf8,
                      char digits[CELL_NOTE])
{
    int type = sqlite3_column_type(st, column);
    struct cell c = {VALUE_NULL, "", 0};

    if (type == SQLITE_INTEGER)
        return integer(sqlite3_column_int64(st, column), digits);
    if (type == SQLITE_TEXT && is_utf8) {
        /* As a blob it need not be copied to be ended by a NUL. */
        const char *text = sqlite3_column_blob(st, column);

        if (text)
            c = (struct cell){VALUE_TEXT, text,
                              (size_t)sqlite3_column_bytes(st, column)};
    } else if (type == SQLITE_TEXT || type == SQLITE_FLOAT) {
        c = cell_read(st, column, digits);
    }
    if (c.kind == VALUE_DESCRIBED)
        c = (struct cell){VALUE_NULL, "", 0};
    return c;
}

struct cell cell_read(sqlite3_stmt *st, int column, char note[CELL_NOTE])
{
    int type = sqlite3_column_type(st, column);
    const char *text;

    if (type == SQLITE_NULL)
        return (struct cell){VALUE_NULL, "", 0};
    if (type == SQLITE_BLOB)
        return binary(sqlite3_column_bytes(st, column), note);
    text = (const char *)sqlite3_column_text(st, column);
    if (!text)
        return cell_large(-1, note);
    return (struct cell){type == SQLITE_TEXT ? VALUE_TEXT : VALUE_NUMBER, text,
                         (size_t)sqlite3_column_bytes(st, column)};
}
