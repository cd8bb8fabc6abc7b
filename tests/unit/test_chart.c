/* What charts are made of, before gnuplot sees any of it: steps, bands, pending deals and
 * dilutions as data, ticks, labels, and the script as a whole. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "export/chart_draw.h"
#include "export/chart_label.h"
#include "export/chart_page.h"
#include "export/chart_pen.h"
#include "export/chart_scale.h"
#include "export/chart_style.h"
#include "export/chart_text.h"
#include "export/gnuplot.h"
#include "export/money_words.h"
#include "export/series.h"
#include "model/calendar.h"

/* ---- rows ---- */

static struct sl_date day_of(const char *text)
{
    int year, month, day;
    assert_int_equal(sscanf(text, "%d-%d-%d", &year, &month, &day), 3);
    return (struct sl_date){.day = sl_day_from_civil(year, month, day), .unit = SL_DATE_DAY};
}

/* A row as sl_timeline gives it: the stake and its change, NaN where they are unknown. */
static void give_range(struct sl_series *series, const char *date, const char *holder,
                       const char *kind, double low, double high, double change, unsigned flags)
{
    struct sl_timeline_row row = {.date = day_of(date),
                                  .known = day_of(date),
                                  .issuer = "Nissan",
                                  .holder = holder,
                                  .kind = kind,
                                  .status = "completed",
                                  .change_pct = change,
                                  .stake_pct = (low + high) / 2,
                                  .stake_low_pct = low,
                                  .stake_high_pct = high,
                                  .votes_pct = NAN,
                                  .shares = SL_NO_COUNT,
                                  .source = "Reuters",
                                  .flags = flags};
    assert_int_equal(sl_series_row(series, &row, NULL), SL_OK);
}

static void give(struct sl_series *series, const char *date, const char *holder, const char *kind,
                 double stake, double change)
{
    give_range(series, date, holder, kind, stake, stake, change, 0);
}

static void offer(struct sl_series *series, const char *date, const char *holder, double change)
{
    give_range(series, date, holder, "acquire", NAN, NAN, change, SL_FLAG_PENDING);
}

/* The tracks of the first line, on a canvas on which every step is seen. */
static struct sl_pen draw_first(const struct sl_series *series, const char *from, const char *until,
                                const char *to)
{
    const struct sl_canvas canvas = {.from = day_of(from).day,
                                     .to = day_of(to).day,
                                     .until = day_of(until).day,
                                     .top = 100,
                                     .wide = 100000,
                                     .high = 500,
                                     .stub = 10};
    struct sl_pen pen = {0};
    assert_int_equal(sl_pen_draw(&pen, &series->lines[0], &canvas, NULL), SL_OK);
    return pen;
}

static void assert_track(const struct sl_pen *pen, enum sl_track track, const char *expected)
{
    const struct sl_buffer *rows = &pen->tracks[track];
    assert_string_equal(rows->data == NULL ? "" : rows->data, expected);
}

/* ---- lines ---- */

static void a_stake_is_held_until_the_next_step_and_to_the_last_date(void **state)
{
    (void)state;
    struct sl_series series;
    sl_series_init(&series, false, SL_DAY_MAX);
    give(&series, "1999-05-28", "Renault", "acquire", 36.8, 36.8);
    give(&series, "2002-03-01", "Renault", "issue", 44.4, 7.6);
    struct sl_pen pen = draw_first(&series, "1999-01-01", "2003-01-01", "2003-01-01");
    assert_track(&pen, SL_TRACK_LINE,
                 "10739\t0\t1999-05-28\n10739\t36.8\t1999-05-28\n"
                 "11747\t36.8\t2002-03-01\n11747\t44.4\t2002-03-01\n"
                 "12053\t44.4\t2003-01-01\n");
    assert_track(&pen, SL_TRACK_SOFT, "");
    sl_pen_release(&pen);
    sl_series_release(&series);
}

