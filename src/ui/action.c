#include "ui/action.h"

#include <assert.h>

#include "base/i18n.h"
#include "base/mem.h"

/* clang-format off */
static const struct action_info infos[ACTION_COUNT] = {
    [ACTION_NONE] =           { "none",           N_("do nothing") },
    [ACTION_UP] =             { "up",             N_("one line or record up") },
    [ACTION_DOWN] =           { "down",           N_("one line or record down") },
    [ACTION_SCROLL_UP] =      { "scroll-up",      N_("move the view up by a line") },
    [ACTION_SCROLL_DOWN] =    { "scroll-down",    N_("move the view down by a line") },
    [ACTION_PAGE_UP] =        { "page-up",        N_("one page up") },
    [ACTION_PAGE_DOWN] =      { "page-down",      N_("one page down") },
    [ACTION_HALF_UP] =        { "half-up",        N_("half a page up") },
    [ACTION_HALF_DOWN] =      { "half-down",      N_("half a page down") },
    [ACTION_HOME] =           { "home",           N_("to the beginning") },
    [ACTION_END] =            { "end",            N_("to the end") },
    [ACTION_COLUMN_PREV] =    { "column-prev",    N_("previous column of the list") },
    [ACTION_COLUMN_NEXT] =    { "column-next",    N_("next column of the list") },
    [ACTION_COLUMN_FIRST] =   { "column-first",   N_("first column of the list") },
    [ACTION_COLUMN_LAST] =    { "column-last",    N_("last column of the list") },
    [ACTION_LINK_PREV] =      { "link-prev",      N_("choose the previous link") },
    [ACTION_LINK_NEXT] =      { "link-next",      N_("choose the next link") },
    [ACTION_SECTION_PREV] =   { "section-prev",   N_("previous section or record") },
    [ACTION_SECTION_NEXT] =   { "section-next",   N_("next section or record") },
    [ACTION_GOTO] =           { "goto",           N_("go to a record by its number") },
    [ACTION_PERCENT] =        { "percent",        N_("go to a percentage of the text or list") },
    [ACTION_OPEN] =           { "open",           N_("follow the link, open the record") },
    [ACTION_BACK] =           { "back",           N_("back: leave what was entered last") },
    [ACTION_MARK] =           { "mark",           N_("set a mark: m and a letter") },
    [ACTION_GOTO_MARK] =      { "goto-mark",      N_("go to a mark: ' and its letter; '' goes back") },
    [ACTION_WHERE] =          { "where",          N_("say where you are") },
    [ACTION_SEARCH] =         { "search",         N_("search forwards; pinyin and initials do") },
    [ACTION_SEARCH_BACK] =    { "search-back",    N_("search backwards") },
    [ACTION_MATCH_NEXT] =     { "match-next",     N_("next match") },
    [ACTION_MATCH_PREV] =     { "match-prev",     N_("previous match") },
    [ACTION_SEARCH_CELL] =    { "search-cell",    N_("search for what this cell says") },
    [ACTION_FILTER] =         { "filter",         N_("show only the records that match") },
    [ACTION_SORT] =           { "sort",           N_("sort by the current column; again: the other way") },
    [ACTION_UNSORT] =         { "unsort",         N_("back to the source's order") },
    [ACTION_FREQUENCIES] =    { "frequencies",    N_("count the values of the current column") },
    [ACTION_SELECT] =         { "select",         N_("select the record, or not any more") },
    [ACTION_SELECT_RANGE] =   { "select-range",   N_("begin a range; again: select all records from there") },
    [ACTION_SELECT_SHOWN] =   { "select-shown",   N_("select all records that are shown") },
    [ACTION_SELECT_NONE] =    { "select-none",    N_("select none") },
    [ACTION_MEASURE] =        { "measure",        N_("28 characters a line, or the full width") },
    [ACTION_RAW] =            { "raw",            N_("the source's text without form, or the form again") },
    [ACTION_OUTLINE] =        { "outline",        N_("outline of the notice") },
    [ACTION_LIBRARY] =        { "library",        N_("all notices and lists") },
    [ACTION_FOCUS_NEXT] =     { "focus-next",     N_("to the next pane") },
    [ACTION_FOCUS_PREV] =     { "focus-prev",     N_("to the previous pane") },
    [ACTION_FOCUS_NOTICE] =   { "focus-notice",   N_("to the notice") },
    [ACTION_FOCUS_LIST] =     { "focus-list",     N_("to the list") },
    [ACTION_FOCUS_RECORD] =   { "focus-record",   N_("to the record") },
    [ACTION_ZOOM] =           { "zoom",           N_("this pane alone, or all panes again") },
    [ACTION_GROW] =           { "grow",           N_("make this pane larger") },
    [ACTION_SHRINK] =         { "shrink",         N_("make this pane smaller") },
    [ACTION_REPAINT] =        { "repaint",        N_("paint the screen anew") },
    [ACTION_COPY_CELL] =      { "copy-cell",      N_("copy what is marked: cell, field, link or paragraph") },
    [ACTION_COPY_RECORD] =    { "copy-record",    N_("copy the whole record, or all that are selected") },
    [ACTION_COPY_CITATION] =  { "copy-citation",  N_("copy the citation of the notice, or of the link's") },
    [ACTION_HELP] =           { "help",           N_("show the keys") },
    [ACTION_CANCEL] =         { "cancel",         N_("back; leave the prompt; stop what goes on") },
    [ACTION_INTERRUPT] =      { "interrupt",      N_("stop the work in hand") },
    [ACTION_SUSPEND] =        { "suspend",        N_("back to the shell; fg returns") },
    [ACTION_QUIT] =           { "quit",           N_("back; at the ground, leave the program") },
    [ACTION_EXIT] =           { "exit",           N_("leave the program at once") },
    [ACTION_LEAVE] =          { "leave",          N_("twice, as in vi: leave the program") },
};
/* clang-format on */

const struct action_info *action_info(enum action action)
{
    assert(action >= ACTION_NONE && action < ACTION_COUNT);
    return &infos[action];
}

const char *action_heading(enum action action)
{
    /* clang-format off */
    static const struct { enum action first; const char *heading; } groups[] = {
        { ACTION_UP,         N_("Moving") },
        { ACTION_SEARCH,     N_("Finding") },
        { ACTION_SORT,       N_("The list") },
        { ACTION_MEASURE,    N_("The notice") },
        { ACTION_FOCUS_NEXT, N_("The screen") },
        { ACTION_COPY_CELL,  N_("Copying") },
        { ACTION_HELP,       N_("The program") },
    };
    /* clang-format on */

    for (size_t i = 0; i < ARRAY_LEN(groups); i++) {
        if (groups[i].first == action)
            return groups[i].heading;
    }
    return NULL;
}
