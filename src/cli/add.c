/* stakeline add: one event from the command line, cell by cell as in the CSV. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include <stakeline/import.h>

#include "cli/answer.h"
#include "cli/message.h"
#include "cli/progress.h"

enum {
    DATE,
    KNOWN,
    KIND,
    STATUS,
    ISSUER,
    HOLDER,
    COUNTERPARTY,
    CLASS,
    STAKE,
    STAKE_AFTER,
    VOTES,
    SHARES,
    OUTSTANDING,
    RATIO,
    AMOUNT,
    CURRENCY,
    PRE_MONEY,
    POST_MONEY,
    PRICE,
    ROUND,
    ROLE,
    INSTRUMENT,
    DEAL,
    PART,
    SOURCE,
    URL,
    NOTE,
    CELLS
};

static struct sl_cell cells[CELLS] = {
    [DATE] = {.column = "date"},
    [KNOWN] = {.column = "known"},
    [KIND] = {.column = "kind"},
    [STATUS] = {.column = "status"},
    [ISSUER] = {.column = "issuer"},
    [HOLDER] = {.column = "holder"},
    [COUNTERPARTY] = {.column = "counterparty"},
    [CLASS] = {.column = "class"},
    [STAKE] = {.column = "stake"},
    [STAKE_AFTER] = {.column = "stake_after"},
    [VOTES] = {.column = "votes"},
    [SHARES] = {.column = "shares"},
    [OUTSTANDING] = {.column = "outstanding"},
    [RATIO] = {.column = "ratio"},
    [AMOUNT] = {.column = "amount"},
    [CURRENCY] = {.column = "currency"},
    [PRE_MONEY] = {.column = "pre_money"},
    [POST_MONEY] = {.column = "post_money"},
    [PRICE] = {.column = "price"},
    [ROUND] = {.column = "round"},
    [ROLE] = {.column = "role"},
    [INSTRUMENT] = {.column = "instrument"},
    [DEAL] = {.column = "deal"},
    [PART] = {.column = "part"},
    [SOURCE] = {.column = "source"},
    [URL] = {.column = "url"},
    [NOTE] = {.column = "note"},
};

#define CELL_OPTION(cell, option_name, value_name, meaning)                                        \
    {                                                                                              \
        .name = option_name, .kind = OPTION_TEXT, .store = &cells[cell].text, .value = value_name, \
        .help = meaning                                                                            \
    }

static const struct option options[] = {
    CELL_OPTION(DATE, "date", "DATE", "when it takes effect; default: today, in UTC"),
    CELL_OPTION(KNOWN, "known", "DATE", "when it was published; default: --date"),
    CELL_OPTION(STATUS, "status", "STATUS",
                "rumoured, talks, announced, approved, completed (the default) or cancelled"),
    CELL_OPTION(COUNTERPARTY, "counterparty", "NAME", "the other side of an acquire or dispose"),
    CELL_OPTION(CLASS, "class", "LABEL", "share class"),
    CELL_OPTION(STAKE_AFTER, "stake-after", "STAKE", "the holder's stake afterwards"),
    CELL_OPTION(VOTES, "votes", "STAKE", "the holder's share of the votes afterwards"),
    CELL_OPTION(SHARES, "shares", "N", "number of shares"),
    CELL_OPTION(OUTSTANDING, "outstanding", "N", "shares outstanding afterwards"),
    CELL_OPTION(RATIO, "ratio", "NEW:OLD", "of a split"),
    CELL_OPTION(AMOUNT, "amount", "AMOUNT", "money, as in 'USD 12 Mn' or 'INR 1,700 Cr'"),
    CELL_OPTION(CURRENCY, "currency", "CODE", "of an amount that does not carry its own"),
    CELL_OPTION(PRE_MONEY, "pre-money", "AMOUNT", "valuation before"),
    CELL_OPTION(POST_MONEY, "post-money", "AMOUNT", "valuation after"),
    CELL_OPTION(PRICE, "price", "AMOUNT", "price a share"),
    CELL_OPTION(ROUND, "round", "LABEL", "Seed, Series A, ..."),
    CELL_OPTION(ROLE, "role", "ROLE", "lead"),
    CELL_OPTION(INSTRUMENT, "instrument", "WORD", "equity, ncd, loan, convertible, safe, ..."),
    CELL_OPTION(DEAL, "deal", "ID", "ties the reports of one deal together"),
    CELL_OPTION(PART, "part", "LABEL", "part of the deal"),
    CELL_OPTION(SOURCE, "source", "TEXT", "who says so"),
    CELL_OPTION(URL, "url", "URL", "where"),
    CELL_OPTION(NOTE, "note", "TEXT", "anything else"),
    {0},
};

static const char *const kinds[] = {"holding", "acquire",     "dispose", "issue", "cancel",
                                    "split",   "outstanding", "found",   "round", "debt",
                                    "ipo",     "merger",      "pact",    "note",  NULL};

static const char *const examples[] = {
    "stakeline add holding Ampere Renault 100% --date 2023-11-01 --source \"press release\"",
    "stakeline add acquire Renault Daimler 3.1 --date 2010-04-07 --counterparty Nissan",
    "stakeline add round \"Alt Carbon\" --amount \"USD 5 Mn\" --round \"Pre-seed\" --date 2024",
    "stakeline add outstanding Renault 295722284 --date 2024-12-31",
    NULL,
};

/* What the third and the fourth operand are, for the kinds that have no holder. */
static int third_cell(const char *kind)
{
    return strcmp(kind, "split") == 0         ? RATIO
           : strcmp(kind, "outstanding") == 0 ? OUTSTANDING
                                              : HOLDER;
}

