#include "import/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <stdint.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include "base/mem.h"

/* A leak checker looks at its own threads when the program ends: a sanitized
 * build leaves it what that takes. */
#if defined(__SANITIZE_ADDRESS__)
#define HAS_LEAK_CHECKER 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HAS_LEAK_CHECKER 1
#endif
#endif
#ifndef HAS_LEAK_CHECKER
#define HAS_LEAK_CHECKER 0
#endif

/* ---- files ---- */

/* Rights by number: headers may be older than the kernel. Each level of the
 * interface knows so many of them, from bit 0 on. */
#define RIGHTS_1 UINT64_C(0x1FFF) /* execute to make_sym */
#define RIGHTS_2 UINT64_C(0x3FFF) /* and refer */
#define RIGHTS_3 UINT64_C(0x7FFF) /* and truncate */
#define RIGHTS_5 UINT64_C(0xFFFF) /* and ioctl of devices */

#define READ_FILE   UINT64_C(0x4)
#define READ_FOLDER UINT64_C(0x8)
#define READ        (READ_FILE | READ_FOLDER)
/* write, remove and make files, truncate: to write a database and rename it */
#define WRITE                                                                  \
    (READ | UINT64_C(0x2) | UINT64_C(0x20) | UINT64_C(0x100) | UINT64_C(0x4000))

static uint64_t rights_known(long level)
{
    if (level >= 5)
        return RIGHTS_5;
    if (level >= 3)
        return RIGHTS_3;
    return level == 2 ? RIGHTS_2 : RIGHTS_1;
}

static char *folder_of(const char *path)
{
    const char *slash = strrchr(path, '/');

    if (!slash)
        return xstrdup(".");
    return xmemdup(path, slash == path ? 1 : (size_t)(slash - path));
}

static bool allow_folder(int rules, const char *path, uint64_t rights)
{
    char *folder = folder_of(path);
    struct landlock_path_beneath_attr rule = {.allowed_access = rights};
    bool allowed;

    rule.parent_fd = open(folder, O_PATH | O_CLOEXEC);
    free(folder);
    if (rule.parent_fd < 0)
        return false;
    allowed = syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH,
                      &rule, 0) == 0;
    close(rule.parent_fd);
    return allowed;
}

/* The folder of a file; of a link, that of its end too. */
static bool allow(int rules, const char *path, uint64_t rights)
{
    char *real = realpath(path, NULL);
    bool allowed = allow_folder(rules, path, rights);

    if (real)
        allowed = allow_folder(rules, real, rights) && allowed;
    free(real);
    return allowed;
}

static bool close_files(const char *const *files, size_t count,
                        const char *output)
{
    long level = syscall(SYS_landlock_create_ruleset, NULL, 0,
                         LANDLOCK_CREATE_RULESET_VERSION);
    struct landlock_ruleset_attr attr = {0};
    bool closed;
    int rules;

    if (level < 1)
        return false;
    attr.handled_access_fs = rights_known(level);
    rules = (int)syscall(SYS_landlock_create_ruleset, &attr, sizeof(attr), 0);
    if (rules < 0)
        return false;
    /* A source that is not there is told when it is opened. Where the output
     * could not be written any more, there is no sandbox. */
    for (size_t i = 0; i < count; i++)
        allow(rules, files[i], READ & attr.handled_access_fs);
    if (HAS_LEAK_CHECKER)
        allow_folder(rules, "/proc/", READ & attr.handled_access_fs);
    closed = allow(rules, output, WRITE & attr.handled_access_fs) &&
             syscall(SYS_landlock_restrict_self, rules, 0) == 0;
    close(rules);
    return closed;
}

/* ---- the rest ---- */

#if defined(__x86_64__)
#define ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCH AUDIT_ARCH_AARCH64
#elif defined(__riscv) && __riscv_xlen == 64
#define ARCH AUDIT_ARCH_RISCV64
#elif defined(__powerpc64__) && defined(__LITTLE_ENDIAN__)
#define ARCH AUDIT_ARCH_PPC64LE
#endif

#ifdef ARCH

#define LOAD(field)                                                            \
    BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
#define RETURN(value) BPF_STMT(BPF_RET | BPF_K, (value))
#define REFUSED       (SECCOMP_RET_ERRNO | EPERM)
/* A call of this number is refused. */
#define REFUSE(number)                                                         \
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (number), 0, 1), RETURN(REFUSED)

/* clang-format off */
static struct sock_filter filter[] = {
    LOAD(arch),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ARCH, 1, 0),
    RETURN(SECCOMP_RET_KILL_PROCESS),
    LOAD(nr),
#ifdef __x86_64__
    /* The numbers of x32 would be others. */
    BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1),
    RETURN(REFUSED),
#endif
    REFUSE(SYS_socket),
    REFUSE(SYS_socketpair),
    REFUSE(SYS_connect),
    REFUSE(SYS_bind),
    REFUSE(SYS_execve),
    REFUSE(SYS_execveat),
#if !HAS_LEAK_CHECKER
    REFUSE(SYS_ptrace),
#endif
    REFUSE(SYS_process_vm_readv),
    REFUSE(SYS_process_vm_writev),
    REFUSE(SYS_io_uring_setup),
    REFUSE(SYS_mount),
    REFUSE(SYS_unshare),
    REFUSE(SYS_setns),
    REFUSE(SYS_bpf),
    REFUSE(SYS_keyctl),
    REFUSE(SYS_memfd_create),
    RETURN(SECCOMP_RET_ALLOW),
};
/* clang-format on */

static bool close_rest(void)
{
    const struct sock_fprog program = {ARRAY_LEN(filter), filter};

    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

#else

static bool close_rest(void)
{
    return false;
}

#endif

struct sandbox sandbox_enter(const char *const *files, size_t count,
                             const char *output)
{
    struct sandbox s = {0};

    tzset(); /* libzip asks for local times; their file is read now */
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0)
        return s;
    s.files = close_files(files, count, output);
    s.network = close_rest();
    return s;
}
