/* The questions: one issuer's events in order, and a position by holder and class. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "limit.h"

/* What of an event a position needs. */
struct step {
    int64_t day, known, seq, holder, stake, after;
    int kind, status;
    uint32_t class_, deal; /* of the issuer's names */
    bool superseded;
};

struct position {
    int64_t holder, level;
    uint32_t class_;
};

/* One issuer at a time; the memory is used again. */
struct issuer {
    int64_t id;
    struct step *steps;
    size_t count, capacity;
    struct names texts; /* classes and deals */
    struct position *positions;
    uint32_t *table;
    size_t held, table_size;
};

static const char columns[] = "issuer, day, seq, known, kind, status, holder, class, stake,"
                              " stake_after, deal";

static int64_t number(sqlite3_stmt *statement, int column)
{
    return sqlite3_column_type(statement, column) == SQLITE_NULL
               ? NOT_STATED
               : sqlite3_column_int64(statement, column);
}

/* The number of a text within the issuer. */
static uint32_t text(struct issuer *issuer, sqlite3_stmt *statement, int column)
{
    const struct cell found = {(const char *)sqlite3_column_text(statement, column),
                               (uint32_t)sqlite3_column_bytes(statement, column)};
    if (found.length == 0) return 0;
    const uint32_t before = issuer->texts.count, at = limit_name(&issuer->texts, found);
    if (at > before) {
        char *copy = limit_room(NULL, found.length);
        memcpy(copy, found.text, found.length);
        issuer->texts.items[at - 1].text = copy;
    }
    return at;
}

static void forget(struct issuer *issuer)
{
    for (uint32_t i = 0; i < issuer->texts.count; i++)
        free((char *)issuer->texts.items[i].text);
    issuer->texts.count = 0;
    if (issuer->texts.size > 0)
        memset(issuer->texts.table, 0, issuer->texts.size * sizeof *issuer->texts.table);
    issuer->count = issuer->held = 0;
}

static void add(struct issuer *issuer, sqlite3_stmt *statement)
{
    if (issuer->count == issuer->capacity) {
        issuer->capacity = issuer->capacity == 0 ? 256 : issuer->capacity * 2;
        issuer->steps = limit_room(issuer->steps, issuer->capacity * sizeof *issuer->steps);
    }
    issuer->steps[issuer->count++] = (struct step){
        .day = sqlite3_column_int64(statement, 1),
        .seq = sqlite3_column_int64(statement, 2),
        .known = sqlite3_column_int64(statement, 3),
        .kind = sqlite3_column_int(statement, 4),
        .status = sqlite3_column_int(statement, 5),
        .holder = sqlite3_column_int64(statement, 6),
        .class_ = text(issuer, statement, 7),
        .stake = number(statement, 8),
        .after = number(statement, 9),
        .deal = text(issuer, statement, 10),
    };
}

static int compare_versions(const void *left, const void *right)
{
    const struct step *a = *(struct step *const *)left, *b = *(struct step *const *)right;
    if (a->deal != b->deal) return a->deal < b->deal ? -1 : 1;
    if (a->holder != b->holder) return a->holder < b->holder ? -1 : 1;
    if (a->known != b->known) return a->known < b->known ? -1 : 1;
    return (a->seq > b->seq) - (a->seq < b->seq);
}

/* Of the reports of one deal the last known counts. */
static void supersede(struct issuer *issuer)
{
    size_t count = 0;
    struct step **versions = limit_room(NULL, issuer->count * sizeof(struct step *) + 1);
    for (size_t i = 0; i < issuer->count; i++)
        if (issuer->steps[i].deal != 0) versions[count++] = &issuer->steps[i];
    qsort(versions, count, sizeof *versions, compare_versions);
    for (size_t i = 1; i < count; i++)
        if (versions[i]->deal == versions[i - 1]->deal &&
            versions[i]->holder == versions[i - 1]->holder)
            versions[i - 1]->superseded = true;
    free(versions);
}

static uint32_t *slot_of(const struct issuer *issuer, int64_t holder, uint32_t class_)
{
    size_t at = ((uint64_t)holder * 0x9e3779b97f4a7c15u >> 20) & (issuer->table_size - 1);
    while (issuer->table[at] != 0) {
        const struct position *position = &issuer->positions[issuer->table[at] - 1];
        if (position->holder == holder && position->class_ == class_) break;
        at = (at + 1) & (issuer->table_size - 1);
    }
    return &issuer->table[at];
}

static void clear_positions(struct issuer *issuer)
{
    size_t size = 64;
    while (size < issuer->count * 2)
        size *= 2;
    if (size > issuer->table_size) {
        issuer->table = limit_room(issuer->table, size * sizeof *issuer->table);
        issuer->positions = limit_room(issuer->positions, size * sizeof *issuer->positions);
    }
    issuer->table_size = size;
    issuer->held = 0;
    memset(issuer->table, 0, size * sizeof *issuer->table);
}

