-- A hundred rows more: the same, into the tables that are there.
PRAGMA temp_store = memory;
BEGIN;
CREATE TEMP TABLE staging (date, known, kind, status, issuer, holder, counterparty, class, stake,
    stake_after, shares, outstanding, ratio, amount, currency, post_money, round, role, instrument,
    deal, source, url, note);
.import --csv --skip 1 @file@ staging
INSERT OR IGNORE INTO entity (name)
    SELECT issuer FROM staging UNION SELECT holder FROM staging WHERE holder <> ''
    UNION SELECT counterparty FROM staging WHERE counterparty <> '';
INSERT INTO event
    SELECT (SELECT max(seq) FROM event) + s.rowid, date, iif(known = '', date, known), kind,
        iif(status = '', 'completed', status), i.id, h.id, c.id, nullif(class, ''),
        CAST(round(nullif(stake, '') * 100) AS INTEGER),
        CAST(round(nullif(stake_after, '') * 100) AS INTEGER),
        nullif(shares, ''), nullif(outstanding, ''), nullif(ratio, ''), nullif(amount, ''),
        nullif(currency, ''), nullif(post_money, ''), nullif(round, ''), nullif(role, ''),
        nullif(instrument, ''), nullif(deal, ''), nullif(source, ''), nullif(url, ''),
        nullif(note, '')
    FROM staging s JOIN entity i ON i.name = s.issuer LEFT JOIN entity h ON h.name = s.holder
        LEFT JOIN entity c ON c.name = s.counterparty
    ORDER BY s.rowid;
SELECT changes() AS events;
COMMIT;
