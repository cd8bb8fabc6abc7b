/* Sums of rounds on their way out, as rows. */
#ifndef QUERY_ROUND_SEND_H
#define QUERY_ROUND_SEND_H

#include <stakeline/row.h>

#include "query/round_order.h"

/* Sends a row for each, in order. */
enum sl_status sl_sum_order_send(const struct sl_sum_order *order, struct sl_parts parts,
                                 struct sl_error *err);

#endif
