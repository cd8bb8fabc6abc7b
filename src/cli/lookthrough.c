/* stakeline lookthrough */
#include "cli/answer.h"

#include <stakeline/network.h>

#include "cli/message.h"

static struct view_options view;
static struct row_options rows;
static bool down, paths;
static const char *least;

static const struct option options[] = {
    {.name = "down",
     .kind = OPTION_FLAG,
     .store = &down,
     .help = "what it owns, rather than who owns it"},
    ON_OPTION(view, "the day, at its end; default: after the whole log"),
    KNOWN_BY_OPTION(view),
    PRO_FORMA_OPTION(view),
    {.name = "min",
     .kind = OPTION_TEXT,
     .store = &least,
     .value = "PERCENT",
     .help = "leave out totals (with --paths, chains too) under it"},
    {.name = "paths",
     .kind = OPTION_FLAG,
     .store = &paths,
     .help = "the chains that make up each total, largest first, with the stakes and their "
             "sources; up to 20 an entity, of 0.005 % or --min"},
    ROW_OPTIONS(rows),
    {0},
};

static const char *const examples[] = {
    "stakeline lookthrough Nissan",
    "stakeline lookthrough Nissan --on 2020 --paths",
    "stakeline lookthrough \"French State\" --down --on 2020 --min 0.5 --format csv",
    NULL,
};

/* Notes said one by one; a large book could have thousands. */
enum { NOTES_SHOWN = 20 };
static size_t notes;

static void say_note(void *context, const struct sl_network_note *note)
{
    (void)context;
    if (++notes > NOTES_SHOWN) return;
    switch (note->fault) {
    case SL_FAULT_OVER_HELD:
        complain("%s is held by more than 100 %% in all: %.6g %%", note->entity, note->percent);
        break;
    case SL_FAULT_ENDLESS:
        complain("%s: the sum over its chains does not converge; its total is left blank",
                 note->entity);
        break;
    case SL_FAULT_INEXACT:
        complain("totals can be off by %.2g points at most: too many companies hold each other",
                 note->percent);
        break;
    }
}

/* Digits with at most one point: "5", "0.5". No locale has a say. */
static bool read_percent(const char *text, double *out)
{
    double unit = 0, value = 0;
    size_t digits = 0;
    for (; *text != '\0' && (*text != '%' || text[1] != '\0'); text++) {
        if (*text == '.' && unit == 0) {
            unit = 1;
        } else if (*text >= '0' && *text <= '9' && digits++ < 15) {
            value = value * 10 + (*text - '0');
            unit *= 10;
        } else {
            return false;
        }
    }
    *out = unit > 0 ? value / unit : value;
    return digits > 0 && *out <= 100;
}

static double least_pct;

static enum sl_status ask(const struct call *call, struct sl_book *book, struct sl_output *output,
                          struct sl_error *err)
{
    const struct sl_view seen = view_of(&view);
    const struct sl_network_options asked = {
        .direction = down ? SL_HOLDINGS : SL_OWNERS, .least_pct = least_pct, .note = say_note};
    struct sl_sink sink = sl_output_sink(output);
    enum sl_status status =
        paths ? sl_lookthrough_paths(book, call->operands[0], &seen, &asked, sink, err)
              : sl_lookthrough(book, call->operands[0], &seen, &asked, sink, err);
    if (notes > NOTES_SHOWN) complain("and %zu more of that kind", notes - NOTES_SHOWN);
    return status;
}

static enum sl_status run(const struct call *call, struct sl_error *err)
{
    if (least != NULL && !read_percent(least, &least_pct))
        return misuse(call->command, "--min: '%s' is not a per cent from 0 to 100", least);
    return answer(call, &rows, paths ? &sl_path_row_type : &sl_lookthrough_row_type, ask, err);
}

const struct command lookthrough_command = {
    .name = "lookthrough",
    .operands = "ENTITY",
    .summary = "show who owns an entity, or what it owns, through others too",
    .about = "A total is the sum, over every chain of holdings between the two that does not "
             "come back to where it starts, of the product of its stakes: companies that hold "
             "each other, or themselves, are counted once and right. Companies held by more "
             "than 100 % in all, and sums that do not converge, are named.",
    .options = options,
    .examples = examples,
    .run = run,
    .least = 1,
    .most = 1,
};
