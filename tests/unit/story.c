/* Reading the little language of story.h and writing timelines down. */
#include "story.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "base/vector.h"
#include "query/play.h"

/* ---- events in ---- */

static void set_money(struct sl_money *money, const char *text)
{
    size_t letters = strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    *money = (struct sl_money){.minor = strtoll(text + letters, NULL, 10) * 100, .scale = 2};
    memcpy(money->currency, letters == 3 ? text : "USD", 3);
}

static void set_cell(struct sl_event *event, const char *column, const char *value)
{
    struct sl_error err;
    enum sl_status status = SL_OK;
    if (strcmp(column, "stake") == 0)
        status = sl_stake_parse(&event->stake, value, NULL, &err);
    else if (strcmp(column, "stake_after") == 0)
        status = sl_stake_parse(&event->stake_after, value, NULL, &err);
    else if (strcmp(column, "votes") == 0)
        status = sl_stake_parse(&event->votes, value, NULL, &err);
    else if (strcmp(column, "shares") == 0)
        status = sl_shares_parse(&event->shares, value, &err);
    else if (strcmp(column, "outstanding") == 0)
        status = sl_shares_parse(&event->outstanding, value, &err);
    else if (strcmp(column, "ratio") == 0)
        status = sl_ratio_parse(&event->ratio, value, NULL, &err);
    else if (strcmp(column, "known") == 0)
        status = sl_date_parse(&event->known, value, NULL, &err);
    else if (strcmp(column, "status") == 0)
        event->stage = (enum sl_stage)sl_stage_from(value);
    else if (strcmp(column, "to") == 0)
        event->counterparty = value[0];
    else if (strcmp(column, "class") == 0)
        event->class_ = value;
    else if (strcmp(column, "deal") == 0)
        event->deal = value;
    else if (strcmp(column, "part") == 0)
        event->part = value;
    else if (strcmp(column, "round") == 0)
        event->round = value;
    else if (strcmp(column, "instrument") == 0)
        event->instrument = value;
    else if (strcmp(column, "source") == 0)
        event->source = value;
    else if (strcmp(column, "role") == 0)
        event->lead = true;
    else if (strcmp(column, "price") == 0)
        set_money(&event->price, value);
    else if (strcmp(column, "amount") == 0)
        set_money(&event->amount, value);
    else if (strcmp(column, "pre_money") == 0)
        set_money(&event->pre_money, value);
    else if (strcmp(column, "post_money") == 0)
        set_money(&event->post_money, value);
    else
        fail_msg("the story has no column %s", column);
    if (status != SL_OK) fail_msg("%s: %s", column, err.message);
}

static char *next_word(char **rest)
{
    char *word = *rest + strspn(*rest, " ");
    if (*word == '\0') return NULL;
    size_t length = strcspn(word, " ");
    *rest = word + length;
    if (**rest != '\0') *(*rest)++ = '\0';
    for (char *c = word; *c != '\0'; c++) {
        if (*c == '_' && strncmp(word, "stake_after", 11) != 0 && strchr(word, '=') != NULL &&
            c > strchr(word, '='))
            *c = ' ';
    }
    return word;
}

static void read_event(struct sl_claims *claims, char *line)
{
    char *rest = line;
    const char *date = next_word(&rest), *kind = next_word(&rest);
    struct sl_event event = {.issuer = 'Z',
                             .seq = (int64_t)claims->count + 1,
                             .stage = SL_STAGE_COMPLETED,
                             .shares = SL_NO_SHARES,
                             .outstanding = SL_NO_SHARES};
    assert_non_null(kind);
    assert_int_equal(sl_date_parse(&event.date, date, NULL, NULL), SL_OK);
    event.kind = (enum sl_kind)sl_kind_from(kind);
    if (event.kind == 0) fail_msg("no kind is called %s", kind);
    for (char *word = next_word(&rest); word != NULL; word = next_word(&rest)) {
        char *value = strchr(word, '=');
        if (value == NULL) {
            event.holder = word[0] == '-' ? 0 : word[0];
            continue;
        }
        *value = '\0';
        set_cell(&event, word, value + 1);
    }
    if (event.known.unit == SL_DATE_NONE)
        event.known = (struct sl_date){sl_date_last_day(event.date), SL_DATE_DAY};
    assert_true(
        sl_vector_grow(&claims->items, claims->count, &claims->capacity, sizeof *claims->items));
    claims->items[claims->count++] = (struct sl_claim){.event = event};
}

