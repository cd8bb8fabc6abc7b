/* Every amount form and error of DESIGN section 2; share counts, ratios, currencies. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
/* cmocka wants the above first */
#include <cmocka.h>

#include "model/amount.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

struct good {
    const char *text, *cell, *currency, *printed;
};

static void check_good(const struct good *rows, size_t count, bool price)
{
    for (size_t i = 0; i < count; i++) {
        struct sl_money money, again;
        struct sl_error err = {0};
        char printed[SL_MONEY_SIZE];
        if (sl_amount_parse(&money, rows[i].text, rows[i].cell, price, &err) != SL_OK)
            fail_msg("%s: %s", rows[i].text, err.message);
        assert_int_equal(sl_money_format(&money, printed), strlen(rows[i].printed));
        if (strcmp(printed, rows[i].printed) != 0 || strcmp(money.currency, rows[i].currency) != 0)
            fail_msg("%s: %s %s", rows[i].text, money.currency, printed);
        if (money.currency[0] == '\0') continue;
        assert_int_equal(sl_amount_parse(&again, printed, money.currency, price, &err), SL_OK);
        assert_true(again.minor == money.minor && again.scale == money.scale);
        assert_string_equal(again.currency, money.currency);
    }
}

static void check_bad(const char *const *texts, size_t count, const char *cell, const char *why)
{
    for (size_t i = 0; i < count; i++) {
        struct sl_money money = {.minor = 77};
        struct sl_error err = {0};
        if (sl_amount_parse(&money, texts[i], cell, false, &err) != SL_INVALID)
            fail_msg("%s is accepted", texts[i]);
        if (strstr(err.message, why) == NULL) fail_msg("%s: %s", texts[i], err.message);
        assert_true(money.minor == 77);
    }
}

static void amounts_of_the_design_are_read(void **state)
{
    (void)state;
    static const struct good rows[] = {
        {"12000000", "USD", "USD", "12000000"},
        {"12,000,000", "usd", "USD", "12000000"},
        {"1,70,000", "INR", "INR", "170000"},
        {"170,000", "INR", "INR", "170000"},
        {"USD 12 Mn", "", "USD", "12000000"},
        {"$12M", NULL, "USD", "12000000"},
        {"12 million USD", NULL, "USD", "12000000"},
        {"INR 1,700 Cr", NULL, "INR", "17000000000"},
        {"₹50 lakh", NULL, "INR", "5000000"},
        {"€1.2bn", NULL, "EUR", "1200000000"},
        {"US$1.5B", NULL, "USD", "1500000000"},
        {"1.5 lakh crore", "INR", "INR", "1500000000000"},
        {"USD 1.2345 Mn", NULL, "USD", "1234500"},
        {"237 bn", "JPY", "JPY", "237000000000"},
        {"JPY 119.95 bn", NULL, "JPY", "119950000000"},
        {"USD 0.01", NULL, "USD", "0.01"},
        {"USD .5", NULL, "USD", "0.5"},
        {"USD 0", NULL, "USD", "0"},
        {"$12 dollars", NULL, "USD", "12"},
        {"¥12 yen", "JPY", "JPY", "12"},
        {" USD\xc2\xa0"
         "12 Mn ",
         " USD ", "USD", "12000000"},
        {"12,34,56,789.50", "INR", "INR", "123456789.5"},
    };
    check_good(rows, COUNT(rows), false);
}

static void every_unit_has_its_spellings(void **state)
{
    (void)state;
    static const struct {
        const char *words[8], *printed;
    } units[] = {
        {{"k", "K", "thousand", "Thousand"}, "3000"},
        {{"lakh", "lac", "lakhs", "Lacs", "LAKH"}, "300000"},
        {{"m", "M", "mn", "Mn", "mln", "million", "Million", "mn."}, "3000000"},
        {{"cr", "Cr", "crore", "Crore", "crores", "Cr."}, "30000000"},
        {{"b", "B", "bn", "Bn", "billion", "BILLION"}, "3000000000"},
        {{"t", "T", "tn", "trillion"}, "3000000000000"},
        {{"lakh crore", "Lakh  Crore", "lakh cr", "lac crore"}, "3000000000000"},
        {{"thousand crore"}, "30000000000"},
    };
    for (size_t i = 0; i < COUNT(units); i++) {
        for (size_t j = 0; j < COUNT(units[i].words) && units[i].words[j] != NULL; j++) {
            char apart[64], together[64], behind[64];
            snprintf(apart, sizeof apart, "INR 3 %s", units[i].words[j]);
            snprintf(together, sizeof together, "INR3%s", units[i].words[j]);
            snprintf(behind, sizeof behind, "3 %s INR", units[i].words[j]);
            struct good rows[] = {{apart, NULL, "INR", units[i].printed},
                                  {together, NULL, "INR", units[i].printed},
                                  {behind, NULL, "INR", units[i].printed}};
            check_good(rows, COUNT(rows), false);
        }
    }
}

