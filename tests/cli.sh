#!/bin/sh
# cli.sh - gongwen without a screen: options, exit status, messages, formats.
set -eu
srcdir=${srcdir:-.}
. "$srcdir/tests/tap.inc.sh"
. "$srcdir/tests/cli.inc.sh"

tab=$(printf '\t')
esc=$(printf '\033')

finds_nothing() # TEXT ARGUMENT...
{
	text=$1
	shift
	gives 1 "$@" && [ ! -s "$tmp/out" ] && grep -qF -e "$text" "$tmp/err"
}

prints() # TEXT ARGUMENT...: status 0, and a line is this text
{
	text=$1
	shift
	gives 0 "$@" && grep -qxF -e "$text" "$tmp/out" && return 0
	sed 's/^/# | /' "$tmp/out" "$tmp/err"
	return 1
}

lines() # COUNT ARGUMENT...
{
	wanted_lines=$1
	shift
	gives 0 "$@" && [ "$(wc -l <"$tmp/out")" -eq "$wanted_lines" ] && return 0
	echo "# $(wc -l <"$tmp/out") lines"
	return 1
}

widest() # FILE: columns of its widest line, Chinese characters taking two
{
	# The only narrow characters of three bytes in the notice are dashes.
	LC_ALL=C awk '
		{
			line = $0
			gsub(/—/, "-", line)
			wide = gsub(/[\340-\357][\200-\277][\200-\277]/, "", line)
			n = 2 * wide + length(line)
			if (n > max)
				max = n
		}
		END { print max + 0 }' "$1"
}

# ---- what the program says about itself ----

helps_in_chinese()
{
	gives 0 --help && grep -q '^用法：gongwen' "$tmp/out" &&
		grep -q -e '--search=QUERY .*输出符合的记录和段落' "$tmp/out"
}

helps_in_english()
{
	for locale in en_US.UTF-8 de_DE fr; do
		LC_ALL=$locale gives 0 --help && grep -q '^Usage: gongwen' "$tmp/out" ||
			return 1
	done
	gives 0 --lang=en --help && grep -q '^Usage: gongwen' "$tmp/out"
}

# Under ASCII, unknown and other Chinese locales the words are still Chinese.
speaks_without_locale()
{
	for locale in C POSIX zh_CN.UTF-8 zh_TW.UTF-8 zh; do
		LC_ALL=$locale gives 0 --help && grep -q '^用法：' "$tmp/out" || return 1
	done
	(
		unset LC_ALL
		gives 0 --help && grep -q '^用法：' "$tmp/out"
	)
}

tells_version()
{
	gives 0 --version && grep -qx 'gongwen [0-9.]*' "$tmp/out" &&
		gives 0 -V && gives 0 -h
}

lists_keys()
{
	gives 0 --help-keys --lang=en &&
		grep -q '^  quit  *q  *back' "$tmp/out"
}

# ---- selections ----

prints_all()
{
	gives 0 &&
		grep -q '^ *教职成司函〔2020〕33号$' "$tmp/out" &&
		grep -q '^-- 4-87 未收录 84 条 --$' "$tmp/out" &&
		grep -q '^附件2未收录：' "$tmp/out" &&
		[ "$(grep -c '职业教育集团  .*学院' "$tmp/out")" -eq 11 ]
}

keeps_the_width()
{
	for width in 20 41 56 80 81; do
		gives 0 --notice --width=$width || return 1
		wide=$(widest "$tmp/out")
		[ "$wide" -le "$width" ] && continue
		echo "# $wide columns at --width=$width"
		return 1
	done
}

# Without its line ends and indents, a notice is the same at all widths.
loses_nothing()
{
	for width in 20 41 56 80 300; do
		./gongwen --notice --width=$width | tr -d ' \n' >"$tmp/$width"
		cmp "$tmp/20" "$tmp/$width" || return 1
	done
}

