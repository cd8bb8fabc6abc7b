/* The words by which a company's name says what it is in law. */
#include "model/legal_form.h"

#include <string.h>

bool sl_is_legal_form(const char *word, size_t length)
{
    static const char *const forms[] = {
        "inc",  "incorporated", "ltd",         "limited", "llc",     "llp",     "lp",
        "plc",  "corp",         "corporation", "co",      "company", "pvt",     "private",
        "pte",  "pty",          "gmbh",        "ag",      "kg",      "kgaa",    "se",
        "sa",   "sas",          "sasu",        "sarl",    "snc",     "scop",    "spa",
        "srl",  "sl",           "nv",          "bv",      "ab",      "asa",     "oyj",
        "oy",   "kk",           "kabushiki",   "kaisha",  "sca",     "societe", "anonyme",
        "jsc",  "pjsc",         "ooo",         "as",      "aps",     "sro",     "kft",
        "zrt",  "bhd",          "sdn",         "berhad",  "tbk",     "doo",     "ug",
        "mbh",  "ohg",          "gbr",         "eg",      "sprl",    "srls",    "lda",
        "ltda", "ehf",          "cv"};
    for (size_t i = 0; length > 0 && i < sizeof forms / sizeof *forms; i++) {
        if (forms[i][0] == word[0] && strncmp(forms[i], word, length) == 0 &&
            forms[i][length] == '\0')
            return true;
    }
    return false;
}
