/* The words by which a company's name says what it is in law. */
#ifndef MODEL_LEGAL_FORM_H
#define MODEL_LEGAL_FORM_H

#include <stdbool.h>
#include <stddef.h>

/* `word` in lower case, without points: "ltd", "inc", "gmbh". */
bool sl_is_legal_form(const char *word, size_t length);

#endif
