-- @where@ is: date <= '2015-06-30' AND issuer = (SELECT id FROM entity WHERE name = 'A company')
, levels AS (
    SELECT holder, class, run, sum(coalesce(level, change)) AS level
    FROM runs WHERE coalesce(level, change) IS NOT NULL GROUP BY holder, class, run
), latest AS (
    SELECT *, max(run) OVER (PARTITION BY holder, class) AS latest FROM levels
)
SELECT name AS holder, class, level / 100.0 AS stake_pct
FROM latest JOIN entity ON id = holder WHERE run = latest AND level <> 0
ORDER BY level DESC, name
