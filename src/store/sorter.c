/* An external merge sort: radix-sorted runs, a heap of the runs on the way out. */
#include "store/sorter.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

#include "base/expect.h"
#include "base/vector.h"

enum {
    DIGIT_BITS = 11,
    DIGITS = 6, /* of a key of 64 bits */
    DIGIT_VALUES = 1 << DIGIT_BITS,
    PREFETCH_AHEAD = 8,
    READ_BYTES_MIN = 16 * 1024, /* of each run while they are merged */
    READ_BYTES_MAX = 128 * 1024,
    READ_BYTES_ALL = 32 * 1024 * 1024,
    WRITE_BYTES = 1024 * 1024
};

/* A record in memory: where it is in `bytes`. */
struct entry {
    uint64_t key;
    uint32_t offset;
    uint32_t length;
};

/* What stands before a record in the file. */
struct spilled {
    uint64_t key;
    uint64_t length;
};

/* One sorted run while the runs are merged, with its first record that was not handed out. The
 * last one is not in the file but still in memory (`buffer` is NULL). */
struct run {
    off_t at, end;         /* what was not read yet */
    unsigned char *buffer; /* the part that was */
    size_t start, filled, capacity;
    size_t entry; /* in memory: the next one */
    struct sl_record record;
};

/* A run by the key of its next record. */
struct head {
    uint64_t key;
    size_t run;
};

struct sl_sorter {
    char *path; /* of the file that the temporary one is beside */
    size_t run_bytes;
    unsigned char *bytes; /* of the run being filled */
    size_t length, capacity;
    struct entry *entries, *scratch;
    size_t count, entry_capacity, scratch_capacity;
    int file; /* -1: none yet */
    off_t written;
    struct run *runs;
    size_t run_count, run_capacity;
    struct head *heap; /* of the runs that have records left, the one with the smallest first */
    size_t heap_count;
    bool started; /* heap[0]'s record was handed out */
};

enum sl_status sl_sorter_new(struct sl_sorter **out, const char *beside, size_t run_bytes,
                             struct sl_error *err)
{
    struct sl_sorter *sorter = calloc(1, sizeof *sorter);
    if (sorter != NULL) sorter->path = strdup(beside);
    if (sorter == NULL || sorter->path == NULL) {
        free(sorter);
        return sl_fail_memory(err);
    }
    sorter->run_bytes = run_bytes;
    sorter->file = -1;
    *out = sorter;
    return SL_OK;
}

void sl_sorter_free(struct sl_sorter *sorter)
{
    if (sorter == NULL) return;
    for (size_t i = 0; i < sorter->run_count; i++)
        free(sorter->runs[i].buffer);
    if (sorter->file >= 0) close(sorter->file);
    free(sorter->runs);
    free(sorter->heap);
    free(sorter->entries);
    free(sorter->scratch);
    free(sorter->bytes);
    free(sorter->path);
    free(sorter);
}

/* ---- runs ---- */

/* Sorts by key from the lowest digit up, leaving out digits that are the same in all. */
static enum sl_status sort_entries(struct sl_sorter *sorter, struct sl_error *err)
{
    const size_t count = sorter->count;
    if (sorter->scratch_capacity < count) {
        struct entry *scratch = realloc(sorter->scratch, count * sizeof *scratch);
        if (scratch == NULL) return sl_fail_memory(err);
        sorter->scratch = scratch;
        sorter->scratch_capacity = count;
    }
    size_t(*starts)[DIGIT_VALUES] = calloc(DIGITS, sizeof *starts);
    if (starts == NULL) return sl_fail_memory(err);
    for (size_t i = 0; i < count; i++) {
        for (int digit = 0; digit < DIGITS; digit++)
            starts[digit][sorter->entries[i].key >> (digit * DIGIT_BITS) & (DIGIT_VALUES - 1)]++;
    }
    for (int digit = 0; digit < DIGITS && count > 0; digit++) {
        const int shift = digit * DIGIT_BITS;
        size_t *start = starts[digit];
        if (start[sorter->entries[0].key >> shift & (DIGIT_VALUES - 1)] == count) continue;
        size_t sum = 0;
        for (size_t value = 0; value < DIGIT_VALUES; value++) {
            size_t here = start[value];
            start[value] = sum;
            sum += here;
        }
        for (size_t i = 0; i < count; i++) {
            const struct entry *entry = &sorter->entries[i];
            sorter->scratch[start[entry->key >> shift & (DIGIT_VALUES - 1)]++] = *entry;
        }
        struct entry *sorted = sorter->scratch;
        sorter->scratch = sorter->entries;
        sorter->entries = sorted;
        size_t capacity = sorter->scratch_capacity;
        sorter->scratch_capacity = sorter->entry_capacity;
        sorter->entry_capacity = capacity;
    }
    free(starts);
    return SL_OK;
}

