/* The known positions of a source, in hash tables: of positions, and of the scopes in which a
 * snapshot is complete. */
#include "ingest/snapshot_past.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/expect.h"
#include "ingest/snapshot.h"
#include "store/name_table.h"

void sl_knowns_release(struct sl_knowns *knowns)
{
    free(knowns->scopes);
    free(knowns->knowns);
    sl_arena_release(&knowns->memory);
}

/* ---- the tables ---- */

static size_t scope_slot(const struct sl_knowns *knowns, sl_entity id)
{
    size_t mask = knowns->scope_capacity - 1;
    size_t slot = (size_t)sl_hash_bytes(&id, sizeof id, 1) & mask;
    while (knowns->scopes[slot] != NULL && knowns->scopes[slot]->id != id)
        slot = (slot + 1) & mask;
    return slot;
}

static uint64_t key_hash(sl_entity issuer, sl_entity holder, const char *class_)
{
    const sl_entity both[2] = {issuer, holder};
    uint64_t hash = sl_hash_bytes(both, sizeof both, 2);
    return class_ == NULL ? hash : sl_hash_bytes(class_, strlen(class_), hash);
}

static bool same_class(const char *a, const char *b)
{
    return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

static size_t known_slot(const struct sl_knowns *knowns, uint64_t hash, sl_entity issuer,
                         sl_entity holder, const char *class_)
{
    size_t mask = knowns->known_capacity - 1;
    size_t slot = (size_t)hash & mask;
    for (;; slot = (slot + 1) & mask) {
        const struct sl_known *known = knowns->knowns[slot];
        if (known == NULL || (sl_import_root(knowns->import, known->issuer) == issuer &&
                              sl_import_root(knowns->import, known->holder) == holder &&
                              same_class(known->class_, class_)))
            return slot;
    }
}

static bool grow_scopes(struct sl_knowns *knowns)
{
    size_t before = knowns->scope_capacity;
    if (before > 0 && knowns->scope_count < before / 2) return true;
    struct sl_scope **old = knowns->scopes;
    struct sl_scope **slots = calloc(before == 0 ? 64 : before * 2, sizeof *slots);
    if (slots == NULL) return false;
    knowns->scopes = slots;
    knowns->scope_capacity = before == 0 ? 64 : before * 2;
    for (size_t i = 0; i < before; i++) {
        if (old[i] != NULL) slots[scope_slot(knowns, old[i]->id)] = old[i];
    }
    free(old);
    return true;
}

static bool grow_knowns(struct sl_knowns *knowns)
{
    size_t before = knowns->known_capacity;
    if (before > 0 && knowns->known_count < before / 2) return true;
    struct sl_known **old = knowns->knowns;
    struct sl_known **slots = calloc(before == 0 ? 256 : before * 2, sizeof *slots);
    if (slots == NULL) return false;
    knowns->knowns = slots;
    knowns->known_capacity = before == 0 ? 256 : before * 2;
    for (size_t i = 0; i < before; i++) {
        if (old[i] == NULL) continue;
        const sl_entity issuer = sl_import_root(knowns->import, old[i]->issuer);
        const sl_entity holder = sl_import_root(knowns->import, old[i]->holder);
        const uint64_t hash = key_hash(issuer, holder, old[i]->class_);
        slots[known_slot(knowns, hash, issuer, holder, old[i]->class_)] = old[i];
    }
    free(old);
    return true;
}

static struct sl_scope *find_scope(struct sl_knowns *knowns, sl_entity id)
{
    if (!grow_scopes(knowns)) return NULL;
    struct sl_scope **slot = &knowns->scopes[scope_slot(knowns, id)];
    if (*slot != NULL) return *slot;
    struct sl_scope *scope = sl_arena_alloc(&knowns->memory, sizeof *scope);
    if (scope == NULL) return NULL;
    *scope = (struct sl_scope){.id = id, .latest = SL_DAY_MIN};
    knowns->scope_count++;
    return *slot = scope;
}

uint64_t sl_knowns_hash(const struct sl_knowns *knowns, const struct sl_event *event)
{
    return key_hash(sl_import_root(knowns->import, event->issuer),
                    sl_import_root(knowns->import, event->holder), event->class_);
}

void sl_knowns_expect(const struct sl_knowns *knowns, uint64_t hash, bool again)
{
    if (knowns->known_capacity == 0) return;
    struct sl_known *const *slot = &knowns->knowns[(size_t)hash & (knowns->known_capacity - 1)];
    sl_expect(again ? (const void *)*slot : (const void *)slot);
}

struct sl_known *sl_knowns_find(struct sl_knowns *knowns, const struct sl_event *event,
                                uint64_t hash)
{
    const sl_entity issuer = sl_import_root(knowns->import, event->issuer);
    const sl_entity holder = sl_import_root(knowns->import, event->holder);
    if (!grow_knowns(knowns)) return NULL;
    struct sl_known **slot =
        &knowns->knowns[known_slot(knowns, hash, issuer, holder, event->class_)];
    if (*slot != NULL) return *slot;
    sl_entity id = knowns->map->snapshot == SL_SNAPSHOT_ISSUER   ? issuer
                   : knowns->map->snapshot == SL_SNAPSHOT_HOLDER ? holder
                                                                 : 0;
    struct sl_known *known = sl_arena_alloc(&knowns->memory, sizeof *known);
    struct sl_scope *scope = find_scope(knowns, id);
    if (known == NULL || scope == NULL) return NULL;
    *known = (struct sl_known){.scope = scope,
                               .issuer = event->issuer,
                               .holder = event->holder,
                               .class_ = event->class_,
                               .next = scope->first};
    if (!sl_arena_keep(&knowns->memory, &known->class_)) return NULL;
    scope->first = known;
    knowns->known_count++;
    return *slot = known;
}

/* ---- levels ---- */

/* A stake's spelling and a blank; how many bytes. 12.50 is 12.5, and not news. */
static size_t write_stake(const char *spelling, char *out)
{
    size_t length = strlen(spelling);
    if (strchr(spelling, '.') != NULL) {
        while (spelling[length - 1] == '0')
            length--;
        if (spelling[length - 1] == '.') length--;
    }
    memcpy(out, spelling, length);
    out[length] = ' ';
    return length + 1;
}

/* The number and a blank; how many bytes. */
static size_t write_shares(int64_t shares, char *out)
{
    char digits[24];
    size_t count = 0, length = 0;
    uint64_t left = shares < 0 ? (uint64_t)0 - (uint64_t)shares : (uint64_t)shares;
    do {
        digits[count++] = (char)('0' + left % 10);
        left /= 10;
    } while (left > 0);
    if (shares < 0) out[length++] = '-';
    while (count > 0)
        out[length++] = digits[--count];
    out[length++] = ' ';
    return length;
}

/* Of a position that no number is said of. */
static const char *note_level(struct sl_arena *memory, const char *note)
{
    struct sl_buffer level = {0};
    sl_buffer_printf(&level, "note %s", note == NULL ? "" : note);
    for (size_t i = 0; i < level.length; i++) {
        if (level.data[i] == '\n') level.data[i] = ' ';
    }
    const char *kept = level.failed ? NULL : sl_arena_copy(memory, level.data, level.length);
    sl_buffer_release(&level);
    return kept;
}

const char *sl_known_level(struct sl_arena *memory, const struct sl_event_text *text)
{
    const struct sl_event *event = &text->event;
    char level[3 * SL_STAKE_SIZE + 24];
    if (text->stake[0] == '\0' && text->stake_after[0] == '\0' && event->shares == SL_NO_SHARES &&
        text->votes[0] == '\0')
        return note_level(memory, event->note);
    size_t length = write_stake(text->stake, level);
    length += write_stake(text->stake_after, level + length);
    length += write_shares(event->shares, level + length);
    length += write_stake(text->votes, level + length);
    return sl_arena_copy(memory, level, length);
}

const char *sl_known_join(struct sl_arena *memory, const char *all, const char *level)
{
    if (all == NULL || all[0] == '\0' || level[0] == '\0') return level;
    size_t size = strlen(all) + strlen(level) + 2;
    char *joined = sl_arena_alloc(memory, size);
    if (joined == NULL) return NULL;
    const char *at = all;
    const size_t length = strlen(level);
    while (*at != '\0') {
        size_t line = strcspn(at, "\n");
        int order = strncmp(at, level, line < length ? line : length);
        if (order == 0 && line == length) return all; /* twice the same is no more than once */
        if (order > 0 || (order == 0 && line > length)) break;
        at += line;
        at += *at == '\n';
    }
    size_t before = (size_t)(at - all);
    const char *between = before > 0 && all[before - 1] != '\n' ? "\n" : "";
    snprintf(joined, size, "%.*s%s%s%s%s", (int)before, all, between, level,
             *at == '\0' ? "" : "\n", at);
    return joined;
}

/* What an earlier import and a later one say of one day: the later one counts. */
static bool take(struct sl_knowns *knowns, struct sl_known *known, const struct sl_past *past)
{
    bool same = known->level != NULL && known->day == past->day && known->import == past->import;
    known->level = same ? sl_known_join(&knowns->memory, known->level, past->level) : past->level;
    known->day = past->day;
    known->import = past->import;
    return known->level != NULL;
}

bool sl_known_reach(struct sl_knowns *knowns, struct sl_known *known, int32_t day)
{
    for (; known->past != NULL && known->past->day <= day; known->past = known->past->next) {
        if (!take(knowns, known, known->past)) return false;
    }
    return true;
}

/* ---- out of the book ---- */

struct loading {
    struct sl_knowns *knowns;
    const struct sl_origins *origins;
    char *mark; /* what the x_ columns of its events hold */
};

/* Keeps the days in order, though the log comes in the order of arrival. */
static void insert(struct sl_known *known, struct sl_past *past)
{
    if (known->past_last == NULL || known->past_last->day <= past->day) {
        if (known->past_last == NULL)
            known->past = past;
        else
            known->past_last->next = past;
        known->past_last = past;
        return;
    }
    struct sl_past **at = &known->past;
    while ((*at)->day <= past->day)
        at = &(*at)->next;
    past->next = *at;
    *at = past;
}

static enum sl_status load_event(struct loading *loading, const struct sl_event_text *text,
                                 struct sl_error *err)
{
    struct sl_knowns *knowns = loading->knowns;
    const struct sl_event *event = &text->event;
    if (event->extra == NULL || strstr(event->extra, loading->mark) == NULL || event->holder == 0)
        return SL_OK;
    struct sl_known *known = sl_knowns_find(knowns, event, sl_knowns_hash(knowns, event));
    struct sl_past *past = sl_arena_alloc(&knowns->memory, sizeof *past);
    if (known == NULL || past == NULL) return sl_fail_memory(err);
    bool gone = strstr(event->extra, "\"" SL_INFERRED_COLUMN "\":") != NULL;
    *past = (struct sl_past){.day = event->date.day, .level = ""};
    if (!gone) past->level = sl_known_level(&knowns->memory, text);
    if (past->level == NULL) return sl_fail_memory(err);
    sl_origins_file(loading->origins, event->seq, &past->import);
    if (past->day > known->scope->latest) known->scope->latest = past->day;
    insert(known, past);
    return SL_OK;
}

static enum sl_status load_events(struct loading *loading, struct sl_log *log, struct sl_error *err)
{
    struct sl_arena memory = {0};
    struct sl_event_text text;
    struct sl_taken taken;
    enum sl_status status = SL_OK;
    while (status == SL_OK && (status = sl_log_take(log, &memory, &taken, err)) == SL_OK) {
        status = sl_log_read(log, &taken, &text, err);
        if (status == SL_OK) status = load_event(loading, &text, err);
        sl_arena_reset(&memory);
    }
    sl_arena_release(&memory);
    return status == SL_NOTHING ? SL_OK : status;
}

enum sl_status sl_knowns_load(struct sl_knowns *knowns, struct sl_book *book, struct sl_error *err)
{
    struct sl_origins *origins = NULL;
    struct sl_log *log = NULL;
    json_t *name = json_string(knowns->map->name);
    char *quoted = name == NULL ? NULL : json_dumps(name, JSON_ENCODE_ANY | JSON_COMPACT);
    struct sl_buffer mark = {0};
    enum sl_status status = SL_OK;
    if (quoted != NULL) sl_buffer_printf(&mark, "\"" SL_SNAPSHOT_COLUMN "\":%s", quoted);
    if (quoted == NULL || mark.failed) status = sl_fail_memory(err);
    if (status == SL_OK) status = sl_origins_open(&origins, book, err);
    if (status == SL_OK) status = sl_log_open(&log, book, err);
    if (status == SL_OK) {
        struct loading loading = {.knowns = knowns, .origins = origins, .mark = mark.data};
        status = load_events(&loading, log, err);
    }
    sl_log_close(log);
    sl_origins_close(origins);
    sl_buffer_release(&mark);
    json_decref(name);
    free(quoted);
    return status;
}
