#!/bin/sh
# What the tests need is there: a missing tool fails, it does not skip them.
set -eu
. "${srcdir:-.}/tests/tap.inc.sh"

is_yes() # ANSWER PACKAGE
{
	[ "$1" = yes ] && return 0
	echo "# missing: install $2, then run configure again"
	return 1
}

is_there() # COMMAND PACKAGE
{
	command -v "$1" >/dev/null && return 0
	echo "# missing: install $2"
	return 1
}

plan 3
check 'cmocka runs the unit tests' is_yes "${HAVE_CMOCKA:-no}" libcmocka-dev
check 'libvterm shows the screens' is_yes "${HAVE_VTERM:-no}" libvterm-dev
check 'tmux is a second terminal' is_there tmux tmux
