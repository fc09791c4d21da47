/*
 * schema.h - the database as gongwen(5) describes it, for reader and writer.
 */
#ifndef MODEL_SCHEMA_H
#define MODEL_SCHEMA_H

#define SCHEMA_APPLICATION_ID 0x474F4E47 /* "GONG" */
#define SCHEMA_VERSION        2 /* that is written; 1 to this are read */

/* All fixed tables of an edition; the lists' own tables (annex_N) follow. */
extern const char schema_sql[];

/* The table of an edition that is made for searching large lists. A file
 * without it is searched all the same, only slower. */
extern const char schema_scan_sql[];

#endif
