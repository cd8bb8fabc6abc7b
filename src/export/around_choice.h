/* Which nodes of a network are drawn: at first as many as anyone reads, then, while they do not fit
 * the page, fewer. */
#ifndef EXPORT_AROUND_CHOICE_H
#define EXPORT_AROUND_CHOICE_H

#include "export/diagram.h"
#include "query/around.h"

struct sl_choice {
    const struct sl_around *around;
    bool *shown;     /* of each node */
    uint32_t *order; /* nodes, the entity first, then the largest first */
    uint32_t *box;   /* of each node that is shown: of the diagram that was made of the choice */
    unsigned kept;   /* 0: all; else so many steps at each end of a long way of control; those shown
                        of between share a box */
    bool *tied;      /* scratch */
};

enum { SL_ANY_ROW = -1 };

bool sl_choice_init(struct sl_choice *choice, const struct sl_around *around);
void sl_choice_release(struct sl_choice *choice);

/* Hides the least of those shown, in that row of the diagram; where that has none, of all. Those
 * through whom the entity is controlled stay. False when there is none. */
bool sl_choice_drop(struct sl_choice *choice, const struct sl_diagram *diagram, int64_t row);
/* Folds the middle of a long way of control; false when that is done as far as it can be. */
bool sl_choice_fold(struct sl_choice *choice);
bool sl_choice_is_folded(const struct sl_choice *choice, uint32_t node);

#endif
