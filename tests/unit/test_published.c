/* Worked examples that others have printed, with their numbers: chains and circles of holdings,
 * control by votes, rounds and down rounds, disclosure lines. Each names where it is from. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <stakeline/changes.h>
#include <stakeline/network.h>

#include "log_book.h"

#define HOLDINGS "date,kind,issuer,holder,stake\n"

static void assert_owners(struct log_book *log, const char *entity, const char *expected)
{
    const struct sl_network_options options = {.direction = SL_OWNERS};
    struct sl_sink sink = log_book_sink(log, &sl_lookthrough_row_type, "entity total_pct");
    assert_rows(log, sl_lookthrough(log->book, entity, &SL_VIEW_ALL, &options, sink, &log->err),
                expected);
}

static void assert_owned(struct log_book *log, const char *entity, const char *expected)
{
    const struct sl_network_options options = {.direction = SL_HOLDINGS};
    struct sl_sink sink =
        log_book_sink(log, &sl_lookthrough_row_type, "entity direct_pct indirect_pct total_pct");
    assert_rows(log, sl_lookthrough(log->book, entity, &SL_VIEW_ALL, &options, sink, &log->err),
                expected);
}

static void assert_controls(struct log_book *log, const char *entity, const char *expected)
{
    struct sl_sink sink = log_book_sink(log, &sl_control_row_type, "entity relation votes_pct via");
    assert_rows(log, sl_control(log->book, entity, &SL_VIEW_ALL, sink, &log->err), expected);
}

static void assert_cap_table(struct log_book *log, const char *expected)
{
    struct sl_sink sink = log_book_sink(log, &sl_holders_row_type, "holder stake_pct shares");
    assert_rows(log, sl_holders_at(log->book, "Acme", &SL_VIEW_ALL, sink, &log->err), expected);
}

static void assert_crossings(struct log_book *log, enum sl_regime regime, const char *expected)
{
    const struct sl_crossing_options options = {.view = SL_VIEW_ALL, .regime = regime};
    struct sl_sink sink = log_book_sink(log, &sl_crossing_row_type,
                                        "holder direction threshold_pct from_pct to_pct certainty");
    assert_rows(log, sl_crossings(log->book, "Acme", &options, sink, &log->err), expected);
}

/* ---- chains ---- */

/* Allen White (Sigma Conso), "When matrix theory explains consolidation": 10 + 32 + 2.4 + 12. */
static void four_paths_of_a_group_add_up_to_56_4(void **state)
{
    struct log_book *log = *state;
    log_book_import(log, HOLDINGS "2020,holding,S1,S0,80\n2020,holding,S2,S0,60\n"
                                  "2020,holding,S3,S0,10\n2020,holding,S1,S2,10\n"
                                  "2020,holding,S3,S2,20\n2020,holding,S3,S1,40\n");
    assert_owned(log, "S0", "S1|80|6|86\nS2|60|0|60\nS3|10|46.4|56.4\n");
    const struct sl_network_options options = {.direction = SL_OWNERS};
    struct sl_sink sink = log_book_sink(log, &sl_path_row_type, "entity path_pct path");
    assert_rows(
        log, sl_lookthrough_paths(log->book, "S3", &SL_VIEW_ALL, &options, sink, &log->err),
        "S0|32|S0 \u2192 S1 (80 %) \u2192 S3 (40 %)\nS0|12|S0 \u2192 S2 (60 %) \u2192 S3 (20 %)\n"
        "S0|10|S0 \u2192 S3 (10 %)\n"
        "S0|2.4|S0 \u2192 S2 (60 %) \u2192 S1 (10 %) \u2192 S3 (40 %)\n"
        "S1|40|S1 \u2192 S3 (40 %)\n"
        "S2|20|S2 \u2192 S3 (20 %)\nS2|4|S2 \u2192 S1 (10 %) \u2192 S3 (40 %)\n");
}

