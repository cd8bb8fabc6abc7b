/* --help, usage lines and the overview. */
#include "cli/help.h"

#include <string.h>

enum { WIDTH = 80, INDENT = 28 };

const struct command *next_shown(const struct command *const **position)
{
    while (**position != NULL && (**position)->hidden)
        ++*position;
    return **position == NULL ? NULL : *(*position)++;
}

void option_label(const struct option *option, char out[LABEL_SIZE])
{
    char letter[8] = "";
    if (option->letter != 0) snprintf(letter, sizeof letter, "-%c, ", option->letter);
    const char *form = option->value == NULL   ? "%s--%s%s"
                       : option->alone != NULL ? "%s--%s[=%s]"
                                               : "%s--%s %s";
    snprintf(out, LABEL_SIZE, form, letter, option->name,
             option->value == NULL ? "" : option->value);
}

void print_usage(FILE *out, const struct command *command)
{
    bool options = command->options[0].name != NULL;
    fprintf(out, "usage: stakeline %s%s%s%s\n", command->name, options ? " [OPTION]..." : "",
            command->operands[0] == '\0' ? "" : " ", command->operands);
}

/* The words of the text in lines of WIDTH, each line after a line end or a full line indented; the
 * first one stands there already. */
static void print_wrapped(FILE *out, const char *text, int indent)
{
    int column = indent;
    while (*text != '\0') {
        int length = (int)strcspn(text, " \n");
        if (column > indent && column + 1 + length > WIDTH) {
            fprintf(out, "\n%*s", indent, "");
            column = indent;
        } else if (column > indent) {
            fputc(' ', out);
            column++;
        }
        fprintf(out, "%.*s", length, text);
        column += length;
        text += length;
        if (*text == '\n') {
            fprintf(out, "\n\n%*s", indent, "");
            column = indent;
        }
        text += strspn(text, " \n");
    }
    fputc('\n', out);
}

static void print_option(FILE *out, const struct option *option)
{
    char label[LABEL_SIZE];
    option_label(option, label);
    fprintf(out, "  %-*s", INDENT - 3, label);
    if (strlen(label) > INDENT - 3) {
        fprintf(out, "\n%*s", INDENT, "");
    } else {
        fputc(' ', out);
    }
    print_wrapped(out, option->help, INDENT);
}

void print_help(FILE *out, const struct command *command)
{
    print_usage(out, command);
    fprintf(out, "\n%c%s.\n", command->summary[0] - 'a' + 'A', command->summary + 1);
    if (command->about != NULL) {
        fputc('\n', out);
        print_wrapped(out, command->about, 0);
    }
    fputs("\nOptions:\n", out);
    for (const struct option *o = command->options; o->name != NULL; o++)
        print_option(out, o);
    for (const struct option *o = global_options; o->name != NULL; o++)
        print_option(out, o);
    if (command->examples == NULL) return;
    fputs("\nExamples:\n", out);
    for (const char *const *e = command->examples; *e != NULL; e++)
        fprintf(out, "  %s\n", *e);
}

void print_overview(FILE *out)
{
    fputs("usage: stakeline [--db FILE] COMMAND [OPTION]... [OPERAND]...\n\n"
          "Who owns how much of whom, and the deals that change it, through time.\n\n",
          out);
    const struct command *const *position = commands;
    for (const struct command *c; (c = next_shown(&position)) != NULL;)
        fprintf(out, "  %-11s  %s\n", c->name, c->summary);
    fputs("\n'stakeline help COMMAND' says more of each.\n", out);
}
