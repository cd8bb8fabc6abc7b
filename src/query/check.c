/* The walk of `check`: issuer by issuer through the families of checks, then the whole book; and
 * the way of a finding to its row. Only one issuer, and what was found about it, is in memory. */
#include "query/check.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/vector.h"
#include "query/columns.h"
#include "query/words.h"
#include "store/id_map.h"

#define CHECK(member, name, label, type, show) \
    COLUMN(struct sl_check_row, member, name, label, type, show)

/* The message says it all to a reader; the rest is for programs. */
static const struct sl_field fields[] = {
    CHECK(severity, "severity", "Severity", TEXT, ALWAYS),
    CHECK(code, "code", "Code", TEXT, ALWAYS),
    CHECK(date, "date", "Date", DATE, PLAIN),
    CHECK(issuer, "issuer", "Issuer", TEXT, NEVER),
    CHECK(holder, "holder", "Holder", TEXT, NEVER),
    CHECK(message, "message", "What is wrong", TEXT, WRAP),
    CHECK(source, "source", "Source", TEXT, NEVER),
    CHECK(file, "file", "File", TEXT, NEVER),
    CHECK(line, "line", "Line", COUNT, NEVER),
};
const struct sl_row_type sl_check_row_type = ROW_TYPE("check", fields);

const struct sl_check_code sl_check_codes[] = {
    {"over-100", SL_SEVERITY_ERROR, "the low ends of an issuer's positions add up to over 100 %"},
    {"oversold", SL_SEVERITY_ERROR, "more is disposed of than was held"},
    {"mismatch", SL_SEVERITY_WARNING,
     "a stated level contradicts the computed one, or a stake the shares beside it"},
    {"disagreement", SL_SEVERITY_ERROR,
     "two claims state levels, or counts of shares, that differ on the same date"},
    {"future", SL_SEVERITY_ERROR, "an event is completed before it took place, or known later"},
    {"deal-reversed", SL_SEVERITY_ERROR, "a deal goes back from completed"},
    {"round-total", SL_SEVERITY_ERROR, "what a round's investors put in exceeds its total"},
    {"valuation", SL_SEVERITY_WARNING, "pre-money plus amount is not post-money"},
    {"price", SL_SEVERITY_WARNING, "price times shares is not the amount"},
    {"waiting", SL_SEVERITY_ERROR,
     "shares were issued or held before the first count, and exceed it"},
    {"self-held", SL_SEVERITY_ERROR, "a company owns itself"},
    {"circle", SL_SEVERITY_ERROR, "companies own each other whole: nobody outside owns them"},
    {"classes", SL_SEVERITY_WARNING, "an issuer's claims name share classes here and none there"},
    {"currency", SL_SEVERITY_ERROR, "an amount in a currency that was withdrawn years before"},
    {"similar-names", SL_SEVERITY_WARNING, "two names that look like one entity"},
    {"unresolved", SL_SEVERITY_INFO, "a change that cannot be computed leaves a position unknown"},
};
const size_t sl_check_code_count = sizeof sl_check_codes / sizeof *sl_check_codes;
_Static_assert(sizeof sl_check_codes / sizeof *sl_check_codes == SL_CHECK_ID_COUNT,
               "a code for every kind of finding");

static const char *const severities[] = {"info", "warning", "error"};

/* ---- findings ---- */

const char *sl_check_name(struct sl_check *check, sl_entity entity)
{
    return sl_book_name(check->book, entity);
}

void sl_check_cite(struct sl_check *check, const struct sl_event *event)
{
    const char *file = sl_origins_file(check->origins, event->seq, NULL);
    sl_buffer_add_text(&check->text, " (");
    sl_say_date(&check->text, event->date);
    if (event->source != NULL) sl_buffer_printf(&check->text, ", %s", event->source);
    if (file != NULL) sl_buffer_printf(&check->text, ", %s", file);
    if (file != NULL && event->line > 0)
        sl_buffer_printf(&check->text, ":%lld", (long long)event->line);
    sl_buffer_add_byte(&check->text, ')');
}

bool sl_check_wants(const struct sl_check *check, enum sl_check_id id, enum sl_severity severity)
{
    return check->asked[id] && severity >= check->options->least;
}