static void every_mark_is_a_currency(void **state)
{
    (void)state;
    static const struct good rows[] = {
        {"$5", NULL, "USD", "5"},
        {"US$5", NULL, "USD", "5"},
        {"A$5", NULL, "AUD", "5"},
        {"C$5", NULL, "CAD", "5"},
        {"S$5", NULL, "SGD", "5"},
        {"HK$ 5", NULL, "HKD", "5"},
        {"NZ$5", NULL, "NZD", "5"},
        {"R$5", NULL, "BRL", "5"},
        {"NT$5", NULL, "TWD", "5"},
        {"₹5", NULL, "INR", "5"},
        {"Rs 5", NULL, "INR", "5"},
        {"Rs. 5", NULL, "INR", "5"},
        {"rs5", NULL, "INR", "5"},
        {"Rs.5", NULL, "INR", "5"},
        {"€5", NULL, "EUR", "5"},
        {"5 €", NULL, "EUR", "5"},
        {"£5", NULL, "GBP", "5"},
        {"¥5", "JPY", "JPY", "5"},
        {"¥5", "CNY", "CNY", "5"},
        {"5 kr", "SEK", "SEK", "5"},
        {"kr 5", "NOK", "NOK", "5"},
        {"$5", "CAD", "CAD", "5"},
        {"$5 CAD", NULL, "CAD", "5"},
        {"CAD $5", NULL, "CAD", "5"},
        {"USD 5 USD", "USD", "USD", "5"},
        {"5 dollars", NULL, "USD", "5"},
        {"5 crore rupees", NULL, "INR", "50000000"},
        {"5 million euros", "EUR", "EUR", "5000000"},
        {"usd 5 mn", NULL, "USD", "5000000"},
        {"12 USD million", NULL, "USD", "12000000"},
    };
    check_good(rows, COUNT(rows), false);
}

static void not_stated_is_no_money(void **state)
{
    (void)state;
    static const struct good rows[] = {
        {"", "USD", "", ""},         {"  ", NULL, "", ""},    {"undisclosed", NULL, "", ""},
        {"Undisclosed", "", "", ""}, {"unknown", "", "", ""}, {"n/a", "", "", ""},
        {"N/A", "", "", ""},         {"-", "", "", ""},       {" - ", "INR", "", ""}};
    check_good(rows, COUNT(rows), false);
}

static void an_amount_needs_one_currency(void **state)
{
    (void)state;
    static const char *const none[] = {"12000000", "12 Mn", "1.5 lakh crore"};
    check_bad(none, COUNT(none), NULL, "has no currency: expected");
    check_bad(none, COUNT(none), " ", "has no currency: expected");
    static const char *const differs[] = {"USD 12", "₹12", "C$12", "€12", "Rs 12"};
    check_bad(differs, COUNT(differs), "GBP", "and the row's currency GBP differ");
    static const char *const bare[] = {"$12", "12 dollars"};
    check_bad(bare, COUNT(bare), "EUR", "$ and the row's currency EUR differ");
    static const char *const two[] = {"USD 12 EUR", "€12 USD",    "$12 EUR", "¥12 USD",
                                      "$12 ¥",      "US$ 12 CAD", "¥12 kr",  "kr 12 $"};
    check_bad(two, COUNT(two), NULL, "names two currencies");
    static const char *const shared[] = {"¥12", "12 kr", "kr 12 mn"};
    check_bad(shared, COUNT(shared), NULL, "the sign of several currencies");
    static const char *const fine[] = {"12"};
    check_bad(fine, 1, "ABC", "currency \"ABC\" is not an ISO 4217 code");
    check_bad(fine, 1, "dollar", "currency \"dollar\" is not an ISO 4217 code");
    check_bad(fine, 1, "$", "is not an ISO 4217 code");
}

