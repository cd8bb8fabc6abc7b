/* stakeline chart */
#include <stakeline/chart.h>

#include "cli/answer.h"

static struct view_options view;
static const char *path, *title;
static int top, width, height;

/* In the order of enum sl_chart_kind. */
static const char *const kinds[] = {"stakes", "ownership", "rounds", "portfolio", "deals", "changes", NULL};

static const struct option options[] = {
    {.name = "output",
     .letter = 'o',
     .kind = OPTION_FILE,
     .store = &path,
     .value = "FILE",
     .help = "the chart, whole or not at all; its ending says what is written: .svg, .png, .pdf, "
             "or .gp for a gnuplot script"},
    {.name = "title",
     .kind = OPTION_TEXT,
     .store = &title,
     .value = "TEXT",
     .help = "instead of one made from the name"},
    {.name = "top",
     .kind = OPTION_NUMBER,
     .store = &top,
     .value = "N",
     .help = "draw the N largest and add up the rest as others; default: 8",
     .least = 1,
     .most = 100},
    {.name = "width",
     .kind = OPTION_NUMBER,
     .store = &width,
     .value = "PIXELS",
     .help = "default: 960",
     .least = 320,
     .most = 10000},
    {.name = "height",
     .kind = OPTION_NUMBER,
     .store = &height,
     .value = "PIXELS",
     .help = "default: 600",
     .least = 240,
     .most = 10000},
    FROM_OPTION(view),
    TO_OPTION(view),
    KNOWN_BY_OPTION(view),
    PRO_FORMA_OPTION(view),
    {0},
};

static const char *const examples[] = {
    "stakeline chart stakes Nissan -o nissan.svg",
    "stakeline chart ownership Nissan --from 2020 -o nissan-ownership.png",
    "stakeline chart rounds \"Alt Carbon\" -o alt-carbon.gp",
    "stakeline chart portfolio Renault --title \"What Renault holds\" -o renault.svg",
    NULL,
};

static enum sl_status run(const struct call *call, struct sl_error *err)
{
    int kind = word_index(call->operands[0], kinds);
    if (kind < 0) {
        return misuse(call->command,
                      "'%s' is no kind of chart: stakes, ownership, rounds, portfolio, deals",
                      call->operands[0]);
    }
    if (path == NULL) return misuse(call->command, "-o FILE is missing");
    const struct sl_chart_options chart = {
        .view = view_of(&view), .width = width, .height = height, .top = top, .title = title};
    struct sl_book *book = NULL;
    enum sl_status status = open_book(&book, call, SL_ACCESS_READ, err);
    if (status != SL_OK) return status;
    status = sl_book_read_begin(book, err);
    if (status == SL_OK) {
        status =
            sl_chart_write(book, (enum sl_chart_kind)kind, call->operands[1], &chart, path, err);
        sl_book_read_end(book);
    }
    sl_book_close(book);
    return status;
}

const struct command chart_command = {
    .name = "chart",
    .operands = "KIND ENTITY -o FILE",
    .summary = "draw stakes, ownership, rounds or a portfolio through time",
    .about = "KIND is one of\n"
             "stakes: a step line for each holder of the issuer, pending deals dashed;\n"
             "ownership: the issuer's capital, stacked to 100 %;\n"
             "rounds: a bar for each of the issuer's rounds, and what they add up to;\n"
             "portfolio: a step line for each issuer that the holder has a stake in;\n"
             "deals: a lane for each of the entity's deals, a sign for each status.\n"
             "--from and --to bound the time axis as well.",
    .options = options,
    .examples = examples,
    .run = run,
    .least = 2,
    .most = 2,
    .words = kinds,
};
