/* Rows to events in words. */
#include "export/notes.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "export/figure.h"
#include "export/money_words.h"
#include "export/name_table.h"

static const double of_deal = 2, of_little = 0.5,
                    pending_share = 0.9; /* points that they count as */

void sl_notes_release(struct sl_notes *notes)
{
    free(notes->items);
    sl_arena_release(&notes->arena);
}

static bool is_blank(const char *text)
{
    return text == NULL || *text == '\0';
}

bool sl_notes_add(struct sl_notes *notes, struct sl_note note)
{
    if (!sl_vector_grow(&notes->items, notes->count, &notes->capacity, sizeof *notes->items))
        return false;
    note.text = sl_text_keep_clean(&notes->arena, note.text);
    if (note.who != NULL) note.who = sl_text_keep_clean(&notes->arena, note.who);
    if (note.text == NULL) return false;
    notes->items[notes->count++] = note;
    return true;
}

static void add_date(struct sl_buffer *out, struct sl_date date)
{
    char text[SL_DATE_SIZE];
    sl_date_format(date, text);
    sl_buffer_add_text(out, text);
    sl_buffer_add_byte(out, ' ');
}

static void add_amount(struct sl_buffer *out, const struct sl_money *money)
{
    if (money->currency[0] == '\0') return;
    sl_buffer_printf(out, ", %s ", money->currency);
    sl_money_words(out, (double)money->minor / pow(10, money->scale), money->currency);
}

/* ---- timelines ---- */

/* Letters of a pattern: D the size of the change, S the level after it. */
static const struct {
    const char *kind, *sized, *unsized;
} patterns[] = {
    {"holding", "holds S", "holds a stake"},
    {"acquire", "buys D", "buys a stake"},
    {"dispose", "sells D", "sells shares"},
    {"issue", "gets D in new shares", "gets new shares"},
    {"cancel", "loses D in retired shares", "has shares retired"},
    {"round", "gets D in a round", "takes part in a round"},
    {"debt", "lends", "lends"},
    {"ipo", "goes public", "goes public"},
    {"merger", "merges", "merges"},
    {"pact", "signs a pact", "signs a pact"},
    {"found", "is founded", "is founded"},
};
enum { PATTERNS = sizeof patterns / sizeof *patterns };

static void add_figure(struct sl_buffer *out, double low, double high)
{
    char text[SL_FIGURE_SIZE];
    sl_figure_show(fabs(low), false, text);
    sl_buffer_add_text(out, text);
    if (high - low > 1e-9) {
        sl_figure_show(high, false, text);
        sl_buffer_printf(out, "\u2013%s", text);
    }
    sl_buffer_add_text(out, " %");
}

static void add_deed(struct sl_buffer *out, const struct sl_timeline_row *row, size_t pattern)
{
    bool level = strcmp(row->kind, "holding") == 0;
    bool sized = !isnan(level ? row->stake_pct : row->change_pct);
    const char *words = sized ? patterns[pattern].sized : patterns[pattern].unsized;
    if (is_blank(row->holder) && strcmp(row->kind, "cancel") == 0) words = "retires shares";
    if (is_blank(row->holder) && strcmp(row->kind, "issue") == 0) words = "issues shares";
    if (is_blank(row->holder) && strcmp(row->kind, "round") == 0) words = "raises capital";
    if (is_blank(row->holder) && strcmp(row->kind, "debt") == 0) words = "borrows";
    for (; *words != '\0'; words++) {
        if (*words == 'D') {
            add_figure(out, row->change_pct, row->change_pct);
        } else if (*words == 'S') {
            add_figure(out, row->stake_low_pct, row->stake_high_pct);
        } else {
            sl_buffer_add_byte(out, *words);
        }
    }
}

static double weight_of(const struct sl_timeline_row *row)
{
    if (!isnan(row->change_pct) && row->change_pct != 0) return fabs(row->change_pct);
    if (strcmp(row->kind, "debt") == 0) return of_little;
    if (strcmp(row->kind, "holding") == 0)
        return isnan(row->stake_pct) ? of_little : row->stake_pct;
    return of_deal;
}

/* The other side of the event before. */
static bool add_counterparty(struct sl_notes *notes, const struct sl_timeline_row *row)
{
    struct sl_note *last = &notes->items[notes->count - 1];
    struct sl_buffer text = {0};
    sl_buffer_add_text(&text, last->text);
    sl_buffer_add_text(&text, strcmp(row->kind, "dispose") == 0 ? " from " : " to ");
    sl_buffer_add_text(&text, row->holder);
    const char *kept = text.failed ? NULL : sl_text_keep_clean(&notes->arena, text.data);
    sl_buffer_release(&text);
    if (kept != NULL) last->text = kept;
    return kept != NULL;
}

