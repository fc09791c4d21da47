#include "ui/number.h"

#include <inttypes.h>
#include <stdio.h>

void number_append(struct str *out, int64_t n)
{
    char digits[32];
    int len = snprintf(digits, sizeof(digits), "%" PRId64, n);

    for (int i = 0; i < len; i++) {
        if (i > 0 && (len - i) % 3 == 0 && digits[i - 1] != '-')
            str_addc(out, ',');
        str_addc(out, digits[i]);
    }
}
