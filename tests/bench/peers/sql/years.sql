-- A round's amount is its headlines', or its investors' where no headline states one.
WITH round_total AS (
    SELECT date, coalesce(sum(amount) FILTER (WHERE holder IS NULL), sum(amount)) AS amount,
        max(CASE WHEN amount IS NOT NULL THEN currency END) AS currency
    FROM event WHERE kind IN ('round', 'debt')
    GROUP BY issuer, kind, date, round
    HAVING count(*) FILTER (WHERE status = 'completed') > 0
)
SELECT strftime('%Y', date) AS "group", count(*) AS rounds, sum(amount) AS amount, currency
FROM round_total GROUP BY strftime('%Y', date), currency ORDER BY 1, 4