/* Beams, Advanced Accounting, chapter 9: father, son and grandson (80 % of 70 %). */
static void a_grandson_is_owned_to_56(void **state)
{
    struct log_book *log = *state;
    log_book_import(log, HOLDINGS "2020,holding,A,Parent,80\n2020,holding,B,A,70\n");
    assert_owned(log, "Parent", "A|80|0|80\nB|0|56|56\n");
    assert_controls(log, "Parent", "A|controls|80|\nB|controls|70|A\n");
}

/* The same: connecting affiliates (20 % and 80 % of 40 %). */
static void connecting_affiliates_make_52(void **state)
{
    struct log_book *log = *state;
    log_book_import(log, HOLDINGS "2020,holding,A,Parent,80\n2020,holding,B,Parent,20\n"
                                  "2020,holding,B,A,40\n");
    assert_owned(log, "Parent", "A|80|0|80\nB|20|32|52\n");
    assert_controls(log, "B", "Parent|controlled by|60|A\nParent|ultimately controlled by|60|A\n");
}

/* An Indian guide to significant beneficial owners: 10 % and 60 % of 5 % make 13 %. */
static void a_beneficial_owner_adds_what_others_hold_for_him(void **state)
{
    struct log_book *log = *state;
    log_book_import(log, HOLDINGS "2019,holding,XYZ,Mr. X,60\n2019,holding,Reporting,XYZ,5\n"
                                  "2019,holding,Reporting,Mr. X,10\n");
    assert_owned(log, "Mr. X", "XYZ|60|0|60\nReporting|10|3|13\n");
}

/* ---- control ---- */

/* The statisticians' definition of the ultimate beneficial owner (UN and OECD glossaries): 70 % of
 * B and its 60 % of C. */
static void who_owns_70_of_60_is_the_ultimate_owner(void **state)
{
    struct log_book *log = *state;
    log_book_import(log, HOLDINGS "2020,holding,B,A,70\n2020,holding,C,B,60\n");
    assert_controls(log, "C",
                    "A|controlled by|60|B\nB|controlled by|60|\nA|ultimately controlled by|60|B\n");
}

/* The same: 100 % of B1 with 20 % and 80 % of B2 with 40 % are 52 % of C. "A controls C, although
 * indirectly (neither B1 nor B2 controls C)". */
static void two_minorities_of_one_owner_control(void **state)
{
    struct log_book *log = *state;
    log_book_import(log, HOLDINGS "2020,holding,B1,A,100\n2020,holding,B2,A,80\n"
                                  "2020,holding,C,B1,20\n2020,holding,C,B2,40\n");
    assert_owners(log, "C", "A|52\nB2|40\nB1|20\n");
    assert_controls(log, "C", "A|controlled by|60|B2; B1\nA|ultimately controlled by|60|B2; B1\n");
}

/* A guide to beneficial ownership: 50 % of 60 % are 30 %. Half is not control: the register of
 * persons with significant control counts a chain through majorities (Companies Act 2006, schedule
 * 1A). */
static void half_of_a_company_that_has_60_is_30_and_no_control(void **state)
{
    struct log_book *log = *state;
    log_book_import(log, HOLDINGS "2020,holding,XYZ,Mr. X,50\n2020,holding,ABC,XYZ,60\n");
    assert_owners(log, "ABC", "XYZ|60\nMr. X|30\n");
    assert_controls(log, "ABC", "XYZ|controlled by|60|\nXYZ|ultimately controlled by|60|\n");
}

/* Close links (CRR, article 4(1)(38); Transparency Directive, "directly or by way of control"): 20
 * % held by one that is controlled is a participation of 20 %, though 51 % of 20 % are 10.2 % of
 * the capital. */
static void a_participation_by_way_of_control_is_counted_whole_by_votes(void **state)
{
    struct log_book *log = *state;
    log_book_import(log, HOLDINGS "2020,holding,B,A,51\n2020,holding,C,B,20\n"
                                  "2020,holding,C,D,31\n2020,holding,D,A,60\n");
    assert_owners(log, "C", "D|31\nA|28.8\nB|20\n");
    assert_controls(log, "C", "A|controlled by|51|D; B\nA|ultimately controlled by|51|D; B\n");
}

/* ---- circles ---- */

