/* stakeline generate: hidden, run by the build and by the tests. */
#include "cli/generate.h"

#include <string.h>

#include "cli/help.h"

static const struct option options[] = {{0}};

static const char *const names[] = {"man", "bash", "zsh", "fish", "readme", NULL};
static void (*const writers[])(FILE *out) = {write_man, write_bash, write_zsh, write_fish,
                                             write_readme};

void write_escaped(FILE *out, const char *text, const char *special, const char *before)
{
    for (; *text != '\0'; text++) {
        if (strchr(special, *text) != NULL) fputs(before, out);
        fputc(*text, out);
    }
}

/* The commands as a Markdown table, for the README. */
void write_readme(FILE *out)
{
    fputs("| command | does |\n| --- | --- |\n", out);
    const struct command *const *position = commands;
    for (const struct command *c; (c = next_shown(&position)) != NULL;) {
        fprintf(out, "| `%s", c->name);
        if (c->operands[0] != '\0') fputc(' ', out);
        write_escaped(out, c->operands, "|", "\\");
        fprintf(out, "` | %s |\n", c->summary);
    }
}

static enum sl_status run(const struct call *call, struct sl_error *err)
{
    (void)err;
    int which = word_index(call->operands[0], names);
    if (which < 0)
        return misuse(call->command, "'%s' is not one of man, bash, zsh, fish, readme",
                      call->operands[0]);
    writers[which](stdout);
    return SL_OK;
}

const struct command generate_command = {
    .name = "generate",
    .operands = "man | bash | zsh | fish | readme",
    .summary = "write the manual page, the completions or the README's list of commands",
    .options = options,
    .run = run,
    .least = 1,
    .most = 1,
    .words = names,
    .hidden = true,
};
