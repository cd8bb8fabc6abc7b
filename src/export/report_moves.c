/* How the stakes came to what they are: the largest moves, each with what made it. A stake that
 * moved because the capital did, event after event, is one move. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/vector.h"
#include "export/figure.h"
#include "export/html.h"
#include "export/report.h"

enum { MOVES_MAX = 10 };

/* ---- gathering ---- */

static bool is_dilution(const char *kind)
{
    return strcmp(kind, "dilution") == 0;
}

/* The holder's (and class's) place in moves->last, where SL_NO_MOVE stands for none. */
static bool find_last(struct sl_report *report, const struct sl_timeline_row *row, size_t *holder)
{
    struct sl_report_moves *moves = &report->moves;
    struct sl_buffer key = {0};
    sl_buffer_add_text(&key, row->holder);
    sl_buffer_add_byte(&key, '\0');
    if (row->class_ != NULL) sl_buffer_add_text(&key, row->class_);
    *holder = key.failed ? SL_NO_NAME
                         : sl_names_add(&moves->holders, &report->memory, key.data, key.length);
    sl_buffer_release(&key);
    if (*holder == SL_NO_NAME) return false;
    if (*holder < moves->last_count) return true;
    if (!sl_vector_grow(&moves->last, moves->last_count, &moves->last_capacity,
                        sizeof *moves->last))
        return false;
    moves->last[moves->last_count++] = SL_NO_MOVE;
    return true;
}

static bool add_move(struct sl_report *report, const struct sl_timeline_row *row, size_t *number)
{
    struct sl_report_moves *moves = &report->moves;
    if (!sl_vector_grow(&moves->items, moves->count, &moves->capacity, sizeof *moves->items))
        return false;
    struct sl_report_move *move = &moves->items[moves->count];
    *move = (struct sl_report_move){.date = row->date,
                                    .last = row->date,
                                    .holder = row->holder,
                                    .class_ = row->class_,
                                    .kind = row->kind,
                                    .arrival = row->arrival,
                                    .from = row->stake_pct - row->change_pct,
                                    .to = row->stake_pct,
                                    .order = moves->count};
    if (!sl_arena_keep(&report->memory, &move->holder) ||
        !sl_arena_keep(&report->memory, &move->class_) ||
        !sl_arena_keep(&report->memory, &move->kind))
        return false;
    *number = moves->count++;
    return true;
}

enum sl_status sl_report_take_move(struct sl_report *report, const struct sl_timeline_row *row,
                                   struct sl_error *err)
{
    struct sl_report_moves *moves = &report->moves;
    size_t holder;
    if (!find_last(report, row, &holder)) return sl_fail_memory(err);
    size_t *last = &moves->last[holder];
    bool diluted = is_dilution(row->kind);
    if (diluted && *last != SL_NO_MOVE && is_dilution(moves->items[*last].kind)) {
        moves->items[*last].last = row->date;
        moves->items[*last].to = row->stake_pct;
        return SL_OK;
    }
    return add_move(report, row, last) ? SL_OK : sl_fail_memory(err);
}

void sl_report_moves_release(struct sl_report_moves *moves)
{
    sl_names_release(&moves->holders);
    free(moves->items);
    free(moves->last);
}

/* ---- telling ---- */

static double size_of(const struct sl_report_move *move)
{
    return isnan(move->from) ? move->to : fabs(move->to - move->from);
}

static int compare_orders(const void *left, const void *right)
{
    const struct sl_report_move *a = left, *b = right;
    return (a->order > b->order) - (a->order < b->order);
}

static int compare_sizes(const void *left, const void *right)
{
    double x = size_of(left), y = size_of(right);
    return x != y ? (x > y ? -1 : 1) : compare_orders(left, right);
}

/* What made the move, said of a change in its direction. */
static const char *cause_of(const struct sl_report_move *move)
{
    bool up = move->to > move->from;
    if (strcmp(move->kind, "acquire") == 0) return "by a purchase";
    if (strcmp(move->kind, "dispose") == 0) return "by a sale";
    if (strcmp(move->kind, "issue") == 0 || strcmp(move->kind, "round") == 0)
        return "by new shares";
    if (strcmp(move->kind, "cancel") == 0) return "by shares that were retired";
    if (strcmp(move->kind, "holding") == 0) return "as it was stated";
    if (is_dilution(move->kind))
        return up ? "without a purchase: there were fewer shares in all"
                  : "without a sale: there were more shares in all";
    return "";
}

static const char *note_of(const struct sl_report *report, const struct sl_report_move *move)
{
    if (is_dilution(move->kind)) return NULL;
    for (size_t i = 0; i < report->claim_count; i++)
        if (report->claims[i].arrival == move->arrival) return report->claims[i].note;
    return NULL;
}

static void tell_dates(struct sl_buffer *out, const struct sl_report_move *move)
{
    char date[SL_DATE_SIZE];
    sl_date_format(move->date, date);
    sl_buffer_printf(out, "<span class=\"when\">%s", date);
    if (move->last.day != move->date.day) {
        sl_date_format(move->last, date);
        sl_buffer_printf(out, " to %s", date);
    }
    sl_buffer_add_text(out, "</span> ");
}

/* ": up from 15 % to 17.05 %"; of a stake that was not known before, where it was found. */
static void tell_levels(struct sl_buffer *out, const struct sl_report_move *move)
{
    if (isnan(move->from))
        sl_buffer_add_text(out, ": at ");
    else
        sl_buffer_add_text(out, move->to > move->from ? ": up" : ": down");
    if (move->from > 0.005) {
        sl_buffer_add_text(out, " from ");
        sl_report_percent(out, move->from);
    }
    if (!isnan(move->from)) sl_buffer_add_text(out, " to ");
    sl_report_percent(out, move->to < 0.005 ? 0 : move->to);
}

static void tell_move(struct sl_report *report, const struct sl_report_move *move)
{
    struct sl_buffer *out = &report->body;
    const char *cause = cause_of(move), *note = note_of(report, move);
    sl_buffer_add_text(out, "<li>");
    tell_dates(out, move);
    sl_report_name(report, move->holder);
    if (move->class_ != NULL && move->class_[0] != '\0') {
        sl_buffer_add_text(out, " (");
        sl_html_text(out, move->class_);
        sl_buffer_add_byte(out, ')');
    }
    tell_levels(out, move);
    if (cause[0] != '\0') sl_buffer_printf(out, ", %s", cause);
    if (note != NULL) {
        sl_buffer_add_text(out, "<span class=\"note\">");
        sl_html_text(out, note);
        sl_buffer_add_text(out, "</span>");
    }
    sl_buffer_add_text(out, "</li>\n");
}

void sl_report_tell_moves(struct sl_report *report)
{
    struct sl_report_move *items = report->moves.items;
    size_t count = report->moves.count;
    bool some = count > MOVES_MAX;
    if (count == 0) return;
    qsort(items, count, sizeof *items, compare_sizes);
    if (some) count = MOVES_MAX;
    qsort(items, count, sizeof *items, compare_orders);
    sl_buffer_add_text(&report->body,
                       some ? "<p><b>How it came to this:</b> the largest moves.</p>\n"
                            : "<p><b>How it came to this:</b></p>\n");
    sl_buffer_add_text(&report->body, "<ol class=\"moves\">\n");
    for (size_t i = 0; i < count; i++)
        tell_move(report, &items[i]);
    sl_buffer_add_text(&report->body, "</ol>\n");
}
