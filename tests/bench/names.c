#include "names.h"

#include <ctype.h>

#include "dice.h"

static const char *const syllables[64] = {
    "ba", "be", "bi", "bo", "da", "de", "di", "do", "fa", "fe", "fi", "ga", "go", "ha", "he", "hi",
    "ho", "ja", "jo", "ka", "ke", "ki", "ko", "la", "le", "li", "lo", "lu", "ma", "me", "mi", "mo",
    "mu", "na", "ne", "ni", "no", "nu", "pa", "pe", "pi", "po", "ra", "re", "ri", "ro", "ru", "sa",
    "se", "si", "so", "su", "ta", "te", "ti", "to", "tu", "va", "ve", "vi", "vo", "ya", "za", "zo",
};
static const char *const trades[16] = {
    "Energy", "Motors",  "Foods",  "Steel",    "Media",  "Pharma",  "Logistics", "Power",
    "Bank",   "Telecom", "Mining", "Textiles", "Cement", "Airways", "Chemicals", "Électronique",
};
static const char *const forms[3][4] = {
    [DISCLOSED] = {" plc", " AG", " SA", " plc"},
    [FUNDED] = {" Labs", " Technologies", ", Pvt Ltd", " Labs"},
    [COUNTED] = {" GmbH", " BV", " Oyj", " GmbH"},
};
static const char *const first_names[16] = {
    "Ada",    "Bharat", "Chen",  "Dinesh", "Elena", "François", "Grace", "Hiroshi",
    "Ingrid", "João",   "Kavya", "Liu",    "Meera", "Nikhil",   "Olga",  "Zoë",
};
static const char *const funds[8] = {
    " Capital",  " Partners", " Ventures", " Asset Management",
    " Holdings", " Fund II",  " Trust",    " Investments",
};

/* Four syllables for 24 bits, so that no two numbers share a word; mixed, so that neighbours do not
 * look alike. */
static void put_word(struct sheet *sheet, uint32_t number)
{
    const uint32_t mixed = ((number + 4711) * 0x9e3775u) & 0xffffffu; /* odd: one to one */
    const size_t start = sheet->used;
    for (int shift = 18; shift >= 0; shift -= 6)
        sheet_put(sheet, syllables[(mixed >> shift) & 63]);
    sheet->text[start] = (char)toupper((unsigned char)sheet->text[start]);
}

void put_company(struct sheet *sheet, uint32_t number, enum style style)
{
    const uint64_t bits = dice_mix(number + 1);
    const char *form = forms[style][(bits >> 8) & 3];
    if (form[0] == ',') sheet_char(sheet, '"');
    put_word(sheet, number);
    if (bits & 16) {
        sheet_char(sheet, ' ');
        sheet_put(sheet, trades[bits & 15]);
    }
    sheet_put(sheet, form);
    if (form[0] == ',') sheet_char(sheet, '"');
}

void put_holder(struct sheet *sheet, uint32_t number)
{
    const uint64_t bits = dice_mix(number + 0x5bd1e995u);
    if (bits & 16) {
        sheet_put(sheet, first_names[bits & 15]);
        sheet_char(sheet, ' ');
    }
    put_word(sheet, number);
    if (!(bits & 16)) sheet_put(sheet, funds[bits & 7]);
}
