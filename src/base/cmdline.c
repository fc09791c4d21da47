#include "base/cmdline.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"

#define HELP_COLUMN 28 /* where an option's help begins */

static const struct cmdline_option *find(const struct cmdline *c, int id)
{
    for (size_t i = 0; i < c->count; i++) {
        if (c->options[i].id == id)
            return &c->options[i];
    }
    return NULL;
}

static int has_argument(const struct cmdline_option *option)
{
    if (!*option->argument)
        return no_argument;
    return *option->argument == '[' ? optional_argument : required_argument;
}

/* The options as getopt_long() wants them: those with a letter to `letters`,
 * all of them to the array that is returned, which the caller frees. */
static struct option *for_getopt(const struct cmdline *c, struct str *letters)
{
    struct option *all = xcalloc(c->count + 1, sizeof(*all));

    if (c->take_word)
        str_addc(letters, '-'); /* words are options with the value 1 */
    str_addc(letters, ':');     /* a missing argument is told apart */
    for (size_t i = 0; i < c->count; i++) {
        const struct cmdline_option *option = &c->options[i];

        all[i] = (struct option){
            .name = option->name,
            .has_arg = has_argument(option),
            .val = option->id,
        };
        if (option->id >= CMDLINE_LONG)
            continue;
        str_addc(letters, (char)option->id);
        for (int colons = has_argument(option); colons > 0; colons--)
            str_addc(letters, ':');
    }
    return all;
}

/* Whether `word`, "--" and what follows, begins more than one option. */
static bool is_ambiguous(const struct cmdline *c, const char *word)
{
    size_t len = strcspn(word, "=");
    int found = 0;

    for (size_t i = 0; i < c->count; i++)
        found += strncmp(word, "--", 2) == 0 &&
                 strncmp(word + 2, c->options[i].name, len - 2) == 0;
    return found > 1;
}

/* What getopt found wrong with the word before optind. */
static bool refuse(const struct cmdline *c, int result, char *const *argv,
                   struct err *e)
{
    char letter[3] = {'-', (char)optopt, '\0'};
    const struct cmdline_option *option = find(c, optopt);
    const char *word = argv[optind - 1];

    if (result == ':')
        return err_set(e, ERR_USAGE, _("%s: needs an argument"), word);
    if (option && strchr(word, '='))
        return err_set(e, ERR_USAGE, _("--%s: takes no argument"),
                       option->name);
    if (optopt != 0 && !option)
        word = letter;
    else if (is_ambiguous(c, word))
        return err_set(e, ERR_USAGE,
                       _("%s: may mean several options; write it in full"),
                       word);
    return err_set(e, ERR_USAGE, _("%s: no such option; %s --help lists them"),
                   word, c->program);
}

bool cmdline_parse(const struct cmdline *c, int argc, char **argv,
                   cmdline_take *take, void *to, int *rest, struct err *e)
{
    struct str letters = {0};
    struct option *all = for_getopt(c, &letters);
    bool ok = true;
    int result;

    opterr = 0;
    optind = 0; /* glibc: begin anew */
    while (ok && (result = getopt_long(argc, argv, str_text(&letters), all,
                                       NULL)) != -1) {
        const struct cmdline_option *option = find(c, result);

        if (result == 1)
            ok = c->take_word(to, optarg, e);
        else
            ok = option ? take(to, option, optarg, e)
                        : refuse(c, result, argv, e);
    }
    for (; ok && c->take_word && optind < argc; optind++)
        ok = c->take_word(to, argv[optind], e);
    *rest = optind;
    str_clear(&letters);
    free(all);
    return ok;
}

bool cmdline_pick(const struct cmdline_option *option, const char *argument,
                  const struct cmdline_word *words, int *value, struct err *e)
{
    struct str names = {0};

    for (const struct cmdline_word *w = words; w->name; w++) {
        if (strcmp(argument, w->name) == 0) {
            str_clear(&names);
            *value = w->value;
            return true;
        }
        str_addf(&names, "%s%s", names.len > 0 ? ", " : "", w->name);
    }
    err_set(e, ERR_USAGE, _("--%s=%s: must be one of %s"), option->name,
            argument, str_text(&names));
    str_clear(&names);
    return false;
}

bool cmdline_language(const struct cmdline_option *option, const char *argument,
                      const char **language, struct err *e)
{
    struct str names = {0};
    const char *name;

    *language = i18n_find_language(argument, strlen(argument));
    if (*language)
        return true;
    for (size_t i = 0; (name = i18n_language(i)) != NULL; i++)
        str_addf(&names, "%s%s", i ? ", " : "", name);
    err_set(e, ERR_USAGE, _("--%s=%s: must be one of %s"), option->name,
            argument, str_text(&names));
    str_clear(&names);
    return false;
}

void cmdline_help(const struct cmdline *c, struct str *out)
{
    for (size_t i = 0; i < c->count; i++) {
        const struct cmdline_option *option = &c->options[i];
        size_t start = out->len;

        if (option->id < CMDLINE_LONG)
            str_addf(out, "  -%c, ", (char)option->id);
        else
            str_add(out, "      ");
        str_addf(out, "--%s%s", option->name, option->argument);
        do
            str_addc(out, ' ');
        while (out->len - start < HELP_COLUMN);
        str_addf(out, "%s\n", _(option->help));
    }
}
