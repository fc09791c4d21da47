#include "ui/annex_text.h"

#include "base/i18n.h"

void annex_text_mark(struct str *out, const struct annex_info *annex)
{
    if (*annex->number)
        str_addf(out, _("Annex %s"), annex->number);
    else
        str_add(out, annex->title);
}

void annex_text_name(struct str *out, const struct annex_info *annex)
{
    annex_text_mark(out, annex);
    if (*annex->number)
        str_addf(out, " %s", annex->title);
}

void annex_text_absent(struct str *out, const struct annex_info *annex)
{
    if (annex->unreadable)
        str_addf(out, _("%s: %s"), annex->title, annex->unreadable);
    else if (annex_is_text(annex))
        str_addf(out, _("Annex %s is a text of the notice: %s"), annex->number,
                 annex->title);
    else
        str_addf(out, _("Annex %s is not held: %s"), annex->number,
                 annex->title);
}
