/* What verify finds, and what a backup is. */
#include "repack.h"

#include <sys/stat.h>

#include <stakeline/rates.h>

#include "base/hash.h"

/* Changes the file by SQL, as another program would. */
static void change_file(struct fixture *f, const char *sql)
{
    sqlite3 *raw = NULL;
    char *message = NULL;
    assert_int_equal(sqlite3_open(f->path, &raw), SQLITE_OK);
    sqlite3_db_config(raw, SQLITE_DBCONFIG_ENABLE_FKEY, 0, NULL);
    if (sqlite3_exec(raw, sql, NULL, NULL, &message) != SQLITE_OK) fail_msg("%s", message);
    sqlite3_close(raw);
}

struct findings {
    int count;
    int64_t import; /* of the last one */
    char message[2000];
};

static void keep_finding(void *context, const struct sl_verify_finding *finding)
{
    struct findings *findings = context;
    findings->count++;
    findings->import = finding->import;
    size_t length = strlen(findings->message);
    snprintf(findings->message + length, sizeof findings->message - length, "%s\n",
             finding->message);
}

static struct findings verify(struct fixture *f)
{
    struct findings findings = {0};
    struct sl_verify_result result;
    enum sl_status status = sl_book_verify(f->book, keep_finding, &findings, &result, &f->err);
    if (status != SL_OK && status != SL_NOTHING) fail_msg("%s", f->err.message);
    assert_int_equal(status, findings.count == 0 ? SL_OK : SL_NOTHING);
    assert_int_equal(result.findings, findings.count);
    return findings;
}

static void assert_unchanged(struct fixture *f)
{
    struct findings findings = verify(f);
    if (findings.count != 0) fail_msg("import %d: %s", (int)findings.import, findings.message);
}

static void assert_changed(struct fixture *f, int64_t import, const char *what)
{
    struct findings findings = verify(f);
    if (findings.count != 1 || findings.import != import ||
        strstr(findings.message, "was changed") == NULL)
        fail_msg("%s: %d findings, the last of import %d: %s", what, findings.count,
                 (int)findings.import, findings.message);
}

static void import_three(struct fixture *f)
{
    IMPORT(f, {"A", 1, "H", "1"}, {"B", 2, "H", "2"}, NEXT_FILE, {"A", 3, "K", "3"});
    IMPORT(f, {"B", 1, "K", "4"}, {"A", 1, "K", "5"}, {"A", 3, "K", "3"});
    IMPORT(f, {"C", 1, "A", "6"}, {"A", 2, "C", "7"});
}