static int compare_claims(const void *left, const void *right)
{
    const struct sl_event *a = &((const struct sl_claim *)left)->event;
    const struct sl_event *b = &((const struct sl_claim *)right)->event;
    if (a->date.day != b->date.day) return a->date.day < b->date.day ? -1 : 1;
    return a->seq < b->seq ? -1 : a->seq > b->seq;
}

static void read_log(struct sl_claims *claims, const char *log)
{
    char *text = sl_arena_copy(&claims->arena, log, strlen(log));
    assert_non_null(text);
    while (*text != '\0') {
        size_t length = strcspn(text, "\n");
        char *next = text + length + (text[length] == '\n');
        text[length] = '\0';
        if (length > 0) read_event(claims, text);
        text = next;
    }
    if (claims->count > 1)
        qsort(claims->items, claims->count, sizeof *claims->items, compare_claims);
}

/* ---- rows out ---- */

/* Rounded to six decimals, trailing zeros dropped. */
static void add_number(struct sl_buffer *out, double number)
{
    if (isnan(number)) {
        sl_buffer_add_text(out, "?");
        return;
    }
    double rounded = round(number * 1e6) / 1e6;
    sl_buffer_printf(out, "%.10g", rounded == 0 ? 0 : rounded);
}

static void add_stake(struct sl_buffer *out, const struct sl_ledger *ledger,
                      const struct sl_position *position)
{
    struct sl_range stake;
    if (!sl_ledger_stake(ledger, position, &stake)) {
        sl_buffer_add_text(out, "?");
        return;
    }
    add_number(out, stake.low * 100);
    if (fabs(stake.high - stake.low) < 1e-12) return;
    sl_buffer_add_text(out, "..");
    add_number(out, stake.high * 100);
}

static void add_holder(struct sl_buffer *out, sl_entity holder, const char *class_)
{
    sl_buffer_printf(out, "%c", holder == 0 ? '-' : (char)holder);
    if (class_ != NULL) sl_buffer_printf(out, "/%s", class_);
}

static void add_flags(struct sl_buffer *out, unsigned flags)
{
    static const char *const names[] = {"pending", "confirmed", "mismatch", "oversold",
                                        "unresolved"};
    const char *before = " ";
    for (unsigned i = 0; i < 5; i++) {
        if ((flags & 1u << i) == 0) continue;
        sl_buffer_printf(out, "%s%s", before, names[i]);
        before = ";";
    }
    if (flags == 0) sl_buffer_add_text(out, " -");
}

static enum sl_status write_step(void *context, const struct sl_ledger *ledger,
                                 const struct sl_step *step, struct sl_error *err)
{
    (void)err;
    struct sl_buffer *out = context;
    char date[SL_DATE_SIZE];
    sl_date_format(step->event->date, date);
    sl_buffer_printf(out, "%s ", date);
    add_holder(out, step->holder, step->class_);
    sl_buffer_printf(out, " %s ", step->kind == 0 ? "dilution" : sl_kind_name(step->kind));
    add_number(out, step->change * 100);
    sl_buffer_add_text(out, " ");
    if (step->position == NULL) {
        sl_buffer_add_text(out, "- - -");
    } else {
        struct sl_range stake;
        add_stake(out, ledger, step->position);
        bool known = sl_ledger_stake(ledger, step->position, &stake);
        sl_buffer_printf(out, " %s ",
                         known ? sl_basis_name(sl_ledger_basis(ledger, step->position)) : "-");
        int64_t shares = sl_ledger_shares(ledger, step->position);
        if (shares == SL_NO_COUNT)
            sl_buffer_add_text(out, "-");
        else
            sl_buffer_printf(out, "%lld", (long long)shares);
    }
    add_flags(out, step->flags);
    sl_buffer_add_text(out, "\n");
    return SL_OK;
}

void story_play(struct story *story, const char *log, const struct sl_view *view)
{
    *story = (struct story){0};
    struct sl_error err;
    struct sl_step_sink sink = {write_step, &story->out};
    read_log(&story->claims, log);
    sl_buffer_add_text(&story->out, "");
    assert_int_equal(sl_claims_settle(&story->claims, view, &err), SL_OK);
    assert_int_equal(sl_replay(&story->ledger, &story->claims, &sink, &err), SL_OK);
    assert_false(story->out.failed);
}