takes_settings()
{
	GONGWEN_OPTIONS="--format=tsv --lang='en'" \
		prints "1${tab}联想职业教育集团${tab}联想（北京）有限公司${tab}北京${tab}企业" \
		--list
}

command_line_wins()
{
	GONGWEN_OPTIONS=--format=json \
		prints "序号${tab}集团名称${tab}牵头单位${tab}地区（推断）${tab}单位类型（推断）" \
		--list --format=tsv
}

counts() # NUMBER ARGUMENT...
{
	prints "$@" --count && [ "$(wc -l <"$tmp/out")" -eq 1 ]
}

# ---- what is not there ----

# Standard error is these lines.
remarks() # TEXT
{
	sed 's/^gongwen: //' "$tmp/err" >"$tmp/remarks"
	printf '%s\n' "$1" | cmp -s - "$tmp/remarks" && return 0
	sed 's/^/# | /' "$tmp/err"
	return 1
}

tells_a_miss()
{
	gives 1 --list --search=zzzz && [ ! -s "$tmp/out" ] &&
		remarks '未找到：zzzz；已查找 14 条记录；至少有 93 条记录未收录' &&
		gives 1 --notice=2 --search=zzzz &&
		remarks '未找到：zzzz；已查找 3 段' &&
		gives 1 --search=zzzz --count && [ "$(cat "$tmp/out")" = 0 ] &&
		grep -q '已查找 14 条记录、' "$tmp/err"
}

tells_what_sounds_near()
{
	near='未找到：hulan；所列为近音的内容'
	gives 1 --list --search=hulan &&
		gives 0 --list --near --search=hulan --format=tsv && remarks "$near" &&
		grep -q '^98.湖南工艺美术' "$tmp/out" &&
		[ "$(wc -l <"$tmp/out")" -eq 9 ] &&
		gives 0 --list --near --count --search=hulan && remarks "$near" &&
		[ "$(cat "$tmp/out")" = 8 ] &&
		gives 0 --list --near --search=hunan && [ ! -s "$tmp/err" ] &&
		gives 1 --list --near --search=zzzz &&
		grep -q '未找到：zzzz；已查找 14 条记录' "$tmp/err"
}

tells_headings()
{
	miss='；已查找 14 条记录；至少有 93 条记录未收录'
	known='：没有这个表头；现有表头：序号, 集团名称, 牵头单位, 地区, 单位类型'
	gives 1 --list --search=省份:hunan &&
		remarks "未找到：省份:hunan$miss
省份$known" &&
		gives 1 --list '--search=zzzz !省：x 地区:zzzz' &&
		remarks "未找到：zzzz !省：x 地区:zzzz$miss
省$known" &&
		gives 1 --list '--search=10:30 http://a.example' &&
		remarks "未找到：10:30 http://a.example$miss"
}

# Where the list itself has no place for gaps.
tells_gaps()
{
	line='附件1 第一批示范性职业教育集团（联盟）培育单位名单：收录 14 条，至少还有 93 条未收录'
	for arguments in '--list --count' '--list --format=csv' --format=tsv; do
		# shellcheck disable=SC2086
		gives 0 $arguments && remarks "$line" || return 1
	done
	for format in text markdown json html records; do
		gives 0 --list --format=$format && [ ! -s "$tmp/err" ] || return 1
	done
	gives 0 --list --search=hn --format=csv && [ ! -s "$tmp/err" ]
}

