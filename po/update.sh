#!/bin/sh
# update.sh SRCDIR OUT: write to OUT what po/zh_CN.po must look like for the
# sources in SRCDIR: every message once, in a fixed order, without line numbers
# (they would change with every edit).
set -eu
src=$1
out=$2
pot=$(mktemp)
new=$(mktemp)
trap 'rm -f "$pot" "$new"' EXIT
(
	cd "$src"
	find src -name '*.c' | LC_ALL=C sort |
		xargs "${XGETTEXT:-xgettext}" --from-code=UTF-8 --keyword \
			--keyword=_ --keyword=N_ --keyword=i18n_plural:1,2 \
			--language=C --add-location=file --sort-output \
			--no-wrap --omit-header --output=-
) >"$pot"
"${MSGMERGE:-msgmerge}" --quiet --no-wrap --sort-output --no-fuzzy-matching \
	--add-location=file --output-file="$new" "$src/po/zh_CN.po" "$pot"
cat "$new" >"$out"
