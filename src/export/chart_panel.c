/* Bars with what is written at them, placed so that nothing runs through anything. */
#include "export/chart_panel.h"

#include <math.h>
#include <stdio.h>

#include "export/chart_notes.h"
#include "export/chart_text.h"
#include "export/money_words.h"
#include "model/calendar.h"

enum { YEAR_PITCH = 40, NOTE_PITCH = 20, NOTE_LEVELS = 4 };

enum sl_round_kind sl_round_kind_of(const struct sl_round_bar *bar)
{
    return bar->debt ? SL_DEBT : SL_EQUITY;
}

static double x_of(const struct sl_page *page, const struct sl_panel *panel, double index)
{
    return page->left +
           (index - panel->x_low) / (panel->x_high - panel->x_low) * (page->right - page->left);
}

double sl_panel_y(const struct sl_page *page, const struct sl_panel *panel, double amount)
{
    return page->bottom - amount / panel->top * (page->bottom - page->top);
}

/* ---- labels of bars ---- */

static void name_flat(struct sl_page *page, const struct sl_panel *panel, size_t i)
{
    const struct sl_round_bar *bar = panel->bars[i];
    double x = x_of(page, panel, (double)i + 1), y = page->bottom + 14;
    char date[SL_DATE_SIZE];
    struct sl_buffer name = {0};
    sl_date_format(bar->date, date);
    sl_text_wrap(&name, bar->name, SL_FONT_LABEL, false, panel->pitch - 8, panel->name_lines);
    if (name.failed) {
        page->out->failed = true;
    } else {
        sl_page_lines(page, x, y, SL_PANEL_LINE, SL_SIDE_CENTER, SL_FONT_LABEL, name.data);
    }
    y += SL_PANEL_LINE * (double)(panel->name_lines - 1);
    sl_page_text(page, x, y + SL_PANEL_LINE, SL_SIDE_CENTER, SL_FONT_SMALL, false, SL_INK_MUTED,
                 date);
    if (bar->stage != NULL) {
        sl_page_text(page, x, y + 2 * SL_PANEL_LINE, SL_SIDE_CENTER, SL_FONT_SMALL, false,
                     SL_INK_MUTED, bar->stage);
    }
    sl_buffer_release(&name);
}

static void name_up(struct sl_page *page, const struct sl_panel *panel, size_t i)
{
    const struct sl_round_bar *bar = panel->bars[i];
    char date[SL_DATE_SIZE];
    struct sl_buffer name = {0};
    sl_date_format(bar->date, date);
    double room = panel->name_up - 20 - sl_text_pixels(date, SL_FONT_SMALL, false);
    sl_text_cut(&name, bar->name, SL_FONT_SMALL, false, room);
    sl_buffer_printf(&name, "  %s", date);
    if (name.failed) {
        page->out->failed = true;
    } else {
        sl_page_text_up(page, x_of(page, panel, (double)i + 1), page->bottom + 6, SL_SIDE_RIGHT,
                        SL_FONT_SMALL, SL_INK_TEXT, name.data);
    }
    sl_buffer_release(&name);
}

