/* What an import stores: the k-th copy rule, sorted runs, undo. */
#include "base/thread.h"
#include "store_fixture.h"

static void an_import_is_read_back_by_day_then_arrival(void **state)
{
    struct fixture *f = *state;
    struct sl_import_result result = IMPORT(
        f, {"Nissan", 30, "Renault", "3"}, {"Renault", 10, "Nissan", "9"},
        {"Nissan", 10, "Renault", "1"}, {"Nissan", 30, "Daimler", "2"}, {"Nissan", -5, NULL, "4"});
    assert_int_equal(result.import, 1);
    assert_int_equal(result.events, 5);
    assert_int_equal(result.duplicates, 0);
    assert_events(f, "nissan", "-5 - 4;10 Renault 1;30 Renault 3;30 Daimler 2");
    assert_events(f, "Renault", "10 Nissan 9");
}

static void the_same_file_twice_changes_nothing(void **state)
{
    struct fixture *f = *state;
    IMPORT(f, {"A", 1, "H", "1"}, {"A", 2, "H", "2"});
    struct sl_import_result result = IMPORT(f, {"A", 1, "H", "1"}, {"A", 2, "H", "2"});
    assert_int_equal(result.import, 0);
    assert_int_equal(result.events, 0);
    assert_int_equal(result.duplicates, 2);
    assert_int_equal(count_rows(f, "import"), 1);
    assert_int_equal(count_events(f), 2);
}

static void equal_rows_of_one_file_are_distinct_events(void **state)
{
    struct fixture *f = *state;
    struct sl_import_result result = IMPORT(f, {"A", 1, "H", "1"}, {"A", 1, "H", "1"});
    assert_int_equal(result.events, 2);
    assert_int_equal(result.duplicates, 0);
}

static void the_kth_copy_matches_the_kth_stored_one(void **state)
{
    struct fixture *f = *state;
    IMPORT(f, {"A", 1, "H", "1"}, {"A", 1, "H", "1"});
    struct sl_import_result result =
        IMPORT(f, {"A", 1, "H", "1"}, {"A", 1, "H", "2"}, {"A", 1, "H", "1"}, {"A", 1, "H", "1"});
    assert_int_equal(result.events, 2); /* the other value, and the third copy */
    assert_int_equal(result.duplicates, 2);
    assert_events(f, "A", "1 H 1;1 H 1;1 H 2;1 H 1");
}

static void files_of_one_import_are_compared_in_turn(void **state)
{
    struct fixture *f = *state;
    struct sl_import_result result =
        IMPORT(f, {"A", 1, "H", "1"}, NEXT_FILE, {"A", 1, "H", "1"}, {"A", 1, "H", "1"}, NEXT_FILE,
               {"A", 1, "H", "1"}, {"A", 1, "H", "1"}, {"A", 1, "H", "1"});
    assert_int_equal(result.events, 3);
    assert_int_equal(result.duplicates, 3);
}

static void a_cell_of_another_value_is_another_event(void **state)
{
    struct fixture *f = *state;
    IMPORT(f, {"A", 1, "H", "43.4"});
    struct sl_import_result result =
        IMPORT(f, {"A", 1, "H", "43.40"}, {"A", 2, "H", "43.4"}, {"A", 1, "I", "43.4"},
               {"A", 1, NULL, "43.4"}, {"A", 1, "H", ""});
    assert_int_equal(result.events, 5);
}

static void names_are_equal_in_any_spelling(void **state)
{
    struct fixture *f = *state;
    IMPORT(f, {"Renault SA", 1, "Nissan", "1"});
    struct sl_import_result result = IMPORT(f, {"RENAULT  sa", 1, "nissan ", "1"});
    assert_int_equal(result.duplicates, 1);
    assert_int_equal(count_rows(f, "entity"), 2);
}

