/* How the commands are used, from their records. */
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include <stdio.h>

#include "cli/command.h"

void print_usage(FILE *out, const struct command *command);
void print_help(FILE *out, const struct command *command);
void print_overview(FILE *out);

enum { LABEL_SIZE = 80 };
/* "-o, --output FILE" or "--pro-forma[=STATUS]". */
void option_label(const struct option *option, char out[LABEL_SIZE]);

/* The commands that people see. */
const struct command *next_shown(const struct command *const **position);

#endif