/* The level after the step; NOT_STATED: it moves nothing. */
static int64_t apply(struct issuer *issuer, const struct step *step)
{
    if (step->kind > DISPOSE || step->status != COMPLETED || step->holder == 0) return NOT_STATED;
    if (step->stake == NOT_STATED && step->after == NOT_STATED) return NOT_STATED;
    uint32_t *slot = slot_of(issuer, step->holder, step->class_);
    if (*slot == 0) {
        issuer->positions[issuer->held] = (struct position){step->holder, 0, step->class_};
        *slot = (uint32_t)++issuer->held;
    }
    int64_t *level = &issuer->positions[*slot - 1].level;
    if (step->after != NOT_STATED)
        *level = step->after;
    else if (step->kind == HOLDING)
        *level = step->stake;
    else
        *level += step->kind == ACQUIRE ? step->stake : -step->stake;
    return *level;
}

static void release(struct issuer *issuer)
{
    forget(issuer);
    free(issuer->steps);
    free(issuer->positions);
    free(issuer->table);
    free(issuer->texts.items);
    free(issuer->texts.table);
}

/* ---- output ---- */

static void put_text(const char *text)
{
    if (strpbrk(text, ",\"\n") == NULL) {
        fputs(text, stdout);
        return;
    }
    putchar('"');
    for (; *text != '\0'; text++) {
        if (*text == '"') putchar('"');
        putchar(*text);
    }
    putchar('"');
}

static void put_class(const struct issuer *issuer, uint32_t class_)
{
    if (class_ != 0)
        fwrite(issuer->texts.items[class_ - 1].text, 1, issuer->texts.items[class_ - 1].length,
               stdout);
}

static void put_level(int64_t level)
{
    if (level != NOT_STATED) printf("%d.%02d", (int)(level / 100), (int)(level % 100));
    putchar('\n');
}

static void put_day(int64_t day)
{
    const int64_t days = day + 719468, era = days / 146097, in_era = days % 146097;
    const int64_t year = (in_era - in_era / 1460 + in_era / 36524 - in_era / 146096) / 365;
    const int64_t in_year = in_era - (365 * year + year / 4 - year / 100);
    const int64_t month = (5 * in_year + 2) / 153;
    printf("%04d-%02d-%02d", (int)(era * 400 + year + (month >= 10)),
           (int)(month < 10 ? month + 3 : month - 9), (int)(in_year - (153 * month + 2) / 5 + 1));
}

/* ---- questions ---- */

static sqlite3_stmt *events_of(sqlite3 *db, struct issuer *issuer, const char *name, int64_t until)
{
    char sql[400];
    snprintf(sql, sizeof sql,
             "SELECT %s FROM event WHERE issuer = (SELECT id FROM entity WHERE name = ?1)"
             " AND day <= ?2 ORDER BY day, seq",
             columns);
    sqlite3_stmt *statement = limit_prepare(db, sql);
    sqlite3_bind_text(statement, 1, name, -1, SQLITE_STATIC);
    sqlite3_bind_int64(statement, 2, until);
    while (sqlite3_step(statement) == SQLITE_ROW)
        add(issuer, statement);
    if (issuer->count == 0) limit_fail("no events of %s", name);
    supersede(issuer);
    clear_positions(issuer);
    return statement;
}

static const char *name_of(sqlite3_stmt *names, int64_t id)
{
    sqlite3_reset(names);
    sqlite3_bind_int64(names, 1, id);
    return sqlite3_step(names) == SQLITE_ROW ? (const char *)sqlite3_column_text(names, 0) : "";
}

void limit_timeline(sqlite3 *db, const char *issuer_name)
{
    static const char *const kinds[] = {"holding", "acquire",     "dispose", "issue", "cancel",
                                        "split",   "outstanding", "found",   "round", "debt",
                                        "ipo",     "merger",      "pact",    "note"};
    struct issuer issuer = {0};
    sqlite3_finalize(events_of(db, &issuer, issuer_name, INT32_MAX));
    sqlite3_stmt *names = limit_prepare(db, "SELECT name FROM entity WHERE id = ?");
    puts("date,holder,kind,stake_pct");
    for (size_t i = 0; i < issuer.count; i++) {
        const struct step *step = &issuer.steps[i];
        if (step->superseded || step->status == CANCELLED) continue;
        put_day(step->day);
        putchar(',');
        if (step->holder != 0) put_text(name_of(names, step->holder));
        printf(",%s,", kinds[step->kind]);
        put_level(apply(&issuer, step));
    }
    sqlite3_finalize(names);
    release(&issuer);
}

static void apply_all(struct issuer *issuer)
{
    for (size_t i = 0; i < issuer->count; i++)
        if (!issuer->steps[i].superseded) apply(issuer, &issuer->steps[i]);
}

