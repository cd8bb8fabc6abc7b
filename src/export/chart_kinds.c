/* The kinds of charts: which rows each is made of. */
#include <stakeline/changes.h>
#include <stakeline/deals.h>
#include <stakeline/entity.h>

#include "base/error.h"
#include "export/chart_draw.h"
#include "export/deal_lanes.h"
#include "export/notes.h"
#include "export/series.h"

typedef enum sl_status draw_kind(struct sl_page *page, struct sl_book *book, const char *entity,
                                 const struct sl_chart_options *options, struct sl_error *err);

struct subject {
    struct sl_arena *arena;
    const char *name;
};

static enum sl_status take_subject(void *context, const void *row, struct sl_error *err)
{
    struct subject *subject = context;
    subject->name = sl_text_keep_clean(subject->arena, ((const struct sl_entity_row *)row)->name);
    return subject->name != NULL ? SL_OK : sl_fail_memory(err);
}

/* The display name, cleaned, of the entity that a user's name means. */
static enum sl_status find_subject(struct sl_arena *arena, struct sl_book *book, const char *entity,
                                   const char **out, struct sl_error *err)
{
    struct subject subject = {.arena = arena};
    enum sl_status status =
        sl_entities(book, entity, (struct sl_sink){take_subject, &subject}, err);
    if (status == SL_OK) *out = subject.name;
    return status;
}

/* ---- stakes through time ---- */

struct collection {
    struct sl_series *series;
    struct sl_notes *notes; /* NULL: none are wanted */
};

static enum sl_status collect_row(void *context, const void *row, struct sl_error *err)
{
    const struct collection *collection = context;
    if (collection->notes != NULL &&
        !sl_notes_timeline(collection->notes, row, collection->series->by_issuer))
        return sl_fail_memory(err);
    return sl_series_row(collection->series, row, err);
}

static enum sl_status collect_series(struct sl_series *series, struct sl_notes *notes,
                                     struct sl_book *book, const char *issuer, const char *holder,
                                     const struct sl_chart_options *options, struct sl_error *err)
{
    struct sl_view view = options->view;
    view.from = SL_DAY_MIN; /* the level at `from` comes from before it, */
    view.to = SL_DAY_MAX;   /* and that at `to` is good if the log goes on behind it */
    struct collection collection = {series, notes};
    return sl_timeline(book, issuer, holder, &view, true,
                       (struct sl_sink){collect_row, &collection}, err);
}

static enum sl_status draw_stakes(struct sl_page *page, struct sl_book *book, const char *entity,
                                  const struct sl_chart_options *options, struct sl_error *err)
{
    struct sl_series series;
    sl_series_init(&series, false, options->view.to);
    enum sl_status status = collect_series(&series, page->notes, book, entity, NULL, options, err);
    if (status == SL_OK) status = sl_draw_stakes(page, &series, options, err);
    sl_series_release(&series);
    return status;
}

static enum sl_status draw_ownership(struct sl_page *page, struct sl_book *book, const char *entity,
                                     const struct sl_chart_options *options, struct sl_error *err)
{
    struct sl_series series;
    sl_series_init(&series, false, options->view.to);
    enum sl_status status = collect_series(&series, page->notes, book, entity, NULL, options, err);
    if (status == SL_OK) status = sl_draw_ownership(page, &series, options, err);
    sl_series_release(&series);
    return status;
}

static enum sl_status draw_portfolio(struct sl_page *page, struct sl_book *book, const char *entity,
                                     const struct sl_chart_options *options, struct sl_error *err)
{
    struct sl_series series;
    sl_series_init(&series, true, options->view.to);
    enum sl_status status = collect_series(&series, page->notes, book, NULL, entity, options, err);
    if (status == SL_OK) status = sl_draw_stakes(page, &series, options, err);
    sl_series_release(&series);
    return status;
}

