/* The currencies of ISO 4217 and how many decimals each counts in: those in force (without XTS,
 * for tests, and XXX, for none), and those withdrawn since about 1990, which old deals are in.
 * Codes without a minor unit (gold, special drawing rights) count in whole units. */
#include <string.h>

#include "model/amount.h"

/* Each list is sorted, four bytes a code. */
static const char whole[] =
    "ADP BEF BIF BYB BYR CLP DJF ESP GNF GRD ISK ITL JPY KMF KRW LUF MGF PTE PYG RWF "
    "TPE TRL UGX UYI VND VUV XAD XAF XAG XAU XBA XBB XBC XBD XDR XOF XPD XPF XPT XSU "
    "XUA ";
static const char hundredths[] =
    "AED AFA AFN ALL AMD ANG AOA AON AOR ARA ARS ATS AUD AWG AYM AZM AZN BAD BAM BBD "
    "BDT BGL BGN BMD BND BOB BOV BRE BRL BRN BRR BSD BTN BWP BYN BZD CAD CDF CHE CHF "
    "CHW CNY COP COU CRC CSD CSK CUC CUP CVE CYP CZK DDM DEM DKK DOP DZD ECS ECV EEK "
    "EGP ERN ESB ETB EUR FIM FJD FKP FRF GBP GEK GEL GHC GHS GIP GMD GTQ GWP GYD HKD "
    "HNL HRD HRK HTG HUF IDR IEP ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR "
    "LRD LSL LTL LTT LVL LVR MAD MDL MGA MKD MMK MNT MOP MRO MRU MTL MUR MVR MWK MXN "
    "MXP MXV MYR MZM MZN NAD NGN NIO NLG NOK NPR NZD PAB PEI PEN PGK PHP PKR PLN PLZ "
    "QAR ROL RON RSD RUB RUR SAR SBD SCR SDD SDG SEK SGD SHP SIT SKK SLE SLL SOS SRD "
    "SRG SSP STD STN SUR SVC SYP SZL THB TJR TJS TMM TMT TOP TRY TTD TWD TZS UAH UAK "
    "USD USN USS UYP UYU UZS VEB VED VEF VES WST XCD XCG XEU YDD YER YUD YUM YUN ZAL "
    "ZAR ZMK ZMW ZRN ZRZ ZWD ZWG ZWL ZWN ZWR ";
static const char thousandths[] = "BHD IQD JOD KWD LYD OMR TND ";
static const char ten_thousandths[] = "CLF UYW ";

/* The letters as a number, in the order of the codes. */
static uint32_t number_of(const char code[3])
{
    return (uint32_t)(unsigned char)code[0] << 16 | (uint32_t)(unsigned char)code[1] << 8 |
           (unsigned char)code[2];
}

/* Halves the list without a branch that depends on the code: none could be foreseen. */
static bool listed(const char *list, size_t size, uint32_t code)
{
    size_t count = (size - 1) / 4;
    while (count > 1) {
        const size_t half = count / 2;
        list += 4 * half * (number_of(list + 4 * half) <= code);
        count -= half;
    }
    return number_of(list) == code;
}

int sl_currency_scale(const char *code)
{
    char upper[3];
    for (int i = 0; i < 3; i++) {
        char c = code[i];
        if (c >= 'a' && c <= 'z') c = (char)(c - 'a' + 'A');
        if (c < 'A' || c > 'Z') return -1;
        upper[i] = c;
    }
    if (code[3] != '\0') return -1;
    const uint32_t number = number_of(upper);
    if (listed(hundredths, sizeof hundredths, number)) return 2;
    if (listed(whole, sizeof whole, number)) return 0;
    if (listed(thousandths, sizeof thousandths, number)) return 3;
    if (listed(ten_thousandths, sizeof ten_thousandths, number)) return 4;
    return -1;
}

/* Last years in which a withdrawn currency was legal tender. */
static const struct {
    char code[4];
    int year;
} ended[] = {
    {"ATS", 2002}, {"AZM", 2006}, {"BEF", 2002}, {"BGN", 2026}, {"BYR", 2016}, {"CYP", 2008},
    {"DEM", 2002}, {"EEK", 2011}, {"ESP", 2002}, {"FIM", 2002}, {"FRF", 2002}, {"GHC", 2007},
    {"GRD", 2002}, {"HRK", 2023}, {"IEP", 2002}, {"ITL", 2002}, {"LTL", 2015}, {"LUF", 2002},
    {"LVL", 2014}, {"MTL", 2008}, {"NLG", 2002}, {"PTE", 2002}, {"ROL", 2006}, {"SIT", 2007},
    {"SKK", 2009}, {"TRL", 2005}, {"VEB", 2008}, {"VEF", 2018}, {"XEU", 1998}, {"ZMK", 2013},
};

int sl_currency_last_year(const char *code)
{
    for (size_t i = 0; i < sizeof ended / sizeof *ended; i++) {
        if (strcmp(ended[i].code, code) == 0) return ended[i].year;
    }
    return 0;
}
