/* The charts of a page: one run of gnuplot draws them all, one picture behind the other. */
#include <math.h>
#include <string.h>

#include "base/error.h"
#include "export/chart_draw.h"
#include "export/figure.h"
#include "export/html.h"
#include "export/report.h"

enum { NAMED_MAX = 12, TOLD_MAX = 24, HEIGHT = 520 };

static const struct {
    enum sl_chart_kind kind;
    int height; /* 0: as it needs */
    const char *title, *about;
} charts[SL_REPORT_CHARTS] = {
    [SL_REPORT_STAKES] = {SL_CHART_STAKES, HEIGHT, "Stakes in %s through time",
                          "A step line for each holder."},
    [SL_REPORT_OWNERSHIP] = {SL_CHART_OWNERSHIP, HEIGHT, "The capital of %s through time",
                             "The stakes stacked on each other, up to 100 per cent; what nobody is "
                             "known to hold is grey."},
    [SL_REPORT_PORTFOLIO] = {SL_CHART_PORTFOLIO, HEIGHT, "What %s owned through time",
                             "A step line for each company."},
    [SL_REPORT_ROUNDS] = {SL_CHART_ROUNDS, HEIGHT, "Rounds and debts of %s",
                          "A bar for each round, and what the completed ones add up to."},
    [SL_REPORT_DEALS] =
        {SL_CHART_DEALS, 0, "Deals of %s through time",
         "A lane for each deal, from its first report to its end, with a mark where "
         "its status changed."},
    [SL_REPORT_THRESHOLDS] =
        {SL_CHART_THRESHOLDS, HEIGHT, "Stakes in %s and the lines they crossed",
         "A step line for each holder, the lines of the European directive, and "
         "a mark on each crossing."},
    [SL_REPORT_NETWORK] = {SL_CHART_NETWORK, 0, "Who holds whom around %s",
                           "Boxes for the companies, and an arrow from each holder to what it "
                           "holds."},
    [SL_REPORT_CONTROL] = {SL_CHART_CONTROL, 0, "Control around %s",
                           "From the ultimate owners down, an arrow from each holder to what it "
                           "holds, with its votes; thick ones are those that control."},
};

/* Is there more to see than in the cap table? */
static bool has_use(const struct sl_report *report, enum sl_report_chart chart)
{
    if (chart == SL_REPORT_NETWORK)
        return report->holdings.count > 0 || report->owners.count > report->holders.count;
    if (chart == SL_REPORT_CONTROL) return report->controllers.count + report->controlled.count > 0;
    return true;
}

static enum sl_status add_script(struct sl_report *report, struct sl_buffer *script,
                                 enum sl_report_chart chart, struct sl_error *err)
{
    const struct sl_chart_options options = {.view = report->view, .height = charts[chart].height};
    size_t before = script->length;
    enum sl_status status =
        sl_chart_script(script, report->book, charts[chart].kind, report->entity, &options, err);
    if (status == SL_OK) {
        sl_buffer_add_text(script, "\nreset session\n");
    } else if (before > 0) {
        script->data[script->length = before] = '\0';
    } else {
        sl_buffer_clear(script);
    }
    return status;
}

/* Hands each drawn chart its part of what gnuplot wrote. */
static bool split(struct sl_report *report, const struct sl_buffer *pictures, const bool *drawn)
{
    static const char end[] = "</svg>";
    const char *at = pictures->data;
    for (int i = 0; i < SL_REPORT_CHARTS; i++) {
        if (!drawn[i]) continue;
        const char *close = at == NULL ? NULL : strstr(at, end);
        if (close == NULL) return false;
        close += sizeof end - 1;
        sl_buffer_add(&report->charts[i], at, (size_t)(close - at));
        at = close;
    }
    return true;
}

