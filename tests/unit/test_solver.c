/* Sums over chains: by hand, against a dense elimination of another kind, and where they have no
 * end. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "query/solver.h"

enum { NODES_MAX = 260, ENTRIES_MAX = 20000 };

struct network {
    uint32_t count;
    struct sl_entry entries[ENTRIES_MAX];
    size_t entry_count;
    uint64_t seed;
};

static struct network network; /* too large for a stack */

static void start(uint32_t count, uint64_t seed)
{
    network.count = count;
    network.entry_count = 0;
    network.seed = seed;
}

static void own(uint32_t holder, uint32_t issuer, double value)
{
    assert_true(network.entry_count < ENTRIES_MAX);
    network.entries[network.entry_count++] = (struct sl_entry){holder, issuer, value};
}

static double random_part(void)
{
    network.seed = network.seed * 6364136223846793005u + 1442695040888963407u;
    return (double)(network.seed >> 11) / 9007199254740992.0;
}

static uint32_t random_below(uint32_t end)
{
    return (uint32_t)(random_part() * end);
}

/* What each has of the target; totals needs room for all. */
static double chains_to(uint32_t target, double least, double *totals)
{
    struct sl_sparse matrix;
    double doubt = NAN;
    assert_int_equal(
        sl_sparse_build(&matrix, network.count, network.entries, network.entry_count, NULL), 0);
    assert_int_equal(sl_chains_to(&matrix, target, least, totals, &doubt, NULL), 0);
    sl_sparse_release(&matrix);
    return doubt;
}

static void chains_from(uint32_t source, double *totals)
{
    static struct sl_entry turned[ENTRIES_MAX];
    struct sl_sparse matrix;
    for (size_t i = 0; i < network.entry_count; i++)
        turned[i] = (struct sl_entry){network.entries[i].column, network.entries[i].row,
                                      network.entries[i].value};
    assert_int_equal(sl_sparse_build(&matrix, network.count, turned, network.entry_count, NULL), 0);
    assert_int_equal(sl_chains_from(&matrix, source, totals, NULL), 0);
    sl_sparse_release(&matrix);
}

/* ---- an inverse by another way: Gauss-Jordan with pivots sought, on the whole matrix ---- */

static double dense[NODES_MAX][2 * NODES_MAX];

static void invert(void)
{
    size_t n = network.count;
    memset(dense, 0, sizeof dense);
    for (size_t i = 0; i < n; i++)
        dense[i][i] = dense[i][n + i] = 1;
    for (size_t i = 0; i < network.entry_count; i++)
        dense[network.entries[i].row][network.entries[i].column] -= network.entries[i].value;
    for (size_t k = 0; k < n; k++) {
        size_t best = k;
        for (size_t i = k; i < n; i++) {
            if (fabs(dense[i][k]) > fabs(dense[best][k])) best = i;
        }
        assert_true(fabs(dense[best][k]) > 1e-9);
        for (size_t j = 0; j < 2 * n; j++) {
            double kept = dense[k][j];
            dense[k][j] = dense[best][j];
            dense[best][j] = kept;
        }
        double pivot = dense[k][k];
        for (size_t j = 0; j < 2 * n; j++)
            dense[k][j] /= pivot;
        for (size_t i = 0; i < n; i++) {
            double factor = dense[i][k];
            for (size_t j = 0; j < 2 * n && i != k && factor != 0; j++)
                dense[i][j] -= factor * dense[k][j];
        }
    }
}

static double inverse_at(size_t i, size_t j)
{
    return dense[i][network.count + j];
}

/* A complete network: every company's stakes add up to 1, those of `owners` that nobody owns among
 * them. Companies hold each other and themselves. */
static void complete_network(uint32_t count, uint32_t owners, double density)
{
    for (uint32_t issuer = owners; issuer < network.count; issuer++) {
        uint32_t holders = 1 + random_below((uint32_t)(density * 2));
        double rest = 1;
        for (uint32_t i = 0; i < holders; i++) {
            double part = rest * random_part();
            own(random_below(count), issuer, part);
            rest -= part;
        }
        if (random_below(8) == 0) {
            double part = rest * random_part();
            own(issuer, issuer, part);
            rest -= part;
        }
        own(random_below(owners), issuer, rest);
    }
}

static void compare_with_inverse(double tolerance)
{
    double totals[NODES_MAX];
    invert();
    for (uint32_t target = 0; target < network.count; target += 1 + network.count / 20) {
        assert_true(chains_to(target, 0, totals) == 0);
        for (uint32_t i = 0; i < network.count; i++)
            assert_true(fabs(totals[i] - inverse_at(i, target) / inverse_at(i, i)) <= tolerance);
        chains_from(target, totals);
        for (uint32_t j = 0; j < network.count; j++)
            assert_true(fabs(totals[j] - inverse_at(target, j) / inverse_at(target, target)) <=
                        tolerance);
    }
}

