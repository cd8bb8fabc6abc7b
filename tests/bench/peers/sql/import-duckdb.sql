-- DuckDB: the same work; what is not a date, a kind, a number or a stake fails the cast or the check.
CREATE TYPE kind AS ENUM ('holding', 'acquire', 'dispose', 'issue', 'cancel', 'split', 'outstanding',
    'found', 'round', 'debt', 'ipo', 'merger', 'pact', 'note');
CREATE TYPE status AS ENUM ('rumoured', 'talks', 'announced', 'approved', 'completed', 'cancelled');
BEGIN;
CREATE TEMP TABLE staging AS
    SELECT row_number() OVER () AS seq, * FROM read_csv('@file@', header = true, all_varchar = true);
CREATE TABLE entity AS
    SELECT row_number() OVER () AS id, name FROM (
        SELECT issuer AS name FROM staging UNION SELECT holder FROM staging
        UNION SELECT counterparty FROM staging) WHERE name IS NOT NULL;
CREATE TABLE event (
    seq BIGINT, date DATE NOT NULL, known DATE NOT NULL, kind kind NOT NULL, status status NOT NULL,
    issuer BIGINT NOT NULL, holder BIGINT, counterparty BIGINT, class TEXT,
    stake INTEGER CHECK (stake BETWEEN 0 AND 10000), -- hundredths of a per cent
    stake_after INTEGER CHECK (stake_after BETWEEN 0 AND 10000),
    shares BIGINT, outstanding BIGINT, ratio TEXT, amount BIGINT, currency TEXT, post_money BIGINT,
    round TEXT, role TEXT, instrument TEXT, deal TEXT, source TEXT, url TEXT, note TEXT
);
INSERT INTO event
    SELECT seq, date, coalesce(known, date), kind, coalesce(status, 'completed'), i.id, h.id, c.id,
        class, CAST(stake AS DECIMAL(6, 2)) * 100, CAST(stake_after AS DECIMAL(6, 2)) * 100, shares,
        outstanding, ratio, amount, currency, post_money, round, role, instrument, deal, source, url,
        note
    FROM staging JOIN entity i ON i.name = issuer LEFT JOIN entity h ON h.name = holder
        LEFT JOIN entity c ON c.name = counterparty
    ORDER BY i.id, date, seq;
COMMIT;
DROP TABLE staging;
CHECKPOINT;
COPY (SELECT count(*) AS events FROM event) TO '/dev/stdout' (FORMAT csv, HEADER);
