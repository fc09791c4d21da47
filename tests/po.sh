#!/bin/sh
# po.sh - the Chinese catalogue says every message of the sources, and nothing
# else.
set -eu
srcdir=${srcdir:-.}
. "$srcdir/tests/tap.inc.sh"
po=$srcdir/po/zh_CN.po

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

plan 6
check 'messages are found' \
	sh "$srcdir/po/update.sh" "$srcdir" "$tmp/new.po"
result 'every message is translated' "$(entries --untranslated)"
result 'no translation is a guess' "$(entries --only-fuzzy)"
result 'no translation is without its message' "$(stale)"
result 'translations use no ambiguous characters' "$(ambiguous)"
check 'the file is as make update-po leaves it' cmp "$po" "$tmp/new.po"
