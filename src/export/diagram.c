/* The steps of a layout, one after the other. */
#include "export/diagram.h"

#include <stdlib.h>

#include "export/diagram_inside.h"

/* Rows that have no room for their boxes alone are found before anything takes time. */
static void find_full_row(struct sl_diagram *diagram)
{
    for (uint32_t row = 0; row < diagram->row_count && !diagram->overfull; row++) {
        double wide = -SL_BOXES_APART;
        for (size_t i = 0; i < diagram->box_count; i++) {
            const struct sl_box *box = &diagram->boxes[i];
            if (box->row == row) wide += box->wide + box->beside + SL_BOXES_APART;
        }
        if (wide <= diagram->room) continue;
        diagram->overfull = true;
        diagram->full_row = row;
    }
}

enum sl_status sl_diagram_lay(struct sl_diagram *diagram, struct sl_error *err)
{
    struct sl_layout layout = {.diagram = diagram};
    diagram->overfull = false;
    diagram->corner_count = 0;
    enum sl_status status = sl_layout_rows(diagram, err);
    if (status == SL_OK) find_full_row(diagram);
    if (status != SL_OK || diagram->overfull) return status;
    status = sl_layout_order(&layout, err);
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
