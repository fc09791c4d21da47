#!/bin/sh
# random.sh - a few random sessions in the browser; .ci/run takes 2,000 with the
# sanitizers, make check-random more.
set -eu
. "${srcdir:-.}/tests/tap.inc.sh"

sessions()
{
	./tests/random_keys --runs 60 >"$tmp/log" 2>&1 && return 0
	sed 's/^/# /' "$tmp/log"
	return 1
}

plan 1
check 'no keys end it, and every count that is final is true' sessions
