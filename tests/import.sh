#!/bin/sh
# import.sh - gongwen-import as a command: what it says, and what it leaves
# behind when it cannot do its work.
set -eu
srcdir=${srcdir:-.}
. "$srcdir/tests/tap.inc.sh"
srcdir=$(cd "$srcdir" && pwd)
import=$PWD/gongwen-import
source=$srcdir/data/000_a562e178ea6b730c.txt
LANGUAGE=en
export LANGUAGE
cd "$tmp"

run() # ARGUMENT...: status into $status, output into out and err
{
	status=0
	"$import" "$@" >out 2>err || status=$?
}

unfinished()
{
	for file in .gongwen-import*; do
		[ ! -e "$file" ] || return 0
	done
	return 1
}

# One line of complaint that holds WORDS, and nothing unfinished left.
complains() # STATUS WORDS
{
	[ "$status" = "$1" ] && [ "$(wc -l <err)" = 1 ] && [ ! -s out ] &&
		grep -qF -- "$2" err && ! unfinished &&
		return 0
	echo "# status $status, not $1; looked for: $2"
	sed 's/^/# /' err
	return 1
}

refuses() # WORDS: as a page that cannot be imported; in is the page
{
	rm -f new.db
	run -o new.db in
	complains 2 "$1" && [ ! -e new.db ]
}

plan 146

run --help
check 'help is printed' grep -q '^Usage: gongwen-import' out
check 'help ends with status 0' [ "$status" = 0 ]
run --version
check 'the version is printed' grep -q '^gongwen-import [0-9]' out
run
check 'a use without -o is wrong' complains 2 -o
run -o new.db
check 'a use without a file is wrong' complains 2 FILE
run --nonsense
check 'an unknown option is wrong' complains 2 --nonsense
run -x
check 'an unknown letter is wrong' complains 2 -x
run -o
check 'an option without its argument is wrong' complains 2 'needs an argument'
run --report=x -o new.db "$source"
check 'an argument too many is wrong' complains 2 'takes no argument'
LANGUAGE=zh run --help
check 'it speaks Chinese' grep -q '^用法' out
run --lang=zh
check 'it speaks the language that --lang names' grep -q '请用 -o' err

run -o new.db "$source"
check 'a page is imported, with a line for each document' \
	[ "$status$(cat err)$(grep -c '^000_.*txt: ' out)" = 02 ]
check 'which says what was recognised' grep -qF \
	'》, 教职成司函〔2020〕33号, 教育部职业教育与成人教育司, 2020-10-15, 20 paragraphs, 1 list (14 rows)' out
check 'the edition is the bundled one, byte for byte' \
	cmp new.db "$OLDPWD/data/gongwen.db"
check 'the database is whole' \
	[ "$(sqlite3 new.db 'PRAGMA integrity_check')" = ok ]
check 'its foreign keys hold' [ -z "$(sqlite3 new.db 'PRAGMA foreign_key_check')" ]
touch plain
check 'others may read it as any new file' \
	[ "$(stat -c %a new.db)" = "$(stat -c %a plain)" ]
mkdir elsewhere
cp "$source" elsewhere
(cd elsewhere && "$import" -o other.db ./000*.txt)
check 'another folder gives the same bytes' cmp new.db elsewhere/other.db

run --report -o new.db "$source"
check 'the report accounts for every line' \
	[ "$(grep -c '^000_a562e178ea6b730c\.txt:[0-9]*: .' out)" = 73 ]
check 'lines are in their order' \
	[ "$(grep '^[^ ]*:[0-9]' out | cut -d: -f2)" = "$(seq 73)" ]
run -v -o new.db "$source"
check 'what was left out is said, with the reason' \
	[ "$(cut -d: -f2 err | tr '\n' ' ')" = '11 13 15 17 ' ]

: >in
check 'an empty page' refuses 'is empty'
rm in
check 'a missing page' refuses 'in: there is no such file'
LANGUAGE=zh run -o new.db in
check 'a missing page, in Chinese' complains 2 'in：没有这个文件'
mkdir in
check 'a folder' refuses 'is a folder'
rmdir in
mkfifo in
check 'a FIFO, without waiting' refuses 'not a regular file'
rm in
printf '关于a\000b\n' >in
check 'a NUL byte' refuses 'in:1: has a NUL byte'
printf '\n关于\303(于\n' >in
check 'broken UTF-8' refuses 'in:2: byte 7 (8 of the file) is not UTF-8'
run --lossy -o new.db in
check 'which can be marked' \
	[ "$status$(sqlite3 new.db 'SELECT text FROM block')" = '0关于�(于' ]
