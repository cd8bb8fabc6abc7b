/* stakeline check */
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <stakeline/check.h>

#include "cli/answer.h"
#include "cli/message.h"

static struct view_options view;
static struct row_options rows;
static const char *codes;
static int severity;
static struct sl_date today;

/* In the order of enum sl_severity. */
static const char *const severities[] = {"info", "warning", "error", NULL};

static const struct option options[] = {
    {.name = "code",
     .kind = OPTION_TEXT,
     .store = &codes,
     .value = "CODE[,CODE]",
     .help = "only findings with these codes"},
    {.name = "severity",
     .kind = OPTION_CHOICE,
     .store = &severity,
     .value = "SEVERITY",
     .choices = severities,
     .help = "only findings that are at least that grave: info (the default), warning or error"},
    ON_OPTION(view, "leave out what takes effect after it"),
    KNOWN_BY_OPTION(view),
    {.name = "today",
     .kind = OPTION_DATE,
     .store = &today,
     .value = "DATE",
     .help = "what is completed or known after it is from the future; default: today, in UTC"},
    ROW_OPTIONS(rows),
    {0},
};

static const char *const examples[] = {
    "stakeline check",
    "stakeline check Nissan --severity warning",
    "stakeline check --code oversold,mismatch --format csv",
    NULL,
};

/* To a person a table without rows is no answer; a script reads the exit status. */
static void say_when_clean(const struct sl_check_counts *counts)
{
    int64_t found = 0;
    for (int i = SL_SEVERITY_INFO; i <= SL_SEVERITY_ERROR; i++)
        found += counts->of[i];
    if (found == 0 && isatty(STDERR_FILENO) == 1)
        complain("nothing that cannot be right was found");
}

static enum sl_status ask(const struct call *call, struct sl_book *book, struct sl_output *output,
                          struct sl_error *err)
{
    const struct sl_check_options made = {
        .view = view_of(&view),
        .today = today.unit != SL_DATE_NONE ? sl_date_last_day(today)
                                            : (int32_t)(time(NULL) / (24 * 60 * 60)),
        .least = severity == 0 ? SL_SEVERITY_INFO : (enum sl_severity)(severity - 1),
        .codes = codes,
    };
    const char *issuer = call->count > 0 ? call->operands[0] : NULL;
    struct sl_check_counts counts = {{0}};
    enum sl_status status = sl_check(book, issuer, &made, sl_output_sink(output), &counts, err);
    if (status == SL_OK) say_when_clean(&counts);
    return status;
}

static bool is_code(const char *word, size_t length)
{
    for (size_t i = 0; i < sl_check_code_count; i++) {
        const char *name = sl_check_codes[i].name;
        if (strlen(name) == length && memcmp(name, word, length) == 0) return true;
    }
    return false;
}

static enum sl_status refuse_code(const struct command *command, const char *word, size_t length)
{
    char list[256] = "";
    size_t used = 0;
    for (size_t i = 0; i < sl_check_code_count && used < sizeof list; i++)
        used += (size_t)snprintf(list + used, sizeof list - used, "%s%s", i == 0 ? "" : ", ",
                                 sl_check_codes[i].name);
    return misuse(command, "--code: '%.*s' is no code of a check; the codes are %s", (int)length,
                  word, list);
}

static enum sl_status run(const struct call *call, struct sl_error *err)
{
    for (const char *at = codes; at != NULL;) {
        size_t length = strcspn(at, ",");
        if (!is_code(at, length)) return refuse_code(call->command, at, length);
        at = at[length] == ',' ? at + length + 1 : NULL;
    }
    return answer(call, &rows, &sl_check_row_type, ask, err);
}

const struct command check_command = {
    .name = "check",
    .operands = "[ISSUER]",
    .summary = "find what the log says that cannot be right",
    .about =
        "Each finding is an error (it cannot be true), a warning (it could be, with something that "
        "is not in the log) or an info (something is missing), and names the events concerned with "
        "source, file and line. Ends with 1 when there are errors. docs/CHECKS.md has an example "
        "of "
        "each, and what to do about it.\n"
        "Errors: over-100 (positions add up to over 100 %), oversold (more is disposed of than was "
        "held), disagreement (two claims about the same date), future (completed before it took "
        "place), deal-reversed (a deal goes back from completed), round-total (investors put in "
        "more than the round), waiting (more shares issued or held than the first count), "
        "self-held (a "
        "company owns itself), circle (companies own each other whole), currency (withdrawn years "
        "before).\n"
        "Warnings: mismatch (a stated level, or stake, is not what the log makes it), valuation "
        "(pre-money plus amount is not post-money), price (price times shares is not the amount), "
        "classes (named here and blank there), similar-names (one entity, perhaps).\n"
        "Infos: unresolved (a change that cannot be computed).",
    .options = options,
    .examples = examples,
    .run = run,
    .most = 1,
};
