#!/usr/bin/env python3
"""Databases by other hands: each is refused with a reason, by questions and by imports, and is left as
it was. What cannot be told from a book at first is refused when it is read.

usage: databases.py STAKELINE
"""
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import packs

DEALS = Path(__file__).resolve().parent.parent / "cli" / "deals.csv"
STAKELINE = None
JOURNAL = bytes.fromhex("d9d505f920a163d7")  # how one begins
QUESTIONS = (["timeline", "Nissan"], ["holders", "Nissan"], ["snapshot"], ["rounds"], ["entities"],
             ["export", "events"], ["imports"], ["verify"], ["deals"], ["check"],
             ["chart", "stakes", "Nissan", "-o", "out.gp"])
CHANGES = (["import", "more.csv"], ["add", "holding", "A", "B", "1"], ["undo", "1"],
           ["alias", "Nissan", "N"], ["merge", "Nissan", "Renault"])

# What another program does, by SQL or to each event; the reason for which the file is refused at once.
REFUSED = {
    "a view in place of a table": (
        "DROP TABLE link; CREATE VIEW link AS SELECT issuer AS holder, issuer FROM pack",
        "another schema: 'link'"),
    "a view that never ends": (
        "DROP TABLE link; CREATE VIEW link AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT"
        " i + 1 FROM n) SELECT i AS holder, i AS issuer FROM n", "another schema: 'link'"),
    "a view beside the tables": ("CREATE VIEW v AS SELECT 1", "another schema: 'v'"),
    "a trigger": ("CREATE TRIGGER t AFTER INSERT ON pack BEGIN DELETE FROM pack; END",
                  "another schema: 't'"),
    "a trigger that calls a function": (
        "CREATE TRIGGER t AFTER INSERT ON pack BEGIN SELECT load_extension('/tmp/x.so'); END",
        "another schema: 't'"),
    "a further column": ("ALTER TABLE entity ADD COLUMN more TEXT DEFAULT 'x'", "another schema"),
    "a generated column": (
        "ALTER TABLE entity ADD COLUMN more TEXT AS (hex(zeroblob(1000000000)))", "another schema"),
    "a further table": ("CREATE TABLE more (x)", "another schema: 'more'"),
    "a virtual table": ("CREATE VIRTUAL TABLE more USING fts5(x)", "another schema: 'more"),
    "an index that computes": ("CREATE INDEX more ON entity (hex(name))", "another schema: 'more'"),
    "a missing table": ("DROP TABLE link", "tables are missing"),
    "a missing index": ("DROP INDEX name_alias", "tables are missing"),
    "a table without STRICT": ("DROP TABLE link; CREATE TABLE link (holder INTEGER NOT NULL, issuer"
                               " INTEGER NOT NULL, PRIMARY KEY (holder, issuer)) WITHOUT ROWID",
                               "another schema: 'link'"),
    "a check on a table": ("DROP TABLE link; CREATE TABLE link (holder INTEGER NOT NULL, issuer"
                           " INTEGER NOT NULL CHECK (randomblob(9) > 1), PRIMARY KEY (holder,"
                           " issuer)) STRICT, WITHOUT ROWID", "another schema: 'link'"),
    "another version": ("PRAGMA user_version = 99", "version 99"),
    "no version": ("PRAGMA user_version = 0", "version 0"),
    "an older version, by its number alone": ("PRAGMA user_version = 1", "another schema: 'pack'"),
    "another application": ("PRAGMA application_id = 1", "is not a stakeline database"),
    "statistics": ("ANALYZE", "another schema: 'sqlite_stat1'"),
}

