-- The sqlite3 shell: staging, names interned, one typed table whose checks validate, two indexes.
PRAGMA temp_store = memory;
BEGIN;
CREATE TEMP TABLE staging (date, known, kind, status, issuer, holder, counterparty, class, stake,
    stake_after, shares, outstanding, ratio, amount, currency, post_money, round, role, instrument,
    deal, source, url, note);
.import --csv --skip 1 @file@ staging
CREATE TABLE entity (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
INSERT INTO entity (name)
    SELECT issuer FROM staging UNION SELECT holder FROM staging WHERE holder <> ''
    UNION SELECT counterparty FROM staging WHERE counterparty <> '';
CREATE TABLE event (
    seq INTEGER PRIMARY KEY,
    date TEXT NOT NULL CHECK (date IS date(date)),
    known TEXT NOT NULL CHECK (known IS date(known)),
    kind TEXT NOT NULL CHECK (kind IN ('holding', 'acquire', 'dispose', 'issue', 'cancel', 'split',
        'outstanding', 'found', 'round', 'debt', 'ipo', 'merger', 'pact', 'note')),
    status TEXT NOT NULL CHECK (status IN ('rumoured', 'talks', 'announced', 'approved', 'completed',
        'cancelled')),
    issuer INTEGER NOT NULL, holder INTEGER, counterparty INTEGER, class TEXT,
    stake INTEGER CHECK (stake BETWEEN 0 AND 10000), -- hundredths of a per cent
    stake_after INTEGER CHECK (stake_after BETWEEN 0 AND 10000),
    shares INTEGER CHECK (typeof(shares) IN ('integer', 'null')),
    outstanding INTEGER CHECK (typeof(outstanding) IN ('integer', 'null')),
    ratio TEXT,
    amount INTEGER CHECK (typeof(amount) IN ('integer', 'null')),
    currency TEXT,
    post_money INTEGER CHECK (typeof(post_money) IN ('integer', 'null')),
    round TEXT, role TEXT, instrument TEXT, deal TEXT, source TEXT, url TEXT, note TEXT
);
INSERT INTO event
    SELECT s.rowid, date, iif(known = '', date, known), kind, iif(status = '', 'completed', status),
        i.id, h.id, c.id, nullif(class, ''),
        CAST(round(nullif(stake, '') * 100) AS INTEGER),
        CAST(round(nullif(stake_after, '') * 100) AS INTEGER),
        nullif(shares, ''), nullif(outstanding, ''), nullif(ratio, ''), nullif(amount, ''),
        nullif(currency, ''), nullif(post_money, ''), nullif(round, ''), nullif(role, ''),
        nullif(instrument, ''), nullif(deal, ''), nullif(source, ''), nullif(url, ''),
        nullif(note, '')
    FROM staging s JOIN entity i ON i.name = s.issuer LEFT JOIN entity h ON h.name = s.holder
        LEFT JOIN entity c ON c.name = s.counterparty
    ORDER BY s.rowid;
CREATE INDEX event_issuer ON event (issuer, date);
CREATE INDEX event_holder ON event (holder, issuer);
COMMIT;
SELECT count(*) AS events FROM event;
