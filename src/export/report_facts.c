/* Asks the book everything that a page tells: each answer becomes a table, and what the summary
 * says of it. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <stakeline/changes.h>
#include <stakeline/check.h>
#include <stakeline/deals.h>
#include <stakeline/entity.h>
#include <stakeline/network.h>

#include "base/error.h"
#include "base/vector.h"
#include "export/figure.h"
#include "export/report.h"

/* A sink that fills a table, and looks at the rows on their way. */
struct feed {
    struct sl_report *report;
    struct sl_html_table *table;
    enum sl_status (*look)(struct sl_report *report, const void *row, struct sl_error *err);
};

static enum sl_status take_row(void *context, const void *row, struct sl_error *err)
{
    struct feed *feed = context;
    enum sl_status status = sl_html_table_row(feed->table, row, err);
    return status == SL_OK && feed->look != NULL ? feed->look(feed->report, row, err) : status;
}

static enum sl_status begin(struct sl_report *report, struct feed *feed, enum sl_report_table table,
                            const struct sl_row_type *type,
                            enum sl_status (*look)(struct sl_report *, const void *,
                                                   struct sl_error *),
                            struct sl_error *err)
{
    *feed = (struct feed){report, &report->tables[table], look};
    return sl_html_table_init(feed->table, type, &report->links, err);
}

/* No rows are an answer, too. */
static enum sl_status answered(enum sl_status status)
{
    return status == SL_NOTHING ? SL_OK : status;
}

static enum sl_status add_share(struct sl_report *report, struct sl_report_shares *shares,
                                const char *name, double percent, double votes,
                                struct sl_error *err)
{
    if (!sl_vector_grow(&shares->items, shares->count, &shares->capacity, sizeof *shares->items))
        return sl_fail_memory(err);
    struct sl_report_share *share = &shares->items[shares->count];
    *share = (struct sl_report_share){name, percent, votes};
    if (!sl_arena_keep(&report->memory, &share->name)) return sl_fail_memory(err);
    shares->count++;
    return SL_OK;
}

/* ---- positions ---- */

static enum sl_status look_at_holder(struct sl_report *report, const void *item,
                                     struct sl_error *err)
{
    const struct sl_position_row *row = item;
    if (row->basis == NULL && strcmp(row->holder, "(undisclosed)") == 0) {
        report->undisclosed = row->stake_pct;
        return SL_OK;
    }
    return add_share(report, &report->holders, row->holder, row->stake_pct, row->votes_pct, err);
}

static enum sl_status look_at_holding(struct sl_report *report, const void *item,
                                      struct sl_error *err)
{
    const struct sl_position_row *row = item;
    return add_share(report, &report->holdings, row->issuer, row->stake_pct, row->votes_pct, err);
}

static enum sl_status collect_positions(struct sl_report *report, struct sl_error *err)
{
    struct feed feed;
    enum sl_status status =
        begin(report, &feed, SL_TABLE_HOLDERS, &sl_holders_row_type, look_at_holder, err);
    if (status != SL_OK) return status;
    status = answered(sl_holders_at(report->book, report->entity, &report->view,
                                    (struct sl_sink){take_row, &feed}, err));
    if (status != SL_OK) return status;
    status = begin(report, &feed, SL_TABLE_HOLDINGS, &sl_holdings_row_type, look_at_holding, err);
    if (status != SL_OK) return status;
    return answered(sl_holdings_at(report->book, report->entity, &report->view,
                                   (struct sl_sink){take_row, &feed}, err));
}

/* ---- through others ---- */

/* Those who own through others; who only holds directly is in the cap table. */
static enum sl_status look_at_owner(struct sl_report *report, const void *item,
                                    struct sl_error *err)
{
    const struct sl_lookthrough_row *row = item;
    if (!(row->indirect_pct > 0)) return SL_OK;
    return add_share(report, &report->owners, row->entity, row->total_pct, row->direct_pct, err);
}

static enum sl_status look_at_control(struct sl_report *report, const void *item,
                                      struct sl_error *err)
{
    const struct sl_control_row *row = item;
    if (strcmp(row->relation, "ultimately controlled by") == 0) return SL_OK;
    bool down = strcmp(row->relation, "controls") == 0;
    return add_share(report, down ? &report->controlled : &report->controllers, row->entity, NAN,
                     row->votes_pct, err);
}