static void a_level_first_stated_does_not_rise_from_zero(void **state)
{
    (void)state;
    struct sl_series series;
    sl_series_init(&series, false, SL_DAY_MAX);
    give(&series, "2020-01-01", "A", "holding", 10, NAN);
    struct sl_pen pen = draw_first(&series, "2019-01-01", "2020-01-02", "2020-01-02");
    assert_track(&pen, SL_TRACK_LINE, "18262\t10\t2020-01-01\n18263\t10\t2020-01-02\n");
    sl_pen_release(&pen);
    sl_series_release(&series);
}

static void an_unknown_stake_is_a_gap_and_a_sold_one_ends(void **state)
{
    (void)state;
    struct sl_series series;
    sl_series_init(&series, false, SL_DAY_MAX);
    give(&series, "2020-01-01", "A", "holding", 10, NAN);
    give(&series, "2020-01-03", "A", "dispose", NAN, NAN);
    give(&series, "2020-01-05", "A", "holding", 4, NAN);
    give(&series, "2020-01-07", "A", "dispose", 0, -4);
    struct sl_pen pen = draw_first(&series, "2019-01-01", "2020-02-01", "2020-02-01");
    assert_track(&pen, SL_TRACK_LINE,
                 "18262\t10\t2020-01-01\n18264\t10\t2020-01-03\n"
                 "\n"
                 "18266\t4\t2020-01-05\n18268\t4\t2020-01-07\n18268\t0\t2020-01-07\n");
    sl_pen_release(&pen);
    sl_series_release(&series);
}

static void a_dilution_is_an_upright_in_the_soft_style(void **state)
{
    (void)state;
    struct sl_series series;
    sl_series_init(&series, false, SL_DAY_MAX);
    give(&series, "2020-01-01", "A", "holding", 20, NAN);
    give(&series, "2020-01-03", "A", "dilution", 15, -5);
    give(&series, "2020-01-05", "A", "dilution", 14.9, -0.1);
    struct sl_pen pen = draw_first(&series, "2019-01-01", "2020-01-06", "2020-01-06");
    assert_track(&pen, SL_TRACK_SOFT, "18264\t20\t2020-01-03\n18264\t15\t2020-01-03\n");
    assert_track(&pen, SL_TRACK_LINE,
                 "18262\t20\t2020-01-01\n18264\t20\t2020-01-03\n"
                 "\n"
                 "18264\t15\t2020-01-03\n18266\t15\t2020-01-05\n"
                 "18266\t14.9\t2020-01-05\n18267\t14.9\t2020-01-06\n"); /* too low to be seen */
    sl_pen_release(&pen);
    sl_series_release(&series);
}

static void a_range_is_a_band_with_a_soft_middle(void **state)
{
    (void)state;
    struct sl_series series;
    sl_series_init(&series, false, SL_DAY_MAX);
    give_range(&series, "2020-01-01", "A", "holding", 25, 50, NAN, 0);
    give(&series, "2020-01-03", "A", "holding", 30, -7.5);
    struct sl_pen pen = draw_first(&series, "2019-01-01", "2020-01-04", "2020-01-04");
    assert_track(&pen, SL_TRACK_BAND, "18262\t25\t50\t2020-01-01\n18264\t25\t50\t2020-01-03\n");
    assert_track(&pen, SL_TRACK_SOFT, "18262\t37.5\t2020-01-01\n18264\t37.5\t2020-01-03\n");
    assert_track(&pen, SL_TRACK_LINE,
                 "18264\t37.5\t2020-01-03\n18264\t30\t2020-01-03\n18265\t30\t2020-01-04\n");
    sl_pen_release(&pen);
    sl_series_release(&series);
}

static void a_pending_deal_is_a_step_from_the_level_of_its_day(void **state)
{
    (void)state;
    struct sl_series series;
    sl_series_init(&series, false, SL_DAY_MAX);
    give(&series, "2020-01-01", "A", "holding", 43.4, NAN);
    offer(&series, "2020-02-01", "A", -28.4);
    struct sl_pen pen = draw_first(&series, "2019-01-01", "2020-01-15", "2020-03-01");
    assert_track(&pen, SL_TRACK_PENDING,
                 "18293\t43.4\t2020-02-01\n18293\t15\t2020-02-01\n18303\t15\t2020-02-11\n");
    assert_track(&pen, SL_TRACK_END, "18303\t15\t2020-02-11\n");
    assert_track(&pen, SL_TRACK_LINE, "18262\t43.4\t2020-01-01\n18276\t43.4\t2020-01-15\n");
    assert_track(&pen, SL_TRACK_SOFT, "18276\t43.4\t2020-01-15\n18322\t43.4\t2020-03-01\n");
    sl_pen_release(&pen);
    sl_series_release(&series);
}