static void merged_entities_are_equal_in_duplicates(void **state)
{
    struct fixture *f = *state;
    IMPORT(f, {"Renault", 1, "State", "1"}, {"Regie", 2, "France", "2"});
    assert_ok(f, sl_entity_merge(f->book, "Renault", "Regie", &f->err));
    assert_ok(f, sl_entity_merge(f->book, "State", "France", &f->err));
    struct sl_import_result result = IMPORT(
        f, {"Regie", 1, "France", "1"}, {"Renault", 2, "State", "2"}, {"Regie", 3, "France", "3"});
    assert_int_equal(result.duplicates, 2);
    assert_int_equal(result.events, 1);
    assert_events(f, "Renault", "1 State 1;2 State 2;3 State 3");
    assert_ok(f, sl_entity_unmerge(f->book, "Regie", &f->err));
    assert_events(f, "Renault", "1 State 1");
    assert_events(f, "Regie", "2 State 2;3 State 3");
}

static void a_dry_run_counts_and_stores_nothing(void **state)
{
    struct fixture *f = *state;
    struct sl_import *import = NULL;
    struct sl_import_result result = {0};
    IMPORT(f, {"A", 1, "H", "1"});
    assert_ok(f, sl_import_begin(&import, f->book, NULL, &f->err));
    assert_ok(f, sl_import_file(import, "x", &f->err));
    put_event(f, import, "A", 1, "H", "1");
    put_event(f, import, "B", 1, "H", "1");
    assert_ok(f, sl_import_commit(import, true, false, 0, &result, &f->err));
    sl_import_end(import);
    assert_int_equal(result.import, 0);
    assert_int_equal(result.events, 1);
    assert_int_equal(result.duplicates, 1);
    assert_int_equal(count_events(f), 1);
    assert_false(is_known(f, "B"));
}

static void an_import_that_is_not_committed_leaves_nothing(void **state)
{
    struct fixture *f = *state;
    struct sl_import *import = NULL;
    assert_ok(f, sl_import_begin(&import, f->book, NULL, &f->err));
    put_event(f, import, "A", 1, "H", "1");
    sl_import_end(import);
    assert_int_equal(count_events(f), 0);
    assert_int_equal(IMPORT(f, {"A", 1, "H", "1"}).import, 1);
}

static void copies_are_stored_where_that_is_asked(void **state)
{
    struct fixture *f = *state;
    struct sl_import *import = NULL;
    struct sl_import_result result = {0};
    IMPORT(f, {"A", 1, "H", "1"});
    assert_ok(f, sl_import_begin(&import, f->book, NULL, &f->err));
    assert_ok(f, sl_import_file(import, "(command line)", &f->err));
    put_event(f, import, "A", 1, "H", "1");
    assert_ok(f, sl_import_commit(import, false, true, 0, &result, &f->err));
    sl_import_end(import);
    assert_int_equal(result.events, 1);
    assert_events(f, "A", "1 H 1;1 H 1");
}

static void names_of_duplicates_and_unused_names_are_not_stored(void **state)
{
    struct fixture *f = *state;
    struct sl_import *import = NULL;
    struct sl_import_result result = {0};
    sl_entity unused;
    assert_ok(f, sl_import_begin(&import, f->book, NULL, &f->err));
    assert_ok(f, sl_import_file(import, "x", &f->err));
    assert_ok(f, sl_import_name(import, "Rejected", 8, &unused, &f->err));
    put_event(f, import, "A", 1, "H", "1");
    assert_ok(f, sl_import_commit(import, false, false, 1, &result, &f->err));
    sl_import_end(import);
    assert_false(is_known(f, "Rejected"));
    assert_true(is_known(f, "A"));
}

/* Events in a scrambled order, with runs of a few events each. */
static void spilled_runs_come_out_in_order(void **state)
{
    struct fixture *f = *state;
    enum { COUNT = 3000 };
    struct sl_import *import = NULL;
    struct sl_import_result result = {0};
    char name[20], stake[8];
    assert_ok(f, sl_import_begin_runs(&import, f->book, NULL, 700, &f->err));
    assert_ok(f, sl_import_file(import, "x", &f->err));
    for (int i = 0; i < COUNT; i++) {
        snprintf(name, sizeof name, "Issuer %d", i * 7 % 10);
        snprintf(stake, sizeof stake, "%d", i % 100);
        put_event(f, import, name, i * 131 % 97, i % 3 == 0 ? NULL : "H", stake);
    }
    assert_ok(f, sl_import_commit(import, false, false, 0, &result, &f->err));
    sl_import_end(import);
    assert_int_equal(result.events, COUNT);
    int64_t seen = 0;
    for (int i = 0; i < 10; i++) {
        sl_entity entity;
        struct sl_cursor *cursor = NULL;
        struct sl_event event, last = {.date.day = -1};
        snprintf(name, sizeof name, "Issuer %d", i);
        assert_ok(f, sl_book_find(f->book, name, &entity, &f->err));
        assert_ok(f, sl_cursor_open(&cursor, f->book, entity, SL_COLUMNS_ALL, &f->err));
        while (sl_cursor_next(cursor, &event, &f->err) == SL_OK) {
            const int at = (int)event.seq - 1; /* arrivals count from 1 */
            assert_int_equal(event.date.day, at * 131 % 97);
            assert_int_equal((int)event.stake.low, at % 100);
            assert_int_equal(event.holder == 0, at % 3 == 0);
            assert_true(event.date.day > last.date.day ||
                        (event.date.day == last.date.day && event.seq > last.seq));
            last = event;
            seen++;
        }
        sl_cursor_close(cursor);
    }
    assert_int_equal(seen, COUNT);
}

