-- How the questions about stakes begin, for the events that @where@ tells: of the reports of one deal
-- the last known counts; a level begins a run, and the changes after it add up to it.
-- What is named column and window here is what one of them needs besides, or nothing.
WITH claims AS (
    SELECT seq, date, kind, status, issuer, holder, class, stake, stake_after@column@
    FROM event WHERE deal IS NULL AND @where@
    UNION ALL
    SELECT seq, date, kind, status, issuer, holder, class, stake, stake_after@column@
    FROM (SELECT *, row_number() OVER (
            PARTITION BY deal, issuer, holder ORDER BY known DESC, seq DESC) AS version
        FROM event WHERE deal IS NOT NULL AND @where@) AS deals
    WHERE version = 1 AND status <> 'cancelled'
), steps AS (
    SELECT *,
        CASE WHEN status <> 'completed' OR kind NOT IN ('holding', 'acquire', 'dispose') THEN NULL
            WHEN stake_after IS NOT NULL THEN stake_after
            WHEN kind = 'holding' THEN stake END AS level,
        CASE WHEN status <> 'completed' THEN NULL
            WHEN kind = 'acquire' THEN stake WHEN kind = 'dispose' THEN -stake END AS change
    FROM claims
), runs AS (
    SELECT *, count(level) OVER (
        PARTITION BY issuer, holder, class ORDER BY date, seq ROWS UNBOUNDED PRECEDING) AS run@window@
    FROM steps
)