/* One holder's stakes in the issuers that are asked about. */
static enum sl_status draw_compare(struct sl_page *page, struct sl_book *book, const char *entity,
                                   const struct sl_chart_options *options, struct sl_error *err)
{
    struct sl_series series;
    if (options->holder == NULL)
        return sl_fail(err, SL_MISUSE, "a comparison needs the holder whose stakes it is about");
    sl_series_init(&series, true, options->view.to);
    enum sl_status status = SL_OK;
    for (size_t i = 0; i <= options->other_count && status == SL_OK; i++) {
        const char *issuer = i == 0 ? entity : options->others[i - 1], *name;
        status = find_subject(&series.arena, book, issuer, &name, err);
        if (status == SL_OK)
            status =
                collect_series(&series, page->notes, book, issuer, options->holder, options, err);
        if (status == SL_NOTHING && series.names.count > 0) status = SL_OK; /* has none of it */
    }
    if (status == SL_OK) status = sl_draw_stakes(page, &series, options, err);
    sl_series_release(&series);
    return status;
}

static enum sl_status draw_thresholds(struct sl_page *page, struct sl_book *book,
                                      const char *entity, const struct sl_chart_options *options,
                                      struct sl_error *err)
{
    static const char *const rules[] = {[SL_REGIME_EU] = "of the EU's directive",
                                        [SL_REGIME_SEC] = "of the SEC",
                                        [SL_REGIME_DTR5] = "of DTR 5",
                                        [SL_REGIME_AMF] = "of the AMF",
                                        [SL_REGIME_SEBI] = "of SEBI",
                                        [SL_REGIME_JAPAN] = "of Japan's law",
                                        [SL_REGIME_HK] = "of Hong Kong's law"};
    const struct sl_crossing_options asked = {
        .view = options->view, .regime = options->regime, .lines = options->lines};
    struct sl_crossings crossings = {.rule = options->lines != NULL ? "given" : NULL};
    struct sl_series series;
    sl_series_init(&series, false, options->view.to);
    enum sl_status status = sl_lines_read(&crossings.lines, options->lines, options->regime, err);
    if (status == SL_OK)
        status = collect_series(&series, page->notes, book, entity, NULL, options, err);
    if (status == SL_OK)
        status =
            sl_crossings(book, entity, &asked, (struct sl_sink){sl_crossings_row, &crossings}, err);
    if (status == SL_NOTHING && series.subject != NULL) status = SL_OK; /* no line was crossed */
    if (crossings.rule == NULL) crossings.rule = rules[options->regime];
    if (status == SL_OK) status = sl_draw_thresholds(page, &series, &crossings, options, err);
    sl_series_release(&series);
    sl_crossings_release(&crossings);
    return status;
}

/* ---- rounds and deals ---- */

struct round_collection {
    struct sl_sink sink; /* the chart's own, */
    const size_t *taken; /* which counts here what it draws */
    struct sl_notes *notes;
};

static enum sl_status collect_round(void *context, const void *row, struct sl_error *err)
{
    const struct round_collection *collection = context;
    const size_t before = *collection->taken;
    enum sl_status status = collection->sink.row(collection->sink.context, row, err);
    bool drawn = status == SL_OK && *collection->taken > before;
    if (drawn && collection->notes != NULL && !sl_notes_round(collection->notes, row))
        return sl_fail_memory(err);
    return status;
}

static enum sl_status draw_rounds(struct sl_page *page, struct sl_book *book, const char *entity,
                                  const struct sl_chart_options *options, struct sl_error *err)
{
    struct sl_round_bars list;
    sl_round_bars_init(&list);
    struct round_collection collection = {{sl_round_bars_row, &list}, &list.count, page->notes};
    enum sl_status status =
        sl_rounds(book, entity, &options->view, (struct sl_sink){collect_round, &collection}, err);
    if (status == SL_OK) status = sl_draw_rounds(page, &list, options, err);
    sl_round_bars_release(&list);
    return status;
}

static enum sl_status draw_funding(struct sl_page *page, struct sl_book *book, const char *entity,
                                   const struct sl_chart_options *options, struct sl_error *err)
{
    struct sl_funds funds;
    sl_funds_init(&funds, options);
    struct round_collection collection = {{sl_funds_row, &funds}, &funds.count, page->notes};
    struct sl_sink sink = {collect_round, &collection};
    enum sl_status status =
        entity == NULL ? SL_OK : find_subject(&funds.arena, book, entity, &funds.subject, err);
    if (status == SL_OK)
        status = options->conversion == NULL
                     ? sl_rounds(book, entity, &options->view, sink, err)
                     : sl_rounds_in(book, entity, &options->view, options->conversion, sink, err);
    if (status == SL_OK) status = sl_draw_funding(page, &funds, options, err);
    sl_funds_release(&funds);
    return status;
}