/* A value longer than a run, than the write buffer and than the read buffer. */
static void an_event_longer_than_every_buffer_survives(void **state)
{
    struct fixture *f = *state;
    enum { LONG = 3 * 1024 * 1024 };
    struct sl_import *import = NULL;
    struct sl_import_result result = {0};
    char *note = malloc(LONG + 1);
    assert_non_null(note);
    memset(note, 'x', LONG);
    note[LONG] = '\0';
    assert_ok(f, sl_import_begin_runs(&import, f->book, NULL, 1000, &f->err));
    assert_ok(f, sl_import_file(import, "x", &f->err));
    for (int i = 0; i < 3; i++) {
        struct sl_event_text text = {.event = {.kind = SL_KIND_NOTE,
                                               .stage = SL_STAGE_COMPLETED,
                                               .date = {5 - i, SL_DATE_DAY},
                                               .known = {5, SL_DATE_DAY},
                                               .shares = -1,
                                               .outstanding = -1,
                                               .note = i == 1 ? note : "short"}};
        assert_ok(f, sl_import_name(import, "A", 1, &text.event.issuer, &f->err));
        assert_ok(f, sl_import_event(import, &text, &f->err));
    }
    assert_ok(f, sl_import_commit(import, false, false, 0, &result, &f->err));
    sl_import_end(import);
    struct sl_cursor *cursor = NULL;
    struct sl_event event;
    sl_entity entity;
    assert_ok(f, sl_book_find(f->book, "A", &entity, &f->err));
    assert_ok(f, sl_cursor_open(&cursor, f->book, entity, SL_COLUMNS_ALL, &f->err));
    assert_ok(f, sl_cursor_next(cursor, &event, &f->err));
    assert_string_equal(event.note, "short");
    assert_ok(f, sl_cursor_next(cursor, &event, &f->err));
    assert_string_equal(event.note, note);
    sl_cursor_close(cursor);
    free(note);
}

static struct sl_event_text full_event(void)
{
    return (struct sl_event_text){
        .event = {.line = 7,
                  .date = {.day = 19814, .unit = SL_DATE_FISCAL},
                  .known = {.day = 19900, .unit = SL_DATE_MONTH},
                  .kind = SL_KIND_ROUND,
                  .stage = SL_STAGE_APPROVED,
                  .class_ = "A",
                  .shares = 0,
                  .outstanding = INT64_MAX,
                  .amount = {.minor = 0, .currency = "INR", .scale = 2},
                  .pre_money = {.minor = 5, .currency = "INR", .scale = 2},
                  .post_money = {.minor = INT64_MAX, .currency = "INR", .scale = 2},
                  .price = {.minor = 468520000, .currency = "INR", .scale = 6},
                  .lead = true,
                  .round = "Seed",
                  .instrument = "equity",
                  .deal = "d1",
                  .part = "p",
                  .source = "s",
                  .url = "https://example.org/",
                  .note = "caf\xc3\xa9",
                  .extra = "{\"x_a\":\"1\",\"x_b\":\"2\"}"},
        .stake = "~43",
        .stake_after = "1/3",
        .votes = ">50",
        .ratio = "1:10",
        .currency = "INR",
        .fiscal_month = 4};
}

