#!/bin/sh
# cli_formats.sh - whatever a database holds, what is printed is well formed:
# second opinions are SQLite's readers of JSON and CSV.
set -eu
srcdir=${srcdir:-.}
. "$srcdir/tests/tap.inc.sh"
. "$srcdir/tests/cli.inc.sh"
LANGUAGE=en
export LANGUAGE

tab=$(printf '\t')
bundled=data/gongwen.db

make_odd()
{
	sqlite3 "$tmp/odd.db" <<-'EOT'
		CREATE TABLE "odd ""name""|`x` <b>*"("col|1" TEXT, "a,b" TEXT,
			"tab	col", "new
		line", "" TEXT, "<i>*_`" TEXT, n INTEGER);
		INSERT INTO "odd ""name""|`x` <b>*" VALUES
			('p|q', 'x,y"z', NULL, x'00ff10', '', '<b>*b*`c`</b>', 1),
			('nul' || char(0) || 'after', 'a' || char(10) || 'b' ||
				char(13, 10) || 'c', 't' || char(9) || 't',
				CAST(x'c328' AS TEXT), '  lead', '# head', -5),
			('- item', '1. one', '> q', '\back\|', '![i](u)', '[a](x)', 1e300),
			('=cmd()', '"', '""', '''', '中文，宽', 'é', 9223372036854775807),
			(9e999, -9e999, 3.0, 0.1, 1, 2, 'text');
		CREATE TABLE none(a, b);
		CREATE VIEW v AS SELECT n, "col|1" AS c FROM "odd ""name""|`x` <b>*";
		CREATE TABLE keyed(k TEXT PRIMARY KEY, v) WITHOUT ROWID;
		INSERT INTO keyed VALUES ('k1', 1), ('k2', 2);
	EOT
	printf '序号\t名称\n1\t甲\n3\t乙|丙\n' >"$tmp/lone.tsv"
	./gongwen-import -o "$tmp/lone.db" "$tmp/lone.tsv"
}

# Print each selection of each database in a format and look at the result;
# "text" goes first and says what the others' status must be.
everywhere() # FORMAT COMMAND...
{
	format=$1
	shift
	n=0
	for database in "$bundled" "$tmp/odd.db" "$tmp/lone.db"; do
		for select in --print --notice=2 --list --list=none --list=v \
			--record=1 --record=50 --search=1 --search=湖南 \
			'--search=1 --list=v' --search=zzzz '--count --list'; do
			n=$((n + 1))
			# shellcheck disable=SC2086
			run $select --color=always --format="$format" "$database"
			same_status && "$@" && continue
			echo "# $select $database: status $status"
			return 1
		done
	done
}

# What is binary is only described, which is trouble where programs read.
same_status()
{
	if grep -q 'only described' "$tmp/err"; then
		case $format in
		json | csv | tsv) [ "$status" -eq 2 ] && status=0 ;;
		esac
	fi
	[ "$status" -le 1 ] && ! grep -qv '^gongwen: ' "$tmp/err" || return 1
	[ "$format" = text ] && echo "$status" >"$tmp/status.$n"
	[ "$status" = "$(cat "$tmp/status.$n")" ]
}

is_json()
{
	[ ! -s "$tmp/out" ] || [ "$(sqlite3 :memory: \
		"SELECT json_valid(CAST(readfile('$tmp/out') AS TEXT))")" = 1 ]
}

# Tables stand apart by an empty line; in each all lines have as many cells.
is_tsv()
{
	awk -F'\t' '
		NF == 0 { cells = 0; next }
		cells && NF != cells { bad = 1 }
		{ cells = NF }
		END { exit bad }' "$tmp/out"
}

# A record ends where no quote is open.
ends_as_csv()
{
	awk '
		{ record = record $0 "\n" }
		gsub(/"/, "\"", record) % 2 == 0 {
			if (record !~ /\r\n$/)
				bad = 1
			record = ""
		}
		END { exit bad || record != "" }' "$tmp/out"
}

# A cell ends at a bar without a backslash before it.
is_markdown()
{
	sed 's/\\\\//g; s/\\|//g' "$tmp/out" | awk '
		!/^\|/ { cells = 0; next }
		{ n = gsub(/\|/, "") }
		cells && n != cells { bad = 1 }
		{ cells = n }
		END { exit bad }'
}

# Tags stand in one another, and what is no tag holds no sign of one.
is_html()
{
	[ -s "$tmp/out" ] || return 0
	head -n 2 "$tmp/out" | tr '\n' ' ' |
		grep -qx '<!DOCTYPE html> <html lang="zh-CN"> ' || {
		case $select in
		*--count*) return 0 ;;
		*) return 1 ;;
		esac
	}
	awk '
		function fail(why) { print "# " why " in line " NR; bad = 1; exit 1 }
		function text(s) {
			gsub(/&(amp|lt|gt|#[0-9]+);/, "", s)
			if (s ~ /[&>"\047]/) fail("a bare sign")
		}
		/^<style>$/, /^<\/style>$/ { next }
		{
			while ((at = index($0, "<")) > 0) {
				text(substr($0, 1, at - 1))
				$0 = substr($0, at)
				end = index($0, ">")
				tag = substr($0, 1, end)
				$0 = substr($0, end + 1)
				if (tag ~ /^<[a-z0-9]+( [a-z]+="[^"<>]*")*>$/)
					stack[++depth] = tag
				else if (tag ~ /^<\/[a-z0-9]+>$/) {
					if (index(stack[depth--], "<" substr(tag, 3,
						length(tag) - 3)) != 1)
						fail(tag)
				} else if (tag !~ /^<(br|meta( [a-z]+="[^"]*")*) \/>$/ &&
					tag != "<!DOCTYPE html>")
					fail(tag)
			}
			text($0)
		}
		END { exit bad || depth != 0 }' "$tmp/out"
}

is_records()
{
	case $select in
	*--count*) return 0 ;;
	esac
	! grep -vq '^$\|:' "$tmp/out"
}

csv_is_read_back()
{
	gives 2 --list --format=csv "$tmp/odd.db" || return 1
	sqlite3 "$tmp/back.db" ".import --csv '$tmp/out' t" 2>"$tmp/err" ||
		return 1
	cat >"$tmp/wanted" <<-'EOT'
		p|q~x,y"z~(binary data, 3 bytes)~1
		nul^@after~a\nb\r\nc~�(~-5
		- item~1. one~\back\|~1.0e+300
		=cmd()~"~'~9223372036854775807
		Inf~-Inf~0.1~text
	EOT
	sqlite3 -separator '~' "$tmp/back.db" "
		SELECT \"col|1\", replace(replace(\"a,b\", char(10), '\n'),
			char(13), '\r'), \"new
line\", n FROM t" >"$tmp/found"
	diff "$tmp/wanted" "$tmp/found" | sed 's/^/# /'
	cmp -s "$tmp/wanted" "$tmp/found"
}

# RFC 4180 has one form for "" and no value, PostgreSQL tells them apart.
csv_tells_nothing()
{
	gives 2 --record=1 --format=csv "$tmp/odd.db" &&
		grep -qF 'p|q,"x,y""z",,' "$tmp/out" && grep -qF ',"",<b>*b' "$tmp/out"
}

# What is read back is what is stored.
json_is_exact()
{
	gives 2 --list --format=json "$tmp/odd.db" && [ "$(sqlite3 :memory: "
		ATTACH '$tmp/odd.db' AS odd;
		SELECT sum(t.\"a,b\" IS json_extract(j.value, '\$.\"a,b\"')),
			sum(t.\"tab	col\" IS json_extract(j.value, '\$.\"tab\\tcol\"'))
		FROM json_each(CAST(readfile('$tmp/out') AS TEXT), '\$.records') AS j
		JOIN odd.\"odd \"\"name\"\"|\`x\` <b>*\" AS t ON t.rowid = j.key + 1
		")" = '5|5' ]
}

# The signs are no shell's.
# shellcheck disable=SC2016
markdown_is_escaped()
{
	gives 0 --print --format=markdown "$tmp/odd.db" &&
		grep -qxF '## odd "name"\|\`x\` \<b\>\*' "$tmp/out" &&
		grep -qF '| p\|q | x,y"z |' "$tmp/out" &&
		grep -qF '\<b\>\*b\*\`c\`\</b\>' "$tmp/out"
}

# The signs are no shell's.
# shellcheck disable=SC2016
html_is_escaped()
{
	gives 0 --list --format=html "$tmp/odd.db" &&
		grep -qF '<td>a<br />b<br />c</td><td>t&#9;t</td>' "$tmp/out" &&
		grep -qF '<td>&#60;b&#62;*b*`c`&#60;/b&#62;</td>' "$tmp/out" &&
		grep -qF '<td class="null"></td>' "$tmp/out" &&
		gives 0 --list --format=html --search=hngymsh "$bundled" &&
		grep -qF '<td><mark>湖南工艺美术</mark>职业教育集团</td>' "$tmp/out"
}

records_tell_nothing()
{
	gives 0 --record=1 --format=records "$tmp/odd.db" &&
		[ "$(cut -d: -f1 "$tmp/out" | tr '\n' '/')" = \
			'col|1/a,b/new^Jline//<i>*_`/n/' ] &&
		grep -qx ':' "$tmp/out"
}

# A program would take the description for the value.
binary_data_is_told()
{
	line='gongwen: values that are only described, being binary data or too large: 1'
	for arguments in --list --record=1 --print --search=p; do
		for format in text markdown html records tsv csv json; do
			wanted=0
			case $format in
			tsv | csv | json) wanted=2 ;;
			esac
			gives $wanted $arguments --format=$format "$tmp/odd.db" &&
				[ "$(cat "$tmp/err")" = "$line" ] && [ -s "$tmp/out" ] &&
				continue
			echo "# $arguments $format"
			return 1
		done
	done
	gives 0 --record=2 --format=json "$tmp/odd.db" && [ ! -s "$tmp/err" ]
}

