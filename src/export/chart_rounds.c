/* Funding rounds, a bar each in the order of their dates, with what they add up to: a panel a
 * currency, equity and debt apart. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/error.h"
#include "export/chart_draw.h"
#include "export/chart_money.h"
#include "export/chart_notes.h"
#include "export/chart_panel.h"
#include "export/chart_scale.h"
#include "export/chart_text.h"
#include "export/figure.h"
#include "export/money_words.h"

enum {
    PITCH_MAX = 150,   /* pixels from bar to bar */
    HEAD_UP = 84,      /* pixels of an upright amount, */
    HEAD_FLAT = 24,    /* and of a flat one */
    SUM_APART = 3,     /* sums over so many times the largest bar get a box of their own, */
    SUM_SHARE = 40,    /* of so many hundredths of the height */
    PANEL_ROOMY = 210, /* pixels of height */
    PANEL_MIN = 150,
    BARS_MIN = 50,
    DATE_UP = 90, /* of an upright name: the date and its distance */
    HEAD_AND_FOOT = 130,
    KEY_MAX = 6
};
/* Bars are 0.64 of their pitch. */
#define BAR_WIDTH "0.64"

/* Between the plots of one page, lest what stands beside the first is drawn twice. */
static const char forget[] = "unset label\nunset arrow\nunset object\n";

struct drawing {
    struct sl_page *page;
    struct sl_round_bars *list;
    struct sl_panel *panels;
    size_t panel_count, boxes;
    double panel_height, first_top;
};

/* ---- the page ---- */

struct facts {
    bool equity, debt, pending, undisclosed, adds_up;
};

static struct facts facts_of(const struct sl_round_bars *list)
{
    struct facts facts = {0};
    size_t completed[SL_ROUND_KINDS] = {0};
    for (size_t i = 0; i < list->count; i++) {
        const struct sl_round_bar *bar = &list->bars[i];
        facts.debt = facts.debt || bar->debt;
        facts.equity = facts.equity || !bar->debt;
        facts.pending = facts.pending || bar->stage != NULL;
        facts.undisclosed = facts.undisclosed || isnan(bar->amount);
        if (bar->stage == NULL && !isnan(bar->amount)) completed[sl_round_kind_of(bar)]++;
    }
    facts.adds_up = completed[SL_EQUITY] > 1 || completed[SL_DEBT] > 1;
    return facts;
}

static size_t make_key(struct sl_key_item *key, struct facts facts)
{
    size_t count = 0;
    const int one = facts.equity ? SL_EQUITY : SL_DEBT;
    if (facts.equity && facts.debt) {
        key[count++] = (struct sl_key_item){SL_SAMPLE_BOX, SL_STYLE_LINE + SL_EQUITY, "equity", 0};
    }
    if (facts.equity && facts.debt) {
        key[count++] = (struct sl_key_item){SL_SAMPLE_BOX, SL_STYLE_LINE + SL_DEBT, "debt", 0};
    }
    if (facts.pending) {
        key[count++] =
            (struct sl_key_item){SL_SAMPLE_HATCHED, SL_STYLE_SOFT + one, "not completed", 0};
    }
    if (facts.undisclosed) {
        key[count++] =
            (struct sl_key_item){SL_SAMPLE_POINT, SL_STYLE_LINE + one, "amount undisclosed", 0};
    }
    if (facts.adds_up) {
        key[count++] = (struct sl_key_item){SL_SAMPLE_LINE, SL_STYLE_SOFT + one,
                                            "completed rounds added up", 0};
    }
    return count;
}

