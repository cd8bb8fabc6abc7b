/* Figures inside sentences, as people write them; never exact, the same in every locale. */
#ifndef QUERY_SAY_H
#define QUERY_SAY_H

#include "base/buffer.h"
#include "model/event.h"

/* Two decimals at most, more where they would all be 0; commas between thousands; "?" for NaN. */
void sl_say_number(struct sl_buffer *out, double value);
/* Rounded to a whole number where it is one but for rounding, else as above. */
void sl_say_count(struct sl_buffer *out, double count);
/* Parts of 1: "15.79 %", "42–44 %". */
void sl_say_part(struct sl_buffer *out, double part);
void sl_say_parts(struct sl_buffer *out, double low, double high);
/* As stated: "43.4 %", "42–44 %". */
void sl_say_stake(struct sl_buffer *out, struct sl_stake stake);
void sl_say_date(struct sl_buffer *out, struct sl_date date);
/* "JPY 237,000,000,000" */
void sl_say_money(struct sl_buffer *out, const struct sl_money *money);

#endif
