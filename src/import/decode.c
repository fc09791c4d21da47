#include "import/decode.h"

#include <errno.h>
#include <iconv.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "text/utf8.h"

/* What iconv_open() gives where it fails; POSIX has it so. */
#define NONE ((iconv_t)-1) /* NOLINT(performance-no-int-to-ptr) */

/* clang-format off */
static const struct {
    const char *name;
    const char *converter; /* of iconv; the first that libc has */
    const char *other;
    size_t unit; /* bytes */
} encodings[ENCODING_COUNT] = {
    [ENCODING_UTF8]    = { "UTF-8",    NULL,         NULL,   1 },
    [ENCODING_UTF16LE] = { "UTF-16LE", "UTF-16LE",   NULL,   2 },
    [ENCODING_UTF16BE] = { "UTF-16BE", "UTF-16BE",   NULL,   2 },
    [ENCODING_UTF32LE] = { "UTF-32LE", "UTF-32LE",   NULL,   4 },
    [ENCODING_UTF32BE] = { "UTF-32BE", "UTF-32BE",   NULL,   4 },
    [ENCODING_GB18030] = { "GB18030",  "GB18030",    NULL,   1 },
    [ENCODING_BIG5]    = { "Big5",     "BIG5-HKSCS", "BIG5", 1 },
};

static const struct {
    const char *name;
    enum encoding encoding;
} names[] = {
    { "utf-8", ENCODING_UTF8 },       { "utf8", ENCODING_UTF8 },
    { "unicode", ENCODING_UTF16LE },  { "utf-16", ENCODING_UTF16LE },
    { "utf-16le", ENCODING_UTF16LE }, { "utf-16be", ENCODING_UTF16BE },
    { "utf-32", ENCODING_UTF32LE },   { "utf-32le", ENCODING_UTF32LE },
    { "utf-32be", ENCODING_UTF32BE },
    { "gb18030", ENCODING_GB18030 },  { "gbk", ENCODING_GB18030 },
    { "gb2312", ENCODING_GB18030 },   { "gb_2312-80", ENCODING_GB18030 },
    { "gb2312-80", ENCODING_GB18030 },{ "x-gbk", ENCODING_GB18030 },
    { "gb-18030", ENCODING_GB18030 }, { "euc-cn", ENCODING_GB18030 },
    { "cp936", ENCODING_GB18030 },    { "936", ENCODING_GB18030 },
    { "ms936", ENCODING_GB18030 },    { "windows-936", ENCODING_GB18030 },
    { "chinese", ENCODING_GB18030 },
    { "big5", ENCODING_BIG5 },        { "big-5", ENCODING_BIG5 },
    { "big5-hkscs", ENCODING_BIG5 },  { "cp950", ENCODING_BIG5 },
    { "950", ENCODING_BIG5 },         { "x-x-big5", ENCODING_BIG5 },
};

static const struct {
    const char *bytes;
    size_t len;
    enum encoding encoding;
} marks[] = {
    { "\xEF\xBB\xBF", 3, ENCODING_UTF8 },
    { "\xFF\xFE\0\0", 4, ENCODING_UTF32LE },
    { "\0\0\xFE\xFF", 4, ENCODING_UTF32BE },
    { "\xFF\xFE", 2, ENCODING_UTF16LE },
    { "\xFE\xFF", 2, ENCODING_UTF16BE },
    { "\x84\x31\x95\x33", 4, ENCODING_GB18030 },
};
/* clang-format on */

bool decode_open(struct decode *d, struct err *e)
{
    bool ok = true;

    *d = (struct decode){.forced = ENCODING_UNKNOWN};
    for (size_t i = 0; i < ENCODING_COUNT; i++) {
        d->converters[i] = NONE;
        if (!encodings[i].converter)
            continue;
        d->converters[i] = iconv_open("UTF-8", encodings[i].converter);
        if (d->converters[i] == NONE && encodings[i].other)
            d->converters[i] = iconv_open("UTF-8", encodings[i].other);
        if (d->converters[i] == NONE && ok)
            ok = err_set(e, ERR_IO,
                         _("this system cannot convert %s; install the "
                           "converters of its C library (iconv, gconv)"),
                         encodings[i].name);
    }
    return ok;
}

void decode_close(struct decode *d)
{
    for (size_t i = 0; i < ENCODING_COUNT; i++) {
        if (d->converters[i] && d->converters[i] != NONE)
            iconv_close(d->converters[i]);
        d->converters[i] = NULL;
    }
}

enum encoding decode_named(const char *name, size_t len)
{
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        if (strlen(names[i].name) == len &&
            strncasecmp(name, names[i].name, len) == 0)
            return names[i].encoding;
    }
    return ENCODING_UNKNOWN;
}