static void the_hash_is_sha_256(void **state)
{
    (void)state;
    struct sl_hash hash;
    char text[SL_HASH_TEXT_SIZE];
    sl_hash_init(&hash);
    sl_hash_add(&hash, "a", 1);
    sl_hash_add(&hash, "bc", 2);
    sl_hash_end(&hash, text);
    assert_string_equal(text, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    sl_hash_end(&hash, text);
    assert_string_equal(text, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

static void lists_of_texts_and_numbers_have_hashes_of_their_own(void **state)
{
    (void)state;
    static const char *const lists[][2] = {{"ab", "c"}, {"a", "bc"}, {"abc", ""}, {"abc", NULL}};
    char hashes[4][SL_HASH_TEXT_SIZE];
    for (size_t i = 0; i < 4; i++) {
        struct sl_hash hash;
        sl_hash_init(&hash);
        sl_hash_add_text(&hash, lists[i][0]);
        sl_hash_add_text(&hash, lists[i][1]);
        sl_hash_end(&hash, hashes[i]);
        for (size_t k = 0; k < i; k++)
            assert_string_not_equal(hashes[i], hashes[k]);
    }
}

static void an_empty_book_is_unchanged(void **state)
{
    assert_unchanged(*state);
}

static void imports_are_unchanged_whatever_was_done_around_them(void **state)
{
    struct fixture *f = *state;
    import_three(f);
    assert_unchanged(f);
    assert_ok(f, sl_entity_alias(f->book, "A", "Alpha", &f->err));
    assert_ok(f, sl_entity_merge(f->book, "C", "A", &f->err));
    assert_unchanged(f);
    /* the walk of this one is in another order than its table */
    IMPORT(f, {"A", 9, "H", "1"}, {"C", 8, "H", "2"}, {"A", 7, "H", "3"}, {"B", 6, "K", "4"});
    assert_unchanged(f);
    assert_ok(f, sl_undo(f->book, 2, NULL, &f->err));
    assert_unchanged(f);
    assert_ok(f, sl_entity_unmerge(f->book, "A", &f->err));
    assert_unchanged(f);
}

static void runs_that_spill_have_the_same_hash(void **state)
{
    struct fixture *f = *state;
    IMPORT(f, {"A", 1, "H", "1"}, {"B", 1, "H", "1"});
    assert_ok(f, sl_entity_merge(f->book, "B", "A", &f->err));
    struct sl_import *import = NULL;
    struct sl_import_result result = {0};
    assert_ok(f, sl_import_begin_runs(&import, f->book, NULL, 4096, &f->err));
    assert_ok(f, sl_import_file(import, "x", &f->err));
    for (int i = 0; i < 3000; i++)
        put_event(f, import, i % 3 == 0 ? "A" : "B", 5000 - i, "H", "2");
    assert_ok(f, sl_import_commit(import, false, false, 0, &result, &f->err));
    sl_import_end(import);
    assert_unchanged(f);
}

static void every_change_names_its_import(void **state)
{
    static const struct change events[] = {
        {.cell = SL_CELL_STAKE, .text = "5.0"}, {.cell = SL_CELL_DAY, .number = 2},
        {.cell = SL_CELL_KNOWN, .number = 3},   {.cell = SL_CELL_NOTE, .text = "said so"},
        {.cell = SL_CELL_LINE, .number = 99},
    };
    static const char *const others[] = {
        "UPDATE import SET at = '2020-01-01T00:00:00Z' WHERE id = 2",
        "UPDATE import SET map = NULL WHERE id = 2",
        "UPDATE import SET duplicates = 0 WHERE id = 2",
        "UPDATE import_file SET path = 'other.csv' WHERE import = 2",
        "UPDATE import SET hash = 'x' WHERE id = 2",
    };
    struct fixture *f = *state;
    import_three(f);
    for (size_t i = 0; i < sizeof events / sizeof events[0]; i++) {
        repack_file(f->path, &(struct repack){i == 0 ? "5" : "5.0", &events[i], 1});
        assert_changed(f, 2, "an event");
    }
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        change_file(f, others[i]);
        assert_changed(f, 2, others[i]);
    }
    repack_file(f->path, &(struct repack){"5.0", NULL, 0});
    assert_changed(f, 2, "an event that is gone");
}

/* Packs cut elsewhere are the same events. */
static void how_events_are_packed_is_no_change(void **state)
{
    struct fixture *f = *state;
    struct sl_import *import = NULL;
    struct sl_import_result result = {0};
    assert_ok(f, sl_import_begin(&import, f->book, NULL, &f->err));
    assert_ok(f, sl_import_file(import, "x", &f->err));
    for (int i = 0; i < 1000; i++)
        put_event(f, import, "A", i * 7 % 100, "H", i % 3 == 0 ? "~2" : "2.50");
    assert_ok(f, sl_import_commit(import, false, false, 0, &result, &f->err));
    sl_import_end(import);
    const int64_t packs = count_rows(f, "pack");
    for (int round = 0; round < 5; round++) {
        struct line lines[40];
        char stakes[40][8];
        for (int i = 0; i < 40; i++) {
            snprintf(stakes[i], sizeof stakes[i], "%d.%d", i, round);
            lines[i] =
                (struct line){i % 4 == 0 ? "B" : "A", (i * 37 + round) % 120 - 10, "K", stakes[i]};
        }
        import_lines(f, lines, 40);
        assert_unchanged(f);
        assert_int_equal(import_lines(f, lines, 40).duplicates, 40);
    }
    assert_int_equal(count_events(f), 1200);
    assert_true(count_rows(f, "pack") < 2 * packs + 4);
    for (int64_t import_id = 2; import_id <= 6; import_id++) {
        assert_ok(f, sl_undo(f->book, import_id, NULL, &f->err));
        assert_unchanged(f);
    }
    assert_int_equal(count_events(f), 1000);
}

static void what_stands_beside_the_events_is_checked(void **state)
{
    static const struct {
        const char *change, *says;
    } cases[] = {
        {"DELETE FROM link WHERE issuer = 1", "list of holders leaves out"},
        {"DELETE FROM issuer WHERE entity = 1", "list of issuers leaves out"},
        {"DELETE FROM import_file; DELETE FROM import", "belong to no import"},
        {"UPDATE entity SET name = 'Ares' WHERE id = 1", "differ from what they are found by"},
        {"UPDATE name SET entity = 99 WHERE key = 'h'", "without a name"},
        {"INSERT INTO name VALUES ('zed', 1, 1, 'Zod')", "differ from what they are found by"},
        {"INSERT INTO name VALUES ('zed', 99, 1, 'Zed')", "belong to no entity"},
        {"DELETE FROM entity WHERE id = 2", "not there"},
        {"UPDATE entity SET same_as = 3 - id", "circle"},
        {"UPDATE counter SET next = 1 WHERE of = 'seq'", "counters"},
        {"INSERT INTO former_name VALUES (1, 1, 'Zed', NULL, NULL)",
         "former names that are not found by"},
        {"INSERT INTO former_name VALUES (99, 1, 'A', NULL, NULL)",
         "former names that are not found by"},
        {"INSERT INTO former_name VALUES (1, 1, 'A', 5, NULL)", "dates that cannot be"},
        {"INSERT INTO former_name VALUES (1, 1, 'A', 99999999, 1)", "dates that cannot be"},
        {"INSERT INTO former_name VALUES (1, 1, 'A', 5, 77)", "dates that cannot be"},
        {"UPDATE import SET end_seq = 999", "was changed"},
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        sl_book_close(f->book);
        unlink(f->path);
        assert_ok(f, sl_book_open(&f->book, f->path, SL_ACCESS_CREATE, &f->err));
        IMPORT(f, {"A", 1, "H", "1"});
        change_file(f, cases[i].change);
        struct findings findings = verify(f);
        if (strstr(findings.message, cases[i].says) == NULL)
            fail_msg("%s: '%s'", cases[i].change, findings.message);
    }
}

static void store_rates(struct fixture *f, const struct sl_rate *rates, size_t count)
{
    struct sl_rates_result result = {0};
    assert_ok(f, sl_book_store_rates(f->book, rates, count, &result, &f->err));
}

static void renaming_to_and_fro_is_no_change(void **state)
{
    static const char *const names[] = {"Ares", "a", "A", "Ares", "ARES", "\u00c9re", "A"};
    struct fixture *f = *state;
    IMPORT(f, {"A", 1, "H", "1"});
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        const struct sl_date on = {.day = 20000 + (int32_t)i,
                                   .unit = i % 2 == 0 ? SL_DATE_DAY : SL_DATE_NONE};
        enum sl_status status =
            sl_entity_rename(f->book, i == 0 ? "A" : names[i - 1], names[i], on, &f->err);
        if (status != SL_MISUSE) assert_ok(f, status);
        assert_unchanged(f);
    }
}

static void a_rate_that_is_another_than_was_stored_is_found(void **state)
{
    static const struct {
        const char *change, *says;
    } cases[] = {
        {"UPDATE rate SET units = units + 1 WHERE day = 20000 AND currency = 'USD'",
         "rates were changed"},
        {"UPDATE rate SET day = day + 1 WHERE day = 20001", "rates were changed"},
        {"UPDATE rate SET decimals = 1 WHERE day = 20000", "rates were changed"},
        {"UPDATE rate SET currency = 'GBP' WHERE currency = 'JPY'", "rates were changed"},
        {"DELETE FROM rate WHERE day = 20001", "rates were changed"},
        {"DELETE FROM rate", "rates were changed"},
        {"INSERT INTO rate VALUES ('CHF', 20000, 96, 2)", "rates were changed"},
        {"UPDATE counter SET next = next + 1 WHERE of = 'rates'", "rates were changed"},
        {"UPDATE counter SET of = 'ratez' WHERE of = 'rates'", "counters of nothing"},
        {"UPDATE rate SET currency = 'JP' || char(255) WHERE currency = 'JPY'",
         "rates that cannot be: 1"},
        {"UPDATE rate SET units = 0", "rates that cannot be: 3"},
        {"UPDATE rate SET day = 4294987296 WHERE day = 20001", "rates that cannot be: 1"},
    };
    static const struct sl_rate first[] = {{"USD", 20000, 107, 2}, {"JPY", 20000, 1663, 1}},
                                more[] = {{"USD", 20000, 108, 2}, {"USD", 20001, 109, 2}};
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        sl_book_close(f->book);
        unlink(f->path);
        assert_ok(f, sl_book_open(&f->book, f->path, SL_ACCESS_CREATE, &f->err));
        store_rates(f, first, 2);
        assert_unchanged(f);
        store_rates(f, more, 2); /* one in place of another */
        store_rates(f, more, 2);
        assert_unchanged(f);
        change_file(f, cases[i].change);
        struct findings findings = verify(f);
        if (strstr(findings.message, cases[i].says) == NULL)
            fail_msg("%s: '%s'", cases[i].change, findings.message);
    }
}