static void check_full(const struct sl_event_text *text)
{
    const struct sl_event *event = &text->event;
    const struct sl_event_text wanted = full_event();
    assert_int_equal(event->line, 7);
    assert_int_equal(event->date.day, 19814);
    assert_int_equal(event->date.unit, SL_DATE_FISCAL);
    assert_int_equal(event->known.unit, SL_DATE_MONTH);
    assert_int_equal(event->kind, SL_KIND_ROUND);
    assert_int_equal(event->stage, SL_STAGE_APPROVED);
    assert_int_equal(event->shares, 0);
    assert_int_equal(event->outstanding, INT64_MAX);
    assert_int_equal(event->ratio.new_, 1);
    assert_int_equal(event->ratio.old_, 10);
    assert_memory_equal(&event->amount.currency, "INR", 4);
    assert_int_equal(event->amount.minor, 0);
    assert_int_equal(event->post_money.minor, INT64_MAX);
    assert_int_equal(event->price.minor, 468520000);
    assert_int_equal(event->price.scale, 6);
    assert_true(event->lead);
    assert_string_equal(event->class_, "A");
    assert_string_equal(event->round, "Seed");
    assert_string_equal(event->instrument, "equity");
    assert_string_equal(event->deal, "d1");
    assert_string_equal(event->part, "p");
    assert_string_equal(event->source, "s");
    assert_string_equal(event->url, "https://example.org/");
    assert_string_equal(event->note, "caf\xc3\xa9");
    assert_string_equal(event->extra, wanted.event.extra);
    assert_string_equal(text->stake, "~43");
    assert_string_equal(text->stake_after, "1/3");
    assert_string_equal(text->votes, ">50");
    assert_string_equal(text->ratio, "1:10");
    assert_string_equal(text->currency, "INR");
    assert_int_equal(text->fiscal_month, 4);
    assert_int_equal(event->stake.form, SL_STAKE_RANGE);
}

static void the_log_gives_every_cell_back(void **state)
{
    struct fixture *f = *state;
    struct sl_import *import = NULL;
    struct sl_import_result result = {0};
    for (int turn = 0; turn < 2; turn++) { /* the second is a duplicate in every cell */
        struct sl_event_text text = full_event();
        assert_ok(f, sl_import_begin(&import, f->book, NULL, &f->err));
        assert_ok(f, sl_import_file(import, "x", &f->err));
        assert_ok(f, sl_import_name(import, "A", 1, &text.event.issuer, &f->err));
        assert_ok(f, sl_import_name(import, "B", 1, &text.event.holder, &f->err));
        assert_ok(f, sl_import_name(import, "C", 1, &text.event.counterparty, &f->err));
        assert_ok(f, sl_import_event(import, &text, &f->err));
        assert_ok(f, sl_import_commit(import, false, false, 0, &result, &f->err));
        sl_import_end(import);
    }
    assert_int_equal(result.duplicates, 1);
    struct sl_log *log = NULL;
    struct sl_arena memory = {0};
    struct sl_event_text read;
    struct sl_taken taken;
    assert_ok(f, sl_log_open(&log, f->book, &f->err));
    assert_ok(f, sl_log_take(log, &memory, &taken, &f->err));
    assert_ok(f, sl_log_read(log, &taken, &read, &f->err));
    check_full(&read);
    assert_int_equal(sl_log_take(log, &memory, &taken, &f->err), SL_NOTHING);
    sl_arena_release(&memory);
    const char *const *columns = sl_log_extra_columns(log);
    assert_string_equal(columns[0], "x_a");
    assert_string_equal(columns[1], "x_b");
    assert_null(columns[2]);
    sl_log_close(log);
}

/* The log's events as "issuer day;…". */
static void read_log(struct fixture *f, struct sl_log *log, struct sl_buffer *out)
{
    struct sl_arena memory = {0};
    struct sl_event_text text;
    struct sl_taken taken;
    enum sl_status status;
    while ((status = sl_log_take(log, &memory, &taken, &f->err)) == SL_OK) {
        assert_ok(f, sl_log_read(log, &taken, &text, &f->err));
        sl_buffer_printf(out, "%s %d;", sl_log_name(log, text.event.issuer),
                         (int)text.event.date.day);
    }
    assert_int_equal(status, SL_NOTHING);
    assert_int_equal(sl_log_take(log, &memory, &taken, &f->err), SL_NOTHING);
    sl_arena_release(&memory);
}