/* Reciprocal interests (ASC 810; Beams, chapter 9), by simultaneous equations: P has 80 % of S, S
 * 10 % of P. Of what P earns with S, P = p + 0.8 S and S = s + 0.1 P: the outside owners of P have
 * 90 % of P / 0.92, those of S 20 % of S / 0.92. */
static void reciprocal_interests_come_out_by_simultaneous_equations(void **state)
{
    struct log_book *log = *state;
    log_book_import(log, HOLDINGS "2020,holding,S,P,80\n2020,holding,S,Minority,20\n"
                                  "2020,holding,P,S,10\n2020,holding,P,Public,90\n");
    assert_owners(log, "P", "Public|97.826087\nS|10\nMinority|2.173913\n");
    assert_owners(log, "S", "P|80\nPublic|78.26087\nMinority|21.73913\n");
}

/* Brioschi, Buzzacchi and Colombo (1989): what an outside shareholder has of the firms of a group
 * is F (I - A)^-1. Two firms that have a half of each other: the one outsider has all of both. */
static void an_outsider_has_all_of_two_firms_that_own_half_of_each_other(void **state)
{
    struct log_book *log = *state;
    log_book_import(log, HOLDINGS "2020,holding,A,B,50\n2020,holding,B,A,50\n"
                                  "2020,holding,A,Lenora,50\n2020,holding,B,Lenora,50\n");
    assert_owned(log, "Lenora", "A|50|50|100\nB|50|50|100\n");
}

/* The same formula, for a ring of three with an outside owner each (F = 0.8, 0.7, 0.6): rows of
 * F (I - A)^-1 with 1 / (1 - 0.2 * 0.3 * 0.4). */
static void a_ring_of_three_comes_out_as_the_inverse(void **state)
{
    struct log_book *log = *state;
    log_book_import(log, HOLDINGS "2020,holding,B,A,30\n2020,holding,C,B,40\n2020,holding,A,C,20\n"
                                  "2020,holding,A,F1,80\n2020,holding,B,F2,70\n"
                                  "2020,holding,C,F3,60\n");
    assert_owners(log, "A", "F1|81.967213\nC|20\nF3|12.295082\nB|8\nF2|5.737705\n");
    assert_owners(log, "C", "F3|61.47541\nB|40\nF2|28.688525\nA|12\nF1|9.836066\n");
}

/* Treasury shares: what a company has of itself goes to its other owners, 45 of 90. */
static void treasury_shares_raise_everyone_elses_part(void **state)
{
    struct log_book *log = *state;
    log_book_import(log, HOLDINGS "2020,holding,A,A,10\n2020,holding,A,Ann,45\n"
                                  "2020,holding,A,Bob,45\n");
    assert_owners(log, "A", "Ann|50\nBob|50\n");
}

/* ---- rounds ---- */

#define ROUNDS "date,kind,issuer,holder,shares,amount,pre_money,round\n"

/* 1984 Ventures, "Cap Table 101": two founders of 1M shares each; $2M at $8M before the money, so
 * $4 a share, 500,000 new shares and 20 %. */
static void a_seed_round_at_8_million_sells_20_for_2(void **state)
{
    struct log_book *log = *state;
    log_book_import(log, ROUNDS "2020-01-01,found,Acme,,,,,\n2020-01-01,issue,Acme,One,1000000,,,\n"
                                "2020-01-01,issue,Acme,Two,1000000,,,\n"
                                "2020-06-01,round,Acme,VC,,USD 2M,USD 8M,Seed\n");
    assert_cap_table(log, "One|40|1000000\nTwo|40|1000000\nVC|20|500000\n");
}

/* The cap tables of Delta, Inc. after two rounds, as printed: 67.5, 25 and 7.5 %; then 48, 20, 26.7
 * and 5.3 % of 11,250,000 shares. */
