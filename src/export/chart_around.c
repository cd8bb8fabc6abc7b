/* Who holds whom around an entity, and who controls it: as many boxes as the page has room for, the
 * largest first; the rest of those who hold the entity, or are held by it, share a box. */
#include <math.h>

#include "base/error.h"
#include "export/around_drawing.h"
#include "export/chart_draw.h"

enum {
    HIGH_MOST = 4000, /* a page without a wish for its height grows up to this */
    WIDE_MOST = 3000,
    ROW_GAP_MOST = 70,
    ROW_GAP_USUAL = 10,
    PAGE_FOOT = 14,
    FREE_ABOVE = 10, /* and below, together, on a page of a given height */
    TOLD_MOST = 24   /* links, for who does not see them */
};

struct picture {
    struct sl_page *page;
    const struct sl_chart_options *options;
    struct sl_around_drawing drawing;
    const char *title, *subtitle;
    double room, head, foot; /* pixels */
};

/* The row furthest from the entity's. */
static uint32_t furthest_row(const struct picture *picture)
{
    const struct sl_diagram *diagram = &picture->drawing.plan.diagram;
    uint32_t own = diagram->boxes[0].row, last = diagram->row_count - 1;
    return last - own > own ? last : 0;
}

/* The head, or the foot, and nothing of it yet: how high it is. */
static bool measure(struct picture *picture)
{
    struct sl_page *page = picture->page;
    struct sl_key_item key[SL_AROUND_KEYS];
    struct sl_buffer *out = page->out, scratch = {0};
    page->out = &scratch;
    sl_page_header(page, picture->title, picture->subtitle, key,
                   picture->drawing.kind->key(&picture->drawing.plan, key));
    picture->head = page->top;
    sl_page_footer(page, picture->drawing.sources.items, picture->drawing.sources.count, PAGE_FOOT);
    picture->foot = page->height - page->bottom;
    page->out = out;
    sl_page_forget(page);
    bool ok = !scratch.failed;
    sl_buffer_release(&scratch);
    return ok;
}

static double height_for(const struct picture *picture)
{
    double high = picture->page->shrinks ? HIGH_MOST : picture->page->height - FREE_ABOVE;
    return high - picture->head - picture->foot;
}

static enum sl_status too_small(const struct picture *picture, struct sl_error *err)
{
    return sl_fail(err, SL_MISUSE, "%d by %d pixels are too few for this chart and its labels",
                   picture->page->width, picture->page->height);
}

static bool widen(struct picture *picture)
{
    if (!picture->page->widens || picture->room >= WIDE_MOST) return false;
    picture->room = fmin(picture->room * 1.25, WIDE_MOST);
    return true;
}

/* Takes something out of a row that is too wide, or makes a page wider that may be: that first
 * where so many boxes were asked for. */
static bool make_room(struct picture *picture)
{
    uint32_t row = picture->drawing.plan.diagram.full_row;
    bool asked = picture->options->top > 0;
    return (asked && widen(picture)) ||
           sl_choice_drop(&picture->drawing.choice, &picture->drawing.plan.diagram, row) ||
           widen(picture);
}

/* Lays out what is shown, and shows less until it fits. */
static enum sl_status fit(struct picture *picture, struct sl_error *err)
{
    const struct sl_diagram *diagram = &picture->drawing.plan.diagram;
    for (;;) {
        if (!sl_around_plan(&picture->drawing) || !measure(picture)) return sl_fail_memory(err);
        enum sl_status status =
            sl_plan_lay(&picture->drawing.plan, picture->room, ROW_GAP_USUAL, err);
        if (status != SL_OK) return status;
        if (diagram->overfull) {
            if (!make_room(picture)) return too_small(picture, err);
            continue;
        }
        double spare = height_for(picture) - diagram->high;
        if (spare < 0 && diagram->row_count > 1) {
            status = sl_plan_lay(&picture->drawing.plan, picture->room, 0, err);
            if (status != SL_OK) return status;
            spare = height_for(picture) - diagram->high;
        }
        if (spare >= 0) return SL_OK;
        if (!sl_choice_drop(&picture->drawing.choice, diagram, furthest_row(picture)) &&
            !sl_choice_fold(&picture->drawing.choice))
            return too_small(picture, err);
    }
}