static enum sl_status collect_network(struct sl_report *report, struct sl_error *err)
{
    struct feed feed;
    struct sl_network_options options = {.direction = SL_OWNERS};
    const struct sl_sink sink = {take_row, &feed};
    enum sl_status status =
        begin(report, &feed, SL_TABLE_OWNERS, &sl_lookthrough_row_type, look_at_owner, err);
    if (status == SL_OK)
        status = answered(
            sl_lookthrough(report->book, report->entity, &report->view, &options, sink, err));
    if (status == SL_OK)
        status = begin(report, &feed, SL_TABLE_OWNER_CHAINS, &sl_path_row_type, NULL, err);
    if (status == SL_OK && report->owners.count > 0)
        status = answered(
            sl_lookthrough_paths(report->book, report->entity, &report->view, &options, sink, err));
    options.direction = SL_HOLDINGS;
    if (status == SL_OK)
        status = begin(report, &feed, SL_TABLE_OWNED, &sl_lookthrough_row_type, NULL, err);
    if (status == SL_OK)
        status = answered(
            sl_lookthrough(report->book, report->entity, &report->view, &options, sink, err));
    if (status == SL_OK)
        status = begin(report, &feed, SL_TABLE_CONTROL, &sl_control_row_type, look_at_control, err);
    if (status == SL_OK)
        status = answered(sl_control(report->book, report->entity, &report->view, sink, err));
    return status;
}

/* ---- the timeline ---- */

static bool add_day(struct sl_report *report, int32_t day)
{
    if (report->day_count > 0 && report->days[report->day_count - 1] == day) return true;
    if (!sl_vector_grow(&report->days, report->day_count, &report->day_capacity,
                        sizeof *report->days))
        return false;
    report->days[report->day_count++] = day;
    return true;
}

static enum sl_status look_at_step(struct sl_report *report, const void *item, struct sl_error *err)
{
    const struct sl_timeline_row *row = item;
    bool moved = row->holder != NULL && row->change_pct != 0 && !isnan(row->stake_pct);
    if (!moved) return SL_OK;
    if (!add_day(report, row->date.day)) return sl_fail_memory(err);
    return sl_report_take_move(report, row, err);
}

static enum sl_status collect_timelines(struct sl_report *report, struct sl_error *err)
{
    struct feed feed;
    enum sl_status status =
        begin(report, &feed, SL_TABLE_TIMELINE, &sl_timeline_row_type, look_at_step, err);
    if (status != SL_OK) return status;
    feed.table->drop = " issuer deal ";
    status = answered(sl_timeline(report->book, report->entity, NULL, &report->view, true,
                                  (struct sl_sink){take_row, &feed}, err));
    if (status != SL_OK) return status;
    status = begin(report, &feed, SL_TABLE_OWN_TIMELINE, &sl_timeline_row_type, NULL, err);
    if (status != SL_OK) return status;
    feed.table->drop = " holder deal ";
    return answered(sl_timeline(report->book, NULL, report->entity, &report->view, true,
                                (struct sl_sink){take_row, &feed}, err));
}

/* ---- deals, rounds, crossings, findings ---- */

static bool is_pending(const char *status)
{
    return strcmp(status, "completed") != 0 && strcmp(status, "cancelled") != 0;
}

static enum sl_status look_at_deal(struct sl_report *report, const void *item, struct sl_error *err)
{
    const struct sl_deal_row *row = item;
    (void)err;
    report->deals++;
    report->pending += is_pending(row->status);
    return SL_OK;
}

static enum sl_status look_at_round(struct sl_report *report, const void *item,
                                    struct sl_error *err)
{
    const struct sl_round_row *row = item;
    (void)err;
    report->rounds++;
    report->open_rounds += is_pending(row->status);
    return SL_OK;
}

static enum sl_status add_total(void *context, const void *item, struct sl_error *err)
{
    struct sl_report *report = context;
    const struct sl_round_total_row *row = item;
    struct sl_buffer *out = &report->raised;
    char figure[SL_FIGURE_SIZE];
    (void)err;
    if (row->amount.currency[0] == '\0') return SL_OK;
    sl_figure_group(figure, sl_money_format(&row->amount, figure));
    sl_buffer_printf(out, "%s%s %s in %lld %s", out->length > 0 ? " and " : "",
                     row->amount.currency, figure, (long long)row->rounds,
                     row->rounds == 1 ? "round" : "rounds");
    return SL_OK;
}

