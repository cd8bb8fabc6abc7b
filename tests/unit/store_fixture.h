/* A book in a folder of its own, and short ways to put events into it. */
#ifndef TESTS_STORE_FIXTURE_H
#define TESTS_STORE_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include <stakeline/entity.h>

#include "store/book.h"
#include "store/import_state.h"
#include "store/scan.h"

struct fixture {
    char folder[64];
    char path[96];
    struct sl_book *book;
    struct sl_error err;
};

#define assert_ok(f, call)                                                \
    do {                                                                  \
        if ((call) != SL_OK) fail_msg("%s: %s", #call, (f)->err.message); \
    } while (0)

static inline int fixture_setup(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    if (f == NULL) return -1;
    snprintf(f->folder, sizeof f->folder, "/tmp/stakeline-test-XXXXXX");
    if (mkdtemp(f->folder) == NULL) return -1;
    snprintf(f->path, sizeof f->path, "%s/book.db", f->folder);
    *state = f;
    return sl_book_open(&f->book, f->path, SL_ACCESS_CREATE, &f->err) == SL_OK ? 0 : -1;
}

static inline int fixture_teardown(void **state)
{
    struct fixture *f = *state;
    sl_book_close(f->book);
    unlink(f->path);
    int failed = rmdir(f->folder); /* fails when a journal or a temporary file was left */
    free(f);
    return failed;
}

/* "issuer|day|holder|stake": the few cells that these tests turn. */
static inline void put_event(struct fixture *f, struct sl_import *import, const char *issuer,
                             int32_t day, const char *holder, const char *stake)
{
    struct sl_event_text text = {0};
    struct sl_event *event = &text.event;
    event->kind = SL_KIND_HOLDING;
    event->stage = SL_STAGE_COMPLETED;
    event->date = (struct sl_date){.day = day, .unit = SL_DATE_DAY};
    event->known = event->date;
    event->shares = SL_NO_SHARES;
    event->outstanding = SL_NO_SHARES;
    snprintf(text.stake, sizeof text.stake, "%s", stake);
    assert_ok(f, sl_import_name(import, issuer, strlen(issuer), &event->issuer, &f->err));
    if (holder != NULL)
        assert_ok(f, sl_import_name(import, holder, strlen(holder), &event->holder, &f->err));
    assert_ok(f, sl_import_event(import, &text, &f->err));
}

struct line {
    const char *issuer;
    int32_t day;
    const char *holder, *stake;
};

/* Imports lines; one with no issuer begins another file. */
static inline struct sl_import_result import_lines(struct fixture *f, const struct line *lines,
                                                   size_t count)
{
    struct sl_import *import = NULL;
    struct sl_import_result result = {0};
    assert_ok(f, sl_import_begin(&import, f->book, "a map", &f->err));
    assert_ok(f, sl_import_file(import, "one.csv", &f->err));
    for (size_t i = 0; i < count; i++) {
        if (lines[i].issuer == NULL) {
            assert_ok(f, sl_import_file(import, "next.csv", &f->err));
        } else {
            put_event(f, import, lines[i].issuer, lines[i].day, lines[i].holder, lines[i].stake);
        }
    }
    assert_ok(f, sl_import_commit(import, false, false, 0, &result, &f->err));
    sl_import_end(import);
    return result;
}
#define NEXT_FILE           \
    {                       \
        NULL, 0, NULL, NULL \
    }
#define IMPORT(f, ...)                                  \
    import_lines(f, (const struct line[]){__VA_ARGS__}, \
                 sizeof((const struct line[]){__VA_ARGS__}) / sizeof(struct line))

/* The events of an issuer as "day holder low;…" in cursor order. */
static inline const char *events_of(struct fixture *f, const char *issuer, char *out, size_t size)
{
    sl_entity entity;
    struct sl_cursor *cursor = NULL;
    struct sl_event event;
    enum sl_status status;
    size_t length = 0;
    out[0] = '\0';
    assert_ok(f, sl_book_find(f->book, issuer, &entity, &f->err));
    assert_ok(f, sl_cursor_open(&cursor, f->book, entity, SL_COLUMNS_POSITION, &f->err));
    while ((status = sl_cursor_next(cursor, &event, &f->err)) == SL_OK) {
        assert_int_equal(event.issuer, entity);
        length += (size_t)snprintf(
            out + length, size - length, "%s%d %s %g", length == 0 ? "" : ";", event.date.day,
            event.holder == 0 ? "-" : sl_book_name(f->book, event.holder), event.stake.low);
        assert_true(length < size);
    }
    assert_int_equal(status, SL_NOTHING);
    sl_cursor_close(cursor);
    return out;
}
#define assert_events(f, issuer, expected)                                                    \
    do {                                                                                      \
        char events_text[2000];                                                               \
        assert_string_equal(events_of(f, issuer, events_text, sizeof events_text), expected); \
    } while (0)

static inline int64_t count_events(struct fixture *f)
{
    int64_t count = 0;
    enum sl_status status;
    struct sl_row row;
    struct sl_scan scan = {.scope = SL_SCAN_ALL, .details = true};
    assert_ok(f, sl_scan_begin(&scan, &f->book->database, 0, 0, &f->err));
    while ((status = sl_scan_next(&scan, &row, &f->err)) == SL_OK)
        count++;
    assert_int_equal(status, SL_NOTHING);
    sl_scan_release(&scan);
    return count;
}

static inline int64_t count_rows(struct fixture *f, const char *table)
{
    char sql[100];
    struct sl_statement statement = {0};
    snprintf(sql, sizeof sql, "SELECT count(*) FROM %s", table);
    assert_ok(f, sl_statement_prepare(&statement, &f->book->database, sql, &f->err));
    assert_ok(f, sl_statement_step(&statement, &f->err));
    int64_t count = sl_statement_integer(&statement, 0);
    sl_statement_release(&statement);
    return count;
}

static inline bool is_known(struct fixture *f, const char *name)
{
    sl_entity entity;
    return sl_book_find(f->book, name, &entity, &f->err) == SL_OK;
}

#endif