printf '关于' | iconv -f UTF-8 -t GB18030 >in
printf '\377' >>in
check 'broken GB18030' refuses 'in:1: byte 5 (5 of the file) is not GB18030'
run --encoding=latin -o new.db in
check 'an encoding that is not known' complains 2 'latin'
run -o old.db "$source"
for encoding in UTF-16LE UTF-16BE UTF-16 GB18030; do
	iconv -f UTF-8 -t $encoding "$source" >in
	run -o new.db in
	check "$encoding is read" [ "$status$(sqlite3 new.db 'SELECT * FROM block')" = \
		"0$(sqlite3 old.db 'SELECT * FROM block')" ]
done
printf '約生' | iconv -f UTF-8 -t BIG5 >in
run --encoding=big5 -o new.db in
check 'an encoding can be named' \
	[ "$status$(sqlite3 new.db 'SELECT text FROM block')" = 0約生 ]
awk 'BEGIN { for (i = 0; i < 70000; i++) printf "0123456789abcdef"; print "" }' >in
check 'a line of more than a megabyte' refuses 'in:1: the line has'
cp elsewhere/other.db in
check 'a database' refuses 'in: is a database'
printf '\320\317\021\340\241\261' >in
check 'an older file of an office program' refuses 'soffice --headless --convert-to docx'
printf 'PK\003\004\024' >in
check 'an archive' refuses 'unpack it first'
printf '%%PDF-1.7\n' >in
check 'a PDF file' refuses 'pdftotext -layout'
printf '{\\rtf1 a}\n' >in
check 'rich text' refuses 'is rich text (.rtf)'
printf '序号\t名称\n1\t甲\n2\t甲\t乙\n' >in
check 'a row with a cell too many' refuses 'in:3: the row has 3 cells'
printf '\n \n' >in
check 'nothing but blanks' refuses 'no text'
rm in

echo old >old.db
ln -s old.db link.db
run -o link.db "$source"
check 'a link stays one, its file is replaced' \
	[ "$status$(readlink link.db)" = 0old.db ]
check 'the file behind it is the edition' cmp old.db elsewhere/other.db
run -o . "$source"
check 'a folder is not replaced' complains 2 'is a folder'
mkfifo pipe
run -o pipe "$source"
check 'nor is a FIFO' complains 2 'not a regular file'
run -o missing/new.db "$source"
check 'the folder of the output must exist' complains 2 'missing/new.db: the folder'
cp "$source" page
run -o page page
check 'a page is not replaced by what is made of it' complains 2 page
check 'and stays as it was' cmp page "$source"
cp elsewhere/other.db new.db
(ulimit -f 1 && "$import" -o new.db "$source" >out 2>err) && status=0 || status=$?
check 'without room for it nothing is written' complains 2 new.db
check 'and the older file is as it was' cmp new.db elsewhere/other.db
status=0
"$import" --report -o new.db "$source" >/dev/full 2>err || status=$?
: >out
check 'a report that cannot be written is a failure' \
	complains 1 'standard output'

# Other forms of the same page, as other programs save it.

ask() # SQL
{
	sqlite3 -separator ' ' new.db "$1"
}

content() # DATABASE: all but where it came from
{
	sqlite3 "$1" 'SELECT id, title, doc_number, issuer, addressee, issued_on,
		kind FROM notice; SELECT notice_id, seq, role, level, text FROM block;
		SELECT * FROM annex; SELECT *, typeof("序号") FROM annex_1;
		SELECT * FROM field; SELECT * FROM gap; SELECT * FROM citation;
		SELECT * FROM mention'
}

# The page through a command is the same to us, and no line is unaccounted.
same() # COMMAND...
{
	"$@" <"$source" >variant.txt
	run --report -o new.db variant.txt
	[ "$status" = 0 ] && content new.db >found && cmp -s found wanted &&
		[ "$(wc -l <out)" -ge 73 ] && return 0
	diff wanted found | head -n 5 | sed 's/^/# /'
	cat err
	return 1
}

# The page through a command, imported; then look at it with ask().
variant() # COMMAND...
{
	"$@" <"$source" >variant.txt
	run --report -o new.db variant.txt
	[ "$status" -le 1 ] && [ "$(grep -c '^variant.txt:[0-9]' out)" = \
		"$(awk 'END { print NR }' variant.txt)" ]
}

