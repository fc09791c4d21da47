#!/bin/sh
# no_write.sh - the browser holds no code that writes a database.
set -eu
srcdir=${srcdir:-.}
. "$srcdir/tests/tap.inc.sh"

functions() # FILE: names of the functions that it defines
{
	nm --defined-only "$1" | awk '$2 == "T" { print $3 }' | sort -u
}

# Whatever the importer is made of, the writer among it.
shared()
{
	functions libimport.a >"$tmp/import"
	functions ./gongwen >"$tmp/browser"
	comm -12 "$tmp/import" "$tmp/browser"
}

knows_the_writer()
{
	grep -q '^edition_writer_finish$' "$tmp/import" &&
		grep -q '^edition_open$' "$tmp/browser"
}

# SQL that changes something, in any text that is compiled in.
statements()
{
	grep -aoE '(INSERT|UPDATE|DELETE|REPLACE|CREATE|DROP|ALTER|VACUUM) [A-Z]+ [a-z_]*' \
		./gongwen | sort -u | head -n 20 || true
}

plan 3
result 'no function of the importer is linked in' "$(shared)"
check 'the look would find them' knows_the_writer
result 'no statement changes a database' "$(statements)"
