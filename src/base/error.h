/* Filling struct sl_error. */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

#include <stakeline/status.h>

#if defined(__GNUC__)
#define SL_PRINTF(text, first) __attribute__((format(printf, text, first)))
#else
#define SL_PRINTF(text, first)
#endif

/* Sets `err` (which may be NULL) and returns `status`, so that `return sl_fail(…)` reads well. */
enum sl_status sl_fail(struct sl_error *err, enum sl_status status, const char *format, ...)
    SL_PRINTF(3, 4);

/* SL_FAILED, "out of memory". */
enum sl_status sl_fail_memory(struct sl_error *err);

#endif
