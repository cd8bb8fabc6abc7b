/* Asking a crew for positions. */
#include "query/positions.h"

#include <stdlib.h>

#include "base/error.h"

struct asking {
    const struct sl_position_wish *wish;
    struct sl_positions *positions;
};

static enum sl_status expect(void *context, size_t most, struct sl_error *err)
{
    struct sl_positions *positions = ((const struct asking *)context)->positions;
    if (most <= positions->capacity) return SL_OK;
    struct sl_position_place *places = realloc(positions->places, most * sizeof *places);
    if (places == NULL) return sl_fail_memory(err);
    positions->places = places;
    positions->capacity = most;
    return SL_OK;
}

static enum sl_status ask(void *context, void *gathering, struct sl_play *play, sl_entity issuer,
                          size_t place, struct sl_error *err)
{
    const struct asking *asking = context;
    const struct sl_position_wish *wish = asking->wish;
    struct sl_position_table *table = gathering;
    const size_t first = table->count;
    enum sl_status status = sl_play_issuer(play, issuer, wish->view, NULL, err);
    if (status == SL_OK) status = sl_position_table_add(table, play, issuer, 0, err);
    asking->positions->places[place] =
        (struct sl_position_place){table, first, table->count - first};
    return status;
}

static enum sl_status do_first(void *context, struct sl_error *err)
{
    const struct sl_position_wish *wish = ((const struct asking *)context)->wish;
    return wish->first == NULL ? SL_OK : wish->first(wish->context, err);
}

/* The crew that asks, with nothing gathered. */
static struct sl_crew crew_of(struct asking *asking)
{
    for (size_t i = 0; i < SL_CREW_MOST; i++)
        sl_position_table_clear(&asking->positions->tables[i]);
    return (struct sl_crew){.book = asking->wish->book,
                            .columns = SL_COLUMNS_POSITION,
                            .ask = ask,
                            .expect = expect,
                            .first = do_first,
                            .context = asking,
                            .gatherings = asking->positions->tables,
                            .gathering_size = sizeof asking->positions->tables[0]};
}

enum sl_status sl_positions_read(struct sl_positions *positions,
                                 const struct sl_position_wish *wish, const sl_entity *issuers,
                                 size_t count, struct sl_error *err)
{
    struct asking asking = {wish, positions};
    const struct sl_crew crew = crew_of(&asking);
    return sl_crew_run(&crew, issuers, count, err);
}

enum sl_status sl_positions_read_all(struct sl_positions *positions,
                                     const struct sl_position_wish *wish,
                                     struct sl_crew_list *issuers, struct sl_error *err)
{
    struct asking asking = {wish, positions};
    const struct sl_crew crew = crew_of(&asking);
    return sl_crew_run_all(&crew, false, issuers, err);
}

size_t sl_positions_count(const struct sl_positions *positions)
{
    size_t count = 0;
    for (size_t i = 0; i < SL_CREW_MOST; i++)
        count += positions->tables[i].count;
    return count;
}

enum sl_status sl_positions_read_names(const struct sl_positions *positions, struct sl_book *book,
                                       struct sl_error *err)
{
    enum sl_status status = SL_OK;
    for (size_t i = 0; i < SL_CREW_MOST && status == SL_OK; i++)
        status = sl_position_table_read_names(&positions->tables[i], book, err);
    return status;
}

void sl_positions_release(struct sl_positions *positions)
{
    for (size_t i = 0; i < SL_CREW_MOST; i++)
        sl_position_table_release(&positions->tables[i]);
    free(positions->places);
    *positions = (struct sl_positions){0};
}
