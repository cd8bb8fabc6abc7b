/* Between the files that draw a network: what is drawn of it, and how. */
#ifndef EXPORT_AROUND_DRAWING_H
#define EXPORT_AROUND_DRAWING_H

#include "export/around_choice.h"
#include "export/chart_around.h"
#include "export/name_table.h"

struct sl_around_drawing {
    const struct sl_around_kind *kind;
    struct sl_choice choice;
    struct sl_plan plan;
    struct sl_names sources; /* of what is shown, in `memory` */
    struct sl_arena memory;
};

/* Makes the plan, and the list of sources, of what is chosen. False when memory is out. */
bool sl_around_plan(struct sl_around_drawing *drawing);

#endif
