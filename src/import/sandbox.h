/*
 * sandbox.h - what the importer can no longer do once it reads what strangers
 * made: open other files, reach the network, start programs.
 *
 * Landlock (Linux 5.13) keeps the files, a seccomp filter the rest; no new
 * privileges can be had. Where the kernel lacks either, the work goes on
 * without it. What needs files of the system (converters of libc, catalogues)
 * is opened before.
 */
#ifndef IMPORT_SANDBOX_H
#define IMPORT_SANDBOX_H

#include <stdbool.h>
#include <stddef.h>

/* What of it the kernel has put up. */
struct sandbox {
    bool files;   /* nothing but what was named can be opened */
    bool network; /* nor reached, nor programs started */
};

/*
 * From here on only what lies beneath the folders of `files` can be read, and
 * only beneath the folder of `output` written. Cannot be undone.
 */
struct sandbox sandbox_enter(const char *const *files, size_t count,
                             const char *output);

#endif
