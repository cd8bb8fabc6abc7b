-- @where@ is: issuer = (SELECT id FROM entity WHERE name = 'A company')
SELECT date, name AS holder, kind,
    CASE WHEN level IS NULL AND change IS NULL THEN NULL
        ELSE sum(coalesce(level, change)) OVER (
            PARTITION BY issuer, holder, class, run ORDER BY date, seq ROWS UNBOUNDED PRECEDING)
            / 100.0 END AS stake_pct
FROM runs LEFT JOIN entity ON id = holder
ORDER BY date, seq
