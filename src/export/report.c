/* The frame of a page: head, sections, and what holds them together. */
#include "export/report.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/file.h"
#include "base/hash.h"
#include "export/html.h"

extern const char sl_report_css[], sl_report_js[]; /* embedded: report/report.css, report.js */

enum { TABLE_MAX = 1000, NETWORK_MAX = 100 }; /* rows of one table */

const char sl_report_mark[] =
    "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
    "<meta name=\"generator\" content=\"stakeline report\">\n";

/* ---- the frame ---- */

static int digit_of(char byte)
{
    return byte <= '9' ? byte - '0' : byte - 'a' + 10;
}

/* The hash of the script in base 64, as a content security policy wants it. */
static void add_script_hash(struct sl_buffer *out)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    struct sl_hash hash;
    char hex[SL_HASH_TEXT_SIZE];
    sl_hash_init(&hash);
    sl_hash_add(&hash, sl_report_js, strlen(sl_report_js));
    sl_hash_end(&hash, hex);
    unsigned bits = 0, held = 0;
    for (const char *at = hex; *at != '\0'; at++) {
        bits = bits << 4 | (unsigned)digit_of(*at);
        held += 4;
        if (held < 6) continue;
        held -= 6;
        sl_buffer_add_byte(out, digits[bits >> held & 63]);
    }
    /* 256 bits are 42 digits and 4 bits */
    sl_buffer_add_byte(out, digits[bits << (6 - held) & 63]);
    sl_buffer_add_byte(out, '=');
}

