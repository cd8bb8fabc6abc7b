/* The flags of a row in words. */
#ifndef QUERY_FLAGS_H
#define QUERY_FLAGS_H

enum { SL_FLAGS_SIZE = 64 };

/* enum sl_flag, joined with ";" in their order. */
void sl_flags_write(unsigned flags, char out[SL_FLAGS_SIZE]);

#endif
