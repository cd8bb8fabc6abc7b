/* Totals of funding rounds, by period, issuer, investor, label or currency. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/expect.h"
#include "base/sort.h"
#include "base/text.h"
#include "query/columns.h"
#include "query/crew.h"
#include "query/round_parts.h"
#include "query/round_sums.h"

#define TOTAL(member, name, label, type, show) \
    COLUMN(struct sl_round_total_row, member, name, label, type, show)

static const struct sl_field total_fields[] = {
    TOTAL(group, "group", "Group", TEXT, ALWAYS),
    TOTAL(rounds, "rounds", "Rounds", COUNT, ALWAYS),
    TOTAL(amount, "amount", "Amount", MONEY, MONEY),
    TOTAL(currency, "currency", NULL, TEXT, PLAIN),
};
const struct sl_row_type sl_round_total_row_type = ROW_TYPE("round totals", total_fields);

struct totals {
    struct sl_book *book;
    const struct sl_view *view;
    enum sl_round_group by;
    struct sl_sums sums;
    struct sl_convert *convert; /* NULL: amounts as they are stated */
};

/* What a thread gathers. */
struct gathering {
    struct sl_round_parts parts; /* of one issuer */
    struct sl_sums sums;
};

static bool is_of_entities(const struct totals *totals)
{
    return totals->by == SL_ROUNDS_BY_ISSUER || totals->by == SL_ROUNDS_BY_INVESTOR;
}

static const char *spell_key(struct totals *totals, int64_t key)
{
    char text[SL_DATE_SIZE];
    sl_round_key_spell(totals->by, key, text);
    return sl_arena_copy(&totals->sums.arena, text, strlen(text));
}

static enum sl_status spell(struct totals *totals, struct sl_sum *total, struct sl_error *err)
{
    if (total->group != NULL) return SL_OK;
    total->group = is_of_entities(totals) ? sl_book_name(totals->book, total->key)
                                          : spell_key(totals, total->key);
    return total->group == NULL ? sl_fail_memory(err) : SL_OK;
}

static void add_to(struct sl_sum *sum, const struct sl_sum *more)
{
    sum->rounds += more->rounds;
    if (more->uncountable || !sl_money_add(&sum->amount, &more->amount)) sum->uncountable = true;
}

static enum sl_status add(struct sl_sums *sums, const struct sl_sum *more, struct sl_error *err)
{
    struct sl_sum *sum = sl_sums_find(sums, more);
    if (sum == NULL) return sl_fail_memory(err);
    add_to(sum, more);
    return SL_OK;
}

/* A sum on its way into order. */
struct ranked {
    uint64_t beginning, after; /* of the group: its first eight bytes, and the next */
    struct sl_sum *sum;
};

static int compare_groups(const void *left, const void *right)
{
    const struct ranked *a = left, *b = right;
    if (a->beginning != b->beginning) return a->beginning < b->beginning ? -1 : 1;
    if (a->after != b->after) return a->after < b->after ? -1 : 1;
    /* one investor in several currencies has one name */
    int order = a->sum->group == b->sum->group ? 0 : strcmp(a->sum->group, b->sum->group);
    return order != 0 ? order : strcmp(a->sum->amount.currency, b->sum->amount.currency);
}

static enum sl_status read_names(const struct totals *totals, struct sl_error *err)
{
    const size_t count = totals->sums.count;
    sl_entity *ids = calloc(count + 1, sizeof *ids);
    if (ids == NULL) return sl_fail_memory(err);
    for (size_t i = 0; i < count; i++)
        ids[i] = totals->sums.items[i].key;
    enum sl_status status = sl_book_read_names(totals->book, ids, count, err);
    free(ids);
    return status;
}

enum { EXPECT_FAR = 16, EXPECT_NEAR = 8 };