const char *decode_name(enum encoding encoding)
{
    return encodings[encoding].name;
}

/* ---- telling ---- */

/* How much of a sample is what Chinese text is made of, as UTF-16. */
static double utf16_share(const char *bytes, size_t len, bool little)
{
    size_t good = 0, units = len / 2;

    for (size_t i = 0; i < units; i++) {
        const unsigned char *b = (const unsigned char *)bytes + 2 * i;
        unsigned u =
            little ? b[0] | (unsigned)b[1] << 8 : b[1] | (unsigned)b[0] << 8;

        good += (u >= 0x20 && u < 0x7F) || u == '\n' || u == '\r' ||
                u == '\t' || (u >= 0x4E00 && u < 0x9FA6) ||
                (u >= 0x3000 && u < 0x3030) || (u >= 0xFF00 && u < 0xFFEF) ||
                (u >= 0x2010 && u < 0x2030);
    }
    return units ? (double)good / (double)units : 0;
}

/* Bytes over 0x7F that are part of valid UTF-8, and those that are not. Two
 * Han of GB18030 may be valid UTF-8 too, as letters that stand in no Chinese
 * text: they count as odd. */
struct utf8_count {
    size_t good, bad, odd;
};

static bool is_odd(uint32_t cp)
{
    return (cp >= 0x80 && cp < 0xA0) || (cp >= 0x300 && cp < 0x370) ||
           (cp >= 0x500 && cp < 0x800);
}

static struct utf8_count count_utf8(const char *s, size_t len, bool whole)
{
    struct utf8_count c = {0};

    for (size_t i = 0; i < len;) {
        uint32_t cp;
        size_t n = utf8_next(s + i, len - i, &cp);

        if (cp == UTF8_REPLACEMENT && !(n == 3 && s[i] == '\xEF')) {
            if (!whole && len - i < UTF8_MAX)
                break; /* may be a character cut short */
            c.bad += n;
        } else if (cp >= 0x80) {
            c.good += n;
            c.odd += is_odd(cp) ? n : 0;
        }
        i += n;
    }
    return c;
}

/* The characters that any Chinese text is full of; the second row as they are
 * written in traditional characters. */
static void mark_frequent(uint8_t marked[0x10000 / 8])
{
    static const char *const frequent =
        "的一是在不了有和人这中大为上个国以要他时来用们生到作地于出就分对成会可"
        "主"
        "发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家"
        "电"
        "力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合"
        "还"
        "因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明"
        "看"
        "原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想"
        "已"
        "通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边"
        "流"
        "路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战"
        "先"
        "回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶"
        "油"
        "思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例"
        "真"
        "务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集"
        "温"
        "传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际"
        "商"
        "非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何"
        "除"
        "消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派"
        "层"
        "片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严"
        "這為個國時來們於會發動過說產種後學經進著電裡現實點從業應開還無關與"
        "總員變長頭資邊級圖統組計論運農區強決戰則據處隊給門規熱領東導壓爭濟階術"
        "極"
        "聯認權證單風車務萬積議聲報鬥類離華確張馬節話況傳許廣記須際驗連斷難礦備"
        "辦"
        "習響約勞團歷構稱準號維劃選標寫親養層卻專狀廠識適屬圓滿縣參紅細聽該鐵價"
        "嚴"
        "，。、：；？！《》（）“”";
    size_t len = strlen(frequent);

    memset(marked, 0, 0x10000 / 8);
    for (size_t i = 0; i < len;) {
        uint32_t cp;

        i += utf8_next(frequent + i, len - i, &cp);
        marked[cp / 8] |= (uint8_t)(1u << cp % 8);
    }
}

static bool is_marked(const uint8_t marked[0x10000 / 8], uint32_t cp)
{
    return cp < 0x10000 && (marked[cp / 8] >> cp % 8 & 1);
}

/* The share of frequent characters among those over 0x7F, less that of bytes
 * which are no text of the encoding. */
static double frequent_share(struct decode *d, enum encoding encoding,
                             const char *bytes, size_t len)
{
    struct decode_place at = {.path = "", .encoding = encoding, .line = 1};
    struct str text = {0};
    bool lossy = d->lossy;
    uint8_t marked[0x10000 / 8];
    size_t frequent = 0, bad = 0, all = 0;

    mark_frequent(marked);
    d->lossy = true;
    decode_append(d, &at, bytes, len, false, &text, NULL);
    d->lossy = lossy;
    for (size_t i = 0; i < text.len;) {
        uint32_t cp;

        i += utf8_next(text.text + i, text.len - i, &cp);
        all += cp >= 0x80;
        bad += cp == UTF8_REPLACEMENT;
        frequent += cp >= 0x80 && is_marked(marked, cp);
    }
    str_clear(&text);
    return all ? ((double)frequent - 4.0 * (double)bad) / (double)all : 0;
}

