/* Names that look like one entity, among those that are asked about. */
#include "base/error.h"
#include "query/check.h"
#include "query/similar.h"
#include "store/ids.h"

static enum sl_status report(void *context, const struct sl_similar *pair, struct sl_error *err)
{
    struct sl_check *check = context;
    const bool near = pair->differs == SL_SIMILAR_LETTER;
    sl_buffer_printf(&check->text, "'%s' and '%s' look like one entity", pair->name,
                     pair->other_name);
    if (near) sl_buffer_add_text(&check->text, ": one letter differs");
    return sl_check_add(check, SL_CHECK_SIMILAR_NAMES,
                        near ? SL_SEVERITY_INFO : SL_SEVERITY_WARNING, NULL, pair->entity, 0, err);
}

/* More pairs than anyone wants to read among other findings become one; who asks for them by their
 * code, or about one issuer, gets each. */
static enum sl_status sum_up(struct sl_check *check, size_t first, struct sl_error *err)
{
    enum { LISTED_MOST = 4 };
    const size_t count = check->count - first;
    if (count <= LISTED_MOST || check->options->codes != NULL || check->only != 0) return SL_OK;
    struct sl_finding *finding = &check->findings[first];
    sl_buffer_printf(&check->text,
                     "%s, and so do %zu more pairs of names: --code similar-names lists them",
                     finding->message, count - 1);
    if (check->text.failed) return sl_fail_memory(err);
    finding->message = check->text.data;
    if (!sl_arena_keep(&check->arena, &finding->message)) return sl_fail_memory(err);
    sl_buffer_clear(&check->text);
    check->count = first + 1;
    return SL_OK;
}

enum sl_status sl_check_names(struct sl_check *check, struct sl_error *err)
{
    const size_t first = check->count;
    if (!sl_check_wants(check, SL_CHECK_SIMILAR_NAMES, SL_SEVERITY_WARNING)) return SL_OK;
    if (check->only != 0 && check->met_count == 0) return SL_OK;
    sl_ids_make_unique(check->met, &check->met_count);
    const struct sl_similar_wish wish = {
        .letters = sl_check_wants(check, SL_CHECK_SIMILAR_NAMES, SL_SEVERITY_INFO),
        .among = check->only == 0 ? NULL : check->met,
        .count = check->met_count};
    enum sl_status status = sl_similar_names(check->book, &wish, report, check, err);
    return status == SL_OK ? sum_up(check, first, err) : status;
}