/* Sorted records lie scattered: asking for one early saves most of the wait for memory. */
static void prefetch(const struct sl_sorter *sorter, size_t entry)
{
    if (entry >= sorter->count) return;
    const unsigned char *bytes = sorter->bytes + sorter->entries[entry].offset;
    sl_expect(bytes);
    sl_expect(bytes + 64);
}

/* A file beside the database, or in /tmp, that is gone when it is closed. */
static enum sl_status open_file(struct sl_sorter *sorter, struct sl_error *err)
{
    const char *const prefixes[] = {sorter->path, "/var/tmp/stakeline", "/tmp/stakeline"};
    for (size_t i = 0; sorter->file < 0 && i < sizeof prefixes / sizeof prefixes[0]; i++) {
        size_t size = strlen(prefixes[i]) + sizeof "-sort-XXXXXX";
        char *name = malloc(size);
        if (name == NULL) return sl_fail_memory(err);
        snprintf(name, size, "%s-sort-XXXXXX", prefixes[i]);
        sorter->file = mkstemp(name);
        if (sorter->file >= 0) unlink(name);
        free(name);
    }
    if (sorter->file >= 0) return SL_OK;
    return sl_fail(err, SL_FAILED, "%s: no temporary file can be made for the import (%s)",
                   sorter->path, strerror(errno));
}

static enum sl_status write_bytes(struct sl_sorter *sorter, const unsigned char *bytes,
                                  size_t length, struct sl_error *err)
{
    while (length > 0) {
        ssize_t done = pwrite(sorter->file, bytes, length, sorter->written);
        if (done < 0 && errno == EINTR) continue;
        if (done <= 0) {
            return sl_fail(err, SL_FAILED, "%s: the temporary file of the import: %s", sorter->path,
                           done < 0 ? strerror(errno) : "cannot be written");
        }
        sorter->written += done;
        bytes += done;
        length -= (size_t)done;
    }
    return SL_OK;
}

static enum sl_status write_entries(struct sl_sorter *sorter, unsigned char *buffer,
                                    struct sl_error *err)
{
    enum sl_status status = SL_OK;
    size_t filled = 0;
    for (size_t i = 0; status == SL_OK && i < sorter->count; i++) {
        const struct entry *entry = &sorter->entries[i];
        const struct spilled head = {.key = entry->key, .length = entry->length};
        prefetch(sorter, i + PREFETCH_AHEAD);
        if (filled + sizeof head + entry->length > WRITE_BYTES) {
            status = write_bytes(sorter, buffer, filled, err);
            filled = 0;
        }
        memcpy(buffer + filled, &head, sizeof head);
        filled += sizeof head;
        if (filled + entry->length <= WRITE_BYTES) {
            memcpy(buffer + filled, sorter->bytes + entry->offset, entry->length);
            filled += entry->length;
        } else { /* larger than the buffer */
            if (status == SL_OK) status = write_bytes(sorter, buffer, filled, err);
            if (status == SL_OK)
                status = write_bytes(sorter, sorter->bytes + entry->offset, entry->length, err);
            filled = 0;
        }
    }
    return status == SL_OK ? write_bytes(sorter, buffer, filled, err) : status;
}

