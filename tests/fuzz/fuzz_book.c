/* fuzz_book.c - any bytes as spreadsheets and drawn lists are lists, or refused
 * with what is wrong; the second reading gives the rows that the first one
 * counted. */
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include "import/list_file.h"
#include "import/reader.h"
#include "tests/fuzz/memory_file.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(int holds)
{
    if (!holds)
        abort();
}

struct counter {
    struct list_sink sink;
    int64_t rows;
};

static bool count(struct list_sink *sink, const struct write_cell *cells,
                  size_t number, struct err *e)
{
    (void)cells;
    (void)number;
    (void)e;
    ((struct counter *)sink)->rows++;
    return true;
}

static void read_again(struct list_file *f, const struct unit_tables *tables)
{
    struct err e = {0};

    for (size_t i = 0; i < f->count; i++) {
        struct counter counter = {.sink.take = count};
        struct rows *rows = book_open_sheet(&f->book, f->entries[i].sheet, &e);

        require(rows && list_each(&f->entries[i].list, rows, tables,
                                  &counter.sink, NULL, &e));
        require(counter.rows == f->entries[i].list.rows);
        rows_close(rows);
    }
}

/* As the importer does; other files are none of this test's. */
static bool open_book(struct list_file *f, struct err *e)
{
    const struct reader *reader = reader_for(&f->book.in, e);

    if (reader && reader->open_book)
        return reader->open_book(&f->book, e);
    input_close(&f->book.in);
    return err_set(e, ERR_DATA, "no book");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct table_options none;
    static struct decode decode;
    static struct unit_tables *tables;
    struct memory_file file;
    struct list_file f = {0};
    struct str remarks = {0};
    struct err e = {0};

    if (!tables) {
        tables = unit_tables_new();
        require(decode_open(&decode, &e));
    }
    memory_file_open(&file, data, size);
    if (input_open(&f.book.in, file.path, &decode, &e)) {
        f.book.remarks = &remarks;
        if (open_book(&f, &e) &&
            list_file_check(&f, &none, NULL, tables, NULL, &e))
            read_again(&f, tables);
        else
            require(e.msg[0] != '\0');
        list_file_clear(&f);
    } else {
        input_close(&f.book.in);
    }
    str_clear(&remarks);
    memory_file_close(&file);
    return 0;
}
