#!/bin/sh
# update.sh SRCDIR OUT [PO]: write to OUT what PO (po/zh_CN.po) in SRCDIR must
# look like for the sources there: every message once, in a fixed order, without
# line numbers (they would change with every edit).
set -eu
src=$1
out=$2
po=${3:-po/zh_CN.po}
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
	--add-location=file --output-file="$new" "$src/$po" "$pot"
cat "$new" >"$out"
