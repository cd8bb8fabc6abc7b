/* Stories for the tests of the position model: a log as text in, its timeline as text out.
 *
 * One event a line: DATE KIND [HOLDER] [column=value …], with holders that are one capital letter
 * ("-" for none) and columns as in the event CSV (`deal=`, `stake=43.4`, `amount=5000000`; amounts
 * in whole USD; `to=B` is the counterparty). An underscore stands for a space in a value.
 *
 * One row a line out: DATE HOLDER[/CLASS] KIND CHANGE STAKE BASIS SHARES FLAGS, where STAKE is
 * LOW..HIGH when they differ, "?" when unknown, and what is blank is "-". */
#ifndef TESTS_UNIT_STORY_H
#define TESTS_UNIT_STORY_H

#include "base/buffer.h"
#include "query/replay.h"

struct story {
    struct sl_claims claims;
    struct sl_ledger ledger;
    struct sl_buffer out;
};

/* Plays the log; story->out.data is its timeline. Fails the test on a line that it can't read. */
void story_play(struct story *story, const char *log, const struct sl_view *view);
/* The cap table at its end: "A 43.4 stated; B ?", in the order of first meeting. */
const char *story_positions(struct story *story);
void story_release(struct story *story);

/* Plays the log as a whole and compares its timeline. */
void assert_timeline(const char *log, const char *expected);
/* Plays the log as a whole and compares the cap table at its end. */
void assert_positions(const char *log, const char *expected);

#endif
