/* Reads money and share counts, and prints money: exact integers throughout. A cell
 * is taken apart first (number, unit, currency), and only then given a value. */
#include "model/amount.h"

#include <string.h>

#include "base/error.h"
#include "model/number.h"

/* What an amount's text says of its currency: a code, or a sign that several currencies share. */
enum family { FAMILY_NONE = 0, DOLLAR, YEN, KRONA };

static const struct {
    const char *name;
    const char *codes;
    const char *usual; /* without a currency cell; NULL: the cell must say */
} families[] = {
    [DOLLAR] =
        {"$",
         "USD ARS AUD BBD BMD BND BSD BZD CAD CLP COP CUP DOP FJD GYD HKD JMD KYD LRD MXN NAD "
         "NZD SBD SGD SRD TTD TWD UYU XCD ZWD ZWL ZWR",
         "USD"},
    [YEN] = {"¥", "JPY CNY", NULL},
    [KRONA] = {"kr", "SEK NOK DKK ISK", NULL},
};

struct scanned {
    struct sl_number number;
    int power; /* of ten, that the unit stands for */
    char code[4];
    enum family family;
};

static const struct {
    const char *word;
    int power;
} units[] = {{"lakh crore", 12},
             {"lakh cr", 12},
             {"lac crore", 12},
             {"lac cr", 12},
             {"thousand crore", 10},
             {"thousand cr", 10},
             {"million", 6},
             {"mn", 6},
             {"m", 6},
             {"mln", 6},
             {"mio", 6},
             {"mm", 6},
             {"millions", 6},
             {"crore", 7},
             {"cr", 7},
             {"crores", 7},
             {"lakh", 5},
             {"lac", 5},
             {"lakhs", 5},
             {"lacs", 5},
             {"billion", 9},
             {"bn", 9},
             {"b", 9},
             {"bln", 9},
             {"billions", 9},
             {"mrd", 9},
             {"md", 9},
             {"milliard", 9},
             {"milliards", 9},
             {"milliarden", 9},
             {"k", 3},
             {"thousand", 3},
             {"trillion", 12},
             {"tn", 12},
             {"t", 12},
             {"trn", 12},
             {"trillions", 12}};

/* Longer marks stand before those they begin with. */
static const struct {
    const char *mark, *code;
    enum family family;
} marks[] = {{"US$", "USD", FAMILY_NONE},
             {"US dollars", "USD", FAMILY_NONE},
             {"AU$", "AUD", FAMILY_NONE},
             {"A$", "AUD", FAMILY_NONE},
             {"CA$", "CAD", FAMILY_NONE},
             {"C$", "CAD", FAMILY_NONE},
             {"HK$", "HKD", FAMILY_NONE},
             {"NZ$", "NZD", FAMILY_NONE},
             {"NT$", "TWD", FAMILY_NONE},
             {"MX$", "MXN", FAMILY_NONE},
             {"SG$", "SGD", FAMILY_NONE},
             {"S$", "SGD", FAMILY_NONE},
             {"R$", "BRL", FAMILY_NONE},
             {"$", "", DOLLAR},
             {"dollars", "", DOLLAR},
             {"₹", "INR", FAMILY_NONE},
             {"Rs.", "INR", FAMILY_NONE},
             {"Rs", "INR", FAMILY_NONE},
             {"rupees", "INR", FAMILY_NONE},
             {"€", "EUR", FAMILY_NONE},
             {"euros", "EUR", FAMILY_NONE},
             {"euro", "EUR", FAMILY_NONE},
             {"£", "GBP", FAMILY_NONE},
             {"CN¥", "CNY", FAMILY_NONE},
             {"RMB", "CNY", FAMILY_NONE},
             {"JP¥", "JPY", FAMILY_NONE},
             {"¥", "", YEN},
             {"￥", "", YEN},
             {"yen", "JPY", FAMILY_NONE},
             {"kr.", "", KRONA},
             {"kr", "", KRONA},
             {"₩", "KRW", FAMILY_NONE},
             {"₽", "RUB", FAMILY_NONE},
             {"₺", "TRY", FAMILY_NONE},
             {"₪", "ILS", FAMILY_NONE},
             {"₫", "VND", FAMILY_NONE},
             {"฿", "THB", FAMILY_NONE},
             {"₱", "PHP", FAMILY_NONE},
             {"₦", "NGN", FAMILY_NONE},
             {"₴", "UAH", FAMILY_NONE}};

static bool in_family(enum family family, const char *code)
{
    return strstr(families[family].codes, code) != NULL; /* a blank parts them */
}

