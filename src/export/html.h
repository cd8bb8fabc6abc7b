/* HTML from texts and rows. Every text from outside goes through sl_html_text. */
#ifndef EXPORT_HTML_H
#define EXPORT_HTML_H

#include "base/buffer.h"

/* Adds the text with controls made visible and everything quoted that means something in HTML:
 * right between tags and between the quotes of an attribute alike. NULL adds nothing. */
void sl_html_text(struct sl_buffer *out, const char *text);

/* Adds the text as a link where the address is http or https; else as text. */
void sl_html_link(struct sl_buffer *out, const char *url, const char *text);
/* Is the address one to follow from a page: http or https, without blanks and controls? */
bool sl_html_is_address(const char *url);

#endif