bool sl_notes_timeline(struct sl_notes *notes, const struct sl_timeline_row *row, bool by_issuer)
{
    size_t pattern = 0;
    while (pattern < PATTERNS && strcmp(row->kind, patterns[pattern].kind) != 0)
        pattern++;
    bool no_news = (row->flags & SL_FLAG_CONFIRMED) != 0 || row->change_pct == 0;
    if (pattern == PATTERNS || (no_news && strcmp(row->kind, "holding") == 0)) return true;
    bool again = notes->count > 0 && notes->items[notes->count - 1].arrival == row->arrival;
    if (again) return is_blank(row->holder) || add_counterparty(notes, row);
    bool pending = (row->flags & SL_FLAG_PENDING) != 0;
    struct sl_buffer text = {0};
    add_date(&text, row->date);
    if (pending) sl_buffer_printf(&text, "(%s) ", row->status);
    sl_buffer_add_text(&text, is_blank(row->holder) ? row->issuer : row->holder);
    sl_buffer_add_byte(&text, ' ');
    add_deed(&text, row, pattern);
    if (by_issuer && !is_blank(row->holder)) sl_buffer_printf(&text, " of %s", row->issuer);
    add_amount(&text, &row->amount);
    const struct sl_note note = {.day = row->date.day,
                                 .weight = weight_of(row) * (pending ? pending_share : 1),
                                 .arrival = row->arrival,
                                 .who = by_issuer ? row->issuer : row->holder,
                                 .text = text.data};
    bool ok = !text.failed && sl_notes_add(notes, note);
    sl_buffer_release(&text);
    return ok;
}

/* ---- rounds ---- */

bool sl_notes_round(struct sl_notes *notes, const struct sl_round_row *row)
{
    struct sl_buffer text = {0};
    bool led = !is_blank(row->leads),
         pending = !is_blank(row->status) && strcmp(row->status, "completed") != 0;
    add_date(&text, row->date);
    if (pending) sl_buffer_printf(&text, "(%s) ", row->status);
    sl_buffer_add_text(&text, row->issuer);
    sl_buffer_add_text(&text, ": ");
    sl_buffer_add_text(&text, !is_blank(row->round)        ? row->round
                              : !is_blank(row->instrument) ? row->instrument
                                                           : row->kind);
    add_amount(&text, &row->amount);
    if (led) sl_buffer_printf(&text, ", led by %s", row->leads);
    if (!led && !is_blank(row->investors)) sl_buffer_printf(&text, ", from %s", row->investors);
    const double amount = row->amount.currency[0] == '\0'
                              ? 0
                              : (double)row->amount.minor / pow(10, row->amount.scale);
    bool ok = !text.failed && sl_notes_add(notes, (struct sl_note){.day = row->date.day,
                                                                   .weight = amount,
                                                                   .arrival = row->arrival,
                                                                   .text = text.data});
    sl_buffer_release(&text);
    return ok;
}

/* ---- choice ---- */

static int compare_weights(const void *left, const void *right)
{
    const struct sl_note *a = left, *b = right;
    if (a->weight != b->weight) return a->weight > b->weight ? -1 : 1;
    if (a->day != b->day) return a->day < b->day ? -1 : 1;
    return (a->arrival > b->arrival) - (a->arrival < b->arrival);
}

static int compare_days(const void *left, const void *right)
{
    const struct sl_note *a = left, *b = right;
    if (a->day != b->day) return a->day < b->day ? -1 : 1;
    if (a->arrival != b->arrival) return a->arrival < b->arrival ? -1 : 1;
    return strcmp(a->text, b->text);
}

void sl_notes_choose(struct sl_notes *notes, int32_t from, int32_t to, size_t most)
{
    size_t kept = 0;
    for (size_t i = 0; i < notes->count; i++)
        if (notes->items[i].day >= from && notes->items[i].day <= to)
            notes->items[kept++] = notes->items[i];
    notes->count = kept < most ? kept : most;
    notes->left_out += kept - notes->count;
    if (kept == 0) return;
    qsort(notes->items, kept, sizeof *notes->items, compare_weights);
    qsort(notes->items, notes->count, sizeof *notes->items, compare_days);
}
