/*
 * action.h - what a key can make the program do: the table from which help,
 * --help-keys and the manual's section are made.
 */
#ifndef UI_ACTION_H
#define UI_ACTION_H

enum action {
    ACTION_NONE,
    /* moving, in whatever has the focus */
    ACTION_UP,
    ACTION_DOWN,
    ACTION_SCROLL_UP,
    ACTION_SCROLL_DOWN,
    ACTION_PAGE_UP,
    ACTION_PAGE_DOWN,
    ACTION_HALF_UP,
    ACTION_HALF_DOWN,
    ACTION_HOME,
    ACTION_END,
    ACTION_COLUMN_PREV,
    ACTION_COLUMN_NEXT,
    ACTION_COLUMN_FIRST,
    ACTION_COLUMN_LAST,
    ACTION_LINK_PREV,
    ACTION_LINK_NEXT,
    ACTION_SECTION_PREV,
    ACTION_SECTION_NEXT,
    ACTION_GOTO,
    ACTION_PERCENT,
    ACTION_OPEN,
    ACTION_BACK,
    ACTION_MARK,
    ACTION_GOTO_MARK,
    ACTION_WHERE,
    /* finding */
    ACTION_SEARCH,
    ACTION_SEARCH_BACK,
    ACTION_MATCH_NEXT,
    ACTION_MATCH_PREV,
    ACTION_SEARCH_CELL,
    ACTION_FILTER,
    /* the list */
    ACTION_SORT,
    ACTION_UNSORT,
    ACTION_FREQUENCIES,
    ACTION_SELECT,
    ACTION_SELECT_RANGE,
    ACTION_SELECT_SHOWN,
    ACTION_SELECT_NONE,
    /* the notice */
    ACTION_MEASURE,
    ACTION_RAW,
    ACTION_OUTLINE,
    ACTION_LIBRARY,
    /* the screen */
    ACTION_FOCUS_NEXT,
    ACTION_FOCUS_PREV,
    ACTION_FOCUS_NOTICE,
    ACTION_FOCUS_LIST,
    ACTION_FOCUS_RECORD,
    ACTION_ZOOM,
    ACTION_GROW,
    ACTION_SHRINK,
    ACTION_REPAINT,
    /* taking away */
    ACTION_COPY_CELL,
    ACTION_COPY_RECORD,
    ACTION_COPY_CITATION,
    /* the program */
    ACTION_HELP,
    ACTION_CANCEL,
    ACTION_INTERRUPT,
    ACTION_SUSPEND,
    ACTION_QUIT,
    ACTION_EXIT,
    ACTION_LEAVE,
    ACTION_COUNT,
};

struct action_info {
    const char *name; /* of the action, as --help-keys prints it */
    const char *help; /* one line, a msgid for the catalogue */
};

const struct action_info *action_info(enum action action);

/* The heading (a msgid) of the group of actions that begins with this one,
 * in the order of the enum; NULL within a group. */
const char *action_heading(enum action action);

#endif
