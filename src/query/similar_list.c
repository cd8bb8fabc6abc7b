/* The likely duplicates among the names, as rows. */
#include <stakeline/entity.h>

#include "base/error.h"
#include "query/columns.h"
#include "query/similar.h"

#define SIMILAR(member, label) COLUMN(struct sl_similar_row, member, #member, label, TEXT, ALWAYS)

static const struct sl_field fields[] = {SIMILAR(name, "Name"), SIMILAR(other, "Other"),
                                         SIMILAR(reason, "Differ in")};
const struct sl_row_type sl_similar_row_type = ROW_TYPE("similar names", fields);

struct listing {
    struct sl_sink sink;
    bool any;
};

static enum sl_status give(void *context, const struct sl_similar *pair, struct sl_error *err)
{
    static const char *const reasons[] = {[SL_SIMILAR_SPELLING] = "spelling",
                                          [SL_SIMILAR_FORM] = "legal form",
                                          [SL_SIMILAR_ORDER] = "word order",
                                          [SL_SIMILAR_LETTER] = "one letter"};
    struct listing *listing = context;
    const struct sl_similar_row row = {
        .name = pair->name, .other = pair->other_name, .reason = reasons[pair->differs]};
    listing->any = true;
    return listing->sink.row(listing->sink.context, &row, err);
}

enum sl_status sl_entities_similar(struct sl_book *book, struct sl_sink sink, struct sl_error *err)
{
    struct listing listing = {.sink = sink};
    enum sl_status status = sl_book_read_begin(book, err);
    if (status != SL_OK) return status;
    const struct sl_similar_wish all = {.letters = true};
    status = sl_similar_names(book, &all, give, &listing, err);
    sl_book_read_end(book);
    if (status == SL_OK && !listing.any)
        status = sl_fail(err, SL_NOTHING, "no two names look like one entity");
    return status;
}
