/* The names: entities, their aliases and identifiers. */
#ifndef STAKELINE_ENTITY_H
#define STAKELINE_ENTITY_H

#include <stakeline/book.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Rows of `entities`: name, its other names and identifiers (joined with "; "), and the number of
 * events in which it is the issuer, and in which it is the holder or counterparty. */
struct sl_entity_row {
    const char *name;
    const char *aliases;
    const char *identifiers;
    int64_t as_issuer;
    int64_t as_holder;
};
SL_API extern const struct sl_row_type sl_entity_row_type;

/* Every entity, by name; or the one that `name` means (NULL: every). SL_NOTHING when there is
 * none, with the nearest name in the message. */
SL_API enum sl_status sl_entities(struct sl_book *book, const char *name, struct sl_sink sink,
                                  struct sl_error *err);

/* Gives the entity another name, or an identifier (lei:, isin:, ticker:, cik:, permalink:).
 * SL_MISUSE when the name already means another entity (the message names sl_entity_merge). */
SL_API enum sl_status sl_entity_alias(struct sl_book *book, const char *name, const char *alias,
                                      struct sl_error *err);

/* Makes `other` the same entity as `name`: its events, names and identifiers count as that one's
 * from now on. The events themselves are not touched, so sl_entity_unmerge takes it back. */
SL_API enum sl_status sl_entity_merge(struct sl_book *book, const char *name, const char *other,
                                      struct sl_error *err);
SL_API enum sl_status sl_entity_unmerge(struct sl_book *book, const char *other,
                                        struct sl_error *err);

#ifdef __cplusplus
}
#endif

#endif
