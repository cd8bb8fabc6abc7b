/* From a question to a file: draws the script, and runs gnuplot where a picture is asked for. */
#include <stakeline/chart.h>

#include <string.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/file.h"
#include "base/text.h"
#include "export/chart_draw.h"
#include "export/chart_page.h"
#include "export/gnuplot.h"
#include "export/notes.h"
#include "export/svg.h"

enum {
    WIDTH_DEFAULT = 960,
    HEIGHT_DEFAULT = 600,
    WIDTH_MIN = 320,
    HEIGHT_MIN = 240,
    SIZE_MAX_PIXELS = 10000,
    HEAD_AND_FOOT = 200,
    ROW = 27 /* a line or lane more, where more of them are asked for */
};

static enum sl_status parse_ending(const char *path, bool *script, enum sl_picture *picture,
                                   struct sl_error *err)
{
    static const struct {
        const char *ending;
        bool script;
        enum sl_picture picture;
    } endings[] = {{".gp", true, SL_PICTURE_SVG},
                   {".svg", false, SL_PICTURE_SVG},
                   {".png", false, SL_PICTURE_PNG},
                   {".pdf", false, SL_PICTURE_PDF}};
    const char *dot = strrchr(path, '.');
    for (size_t i = 0; dot != NULL && i < sizeof endings / sizeof *endings; i++) {
        if (!sl_text_same(dot, endings[i].ending)) continue;
        *script = endings[i].script;
        *picture = endings[i].picture;
        return SL_OK;
    }
    return sl_fail(err, SL_MISUSE,
                   "%s: a chart's file name ends in .gp (a gnuplot script), .svg, .png or .pdf",
                   path);
}

static enum sl_status complete_options(struct sl_chart_options *out,
                                       const struct sl_chart_options *options, struct sl_error *err)
{
    *out = (struct sl_chart_options){.view = SL_VIEW_ALL};
    if (options != NULL) *out = *options;
    if (out->width == 0) out->width = WIDTH_DEFAULT;
    if (out->height == 0) {
        out->height = HEAD_AND_FOOT + ROW * out->top;
        if (out->height < HEIGHT_DEFAULT) out->height = HEIGHT_DEFAULT;
    }
    if (out->width < WIDTH_MIN || out->height < HEIGHT_MIN || out->width > SIZE_MAX_PIXELS ||
        out->height > SIZE_MAX_PIXELS) {
        return sl_fail(err, SL_MISUSE, "a chart is %d by %d to %d by %d pixels, not %d by %d",
                       WIDTH_MIN, HEIGHT_MIN, SIZE_MAX_PIXELS, SIZE_MAX_PIXELS, out->width,
                       out->height);
    }
    return SL_OK;
}

static enum sl_status draw_script(struct sl_page *page, struct sl_book *book,
                                  enum sl_chart_kind kind, const char *entity,
                                  const struct sl_chart_options *options, struct sl_error *err)
{
    struct sl_chart_options complete;
    struct sl_buffer title = {0}, style = {0};
    struct sl_notes notes = {.items = NULL};
    enum sl_status status = complete_options(&complete, options, err);
    if (status == SL_OK) status = sl_style_read(&style, complete.theme, complete.style_file, err);
    if (status != SL_OK) goto done;
    page->style = &style;
    if (complete.annotate) page->notes = &notes;
    page->width = complete.width;
    page->height = complete.height;
    page->shrinks = options == NULL || options->height == 0;
    page->widens = options == NULL || options->width == 0;
    if (complete.title != NULL) {
        sl_text_add_clean(&title, complete.title);
        complete.title = title.length > 0 ? title.data : NULL;
    }
    status = sl_draw_kind(page, book, kind, entity, &complete, err);
    if (status == SL_OK && page->to_file) sl_buffer_add_text(page->out, "set output\n");
    if (status == SL_OK && (page->out->failed || title.failed)) status = sl_fail_memory(err);
done:
    sl_notes_release(&notes);
    sl_buffer_release(&style);
    sl_buffer_release(&title);
    return status == SL_OK ? sl_book_trouble(book, err) : status;
}

static enum sl_status put_in_place(const char *path, const struct sl_buffer *bytes,
                                   struct sl_error *err)
{
    struct sl_file *file = NULL;
    enum sl_status status = sl_file_create(&file, path, err);
    if (status != SL_OK) return status;
    status = sl_file_write(file, bytes->data, bytes->length, err);
    enum sl_status closed = sl_file_close(file, status == SL_OK, status == SL_OK ? err : NULL);
    return status == SL_OK ? closed : status;
}

enum sl_status sl_chart_script(struct sl_buffer *out, struct sl_book *book, enum sl_chart_kind kind,
                               const char *entity, const struct sl_chart_options *options,
                               struct sl_error *err)
{
    struct sl_page page = {.out = out, .picture = SL_PICTURE_SVG};
    return draw_script(&page, book, kind, entity, options, err);
}

enum sl_status sl_chart_write(struct sl_book *book, enum sl_chart_kind kind, const char *entity,
                              const struct sl_chart_options *options, const char *path,
                              struct sl_error *err)
{
    struct sl_buffer script = {0}, picture = {0}, title = {0}, about = {0};
    struct sl_page page = {.out = &script, .title = &title, .about = &about};
    enum sl_status status = parse_ending(path, &page.to_file, &page.picture, err);
    if (status == SL_OK && !page.to_file && page.picture != SL_PICTURE_SVG) {
        page.fonts = sl_fonts_new();
        if (page.fonts == NULL) status = sl_fail_memory(err);
    }
    if (status == SL_OK) status = draw_script(&page, book, kind, entity, options, err);
    if (status != SL_OK) goto done;
    if (page.fonts != NULL && sl_fonts_missed(page.fonts) && options != NULL &&
        options->on_note != NULL)
        options->on_note(options->context,
                         "no font on this machine has some of the letters; they are drawn as boxes "
                         "(an .svg is drawn with the fonts of whoever looks at it)");
    if (!page.to_file) {
        status = sl_gnuplot_run(&picture, &script, page.picture, NULL, 0, err);
        if (status != SL_OK) goto done;
    }
    if (!page.to_file && page.picture == SL_PICTURE_SVG && title.length > 0 && about.length > 0)
        sl_svg_name(&picture, title.data, about.data);
    if (picture.failed || title.failed || about.failed) status = sl_fail_memory(err);
    if (status != SL_OK) goto done;
    status = put_in_place(path, page.to_file ? &script : &picture, err);
done:
    sl_fonts_free(page.fonts);
    sl_buffer_release(&script);
    sl_buffer_release(&picture);
    sl_buffer_release(&title);
    sl_buffer_release(&about);
    return status;
}
