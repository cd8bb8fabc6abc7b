/* Completions for bash, zsh and fish. */
#include <string.h>

#include "cli/generate.h"
#include "cli/help.h"

static bool takes_value(const struct option *option)
{
    return option->value != NULL && option->alone == NULL;
}

/* The words for the first operand of a command; `help` takes the commands. */
static bool has_words(const struct command *command)
{
    return command->words != NULL || strcmp(command->name, "help") == 0;
}

static void write_list(FILE *out, const char *const *words)
{
    for (const char *const *w = words; *w != NULL; w++)
        fprintf(out, "%s%s", w == words ? "" : " ", *w);
}

static void write_names(FILE *out)
{
    const struct command *const *position = commands;
    const char *between = "";
    for (const struct command *c; (c = next_shown(&position)) != NULL; between = " ")
        fprintf(out, "%s%s", between, c->name);
}

static void write_words(FILE *out, const struct command *command)
{
    if (command->words != NULL) {
        write_list(out, command->words);
    } else {
        write_names(out);
    }
}

/* ---- bash ---- */

static void bash_value(FILE *out, const char *command, const struct option *option)
{
    if (option->value == NULL) return;
    fprintf(out, "        %s:--%s", command, option->name);
    if (option->letter != 0) fprintf(out, " | %s:-%c", command, option->letter);
    fputs(") ", out);
    if (option->choices != NULL) {
        fputs("words='", out);
        write_list(out, option->choices);
        fputs("' ", out);
    } else if (option->kind == OPTION_FILE) {
        fputs("files=1 ", out);
    }
    fputs("value=1 ;;\n", out);
}

static void bash_options(FILE *out, const struct option *options)
{
    for (const struct option *o = options; o->name != NULL; o++)
        fprintf(out, " --%s%s", o->name, takes_value(o) ? "=" : "");
}

static void bash_operands(FILE *out, const struct command *command)
{
    fprintf(out, "        %s) options='", command->name);
    bash_options(out, command->options);
    bash_options(out, global_options);
    fputs("'", out);
    if (has_words(command)) {
        fputs("; words='", out);
        write_words(out, command);
        fputs("'", out);
    }
    fprintf(out, "%s ;;\n", command->files ? "; files=1" : "");
}

void write_bash(FILE *out)
{
    fputs("# bash completion for stakeline, written by its build.\n"
          "_stakeline()\n"
          "{\n"
          "    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}\n"
          "    local command= options= words= files= value= operands=0 i\n"
          "    COMPREPLY=()\n"
          "    for ((i = 1; i < COMP_CWORD; i++)); do\n"
          "        case ${COMP_WORDS[i]} in\n"
          "            --db | -o) ((i++)) ;;\n"
          "            = ) ((i++)) ;;\n"
          "            -*) ;;\n"
          "            *) if [[ -z $command ]]; then command=${COMP_WORDS[i]}; else "
          "((operands++)); fi ;;\n"
          "        esac\n"
          "    done\n"
          "    if [[ $cur == = ]]; then cur=\n"
          "    elif [[ $prev == = ]]; then prev=${COMP_WORDS[COMP_CWORD-2]}; fi\n"
          "    case $command:$prev in\n"
          "        *:--db) files=1 value=1 ;;\n",
          out);
    const struct command *const *position = commands;
    for (const struct command *c; (c = next_shown(&position)) != NULL;) {
        for (const struct option *o = c->options; o->name != NULL; o++)
            if (takes_value(o)) bash_value(out, c->name, o);
    }
    fputs("    esac\n"
          "    if [[ -z $value ]]; then\n"
          "        case $command in\n"
          "        '') words='",
          out);
    write_names(out);
    fputs("'; options='", out);
    bash_options(out, global_options);
    bash_options(out, lone_options);
    fputs("' ;;\n", out);
    position = commands;
    for (const struct command *c; (c = next_shown(&position)) != NULL;)
        bash_operands(out, c);
    fputs("        esac\n"
          "        if [[ $cur == -* ]]; then words=$options files=\n"
          "        elif [[ -n $command && $operands -gt 0 ]]; then words=; fi\n"
          "    fi\n"
          "    COMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n"
          "    if [[ -n $files ]]; then\n"
          "        compopt -o filenames 2>/dev/null\n"
          "        mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(compgen -f -- \"$cur\")\n"
          "    fi\n"
          "    if [[ ${COMPREPLY[0]-} == *= ]]; then compopt -o nospace 2>/dev/null; fi\n"
          "}\n"
          "complete -F _stakeline stakeline\n",
          out);
}

/* ---- zsh ---- */

static void zsh_help(FILE *out, const char *text)
{
    for (; *text != '\0'; text++) {
        if (*text == '\'') {
            fputs("'\\''", out);
            continue;
        }
        if (strchr("[]:\\", *text) != NULL) fputc('\\', out);
        fputc(*text, out);
    }
}

