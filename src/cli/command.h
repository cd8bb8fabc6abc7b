/* What a command is made of. The parser, --help, the man page, the completions and the README's
 * list of commands are all read off these records. */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include <stdbool.h>
#include <stddef.h>

#include <stakeline/date.h>
#include <stakeline/status.h>

enum option_kind {
    OPTION_FLAG,   /* bool */
    OPTION_TEXT,   /* const char *; NULL: not given */
    OPTION_FILE,   /* the same, completed with file names */
    OPTION_DATE,   /* struct sl_date; unit SL_DATE_NONE: not given */
    OPTION_NUMBER, /* int from `least` to `most`; 0: not given */
    OPTION_CHOICE  /* int: 1 and up for the words of `choices`; 0: not given */
};

struct option {
    const char *name; /* without the dashes */
    char letter;      /* 0: none */
    enum option_kind kind;
    void *store;       /* of the type that the kind names */
    const char *value; /* what the value is called; NULL for a flag */
    const char *help;
    const char *const *choices; /* ends with NULL */
    const char *alone; /* what it means without a value, which then needs a "="; NULL: needs one */
    int least, most;
};

struct command;

/* One command line, sorted out. */
struct call {
    const struct command *command;
    const char *db;
    const char *const *operands;
    size_t count;
    char **argv; /* of the program, as it was given */
};

struct command {
    const char *name;
    const char *operands;         /* as the usage line shows them */
    const char *summary;          /* one line, without a full stop */
    const char *about;            /* paragraphs, one a line; may be NULL */
    const struct option *options; /* ends with a nameless one */
    const char *const *examples;  /* ends with NULL; each runs after those of earlier commands */
    enum sl_status (*run)(const struct call *call, struct sl_error *err);
    size_t least, most;       /* operands */
    const char *const *words; /* what the first operand can be, NULL at the end; NULL: anything */
    bool files;               /* the operands are files */
    bool hidden;              /* for the build, not for people */
};

enum { ANY_NUMBER = 1000000 };

/* Every command, in the order of the help; ends with NULL. */
extern const struct command *const commands[];
/* What every command takes; ends with a nameless one. */
extern const struct option global_options[];
/* What stakeline takes where no command is named; ends likewise. */
extern const struct option lone_options[];

/* What parse() read of the global options. */
struct globals {
    const char *db;
    bool help, version;
};
extern struct globals globals;

/* NULL when there is no such command. */
const struct command *find_command(const char *name);
/* SL_MISUSE, having said that the word is no command, and which is nearest. */
enum sl_status unknown_command(const char *name);

/* Fills *call and the options' stores from argv, whose pointers it moves about. call->command is
 * NULL when no command is named. On SL_MISUSE what was wrong has been said. */
enum sl_status parse(struct call *call, int argc, char **argv);

/* SL_MISUSE, having said what is wrong and how the command is used. */
enum sl_status misuse(const struct command *command, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* The index of the word in a list that ends with NULL, or -1. */
int word_index(const char *word, const char *const *words);

#endif
