/* The first screen: what there is to know, in plain words. */
#include <math.h>
#include <stdlib.h>

#include "base/error.h"
#include "export/figure.h"
#include "export/html.h"
#include "export/report.h"

enum { NAMED_MAX = 4 };

void sl_report_percent(struct sl_buffer *out, double percent)
{
    char figure[SL_FIGURE_SIZE];
    if (sl_figure_group(figure, sl_figure_show(percent, false, figure)) == 0)
        sl_buffer_add_text(out, "an unknown part");
    else
        sl_buffer_printf(out, "%s\xc2\xa0%%", figure);
}

void sl_report_name(struct sl_report *report, const char *name)
{
    struct sl_buffer *out = &report->body, where = {0};
    report->links.entity(report->links.context, &where, name);
    if (where.length > 0) {
        sl_buffer_add_text(out, "<a href=\"");
        sl_html_text(out, where.data);
        sl_buffer_add_text(out, "\">");
    }
    sl_html_text(out, name);
    if (where.length > 0) sl_buffer_add_text(out, "</a>");
    if (where.failed) out->failed = true;
    sl_buffer_release(&where);
}

/* ", " between, " and " before the last. */
static void add_joint(struct sl_buffer *out, size_t i, size_t count)
{
    if (i > 0) sl_buffer_add_text(out, i + 1 == count ? " and " : ", ");
}

static void add_more(struct sl_buffer *out, size_t count)
{
    if (count > 0) sl_buffer_printf(out, " and %zu more", count);
}

/* "A (43 %; 15 % of the votes), B (3 %)" */
static void add_shares(struct sl_report *report, const struct sl_report_shares *shares, bool votes)
{
    struct sl_buffer *out = &report->body;
    size_t named = shares->count > NAMED_MAX ? NAMED_MAX : shares->count,
           left = shares->count - named;
    for (size_t i = 0; i < named; i++) {
        const struct sl_report_share *share = &shares->items[i];
        add_joint(out, i, left > 0 ? 0 : named);
        sl_report_name(report, share->name);
        sl_buffer_add_text(out, " (");
        sl_report_percent(out, share->percent);
        bool apart = votes && !isnan(share->votes) && !isnan(share->percent) &&
                     fabs(share->votes - share->percent) > 0.01;
        if (apart && share->votes == 0) sl_buffer_add_text(out, ", without votes");
        if (apart && share->votes > 0) {
            sl_buffer_add_text(out, ", ");
            sl_report_percent(out, share->votes);
            sl_buffer_add_text(out, " of the votes");
        }
        sl_buffer_add_byte(out, ')');
    }
    add_more(out, left);
}

static void add_names(struct sl_report *report, const struct sl_report_shares *shares)
{
    size_t named = shares->count > NAMED_MAX ? NAMED_MAX : shares->count,
           left = shares->count - named;
    for (size_t i = 0; i < named; i++) {
        add_joint(&report->body, i, left > 0 ? 0 : named);
        sl_report_name(report, shares->items[i].name);
    }
    add_more(&report->body, left);
}

static void begin(struct sl_report *report)
{
    sl_buffer_add_text(&report->body, "<p>");
}

static void end(struct sl_report *report)
{
    sl_buffer_add_text(&report->body, "</p>\n");
}

/* ---- sentences ---- */

static void add_names_of_it(struct sl_report *report)
{
    struct sl_buffer *out = &report->body;
    const char *const labels[] = {"Also called", "Identifiers", "Formerly"};
    const char *const texts[] = {report->words.aliases, report->words.identifiers,
                                 report->words.former};
    for (size_t i = 0; i < 3; i++) {
        if (texts[i] == NULL || texts[i][0] == '\0') continue;
        sl_buffer_printf(out, "<p class=\"names\">%s: ", labels[i]);
        sl_html_text(out, texts[i]);
        sl_buffer_add_text(out, "</p>\n");
    }
}

static void add_log(struct sl_report *report)
{
    struct sl_buffer *out = &report->body;
    char first[SL_DATE_SIZE], last[SL_DATE_SIZE];
    size_t count = report->claim_count;
    begin(report);
    if (count == 0) {
        sl_buffer_add_text(out, "On these dates the log says nothing about ");
        sl_html_text(out, report->entity);
        sl_buffer_add_text(out, ".");
    } else {
        sl_date_format(report->claims[0].date, first);
        sl_date_format(report->claims[count - 1].date, last);
        sl_html_text(out, report->entity);
        sl_buffer_printf(out,
                         " appears in %zu %s from %zu %s, about what happened from %s to %s. "
                         "Everything on this page is computed from them.",
                         count, count == 1 ? "claim" : "claims", report->sources.count,
                         report->sources.count == 1 ? "source" : "sources", first, last);
    }
    end(report);
}

