/* Is the book what was stored? The pages by SQLite's own check, every import by its hash, and what
 * questions rely on beside the events (links, issuers, names, counters) by the events. */
#include <stakeline/book.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/vector.h"
#include "store/inside.h"
#include "store/scan.h"
#include "store/schema.h"
#include "store/seal.h"
#include "store/verify_beside.h"

/* An import while its events go by. */
struct sealed {
    int64_t id, first_seq, end_seq;
    int64_t events; /* met */
    struct sl_hash hash;
};

struct verify {
    struct sl_book *book;
    void (*on_finding)(void *context, const struct sl_verify_finding *finding);
    void *context;
    struct sl_verify_result *result;
    struct sealed *imports; /* by first_seq */
    size_t count, capacity;
    bool unreadable;    /* a page could not be had, which does not make it damaged */
    int64_t strays;     /* events that no import has */
    int64_t impossible; /* events that no question would read */
    struct sl_verify_beside beside;
    struct sl_buffer encoded;
};

enum { PAGE_FINDINGS = 20 };

static void report(struct verify *verify, int64_t import, const char *message)
{
    const struct sl_verify_finding finding = {.import = import, .message = message};
    verify->result->findings++;
    if (verify->on_finding != NULL) verify->on_finding(verify->context, &finding);
}

/* What cannot be read because it is damaged is a finding; what cannot be read for another reason
 * ends the verifying. */
static enum sl_status or_finding(struct verify *verify, enum sl_status status,
                                 const struct sl_error *why, struct sl_error *err)
{
    const int code = sqlite3_errcode(verify->book->database.raw) & 0xff;
    struct sl_error memory;
    if (status != SL_FAILED) return status;
    sl_fail_memory(&memory);
    if (verify->unreadable || strcmp(memory.message, why->message) == 0 || code == SQLITE_NOMEM ||
        code == SQLITE_IOERR || code == SQLITE_BUSY || code == SQLITE_FULL)
        return sl_fail(err, SL_FAILED, "%s", why->message);
    report(verify, 0, why->message);
    return SL_OK;
}

/* ---- the pages ---- */

/* Does the check of the pages say that one could not be read, not that it is damaged? */
static bool is_unreadable(const char *text)
{
    static const char mark[] = "error code=";
    const char *code = strstr(text, mark);
    return code != NULL && (strtol(code + sizeof mark - 1, NULL, 10) & 0xff) == SQLITE_IOERR;
}

static enum sl_status fail_unreadable(struct verify *verify, const char *text, struct sl_error *err)
{
    verify->unreadable = true;
    return sl_fail(err, SL_FAILED, "%s: cannot be read (%s)", verify->book->database.path, text);
}

static enum sl_status check_pages(struct verify *verify, struct sl_error *err)
{
    char sql[64];
    struct sl_statement check = {0};
    snprintf(sql, sizeof sql, "PRAGMA integrity_check(%d)", PAGE_FINDINGS);
    enum sl_status status = sl_statement_prepare(&check, &verify->book->database, sql, err);
    while (status == SL_OK && (status = sl_statement_step(&check, err)) == SL_OK) {
        const char *text = sl_statement_text(&check, 0);
        if (text == NULL) status = sl_fail_memory(err);
        if (text != NULL && is_unreadable(text))
            status = fail_unreadable(verify, text, err);
        else if (text != NULL && strcmp(text, "ok") != 0)
            report(verify, 0, text);
    }
    sl_statement_release(&check);
    return status == SL_NOTHING ? SL_OK : status;
}

/* ---- the imports ---- */

static enum sl_status list_imports(struct verify *verify, struct sl_error *err)
{
    struct sl_statement imports = {0};
    int64_t end = INT64_MIN;
    enum sl_status status = sl_statement_prepare(
        &imports, &verify->book->database,
        "SELECT id, first_seq, end_seq FROM import ORDER BY first_seq, id", err);
    while (status == SL_OK && (status = sl_statement_step(&imports, err)) == SL_OK) {
        if (!sl_vector_grow(&verify->imports, verify->count, &verify->capacity,
                            sizeof *verify->imports)) {
            status = sl_fail_memory(err);
            break;
        }
        struct sealed *import = &verify->imports[verify->count++];
        import->id = sl_statement_integer(&imports, 0);
        import->first_seq = sl_statement_integer(&imports, 1);
        import->end_seq = sl_statement_integer(&imports, 2);
        import->events = 0;
        sl_hash_init(&import->hash);
        if (import->first_seq < end) report(verify, import->id, "overlaps the import before it");
        end = import->end_seq;
    }
    sl_statement_release(&imports);
    verify->result->imports = (int64_t)verify->count;
    return status == SL_NOTHING ? SL_OK : status;
}

