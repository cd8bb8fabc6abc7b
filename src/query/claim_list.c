/* The claims about one entity, gathered from every issuer that it has to do with. */
#include <stakeline/claims.h>

#include <stdlib.h>

#include "base/error.h"
#include "base/vector.h"
#include "query/columns.h"
#include "query/explain.h"

#define CLAIM(member, name, label, type, show) \
    COLUMN(struct sl_claim_row, member, name, label, type, show)

static const struct sl_field fields[] = {
    CLAIM(date, "date", "Date", DATE, ALWAYS),
    CLAIM(known, "known", "Known", DATE, PLAIN),
    CLAIM(kind, "kind", "Kind", TEXT, PLAIN),
    CLAIM(status, "status", "Status", TEXT, PLAIN),
    CLAIM(issuer, "issuer", "Issuer", TEXT, ALWAYS),
    CLAIM(holder, "holder", "Holder", TEXT, NEVER),
    CLAIM(counterparty, "counterparty", "Counterparty", TEXT, NEVER),
    CLAIM(what, "what", "What it says", TEXT, WRAP),
    CLAIM(deal, "deal", "Deal", TEXT, PLAIN),
    CLAIM(note, "note", "Note", TEXT, WRAP),
    CLAIM(source, "source", "Source", TEXT, LONG),
    CLAIM(url, "url", "Link", TEXT, NEVER),
    CLAIM(file, "file", "File", TEXT, NEVER),
    CLAIM(line, "line", "Line", COUNT, NEVER),
};
const struct sl_row_type sl_claim_row_type = ROW_TYPE("claims", fields);

struct listing {
    struct sl_telling telling;
    const struct sl_view *view;
    sl_entity entity;
    struct sl_origins *origins;
    struct sl_claim_row *rows;
    size_t count, capacity;
    struct sl_arena arena;
};

static const char *name_of(struct listing *listing, sl_entity entity)
{
    return entity == 0 ? NULL : sl_book_name(listing->telling.book, entity);
}

/* ---- words ---- */

static void tell_parties(struct listing *listing, const struct sl_event *event, const char *what)
{
    struct sl_buffer *text = &listing->telling.text;
    sl_buffer_printf(text, "%s: %s", what, name_of(listing, event->issuer));
    if (event->holder != 0) sl_buffer_printf(text, " and %s", name_of(listing, event->holder));
    if (event->counterparty != 0)
        sl_buffer_printf(text, " and %s", name_of(listing, event->counterparty));
}

static void tell_debt(struct listing *listing, const struct sl_event *event)
{
    struct sl_buffer *text = &listing->telling.text;
    if (event->round != NULL) sl_buffer_printf(text, "%s: ", event->round);
    sl_buffer_printf(text, "%s borrows", name_of(listing, event->issuer));
    if (event->holder != 0) sl_buffer_printf(text, " from %s", name_of(listing, event->holder));
    if (event->instrument != NULL) sl_buffer_printf(text, " (%s)", event->instrument);
}

/* Has the sentence of this kind named the amount? */
static bool names_amount(const struct sl_event *event)
{
    return event->kind == SL_KIND_ISSUE || event->kind == SL_KIND_ROUND;
}

static void tell(struct listing *listing, const struct sl_event *event)
{
    struct sl_buffer *text = &listing->telling.text;
    sl_buffer_clear(text);
    switch (event->kind) {
    case SL_KIND_PACT: tell_parties(listing, event, "Pact"); break;
    case SL_KIND_MERGER: tell_parties(listing, event, "Merger"); break;
    case SL_KIND_IPO: tell_parties(listing, event, "Flotation"); break;
    case SL_KIND_NOTE:
        sl_buffer_printf(text, "About %s", name_of(listing, event->issuer));
        if (event->holder != 0) sl_buffer_printf(text, " and %s", name_of(listing, event->holder));
        break;
    case SL_KIND_DEBT: tell_debt(listing, event); break;
    default: sl_tell_event(&listing->telling, event); break;
    }
    if (text->length > 0 && text->data[0] >= 'a' && text->data[0] <= 'z' &&
        (event->holder == 0 || event->kind == SL_KIND_CANCEL))
        text->data[0] = (char)(text->data[0] - 'a' + 'A'); /* no name stands there */
    if (event->amount.currency[0] == '\0' || names_amount(event)) return;
    sl_buffer_add_text(text, ", ");
    sl_say_money(text, &event->amount);
}