static enum sl_status take_operands(const struct call *call)
{
    const char *const *operands = call->operands;
    const int order[] = {KIND, ISSUER, third_cell(operands[0]), STAKE};
    if (call->count > 3 && order[2] != HOLDER)
        return misuse(call->command, "'%s' is one operand too many for the kind %s", operands[3],
                      operands[0]);
    for (size_t i = 0; i < call->count; i++) {
        struct sl_cell *cell = &cells[order[i]];
        if (cell->text != NULL)
            return misuse(call->command, "%s is given twice: '%s' and '%s'", cell->column,
                          operands[i], cell->text);
        cell->text = operands[i];
    }
    return SL_OK;
}

static enum sl_status set_today(char *out, size_t size, struct sl_error *err)
{
    struct tm today;
    time_t now = time(NULL);
    if (now == (time_t)-1 || gmtime_r(&now, &today) == NULL ||
        strftime(out, size, "%Y-%m-%d", &today) == 0)
        return fail(err, SL_FAILED, "the clock cannot be read");
    cells[DATE].text = out;
    return SL_OK;
}

static void tell_problem(void *context, const struct sl_problem *problem)
{
    (void)context;
    const struct sl_problem told = {.column = problem->column, .message = problem->message};
    complain_of(&told);
}

static enum sl_status run(const struct call *call, struct sl_error *err)
{
    static char today[32]; /* the cells, which point at it, are static too */
    enum sl_status status = take_operands(call);
    if (status == SL_OK && cells[DATE].text == NULL) status = set_today(today, sizeof today, err);
    if (status != SL_OK) return status;
    struct sl_cell given[CELLS];
    size_t count = 0;
    for (size_t i = 0; i < CELLS; i++) {
        if (cells[i].text != NULL) given[count++] = cells[i];
    }
    struct sl_book *book = NULL;
    status = open_book(&book, call, SL_ACCESS_CREATE, err);
    if (status != SL_OK) return status;
    const struct sl_import_options import = {.on_problem = tell_problem};
    struct sl_import_result result = {0};
    status = sl_add_event(book, given, count, &import, &result, err);
    if (result.problems > 0) err->message[0] = '\0'; /* each has been told */
    if (status == SL_OK) say("added 1 event as import #%" PRId64, result.import);
    if (status == SL_OK) {
        sl_book_close(book);
    } else {
        sl_book_discard(book);
    }
    return status;
}

const struct command add_command = {
    .name = "add",
    .operands = "KIND ISSUER [HOLDER] [STAKE]",
    .summary = "add one event to the log",
    .about = "KIND is holding, acquire, dispose, issue, cancel, split, outstanding or "
             "found (on stakes), round, debt, ipo, merger, pact or note (on deals). After "
             "the kind split ISSUER is followed by the ratio (2:1), after outstanding by "
             "the number of shares. Every other cell of the event CSV has an option, and "
             "is written as in the CSV. The event is an import of its own, which undo "
             "takes back.",
    .options = options,
    .examples = examples,
    .run = run,
    .least = 2,
    .most = 4,
    .words = kinds,
};