/* A page of a given height: what is left of it goes between the rows. */
static enum sl_status stretch(struct picture *picture, struct sl_error *err)
{
    const struct sl_diagram *diagram = &picture->drawing.plan.diagram;
    double spare = height_for(picture) - diagram->high;
    if (picture->page->shrinks || diagram->row_count < 2) return SL_OK;
    double gap = fmin(ROW_GAP_MOST, ROW_GAP_USUAL + spare / diagram->row_count);
    if (gap <= ROW_GAP_USUAL) return SL_OK;
    return sl_plan_lay(&picture->drawing.plan, picture->room, floor(gap), err);
}

static enum sl_status draw(struct picture *picture, struct sl_error *err)
{
    struct sl_page *page = picture->page;
    const struct sl_diagram *diagram = &picture->drawing.plan.diagram;
    struct sl_key_item key[SL_AROUND_KEYS];
    if (page->widens && diagram->wide + 2 * SL_PAGE_EDGE > page->width)
        page->width = (int)ceil(diagram->wide + 2 * SL_PAGE_EDGE);
    if (page->shrinks)
        page->height = (int)ceil(fmax(picture->head + diagram->high + picture->foot, 240));
    page->data = "pixels from the top left corner";
    sl_page_begin(page, picture->drawing.kind->word);
    sl_plan_begin(page);
    sl_page_header(page, picture->title, picture->subtitle, key,
                   picture->drawing.kind->key(&picture->drawing.plan, key));
    sl_page_footer(page, picture->drawing.sources.items, picture->drawing.sources.count, PAGE_FOOT);
    if (page->about != NULL) {
        sl_buffer_add_byte(page->about, '.');
        sl_around_tell(page->about, picture->drawing.choice.around, TOLD_MOST);
    }
    double left = (page->width - diagram->wide) / 2;
    double top = page->top + (page->bottom - page->top - diagram->high) / 2;
    return sl_plan_draw(page, &picture->drawing.plan, left, top) ? SL_OK : sl_fail_memory(err);
}

static bool add_texts(struct picture *picture, struct sl_buffer *title, struct sl_buffer *subtitle)
{
    const struct sl_chart_options *options = picture->options;
    const char *name =
        sl_text_keep_clean(&picture->drawing.memory, picture->drawing.choice.around->nodes[0].name);
    if (name == NULL) return false;
    if (options->title != NULL)
        sl_buffer_add_text(title, options->title);
    else
        picture->drawing.kind->title(picture->drawing.choice.around, name, title);
    picture->drawing.kind->subtitle(picture->drawing.choice.around, name, subtitle);
    int32_t day =
        options->view.to < SL_DAY_MAX ? options->view.to : picture->drawing.choice.around->latest;
    sl_buffer_add_text(subtitle, ", as of ");
    sl_page_iso(subtitle, day);
    if (options->view.known_by < SL_DAY_MAX) {
        sl_buffer_add_text(subtitle, ", from what was known by ");
        sl_page_iso(subtitle, options->view.known_by);
    }
    if (options->view.pro_forma != SL_STAGE_COMPLETED)
        sl_buffer_add_text(subtitle, ", as if pending deals were completed");
    picture->title = title->data;
    picture->subtitle = subtitle->data;
    return !title->failed && !subtitle->failed && title->data != NULL;
}

enum sl_status sl_draw_around(struct sl_page *page, const struct sl_around *around,
                              const struct sl_around_kind *kind,
                              const struct sl_chart_options *options, struct sl_error *err)
{
    struct picture picture = {.page = page,
                              .options = options,
                              .drawing = {.kind = kind},
                              .room = page->width - 2.0 * SL_PAGE_EDGE};
    struct sl_buffer title = {0}, subtitle = {0};
    enum sl_status status = SL_OK;
    if (!sl_choice_init(&picture.drawing.choice, around) || !add_texts(&picture, &title, &subtitle))
        status = sl_fail_memory(err);
    if (status == SL_OK) status = fit(&picture, err);
    if (status == SL_OK) status = stretch(&picture, err);
    if (status == SL_OK) status = draw(&picture, err);
    sl_choice_release(&picture.drawing.choice);
    sl_plan_release(&picture.drawing.plan);
    sl_names_release(&picture.drawing.sources);
    sl_arena_release(&picture.drawing.memory);
    sl_buffer_release(&title);
    sl_buffer_release(&subtitle);
    return status;
}
