/* The manual page stakeline(1). */
#include <string.h>

#include <stakeline/status.h>

#include "cli/generate.h"
#include "cli/help.h"

/* Text for roff: dashes and quotes that can be copied, no line taken for a request, a line end as
 * the end of a paragraph. */
static void write_text(FILE *out, const char *text)
{
    if (*text == '.') fputs("\\&", out);
    for (; *text != '\0'; text++) {
        switch (*text) {
        case '\n': fputs("\n.PP\n", out); break;
        case '\\': fputs("\\e", out); break;
        case '-': fputs("\\-", out); break;
        case '\'': fputs("\\(aq", out); break;
        default: fputc(*text, out);
        }
    }
}

static void write_options(FILE *out, const struct option *options)
{
    char label[LABEL_SIZE];
    for (const struct option *o = options; o->name != NULL; o++) {
        option_label(o, label);
        fputs(".TP\n.B ", out);
        write_text(out, label);
        fputc('\n', out);
        write_text(out, o->help);
        fputc('\n', out);
    }
}

static void write_command(FILE *out, const struct command *command)
{
    fputs(".SS stakeline ", out);
    write_text(out, command->name);
    fputc(' ', out);
    write_text(out, command->operands);
    fputc('\n', out);
    fputc(command->summary[0] - 'a' + 'A', out);
    write_text(out, command->summary + 1);
    fputs(".\n", out);
    if (command->about != NULL) {
        fputs(".PP\n", out);
        write_text(out, command->about);
        fputc('\n', out);
    }
    write_options(out, command->options);
    if (command->examples == NULL) return;
    fputs(".PP\nExamples:\n.PP\n.nf\n.RS\n", out);
    for (const char *const *e = command->examples; *e != NULL; e++) {
        write_text(out, *e);
        fputc('\n', out);
    }
    fputs(".RE\n.fi\n", out);
}

static const char exits[] =
    ".SH EXIT STATUS\n"
    ".TP\n0\ndone\n"
    ".TP\n1\ndone, and the answer is \"no\": nothing matched\n"
    ".TP\n2\nwrong usage\n"
    ".TP\n3\nbad input data; nothing was stored\n"
    ".TP\n4\nthe environment failed: file, database, disk, gnuplot\n"
    ".SH ENVIRONMENT\n"
    ".TP\n.B STAKELINE_DB\nthe database, where\n.B \\-\\-db\ndoes not name one\n"
    ".TP\n.B NO_COLOR\nif set, tables have no colour on a terminal either\n"
    ".TP\n.B COLUMNS\nthe width of a terminal that does not say how wide it is\n"
    ".TP\n.B TMPDIR\nwhere a dry run without a database works; default: /tmp\n"
    ".SH FILES\n"
    ".TP\n.B stakeline.db\nthe database in the current folder, the default\n";

void write_man(FILE *out)
{
    fprintf(out, ".TH STAKELINE 1 \"\" \"stakeline %s\" \"User Commands\"\n", sl_version());
    fputs(".SH NAME\nstakeline \\- who owns how much of whom, and the deals that change it,"
          " through time\n"
          ".SH SYNOPSIS\n.B stakeline\n[\\fB\\-\\-db\\fR \\fIFILE\\fR] \\fICOMMAND\\fR"
          " [\\fIOPTION\\fR]... [\\fIOPERAND\\fR]...\n"
          ".SH DESCRIPTION\n"
          "stakeline keeps a log of dated claims about who owns how much of whom, and about\n"
          "the deals that change it, and computes everything else from that log: stake\n"
          "histories, cap tables on any date, funding rounds, and the charts of all of them.\n"
          ".PP\nOptions may stand before and after operands, and\n.B \\-\\-\nends them. Dates are\n"
          "written 2023\\-02\\-06, 2023\\-02, 2023, 2023\\-Q1, 2023\\-H1, FY2024\\-25,\n"
          "6 February 2023 or Feb 6, 2023.\n"
          ".SH OPTIONS\n",
          out);
    write_options(out, global_options);
    write_options(out, lone_options);
    fputs(".SH COMMANDS\n", out);
    const struct command *const *position = commands;
    for (const struct command *c; (c = next_shown(&position)) != NULL;)
        write_command(out, c);
    fputs(exits, out);
}