static void a_counted_pending_deal_is_dashed_until_the_next_claim(void **state)
{
    (void)state;
    struct sl_series series;
    sl_series_init(&series, false, SL_DAY_MAX);
    give(&series, "2020-01-01", "A", "holding", 20, NAN);
    give_range(&series, "2020-01-03", "A", "acquire", 30, 30, 10, SL_FLAG_PENDING);
    give(&series, "2020-01-05", "A", "holding", 25, -5);
    struct sl_pen pen = draw_first(&series, "2019-01-01", "2020-01-06", "2020-01-06");
    assert_track(&pen, SL_TRACK_PENDING,
                 "18264\t20\t2020-01-03\n18264\t30\t2020-01-03\n18266\t30\t2020-01-05\n");
    assert_track(&pen, SL_TRACK_LINE,
                 "18262\t20\t2020-01-01\n18264\t20\t2020-01-03\n"
                 "\n"
                 "18266\t30\t2020-01-05\n18266\t25\t2020-01-05\n18267\t25\t2020-01-06\n");
    sl_pen_release(&pen);
    sl_series_release(&series);
}

static void the_picture_opens_with_the_level_from_before_it(void **state)
{
    (void)state;
    struct sl_series series;
    sl_series_init(&series, false, SL_DAY_MAX);
    give(&series, "2010-01-01", "A", "holding", 5, NAN);
    give(&series, "2015-01-01", "A", "holding", 10, 5);
    struct sl_pen pen = draw_first(&series, "2020-01-01", "2020-01-03", "2020-01-03");
    assert_track(&pen, SL_TRACK_LINE, "18262\t10\t2020-01-01\n18264\t10\t2020-01-03\n");
    sl_pen_release(&pen);
    sl_series_release(&series);
}

static void classes_of_one_holder_are_added_up(void **state)
{
    (void)state;
    struct sl_series series;
    sl_series_init(&series, false, SL_DAY_MAX);
    struct sl_timeline_row row = {.date = day_of("2020-01-01"),
                                  .issuer = "X",
                                  .holder = "A",
                                  .class_ = "ordinary",
                                  .kind = "holding",
                                  .change_pct = NAN,
                                  .stake_pct = 10,
                                  .stake_low_pct = 10,
                                  .stake_high_pct = 10};
    assert_int_equal(sl_series_row(&series, &row, NULL), SL_OK);
    row.date = day_of("2020-01-02");
    row.class_ = "preference";
    row.stake_pct = row.stake_low_pct = row.stake_high_pct = 7;
    assert_int_equal(sl_series_row(&series, &row, NULL), SL_OK);
    assert_int_equal(series.names.count, 1);
    assert_float_equal(sl_line_at(&series.lines[0], day_of("2020-01-02").day)->stake, 17, 1e-9);
    row.stake_pct = row.stake_low_pct = row.stake_high_pct = NAN;
    row.date = day_of("2020-01-03");
    assert_int_equal(sl_series_row(&series, &row, NULL), SL_OK);
    assert_true(isnan(sl_line_at(&series.lines[0], day_of("2020-01-03").day)->stake));
    sl_series_release(&series);
}

static void pacts_and_notes_say_nothing_of_a_stake(void **state)
{
    (void)state;
    struct sl_series series;
    sl_series_init(&series, false, SL_DAY_MAX);
    give(&series, "2020-01-01", "A", "holding", 10, NAN);
    give(&series, "2020-01-02", "A", "pact", NAN, NAN);
    give(&series, "2020-01-03", "B", "note", NAN, NAN);
    assert_int_equal(series.names.count, 1);
    assert_int_equal(series.lines[0].step_count, 1);
    assert_int_equal(series.last_counted, day_of("2020-01-03").day); /* but they tell the time */
    sl_series_release(&series);
}

