/* Who owns an entity, or what it owns, directly and through others: the network of the date, added
 * up three times: by the low ends, the middles and the high ends of the stakes. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/vector.h"
#include "query/columns.h"
#include "query/look.h"

#define LOOK(member, name, label, type, show) \
    COLUMN(struct sl_lookthrough_row, member, name, label, type, show)

static const struct sl_field look_fields[] = {
    LOOK(entity, "entity", "Entity", TEXT, ALWAYS),
    LOOK(direct_pct, "direct_pct", "Direct", PERCENT, PLAIN),
    LOOK(indirect_pct, "indirect_pct", "Indirect", PERCENT, PLAIN),
    LOOK(total_pct, "total_pct", "Total", PERCENT, RANGE),
    LOOK(total_low_pct, "total_low_pct", NULL, PERCENT, PLAIN),
    LOOK(total_high_pct, "total_high_pct", NULL, PERCENT, PLAIN),
};
const struct sl_row_type sl_lookthrough_row_type = ROW_TYPE("lookthrough", look_fields);

/* Per cents that are no more than rounding. */
static const double OVER_MIN = 1e-6, INDIRECT_MIN = 1e-10;

static const double PRINTED = 1e-6; /* per cent: the last digit */

struct sl_network_options sl_look_options(const struct sl_network_options *options)
{
    struct sl_network_options chosen = {0};
    if (options != NULL) chosen = *options;
    /* what is printed as that much is that much */
    if (chosen.least_pct > PRINTED) chosen.least_pct -= PRINTED / 2;
    return chosen;
}

enum sl_status sl_look_nothing(const struct sl_network *network, enum sl_direction direction,
                               struct sl_error *err)
{
    const char *name = sl_network_name(network, 0);
    return direction == SL_OWNERS
               ? sl_fail(err, SL_NOTHING, "nobody is known to own any of %s then", name)
               : sl_fail(err, SL_NOTHING, "%s is not known to own anything then", name);
}

void sl_look_release(struct sl_look *look)
{
    free(look->rows);
    *look = (struct sl_look){0};
}

/* ---- sums ---- */

enum end { LOW, MIDDLE, HIGH, ENDS };

struct sums {
    struct sl_network *network;
    struct sl_network_options options;
    double *totals[ENDS]; /* of each node, parts of 1 */
    double *direct;       /* NaN: of unknown size */
    double doubt;
};

static double value_at(const struct sl_link *link, enum end end)
{
    return end == LOW ? link->low : end == HIGH ? link->high : link->middle;
}

static enum sl_status add_up(struct sums *sums, enum end end, struct sl_error *err)
{
    const struct sl_network *network = sums->network;
    bool up = sums->options.direction == SL_OWNERS;
    struct sl_sparse matrix = {0};
    double doubt = 0, least = end == LOW ? 0 : sums->options.least_pct / 100;
    struct sl_entry *entries = malloc((network->link_count + 1) * sizeof *entries);
    if (entries == NULL) return sl_fail_memory(err);
    for (size_t i = 0; i < network->link_count; i++) {
        const struct sl_link *link = &network->links[i];
        entries[i] = (struct sl_entry){.row = up ? link->holder : link->issuer,
                                       .column = up ? link->issuer : link->holder,
                                       .value = value_at(link, end)};
    }
    enum sl_status status =
        sl_sparse_build(&matrix, (uint32_t)network->count, entries, network->link_count, err);
    free(entries);
    if (status == SL_OK)
        status = up ? sl_chains_to(&matrix, 0, least, sums->totals[end], &doubt, err)
                    : sl_chains_from(&matrix, 0, sums->totals[end], err);
    if (doubt > sums->doubt) sums->doubt = doubt;
    sl_sparse_release(&matrix);
    return status;
}

static bool has_ranges(const struct sl_network *network)
{
    for (size_t i = 0; i < network->link_count; i++) {
        if (network->links[i].low != network->links[i].high) return true;
    }
    return false;
}

static void list_direct(struct sums *sums)
{
    bool up = sums->options.direction == SL_OWNERS;
    for (size_t i = 0; i < sums->network->link_count; i++) {
        const struct sl_link *link = &sums->network->links[i];
        if ((up ? link->issuer : link->holder) == 0)
            sums->direct[up ? link->holder : link->issuer] = link->unknown ? NAN : link->middle;
    }
}

static enum sl_status sums_read(struct sums *sums, struct sl_error *err)
{
    size_t count = sums->network->count;
    bool ranges = has_ranges(sums->network);
    enum sl_status status = SL_OK;
    sums->direct = calloc(count, sizeof *sums->direct);
    if (sums->direct == NULL) status = sl_fail_memory(err);
    for (int end = LOW; end < ENDS && status == SL_OK; end++) {
        sums->totals[end] = malloc(count * sizeof(double));
        if (sums->totals[end] == NULL)
            status = sl_fail_memory(err);
        else if (ranges || end == LOW)
            status = add_up(sums, (enum end)end, err);
        else
            memcpy(sums->totals[end], sums->totals[LOW], count * sizeof(double));
    }
    if (status == SL_OK) list_direct(sums);
    return status;
}

