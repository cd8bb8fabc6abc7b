"""What the bench compares can be unequal, and says so."""
import tempfile
import unittest
from pathlib import Path

import answers
import goals
from bench import Bench
from measure import Time


def file_of(text):
    with tempfile.NamedTemporaryFile("w", suffix=".out", delete=False, encoding="utf-8") as file:
        file.write(text)
    return Path(file.name)


def answer(name, text):
    path = file_of(text)
    try:
        return answers.read(name, path)
    finally:
        path.unlink()


class Answers(unittest.TestCase):
    def test_numbers_are_compared_not_their_spelling(self):
        mine = answer("holders", "holder,class,stake_pct,basis\nAda,,7.5,stated\n(undisclosed),,92.5,\n")
        theirs = answer("holders", "holder,class,stake_pct\nAda,,7.50\n")
        self.assertTrue(answers.agree("holders", mine, theirs))

    def test_another_stake_is_another_answer(self):
        mine = answer("holders", "holder,class,stake_pct\nAda,,7.5\n")
        theirs = answer("holders", "holder,class,stake_pct\nAda,,7.51\n")
        self.assertFalse(answers.agree("holders", mine, theirs))

    def test_the_order_of_a_timeline_counts(self):
        head, one, two = "date,holder,kind,stake_pct\n", "2020-01-02,A,holding,5\n", "2020-01-02,B,note,\n"
        self.assertFalse(answers.agree("timeline", answer("timeline", head + one + two),
                                       answer("timeline", head + two + one)))

    def test_a_missing_total_is_another_answer(self):
        mine = answer("years", "group,rounds,amount,currency\n2020,2,500,USD\n2020,1,,\n")
        theirs = answer("years", "group,rounds,amount,currency\n2020,2,500.0,USD\n")
        self.assertFalse(answers.agree("years", mine, theirs))

    def test_last_owners_must_add_up_to_a_hundred(self):
        head = "entity,total_pct\nKa plc,40\n"
        self.assertEqual("", answers.faults("owners", answer("owners", head + "Ada,60\nBob,40\n")))
        self.assertIn("99", answers.faults("owners", answer("owners", head + "Ada,60\nBob,39\n")))

    def test_network_totals_may_differ_by_rounding_alone(self):
        mine, theirs = {"Ada": 12.000001}, {"Ada": 12.0, "Bob": 0.00001}
        self.assertTrue(answers.agree("owned", mine, theirs))
        self.assertFalse(answers.agree("owned", mine, {"Ada": 12.001}))

    def test_rows_that_were_rejected_are_not_counted_as_imported(self):
        said = "imported 9 events (0 duplicates skipped, 1 rejected) as import #1\n"
        self.assertFalse(answers.agree("import", answer("import", said), answer("import", "n\n9\n")))

    def test_an_answer_without_rows_is_a_fault(self):
        self.assertNotEqual("", answers.faults("years", answer("years", "group,rounds\n")))


class Goals(unittest.TestCase):
    def test_a_ratio_over_the_goal_is_missed(self):
        with tempfile.TemporaryDirectory() as folder:
            bench = Bench(Path(folder), Path(folder), print)
        bench.times = {goals.M1: {"years": {"stakeline": [Time(2, 2, 1, 1)], "duckdb": [Time(1, 1, 1, 1)]}}}
        self.assertEqual(["- MISSED: events 1000000: years: 2.00 of duckdb, at most 1"], goals.lines(bench))


if __name__ == "__main__":
    unittest.main()
