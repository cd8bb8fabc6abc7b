/* The command is made twice: without libxlsxwriter, which takes longer to load than all the rest,
 * and with it (SL_SPREADSHEETS). The first becomes the second when a spreadsheet is asked for. */
#include "cli/spreadsheet.h"

#ifdef SL_SPREADSHEETS

enum sl_status go_where_spreadsheets_are(const struct call *call, struct sl_error *err)
{
    (void)call, (void)err;
    return SL_OK;
}

#else

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/message.h"

static const char *const places[] = {"", SL_LIBEXEC "/"}; /* in a build; installed */

enum sl_status go_where_spreadsheets_are(const struct call *call, struct sl_error *err)
{
    char own[1024], other[sizeof own + sizeof SL_LIBEXEC + sizeof "/stakeline-xlsx"];
    ssize_t length = readlink("/proc/self/exe", own, sizeof own - 1);
    if (length < 0) return fail(err, SL_FAILED, "/proc/self/exe: %s", strerror(errno));
    own[length] = '\0';
    char *slash = strrchr(own, '/');
    if (slash != NULL) slash[1] = '\0';
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        snprintf(other, sizeof other, "%s%sstakeline-xlsx", own, places[i]);
        execv(other, call->argv);
        if (errno != ENOENT) break;
    }
    return fail(err, SL_FAILED, "%s, which writes spreadsheets: %s", other, strerror(errno));
}

#endif