static void owners_nobody_owns_have_all(uint32_t owners)
{
    double totals[NODES_MAX];
    for (uint32_t target = owners; target < network.count; target += 1 + network.count / 40) {
        double sum = 0;
        chains_to(target, 0, totals);
        for (uint32_t i = 0; i < owners; i++)
            sum += totals[i];
        assert_true(fabs(sum - 1) <= 1e-11);
    }
}

/* ---- facts ---- */

/* O has 40 % of X, which has 30 % of Y, which has 20 % of X; P has the rest of both. */
static void two_companies_that_hold_each_other_come_out_as_by_hand(void **state)
{
    (void)state;
    double totals[4];
    start(4, 1);
    own(0, 2, 0.4);
    own(2, 3, 0.3);
    own(3, 2, 0.2);
    own(1, 2, 0.4);
    own(1, 3, 0.7);
    chains_to(2, 0, totals);
    assert_true(fabs(totals[0] - 0.4 / 0.94) < 1e-15);
    assert_true(fabs(totals[1] - (0.4 + 0.7 * 0.2) / 0.94) < 1e-15);
    assert_true(fabs(totals[3] - 0.2) < 1e-15); /* what comes back to Y is not counted twice */
    chains_to(3, 0, totals);
    assert_true(fabs(totals[0] - 0.4 * 0.3 / 0.94) < 1e-15);
    assert_true(fabs(totals[2] - 0.3) < 1e-15);
}

static void what_a_company_holds_of_itself_goes_to_its_other_owners(void **state)
{
    (void)state;
    double totals[3];
    start(3, 1);
    own(0, 1, 0.9);
    own(1, 1, 0.1);
    own(1, 2, 0.5);
    chains_to(1, 0, totals);
    assert_true(fabs(totals[0] - 1) < 1e-15);
    chains_to(2, 0, totals);
    assert_true(fabs(totals[0] - 0.5) < 1e-15);
    assert_true(fabs(totals[1] - 0.5) < 1e-15);
}

static void random_networks_agree_with_a_dense_inverse(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 60; seed++) {
        start(10 + (uint32_t)seed, seed);
        complete_network(network.count, 3, 3);
        compare_with_inverse(1e-11);
    }
}

static void large_circles_agree_with_a_dense_inverse(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 2; seed++) {
        start(NODES_MAX - 30 * (uint32_t)(seed % 2), seed);
        complete_network(network.count, 20, 4);
        compare_with_inverse(1e-11);
    }
}

/* Too many for an inverse: what comes back to each is followed from both ends, or solved for where
 * that leaves it open. Downward no chain comes back, so that this direction needs none of it. */
static void compare_directions(uint32_t members, double inside, uint32_t target)
{
    double *up = malloc(members * sizeof *up), *down = malloc(members * sizeof *down);
    start(members, 5);
    for (uint32_t issuer = 0; issuer < members; issuer++) {
        for (int i = 0; i < 3; i++)
            own(random_below(members), issuer, inside / 3 * (i == 0 ? 1 : random_part()));
    }
    assert_true(chains_to(target, 0, up) == 0);
    for (uint32_t i = 0; i < 20; i++) {
        uint32_t holder = i < 3 ? network.entries[3 * target + i % 3].row : random_below(members);
        chains_from(holder, down);
        if (holder != target) assert_true(fabs(up[holder] - down[target]) < 2e-12);
    }
    free(up);
    free(down);
}

static void very_large_circles_agree_in_both_directions(void **state)
{
    (void)state;
    compare_directions(1600, 0.5, 17);
    compare_directions(1900, 0.3, 18);
}

static void with_every_stake_known_the_last_owners_have_all(void **state)
{
    (void)state;
    for (uint64_t seed = 100; seed < 130; seed++) {
        start(5 + random_below(70), seed);
        complete_network(network.count, 2, 4);
        owners_nobody_owns_have_all(2);
    }
    start(NODES_MAX, 7);
    complete_network(network.count, 10, 3);
    owners_nobody_owns_have_all(10);
}

static void a_closed_circle_has_an_end_for_its_members(void **state)
{
    (void)state;
    double totals[4];
    start(4, 1); /* 0 and 1 own each other wholly, and half of 2 each; nobody gets in */
    own(0, 1, 1);
    own(1, 0, 1);
    own(0, 2, 0.5);
    own(1, 2, 0.5);
    chains_to(2, 0, totals);
    assert_true(totals[0] == 1 && totals[1] == 1 && totals[3] == 0);
    chains_from(0, totals);
    assert_true(totals[1] == 1 && totals[2] == 1);
}

