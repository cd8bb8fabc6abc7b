/* What was raised year by year or quarter by quarter: a bar a period, its parts stacked, a panel a
 * currency. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "export/chart_draw.h"
#include "export/chart_money.h"
#include "export/chart_notes.h"
#include "export/chart_text.h"
#include "export/figure.h"
#include "export/money_words.h"

enum {
    PARTS_MAX = 8,
    PANELS_MAX = 12,
    PANEL_MIN = 84, /* pixels of height */
    PANEL_ROOMY = 130,
    HEAD_AND_FOOT = 150,
    PITCH_MAX = 150, /* pixels from bar to bar */
    PERIODS_MAX = 400,
    AXIS_HEIGHT = 24,
    HEAD = 22, /* pixels of a total above its bar */
    LABEL_PITCH = 56,
    PANEL_LINE = 20,
    NOTE_PITCH = 16,
    PANEL_GAP = 4
};
#define HALF_BAR "0.36"

struct drawing {
    struct sl_page *page;
    const struct sl_funds *funds;
    size_t panels, hidden; /* currencies that are drawn and are not */
    size_t periods;
    size_t *order; /* currencies, the one of the most rounds first */
};

static const char forget[] = "unset label\nunset arrow\nunset object\n";

static int part_style(const struct sl_funds *funds, size_t part)
{
    bool others = part + 1 == funds->parts.count && strcmp(funds->parts.items[part], "other") == 0;
    return SL_STYLE_LINE + sl_look(part, others);
}

/* ---- words ---- */

static bool add_title(struct drawing *drawing, const struct sl_chart_options *options)
{
    const struct sl_funds *funds = drawing->funds;
    struct sl_buffer title = {0}, subtitle = {0};
    struct sl_key_item key[PARTS_MAX];
    size_t keys = 0;
    for (; keys < funds->parts.count && funds->parts.count > 1; keys++)
        key[keys] = (struct sl_key_item){SL_SAMPLE_BOX, part_style(funds, keys),
                                         funds->parts.items[keys], 0};
    if (options->title != NULL) {
        sl_buffer_add_text(&title, options->title);
    } else if (funds->subject != NULL) {
        sl_buffer_printf(&title, "What %s raised", funds->subject);
    } else {
        sl_buffer_add_text(&title, "What was raised");
    }
    sl_buffer_printf(&subtitle, "%s rounds of each %s",
                     funds->least == SL_STAGE_COMPLETED ? "Completed" : "Completed and pending",
                     funds->quarters ? "quarter" : "year");
    if (drawing->panels == 1)
        sl_buffer_printf(&subtitle, " in %s", funds->currencies.items[drawing->order[0]]);
    sl_buffer_add_text(&subtitle, ", as of ");
    int32_t until = funds->until;
    if (options->view.known_by < until) until = options->view.known_by;
    sl_page_iso(&subtitle, until);
    if (funds->undisclosed > 0)
        sl_buffer_printf(&subtitle, ". Without %zu of unknown amount", funds->undisclosed);
    for (size_t i = 0; i < drawing->hidden; i++)
        sl_buffer_printf(&subtitle, "%s%s", i == 0 ? ". Not drawn: those in " : ", ",
                         funds->currencies.items[drawing->order[drawing->panels + i]]);
    bool ok = !title.failed && !subtitle.failed;
    if (ok) sl_page_header(drawing->page, title.data, subtitle.data, key, keys);
    sl_buffer_release(&title);
    sl_buffer_release(&subtitle);
    return ok;
}

/* ---- one currency ---- */

struct panel {
    const char *currency;
    double *parts; /* a period's parts, and then the next one's */
    double high;
};

static bool sum_up(struct panel *panel, const struct drawing *drawing, size_t currency)
{
    const struct sl_funds *funds = drawing->funds;
    size_t parts = funds->parts.count;
    panel->currency = funds->currencies.items[currency];
    panel->parts = calloc(drawing->periods * parts, sizeof *panel->parts);
    if (panel->parts == NULL) return false;
    for (size_t i = 0; i < funds->count; i++) {
        const struct sl_fund *fund = &funds->items[i];
        if (fund->currency != currency) continue;
        panel->parts[(size_t)(fund->period - funds->first) * parts + fund->part] += fund->amount;
    }
    for (size_t i = 0; i < drawing->periods; i++) {
        double sum = 0;
        for (size_t k = 0; k < parts; k++)
            sum += panel->parts[i * parts + k];
        panel->high = fmax(panel->high, sum);
    }
    return true;
}

