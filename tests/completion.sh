#!/bin/sh
# completion.sh - every option of both programs is completed in each shell, and
# bash takes its file.
set -eu
srcdir=${srcdir:-.}
. "$srcdir/tests/tap.inc.sh"

options() # PROGRAM: its long options without their dashes
{
	"./$1" --lang=en --help |
		sed -n 's/^ *\(-[A-Za-z], \)\{0,1\}--\([a-z-]*\).*/\2/p'
}

# Options of a program that a file lacks, BEFORE its name in it.
lacking() # PROGRAM FILE BEFORE
{
	for option in $(options "$1"); do
		grep -q -e "$3$option\\([^a-z-]\\|\$\\)" "completion/$2" ||
			echo "--$option"
	done
}

plan 8
for program in gongwen gongwen-import; do
	result "bash knows the options of $program" \
		"$(lacking $program bash/$program --)"
	result "zsh knows the options of $program" \
		"$(lacking $program zsh/_$program --)"
	result "fish knows the options of $program" \
		"$(lacking $program fish/$program.fish '-l ')"
	check "bash takes its file of $program" \
		bash -n completion/bash/$program
done
