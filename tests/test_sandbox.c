/* test_sandbox.c - what the importer may still do once it has shut itself in,
 * as far as the kernel can see to it. */
#include "tests/test.h"

#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/str.h"
#include "import/sandbox.h"

static char folder[] = "/tmp/test_sandbox.XXXXXX";

static char *path_of(const char *name)
{
    struct str path = {0};

    str_addf(&path, "%s/%s", folder, name);
    return str_take(&path);
}

static void make_file(const char *name)
{
    char *path = path_of(name);
    int fd = open(path, O_WRONLY | O_CREAT, 0644);

    assert_true(fd >= 0);
    close(fd);
    free(path);
}

static bool opens(const char *name, int flags)
{
    char *path = *name == '/' ? NULL : path_of(name);
    int fd = open(path ? path : name, flags, 0644);

    free(path);
    if (fd >= 0)
        close(fd);
    return fd >= 0;
}

/* Ends with a bit for each thing that is not as it must be. */
static int look_around(void)
{
    char *source = path_of("in/a.txt"), *output = path_of("out/a.db");
    char *temp = path_of("out/temp");
    const char *const files[] = {source};
    struct sandbox s = sandbox_enter(files, 1, output);
    int wrong = 0;

    if (!opens("in/a.txt", O_RDONLY) || !opens("out/temp", O_RDWR | O_CREAT) ||
        rename(temp, output) < 0 || unlink(output) < 0)
        wrong |= 1;
    if (s.files && (opens("in/a.txt", O_WRONLY) || opens("other", O_RDONLY) ||
                    opens("/etc/passwd", O_RDONLY)))
        wrong |= 2;
    if (s.network) {
        if (socket(AF_INET, SOCK_STREAM, 0) >= 0)
            wrong |= 4;
        (void)execl("/bin/false", "false", (char *)NULL);
    }
    free(source);
    free(output);
    free(temp);
    return wrong;
}

static void sources_can_be_read_and_the_output_written_and_no_more(void **state)
{
    int status;
    pid_t child;

    (void)state;
    assert_non_null(mkdtemp(folder));
    for (int i = 0; i < 2; i++) {
        char *path = path_of(i ? "in" : "out");

        assert_int_equal(mkdir(path, 0755), 0);
        free(path);
    }
    make_file("in/a.txt");
    make_file("other");
    child = fork();
    assert_true(child >= 0);
    if (child == 0)
        _exit(look_around());
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
    for (int i = 0; i < 4; i++) {
        char *path = path_of(
            ((const char *const[]){"in/a.txt", "other", "in", "out"})[i]);

        assert_int_equal(remove(path), 0);
        free(path);
    }
    rmdir(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(
            sources_can_be_read_and_the_output_written_and_no_more),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
