#include "import/explain.h"

#include "base/i18n.h"

static void add_line(struct str *out, const struct page *p,
                     const struct page_line *l)
{
    str_addf(out, "%s:%zu: %s", p->source.name, l->number,
             l->fate ? l->fate : "");
    if (l->role)
        str_addf(out, "%s%s", _(", "), l->role);
    if (l->rule)
        str_addf(out, _(" (%s)"), l->rule);
    str_addc(out, '\n');
}

void explain_page(struct str *out, const struct page *p)
{
    for (size_t i = 0; i < p->count; i++)
        add_line(out, p, &p->lines[i]);
    for (size_t i = 0; i < p->particular_count; i++) {
        const struct page_particular *x = &p->particulars[i];

        str_addf(out, _("%s:%zu: particular of the page, %s: %s\n"),
                 p->source.name, x->number, x->name, x->value);
    }
    for (size_t i = 0; i < p->link_count; i++) {
        const struct page_link *x = &p->links[i];

        str_addf(out, _("%s:%zu: link to a file, %s: %s\n"), p->source.name,
                 x->line < p->count ? p->lines[x->line].number : 1, x->text,
                 x->target);
    }
}

void explain_left_out(struct str *out, const struct page *p)
{
    for (size_t i = 0; i < p->count; i++) {
        const struct page_line *l = &p->lines[i];

        if (l->left_out)
            str_addf(out, "%s:%zu: %s\n", p->source.name, l->number,
                     l->fate ? l->fate : "");
    }
}
