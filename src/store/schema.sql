-- A stakeline book: the whole content of one database file. The build embeds this text; a new book is
-- made from it, and a file whose tables read otherwise (comments and blanks aside) is refused. The
-- application id and the version of the schema stand in schema.c.
--
-- Days count from 1970-01-01. Units of dates: 1 day, 2 month, 3 quarter, 4 half year, 5 year, 6 fiscal year;
-- the day is the first of the period (so that a fiscal year says itself which month it starts in).
-- Kinds: 1 holding, 2 acquire, 3 dispose, 4 issue, 5 cancel, 6 split, 7 outstanding, 8 found, 9 round,
-- 10 debt, 11 ipo, 12 merger, 13 pact, 14 note. Statuses: 0 rumoured, 1 talks, 2 announced, 3 approved,
-- 4 completed, 5 cancelled.

-- The log: every claim, never changed. A row is a pack: some thirty events of one issuer in the order of
-- (effective day, arrival), which is that in which questions read them. (A row for each event made the book half as
-- large again, its import twice and questions about all of it five times as slow.) There is no other index: equal
-- claims share issuer and day, and an import and a file are ranges of the order of arrival.
--
-- How it is encoded (pack.c does it). A number has seven bits a byte, the lowest first, and the top bit of all bytes
-- but the last is set; *folded* is one with a sign: 0, -1, 1, -2 are 0, 1, 2, 3. The events follow each other in
-- both columns.
--
-- In claims, what positions need. One byte: the kind in the low four bits (15: the kind follows, folded), and 16 where
-- status is completed, the date is a day and the claim was known on it; the day less that of the event before (of the
-- key, for the first); the order of arrival less that of the event before, folded; unless 16 was set, each folded:
-- status, unit of the date, known date less date, its unit; then which cells follow, a bit each from the lowest:
-- source, holder, stake, amount, currency, round, instrument, deal, shares, stake_after, counterparty, outstanding,
-- class, votes, pre_money, post_money, part, role, ratio. Entities are ids, money is in the minor unit of the
-- currency; these and counts are folded. A text is twice its length, its bytes and a 0; or twice n plus 1, for the
-- n-th (from 0) of the first 64 texts of up to 255 bytes that were written out in the pack. A stake that is one number
-- is ((its digits times 16) plus its decimals) times 2 plus 1; any other is its canonical spelling (43.4, ~43, 25-50,
-- >50, <5, 1/3): twice its length, its bytes and a 0.
--
-- In details, the rest. One byte says what follows: 1 the line of the file, 2 price, 4 url, 8 note, 16 extra (the x_
-- columns: a JSON object of strings, keys sorted). The line is folded, less the order of arrival, less the same of
-- the line before; the price, in millionths of the currency, folded. A text is how many bytes it has in common with
-- the beginning of the last one of its column, how many more follow, and those.
CREATE TABLE pack (
    issuer  INTEGER NOT NULL, -- entity whose capital the claims are about, as the file named it
    day     INTEGER NOT NULL, -- of the first event: effective date
    seq     INTEGER NOT NULL, -- of the first event: order of arrival in the book; has gaps where duplicates were skipped
    claims  BLOB NOT NULL,
    details BLOB NOT NULL,
    PRIMARY KEY (issuer, day, seq)
) STRICT, WITHOUT ROWID;

-- What rounds and deals are made of once more, so that questions about all of them read little else: the events of
-- kind round or debt, and those with a deal; packs as above, without details (each is one byte, 0).
CREATE TABLE funding (
    issuer  INTEGER NOT NULL,
    day     INTEGER NOT NULL,
    seq     INTEGER NOT NULL,
    claims  BLOB NOT NULL,
    details BLOB NOT NULL,
    PRIMARY KEY (issuer, day, seq)
) STRICT, WITHOUT ROWID;