/* As many bars as fit, at their widest, where there are fewer. */
static double slots_of(const struct drawing *drawing)
{
    return fmax((double)drawing->periods, (drawing->page->right - drawing->page->left) / PITCH_MAX);
}

static double pitch_of(const struct drawing *drawing)
{
    return (drawing->page->right - drawing->page->left) / slots_of(drawing);
}

/* What stands beside the bars on each side, in bars. */
static double side_of(const struct drawing *drawing)
{
    return (slots_of(drawing) - (double)drawing->periods) / 2;
}

static void add_periods(struct drawing *drawing)
{
    struct sl_buffer *out = drawing->page->out;
    const struct sl_funds *funds = drawing->funds;
    double wide = funds->quarters ? 30 : 40;
    int32_t every = (int32_t)ceil(wide / pitch_of(drawing));
    if (funds->quarters && every == 3) every = 4;
    if (funds->quarters && every > 4) every = (every + 3) / 4 * 4;
    sl_buffer_add_text(out, "set xrange [");
    sl_page_number(drawing->page, -0.5 - side_of(drawing));
    sl_buffer_add_byte(out, ':');
    sl_page_number(drawing->page, (double)drawing->periods - 0.5 + side_of(drawing));
    sl_buffer_add_text(out, "]\nset xtics scale 0 (");
    bool any = false;
    for (size_t i = 0; i < drawing->periods; i++) {
        int32_t period = funds->first + (int32_t)i;
        if (period % every != 0 && (size_t)every <= drawing->periods) continue;
        sl_buffer_add_text(out, any ? ", \"" : "\"");
        if (!funds->quarters) {
            sl_buffer_printf(out, "%d\" %zu", (int)period, i);
        } else if (!any || period % 4 == 0) {
            sl_buffer_printf(out, "Q%d\\n%d\" %zu", (int)(period % 4 + 1), (int)(period / 4), i);
        } else {
            sl_buffer_printf(out, "Q%d\" %zu", (int)(period % 4 + 1), i);
        }
        any = true;
    }
    sl_buffer_add_text(out, ")\n");
}

static bool is_in(const struct drawing *drawing, const struct sl_note *note, size_t currency)
{
    for (size_t i = 0; i < drawing->funds->count; i++)
        if (drawing->funds->items[i].arrival == note->arrival)
            return drawing->funds->items[i].currency == currency;
    return false;
}

/* The numbered events of a period, in a currency. */
static size_t count_notes(const struct drawing *drawing, int32_t period, size_t currency)
{
    const struct sl_notes *notes = drawing->page->notes;
    size_t count = 0;
    for (size_t i = 0; notes != NULL && i < notes->count; i++)
        count += sl_funds_period(drawing->funds, notes->items[i].day) == period &&
                 is_in(drawing, &notes->items[i], currency);
    return count;
}

static void add_totals(struct drawing *drawing, const struct panel *panel, size_t number,
                       double top)
{
    struct sl_page *page = drawing->page;
    const int32_t funds_first = drawing->funds->first;
    const size_t currency = drawing->order[number - 1];
    struct sl_buffer text = {0};
    size_t parts = drawing->funds->parts.count;
    for (size_t i = 0; i < drawing->periods && !text.failed; i++) {
        double sum = 0;
        for (size_t k = 0; k < parts; k++)
            sum += panel->parts[i * parts + k];
        if (!(sum > 0)) continue;
        sl_buffer_clear(&text);
        sl_money_words(&text, sum, panel->currency);
        if (text.failed) break;
        double y = page->bottom - sum / top * (page->bottom - page->top) - 9;
        size_t notes = count_notes(drawing, funds_first + (int32_t)i, currency);
        if (notes > 0) y = fmin(y, page->bottom - 10 - NOTE_PITCH * (double)notes);
        sl_page_text(page, page->left + pitch_of(drawing) * (side_of(drawing) + (double)i + 0.5), y,
                     SL_SIDE_CENTER, SL_FONT_LABEL, false, SL_INK_TEXT, text.data);
    }
    if (text.failed) page->out->failed = true;
    sl_buffer_release(&text);
}

static bool has_part(const struct drawing *drawing, const struct panel *panel, size_t part)
{
    for (size_t i = 0; i < drawing->periods; i++)
        if (panel->parts[i * drawing->funds->parts.count + part] > 0) return true;
    return false;
}