static void rows_behind_the_end_only_tell_how_far_the_log_goes(void **state)
{
    (void)state;
    struct sl_series series;
    sl_series_init(&series, false, day_of("2020-06-30").day);
    give(&series, "2020-01-01", "A", "holding", 10, NAN);
    give(&series, "2021-01-01", "A", "holding", 20, 10);
    give(&series, "2021-01-01", "B", "holding", 20, NAN);
    assert_int_equal(series.names.count, 1);
    assert_int_equal(series.lines[0].step_count, 1);
    assert_int_equal(series.last, day_of("2020-01-01").day);
    assert_int_equal(series.last_counted, day_of("2021-01-01").day);
    sl_series_release(&series);
}

static void the_rest_adds_up_what_is_known_of_it(void **state)
{
    (void)state;
    struct sl_series series;
    struct sl_line sum;
    sl_series_init(&series, false, SL_DAY_MAX);
    give(&series, "2020-01-01", "A", "holding", 10, NAN);
    give(&series, "2020-01-02", "B", "holding", 5, NAN);
    give(&series, "2020-01-03", "A", "dispose", NAN, NAN);
    give(&series, "2020-01-04", "B", "dispose", NAN, NAN);
    const struct sl_line *lines[] = {&series.lines[0], &series.lines[1]};
    assert_int_equal(sl_lines_sum(&sum, lines, 2, NULL), SL_OK);
    assert_int_equal(sum.step_count, 4);
    assert_float_equal(sum.steps[0].stake, 10, 1e-9);
    assert_float_equal(sum.steps[1].stake, 15, 1e-9);
    assert_float_equal(sum.steps[2].stake, 5, 1e-9);
    assert_true(isnan(sum.steps[3].stake));
    sl_line_release(&sum);
    sl_series_release(&series);
}

static void steps_that_share_a_pixel_keep_their_extent(void **state)
{
    (void)state;
    struct sl_series series;
    sl_series_init(&series, false, SL_DAY_MAX);
    for (int day = 1; day <= 28; day++) {
        char date[24];
        snprintf(date, sizeof date, "2020-01-%02d", day);
        give(&series, date, "A", "holding", day == 9 ? 1 : day == 17 ? 90 : 20 + day, NAN);
    }
    const struct sl_canvas canvas = {
        .from = day_of("2020-01-01").day, .to = day_of("2060-01-01").day, .wide = 100};
    struct sl_level *steps = NULL;
    size_t count = 0;
    assert_int_equal(sl_steps_thin(&steps, &count, &series.lines[0], &canvas, NULL), SL_OK);
    assert_int_equal(count, 4);
    assert_float_equal(steps[0].stake, 21, 1e-9);
    assert_float_equal(steps[1].stake, 1, 1e-9);
    assert_float_equal(steps[2].stake, 90, 1e-9);
    assert_float_equal(steps[3].stake, 48, 1e-9);
    free(steps);
    sl_series_release(&series);
}

/* ---- scales ---- */

static void assert_ticks(const char *from, const char *to, size_t most, const char *expected)
{
    struct sl_tick ticks[SL_TICKS_MAX];
    struct sl_buffer text = {0};
    size_t count = sl_ticks_dates(ticks, day_of(from).day, day_of(to).day, most);
    assert_in_range(count, 1, most);
    for (size_t i = 0; i < count; i++)
        sl_buffer_printf(&text, "%s%s", i > 0 ? "|" : "", ticks[i].label);
    assert_string_equal(text.data, expected);
    sl_buffer_release(&text);
}

static void ticks_are_days_months_quarters_or_years_by_the_span(void **state)
{
    (void)state;
    assert_ticks("2024-12-29", "2025-01-02", 8, "29 Dec\n2024|30 Dec|31 Dec|1 Jan\n2025|2 Jan");
    assert_ticks("2023-02-01", "2023-03-14", 8, "6 Feb\n2023|13 Feb|20 Feb|27 Feb|6 Mar|13 Mar");
    assert_ticks("2023-01-15", "2023-06-15", 8, "Feb\n2023|Mar|Apr|May|Jun");
    assert_ticks("2022-11-15", "2024-01-15", 6, "Q1\n2023|Q2|Q3|Q4|Q1\n2024");
    assert_ticks("1999-03-27", "2025-06-30", 8, "2000|2005|2010|2015|2020|2025");
    assert_ticks("1000-01-01", "3000-01-01", 5, "1000|1500|2000|2500|3000");
}