static struct sealed *import_of(struct verify *verify, int64_t seq)
{
    size_t low = 0, high = verify->count; /* the first that begins behind it */
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (verify->imports[middle].first_seq <= seq)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == 0 || seq >= verify->imports[low - 1].end_seq) return NULL;
    return &verify->imports[low - 1];
}

static enum sl_status hash_event(struct verify *verify, const struct sl_row *row,
                                 struct sl_error *err)
{
    struct sealed *import = import_of(verify, row->cell[SL_CELL_SEQ].number);
    verify->result->events++;
    if (import == NULL) {
        verify->strays++;
        return SL_OK;
    }
    sl_buffer_clear(&verify->encoded);
    sl_row_encode(&verify->encoded, row);
    if (verify->encoded.failed) return sl_fail_memory(err);
    sl_hash_add(&import->hash, verify->encoded.data, verify->encoded.length);
    import->events++;
    return SL_OK;
}

/* One walk in the table's order, which is that of the hashes. */
static enum sl_status walk_events(struct verify *verify, struct sl_error *err)
{
    struct sl_row row;
    struct sl_event event;
    struct sl_scan scan = {.scope = SL_SCAN_ALL, .details = true};
    enum sl_status status = sl_scan_begin(&scan, &verify->book->database, 0, 0, err);
    while (status == SL_OK && (status = sl_scan_next(&scan, &row, err)) == SL_OK) {
        if (!sl_event_from_row(&event, &row)) verify->impossible++;
        status = hash_event(verify, &row, err);
        if (status == SL_OK) status = sl_verify_event(&verify->beside, &row, err);
    }
    sl_scan_release(&scan);
    return status == SL_NOTHING ? SL_OK : status;
}

static enum sl_status seal_files(struct sealed *import, struct sl_statement *files,
                                 struct sl_error *err)
{
    enum sl_status status;
    sl_statement_bind_integer(files, 1, import->id);
    while ((status = sl_statement_step(files, err)) == SL_OK)
        sl_seal_file(&import->hash, sl_statement_text(files, 0), sl_statement_integer(files, 1));
    return status == SL_NOTHING ? SL_OK : status;
}

static enum sl_status compare_import(struct verify *verify, struct sealed *import,
                                     struct sl_statement *row, struct sl_statement *files,
                                     struct sl_error *err)
{
    char hash[SL_HASH_TEXT_SIZE], message[160];
    sl_statement_bind_integer(row, 1, import->id);
    enum sl_status status = sl_statement_step(row, err);
    if (status != SL_OK) return status == SL_NOTHING ? SL_OK : status;
    const struct sl_import_facts facts = {.id = import->id,
                                          .at = sl_statement_text(row, 0),
                                          .map = sl_statement_text(row, 1),
                                          .first_seq = import->first_seq,
                                          .end_seq = import->end_seq,
                                          .events = sl_statement_integer(row, 2),
                                          .duplicates = sl_statement_integer(row, 3),
                                          .rejected = sl_statement_integer(row, 4)};
    sl_seal_import(&import->hash, &facts);
    status = seal_files(import, files, err);
    sl_hash_end(&import->hash, hash);
    const char *stored = sl_statement_text(row, 5);
    if (status == SL_OK && facts.events != import->events) {
        snprintf(message, sizeof message,
                 "was changed: it stored %" PRId64 " events, and %" PRId64 " are there",
                 facts.events, import->events);
        report(verify, import->id, message);
    } else if (status == SL_OK && (stored == NULL || strcmp(stored, hash) != 0)) {
        report(verify, import->id,
               "was changed: its events, files or counts are not those it stored");
    }
    sl_statement_reset(row);
    return status;
}

static enum sl_status compare_imports(struct verify *verify, struct sl_error *err)
{
    char message[96];
    struct sl_statement row = {0}, files = {0};
    struct sl_database *database = &verify->book->database;
    enum sl_status status = sl_statement_prepare(
        &row, database,
        "SELECT at, map, events, duplicates, rejected, hash FROM import WHERE id = ?1", err);
    if (status == SL_OK)
        status = sl_statement_prepare(
            &files, database,
            "SELECT path, first_seq FROM import_file WHERE import = ?1 ORDER BY number", err);
    for (size_t i = 0; i < verify->count && status == SL_OK; i++)
        status = compare_import(verify, &verify->imports[i], &row, &files, err);
    sl_statement_release(&row);
    sl_statement_release(&files);
    if (status == SL_OK && verify->strays > 0) {
        snprintf(message, sizeof message, "events that belong to no import: %" PRId64,
                 verify->strays);
        report(verify, 0, message);
    }
    return status;
}

