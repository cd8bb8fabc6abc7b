-- @where@ is: date <= '2015-06-30' AND kind IN ('holding', 'acquire', 'dispose')
-- DuckDB: the day and the source of a stake are those of the last event that was not a level which said
-- the same as the level before it.
, levels AS (
    SELECT issuer, holder, class, run, sum(coalesce(level, change)) AS level,
        max(date) FILTER (told) AS since, arg_max(source, (date, seq)) FILTER (told) AS source
    FROM runs WHERE coalesce(level, change) IS NOT NULL GROUP BY issuer, holder, class, run
), latest AS (
    SELECT issuer, holder, class, arg_max(level, run) AS level, max(since) AS since,
        arg_max(source, run) FILTER (since IS NOT NULL) AS source
    FROM levels GROUP BY issuer, holder, class
)
SELECT i.name AS issuer, h.name AS holder, class, level / 100.0 AS stake_pct, since, source
FROM latest JOIN entity i ON i.id = issuer JOIN entity h ON h.id = holder
WHERE level <> 0
ORDER BY i.name, level DESC, h.name
