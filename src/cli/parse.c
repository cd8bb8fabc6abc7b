/* Sorts a command line into options, each stored where its record says, and operands. Says itself
 * what is wrong with it. */
#include "cli/command.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "cli/help.h"
#include "cli/message.h"

struct globals globals;

const struct option global_options[] = {
    {.name = "db",
     .kind = OPTION_FILE,
     .store = &globals.db,
     .value = "FILE",
     .help = "the database; default: $STAKELINE_DB, else stakeline.db"},
    {.name = "help",
     .letter = 'h',
     .kind = OPTION_FLAG,
     .store = &globals.help,
     .help = "say how the command is used, and end"},
    {0},
};

const struct option lone_options[] = {
    {.name = "version",
     .kind = OPTION_FLAG,
     .store = &globals.version,
     .help = "say which stakeline this is, and end"},
    {0},
};

static const struct option *options_of(const struct command *command)
{
    return command == NULL ? lone_options : command->options;
}

enum { OPTIONS_MAX = 64 }; /* in one command; a longer table loses names to suggest, no more */

enum sl_status misuse(const struct command *command, const char *format, ...)
{
    char message[1024];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    complain("%s: %s", command->name, message);
    print_usage(stderr, command);
    return SL_MISUSE;
}

int word_index(const char *word, const char *const *words)
{
    for (int i = 0; words[i] != NULL; i++) {
        if (strcmp(word, words[i]) == 0) return i;
    }
    return -1;
}

static const struct option *find_in(const struct option *options, const char *name, size_t length)
{
    for (const struct option *o = options; o->name != NULL; o++) {
        if (strlen(o->name) == length && memcmp(o->name, name, length) == 0) return o;
    }
    return NULL;
}

static const struct option *find_letter(const struct option *options, char letter)
{
    for (const struct option *o = options; o->name != NULL; o++) {
        if (o->letter == letter) return o;
    }
    return NULL;
}

static size_t add_names(const char **names, size_t count, const struct option *options)
{
    for (const struct option *o = options; o->name != NULL; o++) {
        if (count < OPTIONS_MAX) names[count++] = o->name;
    }
    return count;
}

static enum sl_status unknown_option(const struct command *command, const char *argument)
{
    const char *names[OPTIONS_MAX + 1];
    size_t count = add_names(names, 0, options_of(command));
    names[add_names(names, count, global_options)] = NULL;
    char name[64];
    int length = (int)strcspn(argument, "=");
    snprintf(name, sizeof name, "%.*s", length - 2, argument + 2);
    const char *near = length > 2 ? nearest(name, names) : NULL;
    if (near != NULL) {
        complain("unknown option '%.*s'; did you mean '--%s'?", length, argument, near);
    } else if (command != NULL) {
        complain("%s: unknown option '%.*s'; 'stakeline %s --help' lists the known ones",
                 command->name, length, argument, command->name);
    } else {
        complain("unknown option '%.*s' before the command", length, argument);
    }
    return SL_MISUSE;
}

enum sl_status unknown_command(const char *name)
{
    const char *names[OPTIONS_MAX + 1];
    size_t count = 0;
    const struct command *const *position = commands;
    for (const struct command *c; (c = next_shown(&position)) != NULL && count < OPTIONS_MAX;)
        names[count++] = c->name;
    names[count] = NULL;
    const char *near = nearest(name, names);
    if (near != NULL) {
        complain("unknown command '%s'; did you mean '%s'?", name, near);
    } else {
        complain("unknown command '%s'; 'stakeline help' lists the known ones", name);
    }
    return SL_MISUSE;
}

/* Digits only: "5", not "+5" or "5 ". */
static bool read_number(const char *text, int *out)
{
    int number = 0;
    if (*text == '\0') return false;
    for (; *text != '\0'; text++) {
        if (*text < '0' || *text > '9' || number > 9999999) return false;
        number = number * 10 + (*text - '0');
    }
    *out = number;
    return true;
}

static enum sl_status store_number(const struct option *option, const char *shown,
                                   const char *value)
{
    int number = 0;
    if (!read_number(value, &number) || number < option->least || number > option->most) {
        complain("%s: '%s' is not a whole number from %d to %d", shown, value, option->least,
                 option->most);
        return SL_MISUSE;
    }
    *(int *)option->store = number;
    return SL_OK;
}

