-- What a book of version 1 has in place of the table pack: a row for each event. Books of it are brought up
-- to date when they are opened (upgrade.c).
CREATE TABLE event (
    issuer       INTEGER NOT NULL, -- entity whose capital the claim is about, as the file named it
    day          INTEGER NOT NULL, -- effective date: first day
    seq          INTEGER NOT NULL, -- order of arrival in the book; has gaps where duplicates were skipped
    kind         INTEGER NOT NULL,
    status       INTEGER NOT NULL,
    unit         INTEGER NOT NULL, -- of day
    known        INTEGER NOT NULL, -- date from which the claim could be known: first day
    known_unit   INTEGER NOT NULL,
    holder       INTEGER,          -- entity
    counterparty INTEGER,          -- entity
    class        TEXT,
    stake        TEXT,             -- canonical spelling, per cent: 43.4, ~43, 25-50, >50, <5, 1/3
    stake_after  TEXT,             -- likewise
    votes        TEXT,             -- likewise
    shares       INTEGER,
    outstanding  INTEGER,
    ratio        TEXT,             -- of a split, new:old in lowest terms
    amount       INTEGER,          -- in the minor unit of currency
    currency     TEXT,             -- ISO 4217, of every money in the row
    pre_money    INTEGER,          -- like amount
    post_money   INTEGER,          -- like amount
    round        TEXT,
    instrument   TEXT,
    deal         TEXT,
    part         TEXT,
    source       TEXT,
    price        INTEGER,          -- of a share, in millionths of currency
    role         TEXT,             -- 'lead'
    url          TEXT,
    note         TEXT,
    extra        TEXT,             -- the x_ columns: a JSON object of strings, keys sorted
    line         INTEGER,          -- of the file
    PRIMARY KEY (issuer, day, seq)
) STRICT, WITHOUT ROWID;
