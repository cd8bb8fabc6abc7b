/* A date: what is read can be written and read again, whatever the rules are then. The first byte
 * chooses the rules; a format is the first line of the rest. */
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"

enum { FISCAL_MONTHS = 13, WITH_FORMAT = 128 };

static void check(const char *text, const struct sl_date_rules *rules)
{
    struct sl_date date = {0}, again = {0};
    struct sl_error err = {0};
    char written[SL_DATE_SIZE], exact[SL_DATE_SIZE];
    enum sl_status status = sl_date_parse(&date, text, rules, &err);
    const bool wrong_format = status == SL_MISUSE && rules != NULL && rules->format != NULL;
    fuzz_require(status == SL_OK ||
                     ((status == SL_INVALID || wrong_format) && err.message[0] != '\0'),
                 "a date is read, or refused with a reason", err.message);
    if (status != SL_OK || date.unit == SL_DATE_NONE) return;
    const int32_t last = sl_date_last_day(date);
    fuzz_require(date.day >= SL_DAY_MIN && last >= date.day && last <= SL_DAY_MAX,
                 "a date lies in the years 1000 to 9999", text);
    fuzz_require(sl_date_format(date, written) < sizeof written &&
                     sl_date_format_exact(date, exact) < sizeof exact,
                 "a date fits its buffer", text);
    status = sl_date_parse(&again, exact, NULL, &err);
    fuzz_require(status == SL_OK && again.day == date.day && again.unit == date.unit,
                 "a date that was written reads the same", exact);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0) return 0;
    struct sl_date_rules rules = {.fiscal_month = data[0] % FISCAL_MONTHS};
    char *text = fuzz_text(data + 1, size - 1);
    char *rest = text;
    if (data[0] & WITH_FORMAT) {
        rest += strcspn(text, "\n");
        if (*rest == '\n') *rest++ = '\0';
        rules.format = text;
    }
    check(rest, &rules);
    check(rest, NULL);
    free(text);
    return 0;
}