static void misplaced_commas_are_an_error(void **state)
{
    (void)state;
    static const char *const texts[] = {"1,70",      "12,34,5",    "1,2345",   "1,,000", ",100",
                                        "1,000,00",  "1234,567",   "0,170",    "1,000,", "1,7,000",
                                        "1,000.5,0", "123,45,678", "1.000,00", "00,100"};
    for (size_t i = 0; i < COUNT(texts); i++) {
        struct sl_money money;
        struct sl_error err;
        if (sl_amount_parse(&money, texts[i], "USD", false, &err) != SL_INVALID)
            fail_msg("%s is accepted", texts[i]);
        assert_non_null(strstr(err.message, "expected"));
    }
    check_bad(texts, 4, "USD", "the commas are misplaced");
}

static void an_amount_finer_than_its_unit_is_an_error(void **state)
{
    (void)state;
    static const char *const texts[] = {"USD 1.005", "JPY 1.5", "KWD 1.2345",
                                        "INR 0.0000000001 Cr"};
    check_bad(texts, COUNT(texts), NULL, "finer than its unit");
    static const struct good rows[] = {{"USD 1.500", NULL, "USD", "1.5"},
                                       {"JPY 1.50 Mn", NULL, "JPY", "1500000"},
                                       {"KWD 1.234", NULL, "KWD", "1.234"},
                                       {"USD 1.00000000000000000000000000", NULL, "USD", "1"}};
    check_good(rows, COUNT(rows), false);
}

static void overflow_is_an_error(void **state)
{
    (void)state;
    static const char *const texts[] = {"USD 92233720368547758.08", "USD 9999999 tn",
                                        "USD 100000000000000000",
                                        "INR 18446744073709551615 lakh crore"};
    check_bad(texts, COUNT(texts), NULL, "too large");
    static const char *const longer[] = {"USD 18446744073709551616",
                                         "USD 99999999999999999999999999999",
                                         "USD 1.00000000000000000000001"};
    check_bad(longer, COUNT(longer), NULL, "expected a number of at most");
    static const struct good rows[] = {
        {"USD 92233720368547758.07", NULL, "USD", "92233720368547758.07"},
        {"JPY 9223372036854775807", NULL, "JPY", "9223372036854775807"}};
    check_good(rows, COUNT(rows), false);
}

static void a_price_has_six_decimals(void **state)
{
    (void)state;
    static const struct good rows[] = {{"JPY 468.52", NULL, "JPY", "468.52"},
                                       {"USD 0.000001", NULL, "USD", "0.000001"},
                                       {"EUR 69.85", NULL, "EUR", "69.85"}};
    check_good(rows, COUNT(rows), true);
    struct sl_money price;
    assert_int_equal(sl_amount_parse(&price, "JPY 468.52", NULL, true, NULL), SL_OK);
    assert_int_equal(price.scale, SL_PRICE_SCALE);
    assert_true(price.minor == 468520000);
    assert_int_equal(sl_amount_parse(&price, "USD 0.0000001", NULL, true, NULL), SL_INVALID);
}

static void signs_and_nonsense_are_errors(void **state)
{
    (void)state;
    static const char *const sign[] = {"-5", "+5", "USD -5", "$-5", "−5"};
    check_bad(sign, COUNT(sign), "USD", "without a sign");
    static const char *const texts[] = {"nan",    "inf",  "1e6",     "0x10", "USD",      "Mn",
                                        "12 XYZ", "12%",  "5 Mn Mn", "(5)",  "~5",       "12 000",
                                        "५",      "5.",   "5..6",    "5 -",  "12 MnUSD", "USDMn 5",
                                        "5 m m",  "\xff", "ABC 5",   "5\n6", "XXX 5",    "5 Mn k"};
    check_bad(texts, COUNT(texts), "USD", "is not an amount: expected");
}

