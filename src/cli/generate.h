/* The files that the build has the command write about itself. */
#ifndef CLI_GENERATE_H
#define CLI_GENERATE_H

#include <stdio.h>

void write_man(FILE *out);
void write_readme(FILE *out);
void write_bash(FILE *out);
void write_zsh(FILE *out);
void write_fish(FILE *out);

/* The text with each character of `special` put as `before` and itself. */
void write_escaped(FILE *out, const char *text, const char *special, const char *before);

#endif