static void copy_upper(char code[4], const char *text)
{
    for (int i = 0; i < 3; i++)
        code[i] = (char)(text[i] >= 'a' && text[i] <= 'z' ? text[i] - 'a' + 'A' : text[i]);
    code[3] = '\0';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* ---- taking a cell apart ---- */

static bool take_code(const char **at, char code[4])
{
    const char *c = *at;
    for (int i = 0; i < 3; i++) {
        if (!is_letter(c[i])) return false;
    }
    if (is_letter(c[3])) return false;
    char word[4];
    copy_upper(word, c);
    if (sl_currency_scale(word) < 0) return false;
    memcpy(code, word, sizeof word);
    *at = sl_skip_blanks(c + 3);
    return true;
}

/* A currency before or behind the number; a second one must be the same. */
static enum sl_status take_currency(struct scanned *scan, const char **at, bool *taken,
                                    const char *text, struct sl_error *err)
{
    char code[4] = "";
    enum family family = FAMILY_NONE;
    *taken = take_code(at, code);
    for (size_t i = 0; !*taken && i < sizeof marks / sizeof *marks; i++) {
        if (!sl_take(at, marks[i].mark)) continue;
        *taken = true;
        memcpy(code, marks[i].code, strlen(marks[i].code) + 1);
        family = marks[i].family;
    }
    if (!*taken) return SL_OK;
    bool clash = code[0] != '\0' && scan->code[0] != '\0' && strcmp(code, scan->code) != 0;
    if (code[0] != '\0') memcpy(scan->code, code, sizeof code);
    if (family != FAMILY_NONE && scan->family != FAMILY_NONE && family != scan->family)
        clash = true;
    if (family != FAMILY_NONE) scan->family = family;
    if (scan->family != FAMILY_NONE && scan->code[0] != '\0' &&
        !in_family(scan->family, scan->code))
        clash = true;
    if (clash)
        return sl_fail(err, SL_INVALID, "\"%s\" names two currencies: expected one",
                       sl_excerpt(text).text);
    return SL_OK;
}

static bool take_unit(int *power, const char **at)
{
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (!sl_take(at, units[i].word)) continue;
        if (**at == '.') *at = sl_skip_blanks(*at + 1);
        *power = units[i].power;
        return true;
    }
    return false;
}

static enum sl_status unreadable(const char *text, bool shares, struct sl_error *err)
{
    if (shares)
        return sl_fail(err, SL_INVALID,
                       "\"%s\" is not a number of shares: expected one such as 211000000, "
                       "211,000,000 or 211 Mn",
                       sl_excerpt(text).text);
    return sl_fail(err, SL_INVALID,
                   "\"%s\" is not an amount: expected a number with a currency, such as 12000000, "
                   "USD 12 Mn, $12M, INR 1,700 Cr or ₹50 lakh",
                   sl_excerpt(text).text);
}

static enum sl_status take_number(struct sl_number *out, const char **at, const char *text,
                                  bool shares, struct sl_error *err)
{
    switch (sl_number_read(out, at, true)) {
    case SL_NUMBER_OK: break;
    case SL_NUMBER_NONE: return unreadable(text, shares, err);
    case SL_NUMBER_GROUPS:
        return sl_fail(err, SL_INVALID,
                       "\"%s\": the commas are misplaced: expected groups as in 12,000,000 or "
                       "1,70,000, and a point before decimals",
                       sl_excerpt(text).text);
    case SL_NUMBER_LONG:
        return sl_fail(err, SL_INVALID, "\"%s\": expected a number of at most 19 digits",
                       sl_excerpt(text).text);
    }
    *at = sl_skip_blanks(*at);
    return SL_OK;
}

/* Takes the cell apart; one of `shares` has no currency. */
static enum sl_status scan_amount(struct scanned *scan, const char *text, bool shares,
                                  struct sl_error *err)
{
    const char *at = sl_skip_blanks(text);
    bool taken = !shares && (*at < '0' || *at > '9'), unit = false;
    enum sl_status status = SL_OK;
    *scan = (struct scanned){0};
    while (status == SL_OK && taken) /* "CAD $5" has two */
        status = take_currency(scan, &at, &taken, text, err);
    if (status != SL_OK) return status;
    if (sl_has_sign(at))
        return sl_fail(err, SL_INVALID, "\"%s\": expected a number without a sign",
                       sl_excerpt(text).text);
    status = take_number(&scan->number, &at, text, shares, err);
    while (status == SL_OK && *at != '\0') {
        if (!unit && take_unit(&scan->power, &at)) {
            unit = true;
            continue;
        }
        taken = false;
        if (!shares) status = take_currency(scan, &at, &taken, text, err);
        if (status == SL_OK && !taken) return unreadable(text, shares, err);
    }
    return status;
}

/* ---- giving it a value ---- */