static enum sl_status add_run(struct sl_sorter *sorter, off_t at, off_t end, struct sl_error *err)
{
    if (!sl_vector_grow(&sorter->runs, sorter->run_count, &sorter->run_capacity,
                        sizeof *sorter->runs))
        return sl_fail_memory(err);
    sorter->runs[sorter->run_count++] = (struct run){.at = at, .end = end};
    return SL_OK;
}

static enum sl_status spill(struct sl_sorter *sorter, struct sl_error *err)
{
    unsigned char *buffer = malloc(WRITE_BYTES);
    if (buffer == NULL) return sl_fail_memory(err);
    const off_t at = sorter->written;
    enum sl_status status = sorter->file < 0 ? open_file(sorter, err) : SL_OK;
    if (status == SL_OK) status = sort_entries(sorter, err);
    if (status == SL_OK) status = write_entries(sorter, buffer, err);
    if (status == SL_OK) status = add_run(sorter, at, sorter->written, err);
    sorter->count = 0;
    sorter->length = 0;
    free(buffer);
    return status;
}

static bool make_room(struct sl_sorter *sorter, size_t length)
{
    if (sorter->bytes != NULL && sorter->capacity - sorter->length >= length) return true;
    size_t capacity = sorter->capacity < 4096 ? 4096 : sorter->capacity;
    while (capacity - sorter->length < length) {
        if (capacity > SIZE_MAX / 4) return false;
        capacity *= 2;
    }
    unsigned char *bytes = realloc(sorter->bytes, capacity);
    if (bytes == NULL) return false;
    sorter->bytes = bytes;
    sorter->capacity = capacity;
    return true;
}

enum sl_status sl_sorter_add(struct sl_sorter *sorter, uint64_t key, const void *bytes,
                             size_t length, struct sl_error *err)
{
    if (length > UINT32_MAX / 4) return sl_fail(err, SL_INVALID, "an event is too long");
    if (sorter->count > 0 &&
        sorter->length + length + (sorter->count + 1) * 2 * sizeof *sorter->entries >
            sorter->run_bytes) {
        enum sl_status status = spill(sorter, err);
        if (status != SL_OK) return status;
    }
    if (!make_room(sorter, length) ||
        !sl_vector_grow(&sorter->entries, sorter->count, &sorter->entry_capacity,
                        sizeof *sorter->entries))
        return sl_fail_memory(err);
    memcpy(sorter->bytes + sorter->length, bytes, length);
    sorter->entries[sorter->count++] =
        (struct entry){.key = key, .offset = (uint32_t)sorter->length, .length = (uint32_t)length};
    sorter->length += length;
    return SL_OK;
}

/* ---- merging ---- */

/* Makes at least `wanted` bytes of the run readable at its start. */
static enum sl_status fill(struct sl_sorter *sorter, struct run *run, size_t wanted,
                           struct sl_error *err)
{
    size_t have = run->filled - run->start;
    if (have >= wanted) return SL_OK;
    if (run->capacity < wanted || run->buffer == NULL) {
        size_t capacity = READ_BYTES_ALL / sorter->run_count;
        if (capacity < READ_BYTES_MIN) capacity = READ_BYTES_MIN;
        if (capacity > READ_BYTES_MAX) capacity = READ_BYTES_MAX;
        if (capacity < wanted) capacity = wanted;
        unsigned char *buffer = realloc(run->buffer, capacity);
        if (buffer == NULL) return sl_fail_memory(err);
        run->buffer = buffer;
        run->capacity = capacity;
    }
    memmove(run->buffer, run->buffer + run->start, have);
    run->start = 0;
    run->filled = have;
    while (run->filled < wanted) {
        size_t space = run->capacity - run->filled;
        if ((off_t)space > run->end - run->at) space = (size_t)(run->end - run->at);
        ssize_t done = pread(sorter->file, run->buffer + run->filled, space, run->at);
        if (done < 0 && errno == EINTR) continue;
        if (done <= 0) {
            return sl_fail(err, SL_FAILED, "%s: the temporary file of the import: %s", sorter->path,
                           done < 0 ? strerror(errno) : "is cut short");
        }
        run->filled += (size_t)done;
        run->at += done;
    }
    return SL_OK;
}

