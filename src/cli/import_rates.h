/* Files of exchange rates, for `rates import` and for `import` through a map of rates. */
#ifndef CLI_IMPORT_RATES_H
#define CLI_IMPORT_RATES_H

#include <stakeline/rates.h>

#include "cli/command.h"

/* Reads the files into the database of the call, and says what came of it. `options` may be NULL.
 */
enum sl_status import_rates(const struct call *call, const char *const *files, size_t count,
                            const struct sl_import_options *options, struct sl_error *err);

#endif