# A table that cannot be read is told, whatever is printed, and is trouble;
# the others are printed all the same.
tells_what_cannot_be_read()
{
	sqlite3 "$tmp/virtual.db" '
		CREATE TABLE t(a, b); INSERT INTO t VALUES (1, 2), (3, 4);
		CREATE VIRTUAL TABLE v USING fts5(x);'
	for arguments in --search=1 '--search=1 --count' '--list=t --search=1' \
		--format=text --format=tsv --format=csv --format=json --format=html; do
		wanted=2
		[ "${arguments#--list}" = "$arguments" ] || wanted=0
		# shellcheck disable=SC2086
		gives $wanted $arguments "$tmp/virtual.db" && [ -s "$tmp/out" ] &&
			[ "$(grep -c '^gongwen: v：虚拟表' "$tmp/err")" -eq \
				$((wanted / 2)) ] && continue
		echo "# $arguments"
		return 1
	done
	refuses 'v：虚拟表' --list=v "$tmp/virtual.db" &&
		refuses 'v：虚拟表' --list=v --count "$tmp/virtual.db" &&
		refuses 'v：虚拟表' --list=v --search=1 "$tmp/virtual.db"
}

# ---- formats ----

tsv_is_a_table()
{
	gives 0 --list --format=tsv && awk -F'\t' '
		NF != 5 { bad = 1 }
		END { exit bad || NR != 15 }' "$tmp/out"
}

csv_ends_lines_as_rfc_4180()
{
	gives 0 --list --format=csv &&
		[ "$(grep -c "$(printf '\r')\$" "$tmp/out")" -eq 15 ]
}

# SQLite's reader of JSON is a second opinion; it must find the value.
json() # EXPRESSION VALUE ARGUMENT...
{
	expression=$1
	value=$2
	shift 2
	gives 0 --format=json "$@" || return 1
	found=$(sqlite3 :memory: \
		"SELECT json_extract(CAST(readfile('$tmp/out') AS TEXT), '$expression')")
	[ "$found" = "$value" ] && return 0
	echo "# $expression is $found"
	return 1
}

json_needs_no_utf8()
{
	LC_ALL=C json '$.gaps[0][1]' 87 --list
}

markdown_is_a_table()
{
	prints '| ---: | --- | --- | --- | --- |' --list --format=markdown &&
		grep -qx '未收录：4-87, 89-97' "$tmp/out"
}

# ---- marks ----

marks_exactly()
{
	prints "98${tab}${esc}[01;31m湖南工艺美术${esc}[m职业教育集团${tab}${esc}[01;31m湖南工艺美术${esc}[m职业学院${tab}湖南${tab}高职院校" \
		--list --search=hngymsh --format=tsv --color=always
}

marks_nothing_unasked()
{
	gives 0 --search=hngymsh && ! grep -q "$esc" "$tmp/out" &&
		gives 0 --search=hngymsh --color=always --format=json &&
		! grep -q "$esc" "$tmp/out"
}

# Without the marks the output is the same.
marks_change_nothing()
{
	./gongwen --search=hn --color=always >"$tmp/marked" &&
		./gongwen --search=hn --color=never >"$tmp/plain" &&
		grep -q "$esc" "$tmp/marked" &&
		sed "s/$esc\[[0-9;]*m//g" "$tmp/marked" | cmp - "$tmp/plain"
}

# ---- hostile data and files ----

hostile_database()
{
	sqlite3 "$tmp/hostile.db" "
		CREATE TABLE t(id INTEGER, name TEXT, x);
		INSERT INTO t VALUES
			(1, 'a' || char(27) || ']0;t' || char(7) || 'b', NULL),
			(2, 'tab' || char(9) || 'lf' || char(10) || 'cr' || char(13), 1.5),
			(3, char(8238) || char(155) || char(8203) || 'z', x'ff00'),
			(4, CAST(x'61ff62' AS TEXT), 9e999),
			(5, 'a|b,\"c\"\\', '');"
}

controls() # FILE: bytes that could act on a terminal, and bad UTF-8
{
	LC_ALL=C grep -n "[$(printf '\001')-$(printf '\010\013')-$(printf '\037\177')]" \
		"$1" || true
	LC_ALL=C grep -n "$(printf '\342\200\256')\|$(printf '\302\233')" "$1" || true
	iconv -f UTF-8 -t UTF-8 "$1" >/dev/null || true
}