static void the_text_says_its_currency(void **state)
{
    (void)state;
    static const struct {
        const char *text, *code;
    } rows[] = {{"USD 12 Mn", "USD"}, {"€5", "EUR"},    {"$5", ""}, {"¥5", ""},
                {"12", ""},           {"", ""},         {"-", ""},  {"C$5", "CAD"},
                {"Rs 5", "INR"},      {"$5 CAD", "CAD"}};
    for (size_t i = 0; i < COUNT(rows); i++) {
        char code[4] = "???";
        assert_int_equal(sl_amount_currency(code, rows[i].text, NULL), SL_OK);
        assert_string_equal(code, rows[i].code);
    }
    char code[4];
    assert_int_equal(sl_amount_currency(code, "USD 5 EUR", NULL), SL_INVALID);
    assert_int_equal(sl_amount_currency(code, "much", NULL), SL_INVALID);
}

static void currencies_have_their_minor_units(void **state)
{
    (void)state;
    static const struct {
        const char *code;
        int scale;
    } rows[] = {{"USD", 2}, {"usd", 2},   {"INR", 2},  {"EUR", 2},  {"JPY", 0},  {"KRW", 0},
                {"ISK", 0}, {"HUF", 2},   {"KWD", 3},  {"BHD", 3},  {"TND", 3},  {"CLF", 4},
                {"UYW", 4}, {"DEM", 2},   {"FRF", 2},  {"BGN", 2},  {"HRK", 2},  {"VEF", 2},
                {"ITL", 0}, {"ESP", 0},   {"AED", 2},  {"ZWR", 2},  {"ADP", 0},  {"XUA", 0},
                {"XDR", 0}, {"MRO", 2},   {"VES", 2},  {"XXX", -1}, {"XTS", -1}, {"", -1},
                {"US", -1}, {"USDX", -1}, {"AAA", -1}, {"ZZZ", -1}, {"U D", -1}, {"$", -1}};
    for (size_t i = 0; i < COUNT(rows); i++) {
        if (sl_currency_scale(rows[i].code) != rows[i].scale)
            fail_msg("%s: %d", rows[i].code, sl_currency_scale(rows[i].code));
    }
}

/* A list out of order would hide codes from the search, or a code in two lists have two scales. */
static void every_active_currency_is_known(void **state)
{
    (void)state;
    static const char active[] =
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BOV BRL BSD BTN BWP "
        "BYN BZD CAD CDF CHE CHF CHW CLF CLP CNY COP COU CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN "
        "ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK "
        "JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD "
        "MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP "
        "PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP "
        "SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED VES VND VUV "
        "WST XAD XAF XAG XAU XBA XBB XBC XBD XCD XCG XDR XOF XPD XPF XPT XSU XUA YER ZAR ZMW ZWG ";
    for (size_t i = 0; i + 4 < sizeof active; i += 4) {
        char code[4] = {active[i], active[i + 1], active[i + 2], '\0'};
        if (sl_currency_scale(code) < 0) fail_msg("%s is not known", code);
    }
    int known = 0;
    for (int i = 0; i < 26 * 26 * 26; i++) {
        char code[4] = {(char)('A' + i / 676), (char)('A' + i / 26 % 26), (char)('A' + i % 26), 0};
        known += sl_currency_scale(code) >= 0;
    }
    assert_int_equal(known, 41 + 210 + 7 + 2);
}

