/* test_progress.c - the line that says how far an import is. */
#include "tests/test.h"

#include <fcntl.h>
#include <pty.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"
#include "import/progress.h"

/* What comes out of standard error, put on `fd` meanwhile. */
struct caught {
    int former, reading;
    char text[1024];
};

static void catch (struct caught *c, int writing, int reading)
{
    c->former = dup(STDERR_FILENO);
    c->reading = reading;
    dup2(writing, STDERR_FILENO);
    close(writing);
    fcntl(reading, F_SETFL, O_NONBLOCK);
}

static const char *take(struct caught *c)
{
    ssize_t n = read(c->reading, c->text, sizeof(c->text) - 1);

    c->text[n > 0 ? n : 0] = '\0';
    return c->text;
}

static void let_go(struct caught *c)
{
    dup2(c->former, STDERR_FILENO);
    close(c->former);
    close(c->reading);
}

static void catch_terminal(struct caught *c, unsigned short columns)
{
    struct winsize size = {.ws_row = 24, .ws_col = columns};
    int master, slave;

    assert_int_equal(openpty(&master, &slave, NULL, NULL, &size), 0);
    catch (c, slave, master);
}

/* As if the last drawing were long ago. */
static void rows(struct progress *p, const char *path, int64_t n)
{
    p->drawn_at = p->began_at - 100000;
    progress_rows(p, path, true, n);
}

static void one_clean_line_is_drawn_over_and_erased(void **state)
{
    struct progress p;
    struct caught c;

    (void)state;
    i18n_set_language(I18N_EN);
    catch_terminal(&c, 80);
    progress_init(&p);
    rows(&p, "/a/b\033[31m.tsv", 123456);
    take(&c);
    assert_non_null(strstr(c.text, "\rb^[[31m.tsv: 123456 rows written, "));
    assert_null(strchr(c.text, '\n'));
    assert_null(strchr(c.text, '\033'));
    progress_rows(&p, "b", true, 123457);
    assert_string_equal(take(&c), "");
    progress_erase(&p);
    take(&c);
    assert_true(strlen(c.text) > 40);
    assert_int_equal(strspn(c.text, " \r"), strlen(c.text));
    assert_int_equal(c.text[strlen(c.text) - 1], '\r');
    progress_erase(&p);
    assert_string_equal(take(&c), "");
    let_go(&c);
}

static void the_line_never_wraps(void **state)
{
    struct progress p;
    struct caught c;

    (void)state;
    i18n_set_language(I18N_ZH);
    for (unsigned short columns = 10; columns < 60; columns += 7) {
        catch_terminal(&c, columns);
        progress_init(&p);
        rows(&p, "名单名单名单名单名单名单名单名单名单名单.tsv", 9999999);
        assert_int_equal(take(&c)[0], '\r');
        assert_true(p.columns < columns);
        let_go(&c);
    }
}

static void nothing_is_drawn_where_there_is_no_terminal(void **state)
{
    struct progress p;
    struct caught c;
    int ends[2];

    (void)state;
    assert_int_equal(pipe(ends), 0);
    catch (&c, ends[1], ends[0]);
    progress_init(&p);
    rows(&p, "b", 123456);
    progress_erase(&p);
    assert_string_equal(take(&c), "");
    let_go(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_clean_line_is_drawn_over_and_erased),
        cmocka_unit_test(the_line_never_wraps),
        cmocka_unit_test(nothing_is_drawn_where_there_is_no_terminal),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