all_clean()
{
	for format in text tsv csv json markdown html records; do
		for select in --list --record=1 --record=3 --search=a --print; do
			run $select --format=$format "$tmp/hostile.db"
			[ "$status" -eq 0 ] || grep -q '只有说明' "$tmp/err" || return 1
			tr -d '\r' <"$tmp/out" >"$tmp/bare"
			bad=$(controls "$tmp/bare" 2>&1)
			[ -z "$bad" ] && continue
			echo "# $select --format=$format: $bad" | cat -v
			return 1
		done
	done
}

one_record_a_line()
{
	gives 2 --list --format=tsv "$tmp/hostile.db" && awk -F'\t' '
		NF != 3 { bad = 1 }
		END { exit bad || NR != 6 }' "$tmp/out"
}

damage_is_not_passed_on()
{
	cp "$bundled" "$tmp/damaged.db"
	chmod u+w "$tmp/damaged.db"
	at=$(grep -abo '联想（北京）' "$tmp/damaged.db" | head -n 1 | cut -d: -f1)
	printf '\345' | dd of="$tmp/damaged.db" bs=1 seek="$at" conv=notrunc 2>/dev/null
	gives 0 --verify && refuses '已损坏' --list "$tmp/damaged.db" &&
		refuses '已损坏' --verify "$tmp/damaged.db"
}

# ---- encodings ----

# What is printed under a locale, in its encoding and in UTF-8.
speaks() # LOCALE LOCPATH
{
	hunan=$(printf '\272\376\304\317') # in GBK
	(
		LC_ALL=$1
		LOCPATH=$2
		export LC_ALL LOCPATH
		gives 0 --list && iconv -f GB18030 -t UTF-8 "$tmp/out" >"$tmp/gb" &&
			gives 0 --list --count "--search=$hunan" && grep -qx 8 "$tmp/out" &&
			gives 1 "--list=$hunan" &&
			iconv -f GB18030 -t UTF-8 "$tmp/err" | grep -q '没有附件 湖南' &&
			gives 0 --list --count --encoding=UTF-8 --search=湖南 &&
			gives 0 --record=1 --format=json && ! grep -q 联想 "$tmp/out"
	) || return 1
	gives 0 --list && cmp "$tmp/gb" "$tmp/out"
}

other_encoding()
{
	speaks zh_CN.GB18030 "$PWD/tests/locale"
}

# What the locale is called says enough.
encoding_without_locale()
{
	speaks zh_CN.GB18030 "$tmp/nowhere" && speaks zh_CN.GBK "$tmp/nowhere"
}

chosen_encoding()
{
	hunan=$(printf '\272\376\304\317')
	gives 0 --list --count "--search=$hunan" --encoding=GBK &&
		gives 0 --list --count --encoding gb18030 --search "$hunan" &&
		GONGWEN_OPTIONS=--encoding=GBK gives 0 --list "--search=$hunan" &&
		iconv -f GBK -t UTF-8 "$tmp/out" | grep -q 湖南 &&
		GONGWEN_OPTIONS=--encoding=GBK \
			gives 0 --list --encoding=UTF-8 --search=湖南 || return 1
	cp "$bundled" "$tmp/$hunan"
	gives 0 --list --count "$tmp/$hunan" &&
		gives 0 --list --count "$tmp/$hunan" --encoding=GBK
}

# Looking for what is no text would find nothing.
no_text_is_refused()
{
	refuses '不是 UTF-8 编码；请用 --encoding 指明编码' \
		"--search=$(printf '\272\376')" &&
		refuses '本系统没有这种文字编码' --encoding=UTF-16 &&
		refuses '本系统没有这种文字编码' --encoding=GBK//IGNORE
}