text_is_aligned()
{
	gives 0 --list=keyed "$tmp/odd.db" &&
		[ "$(cat "$tmp/out")" = 'k   v
k1  1
k2  2' ]
}

tsv_is_read_by_cut()
{
	[ "$(./gongwen --list --format=tsv "$tmp/lone.db" | cut -f2)" = '名称
甲
乙|丙' ] && [ "$(./gongwen --record=3 --format=tsv "$tmp/lone.db")" = \
		"序号${tab}名称
3${tab}乙|丙" ]
}

make_odd

plan 16
check 'text says whether something is found' everywhere text true
check 'json is valid, with the same status' everywhere json is_json
check 'tsv is a record a line, with equal cells' everywhere tsv is_tsv
check 'every line of csv ends as RFC 4180 has it' everywhere csv ends_as_csv
check 'markdown tables keep their columns' everywhere markdown is_markdown
check 'html is a page, closed against its texts' everywhere html is_html
check 'records are a name and a value a line' everywhere records is_records
check 'html keeps line ends and marks what matched' html_is_escaped
check 'records tell no value from an empty one' records_tell_nothing
check 'binary data is told, and trouble for programs' binary_data_is_told
check 'csv holds every cell' csv_is_read_back
check 'csv tells no value from an empty one' csv_tells_nothing
check 'json gives back what is stored' json_is_exact
check 'what is a sign to markdown is escaped' markdown_is_escaped
check 'columns of text stand straight' text_is_aligned
check 'cut takes the columns of tsv apart' tsv_is_read_by_cut