/* Turns the run to its next record; SL_NOTHING at its end. */
static enum sl_status advance(struct sl_sorter *sorter, struct run *run, struct sl_error *err)
{
    if (run->end == 0) {
        if (run->entry == sorter->count) return SL_NOTHING;
        const struct entry *entry = &sorter->entries[run->entry++];
        prefetch(sorter, run->entry + PREFETCH_AHEAD);
        run->record = (struct sl_record){
            .key = entry->key, .bytes = sorter->bytes + entry->offset, .length = entry->length};
        return SL_OK;
    }
    struct spilled head;
    if (run->start == run->filled && run->at == run->end) return SL_NOTHING;
    enum sl_status status = fill(sorter, run, sizeof head, err);
    if (status != SL_OK) return status;
    memcpy(&head, run->buffer + run->start, sizeof head);
    status = fill(sorter, run, sizeof head + (size_t)head.length, err);
    if (status != SL_OK) return status;
    run->record = (struct sl_record){.key = head.key,
                                     .bytes = run->buffer + run->start + sizeof head,
                                     .length = (size_t)head.length};
    run->start += sizeof head + (size_t)head.length;
    return SL_OK;
}

/* Earlier runs hold earlier records: they go first among equal keys. */
static bool goes_first(const struct head *a, const struct head *b)
{
    return a->key < b->key || (a->key == b->key && a->run < b->run);
}

static void sink_down(struct sl_sorter *sorter, size_t at)
{
    struct head *heap = sorter->heap;
    const struct head sinking = heap[at];
    for (;;) {
        size_t child = 2 * at + 1;
        if (child >= sorter->heap_count) break;
        if (child + 1 < sorter->heap_count && goes_first(&heap[child + 1], &heap[child])) child++;
        if (!goes_first(&heap[child], &sinking)) break;
        heap[at] = heap[child];
        at = child;
    }
    heap[at] = sinking;
}

static struct head head_of(const struct sl_sorter *sorter, size_t run)
{
    return (struct head){.key = sorter->runs[run].record.key, .run = run};
}

enum sl_status sl_sorter_sort(struct sl_sorter *sorter, struct sl_error *err)
{
    enum sl_status status = sort_entries(sorter, err);
    if (status == SL_OK) status = add_run(sorter, 0, 0, err); /* the one in memory */
    if (status != SL_OK) return status;
    sorter->heap = calloc(sorter->run_count, sizeof *sorter->heap);
    if (sorter->heap == NULL) return sl_fail_memory(err);
    for (size_t i = 0; i < sorter->run_count; i++) {
        status = advance(sorter, &sorter->runs[i], err);
        if (status == SL_OK) {
            sorter->heap[sorter->heap_count++] = head_of(sorter, i);
        } else if (status != SL_NOTHING) {
            return status;
        }
    }
    for (size_t i = sorter->heap_count / 2; i-- > 0;)
        sink_down(sorter, i);
    return SL_OK;
}

enum sl_status sl_sorter_next(struct sl_sorter *sorter, struct sl_record *out, struct sl_error *err)
{
    if (sorter->started) { /* only now: the record handed out lived until this call */
        const size_t run = sorter->heap[0].run;
        enum sl_status status = advance(sorter, &sorter->runs[run], err);
        if (status != SL_OK && status != SL_NOTHING) return status;
        sorter->heap[0] =
            status == SL_OK ? head_of(sorter, run) : sorter->heap[--sorter->heap_count];
        if (sorter->heap_count > 1) sink_down(sorter, 0);
    }
    sorter->started = sorter->heap_count > 0;
    if (sorter->heap_count == 0) return SL_NOTHING;
    *out = sorter->runs[sorter->heap[0].run].record;
    return SL_OK;
}
