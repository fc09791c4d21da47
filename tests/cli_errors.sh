#!/bin/sh
# cli_errors.sh - what gongwen says when it cannot do what it was told: one
# line that names the thing and says what to do, and status 2.
set -eu
srcdir=${srcdir:-.}
. "$srcdir/tests/tap.inc.sh"
. "$srcdir/tests/cli.inc.sh"
LANGUAGE=en
export LANGUAGE

bundled=$PWD/data/gongwen.db
esc=$(printf '\033')

# The message of the line to come is exactly this one.
says() # MESSAGE ARGUMENT...
{
	message=$1
	shift
	refuses "$message" "$@" || return 1
	[ "$(cat "$tmp/err")" = "gongwen: $message" ] && return 0
	sed 's/^/# | /' "$tmp/err"
	return 1
}

# Each line of the table is a message and the arguments, told apart by " <- ".
table() # reads standard input
{
	bad=0
	while IFS= read -r line; do
		# The arguments are words.
		# shellcheck disable=SC2086
		says "${line%% <- *}" ${line##* <- } || {
			echo "# wanted: $line"
			bad=1
		}
	done
	return $bad
}

# The same of a file in $tmp, which the messages begin with.
files()
{
	while IFS= read -r line; do
		echo "$tmp/$line" | sed "s|TMP|$tmp|g"
	done | table
}

# ---- options ----

options()
{
	table <<-'EOT'
		--nix: no such option; gongwen --help lists them <- --nix
		-x: no such option; gongwen --help lists them <- -xV
		--l: may mean several options; write it in full <- --l
		--co=x: may mean several options; write it in full <- --co=x
		--width: needs an argument <- --width
		--search: needs an argument <- --search
		--list=: needs an argument <- --list=
		--verify: takes no argument <- --verify=x
		b: only one database can be opened <- a b c
	EOT
}

values()
{
	table <<-'EOT'
		--width=0: must be a number from 2 to 10000 <- --width=0
		--width=1: must be a number from 2 to 10000 <- --width=1
		--width=-5: must be a number from 2 to 10000 <- --width=-5
		--width=abc: must be a number from 2 to 10000 <- --width=abc
		--width=8x: must be a number from 2 to 10000 <- --width=8x
		--width=: must be a number from 2 to 10000 <- --width=
		--width=99999999999999999999: must be a number from 2 to 10000 <- --width=99999999999999999999
		--record=x: must be a number, at least 0 <- --record=x
		--record=-1: must be a number, at least 0 <- --record=-1
		--notice=0: must be a number, at least 1 <- --notice=0
		--notice=x: must be a number, at least 1 <- --notice=x
		--format=xml: must be one of text, tsv, csv, json, markdown, html, records <- --format=xml
		--format=: must be one of text, tsv, csv, json, markdown, html, records <- --format=
		--ambiguous=3: must be one of auto, 1, 2 <- --ambiguous=3
		--color=maybe: must be one of auto, always, never <- --color=maybe
		--hyperlinks=x: must be one of auto, always, never <- --hyperlinks=x
		--lang=fr: must be one of en, zh_CN <- --lang=fr
		!: nothing to search for stands behind the sign <- --search=!
	EOT
}

selections()
{
	table <<-'EOT'
		--search: not together with --record <- --search=x --record=1
		--notice: not together with --list or --record <- --notice --list
		--notice: not together with --list or --record <- --notice --record=1
		--count: not together with --record <- --count --record=1 --list
		--count: needs --search or --list <- --count
		--count: needs --search or --list <- --count --notice
		--verify: not together with what prints <- --verify --list
	EOT
}

# What is only not there is status 1, and the line says what is.
not_there()
{
	gives 1 --list=9 && grep -qx \
		'gongwen: There is no annex 9; the lists here are: 1' "$tmp/err" &&
		gives 1 --notice=99 && grep -qx \
		'gongwen: There is no notice 99; the last is 2' "$tmp/err" &&
		gives 1 --notice=99999999999999999999 &&
		gives 1 --record=99999999999999999999
}

