#!/bin/sh
# layers.sh - a folder includes only from the layers below it, and what stands
# outside of the house is known in one place each.
set -eu
srcdir=${srcdir:-.}
. "$srcdir/tests/tap.inc.sh"
src=$srcdir/src

allow() # FOLDER ALLOWED...
{
	from=$1
	may=$(printf '%s|' "$@")
	bad=$(grep -HnoE '#include "[a-z_]+/' "$src/$from"/*.[ch] 2>/dev/null |
		sed "s|$src/||; s|#include \"||" |
		grep -vE ":(${may%|})/\$" || true)
	shift
	result "$from includes only itself and: ${*:-nothing}" "$bad"
}

only() # PATTERN-OF-HEADER SENTENCE FILE...
{
	header=$1
	sentence=$2
	shift 2
	bad=$(grep -HnE "#include <($header)>" "$src"/*/*.[ch] |
		sed "s|^$src/||" || true)
	for file; do
		bad=$(printf '%s' "$bad" | grep -v "^$file" || true)
	done
	result "$sentence" "$bad"
}

# Every folder under src has its line here.
folders()
{
	for folder in "$src"/*/; do
		folder=${folder%/}
		case ${folder##*/} in
		base | text | search | canvas | term | model | ui | import | browse | print | cli) ;;
		*) echo "${folder##*/}" ;;
		esac
	done
}

# The modules of a folder (a .c and a .h of one name) that include each other in
# a circle: no order of them would tell what stands on what. What a *_parts.h
# shows to the files of one module counts as theirs.
circles() # FOLDER
{
	for file in "$src/$1"/*.[ch]; do
		module=${file##*/}
		module=${module%.[ch]}
		case $module in *_parts) continue ;; esac
		sed -nE "s|^#include \"$1/([a-z0-9_]+)\.h\".*|$module \1|p" "$file"
	done | awk '$1 != $2' | sort -u | tsort 2>&1 >/dev/null |
		sed -n 's/^tsort: \([a-z0-9_]*\)$/\1/p' | tr '\n' ' '
}

# The rows that the list shows have one owner (browse/filter.h).
filters()
{
	grep -HnE 'list_pane_filter\(' "$src"/*/*.c |
		grep -vE "^$src/(browse/filter|ui/list_pane)\.c:" || true
}

# A header that another file includes by a path without folder would pass
# unseen.
bare()
{
	grep -HnE '#include "[^/"]+"' "$src"/*/*.[ch] |
		grep -v '"config\.h"' || true
}

plan 27
allow base
allow text base
allow search base text
allow canvas base text
allow term base text canvas
allow model base text search
allow ui base text search canvas model
allow import base text search model
allow browse base text search canvas model ui term
allow print base text search model ui
allow cli base text search canvas model ui term browse print import
only '(ncursesw/)?(n?curses|term)\.h' \
	'curses is known to the terminal port alone' term/term_curses term/term
only 'sqlite3\.h' 'SQLite is known to the model alone' model/
only 'xxhash\.h' 'the hash is known to the model alone' model/
only 'unilbrk\.h|unigbrk\.h|uniwidth\.h|uninorm\.h|unictype\.h' \
	'libunistring is known to the texts alone' text/
only 'libxml/.*\.h' \
	'libxml2 is known to the readers of HTML and XML alone' \
	import/html import/xml
only 'zip\.h' 'libzip is known to one file' import/pack
result 'every folder has its layer' "$(folders)"
for folder in browse canvas cli model print text ui; do
	result "no modules of $folder stand in a circle" "$(circles "$folder")"
done
result 'the filter alone changes which rows the list shows' "$(filters)"
result 'headers are included by their folder' "$(bare)"
