/* A stake and a split's ratio: within their bounds, and their one spelling reads back as the same.
 */
#include "model/stake.h"

#include <stdlib.h>
#include <string.h>

#include "fuzz.h"
#include "model/amount.h"

static bool is_same(struct sl_stake a, struct sl_stake b)
{
    return a.form == b.form && a.low == b.low && a.high == b.high && a.half == b.half;
}

static void check_stake(const char *text)
{
    struct sl_stake stake = {0}, again = {0}, read = {0};
    struct sl_error err = {0};
    char canonical[SL_STAKE_SIZE] = "", twice[SL_STAKE_SIZE] = "";
    enum sl_status status = sl_stake_parse(&stake, text, canonical, &err);
    fuzz_require(status == SL_OK || (status == SL_INVALID && err.message[0] != '\0'),
                 "a stake is read, or refused with a reason", err.message);
    if (status != SL_OK || stake.form == SL_STAKE_NONE) return;
    fuzz_require(0 <= stake.low && stake.low <= stake.high && stake.high <= 100 && stake.half >= 0,
                 "a stake lies in 0 to 100", text);
    status = sl_stake_parse(&again, canonical, twice, &err);
    fuzz_require(status == SL_OK && strcmp(canonical, twice) == 0 && is_same(stake, again),
                 "a stake's one spelling reads the same", canonical);
    fuzz_require(sl_stake_read(&read, canonical) && is_same(stake, read),
                 "a stake's one spelling reads the same out of the database", canonical);
}

static void check_ratio(const char *text)
{
    struct sl_ratio ratio = {0}, again = {0};
    struct sl_error err = {0};
    char canonical[SL_RATIO_SIZE] = "";
    if (sl_ratio_parse(&ratio, text, canonical, &err) != SL_OK || ratio.new_ == 0) return;
    fuzz_require(ratio.new_ > 0 && ratio.old_ > 0, "both sides of a ratio are over 0", text);
    enum sl_status status = sl_ratio_parse(&again, canonical, NULL, &err);
    fuzz_require(status == SL_OK && ratio.new_ == again.new_ && ratio.old_ == again.old_,
                 "a ratio's one spelling reads the same", canonical);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = fuzz_text(data, size);
    check_stake(text);
    check_ratio(text);
    free(text);
    return 0;
}
