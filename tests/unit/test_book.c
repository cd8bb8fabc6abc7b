/* Opening a book: what is refused, what is private, what a reader sees. */
#include "repack.h"

#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>

/* Changes the closed file by SQL, as another program would. */
static void change_file(struct fixture *f, const char *sql)
{
    sqlite3 *raw = NULL;
    sl_book_close(f->book);
    f->book = NULL;
    assert_int_equal(sqlite3_open(f->path, &raw), SQLITE_OK);
    sqlite3_db_config(raw, SQLITE_DBCONFIG_ENABLE_FKEY, 0, NULL);
    char *message = NULL;
    if (sqlite3_exec(raw, sql, NULL, NULL, &message) != SQLITE_OK) fail_msg("%s", message);
    sqlite3_close(raw);
}

static void write_file(struct fixture *f, const void *bytes, size_t length)
{
    sl_book_close(f->book);
    f->book = NULL;
    FILE *file = fopen(f->path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
}

static void assert_refused(struct fixture *f, const char *why)
{
    static const enum sl_access accesses[] = {SL_ACCESS_READ, SL_ACCESS_WRITE, SL_ACCESS_CREATE};
    for (size_t i = 0; i < 3; i++) {
        struct sl_book *book = NULL;
        assert_int_equal(sl_book_open(&book, f->path, accesses[i], &f->err), SL_FAILED);
        assert_null(book);
        if (strstr(f->err.message, why) == NULL || strstr(f->err.message, f->path) == NULL)
            fail_msg("'%s' does not say '%s' of '%s'", f->err.message, why, f->path);
    }
}

static void a_new_book_is_private_and_opens_again(void **state)
{
    struct fixture *f = *state;
    struct stat found;
    assert_int_equal(stat(f->path, &found), 0);
    assert_int_equal(found.st_mode & 0777, 0600);
    IMPORT(f, {"A", 1, "H", "1"});
    sl_book_close(f->book);
    assert_ok(f, sl_book_open(&f->book, f->path, SL_ACCESS_READ, &f->err));
    assert_events(f, "A", "1 H 1");
}

static void a_missing_book_is_made_only_where_that_is_asked(void **state)
{
    struct fixture *f = *state;
    struct sl_book *book = NULL;
    char path[128];
    snprintf(path, sizeof path, "%s/none.db", f->folder);
    assert_int_equal(sl_book_open(&book, path, SL_ACCESS_READ, &f->err), SL_FAILED);
    assert_int_equal(sl_book_open(&book, path, SL_ACCESS_WRITE, &f->err), SL_FAILED);
    assert_int_equal(access(path, F_OK), -1);
}

static void odd_paths_are_refused_or_taken_for_files(void **state)
{
    struct fixture *f = *state;
    struct sl_book *book = NULL;
    char here[256];
    assert_int_equal(sl_book_open(&book, "", SL_ACCESS_CREATE, &f->err), SL_FAILED);
    assert_int_equal(sl_book_open(&book, ":memory:", SL_ACCESS_CREATE, &f->err), SL_FAILED);
    assert_int_equal(sl_book_open(&book, f->folder, SL_ACCESS_CREATE, &f->err), SL_FAILED);
    assert_non_null(getcwd(here, sizeof here));
    assert_int_equal(chdir(f->folder), 0);
    assert_ok(f, sl_book_open(&book, "file:x?mode=memory", SL_ACCESS_CREATE, &f->err));
    sl_book_close(book);
    assert_int_equal(unlink("file:x?mode=memory"), 0);
    assert_int_equal(chdir(here), 0);
}

static void a_file_that_is_no_database_is_refused(void **state)
{
    struct fixture *f = *state;
    char text[2000];
    memset(text, 'x', sizeof text);
    write_file(f, text, sizeof text);
    assert_refused(f, "not a stakeline database");
}

static void an_empty_file_is_refused_by_readers(void **state)
{
    struct fixture *f = *state;
    struct sl_book *book = NULL;
    write_file(f, "", 0);
    assert_int_equal(sl_book_open(&book, f->path, SL_ACCESS_READ, &f->err), SL_FAILED);
    assert_non_null(strstr(f->err.message, "empty"));
    assert_ok(f, sl_book_open(&f->book, f->path, SL_ACCESS_CREATE, &f->err));
}

static void another_programs_database_is_refused(void **state)
{
    struct fixture *f = *state;
    write_file(f, "", 0);
    change_file(f, "CREATE TABLE moz_places (id INTEGER)");
    assert_refused(f, "not a stakeline database");
}

static void another_version_is_refused(void **state)
{
    struct fixture *f = *state;
    change_file(f, "PRAGMA user_version = 99");
    assert_refused(f, "version 99");
}

static void a_further_object_is_refused(void **state)
{
    static const char *const objects[] = {
        "CREATE TRIGGER t AFTER INSERT ON entity BEGIN DELETE FROM pack; END",
        "CREATE VIEW evil AS SELECT 1", "CREATE TABLE more (x)", "CREATE INDEX more ON pack (day)"};
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof objects / sizeof objects[0]; i++) {
        unlink(f->path);
        if (f->book == NULL)
            assert_ok(f, sl_book_open(&f->book, f->path, SL_ACCESS_CREATE, &f->err));
        else {
            sl_book_close(f->book);
            assert_ok(f, sl_book_open(&f->book, f->path, SL_ACCESS_CREATE, &f->err));
        }
        change_file(f, objects[i]);
        assert_refused(f, "another schema");
    }
}

