#include "claim.h"

#include "dice.h"

static const char *const kinds[] = {"holding", "acquire",     "dispose", "issue", "cancel",
                                    "split",   "outstanding", "found",   "round", "debt",
                                    "ipo",     "merger",      "pact",    "note"};
static const char *const statuses[] = {"",          "rumoured", "talks",
                                       "announced", "approved", "cancelled"};
static const char *const classes[] = {"", "A", "B", "Preference"};
static const char *const rounds[] = {"",         "Seed",     "Series A", "Series B", "Series C",
                                     "Series D", "Series E", "Series F", "Bridge"};
static const char *const currencies[] = {"USD", "INR", "EUR", "GBP", "JPY"};
static const char *const instruments[] = {"", "ncd", "loan", "convertible", "equity"};
static const char *const sources[] = {
    "Reuters",          "Annual report", "Economic Times",  "Bourse filing",
    "Companies House",  "Form 13F",      "Company website", "Handelsblatt",
    "Nikkei",           "Press release", "Les Échos",       "Prospectus",
    "Register extract", "AMF notice",    "Schedule 13D",    "Takeover notice",
};

void put_header(struct sheet *sheet)
{
    sheet_put(sheet, "date,known,kind,status,issuer,holder,counterparty,class,stake,stake_after,"
                     "shares,outstanding,ratio,amount,currency,post_money,round,role,instrument,"
                     "deal,source,url,note");
    sheet_row(sheet);
}

static void put_who(struct sheet *sheet, const struct claim *claim)
{
    put_company(sheet, claim->issuer, claim->style);
    sheet_char(sheet, ',');
    if (claim->holder != NO_HOLDER) put_holder(sheet, claim->holder - 1);
    sheet_char(sheet, ',');
    if (claim->counterparty != NO_HOLDER) put_holder(sheet, claim->counterparty - 1);
    sheet_char(sheet, ',');
    sheet_put(sheet, classes[claim->class_]);
    sheet_char(sheet, ',');
}

static void put_sizes(struct sheet *sheet, const struct claim *claim)
{
    const uint64_t number = claim->number;
    const int kind = claim->kind;
    if (claim->stake != NOT_STATED) sheet_hundredths(sheet, claim->stake);
    sheet_char(sheet, ',');
    if (claim->after != NOT_STATED) sheet_hundredths(sheet, claim->after);
    sheet_char(sheet, ',');
    if (number != NOT_STATED && kind <= CANCEL) sheet_number(sheet, number);
    sheet_char(sheet, ',');
    if (kind == OUTSTANDING) sheet_number(sheet, number);
    sheet_char(sheet, ',');
    if (kind == SPLIT) {
        sheet_number(sheet, number);
        sheet_put(sheet, ":1");
    }
    sheet_char(sheet, ',');
    const bool money = number != NOT_STATED && (kind == ROUND || kind == DEBT || kind == IPO);
    if (money) sheet_number(sheet, number * 1000);
    sheet_char(sheet, ',');
    if (money || claim->post != NOT_STATED) sheet_put(sheet, currencies[claim->currency]);
    sheet_char(sheet, ',');
    if (claim->post != NOT_STATED) sheet_number(sheet, claim->post * 1000);
    sheet_char(sheet, ',');
}

static void put_deal(struct sheet *sheet, const struct claim *claim)
{
    sheet_put(sheet, rounds[claim->round]);
    sheet_char(sheet, ',');
    if (claim->lead) sheet_put(sheet, "lead");
    sheet_char(sheet, ',');
    sheet_put(sheet, instruments[claim->instrument]);
    sheet_char(sheet, ',');
    if (claim->deal != 0) {
        sheet_char(sheet, 'D');
        sheet_number(sheet, claim->deal);
    }
    sheet_char(sheet, ',');
}

static void put_provenance(struct sheet *sheet, const struct claim *claim)
{
    const uint32_t salt = claim->salt;
    sheet_put(sheet, sources[salt & 15]);
    if ((salt >> 4) % 3 > 0) {
        sheet_char(sheet, ' ');
        sheet_number(sheet, 1 + (salt >> 8) % 5000);
    }
    sheet_char(sheet, ',');
    if ((salt >> 6) % 16 < 11) {
        sheet_put(sheet, "https://news.example/");
        sheet_number(sheet, salt);
    }
    sheet_char(sheet, ',');
    if (claim->kind == NOTE || (salt >> 10) % 20 == 0)
        sheet_put(sheet, (salt & 32) ? "\"as amended, see the filing\"" : "per the register");
}

void put_claim(struct sheet *sheet, const struct claim *claim)
{
    sheet_day(sheet, claim->day);
    sheet_char(sheet, ',');
    if (claim->known != NOT_STATED) sheet_day(sheet, claim->known);
    sheet_char(sheet, ',');
    sheet_put(sheet, kinds[claim->kind]);
    sheet_char(sheet, ',');
    sheet_put(sheet, statuses[claim->status]);
    sheet_char(sheet, ',');
    put_who(sheet, claim);
    put_sizes(sheet, claim);
    put_deal(sheet, claim);
    put_provenance(sheet, claim);
    sheet_row(sheet);
}