static enum sl_status check_imports(struct verify *verify, struct sl_error *err)
{
    enum sl_status status = list_imports(verify, err);
    if (status == SL_OK)
        status = sl_verify_beside_begin(&verify->beside, &verify->book->database, err);
    if (status == SL_OK) status = walk_events(verify, err);
    return status == SL_OK ? compare_imports(verify, err) : status;
}

static void report_count(struct verify *verify, const char *what, int64_t count)
{
    char message[128];
    if (count == 0) return;
    snprintf(message, sizeof message, "%s: %" PRId64, what, count);
    report(verify, 0, message);
}

static enum sl_status check_beside(struct verify *verify, struct sl_error *err)
{
    struct sl_verify_beside *beside = &verify->beside;
    enum sl_status status = sl_verify_beside_end(beside, err);
    if (status != SL_OK) return status;
    report_count(verify, "events that say what cannot be", verify->impossible);
    report_count(verify, "events with an issuer, holder or counterparty that is not there",
                 beside->nameless);
    report_count(verify, "issuers of events that the list of issuers leaves out", beside->unlisted);
    report_count(verify, "holders of events that the list of holders leaves out", beside->unlinked);
    if (beside->is_misfunded)
        report(verify, 0, "rounds and deals are not listed as their events have them");
    return SL_OK;
}

/* ---- what stands beside the events ---- */

/* Each counts the rows that cannot be. */
static const struct {
    const char *sql, *message;
} rules[] = {
    {"SELECT count(*) FROM name n WHERE NOT EXISTS (SELECT 1 FROM entity WHERE id = n.entity)",
     "names that belong to no entity"},
    {"SELECT count(*) FROM entity WHERE id NOT IN (SELECT entity FROM name)",
     "entities without a name to be found by"},
    {"SELECT count(*) FROM pragma_foreign_key_check", "rows that refer to rows that are not there"},
    {"SELECT count(*) FROM counter WHERE next <= (SELECT CASE of"
     " WHEN 'seq' THEN (SELECT max(end_seq) - 1 FROM import)"
     " WHEN 'entity' THEN (SELECT max(id) FROM entity)"
     " WHEN 'import' THEN (SELECT max(id) FROM import) END)",
     "counters that are behind what is stored"},
    {"SELECT 3 - count(*) FROM counter WHERE of IN ('entity', 'import', 'seq')"
     " AND next BETWEEN 1 AND 2305843009213693951",
     "counters that are missing or cannot be"},
    {"SELECT count(*) FROM former_name WHERE (day IS NULL) <> (unit IS NULL)"
     " OR day NOT BETWEEN -354285 AND 2932896 OR unit NOT BETWEEN 1 AND 5 OR number < 1",
     "former names with dates that cannot be"},
    {"SELECT count(*) FROM counter WHERE of NOT IN ('entity', 'import', 'rates', 'seq')",
     "counters of nothing"},
};

static enum sl_status check_rules(struct verify *verify, struct sl_error *err)
{
    enum sl_status status = SL_OK;
    for (size_t i = 0; i < sizeof rules / sizeof rules[0] && status == SL_OK; i++) {
        struct sl_statement count = {0};
        status = sl_statement_prepare(&count, &verify->book->database, rules[i].sql, err);
        if (status == SL_OK) status = sl_statement_step(&count, err);
        const int64_t found = status == SL_OK ? sl_statement_integer(&count, 0) : 0;
        sl_statement_release(&count);
        report_count(verify, rules[i].message, found);
    }
    return status;
}