static void two_rounds_make_the_printed_cap_tables(void **state)
{
    struct log_book *log = *state;
    log_book_import(log,
                    ROUNDS "2020-01-01,found,Acme,,,,,\n2020-01-01,issue,Acme,Founder,5400000,,,\n"
                           "2020-01-01,issue,Acme,Options,600000,,,\n"
                           "2020-06-01,round,Acme,Investor A,,USD 2M,USD 6M,Series A\n");
    assert_cap_table(log, "Founder|67.5|5400000\nInvestor A|25|2000000\nOptions|7.5|600000\n");
    log_book_import(log,
                    ROUNDS "2021-06-01,round,Acme,Investor B,,\"USD 6,000,000\",USD 16M,Series B\n"
                           "2021-06-01,round,Acme,Investor A,,\"USD 500,000\",USD 16M,Series B\n");
    assert_cap_table(log, "Founder|48|5400000\nInvestor B|26.666667|3000000\n"
                          "Investor A|20|2250000\nOptions|5.333333|600000\n");
}

/* An examination question on the option pool: 3,000,000 founders' shares, $15M before the money,
 * $5M, a pool of 15 % of what is there afterwards: 60, 15 and 25 %, at $4 a share. */
static void an_option_pool_before_the_money_is_paid_for_by_the_founders(void **state)
{
    struct log_book *log = *state;
    log_book_import(log,
                    ROUNDS "2020-01-01,found,Acme,,,,,\n2020-01-01,issue,Acme,Founders,3000000,,,\n"
                           "2020-05-31,issue,Acme,Pool,750000,,,\n"
                           "2020-06-01,round,Acme,VC,,USD 5M,USD 15M,Series A\n");
    assert_cap_table(log, "Founders|60|3000000\nVC|25|1250000\nPool|15|750000\n");
}

/* Financial Edge, "Down rounds": 6M founders' shares and 3M of series A at 1; series B raises 1.5M
 * for 3.75M shares, at 0.4. */
static void a_down_round_dilutes_those_before_it(void **state)
{
    struct log_book *log = *state;
    log_book_import(log,
                    ROUNDS "2020-01-01,found,Acme,,,,,\n2020-01-01,issue,Acme,Founders,6000000,,,\n"
                           "2020-06-01,round,Acme,Series A,,USD 3M,USD 6M,A\n"
                           "2021-06-01,round,Acme,Series B,,USD 1.5M,USD 3.6M,B\n");
    assert_cap_table(log, "Founders|47.058824|6000000\nSeries B|29.411765|3750000\n"
                          "Series A|23.529412|3000000\n");
}

/* The same with the narrow-based weighted average: "founders would still have the 6
 * million shares, the series A investors ... 4.5 million shares". */
static void shares_against_dilution_are_an_issue_of_their_own(void **state)
{
    struct log_book *log = *state;
    log_book_import(log,
                    ROUNDS "2020-01-01,found,Acme,,,,,\n2020-01-01,issue,Acme,Founders,6000000,,,\n"
                           "2020-06-01,round,Acme,Series A,,USD 3M,USD 6M,A\n"
                           "2021-06-01,round,Acme,Series B,3750000,USD 1.5M,,B\n"
                           "2021-06-01,issue,Acme,Series A,1500000,,,\n");
    assert_cap_table(log, "Founders|42.105263|6000000\nSeries A|31.578947|4500000\n"
                          "Series B|26.315789|3750000\n");
}

/* A case for founders: $20M at $1 and $10M before the money; then $10M at $0.5. */
static void a_round_at_half_the_price_leaves_the_founders_a_fifth(void **state)
{
    struct log_book *log = *state;
    log_book_import(log, ROUNDS
                    "2020-01-01,found,Acme,,,,,\n2020-01-01,issue,Acme,Founders,10000000,,,\n"
                    "2020-06-01,round,Acme,A,,USD 20M,USD 10M,A\n"
                    "2021-12-01,round,Acme,B,,USD 10M,USD 15M,B\n");
    assert_cap_table(log, "A|40|20000000\nB|40|20000000\nFounders|20|10000000\n");
}

/* ---- lines ---- */