#define SAMPLE_CHINESE (16u << 10) /* bytes that tell GB18030 from Big5 */

/* The first of the bytes from a line with one over 0x7F on: a page may begin
 * with much markup. */
static void find_sample(const char **bytes, size_t *len)
{
    size_t at = 0;

    while (at < *len && !((unsigned char)(*bytes)[at] & 0x80))
        at++;
    *bytes += at;
    *len -= at;
    if (*len > SAMPLE_CHINESE)
        *len = SAMPLE_CHINESE;
}

static enum encoding tell_chinese(struct decode *d, const char *bytes,
                                  size_t len, enum encoding declared)
{
    double gb, big5;

    find_sample(&bytes, &len);
    gb = frequent_share(d, ENCODING_GB18030, bytes, len);
    big5 = frequent_share(d, ENCODING_BIG5, bytes, len);
    if (gb > big5 + 0.1)
        return ENCODING_GB18030;
    if (big5 > gb + 0.1)
        return ENCODING_BIG5;
    if (declared == ENCODING_GB18030 || declared == ENCODING_BIG5)
        return declared;
    return big5 > gb ? ENCODING_BIG5 : ENCODING_GB18030;
}

static enum encoding tell_utf16(const char *bytes, size_t len)
{
    double little, big;

    if (len < 4 || len % 2)
        len -= len % 2;
    little = utf16_share(bytes, len, true);
    big = utf16_share(bytes, len, false);
    if (little >= 0.9 && little > big + 0.2)
        return ENCODING_UTF16LE;
    if (big >= 0.9 && big > little + 0.2)
        return ENCODING_UTF16BE;
    return ENCODING_UNKNOWN;
}

enum encoding decode_tell(struct decode *d, const char *bytes, size_t len,
                          bool whole, enum encoding declared, size_t *skip)
{
    struct utf8_count utf8;
    enum encoding wide;

    *skip = 0;
    for (size_t i = 0; i < ARRAY_LEN(marks); i++) {
        if (len < marks[i].len ||
            memcmp(bytes, marks[i].bytes, marks[i].len) != 0)
            continue;
        if (d->forced != ENCODING_UNKNOWN && d->forced != marks[i].encoding)
            continue;
        *skip = marks[i].len;
        return marks[i].encoding;
    }
    if (d->forced != ENCODING_UNKNOWN)
        return d->forced;
    utf8 = count_utf8(bytes, len, whole);
    if (utf8.bad == 0 && 2 * utf8.odd <= utf8.good && !memchr(bytes, '\0', len))
        return ENCODING_UTF8;
    wide = tell_utf16(bytes, len);
    if (wide != ENCODING_UNKNOWN)
        return wide;
    /* UTF-8 with some bytes of it broken. */
    if (utf8.good > 8 * (utf8.bad + utf8.odd) || utf8.good + utf8.bad == 0)
        return ENCODING_UTF8;
    return tell_chinese(d, bytes, len, declared);
}

/* ---- decoding ---- */

static bool refuse(const struct decode_place *at, bool is_nul, struct err *e)
{
    if (is_nul)
        return err_set(e, ERR_DATA,
                       _("%s:%zu: has a NUL byte; correct it, name the "
                         "encoding with --encoding, or have such bytes marked "
                         "with --lossy"),
                       at->path, at->line);
    return err_set(e, ERR_DATA,
                   _("%s:%zu: byte %zu (%zu of the file) is not %s; correct "
                     "it, name the encoding with --encoding, or have such "
                     "bytes marked with --lossy"),
                   at->path, at->line, at->column + 1, at->offset + 1,
                   decode_name(at->encoding));
}

/* Move on over bytes that were taken; line ends are counted in the units of
 * the encoding. */
static void pass(struct decode_place *at, const char *bytes, size_t len)
{
    size_t unit = encodings[at->encoding].unit;
    size_t last =
        at->encoding == ENCODING_UTF16LE || at->encoding == ENCODING_UTF32LE
            ? 0
            : unit - 1; /* where a unit keeps its lowest byte */

    at->offset += len;
    if (unit == 1) {
        const char *lf;

        while ((lf = memchr(bytes, '\n', len)) != NULL) {
            len -= (size_t)(lf + 1 - bytes);
            bytes = lf + 1;
            at->line++;
            at->column = 0;
        }
        at->column += len;
        return;
    }
    for (size_t i = 0; i + unit <= len; i += unit) {
        bool is_lf = bytes[i + last] == '\n';

        for (size_t b = 0; b < unit; b++)
            is_lf = is_lf && (b == last || bytes[i + b] == 0);
        at->column = is_lf ? 0 : at->column + unit;
        at->line += is_lf;
    }
}