/* A name is found by its key, so a name and a key that differ are a name that cannot be found. */
static enum sl_status check_names(struct verify *verify, const char *sql, struct sl_error *err)
{
    struct sl_buffer key = {0};
    struct sl_statement names = {0};
    char message[128];
    int64_t wrong = 0;
    enum sl_status status = sl_statement_prepare(&names, &verify->book->database, sql, err);
    while (status == SL_OK && (status = sl_statement_step(&names, err)) == SL_OK) {
        const char *name = sl_statement_text(&names, 0), *stored = sl_statement_text(&names, 1);
        const size_t length = (size_t)sqlite3_column_bytes(names.raw, 0);
        status = name == NULL ? SL_INVALID : sl_name_key(&key, name, length, NULL);
        if (status == SL_INVALID || (status == SL_OK && stored == NULL) ||
            (status == SL_OK && strcmp(stored, key.data) != 0)) {
            wrong++;
            status = SL_OK;
        } else if (status != SL_OK) {
            status = sl_fail_memory(err);
        }
    }
    sl_buffer_release(&key);
    sl_statement_release(&names);
    if (wrong > 0) {
        snprintf(message, sizeof message, "names that differ from what they are found by: %" PRId64,
                 wrong);
        report(verify, 0, message);
    }
    return status == SL_NOTHING ? SL_OK : status;
}

static enum sl_status check_entities(struct verify *verify, struct sl_error *err)
{
    return check_names(verify,
                       "SELECT e.name, n.key FROM name n JOIN entity e ON e.id = n.entity"
                       " WHERE n.kind = 0",
                       err);
}

static enum sl_status check_aliases(struct verify *verify, struct sl_error *err)
{
    return check_names(verify, "SELECT text, key FROM name WHERE kind <> 0", err);
}

/* A former name means the entity still, in whatever case it was written. */
static enum sl_status check_former_names(struct verify *verify, struct sl_error *err)
{
    struct sl_buffer key = {0};
    struct sl_statement names = {0};
    int64_t wrong = 0;
    enum sl_status status = sl_statement_prepare(&names, &verify->book->database,
                                                 "SELECT name, entity FROM former_name", err);
    while (status == SL_OK && (status = sl_statement_step(&names, err)) == SL_OK) {
        const char *name = sl_statement_text(&names, 0);
        sl_entity meant = 0;
        status = name == NULL ? SL_INVALID : sl_name_key(&key, name, strlen(name), err);
        if (status == SL_OK)
            status = sl_book_find_key(verify->book, key.data, key.length, &meant, err);
        if (status == SL_FAILED) break;
        wrong += status != SL_OK || meant != sl_statement_integer(&names, 1);
        status = SL_OK;
    }
    sl_buffer_release(&key);
    sl_statement_release(&names);
    report_count(verify, "former names that are not found by", wrong);
    return status == SL_NOTHING ? SL_OK : status;
}

static enum sl_status check_rates(struct verify *verify, struct sl_error *err)
{
    bool changed;
    int64_t impossible;
    enum sl_status status = sl_rates_seal_verify(verify->book, &changed, &impossible, err);
    if (status != SL_OK) return status;
    report_count(verify, "exchange rates that cannot be", impossible);
    if (changed) report(verify, 0, "exchange rates were changed");
    return SL_OK;
}

static enum sl_status check_merges(struct verify *verify, struct sl_error *err)
{
    sl_book_forget(verify->book);
    return sl_merges_load(verify->book, err);
}

static enum sl_status check_schema(struct verify *verify, struct sl_error *err)
{
    return sl_schema_check(&verify->book->database, NULL, err);
}

enum sl_status sl_book_verify(struct sl_book *book,
                              void (*on_finding)(void *context,
                                                 const struct sl_verify_finding *finding),
                              void *context, struct sl_verify_result *result, struct sl_error *err)
{
    static enum sl_status (*const checks[])(struct verify *, struct sl_error *) = {
        check_schema,   check_pages,   check_imports, check_beside,       check_rules,
        check_entities, check_aliases, check_merges,  check_former_names, check_rates};
    struct sl_verify_result ignored;
    struct sl_error why = {0};
    if (result == NULL) result = &ignored;
    *result = (struct sl_verify_result){0};
    struct verify verify = {
        .book = book, .on_finding = on_finding, .context = context, .result = result};
    enum sl_status status = sl_book_read_begin(book, err);
    if (status != SL_OK) return status;
    for (size_t i = 0; i < sizeof checks / sizeof checks[0] && status == SL_OK; i++)
        status = or_finding(&verify, checks[i](&verify, &why), &why, err);
    sl_book_read_end(book);
    sl_buffer_release(&verify.encoded);
    sl_verify_beside_release(&verify.beside);
    free(verify.imports);
    if (status == SL_OK && result->findings > 0)
        return sl_fail(err, SL_NOTHING, "%s: was changed", book->database.path);
    return status;
}
