/*
 * help.h - the keys and what they do, made from the tables of keys and
 * actions.
 */
#ifndef UI_HELP_H
#define UI_HELP_H

#include "ui/chooser.h"

/* Append the lines of the help screen: groups with a heading, one line an
 * action. */
void help_lines(struct chooser_lines *lines);

#endif