static enum sl_status add_title(struct drawing *drawing, const struct sl_chart_options *options)
{
    const struct sl_round_bars *list = drawing->list;
    const struct sl_view *view = &options->view;
    struct sl_buffer title = {0}, subtitle = {0};
    struct sl_key_item key[KEY_MAX];
    size_t keys = make_key(key, facts_of(list));
    int32_t until = list->last;
    if (view->to < until) until = view->to;
    if (view->known_by < until) until = view->known_by;
    if (options->title != NULL) {
        sl_buffer_add_text(&title, options->title);
    } else {
        sl_buffer_printf(&title, "Funding rounds of %s",
                         list->subject == NULL ? "?" : list->subject);
    }
    struct facts facts = facts_of(list);
    sl_buffer_add_text(&subtitle, "Amount of each ");
    sl_buffer_add_text(&subtitle, facts.equity && facts.debt ? "round"
                                  : facts.debt               ? "debt round"
                                                             : "equity round");
    if (list->currencies.count == 1) {
        sl_buffer_printf(&subtitle, " in %s", list->currencies.items[0]);
    }
    sl_buffer_add_text(&subtitle, ", as of ");
    sl_page_iso(&subtitle, until);
    if (view->known_by < SL_DAY_MAX) {
        sl_buffer_add_text(&subtitle, ", from what was known by ");
        sl_page_iso(&subtitle, view->known_by);
    }
    for (size_t i = drawing->panel_count; i < list->currencies.count; i++)
        sl_buffer_printf(&subtitle, "%s%s",
                         i == drawing->panel_count ? ". Not drawn: those in " : ", ",
                         list->currencies.items[i]);
    bool ok = !title.failed && !subtitle.failed;
    if (ok) sl_page_header(drawing->page, title.data, subtitle.data, key, keys);
    sl_buffer_release(&title);
    sl_buffer_release(&subtitle);
    return ok ? SL_OK : SL_FAILED;
}

/* ---- a panel's measures ---- */

static void measure_amounts(struct sl_panel *panel)
{
    for (size_t i = 0; i < panel->count; i++) {
        const struct sl_round_bar *bar = panel->bars[i];
        if (isnan(bar->amount)) continue;
        panel->high = fmax(panel->high, bar->amount);
        if (bar->stage != NULL) continue;
        panel->completed[sl_round_kind_of(bar)]++;
        if (!isnan(bar->cumulative)) panel->total[sl_round_kind_of(bar)] = bar->cumulative;
    }
    for (size_t kind = 0; kind < SL_ROUND_KINDS; kind++)
        if (panel->completed[kind] > 1) panel->high_sum = fmax(panel->high_sum, panel->total[kind]);
    panel->apart = panel->high > 0 && panel->high_sum > SUM_APART * panel->high;
}

static enum sl_status make_totals(struct sl_panel *panel)
{
    static const char *const names[] = {"equity in all", "debt in all"};
    for (size_t kind = 0; kind < SL_ROUND_KINDS; kind++) {
        if (panel->completed[kind] < 2) continue;
        struct sl_buffer *value = &panel->values[kind];
        sl_buffer_printf(value, "%s ", panel->currency);
        sl_money_words(value, panel->total[kind], panel->currency);
        if (value->failed) return SL_FAILED;
        panel->labels[panel->label_count++] =
            (struct sl_end_label){.name = names[kind],
                                  .value = value->data,
                                  .want = panel->total[kind],
                                  .sample = SL_SAMPLE_LINE,
                                  .style = SL_STYLE_SOFT + (int)kind};
    }
    return SL_OK;
}

/* One box of the panel: its margins, its ranges, its value axis. */
static void add_box(struct sl_page *page, struct sl_panel *panel, double high, double head)
{
    struct sl_buffer ticks = {0};
    double pixels = page->bottom - page->top;
    panel->top = high > 0 ? high / fmax(1 - head / pixels, 0.3) : 1;
    sl_ticks_money(&ticks, panel->currency, high, pixels - head);
    sl_page_box(page);
    sl_buffer_add_text(page->out, "set xrange [");
    sl_page_number(page, panel->x_low);
    sl_buffer_add_byte(page->out, ':');
    sl_page_number(page, panel->x_high);
    sl_buffer_add_text(page->out, "]\nset yrange [0:");
    sl_page_number(page, panel->top);
    sl_buffer_add_text(page->out, "]\n");
    if (high > 0 && !ticks.failed) {
        sl_buffer_printf(page->out, "set ytics (%s)\n", ticks.data);
    } else {
        sl_buffer_add_text(page->out, "unset ytics\n");
    }
    if (ticks.failed) page->out->failed = true;
    sl_buffer_release(&ticks);
}

/* ---- panels ---- */

