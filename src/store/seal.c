/* The order in which an import's facts go into its hash. */
#include "store/seal.h"

void sl_seal_import(struct sl_hash *hash, const struct sl_import_facts *facts)
{
    sl_hash_add_text(hash, "import");
    sl_hash_add_number(hash, facts->id);
    sl_hash_add_text(hash, facts->at);
    sl_hash_add_text(hash, facts->map);
    sl_hash_add_number(hash, facts->first_seq);
    sl_hash_add_number(hash, facts->end_seq);
    sl_hash_add_number(hash, facts->events);
    sl_hash_add_number(hash, facts->duplicates);
    sl_hash_add_number(hash, facts->rejected);
}

void sl_seal_file(struct sl_hash *hash, const char *path, int64_t first_seq)
{
    sl_hash_add_text(hash, path);
    sl_hash_add_number(hash, first_seq);
}