bom()
{
	printf '\357\273\277'
	cat
}

with_end()
{
	cat
	echo
}

# Digits of the first column of the table as full-width ones.
full_width()
{
	awk 'BEGIN { FS = OFS = "\t"; split("０ １ ２ ３ ４ ５ ６ ７ ８ ９", wide, " ") }
		NF == 3 && $1 ~ /^[0-9]+$/ {
			n = ""
			for (i = 1; i <= length($1); i++)
				n = n wide[substr($1, i, 1) + 1]
			$1 = n
		}
		{ print }'
}

run -o old.db "$source"
content old.db >wanted
check 'lines may end with CR and LF' same sed 's/$/\r/'
check 'or with CR alone' same tr '\n' '\r'
check 'a byte order mark is passed over' same bom
check 'blank lines do not matter' same sed 'G;G'
check 'nor whether the last line has an end' same with_end
check 'nor the padding of the table' same sed 's/[ \t]*$//'
check 'numbers may be full-width' same full_width

check 'a page without its date has none' variant grep -v '^2020年10月15日$'
check 'and nothing else is missing' \
	[ "$(ask 'SELECT doc_number, issued_on IS NULL FROM notice LIMIT 1')" = \
	'教职成司函〔2020〕33号 1' ]
check 'a page without its number has none' variant grep -v '^教职成司函〔2020〕33号$'
check 'and keeps its date' \
	[ "$(ask 'SELECT doc_number IS NULL, issued_on FROM notice LIMIT 1')" = \
	'1 2020-10-15' ]
check 'a page without its list of annexes keeps the table' variant sed '47,52d'
check 'under the title that stands over it' \
	[ "$(ask 'SELECT title, held FROM annex')" = \
	'第一批示范性职业教育集团（联盟）培育单位名单 1' ]
check 'a page without its table has annexes alone' variant sed "58,\$d"
check 'and holds none of them' [ "$(ask 'SELECT sum(held) FROM annex')" = 0 ]
check 'a notice alone has no news beside it' variant sed '1,18d'
check 'and is the first document' \
	[ "$(ask 'SELECT group_concat(kind) FROM notice')" = 通知 ]
check 'news alone is a document' variant sed "10,\$d"
check 'and no notice' [ "$(ask "SELECT count(*) FROM notice WHERE kind = '通知'")" = 0 ]
check 'other headings are taken as they are' \
	variant sed 's/^序号\t集团名称\t牵头单位/编号\t名称\t单位\t备注/'
