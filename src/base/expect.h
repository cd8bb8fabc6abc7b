/* A hint to the processor: memory that will soon be read. Nothing depends on it. */
#ifndef BASE_EXPECT_H
#define BASE_EXPECT_H

static inline void sl_expect(const void *memory)
{
#if defined(__GNUC__)
    __builtin_prefetch(memory);
    /* GCC takes a function that does nothing else for one without effect, and leaves out its calls */
    __asm__ volatile("" : : "r"(memory));
#else
    (void)memory;
#endif
}

#endif
