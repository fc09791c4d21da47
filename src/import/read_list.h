/*
 * read_list.h - the reader of plain texts that are a list and nothing else,
 * whatever they are called: with TABs between the cells, or drawn.
 */
#ifndef IMPORT_READ_LIST_H
#define IMPORT_READ_LIST_H

#include "import/reader.h"

extern const struct reader read_tab_text_reader;
extern const struct reader read_drawn_list_reader;

#endif
