/* Seeded random numbers (splitmix64): the same on every machine. */
#ifndef BENCH_DICE_H
#define BENCH_DICE_H

#include <stdint.h>

struct dice {
    uint64_t state;
};

static inline uint64_t dice_mix(uint64_t x)
{
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
    return x ^ (x >> 31);
}

static inline uint64_t dice_next(struct dice *dice)
{
    return dice_mix(dice->state += 0x9e3779b97f4a7c15u);
}

/* From 0 to below n; n > 0. */
static inline uint32_t dice_below(struct dice *dice, uint32_t n)
{
    return (uint32_t)(((dice_next(dice) >> 32) * n) >> 32);
}

/* From low to high, both of them possible. */
static inline uint32_t dice_from(struct dice *dice, uint32_t low, uint32_t high)
{
    return low + dice_below(dice, high - low + 1);
}

/* In [0, 1). */
static inline double dice_part(struct dice *dice)
{
    return (double)(dice_next(dice) >> 11) * 0x1p-53;
}

#endif
