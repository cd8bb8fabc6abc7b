/* The book: one database file that holds the log. */
#ifndef STAKELINE_BOOK_H
#define STAKELINE_BOOK_H

#include <stdbool.h>

#include <stakeline/row.h>

#ifdef __cplusplus
extern "C" {
#endif

struct sl_book;

enum sl_access {
    SL_ACCESS_READ,  /* must exist */
    SL_ACCESS_WRITE, /* must exist */
    SL_ACCESS_CREATE /* made, private to its owner, where it does not exist */
};

/* Opens the database at `path`. SL_FAILED with a reason when it is missing, is not a stakeline
 * database, has another schema, or is damaged. On success pass *out to sl_book_close. A book is
 * used by one thread at a time; any number of books, in any number of processes, may be open on
 * one file. Large imports, exports and questions about every issuer use threads of their own, which
 * take no signals and have ended when the call returns. */
SL_API enum sl_status sl_book_open(struct sl_book **out, const char *path, enum sl_access access,
                                   struct sl_error *err);
SL_API void sl_book_close(struct sl_book *book); /* NULL is allowed */
/* Closes the book and, if this opening made its file and nobody has stored anything in it since,
 * removes the file. For an import that failed. NULL is allowed. */
SL_API void sl_book_discard(struct sl_book *book);

/* Makes every question that is asked until the call of sl_book_read_end see one state of the
 * book, whatever other processes import meanwhile. */
SL_API enum sl_status sl_book_read_begin(struct sl_book *book, struct sl_error *err);
SL_API void sl_book_read_end(struct sl_book *book);
/* SL_FAILED, with the reason, when a name could not be read since sl_book_read_begin (memory, a
 * damaged file), so that a "?" stands for it in what was answered. To be asked behind each answer.
 */
SL_API enum sl_status sl_book_trouble(const struct sl_book *book, struct sl_error *err);

/* Something in the book that is not as it was stored. */
struct sl_verify_finding {
    int64_t import;      /* the one that was changed; 0: not about one */
    const char *message; /* borrowed for the call */
};
struct sl_verify_result {
    int64_t imports, events; /* looked at */
    int64_t findings;
};
/* Reads the whole book and compares: the schema, the pages (SQLite's integrity check), every import
 * with the hash that was stored with it, and what questions rely on beside the events. SL_NOTHING
 * when there are findings. `on_finding` and `result` may be NULL. */
SL_API enum sl_status
sl_book_verify(struct sl_book *book,
               void (*on_finding)(void *context, const struct sl_verify_finding *finding),
               void *context, struct sl_verify_result *result, struct sl_error *err);

/* Copies the book, as it is at one moment, to `path`, whole or not at all, readable by its owner
 * only. With `replace` false a file that is there is an error. */
SL_API enum sl_status sl_book_backup(struct sl_book *book, const char *path, bool replace,
                                     struct sl_error *err);

#ifdef __cplusplus
}
#endif

#endif
