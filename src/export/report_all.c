/* A folder of pages: their names, the check that nobody else's file stands there, the index. */
#define _GNU_SOURCE /* O_NOFOLLOW */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <stakeline/entity.h>

#include "base/error.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/text.h"
#include "base/vector.h"
#include "export/html.h"
#include "export/report.h"

enum { SLUG_MAX = 40, HASH_SHOWN = 8, SIMILAR_MAX = 1000 };

struct folder {
    struct sl_report_site site;
    struct sl_html_table index, similar;
    size_t capacity;
    const char *path;
};

/* ---- names of files ---- */

enum sl_status sl_report_file_name(char out[SL_REPORT_FILE_SIZE], const char *name,
                                   struct sl_error *err)
{
    struct sl_buffer skeleton = {0};
    struct sl_hash hash;
    char hex[SL_HASH_TEXT_SIZE], slug[SLUG_MAX + 1] = "";
    size_t length = 0;
    enum sl_status status = sl_name_skeleton(&skeleton, name, strlen(name), err);
    for (size_t i = 0; status == SL_OK && i < skeleton.length && length < SLUG_MAX; i++) {
        char byte = skeleton.data[i];
        bool kept = (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
        if (kept)
            slug[length++] = byte;
        else if (length > 0 && slug[length - 1] != '-')
            slug[length++] = '-';
    }
    while (length > 0 && slug[length - 1] == '-')
        length--;
    slug[length] = '\0';
    sl_hash_init(&hash);
    sl_hash_add(&hash, name, strlen(name));
    sl_hash_end(&hash, hex);
    snprintf(out, SL_REPORT_FILE_SIZE, "%s-%.*s.html", length == 0 ? "entity" : slug, HASH_SHOWN,
             hex);
    sl_buffer_release(&skeleton);
    return status;
}

static void link_page(void *context, struct sl_buffer *out, const char *name)
{
    const struct sl_report_site *site = context;
    size_t number = sl_names_find(&site->names, name, strlen(name));
    if (number != SL_NO_NAME) sl_buffer_add_text(out, site->files[number]);
}

static void link_nothing(void *context, struct sl_buffer *out, const char *source)
{
    (void)context, (void)out, (void)source;
}

static enum sl_status take_entity(void *context, const void *item, struct sl_error *err)
{
    struct folder *folder = context;
    const struct sl_entity_row *row = item;
    struct sl_report_site *site = &folder->site;
    char file[SL_REPORT_FILE_SIZE];
    enum sl_status status = sl_report_file_name(file, row->name, err);
    if (status != SL_OK) return status;
    size_t number = sl_names_add(&site->names, &site->memory, row->name, strlen(row->name));
    if (number == SL_NO_NAME ||
        !sl_vector_grow(&site->files, number, &folder->capacity, sizeof *site->files))
        return sl_fail_memory(err);
    site->files[number] = sl_arena_copy(&site->memory, file, strlen(file));
    if (site->files[number] == NULL) return sl_fail_memory(err);
    return sl_html_table_row(&folder->index, row, err);
}

/* ---- the folder ---- */

static enum sl_status fail_errno(const char *path, struct sl_error *err)
{
    char memory[96];
    return sl_fail(err, SL_FAILED, "%s: %s", path, strerror_r(errno, memory, sizeof memory));
}

static enum sl_status make_folder(const char *path, struct sl_error *err)
{
    struct stat found;
    if (mkdir(path, 0777) == 0) return SL_OK;
    if (errno != EEXIST) return fail_errno(path, err);
    if (stat(path, &found) != 0) return fail_errno(path, err);
    return S_ISDIR(found.st_mode) ? SL_OK : sl_fail(err, SL_FAILED, "%s: not a folder", path);
}

/* A file that is there must be a page of ours. */
static enum sl_status check_file(const struct sl_buffer *path, struct sl_error *err)
{
    char start[256];
    size_t length = strlen(sl_report_mark);
    int fd = open(path->data, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0 && errno == ENOENT) return SL_OK;
    bool ours = fd >= 0 && length <= sizeof start && read(fd, start, length) == (ssize_t)length &&
                memcmp(start, sl_report_mark, length) == 0;
    if (fd >= 0) close(fd);
    if (ours) return SL_OK;
    return sl_fail(err, SL_FAILED, "%s: not a page of a report, so it is not replaced", path->data);
}

static enum sl_status path_of(struct sl_buffer *out, const struct folder *folder, const char *file,
                              struct sl_error *err)
{
    sl_buffer_clear(out);
    sl_buffer_printf(out, "%s/%s", folder->path, file);
    return out->failed ? sl_fail_memory(err) : SL_OK;
}

static enum sl_status check_folder(const struct folder *folder, struct sl_error *err)
{
    struct sl_buffer path = {0};
    enum sl_status status = path_of(&path, folder, "index.html", err);
    if (status == SL_OK) status = check_file(&path, err);
    for (size_t i = 0; i < folder->site.names.count && status == SL_OK; i++) {
        status = path_of(&path, folder, folder->site.files[i], err);
        if (status == SL_OK) status = check_file(&path, err);
    }
    sl_buffer_release(&path);
    return status;
}

static enum sl_status write_file(const struct folder *folder, const char *name,
                                 const struct sl_buffer *page, struct sl_error *err)
{
    struct sl_buffer path = {0};
    struct sl_file *file = NULL;
    enum sl_status status = path_of(&path, folder, name, err);
    if (status == SL_OK) status = sl_file_create(&file, path.data, err);
    if (status == SL_OK) {
        status = sl_file_write(file, page->data, page->length, err);
        enum sl_status closed = sl_file_close(file, status == SL_OK, status == SL_OK ? err : NULL);
        if (status == SL_OK) status = closed;
    }
    sl_buffer_release(&path);
    return status;
}

/* ---- the pages ---- */

static enum sl_status write_index(const struct folder *folder, struct sl_error *err)
{
    struct sl_buffer page = {0};
    size_t count = folder->site.names.count;
    sl_report_begin_page(&page, "Companies and people of the log", &(struct sl_svg_colours){0});
    sl_buffer_printf(&page,
                     "<header>\n<h1>Companies and people of the log</h1>\n<p class=\"sub\">%zu of "
                     "them, with a page each.</p>\n</header>\n<main id=\"content\" "
                     "tabindex=\"-1\">\n",
                     count);
    sl_html_table_add(&page, &folder->index, "All names", SIZE_MAX, false);
    if (folder->similar.rows > 0) {
        sl_buffer_add_text(&page, "<h2>Names that look like one</h2>\n");
        sl_html_table_add(&page, &folder->similar, "Names that look like one", SIMILAR_MAX, false);
    }
    sl_buffer_add_text(&page, "</main>\n");
    sl_report_end_page(&page);
    enum sl_status status =
        page.failed ? sl_fail_memory(err) : write_file(folder, "index.html", &page, err);
    sl_buffer_release(&page);
    return status;
}

static enum sl_status write_pages(struct sl_book *book, const struct folder *folder,
                                  const struct sl_report_options *options, struct sl_error *err)
{
    const struct sl_report_site *site = &folder->site;
    struct sl_report_options rest = *options;
    struct sl_buffer page = {0};
    enum sl_status status = SL_OK;
    for (size_t i = 0; i < site->names.count && status == SL_OK; i++) {
        sl_buffer_clear(&page);
        status = sl_report_page(&page, book, site->names.items[i], &rest, site, err);
        if (status == SL_OK) status = write_file(folder, site->files[i], &page, err);
        if (i == 0) rest.on_note = NULL; /* once is enough */
    }
    sl_buffer_release(&page);
    return status;
}

static enum sl_status collect_names(struct folder *folder, struct sl_book *book,
                                    const struct sl_html_links *links, struct sl_error *err)
{
    const struct sl_sink similar = {sl_html_table_row, &folder->similar};
    enum sl_status status = sl_html_table_init(&folder->index, &sl_entity_row_type, links, err);
    if (status == SL_OK)
        status = sl_html_table_init(&folder->similar, &sl_similar_row_type, links, err);
    if (status == SL_OK)
        status = sl_entities(book, NULL, (struct sl_sink){take_entity, folder}, err);
    if (status != SL_OK) return status;
    status = sl_entities_similar(book, similar, err);
    return status == SL_NOTHING ? SL_OK : status;
}

enum sl_status sl_report_write_all(struct sl_book *book, const struct sl_report_options *options,
                                   const char *path, int64_t *pages, struct sl_error *err)
{
    struct folder folder = {.path = path};
    const struct sl_html_links links = {link_page, link_nothing, &folder.site};
    enum sl_status status = collect_names(&folder, book, &links, err);
    if (status == SL_OK) status = make_folder(path, err);
    if (status == SL_OK) status = check_folder(&folder, err);
    if (status == SL_OK) status = write_pages(book, &folder, options, err);
    if (status == SL_OK) status = write_index(&folder, err);
    if (status == SL_OK && pages != NULL) *pages = (int64_t)folder.site.names.count;
    sl_html_table_release(&folder.index);
    sl_html_table_release(&folder.similar);
    sl_names_release(&folder.site.names);
    free(folder.site.files);
    sl_arena_release(&folder.site.memory);
    return status;
}
