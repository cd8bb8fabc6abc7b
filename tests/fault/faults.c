/* The command, run again and again in this process, and every time another of its calls fails: an
 * allocation, a read, a write, an opening of its own or of SQLite's, once or from then on. No
 * crash, no leak (under AddressSanitizer), no half of anything, and no success with another outcome
 * than without the fault. points.py does the same to the whole program from outside, library calls
 * included, at fewer points.
 *
 * usage: faults DEALS.CSV [SCENARIO…]     (SL_ALL=1: at every point, instead of some;
 * SL_AT=CALL:NUMBER:ON: at that one, for a debugger that stops at fault_now) */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* The linker gives the C library our main, and us the command's. */
int __real_main(int argc, char **argv);
int __wrap_main(int argc, char **argv);

/* ---- the calls ---- */

enum call { OWN_MEMORY, SQL_MEMORY, OWN_FILES, SQL_FILES, INTERRUPTIONS, CALLS };
static const char *const call_names[CALLS] = {"allocation", "allocation of SQLite's",
                                              "call on a file", "call of SQLite's on a file",
                                              "interruption"};

static struct {
    bool armed, on;
    enum call call;
    long at, count;
} fault;

/* For a debugger to stop at. */
__attribute__((noinline)) void fault_now(int number);
void fault_now(int number)
{
    errno = number;
}

static bool fails(enum call call, int number)
{
    if (!fault.armed || call != fault.call) return false;
    fault.count++;
    if (fault.at == 0 || (fault.on ? fault.count < fault.at : fault.count != fault.at))
        return false;
    fault_now(number);
    return true;
}

#define WRAP(type, name, parameters, arguments, call, number, failure) \
    type __real_##name parameters;                                     \
    type __wrap_##name parameters;                                     \
    type __wrap_##name parameters                                      \
    {                                                                  \
        if (fails(call, number)) return failure;                       \
        return __real_##name arguments;                                \
    }
WRAP(void *, malloc, (size_t size), (size), OWN_MEMORY, ENOMEM, NULL)
WRAP(void *, calloc, (size_t items, size_t size), (items, size), OWN_MEMORY, ENOMEM, NULL)
WRAP(void *, realloc, (void *memory, size_t size), (memory, size), OWN_MEMORY, ENOMEM, NULL)
WRAP(char *, strdup, (const char *text), (text), OWN_MEMORY, ENOMEM, NULL)

/* A signal that comes first is no failure: the call is made again. */
#define WRAP_TRANSFER(name, parameters, arguments, number)              \
    ssize_t __real_##name parameters;                                   \
    ssize_t __wrap_##name parameters;                                   \
    ssize_t __wrap_##name parameters                                    \
    {                                                                   \
        if (fails(INTERRUPTIONS, EINTR)) return -1;                     \
        return fails(OWN_FILES, number) ? -1 : __real_##name arguments; \
    }
WRAP_TRANSFER(read, (int fd, void *to, size_t size), (fd, to, size), EIO)
WRAP_TRANSFER(write, (int fd, const void *from, size_t size), (fd, from, size), ENOSPC)
WRAP_TRANSFER(pread, (int fd, void *to, size_t size, off_t at), (fd, to, size, at), EIO)
WRAP_TRANSFER(pwrite, (int fd, const void *from, size_t size, off_t at), (fd, from, size, at),
              ENOSPC)
WRAP(int, fsync, (int fd), (fd), OWN_FILES, EIO, -1)
WRAP(int, rename, (const char *from, const char *to), (from, to), OWN_FILES, EIO, -1)
WRAP(int, link, (const char *from, const char *to), (from, to), OWN_FILES, EIO, -1)
WRAP(int, chmod, (const char *path, mode_t mode), (path, mode), OWN_FILES, EPERM, -1)
WRAP(FILE *, fopen, (const char *path, const char *mode), (path, mode), OWN_FILES, EMFILE, NULL)

int __real_close(int fd);
int __wrap_close(int fd);
int __wrap_close(int fd)
{
    const int result = __real_close(fd); /* closed in any case, as Linux does */
    return fails(OWN_FILES, EIO) ? -1 : result;
}

