#!/bin/sh
# run.sh - build the fuzzers with clang and run each for FUZZ_SECONDS (30).
# Finds are left in fuzz/NAME/ and belong, made small, into a unit test or
# into tests/fuzz/corpus/NAME, which make check replays.
set -eu
srcdir=$(cd "${srcdir:-.}" && pwd)
seconds=${FUZZ_SECONDS:-30}
flags='-g -O1 -fsanitize=address,undefined -fno-sanitize-recover=all'

libraries="-lunistring -lm $(pkg-config --libs sqlite3 libxml-2.0 libzip expat)"

mkdir -p fuzz
cd fuzz
[ -f Makefile ] || "$srcdir/configure" -q CC=clang \
	CFLAGS="$flags -fsanitize=fuzzer-no-link"
make -s -j"$(nproc)" all

for source in "$srcdir"/tests/fuzz/fuzz_*.c; do
	name=${source##*/}
	name=${name%.c}
	mkdir -p "$name"
	# Flags are words.
	# shellcheck disable=SC2086
	clang -std=c17 $flags -fsanitize=fuzzer -include config.h -I. \
		-I"$srcdir/src" -I"$srcdir" "$source" libimport.a libcore.a $libraries \
		-o "$name/$name"
	echo "# $name"
	(
		cd "$name"
		mkdir -p corpus
		"./$name" -max_total_time="$seconds" -timeout=10 \
			-max_len=4096 -verbosity=0 -print_final_stats=1 corpus \
			"$srcdir/tests/fuzz/corpus/$name"
	)
done
