/* What the hash of an import covers: its events as the table has them, in the table's order, each
 * encoded by sl_row_encode; then what the tables import and import_file say of it. */
#ifndef STORE_SEAL_H
#define STORE_SEAL_H

#include "base/hash.h"

/* A row of the table import. */
struct sl_import_facts {
    int64_t id;
    const char *at, *map; /* map may be NULL */
    int64_t first_seq, end_seq, events, duplicates, rejected;
};

/* After the events. */
void sl_seal_import(struct sl_hash *hash, const struct sl_import_facts *facts);
/* Then its files, by number. */
void sl_seal_file(struct sl_hash *hash, const char *path, int64_t first_seq);

#endif