/* How the bars are named, where the panel is so high. */
static bool choose_naming(struct sl_panel *panel, double high)
{
    struct sl_buffer name = {0};
    panel->name_lines = 1;
    panel->naming = panel->pitch >= SL_PITCH_FLAT ? SL_NAMES_FLAT
                    : panel->pitch >= SL_PITCH_UP && high >= SL_NAME_UP + HEAD_UP + BARS_MIN
                        ? SL_NAMES_UP
                        : SL_NAMES_YEARS;
    panel->name_up = SL_NAME_UP;
    for (size_t i = 0; i < panel->count; i++)
        panel->name_up = fmax(panel->name_up,
                              sl_text_pixels(panel->bars[i]->name, SL_FONT_SMALL, false) + DATE_UP);
    panel->name_up =
        fmin(panel->name_up, fmax(SL_NAME_UP, fmin(SL_NAME_UP_MAX, high - HEAD_UP - 3 * BARS_MIN)));
    size_t most = high >= PANEL_ROOMY ? SL_NAME_LINES : 1;
    for (size_t i = 0; i < panel->count && panel->naming == SL_NAMES_FLAT; i++) {
        size_t lines =
            sl_text_wrap(&name, panel->bars[i]->name, SL_FONT_LABEL, false, panel->pitch - 8, most);
        if (lines > panel->name_lines) panel->name_lines = lines;
    }
    bool ok = !name.failed;
    sl_buffer_release(&name);
    return ok;
}

static double name_height(const struct sl_panel *panel, bool pending)
{
    if (panel->naming == SL_NAMES_FLAT)
        return (double)(panel->name_lines + (pending ? 2 : 1)) * SL_PANEL_LINE + 8;
    return panel->naming == SL_NAMES_UP ? panel->name_up : SL_PANEL_LINE + 8;
}

/* The sides of the boxes, which those of one panel share. */
static bool measure_sides(struct sl_page *page, struct sl_panel *panel)
{
    struct sl_buffer ticks = {0};
    page->right = page->width - SL_PAGE_EDGE;
    if (panel->label_count > 0) sl_labels_reserve(page, panel->labels, panel->label_count);
    double wide = sl_ticks_money(&ticks, panel->currency, panel->high, SL_MONEY_PIXELS);
    wide = fmax(wide, sl_ticks_money(&ticks, panel->currency, panel->high_sum, SL_MONEY_PIXELS));
    page->left = SL_PAGE_EDGE + wide + 8;
    double slots = fmax((double)panel->count, (page->right - page->left) / PITCH_MAX);
    panel->x_low = ((double)panel->count + 1 - slots) / 2;
    panel->x_high = ((double)panel->count + 1 + slots) / 2;
    panel->pitch = (page->right - page->left) / slots;
    bool ok = !ticks.failed;
    sl_buffer_release(&ticks);
    return ok;
}

static bool draw_totals(struct sl_page *page, struct sl_panel *panel)
{
    for (size_t i = 0; i < panel->label_count; i++) {
        panel->labels[i].want = sl_panel_y(page, panel, panel->labels[i].want);
        panel->labels[i].line_x = page->right;
    }
    return sl_labels_draw(page, panel->labels, panel->label_count);
}

/* The boxes stand on one another between `top` and `bottom`. */
static enum sl_status draw_boxes(struct sl_page *page, struct sl_panel *panel, size_t number,
                                 double top, double bottom, struct sl_error *err)
{
    double head = panel->naming == SL_NAMES_FLAT ? HEAD_FLAT
                  : panel->naming == SL_NAMES_UP ? HEAD_UP
                                                 : 4;
    double middle = panel->apart ? top + (bottom - top) * SUM_SHARE / 100 : bottom;
    page->top = top;
    page->bottom = middle;
    enum sl_status status = sl_page_fits(page, err);
    if (status != SL_OK) return status;
    bool ok = true;
    if (panel->apart) {
        add_box(page, panel, panel->high_sum, 4);
        ok = draw_totals(page, panel);
        sl_panel_plot(page, panel, number, true, false);
        sl_buffer_add_text(page->out, forget);
        page->top = middle + SL_PANEL_LINE;
        page->bottom = bottom;
    }
    add_box(page, panel, panel->apart ? panel->high : fmax(panel->high, panel->high_sum), head);
    if (!panel->apart) ok = draw_totals(page, panel);
    sl_panel_label(page, panel);
    sl_panel_plot(page, panel, number, !panel->apart, true);
    return ok ? SL_OK : sl_fail_memory(err);
}