int __real_open(const char *path, int flags, ...);
int __wrap_open(const char *path, int flags, ...);
int __wrap_open(const char *path, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    const mode_t mode = flags & O_CREAT ? va_arg(more, mode_t) : 0;
    va_end(more);
    return fails(OWN_FILES, EMFILE) ? -1 : __real_open(path, flags, mode);
}

/* ---- SQLite's ---- */

static sqlite3_mem_methods memory;

static void *sql_malloc(int size)
{
    return fails(SQL_MEMORY, ENOMEM) ? NULL : memory.xMalloc(size);
}

static void *sql_realloc(void *old, int size)
{
    return fails(SQL_MEMORY, ENOMEM) ? NULL : memory.xRealloc(old, size);
}

static int sql_open(const char *path, int flags, int mode)
{
    return fails(SQL_FILES, EMFILE) ? -1 : __real_open(path, flags, mode);
}

static ssize_t sql_pread(int fd, void *to, size_t size, off_t at)
{
    return fails(SQL_FILES, EIO) ? -1 : __real_pread(fd, to, size, at);
}

static ssize_t sql_pwrite(int fd, const void *from, size_t size, off_t at)
{
    return fails(SQL_FILES, ENOSPC) ? -1 : __real_pwrite(fd, from, size, at);
}

static int sql_ftruncate(int fd, off_t size)
{
    return fails(SQL_FILES, EIO) ? -1 : ftruncate(fd, size);
}

static int sql_fstat(int fd, struct stat *out)
{
    return fails(SQL_FILES, EIO) ? -1 : fstat(fd, out);
}

static int sql_unlink(const char *path)
{
    return fails(SQL_FILES, EIO) ? -1 : unlink(path);
}

static void wrap_sqlite(void)
{
    static const struct {
        const char *name;
        sqlite3_syscall_ptr function;
    } calls[] = {
        {"open", (sqlite3_syscall_ptr)sql_open},
        {"pread", (sqlite3_syscall_ptr)sql_pread},
        {"pread64", (sqlite3_syscall_ptr)sql_pread},
        {"pwrite", (sqlite3_syscall_ptr)sql_pwrite},
        {"pwrite64", (sqlite3_syscall_ptr)sql_pwrite},
        {"fstat", (sqlite3_syscall_ptr)sql_fstat},
        {"ftruncate", (sqlite3_syscall_ptr)sql_ftruncate},
        {"unlink", (sqlite3_syscall_ptr)sql_unlink},
    };
    sqlite3_config(SQLITE_CONFIG_GETMALLOC, &memory);
    sqlite3_mem_methods failing = memory;
    failing.xMalloc = sql_malloc;
    failing.xRealloc = sql_realloc;
    sqlite3_config(SQLITE_CONFIG_MALLOC, &failing);
    sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 0, 0);
    sqlite3_vfs *vfs = sqlite3_vfs_find(NULL);
    for (size_t i = 0; i < sizeof calls / sizeof calls[0]; i++)
        vfs->xSetSystemCall(vfs, calls[i].name, calls[i].function);
}

/* ---- the scenarios ---- */