# A wrong setting is said to come from there.
environment()
{
	bad=0
	while IFS= read -r line; do
		GONGWEN_OPTIONS=${line##* <- } \
			says "GONGWEN_OPTIONS: ${line%% <- *}" --list || bad=1
	done <<-'EOT'
		garbage: not an option <- garbage
		--nix: no such option; gongwen --help lists them <- --nix
		-x: no such option; gongwen --help lists them <- -x
		--width=0: must be a number from 2 to 10000 <- --width=0
		--width: needs an argument <- --width
		--list: not a setting <- --list
		--print: not a setting <- --lang=en --print
		a quote is not closed <- '--lang=en
		a quote is not closed <- "
	EOT
	return $bad
}

# By the rule for the program's words: --lang, then the environment, then
# Chinese; even of a line about the options themselves.
language()
{
	says '--width=0: must be a number from 2 to 10000' --width=0 || return 1
	(
		unset LANGUAGE
		says '--width=0：必须是 2 至 10000 的数' --width=0 &&
			LANG=zh_TW.UTF-8 says '--width=0：必须是 2 至 10000 的数' --width=0 &&
			says '--width=0: must be a number from 2 to 10000' \
				--lang=en --width=0
	)
}

# ---- files ----

make_files()
{
	mkdir "$tmp/folder"
	: >"$tmp/empty"
	head -c 50 "$bundled" >"$tmp/start"
	head -c 20000 "$bundled" >"$tmp/half"
	cp "$srcdir/tests/cli.sh" "$tmp/script"
	mkfifo "$tmp/pipe"
	ln -s nowhere "$tmp/dangling"
	ln -s loop "$tmp/loop"
	for name in newer older waiting broken; do
		cp "$bundled" "$tmp/$name"
		chmod u+w "$tmp/$name"
	done
	sqlite3 "$tmp/newer" 'PRAGMA user_version=99'
	sqlite3 "$tmp/older" 'PRAGMA user_version=0'
	echo x >"$tmp/waiting-wal"
	printf '\331\325\005\371\040\241\143\327' >"$tmp/broken-journal"
	truncate -s 300G "$tmp/sparse"
	cp "$bundled" "$tmp/large"
	chmod u+w "$tmp/large"
	truncate -s 300G "$tmp/large"
	sqlite3 "$tmp/bare" 'CREATE TABLE t(a); DROP TABLE t'
}

no_database()
{
	files <<-'EOT'
		none: there is no such file <- TMP/none
		none/x: there is no such file <- TMP/none/x
		empty/x: there is no such file <- TMP/empty/x
		dangling: there is no such file <- TMP/dangling
		loop: a symbolic link that leads nowhere <- TMP/loop
		folder: a directory; name a database file in it <- TMP/folder
		pipe: a pipe; a database must be a plain file <- TMP/pipe
		empty: empty; it holds no database <- TMP/empty
		sparse: not an SQLite database; gongwen-import makes one from a page or a table <- TMP/sparse
		bare: a database without any table <- TMP/bare
	EOT
}

# The command that the message names, in place of DO.
kinds_of_files()
{
	mkdir "$tmp/kinds" || return 1
	cd "$tmp/kinds" || return 1
	printf '甲市教育局\n关于开学的通知\n' >page.txt
	cp page.txt page
	printf '<!-- a -->\n<HTML><body>x' >page.HTM
	cp page.HTM web.txt
	printf '序号,名称\n1,甲\n' >list.csv
	printf 'PK\003\004\024\0_rels/.rels word/document.xml' >page.docx
	cp page.docx wrongly.pdf
	printf 'PK\003\004\024\0xl/workbook.xml' >list.xlsx
	printf 'PK\003\004\024\0page.txt' >x.zip
	printf '%%PDF-1.4\n\0' >page.pdf
	printf '\320\317\021\340\241\261\032\341 \0' >old.doc
	cp old.doc old.xls
	printf 'MIME-Version: 1.0\nContent-Type: multipart/related; x\n' >a.mht
	printf '\377\376a\0' >utf16.txt
	cp page.txt 'a b.txt'
	cp page.txt "it's.txt"
	cp page.txt ./-x.txt
	cp page.txt taken.txt
	: >taken.db
	cd "$OLDPWD" || return 1
	bad=0
	while IFS='|' read -r file kind command; do
		command=$(echo "$command" | sed "s|DO|gongwen-import -o|")
		(
			program=$PWD/gongwen
			cd "$tmp/kinds" || exit 1
			"$program" "$file" >"$tmp/out" 2>"$tmp/err" && exit 1
			echo "gongwen: $file: $kind, not a database; $command" |
				cmp -s - "$tmp/err" && exit 0
			echo "# $file"
			cat "$tmp/err"
			exit 1
		) || bad=1
	done <<-'EOT'
		page.txt|a text|DO page.db page.txt makes one
		page|a text|DO page.db page makes one
		page.HTM|a web page|DO page.db page.HTM makes one
		web.txt|a web page|DO web.db web.txt makes one
		list.csv|a table|DO list.db list.csv makes one
		page.docx|a Word document|DO page.db page.docx makes one
		wrongly.pdf|a Word document|DO wrongly.db wrongly.pdf makes one
		list.xlsx|an Excel workbook|DO list.db list.xlsx makes one
		old.xls|an old Excel workbook|DO old.db old.xls makes one
		a.mht|a web page in one file|DO a.db a.mht makes one
		utf16.txt|a text|DO utf16.db utf16.txt makes one
		x.zip|an archive|DO x.db x.zip says how to convert it
		page.pdf|a PDF file|DO page.db page.pdf says how to convert it
		old.doc|an old Word document|DO old.db old.doc says how to convert it
		a b.txt|a text|DO 'a b.db' 'a b.txt' makes one
		it's.txt|a text|DO 'it'\''s.db' 'it'\''s.txt' makes one
		./-x.txt|a text|DO ./-x.db ./-x.txt makes one
		taken.txt|a text|DO taken.txt.db taken.txt makes one
	EOT
	return $bad
}

# A long name, or one in another encoding, does not spoil the command.
names_stay_whole()
{
	long=$(printf '关于印发某省职业教育改革实施方案的通知%.0s' 1 2 3 4)
	cp "$tmp/kinds/page.txt" "$tmp/kinds/$long.txt"
	refuses "gongwen-import -o $tmp/kinds/$long.db $tmp/kinds/$long.txt makes" \
		"$tmp/kinds/$long.txt" || return 1
	hunan=$(printf '\272\376\304\317') # in GBK
	cp "$tmp/kinds/page.txt" "$tmp/kinds/$hunan.txt"
	run --encoding=GBK "$tmp/kinds/$hunan.txt"
	iconv -f GBK -t UTF-8 "$tmp/err" | grep -qF "/湖南.db $tmp/kinds/湖南.txt makes" ||
		return 1
	run --encoding=GBK "$tmp/$hunan"
	iconv -f GBK -t UTF-8 "$tmp/err" | grep -qF "/湖南: there is no such file"
}

# It does what it says.
named_command_works()
{
	(
		PATH=$PWD:$PATH
		cd "$tmp/kinds" || exit 1
		gongwen 'a b.txt' 2>"$tmp/err" && exit 1
		eval "$(sed 's/.*; \(gongwen-import.*\) makes one$/\1/' "$tmp/err")" \
			>"$tmp/out" 2>&1
		gongwen 'a b.db' | grep -q 关于开学的通知
	)
}

devices()
{
	table <<-'EOT'
		/dev/zero: a device; a database must be a plain file <- /dev/zero
		/dev/null: a device; a database must be a plain file <- /dev/null
		-: there is no such file <- -
	EOT
	says 'the name of the database is empty' ''
}

other_database()
{
	files <<-'EOT'
		start: cut short (50 bytes); get the file again <- TMP/start
		newer: format 99, but this program knows format 2; install a newer gongwen <- TMP/newer
		older: format 0 is none of gongwen's; make the file again with gongwen-import <- TMP/older
		waiting: changes wait in TMP/waiting-wal; close the program that writes it, or open it once with sqlite3, then again here <- TMP/waiting
		broken: a change was broken off or is being written (TMP/broken-journal); open it once with the program that writes it, then again here <- TMP/broken
	EOT
	refuses "$tmp/half: cut short (20000 of " "$tmp/half"
}

# Nothing reads such a file through.
very_large()
{
	gives 0 --count --list "$tmp/large"
}

# Root may read everything, so another user looks; the program is copied as
# that user may not reach this folder.
unreadable()
{
	program=./gongwen
	if [ "$(id -u)" -eq 0 ]; then
		mkdir "$tmp/for_all"
		cp ./gongwen "$tmp/for_all/gongwen"
		chmod 711 "$tmp"
		program="setpriv --reuid=65534 --regid=65534 --clear-groups
			$tmp/for_all/gongwen"
	fi
	cp "$bundled" "$tmp/secret"
	chmod 0 "$tmp/secret"
	status=0
	$program "$tmp/secret" >"$tmp/out" 2>"$tmp/err" </dev/null || status=$?
	chmod 700 "$tmp"
	[ $status -eq 2 ] && [ "$(cat "$tmp/err")" = \
		"gongwen: $tmp/secret: you may not read it; ask whoever keeps it" ]
}

# A page whose first bytes are damaged, or one somewhere: never another text.
damaged()
{
	for at in 18 100 108 4096 8200 20480; do
		cp "$bundled" "$tmp/damaged"
		chmod u+w "$tmp/damaged"
		printf '\377\377\377\377' |
			dd of="$tmp/damaged" bs=1 seek=$at conv=notrunc 2>/dev/null
		run --print "$tmp/damaged"
		[ "$status" -eq 2 ] && [ "$(wc -l <"$tmp/err")" -eq 1 ] &&
			grep -qF "gongwen: $tmp/damaged: " "$tmp/err" && continue
		[ "$status" -eq 0 ] &&
			[ "$(cat "$tmp/out")" = "$(./gongwen --print)" ] && continue
		echo "# status $status with byte $at changed"
		sed 's/^/# | /' "$tmp/err"
		return 1
	done
}

# ---- names ----

odd_names()
{
	for name in 'a?b' 'a#b' 'a%41b' 'a&b=c' 'a b' "a'b" 'a"b' '通知' '-x' \
		"$(printf 'a\nb')" "$(printf 'a\377b')" 'file:x' '?mode=rwc'; do
		cp "$bundled" "$tmp/$name"
		gives 0 --count --list "$tmp/$name" && continue
		echo "# named $name"
		return 1
	done
}

clean_names()
{
	printf 'not a database' >"$tmp/$(printf 'a\033[31m\nb')"
	refuses 'a^[[31m^Jb: a text, not a database' "$tmp/$(printf 'a\033[31m\nb')" &&
		! grep -q "$esc" "$tmp/err" || return 1
	refuses 'no such option' "$(printf -- '--\033]0;x\007')" &&
		! grep -q "$esc" "$tmp/err" || return 1
	GONGWEN_OPTIONS=$(printf '\033[31m') refuses 'GONGWEN_OPTIONS' --list &&
		! grep -q "$esc" "$tmp/err" || return 1
	cp "$bundled" "$tmp/$(printf 'c\033[31md')"
	gives 0 --verify "$tmp/$(printf 'c\033[31md')" &&
		grep -qF 'c^[[31md' "$tmp/out" && ! grep -q "$esc" "$tmp/out"
}

long_name()
{
	name=$(printf 'a%.0s' $(seq 300))
	says "$name: the name is too long" "$name"
}

# ---- what it writes to ----

output_fails() # ARGUMENT...; standard output is a full disk, or none
{
	for to in full closed; do
		status=0
		if [ $to = full ]; then
			./gongwen "$@" >/dev/full 2>"$tmp/err" || status=$?
		else
			./gongwen "$@" >&- 2>"$tmp/err" || status=$?
		fi
		[ $status -eq 2 ] && ! grep -qv '^gongwen: ' "$tmp/err" &&
			[ "$(grep -c '^gongwen: standard output: ' "$tmp/err")" -eq 1 ] &&
			continue
		echo "# $to: status $status"
		return 1
	done
}

all_outputs_fail()
{
	for what in --print --list --count\ --list --record=98 --search=hn \
		--verify --help --help-keys --version '--list --format=json'; do
		# shellcheck disable=SC2086
		output_fails $what && continue
		echo "# $what"
		return 1
	done
}

# Nor can it hang or crash where it can say nothing at all.
nothing_open()
{
	status=0
	./gongwen --list <&- >&- 2>&- || status=$?
	[ $status -eq 2 ] || return 1
	status=0
	./gongwen "$tmp/none" 2>/dev/full || status=$?
	[ $status -eq 2 ] || return 1
	./gongwen --count --list <&- >"$tmp/out" && grep -qx 14 "$tmp/out"
}

# A reader that stops early is no accident: no word about it.
reader_leaves()
{
	./gongwen --list 2>"$tmp/err" | head -n 1 >/dev/null
	[ ! -s "$tmp/err" ]
}

# Where SIGPIPE is ignored, writing fails and is named.
pipe_is_broken()
{
	: >"$tmp/err"
	(
		trap '' PIPE
		status=0
		while [ $status -eq 0 ]; do
			./gongwen --list 2>"$tmp/err" || status=$?
		done
		echo $status >"$tmp/status"
	) | true
	[ "$(cat "$tmp/status")" -eq 2 ] &&
		grep -q '^gongwen: standard output: ' "$tmp/err"
}

make_files

plan 22
check 'an option that cannot be understood is named' options
check 'a wrong value is named, with the right ones' values
check 'selections that do not go together are named' selections
check 'what is not there is told apart, with what is' not_there
check 'a wrong setting is said to come from the environment' environment
check 'errors are in the language of the program' language
check 'what is no database is named for what it is' no_database
check 'a document names the command that makes a database of it' \
	kinds_of_files
check 'and names files whole, in any encoding' names_stay_whole
check 'which does so' named_command_works
check 'nor are devices, standard input and no name' devices
check 'a database that cannot be used says what to do' other_database
check 'the size of a file costs nothing' very_large
check 'a file that may not be read is named' unreadable
check 'a damaged file never prints another text' damaged
check 'any character may stand in a name' odd_names
check 'control characters of names and options are not sent' clean_names
check 'a name that is too long is told' long_name
check 'an output that fails is trouble for whatever prints' all_outputs_fail
check 'without any open file it still ends' nothing_open
check 'a reader that leaves is no trouble' reader_leaves
check 'a broken pipe that is not deadly is trouble' pipe_is_broken
