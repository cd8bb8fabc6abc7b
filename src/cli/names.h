/* What entities, alias and merge do to the names. */
#ifndef CLI_NAMES_H
#define CLI_NAMES_H

#include "cli/command.h"

enum sl_status alias_name(const struct call *call, const char *name, const char *alias,
                          struct sl_error *err);
enum sl_status merge_names(const struct call *call, const char *name, const char *other,
                           struct sl_error *err);

#endif