#define WORDS_MAX 14
static const struct scenario {
    const char *name;
    const char *words[WORDS_MAX];
} scenarios[] = {
    {"first import", {"--db", "new.db", "import", "deals.csv"}},
    {"import", {"import", "more.csv"}},
    {"import of bad rows", {"import", "bad.csv"}},
    {"partial import", {"import", "--partial", "--rejects", "out", "bad.csv"}},
    {"trial import", {"import", "--dry-run", "more.csv"}},
    {"import with a map", {"import", "--map", "./some.ini", "mapped.csv"}},
    {"snapshot import", {"import", "--map", "./list.ini", "list.csv"}},
    {"aliases", {"alias", "import", "aliases.csv"}},
    {"rates", {"rates", "import", "rates.csv"}},
    {"add", {"add", "acquire", "Nissan", "Ada", "2", "--date", "2024-05-01"}},
    {"undo", {"undo", "2"}},
    {"alias", {"alias", "Nissan", "Nissan Motor Co"}},
    {"merge", {"merge", "Renault", "French trust"}},
    {"rename", {"entities", "rename", "Renault", "Renault SA", "--on", "2024-01-01"}},
    {"verify", {"verify"}},
    {"backup", {"backup", "--force", "out"}},
    {"export", {"export", "events", "-o", "out"}},
    {"export for a spreadsheet", {"export", "events", "--spreadsheet", "-o", "out"}},
    {"timeline", {"timeline", "Nissan"}},
    {"timeline of a holder", {"timeline", "--holder", "Renault", "--format", "csv"}},
    {"holders", {"holders", "Nissan", "--format", "json"}},
    {"holdings", {"holdings", "Renault", "--format", "ndjson"}},
    {"snapshot", {"snapshot", "--format", "md"}},
    {"rounds", {"rounds", "--format", "csv"}},
    {"rounds in euros", {"rounds", "--in", "EUR", "--format", "csv"}},
    {"rounds by year", {"rounds", "--by", "year"}},
    {"deals", {"deals", "--format", "csv"}},
    {"diff", {"diff", "Nissan", "--from", "2010", "--to", "2024"}},
    {"thresholds", {"thresholds", "Nissan", "--regime", "amf"}},
    {"lookthrough", {"lookthrough", "Nissan", "--paths"}},
    {"control", {"control", "Nissan"}},
    {"explain", {"explain", "Nissan", "Renault"}},
    {"check", {"check"}},
    {"entities", {"entities"}},
    {"similar", {"entities", "similar"}},
    {"imports", {"imports", "-o", "out"}},
    {"maps", {"map", "try", "mapped.csv", "--map", "./some.ini"}},
    {"suggestion", {"map", "try", "mapped.csv"}},
    {"stakes", {"chart", "stakes", "Nissan", "-o", "out.gp"}},
    {"ownership", {"chart", "ownership", "Nissan", "-o", "out.gp"}},
    {"rounds chart", {"chart", "rounds", "Acme", "-o", "out.gp"}},
    {"funding", {"chart", "funding", "Acme", "-o", "out.gp"}},
    {"deals chart", {"chart", "deals", "Nissan", "-o", "out.gp"}},
    {"changes", {"chart", "changes", "Nissan", "--from", "2010", "-o", "out.gp"}},
    {"crossings", {"chart", "thresholds", "Nissan", "-o", "out.gp"}},
    {"report", {"report", "Nissan", "--no-charts", "--today", "2026-01-01", "-o", "out"}},
};

static const struct {
    const char *name, *text;
} files[] = {
    {"second.csv", "date,kind,issuer,holder,amount,round,role,x_a,note\n2020-01-02,round,Acme,,USD "
                   "10M,Series A,,=1+1,\n"
                   "2020-01-02,round,Acme,Ada,USD 4M,Series A,lead,,\"a, "
                   "\"\"note\"\"\"\n2021-03-04,debt,Acme,Bank,EUR "
                   "1M,,,,\n"},
    {"more.csv",
     "date,kind,issuer,holder,stake,source\n2012-01-01,acquire,Nissan,New,3,Reuters\n"
     "2013-01-01,acquire,Other,Renault,~5%,Reuters\n2013-02-01,holding,Other,Ada,>50%,\n"},
    {"bad.csv",
     "date,kind,issuer,holder,stake\n2012-01-01,acquire,Nissan,New,3\n2013-02-30,note,A,,\n"
     "2013-01-01,acquire,Other,Renault,101\n2014-01-01,x,A\n"},
    {"some.ini",
     "# A map\n[columns]\ndate = when\nkind = \"holding\"\nissuer = who | what\nholder = whose\n"
     "stake = how\nsource = \"{who}, [{more}]\"\n[values.issuer]\nx = X Corp\n[rows]\ndrop = "
     "whose == \"\"\n"},
    {"mapped.csv", "when,who,what,whose,how,more\n2020-01-01,x,,Ada,5%,\n2020-02-01,,Y,Bob,6%,m\n"
                   "2020-02-01,,Y,,7%,\n"},
    {"list.ini",
     "[columns]\ndate = when\nkind = \"holding\"\nissuer = who\nholder = whose\nstake = how\n"
     "[snapshot]\nby = holder\n"},
    {"list.csv", "when,who,whose,how\n2020-01-01,A,Ada,5\n2020-01-01,B,Ada,6\n2020-02-01,A,Ada,5\n"
                 "2020-02-01,C,Ada,1\n"},
    {"aliases.csv", "name,alias\nNissan,ticker:7201.T\nRenault,Régie Renault\n"},
    {"rates.csv", "Date,USD,JPY\n2020-01-02,1.1193,121.75\n2020-01-01,1.1,121\n"},
};