enum sl_status sl_report_draw(struct sl_report *report, struct sl_error *err)
{
    struct sl_buffer script = {0}, pictures = {0};
    bool drawn[SL_REPORT_CHARTS] = {0};
    enum sl_status status = SL_OK;
    struct sl_error trouble = {0};
    if (report->options->no_charts) return SL_OK;
    for (int i = 0; i < SL_REPORT_CHARTS && status == SL_OK; i++) {
        if (!has_use(report, (enum sl_report_chart)i)) continue;
        status = add_script(report, &script, (enum sl_report_chart)i, err);
        drawn[i] = status == SL_OK;
        if (status == SL_NOTHING) status = SL_OK;
    }
    if (status == SL_OK && script.failed) status = sl_fail_memory(err);
    if (status == SL_OK && script.length > 0) {
        enum sl_status run = sl_gnuplot_run(&pictures, &script, SL_PICTURE_SVG, NULL, 0, &trouble);
        if (run == SL_OK && !split(report, &pictures, drawn))
            run = sl_fail(&trouble, SL_FAILED, "gnuplot drew fewer charts than it was asked for");
        if (run != SL_OK) {
            report->chart_trouble = trouble.message;
            if (!sl_arena_keep(&report->memory, &report->chart_trouble))
                status = sl_fail_memory(err);
        }
    }
    sl_buffer_release(&script);
    sl_buffer_release(&pictures);
    return status;
}

/* ---- on the page ---- */

/* The arrows of a network in words; nothing where they cannot be read again. */
static void tell_links(struct sl_report *report, bool control, struct sl_buffer *out)
{
    struct sl_around around;
    const struct sl_chart_options options = {.view = report->view};
    enum sl_status status =
        control ? sl_ask_control(&around, report->book, report->entity, &options, NULL)
                : sl_ask_network(&around, report->book, report->entity, &options, NULL);
    if (status == SL_OK) sl_around_tell(out, &around, TOLD_MAX);
    sl_around_release(&around);
}

/* What the lines end at, for those who hear the page. */
static void describe(struct sl_report *report, enum sl_report_chart chart, struct sl_buffer *out)
{
    const struct sl_report_shares *shares = NULL;
    if (chart == SL_REPORT_PORTFOLIO) shares = &report->holdings;
    if (chart == SL_REPORT_STAKES || chart == SL_REPORT_OWNERSHIP) shares = &report->holders;
    sl_buffer_add_text(out, charts[chart].about);
    if (chart == SL_REPORT_NETWORK || chart == SL_REPORT_CONTROL)
        tell_links(report, chart == SL_REPORT_CONTROL, out);
    if (chart == SL_REPORT_ROUNDS && report->raised.length > 0)
        sl_buffer_printf(out, " In all %s.", report->raised.data);
    for (size_t i = 0; shares != NULL && i < shares->count && i < NAMED_MAX; i++) {
        sl_buffer_printf(out, "%s%s ", i == 0 ? " At the end: " : ", ", shares->items[i].name);
        sl_report_percent(out, shares->items[i].percent);
    }
    sl_buffer_add_text(out, shares != NULL && shares->count > 0
                                ? ". The tables of this section have the numbers."
                                : " The tables of this section have the numbers.");
}

void sl_report_add_chart(struct sl_report *report, enum sl_report_chart chart)
{
    struct sl_buffer *out = &report->body, title = {0}, description = {0};
    const struct sl_buffer *picture = &report->charts[chart];
    if (picture->length == 0) return;
    const char *where = strstr(charts[chart].title, "%s");
    sl_buffer_add(&title, charts[chart].title, (size_t)(where - charts[chart].title));
    sl_buffer_add_text(&title, report->entity);
    sl_buffer_add_text(&title, where + 2);
    describe(report, chart, &description);
    size_t before = out->length;
    struct sl_error err = {0};
    const struct sl_svg_names names = {++report->chart_count, title.data, description.data};
    sl_buffer_add_text(out, "<figure class=\"scroll chart\" tabindex=\"0\" aria-label=\"");
    sl_html_text(out, title.data);
    sl_buffer_add_text(out, "\">\n");
    if (title.failed || description.failed) {
        out->failed = true;
    } else if (sl_svg_add(out, picture->data, picture->length, &names, &report->colours, &err) ==
               SL_OK) {
        sl_buffer_add_text(out, "</figure>\n");
    } else if (!out->failed) {
        out->data[out->length = before] = '\0';
        sl_report_paragraph(report, "(A chart belongs here that could not be taken over.)");
    }
    sl_buffer_release(&title);
    sl_buffer_release(&description);
}