static void a_changed_or_missing_table_is_refused(void **state)
{
    struct fixture *f = *state;
    change_file(f, "ALTER TABLE counter ADD COLUMN more TEXT");
    assert_refused(f, "another schema");
    unlink(f->path);
    assert_ok(f, sl_book_open(&f->book, f->path, SL_ACCESS_CREATE, &f->err));
    change_file(f, "DROP TABLE link");
    assert_refused(f, "tables are missing");
}

static void comments_and_blanks_of_the_schema_do_not_count(void **state)
{
    struct fixture *f = *state;
    change_file(f, "DROP TABLE link; CREATE TABLE link (\n holder INTEGER NOT NULL, issuer INTEGER"
                   "   NOT NULL, -- another comment; with a semicolon\n"
                   "PRIMARY KEY (holder, issuer) ) STRICT, WITHOUT ROWID");
    assert_ok(f, sl_book_open(&f->book, f->path, SL_ACCESS_READ, &f->err));
}

static void values_that_cannot_be_are_refused_when_read(void **state)
{
#define TEXT(id, value)                       \
    {                                         \
        .cell = SL_CELL_##id, .text = (value) \
    }
#define NUMBER(id, value)                       \
    {                                           \
        .cell = SL_CELL_##id, .number = (value) \
    }
    static const struct change changes[][2] = {
        {NUMBER(KIND, 0), NUMBER(STATUS, 4)},        {NUMBER(KIND, 15), NUMBER(STATUS, 4)},
        {NUMBER(KIND, 1), NUMBER(STATUS, -1)},       {NUMBER(KIND, 1), NUMBER(STATUS, 6)},
        {NUMBER(UNIT, 0), NUMBER(KNOWN, 1)},         {NUMBER(UNIT, 7), NUMBER(KNOWN, 1)},
        {NUMBER(UNIT, 1), NUMBER(KNOWN, 9999999)},   {NUMBER(UNIT, 1), NUMBER(KNOWN_UNIT, 0)},
        {TEXT(STAKE, "x"), TEXT(VOTES, "1")},        {TEXT(STAKE, "1"), TEXT(VOTES, "100.1")},
        {NUMBER(SHARES, -2), TEXT(VOTES, "1")},      {TEXT(RATIO, "0:1"), TEXT(VOTES, "1")},
        {NUMBER(AMOUNT, 5), TEXT(VOTES, "1")},       {TEXT(CURRENCY, "US"), NUMBER(AMOUNT, 1)},
        {TEXT(CURRENCY, "USD"), NUMBER(AMOUNT, -1)}, {TEXT(CURRENCY, "XQX"), NUMBER(PRICE, 1)},
    };
#undef TEXT
#undef NUMBER
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof changes / sizeof changes[0]; i++) {
        sl_entity entity;
        struct sl_event event;
        struct sl_cursor *cursor = NULL;
        sl_book_close(f->book);
        unlink(f->path);
        assert_ok(f, sl_book_open(&f->book, f->path, SL_ACCESS_CREATE, &f->err));
        IMPORT(f, {"A", 1, "H", "1"});
        repack_file(f->path, &(struct repack){NULL, changes[i], 2});
        assert_ok(f, sl_book_find(f->book, "A", &entity, &f->err));
        assert_ok(f, sl_cursor_open(&cursor, f->book, entity, SL_COLUMNS_ALL, &f->err));
        if (sl_cursor_next(cursor, &event, &f->err) != SL_FAILED) fail_msg("%zu was read", i);
        assert_non_null(strstr(f->err.message, "damaged"));
        sl_cursor_close(cursor);
    }
}

