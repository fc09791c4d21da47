#include "import/foreign.h"

#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"

/* What to do with a file of a kind. */
enum advice {
    ADVICE_DOCX, /* LibreOffice makes a .docx of it */
    ADVICE_XLSX, /* LibreOffice makes a .xlsx of it */
    ADVICE_PDF,
    ADVICE_OFD, /* no package reads it */
    ADVICE_PICTURE,
    ADVICE_ARCHIVE,
    ADVICE_EDITION,
    ADVICE_NONE,
};

struct kind {
    const char *magic; /* the first bytes; NULL: the name alone tells */
    size_t len;
    const char *suffix; /* NULL: any */
    const char *name;   /* an English msgid */
    enum advice advice;
};

#define OLE "\xD0\xCF\x11\xE0\xA1\xB1"
#define ZIP "PK\x03\x04"

/* clang-format off */
/* Rows of one magic: those with a suffix before the one without. */
static const struct kind kinds[] = {
    { OLE, 6, ".wps", N_("a document of WPS (.wps)"), ADVICE_DOCX },
    { OLE, 6, ".xls", N_("a workbook of Excel 97-2003 (.xls)"), ADVICE_XLSX },
    { OLE, 6, ".et", N_("a workbook of WPS (.et)"), ADVICE_XLSX },
    { OLE, 6, ".ppt", N_("a presentation (.ppt)"), ADVICE_PDF },
    { OLE, 6, NULL, N_("a document of Word 97-2003 (.doc)"), ADVICE_DOCX },
    { "{\\rtf", 5, NULL, N_("rich text (.rtf)"), ADVICE_DOCX },
    { "%PDF-", 5, NULL, N_("a PDF file"), ADVICE_PDF },
    { ZIP, 4, ".ofd", N_("an OFD file"), ADVICE_OFD },
    { ZIP, 4, ".odt", N_("a document of LibreOffice (.odt)"), ADVICE_DOCX },
    { ZIP, 4, ".ods", N_("a workbook of LibreOffice (.ods)"), ADVICE_XLSX },
    { ZIP, 4, ".xlsx", N_("a workbook of Excel (.xlsx)"), ADVICE_NONE },
    { ZIP, 4, NULL, N_("a ZIP archive"), ADVICE_ARCHIVE },
    { "Rar!", 4, NULL, N_("a RAR archive"), ADVICE_ARCHIVE },
    { "7z\xBC\xAF\x27\x1C", 6, NULL, N_("a 7z archive"), ADVICE_ARCHIVE },
    { "\x1F\x8B", 2, NULL, N_("a gzip archive"), ADVICE_ARCHIVE },
    { "\x89PNG", 4, NULL, N_("a picture (PNG)"), ADVICE_PICTURE },
    { "\xFF\xD8\xFF", 3, NULL, N_("a picture (JPEG)"), ADVICE_PICTURE },
    { "GIF8", 4, NULL, N_("a picture (GIF)"), ADVICE_PICTURE },
    { "II*\0", 4, NULL, N_("a picture (TIFF)"), ADVICE_PICTURE },
    { "MM\0*", 4, NULL, N_("a picture (TIFF)"), ADVICE_PICTURE },
    { "SQLite format 3", 16, NULL, N_("a database"), ADVICE_EDITION },
    { NULL, 0, ".ofd", N_("an OFD file"), ADVICE_OFD },
    { NULL, 0, ".csv", N_("CSV"), ADVICE_NONE },
};
/* clang-format on */

static bool refuse(const struct input *in, const struct kind *k, struct err *e)
{
    const char *path = in->path, *name = _(k->name);

    switch (k->advice) {
    case ADVICE_DOCX:
        err_set(e, ERR_FORMAT,
                _("%s: is %s; convert it first: soffice --headless "
                  "--convert-to docx FILE"),
                path, name);
        break;
    case ADVICE_XLSX:
        err_set(e, ERR_FORMAT,
                _("%s: is %s; convert it first: soffice --headless "
                  "--convert-to xlsx FILE"),
                path, name);
        break;
    case ADVICE_PDF:
        err_set(e, ERR_FORMAT,
                _("%s: is %s; take its text out first: pdftotext -layout "
                  "FILE NEW.txt"),
                path, name);
        break;
    case ADVICE_OFD:
        err_set(e, ERR_FORMAT,
                _("%s: is %s, which no package of Debian reads; save it as "
                  "PDF or text in an OFD reader, and import its text"),
                path, name);
        break;
    case ADVICE_PICTURE:
        err_set(e, ERR_FORMAT,
                _("%s: is %s; recognise its text first: tesseract FILE NEW -l "
                  "chi_sim, read it over, and import NEW.txt"),
                path, name);
        break;
    case ADVICE_ARCHIVE:
        err_set(e, ERR_FORMAT,
                _("%s: is %s; unpack it first (bsdtar -xf FILE), and import "
                  "what was in it"),
                path, name);
        break;
    case ADVICE_EDITION:
        err_set(e, ERR_FORMAT,
                _("%s: is %s, not a source; read it with gongwen"), path, name);
        break;
    case ADVICE_NONE:
        err_set(e, ERR_FORMAT,
                _("%s: is %s; save the table as TAB-separated text (.tsv) and "
                  "import that"),
                path, name);
        break;
    }
    return true;
}

static bool has_suffix(const struct input *in, const struct kind *k)
{
    return input_has_suffix(in, (const char *const[]){k->suffix, NULL});
}

bool foreign_by_content(const struct input *in, struct err *e)
{
    for (size_t i = 0; i < ARRAY_LEN(kinds); i++) {
        const struct kind *k = &kinds[i];

        if (k->magic && input_starts(in, k->magic, k->len) &&
            (!k->suffix || has_suffix(in, k)))
            return refuse(in, k, e);
    }
    return false;
}

bool foreign_by_name(const struct input *in, struct err *e)
{
    for (size_t i = 0; i < ARRAY_LEN(kinds); i++) {
        if (!kinds[i].magic && has_suffix(in, &kinds[i]))
            return refuse(in, &kinds[i], e);
    }
    return false;
}
