/* What the log says about the entity, as a story, and who said it. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "base/vector.h"
#include "export/figure.h"
#include "export/html.h"
#include "export/report.h"

enum { STORY_MAX = 400 };

static const char no_source[] = "no source stated";

static enum sl_status take_claim(void *context, const void *item, struct sl_error *err)
{
    struct sl_report *report = context;
    struct sl_buffer source = {0};
    if (!sl_vector_grow(&report->claims, report->claim_count, &report->claim_capacity,
                        sizeof *report->claims))
        return sl_fail_memory(err);
    struct sl_claim_row *claim = &report->claims[report->claim_count];
    *claim = *(const struct sl_claim_row *)item;
    /* as it is shown, so that the cells of tables find it */
    sl_text_add_visible(&source, claim->source == NULL ? no_source : claim->source);
    size_t number =
        source.failed ? SL_NO_NAME
                      : sl_names_add(&report->sources, &report->memory, source.data, source.length);
    sl_buffer_release(&source);
    if (number == SL_NO_NAME) return sl_fail_memory(err);
    claim->source = report->sources.items[number];
    const char **texts[] = {&claim->what, &claim->deal,         &claim->note,   &claim->url,
                            &claim->file, &claim->counterparty, &claim->holder, &claim->issuer};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (!sl_arena_keep(&report->memory, texts[i])) return sl_fail_memory(err);
    report->claim_count++;
    return SL_OK;
}

enum sl_status sl_report_collect_claims(struct sl_report *report, struct sl_error *err)
{
    enum sl_status status = sl_claims_about(report->book, report->entity, &report->view,
                                            (struct sl_sink){take_claim, report}, err);
    return status == SL_NOTHING ? SL_OK : status;
}

/* ---- the story ---- */

static void add_date(struct sl_buffer *out, struct sl_date date)
{
    char text[SL_DATE_SIZE];
    sl_date_format(date, text);
    sl_buffer_add_text(out, text);
}

static void add_source(struct sl_report *report, const struct sl_claim_row *claim)
{
    struct sl_buffer *out = &report->body;
    sl_buffer_add_text(out, "<cite>");
    if (sl_html_is_address(claim->url)) {
        sl_html_link(out, claim->url, claim->source);
    } else {
        struct sl_buffer where = {0};
        report->links.source(report->links.context, &where, claim->source);
        sl_buffer_add_text(out, "<a href=\"");
        sl_html_text(out, where.data);
        sl_buffer_add_text(out, "\">");
        sl_html_text(out, claim->source);
        sl_buffer_add_text(out, "</a>");
        if (where.failed) out->failed = true;
        sl_buffer_release(&where);
    }
    sl_buffer_add_text(out, "</cite>");
}

static void add_claim(struct sl_report *report, const struct sl_claim_row *claim)
{
    struct sl_buffer *out = &report->body;
    bool completed = strcmp(claim->status, "completed") == 0;
    sl_buffer_add_text(out, "<li><p><span class=\"when\">");
    add_date(out, claim->date);
    sl_buffer_add_text(out, "</span> ");
    if (!completed)
        sl_buffer_printf(out, "<span class=\"badge %s\">%s</span> ", claim->status, claim->status);
    if (strcmp(claim->issuer, report->entity) != 0) {
        sl_buffer_add_text(out, "<b>");
        sl_report_name(report, claim->issuer);
        sl_buffer_add_text(out, ":</b> ");
    }
    sl_html_text(out, claim->what);
    sl_buffer_add_text(out, ". ");
    add_source(report, claim);
    if (claim->known.day != claim->date.day) {
        sl_buffer_add_text(out, ", reported ");
        add_date(out, claim->known);
    }
    sl_buffer_add_text(out, "</p>");
    if (claim->note != NULL) {
        sl_buffer_add_text(out, "<p class=\"note\">");
        sl_html_text(out, claim->note);
        sl_buffer_add_text(out, "</p>");
    }
    sl_buffer_add_text(out, "</li>\n");
}

