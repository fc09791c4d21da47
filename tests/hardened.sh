#!/bin/sh
# hardened.sh - the programs carry the defences that configure found.
set -eu
. "${srcdir:-.}/tests/tap.inc.sh"

# A fact of both programs. Where this compiler or linker lacks the defence, or
# configure was told to leave it, there is nothing to look for.
both() # NAME COMMAND-ON-A-PROGRAM...
{
	case " ${HARDENED-} " in
	*" $1 "*) ;;
	*)
		echo "# not asked for in this build: $1"
		return 0
		;;
	esac
	shift
	for program in ./gongwen ./gongwen-import; do
		"$@" "$program" && continue
		echo "# $program"
		return 1
	done
}

is_pie()
{
	readelf -hW "$1" | grep -q 'Type: *DYN' &&
		readelf -dW "$1" | grep -q 'FLAGS_1.*PIE'
}

binds_at_start()
{
	readelf -dW "$1" | grep -q 'FLAGS_1.*NOW'
}

has_relro()
{
	readelf -lW "$1" | grep -q GNU_RELRO
}

# The flags of the stack's segment, without E.
stack_is_data()
{
	readelf -lW "$1" | grep -q 'GNU_STACK.* RW  *0x'
}

imports() # PATTERN PROGRAM
{
	readelf --dyn-syms -W "$2" | grep -Eq "UND ($1)(@|\$)"
}

# The marks stand in the code; whether the whole file is noted as marked is
# for libc's start files too, which Debian 12 builds without.
marks_branches()
{
	[ "$(uname -m)" != x86_64 ] && return 0
	[ "$(objdump -d --no-show-raw-insn "$1" | grep -c endbr64)" -gt 200 ]
}

# No segment can be both written and run.
write_or_run()
{
	! readelf -lW "$1" | grep -q ' RWE '
}

plan 8
check 'they stand at a place of their own (PIE)' both pie is_pie
check 'what is linked is bound at the start' both now binds_at_start
check 'and is read-only from then on' both relro has_relro
check 'the stack is not run' both noexecstack stack_is_data
check 'the stack is guarded' both stack-protector imports '__stack_chk_fail'
check 'libc checks the sizes of buffers' \
	both fortify imports '__[a-z]*printf_chk|__mem[a-z]*_chk'
check 'branches and returns are marked (CET)' both cet marks_branches
check 'nothing can be written and run' both relro write_or_run
