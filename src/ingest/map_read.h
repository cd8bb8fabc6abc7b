/* The reading of a map's file into struct sl_map. */
#ifndef INGEST_MAP_READ_H
#define INGEST_MAP_READ_H

#include "ingest/decode.h"
#include "ingest/map.h"

/* Fills a map that has its path. SL_INVALID names file, line and reason. */
enum sl_status sl_map_read(struct sl_map *map, struct sl_error *err);

/* map_open.c: reads, checks and lays out the map in this file. */
enum sl_status sl_map_open_path(struct sl_map **out, const char *path, struct sl_error *err);

#endif
