-- @where@ is: date <= '2015-06-30' AND kind IN ('holding', 'acquire', 'dispose')
-- DuckDB: the day and the source of a stake are those of the last event on it, but for a level that says
-- what was said before, by a level or by what was bought when there was nothing.
, levels AS (
    SELECT issuer, holder, class, run, sum(coalesce(level, change)) AS level, max(level) AS stated,
        count(*) FILTER (level IS NULL) AS changes, bool_or(kind <> 'holding') AS moved,
        arg_max(change, place) FILTER (level IS NULL) AS last_change,
        max(date) AS since, arg_max(source, place) AS source
    FROM runs WHERE coalesce(level, change) IS NOT NULL GROUP BY issuer, holder, class, run
), told AS (
    SELECT *, moved OR (lag(level) OVER former = stated
        AND lag(changes = 0 OR last_change = level) OVER former) IS NOT TRUE AS told
    FROM levels WINDOW former AS (PARTITION BY issuer, holder, class ORDER BY run)
), latest AS (
    SELECT issuer, holder, class, arg_max(level, run) AS level, max(since) FILTER (told) AS since,
        arg_max(source, run) FILTER (told) AS source
    FROM told GROUP BY issuer, holder, class
)
SELECT i.name AS issuer, h.name AS holder, class, level / 100.0 AS stake_pct, since, source
FROM latest JOIN entity i ON i.id = issuer JOIN entity h ON h.id = holder
WHERE level <> 0
ORDER BY i.name, level DESC, h.name