static void shares_are_whole_numbers(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int64_t shares;
    } rows[] = {{"211000000", 211000000},
                {"211,000,000", 211000000},
                {"506.6 M", 506600000},
                {"1,70,000", 170000},
                {"1.5 lakh", 150000},
                {"2 crore", 20000000},
                {"0", 0},
                {"5.00", 5},
                {"9223372036854775807", INT64_MAX},
                {"", SL_NO_SHARES},
                {"undisclosed", SL_NO_SHARES},
                {"-", SL_NO_SHARES}};
    for (size_t i = 0; i < COUNT(rows); i++) {
        int64_t shares = 7;
        assert_int_equal(sl_shares_parse(&shares, rows[i].text, NULL), SL_OK);
        assert_true(shares == rows[i].shares);
    }
    static const struct {
        const char *text, *why;
    } bad[] = {{"1.5", "whole number"},
               {"0.0001 k", "whole number"},
               {"-5", "without a sign"},
               {"1,70", "commas are misplaced"},
               {"USD 5", "not a number of shares"},
               {"5 USD", "not a number of shares"},
               {"$5", "not a number of shares"},
               {"many", "not a number of shares"},
               {"9223372036854775808", "more shares than"},
               {"5 %", "not a number of shares"}};
    for (size_t i = 0; i < COUNT(bad); i++) {
        int64_t shares = 7;
        struct sl_error err;
        assert_int_equal(sl_shares_parse(&shares, bad[i].text, &err), SL_INVALID);
        if (strstr(err.message, bad[i].why) == NULL) fail_msg("%s: %s", bad[i].text, err.message);
        assert_true(shares == 7);
    }
}

static void a_ratio_is_new_for_old_in_lowest_terms(void **state)
{
    (void)state;
    static const struct {
        const char *text, *canonical;
        int64_t new_, old_;
    } rows[] = {{"2", "2:1", 2, 1},
                {"2:1", "2:1", 2, 1},
                {"1:10", "1:10", 1, 10},
                {"1.5", "3:2", 3, 2},
                {"3/2", "3:2", 3, 2},
                {"4 : 2", "2:1", 2, 1},
                {"0.1", "1:10", 1, 10},
                {"1.5:0.5", "3:1", 3, 1},
                {"2-for-1", "2:1", 2, 1},
                {"2 for 1", "2:1", 2, 1},
                {"1000000", "1000000:1", 1000000, 1},
                {"", "", 0, 0},
                {"n/a", "", 0, 0}};
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct sl_ratio ratio;
        char canonical[SL_RATIO_SIZE] = "?", again[SL_RATIO_SIZE];
        assert_int_equal(sl_ratio_parse(&ratio, rows[i].text, canonical, NULL), SL_OK);
        assert_string_equal(canonical, rows[i].canonical);
        assert_true(ratio.new_ == rows[i].new_ && ratio.old_ == rows[i].old_);
        assert_int_equal(sl_ratio_parse(&ratio, canonical, again, NULL), SL_OK);
        assert_string_equal(again, canonical);
    }
    static const char *const bad[] = {"0",
                                      "1:0",
                                      "0:1",
                                      "-2",
                                      "2:",
                                      ":2",
                                      "2:1:1",
                                      "two",
                                      "1e3",
                                      "2 1",
                                      "2:x",
                                      "2x",
                                      "nan",
                                      "99999999999999999999",
                                      "18446744073709551615:1",
                                      "0.0000000000000000001"};
    for (size_t i = 0; i < COUNT(bad); i++) {
        struct sl_ratio ratio = {8, 9};
        struct sl_error err;
        if (sl_ratio_parse(&ratio, bad[i], NULL, &err) != SL_INVALID) fail_msg("%s", bad[i]);
        assert_non_null(strstr(err.message, "expected"));
        assert_true(ratio.new_ == 8 && ratio.old_ == 9);
    }
}

static void money_prints_in_major_units(void **state)
{
    (void)state;
    static const struct {
        struct sl_money money;
        const char *printed;
    } rows[] = {{{1200000000, "USD", 2}, "12000000"},
                {{46852, "JPY", 2}, "468.52"},
                {{468520000, "JPY", 6}, "468.52"},
                {{5, "USD", 2}, "0.05"},
                {{50, "USD", 2}, "0.5"},
                {{0, "USD", 2}, "0"},
                {{0, "", 0}, ""},
                {{-5, "USD", 2}, "-0.05"}, /* out of a damaged book */
                {{237, "JPY", 0}, "237"},
                {{INT64_MAX, "USD", 6}, "9223372036854.775807"}};
    for (size_t i = 0; i < COUNT(rows); i++) {
        char printed[SL_MONEY_SIZE];
        assert_int_equal(sl_money_format(&rows[i].money, printed), strlen(rows[i].printed));
        assert_string_equal(printed, rows[i].printed);
    }
}

