/*
 * heap.h - the memory that SQLite asks for.
 *
 * Internal to model/. SQLite takes a refusal for NULL here, for a damaged file
 * there: a text could turn up empty. So with no memory left the program ends
 * as it does elsewhere (base/mem.h). What a hostile file may make SQLite ask
 * for is bounded before (db.c), and is an error like others.
 */
#ifndef MODEL_HEAP_H
#define MODEL_HEAP_H

/* Before the first database of the process is opened; later calls do
 * nothing. */
void heap_setup(void);

#endif