static void the_log_is_in_order_of_arrival(void **state)
{
    struct fixture *f = *state;
    struct sl_log *log = NULL;
    struct sl_buffer out = {0};
    IMPORT(f, {"B", 5, "H", "1"}, {"A", 9, "H", "1"}, NEXT_FILE, {"B", 1, "H", "1"});
    IMPORT(f, {"A", 2, "H", "1"});
    assert_ok(f, sl_log_open(&log, f->book, &f->err));
    assert_false(sl_log_is_shared(log));
    read_log(f, log, &out);
    assert_string_equal(out.data, "B 5;A 9;B 1;A 2;");
    sl_buffer_release(&out);
    sl_log_close(log);
}

static void a_log_that_is_read_from_both_ends_is_whole_and_in_order(void **state)
{
    struct fixture *f = *state;
    struct sl_import *import;
    struct sl_import_result result = {0};
    struct sl_log *log = NULL;
    struct sl_buffer wanted = {0}, out = {0};
    char issuer[16];
    assert_ok(f, sl_import_begin(&import, f->book, NULL, &f->err));
    assert_ok(f, sl_import_file(import, "x", &f->err));
    for (int day = 0; day < 9000; day++) {
        snprintf(issuer, sizeof issuer, "I%d", day * 7919 % 101);
        put_event(f, import, issuer, day, "H", "1");
        sl_buffer_printf(&wanted, "%s %d;", issuer, day);
    }
    assert_ok(f, sl_import_commit(import, false, false, 0, &result, &f->err));
    sl_import_end(import);
    assert_ok(f, sl_book_read_begin(f->book, &f->err));
    assert_ok(f, sl_log_open(&log, f->book, &f->err));
    assert_true(sl_log_is_shared(log) || sl_thread_room() == 1);
    read_log(f, log, &out);
    assert_string_equal(out.data, wanted.data);
    sl_log_close(log);
    sl_book_read_end(f->book);
    sl_buffer_release(&wanted);
    sl_buffer_release(&out);
}

/* ---- undo ---- */

static void undo_takes_events_and_names_back(void **state)
{
    struct fixture *f = *state;
    int64_t events = 0;
    IMPORT(f, {"A", 1, "H", "1"});
    struct sl_import_result second =
        IMPORT(f, {"A", 2, "H", "2"}, {"A", 3, "New holder", "3"}, {"New issuer", 1, "H", "4"});
    assert_ok(f, sl_undo(f->book, second.import, &events, &f->err));
    assert_int_equal(events, 3);
    assert_events(f, "A", "1 H 1");
    assert_false(is_known(f, "New holder"));
    assert_false(is_known(f, "New issuer"));
    assert_true(is_known(f, "H"));
    assert_int_equal(count_rows(f, "link"), 1);
    assert_int_equal(count_rows(f, "issuer"), 1);
    assert_int_equal(count_rows(f, "name"), 2);
    assert_int_equal(count_rows(f, "import"), 1);
    assert_int_equal(count_rows(f, "import_file"), 1);
}

static void undo_of_all_leaves_no_trace_but_the_counters(void **state)
{
    struct fixture *f = *state;
    IMPORT(f, {"A", 1, "H", "1"}, {"lei:123", 2, "A", "2"});
    IMPORT(f, {"A", 1, "H", "3"});
    assert_ok(f, sl_undo(f->book, 1, NULL, &f->err));
    assert_ok(f, sl_undo(f->book, 2, NULL, &f->err));
    static const char *const tables[] = {"pack", "link",   "issuer",     "entity",
                                         "name", "import", "import_file"};
    for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++)
        assert_int_equal(count_rows(f, tables[i]), 0);
    assert_int_equal(IMPORT(f, {"A", 1, "H", "1"}).import, 3);
}

static void undo_keeps_what_a_person_named(void **state)
{
    struct fixture *f = *state;
    IMPORT(f, {"A", 1, "H", "1"}, {"B", 1, "I", "1"}, {"C", 1, "J", "1"});
    assert_ok(f, sl_entity_alias(f->book, "A", "Alpha", &f->err));
    assert_ok(f, sl_entity_merge(f->book, "B", "C", &f->err));
    assert_ok(f, sl_undo(f->book, 1, NULL, &f->err));
    assert_true(is_known(f, "Alpha"));
    assert_true(is_known(f, "B"));
    assert_true(is_known(f, "C"));
    assert_false(is_known(f, "H"));
}

