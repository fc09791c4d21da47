#!/bin/sh
# ssh.sh - the program through a real sshd on loopback: terminals, locales,
# and a client that dies. By hand: make check-ssh. The server is one of our
# own with keys made for it, in $tmp; root's needs the folder /run/sshd.
set -eu
. "${srcdir:-.}/tests/tap.inc.sh"
. "${srcdir:-.}/tests/tui.inc.sh"

PATH=$PATH:/usr/sbin
if ! sshd=$(command -v sshd) || ! command -v ssh >/dev/null; then
	echo 'Bail out! sshd is absent (Debian: openssh-server)'
	exit 1
fi
server=
# shellcheck disable=SC2154 # tmp is tap.inc.sh's
trap '[ -z "$server" ] || kill "$server"
	tui kill-server 2>/dev/null || true; rm -rf "$tmp"' EXIT
trap 'exit 1' HUP INT TERM

listens()
{
	grep -qs '^Server listening' "$tmp/log" || ! kill -0 "$server"
}

start_server() # on the first free one of ten ports
{
	[ "$(id -u)" -ne 0 ] || mkdir -p /run/sshd
	ssh-keygen -q -t ed25519 -N '' -f "$tmp/host"
	ssh-keygen -q -t ed25519 -N '' -f "$tmp/user"
	cat >"$tmp/config" <<-EOF
		ListenAddress 127.0.0.1
		HostKey $tmp/host
		AuthorizedKeysFile $tmp/user.pub
		PidFile none
		UsePAM no
		StrictModes no
		PasswordAuthentication no
		KbdInteractiveAuthentication no
		PrintMotd no
		PrintLastLog no
		AcceptEnv LANG
	EOF
	port=$((20000 + $$ % 10000))
	for _ in 1 2 3 4 5 6 7 8 9 10; do
		port=$((port + 1))
		"$sshd" -D -f "$tmp/config" -p $port -E "$tmp/log" &
		server=$!
		soon listens
		! kill -0 $server 2>/dev/null || return 0
		server=
	done
	sed 's/^/# /' "$tmp/log"
	return 1
}

# A client: sh "$tmp/client" TERM LANG ("": unset). Both ends leave their
# process's number.
write_client()
{
	cat >"$tmp/program" <<-EOF
		echo \$\$ >"$tmp/program.pid"
		exec "$PWD/gongwen"
	EOF
	cat >"$tmp/client" <<-EOF
		export TERM="\$1" LANG="\$2"
		[ "\$LANG" ] || unset LANG
		unset LC_ALL LC_CTYPE
		echo \$\$ >"$tmp/client.pid"
		exec ssh -F none -tt -p $port -i "$tmp/user" -o LogLevel=ERROR \\
			-o IdentitiesOnly=yes -o StrictHostKeyChecking=no \\
			-o UserKnownHostsFile="$tmp/known" -o SendEnv=LANG \\
			127.0.0.1 sh "$tmp/program"
	EOF
}

shows() # TERM LANG
{
	tui resize-window -x 80 -y 24
	tui_again sh "$tmp/client" "$1" "$2"
	soon tui_has 联想职业教育集团 && soon tui_line 24 'F1 帮助'
}

browses() # TERM LANG
{
	shows "$1" "$2" || return 1
	tui_keys /
	tui send-keys -l hngymsh
	soon tui_line 24 1/1 || return 1
	tui_keys Enter
	soon tui_line 24 '第 98 号' || return 1
	tui resize-window -x 100 -y 30
	soon tui_line 30 '第 98 号' && soon tui_has 湖南工艺美术 || return 1
	tui_keys Q
	soon tui_left 0
}

prints() # LANG
{
	sh "$tmp/client" dumb "$1" </dev/null >"$tmp/printed" &&
		grep -q 湖南工艺美术职业教育集团 "$tmp/printed"
}

leaves_with_its_client()
{
	shows xterm-256color zh_CN.UTF-8 || return 1
	program=$(cat "$tmp/program.pid")
	kill -KILL "$(cat "$tmp/client.pid")"
	for _ in 1 2 3 4 5 6 7 8 9 10; do
		case $(ps -o stat= -p "$program") in
		'' | Z*) return 0 ;; # or its new parent is slow to notice
		esac
		sleep 0.1
	done
	return 1
}

plan 20
tui_start 80x24 cat
check 'a server listens' start_server
write_client
for lang in '' C zh_CN.UTF-8; do
	for term in xterm-256color screen linux vt100 foot; do
		check "TERM=$term LANG=$lang: shows, searches, resizes, leaves with 0" \
			browses $term "$lang"
	done
	check "TERM=dumb LANG=$lang: prints" prints "$lang"
done
check 'a second after its client was killed it is gone' leaves_with_its_client