/* Each position that is not 0, after its name. */
static const char *list_positions(struct story *story,
                                  void (*describe)(struct story *story,
                                                   const struct sl_position *position))
{
    struct sl_buffer *out = &story->out;
    sl_buffer_clear(out);
    sl_buffer_add_text(out, "");
    for (size_t i = 0; i < story->ledger.count; i++) {
        const struct sl_position *position = story->ledger.positions[i];
        if (sl_position_is_nothing(position)) continue;
        if (out->length > 0) sl_buffer_add_text(out, "; ");
        add_holder(out, position->holder, position->class_);
        sl_buffer_add_text(out, " ");
        describe(story, position);
    }
    return out->data;
}

static void describe_stake(struct story *story, const struct sl_position *position)
{
    const struct sl_ledger *ledger = &story->ledger;
    struct sl_range stake;
    if (position->state == SL_STATE_WAITING) {
        sl_buffer_printf(&story->out, "%lld waiting",
                         (long long)sl_ledger_shares(ledger, position));
        return;
    }
    add_stake(&story->out, ledger, position);
    if (sl_ledger_stake(ledger, position, &stake))
        sl_buffer_printf(&story->out, " %s", sl_basis_name(sl_ledger_basis(ledger, position)));
}

static void describe_votes(struct story *story, const struct sl_position *position)
{
    add_number(&story->out, sl_play_votes(&story->ledger, position));
}

static void describe_origin(struct story *story, const struct sl_position *position)
{
    char since[SL_DATE_SIZE];
    sl_date_format(position->since, since);
    sl_buffer_printf(&story->out, "%s %s", since,
                     position->source == NULL ? "-" : position->source);
}

void story_release(struct story *story)
{
    sl_claims_release(&story->claims);
    sl_ledger_release(&story->ledger);
    sl_buffer_release(&story->out);
}

/* ---- comparing ---- */

static int32_t last_day(const char *date)
{
    struct sl_date parsed;
    assert_int_equal(sl_date_parse(&parsed, date, NULL, NULL), SL_OK);
    return sl_date_last_day(parsed);
}

struct sl_view known_by(const char *date)
{
    struct sl_view view = SL_VIEW_ALL;
    view.known_by = last_day(date);
    return view;
}

struct sl_view on(const char *date)
{
    struct sl_view view = SL_VIEW_ALL;
    view.to = last_day(date);
    return view;
}

struct sl_view pro_forma(enum sl_stage stage)
{
    struct sl_view view = SL_VIEW_ALL;
    view.pro_forma = stage;
    return view;
}

void assert_timeline_seen(const char *log, struct sl_view view, const char *expected)
{
    struct story story;
    story_play(&story, log, &view);
    assert_string_equal(story.out.data, expected);
    story_release(&story);
}

void assert_timeline(const char *log, const char *expected)
{
    assert_timeline_seen(log, SL_VIEW_ALL, expected);
}

void assert_last_rows(const char *log, const char *expected)
{
    struct story story;
    struct sl_view view = SL_VIEW_ALL;
    story_play(&story, log, &view);
    assert_true(story.out.length > 0);
    const char *date = story.out.data + story.out.length - 1; /* the last newline */
    while (date > story.out.data && date[-1] != '\n')
        date--;
    size_t length = strcspn(date, " ") + 1;
    const char *rows = story.out.data;
    while (strncmp(rows, date, length) != 0)
        rows = strchr(rows, '\n') + 1;
    assert_string_equal(rows, expected);
    story_release(&story);
}

static void assert_listed(const char *log,
                          void (*describe)(struct story *story, const struct sl_position *position),
                          const char *expected)
{
    struct story story;
    struct sl_view view = SL_VIEW_ALL;
    story_play(&story, log, &view);
    assert_string_equal(list_positions(&story, describe), expected);
    story_release(&story);
}

void assert_positions(const char *log, const char *expected)
{
    assert_listed(log, describe_stake, expected);
}

void assert_votes(const char *log, const char *expected)
{
    assert_listed(log, describe_votes, expected);
}

void assert_origins(const char *log, const char *expected)
{
    assert_listed(log, describe_origin, expected);
}

void assert_capital(const char *log, const char *expected)
{
    struct story story;
    struct sl_view view = SL_VIEW_ALL;
    story_play(&story, log, &view);
    const struct sl_capital *capital = &story.ledger.capital;
    sl_buffer_clear(&story.out);
    sl_buffer_add_text(&story.out, "V ");
    add_number(&story.out, capital->set ? capital->units : NAN);
    sl_buffer_add_text(&story.out, "; f ");
    add_number(&story.out, capital->counted ? capital->shares : NAN);
    sl_buffer_add_text(&story.out, "; W ");
    add_number(&story.out, capital->waiting);
    assert_string_equal(story.out.data, expected);
    story_release(&story);
}