static const char old_text[] = "the old file\n";

/* ---- what there is before and after ---- */

struct bytes {
    char *data;
    size_t length;
};

static _Noreturn void fail_with(const char *what, const char *detail)
{
    fprintf(stderr, "faults: %s: %s\n", what, detail);
    exit(1);
}

static bool read_file(const char *path, struct bytes *out)
{
    FILE *file = __real_fopen(path, "rb");
    *out = (struct bytes){NULL, 0};
    if (file == NULL) return false;
    struct stat info;
    if (fstat(fileno(file), &info) != 0) fail_with("cannot look at", path);
    out->length = (size_t)info.st_size;
    out->data = __real_malloc(out->length + 1);
    if (out->data == NULL || fread(out->data, 1, out->length, file) != out->length)
        fail_with("cannot read", path);
    out->data[out->length] = '\0';
    fclose(file);
    return true;
}

static void write_file(const char *path, const void *data, size_t length)
{
    FILE *file = __real_fopen(path, "wb");
    if (file == NULL || fwrite(data, 1, length, file) != length || fclose(file) != 0)
        fail_with("cannot write", path);
}

static bool same(const struct bytes *a, const struct bytes *b)
{
    return a->length == b->length && (a->length == 0 || memcmp(a->data, b->data, a->length) == 0);
}

static void drop(struct bytes *bytes)
{
    free(bytes->data);
    *bytes = (struct bytes){NULL, 0};
}

/* Everything in a database but when things were imported; also says when it is damaged. */
static struct bytes dump(const char *path)
{
    static const char *const queries[] = {
        "SELECT 'integrity', integrity_check FROM pragma_integrity_check",
        "SELECT 'pack', issuer, day, seq, hex(claims), hex(details) FROM pack ORDER BY 2, 3, 4",
        "SELECT 'link', holder, issuer FROM link ORDER BY 2, 3",
        "SELECT 'issuer', entity, funded FROM issuer ORDER BY 2",
        "SELECT 'entity', id, name, same_as FROM entity ORDER BY 2",
        "SELECT 'name', key, entity, kind, text FROM name ORDER BY 2",
        "SELECT 'import', id, map, first_seq, end_seq, events, duplicates, rejected FROM import",
        "SELECT 'file', import, number, path, first_seq FROM import_file",
        "SELECT 'former', entity, number, name, day FROM former_name",
        "SELECT 'rate', currency, day, units, decimals FROM rate",
        "SELECT 'counter', of, next FROM counter"};
    sqlite3 *raw = NULL;
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);
    if (access(path, F_OK) != 0) {
        fputs("there is none", out);
    } else if (sqlite3_open(path, &raw) == SQLITE_OK) {
        for (size_t i = 0; i < sizeof queries / sizeof queries[0]; i++) {
            sqlite3_stmt *rows = NULL;
            if (sqlite3_prepare_v2(raw, queries[i], -1, &rows, NULL) != SQLITE_OK)
                fprintf(out, "%s\n", sqlite3_errmsg(raw));
            while (rows != NULL && sqlite3_step(rows) == SQLITE_ROW) {
                for (int k = 0; k < sqlite3_column_count(rows); k++)
                    fprintf(out, "%s|", (const char *)sqlite3_column_text(rows, k));
                fputc('\n', out);
            }
            sqlite3_finalize(rows);
        }
    }
    sqlite3_close(raw);
    fclose(out);
    return (struct bytes){text, length};
}

static struct {
    struct bytes file, book;       /* the database before, its bytes and what is in it */
    struct bytes after, new_after; /* what is in it and in new.db afterwards */
    struct bytes out, said;        /* what was written and said */
    int status;
    bool is_backup;
} good;

static const char *out_name(const struct scenario *scenario)
{
    for (size_t i = 0; i < WORDS_MAX && scenario->words[i] != NULL; i++)
        if (strncmp(scenario->words[i], "out", 3) == 0) return scenario->words[i];
    return NULL;
}

