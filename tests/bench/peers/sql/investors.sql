-- Each investor counts once a round and currency; without one, where no row states an amount.
WITH part AS (
    SELECT holder, sum(amount) AS amount,
        max(CASE WHEN amount IS NOT NULL THEN currency END) AS currency
    FROM event WHERE kind IN ('round', 'debt') AND holder IS NOT NULL AND status = 'completed'
    GROUP BY issuer, kind, date, round, holder
), total AS (
    SELECT holder, count(*) AS rounds, sum(amount) AS amount, currency
    FROM part GROUP BY holder, currency
)
SELECT name AS "group", rounds, amount, currency FROM total JOIN entity ON id = holder
ORDER BY name, currency