static void undo_of_an_unknown_import_is_nothing(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(sl_undo(f->book, 1, NULL, &f->err), SL_NOTHING);
    assert_non_null(strstr(f->err.message, "#1"));
}

static void undo_takes_the_mark_of_funding_back(void **state)
{
    struct fixture *f = *state;
    struct sl_import *import = NULL;
    struct sl_import_result result = {0};
    sl_entity *ids = NULL;
    size_t count = 0;
    IMPORT(f, {"A", 1, "H", "1"});
    struct sl_event_text text = full_event();
    assert_ok(f, sl_import_begin(&import, f->book, NULL, &f->err));
    assert_ok(f, sl_import_file(import, "x", &f->err));
    assert_ok(f, sl_import_name(import, "A", 1, &text.event.issuer, &f->err));
    assert_ok(f, sl_import_event(import, &text, &f->err));
    assert_ok(f, sl_import_commit(import, false, false, 0, &result, &f->err));
    sl_import_end(import);
    assert_ok(f, sl_book_issuers(f->book, true, false, &ids, &count, &f->err));
    assert_int_equal(count, 1);
    free(ids);
    assert_ok(f, sl_undo(f->book, result.import, NULL, &f->err));
    assert_ok(f, sl_book_issuers(f->book, true, false, &ids, &count, &f->err));
    assert_int_equal(count, 0);
    free(ids);
}

/* ---- the list ---- */

static enum sl_status note_import(void *context, const void *row, struct sl_error *err)
{
    const struct sl_import_row *import = row;
    char *text = context;
    (void)err;
    snprintf(text + strlen(text), 200 - strlen(text), "%d %s %s %d %d %d|", (int)import->import,
             import->file, import->map, (int)import->events, (int)import->duplicates,
             (int)import->rejected);
    assert_int_equal(strlen(import->at), strlen("2026-11-22T22:21:20Z"));
    return SL_OK;
}

static void imports_are_listed_with_their_files(void **state)
{
    struct fixture *f = *state;
    char text[200] = "";
    const struct sl_sink sink = {.row = note_import, .context = text};
    assert_int_equal(sl_imports(f->book, sink, &f->err), SL_NOTHING);
    IMPORT(f, {"A", 1, "H", "1"}, NEXT_FILE, {"A", 1, "H", "1"}, {"A", 2, "H", "1"});
    IMPORT(f, {"B", 1, "H", "1"});
    assert_ok(f, sl_imports(f->book, sink, &f->err));
    assert_string_equal(text, "1 one.csv; next.csv a map 2 1 0|2 one.csv a map 1 0 0|");
}

#define FACT(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        FACT(an_import_is_read_back_by_day_then_arrival),
        FACT(the_same_file_twice_changes_nothing),
        FACT(equal_rows_of_one_file_are_distinct_events),
        FACT(the_kth_copy_matches_the_kth_stored_one),
        FACT(files_of_one_import_are_compared_in_turn),
        FACT(a_cell_of_another_value_is_another_event),
        FACT(names_are_equal_in_any_spelling),
        FACT(merged_entities_are_equal_in_duplicates),
        FACT(a_dry_run_counts_and_stores_nothing),
        FACT(an_import_that_is_not_committed_leaves_nothing),
        FACT(copies_are_stored_where_that_is_asked),
        FACT(names_of_duplicates_and_unused_names_are_not_stored),
        FACT(spilled_runs_come_out_in_order),
        FACT(an_event_longer_than_every_buffer_survives),
        FACT(the_log_gives_every_cell_back),
        FACT(the_log_is_in_order_of_arrival),
        FACT(a_log_that_is_read_from_both_ends_is_whole_and_in_order),
        FACT(undo_takes_events_and_names_back),
        FACT(undo_of_all_leaves_no_trace_but_the_counters),
        FACT(undo_keeps_what_a_person_named),
        FACT(undo_of_an_unknown_import_is_nothing),
        FACT(undo_takes_the_mark_of_funding_back),
        FACT(imports_are_listed_with_their_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