void sl_report_begin_page(struct sl_buffer *out, const char *title,
                          const struct sl_svg_colours *colours)
{
    sl_buffer_add_text(out, sl_report_mark);
    sl_buffer_add_text(out,
                       "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                       "img-src data:; style-src 'unsafe-inline'; script-src 'sha256-");
    add_script_hash(out);
    sl_buffer_add_text(out, "'; base-uri 'none'; form-action 'none'\">\n"
                            "<meta name=\"viewport\" content=\"width=device-width, "
                            "initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n"
                            "<link rel=\"icon\" href=\"data:,\">\n<title>");
    sl_html_text(out, title);
    sl_buffer_add_text(out, "</title>\n<style>\n");
    sl_buffer_add_text(out, sl_report_css);
    sl_buffer_add_text(out, "</style>\n");
    sl_svg_add_colours(out, colours);
    sl_buffer_add_text(out, "</head>\n<body>\n"
                            "<a class=\"skip\" href=\"#content\">To the content</a>\n");
}

void sl_report_end_page(struct sl_buffer *out)
{
    sl_buffer_printf(out,
                     "<footer>\n<p>Made by stakeline %s from a log of dated claims.</p>\n"
                     "</footer>\n<script>",
                     sl_version());
    sl_buffer_add_text(out, sl_report_js);
    sl_buffer_add_text(out, "</script>\n</body>\n</html>\n");
}

/* ---- parts of a page ---- */

void sl_report_section(struct sl_report *report, const char *id, const char *title)
{
    struct sl_buffer *out = &report->body;
    if (out->length > 0) sl_buffer_add_text(out, "</section>\n\n");
    sl_buffer_printf(out, "<section aria-labelledby=\"%s\">\n<h2 id=\"%s\">%s</h2>\n", id, id,
                     title);
    sl_buffer_printf(&report->nav, "<li><a href=\"#%s\">%s</a></li>\n", id, title);
}

void sl_report_paragraph(struct sl_report *report, const char *text)
{
    sl_buffer_add_text(&report->body, "<p>");
    sl_html_text(&report->body, text);
    sl_buffer_add_text(&report->body, "</p>\n");
}

bool sl_report_add_table(struct sl_report *report, enum sl_report_table table, const char *caption,
                         bool newest)
{
    bool network =
        table == SL_TABLE_OWNERS || table == SL_TABLE_OWNED || table == SL_TABLE_OWNER_CHAINS;
    if (report->tables[table].rows == 0) return false;
    sl_html_table_add(&report->body, &report->tables[table], caption,
                      network ? NETWORK_MAX : TABLE_MAX, newest);
    return true;
}

/* ---- links ---- */

static void link_entity(void *context, struct sl_buffer *out, const char *name)
{
    const struct sl_report *report = context;
    if (report->site == NULL || strcmp(name, report->entity) == 0) return;
    size_t number = sl_names_find(&report->site->names, name, strlen(name));
    if (number != SL_NO_NAME) sl_buffer_add_text(out, report->site->files[number]);
}

static void link_source(void *context, struct sl_buffer *out, const char *source)
{
    const struct sl_report *report = context;
    size_t number = sl_names_find(&report->sources, source, strlen(source));
    if (number < SL_REPORT_SOURCES) sl_buffer_printf(out, "#source-%zu", number + 1);
}

/* ---- the page ---- */

static void add_day(struct sl_buffer *out, const char *before, int32_t day)
{
    char text[SL_DATE_SIZE];
    sl_date_format((struct sl_date){day, SL_DATE_DAY}, text);
    sl_buffer_printf(out, "%s%s", before, text);
}

/* What part of the log counts, where it is not all of it. */
static void add_view(struct sl_buffer *out, const struct sl_view *view)
{
    static const char *const stages[] = {"rumoured", "in talks", "announced", "approved"};
    bool to = view->to < SL_DAY_MAX, known = view->known_by < SL_DAY_MAX;
    bool pending = view->pro_forma<SL_STAGE_COMPLETED, from = view->from> SL_DAY_MIN;
    if (!to && !known && !pending && !from) return;
    sl_buffer_add_text(out, "<p class=\"view\">This page shows");
    if (to)
        add_day(out, " how things stood at the end of ", view->to);
    else
        sl_buffer_add_text(out, " the whole log");
    if (from) add_day(out, ", with what happened since ", view->from);
    if (known) add_day(out, ", by what was known on ", view->known_by);
    if (pending)
        sl_buffer_printf(out, ", as if every deal that is %s%s were done", stages[view->pro_forma],
                         view->pro_forma == SL_STAGE_APPROVED ? "" : " or further on");
    sl_buffer_add_text(out, ".</p>\n");
}

static void add_page(struct sl_buffer *out, const struct sl_report *report)
{
    struct sl_buffer title = {0};
    sl_buffer_printf(&title, "%s: who owns it, what it owns", report->entity);
    sl_report_begin_page(out, title.failed ? "" : title.data, &report->colours);
    if (title.failed) out->failed = true;
    sl_buffer_release(&title);
    sl_buffer_add_text(out, "<header>\n<h1>");
    sl_html_text(out, report->entity);
    sl_buffer_add_text(out, "</h1>\n<p class=\"sub\">Who owns it, what it owns, and how that came "
                            "about.</p>\n");
    add_view(out, &report->view);
    if (report->chart_trouble != NULL) {
        sl_buffer_add_text(out, "<p class=\"view\">The charts are missing: ");
        sl_html_text(out, report->chart_trouble);
        sl_buffer_add_text(out, ".</p>\n");
    }
    sl_buffer_add_text(out, "</header>\n<nav aria-label=\"Sections\">\n<ul>\n");
    if (report->site != NULL)
        sl_buffer_add_text(out, "<li><a href=\"index.html\">All companies and people</a></li>\n");
    if (report->nav.length > 0) sl_buffer_add(out, report->nav.data, report->nav.length);
    sl_buffer_add_text(out, "</ul>\n</nav>\n<main id=\"content\" tabindex=\"-1\">\n");
    if (report->body.length > 0) sl_buffer_add(out, report->body.data, report->body.length);
    sl_buffer_add_text(out, "</section>\n</main>\n");
    sl_report_end_page(out);
}

static enum sl_status write_sections(struct sl_report *report, struct sl_error *err)
{
    sl_report_summary(report);
    enum sl_status status = sl_report_owners(report, err);
    if (status != SL_OK) return status;
    sl_report_holdings(report);
    sl_report_story(report);
    sl_report_rest(report);
    bool failed = report->body.failed || report->nav.failed || report->raised.failed;
    for (int i = 0; i < SL_REPORT_CHARTS; i++)
        failed = failed || report->charts[i].failed;
    return failed ? sl_fail_memory(err) : SL_OK;
}

static void release(struct sl_report *report)
{
    struct sl_report_shares *shares[] = {&report->holders, &report->owners, &report->holdings,
                                         &report->controllers, &report->controlled};
    for (size_t i = 0; i < sizeof shares / sizeof *shares; i++)
        free(shares[i]->items);
    for (int i = 0; i < SL_REPORT_TABLES; i++)
        sl_html_table_release(&report->tables[i]);
    for (int i = 0; i < SL_REPORT_CHARTS; i++)
        sl_buffer_release(&report->charts[i]);
    free(report->claims);
    sl_report_moves_release(&report->moves);
    free(report->days);
    sl_names_release(&report->sources);
    sl_buffer_release(&report->raised);
    sl_buffer_release(&report->nav);
    sl_buffer_release(&report->body);
    sl_arena_release(&report->memory);
}

enum sl_status sl_report_page(struct sl_buffer *out, struct sl_book *book, const char *entity,
                              const struct sl_report_options *options,
                              const struct sl_report_site *site, struct sl_error *err)
{
    struct sl_report report = {
        .book = book, .options = options, .site = site, .view = options->view, .entity = entity};
    report.links = (struct sl_html_links){link_entity, link_source, &report};
    enum sl_status status = sl_report_collect(&report, err);
    if (status == SL_OK) status = sl_report_draw(&report, err);
    if (status == SL_OK) status = write_sections(&report, err);
    if (status == SL_OK) status = sl_book_trouble(book, err);
    if (status == SL_OK) {
        add_page(out, &report);
        if (out->failed) status = sl_fail_memory(err);
    }
    if (status == SL_OK && report.chart_trouble != NULL && options->on_note != NULL)
        options->on_note(options->context, report.chart_trouble);
    release(&report);
    return status;
}

enum sl_status sl_report_write(struct sl_book *book, const char *entity,
                               const struct sl_report_options *options, const char *path,
                               struct sl_error *err)
{
    struct sl_buffer page = {0};
    struct sl_file *file = NULL;
    enum sl_status status = sl_report_page(&page, book, entity, options, NULL, err);
    if (status == SL_OK) status = sl_file_create(&file, path, err);
    if (status == SL_OK) {
        status = sl_file_write(file, page.data, page.length, err);
        enum sl_status closed = sl_file_close(file, status == SL_OK, status == SL_OK ? err : NULL);
        if (status == SL_OK) status = closed;
    }
    sl_buffer_release(&page);
    return status;
}