static void values_are_labelled_in_steps_of_one_two_or_five(void **state)
{
    (void)state;
    static const struct {
        double high, step, top;
    } cases[] = {{43.4, 10, 50}, {100, 20, 100},      {0.0047, 0.001, 0.005},
                 {8.9, 2, 10},   {1.7e10, 5e9, 2e10}, {0, 0.2, 1}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double top;
        assert_float_equal(sl_ticks_step(cases[i].high, 6, &top), cases[i].step,
                           cases[i].step * 1e-9);
        assert_float_equal(top, cases[i].top, cases[i].top * 1e-9);
    }
}

static void amounts_are_said_in_the_words_of_their_country(void **state)
{
    (void)state;
    static const struct {
        double amount;
        const char *currency, *words;
    } cases[] = {{12e6, "USD", "12 M"},   {17e9, "INR", "1,700 Cr"}, {1.25e9, "EUR", "1.25 B"},
                 {5e6, "INR", "50 lakh"}, {640e3, "GBP", "640 K"},   {900, "JPY", "900"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct sl_buffer out = {0};
        sl_money_words(&out, cases[i].amount, cases[i].currency);
        assert_string_equal(out.data, cases[i].words);
        sl_buffer_release(&out);
    }
}

/* ---- text ---- */

/* Whatever the levels, and in bounded time. */
static void an_axis_has_round_ends_around_its_levels(void **state)
{
    (void)state;
    struct sl_buffer out = {0};
    struct sl_page page = {.out = &out, .top = 0};
    uint32_t seed = 7;
    for (int round = 0; round < 2000; round++) {
        seed = seed * 1664525u + 1013904223u;
        double high = (double)(seed >> 8) / 167772.16,
               low = high * (1 - (double)(seed & 0xff) / 2560);
        double first = low;
        page.bottom = 60 + (double)(seed >> 4 & 0x1ff);
        sl_buffer_clear(&out);
        double top = sl_page_percents_from(&page, &first, high, 0);
        assert_true(first <= low + 1e-6 && top >= high - 1e-6);
        assert_true(top - first <= fmax(12 * (high - low), high * 1.0001) + 1e-6 || first == 0);
    }
    sl_buffer_release(&out);
}

static void labels_keep_their_distance_and_move_least(void **state)
{
    (void)state;
    const double want[] = {100, 101, 300, 99, 100}, sizes[] = {17, 17, 17, 17, 17};
    double at[5];
    assert_true(sl_labels_spread(at, want, sizes, 5, 0, 500));
    assert_float_equal(at[3], 74.5, 1e-9);
    assert_float_equal(at[0], 91.5, 1e-9);
    assert_float_equal(at[4], 108.5, 1e-9);
    assert_float_equal(at[1], 125.5, 1e-9);
    assert_float_equal(at[2], 300, 1e-9);
}

static void labels_stay_inside_and_never_overlap(void **state)
{
    (void)state;
    uint32_t seed = 1;
    for (size_t round = 0; round < 500; round++) {
        double want[24], sizes[24], at[24];
        size_t count = 1 + round % 24;
        for (size_t i = 0; i < count; i++) {
            seed = seed * 1664525u + 1013904223u;
            want[i] = (double)(seed >> 8 & 0x3ff) - 200;
            sizes[i] = seed >> 20 & 1 ? 17 : 31;
        }
        assert_true(sl_labels_spread(at, want, sizes, count, 10, 10 + 31 * 24));
        for (size_t i = 0; i < count; i++) {
            assert_true(at[i] - sizes[i] / 2 >= 10 - 1e-6);
            assert_true(at[i] + sizes[i] / 2 <= 10 + 31 * 24 + 1e-6);
            for (size_t k = 0; k < i; k++)
                assert_true(fabs(at[i] - at[k]) >= (sizes[i] + sizes[k]) / 2 - 1e-6);
        }
    }
}

static void long_text_is_cut_with_an_ellipsis_that_fits(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "A name of a hundred characters that goes on and on until it has really reached them all",
        "\xe6\xa0\xaa\xe5\xbc\x8f\xe4\xbc\x9a\xe7\xa4\xbe\xe4\xb8\x89\xe8\x8f\xb1",
        "\xd8\xb4\xd8\xb1\xd9\x83\xd8\xa9 \xd8\xa7\xd9\x84\xd9\x86\xd9\x81\xd8\xb7"};
    struct sl_buffer out = {0};
    for (size_t i = 0; i < 3; i++) {
        double whole = sl_text_pixels(texts[i], 12, false);
        sl_text_cut(&out, texts[i], 12, false, whole);
        assert_string_equal(out.data, texts[i]);
        sl_text_cut(&out, texts[i], 12, false, whole * 0.6);
        assert_true(sl_text_pixels(out.data, 12, false) <= whole * 0.6);
        assert_string_equal(out.data + out.length - 3, "\xe2\x80\xa6");
    }
    sl_buffer_release(&out);
}

