/* Text made visible, for programs that are not part of the library. */
#include <stakeline/text.h>

#include <stdlib.h>

#include "base/text.h"

char *sl_text_visible(const char *text)
{
    struct sl_buffer visible = {0};
    sl_text_add_visible(&visible, text);
    sl_buffer_add(&visible, "", 0);
    if (!visible.failed) return visible.data;
    sl_buffer_release(&visible);
    return NULL;
}