/* ---- rows ---- */

static bool is_wanted(const struct listing *listing, const struct sl_event *event)
{
    sl_entity entity = listing->entity;
    if (event->issuer != entity && event->holder != entity && event->counterparty != entity)
        return false;
    return event->date.day >= listing->view->from && event->date.day <= listing->view->to &&
           sl_date_last_day(event->known) <= listing->view->known_by;
}

static enum sl_status add_row(struct listing *listing, const struct sl_event *event,
                              struct sl_error *err)
{
    tell(listing, event);
    if (listing->telling.text.failed ||
        !sl_vector_grow(&listing->rows, listing->count, &listing->capacity, sizeof *listing->rows))
        return sl_fail_memory(err);
    struct sl_claim_row *row = &listing->rows[listing->count];
    *row = (struct sl_claim_row){
        .date = event->date,
        .known = event->known,
        .kind = sl_kind_name(event->kind),
        .status = sl_stage_name(event->stage),
        .issuer = name_of(listing, event->issuer),
        .holder = name_of(listing, event->holder),
        .counterparty = name_of(listing, event->counterparty),
        .what = listing->telling.text.data,
        .deal = event->deal,
        .note = event->note,
        .source = event->source,
        .url = event->url,
        .file = sl_origins_file(listing->origins, event->seq, NULL),
        .line = event->line > 0 ? event->line : SL_NO_COUNT,
        .arrival = event->seq,
    };
    const char **texts[] = {&row->what, &row->deal, &row->note, &row->source, &row->url};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (!sl_arena_keep(&listing->arena, texts[i])) return sl_fail_memory(err);
    listing->count++;
    return SL_OK;
}

static enum sl_status read_issuer(struct listing *listing, struct sl_cursor **cursor,
                                  sl_entity issuer, struct sl_error *err)
{
    struct sl_event event;
    enum sl_status status =
        *cursor == NULL ? sl_cursor_open(cursor, listing->telling.book, issuer, SL_COLUMNS_ALL, err)
                        : sl_cursor_seek(*cursor, issuer, err);
    while (status == SL_OK && (status = sl_cursor_next(*cursor, &event, err)) == SL_OK)
        if (is_wanted(listing, &event)) status = add_row(listing, &event, err);
    return status == SL_NOTHING ? SL_OK : status;
}

static enum sl_status gather(struct listing *listing, struct sl_error *err)
{
    struct sl_cursor *cursor = NULL;
    sl_entity *issuers = NULL;
    size_t count = 0;
    enum sl_status status =
        sl_book_issuers_of(listing->telling.book, &listing->entity, 1, &issuers, &count, err);
    if (status == SL_OK) status = read_issuer(listing, &cursor, listing->entity, err);
    for (size_t i = 0; i < count && status == SL_OK; i++)
        if (issuers[i] != listing->entity) status = read_issuer(listing, &cursor, issuers[i], err);
    free(issuers);
    sl_cursor_close(cursor);
    return status;
}

static int compare_rows(const void *left, const void *right)
{
    const struct sl_claim_row *a = left, *b = right;
    if (a->date.day != b->date.day) return a->date.day < b->date.day ? -1 : 1;
    return (a->arrival > b->arrival) - (a->arrival < b->arrival);
}

enum sl_status sl_claims_about(struct sl_book *book, const char *entity, const struct sl_view *view,
                               struct sl_sink sink, struct sl_error *err)
{
    struct listing listing = {.telling = {.book = book}, .view = view};
    if (entity == NULL) return sl_fail(err, SL_MISUSE, "claims about whom?");
    enum sl_status status = sl_play_find(book, entity, &listing.entity, err);
    if (status == SL_OK) status = sl_origins_open(&listing.origins, book, err);
    if (status == SL_OK) status = gather(&listing, err);
    if (status == SL_OK && listing.count == 0)
        status = sl_fail(err, SL_NOTHING, "nothing in the log about %s", entity);
    if (listing.count > 1) qsort(listing.rows, listing.count, sizeof *listing.rows, compare_rows);
    for (size_t i = 0; i < listing.count && status == SL_OK; i++)
        status = sink.row(sink.context, &listing.rows[i], err);
    free(listing.rows);
    sl_arena_release(&listing.arena);
    sl_buffer_release(&listing.telling.text);
    sl_origins_close(listing.origins);
    return status;
}
