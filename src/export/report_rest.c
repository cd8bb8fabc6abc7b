/* The sections that are a table each, and how to read them all. */
#include "export/report.h"

static void add_history(struct sl_report *report)
{
    if (report->tables[SL_TABLE_TIMELINE].rows == 0) return;
    sl_report_section(report, "history", "The stakes in it, event by event");
    sl_report_paragraph(report, "What each event made of the stakes; a row of kind dilution is a "
                                "stake that moved because the capital did.");
    sl_report_add_table(report, SL_TABLE_TIMELINE, "Stake history", true);
}

static void add_rounds(struct sl_report *report)
{
    if (report->rounds == 0) return;
    sl_report_section(report, "rounds", "Rounds and debts");
    sl_report_add_chart(report, SL_REPORT_ROUNDS);
    sl_report_add_table(report, SL_TABLE_ROUNDS, "Rounds and debts", true);
}

static void add_deals(struct sl_report *report)
{
    if (report->deals == 0) return;
    sl_report_section(report, "deals", "Deals");
    sl_report_paragraph(report, "Each deal that names it, how far it got, and who said so when.");
    sl_report_add_chart(report, SL_REPORT_DEALS);
    sl_report_add_table(report, SL_TABLE_DEALS, "Deals and their histories", true);
}

static void add_crossings(struct sl_report *report)
{
    if (report->tables[SL_TABLE_CROSSINGS].rows == 0) return;
    sl_report_section(report, "crossings", "Lines crossed");
    sl_report_paragraph(report, "When a stake in it went over one of the lines of the European "
                                "transparency directive (5, 10, 15, 20, 25, 30, 50, 75 %), or fell "
                                "below.");
    sl_report_add_chart(report, SL_REPORT_THRESHOLDS);
    sl_report_add_table(report, SL_TABLE_CROSSINGS, "Lines crossed", true);
}

static void add_findings(struct sl_report *report)
{
    sl_report_section(report, "findings", "Findings");
    if (!sl_report_add_table(report, SL_TABLE_FINDINGS, "What does not fit", false))
        sl_report_paragraph(report,
                            "The check of the log found nothing that cannot be right in what "
                            "it says about this company.");
}

static void add_reading(struct sl_report *report)
{
    sl_report_section(report, "reading", "How to read this");
    sl_buffer_add_text(
        &report->body,
        "<dl>\n<dt>Stake</dt><dd>Per cent of the capital. A range, as in 42\xe2\x80\x93"
        "44 %, where the source gives a range or a rough number.</dd>\n"
        "<dt>(undisclosed)</dt><dd>What the known stakes leave of the capital.</dd>\n"
        "<dt>Basis</dt><dd><i>stated</i>: a source gave the stake; <i>derived</i>: computed from a "
        "stated change or from numbers of shares; <i>implied</i>: from a valuation; "
        "<i>diluted</i>: "
        "only the size of the capital moved since.</dd>\n"
        "<dt>Flags</dt><dd><i>pending</i>: not completed, so it does not count; <i>confirmed</i>: "
        "says what was known; <i>mismatch</i>: does not fit what the log made of it; "
        "<i>oversold</i>: more was sold than was held; <i>unresolved</i>: cannot be "
        "computed.</dd>\n"
        "<dt>Dates</dt><dd>When something takes effect; where it was published on another day, "
        "that stands beside it. 2023-Q4 is a period, as the source has it.</dd>\n</dl>\n");
}

void sl_report_rest(struct sl_report *report)
{
    add_history(report);
    add_rounds(report);
    add_deals(report);
    add_crossings(report);
    add_findings(report);
    sl_report_sources(report);
    add_reading(report);
}