static void packs_of_other_bytes_are_refused_when_read(void **state)
{
    struct fixture *f = *state;
    sl_entity entity;
    IMPORT(f, {"A", 1, "H", "1.5"}, {"A", 2, "H", "~2"});
    assert_ok(f, sl_book_find(f->book, "A", &entity, &f->err));
    static const char *const changes[] = {
        "UPDATE pack SET claims = substr(claims, 1, length(claims) - 1)",
        "UPDATE pack SET claims = x''",
        "UPDATE pack SET claims = CAST(claims || x'00' AS BLOB)",
        "UPDATE pack SET claims = x'ff'",
        "UPDATE pack SET claims = x'11808080808080808080808080'",
        "UPDATE pack SET details = x''",
        "UPDATE pack SET details = substr(details, 2)",
        "UPDATE pack SET details = x'0405'",
        "UPDATE pack SET details = CAST(details || x'00' AS BLOB)",
        "UPDATE pack SET details = x'ff'",
        "UPDATE pack SET day = 9223372036854775807"};
    for (size_t i = 0; i < sizeof changes / sizeof changes[0]; i++) {
        struct sl_event event;
        struct sl_cursor *cursor = NULL;
        enum sl_status status = SL_OK;
        sqlite3 *raw = NULL;
        assert_int_equal(sqlite3_open(f->path, &raw), SQLITE_OK);
        sqlite3_exec(raw, "BEGIN; CREATE TABLE good AS SELECT * FROM pack; COMMIT", NULL, NULL,
                     NULL);
        assert_int_equal(sqlite3_exec(raw, changes[i], NULL, NULL, NULL), SQLITE_OK);
        assert_ok(f, sl_cursor_open(&cursor, f->book, entity, SL_COLUMNS_ALL, &f->err));
        while (status == SL_OK)
            status = sl_cursor_next(cursor, &event, &f->err);
        if (status != SL_FAILED) fail_msg("%s was read", changes[i]);
        assert_non_null(strstr(f->err.message, "damaged"));
        sl_cursor_close(cursor);
        sqlite3_exec(raw,
                     "BEGIN; DELETE FROM pack; INSERT INTO pack SELECT * FROM good;"
                     " DROP TABLE good; COMMIT",
                     NULL, NULL, NULL);
        sqlite3_close(raw);
    }
}

