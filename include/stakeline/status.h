/* What every fallible function returns, and where its message goes.
 * The values are the command's exit statuses (DESIGN section 4). */
#ifndef STAKELINE_STATUS_H
#define STAKELINE_STATUS_H

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define SL_API __attribute__((visibility("default")))
#else
#define SL_API
#endif

enum sl_status {
    SL_OK = 0,      /* done */
    SL_NOTHING = 1, /* done, and the answer is "no": nothing matched */
    SL_MISUSE = 2,  /* the call or the command line is wrong */
    SL_INVALID = 3, /* bad input data; nothing was stored */
    SL_FAILED = 4   /* the environment failed: file, database, disk, memory, gnuplot */
};

enum { SL_MESSAGE_SIZE = 256 };

/* Filled by the place that knows the facts, passed up by everyone else. `message` is UTF-8,
 * NUL-terminated, without a line end, cut at a character boundary. A NULL error is allowed
 * wherever one is taken. */
struct sl_error {
    enum sl_status status;
    char message[SL_MESSAGE_SIZE];
};

/* The library's version, as "1.2.3". */
SL_API const char *sl_version(void);

#ifdef __cplusplus
}
#endif

#endif
