/* What stakeline says: messages on stderr, safe for a terminal whatever they quote. */
#ifndef CLI_MESSAGE_H
#define CLI_MESSAGE_H

#include <stdbool.h>

#include <stakeline/status.h>

/* "stakeline: …" on stderr; what the arguments bring from outside is made visible. */
void complain(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* A line on stdout, made visible likewise. main checks that it could be written. */
void say(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* Was there memory for every line since this was last asked? */
bool was_all_said(void);
/* Sets the error's message and returns the status. */
enum sl_status fail(struct sl_error *err, enum sl_status status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The candidate (a list that ends with NULL) that the word is most likely a slip for, or NULL. */
const char *nearest(const char *word, const char *const *candidates);

#endif
