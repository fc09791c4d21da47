/*
 * state.h - the state of the browser: what the commands work on.
 *
 * It stands below all that changes it. browse/app.h is what the loop has of
 * it, browse/command.h what the keys do to it.
 */
#ifndef BROWSE_STATE_H
#define BROWSE_STATE_H

#include <stdbool.h>
#include <stddef.h>

#include "browse/find.h"
#include "browse/job.h"
#include "browse/message.h"
#include "browse/overlay.h"
#include "browse/view.h"
#include "ui/action.h"
#include "ui/prompt.h"

enum app_prompt {
    APP_PROMPT_NONE,
    APP_PROMPT_SEARCH, /* for find */
    APP_PROMPT_GOTO,
    APP_PROMPT_PERCENT,
    APP_PROMPT_OVERLAY, /* which lines of it are shown */
};

/* Digits that wait for what they count. */
struct digits {
    long number;           /* 0: none */
    bool is_pane;          /* one digit, which gave a pane the focus, */
    enum frame_pane focus; /* and this one had it before */
};

/* What a key asked for that only the terminal can do. */
struct app_wish {
    bool quit, suspend, repaint;
    char *copy; /* owned: text for the clipboard, or NULL */
    size_t copy_len;
};

struct app {
    struct edition *edition; /* borrowed */
    struct view view;
    struct find find;
    struct job job;
    struct overlay overlay;
    struct prompt prompt;
    enum app_prompt prompting;
    struct prompt_history searches;
    enum action awaiting; /* ACTION_MARK or ACTION_GOTO_MARK: the next key is
                             its letter; ACTION_LEAVE: the second Z */
    struct digits count;
    struct message message;
    bool stale;        /* the prompt's text changed and was not searched yet */
    bool shows_syntax; /* over the prompt of a search */
    bool check_failed; /* of the content; it was said */
    enum edition_change change_told;
    enum ambiguous ambiguous;
    struct app_wish wish;
};

#endif
