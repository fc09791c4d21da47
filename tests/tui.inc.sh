# tui.inc.sh - the program inside tmux, a second terminal beside the harness.
# Source it after tap.inc.sh. Nothing sleeps for a fixed time: soon() waits
# for a state and shows the screen when it never comes.

# shellcheck disable=SC2154 # tmp is tap.inc.sh's
trap 'tui kill-server 2>/dev/null || true; rm -rf "$tmp"' EXIT

tui() # TMUX-COMMAND...
{
	tmux -u -S "$tmp/socket" -f /dev/null "$@"
}

# Start "$@" in a window of COLUMNSxROWS. Its exit status goes into a file:
# tmux forgets that of a dead pane now and then.
tui_start() # COLUMNSxROWS COMMAND...
{
	size=$1
	shift
	# shellcheck disable=SC2016 # the inner shell expands it
	printf '%s\n' '"$@"; echo $? >"$STATUS"' >"$tmp/run"
	env -u TMUX HOME="$tmp" LANG=C.UTF-8 STATUS="$tmp/status" \
		tmux -u -S "$tmp/socket" -f /dev/null new-session -d \
		-x "${size%x*}" -y "${size#*x}" sh "$tmp/run" "$@"
	tui set-option -g remain-on-exit on >/dev/null
}

# Start "$@" in that window, in place of what ran there.
tui_again() # COMMAND...
{
	rm -f "$tmp/status"
	tui respawn-pane -k sh "$tmp/run" "$@"
}

tui_screen()
{
	tui capture-pane -p
}

tui_has() # TEXT: somewhere on the screen
{
	tui_screen | grep -qF -- "$1"
}

tui_lacks() # TEXT
{
	! tui_has "$1"
}

tui_line() # NUMBER TEXT: in that line, from 1
{
	tui_screen | sed -n "${1}p" | grep -qF -- "$2"
}

tui_keys() # KEY...
{
	tui send-keys "$@"
}

tui_left() # STATUS
{
	[ "$(cat "$tmp/status" 2>/dev/null)" = "$1" ]
}

soon() # COMMAND...: within 10 s; on failure show the screen
{
	tui_tries=0
	until "$@"; do
		tui_tries=$((tui_tries + 1))
		if [ $tui_tries -gt 200 ]; then
			echo "# never: $*"
			tui_screen | sed 's/^/# | /'
			return 1
		fi
		sleep 0.05
	done
}