static void who_owns_part_of_a_closed_circle_has_a_sum_without_end(void **state)
{
    (void)state;
    double totals[6];
    start(6, 1); /* 4 has a tenth of 0 all the same; 5 has 4; 3 is not reached from there */
    own(0, 1, 1);
    own(1, 0, 1);
    own(0, 2, 0.5);
    own(4, 0, 0.1);
    own(4, 3, 0.3);
    own(5, 4, 1);
    chains_to(2, 0, totals);
    assert_true(isinf(totals[4]) && isinf(totals[5]));
    assert_true(totals[0] == 0.5 && totals[1] == 0.5);
    chains_to(3, 0, totals);
    assert_true(totals[5] == 0.3 && totals[0] == 0);
    chains_from(5, totals);
    assert_true(isinf(totals[0]) && isinf(totals[2]) && totals[3] == 0.3 && totals[4] == 1);
}

static void a_company_that_owns_itself_wholly_can_have_others(void **state)
{
    (void)state;
    double totals[3];
    start(3, 1);
    own(0, 0, 1);
    own(0, 1, 0.6);
    own(2, 0, 0.1);
    chains_to(1, 0, totals);
    assert_true(totals[0] == 0.6 && isinf(totals[2]));
}

/* A ring of n, each held by the next at `part`, the first also by an owner. */
static void ring(uint32_t n, double part, double more)
{
    start(n + 1, 1);
    for (uint32_t i = 0; i < n; i++)
        own((i + 1) % n, i, part);
    for (uint32_t i = 0; i < n; i += 2)
        own(i, (i + 7) % n, more);
    own(n, 0, 0.001);
}

static void large_circles_that_hold_more_than_all_have_no_end(void **state)
{
    (void)state;
    double totals[NODES_MAX];
    ring(250, 0.9999, 0);
    chains_to(0, 0, totals);
    assert_true(fabs(totals[250] - 0.001 / (1 - pow(0.9999, 250))) < 1e-12);
    ring(250, 1, 0);
    chains_to(0, 0, totals);
    assert_true(isinf(totals[250]) && totals[5] == 1);
    ring(250, 0.9, 0.3);
    chains_to(0, 0, totals);
    assert_true(isinf(totals[250]));
}

/* Two halves that hold each other hardly let anything out: too slow for sweeps. */
static void a_large_circle_that_hardly_lets_out_is_still_exact(void **state)
{
    (void)state;
    double totals[NODES_MAX];
    uint32_t n = 250;
    start(n + 1, 3);
    for (uint32_t i = 0; i < n; i++) {
        own((i + 1) % n, i, 0.49999);
        own((i + n - 1) % n, i, 0.5);
        own(n, i, 0.00001);
    }
    chains_to(0, 0, totals);
    assert_true(fabs(totals[n] - 1) < 1e-9);
}

static void a_long_chain_needs_no_recursion(void **state)
{
    (void)state;
    uint32_t n = 1000000;
    struct sl_entry *entries = malloc(n * sizeof *entries);
    double *totals = malloc(n * sizeof *totals), doubt;
    struct sl_sparse matrix;
    for (uint32_t i = 0; i + 1 < n; i++)
        entries[i] = (struct sl_entry){i, i + 1, 1};
    assert_int_equal(sl_sparse_build(&matrix, n, entries, n - 1, NULL), 0);
    assert_int_equal(sl_chains_to(&matrix, n - 1, 0, totals, &doubt, NULL), 0);
    assert_true(totals[0] == 1);
    sl_sparse_release(&matrix);
    free(entries);
    free(totals);
}

static void what_is_under_the_least_stays_under_it(void **state)
{
    (void)state;
    double all[NODES_MAX], some[NODES_MAX];
    start(NODES_MAX, 11);
    complete_network(network.count, 20, 4);
    chains_to(50, 0, all);
    chains_to(50, 0.01, some);
    for (uint32_t i = 0; i < network.count; i++)
        assert_true(fabs(some[i] - all[i]) < 1e-12 || (all[i] < 0.01 && some[i] < 0.01));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_companies_that_hold_each_other_come_out_as_by_hand),
        cmocka_unit_test(what_a_company_holds_of_itself_goes_to_its_other_owners),
        cmocka_unit_test(random_networks_agree_with_a_dense_inverse),
        cmocka_unit_test(large_circles_agree_with_a_dense_inverse),
        cmocka_unit_test(very_large_circles_agree_in_both_directions),
        cmocka_unit_test(with_every_stake_known_the_last_owners_have_all),
        cmocka_unit_test(a_closed_circle_has_an_end_for_its_members),
        cmocka_unit_test(who_owns_part_of_a_closed_circle_has_a_sum_without_end),
        cmocka_unit_test(a_company_that_owns_itself_wholly_can_have_others),
        cmocka_unit_test(large_circles_that_hold_more_than_all_have_no_end),
        cmocka_unit_test(a_large_circle_that_hardly_lets_out_is_still_exact),
        cmocka_unit_test(a_long_chain_needs_no_recursion),
        cmocka_unit_test(what_is_under_the_least_stays_under_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