static void amounts_with_two_families_of_marks_or_no_number_are_errors(void **state)
{
    (void)state;
    static const char *const marks[] = {"$5 ¥", "$ ¥ 5", "¥5$"};
    check_bad(marks, COUNT(marks), NULL, "");
    static const char *const numbers[] = {"USD .", "USD .x", "USD", "$", "USD ,123"};
    check_bad(numbers, COUNT(numbers), NULL, "");
    static const char *const groups[] = {"USD 0,123", "USD 000,123", "USD 1234,567"};
    check_bad(groups, COUNT(groups), NULL, "commas");
    static const char *const cell[] = {"5"};
    check_bad(cell, COUNT(cell), "USD EUR", "");
    check_bad(cell, COUNT(cell), "U5D", "");
}

static void blanks_of_every_width_part_a_number_from_its_words(void **state)
{
    (void)state;
    static const struct good rows[] = {{"USD\u00a012", NULL, "USD", "12"},
                                       {"USD\u200712", NULL, "USD", "12"},
                                       {"USD\u200912", NULL, "USD", "12"},
                                       {"USD\u202f12\u202fMn", NULL, "USD", "12000000"}};
    check_good(rows, COUNT(rows), false);
    static const char *const bad[] = {"USD\u200312", "USD\u201312"};
    check_bad(bad, COUNT(bad), NULL, "");
}

static void a_code_of_other_characters_is_no_currency(void **state)
{
    (void)state;
    static const char *const codes[] = {"{SD", "1SD", "US{", "US", "USDX", "", "U D"};
    for (size_t i = 0; i < COUNT(codes); i++)
        assert_int_equal(sl_currency_scale(codes[i]), -1);
}

static void a_ratio_with_too_many_digits_is_an_error(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "0.0000000000000000001:3", "3:0.0000000000000000001", "0.00000000000000000000001",
        "1:18446744073709551615",  "18446744073709551615:1",  "1:0.00000000000000000000000001"};
    struct sl_ratio ratio;
    struct sl_error err;
    for (size_t i = 0; i < COUNT(texts); i++) {
        if (sl_ratio_parse(&ratio, texts[i], NULL, &err) != SL_INVALID) fail_msg("%s", texts[i]);
    }
    assert_int_equal(sl_ratio_parse(&ratio, "n/a", NULL, &err), SL_OK);
}

static void a_withdrawn_currency_has_a_last_year(void **state)
{
    static const struct {
        const char *code;
        int year;
    } currencies[] = {{"ATS", 2002}, {"DEM", 2002}, {"HRK", 2023}, {"ROL", 2006}, {"TRL", 2005},
                      {"ZMK", 2013}, {"USD", 0},    {"EUR", 0},    {"", 0}};
    (void)state;
    for (size_t i = 0; i < COUNT(currencies); i++)
        assert_int_equal(sl_currency_last_year(currencies[i].code), currencies[i].year);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(amounts_of_the_design_are_read),
        cmocka_unit_test(every_unit_has_its_spellings),
        cmocka_unit_test(every_mark_is_a_currency),
        cmocka_unit_test(not_stated_is_no_money),
        cmocka_unit_test(an_amount_needs_one_currency),
        cmocka_unit_test(misplaced_commas_are_an_error),
        cmocka_unit_test(an_amount_finer_than_its_unit_is_an_error),
        cmocka_unit_test(overflow_is_an_error),
        cmocka_unit_test(a_price_has_six_decimals),
        cmocka_unit_test(signs_and_nonsense_are_errors),
        cmocka_unit_test(the_text_says_its_currency),
        cmocka_unit_test(currencies_have_their_minor_units),
        cmocka_unit_test(every_active_currency_is_known),
        cmocka_unit_test(a_withdrawn_currency_has_a_last_year),
        cmocka_unit_test(shares_are_whole_numbers),
        cmocka_unit_test(a_ratio_is_new_for_old_in_lowest_terms),
        cmocka_unit_test(money_prints_in_major_units),
        cmocka_unit_test(amounts_with_two_families_of_marks_or_no_number_are_errors),
        cmocka_unit_test(blanks_of_every_width_part_a_number_from_its_words),
        cmocka_unit_test(a_code_of_other_characters_is_no_currency),
        cmocka_unit_test(a_ratio_with_too_many_digits_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
