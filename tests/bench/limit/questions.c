/* The questions, as CSV on standard output. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "position.h"

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

static void read_issuer(sqlite3 *db, struct issuer *issuer, const char *name, int64_t until)
{
    sqlite3_stmt *statement = limit_prepare(
        db, "SELECT " ISSUER_COLUMNS " FROM event WHERE issuer ="
            " (SELECT id FROM entity WHERE name = ?1) AND day <= ?2 ORDER BY day, seq");
    sqlite3_bind_text(statement, 1, name, -1, SQLITE_STATIC);
    sqlite3_bind_int64(statement, 2, until);
    while (sqlite3_step(statement) == SQLITE_ROW)
        issuer_add(issuer, statement);
    sqlite3_finalize(statement);
    if (issuer->count == 0) limit_fail("no events of %s", name);
    issuer_ready(issuer);
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
    read_issuer(db, &issuer, issuer_name, INT32_MAX);
    sqlite3_stmt *names = limit_prepare(db, "SELECT name FROM entity WHERE id = ?");
    puts("date,holder,kind,stake_pct");
    for (size_t i = 0; i < issuer.count; i++) {
        const struct step *step = &issuer.steps[i];
        if (step->superseded || step->status == CANCELLED) continue;
        put_day(step->day);
        putchar(',');
        if (step->holder != 0) put_text(name_of(names, step->holder));
        printf(",%s,", kinds[step->kind]);
        put_level(issuer_apply(&issuer, step));
    }
    sqlite3_finalize(names);
    issuer_release(&issuer);
}

static int compare_levels(const void *left, const void *right)
{
    const struct position *a = left, *b = right;
    return (a->level < b->level) - (a->level > b->level);
}

void limit_holders(sqlite3 *db, const char *issuer_name, int64_t day)
{
    struct issuer issuer = {0};
    read_issuer(db, &issuer, issuer_name, day);
    sqlite3_stmt *names = limit_prepare(db, "SELECT name FROM entity WHERE id = ?");
    issuer_apply_all(&issuer);
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
    issuer_release(&issuer);
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
    issuer_ready(issuer);
    issuer_apply_all(issuer);
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
    issuer_forget(issuer);
}

/* In the table's order: the limit does not even sort. */
void limit_snapshot(sqlite3 *db, int64_t day)
{
    struct issuer issuer = {0};
    size_t count;
    char **names = all_names(db, &count);
    sqlite3_stmt *statement =
        limit_prepare(db, "SELECT " ISSUER_COLUMNS " FROM event WHERE day <= ? AND kind <= 2"
                          " ORDER BY issuer, day, seq");
    sqlite3_bind_int64(statement, 1, day);
    puts("issuer,holder,class,stake_pct");
    while (sqlite3_step(statement) == SQLITE_ROW) {
        const int64_t id = sqlite3_column_int64(statement, 0);
        if (id != issuer.id && issuer.count > 0) put_positions(&issuer, names);
        issuer.id = id;
        issuer_add(&issuer, statement);
    }
    if (issuer.count > 0) put_positions(&issuer, names);
    sqlite3_finalize(statement);
    issuer_release(&issuer);
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