static void set_up(const struct scenario *scenario)
{
    static const char *const left[] = {"new.db", "new.db-journal", "stakeline.db-journal"};
    for (size_t i = 0; i < sizeof left / sizeof left[0]; i++)
        unlink(left[i]);
    write_file("stakeline.db", good.file.data, good.file.length);
    if (out_name(scenario) != NULL) write_file(out_name(scenario), old_text, sizeof old_text - 1);
}

/* Runs the command. What it says goes to the files out-said and err-said. */
static int run(const struct scenario *scenario)
{
    char *argv[WORDS_MAX + 2] = {"stakeline"};
    int argc = 1;
    for (; argc <= WORDS_MAX && scenario->words[argc - 1] != NULL; argc++)
        argv[argc] = (char *)scenario->words[argc - 1];
    if (ftruncate(1, 0) != 0 || ftruncate(2, 0) != 0) abort();
    lseek(1, 0, SEEK_SET), lseek(2, 0, SEEK_SET);
    fault.count = 0;
    fault.armed = true;
    const int status = __real_main(argc, argv);
    fault.armed = false;
    clearerr(stdout);
    fflush(stdout);
    fflush(stderr);
    return status;
}

static int failures;

static void complain(const struct scenario *scenario, const char *what)
{
    struct bytes said, printed;
    read_file("err-said", &said);
    read_file("out-said", &printed);
    dprintf(3, "%s: %s %ld%s: %s (it said: %.100s%.100s)\n", scenario->name, call_names[fault.call],
            fault.at, fault.on ? " and all after it" : "", what, said.data == NULL ? "" : said.data,
            printed.data == NULL ? "" : printed.data);
    drop(&said);
    drop(&printed);
    failures++;
}

static bool is_out_intact(const struct scenario *scenario, bool may_be_new)
{
    struct bytes out;
    const char *name = out_name(scenario);
    if (name == NULL) return true;
    read_file(name, &out);
    bool old = out.length == sizeof old_text - 1 && memcmp(out.data, old_text, out.length) == 0;
    bool intact =
        (may_be_new && same(&out, &good.out)) || (!may_be_new && old) || (may_be_new && old);
    drop(&out);
    return intact;
}

static void check_book(const struct scenario *scenario, bool done)
{
    struct bytes file, book, new_book = dump("new.db");
    read_file("stakeline.db", &file);
    if (done || !same(&file, &good.file)) {
        book = dump("stakeline.db");
        if (done && !same(&book, &good.after)) complain(scenario, "success, and another log");
        if (!done && !same(&book, &good.book) && !same(&book, &good.after))
            complain(scenario, "half of a change in the log");
        drop(&book);
    }
    if (done && !same(&new_book, &good.new_after))
        complain(scenario, "success, and another new log");
    if (!done && strcmp(new_book.data, "there is none") != 0 &&
        strstr(new_book.data, "pack|") != NULL && !same(&new_book, &good.new_after))
        complain(scenario, "half of a new log");
    drop(&file);
    drop(&new_book);
}

static void check(const struct scenario *scenario, int status)
{
    struct bytes out, said, message;
    read_file("err-said", &message);
    read_file("out-said", &said);
    const bool done = status == good.status && status != 4;
    if (done) {
        if (!same(&said, &good.said)) complain(scenario, "success, and something else was said");
        if (out_name(scenario) != NULL) {
            read_file(out_name(scenario), &out);
            if (!same(&out, &good.out)) complain(scenario, "success, and another file");
            drop(&out);
        }
    } else {
        if (status != 4) complain(scenario, "no failure of the environment");
        if (fault.call == INTERRUPTIONS) complain(scenario, "not done");
        if (message.length == 0) complain(scenario, "no message");
        if (!is_out_intact(scenario, true)) complain(scenario, "half a file");
    }
    check_book(scenario, done);
    drop(&said);
    drop(&message);
}

static void learn(const struct scenario *scenario)
{
    set_up(scenario);
    good.status = run(scenario);
    if (good.status > 1 && good.status != 3) complain(scenario, "fails without a fault");
    read_file("out-said", &good.said);
    if (out_name(scenario) != NULL) read_file(out_name(scenario), &good.out);
    good.after = dump("stakeline.db");
    good.new_after = dump("new.db");
}