static enum sl_status draw_panel(struct drawing *drawing, size_t index, struct sl_error *err)
{
    struct sl_page *page = drawing->page;
    struct sl_panel *panel = &drawing->panels[index];
    bool headed = drawing->panel_count > 1, pending = false;
    double begin = drawing->first_top + drawing->panel_height * (double)index;
    for (size_t i = 0; i < panel->count; i++)
        pending = pending || panel->bars[i]->stage != NULL;
    if (make_totals(panel) != SL_OK || !measure_sides(page, panel) ||
        !choose_naming(panel, drawing->panel_height))
        return sl_fail_memory(err);
    if (index > 0) sl_buffer_add_text(page->out, forget);
    if (headed) {
        sl_page_text(page, SL_PAGE_EDGE, begin + 6, SL_SIDE_LEFT, SL_FONT_TEXT, true, SL_INK_TEXT,
                     panel->currency);
    }
    double end = begin + drawing->panel_height - name_height(panel, pending) - 6;
    return draw_boxes(page, panel, index + 1, begin + (headed ? SL_PANEL_LINE + 10 : 0), end, err);
}

static bool make_panels(struct drawing *drawing)
{
    const struct sl_round_bars *list = drawing->list;
    drawing->panels = calloc(drawing->panel_count, sizeof *drawing->panels);
    if (drawing->panels == NULL) return false;
    for (size_t i = 0; i < drawing->panel_count; i++) {
        struct sl_panel *panel = &drawing->panels[i];
        panel->currency = i < list->currencies.count ? list->currencies.items[i] : "";
        panel->bars = malloc(list->count * sizeof *panel->bars);
        if (panel->bars == NULL) return false;
        for (size_t k = 0; k < list->count; k++)
            if (list->bars[k].panel == i) panel->bars[panel->count++] = &list->bars[k];
        measure_amounts(panel);
        drawing->boxes += panel->apart ? 2 : 1;
    }
    return true;
}

static enum sl_status compose(struct drawing *drawing, const struct sl_chart_options *options,
                              struct sl_error *err)
{
    struct sl_page *page = drawing->page;
    const struct sl_names *sources = &drawing->list->sources;
    sl_page_begin(page, "rounds");
    if (add_title(drawing, options) != SL_OK) return sl_fail_memory(err);
    drawing->first_top = page->top;
    sl_page_footer(page, sources->items, sources->count, 4);
    sl_notes_key(page, 4);
    drawing->panel_height = (page->bottom - drawing->first_top) / (double)drawing->panel_count;
    sl_buffer_add_text(page->out, "unset xtics\nset boxwidth " BAR_WIDTH "\n");
    if (drawing->boxes > 1) sl_buffer_add_text(page->out, "set multiplot\n");
    for (size_t i = 0; i < drawing->panel_count; i++) {
        enum sl_status status = draw_panel(drawing, i, err);
        if (status != SL_OK) return status;
    }
    if (drawing->boxes > 1) sl_buffer_add_text(page->out, "unset multiplot\n");
    return SL_OK;
}

static void free_panels(struct drawing *drawing)
{
    for (size_t i = 0; i < drawing->panel_count && drawing->panels != NULL; i++) {
        for (size_t kind = 0; kind < SL_ROUND_KINDS; kind++)
            sl_buffer_release(&drawing->panels[i].values[kind]);
        free(drawing->panels[i].bars);
    }
    free(drawing->panels);
}

/* With so many panels; SL_MISUSE when they do not fit. */
static enum sl_status draw_with(struct sl_page *page, struct sl_round_bars *list, size_t panels,
                                const struct sl_chart_options *options, struct sl_error *err)
{
    struct drawing drawing = {.page = page, .list = list, .panel_count = panels};
    enum sl_status status =
        make_panels(&drawing) ? compose(&drawing, options, err) : sl_fail_memory(err);
    free_panels(&drawing);
    return status;
}

enum sl_status sl_draw_rounds(struct sl_page *page, struct sl_round_bars *list,
                              const struct sl_chart_options *options, struct sl_error *err)
{
    if (list->count == 0) return sl_fail(err, SL_NOTHING, "no rounds to draw");
    size_t all = sl_round_bars_settle(list);
    sl_page_grow(page, HEAD_AND_FOOT + PANEL_ROOMY * (double)all);
    sl_notes_fit(page, SL_DAY_MIN, SL_DAY_MAX);
    size_t fit = sl_page_rows(page, HEAD_AND_FOOT, PANEL_MIN), panels = all < fit ? all : fit;
    const size_t before = page->out->length;
    enum sl_status status = draw_with(page, list, panels, options, err);
    while (status == SL_MISUSE && panels > 1) {
        page->out->data[page->out->length = before] = '\0';
        sl_page_forget(page);
        status = draw_with(page, list, --panels, options, err);
    }
    return status;
}
