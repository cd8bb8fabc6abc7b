/* stakeline: finds the command, runs it, and makes an exit status of the outcome. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <stakeline/status.h>

#include "cli/command.h"
#include "cli/help.h"
#include "cli/message.h"

/* Without this a database could be opened as descriptor 1 and be written to by a message. What is
 * put in a missing output's place cannot be written to, so that the loss is noticed. */
static void fill_descriptors(void)
{
    for (int fd = 0; fd <= 2; fd++) {
        if (fcntl(fd, F_GETFD) != -1 || errno != EBADF) continue;
        if (open("/dev/null", fd == 0 ? O_WRONLY : fd == 1 ? O_RDONLY : O_RDWR) != fd) _exit(4);
    }
}

static const char *database_path(void)
{
    if (globals.db != NULL) return globals.db;
    const char *path = getenv("STAKELINE_DB");
    return path != NULL && *path != '\0' ? path : "stakeline.db";
}

static enum sl_status run_parsed(struct call *call, struct sl_error *err)
{
    if (globals.version) {
        say("stakeline %s", sl_version());
        return SL_OK;
    }
    if (call->command == NULL) {
        print_overview(globals.help ? stdout : stderr);
        return globals.help ? SL_OK : SL_MISUSE;
    }
    if (globals.help) {
        print_help(stdout, call->command);
        return SL_OK;
    }
    call->db = database_path();
    return call->command->run(call, err);
}

static enum sl_status run(struct call *call, int argc, char **argv, struct sl_error *err)
{
    char **own = malloc(((size_t)argc + 1) * sizeof *own); /* parse() moves argv's about */
    if (own == NULL) return fail(err, SL_FAILED, "out of memory");
    memcpy(own, argv, ((size_t)argc + 1) * sizeof *own);
    call->argv = own;
    enum sl_status status = parse(call, argc, argv);
    if (status == SL_OK) status = run_parsed(call, err);
    free(own);
    return status;
}

/* A full disk shows only now. A reader that has gone away needs no message. */
static enum sl_status close_output(enum sl_status status)
{
    errno = 0;
    if (fflush(stdout) == 0 && !ferror(stdout)) return was_all_said() ? status : SL_FAILED;
    if (errno != EPIPE) complain("standard output: %s", strerror(errno == 0 ? EIO : errno));
    return SL_FAILED;
}

int main(int argc, char **argv)
{
    fill_descriptors();
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN); /* a file that may grow no further is as a full disk */
    struct call call = {0};
    struct sl_error err = {0};
    enum sl_status status = run(&call, argc, argv, &err);
    if (status != SL_OK && err.message[0] != '\0') complain("%s", err.message);
    return (int)close_output(status);
}