static enum sl_status draw_deals(struct sl_page *page, struct sl_book *book, const char *entity,
                                 const struct sl_chart_options *options, struct sl_error *err)
{
    const struct sl_deal_filter filter = {.view = options->view};
    struct sl_lanes lanes;
    sl_lanes_init(&lanes);
    enum sl_status status = find_subject(&lanes.arena, book, entity, &lanes.subject, err);
    if (status == SL_OK)
        status = sl_deals(book, entity, &filter, (struct sl_sink){sl_lanes_row, &lanes}, err);
    if (status == SL_OK) status = sl_draw_deals(page, &lanes, options, err);
    sl_lanes_release(&lanes);
    return status;
}

static enum sl_status draw_changes(struct sl_page *page, struct sl_book *book, const char *entity,
                                   const struct sl_chart_options *options, struct sl_error *err)
{
    struct sl_falls falls;
    sl_falls_init(&falls);
    enum sl_status status = find_subject(&falls.arena, book, entity, &falls.subject, err);
    if (status == SL_OK)
        status = sl_changes(book, entity, NULL, &options->view,
                            (struct sl_sink){sl_falls_row, &falls}, err);
    if (status == SL_OK) status = sl_draw_changes(page, &falls, options, err);
    sl_falls_release(&falls);
    return status;
}

/* ---- networks ---- */

enum { TOP_DEFAULT = 8, DEPTH_NETWORK = 2, DEPTH_CONTROL = 3 };

static struct sl_around_options around_options(const struct sl_chart_options *options, int depth)
{
    return (struct sl_around_options){
        .view = options->view,
        .depth = (unsigned)(options->depth > 0 ? options->depth : depth),
        .top = (size_t)(options->top > 0 ? options->top : TOP_DEFAULT),
    };
}

enum sl_status sl_ask_network(struct sl_around *out, struct sl_book *book, const char *entity,
                              const struct sl_chart_options *options, struct sl_error *err)
{
    const struct sl_around_options asked = around_options(options, DEPTH_NETWORK);
    return sl_around_read(out, book, entity, &asked, err);
}

enum sl_status sl_ask_control(struct sl_around *out, struct sl_book *book, const char *entity,
                              const struct sl_chart_options *options, struct sl_error *err)
{
    const struct sl_around_options asked = around_options(options, DEPTH_CONTROL);
    return sl_around_control(out, book, entity, &asked, err);
}

static enum sl_status draw_network(struct sl_page *page, struct sl_book *book, const char *entity,
                                   const struct sl_chart_options *options, struct sl_error *err)
{
    struct sl_around around;
    enum sl_status status = sl_ask_network(&around, book, entity, options, err);
    if (status == SL_OK) status = sl_draw_around(page, &around, &sl_network_kind, options, err);
    sl_around_release(&around);
    return status;
}

static enum sl_status draw_control(struct sl_page *page, struct sl_book *book, const char *entity,
                                   const struct sl_chart_options *options, struct sl_error *err)
{
    struct sl_around around;
    enum sl_status status = sl_ask_control(&around, book, entity, options, err);
    if (status == SL_OK) status = sl_draw_around(page, &around, &sl_control_kind, options, err);
    sl_around_release(&around);
    return status;
}

enum sl_status sl_draw_kind(struct sl_page *page, struct sl_book *book, enum sl_chart_kind kind,
                            const char *entity, const struct sl_chart_options *options,
                            struct sl_error *err)
{
    static draw_kind *const kinds[] = {
        [SL_CHART_STAKES] = draw_stakes,         [SL_CHART_OWNERSHIP] = draw_ownership,
        [SL_CHART_ROUNDS] = draw_rounds,         [SL_CHART_PORTFOLIO] = draw_portfolio,
        [SL_CHART_DEALS] = draw_deals,           [SL_CHART_CHANGES] = draw_changes,
        [SL_CHART_THRESHOLDS] = draw_thresholds, [SL_CHART_COMPARE] = draw_compare,
        [SL_CHART_FUNDING] = draw_funding,       [SL_CHART_NETWORK] = draw_network,
        [SL_CHART_CONTROL] = draw_control,
    };
    if ((size_t)kind >= sizeof kinds / sizeof *kinds)
        return sl_fail(err, SL_MISUSE, "no such kind of chart: %d", (int)kind);
    return kinds[kind](page, book, entity, options, err);
}
