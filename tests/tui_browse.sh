#!/bin/sh
# A reader's first minute, in tmux.
set -eu
. "${srcdir:-.}/tests/tap.inc.sh"
. "${srcdir:-.}/tests/tui.inc.sh"

plan 14
tui_start 80x24 "$PWD/gongwen"
check 'it starts on the notice that carries the list' \
	soon tui_has 教职成司函〔2020〕33号
check 'the list is there' soon tui_has 联想职业教育集团
check 'the bottom line says where' soon tui_line 24 '1/14'
tui_keys j j j
check 'the cursor moves, the record follows' soon tui_line 24 '第 88 号'
tui_keys /
tui send-keys -l hngymsh
check 'a search goes to the unit' soon tui_line 24 '1/1'
tui_keys Enter
check 'and stays there' soon tui_line 24 '第 98 号'
tui_keys Tab G
check 'the record tells what mentions it' \
	soon tui_has 湖南工艺美术职业教育集团入选
tui resize-window -x 41 -y 12
check 'a small screen shows the focused pane alone' soon tui_line 1 '> 记录'
tui resize-window -x 132 -y 43
check 'a wide one shows all of them' soon tui_line 1 '附件1'
tui_keys F1
check 'F1 helps' soon tui_has Ctrl-P
tui_keys q
check 'q closes help first' soon tui_has 牵头单位
tui_keys :
tui send-keys -l 50
tui_keys Enter
check 'a number that is not held is said to be a gap' soon tui_line 43 '第 50 号'
tui_keys Q
check 'Q leaves with status 0' soon tui_left 0
check 'and gives the screen back' tui_lacks 牵头单位