static void text_wraps_at_blanks_and_its_last_line_is_cut(void **state)
{
    (void)state;
    struct sl_buffer out = {0};
    assert_int_equal(sl_text_wrap(&out, "one two three", 10, false, 50, 3), 2);
    assert_string_equal(out.data, "one two\nthree");
    assert_int_equal(sl_text_wrap(&out, "one two three four five", 10, false, 50, 2), 2);
    assert_string_equal(out.data, "one two\nthree fo\xe2\x80\xa6");
    assert_int_equal(sl_text_wrap(&out, "", 10, false, 50, 2), 1);
    sl_buffer_release(&out);
}

/* ---- scripts ---- */

static const struct sl_chart_options options = {.view = {.from = SL_DAY_MIN,
                                                         .to = SL_DAY_MAX,
                                                         .known_by = SL_DAY_MAX,
                                                         .pro_forma = SL_STAGE_COMPLETED},
                                                .width = 960,
                                                .height = 600};

typedef enum sl_status (*draw_function)(struct sl_page *page, struct sl_series *series,
                                        const struct sl_chart_options *options,
                                        struct sl_error *err);

static const struct sl_buffer *light_style(void)
{
    static struct sl_buffer style;
    if (style.length == 0)
        assert_int_equal(sl_style_read(&style, SL_THEME_LIGHT, NULL, NULL), SL_OK);
    return &style;
}

/* gnuplot takes it without a word, as the first `kinds` kinds of picture. */
static void assert_draws(draw_function draw, struct sl_series *series, int kinds)
{
    for (int kind = 0; kind < kinds; kind++) {
        struct sl_buffer script = {0}, out = {0};
        struct sl_error err = {0};
        struct sl_page page = {.out = &script,
                               .style = light_style(),
                               .picture = (enum sl_picture)kind,
                               .width = 960,
                               .height = 600};
        assert_int_equal(draw(&page, series, &options, &err), SL_OK);
        assert_false(script.failed);
        enum sl_status status = sl_gnuplot_run(&out, &script, page.picture, NULL, 0, &err);
        bool missing = status != SL_OK && strstr(err.message, "gnuplot-nox") != NULL;
        if (status != SL_OK && !missing) fail_msg("%s", err.message);
        sl_buffer_release(&script);
        sl_buffer_release(&out);
    }
}

static void many_holders_and_events_make_a_small_script(void **state)
{
    (void)state;
    struct sl_series series;
    struct sl_buffer script = {0};
    struct sl_page page = {.out = &script, .style = light_style(), .width = 960, .height = 600};
    sl_series_init(&series, false, SL_DAY_MAX);
    for (int i = 0; i < 100000; i++) {
        char holder[16];
        struct sl_civil civil = sl_civil_from_day(i / 10);
        char date[48];
        snprintf(holder, sizeof holder, "H%d", i % 500);
        snprintf(date, sizeof date, "%04d-%02d-%02d", (int)civil.year, civil.month, civil.day);
        give(&series, date, holder, "holding", (i * 7919 % 1000) / 6000.0, NAN);
    }
    assert_int_equal(sl_draw_stakes(&page, &series, &options, NULL), SL_OK);
    assert_in_range(script.length, 1000, 1000000);
    assert_non_null(strstr(script.data, "\\064\\071\\062 others")); /* 492 of them */
    sl_buffer_release(&script);
    assert_draws(sl_draw_stakes, &series, 1);
    assert_draws(sl_draw_ownership, &series, 1);
    sl_series_release(&series);
}

