/* stakeline deals */
#include <time.h>

#include <stakeline/deals.h>

#include "cli/answer.h"

static struct view_options view;
static struct row_options rows;
static const char *statuses, *kinds;
static bool open_only;
static int stale;
static struct sl_date as_of;

static const struct option options[] = {
    {.name = "open",
     .kind = OPTION_FLAG,
     .store = &open_only,
     .help = "pending deals only, those known for longest first"},
    {.name = "stale",
     .kind = OPTION_NUMBER,
     .store = &stale,
     .value = "DAYS",
     .help = "pending deals only whose date passed at least DAYS days ago, as seen from --on",
     .least = 1,
     .most = 100000},
    {.name = "on",
     .kind = OPTION_DATE,
     .store = &as_of,
     .value = "DATE",
     .help = "leave out the deals that take effect after it; --stale counts from it (default: from "
             "the day of --known-by, else today, UTC)"},
    {.name = "status",
     .kind = OPTION_TEXT,
     .store = &statuses,
     .value = "STATUS",
     .help = "deals that have got there: rumoured, talks, announced, approved, completed, "
             "cancelled; several are joined with commas"},
    {.name = "kind",
     .kind = OPTION_TEXT,
     .store = &kinds,
     .value = "KIND",
     .help = "deals of this kind: acquire, round, ...; several are joined with commas"},
    {.name = "from",
     .kind = OPTION_DATE,
     .store = &view.from,
     .value = "DATE",
     .help = "leave out the deals that take effect before it"},
    {.name = "to",
     .kind = OPTION_DATE,
     .store = &view.to,
     .value = "DATE",
     .help = "leave out the deals that take effect after it"},
    KNOWN_BY_OPTION(view),
    ROW_OPTIONS(rows),
    {0},
};

static const char *const examples[] = {
    "stakeline deals Nissan",
    "stakeline deals --open --known-by 2023-06-30",
    "stakeline deals --stale 90 --on 2025-12-31",
    "stakeline deals Renault --status cancelled,completed --kind round,dispose --format csv",
    NULL,
};

/* The day that --stale counts from. */
static int32_t day_asked(void)
{
    if (as_of.unit != SL_DATE_NONE) return sl_date_last_day(as_of);
    if (view.known_by.unit != SL_DATE_NONE) return sl_date_last_day(view.known_by);
    return (int32_t)(time(NULL) / (24 * 60 * 60));
}

static enum sl_status ask(const struct call *call, struct sl_book *book, struct sl_output *output,
                          struct sl_error *err)
{
    const struct sl_deal_filter filter = {.view = view_of(&view),
                                          .statuses = statuses,
                                          .kinds = kinds,
                                          .open = open_only,
                                          .stale = stale,
                                          .as_of = day_asked()};
    const char *entity = call->count > 0 ? call->operands[0] : NULL;
    return sl_deals(book, entity, &filter, sl_output_sink(output), err);
}

static enum sl_status run(const struct call *call, struct sl_error *err)
{
    if (view.to.unit == SL_DATE_NONE) view.to = as_of;
    return answer(call, &rows, &sl_deal_row_type, ask, err);
}

const struct command deals_command = {
    .name = "deals",
    .operands = "[ENTITY]",
    .summary = "show the deals, how far each got, and who said so when",
    .about = "A row for each deal of the entity, as issuer, holder or counterparty, as its latest "
             "report has it, with the history of its statuses and the days from each to the "
             "next. Parts of a deal, and its holders, have rows of their own. The stake is the "
             "stated one: what changes hands or, where only that is stated, the level it leads to.",
    .options = options,
    .examples = examples,
    .run = run,
    .most = 1,
};
