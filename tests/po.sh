#!/bin/sh
# po.sh - each catalogue says every message of the sources, and nothing else.
set -eu
srcdir=${srcdir:-.}
. "$srcdir/tests/tap.inc.sh"

entries() # msgattrib options...
{
	msgattrib --no-wrap "$@" "$tmp/new.po" | grep '^msgid "[^"]' || true
}

stale()
{
	grep '^#~ msgid' "$tmp/new.po" || true
}

# Frame and columns are measured before the terminal has said how wide it
# draws ambiguous characters.
ambiguous()
{
	# shellcheck disable=SC1112
	grep -nE '·|…|—|–|“|”|‘|’|×|①|│|─' "$po" | grep 'msg\|^[0-9]*:"' || true
}

check_po() # FILE, below $srcdir
{
	po=$srcdir/$1
	name=${1#po/}
	name=${name%.po}
	check "$name: messages are found" \
		sh "$srcdir/po/update.sh" "$srcdir" "$tmp/new.po" "$1"
	result "$name: every message is translated" "$(entries --untranslated)"
	result "$name: no translation is a guess" "$(entries --only-fuzzy)"
	result "$name: no translation is without its message" "$(stale)"
	result "$name: translations use no ambiguous characters" "$(ambiguous)"
	check "$name: the file is as make update-po leaves it" \
		cmp "$po" "$tmp/new.po"
}

files=$(cd "$srcdir" && echo po/*.po)
# shellcheck disable=SC2086
set -- $files
plan $((6 * $#))
for file; do
	check_po "$file"
done
