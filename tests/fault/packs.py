"""The packs of a database read and written as src/store/schema.sql describes them, by other code than
the library's: for tests that change events as another program might."""
import re
import sqlite3
from pathlib import Path

CLAIMS = ("source", "holder", "stake", "amount", "currency", "round", "instrument", "deal", "shares",
          "stake_after", "counterparty", "outstanding", "class", "votes", "pre_money", "post_money",
          "part", "role", "ratio")
NUMBERS = {"holder", "amount", "shares", "counterparty", "outstanding", "pre_money", "post_money"}
STAKES = {"stake", "stake_after", "votes"}
TEXTS = ("url", "note", "extra")


class Reader:
    def __init__(self, data):
        self.data, self.at = data, 0

    def more(self):
        return self.at < len(self.data)

    def bytes(self, count):
        self.at += count
        assert self.at <= len(self.data)
        return self.data[self.at - count:self.at]

    def number(self):
        value, shift = 0, 0
        while True:
            byte = self.bytes(1)[0]
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value

    def folded(self):
        bits = self.number()
        return bits >> 1 if bits & 1 == 0 else -(bits + 1 >> 1)

    def literal(self, length):
        text = self.bytes(length)
        assert self.bytes(1) == b"\0"
        return text


def number(value):
    value &= (1 << 64) - 1
    out = bytearray()
    while value >= 128:
        out.append(value & 127 | 128)
        value >>= 7
    return bytes(out) + bytes([value])


def folded(value):
    return number(value << 1 if value >= 0 else (-value << 1) - 1)


def read(issuer, day, seq, claims, details):
    """The events of one pack, each a dict of its cells; a text is bytes."""
    claims, details = Reader(claims), Reader(details)
    events, words, last, line = [], [], {}, 0
    while claims.more():
        head = claims.number()
        event = {"issuer": issuer, "kind": head & 15}
        if event["kind"] == 15:
            event["kind"] = claims.folded()
        day += claims.number()
        seq += claims.folded()
        event.update(day=day, seq=seq, status=4, unit=1, known=day, known_unit=1)
        if not head & 16:
            event.update(status=claims.folded(), unit=claims.folded(), known=day + claims.folded(),
                         known_unit=claims.folded())
        mask = claims.number()
        for bit, cell in enumerate(CLAIMS):
            if not mask >> bit & 1:
                continue
            if cell in NUMBERS:
                event[cell] = claims.folded()
                continue
            size = claims.number()
            if size & 1 and cell in STAKES:
                digits, decimals = size >> 5, size >> 1 & 15
                text = str(digits).rjust(decimals + 1, "0")
                event[cell] = (text[:len(text) - decimals] + "." * (decimals > 0)
                               + text[len(text) - decimals:]).encode()
            elif size & 1:
                event[cell] = words[size >> 1]
            else:
                event[cell] = claims.literal(size >> 1)
                if cell not in STAKES and size >> 1 <= 255 and len(words) < 64:
                    words.append(event[cell])
        mask = details.number()
        if mask & 1:
            line += details.folded()
            event["line"] = line + seq
        if mask & 2:
            event["price"] = details.folded()
        for bit, cell in enumerate(TEXTS):
            if mask >> bit + 2 & 1:
                same, more = details.number(), details.number()
                event[cell] = last[cell] = last.get(cell, b"")[:same] + details.bytes(more)
        events.append(event)
    assert not details.more()
    return events


def write(events):
    """The row of a pack. It repeats every text, which is as good."""
    day, seq, line = events[0]["day"], events[0]["seq"], 0
    key, claims, details = (events[0]["issuer"], day, seq), bytearray(), bytearray()
    for event in events:
        other = not 0 <= event["kind"] < 15
        claims.append(15 if other else event["kind"])
        if other:
            claims += folded(event["kind"])
        claims += number(event["day"] - day) + folded(event["seq"] - seq)
        day, seq = event["day"], event["seq"]
        claims += (folded(event["status"]) + folded(event["unit"]) + folded(event["known"] - day)
                   + folded(event["known_unit"]))
        claims += number(sum(1 << bit for bit, cell in enumerate(CLAIMS) if cell in event))
        for cell in CLAIMS:
            if cell in event and cell in NUMBERS:
                claims += folded(event[cell])
            elif cell in event:
                claims += number(len(event[cell]) << 1) + event[cell] + b"\0"
        details.append(("line" in event) + 2 * ("price" in event)
                       + sum(4 << bit for bit, cell in enumerate(TEXTS) if cell in event))
        if "line" in event:
            details += folded(event["line"] - seq - line)
            line = event["line"] - seq
        if "price" in event:
            details += folded(event["price"])
        for cell in TEXTS:
            if cell in event:
                details += number(0) + number(len(event[cell])) + event[cell]
    return (*key, bytes(claims), bytes(details))


def change(path, alter):
    """Lets `alter` change each event of a database in place."""
    connection = sqlite3.connect(path)
    packs = [read(*row) for row in connection.execute("SELECT * FROM pack")]
    connection.execute("DELETE FROM pack")
    for events in packs:
        for event in events:
            alter(event)
        connection.execute("INSERT INTO pack VALUES (?, ?, ?, ?, ?)", write(events))
    connection.commit()
    connection.close()


def make_old(path):
    """Makes of a book one of version 1, which had a row for each event."""
    schema = (Path(__file__).resolve().parents[2] / "src/store/schema_1.sql").read_text("utf-8")
    columns = re.findall(r"^    (\w+) +(?:INTEGER|TEXT)", schema, re.M)
    texts = set(re.findall(r"^    (\w+) +TEXT", schema, re.M))
    connection = sqlite3.connect(path)
    connection.executescript(schema)
    for issuer, day, seq, claims, details in connection.execute("SELECT * FROM pack").fetchall():
        for event in read(issuer, day, seq, claims, details):
            cells = [event.get(column) for column in columns]
            cells = [cell.decode() if column in texts and cell is not None else cell
                     for column, cell in zip(columns, cells)]
            connection.execute(f"INSERT INTO event VALUES ({', '.join('?' * len(columns))})", cells)
    connection.executescript("DROP TABLE pack; DROP TABLE funding; PRAGMA user_version = 1")
    connection.commit()
    connection.close()


def make_packed(path):
    """Makes of a book one of version 2, which did not list what rounds and deals are made of."""
    connection = sqlite3.connect(path)
    connection.executescript("DROP TABLE funding; PRAGMA user_version = 2")
    connection.close()