enum sl_status sl_check_add(struct sl_check *check, enum sl_check_id id, enum sl_severity severity,
                            const struct sl_event *event, sl_entity issuer, sl_entity holder,
                            struct sl_error *err)
{
    bool early = event != NULL && event->date.day < check->options->view.from;
    struct sl_buffer *text = &check->text;
    if (text->failed) return sl_fail_memory(err);
    if (!sl_check_wants(check, id, severity) || early) {
        sl_buffer_clear(text);
        return SL_OK;
    }
    if (!sl_vector_grow(&check->findings, check->count, &check->capacity, sizeof *check->findings))
        return sl_fail_memory(err);
    struct sl_finding *finding = &check->findings[check->count];
    *finding = (struct sl_finding){.id = id,
                                   .severity = severity,
                                   .order = check->count,
                                   .line = SL_NO_COUNT,
                                   .issuer = issuer,
                                   .holder = holder,
                                   .message = text->data};
    if (event != NULL) {
        finding->date = event->date;
        finding->arrival = event->seq;
        finding->source = event->source;
        finding->file = sl_origins_file(check->origins, event->seq, NULL);
        if (event->line > 0) finding->line = event->line;
    }
    if (!sl_arena_keep(&check->arena, &finding->message) ||
        !sl_arena_keep(&check->arena, &finding->source))
        return sl_fail_memory(err);
    check->count++;
    sl_buffer_clear(text);
    return SL_OK;
}

static int compare_findings(const void *left, const void *right)
{
    const struct sl_finding *a = left, *b = right;
    if (a->date.day != b->date.day) return a->date.day < b->date.day ? -1 : 1;
    if (a->arrival != b->arrival) return a->arrival < b->arrival ? -1 : 1;
    return (a->order > b->order) - (a->order < b->order);
}

/* Hands on what was found of one issuer, or of the whole book. */
static enum sl_status hand_on(struct sl_check *check, struct sl_error *err)
{
    enum sl_status status = SL_OK;
    if (check->count > 1)
        qsort(check->findings, check->count, sizeof *check->findings, compare_findings);
    for (size_t i = 0; i < check->count && status == SL_OK; i++) {
        const struct sl_finding *finding = &check->findings[i];
        const struct sl_check_row row = {
            .severity = severities[finding->severity],
            .code = sl_check_codes[finding->id].name,
            .date = finding->date,
            .issuer = finding->issuer == 0 ? NULL : sl_check_name(check, finding->issuer),
            .holder = finding->holder == 0 ? NULL : sl_check_name(check, finding->holder),
            .message = finding->message,
            .source = finding->source,
            .file = finding->file,
            .line = finding->line,
        };
        check->counts.of[finding->severity]++;
        status = check->sink.row(check->sink.context, &row, err);
    }
    check->count = 0;
    sl_arena_reset(&check->arena);
    return status;
}

/* ---- the walk ---- */

static enum sl_status check_issuer(struct sl_check *check, sl_entity issuer, struct sl_error *err)
{
    struct sl_play *play = &check->play;
    const struct sl_step_sink steps = {sl_check_step, check};
    enum sl_status status = sl_play_turn(play, issuer, SL_COLUMNS_ALL, err);
    if (status == SL_OK) status = sl_claims_load(&play->claims, play->cursor, err);
    if (status == SL_OK) status = sl_check_rows(check, err);
    if (status == SL_OK) status = sl_claims_settle(&play->claims, &check->options->view, err);
    if (status == SL_OK) status = sl_check_deals(check, err);
    check->steps = (struct sl_check_steps){0};
    sl_ledger_reset(&play->ledger);
    if (status == SL_OK) status = sl_replay(&play->ledger, &play->claims, &steps, err);
    if (status == SL_OK) status = sl_check_last_step(check, err);
    if (status == SL_OK) status = sl_check_rounds(check, err);
    if (status == SL_OK) status = sl_check_owners(check, issuer, err);
    return status == SL_OK ? hand_on(check, err) : status;
}

