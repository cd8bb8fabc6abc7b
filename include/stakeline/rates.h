/* Exchange rates, and amounts in another currency by them. */
#ifndef STAKELINE_RATES_H
#define STAKELINE_RATES_H

#include <stakeline/import.h>
#include <stakeline/query.h>

#ifdef __cplusplus
extern "C" {
#endif

struct sl_rates_result {
    int64_t added, replaced, same; /* rates that are new, that were another, that were stored */
    int64_t problems; /* things wrong, of which the first 50 were given to on_problem */
};

/* Imports files of the euro's reference rates, what one euro is worth: as the European Central Bank
 * publishes them (a header Date,USD,JPY,… and a row a day, N/A or blank where there is none), or by
 * a map of rates. All or nothing; "-" is standard input. A rate of a day that is stored already is
 * replaced. Of the options map, dry_run (`added` is then what the files have), on_problem and its
 * context are used; they may be NULL. SL_INVALID when anything is wrong. */
SL_API enum sl_status sl_rates_import(struct sl_book *book, const char *const *paths, size_t count,
                                      const struct sl_import_options *options,
                                      struct sl_rates_result *result, struct sl_error *err);

/* Rows of `rates`. */
struct sl_rate_row {
    const char *currency;
    struct sl_date first, last; /* days that have a rate */
    int64_t days;               /* how many */
};
SL_API extern const struct sl_row_type sl_rate_row_type;
/* By currency; SL_NOTHING when there is no rate. */
SL_API enum sl_status sl_rates(struct sl_book *book, struct sl_sink sink, struct sl_error *err);

/* Amounts in one currency: each at the last rates on or before the day that it is of, through the
 * euro, rounded half up to the minor unit. */
struct sl_conversion {
    const char *currency; /* ISO 4217 */
    /* Told at the end of the question, a sentence each: which amounts are left blank, as there is
     * no rate for them, and which took a rate that is more than 14 days older. NULL is allowed. */
    void (*on_note)(void *context, const char *message);
    void *context;
};

/* As sl_rounds, with its amounts, valuations and cumulative sums in one currency, and as
 * sl_round_totals, whose totals then add up over all currencies (by currency: what was raised in
 * each). SL_MISUSE when the currency is none. */
SL_API enum sl_status sl_rounds_in(struct sl_book *book, const char *issuer,
                                   const struct sl_view *view,
                                   const struct sl_conversion *conversion, struct sl_sink sink,
                                   struct sl_error *err);
SL_API enum sl_status sl_round_totals_in(struct sl_book *book, const char *issuer,
                                         enum sl_round_group by, const struct sl_view *view,
                                         const struct sl_conversion *conversion,
                                         struct sl_sink sink, struct sl_error *err);

#ifdef __cplusplus
}
#endif

#endif
