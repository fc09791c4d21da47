#!/bin/sh
# readme.sh - the screens in README and README.zh are what the program shows:
# a line "[LANGUAGE COLUMNSxROWS: KEY...]" stands over each, the screen under it
# is indented. UPDATE=1 writes them anew; read the difference.
set -eu
srcdir=${srcdir:-.}
. "$srcdir/tests/tap.inc.sh"
. "$srcdir/tests/tui.inc.sh"

# The screen after the keys, as it stands in the file. Each key is sent when
# the screen has come to rest: two looks at it are the same.
rests()
{
	tui_screen >"$tmp/now"
	[ -s "$tmp/now" ] && cmp -s "$tmp/now" "$tmp/before" && return 0
	cp "$tmp/now" "$tmp/before"
	return 1
}

shoot() # LANGUAGE SIZE KEY...
{
	language=$1
	size=$2
	shift 2
	tui_start "$size" ./gongwen --lang="$language" --color=never
	soon tui_has 教职成司函
	for key; do
		rm -f "$tmp/before"
		soon rests
		tui_keys "$key"
	done
	rm -f "$tmp/before"
	soon rests
	tui kill-server
	sed -e 's/ *$//' -e 's/^./    &/' "$tmp/now"
}

# A file with its screens taken anew.
renew() # FILE
{
	skipping=false
	while IFS= read -r line; do
		case $line in
		'['*x*:*']')
			printf '%s\n\n' "$line"
			line=${line#[}
			line=${line%]}
			# shellcheck disable=SC2046,SC2086 # words are wanted
			set -- ${line%%:*} ${line#*: }
			shoot "$@"
			skipping=true
			;;
		'    '* | '')
			$skipping || printf '%s\n' "$line"
			;;
		*)
			! $skipping || echo
			skipping=false
			printf '%s\n' "$line"
			;;
		esac
	done <"$1"
}

plan 2
for file in README README.zh; do
	renew "$srcdir/$file" >"$tmp/$file"
	if [ "${UPDATE-}" = 1 ]; then
		cat "$tmp/$file" >"$srcdir/$file"
	fi
	check "$file shows the program as it is" cmp "$srcdir/$file" "$tmp/$file"
done
