/* Stories for the tests of the position model: a log as text in, its timeline as text out.
 *
 * One event a line: DATE KIND [HOLDER] [column=value …], with holders that are one capital letter
 * ("-" for none) and columns as in the event CSV (`deal=`, `stake=43.4`, `amount=5000000` in whole
 * USD or `amount=EUR5000000`; `to=B` is the counterparty). An underscore stands for a space in a
 * value. The issuer is always the same.
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
void story_release(struct story *story);

/* Views of a log; a partial date means its last day. */
struct sl_view known_by(const char *date);
struct sl_view on(const char *date);
struct sl_view pro_forma(enum sl_stage stage);

/* Each plays the log as a whole and compares: its timeline; what the view shows of it; the rows of
 * the date of its last row; */
void assert_timeline(const char *log, const char *expected);
void assert_timeline_seen(const char *log, struct sl_view view, const char *expected);
void assert_last_rows(const char *log, const char *expected);
/* the positions that are not 0 at its end, in the order of first meeting: "A 43.4 stated; B ?;
 * C 100 waiting"; their votes: "A 40; B ?"; since when and by which source: "A 2020 Press"; */
void assert_positions(const char *log, const char *expected);
void assert_votes(const char *log, const char *expected);
void assert_origins(const char *log, const char *expected);
/* the capital at its end: "V 1.25; f 800; W 0", "?" for what is unset or unknown. */
void assert_capital(const char *log, const char *expected);

#endif
