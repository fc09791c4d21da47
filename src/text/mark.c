#include "text/mark.h"

#include <stdbool.h>
#include <stddef.h>

#include "base/mem.h"

#define START MARK_NO_START
#define END   MARK_NO_END
#define DASH  (MARK_NO_START | MARK_DASH)
#define DOTS  (MARK_NO_START | MARK_DOTS)
#define BLANK MARK_BLANK
#define CLOSE (MARK_NO_START | MARK_FULL)
#define OPEN  (MARK_NO_END | MARK_FULL)

struct mark {
    uint32_t first, last; /* code points */
    unsigned flags;
};

/*
 * Sorted by code point. GB/T 15834-2011, section 5.1, says where each mark of
 * Chinese punctuation may stand; CLREQ ("Requirements for Chinese Text
 * Layout", section 3.1) has the marks that it lacks; UAX #14 names its
 * classes.
 */
/* clang-format off */
static const struct mark marks[] = {
    { 0x0020, 0x0020, BLANK }, /* space: UAX #14 LB7 */
    { 0x0021, 0x0021, START }, /* !: UAX #14 EX, LB13 */
    { 0x0025, 0x0025, START }, /* %: CLREQ, stays with its number */
    { 0x0028, 0x0028, END },   /* (: UAX #14 OP, LB14 */
    { 0x0029, 0x0029, START }, /* ): UAX #14 CP, LB13 */
    { 0x002C, 0x002C, START }, /* ,: UAX #14 IS, LB13 */
    { 0x002E, 0x002E, START }, /* .: UAX #14 IS, LB13 */
    { 0x002F, 0x002F, START }, /* /: UAX #14 SY, LB13; CLREQ */
    { 0x003A, 0x003B, START }, /* : ; UAX #14 IS, LB13 */
    { 0x003F, 0x003F, START }, /* ?: UAX #14 EX, LB13 */
    { 0x005B, 0x005B, END },   /* [: UAX #14 OP, LB14 */
    { 0x005D, 0x005D, START }, /* ]: UAX #14 CP, LB13 */
    { 0x007B, 0x007B, END },   /* {: UAX #14 OP, LB14 */
    { 0x007D, 0x007D, START }, /* }: UAX #14 CL, LB13 */
    { 0x00B7, 0x00B7, START }, /* middle dot: GB/T 15834 5.1.7 */
    { 0x1680, 0x1680, BLANK }, /* ogham space: UAX #14 BA */
    { 0x2000, 0x2006, BLANK }, /* en quad to six-per-em space: UAX #14 BA */
    { 0x2008, 0x200A, BLANK }, /* punctuation to hair space: UAX #14 BA */
    { 0x2010, 0x2010, START }, /* hyphen: UAX #14 BA, LB21; CLREQ */
    { 0x2013, 0x2013, START }, /* en dash: GB/T 15834 5.1.6 */
    { 0x2014, 0x2015, DASH },  /* dash, bar: GB/T 15834 5.1.4, 5.1.6 */
    { 0x2018, 0x2018, END | MARK_OPEN_QUOTE },    /* GB/T 15834 5.1.3 */
    { 0x2019, 0x2019, START | MARK_CLOSE_QUOTE }, /* GB/T 15834 5.1.3 */
    { 0x201C, 0x201C, END | MARK_OPEN_QUOTE },    /* GB/T 15834 5.1.3 */
    { 0x201D, 0x201D, START | MARK_CLOSE_QUOTE }, /* GB/T 15834 5.1.3 */
    { 0x2022, 0x2022, START }, /* bullet as middle dot: GB/T 15834 5.1.7 */
    { 0x2025, 0x2026, DOTS },  /* ellipsis: GB/T 15834 5.1.5 */
    { 0x2027, 0x2027, START }, /* hyphenation point as middle dot: CLREQ */
    { 0x2030, 0x2031, START }, /* per mille: as the per cent sign */
    { 0x203C, 0x203D, START }, /* double !: UAX #14 NS */
    { 0x2047, 0x2049, START }, /* ?? ?! !?: UAX #14 NS */
    { 0x205F, 0x205F, BLANK }, /* mathematical space: UAX #14 BA */
    { 0x22EF, 0x22EF, DOTS },  /* midline ellipsis: UAX #14 IN; CLREQ */
    { 0x2500, 0x2500, DASH },  /* box drawing as a dash, of GB 2312 times */
    { 0x2E3A, 0x2E3B, DASH },  /* two-em, three-em dash: UAX #14 B2 */
    { 0x3000, 0x3000, BLANK }, /* ideographic space: UAX #14 BA */
    { 0x3001, 0x3002, CLOSE }, /* , . GB/T 15834 5.1.1 */
    { 0x3005, 0x3005, CLOSE }, /* iteration mark: UAX #14 NS */
    { 0x3008, 0x3008, OPEN },  /* single guillemets: GB/T 15834 5.1.3 */
    { 0x3009, 0x3009, CLOSE },
    { 0x300A, 0x300A, OPEN },  /* title marks: GB/T 15834 5.1.3 */
    { 0x300B, 0x300B, CLOSE },
    { 0x300C, 0x300C, OPEN },  /* corner bracket: CLREQ; UAX #14 OP */
    { 0x300D, 0x300D, CLOSE }, /* corner bracket: CLREQ; UAX #14 CL */
    { 0x300E, 0x300E, OPEN },  /* white corner bracket */
    { 0x300F, 0x300F, CLOSE },
    { 0x3010, 0x3010, OPEN },  /* lenticular bracket: GB/T 15834 5.1.3 */
    { 0x3011, 0x3011, CLOSE },
    { 0x3014, 0x3014, OPEN },  /* tortoise shell bracket: GB/T 15834 5.1.3 */
    { 0x3015, 0x3015, CLOSE },
    { 0x3016, 0x3016, OPEN },  /* white lenticular bracket: UAX #14 OP, CL */
    { 0x3017, 0x3017, CLOSE },
    { 0x3018, 0x3018, OPEN },  /* white tortoise shell bracket: OP, CL */
    { 0x3019, 0x3019, CLOSE },
    { 0x301A, 0x301A, OPEN },  /* white square bracket: OP, CL */
    { 0x301B, 0x301B, CLOSE },
    { 0x301C, 0x301C, START }, /* wave dash: UAX #14 NS */
    { 0x301D, 0x301D, END },   /* double prime quotation: OP, CL */
    { 0x301E, 0x301F, START },
    { 0x303B, 0x303B, START }, /* vertical iteration mark: UAX #14 NS */
    { 0x309B, 0x309E, START }, /* kana marks: UAX #14 NS */
    { 0x30A0, 0x30A0, START }, /* double hyphen: UAX #14 NS */
    { 0x30FB, 0x30FB, START }, /* katakana middle dot: UAX #14 NS */
    { 0x30FC, 0x30FC, START }, /* prolonged sound mark: UAX #14 CJ */
    { 0x30FD, 0x30FE, START }, /* iteration marks: UAX #14 NS */
    { 0xFE50, 0xFE52, CLOSE }, /* small comma, full stop: UAX #14 CL */
    { 0xFE54, 0xFE57, CLOSE }, /* small ; : ? !: UAX #14 NS, EX */
    { 0xFE59, 0xFE59, OPEN },  /* small brackets: UAX #14 OP, CL */
    { 0xFE5A, 0xFE5A, CLOSE },
    { 0xFE5B, 0xFE5B, OPEN },
    { 0xFE5C, 0xFE5C, CLOSE },
    { 0xFE5D, 0xFE5D, OPEN },
    { 0xFE5E, 0xFE5E, CLOSE },
    { 0xFF01, 0xFF01, CLOSE }, /* !: GB/T 15834 5.1.2 */
    { 0xFF05, 0xFF05, START }, /* %: CLREQ, stays with its number */
    { 0xFF08, 0xFF08, OPEN },  /* (: GB/T 15834 5.1.3 */
    { 0xFF09, 0xFF09, CLOSE }, /* ): GB/T 15834 5.1.3 */
    { 0xFF0C, 0xFF0C, CLOSE }, /* ,: GB/T 15834 5.1.1 */
    { 0xFF0D, 0xFF0D, START }, /* -: GB/T 15834 5.1.6 */
    { 0xFF0E, 0xFF0E, CLOSE }, /* .: GB/T 15834 5.1.1 */
    { 0xFF0F, 0xFF0F, START }, /* solidus: GB/T 15834 5.1.9 */
    { 0xFF1A, 0xFF1B, CLOSE }, /* : ; GB/T 15834 5.1.1 */
    { 0xFF1F, 0xFF1F, CLOSE }, /* ?: GB/T 15834 5.1.2 */
    { 0xFF3B, 0xFF3B, OPEN },  /* [: GB/T 15834 5.1.3 */
    { 0xFF3D, 0xFF3D, CLOSE }, /* ]: GB/T 15834 5.1.3 */
    { 0xFF5B, 0xFF5B, OPEN },  /* {: CLREQ; UAX #14 OP */
    { 0xFF5D, 0xFF5D, CLOSE }, /* }: CLREQ; UAX #14 CL */
    { 0xFF5E, 0xFF5E, START }, /* ~: GB/T 15834 5.1.6 */
    { 0xFF5F, 0xFF5F, END },   /* white parenthesis: OP, CL */
    { 0xFF60, 0xFF61, START }, /* and half-width full stop: UAX #14 CL */
    { 0xFF62, 0xFF62, END },   /* half-width corner bracket: OP, CL */
    { 0xFF63, 0xFF64, START }, /* and half-width comma: UAX #14 CL */
    { 0xFF65, 0xFF65, START }, /* half-width middle dot: UAX #14 NS */
};
/* clang-format on */

/* Letters, Han and spaces come by the million: they need no search. */
static bool is_plain(uint32_t cp)
{
    return (cp >= '0' && cp <= '9') || (cp >= 'A' && cp <= 'Z') ||
           (cp >= 'a' && cp <= 'z') || (cp > 0x30FE && cp < 0xFE50);
}

unsigned mark_of(uint32_t cp)
{
    size_t low = 0, high = ARRAY_LEN(marks);

    if (is_plain(cp))
        return 0;
    if (cp == ' ')
        return MARK_BLANK;
    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (cp < marks[middle].first)
            high = middle;
        else if (cp > marks[middle].last)
            low = middle + 1;
        else
            return marks[middle].flags;
    }
    return 0;
}