static void add_owners(struct sl_report *report)
{
    struct sl_buffer *out = &report->body;
    begin(report);
    if (report->holders.count == 0) {
        sl_buffer_add_text(out, "Nobody is known to own a part of it.");
    } else {
        sl_buffer_printf(out, "<b>Owners.</b> It is held by ");
        add_shares(report, &report->holders, true);
        sl_buffer_add_byte(out, '.');
        if (!isnan(report->undisclosed)) {
            sl_buffer_add_text(out, " Who holds the other ");
            sl_report_percent(out, report->undisclosed);
            sl_buffer_add_text(out, " the log does not say.");
        }
    }
    if (report->owners.count > 0) {
        sl_buffer_add_text(out, " Counting what they own through others as well, ");
        size_t named = report->owners.count > NAMED_MAX ? NAMED_MAX : report->owners.count;
        for (size_t i = 0; i < named; i++) {
            add_joint(out, i, named);
            sl_report_name(report, report->owners.items[i].name);
            sl_buffer_add_text(out, " owns ");
            sl_report_percent(out, report->owners.items[i].percent);
        }
        sl_buffer_add_text(out, " of it.");
    }
    end(report);
}

static void add_control(struct sl_report *report)
{
    struct sl_buffer *out = &report->body;
    if (report->controllers.count + report->controlled.count == 0) return;
    begin(report);
    sl_buffer_add_text(out, "<b>Control.</b> ");
    if (report->controllers.count > 0) {
        sl_buffer_add_text(out, "By votes it is controlled by ");
        add_names(report, &report->controllers);
        sl_buffer_add_text(out, ". ");
    }
    if (report->controlled.count > 0) {
        sl_buffer_add_text(out, report->controllers.count > 0 ? "It controls "
                                                              : "By votes it controls ");
        add_names(report, &report->controlled);
        sl_buffer_add_text(out, ".");
    }
    end(report);
}

static void add_holdings(struct sl_report *report)
{
    if (report->holdings.count == 0) return;
    begin(report);
    sl_buffer_add_text(&report->body, "<b>Holdings.</b> It holds part of ");
    add_shares(report, &report->holdings, true);
    sl_buffer_add_byte(&report->body, '.');
    end(report);
}

static void add_deals(struct sl_report *report)
{
    struct sl_buffer *out = &report->body;
    if (report->deals + report->rounds == 0) return;
    begin(report);
    sl_buffer_add_text(out, "<b>Deals.</b> ");
    if (report->deals > 0) {
        sl_buffer_printf(out, "It is named in %zu %s", report->deals,
                         report->deals == 1 ? "deal" : "parts of deals");
        if (report->pending > 0)
            sl_buffer_printf(out, ", of which %zu %s not completed yet", report->pending,
                             report->pending == 1 ? "is" : "are");
        sl_buffer_add_text(out, ". ");
    }
    if (report->raised.length > 0) {
        sl_buffer_add_text(out, "It raised or borrowed ");
        sl_html_text(out, report->raised.data);
        sl_buffer_add_text(out, ".");
    } else if (report->rounds > 0) {
        sl_buffer_printf(out, "It has %zu %s, none of which is completed with a stated amount.",
                         report->rounds, report->rounds == 1 ? "round" : "rounds");
    }
    end(report);
}

static void add_count(struct sl_buffer *out, int64_t count, const char *one, const char *many,
                      bool *any)
{
    if (count == 0) return;
    sl_buffer_printf(out, "%s%lld %s", *any ? ", " : "", (long long)count, count == 1 ? one : many);
    *any = true;
}

static void add_findings(struct sl_report *report)
{
    struct sl_buffer *out = &report->body;
    bool any = false;
    begin(report);
    sl_buffer_add_text(out, "<b>Trust.</b> ");
    if (report->errors + report->warnings + report->infos == 0) {
        sl_buffer_add_text(out, "A check of the claims about it found none that cannot be right.");
    } else {
        sl_buffer_add_text(out, "A check of the claims about it found ");
        add_count(out, report->errors, "error", "errors", &any);
        add_count(out, report->warnings, "warning", "warnings", &any);
        add_count(out, report->infos, "note", "notes", &any);
        sl_buffer_add_text(out, ": <a href=\"#findings\">see there</a>.");
    }
    end(report);
}

void sl_report_summary(struct sl_report *report)
{
    sl_report_section(report, "summary", "In short");
    add_names_of_it(report);
    add_log(report);
    add_owners(report);
    add_control(report);
    add_holdings(report);
    add_deals(report);
    add_findings(report);
    sl_report_tell_moves(report);
}
