#!/bin/sh
# no_write.sh - the browser holds no code that writes a database.
set -eu
srcdir=${srcdir:-.}
. "$srcdir/tests/tap.inc.sh"

writers()
{
	nm ./gongwen | grep -E ' [A-Za-z] (edition_write|import)_' || true
}

has_writers() # the same look at the importer must find some
{
	nm ./gongwen-import | grep -qE ' [A-Za-z] edition_write_'
}

# SQL that changes something, in any text that is compiled in.
statements()
{
	grep -aoE '(INSERT|UPDATE|DELETE|REPLACE|CREATE|DROP|ALTER|VACUUM) [A-Z]+ [a-z_]*' \
		./gongwen | sort -u | head -n 20 || true
}

plan 3
result 'no function of the writer or the importer is linked in' "$(writers)"
check 'the look would find them' has_writers
result 'no statement changes a database' "$(statements)"
