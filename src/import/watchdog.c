#include "import/watchdog.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/time.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"
#include "import/publish.h"
#include "text/clean.h"
#include "text/encode.h"

/* Made before the work begins: in the handler nothing can be. */
static struct str message;

static void end_all(int number)
{
    ssize_t n = write(STDERR_FILENO, message.text, message.len);

    (void)n;
    (void)number;
    publish_abandon();
    _exit(MEM_STATUS);
}

static void make_message(const char *path)
{
    struct str line = {0}, clean = {0};

    str_addf(&line,
             _("gongwen-import: %s: takes over %d s of processor time to read; "
               "no person wrote such a file; nothing was written"),
             path, WATCHDOG_SECONDS);
    clean_append(&clean, str_text(&line), line.len, CLEAN_EXPORT);
    str_clear(&message);
    encode_append(&message, str_text(&clean), clean.len);
    str_addc(&message, '\n');
    str_clear(&line);
    str_clear(&clean);
}

static void set_timer(int seconds)
{
    const struct itimerval timer = {.it_value.tv_sec = seconds};

    setitimer(ITIMER_PROF, &timer, NULL);
}

void watchdog_start(const char *path)
{
    struct sigaction act = {.sa_handler = end_all};

    make_message(path);
    sigemptyset(&act.sa_mask);
    sigaction(SIGPROF, &act, NULL);
    set_timer(WATCHDOG_SECONDS);
}

void watchdog_stop(void)
{
    set_timer(0);
    str_clear(&message);
}
