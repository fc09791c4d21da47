# GW_SANITIZERS: SAN_CFLAGS for ASan and UBSan under --enable-sanitizers.
AC_DEFUN([GW_SANITIZERS], [
AC_ARG_ENABLE([sanitizers],
  [AS_HELP_STRING([--enable-sanitizers],
    [build with AddressSanitizer and UndefinedBehaviorSanitizer])])
SAN_CFLAGS=
AS_IF([test "$enable_sanitizers" = yes],
  [SAN_CFLAGS="-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer"])
AC_SUBST([SAN_CFLAGS])
AM_CONDITIONAL([SANITIZERS], [test "$enable_sanitizers" = yes])
])
