/* The steps of a layout, one after the other. */
#include "export/diagram.h"

#include <stdlib.h>

#include "export/diagram_inside.h"

enum sl_status sl_diagram_lay(struct sl_diagram *diagram, struct sl_error *err)
{
    struct sl_layout layout = {.diagram = diagram};
    diagram->overfull = false;
    diagram->corner_count = 0;
    enum sl_status status = sl_layout_rows(diagram, err);
    if (status == SL_OK) status = sl_layout_order(&layout, err);
    if (status == SL_OK) status = sl_layout_runs(&layout, err);
    if (status == SL_OK) status = sl_layout_place(&layout, err);
    if (status == SL_OK && !diagram->overfull) status = sl_layout_route(&layout, err);
    free(layout.items);
    free(layout.order);
    free(layout.row_first);
    free(layout.runs);
    free(layout.arrow_run);
    free(layout.label_low);
    return status;
}

void sl_diagram_release(struct sl_diagram *diagram)
{
    free(diagram->corners);
    diagram->corners = NULL;
    diagram->corner_count = diagram->corner_capacity = 0;
}
