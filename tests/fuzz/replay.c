/*
 * replay.c - main() of a fuzzer without libFuzzer: gives it every file of
 * tests/fuzz/corpus/NAME, where the seeds and the past finds are, and each of
 * them cut short and with a byte changed. What does not end the program
 * passes.
 */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { CUTS = 64 };

static void read_file(const char *path, struct str *out)
{
    FILE *f = fopen(path, "r");
    char block[4096];
    size_t n;

    if (!f) {
        perror(path);
        exit(99);
    }
    while ((n = fread(block, 1, sizeof(block), f)) > 0)
        str_append(out, block, n);
    (void)fclose(f);
}

/* In a block of its own size, so that a sanitizer sees what is read past it. */
static void give(const char *bytes, size_t len)
{
    char *copy = xmemdup(bytes, len);

    (void)LLVMFuzzerTestOneInput((const uint8_t *)copy, len);
    free(copy);
}

static void replay(const char *path)
{
    struct str in = {0};

    read_file(path, &in);
    give(str_text(&in), in.len);
    for (size_t i = 0; i < CUTS && in.len > 0; i++) {
        size_t at = in.len * i / CUTS;

        give(in.text, at);
        in.text[at] = (char)(in.text[at] ^ (1 << i % 8));
        give(in.text, in.len);
        in.text[at] = (char)(in.text[at] ^ (1 << i % 8));
    }
    str_clear(&in);
}

int main(int argc, char **argv)
{
    const char *srcdir = getenv("srcdir");
    const char *name = strrchr(argv[0], '/');
    struct str folder = {0}, path = {0};
    struct dirent *entry;
    int count = 0;
    DIR *dir;

    (void)argc;
    name = name ? name + 1 : argv[0];
    str_addf(&folder, "%s/tests/fuzz/corpus/%s", srcdir ? srcdir : ".", name);
    dir = opendir(folder.text);
    while (dir && (entry = readdir(dir))) {
        if (entry->d_name[0] == '.')
            continue;
        str_truncate(&path, 0);
        str_addf(&path, "%s/%s", folder.text, entry->d_name);
        replay(path.text);
        printf("ok %d - %s\n", ++count, entry->d_name);
    }
    if (dir)
        (void)closedir(dir);
    printf("1..%d\n", count);
    str_clear(&path);
    str_clear(&folder);
    return count > 0 ? 0 : 1;
}
