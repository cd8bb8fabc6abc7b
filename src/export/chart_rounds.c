/* Funding rounds, a bar each in the order of their dates, with what they add up to: a panel a
 * currency, equity and debt apart. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/error.h"
#include "export/chart_draw.h"
#include "export/chart_label.h"
#include "export/chart_scale.h"
#include "export/chart_text.h"
#include "export/figure.h"
#include "export/money_words.h"

enum {
    PITCH_MAX = 150, /* pixels from bar to bar */
    PITCH_FLAT = 76, /* room for names that lie flat */
    PITCH_UP = 15,   /* room for names that stand upright */
    YEAR_PITCH = 40,
    NAME_UP = 120, /* pixels of an upright name */
    HEAD_UP = 84,
    LINE_HEIGHT = 16,
    KEY_MAX = 6,
    TICKS = 5
};
/* Bars are 0.64 of their pitch. */
#define BAR_WIDTH "0.64"

enum kind { EQUITY, DEBT, KINDS };

/* One currency's rounds. */
struct panel {
    const struct sl_round_bar **bars;
    size_t count;
    const char *currency; /* "": no amount is known */
    double x_low, x_high, pitch, top;
    size_t completed[KINDS];
    double total[KINDS];
    struct sl_buffer values[KINDS];
    struct sl_end_label labels[KINDS];
    size_t label_count;
};

struct drawing {
    struct sl_page *page;
    struct sl_round_bars *list;
    size_t panel_count;
    double bottom, panel_height, first_top;
};

static enum kind kind_of(const struct sl_round_bar *bar)
{
    return bar->debt ? DEBT : EQUITY;
}

static double x_of(const struct sl_page *page, const struct panel *panel, double index)
{
    return page->left +
           (index - panel->x_low) / (panel->x_high - panel->x_low) * (page->right - page->left);
}

static double y_of(const struct sl_page *page, const struct panel *panel, double amount)
{
    return page->bottom - amount / panel->top * (page->bottom - page->top);
}

/* ---- the page ---- */

struct facts {
    bool equity, debt, pending, undisclosed, adds_up;
};

static struct facts facts_of(const struct sl_round_bars *list)
{
    struct facts facts = {0};
    size_t completed[KINDS] = {0};
    for (size_t i = 0; i < list->count; i++) {
        const struct sl_round_bar *bar = &list->bars[i];
        facts.debt = facts.debt || bar->debt;
        facts.equity = facts.equity || !bar->debt;
        facts.pending = facts.pending || bar->stage != NULL;
        facts.undisclosed = facts.undisclosed || isnan(bar->amount);
        if (bar->stage == NULL && !isnan(bar->amount)) completed[kind_of(bar)]++;
    }
    facts.adds_up = completed[EQUITY] > 1 || completed[DEBT] > 1;
    return facts;
}