static void expect_names(const struct totals *totals, size_t i)
{
    const struct sl_sums *sums = &totals->sums;
    if (i + EXPECT_FAR < sums->count)
        sl_book_fetch_name(totals->book, sums->items[i + EXPECT_FAR].key, false);
    if (i + EXPECT_NEAR < sums->count)
        sl_book_fetch_name(totals->book, sums->items[i + EXPECT_NEAR].key, true);
}

/* Spells the groups, and sorts them. */
static enum sl_status rank(struct totals *totals, struct ranked *ranked, struct sl_error *err)
{
    const size_t count = totals->sums.count;
    enum sl_status status = is_of_entities(totals) ? read_names(totals, err) : SL_OK;
    for (size_t i = 0; i < count && status == SL_OK; i++) {
        struct sl_sum *sum = &totals->sums.items[i];
        if (is_of_entities(totals)) expect_names(totals, i);
        status = spell(totals, sum, err);
        if (status != SL_OK) break;
        const char *after = sum->group + strnlen(sum->group, sizeof ranked->beginning);
        ranked[i] = (struct ranked){sl_text_beginning(sum->group), sl_text_beginning(after), sum};
    }
    if (status == SL_OK) sl_sort(ranked, count, sizeof *ranked, compare_groups);
    return status;
}

static enum sl_status send_sum(const struct sl_sum *sum, struct sl_sink sink, struct sl_error *err)
{
    const struct sl_round_total_row row = {.group = sum->group,
                                           .rounds = sum->rounds,
                                           .amount = sum->amount,
                                           .currency = sum->amount.currency};
    if (sum->uncountable)
        return sl_fail(err, SL_INVALID,
                       "the rounds of '%s' in %s add up to more than can be counted", sum->group,
                       sum->amount.currency);
    return sink.row(sink.context, &row, err);
}

/* What reads alike is one: the last of them has it all, the others are left with no rounds. */
static void unite(struct totals *totals, const struct ranked *ranked)
{
    for (size_t i = 0; i + 1 < totals->sums.count; i++) {
        if (compare_groups(&ranked[i], &ranked[i + 1]) != 0) continue;
        add_to(ranked[i + 1].sum, ranked[i].sum);
        ranked[i].sum->rounds = 0;
    }
}

static enum sl_status send(struct totals *totals, struct sl_sink sink, struct sl_error *err)
{
    struct ranked *ranked = calloc(totals->sums.count + 1, sizeof *ranked);
    if (ranked == NULL) return sl_fail_memory(err);
    enum sl_status status = rank(totals, ranked, err);
    if (status == SL_OK) unite(totals, ranked);
    for (size_t i = 0; i < totals->sums.count && status == SL_OK; i++) {
        if (i + EXPECT_FAR < totals->sums.count) sl_expect(ranked[i + EXPECT_FAR].sum);
        if (i + EXPECT_NEAR < totals->sums.count) sl_expect(ranked[i + EXPECT_NEAR].sum->group);
        if (ranked[i].sum->rounds > 0) status = send_sum(ranked[i].sum, sink, err);
    }
    free(ranked);
    return status;
}

/* ---- gathering ---- */

static enum sl_status ask(void *context, void *gathering, struct sl_play *play, sl_entity issuer,
                          size_t place, struct sl_error *err)
{
    const struct totals *totals = context;
    struct gathering *to = gathering;
    (void)place;
    to->parts.count = 0;
    enum sl_status status = sl_round_parts_add(&to->parts, play, issuer, totals->view, err);
    for (size_t i = 0; i < to->parts.count && status == SL_OK; i++) {
        const struct sl_round_part *part = &to->parts.items[i];
        const struct sl_sum more = {.key = part->key,
                                    .group = part->group,
                                    .rounds = 1,
                                    .amount = part->amount,
                                    .uncountable = part->uncountable};
        status = add(&to->sums, &more, err);
    }
    return status;
}