static void add_bars(struct drawing *drawing, const struct panel *panel, size_t number)
{
    struct sl_buffer *out = drawing->page->out;
    const char *comma = "plot ";
    for (size_t k = 0; k < drawing->funds->parts.count; k++) {
        int style = part_style(drawing->funds, k);
        if (!has_part(drawing, panel, k)) continue;
        sl_buffer_printf(out,
                         "%s$raised_%zu using ($4 == %d ? $1 : NaN):2:($1-" HALF_BAR
                         "):($1+" HALF_BAR "):2:3 with boxxyerror lw 1 dt solid",
                         comma, number, style);
        sl_style_add_fill(out, style, false);
        comma = ", \\\n     ";
    }
    sl_buffer_add_byte(out, '\n');
}

/* Numbers of events stand in the bars of their periods, one on another. */
static void number_bars(struct drawing *drawing, size_t number)
{
    struct sl_page *page = drawing->page;
    const struct sl_notes *notes = page->notes;
    for (size_t i = 0; i < notes->count; i++) {
        const struct sl_fund *fund = NULL;
        size_t level = 0;
        for (size_t k = 0; k < drawing->funds->count; k++)
            if (drawing->funds->items[k].arrival == notes->items[i].arrival)
                fund = &drawing->funds->items[k];
        if (fund == NULL || fund->currency != drawing->order[number - 1]) continue;
        for (size_t k = 0; k < i; k++)
            level += sl_funds_period(drawing->funds, notes->items[k].day) == fund->period &&
                     is_in(drawing, &notes->items[k], fund->currency);
        double x = page->left + pitch_of(drawing) * (side_of(drawing) +
                                                     (fund->period - drawing->funds->first) + 0.5);
        double y = page->bottom - 10 - NOTE_PITCH * (double)level;
        if (y > page->top) sl_notes_plate(page, i, x, y);
    }
}

static void add_block(struct drawing *drawing, const struct panel *panel, size_t number)
{
    struct sl_page *page = drawing->page;
    size_t parts = drawing->funds->parts.count;
    sl_buffer_printf(page->out, "$raised_%zu << END_OF_DATA\n", number);
    for (size_t i = 0; i < drawing->periods; i++) {
        double sum = 0;
        for (size_t k = 0; k < parts; k++) {
            double part = panel->parts[i * parts + k];
            if (!(part > 0)) continue;
            sl_buffer_printf(page->out, "%zu\t", i);
            sl_page_number(page, sum);
            sl_buffer_add_byte(page->out, '\t');
            sl_page_number(page, sum + part);
            sl_buffer_printf(page->out, "\t%d\n", part_style(drawing->funds, k));
            sum += part;
        }
    }
    sl_buffer_add_text(page->out, "END_OF_DATA\n");
}

static enum sl_status draw_panel(struct drawing *drawing, const struct panel *panel, size_t number,
                                 struct sl_error *err)
{
    struct sl_page *page = drawing->page;
    struct sl_buffer ticks = {0};
    double head = pitch_of(drawing) >= LABEL_PITCH ? HEAD : 4;
    double top = panel->high / fmax(1 - head / (page->bottom - page->top), 0.3);
    enum sl_status status = sl_page_fits(page, err);
    if (status != SL_OK) return status;
    sl_ticks_money(&ticks, panel->currency, panel->high, page->bottom - page->top - head);
    sl_page_box(page);
    add_periods(drawing);
    sl_buffer_add_text(page->out, "set yrange [0:");
    sl_page_number(page, top);
    sl_buffer_printf(page->out, "]\nset ytics (%s)\n", ticks.failed ? "" : ticks.data);
    if (head == HEAD) add_totals(drawing, panel, number, top);
    if (page->notes != NULL) number_bars(drawing, number);
    add_block(drawing, panel, number);
    add_bars(drawing, panel, number);
    if (ticks.failed) page->out->failed = true;
    sl_buffer_release(&ticks);
    return SL_OK;
}

/* ---- the page ---- */

/* Orders the currencies, and says how many get a panel. */
static bool order_currencies(struct drawing *drawing)
{
    const struct sl_funds *funds = drawing->funds;
    size_t count = funds->currencies.count, *rounds = calloc(count, sizeof *rounds);
    drawing->order = malloc(count * sizeof *drawing->order);
    if (rounds == NULL || drawing->order == NULL) {
        free(rounds);
        return false;
    }
    for (size_t i = 0; i < funds->count; i++)
        rounds[funds->items[i].currency]++;
    for (size_t i = 0; i < count; i++) {
        size_t at = i;
        for (; at > 0 && rounds[drawing->order[at - 1]] < rounds[i]; at--)
            drawing->order[at] = drawing->order[at - 1];
        drawing->order[at] = i;
    }
    drawing->panels = count < PANELS_MAX ? count : PANELS_MAX;
    sl_page_grow(drawing->page, HEAD_AND_FOOT + PANEL_ROOMY * (double)drawing->panels);
    const size_t fit = sl_page_rows(drawing->page, HEAD_AND_FOOT, PANEL_MIN);
    if (drawing->panels > fit) drawing->panels = fit;
    drawing->hidden = count - drawing->panels;
    free(rounds);
    return true;
}