static void one_event_makes_a_chart(void **state)
{
    (void)state;
    struct sl_series series;
    sl_series_init(&series, false, SL_DAY_MAX);
    give_range(&series, "2020-01-01", "Only one", "holding", 42, 44, NAN, 0);
    assert_draws(sl_draw_stakes, &series, 3);
    assert_draws(sl_draw_ownership, &series, 3);
    sl_series_release(&series);
}

/* Sums of shares are off by the last bit. */
static void levels_that_are_all_but_equal_make_a_chart(void **state)
{
    (void)state;
    struct sl_series series;
    sl_series_init(&series, false, SL_DAY_MAX);
    give(&series, "2020-01-01", "A", "holding", 3.1, NAN);
    give(&series, "2020-01-01", "B", "holding", 3.1 + 5e-16, NAN);
    give(&series, "2021-01-01", "B", "holding", 3.1 - 5e-16, 0);
    assert_draws(sl_draw_stakes, &series, 1);
    sl_series_release(&series);
}

static void gaps_pending_deals_and_sums_over_100_make_a_chart(void **state)
{
    (void)state;
    struct sl_series series;
    sl_series_init(&series, false, SL_DAY_MAX);
    give(&series, "2010-01-01", "A", "holding", 60, NAN);
    give(&series, "2011-01-01", "A", "dispose", NAN, NAN);
    give(&series, "2012-01-01", "B", "holding", 80, NAN);
    give(&series, "2013-01-01", "A", "holding", 40, NAN);
    give(&series, "2014-01-01", "B", "dispose", 0, -80);
    offer(&series, "2015-01-01", "New one", 12);
    offer(&series, "2015-01-01", "A", NAN);
    assert_draws(sl_draw_stakes, &series, 3);
    assert_draws(sl_draw_ownership, &series, 3);
    sl_series_release(&series);
}

static void nothing_known_is_nothing_to_draw(void **state)
{
    (void)state;
    struct sl_series series;
    struct sl_buffer script = {0};
    struct sl_page page = {.out = &script, .style = light_style(), .width = 960, .height = 600};
    sl_series_init(&series, false, SL_DAY_MAX);
    assert_int_equal(sl_draw_stakes(&page, &series, &options, NULL), SL_NOTHING);
    give(&series, "2020-01-01", "Shy", "holding", NAN, NAN);
    assert_int_equal(sl_draw_stakes(&page, &series, &options, NULL), SL_NOTHING);
    assert_int_equal(sl_draw_ownership(&page, &series, &options, NULL), SL_NOTHING);
    sl_buffer_release(&script);
    sl_series_release(&series);
}

/* ---- rounds ---- */

static void give_round(struct sl_round_bars *bars, const char *date, const char *name,
                       const char *kind, const char *currency, int64_t major, int64_t cumulative,
                       const char *status)
{
    struct sl_round_row row = {.date = day_of(date),
                               .issuer = "Startup",
                               .round = name,
                               .kind = kind,
                               .status = status,
                               .source = "Wire; Gazette"};
    if (currency != NULL) {
        row.amount.minor = major;
        row.cumulative.minor = cumulative;
        snprintf(row.amount.currency, sizeof row.amount.currency, "%s", currency);
        if (cumulative > 0) row.cumulative = (struct sl_money){.minor = cumulative};
        if (cumulative > 0) memcpy(row.cumulative.currency, row.amount.currency, 4);
    }
    assert_int_equal(sl_round_bars_row(bars, &row, NULL), SL_OK);
}

