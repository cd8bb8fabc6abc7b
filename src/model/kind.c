/* The words of the event CSV for kinds and statuses, and which kinds move positions. */
#include "base/text.h"
#include "model/event.h"

static const char *const kinds[] = {
    [SL_KIND_HOLDING] = "holding",
    [SL_KIND_ACQUIRE] = "acquire",
    [SL_KIND_DISPOSE] = "dispose",
    [SL_KIND_ISSUE] = "issue",
    [SL_KIND_CANCEL] = "cancel",
    [SL_KIND_SPLIT] = "split",
    [SL_KIND_OUTSTANDING] = "outstanding",
    [SL_KIND_FOUND] = "found",
    [SL_KIND_ROUND] = "round",
    [SL_KIND_DEBT] = "debt",
    [SL_KIND_IPO] = "ipo",
    [SL_KIND_MERGER] = "merger",
    [SL_KIND_PACT] = "pact",
    [SL_KIND_NOTE] = "note",
};

static const char *const stages[] = {
    [SL_STAGE_RUMOURED] = "rumoured",   [SL_STAGE_TALKS] = "talks",
    [SL_STAGE_ANNOUNCED] = "announced", [SL_STAGE_APPROVED] = "approved",
    [SL_STAGE_COMPLETED] = "completed", [SL_STAGE_CANCELLED] = "cancelled",
};

const char *sl_kind_name(enum sl_kind kind)
{
    return kind >= SL_KIND_HOLDING && kind <= SL_KIND_LAST ? kinds[kind] : "?";
}

const char *sl_stage_name(enum sl_stage stage)
{
    return (unsigned)stage <= SL_STAGE_CANCELLED ? stages[stage] : "?";
}

int sl_kind_from(const char *word)
{
    for (int kind = SL_KIND_HOLDING; kind <= SL_KIND_LAST; kind++) {
        if (sl_text_same(word, kinds[kind])) return kind;
    }
    return 0;
}

int sl_stage_from(const char *word)
{
    for (int stage = SL_STAGE_RUMOURED; stage <= SL_STAGE_CANCELLED; stage++) {
        if (sl_text_same(word, stages[stage])) return stage;
    }
    return -1;
}

bool sl_kind_moves_positions(enum sl_kind kind)
{
    switch (kind) {
    case SL_KIND_HOLDING:
    case SL_KIND_ACQUIRE:
    case SL_KIND_DISPOSE:
    case SL_KIND_ISSUE:
    case SL_KIND_CANCEL:
    case SL_KIND_ROUND: return true;
    default: return false;
    }
}