/* Where even upright names would collide, the years are named. */
static void name_years(struct sl_page *page, const struct sl_panel *panel)
{
    int32_t year = INT32_MIN;
    double last = -YEAR_PITCH;
    for (size_t i = 0; i < panel->count; i++) {
        int32_t now = sl_civil_from_day(panel->bars[i]->date.day).year;
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

/* An amount stands on its bar, or above the line that would run through it: its middle, if the
 * text takes `high` pixels and would like to begin at `y`. */
static double clear_y(const struct sl_page *page, const struct sl_panel *panel, double y,
                      double high, const double *sums)
{
    for (size_t again = 0; again < SL_ROUND_KINDS && !panel->apart; again++) {
        for (size_t kind = 0; kind < SL_ROUND_KINDS; kind++) {
            double line = sl_panel_y(page, panel, sums[kind]);
            bool drawn = panel->completed[kind] > 1 && sums[kind] > 0;
            if (drawn && line > y - high - 2 && line < y + 2) y = line - 3;
        }
    }
    return y;
}

static bool is_numbered(const struct sl_page *page, const struct sl_round_bar *bar)
{
    for (size_t i = 0; page->notes != NULL && i < page->notes->count; i++)
        if (page->notes->items[i].arrival == bar->arrival) return true;
    return false;
}

static void label_amount(struct sl_page *page, const struct sl_panel *panel, size_t i,
                         const double *sums)
{
    const struct sl_round_bar *bar = panel->bars[i];
    struct sl_buffer text = {0};
    double x = x_of(page, panel, (double)i + 1), y = sl_panel_y(page, panel, 0) - 16;
    if (isnan(bar->amount)) {
        sl_buffer_add_text(&text, "undisclosed");
    } else {
        sl_buffer_printf(&text, "%s ", panel->currency);
        sl_money_words(&text, bar->amount, panel->currency);
        y = sl_panel_y(page, panel, bar->amount) - 3;
    }
    if (is_numbered(page, bar)) y = fmin(y, page->bottom - NOTE_PITCH);
    if (text.failed) {
        page->out->failed = true;
    } else if (sl_text_pixels(text.data, SL_FONT_LABEL, false) < panel->pitch - 4) {
        y = clear_y(page, panel, y, SL_FONT_LABEL, sums) - SL_FONT_LABEL / 2.0;
        sl_page_text(page, x, y, SL_SIDE_CENTER, SL_FONT_LABEL, false, SL_INK_TEXT, text.data);
    } else {
        double high = sl_text_pixels(text.data, SL_FONT_SMALL, false);
        y = clear_y(page, panel, y - 2, high, sums);
        sl_page_text_up(page, x, y, SL_SIDE_LEFT, SL_FONT_SMALL, SL_INK_TEXT, text.data);
    }
    sl_buffer_release(&text);
}

/* Numbers of events stand at the feet of their bars, those that are too near on one another. */
static void number_bars(struct sl_page *page, const struct sl_panel *panel)
{
    double taken[NOTE_LEVELS];
    for (size_t i = 0; i < NOTE_LEVELS; i++)
        taken[i] = -NOTE_PITCH;
    for (size_t i = 0; i < panel->count; i++) {
        const double x = x_of(page, panel, (double)i + 1);
        for (size_t k = 0; k < page->notes->count; k++) {
            size_t level = 0;
            if (page->notes->items[k].arrival != panel->bars[i]->arrival) continue;
            while (level + 1 < NOTE_LEVELS && x - taken[level] < NOTE_PITCH)
                level++;
            taken[level] = x;
            sl_notes_plate(page, k, x, page->bottom - 10 - 16 * (double)level);
        }
    }
}

void sl_panel_label(struct sl_page *page, const struct sl_panel *panel)
{
    double sums[SL_ROUND_KINDS] = {0}; /* before the bar: the lines rise behind it */
    for (size_t i = 0; i < panel->count && panel->naming != SL_NAMES_YEARS; i++) {
        const struct sl_round_bar *bar = panel->bars[i];
        label_amount(page, panel, i, sums);
        if (bar->stage == NULL && !isnan(bar->cumulative))
            sums[sl_round_kind_of(bar)] = bar->cumulative;
        if (panel->naming == SL_NAMES_FLAT) {
            name_flat(page, panel, i);
        } else {
            name_up(page, panel, i);
        }
    }
    if (panel->naming == SL_NAMES_YEARS) name_years(page, panel);
    if (page->notes != NULL) number_bars(page, panel);
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
    return (enum block)(first + sl_round_kind_of(bar));
}

static bool add_bars(struct sl_page *page, const struct sl_panel *panel, size_t number,
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

/* The sum goes up behind each bar, half way to the next, and on to the right edge. */
static bool add_sum(struct sl_page *page, const struct sl_panel *panel, size_t number,
                    enum sl_round_kind kind)
{
    if (panel->completed[kind] < 2) return false;
    double sum = 0;
    struct sl_date last = {0};
    sl_buffer_printf(page->out, "$%s_%zu << END_OF_DATA\n", block_names[SUM_EQUITY + kind], number);
    for (size_t i = 0; i < panel->count; i++) {
        const struct sl_round_bar *bar = panel->bars[i];
        bool counts = bar->stage == NULL && !isnan(bar->amount) && !isnan(bar->cumulative);
        if (sl_round_kind_of(bar) != kind || !counts) continue;
        if (sum > 0) put(page, (double)i + 1.5, sum, bar->date);
        sum = bar->cumulative;
        put(page, (double)i + 1.5, sum, bar->date);
        last = bar->date;
    }
    put(page, panel->x_high, sum, last);
    sl_buffer_add_text(page->out, "END_OF_DATA\n");
    return true;
}

static void add_manner(struct sl_page *page, enum block block)
{
    const int kind = block % SL_ROUND_KINDS;
    switch (block) {
    case DONE_EQUITY:
    case DONE_DEBT:
        sl_buffer_add_text(page->out, "boxes lw 1 dt solid");
        sl_style_add_fill(page->out, SL_STYLE_LINE + kind, false);
        break;
    case OPEN_EQUITY:
    case OPEN_DEBT:
        sl_buffer_add_text(page->out, "boxes lw 1 dt solid");
        sl_style_add_fill(page->out, SL_STYLE_SOFT + kind, true);
        break;
    case BLANK_EQUITY:
    case BLANK_DEBT:
        sl_buffer_printf(page->out, "points pt 12 ps 0.8 lw 1.4 lc %d", SL_STYLE_LINE + kind);
        break;
    default: sl_buffer_printf(page->out, "lines lt %d", SL_STYLE_SOFT + kind); break;
    }
}

void sl_panel_plot(struct sl_page *page, const struct sl_panel *panel, size_t number, bool sums,
                   bool bars)
{
    bool drawn[BLOCKS] = {false};
    for (size_t block = 0; block < SUM_EQUITY && bars; block++)
        drawn[block] = add_bars(page, panel, number, (enum block)block);
    for (size_t block = SUM_EQUITY; block < BLOCKS && sums; block++)
        drawn[block] = add_sum(page, panel, number, (enum sl_round_kind)(block - SUM_EQUITY));
    const char *comma = "plot ";
    for (size_t turn = 0; turn < BLOCKS; turn++) {
        size_t block = (turn + SUM_EQUITY) % BLOCKS; /* the sums lie behind the bars */
        if (!drawn[block]) continue;
        sl_buffer_printf(page->out, "%s$%s_%zu using 1:2 with ", comma, block_names[block], number);
        add_manner(page, (enum block)block);
        comma = ", \\\n     ";
    }
    sl_buffer_add_byte(page->out, '\n');
}