static void merges_in_a_circle_are_refused(void **state)
{
    struct fixture *f = *state;
    sl_entity entity;
    IMPORT(f, {"A", 1, "H", "1"});
    change_file(f, "UPDATE entity SET same_as = 3 - id");
    assert_ok(f, sl_book_open(&f->book, f->path, SL_ACCESS_READ, &f->err));
    assert_int_equal(sl_book_find(f->book, "A", &entity, &f->err), SL_FAILED);
    assert_non_null(strstr(f->err.message, "circle"));
    assert_string_equal(sl_book_name(f->book, 1), "?");
}

static void a_reader_cannot_write(void **state)
{
    struct fixture *f = *state;
    struct sl_import *import = NULL;
    sl_book_close(f->book);
    assert_ok(f, sl_book_open(&f->book, f->path, SL_ACCESS_READ, &f->err));
    assert_int_equal(sl_import_begin(&import, f->book, NULL, &f->err), SL_FAILED);
    assert_null(import);
    assert_int_equal(sl_entity_merge(f->book, "A", "B", &f->err), SL_FAILED);
}

static void an_import_within_an_import_is_misuse(void **state)
{
    struct fixture *f = *state;
    struct sl_import *first = NULL, *second = NULL;
    assert_ok(f, sl_import_begin(&first, f->book, NULL, &f->err));
    assert_int_equal(sl_import_begin(&second, f->book, NULL, &f->err), SL_MISUSE);
    assert_int_equal(sl_undo(f->book, 1, NULL, &f->err), SL_MISUSE);
    sl_import_end(first);
}

/* Runs an import of one event in a process of its own; the child reports by its exit status. */
static pid_t import_elsewhere(struct fixture *f, const char *issuer, bool die)
{
    pid_t child = fork();
    assert_true(child >= 0);
    if (child > 0) return child;
    struct sl_book *book = NULL;
    struct sl_import *import = NULL;
    struct sl_import_result result = {0};
    struct sl_event_text text = {.event = {.kind = SL_KIND_NOTE,
                                           .stage = SL_STAGE_COMPLETED,
                                           .date = {1, SL_DATE_DAY},
                                           .known = {1, SL_DATE_DAY},
                                           .shares = -1,
                                           .outstanding = -1}};
    bool good = sl_book_open(&book, f->path, SL_ACCESS_CREATE, NULL) == SL_OK &&
                sl_import_begin(&import, book, NULL, NULL) == SL_OK &&
                sl_import_file(import, "x", NULL) == SL_OK &&
                sl_import_name(import, issuer, strlen(issuer), &text.event.issuer, NULL) == SL_OK &&
                sl_import_event(import, &text, NULL) == SL_OK;
    if (die) _exit(good ? 0 : 1);
    nanosleep(&(struct timespec){.tv_nsec = 100000000}, NULL);
    good = good && sl_import_commit(import, false, false, 0, &result, NULL) == SL_OK;
    sl_import_end(import);
    sl_book_close(book);
    _exit(good ? 0 : 1);
}

static void await(pid_t child)
{
    int status = -1;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
}

static void imports_at_once_all_succeed(void **state)
{
    struct fixture *f = *state;
    pid_t children[4];
    sl_book_close(f->book);
    f->book = NULL;
    unlink(f->path); /* so that they race to make it, too */
    for (int i = 0; i < 4; i++) {
        char issuer[2] = {(char)('A' + i), '\0'};
        children[i] = import_elsewhere(f, issuer, false);
    }
    for (int i = 0; i < 4; i++)
        await(children[i]);
    assert_ok(f, sl_book_open(&f->book, f->path, SL_ACCESS_READ, &f->err));
    assert_int_equal(count_events(f), 4);
    assert_int_equal(count_rows(f, "import"), 4);
    assert_int_equal(count_rows(f, "entity"), 4);
}

static void a_process_that_dies_leaves_the_book_as_it_was(void **state)
{
    struct fixture *f = *state;
    IMPORT(f, {"A", 1, "H", "1"});
    await(import_elsewhere(f, "B", true));
    assert_int_equal(count_events(f), 1);
    assert_int_equal(IMPORT(f, {"B", 1, "H", "1"}).import, 2);
}

