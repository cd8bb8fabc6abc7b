/* The helpers of fuzz.h. */
#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PATHS_MAX = 8 };

static char folder[64];
static char *paths[PATHS_MAX];
static size_t path_count;

void fuzz_require(bool holds, const char *promise, const char *detail)
{
    if (holds) return;
    fprintf(stderr, "not so: %s: %s\n", promise, detail == NULL ? "" : detail);
    abort();
}

char *fuzz_text(const uint8_t *data, size_t size)
{
    char *text = malloc(size + 1);
    if (text == NULL) abort();
    if (size > 0) memcpy(text, data, size);
    text[size] = '\0';
    return text;
}

static void remove_folder(void)
{
    for (size_t i = 0; i < path_count; i++) {
        unlink(paths[i]);
        free(paths[i]);
    }
    rmdir(folder);
}

const char *fuzz_path(const char *name)
{
    char path[128];
    if (folder[0] == '\0') {
        const char *parent = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";
        snprintf(folder, sizeof folder, "%s/stakeline-fuzz-XXXXXX", parent);
        if (mkdtemp(folder) == NULL || atexit(remove_folder) != 0) abort();
    }
    if (path_count == PATHS_MAX) abort();
    snprintf(path, sizeof path, "%s/%s", folder, name);
    paths[path_count] = strdup(path);
    if (paths[path_count] == NULL) abort();
    return paths[path_count++];
}

void fuzz_write(const char *path, const void *bytes, size_t length)
{
    FILE *file = fopen(path, "wb");
    if (file == NULL || fwrite(bytes, 1, length, file) != length || fclose(file) != 0) abort();
}

char *fuzz_read(const char *path, size_t *length)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL || fseek(file, 0, SEEK_END) != 0) abort();
    long size = ftell(file);
    rewind(file);
    char *bytes = size < 0 ? NULL : malloc((size_t)size + 1);
    if (bytes == NULL || fread(bytes, 1, (size_t)size, file) != (size_t)size) abort();
    fclose(file);
    bytes[size] = '\0';
    *length = (size_t)size;
    return bytes;
}

struct sl_book *fuzz_book(const char *path)
{
    struct sl_book *book = NULL;
    struct sl_error err = {0};
    unlink(path);
    enum sl_status status = sl_book_open(&book, path, SL_ACCESS_CREATE, &err);
    fuzz_require(status == SL_OK, "a new book can be made", err.message);
    return book;
}

bool fuzz_export(struct sl_book *book, const char *path)
{
    struct sl_output *output = NULL;
    struct sl_error err = {0};
    const struct sl_output_options options = {.format = SL_FORMAT_CSV};
    enum sl_status status = sl_output_open(&output, path, &options, &err);
    fuzz_require(status == SL_OK, "a file can be opened", err.message);
    status = sl_export_events(book, sl_output_event_sink(output), &err);
    if (status == SL_OK) status = sl_output_end(output, &err);
    const enum sl_status closed = sl_output_close(output, status == SL_OK, &err);
    return status == SL_OK && closed == SL_OK;
}

/* ---- questions ---- */

/* The names that the questions are about: the first few entities. */
enum { NAMES_MAX = 3 };
struct names {
    char *name[NAMES_MAX];
    size_t count;
};

static enum sl_status take_name(void *context, const void *item, struct sl_error *err)
{
    struct names *names = context;
    const struct sl_entity_row *row = item;
    (void)err;
    if (names->count < NAMES_MAX && row->name != NULL) {
        names->name[names->count] = strdup(row->name);
        if (names->name[names->count++] == NULL) abort();
    }
    return SL_OK;
}

/* Reads what it is given, so that the sanitizers see it. */
static enum sl_status read_row(void *context, const void *item, struct sl_error *err)
{
    const struct sl_row_type *type = context;
    size_t length = 0;
    (void)err;
    for (size_t i = 0; i < type->count; i++) {
        const char *at = (const char *)item + type->fields[i].offset;
        const char *text = NULL;
        if (type->fields[i].type == SL_TYPE_TEXT) memcpy(&text, at, sizeof text);
        if (text != NULL) length += strlen(text);
    }
    return length == SIZE_MAX ? SL_FAILED : SL_OK;
}

static struct sl_sink reader(const struct sl_row_type *type)
{
    return (struct sl_sink){read_row, (void *)type};
}

static void ask_about(struct sl_book *book, const char *name, const char *other)
{
    const struct sl_view *view = &SL_VIEW_ALL;
    const struct sl_network_options network = {0};
    struct sl_crossing_options crossings = {.view = SL_VIEW_ALL};
    sl_timeline(book, name, NULL, view, true, reader(&sl_timeline_row_type), NULL);
    sl_timeline(book, NULL, name, view, true, reader(&sl_timeline_row_type), NULL);
    sl_holders_at(book, name, view, reader(&sl_holders_row_type), NULL);
    sl_holdings_at(book, name, view, reader(&sl_holdings_row_type), NULL);
    sl_changes(book, name, NULL, view, reader(&sl_change_row_type), NULL);
    sl_crossings(book, name, &crossings, reader(&sl_crossing_row_type), NULL);
    sl_lookthrough(book, name, view, &network, reader(&sl_lookthrough_row_type), NULL);
    sl_control(book, name, view, reader(&sl_control_row_type), NULL);
    sl_claims_about(book, name, view, reader(&sl_claim_row_type), NULL);
    sl_explain(book, name, other, view, reader(&sl_explain_row_type), NULL);
}

void fuzz_ask_everything(struct sl_book *book)
{
    const struct sl_view *view = &SL_VIEW_ALL;
    struct sl_view early = SL_VIEW_ALL;
    const struct sl_deal_filter deals = {.view = SL_VIEW_ALL};
    const struct sl_check_options check = {.view = SL_VIEW_ALL, .today = 20000};
    struct sl_check_counts counts;
    struct names names = {.count = 0};
    early.known_by = 18000;
    early.pro_forma = SL_STAGE_RUMOURED;
    sl_entities(book, NULL, (struct sl_sink){take_name, &names}, NULL);
    sl_snapshot_at(book, view, reader(&sl_snapshot_row_type), NULL);
    sl_snapshot_at(book, &early, reader(&sl_snapshot_row_type), NULL);
    sl_rounds(book, NULL, view, reader(&sl_round_row_type), NULL);
    sl_round_totals(book, NULL, SL_ROUNDS_BY_INVESTOR, view, reader(&sl_round_total_row_type),
                    NULL);
    sl_deals(book, NULL, &deals, reader(&sl_deal_row_type), NULL);
    sl_check(book, NULL, &check, reader(&sl_check_row_type), &counts, NULL);
    sl_entities_similar(book, reader(&sl_similar_row_type), NULL);
    sl_rates(book, reader(&sl_rate_row_type), NULL);
    sl_imports(book, reader(&sl_import_row_type), NULL);
    for (size_t i = 0; i < names.count; i++)
        ask_about(book, names.name[i], names.name[(i + 1) % names.count]);
    for (size_t i = 0; i < names.count; i++)
        free(names.name[i]);
}