void sl_report_story(struct sl_report *report)
{
    size_t count = report->claim_count, first = count > STORY_MAX ? count - STORY_MAX : 0;
    sl_report_section(report, "story", "What was reported");
    if (count == 0) {
        sl_report_paragraph(report, "Nothing.");
        return;
    }
    sl_report_paragraph(report, "Every claim in the log, by the date on which it takes effect. One "
                                "that was not yet completed carries a mark; a later report of the "
                                "same deal may have overtaken it.");
    if (first > 0)
        sl_buffer_printf(&report->body,
                         "<p class=\"more\">%zu earlier claims are left out here.</p>\n", first);
    sl_buffer_add_text(&report->body, "<ol class=\"story\">\n");
    for (size_t i = first; i < count; i++)
        add_claim(report, &report->claims[i]);
    sl_buffer_add_text(&report->body, "</ol>\n");
}

/* ---- the sources ---- */

/* One address of a source, and what it was quoted for. */
struct quote {
    size_t source;
    const char *url; /* "": none */
    size_t claims;
    struct sl_date first, last; /* known dates */
};

static int compare_quotes(const void *left, const void *right)
{
    const struct quote *a = left, *b = right;
    if (a->source != b->source) return a->source < b->source ? -1 : 1;
    int order = strcmp(a->url, b->url);
    if (order != 0) return order;
    return (a->first.day > b->first.day) - (a->first.day < b->first.day);
}

static size_t source_of(struct sl_report *report, const struct sl_claim_row *claim)
{
    return sl_names_add(&report->sources, &report->memory, claim->source, strlen(claim->source));
}

/* One a claim at first, then one a source and address. */
static size_t gather(struct sl_report *report, struct quote *quotes)
{
    size_t count = report->claim_count, kept = 0;
    for (size_t i = 0; i < count; i++) {
        const struct sl_claim_row *claim = &report->claims[i];
        quotes[i] = (struct quote){source_of(report, claim), claim->url == NULL ? "" : claim->url,
                                   1, claim->known, claim->known};
    }
    qsort(quotes, count, sizeof *quotes, compare_quotes);
    for (size_t i = 0; i < count; i++) {
        struct quote *last = &quotes[kept > 0 ? kept - 1 : 0];
        if (kept > 0 && last->source == quotes[i].source && strcmp(last->url, quotes[i].url) == 0) {
            last->claims++;
            last->last = quotes[i].last;
        } else {
            quotes[kept++] = quotes[i];
        }
    }
    return kept;
}

static void add_quote(struct sl_buffer *out, const struct quote *quote, const char *source,
                      bool first)
{
    sl_buffer_add_text(out, "<tr>");
    if (first) {
        sl_buffer_printf(out, "<td id=\"source-%zu\">", quote->source + 1);
    } else {
        sl_buffer_add_text(out, "<td>");
    }
    sl_html_text(out, source);
    sl_buffer_add_text(out, "</td><td class=\"u\">");
    if (quote->url[0] == '\0')
        sl_buffer_add_text(out, "no link");
    else
        sl_html_link(out, quote->url, quote->url);
    sl_buffer_printf(out, "</td><td class=\"n\">%zu</td><td>", quote->claims);
    add_date(out, quote->first);
    sl_buffer_add_text(out, "</td><td>");
    add_date(out, quote->last);
    sl_buffer_add_text(out, "</td></tr>\n");
}

void sl_report_sources(struct sl_report *report)
{
    struct sl_buffer *out = &report->body;
    if (report->claim_count == 0) return;
    sl_report_section(report, "sources", "Sources");
    struct quote *quotes = calloc(report->claim_count, sizeof *quotes);
    if (quotes == NULL) {
        out->failed = true;
        return;
    }
    size_t count = gather(report, quotes), shown = count;
    while (shown > 0 && quotes[shown - 1].source >= SL_REPORT_SOURCES)
        shown--;
    sl_buffer_add_text(out,
                       "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"Sources "
                       "and links\">\n<table>\n<caption>Sources and links</caption>\n<thead><tr>"
                       "<th scope=\"col\">Source</th><th scope=\"col\">Link</th>"
                       "<th scope=\"col\" class=\"n\">Claims</th><th scope=\"col\">First</th>"
                       "<th scope=\"col\">Last</th></tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < shown; i++)
        add_quote(out, &quotes[i], report->sources.items[quotes[i].source],
                  i == 0 || quotes[i].source != quotes[i - 1].source);
    sl_buffer_add_text(out, "</tbody>\n</table>\n</div>\n");
    if (shown < count)
        sl_buffer_printf(out, "<p class=\"more\">%zu more are left out here.</p>\n", count - shown);
    free(quotes);
}