bom_is_for_csv()
{
	gives 0 --list --format=csv --bom &&
		[ "$(head -c 3 "$tmp/out" | od -An -tx1)" = ' ef bb bf' ] &&
		tail -c +4 "$tmp/out" >"$tmp/bare" && gives 0 --list --format=csv &&
		cmp "$tmp/bare" "$tmp/out" &&
		refuses '--bom' --list --bom &&
		refuses '--bom' --list --format=csv --bom --encoding=GBK &&
		refuses '--bom' --list --format=json --bom
}

bundled=data/gongwen.db
hostile_database

plan 48
check 'help is Chinese by default' helps_in_chinese
check 'help is English for who speaks another language' helps_in_english
check 'Chinese words need no Chinese locale' speaks_without_locale
check 'the version is told' tells_version
check 'the keys are listed' lists_keys

check 'a notice is printed with all that belongs to it' prints_all
check 'lines keep the width' keeps_the_width
check 'no width loses a character' loses_nothing
check 'a notice of the library is chosen by number' \
	prints '湖南工艺美术职业教育集团入选示范性职业教育集团培育单位' \
	--notice=2 --width=300 --search=入选
check 'a notice that is not there is not found' \
	finds_nothing '没有第 99 份通知' --notice=99
check 'a list is chosen by the number of its annex' lines 15 --list=1 --format=tsv
check 'a form that is not held is named' finds_nothing '附件2未收录' --list=2
check 'an unknown annex is named' finds_nothing '9' --list=9
check 'a record is found by the number of the source' \
	prints '集团名称          湖南工艺美术职业教育集团' --record=98
check 'a gap is told apart from no record' finds_nothing '4-87' --record=50
check 'a number beyond the list is not found' finds_nothing '500' --record=500
check 'settings come from the environment' takes_settings
check 'the command line wins over the environment' command_line_wins

check 'a search by initials finds the record' \
	lines 2 --list --search=hngymsh --format=tsv
check 'a search in one column counts its rows' \
	counts 8 --list --search=地区:hunan
check 'records and paragraphs are counted together' counts 3 --search=hngymsh
check 'a list is counted' counts 14 --list
check 'nothing found says what was searched and what is missing' tells_a_miss
check 'an unknown heading is named, with those there are' tells_headings
check 'what a list lacks is told where it has no place for it' tells_gaps
check 'a table that cannot be read is told and is trouble' \
	tells_what_cannot_be_read
check 'what sounds near is printed on request, and said to be that' \
	tells_what_sounds_near
check 'nothing found is counted as 0' gives 1 --search=zzzzzz --count
check 'what only a list understands is searched for in it' \
	gives 1 "--search=序号:='1"

check 'tsv is one record a line' tsv_is_a_table
check 'csv ends its lines as RFC 4180 has it' csv_ends_lines_as_rfc_4180
check 'json holds the record by its headings' \
	json '$."集团名称"' 珠海市职教集团 --record=106
check 'json numbers are numbers' json '$.records[4]."序号"' 98 --list
check 'json holds notice and lists' \
	json '$.notice.doc_number' 教职成司函〔2020〕33号
check 'json of a search holds its paragraphs' \
	json '$.paragraphs[0].notice' 2 --search=hngymsh
check 'json is whole in an ASCII locale' json_needs_no_utf8
check 'markdown is a table, and tells the gaps' markdown_is_a_table

check 'exactly the matched characters are marked' marks_exactly
check 'nothing is marked unasked, or in json' marks_nothing_unasked
check 'marks change nothing else' marks_change_nothing

check 'no control character of the data gets out' all_clean
check 'a cell with line ends stays in its line' one_record_a_line
check 'a damaged edition is not passed on' damage_is_not_passed_on

check 'another encoding of the locale is honoured, in arguments too' \
	other_encoding
check 'so it is where the server lacks the locale' encoding_without_locale
check 'an encoding is chosen by its name' chosen_encoding
check 'an argument that is no text is refused' no_text_is_refused
check 'csv begins with a mark where that is wanted' bom_is_for_csv
