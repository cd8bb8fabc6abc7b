/* stakeline chart */
#include <stakeline/chart.h>

#include "cli/answer.h"
#include "cli/message.h"

static struct view_options view;
static const char *path, *title, *lines, *holder, *style;
static struct sl_conversion in;
static int by, stack, regime, top, depth, width, height, theme;
static bool annotate;

/* In the order of enum sl_regime. */
static const char *const regimes[] = {"eu", "sec", "dtr5", "amf", "sebi", "japan", "hk", NULL};
/* In the order of enum sl_theme. */
static const char *const themes[] = {"light", "dark", "print", NULL};
static const char *const periods[] = {"year", "quarter", NULL};
static const char *const parts[] = {"round", "kind", NULL};

/* In the order of enum sl_chart_kind. */
static const char *const kinds[] = {"stakes",  "ownership", "rounds",     "portfolio",
                                    "deals",   "changes",   "thresholds", "compare",
                                    "funding", "network",   "control",    NULL};

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
     .help = "draw the N largest (of deals, the latest) and add up the rest as others; default: 8, "
             "or as many as there is room for",
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
     .help = "default: 600, or what a few rows need",
     .least = 240,
     .most = 10000},
    {.name = "annotate",
     .kind = OPTION_FLAG,
     .store = &annotate,
     .help = "number the events that tell most, and say below the chart what they are"},
    {.name = "theme",
     .kind = OPTION_CHOICE,
     .store = &theme,
     .value = "THEME",
     .choices = themes,
     .help = "light (the default), dark for pages of light text on black, or print for printers "
             "without colours"},
    {.name = "style",
     .kind = OPTION_FILE,
     .store = &style,
     .value = "FILE",
     .help = "gnuplot commands in place of the theme, such as a changed copy of a file of "
             "plots/themes; they are run as they stand, so use no style of somebody you do not "
             "trust"},
    FROM_OPTION(view),
    TO_OPTION(view),
    ON_OPTION(view, "the same as --to"),
    KNOWN_BY_OPTION(view),
    PRO_FORMA_OPTION(view),
    {.name = "depth",
     .kind = OPTION_NUMBER,
     .store = &depth,
     .value = "N",
     .help = "of network: how many steps away from the entity (default: 2); of control: how far up "
             "to owners without control (default: 3)",
     .least = 1,
     .most = 100},
    {.name = "at",
     .kind = OPTION_TEXT,
     .store = &lines,
     .value = "LINES",
     .help = "of thresholds: the lines, in per cent, joined with commas: 5,10,1/3"},
    {.name = "regime",
     .kind = OPTION_CHOICE,
     .store = &regime,
     .value = "REGIME",
     .choices = regimes,
     .help = "of thresholds: the lines of a rule, eu (the default), sec, dtr5, amf, sebi, japan or "
             "hk"},
    {.name = "holder",
     .kind = OPTION_TEXT,
     .store = &holder,
     .value = "NAME",
     .help = "of compare: whose stakes in the issuers"},
    {.name = "by",
     .kind = OPTION_CHOICE,
     .store = &by,
     .value = "PERIOD",
     .choices = periods,
     .help = "of funding: a bar a year (the default) or quarter"},
    {.name = "stack",
     .kind = OPTION_CHOICE,
     .store = &stack,
     .value = "PART",
     .choices = parts,
     .help = "of funding: bars made up of round labels (the default) or of the kinds equity and "
             "debt"},
    {.name = "in",
     .kind = OPTION_TEXT,
     .store = &in.currency,
     .value = "CURRENCY",
     .help = "of funding: all amounts in it, at the last rates on or before the date of their "
             "round"},
    {0},
};

static const char *const examples[] = {
    "stakeline chart stakes Nissan -o nissan.svg",
    "stakeline chart ownership Nissan --from 2020 -o nissan-ownership.png",
    "stakeline chart rounds \"Alt Carbon\" -o alt-carbon.gp",
    "stakeline chart portfolio Renault --title \"What Renault holds\" -o renault.svg",
    "stakeline chart deals Nissan -o nissan-deals.svg",
    "stakeline chart changes Nissan --from 2023-11-07 --to 2024 -o nissan-changes.svg",
    "stakeline chart thresholds Nissan --regime amf -o nissan-lines.svg",
    "stakeline chart compare Nissan \"Mitsubishi Motors\" --holder Renault -o renault-stakes.svg",
    "stakeline chart funding --by quarter -o funding.svg",
    "stakeline chart network Nissan --on 2016 -o alliance.svg",
    "stakeline chart control Ampere -o ampere-control.svg",
    NULL,
};

/* ---- which options are of which kinds ---- */

#define BIT(kind) (1u << (kind))