/* A change report to the Ministry of Finance: Silchester in Nikkon, from 7.61 to 6.53 %. */
static void a_holder_reports_a_point_less_in_japan(void **state)
{
    struct log_book *log = *state;
    log_book_import(log, "date,kind,issuer,holder,stake,stake_after\n"
                         "2024-06-01,acquire,Acme,Silchester,,7.61\n"
                         "2024-09-01,dispose,Acme,Silchester,,7.00\n"
                         "2024-11-11,dispose,Acme,Silchester,,6.53\n");
    assert_crossings(log, SL_REGIME_JAPAN,
                     "Silchester|up|5|0|7.61|\n"
                     "Silchester|down|6.61|7|6.53|\n");
}

/* An investors' forum on DTR 5, of a holder of 11 % who sells it all: 11, 10, 9, 8, 7, 6, 5, 4, 3.
 */
static void selling_11_per_cent_falls_below_nine_lines_of_dtr_5(void **state)
{
    struct log_book *log = *state;
    log_book_import(log, "date,kind,issuer,holder,shares,outstanding\n"
                         "2025-01-01,outstanding,Acme,,,1000000\n"
                         "2025-02-02,acquire,Acme,Fund,110000,\n"
                         "2025-06-01,dispose,Acme,Fund,110000,\n");
    const struct sl_crossing_options options = {.view = {.from = 20240,
                                                         .to = SL_DAY_MAX,
                                                         .known_by = SL_DAY_MAX,
                                                         .pro_forma = SL_STAGE_COMPLETED},
                                                .regime = SL_REGIME_DTR5};
    struct sl_sink sink = log_book_sink(log, &sl_crossing_row_type, "direction threshold_pct");
    assert_rows(log, sl_crossings(log->book, "Acme", &options, sink, &log->err),
                "down|11\ndown|10\ndown|9\ndown|8\ndown|7\ndown|6\ndown|5\ndown|4\ndown|3\n");
}

/* FCA handbook, DTR 5.1.1(6): "rounded down to the next whole number". From 3.9 to 4.0 % is a line,
 * from 4.0 to 4.9 % none. */
static void dtr_5_rounds_down_to_the_whole_per_cent(void **state)
{
    struct log_book *log = *state;
    log_book_import(log, "date,kind,issuer,holder,stake,stake_after\n"
                         "2024-06-01,acquire,Acme,Fund,3.9,\n2024-07-01,acquire,Acme,Fund,0.1,\n"
                         "2024-08-01,acquire,Acme,Fund,0.9,\n");
    assert_crossings(log, SL_REGIME_DTR5, "Fund|up|3|0|3.9|\nFund|up|4|3.9|4|\n");
}

#define FACT(name) cmocka_unit_test_setup_teardown(name, log_book_set_up, log_book_tear_down)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        FACT(four_paths_of_a_group_add_up_to_56_4),
        FACT(a_grandson_is_owned_to_56),
        FACT(connecting_affiliates_make_52),
        FACT(a_beneficial_owner_adds_what_others_hold_for_him),
        FACT(who_owns_70_of_60_is_the_ultimate_owner),
        FACT(two_minorities_of_one_owner_control),
        FACT(half_of_a_company_that_has_60_is_30_and_no_control),
        FACT(a_participation_by_way_of_control_is_counted_whole_by_votes),
        FACT(reciprocal_interests_come_out_by_simultaneous_equations),
        FACT(an_outsider_has_all_of_two_firms_that_own_half_of_each_other),
        FACT(a_ring_of_three_comes_out_as_the_inverse),
        FACT(treasury_shares_raise_everyone_elses_part),
        FACT(a_seed_round_at_8_million_sells_20_for_2),
        FACT(two_rounds_make_the_printed_cap_tables),
        FACT(an_option_pool_before_the_money_is_paid_for_by_the_founders),
        FACT(a_down_round_dilutes_those_before_it),
        FACT(shares_against_dilution_are_an_issue_of_their_own),
        FACT(a_round_at_half_the_price_leaves_the_founders_a_fifth),
        FACT(a_holder_reports_a_point_less_in_japan),
        FACT(selling_11_per_cent_falls_below_nine_lines_of_dtr_5),
        FACT(dtr_5_rounds_down_to_the_whole_per_cent),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
