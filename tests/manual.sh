#!/bin/sh
# manual.sh - the manual says what the program says about itself.
set -eu
srcdir=${srcdir:-.}
. "$srcdir/tests/tap.inc.sh"

keys_made_anew()
{
	./gongwen --lang=en --help-keys >"$tmp/keys" &&
		awk -f "$srcdir/man/keys.awk" "$tmp/keys" \
			"$srcdir/man/gongwen.1" >"$tmp/new" &&
		cmp "$srcdir/man/gongwen.1" "$tmp/new"
}

helped() # PROGRAM: the options that its --help lists
{
	"./$1" --help | sed -n 's/^ .*--\([a-z-]*\).*/\1/p' | sort -u
}

described() # PROGRAM: those of its manual
{
	sed -n 's/^\.It .*Fl -\([a-z-]*\).*/\1/p' "$srcdir/man/$1.1" | sort -u
}

# What only one of the two has.
differing_options()
{
	for program in gongwen gongwen-import; do
		helped "$program" >"$tmp/helped"
		described "$program" >"$tmp/described"
		diff "$tmp/helped" "$tmp/described" | sed -n "s/^[<>]/$program:/p"
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

# The lists' own tables aside, as gongwen(5) says.
bare_columns()
{
	sed -n 's/^ *"  \([a-z_]* [A-Z].*\)\\n"$/\1/p' \
		"$srcdir/src/model/schema.c" >"$tmp/columns"
	[ -s "$tmp/columns" ] || echo 'no columns found'
	grep -v ' -- ' "$tmp/columns" || true
}

plan 4
check 'the keys are those of the table (make update-man)' keys_made_anew
result 'manuals and help have the same options' "$(differing_options)"
result 'the manuals have no mistakes for mandoc' "$(mistakes 2>&1)"
result 'every column of the schema has its comment' "$(bare_columns)"