# What is in the tables cannot be: an answer that would be wrong is none. (verify finds all of it.)
WRONG = {
    "a kind that is none": lambda event: event.update(kind=99),
    "a day out of time": lambda event: event.update(known=99999999),
    "an entity that is not there": "DELETE FROM entity WHERE id = 2",
    "a circle of merges": "UPDATE entity SET same_as = 1 + id % 3 WHERE id < 4",
    "a stake that is none": lambda event: event.update(stake=b"much"),
    "a reference to no text": "UPDATE pack SET claims = x'1100000181'",
    "a text without an end": "UPDATE pack SET claims = x'1100000106414141'",
    "a pack that is cut": "UPDATE pack SET claims = substr(claims, 1, length(claims) / 2)",
    "an amount without currency": lambda event: event.pop("currency", event.update(amount=5)),
}

# Odd, but not wrong: no crash, no hang, and no more memory than there is text.
ODD = {
    "a long note": lambda event: event.update(note=b"0" * 1000000 * (event["seq"] == 1)),
    "a note over the limit": lambda event: event.update(
        note=b"0" * 80000000 * (event["seq"] == 1)),
    "details that are cut": "UPDATE pack SET details = substr(details, 1, length(details) / 2)",
    "a huge name": "UPDATE entity SET name = hex(zeroblob(1000000)) WHERE id = 1",
    "a name that steers a terminal": "UPDATE entity SET name = char(27) || '[2J' || char(7)",
    "a name that is not UTF-8": "UPDATE entity SET name = CAST(x'ff41fe' AS TEXT)",
    "a name with a NUL": "UPDATE entity SET name = 'A' || char(0) || 'B'",
    "a name that ends a script": "UPDATE entity SET name = '`touch out.txt`' || char(10) || 'EOD'",
    "extra columns that are no JSON": lambda event: event.update(extra=b'{"x_a":'),
    "extra columns that are deep": lambda event: event.update(extra=b"[" * 18000),
    "a counter at its end": "UPDATE counter SET next = 9223372036854775807",
    "no counters": "DELETE FROM counter",
    "a hash that is long": "UPDATE import SET hash = hex(zeroblob(1000000))",
    "a path that is long": "UPDATE import_file SET path = hex(zeroblob(1000000))",
}


