/* What the fuzz targets share. A target is one function, LLVMFuzzerTestOneInput: libFuzzer calls it
 * with inputs that it invents, replay.c with those of the corpus. */
#ifndef TESTS_FUZZ_H
#define TESTS_FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <stakeline/stakeline.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Ends the program, with what was promised and is not so, where `holds` is false. */
void fuzz_require(bool holds, const char *promise, const char *detail);

/* The input as text that ends with a NUL; to be freed. */
char *fuzz_text(const uint8_t *data, size_t size);

/* A path in a folder of this process's own, in memory where that can be had; it is removed at the
 * end with the files that were named so. The path lives as long as the process. */
const char *fuzz_path(const char *name);
void fuzz_write(const char *path, const void *bytes, size_t length);
char *fuzz_read(const char *path, size_t *length); /* to be freed */

/* A new, empty book at the path. */
struct sl_book *fuzz_book(const char *path);

/* Asks everything of the book: whatever is in it, an answer or a reason comes back. */
void fuzz_ask_everything(struct sl_book *book);

/* Writes the log of the book to the path, as `export events` does. false: it says that it is
 * damaged. */
bool fuzz_export(struct sl_book *book, const char *path);

#endif