static size_t make_key(struct sl_key_item *key, struct facts facts)
{
    size_t count = 0;
    const int one = SL_STYLE_LINE + (facts.equity ? EQUITY : DEBT);
    if (facts.equity) {
        key[count++] = (struct sl_key_item){SL_SAMPLE_BOX, SL_STYLE_LINE + EQUITY, "equity"};
    }
    if (facts.debt) {
        key[count++] = (struct sl_key_item){SL_SAMPLE_BOX, SL_STYLE_LINE + DEBT, "debt"};
    }
    if (facts.pending) {
        key[count++] = (struct sl_key_item){SL_SAMPLE_HATCHED, one, "not completed"};
    }
    if (facts.undisclosed) {
        key[count++] = (struct sl_key_item){SL_SAMPLE_POINT, one, "amount undisclosed"};
    }
    if (facts.adds_up) {
        key[count++] =
            (struct sl_key_item){SL_SAMPLE_LINE, SL_STYLE_SOFT, "completed rounds added up"};
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
    sl_buffer_add_text(&subtitle, "Amount of each round");
    if (list->currencies.count == 1) {
        sl_buffer_printf(&subtitle, " in %s", list->currencies.items[0]);
    }
    sl_buffer_add_text(&subtitle, ", as of ");
    sl_page_iso(&subtitle, until);
    if (view->known_by < SL_DAY_MAX) {
        sl_buffer_add_text(&subtitle, ", from what was known by ");
        sl_page_iso(&subtitle, view->known_by);
    }
    bool ok = !title.failed && !subtitle.failed;
    if (ok) sl_page_header(drawing->page, title.data, subtitle.data, key, keys);
    sl_buffer_release(&title);
    sl_buffer_release(&subtitle);
    return ok ? SL_OK : SL_FAILED;
}

/* ---- a panel's measures ---- */

static void measure_amounts(struct panel *panel)
{
    double high = 0;
    for (size_t i = 0; i < panel->count; i++) {
        const struct sl_round_bar *bar = panel->bars[i];
        if (!isnan(bar->amount)) high = fmax(high, bar->amount);
        if (bar->stage != NULL || isnan(bar->amount)) continue;
        panel->completed[kind_of(bar)]++;
        if (!isnan(bar->cumulative)) panel->total[kind_of(bar)] = bar->cumulative;
    }
    for (size_t kind = 0; kind < KINDS; kind++)
        if (panel->completed[kind] > 1) high = fmax(high, panel->total[kind]);
    panel->top = high;
}

static enum sl_status make_totals(struct panel *panel)
{
    static const char *const names[] = {"equity in all", "debt in all"};
    for (size_t kind = 0; kind < KINDS; kind++) {
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

/* Bars no farther apart than PITCH_MAX, in the middle. */
static void measure_width(const struct sl_page *page, struct panel *panel)
{
    double wide = page->right - page->left, count = (double)panel->count;
    double slots = fmax(count, wide / PITCH_MAX);
    panel->x_low = (count + 1) / 2 - slots / 2;
    panel->x_high = (count + 1) / 2 + slots / 2;
    panel->pitch = wide / slots;
}

/* Labels of the value axis; the room above the highest bar is for its own. */
static void add_values(struct sl_page *page, struct panel *panel)
{
    double step_top, high = panel->top, widest = 0;
    double step = sl_ticks_step(high, TICKS, &step_top);
    struct sl_buffer ticks = {0}, words = {0};
    for (double at = 0; high > 0 && at <= high * 1.0001; at += step) {
        char number[SL_FIGURE_SIZE];
        sl_figure_format(at, SL_PERCENT_DECIMALS, false, number);
        sl_buffer_clear(&words);
        if (at > 0) {
            sl_money_words(&words, at, panel->currency);
        } else {
            sl_buffer_add_text(&words, "0");
        }
        if (words.failed) break;
        widest = fmax(widest, sl_text_pixels(words.data, SL_FONT_LABEL, false));
        sl_buffer_printf(&ticks, "%s\"%s\" %s", at > 0 ? ", " : "", words.data, number);
    }
    if (ticks.failed || words.failed) page->out->failed = true;
    page->left = SL_PAGE_EDGE + widest + 8;
    if (high > 0 && !page->out->failed) {
        sl_buffer_printf(page->out, "set ytics (%s)\n", ticks.data);
    } else {
        sl_buffer_add_text(page->out, "unset ytics\n");
    }
    sl_buffer_release(&ticks);
    sl_buffer_release(&words);
}

/* ---- labels of bars ---- */

static void name_flat(struct sl_page *page, const struct panel *panel, size_t i)
{
    const struct sl_round_bar *bar = panel->bars[i];
    double x = x_of(page, panel, (double)i + 1), y = page->bottom + 14;
    char date[SL_DATE_SIZE];
    struct sl_buffer name = {0};
    sl_date_format(bar->date, date);
    sl_text_cut(&name, bar->name, SL_FONT_LABEL, false, panel->pitch - 8);
    if (name.failed) {
        page->out->failed = true;
    } else {
        sl_page_text(page, x, y, SL_SIDE_CENTER, SL_FONT_LABEL, false, SL_INK_TEXT, name.data);
    }
    sl_page_text(page, x, y + LINE_HEIGHT, SL_SIDE_CENTER, SL_FONT_SMALL, false, SL_INK_MUTED,
                 date);
    if (bar->stage != NULL) {
        sl_page_text(page, x, y + 2 * LINE_HEIGHT, SL_SIDE_CENTER, SL_FONT_SMALL, false,
                     SL_INK_MUTED, bar->stage);
    }
    sl_buffer_release(&name);
}

static void name_up(struct sl_page *page, const struct panel *panel, size_t i)
{
    const struct sl_round_bar *bar = panel->bars[i];
    char date[SL_DATE_SIZE];
    struct sl_buffer name = {0}, cut = {0};
    sl_date_format(bar->date, date);
    sl_buffer_printf(&name, "%s  %s", bar->name, date);
    if (!name.failed) sl_text_cut(&cut, name.data, SL_FONT_SMALL, false, NAME_UP - 10);
    if (name.failed || cut.failed) {
        page->out->failed = true;
    } else {
        sl_page_text_up(page, x_of(page, panel, (double)i + 1), page->bottom + 6, SL_SIDE_RIGHT,
                        SL_FONT_SMALL, SL_INK_TEXT, cut.data);
    }
    sl_buffer_release(&name);
    sl_buffer_release(&cut);
}

/* Where even upright names would collide, the years are named. */
static void name_years(struct sl_page *page, const struct panel *panel)
{
    int32_t year = INT32_MIN;
    double last = -YEAR_PITCH;
    for (size_t i = 0; i < panel->count; i++) {
        int32_t now = sl_civil_of(panel->bars[i]->date.day).year;
        double x = x_of(page, panel, (double)i + 1);
        if (now == year || x - last < YEAR_PITCH) continue;
        char text[16];
        snprintf(text, sizeof text, "%d", (int)now);
        sl_page_text(page, x, page->bottom + 14, SL_SIDE_CENTER, SL_FONT_LABEL, false, SL_INK_MUTED,
                     text);
        year = now;
        last = x;
    }
}

/* An amount stands on its bar, and above the lines that would run through it. */
static double clear_y(const struct sl_page *page, const struct panel *panel, double y,
                      const double *before, const double *after)
{
    for (size_t again = 0; again < KINDS * 2; again++) {
        for (size_t kind = 0; kind < KINDS; kind++) {
            if (panel->completed[kind] < 2) continue;
            const double levels[] = {before[kind], after[kind]};
            for (size_t i = 0; i < 2; i++) {
                double line = y_of(page, panel, levels[i]);
                if (levels[i] > 0 && fabs(y - line) < LINE_HEIGHT / 2.0 + 2) {
                    y = line - LINE_HEIGHT / 2.0 - 2;
                }
            }
        }
    }
    return y;
}

static void label_amount(struct sl_page *page, const struct panel *panel, size_t i, double y)
{
    const struct sl_round_bar *bar = panel->bars[i];
    struct sl_buffer text = {0};
    double x = x_of(page, panel, (double)i + 1);
    bool known = !isnan(bar->amount);
    if (known) {
        sl_buffer_printf(&text, "%s ", panel->currency);
        sl_money_words(&text, bar->amount, panel->currency);
    } else {
        sl_buffer_add_text(&text, "undisclosed");
    }
    if (text.failed) {
        page->out->failed = true;
    } else if (sl_text_pixels(text.data, SL_FONT_LABEL, false) < panel->pitch - 4) {
        sl_page_text(page, x, y, SL_SIDE_CENTER, SL_FONT_LABEL, false, SL_INK_TEXT, text.data);
    } else if (panel->pitch >= PITCH_UP) {
        sl_page_text_up(page, x, y + 2, SL_SIDE_LEFT, SL_FONT_SMALL, SL_INK_TEXT, text.data);
    }
    sl_buffer_release(&text);
}

static void label_bars(struct sl_page *page, const struct panel *panel)
{
    double before[KINDS] = {0}, after[KINDS] = {0};
    for (size_t i = 0; i < panel->count; i++) {
        const struct sl_round_bar *bar = panel->bars[i];
        bool known = !isnan(bar->amount);
        enum kind kind = kind_of(bar);
        if (known && bar->stage == NULL && !isnan(bar->cumulative)) after[kind] = bar->cumulative;
        double y = y_of(page, panel, known ? bar->amount : 0) - (known ? 9 : 22);
        if (panel->pitch >= PITCH_UP) {
            label_amount(page, panel, i, clear_y(page, panel, y, before, after));
        }
        before[kind] = after[kind];
        if (panel->pitch >= PITCH_FLAT) {
            name_flat(page, panel, i);
        } else if (panel->pitch >= PITCH_UP) {
            name_up(page, panel, i);
        }
    }
    if (panel->pitch < PITCH_UP) name_years(page, panel);
}

/* ---- data ---- */

enum block {
    DONE_EQUITY,
    DONE_DEBT,
    OPEN_EQUITY,
    OPEN_DEBT,
    BLANK_EQUITY,
    BLANK_DEBT,
    SUM_EQUITY,
    SUM_DEBT,
    BLOCKS
};
static const char *const block_names[BLOCKS] = {"equity",     "debt",        "equity_open",
                                                "debt_open",  "equity_mark", "debt_mark",
                                                "equity_sum", "debt_sum"};

static void put(struct sl_page *page, double x, double y, struct sl_date date)
{
    char text[SL_DATE_SIZE];
    sl_date_format(date, text);
    sl_page_number(page, x);
    sl_buffer_add_byte(page->out, '\t');
    sl_page_number(page, y);
    sl_buffer_printf(page->out, "\t%s\n", text);
}

static enum block block_of(const struct sl_round_bar *bar)
{
    enum block first = isnan(bar->amount)   ? BLANK_EQUITY
                       : bar->stage != NULL ? OPEN_EQUITY
                                            : DONE_EQUITY;
    return (enum block)(first + kind_of(bar));
}

static bool add_bars(struct sl_page *page, const struct panel *panel, size_t number,
                     enum block block)
{
    bool any = false;
    for (size_t i = 0; i < panel->count; i++) {
        const struct sl_round_bar *bar = panel->bars[i];
        if (block_of(bar) != block) continue;
        if (!any) {
            sl_buffer_printf(page->out, "$%s_%zu << END_OF_DATA\n", block_names[block], number);
        }
        any = true;
        double raised = panel->top * 9 / (page->bottom - page->top); /* marks stand on the axis */
        put(page, (double)i + 1, isnan(bar->amount) ? raised : bar->amount, bar->date);
    }
    if (any) sl_buffer_add_text(page->out, "END_OF_DATA\n");
    return any;
}

/* The sum goes up in the middle of each bar, and on to the right edge. */
static bool add_sum(struct sl_page *page, const struct panel *panel, size_t number, enum kind kind)
{
    if (panel->completed[kind] < 2) return false;
    double sum = 0;
    struct sl_date last = {0};
    sl_buffer_printf(page->out, "$%s_%zu << END_OF_DATA\n", block_names[SUM_EQUITY + kind], number);
    for (size_t i = 0; i < panel->count; i++) {
        const struct sl_round_bar *bar = panel->bars[i];
        if (kind_of(bar) != kind || bar->stage != NULL || isnan(bar->cumulative)) continue;
        if (isnan(bar->amount)) continue;
        put(page, (double)i + 1, sum, bar->date);
        sum = bar->cumulative;
        put(page, (double)i + 1, sum, bar->date);
        last = bar->date;
    }
    put(page, panel->x_high, sum, last);
    sl_buffer_add_text(page->out, "END_OF_DATA\n");
    return true;
}

static void add_plot(struct sl_page *page, const struct panel *panel, size_t number)
{
    static const char *const how[BLOCKS] = {"with boxes fs solid noborder lt 1",
                                            "with boxes fs solid noborder lt 2",
                                            "with boxes fs pattern 4 border lt 1",
                                            "with boxes fs pattern 4 border lt 2",
                                            "with points pt 12 ps 0.8 lt 1",
                                            "with points pt 12 ps 0.8 lt 2",
                                            "with lines lt 101",
                                            "with lines lt 102"};
    bool drawn[BLOCKS];
    for (size_t block = 0; block < BLOCKS; block++) {
        drawn[block] = block < SUM_EQUITY
                           ? add_bars(page, panel, number, (enum block)block)
                           : add_sum(page, panel, number, (enum kind)(block - SUM_EQUITY));
    }
    const char *comma = "plot ";
    for (size_t block = 0; block < BLOCKS; block++) {
        if (!drawn[block]) continue;
        sl_buffer_printf(page->out, "%s$%s_%zu using 1:2 %s", comma, block_names[block], number,
                         how[block]);
        comma = ", \\\n     ";
    }
    sl_buffer_add_byte(page->out, '\n');
}

/* ---- panels ---- */

static double name_height(double pitch, bool pending)
{
    if (pitch >= PITCH_FLAT) return (pending ? 3 : 2) * LINE_HEIGHT + 8;
    return pitch >= PITCH_UP ? NAME_UP : LINE_HEIGHT + 8;
}

static enum sl_status draw_panel(struct drawing *drawing, struct panel *panel, size_t index,
                                 struct sl_error *err)
{
    struct sl_page *page = drawing->page;
    bool headed = drawing->panel_count > 1, pending = false;
    double begin = drawing->first_top + drawing->panel_height * (double)index;
    for (size_t i = 0; i < panel->count; i++)
        pending = pending || panel->bars[i]->stage != NULL;
    measure_amounts(panel);
    if (make_totals(panel) != SL_OK) return sl_fail_memory(err);
    page->right = page->width - SL_PAGE_EDGE;
    if (panel->label_count > 0) sl_labels_reserve(page, panel->labels, panel->label_count);
    add_values(page, panel);
    measure_width(page, panel);
    page->top = begin + (headed ? LINE_HEIGHT + 10 : 0);
    page->bottom = begin + drawing->panel_height - name_height(panel->pitch, pending) - 6;
    double head = panel->pitch >= PITCH_FLAT ? 24 : panel->pitch >= PITCH_UP ? HEAD_UP : 4;
    double high = page->bottom - page->top;
    panel->top = panel->top > 0 ? panel->top / fmax(1 - head / high, 0.3) : 1;
    if (headed) {
        sl_page_text(page, SL_PAGE_EDGE, begin + 6, SL_SIDE_LEFT, SL_FONT_TEXT, true, SL_INK_TEXT,
                     panel->currency);
    }
    sl_page_box(page);
    sl_buffer_add_text(page->out, "set xrange [");
    sl_page_number(page, panel->x_low);
    sl_buffer_add_byte(page->out, ':');
    sl_page_number(page, panel->x_high);
    sl_buffer_add_text(page->out, "]\nset yrange [0:");
    sl_page_number(page, panel->top);
    sl_buffer_add_text(page->out, "]\n");
    for (size_t i = 0; i < panel->label_count; i++) {
        panel->labels[i].want = y_of(page, panel, panel->labels[i].want);
        panel->labels[i].line_x = page->right;
    }
    if (!sl_labels_draw(page, panel->labels, panel->label_count)) return sl_fail_memory(err);
    label_bars(page, panel);
    add_plot(page, panel, index + 1);
    if (index + 1 < drawing->panel_count) {
        sl_buffer_add_text(page->out, "unset label\nunset arrow\nunset object\n");
    }
    return SL_OK;
}

static enum sl_status choose_and_draw(struct drawing *drawing, size_t index, struct sl_error *err)
{
    const struct sl_round_bars *list = drawing->list;
    struct panel panel = {.currency =
                              index < list->currencies.count ? list->currencies.items[index] : ""};
    enum sl_status status = SL_OK;
    panel.bars = malloc(list->count * sizeof *panel.bars);
    if (panel.bars == NULL) return sl_fail_memory(err);
    for (size_t i = 0; i < list->count; i++)
        if (list->bars[i].panel == index) panel.bars[panel.count++] = &list->bars[i];
    status = draw_panel(drawing, &panel, index, err);
    for (size_t kind = 0; kind < KINDS; kind++)
        sl_buffer_release(&panel.values[kind]);
    free(panel.bars);
    return status;
}

enum sl_status sl_draw_rounds(struct sl_page *page, struct sl_round_bars *list,
                              const struct sl_chart_options *options, struct sl_error *err)
{
    if (list->count == 0) return sl_fail(err, SL_NOTHING, "no rounds to draw");
    struct drawing drawing = {
        .page = page, .list = list, .panel_count = sl_round_bars_settle(list)};
    sl_page_begin(page, "rounds", KINDS, false);
    if (add_title(&drawing, options) != SL_OK) return sl_fail_memory(err);
    drawing.first_top = page->top;
    sl_page_footer(page, list->sources.items, list->sources.count, 4);
    drawing.panel_height = (page->bottom - drawing.first_top) / (double)drawing.panel_count;
    sl_buffer_add_text(page->out, "unset xtics\nset boxwidth " BAR_WIDTH "\n");
    if (drawing.panel_count > 1) sl_buffer_add_text(page->out, "set multiplot\n");
    for (size_t i = 0; i < drawing.panel_count; i++) {
        enum sl_status status = choose_and_draw(&drawing, i, err);
        if (status != SL_OK) return status;
    }
    if (drawing.panel_count > 1) sl_buffer_add_text(page->out, "unset multiplot\n");
    return SL_OK;
}
