/* Where the command looks for maps. */
#ifndef CLI_MAPS_FOUND_H
#define CLI_MAPS_FOUND_H

#include <stakeline/status.h>

enum { MAP_FOLDERS_MAX = 4 };

struct map_folders {
    const char *list[MAP_FOLDERS_MAX]; /* ends with NULL */
    char own[1024];                    /* the user's */
};

/* The user's own folder, then $STAKELINE_MAPS or the installed one. Sets the locale in which maps
 * are read. */
void find_map_folders(struct map_folders *folders);

#endif