/* One bad unit: marked, or refused. */
static bool take_bad(struct decode *d, struct decode_place *at,
                     const char *bytes, size_t len, struct str *out,
                     struct err *e)
{
    if (!d->lossy)
        return refuse(at, len == 1 && *bytes == '\0', e);
    str_add(out, "\xEF\xBF\xBD");
    pass(at, bytes, len);
    return true;
}

/* The valid bytes at the start. */
static size_t valid_utf8(const char *s, size_t len)
{
    size_t i = 0;

    while (i < len && s[i] != '\0') {
        uint32_t cp;
        size_t n = utf8_next(s + i, len - i, &cp);

        if (cp == UTF8_REPLACEMENT && !(n == 3 && s[i] == '\xEF'))
            break;
        i += n;
    }
    return i;
}

/* Whether so many bytes may begin a character whose rest follows. */
static bool may_go_on(const char *s, size_t len)
{
    unsigned char b = (unsigned char)s[0];
    size_t needed = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : b >= 0xC2 ? 2 : 1;

    return len < needed && b < 0xF5 && utf8_count(s, len) == 1;
}

static long long append_utf8(struct decode *d, struct decode_place *at,
                             const char *s, size_t len, bool at_end,
                             struct str *out, struct err *e)
{
    size_t i = 0;

    for (;;) {
        size_t good = valid_utf8(s + i, len - i);
        uint32_t cp;
        size_t bad;

        str_append(out, s + i, good);
        pass(at, s + i, good);
        i += good;
        if (i == len || (!at_end && may_go_on(s + i, len - i)))
            return (long long)i;
        bad = utf8_decode(s + i, len - i, &cp);
        if (!take_bad(d, at, s + i, bad, out, e))
            return -1;
        i += bad;
    }
}

/* NULs are as little text as what the converter refuses. */
static bool mark_nuls(struct decode *d, const struct decode_place *at,
                      struct str *out, size_t from, struct err *e)
{
    struct str marked = {0};

    if (!memchr(str_text(out) + from, '\0', out->len - from))
        return true;
    if (!d->lossy)
        return refuse(at, true, e);
    for (size_t i = from; i < out->len; i++) {
        if (out->text[i])
            str_addc(&marked, out->text[i]);
        else
            str_add(&marked, "\xEF\xBF\xBD");
    }
    str_truncate(out, from);
    str_append(out, str_text(&marked), marked.len);
    str_clear(&marked);
    return true;
}

static long long append_other(struct decode *d, struct decode_place *at,
                              const char *bytes, size_t len, bool at_end,
                              struct str *out, struct err *e)
{
    iconv_t cd = d->converters[at->encoding];
    size_t unit = encodings[at->encoding].unit;
    /* NOLINTNEXTLINE(performance-no-int-to-ptr): iconv() changes none of it */
    char *in = (char *)(uintptr_t)bytes;
    size_t left = len;
    bool ok = true;

    iconv(cd, NULL, NULL, NULL, NULL);
    while (ok && left > 0) {
        char block[4096], *to = block, *before = in;
        size_t room = sizeof(block), from = out->len, result;
        int reason;

        result = iconv(cd, &in, &left, &to, &room);
        reason = errno;
        str_append(out, block, (size_t)(to - block));
        ok = mark_nuls(d, at, out, from, e);
        pass(at, before, (size_t)(in - before));
        if (!ok || result != (size_t)-1 || reason == E2BIG)
            continue;
        if (reason == EINVAL && !at_end)
            break;
        if (unit > left)
            unit = left;
        ok = take_bad(d, at, in, unit, out, e);
        in += unit;
        left -= unit;
        iconv(cd, NULL, NULL, NULL, NULL);
    }
    if (ok) {
        char block[16], *to = block;
        size_t room = sizeof(block);

        iconv(cd, NULL, NULL, &to, &room);
        str_append(out, block, (size_t)(to - block));
    }
    return ok ? (long long)(len - left) : -1;
}

long long decode_append(struct decode *d, struct decode_place *at,
                        const char *bytes, size_t len, bool at_end,
                        struct str *out, struct err *e)
{
    if (at->encoding == ENCODING_UTF8)
        return append_utf8(d, at, bytes, len, at_end, out, e);
    return append_other(d, at, bytes, len, at_end, out, e);
}

bool decode_whole(struct decode *d, const char *path, const char *bytes,
                  size_t len, enum encoding declared, struct str *out,
                  struct err *e)
{
    struct decode_place at = {.path = path, .line = 1};
    size_t skip = 0;

    at.encoding = decode_tell(d, bytes, len, true, declared, &skip);
    at.offset = skip;
    return decode_append(d, &at, bytes + skip, len - skip, true, out, e) >= 0;
}
