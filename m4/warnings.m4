# GW_WARNINGS: WARN_CFLAGS with the warnings that this compiler knows, and
# -Werror under --enable-werror.
AC_DEFUN([GW_WARNINGS], [
AC_ARG_ENABLE([werror],
  [AS_HELP_STRING([--enable-werror], [treat warnings as errors])])
WARN_CFLAGS=
for flag in -Wall -Wextra -Wpedantic -Wshadow -Wconversion \
    -Wstrict-prototypes -Wmissing-prototypes -Wmissing-variable-declarations \
    -Wold-style-definition -Wwrite-strings -Wcast-qual -Wcast-align=strict \
    -Wformat=2 -Wundef -Wpointer-arith -Wvla -Wnull-dereference \
    -Wduplicated-cond -Wduplicated-branches -Wlogical-op -Wswitch-enum; do
  AC_MSG_CHECKING([whether $CC takes $flag])
  saved_CFLAGS=$CFLAGS
  CFLAGS="$CFLAGS -Werror $flag"
  AC_COMPILE_IFELSE([AC_LANG_PROGRAM([], [])],
    [WARN_CFLAGS="$WARN_CFLAGS $flag"
     AC_MSG_RESULT([yes])],
    [AC_MSG_RESULT([no])])
  CFLAGS=$saved_CFLAGS
done
AS_IF([test "$enable_werror" = yes], [WARN_CFLAGS="$WARN_CFLAGS -Werror"])
AC_SUBST([WARN_CFLAGS])
])
