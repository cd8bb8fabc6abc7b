#include "position.h"

#include <stdlib.h>
#include <string.h>

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

void issuer_forget(struct issuer *issuer)
{
    for (uint32_t i = 0; i < issuer->texts.count; i++)
        free((char *)issuer->texts.items[i].text);
    issuer->texts.count = 0;
    if (issuer->texts.size > 0)
        memset(issuer->texts.table, 0, issuer->texts.size * sizeof *issuer->texts.table);
    issuer->count = issuer->held = 0;
}

void issuer_add(struct issuer *issuer, sqlite3_stmt *statement)
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

int64_t issuer_apply(struct issuer *issuer, const struct step *step)
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

void issuer_release(struct issuer *issuer)
{
    issuer_forget(issuer);
    free(issuer->steps);
    free(issuer->positions);
    free(issuer->table);
    free(issuer->texts.items);
    free(issuer->texts.table);
}

void issuer_ready(struct issuer *issuer)
{
    supersede(issuer);
    clear_positions(issuer);
}

void issuer_apply_all(struct issuer *issuer)
{
    for (size_t i = 0; i < issuer->count; i++)
        if (!issuer->steps[i].superseded) issuer_apply(issuer, &issuer->steps[i]);
}