/* At every point, or at some thirty of each call in each way. */
static void walk(const struct scenario *scenario)
{
    const char *all = getenv("SL_ALL");
    const char *one = getenv("SL_AT");
    long tried = 0;
    learn(scenario);
    if (one != NULL) {
        int number, on;
        if (sscanf(one, "%d:%ld:%d", &number, &fault.at, &on) != 3 || number < 0 || number >= CALLS)
            fail_with("not CALL:NUMBER:ON", one);
        fault.call = (enum call)number;
        fault.on = on != 0;
        set_up(scenario);
        check(scenario, run(scenario));
        return;
    }
    for (int call = 0; call < CALLS; call++) {
        fault.call = (enum call)call;
        fault.at = 0;
        set_up(scenario);
        run(scenario);
        const long total = fault.count, step = all != NULL || total < 30 ? 1 : total / 30;
        for (long at = 1 + (total * 7 + call) % step; at <= total; at += step) {
            for (int on = 0; on < (call == INTERRUPTIONS ? 1 : 2); on++) {
                set_up(scenario);
                fault.at = at;
                fault.on = on != 0;
                check(scenario, run(scenario));
                tried++;
            }
        }
        fault.on = false;
    }
    if (getenv("SL_SHOW") != NULL) dprintf(3, "%s: %ld points\n", scenario->name, tried);
    if (tried < 4) complain(scenario, "too few points");
    drop(&good.said);
    drop(&good.out);
    drop(&good.after);
    drop(&good.new_after);
}

/* In a process of its own: the command keeps its options in static variables. */
static bool walk_apart(const struct scenario *scenario)
{
    int status;
    pid_t child = fork();
    if (child == 0) {
        walk(scenario);
        drop(&good.file);
        drop(&good.book);
        exit(failures > 0);
    }
    if (child < 0 || waitpid(child, &status, 0) != child) fail_with("cannot fork", scenario->name);
    if (WIFSIGNALED(status))
        dprintf(3, "%s: ended by signal %d\n", scenario->name, WTERMSIG(status));
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static void make_files(const char *deals)
{
    struct bytes text;
    static const struct scenario imports = {"preparing", {"import", "deals.csv"}},
                                 second = {"preparing", {"import", "second.csv"}},
                                 rates = {"preparing", {"rates", "import", "rates.csv"}};
    if (!read_file(deals, &text)) fail_with("cannot read", deals);
    char folder[64]; /* in memory where that can be had: every point is synced */
    snprintf(folder, sizeof folder, "%s/stakeline-faults-XXXXXX",
             access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp");
    if (mkdtemp(folder) == NULL || chdir(folder) != 0) fail_with("cannot make", folder);
    write_file("deals.csv", text.data, text.length);
    drop(&text);
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++)
        write_file(files[i].name, files[i].text, strlen(files[i].text));
    /* What is said is looked at; what is wrong is told on descriptor 3. */
    if (dup2(2, 3) != 3 || freopen("out-said", "w+", stdout) == NULL ||
        freopen("err-said", "w+", stderr) == NULL)
        abort();
    if (run(&imports) != 0 || run(&second) != 0 || run(&rates) != 0) {
        dprintf(3, "faults: the first import failed\n");
        exit(1);
    }
    read_file("stakeline.db", &good.file);
    good.book = dump("stakeline.db");
}

static void remove_files(void)
{
    static const char *const more[] = {"deals.csv", "stakeline.db",   "stakeline.db-journal",
                                       "new.db",    "new.db-journal", "out",
                                       "out.gp",    "out-said",       "err-said"};
    char folder[4096];
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++)
        unlink(files[i].name);
    for (size_t i = 0; i < sizeof more / sizeof more[0]; i++)
        unlink(more[i]);
    if (getcwd(folder, sizeof folder) != NULL && rmdir(folder) != 0)
        dprintf(3, "faults: something is left in %s\n", folder), failures++;
}

int __wrap_main(int argc, char **argv)
{
    if (argc < 2) return 2;
    wrap_sqlite();
    make_files(argv[1]);
    for (size_t i = 0; i < sizeof scenarios / sizeof scenarios[0]; i++) {
        bool wanted = argc == 2;
        for (int k = 2; k < argc; k++)
            wanted = wanted || strcmp(argv[k], scenarios[i].name) == 0;
        if (wanted && !walk_apart(&scenarios[i])) failures++;
    }
    drop(&good.file);
    drop(&good.book);
    remove_files();
    return failures > 0;
}
