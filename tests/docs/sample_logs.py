#!/usr/bin/env python3
"""What the sample logs tell, asked of the command as a person would: sample_logs.py STAKELINE DATA"""

import csv
import io
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

STAKELINE, DATA = sys.argv[1:3]
LOGS = sorted(str(path) for path in Path(DATA).glob("*.csv"))


def stakeline(*words, db, allowed=(0,)):
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "STAKELINE_DB": db}
    done = subprocess.run(
        [STAKELINE, *words],
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
    )
    if done.returncode not in allowed:
        raise AssertionError(f"{words}: exit status {done.returncode}\n{done.stderr}")
    return done.stdout


class SampleLogs(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="stakeline-logs-")
        cls.db = os.path.join(cls.folder.name, "all.db")
        cls.imported = stakeline("import", *LOGS, db=cls.db)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def rows(self, *words):
        return list(csv.DictReader(io.StringIO(stakeline(*words, "--format", "csv", db=self.db))))

    def stake(self, issuer, holder, on):
        for row in self.rows("holders", issuer, "--on", on):
            if row["holder"] == holder:
                return round(float(row["stake_pct"]), 2)
        return None

    def test_every_row_names_its_source(self):
        for path in LOGS:
            with open(path, newline="", encoding="utf-8") as file:
                for row in csv.DictReader(file):
                    self.assertTrue(row["source"], row)
                    if row["source"] == "from memory":
                        self.assertIn("recalled, not checked", row["note"])

    def test_the_three_cancellations_give_the_published_stakes(self):
        for day, trust, renault in (
            ("2023-11-08", 28.4, 15.0),
            ("2023-12-15", 24.63, 15.79),
            ("2024-04-03", 22.73, 16.19),
            ("2024-10-03", 18.66, 17.05),
        ):
            self.assertEqual(self.stake("Nissan", "French trust", day), trust)
            self.assertEqual(self.stake("Nissan", "Renault", day), renault)

    def test_renaults_rise_is_dilution_rows(self):
        rows = self.rows("timeline", "Nissan", "--holder", "Renault", "--from", "2023-12")
        rises = [row for row in rows if row["kind"] == "dilution"]
        self.assertEqual(len(rises), 4)
        self.assertTrue(all(float(row["change_pct"]) > 0 for row in rises))
        self.assertFalse([row for row in rows if row["kind"] == "acquire"])

    def test_in_june_2023_the_transfer_is_pending(self):
        rows = self.rows("timeline", "Nissan", "--known-by", "2023-06-01", "--holder", "Renault")
        transfer = [row for row in rows if row["kind"] == "dispose" and row["date"] > "2023"]
        self.assertEqual([row["flag"] for row in transfer], ["pending"])
        self.assertEqual((transfer[0]["change_pct"], transfer[0]["stake_pct"]), ("-28.4", ""))
        levels = [row["stake_pct"] for row in rows if row["stake_pct"]]
        self.assertEqual(levels[-1], "43.4")

    def test_pro_forma_shows_it_done(self):
        rows = self.rows(
            "timeline", "Nissan", "--known-by", "2023-06-01", "--holder", "Renault", "--pro-forma"
        )
        levels = [row["stake_pct"] for row in rows if row["stake_pct"]]
        self.assertEqual(levels[-1], "15")

    def test_the_rough_43_per_cent_is_confirmed_and_blurs_nothing(self):
        [row] = [r for r in self.rows("timeline", "Nissan") if r["date"] == "2023-01"]
        self.assertEqual((row["flag"], row["stake_pct"]), ("confirmed", "43.4"))
        self.assertEqual((row["stake_low_pct"], row["stake_high_pct"]), ("43.4", "43.4"))

    def test_the_rough_43_per_cent_alone_is_a_range(self):
        db = os.path.join(self.folder.name, "alone.db")
        log = os.path.join(self.folder.name, "alone.csv")
        with open(log, "w", encoding="utf-8") as file:
            file.write("date,kind,issuer,holder,stake\n2023-01,holding,Nissan,Renault,roughly 43%\n")
        stakeline("import", log, db=db)
        [row] = list(
            csv.DictReader(io.StringIO(stakeline("timeline", "Nissan", "--format", "csv", db=db)))
        )
        self.assertEqual((row["stake_low_pct"], row["stake_high_pct"]), ("42", "44"))

    def test_no_row_contradicts_another(self):
        for issuer in {row["issuer"] for row in self.rows("snapshot")}:
            for row in self.rows("timeline", issuer):
                for flag in ("mismatch", "oversold", "unresolved"):
                    self.assertNotIn(flag, row["flag"], row)

    def test_check_finds_nothing_wrong(self):
        wrong = [row for row in self.rows("check") if row["severity"] == "error"]
        self.assertEqual(wrong, [])

    def test_a_rumour_that_was_denied_is_told_by_its_deal(self):
        [rumour] = [r for r in self.rows("deals", "Mitsubishi Motors")
                    if r["deal"] == "mitsubishi-2020"]
        self.assertEqual(rumour["status"], "cancelled")
        self.assertRegex(rumour["history"], "rumoured 2020-11-15.*cancelled 2020-11-16")

    def test_rounds_tell_approved_debt_from_a_closed_seed(self):
        [ola] = self.rows("rounds", "Ola Electric")
        self.assertEqual(
            (ola["kind"], ola["instrument"], ola["amount"], ola["currency"], ola["status"]),
            ("debt", "ncd", "17000000000", "INR", "approved"),
        )
        [seed] = self.rows("rounds", "Alt Carbon")
        self.assertEqual(
            (seed["round"], seed["amount"], seed["currency"], seed["leads"], seed["status"]),
            ("Seed", "12000000", "USD", "Lachy Groom", "completed"),
        )
        [recur] = self.rows("rounds", "Recur Club")
        self.assertEqual((recur["date"], recur["amount"]), ("FY2024-25", "20000000000"))

    def test_an_acquisition_without_seller_or_price(self):
        [row] = self.rows("timeline", "Rutland Square Spirits")
        self.assertEqual(
            (row["holder"], row["kind"], row["stake_pct"], row["amount"]),
            ("Vivek Oberoi", "acquire", "21", ""),
        )

    def test_votes_are_not_stakes(self):
        [state] = [r for r in self.rows("holders", "Renault", "--on", "2016-12-31")
                   if r["holder"] == "French State"]
        self.assertEqual((state["stake_pct"], state["votes_pct"]), ("19.74", "26.05"))
        [nissan] = [r for r in self.rows("holders", "Renault", "--on", "2020")
                    if r["holder"] == "Nissan"]
        self.assertEqual((nissan["stake_pct"], nissan["votes_pct"]), ("15", "0"))

    def test_an_import_again_stores_nothing(self):
        again = stakeline("import", *LOGS, db=self.db)
        self.assertRegex(again, r"imported 0 events \(\d+ duplicates skipped, 0 rejected\)")

    def test_the_log_exported_gives_the_same_answers(self):
        log = os.path.join(self.folder.name, "log.csv")
        db = os.path.join(self.folder.name, "copy.db")
        stakeline("export", "events", "-o", log, db=self.db)
        stakeline("import", log, db=db)
        questions = [["snapshot"], ["rounds"], ["rounds", "--by", "issuer", "--pro-forma"]]
        for issuer in {row["issuer"] for row in self.rows("snapshot")} | {"Ola Electric"}:
            questions += [
                ["timeline", issuer],
                ["timeline", issuer, "--pro-forma"],
                ["timeline", issuer, "--known-by", "2023-06-01"],
                ["holders", issuer],
                ["rounds", issuer],
            ]
        for holder in ("Renault", "Nissan", "French State"):
            questions += [["timeline", "--holder", holder], ["holdings", holder]]
        for question in questions:
            words = [*question, "--format", "csv"]
            self.assertEqual(
                stakeline(*words, db=self.db, allowed=(0, 1)),
                stakeline(*words, db=db, allowed=(0, 1)),
                question,
            )
        again = os.path.join(self.folder.name, "again.csv")
        stakeline("export", "events", "-o", again, db=db)
        self.assertEqual(Path(log).read_bytes(), Path(again).read_bytes())


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