static void sums_release(struct sums *sums)
{
    for (int end = LOW; end < ENDS; end++)
        free(sums->totals[end]);
    free(sums->direct);
}

/* ---- rows ---- */

static double percent(double part)
{
    return isfinite(part) ? part * 100 : NAN;
}

static void fill_row(const struct sums *sums, uint32_t node, struct sl_lookthrough_row *row)
{
    double low = sums->totals[LOW][node], high = sums->totals[HIGH][node];
    *row = (struct sl_lookthrough_row){
        .entity = sl_network_name(sums->network, node),
        .direct_pct = percent(sums->direct[node]),
        .total_pct = percent(sums->totals[MIDDLE][node]),
        .total_low_pct = percent(low),
        .total_high_pct = isfinite(low) ? fmin(high * 100, 100) : NAN,
    };
    row->indirect_pct = row->total_pct - (isnan(row->direct_pct) ? 0 : row->direct_pct);
    if (row->indirect_pct < INDIRECT_MIN) row->indirect_pct = 0;
}

static int compare_rows(const void *left, const void *right)
{
    const struct sl_look_row *a = left, *b = right;
    if (a->rank != b->rank) return a->rank < b->rank ? -1 : 1;
    const int order = sl_text_start_compare(a->start, b->start);
    return order != 0 ? order : strcmp(a->row.entity, b->row.entity);
}

static enum sl_status list_rows(struct sl_look *look, const struct sums *sums, struct sl_error *err)
{
    for (uint32_t node = 1; node < sums->network->count; node++) {
        double total = sums->totals[MIDDLE][node];
        if (!(total > 0) || total * 100 < sums->options.least_pct) continue;
        if (!sl_vector_grow(&look->rows, look->count, &look->capacity, sizeof *look->rows))
            return sl_fail_memory(err);
        struct sl_look_row *row = &look->rows[look->count++];
        row->node = node;
        fill_row(sums, node, &row->row);
        row->rank = sl_percent_rank(row->row.total_pct);
        row->start = sl_text_start(row->row.entity);
    }
    if (look->count > 1) qsort(look->rows, look->count, sizeof *look->rows, compare_rows);
    return SL_OK;
}

/* ---- notes ---- */

static void note(const struct sums *sums, enum sl_network_fault fault, const char *entity,
                 double percents)
{
    const struct sl_network_note made = {fault, entity, percents};
    if (sums->options.note != NULL) sums->options.note(sums->options.context, &made);
}

static void note_faults(const struct sums *sums, const struct sl_look *look)
{
    const struct sl_network *network = sums->network;
    for (uint32_t node = 0; node < network->count; node++) {
        const struct sl_node *at = &network->nodes[node];
        if (at->reached && at->held * 100 > 100 + OVER_MIN)
            note(sums, SL_FAULT_OVER_HELD, sl_network_name(network, node), at->held * 100);
    }
    for (size_t i = 0; i < look->count; i++) {
        if (isnan(look->rows[i].row.total_pct))
            note(sums, SL_FAULT_ENDLESS, look->rows[i].row.entity, NAN);
    }
    if (sums->doubt > 0) note(sums, SL_FAULT_INEXACT, NULL, sums->doubt * 100);
}

enum sl_status sl_look_read(struct sl_look *out, struct sl_network *network,
                            const struct sl_network_options *options, struct sl_error *err)
{
    struct sums sums = {.network = network, .options = *options};
    enum sl_status status = sl_network_read_all(network, options->direction, err);
    if (status == SL_OK) status = sl_book_expect_names(network->book, network->count, err);
    if (status == SL_OK) status = sums_read(&sums, err);
    if (status == SL_OK) status = list_rows(out, &sums, err);
    if (status == SL_OK) note_faults(&sums, out);
    sums_release(&sums);
    return status;
}

enum sl_status sl_lookthrough(struct sl_book *book, const char *entity, const struct sl_view *view,
                              const struct sl_network_options *options, struct sl_sink sink,
                              struct sl_error *err)
{
    struct sl_network_options chosen = sl_look_options(options);
    struct sl_network network = {0};
    struct sl_look look = {0};
    sl_entity of;
    enum sl_status status = sl_book_find(book, entity, &of, err);
    if (status == SL_OK) status = sl_network_open(&network, book, view, of, err);
    if (status == SL_OK) status = sl_look_read(&look, &network, &chosen, err);
    for (size_t i = 0; i < look.count && status == SL_OK; i++)
        status = sink.row(sink.context, &look.rows[i].row, err);
    if (status == SL_OK && look.count == 0)
        status = sl_look_nothing(&network, chosen.direction, err);
    sl_look_release(&look);
    sl_network_release(&network);
    return status;
}
