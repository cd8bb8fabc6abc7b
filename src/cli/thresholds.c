/* stakeline thresholds */
#include <stakeline/changes.h>

#include "cli/answer.h"

static struct view_options view;
static struct row_options rows;
static const char *lines;
static int regime;
static bool votes;

/* In the order of enum sl_regime. */
static const char *const regimes[] = {"eu", "sec", "dtr5", "amf", "sebi", "japan", "hk", NULL};

static const struct option options[] = {
    {.name = "at",
     .kind = OPTION_TEXT,
     .store = &lines,
     .value = "LINES",
     .help = "the lines, in per cent, joined with commas: 5,10,1/3"},
    {.name = "regime",
     .kind = OPTION_CHOICE,
     .store = &regime,
     .value = "REGIME",
     .choices = regimes,
     .help = "the lines of a rule: eu (the default: 5, 10, 15, 20, 25, 30, 50, 75), sec, dtr5, "
             "amf, sebi, japan or hk"},
    {.name = "votes",
     .kind = OPTION_FLAG,
     .store = &votes,
     .help = "of the votes, not the capital (amf alone counts either)"},
    FROM_OPTION(view),
    TO_OPTION(view),
    ON_OPTION(view, "the same as --to"),
    KNOWN_BY_OPTION(view),
    PRO_FORMA_OPTION(view),
    ROW_OPTIONS(rows),
    {0},
};

static const char *const examples[] = {
    "stakeline thresholds Nissan",
    "stakeline thresholds Renault --regime amf",
    "stakeline thresholds Nissan --regime dtr5 --votes",
    "stakeline thresholds Nissan --at 15,25,1/3 --from 2023 --format csv",
    NULL,
};

static enum sl_status ask(const struct call *call, struct sl_book *book, struct sl_output *output,
                          struct sl_error *err)
{
    const struct sl_crossing_options asked = {
        .view = view_of(&view),
        .regime = regime > 0 ? (enum sl_regime)(regime - 1) : SL_REGIME_EU,
        .lines = lines,
        .votes = votes,
    };
    return sl_crossings(book, call->operands[0], &asked, sl_output_sink(output), err);
}

static enum sl_status run(const struct call *call, struct sl_error *err)
{
    if (lines != NULL && regime > 0)
        return misuse(call->command, "--at and --regime exclude each other");
    return answer(call, &rows, &sl_crossing_row_type, ask, err);
}

const struct command thresholds_command = {
    .name = "thresholds",
    .operands = "ISSUER",
    .summary = "show who crossed which disclosure line, when and by what",
    .about =
        "A row for each line that a holder's stake, all classes together, got over (up) or "
        "under (down). The cause is own (the holder's event), counterparty (the other side's), "
        "dilution (the capital moved), takeover (somebody has it all) or stated (a level, "
        "whatever led to it). A crossing is possible where the stake before or after it is a "
        "range around the line, or not known.",
    .options = options,
    .examples = examples,
    .run = run,
    .least = 1,
    .most = 1,
};