static void rates_of_before_they_had_a_seal_are_sealed_by_the_next(void **state)
{
    static const struct sl_rate rates[] = {{"USD", 20000, 107, 2}, {"JPY", 20000, 1663, 1}};
    struct fixture *f = *state;
    store_rates(f, rates, 1);
    change_file(f, "DELETE FROM counter WHERE of = 'rates'");
    assert_unchanged(f);
    store_rates(f, rates + 1, 1);
    assert_unchanged(f);
    change_file(f, "UPDATE rate SET units = 106 WHERE currency = 'USD'");
    assert_string_equal(verify(f).message, "exchange rates were changed\n");
}

static void a_damaged_page_is_found(void **state)
{
    struct fixture *f = *state;
    struct sl_statement root = {0};
    import_three(f);
    assert_ok(f, sl_statement_prepare(&root, &f->book->database,
                                      "SELECT rootpage FROM sqlite_schema WHERE name = 'pack'",
                                      &f->err));
    assert_ok(f, sl_statement_step(&root, &f->err));
    const long page = (long)(sl_statement_integer(&root, 0) - 1) * 8192;
    sl_statement_release(&root);
    sl_book_close(f->book);
    f->book = NULL;
    FILE *file = fopen(f->path, "r+b");
    assert_non_null(file);
    assert_int_equal(fseek(file, page + 8, SEEK_SET), 0); /* the first cell's place */
    assert_int_not_equal(fputc(0xff, file), EOF);
    assert_int_equal(fclose(file), 0);
    assert_ok(f, sl_book_open(&f->book, f->path, SL_ACCESS_READ, &f->err));
    assert_int_not_equal(verify(f).count, 0);
}

