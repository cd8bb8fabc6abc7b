-- @where@ is: date <= '2015-06-30' AND kind IN ('holding', 'acquire', 'dispose')
, levels AS (
    SELECT issuer, holder, class, run, sum(coalesce(level, change)) AS level
    FROM runs WHERE coalesce(level, change) IS NOT NULL GROUP BY issuer, holder, class, run
), latest AS (
    SELECT *, max(run) OVER (PARTITION BY issuer, holder, class) AS latest FROM levels
)
SELECT i.name AS issuer, h.name AS holder, class, level / 100.0 AS stake_pct
FROM latest JOIN entity i ON i.id = issuer JOIN entity h ON h.id = holder
WHERE run = latest AND level <> 0
ORDER BY i.name, level DESC, h.name
