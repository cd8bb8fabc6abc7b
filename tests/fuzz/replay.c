/* Gives a fuzz target every file of the folders that are named, in the order of their names: the
 * corpus, where libFuzzer is not at hand. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

#include "fuzz.h"

static int is_file(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

static int replay(const char *folder)
{
    struct dirent **entries = NULL;
    int count = scandir(folder, &entries, is_file, alphasort);
    for (int i = 0; i < count; i++) {
        char path[1024];
        size_t length;
        snprintf(path, sizeof path, "%s/%s", folder, entries[i]->d_name);
        free(entries[i]);
        char *bytes = fuzz_read(path, &length);
        fprintf(stderr, "%s\n", path);
        LLVMFuzzerTestOneInput((const uint8_t *)bytes, length);
        free(bytes);
    }
    free(entries);
    return count;
}

int main(int argc, char **argv)
{
    int count = 0;
    for (int i = 1; i < argc; i++) {
        int found = replay(argv[i]);
        if (found <= 0) {
            fprintf(stderr, "%s: there are no inputs\n", argv[i]);
            return 1;
        }
        count += found;
    }
    printf("%d inputs\n", count);
    return count == 0;
}
