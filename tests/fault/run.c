#include "tests/fault/run.h"

#include "tests/test.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/mem.h"
#include "tests/fixture.h"

enum { DEADLINE_S = 20 };

long fault_stride(long usual)
{
    const char *every = getenv("FAULT_EVERY"); /* may be "" */
    long n = every && *every ? strtol(every, NULL, 10) : usual;

    return n > 0 ? n : 1;
}

static const char *log_path(void)
{
    static char *path;

    if (!path)
        path = fixture_path("fault.log");
    return path;
}

const char *const *fault_environment(void)
{
    static char log[512], preload[512];
    static const char *const both[] = {log, preload, "LC_ALL=C.UTF-8", NULL};
    static const struct fault_log none;
    char *shim = realpath("tests/fault/shim.so", NULL);

    assert_non_null(shim);
    free(fixture_bytes("fault.log", &none, sizeof(none)));
    snprintf(log, sizeof(log), "FAULT_LOG=%s", log_path());
    snprintf(preload, sizeof(preload), "LD_PRELOAD=%s", shim);
    free(shim);
    return both;
}

struct fault_log fault_counts(void)
{
    struct fault_log log;
    size_t len;
    unsigned char *bytes = fixture_read(log_path(), &len);

    assert_int_equal(len, sizeof(log));
    memcpy(&log, bytes, sizeof(log));
    free(bytes);
    return log;
}

const char *fault_name(enum fault_kind kind, long n, bool on)
{
    static const char *const names[] = {"memory", "read", "open", "write",
                                        "close"};
    static char name[64];

    snprintf(name, sizeof(name), "FAULT=%s:%ld%s", names[kind], n,
             on ? "-" : "");
    return name;
}

static void child(const char *const *argv, const char *fault,
                  const char *const *env, const char *out, const char *err)
{
    int in = open("/dev/null", O_RDONLY);
    int to[2] = {open(out, O_WRONLY | O_TRUNC | O_CREAT, 0600),
                 open(err, O_WRONLY | O_TRUNC | O_CREAT, 0600)};

    dup2(in, 0);
    dup2(to[0], 1);
    dup2(to[1], 2);
    for (; *env; env++)
        putenv(xstrdup(*env));
    if (fault)
        putenv(xstrdup(fault));
    alarm(DEADLINE_S);
    execv(argv[0], (char *const *)(uintptr_t)argv);
    _exit(127);
}

static void take_file(struct str *s, const char *path)
{
    size_t len;
    unsigned char *bytes = fixture_read(path, &len);

    str_append(s, (const char *)bytes, len);
    free(bytes);
}

struct fault_run fault_run(const char *const *argv, const char *fault)
{
    const char *const *env = fault_environment();
    char *out = fixture_path("fault.out");
    char *err = fixture_path("fault.err");
    struct fault_run r = {0};
    pid_t pid = fork();
    int status = 0;

    if (pid == 0)
        child(argv, fault, env, out, err);
    assert_true(pid > 0);
    assert_int_equal(waitpid(pid, &status, 0), pid);
    r.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    if (r.status == 128 + SIGALRM)
        fail_msg("%s: does not end", fault ? fault : argv[0]);
    take_file(&r.out, out);
    take_file(&r.err, err);
    r.log = fault_counts();
    free(out);
    free(err);
    return r;
}

void fault_run_clear(struct fault_run *r)
{
    str_clear(&r->out);
    str_clear(&r->err);
}

bool fault_is_one_line(const char *text, const char *start)
{
    const char *end = strchr(text, '\n');

    return strncmp(text, start, strlen(start)) == 0 && end && !end[1];
}
