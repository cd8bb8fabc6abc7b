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
    const char *former_names; /* before it was renamed: "Zomato (until 2025-02-06)" */
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

struct sl_alias {
    const char *name, *alias;
};
/* Gives all of them, or none: SL_INVALID after telling what is wrong with each. */
SL_API enum sl_status
sl_entity_aliases(struct sl_book *book, const struct sl_alias *aliases, size_t count,
                  void (*on_problem)(void *context, size_t number, const char *message),
                  void *context, struct sl_error *err);

/* Gives the entity another display name from a date on (unit SL_DATE_NONE: not known); the old one
 * stays an alias, and is listed as a former name. For a name that it has already (but for its
 * spelling) only the spelling and the date of the last renaming are set. SL_MISUSE when the name is
 * another entity's. */
SL_API enum sl_status sl_entity_rename(struct sl_book *book, const char *name, const char *new_name,
                                       struct sl_date on, struct sl_error *err);

/* Makes `other` the same entity as `name`: its events, names and identifiers count as that one's
 * from now on. The events themselves are not touched, so sl_entity_unmerge takes it back. */
SL_API enum sl_status sl_entity_merge(struct sl_book *book, const char *name, const char *other,
                                      struct sl_error *err);
SL_API enum sl_status sl_entity_unmerge(struct sl_book *book, const char *other,
                                        struct sl_error *err);

/* Two names that look like one entity. */
struct sl_similar_row {
    const char *name, *other; /* the one met first is the name */
    const char *reason; /* what they differ in: spelling (case, accents, punctuation), legal form,
                           word order, or one letter (of long names) */
};
SL_API extern const struct sl_row_type sl_similar_row_type;
/* SL_NOTHING when there are none. */
SL_API enum sl_status sl_entities_similar(struct sl_book *book, struct sl_sink sink,
                                          struct sl_error *err);

#ifdef __cplusplus
}
#endif

#endif
