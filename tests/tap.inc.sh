# tap.inc.sh - results of a test script in TAP, and a folder of its own.
# Source it, then: plan N; check 'a sentence' COMMAND...; result 'a sentence'
# "$problems" (empty is good). $tmp is removed at exit.

tap_count=0
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

plan() # N
{
	echo "1..$1"
}

tap() # STATUS SENTENCE
{
	tap_count=$((tap_count + 1))
	if [ "$1" -eq 0 ]; then
		echo "ok $tap_count - $2"
	else
		echo "not ok $tap_count - $2"
	fi
}

check() # SENTENCE COMMAND...
{
	tap_name=$1
	shift
	tap_status=0
	"$@" || tap_status=1
	tap $tap_status "$tap_name"
}

result() # SENTENCE PROBLEMS
{
	if [ -z "$2" ]; then
		tap 0 "$1"
	else
		printf '%s\n' "$2" | sed 's/^/# /'
		tap 1 "$1"
	fi
}
