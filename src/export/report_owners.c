/* Who owns it: the cap table now and on other days, through others, and by votes; and what it owns
 * itself. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "export/html.h"
#include "export/report.h"

enum { DAYS_MAX = 24, DAY_ROWS_MAX = 40 };

/* ---- the days ---- */

/* Those that the caller chose, as a list of dates; a period means its last day. */
static enum sl_status read_days(struct sl_report *report, struct sl_error *err)
{
    const char *at = report->options->dates;
    report->day_count = 0;
    while (at != NULL && *at != '\0') {
        char text[40] = "";
        struct sl_date date;
        size_t length = strcspn(at, ",");
        if (length < sizeof text) memcpy(text, at, length);
        enum sl_status status = sl_date_parse(&date, text, NULL, err);
        if (status != SL_OK) return SL_MISUSE;
        if (report->day_count == DAYS_MAX)
            return sl_fail(err, SL_MISUSE, "cap tables on more than %d days", DAYS_MAX);
        if (report->day_count == report->day_capacity) {
            int32_t *days = realloc(report->days, DAYS_MAX * sizeof *days);
            if (days == NULL) return sl_fail_memory(err);
            report->days = days;
            report->day_capacity = DAYS_MAX;
        }
        report->days[report->day_count++] = sl_date_last_day(date);
        at += length + (at[length] == ',');
    }
    return SL_OK;
}

/* Of more days than a page has room for, some, and always the first and the last. */
static void thin_days(struct sl_report *report)
{
    size_t count = report->day_count;
    if (count <= DAYS_MAX) return;
    for (size_t i = 0; i < DAYS_MAX; i++)
        report->days[i] = report->days[i * (count - 1) / (DAYS_MAX - 1)];
    report->day_count = DAYS_MAX;
}

static enum sl_status add_day(struct sl_report *report, int32_t day, struct sl_error *err)
{
    struct sl_buffer *out = &report->body;
    struct sl_html_table table = {0};
    struct sl_view view = report->view;
    struct sl_buffer caption = {0};
    char text[SL_DATE_SIZE];
    sl_date_format((struct sl_date){day, SL_DATE_DAY}, text);
    if (day < view.to) view.to = day;
    enum sl_status status = sl_html_table_init(&table, &sl_holders_row_type, &report->links, err);
    if (status == SL_OK)
        status = sl_holders_at(report->book, report->entity, &view,
                               (struct sl_sink){sl_html_table_row, &table}, err);
    if (status == SL_NOTHING) status = SL_OK;
    if (status == SL_OK) {
        sl_buffer_printf(&caption, "Cap table at the end of %s", text);
        sl_buffer_printf(out, "<details data-day=\"%s\"><summary>%s</summary>\n", text, text);
        if (table.rows > 0)
            sl_html_table_add(out, &table, caption.data, DAY_ROWS_MAX, false);
        else
            sl_buffer_add_text(out, "<p>Nobody is known to hold anything.</p>\n");
        sl_buffer_add_text(out, "</details>\n");
        if (caption.failed) out->failed = true;
    }
    sl_buffer_release(&caption);
    sl_html_table_release(&table);
    return status;
}

static enum sl_status add_days(struct sl_report *report, struct sl_error *err)
{
    struct sl_buffer *out = &report->body;
    bool chosen = report->options->dates != NULL;
    size_t changes = report->day_count;
    enum sl_status status = chosen ? read_days(report, err) : SL_OK;
    if (status != SL_OK || report->day_count == 0) return status;
    thin_days(report);
    sl_buffer_add_text(out, "<h3>On other days</h3>\n");
    if (!chosen && report->day_count < changes)
        sl_buffer_printf(out, "<p>The cap table on %zu of the %zu days on which it changed.</p>\n",
                         report->day_count, changes);
    else if (!chosen)
        sl_report_paragraph(report,
                            "The cap table on every day on which it changed; between two of "
                            "them it stayed as it was.");
    sl_buffer_add_text(out, "<div class=\"days\">\n");
    for (size_t i = 0; i < report->day_count && status == SL_OK; i++)
        status = add_day(report, report->days[i], err);
    sl_buffer_add_text(out, "</div>\n");
    return status;
}

/* ---- who owns it ---- */

static void add_network(struct sl_report *report)
{
    struct sl_buffer *out = &report->body;
    if (report->charts[SL_REPORT_NETWORK].length > 0)
        sl_buffer_add_text(out, "<h3 id=\"network\">The network around it</h3>\n");
    sl_report_add_chart(report, SL_REPORT_NETWORK);
    if (report->owners.count > 0) {
        sl_buffer_add_text(out, "<h3 id=\"through\">Through others</h3>\n");
        sl_report_paragraph(report,
                            "What each has in all, directly and through every chain of holdings; "
                            "circles count once. Shares of one company can be counted for each of "
                            "those behind it, so that these do not add up to 100 %.");
        sl_report_add_table(report, SL_TABLE_OWNERS, "Owners, directly and through others", false);
        sl_buffer_add_text(out, "<details><summary>The chains</summary>\n");
        sl_report_add_table(report, SL_TABLE_OWNER_CHAINS, "The chains behind these totals", false);
        sl_buffer_add_text(out, "</details>\n");
    } else if (report->holders.count > 0) {
        sl_report_paragraph(report, "Nobody is known to own part of it through others.");
    }
    if (report->controllers.count + report->controlled.count == 0) {
        sl_report_paragraph(report, "By votes, nobody is known to control it, and it is known to "
                                    "control nobody: that takes more than half of the votes.");
        return;
    }
    sl_buffer_add_text(out, "<h3 id=\"control\">Control, by votes</h3>\n");
    sl_report_add_chart(report, SL_REPORT_CONTROL);
    sl_report_add_table(report, SL_TABLE_CONTROL, "Control, by over half of the votes", false);
}

enum sl_status sl_report_owners(struct sl_report *report, struct sl_error *err)
{
    sl_report_section(report, "owners", "Who owns it");
    if (!sl_report_add_table(report, SL_TABLE_HOLDERS, "Cap table", false))
        sl_report_paragraph(report, "The log names nobody who holds a part of it.");
    sl_report_add_chart(report, SL_REPORT_STAKES);
    sl_report_add_chart(report, SL_REPORT_OWNERSHIP);
    enum sl_status status = add_days(report, err);
    if (status == SL_OK) add_network(report);
    return status;
}

/* ---- what it owns ---- */

void sl_report_holdings(struct sl_report *report)
{
    const struct sl_html_table *own = &report->tables[SL_TABLE_HOLDINGS];
    const struct sl_html_table *owned = &report->tables[SL_TABLE_OWNED];
    const struct sl_html_table *past = &report->tables[SL_TABLE_OWN_TIMELINE];
    sl_report_section(report, "holdings", "What it owns");
    if (!sl_report_add_table(report, SL_TABLE_HOLDINGS, "Its stakes in others", false))
        sl_report_paragraph(report,
                            past->rows > 0 ? "Nothing any more." : "Nothing that is known.");
    sl_report_add_chart(report, SL_REPORT_PORTFOLIO);
    if (owned->rows > own->rows)
        sl_report_add_table(report, SL_TABLE_OWNED, "What it owns, directly and through others",
                            false);
    if (past->rows == 0) return;
    sl_buffer_add_text(&report->body, "<details><summary>How these stakes came about</summary>\n");
    sl_report_add_table(report, SL_TABLE_OWN_TIMELINE, "Its stakes, event by event", true);
    sl_buffer_add_text(&report->body, "</details>\n");
}
