#!/bin/sh
# manual.sh - the manual says what the program says about itself.
set -eu
srcdir=${srcdir:-.}
. "$srcdir/tests/tap.inc.sh"
man=$srcdir/man/gongwen.1

keys_made_anew()
{
	./gongwen --lang=en --help-keys >"$tmp/keys" &&
		awk -f "$srcdir/man/keys.awk" "$tmp/keys" "$man" >"$tmp/new" &&
		cmp "$man" "$tmp/new"
}

# Options of --help that the manual does not list.
undescribed()
{
	./gongwen --help | grep -o -e '--[a-z-]*' | sort -u | sed 's/^--//' |
		while read -r option; do
			grep -q "^\.It .*Fl -$option\( \|\$\)" "$man" ||
				echo "$option"
		done
}

# Options of the manual that --help does not list.
invented()
{
	./gongwen --help >"$tmp/help"
	sed -n 's/^\.It .*Fl -\([a-z-]*\).*/\1/p' "$man" |
		while read -r option; do
			grep -q -e "--$option" "$tmp/help" || echo "$option"
		done
}

# Manuals that this host has no index of are not our mistakes.
mistakes()
{
	for page in "$srcdir"/man/*.[1-9]; do
		mandoc -Tlint -W style "$page" 2>&1 |
			grep -v 'referenced manual not found\|mandoc.db' || true
	done
}

plan 4
check 'the keys are those of the table (make update-man)' keys_made_anew
result 'every option is described' "$(undescribed)"
result 'every option that is described exists' "$(invented)"
result 'the manuals have no mistakes for mandoc' "$(mistakes 2>&1)"