static enum sl_status draw_panels(struct drawing *drawing, struct sl_error *err)
{
    struct sl_page *page = drawing->page;
    struct panel panels[PANELS_MAX] = {{0}};
    struct sl_buffer ticks = {0};
    double begin = page->top, pitch = (page->bottom - page->top) / (double)drawing->panels;
    double widest = 0;
    enum sl_status status = SL_OK;
    for (size_t i = 0; i < drawing->panels && status == SL_OK; i++) {
        if (!sum_up(&panels[i], drawing, drawing->order[i])) status = sl_fail_memory(err);
        widest = fmax(widest,
                      sl_ticks_money(&ticks, panels[i].currency, panels[i].high, SL_MONEY_PIXELS));
    }
    page->left = SL_PAGE_EDGE + widest + 8;
    page->right = page->width - SL_PAGE_EDGE;
    if (drawing->panels > 1) sl_buffer_add_text(page->out, "set multiplot\n");
    for (size_t i = 0; i < drawing->panels && status == SL_OK; i++) {
        if (i > 0) sl_buffer_add_text(page->out, forget);
        page->top = begin + pitch * (double)i + (drawing->panels > 1 ? PANEL_LINE + PANEL_GAP : 0);
        page->bottom = begin + pitch * (double)(i + 1) - AXIS_HEIGHT -
                       (drawing->funds->quarters ? SL_LABEL_GAP : 0);
        if (drawing->panels > 1)
            sl_page_text(page, SL_PAGE_EDGE, page->top - PANEL_LINE / 2.0 - PANEL_GAP, SL_SIDE_LEFT,
                         SL_FONT_TEXT, true, SL_INK_TEXT, panels[i].currency);
        status = draw_panel(drawing, &panels[i], i + 1, err);
    }
    if (drawing->panels > 1) sl_buffer_add_text(page->out, "unset multiplot\n");
    for (size_t i = 0; i < PANELS_MAX; i++)
        free(panels[i].parts);
    if (ticks.failed) page->out->failed = true;
    sl_buffer_release(&ticks);
    return status;
}

/* SL_MISUSE when the panels do not fit. */
static enum sl_status compose(struct drawing *drawing, const struct sl_chart_options *options,
                              struct sl_error *err)
{
    const struct sl_names *sources = &drawing->funds->sources;
    sl_page_begin(drawing->page, "funding");
    if (!add_title(drawing, options)) return sl_fail_memory(err);
    sl_page_footer(drawing->page, sources->items, sources->count, 4);
    sl_notes_key(drawing->page, 4);
    return draw_panels(drawing, err);
}

enum sl_status sl_draw_funding(struct sl_page *page, struct sl_funds *funds,
                               const struct sl_chart_options *options, struct sl_error *err)
{
    struct drawing drawing = {.page = page, .funds = funds};
    size_t parts = PARTS_MAX;
    if (options->top > 0 && options->top < PARTS_MAX) parts = (size_t)options->top + 1;
    if (funds->count == 0)
        return sl_fail(err, SL_NOTHING, "no %s of known amount to draw",
                       funds->least == SL_STAGE_COMPLETED ? "completed rounds" : "rounds");
    drawing.periods = (size_t)(funds->last - funds->first) + 1;
    if (drawing.periods > PERIODS_MAX)
        return sl_fail(err, SL_MISUSE,
                       "%zu %s are too many bars for one chart; --from and --to choose some",
                       drawing.periods, funds->quarters ? "quarters" : "years");
    enum sl_status status = SL_OK;
    if (!sl_funds_settle(funds, parts) || !order_currencies(&drawing)) {
        status = sl_fail_memory(err);
        goto done;
    }
    sl_notes_fit(page, SL_DAY_MIN, SL_DAY_MAX);
    const size_t before = page->out->length;
    status = compose(&drawing, options, err);
    for (; status == SL_MISUSE && drawing.panels > 1; status = compose(&drawing, options, err)) {
        page->out->data[page->out->length = before] = '\0';
        sl_page_forget(page);
        drawing.panels--, drawing.hidden++;
    }
done:
    free(drawing.order);
    return status;
}
