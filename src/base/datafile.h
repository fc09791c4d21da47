/*
 * datafile.h - finds the files that belong to the program: installed, or
 * beside it when it runs from its build tree.
 *
 * The place of the build tree is read from the running program and not
 * compiled in, so that two builds in two folders give the same program.
 */
#ifndef BASE_DATAFILE_H
#define BASE_DATAFILE_H

/* The path of `in_tree` ("data/x") under the build tree that this program
 * runs from, if it does and the file is there; else `installed`. The caller
 * frees it; whether an installed file exists is not looked at. */
char *datafile_path(const char *in_tree, const char *installed)
    __attribute__((returns_nonnull));

#endif
