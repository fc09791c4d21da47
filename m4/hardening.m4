# GW_HARDENING: HARDEN_CFLAGS and HARDEN_LDFLAGS with the defences that this
# compiler and linker know, and HARDENED with their names, which
# tests/hardened.sh looks for in the programs. --disable-hardening leaves them
# to whoever sets CFLAGS and LDFLAGS.
AC_DEFUN([GW_HARDENING], [
AC_ARG_ENABLE([hardening],
  [AS_HELP_STRING([--disable-hardening],
    [leave stack protector, PIE and the like to CFLAGS and LDFLAGS])])
HARDEN_CFLAGS=
HARDEN_LDFLAGS=
HARDENED=
AS_IF([test "$enable_hardening" != no], [
  _GW_HARDEN([stack-protector], [-fstack-protector-strong], [])
  _GW_HARDEN([stack-clash], [-fstack-clash-protection], [])
  _GW_HARDEN([cet], [-fcf-protection=full], [])
  _GW_HARDEN([pie], [-fPIE], [-pie])
  _GW_HARDEN([relro], [], [-Wl,-z,relro])
  _GW_HARDEN([now], [], [-Wl,-z,now])
  _GW_HARDEN([noexecstack], [], [-Wl,-z,noexecstack])
  # It is for optimized code alone; the sanitizers have their own.
  AS_IF([test "$enable_sanitizers" != yes],
    [_GW_HARDEN([fortify], [-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3], [],
      [#ifndef __OPTIMIZE__
       #error not optimized
       #endif])])
])
AC_SUBST([HARDEN_CFLAGS])
AC_SUBST([HARDEN_LDFLAGS])
AC_SUBST([HARDENED])
])

# _GW_HARDEN(NAME, COMPILER'S FLAGS, LINKER'S FLAGS, [PROLOGUE])
m4_define([_GW_HARDEN], [
AC_MSG_CHECKING([for the defence $1])
saved_CFLAGS=$CFLAGS
saved_LDFLAGS=$LDFLAGS
CFLAGS="$CFLAGS -Werror $2"
LDFLAGS="$LDFLAGS $3"
AC_LINK_IFELSE([AC_LANG_PROGRAM([$4
#include <string.h>], [])],
  [HARDEN_CFLAGS="$HARDEN_CFLAGS $2"
   HARDEN_LDFLAGS="$HARDEN_LDFLAGS $3"
   HARDENED="$HARDENED $1"
   AC_MSG_RESULT([yes])],
  [AC_MSG_RESULT([no])])
CFLAGS=$saved_CFLAGS
LDFLAGS=$saved_LDFLAGS
])
