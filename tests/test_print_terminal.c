/* test_print_terminal.c - what the program prints to a terminal of some width.
 */
#include "tests/test.h"

#include <errno.h>
#include <locale.h>
#include <pty.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/str.h"
#include "text/cluster.h"

/* Run the program with one argument on a terminal of that many columns; its
 * output to `out`, without the terminal's carriage returns. */
static void print_on(struct str *out, int columns, const char *argument)
{
    struct winsize size = {.ws_row = 24, .ws_col = (unsigned short)columns};
    char bytes[4096];
    int master, status;
    ssize_t n;
    pid_t pid = forkpty(&master, NULL, NULL, &size);

    assert_true(pid >= 0);
    if (pid == 0) {
        execl("./gongwen", "gongwen", argument, (char *)NULL);
        _exit(127);
    }
    while ((n = read(master, bytes, sizeof(bytes))) > 0 ||
           (n < 0 && errno == EINTR)) {
        for (ssize_t i = 0; i < n; i++) {
            if (bytes[i] != '\r')
                str_addc(out, bytes[i]);
        }
    }
    close(master);
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

static int widest(const struct str *out)
{
    const char *line = str_text(out);
    int most = 0;

    while (*line) {
        size_t len = strcspn(line, "\n");
        int columns = cluster_columns(line, len, AMBIGUOUS_NARROW);

        most = columns > most ? columns : most;
        line += len + (line[len] == '\n');
    }
    return most;
}

static void paragraphs_take_the_terminal_up_to_80_columns(void **state)
{
    static const int cases[][2] = {{20, 20}, {56, 56},  {79, 79},
                                   {80, 80}, {132, 80}, {200, 80}};

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct str out = {0};
        int found;

        print_on(&out, cases[i][0], "--notice");
        found = widest(&out);
        if (found > cases[i][1] || found < cases[i][1] - 2)
            fail_msg("%d columns on a terminal of %d", found, cases[i][0]);
        str_clear(&out);
    }
}

static void lists_keep_within_the_terminal(void **state)
{
    (void)state;
    for (int columns = 20; columns <= 200; columns += 15) {
        struct str out = {0};

        print_on(&out, columns, "--print");
        if (widest(&out) > columns)
            fail_msg("%d columns on a terminal of %d", widest(&out), columns);
        /* A wide one shows it as it is. */
        if (columns > 110)
            assert_non_null(strstr(str_text(&out), "\n   3  北京现代服务业职"
                                                   "业教育集团  "));
        str_clear(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(paragraphs_take_the_terminal_up_to_80_columns),
        cmocka_unit_test(lists_keep_within_the_terminal),
    };

    setenv("TERM", "xterm", 1);
    unsetenv("GONGWEN_OPTIONS");
    setlocale(LC_CTYPE, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
