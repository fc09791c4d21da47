#!/bin/sh
# source.sh - what no source file may hold.
set -eu
srcdir=${srcdir:-.}
. "$srcdir/tests/tap.inc.sh"
src=$srcdir/src

uses() # PATTERN: lines that hold a word which matches, without comments
{
	grep -nE "(^|[^A-Za-z0-9_])($1)" "$src"/*/*.[ch] |
		grep -vE ':[0-9]+: *(/\*|\*)' | sed "s|^$src/||" || true
}

calls() # NAMES: calls of these functions
{
	uses "($1)[ ]*\\("
}

# A large module may stand in several files: term_curses.c is of term.h.
without_header()
{
	for c in "$src"/*/*.c; do
		case ${c##*/} in
		*main.c) continue ;;
		esac
		[ -f "${c%.c}.h" ] || [ -f "${c%_*}.h" ] || echo "${c#"$src"/}"
	done
}

# A header says first what the module is for, under its own name.
without_purpose()
{
	for h in "$src"/*/*.h; do
		sed -n 2p "$h" | grep -q "^ \* ${h##*/} - " || echo "${h#"$src"/}"
	done
}

plan 8
result 'no function that writes past its buffer' \
	"$(calls 'gets|strcpy|strcat|sprintf|vsprintf|strncpy|strncat|alloca')"
result 'no function with hidden state or silent overflow' \
	"$(calls 'strtok|atoi|atol|atof|tmpnam|mktemp|rand|srand|asctime|ctime')"
result 'no process is ever started' \
	"$(calls 'system|popen|fork|vfork|exec[lv]p?e?|posix_spawnp?')"
result 'memory comes from base/mem.h' \
	"$(calls 'malloc|calloc|realloc|strdup|strndup|asprintf' |
		grep -v '^base/mem\.' || true)"
result 'a database is opened for writing by the importer alone' \
	"$(uses 'SQLITE_OPEN_(READWRITE|CREATE)' |
		grep -v '^model/edition_write\|^import/' || true)"
result 'widths come from text/width.h, not from libc' \
	"$(calls 'wcwidth|wcswidth' | grep -v '^term/' || true)"
result 'every module has its header' "$(without_header)"
result 'every header says what it is for' "$(without_purpose)"
