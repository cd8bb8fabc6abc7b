/* Where spreadsheets are written: by this program, or by the one beside it that can. */
#ifndef CLI_SPREADSHEET_H
#define CLI_SPREADSHEET_H

#include "cli/command.h"

/* Goes on where spreadsheets can be written: here, or in the other program, from which there is no
 * return. SL_FAILED when that is not there. */
enum sl_status go_where_spreadsheets_are(const struct call *call, struct sl_error *err);

#endif
