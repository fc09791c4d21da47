#!/bin/sh
# bench_list.sh - make the list of BENCH_ROWS rows and import it, in this
# folder as bench-ROWS.tsv and .db: rows a second, memory, sizes. The time is
# the importer's own, the disk's included; a second run with the same number
# of rows imports anew.
set -eu
rows=${BENCH_ROWS:-1000000}
list=bench-$rows.tsv
edition=bench-$rows.db

now()
{
	date +%s.%N
}

[ -s "$list" ] || ./tests/bench/make_list "$rows" >"$list"
rm -f "$edition"
start=$(now)
./gongwen-import -o "$edition" "$list" &
job=$!
peak=0
while kill -0 $job 2>/dev/null; do
	kb=$(sed -n 's/^VmHWM:[^0-9]*\([0-9]*\).*/\1/p' /proc/$job/status \
		2>/dev/null) || kb=
	[ "${kb:-0}" -le "$peak" ] || peak=$kb
	sleep 0.02
done
wait $job
now | awk -v start="$start" -v rows="$rows" -v peak="$peak" \
	-v from="$(wc -c <"$list")" -v to="$(wc -c <"$edition")" '{
	printf "import of %d rows: %.2f s, %d rows/s, %.1f MB at most;" \
		" %.1f MB become %.1f MB\n", rows, $1 - start,
		rows / ($1 - start), peak / 1000, from / 1e6, to / 1e6
}'