static enum sl_status add_sums(struct sl_sums *sums, const struct sl_sums *more,
                               struct sl_error *err)
{
    enum sl_status status = SL_OK;
    for (size_t i = 0; i < more->count && status == SL_OK; i++) {
        if (i + EXPECT_FAR < more->count) sl_sums_expect(sums, &more->items[i + EXPECT_FAR], false);
        if (i + EXPECT_NEAR < more->count)
            sl_sums_expect(sums, &more->items[i + EXPECT_NEAR], true);
        status = add(sums, &more->items[i], err);
    }
    return status;
}

/* Takes what the first gathered, and adds what the others did. */
static enum sl_status add_gatherings(struct totals *totals, struct gathering *gatherings,
                                     enum sl_status status, struct sl_error *err)
{
    totals->sums = gatherings[0].sums;
    gatherings[0].sums = (struct sl_sums){0};
    for (size_t i = 0; i < SL_CREW_MOST; i++) {
        sl_round_parts_release(&gatherings[i].parts);
        if (status == SL_OK) status = add_sums(&totals->sums, &gatherings[i].sums, err);
        sl_sums_release(&gatherings[i].sums);
    }
    return status;
}

/* Of one issuer, or (0) of all. */
static enum sl_status gather(struct totals *totals, sl_entity issuer, struct sl_error *err)
{
    struct gathering gatherings[SL_CREW_MOST] = {0};
    sl_entity *issuers = NULL;
    size_t count = 1;
    enum sl_status status = SL_OK;
    /* in the order of names where that shows: in what is told of rates */
    const bool named = totals->convert != NULL;
    const struct sl_crew crew = {.book = totals->book,
                                 .columns = SL_COLUMNS_FUNDING,
                                 .alone = named, /* rates are in the book */
                                 .ask = ask,
                                 .context = totals,
                                 .gatherings = gatherings,
                                 .gathering_size = sizeof gatherings[0]};
    for (size_t i = 0; i < SL_CREW_MOST; i++) {
        gatherings[i].parts = (struct sl_round_parts){
            .by = totals->by, .list = {.convert = totals->convert, .alone = true}};
    }
    if (issuer == 0) status = sl_book_issuers(totals->book, true, named, &issuers, &count, err);
    if (status == SL_OK)
        status = sl_crew_run(&crew, issuers == NULL ? &issuer : issuers, count, err);
    status = add_gatherings(totals, gatherings, status, err);
    free(issuers);
    return status;
}

static enum sl_status round_totals(struct sl_book *book, const char *issuer, enum sl_round_group by,
                                   const struct sl_view *view, struct sl_convert *convert,
                                   struct sl_sink sink, struct sl_error *err)
{
    struct totals totals = {.book = book, .view = view, .by = by, .convert = convert};
    sl_entity of;
    enum sl_status status = sl_play_find(book, issuer, &of, err);
    if (status == SL_OK) status = gather(&totals, of, err);
    if (status == SL_OK) status = send(&totals, sink, err);
    if (status == SL_OK && totals.sums.count == 0)
        status = sl_fail(err, SL_NOTHING, "no completed round of %s in that time",
                         issuer != NULL ? issuer : "anyone");
    sl_sums_release(&totals.sums);
    return status;
}

enum sl_status sl_round_totals(struct sl_book *book, const char *issuer, enum sl_round_group by,
                               const struct sl_view *view, struct sl_sink sink,
                               struct sl_error *err)
{
    return round_totals(book, issuer, by, view, NULL, sink, err);
}

enum sl_status sl_round_totals_in(struct sl_book *book, const char *issuer, enum sl_round_group by,
                                  const struct sl_view *view,
                                  const struct sl_conversion *conversion, struct sl_sink sink,
                                  struct sl_error *err)
{
    struct sl_convert convert = {0};
    enum sl_status status = sl_convert_begin(&convert, book, conversion, err);
    if (status == SL_OK) status = round_totals(book, issuer, by, view, &convert, sink, err);
    sl_convert_end(&convert, status == SL_OK);
    return status;
}
