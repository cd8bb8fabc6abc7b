/* Amounts as a newspaper prints them. */
#ifndef EXPORT_MONEY_WORDS_H
#define EXPORT_MONEY_WORDS_H

#include "base/buffer.h"

/* Adds "12 M", "1.25 B", "640 K", "900"; in Indian rupees "1,700 Cr" and "50 lakh". */
void sl_money_words(struct sl_buffer *out, double amount, const char *currency);

#endif