static void rounds_of_two_currencies_stand_in_two_panels(void **state)
{
    (void)state;
    struct sl_round_bars bars;
    struct sl_buffer script = {0}, out = {0};
    struct sl_error err = {0};
    struct sl_page page = {.out = &script, .style = light_style(), .width = 960, .height = 600};
    sl_round_bars_init(&bars);
    give_round(&bars, "2020-01-01", "Seed", "round", "USD", 1000000, 1000000, "completed");
    give_round(&bars, "2021-01-01", "A", "round", "INR", 50000000, 50000000, "completed");
    give_round(&bars, "2022-01-01", "B", "round", "INR", 90000000, 140000000, "completed");
    give_round(&bars, "2023-01-01", "C", "round", NULL, 0, 0, "completed");
    give_round(&bars, "2024-01-01", "", "debt", "INR", 70000000, 0, "approved");
    assert_int_equal(sl_draw_rounds(&page, &bars, &options, &err), SL_OK);
    assert_int_equal(bars.sources.count, 2);
    assert_int_equal(bars.bars[3].panel, 1); /* that of the most rounds */
    assert_non_null(strstr(script.data, "$equity_1 << END_OF_DATA\n1\t1000000\t2020-01-01\n"
                                        "END_OF_DATA\n"));
    assert_non_null(strstr(script.data, "$debt_open_2 << END_OF_DATA\n4\t70000000\t2024-01-01\n"));
    assert_non_null(strstr(script.data, "$equity_sum_2 << END_OF_DATA\n"
                                        "1.5\t50000000\t2021-01-01\n2.5\t50000000\t2022-01-01\n"
                                        "2.5\t140000000\t2022-01-01\n"));
    enum sl_status status = sl_gnuplot_run(&out, &script, SL_PICTURE_SVG, NULL, 0, &err);
    bool missing = status != SL_OK && strstr(err.message, "gnuplot-nox") != NULL;
    if (status != SL_OK && !missing) fail_msg("%s", err.message);
    sl_buffer_release(&script);
    sl_buffer_release(&out);
    sl_round_bars_release(&bars);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_stake_is_held_until_the_next_step_and_to_the_last_date),
        cmocka_unit_test(a_level_first_stated_does_not_rise_from_zero),
        cmocka_unit_test(an_unknown_stake_is_a_gap_and_a_sold_one_ends),
        cmocka_unit_test(a_dilution_is_an_upright_in_the_soft_style),
        cmocka_unit_test(a_range_is_a_band_with_a_soft_middle),
        cmocka_unit_test(a_pending_deal_is_a_step_from_the_level_of_its_day),
        cmocka_unit_test(a_counted_pending_deal_is_dashed_until_the_next_claim),
        cmocka_unit_test(the_picture_opens_with_the_level_from_before_it),
        cmocka_unit_test(classes_of_one_holder_are_added_up),
        cmocka_unit_test(pacts_and_notes_say_nothing_of_a_stake),
        cmocka_unit_test(rows_behind_the_end_only_tell_how_far_the_log_goes),
        cmocka_unit_test(the_rest_adds_up_what_is_known_of_it),
        cmocka_unit_test(steps_that_share_a_pixel_keep_their_extent),
        cmocka_unit_test(ticks_are_days_months_quarters_or_years_by_the_span),
        cmocka_unit_test(values_are_labelled_in_steps_of_one_two_or_five),
        cmocka_unit_test(amounts_are_said_in_the_words_of_their_country),
        cmocka_unit_test(an_axis_has_round_ends_around_its_levels),
        cmocka_unit_test(labels_keep_their_distance_and_move_least),
        cmocka_unit_test(labels_stay_inside_and_never_overlap),
        cmocka_unit_test(long_text_is_cut_with_an_ellipsis_that_fits),
        cmocka_unit_test(text_wraps_at_blanks_and_its_last_line_is_cut),
        cmocka_unit_test(many_holders_and_events_make_a_small_script),
        cmocka_unit_test(one_event_makes_a_chart),
        cmocka_unit_test(levels_that_are_all_but_equal_make_a_chart),
        cmocka_unit_test(gaps_pending_deals_and_sums_over_100_make_a_chart),
        cmocka_unit_test(nothing_known_is_nothing_to_draw),
        cmocka_unit_test(rounds_of_two_currencies_stand_in_two_panels),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