/* A journal as a killed writer leaves it, next to the half-written file. */
static void a_reader_rolls_a_killed_writer_back(void **state)
{
    struct fixture *f = *state;
    IMPORT(f, {"A", 1, "H", "1"});
    sl_book_close(f->book);
    f->book = NULL;
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        sqlite3 *raw = NULL;
        sqlite3_open(f->path, &raw);
        sqlite3_exec(
            raw,
            "PRAGMA cache_size = 2; PRAGMA cache_spill = 2; BEGIN; DELETE FROM name;"
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)"
            "INSERT INTO link SELECT i, i FROM n",
            NULL, NULL, NULL);
        _exit(0);
    }
    await(child);
    char journal[128];
    snprintf(journal, sizeof journal, "%s-journal", f->path);
    assert_int_equal(access(journal, F_OK), 0);
    assert_ok(f, sl_book_open(&f->book, f->path, SL_ACCESS_READ, &f->err));
    assert_events(f, "A", "1 H 1");
    assert_int_equal(count_rows(f, "link"), 1);
}

static void a_question_sees_one_state(void **state)
{
    struct fixture *f = *state;
    struct sl_book *reader = NULL;
    IMPORT(f, {"A", 1, "H", "1"});
    assert_ok(f, sl_book_open(&reader, f->path, SL_ACCESS_READ, &f->err));
    assert_ok(f, sl_book_read_begin(reader, &f->err));
    assert_ok(f, sl_book_read_begin(reader, &f->err));
    sl_book_read_end(reader); /* nested: still one question */
    sqlite3_busy_timeout(f->book->database.raw, 50);
    struct sl_import *import = NULL;
    struct sl_import_result result = {0};
    assert_ok(f, sl_import_begin(&import, f->book, NULL, &f->err));
    assert_ok(f, sl_import_file(import, "x", &f->err));
    put_event(f, import, "A", 2, "H", "2");
    assert_int_equal(sl_import_commit(import, false, false, 0, &result, &f->err), SL_FAILED);
    sl_import_end(import);
    struct sl_book *writer = f->book;
    f->book = reader;
    assert_events(f, "A", "1 H 1");
    sl_book_read_end(reader);
    f->book = writer;
    IMPORT(f, {"A", 2, "H", "2"});
    assert_ok(f, sl_entity_alias(f->book, "A", "Alpha", &f->err));
    assert_ok(f, sl_entity_merge(f->book, "H", "A", &f->err));
    f->book = reader;
    assert_ok(f, sl_book_read_begin(reader, &f->err));
    assert_events(f, "Alpha", "1 H 1;2 H 2"); /* new names and merges are seen */
    sl_book_read_end(reader);
    f->book = writer;
    sl_book_close(reader);
}

#define FACT(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        FACT(a_new_book_is_private_and_opens_again),
        FACT(a_missing_book_is_made_only_where_that_is_asked),
        FACT(odd_paths_are_refused_or_taken_for_files),
        FACT(a_file_that_is_no_database_is_refused),
        FACT(an_empty_file_is_refused_by_readers),
        FACT(another_programs_database_is_refused),
        FACT(another_version_is_refused),
        FACT(a_further_object_is_refused),
        FACT(a_changed_or_missing_table_is_refused),
        FACT(comments_and_blanks_of_the_schema_do_not_count),
        FACT(values_that_cannot_be_are_refused_when_read),
        FACT(packs_of_other_bytes_are_refused_when_read),
        FACT(merges_in_a_circle_are_refused),
        FACT(a_reader_cannot_write),
        FACT(an_import_within_an_import_is_misuse),
        FACT(imports_at_once_all_succeed),
        FACT(a_process_that_dies_leaves_the_book_as_it_was),
        FACT(a_reader_rolls_a_killed_writer_back),
        FACT(a_question_sees_one_state),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
