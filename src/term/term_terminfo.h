/*
 * term_terminfo.h - what terminfo says about a terminal, before and beside
 * curses. term_fallback() of term.h is here too.
 */
#ifndef TERM_TERM_TERMINFO_H
#define TERM_TERM_TERMINFO_H

/*
 * Take from the current terminal the capabilities that curses would use by
 * itself and must not: after a stop it would set the palette back, which the
 * user may have chosen, and it would leave a keypad mode that is never
 * entered.
 */
void term_terminfo_tame(void);

#endif
