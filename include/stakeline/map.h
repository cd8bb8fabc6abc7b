/* Maps: how somebody else's CSV is read as events. docs/MAPS.md says how to write one. */
#ifndef STAKELINE_MAP_H
#define STAKELINE_MAP_H

#include <stdbool.h>
#include <stdio.h>

#include <stakeline/import.h>

#ifdef __cplusplus
extern "C" {
#endif

struct sl_map;

/* Reads a map and checks the whole of it. `name` is a file where it contains a '/' or ends in
 * .ini; else it is looked for as NAME.ini in the folders, which end with NULL, in their order.
 * SL_INVALID with file, line and reason for a map that is not right; SL_MISUSE, with the nearest
 * name, when there is none. Pass *out to sl_map_close. One import at a time uses it. */
SL_API enum sl_status sl_map_open(struct sl_map **out, const char *name, const char *const *folders,
                                  struct sl_error *err);
SL_API void sl_map_close(struct sl_map *map); /* NULL is allowed */

/* Live as long as the map. */
SL_API const char *sl_map_name(const struct sl_map *map);
SL_API const char *sl_map_path(const struct sl_map *map);

/* Is it a map of files of exchange rates, which sl_rates_import takes? */
SL_API bool sl_map_is_of_rates(const struct sl_map *map);

/* The map, of those in the folders, that recognises the headers of all the files: SL_NOTHING,
 * without a message, when the files are in our own columns or no map knows them; SL_MISUSE when
 * two maps do, or the files are for different ones. */
SL_API enum sl_status sl_map_recognise(struct sl_map **out, const char *const *paths, size_t count,
                                       const char *const *folders, struct sl_error *err);

/* Rows of `maps`. */
struct sl_map_row {
    const char *map;
    const char *about;      /* its first comment line */
    const char *recognises; /* the columns by which it is recognised, joined with "; " */
    const char *file;
    const char *problem; /* why it cannot be read */
};
SL_API extern const struct sl_row_type sl_map_row_type;
/* By name; one that an earlier folder has too is left out. SL_NOTHING when there is none. */
SL_API enum sl_status sl_maps(const char *const *folders, struct sl_sink sink,
                              struct sl_error *err);

/* A cell of an event with what it was made of. */
struct sl_map_try_row {
    int64_t line, event; /* of the file; which event of that line */
    const char *column, *value;
    const char *from, *cell; /* the source's column, and what stands there; NULL: a constant */
    const char *problem;
};
SL_API extern const struct sl_row_type sl_map_try_row_type;
/* The first `rows` rows of the file as events, cell by cell; nothing is stored. SL_NOTHING, with
 * how many, when there were problems; they are among the rows. */
SL_API enum sl_status sl_map_try(struct sl_map *map, const char *path, int64_t rows,
                                 struct sl_sink sink, struct sl_error *err);

/* Writes a map to start from, guessed from the file's header and first rows. */
SL_API enum sl_status sl_map_suggest(const char *path, FILE *out, struct sl_error *err);

#ifdef __cplusplus
}
#endif

#endif
