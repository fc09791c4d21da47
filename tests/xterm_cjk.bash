#!/bin/bash
# xterm_cjk.bash - holds the list of ambiguous characters that the tests' own
# terminal makes wide (tests/ambiguous.txt) against a real one: xterm
# -cjk_width, under Xvfb. Run by hand: make check-xterm.
#
# Each character is written at column 1 and xterm is asked where its cursor
# is. U+00AD is left out: xterm draws nothing there, and we never send it.
set -eu
srcdir=${srcdir:-.}

if [ "${1:-}" != --inside ]; then
	for tool in xvfb-run xterm; do
		command -v $tool >/dev/null || {
			echo "xterm_cjk.bash: $tool is needed (Debian: xvfb, xterm)" >&2
			exit 2
		}
	done
	out=$(mktemp)
	trap 'rm -f "$out"' EXIT
	LC_ALL=C.UTF-8 OUT=$out xvfb-run -a xterm -cjk_width -u8 \
		-e bash "$0" --inside
	cat "$out"
	tail -n 1 "$out" | grep -q '^ok'
	exit
fi

# Inside xterm: ask for the cursor after each character.
stty raw -echo </dev/tty
asked=0
different=0
exec 3>"$OUT"
while IFS=. read -r first last; do
	case $first in '' | '#'*) continue ;; esac
	last=${last#.}
	for ((cp = 0x$first; cp <= 0x${last:-$first}; cp++)); do
		[ $((cp)) -ne $((0xAD)) ] || continue
		printf -v char '\\U%08x' "$cp"
		printf '\r%b\033[6n' "$char"
		IFS='[;' read -rsd R _ _ column </dev/tty
		asked=$((asked + 1))
		if [ "$column" != 3 ]; then
			different=$((different + 1))
			printf 'U+%04X: %d column(s)\n' "$cp" $((column - 1)) >&3
		fi
	done
done <"$srcdir/tests/ambiguous.txt"
if [ "$asked" -gt 0 ] && [ "$different" -eq 0 ]; then
	echo "ok: $asked asked, $different different" >&3
else
	echo "not ok: $asked asked, $different different" >&3
fi