/* Takes the owner's owners, where they were not taken before. */
static enum sl_status follow(struct sl_check *check, struct sl_id_map *taken, sl_entity owner,
                             struct sl_error *err)
{
    if (sl_id_map_get(taken, owner) != NULL) return SL_OK;
    if (!sl_id_map_put(taken, owner, check)) return sl_fail_memory(err);
    enum sl_status status = sl_play_issuer(&check->play, owner, &check->options->view, NULL, err);
    return status == SL_OK ? sl_check_owners(check, owner, err) : status;
}

/* Whether a circle closes is told by the owners, and by theirs. */
static enum sl_status follow_owners(struct sl_check *check, struct sl_error *err)
{
    struct sl_id_map taken = {0};
    enum sl_status status = SL_OK;
    if (!sl_id_map_put(&taken, check->only, check)) status = sl_fail_memory(err);
    for (size_t i = 0; i < check->link_count && status == SL_OK; i++)
        status = follow(check, &taken, check->links[i].owner, err);
    sl_id_map_release(&taken);
    return status;
}

static enum sl_status check_all(struct sl_check *check, struct sl_error *err)
{
    sl_entity *issuers = NULL;
    size_t count = 0;
    enum sl_status status = SL_OK;
    if (check->only != 0) {
        status = check_issuer(check, check->only, err);
        if (status == SL_OK && check->asked[SL_CHECK_CIRCLE]) status = follow_owners(check, err);
    } else {
        status = sl_book_issuers(check->book, false, true, &issuers, &count, err);
        for (size_t i = 0; i < count && status == SL_OK; i++)
            status = check_issuer(check, issuers[i], err);
    }
    free(issuers);
    if (status == SL_OK) status = sl_check_circles(check, err);
    if (status == SL_OK) status = sl_check_names(check, err);
    return status == SL_OK ? hand_on(check, err) : status;
}

static enum sl_status read_codes(struct sl_check *check, const char *codes, struct sl_error *err)
{
    size_t length;
    for (size_t i = 0; i < SL_CHECK_ID_COUNT; i++)
        check->asked[i] = codes == NULL;
    for (const char *word; (word = sl_words_next(&codes, &length)) != NULL;) {
        size_t i = 0;
        while (i < SL_CHECK_ID_COUNT && (strlen(sl_check_codes[i].name) != length ||
                                         memcmp(sl_check_codes[i].name, word, length) != 0))
            i++;
        if (i == SL_CHECK_ID_COUNT)
            return sl_fail(err, SL_MISUSE, "'%.*s' is no code of a check",
                           length < 64 ? (int)length : 64, word);
        check->asked[i] = true;
    }
    return SL_OK;
}

static enum sl_status verdict(const struct sl_check_counts *counts, struct sl_error *err)
{
    int64_t errors = counts->of[SL_SEVERITY_ERROR], warnings = counts->of[SL_SEVERITY_WARNING];
    if (errors == 0) return SL_OK;
    if (warnings == 0)
        return sl_fail(err, SL_NOTHING, "%lld error%s", (long long)errors, errors == 1 ? "" : "s");
    return sl_fail(err, SL_NOTHING, "%lld error%s, %lld warning%s", (long long)errors,
                   errors == 1 ? "" : "s", (long long)warnings, warnings == 1 ? "" : "s");
}

enum sl_status sl_check(struct sl_book *book, const char *issuer,
                        const struct sl_check_options *options, struct sl_sink sink,
                        struct sl_check_counts *counts, struct sl_error *err)
{
    struct sl_check check = {
        .book = book, .options = options, .sink = sink, .play = {.book = book}};
    check.play.claims.keep_dropped = true;
    enum sl_status status = read_codes(&check, options->codes, err);
    if (status == SL_OK) status = sl_play_find(book, issuer, &check.only, err);
    if (status == SL_OK) status = sl_origins_open(&check.origins, book, err);
    if (status == SL_OK) status = check_all(&check, err);
    if (status == SL_OK) status = verdict(&check.counts, err);
    if (counts != NULL) *counts = check.counts;
    sl_origins_close(check.origins);
    sl_play_release(&check.play);
    sl_buffer_release(&check.text);
    sl_arena_release(&check.arena);
    free(check.findings);
    free(check.links);
    free(check.met);
    return status;
}