check 'with what no row fills empty' [ "$(ask 'SELECT "编号", "名称", "备注" IS NULL
	FROM annex_1 LIMIT 1')" = '1 联想职业教育集团 1' ]
check 'a number twice is kept twice' variant sed 61p
check 'and tells no gaps' \
	[ "$(ask 'SELECT count(*) FROM annex_1 UNION ALL SELECT count(*) FROM gap' |
		tr '\n' ' ')" = '15 0 ' ]
check 'numbers out of order are kept so' variant sed '62{h;d};63G'
check 'and tell no gaps either' [ "$(ask 'SELECT count(*) FROM gap')" = 0 ]
sed '61s/$/\t多\t余/' "$source" >in
check 'a row with cells too many' refuses 'in:61: the row has 5 cells'
printf '<p>关于甲的通知</p><p>各乙：</p><p>丙</p>' >in
run -o new.db in
check 'HTML is read, whatever it is called' \
	[ "$status$(ask 'SELECT group_concat(text) FROM block')" = \
	'0关于甲的通知,各乙：,丙' ]
truncate -s 100M in
check 'a page of 100 MB' refuses 'in: has 104857600 bytes'
rm in variant.txt found wanted

# Several sources: each keeps its own.
printf '序号\t名称\n1\t甲\n' >list.tsv
sed '/^2020年10月15日$/d; s/〔2020〕33号/〔2021〕7号/' "$source" >other.txt
run -o new.db "$source" other.txt list.tsv
check 'pages and tables go into one database' \
	[ "$status$(ask 'SELECT count(*) FROM notice' && ask 'SELECT count(*) FROM
	annex WHERE held' && ask "SELECT count(*) FROM edition WHERE key LIKE 'source.%'")" = \
	'04
3
3' ]
cp new.db again.db
run -o new.db "$source" other.txt list.tsv
check 'the same sources give the same bytes' cmp new.db again.db
run -o new.db "$source" missing.txt list.tsv
check 'with one of them missing the others are written' \
	[ "$status$(cat err)$(ask 'SELECT count(*) FROM notice')" = \
	'1missing.txt: there is no such file2' ]
cp new.db again.db
run --strict -o new.db "$source" missing.txt list.tsv
check 'with --strict nothing is done' [ "$status$(cat out)" = 2 ]
check 'and the database is as it was' cmp new.db again.db
run -o new.db missing.txt gone.txt
check 'with all of them missing each is named' \
	[ "$status$(grep -c 'no such file' err)" = 22 ]

# A table alone in a file.

table() # WORDS: as a table that cannot be imported; list.tsv is the table
{
	rm -f new.db
	run -o new.db list.tsv
	complains 2 "$1" && [ ! -e new.db ]
}

printf '序号\t名称\r\n2\t甲\r\n3\t\r\n5\t\033丙\r\n\n' >list.tsv
run -o new.db list.tsv
check 'a line says what a table became' [ "$status$(cat out err)" = \
	'0list.tsv: list 《list》, 3 rows; 2 numbers are missing' ]
LANGUAGE=zh run -o new.db list.tsv
check 'in Chinese too' \
	[ "$(cat out)" = 'list.tsv: 名单《list》3 条；缺 2 号' ]
check 'its rows are its lines' [ "$(ask 'SELECT rowid, * FROM annex_1' |
	tr '\n' '/')" = '1 2 甲/2 3 /3 5 ^[丙/' ]
check 'its columns have their kinds' \
	[ "$(ask 'SELECT kind, origin FROM field' | tr '\n' '/')" = \
	'integer source/text source/' ]
check 'what its numbers leave out are gaps' [ "$(ask 'SELECT after_row, first,
	last FROM gap' | tr '\n' '/')" = '0 1 1/2 4 4/' ]
check 'it belongs to no notice and has the name of its file' \
	[ "$(ask 'SELECT notice_id IS NULL, title, held FROM annex')" = \
	'1 list 1' ]
check 'it is kept for searching too' \
	[ "$(ask 'SELECT count(*) FROM scan_block')" = 2 ]
run --title=名单 -o new.db list.tsv "$source"
check 'a title can be given, and a page be beside it' \
	[ "$(ask 'SELECT group_concat(title) FROM annex WHERE notice_id IS NULL')
$(ask 'SELECT count(*) FROM notice')" = "名单
2" ]
printf 'a\tb\n1\t2\n1\n\n3\t4\n' >list.tsv
run -o new.db list.tsv
check 'cells missing at the end are empty, blank lines no rows' \
	[ "$(ask 'SELECT a, b FROM annex_1' | tr '\n' '/')" = '1 2/1 /3 4/' ]
printf '序号,名称\n1,"甲,乙"\n' >list.CSV
run -o new.db list.CSV
check 'a table with commas is one' \
	[ "$(ask 'SELECT * FROM annex_1')" = '1 甲,乙' ]
rm new.db
printf 'a\tb\n1\t2\n1\t2\t3\n' >list.tsv
check 'a row with a cell too many' table ':3: the row has 3 cells'
printf 'a\tA\t\n1\t2\t3\n' >list.tsv
run -o new.db list.tsv
check 'headings alike, and none, get names of their own' \
	[ "$(ask "SELECT group_concat(column_name) FROM field")" = 'a,A2,列3' ]
printf '名称\n甲乙丙丁戊己庚辛\n\377\n' >list.tsv
check 'a row that is not UTF-8' table ':3: byte 1 (33 of the file) is not UTF-8'
printf 'a\n1\n\0\n' >list.tsv
check 'a row with a NUL byte' table ':3: has a NUL byte'
awk 'BEGIN { print "a"; for (i = 0; i < 7000; i++) printf "0123456789"; print "" }' >list.tsv
check 'a cell that is too long' table ':2: a cell has more than 65536 bytes'

# A file's name goes into the database, and it may hold anything.
odd=$(printf 'a\033[31m\342\200\256b')
cp "$source" "$odd.txt"
printf '名称\n甲\n' >"$odd.tsv"
run -o new.db "$odd.txt" "$odd.tsv"
check 'names of files are cleaned before they are kept' \
	[ "$status$(ask "SELECT group_concat(value) FROM edition
		WHERE key LIKE 'source.%'
		UNION ALL SELECT source FROM notice WHERE id = 1
		UNION ALL SELECT title FROM annex WHERE notice_id IS NULL" |
		LC_ALL=C sed 's/, [xl][^,]*//g')" = \
	'0a^[[31m<202E>b.txt,a^[[31m<202E>b.tsv
a^[[31m<202E>b.txt
a^[[31m<202E>b' ]

printf 'a\tb\n' >list.tsv
check 'headings without rows' table 'no table in it'
printf '\n1\t2\n' >list.tsv
run -o new.db list.tsv
check 'rows without headings are all kept, which is said' \
	[ "$(ask 'SELECT 列1, 列2 FROM annex_1') $(grep -c :2: err)" = '1 2 1' ]
rm list.tsv
mkdir list.tsv
check 'a folder for a table' table 'is a folder'
rmdir list.tsv
mkfifo list.tsv
check 'a FIFO for a table, without waiting' table 'not a regular file'
rm list.tsv
ln -s /dev/zero list.tsv
check 'a device that never ends' table 'not a regular file'
rm list.tsv
printf '序号\t名称\n1\t甲\n' >L.TSV
run -o new.db L.TSV
check 'the case of a suffix is no matter' \
	[ "$status$(ask 'SELECT * FROM annex_1')" = '01 甲' ]
printf '\357\273\277a\tb\r\n1\t2\r\n3\t4' >list.tsv
run -o new.db list.tsv
check 'a byte order mark and a last line that is not ended are no matter' \
	[ "$(ask 'SELECT a, b FROM annex_1' | tr '\n' '/')" = '1 2/3 4/' ]

# A list that is the annex of a document.
printf '某厅关于公布名单的通知\n\n各市：\n现将名单印发。\n附件：1.示范学校名单\n2.申报表\n某厅\n2031年3月1日\n' >notice.txt
printf '序号,学校名称\n1,甲校\n2,乙校\n' >list.csv
run -o new.db notice.txt --annex=1 list.csv
check 'a list can be made the annex of the document before it' \
	[ "$(ask 'SELECT notice_id, number, title, held FROM annex WHERE id = 1')
$(ask 'SELECT count(*) FROM annex_1') $(ask 'SELECT count(*) FROM annex')" = \
	'1 1 示范学校名单 1
2 2' ]
rm new.db
run -o new.db --strict notice.txt --annex=3 list.csv
check 'an annex that no document has is refused' complains 2 'annex 3'
mv list.csv 示范学校名单.csv
run -o new.db notice.txt 示范学校名单.csv
check 'a list with the title of an annex is that' \
	[ "$(ask 'SELECT notice_id, table_name FROM annex WHERE id = 1')" = \
	'1 annex_1' ]
rm notice.txt 示范学校名单.csv

# Annexes that a page links to, beside it.
mkdir -p saved/away
linked() # TARGET: the page with a link to it
{
	cat >saved/page.html <<END
<html><body><p>某厅关于公布名单的通知</p><p>各市：</p><p>现将名单印发。</p>
<p>附件：<a href="$1">示范学校名单.csv</a></p><p>某厅</p><p>2031年3月1日</p></body></html>
END
}
held()
{
	ask "SELECT coalesce(notice_id, '-'), title, held FROM annex" | tr '\n' /
}
printf '序号,学校名称\n1,甲校\n2,乙校\n' >saved/附件1.csv
linked '/uploads/2031/%E9%99%84%E4%BB%B61.csv?x=1'
run -o new.db saved/page.html
check 'an annex that a page links to is taken where it lies beside the page' \
	[ "$status $(held)$(ask 'SELECT count(*) FROM annex_1')" = \
	'0 1 示范学校名单 1/2' ]
check 'and said' grep -qxF \
	'附件1.csv: list 《附件1》, 2 rows; an annex that page.html links to' out
check 'the edition names it as a source' \
	[ "$(ask "SELECT count(*) FROM edition WHERE value LIKE '附件1.csv, %'")" = 1 ]
run -o new.db saved/page.html ./saved/../saved/附件1.csv
check 'named too it is taken once' \
	[ "$status $(held)$(grep -c 附件1.csv out)" = '0 1 示范学校名单 1/1' ]
run -o new.db saved/附件1.csv saved/page.html
check 'named before the page it stays a list alone' \
	[ "$status $(held)" = '0 1 示范学校名单 0/- 附件1 1/' ]
linked 附件9.csv
run -o new.db saved/page.html
check 'one that is not there is no fault' \
	[ "$status$(cat err) $(held)" = '0 1 示范学校名单 0/' ]
mv saved/附件1.csv saved/away
for target in ../away/x.csv away/附件1.csv ..%2Fsaved%2Faway%2F附件1.csv; do
	linked "$target"
	run -o new.db saved/page.html
	check "nothing is taken from another folder ($target)" \
		[ "$status $(held)" = '0 1 示范学校名单 0/' ]
done
mv saved/away/附件1.csv .
ln -s ../附件1.csv saved/附件1.csv
linked 附件1.csv
run -o new.db saved/page.html
check 'nor through a symbolic link, which is said' \
	[ "$status $(held)$(grep -c 'leaves the folder' err)" = \
	'1 1 示范学校名单 0/1' ]
rm saved/附件1.csv
printf '\377\330\377\340 picture' >saved/附件1.csv
run -o new.db saved/page.html
check 'one that cannot be read is said, and the page is written' \
	[ "$status $(held)$(grep -c 附件1.csv err)" = '1 1 示范学校名单 0/1' ]
rm new.db
run --strict -o new.db saved/page.html
check 'but not where all must be' complains 2 附件1.csv
check 'nothing is' [ ! -e new.db ]
rm -r saved 附件1.csv

# Time does not grow with the square of the annexes: the watchdog would end it.
awk 'BEGIN { print "某厅关于公布名单的通知\n\n各市：\n现将名单印发。\n某厅\n2031年3月1日"
	for (i = 1; i <= 2000; i++)
		printf "附件%d\n甲市第%d批学校名单\n序号\t学校名称\n1\t甲校\n", i, i }' >many.txt
run -o new.db many.txt
check 'a page of 2,000 lists is imported in time' \
	[ "$status $(ask 'SELECT count(table_name) FROM annex')" = '0 2000' ]
rm many.txt

# Stopped in the middle: in the folder stay the old file and the table.
awk 'BEGIN { print "序号\t名称"; for (i = 1; i < 400000; i++) print i "\t湖南工艺美术"; }' >list.tsv
echo old >new.db
(ulimit -f 100 && "$import" -o new.db list.tsv >out 2>err) && status=0 || status=$?
check 'a table that has no room is not written' complains 2 new.db
check 'and does not harm the older file' [ "$(cat new.db)" = old ]
for signal in TERM=143 INT=130; do
	# A shell has its background jobs ignore the second.
	env --default-signal=INT "$import" -o new.db list.tsv 2>err &
	job=$!
	until unfinished || ! kill -0 $job; do :; done
	kill -"${signal%=*}" $job
	status=0
	wait $job || status=$?
	check "SIG${signal%=*} ends it as signals do" [ "$status" = "${signal#*=}" ]
	check 'and leaves nothing unfinished' sh -c '! ls .gongwen-import*' 2>err
done
check 'the older file is as it was then' [ "$(cat new.db)" = old ]
"$import" -o new.db list.tsv >out 2>err &
job=$!
until unfinished || ! kill -0 $job; do :; done
kill -KILL $job
wait $job || true
check 'killed at once it leaves the older file' [ "$(cat new.db)" = old ]
touch .gongwen-import.toolong .gongwen-import.abcdef.txt
run -o other.db L.TSV
set -- .gongwen-import*
check 'and what it left, the next import removes' [ "$status$#" = 02 ]
rm .gongwen-import.*
mkdir -p sub
ln -sf ../L.TSV sub/link.tsv
cp L.TSV kept
for output in L.TSV ./sub/../L.TSV sub/link.tsv; do
	run -o $output sub/link.tsv
	check "the output $output is no source" complains 2 'is a source'
	check 'which stays as it was' cmp L.TSV kept
done

# An annex whose text stands in the page is never called not held.
cat >annexed.txt <<'END'
某省教育厅关于印发管理办法的通知
某教发〔2031〕5号
各市教育局：
现将《某省学校管理办法》印发给你们，请认真执行。
附件：1.某省学校管理办法
2.汇总表
某省教育厅
2031年3月5日
附件1
某省学校管理办法
第一条 为加强学校管理，制定本办法。
第二条 本办法自印发之日起施行。
END
run -o annexed.db annexed.txt
"${import%-import}" --print --width=56 annexed.db >printed 2>&1 || true
check 'an annex in the page is not called missing' \
	[ "$(grep -c 'is not held' printed)" = 1 ]
check 'its mark is flush, its title in the middle' \
	grep -qxF "                    某省学校管理办法" printed
"${import%-import}" --list=1 annexed.db >printed 2>&1 || true
check 'asked for as a list it is said to be text' \
	grep -qF 'Annex 1 is a text of the notice' printed