/* The currency that the text and the row's cell make together. */
static enum sl_status settle_currency(char code[4], const struct scanned *scan, const char *cell,
                                      const char *text, struct sl_error *err)
{
    char stated[4] = "";
    if (cell != NULL && !sl_at_end(cell)) {
        const char *at = sl_skip_blanks(cell);
        if (!take_code(&at, stated) || *at != '\0')
            return sl_fail(err, SL_INVALID, "currency \"%s\" is not an ISO 4217 code such as USD",
                           sl_excerpt(cell).text);
    }
    const char *carried = scan->code;
    if (carried[0] == '\0' && scan->family != FAMILY_NONE) {
        const char *usual = families[scan->family].usual;
        if (stated[0] == '\0' && usual == NULL)
            return sl_fail(err, SL_INVALID,
                           "\"%s\": %s is the sign of several currencies: expected a code, here or "
                           "in the currency column (one of %s)",
                           sl_excerpt(text).text, families[scan->family].name,
                           families[scan->family].codes);
        if (stated[0] != '\0' && !in_family(scan->family, stated))
            return sl_fail(err, SL_INVALID, "\"%s\": %s and the row's currency %s differ",
                           sl_excerpt(text).text, families[scan->family].name, stated);
        carried = stated[0] != '\0' ? stated : usual;
    }
    if (carried[0] != '\0' && stated[0] != '\0' && strcmp(carried, stated) != 0)
        return sl_fail(err, SL_INVALID, "\"%s\": %s and the row's currency %s differ",
                       sl_excerpt(text).text, carried, stated);
    if (carried[0] == '\0') carried = stated;
    if (carried[0] == '\0')
        return sl_fail(err, SL_INVALID,
                       "\"%s\" has no currency: expected one with it, as in USD 12 Mn, or in the "
                       "currency column",
                       sl_excerpt(text).text);
    memcpy(code, carried, 4);
    return SL_OK;
}

enum fit { FITS, TOO_FINE, TOO_LARGE };

/* number * 10^power as an integer. */
static enum fit whole_value(int64_t *out, const struct sl_number *number, int power)
{
    power -= number->decimals;
    uint64_t value = number->digits;
    if (value == 0) power = 0;
    if (power < 0) return TOO_FINE;
    if (power > 19 || value > (uint64_t)INT64_MAX / sl_power_of_ten(power)) return TOO_LARGE;
    *out = (int64_t)(value * sl_power_of_ten(power));
    return FITS;
}

enum sl_status sl_amount_parse(struct sl_money *out, const char *text, const char *currency,
                               bool price, struct sl_error *err)
{
    struct sl_money money = {0};
    struct scanned scan;
    if (sl_not_stated(text)) {
        *out = money;
        return SL_OK;
    }
    enum sl_status status = scan_amount(&scan, text, false, err);
    if (status == SL_OK) status = settle_currency(money.currency, &scan, currency, text, err);
    if (status != SL_OK) return status;
    int scale = price ? SL_PRICE_SCALE : sl_currency_scale(money.currency);
    money.scale = (uint8_t)scale;
    switch (whole_value(&money.minor, &scan.number, scan.power + scale)) {
    case FITS: break;
    case TOO_FINE:
        return sl_fail(err, SL_INVALID,
                       "\"%s\" is finer than its unit: expected at most %d decimals of %s",
                       sl_excerpt(text).text, scale, money.currency);
    case TOO_LARGE:
        return sl_fail(err, SL_INVALID, "\"%s\" is too large to count in units of 10^-%d %s",
                       sl_excerpt(text).text, scale, money.currency);
    }
    *out = money;
    return SL_OK;
}

enum sl_status sl_amount_currency(char code[4], const char *text, struct sl_error *err)
{
    struct scanned scan = {0};
    if (!sl_not_stated(text)) {
        enum sl_status status = scan_amount(&scan, text, false, err);
        if (status != SL_OK) return status;
    }
    memcpy(code, scan.code, sizeof scan.code);
    return SL_OK;
}

size_t sl_money_format(const struct sl_money *money, char out[SL_MONEY_SIZE])
{
    size_t length = 0;
    out[0] = '\0';
    if (money->currency[0] == '\0') return 0;
    uint64_t minor = (uint64_t)money->minor;
    if (money->minor < 0) {
        out[length++] = '-';
        minor = 0 - minor;
    }
    return length + sl_number_write(out + length, minor, money->scale, false);
}

/* ---- shares ---- */

enum sl_status sl_shares_parse(int64_t *out, const char *text, struct sl_error *err)
{
    struct scanned scan;
    int64_t shares = SL_NO_SHARES;
    if (sl_not_stated(text)) {
        *out = shares;
        return SL_OK;
    }
    enum sl_status status = scan_amount(&scan, text, true, err);
    if (status != SL_OK) return status;
    switch (whole_value(&shares, &scan.number, scan.power)) {
    case FITS: break;
    case TOO_FINE:
        return sl_fail(err, SL_INVALID, "\"%s\": expected a whole number of shares",
                       sl_excerpt(text).text);
    case TOO_LARGE:
        return sl_fail(err, SL_INVALID, "\"%s\" is more shares than can be counted",
                       sl_excerpt(text).text);
    }
    *out = shares;
    return SL_OK;
}