static void a_backup_is_the_book(void **state)
{
    struct fixture *f = *state;
    struct sl_book *book = NULL, *own = f->book;
    struct stat found;
    char path[128];
    snprintf(path, sizeof path, "%s/copy.db", f->folder);
    import_three(f);
    assert_ok(f, sl_book_backup(f->book, path, false, &f->err));
    assert_int_equal(stat(path, &found), 0);
    assert_int_equal(found.st_mode & 0777, 0600);
    assert_ok(f, sl_book_open(&book, path, SL_ACCESS_READ, &f->err));
    f->book = book;
    assert_unchanged(f);
    assert_int_equal(count_events(f), 7);
    f->book = own;
    sl_book_close(book);
    IMPORT(f, {"D", 1, "H", "1"});
    assert_int_equal(sl_book_backup(f->book, path, false, &f->err), SL_FAILED);
    assert_non_null(strstr(f->err.message, "there already"));
    assert_ok(f, sl_book_backup(f->book, path, true, &f->err));
    assert_ok(f, sl_book_open(&book, path, SL_ACCESS_READ, &f->err));
    f->book = book;
    assert_int_equal(count_events(f), 8);
    f->book = own;
    sl_book_close(book);
    unlink(path);
}

static void a_backup_elsewhere_than_a_new_file_is_refused(void **state)
{
    struct fixture *f = *state;
    char path[128];
    import_three(f);
    assert_int_equal(sl_book_backup(f->book, f->path, true, &f->err), SL_MISUSE);
    assert_int_equal(sl_book_backup(f->book, f->folder, true, &f->err), SL_FAILED);
    assert_int_equal(sl_book_backup(f->book, "-", true, &f->err), SL_MISUSE);
    assert_int_equal(sl_book_backup(f->book, "", true, &f->err), SL_MISUSE);
    assert_int_equal(sl_book_backup(f->book, "/dev/null", true, &f->err), SL_FAILED);
    snprintf(path, sizeof path, "%s/none/copy.db", f->folder);
    assert_int_equal(sl_book_backup(f->book, path, false, &f->err), SL_FAILED);
    assert_unchanged(f);
}

#define FACT(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_hash_is_sha_256),
        cmocka_unit_test(lists_of_texts_and_numbers_have_hashes_of_their_own),
        FACT(an_empty_book_is_unchanged),
        FACT(imports_are_unchanged_whatever_was_done_around_them),
        FACT(runs_that_spill_have_the_same_hash),
        FACT(every_change_names_its_import),
        FACT(how_events_are_packed_is_no_change),
        FACT(what_stands_beside_the_events_is_checked),
        FACT(renaming_to_and_fro_is_no_change),
        FACT(a_rate_that_is_another_than_was_stored_is_found),
        FACT(rates_of_before_they_had_a_seal_are_sealed_by_the_next),
        FACT(a_damaged_page_is_found),
        FACT(a_backup_is_the_book),
        FACT(a_backup_elsewhere_than_a_new_file_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