static int compare_levels(const void *left, const void *right)
{
    const struct position *a = left, *b = right;
    return (a->level < b->level) - (a->level > b->level);
}

void limit_holders(sqlite3 *db, const char *issuer_name, int64_t day)
{
    struct issuer issuer = {0};
    sqlite3_finalize(events_of(db, &issuer, issuer_name, day));
    sqlite3_stmt *names = limit_prepare(db, "SELECT name FROM entity WHERE id = ?");
    apply_all(&issuer);
    qsort(issuer.positions, issuer.held, sizeof *issuer.positions, compare_levels);
    puts("holder,class,stake_pct");
    for (size_t i = 0; i < issuer.held && issuer.positions[i].level != 0; i++) {
        put_text(name_of(names, issuer.positions[i].holder));
        putchar(',');
        put_class(&issuer, issuer.positions[i].class_);
        putchar(',');
        put_level(issuer.positions[i].level);
    }
    sqlite3_finalize(names);
    release(&issuer);
}

/* All names, by id, in one piece. */
static char **all_names(sqlite3 *db, size_t *count)
{
    sqlite3_stmt *statement = limit_prepare(db, "SELECT max(id) FROM entity");
    sqlite3_step(statement);
    *count = (size_t)sqlite3_column_int64(statement, 0) + 1;
    sqlite3_finalize(statement);
    char **names = calloc(*count, sizeof *names);
    if (names == NULL) limit_fail("out of memory");
    statement = limit_prepare(db, "SELECT id, name FROM entity");
    while (sqlite3_step(statement) == SQLITE_ROW)
        names[sqlite3_column_int64(statement, 0)] =
            strdup((const char *)sqlite3_column_text(statement, 1));
    sqlite3_finalize(statement);
    return names;
}

static void put_positions(struct issuer *issuer, char **names)
{
    supersede(issuer);
    clear_positions(issuer);
    apply_all(issuer);
    for (size_t i = 0; i < issuer->held; i++) {
        const struct position *position = &issuer->positions[i];
        if (position->level == 0) continue;
        put_text(names[issuer->id]);
        putchar(',');
        put_text(names[position->holder]);
        putchar(',');
        put_class(issuer, position->class_);
        putchar(',');
        put_level(position->level);
    }
    forget(issuer);
}

/* In the table's order: the limit does not even sort. */
void limit_snapshot(sqlite3 *db, int64_t day)
{
    char sql[400];
    struct issuer issuer = {0};
    size_t count;
    char **names = all_names(db, &count);
    snprintf(sql, sizeof sql,
             "SELECT %s FROM event WHERE day <= %lld AND (kind <= 2) ORDER BY issuer, day, seq",
             columns, (long long)day);
    sqlite3_stmt *statement = limit_prepare(db, sql);
    puts("issuer,holder,class,stake_pct");
    while (sqlite3_step(statement) == SQLITE_ROW) {
        const int64_t id = sqlite3_column_int64(statement, 0);
        if (id != issuer.id && issuer.count > 0) put_positions(&issuer, names);
        issuer.id = id;
        add(&issuer, statement);
    }
    if (issuer.count > 0) put_positions(&issuer, names);
    sqlite3_finalize(statement);
    release(&issuer);
    for (size_t i = 0; i < count; i++)
        free(names[i]);
    free(names);
}

void limit_totals(sqlite3 *db, bool by_investor)
{
    static const char years[] =
        "SELECT strftime('%Y', day * 86400, 'unixepoch') AS g, count(*), sum(amount), currency FROM"
        " (SELECT day, coalesce(sum(amount) FILTER (WHERE holder IS NULL), sum(amount)) AS amount,"
        " max(currency) AS currency FROM event WHERE kind IN (8, 9)"
        " GROUP BY issuer, kind, day, round HAVING max(status = 4))"
        " GROUP BY g, currency ORDER BY g, currency";
    static const char investors[] =
        "SELECT name, rounds, amount, currency FROM"
        " (SELECT holder, count(*) AS rounds, sum(amount) AS amount, currency FROM"
        " (SELECT holder, sum(amount) AS amount, max(currency) AS currency FROM event"
        " WHERE kind IN (8, 9) AND holder IS NOT NULL AND status = 4"
        " GROUP BY issuer, kind, day, round, holder)"
        " GROUP BY holder, currency) JOIN entity ON id = holder ORDER BY name, currency";
    sqlite3_stmt *statement = limit_prepare(db, by_investor ? investors : years);
    puts("group,rounds,amount,currency");
    while (sqlite3_step(statement) == SQLITE_ROW) {
        for (int i = 0; i < 4; i++) {
            const char *value = (const char *)sqlite3_column_text(statement, i);
            if (i > 0) putchar(',');
            put_text(value == NULL ? "" : value);
        }
        putchar('\n');
    }
    sqlite3_finalize(statement);
}
