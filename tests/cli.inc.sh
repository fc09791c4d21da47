# cli.inc.sh - gongwen run for its status and its words, for scripts of tests.
# Source it after tap.inc.sh, in the build folder.
# shellcheck disable=SC2154 # tmp is of tap.inc.sh

unset GONGWEN_OPTIONS LANGUAGE LC_MESSAGES LANG NO_COLOR
LC_ALL=C.UTF-8
export LC_ALL

# Run with these arguments; what it prints goes to $tmp/out and $tmp/err.
run() # ARGUMENT...
{
	status=0
	./gongwen "$@" >"$tmp/out" 2>"$tmp/err" </dev/null || status=$?
}

# Run, and require the status.
gives() # STATUS ARGUMENT...
{
	wanted=$1
	shift
	run "$@"
	[ "$status" -eq "$wanted" ] && return 0
	echo "# status $status, not $wanted"
	sed 's/^/# | /' "$tmp/err"
	return 1
}

# Refused in one line that begins with the program's name and has this text.
refuses() # TEXT ARGUMENT...
{
	text=$1
	shift
	gives 2 "$@" && [ ! -s "$tmp/out" ] &&
		[ "$(wc -l <"$tmp/err")" -eq 1 ] &&
		grep -q '^gongwen: ' "$tmp/err" &&
		grep -qF -e "$text" "$tmp/err"
}