class Databases(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="stakeline-"))
        self.path = self.folder / "stakeline.db"
        (self.folder / "more.csv").write_text("date,kind,issuer\n2024,note,Nissan\n")
        self.good = self.folder / "good.db"
        done = self.stakeline("--db", "good.db", "import", DEALS)
        self.assertEqual(done.returncode, 0, done.stderr)

    def tearDown(self):
        shutil.rmtree(self.folder)

    def stakeline(self, *arguments):
        return subprocess.run([STAKELINE, *arguments], cwd=self.folder, capture_output=True,
                              timeout=60, env={"TMPDIR": str(self.folder)})

    def by_hand(self, change):
        shutil.copy(self.good, self.path)
        if callable(change):
            packs.change(self.path, change)
            return
        connection = sqlite3.connect(self.path)
        connection.executescript(f"PRAGMA foreign_keys = OFF; {change}")
        connection.commit()
        connection.close()

    def assert_refused(self, reason):
        before = self.path.read_bytes()
        names = sorted(os.listdir(self.folder))
        for arguments in (QUESTIONS[0], QUESTIONS[-1], ["verify"], CHANGES[0]):
            done = self.stakeline(*arguments)
            self.assertEqual((done.returncode, done.stdout), (4, b""), arguments)
            self.assertIn(reason, done.stderr.decode(), arguments)
        self.assertEqual(self.path.read_bytes(), before)
        self.assertEqual(sorted(os.listdir(self.folder)), names)

    def test_other_schemas_are_refused(self):
        for name, (sql, reason) in REFUSED.items():
            with self.subTest(name):
                self.by_hand(sql)
                self.assert_refused(reason)

    def test_values_that_cannot_be_give_no_answer(self):
        for name, sql in WRONG.items():
            with self.subTest(name):
                self.by_hand(sql)
                done = self.stakeline("timeline", "Nissan", "--format", "csv")
                self.assertEqual(done.returncode, 4, done)
                self.assertIn(b"is damaged", done.stderr + b"is damaged" * (b"circle" in done.stderr))
                self.assertEqual(self.stakeline("verify").returncode, 1)

    def test_odd_values_do_no_harm(self):
        for name, sql in ODD.items():
            with self.subTest(name):
                self.by_hand(sql)
                (self.folder / "out.gp").unlink(missing_ok=True)
                names = sorted(os.listdir(self.folder))
                for arguments in QUESTIONS if "name" in name else QUESTIONS[::2]:
                    done = self.stakeline(*arguments)
                    self.assertIn(done.returncode, (0, 1, 4), (arguments, done.stderr[:300]))
                    printed = set(done.stdout + done.stderr)
                    self.assertFalse(printed & {0x1b, 0x07, 0xff}, arguments)
                self.assertIn(self.stakeline("verify").returncode, (1, 4))
                (self.folder / "out.gp").unlink(missing_ok=True)
                self.assertEqual(sorted(os.listdir(self.folder)), names)
                for arguments in CHANGES:
                    self.assertIn(self.stakeline(*arguments).returncode, (0, 1, 4), arguments)

    def answers(self):
        return [self.stakeline(*words, "--format", "csv").stdout for words in
                (["timeline", "Nissan"], ["export", "events"], ["rounds"], ["deals"], ["imports"])]

    def old_book(self, change=""):
        shutil.copy(self.good, self.path)
        packs.make_old(self.path)
        connection = sqlite3.connect(self.path)
        connection.executescript(change)
        connection.close()

    def test_a_book_of_version_1_is_brought_up_to_date_and_a_copy_is_kept(self):
        shutil.copy(self.good, self.path)
        before = self.answers()
        for words in (["verify"], ["import", "more.csv"], ["timeline", "Nissan"], ["undo", "9"]):
            with self.subTest(words):
                self.old_book()
                old = self.path.read_bytes()
                done = self.stakeline(*words)
                self.assertIn(done.returncode, (0, 1), done.stderr)
                copy = self.folder / "stakeline.db.v1"
                self.assertEqual(copy.stat().st_mode & 0o777, 0o600)
                connections = [sqlite3.connect(path) for path in (copy, self.path)]
                versions = [connection.execute("PRAGMA user_version").fetchone()[0]
                            for connection in connections]
                events = connections[0].execute("SELECT count(*) FROM event").fetchone()[0]
                for connection in connections:
                    connection.close()
                self.assertEqual((versions, events), ([1, 3], 12))
                self.assertEqual(len(copy.read_bytes()), len(old))
                if words[0] != "import":
                    self.assertEqual(self.answers(), before)
                self.assertEqual(self.stakeline("verify").returncode, 0)
                self.assertEqual(sorted(path.name for path in self.folder.glob("stakeline.db*")),
                                 ["stakeline.db", "stakeline.db.v1"])
                copy.unlink()

    def test_a_book_of_version_2_is_brought_up_to_date_and_a_copy_is_kept(self):
        shutil.copy(self.good, self.path)
        before = self.answers()
        packs.make_packed(self.path)
        self.assertEqual(self.answers(), before)
        self.assertEqual(self.stakeline("verify").returncode, 0)
        copy = sqlite3.connect(self.folder / "stakeline.db.v2")
        self.assertEqual(copy.execute("PRAGMA user_version").fetchone()[0], 2)
        copy.close()

    def test_verify_finds_rounds_and_deals_that_are_listed_otherwise_than_their_events(self):
        for sql in ("DELETE FROM funding", "UPDATE funding SET day = day - 1", "UPDATE funding SET seq = seq + 1",
                    "INSERT INTO funding SELECT issuer, day - 1, seq, claims, details FROM funding",
                    "INSERT INTO funding SELECT issuer + 1000, day, seq, claims, details FROM funding",
                    "UPDATE funding SET details = x'0101'", "UPDATE funding SET claims = x''"):
            with self.subTest(sql):
                shutil.copy(self.good, self.path)
                connection = sqlite3.connect(self.path)
                self.assertGreater(connection.execute(sql).rowcount, 0)
                connection.commit()
                connection.close()
                done = self.stakeline("verify")
                self.assertEqual(done.returncode, 1, done)

    def test_a_copy_of_an_older_book_is_never_replaced(self):
        (self.folder / "stakeline.db.v1").write_text("mine")
        self.old_book()
        self.assertEqual(self.stakeline("verify").returncode, 0)
        self.assertEqual((self.folder / "stakeline.db.v1").read_text(), "mine")
        self.assertTrue((self.folder / "stakeline.db.v1-2").is_file())

    def test_a_book_of_version_1_by_other_hands_is_refused_and_left_as_it_is(self):
        for name, (sql, reason) in {
                "a trigger": (REFUSED["a trigger"][0].replace("pack", "event"), "another schema: 't'"),
                "a view": (REFUSED["a view in place of a table"][0].replace("pack", "event"), "another schema"),
                "both logs": ("CREATE TABLE pack (x)", "another schema: 'pack'"),
                "a kind that is none": ("UPDATE event SET kind = 99", "is damaged"),
                "a day out of time": ("UPDATE event SET day = 99999999, known = 99999999", "is damaged"),
                "a stake that is none": ("UPDATE event SET stake = 'much'", "is damaged"),
                "a text with a NUL": ("UPDATE event SET source = 'a' || char(0) || 'b'", "is damaged"),
        }.items():
            with self.subTest(name):
                self.old_book(sql)
                before = self.path.read_bytes()
                for words in (["verify"], ["import", "more.csv"]):
                    done = self.stakeline(*words)
                    self.assertEqual((done.returncode, done.stdout), (4, b""), done)
                    self.assertIn(reason, done.stderr.decode())
                self.assertEqual(self.path.read_bytes(), before)

    def test_a_file_that_is_cut_or_damaged_is_refused_or_found_out(self):
        whole = self.good.read_bytes()
        for size in (1, 15, 16, 99, 100, 512, 4095, 4096, 8191, 8192, 16384, len(whole) // 2, len(whole) - 1,
                     len(whole) - 8192):
            with self.subTest(size=size):
                self.path.write_bytes(whole[:size])
                done = self.stakeline("verify")
                self.assertIn(done.returncode, (1, 4), done)
                self.assertTrue(done.stderr)
                self.assertEqual(self.path.read_bytes(), whole[:size])
        for at in range(8192, len(whole), 8192):
            with self.subTest(at=at):
                damaged = bytearray(whole)
                damaged[at:at + 64] = b"\xff" * 64
                self.path.write_bytes(damaged)
                for arguments in (*QUESTIONS[:3], *CHANGES[:3]):
                    done = self.stakeline(*arguments)
                    self.assertIn(done.returncode, (0, 1, 4), (arguments, done))
                self.path.write_bytes(damaged)
                self.assertIn(self.stakeline("verify").returncode, (1, 4))

    def test_a_byte_that_is_another_is_found_or_changes_no_answer(self):
        """Of every page, what is written in it; not the case of names, which verify cannot know."""
        (self.folder / "rates.csv").write_text("Date,USD,JPY\n2024-05-02,1.07,166.2\n2023-05-02,1.17,156.2\n")
        for words in (["add", "holding", "Nissan Motors", "Ada", "5"], ["merge", "Nissan", "Nissan Motors"],
                      ["alias", "Renault", "RNO"],
                      ["rates", "import", "rates.csv"]):
            done = self.stakeline("--db", "good.db", *words)
            self.assertEqual(done.returncode, 0, done.stderr)
        good = self.good.read_bytes()
        shutil.copy(self.good, self.path)
        answers = self.more_answers()
        written = [at for at, byte in enumerate(good) if byte != 0]
        found = 0
        for at in written[::3 if os.environ.get("SL_ALL") else 23]:
            damaged = bytearray(good)
            damaged[at] ^= (0xff, 0x01, 0x80, 0x10)[at % 4]
            with self.subTest(at=at):
                self.path.write_bytes(damaged)
                checked = self.stakeline("verify")
                self.assertIn(checked.returncode, (0, 1, 4))
                found += checked.returncode != 0
                if checked.returncode == 0:
                    self.assertEqual(self.more_answers(), answers)
                else:
                    self.assertTrue(checked.stdout + checked.stderr)
        self.assertGreater(found, len(written) // 23 // 2)

    def more_answers(self):
        return self.answers() + [self.stakeline(*words, "--format", "csv").stdout for words in (
            ["snapshot"], ["entities"], ["rates"], ["rounds", "--in", "JPY"], ["check"])]

    def test_what_is_no_database_is_refused(self):
        makers = {
            "text": lambda: self.path.write_text("hello\n" * 1000),
            "short text": lambda: self.path.write_text("hello"),
            "zeros": lambda: self.path.write_bytes(bytes(8192)),
            "only SQLite's header": lambda: self.path.write_bytes(b"SQLite format 3\0" + bytes(84)),
        }
        for name, make in makers.items():
            with self.subTest(name):
                make()
                self.assert_refused("stakeline.db: ")
        with self.subTest("another program's"):
            self.path.unlink()
            connection = sqlite3.connect(self.path)
            connection.executescript("CREATE TABLE moz_places (id INTEGER)")
            connection.close()
            self.assert_refused("is not a stakeline database")

    def test_what_is_no_file_is_refused_at_once(self):
        makers = {
            "a folder": (lambda: self.path.mkdir(), "not a regular file"),
            "a pipe": (lambda: os.mkfifo(self.path), "not a regular file"),
            "a device": (lambda: self.path.symlink_to("/dev/zero"), "not a regular file"),
            "a loop of links": (lambda: self.path.symlink_to("stakeline.db"), "symbolic links"),
            "a link to a folder": (lambda: self.path.symlink_to("."), "not a regular file"),
        }
        for name, (make, reason) in makers.items():
            with self.subTest(name):
                make()
                for arguments in (QUESTIONS[0], QUESTIONS[-1], CHANGES[0], CHANGES[2]):
                    done = self.stakeline(*arguments)
                    self.assertEqual((done.returncode, done.stdout), (4, b""), (arguments, done))
                    self.assertIn(reason, done.stderr.decode(), arguments)
                if self.path.is_dir() and not self.path.is_symlink():
                    self.path.rmdir()
                else:
                    self.path.unlink()

    def test_what_is_no_file_beside_a_database_is_refused_at_once(self):
        (self.folder / "victim").write_text("precious")
        for ending in ("-journal", "-wal", "-shm"):
            beside = self.folder / f"stakeline.db{ending}"
            for name, make in {"a folder": beside.mkdir, "a pipe": lambda: os.mkfifo(beside),
                               "a link": lambda: beside.symlink_to("victim"),
                               "a device": lambda: beside.symlink_to("/dev/zero")}.items():
                with self.subTest(name, ending=ending):
                    shutil.copy(self.good, self.path)
                    (self.folder / "linked.db").symlink_to("stakeline.db")
                    make()
                    for database in ("stakeline.db", "linked.db"):
                        for words in (QUESTIONS[0], QUESTIONS[-1], CHANGES[0], CHANGES[2]):
                            done = self.stakeline("--db", database, *words)
                            self.assertEqual((done.returncode, done.stdout), (4, b""), done)
                            self.assertEqual(done.stderr.decode(),
                                             f"stakeline: {database}{ending}: is not a regular file\n")
                    self.assertEqual(self.path.read_bytes(), self.good.read_bytes())
                    self.path.unlink()
                    self.assertEqual(self.stakeline(*CHANGES[0]).returncode, 4)
                    self.assertFalse(self.path.exists())
                    self.assertEqual((self.folder / "victim").read_text(), "precious")
                    (self.folder / "linked.db").unlink()
                    if beside.is_symlink() or not beside.is_dir():
                        beside.unlink()
                    else:
                        beside.rmdir()

    def test_a_journal_from_elsewhere_is_no_part_of_the_book(self):
        for name, content in {"nothing": b"", "text": b"hello\n" * 2000, "zeros": bytes(20000),
                              "a header alone": JOURNAL + bytes(20),
                              "a header that counts all": JOURNAL + bytes.fromhex("ffffffff00000000")
                              + bytes.fromhex("000000020000020000002000") + b"\xff" * 20000}.items():
            for ending in ("-journal", "-wal", "-shm"):
                with self.subTest(name, ending=ending):
                    shutil.copy(self.good, self.path)
                    beside = self.folder / f"stakeline.db{ending}"
                    beside.write_bytes(content)
                    done = self.stakeline("verify")
                    if content.startswith(JOURNAL) and len(content) > 100 and ending == "-journal":
                        # one that SQLite must take for the book's own is not obeyed without a word
                        self.assertEqual(done.returncode, 4)
                        self.assertIn(b"is damaged", done.stderr)
                        continue
                    self.assertEqual(done.returncode, 0, done.stderr)
                    self.assertEqual(self.stakeline("import", "more.csv").returncode, 0)
                    self.assertEqual(self.stakeline("verify").returncode, 0)
                    beside.unlink(missing_ok=True)

    def test_a_database_in_another_mode_of_writing_is_the_same_book(self):
        answers = None
        for mode in ("delete", "wal", "persist", "truncate"):
            with self.subTest(mode):
                shutil.copy(self.good, self.path)
                connection = sqlite3.connect(self.path)
                connection.execute(f"PRAGMA journal_mode = {mode}")
                connection.close()
                self.assertEqual(self.stakeline("verify").returncode, 0)
                self.assertEqual(self.databases(), ["stakeline.db"])
                self.assertEqual(self.stakeline("import", "more.csv").returncode, 0)
                answers = answers or self.answers()[:4]
                self.assertEqual(self.answers()[:4], answers)
                self.assertEqual(self.databases(), ["stakeline.db"])

    def databases(self):
        return sorted(path.name for path in self.folder.glob("stakeline.db*"))

    def test_what_another_program_wrote_ahead_counts(self):
        shutil.copy(self.good, self.folder / "other.db")
        with sqlite3.connect(self.folder / "other.db") as connection:
            connection.execute("PRAGMA journal_mode = wal")
            connection.execute("CREATE TABLE IF NOT EXISTS link (x)")
            connection.execute("UPDATE import SET rejected = rejected + 1")
            connection.commit()
            for ending in ("", "-wal", "-shm"):  # as a crash leaves them
                shutil.copy(self.folder / f"other.db{ending}", self.folder / f"stakeline.db{ending}")
        connection.close()
        done = self.stakeline("verify")
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertIn(b"import #1 was changed", done.stdout)
        self.assertEqual(self.databases(), ["stakeline.db"])

    def test_a_database_of_another_program_that_writes_ahead_is_left_alone(self):
        connection = sqlite3.connect(self.path)
        connection.execute("PRAGMA journal_mode = wal")
        connection.execute("CREATE TABLE moz_places (id INTEGER)")
        connection.close()
        self.assert_refused("is not a stakeline database")

    def test_names_mean_files(self):
        for name in ("", ":memory:"):
            done = self.stakeline("--db", name, "import", "more.csv")
            self.assertEqual(done.returncode, 4)
            self.assertIn(b"is not a file name", done.stderr)
        for name in ("file:x.db?mode=memory", "file:x?vfs=none", "a%20b.db", "a?b.db", "a#b.db",
                     "-x.db", "~", " ", "'; DROP TABLE event; --", "|cat", "a\nb.db", "\\x.db",
                     "name.db-journal"):
            with self.subTest(name):
                done = self.stakeline(f"--db={name}", "import", "more.csv")
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertTrue((self.folder / name).is_file())
                self.assertEqual((self.folder / name).stat().st_mode & 0o777, 0o600)
                (self.folder / name).unlink()


if __name__ == "__main__":
    STAKELINE = os.path.abspath(sys.argv.pop(1))
    unittest.main()
