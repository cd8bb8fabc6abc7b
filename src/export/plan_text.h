/* How the names in boxes are set: the same where they are measured and where they are drawn. */
#ifndef EXPORT_PLAN_TEXT_H
#define EXPORT_PLAN_TEXT_H

#include "export/chart_plan.h"

enum {
    SL_PLAN_NAME_LINES = 9,
    SL_PLAN_NOTE_LINES = 3,
    SL_PLAN_PAD_X = 9,
    SL_PLAN_LOOP = 20 /* pixels that an arrow back to its box stands out */
};
#define SL_PLAN_PITCH 1.3 /* from line to line, in font sizes */

static inline bool sl_plan_is_bold(const struct sl_plan_box *box)
{
    return box->look == SL_LOOK_SUBJECT || box->look == SL_LOOK_HEAD;
}

static inline int sl_plan_name_size(const struct sl_plan_box *box)
{
    return box->look == SL_LOOK_SUBJECT ? SL_FONT_TEXT : SL_FONT_LABEL;
}

#endif
