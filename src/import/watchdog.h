/*
 * watchdog.h - an end to the reading of a file that takes the processor for
 * longer than any document does.
 *
 * Parsers have inputs that cost them the square of their length. Where a
 * reader's own limits do not bite, the program ends with a line that names
 * the file, with nothing written and nothing left behind.
 */
#ifndef IMPORT_WATCHDOG_H
#define IMPORT_WATCHDOG_H

#define WATCHDOG_SECONDS 3 /* of processor time for one document */

/* From here to watchdog_stop() the document `path` is read. */
void watchdog_start(const char *path);
void watchdog_stop(void);

#endif
