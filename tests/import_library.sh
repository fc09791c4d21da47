#!/bin/sh
# import_library.sh - gongwen-import with corrections, library files and a
# base: the same edition every time, and one that grows.
set -eu
srcdir=${srcdir:-.}
. "$srcdir/tests/tap.inc.sh"
srcdir=$(cd "$srcdir" && pwd)
import=$PWD/gongwen-import
browser=$PWD/gongwen
LANGUAGE=en
export LANGUAGE
cd "$tmp"

run() # ARGUMENT...: status into $status, output into out and err
{
	status=0
	"$import" "$@" >out 2>err || status=$?
}

ask() # DATABASE SQL
{
	sqlite3 -separator ' ' "$1" "$2"
}

says() # STATUS FILE WORDS
{
	[ "$status" = "$1" ] && grep -qF -- "$3" "$2" && return 0
	echo "# status $status, not $1; looked for: $3"
	sed 's/^/# /' out err
	return 1
}

cat >first.txt <<EOF
关于公布第一批丙集团名单的通知
甲教〔2030〕5号
各市教育局：
现公布第一批丙集团名单。
甲省教育厅
2030年5月6日
序号	集团名称
1	甲市乙职业教育集团
EOF
cat >second.txt <<EOF
关于公布第二批丙集团名单的通知
甲教〔2031〕7号
各市教育局：
继甲教〔2030〕5号之后公布第二批，甲市乙职业教育集团不再参加。
甲省教育厅
2031年5月6日
EOF
printf '各班：\n明天打扫卫生。\n学生处\n2031年3月5日\n' >untitled.txt
printf '序号\t学校名称\n1\t甲学校\n' >list.tsv

plan 40

run -o x.db untitled.txt
check 'a title that is missing is said' says 1 err 'no title'
check 'and none is made up' [ "$(ask x.db 'SELECT title FROM notice')" = '' ]
run --title=关于打扫卫生的通知 -o x.db untitled.txt
check 'a title can be told' says 0 out 关于打扫卫生的通知
run -o x.db untitled.txt --title=甲
check 'also behind the one file' says 0 out 甲
run --number=甲〔2031〕1号 first.txt --date=2031年1月2日 second.txt -o x.db
check 'what is told is told of the file that follows' \
	[ "$(ask x.db 'SELECT doc_number, issued_on FROM notice')" = \
	"$(printf '甲〔2031〕1号 2030-05-06\n甲教〔2031〕7号 2031-01-02')" ]
run -o x.db first.txt second.txt --title=甲
check 'behind two files it is of none' says 2 err 'stands before it'
run --date=soon -o x.db first.txt
check 'a date that is none is refused' says 2 err '--date'
run --role=heading=2 --role=none=1 -o x.db untitled.txt
check 'lines can be told their roles' \
	[ "$(ask x.db 'SELECT role FROM block WHERE seq = 1')" = heading ]
run --role=body=99 -o y.db untitled.txt
check 'but for those that are not there' says 2 err 99
run --no-list -o x.db first.txt
check 'a table can stay text' \
	[ "$(ask x.db 'SELECT count(*) FROM annex')" = 0 ]
run --explain -o x.db first.txt
check 'the lines are explained with their rules' says 0 out addressee

mkdir -p lib
cp first.txt second.txt lib
cat >lib/all.library <<EOF
gongwen-library 1
source: first.txt
status: 废止

source: second.txt
EOF
run -o l1.db lib/all.library
check 'a library file names sources beside it' says 0 out 甲教〔2030〕5号
check 'and what is said of each' \
	[ "$(ask l1.db 'SELECT status FROM notice WHERE id = 1')" = 废止 ]
run -o l2.db lib/all.library
check 'the same file gives the same edition' cmp l1.db l2.db
echo 'sauce: x' >>lib/all.library
run -o l3.db lib/all.library
check 'a line that says nothing known is named' says 2 err 'all.library:6: sauce'
check 'and nothing is written' [ ! -e l3.db ]
run --title=x -o l3.db lib/all.library
check 'what is said of a library is refused' says 2 err 'stands in it'

run -o one.db second.txt list.tsv
run --base=one.db -o two.db first.txt
check 'an edition is added to' \
	[ "$status$(ask two.db 'SELECT group_concat(doc_number) FROM notice')" = \
	0甲教〔2031〕7号,甲教〔2030〕5号 ]
check 'the first batch is tied to the second, though it came later' \
	[ "$(ask two.db 'SELECT target_notice FROM citation')" = 2 ]
check 'and its records to the text that names them' \
	[ "$(ask two.db 'SELECT notice_id, row FROM mention')" = '1 1' ]
check 'a list without a notice stays' \
	[ "$(ask two.db 'SELECT count(*) FROM annex WHERE notice_id IS NULL')" = 1 ]
check 'the sources of both are named' \
	[ "$(ask two.db "SELECT count(*) FROM edition WHERE key GLOB 'source.*'")" = 3 ]
check 'it is whole' "$browser" --verify two.db
run --base=two.db -o three.db first.txt second.txt
check 'the same documents change nothing' says 0 out 'held already'
check 'in a file that is the same' \
	[ "$(sqlite3 two.db .dump | md5sum)" = "$(sqlite3 three.db .dump | md5sum)" ]
sed 's/5月6日/5月7日/' second.txt >newer.txt
run --base=two.db --status=废止 -o two.db newer.txt
check 'a newer copy says what changed' says 0 out '2031-05-06'
check 'and takes the place of the older' \
	[ "$(ask two.db 'SELECT id, issued_on, status FROM notice WHERE id = 1')" = \
	'1 2031-05-07 废止' ]
run --base=two.db --status=失效 '--of=甲教[2030]5号' -o held.db
check 'a document that is held is marked without its source' \
	[ "$status$(ask held.db 'SELECT status FROM notice WHERE id = 2')" = 0失效 ]
check 'which is said' says 0 out '甲教[2030]5号: status 失效'
check 'and all else stays' [ "$(sqlite3 two.db 'SELECT * FROM block')" = \
	"$(sqlite3 held.db 'SELECT * FROM block')" ]
run --base=two.db --status=失效 --of=甲教〔2099〕1号 -o none.db
check 'one that is not held is refused' says 2 err 2099
run --base=two.db --of=甲教〔2030〕5号 -o none.db
check 'as is one of which nothing is said' says 2 err 'stands before it'
run --base=two.db --no-list --of=甲教〔2030〕5号 -o none.db
check 'or what only a file has' says 2 err 'is said of a file'
check 'and nothing is written for either' [ ! -e none.db ]
cat >mark.library <<EOF
gongwen-library 1
source: newer.txt
of: 甲教〔2030〕5号
status: 修订
date: 2030-05-08
EOF
run --base=two.db -o held.db mark.library
check 'a library file says it too' \
	[ "$status$(ask held.db 'SELECT issued_on, status FROM notice WHERE id = 2')" = \
	'02030-05-08 修订' ]
sed -i 's/^date:.*/sheet: 1/' mark.library
run --base=two.db -o none.db mark.library
check 'and is refused with its line' says 2 err 'mark.library:5: sheet'
run --base=two.db '--remove=甲教[2030]5号' -o two.db
check 'a document is taken out by its number' \
	[ "$status$(ask two.db 'SELECT doc_number FROM notice')" = 0甲教〔2031〕7号 ]
run --base=two.db --remove=甲教〔2099〕1号 -o two.db
check 'one that is not there is said' says 2 err 2099
run --base=first.txt -o four.db second.txt
check 'only an edition is added to' says 2 err first.txt
check 'and nothing is written then' [ ! -e four.db ]