/* Says which option the kind has no use for; NULL: none that was given. */
static const char *useless_option(enum sl_chart_kind kind)
{
    const struct {
        const char *name;
        bool given;
        unsigned kinds;
    } uses[] = {
        {"at", lines != NULL, BIT(SL_CHART_THRESHOLDS)},
        {"regime", regime > 0, BIT(SL_CHART_THRESHOLDS)},
        {"holder", holder != NULL, BIT(SL_CHART_COMPARE)},
        {"by", by > 0, BIT(SL_CHART_FUNDING)},
        {"stack", stack > 0, BIT(SL_CHART_FUNDING)},
        {"in", in.currency != NULL, BIT(SL_CHART_FUNDING)},
        {"annotate", annotate,
         ~(BIT(SL_CHART_CHANGES) | BIT(SL_CHART_NETWORK) | BIT(SL_CHART_CONTROL))},
        {"top", top > 0, ~BIT(SL_CHART_ROUNDS)},
        {"depth", depth > 0, BIT(SL_CHART_NETWORK) | BIT(SL_CHART_CONTROL)},
        {"from", view.from.unit != SL_DATE_NONE, ~(BIT(SL_CHART_NETWORK) | BIT(SL_CHART_CONTROL))},
        {"pro-forma", view.pro_forma > 0, ~BIT(SL_CHART_DEALS)},
    };
    for (size_t i = 0; i < sizeof uses / sizeof *uses; i++)
        if (uses[i].given && (uses[i].kinds & BIT(kind)) == 0) return uses[i].name;
    return NULL;
}

static enum sl_status check_call(const struct call *call, enum sl_chart_kind kind)
{
    const char *useless = useless_option(kind);
    const size_t entities = call->count - 1;
    if (path == NULL) return misuse(call->command, "-o FILE is missing");
    if (useless != NULL)
        return misuse(call->command, "--%s is of no use to a chart of %s", useless, kinds[kind]);
    if (lines != NULL && regime > 0)
        return misuse(call->command, "--at and --regime exclude each other");
    if (kind == SL_CHART_COMPARE && holder == NULL)
        return misuse(call->command, "--holder NAME is missing");
    if (entities == 0 && kind != SL_CHART_FUNDING)
        return misuse(call->command, "an entity is missing");
    if (entities > 1 && kind != SL_CHART_COMPARE)
        return misuse(call->command, "a chart of %s is about one entity; '%s' is too much",
                      kinds[kind], call->operands[2]);
    return SL_OK;
}

/* ---- the call ---- */

static void tell_note(void *context, const char *message)
{
    (void)context;
    complain("%s", message);
}

static enum sl_status run(const struct call *call, struct sl_error *err)
{
    int number = word_index(call->operands[0], kinds);
    if (number < 0)
        return misuse(call->command, "'%s' is no kind of chart; --help lists them",
                      call->operands[0]);
    const enum sl_chart_kind kind = (enum sl_chart_kind)number;
    enum sl_status status = check_call(call, kind);
    if (status != SL_OK) return status;
    in.on_note = tell_note;
    const struct sl_chart_options chart = {
        .view = view_of(&view),
        .width = width,
        .height = height,
        .top = top,
        .depth = depth,
        .title = title,
        .annotate = annotate,
        .theme = theme > 0 ? (enum sl_theme)(theme - 1) : SL_THEME_LIGHT,
        .style_file = style,
        .on_note = tell_note,
        .quarters = by == 2,
        .by_kind = stack == 2,
        .conversion = in.currency != NULL ? &in : NULL,
        .holder = holder,
        .others = call->operands + 2,
        .other_count = call->count > 2 ? call->count - 2 : 0,
        .regime = regime > 0 ? (enum sl_regime)(regime - 1) : SL_REGIME_EU,
        .lines = lines,
    };
    struct sl_book *book = NULL;
    status = open_book(&book, call, SL_ACCESS_READ, err);
    if (status != SL_OK) return status;
    status = sl_book_read_begin(book, err);
    if (status == SL_OK) {
        status = sl_chart_write(book, kind, call->count > 1 ? call->operands[1] : NULL, &chart,
                                path, err);
        sl_book_read_end(book);
    }
    sl_book_close(book);
    return status;
}

const struct command chart_command = {
    .name = "chart",
    .operands = "KIND ENTITY... -o FILE",
    .summary = "draw stakes, rounds, deals, changes, networks and more",
    .about = "KIND is one of\n"
             "stakes: a step line for each holder of the issuer, pending deals dashed;\n"
             "ownership: the issuer's capital, stacked to 100 %;\n"
             "portfolio: a step line for each issuer that the holder has a stake in;\n"
             "compare: the stakes of one holder (--holder) in the issuers named;\n"
             "thresholds: the stakes in the issuer, and the lines that they cross;\n"
             "changes: who gained and lost how many points from --from to --to;\n"
             "deals: a lane for each of the entity's deals, a sign for each status;\n"
             "rounds: a bar for each of the issuer's rounds, and what they add up to;\n"
             "network: who holds whom around the entity on one day, as boxes and arrows;\n"
             "control: who controls the entity, from the ultimate owners down, and what it "
             "controls;\n"
             "funding: what the issuer (with no ENTITY, every one) raised each year or quarter.\n"
             "--from and --to bound the time axis as well.",
    .options = options,
    .examples = examples,
    .run = run,
    .least = 1,
    .most = ANY_NUMBER,
    .words = kinds,
};