static enum sl_status store_choice(const struct option *option, const char *shown,
                                   const char *value)
{
    int index = word_index(value, option->choices);
    if (index >= 0) {
        *(int *)option->store = index + 1;
        return SL_OK;
    }
    char words[256] = "";
    for (const char *const *w = option->choices; *w != NULL; w++) {
        size_t length = strlen(words);
        snprintf(words + length, sizeof words - length, "%s%s",
                 length == 0    ? ""
                 : w[1] == NULL ? " or "
                                : ", ",
                 *w);
    }
    complain("%s: '%s' is not one of %s", shown, value, words);
    return SL_MISUSE;
}

static enum sl_status store_value(const struct option *option, const char *shown, const char *value)
{
    struct sl_error err = {0};
    switch (option->kind) {
    case OPTION_FLAG: *(bool *)option->store = true; return SL_OK;
    case OPTION_TEXT:
    case OPTION_FILE: *(const char **)option->store = value; return SL_OK;
    case OPTION_NUMBER: return store_number(option, shown, value);
    case OPTION_CHOICE: return store_choice(option, shown, value);
    case OPTION_DATE:
        if (sl_date_parse(option->store, value, NULL, &err) == SL_OK) return SL_OK;
        complain("%s: %s", shown, err.message);
        return SL_MISUSE;
    }
    return SL_MISUSE;
}

/* The option, and in *value what stands in the same argument; NULL where nothing does. */
static const struct option *recognise(const struct command *command, const char *argument,
                                      const char **value)
{
    const struct option *own = options_of(command), *option;
    if (argument[1] != '-') {
        *value = argument[2] == '\0' ? NULL : argument + 2;
        option = find_letter(own, argument[1]);
        return option != NULL ? option : find_letter(global_options, argument[1]);
    }
    size_t length = strcspn(argument + 2, "=");
    *value = argument[2 + length] == '=' ? argument + 2 + length + 1 : NULL;
    option = find_in(own, argument + 2, length);
    return option != NULL ? option : find_in(global_options, argument + 2, length);
}

/* Reads argv[*i], moving *i on when the value is the next argument. */
static enum sl_status parse_option(const struct command *command, int argc, char **argv, int *i)
{
    const char *argument = argv[*i], *value;
    const struct option *option = recognise(command, argument, &value);
    if (option == NULL) return unknown_option(command, argument);
    char shown[64];
    if (argument[1] == '-') {
        snprintf(shown, sizeof shown, "--%s", option->name);
    } else {
        snprintf(shown, sizeof shown, "-%c", option->letter);
    }
    if (option->kind == OPTION_FLAG && value != NULL) {
        complain("%s takes no value", shown);
        return SL_MISUSE;
    }
    if (option->kind != OPTION_FLAG && value == NULL) value = option->alone;
    if (option->kind != OPTION_FLAG && value == NULL) {
        if (*i + 1 >= argc) {
            complain("%s needs a value: %s", shown, option->value);
            return SL_MISUSE;
        }
        value = argv[++*i];
    }
    return store_value(option, shown, value);
}

static enum sl_status check_operands(const struct call *call)
{
    const struct command *command = call->command;
    if (call->count < command->least) {
        return misuse(command,
                      call->count == 0 ? "an operand is missing" : "more operands are needed");
    }
    if (call->count > command->most) {
        return misuse(command, "'%s' is one operand too many", call->operands[command->most]);
    }
    return SL_OK;
}

enum sl_status parse(struct call *call, int argc, char **argv)
{
    bool ended = false; /* by "--" */
    int kept = 1;       /* argv[1..kept) are the operands so far */
    for (int i = 1; i < argc; i++) {
        enum sl_status status = SL_OK;
        if (ended || argv[i][0] != '-' || argv[i][1] == '\0') {
            if (call->command != NULL) {
                argv[kept++] = argv[i];
            } else if ((call->command = find_command(argv[i])) == NULL) {
                status = unknown_command(argv[i]);
            }
        } else if (strcmp(argv[i], "--") == 0) {
            ended = true;
        } else {
            status = parse_option(call->command, argc, argv, &i);
        }
        if (status != SL_OK) return status;
    }
    call->operands = (const char *const *)argv + 1;
    call->count = (size_t)kept - 1;
    if (call->command == NULL || globals.help || globals.version) return SL_OK;
    return check_operands(call);
}
