#include "ui/help.h"

#include "base/i18n.h"
#include "base/str.h"
#include "ui/keymap.h"

void help_lines(struct chooser_lines *lines)
{
    for (int a = ACTION_NONE + 1; a < ACTION_COUNT; a++) {
        const char *heading = action_heading((enum action)a);
        struct str keys = {0};

        if (heading)
            chooser_add(lines, i18n_text(heading), NULL, -1);
        keymap_keys((enum action)a, &keys);
        chooser_add(lines, i18n_text(action_info((enum action)a)->help),
                    str_text(&keys), -1);
        str_clear(&keys);
    }
}
