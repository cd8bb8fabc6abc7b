/* The folders of maps, in their order: the user's configuration, $STAKELINE_MAPS, what is
 * installed, and in a tree that was only built, its data/maps. */
#include "cli/maps_found.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#ifndef SL_MAPS_INSTALLED
#error "SL_MAPS_INSTALLED is the folder of the installed maps"
#endif

void find_map_folders(struct map_folders *folders)
{
    const char *config = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
    const char *given = getenv("STAKELINE_MAPS");
    size_t count = 0;
    int length = -1;
    setlocale(LC_CTYPE, "C.UTF-8"); /* for the maps' patterns: texts are UTF-8 wherever we run */
    if (config != NULL && config[0] == '/')
        length = snprintf(folders->own, sizeof folders->own, "%s/stakeline/maps", config);
    else if (home != NULL && home[0] == '/')
        length = snprintf(folders->own, sizeof folders->own, "%s/.config/stakeline/maps", home);
    if (length > 0 && (size_t)length < sizeof folders->own) folders->list[count++] = folders->own;
    if (given != NULL && given[0] != '\0')
        folders->list[count++] = given;
    else
        folders->list[count++] =
            access(SL_MAPS_INSTALLED, R_OK) == 0 ? SL_MAPS_INSTALLED : SL_MAPS_BUILT;
    folders->list[count] = NULL;
}