-- Which issuers a holder or counterparty has events in, for questions that begin at the holder.
CREATE TABLE link (
    holder INTEGER NOT NULL, -- entity
    issuer INTEGER NOT NULL, -- entity
    PRIMARY KEY (holder, issuer)
) STRICT, WITHOUT ROWID;

-- Every entity that is the issuer of an event.
CREATE TABLE issuer (
    entity INTEGER PRIMARY KEY,
    funded INTEGER NOT NULL -- 1: has an event of kind round or debt
) STRICT;

-- Companies, persons, funds, governments, trusts.
CREATE TABLE entity (
    id      INTEGER PRIMARY KEY,
    name    TEXT NOT NULL, -- as it is displayed: normalised, in the spelling that came first
    same_as INTEGER REFERENCES entity (id) -- the entity that it was merged into, which may be merged, too
) STRICT;

-- The merged entities: few, and read by every question.
CREATE INDEX entity_merged ON entity (same_as) WHERE same_as IS NOT NULL;

-- Every name that means an entity. Refers to entity without a foreign key, which would cost imports a look-up a
-- name.
CREATE TABLE name (
    key    TEXT PRIMARY KEY, -- what all spellings of the name have in common (case-folded)
    entity INTEGER NOT NULL,
    kind   INTEGER NOT NULL, -- 0 the display name, 1 an alias, 2 an identifier (lei:, isin:, and so on)
    text   TEXT              -- the name as written; NULL for the display name, which stands in entity
) STRICT, WITHOUT ROWID;

-- The other names of an entity.
CREATE INDEX name_alias ON name (entity) WHERE kind <> 0;

-- The imports, each one transaction.
CREATE TABLE import (
    id         INTEGER PRIMARY KEY,
    at         TEXT NOT NULL,    -- UTC, 2026-11-22T22:21:20Z
    map        TEXT,             -- name of the column map
    first_seq  INTEGER NOT NULL, -- its events are those with first_seq <= seq < end_seq
    end_seq    INTEGER NOT NULL,
    events     INTEGER NOT NULL, -- stored
    duplicates INTEGER NOT NULL, -- skipped, as they were stored before
    rejected   INTEGER NOT NULL, -- rows left out, as something was wrong with them
    hash       TEXT NOT NULL     -- SHA-256 of all this and its events, as seal.h has it
) STRICT;

-- The files of an import, in their order.
CREATE TABLE import_file (
    import    INTEGER NOT NULL REFERENCES import (id),
    number    INTEGER NOT NULL, -- from 1
    path      TEXT NOT NULL,    -- as it was given; - is standard input
    first_seq INTEGER NOT NULL, -- its events reach to the first_seq of the next file or the end of the import
    PRIMARY KEY (import, number)
) STRICT, WITHOUT ROWID;

-- The names that an entity went by before it was renamed; each is an alias, too.
CREATE TABLE former_name (
    entity INTEGER NOT NULL,
    number INTEGER NOT NULL, -- from 1, the oldest
    name   TEXT NOT NULL,
    day    INTEGER,          -- first day under the next name; NULL: not known
    unit   INTEGER,          -- of day
    PRIMARY KEY (entity, number)
) STRICT, WITHOUT ROWID;

-- Exchange rates: how much of a currency one euro was.
CREATE TABLE rate (
    currency TEXT NOT NULL,    -- ISO 4217
    day      INTEGER NOT NULL,
    units    INTEGER NOT NULL, -- the rate's digits, without zeros at the end of its decimals
    decimals INTEGER NOT NULL,
    PRIMARY KEY (currency, day)
) STRICT, WITHOUT ROWID;

-- The next number of each kind; none is ever used twice, undone imports included.
CREATE TABLE counter (
    of   TEXT PRIMARY KEY, -- 'seq', 'entity', 'import'; 'rates', once there are some: 1 more than their hashes' sum
    next INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO counter VALUES ('entity', 1), ('import', 1), ('seq', 1);