static enum sl_status collect_deals(struct sl_report *report, struct sl_error *err)
{
    struct feed feed;
    const struct sl_sink sink = {take_row, &feed};
    const struct sl_deal_filter filter = {.view = report->view};
    enum sl_status status =
        begin(report, &feed, SL_TABLE_ROUNDS, &sl_round_row_type, look_at_round, err);
    if (status != SL_OK) return status;
    feed.table->drop = " issuer ";
    status = answered(sl_rounds(report->book, report->entity, &report->view, sink, err));
    if (status == SL_OK && report->rounds > 0)
        status = answered(sl_round_totals(report->book, report->entity, SL_ROUNDS_BY_CURRENCY,
                                          &report->view, (struct sl_sink){add_total, report}, err));
    if (status == SL_OK)
        status = begin(report, &feed, SL_TABLE_DEALS, &sl_deal_row_type, look_at_deal, err);
    feed.table->drop = " first_known last_known source days part "; /* the history says it */
    if (status == SL_OK)
        status = answered(sl_deals(report->book, report->entity, &filter, sink, err));
    return status;
}

/* The codes of all findings about one company; those about names are on the index of the folder. */
static void add_codes(struct sl_buffer *out)
{
    for (size_t i = 0; i < sl_check_code_count; i++) {
        if (strcmp(sl_check_codes[i].name, "similar-names") == 0) continue;
        sl_buffer_printf(out, "%s%s", out->length > 0 ? "," : "", sl_check_codes[i].name);
    }
}

static enum sl_status collect_findings(struct sl_report *report, struct sl_error *err)
{
    struct feed feed;
    const struct sl_sink sink = {take_row, &feed};
    const struct sl_crossing_options crossing = {.view = report->view, .regime = SL_REGIME_EU};
    struct sl_check_options options = {.view = report->view, .today = report->options->today};
    struct sl_check_counts counts = {0};
    struct sl_buffer codes = {0};
    if (report->site != NULL) add_codes(&codes);
    options.codes = codes.data;
    enum sl_status status =
        begin(report, &feed, SL_TABLE_CROSSINGS, &sl_crossing_row_type, NULL, err);
    if (status == SL_OK)
        status = answered(sl_crossings(report->book, report->entity, &crossing, sink, err));
    if (status == SL_OK)
        status = begin(report, &feed, SL_TABLE_FINDINGS, &sl_check_row_type, NULL, err);
    feed.table->drop = " issuer ";
    if (status == SL_OK && codes.failed) status = sl_fail_memory(err);
    if (status == SL_OK)
        status = answered(sl_check(report->book, report->entity, &options, sink, &counts, err));
    sl_buffer_release(&codes);
    report->errors = counts.of[SL_SEVERITY_ERROR];
    report->warnings = counts.of[SL_SEVERITY_WARNING];
    report->infos = counts.of[SL_SEVERITY_INFO];
    return status;
}

/* ---- names ---- */

static enum sl_status take_entity(void *context, const void *item, struct sl_error *err)
{
    struct sl_report *report = context;
    const struct sl_entity_row *row = item;
    report->entity = row->name;
    report->words.aliases = row->aliases;
    report->words.identifiers = row->identifiers;
    report->words.former = row->former_names;
    if (!sl_arena_keep(&report->memory, &report->entity) ||
        !sl_arena_keep(&report->memory, &report->words.aliases) ||
        !sl_arena_keep(&report->memory, &report->words.identifiers) ||
        !sl_arena_keep(&report->memory, &report->words.former))
        return sl_fail_memory(err);
    return SL_OK;
}

enum sl_status sl_report_collect(struct sl_report *report, struct sl_error *err)
{
    report->undisclosed = NAN;
    enum sl_status status =
        sl_entities(report->book, report->entity, (struct sl_sink){take_entity, report}, err);
    if (status == SL_OK) status = sl_report_collect_claims(report, err);
    if (status == SL_OK) status = collect_positions(report, err);
    if (status == SL_OK) status = collect_network(report, err);
    if (status == SL_OK) status = collect_timelines(report, err);
    if (status == SL_OK) status = collect_deals(report, err);
    if (status == SL_OK) status = collect_findings(report, err);
    return status;
}
