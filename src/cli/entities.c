/* stakeline entities */
#include <stakeline/entity.h>

#include "cli/answer.h"
#include "cli/names.h"

static struct row_options rows;
static struct sl_date on;

static const char *const actions[] = {"show",   "alias",   "merge", "unmerge",
                                      "rename", "similar", NULL};
enum action { SHOW, ALIAS, MERGE, UNMERGE, RENAME, SIMILAR };

static const struct option options[] = {
    {.name = "on",
     .kind = OPTION_DATE,
     .store = &on,
     .value = "DATE",
     .help = "rename: the day from which the entity is called so"},
    ROW_OPTIONS(rows),
    {0},
};

static const char *const examples[] = {
    "stakeline entities",
    "stakeline entities show Nissan",
    "stakeline entities alias Nissan ticker:7201.T",
    "stakeline entities merge Nissan \"Nissan Motor\"",
    "stakeline entities unmerge \"Nissan Motor\"",
    "stakeline entities rename \"Alt Carbon\" \"Alt Carbon Ltd\" --on 2026-01-01",
    NULL,
};

static enum sl_status ask(const struct call *call, struct sl_book *book, struct sl_output *output,
                          struct sl_error *err)
{
    const char *name = call->count > 1 ? call->operands[1] : NULL;
    return sl_entities(book, name, sl_output_sink(output), err);
}

static enum sl_status unmerge_name(const struct call *call, const char *other, struct sl_error *err)
{
    struct sl_book *book = NULL;
    enum sl_status status = open_book(&book, call, SL_ACCESS_WRITE, err);
    if (status == SL_OK) status = sl_entity_unmerge(book, other, err);
    sl_book_close(book);
    return status;
}

static enum sl_status rename_entity(const struct call *call, const char *name, const char *new_name,
                                    struct sl_error *err)
{
    struct sl_book *book = NULL;
    enum sl_status status = open_book(&book, call, SL_ACCESS_WRITE, err);
    if (status == SL_OK) status = sl_entity_rename(book, name, new_name, on, err);
    sl_book_close(book);
    return status;
}

static enum sl_status ask_similar(const struct call *call, struct sl_book *book,
                                  struct sl_output *output, struct sl_error *err)
{
    (void)call;
    return sl_entities_similar(book, sl_output_sink(output), err);
}

/* The options are about rows; a change of names prints none. */
static bool rows_given(void)
{
    return rows.format != 0 || rows.path != NULL || rows.spreadsheet;
}

static enum sl_status run(const struct call *call, struct sl_error *err)
{
    if (call->count == 0 && on.unit != SL_DATE_NONE)
        return misuse(call->command, "--on is the date of a rename");
    if (call->count == 0) return answer(call, &rows, &sl_entity_row_type, ask, err);
    const char *const *operands = call->operands;
    int action = word_index(operands[0], actions);
    if (action < 0) {
        return misuse(call->command,
                      "'%s' is not one of show, alias, merge, unmerge, rename, similar",
                      operands[0]);
    }
    static const size_t names[] = {
        [SHOW] = 1, [ALIAS] = 2, [MERGE] = 2, [UNMERGE] = 1, [RENAME] = 2, [SIMILAR] = 0};
    static const char *const takes[] = {"no name", "one name", "two names"};
    if (call->count - 1 != names[action])
        return misuse(call->command, "%s takes %s", operands[0], takes[names[action]]);
    if (action != RENAME && on.unit != SL_DATE_NONE)
        return misuse(call->command, "--on is the date of a rename");
    if (action != SHOW && action != SIMILAR && rows_given()) {
        return misuse(call->command, "%s prints no rows: it takes no --format or -o", operands[0]);
    }
    switch ((enum action)action) {
    case SHOW: return answer(call, &rows, &sl_entity_row_type, ask, err);
    case ALIAS: return alias_name(call, operands[1], operands[2], err);
    case MERGE: return merge_names(call, operands[1], operands[2], err);
    case UNMERGE: return unmerge_name(call, operands[1], err);
    case RENAME: return rename_entity(call, operands[1], operands[2], err);
    case SIMILAR: return answer(call, &rows, &sl_similar_row_type, ask_similar, err);
    }
    return SL_MISUSE;
}

const struct command entities_command = {
    .name = "entities",
    .operands = "[show NAME | alias NAME ALIAS | merge NAME OTHER | unmerge OTHER | "
                "rename NAME NEW | similar]",
    .summary = "list the names, or say what they mean",
    .about = "Without operands every entity is listed, with its other names and "
             "identifiers.\n"
             "show: the one entity that NAME means.\n"
             "alias: ALIAS, a name or an identifier (lei:, isin:, ticker:, cik:, "
             "permalink:), means the entity NAME too.\n"
             "merge: OTHER is the same entity as NAME, and its events count as that one's.\n"
             "unmerge: takes a merge back.\n"
             "rename: NAME is displayed as NEW from now on; the old name stays an alias, and is "
             "listed as a former one, with --on until that day.\n"
             "similar: names that look like one entity: they differ only in case, accents or "
             "punctuation, in a legal form such as Ltd, in the order of their words, or in one "
             "letter of a long name.",
    .options = options,
    .examples = examples,
    .run = run,
    .most = 3,
    .words = actions,
};