static void zsh_option(FILE *out, const struct option *option)
{
    fputs(" \\\n                '", out);
    if (option->letter != 0) {
        fprintf(out, "(-%c --%s)'{-%c%s,--%s%s}'", option->letter, option->name, option->letter,
                takes_value(option) ? "+" : "", option->name, takes_value(option) ? "=" : "");
    } else {
        fprintf(out, "--%s%s", option->name,
                option->value == NULL   ? ""
                : option->alone != NULL ? "=-"
                                        : "=");
    }
    fputc('[', out);
    zsh_help(out, option->help);
    fputc(']', out);
    if (option->value != NULL) {
        fprintf(out, "%s%s:", option->alone != NULL ? "::" : ":", option->value);
        if (option->choices != NULL) {
            fputc('(', out);
            write_list(out, option->choices);
            fputc(')', out);
        } else if (option->kind == OPTION_FILE) {
            fputs("_files", out);
        }
    }
    fputc('\'', out);
}

static void zsh_options(FILE *out, const struct option *options)
{
    for (const struct option *o = options; o->name != NULL; o++)
        zsh_option(out, o);
}

void write_zsh(FILE *out)
{
    fputs("#compdef stakeline\n"
          "# zsh completion for stakeline, written by its build.\n"
          "_stakeline() {\n"
          "    local curcontext=$curcontext state line\n"
          "    typeset -A opt_args\n"
          "    _arguments -C",
          out);
    zsh_options(out, global_options);
    zsh_options(out, lone_options);
    fputs(" \\\n                '1:command:->command' '*::operand:->operand'\n"
          "    case $state in\n"
          "    command)\n"
          "        local -a names=(\n",
          out);
    const struct command *const *position = commands;
    for (const struct command *c; (c = next_shown(&position)) != NULL;) {
        fprintf(out, "            '%s:", c->name);
        zsh_help(out, c->summary);
        fputs("'\n", out);
    }
    fputs("        )\n"
          "        _describe command names ;;\n"
          "    operand)\n"
          "        case $words[1] in\n",
          out);
    position = commands;
    for (const struct command *c; (c = next_shown(&position)) != NULL;) {
        fprintf(out, "        %s) _arguments", c->name);
        zsh_options(out, c->options);
        zsh_options(out, global_options);
        if (has_words(c)) {
            fputs(" \\\n                '1:word:(", out);
            write_words(out, c);
            fputs(")'", out);
        }
        fprintf(out, " \\\n                '*:operand:%s' ;;\n", c->files ? "_files" : "");
    }
    fputs("        esac ;;\n"
          "    esac\n"
          "}\n"
          "_stakeline \"$@\"\n",
          out);
}

/* ---- fish ---- */

static void fish_option(FILE *out, const char *condition, const char *name,
                        const struct option *option)
{
    fprintf(out, "complete -c stakeline -n '%s%s' -l %s", condition, name, option->name);
    if (option->letter != 0) fprintf(out, " -s %c", option->letter);
    if (takes_value(option)) fputs(option->kind == OPTION_FILE ? " -rF" : " -x", out);
    if (option->choices != NULL && takes_value(option)) {
        fputs(" -a '", out);
        write_list(out, option->choices);
        fputc('\'', out);
    }
    fputs(" -d '", out);
    write_escaped(out, option->help, "'\\", "\\");
    fputs("'\n", out);
}

static void fish_command(FILE *out, const struct command *command)
{
    static const char seen[] = "__fish_seen_subcommand_from ";
    fprintf(out, "complete -c stakeline -n __fish_use_subcommand -a %s -d '", command->name);
    write_escaped(out, command->summary, "'\\", "\\");
    fputs("'\n", out);
    for (const struct option *o = command->options; o->name != NULL; o++)
        fish_option(out, seen, command->name, o);
    if (command->files) fprintf(out, "complete -c stakeline -n '%s%s' -F\n", seen, command->name);
    if (!has_words(command)) return;
    fprintf(out, "complete -c stakeline -n '%s%s' -a '", seen, command->name);
    write_words(out, command);
    fputs("'\n", out);
}

void write_fish(FILE *out)
{
    fputs("# fish completion for stakeline, written by its build.\n"
          "complete -c stakeline -f\n",
          out);
    for (const struct option *o = global_options; o->name != NULL; o++)
        fish_option(out, "true", "", o);
    for (const struct option *o = lone_options; o->name != NULL; o++)
        fish_option(out, "__fish_use_subcommand", "", o);
    const struct command *const *position = commands;
    for (const struct command *c; (c = next_shown(&position)) != NULL;)
        fish_command(out, c);
}
