"""Hand-made cases for the reference: what is tested against must itself be trusted."""
import os
import tempfile
import unittest

import reference

COLUMNS = ("date,known,kind,status,issuer,holder,counterparty,class,stake,stake_after,votes,shares,"
           "outstanding,ratio,amount,currency,pre_money,post_money,price,round,role,instrument,"
           "deal,part,source").split(",")


def log(*rows):
    out = []
    for seq, row in enumerate(rows):
        row = {name: str(value) for name, value in row.items()}
        row.setdefault("issuer", "N")
        assert set(row) <= set(COLUMNS), row
        out.append(reference.parse_event(seq, row))
    return out


def row(kind, day=1, **cells):
    date = cells.pop("date", f"2020-01-{day:02d}")
    return dict(date=date, kind=kind, **cells)


def cap(events, *options, issuer="N"):
    rows = reference.ask(events, ["holders", issuer, *options])[1]
    return {r["holder"]: r["stake_pct"] and round(float(r["stake_pct"]), 5) for r in rows}


def lines(events, *words):
    words = words or ("timeline", "N")
    return [(r["holder"], r["kind"], None if r["change_pct"] is None
             else round(float(r["change_pct"]), 5),
             None if r["stake_pct"] is None else round(float(r["stake_pct"]), 5), r["flag"])
            for r in reference.ask(events, list(words))[1]]


class Reference(unittest.TestCase):
    def test_the_three_cancellations_of_nissan(self):
        def trade(day, shares):
            return [dict(date=day, kind="dispose", holder="trust", shares=shares, issuer="N")]

        events = log(
            dict(date="2023-11-01", kind="outstanding", outstanding=4220715112),
            dict(date="2023-11-02", kind="holding", holder="Renault", shares=1831837027),
            dict(date="2023-11-08", kind="dispose", holder="Renault", counterparty="trust",
                 shares=1831837027 - 633107267),
            dict(date="2023-12-15", kind="cancel", holder="trust", shares=211000000),
            dict(date="2024-03-28", kind="dispose", holder="trust", counterparty="Nissan",
                 shares=99132100),
            dict(date="2024-04-02", kind="acquire", holder="Nissan", shares=1110800),
            dict(date="2024-04-03", kind="cancel", holder="Nissan", shares=100242900),
            dict(date="2024-10-03", kind="cancel", holder="trust", shares=195473600))
        self.assertEqual(round(cap(events, "--on", "2023-11-08")["Renault"], 2), 15.0)
        trust = [round(cap(events, "--on", day)["trust"], 2)
                 for day in ("2023-12-15", "2024-04-03", "2024-10-03")]
        self.assertEqual(trust, [24.63, 22.73, 18.66])
        self.assertEqual(round(cap(events)["Renault"], 2), 17.05)
        self.assertIn(("Renault", "dilution"), [line[:2] for line in lines(events)])

    def test_found_and_issues_add_up(self):
        events = log(row("found"), row("issue", 2, holder="A", shares=600),
                     row("issue", 3, holder="B", shares=400))
        self.assertEqual(cap(events), {"A": 60, "B": 40})

    def test_a_round_dilutes(self):
        events = log(row("holding", holder="A", stake=60),
                     row("round", 2, holder="B", stake=20))
        self.assertEqual(cap(events), {"A": 48, "B": 20, "(undisclosed)": 32})
        self.assertEqual(lines(events)[1:], [("B", "round", 20, 20, ""),
                                             ("A", "dilution", -12, 48, "")])

    def test_a_valuation_gives_the_stake(self):
        events = log(row("holding", holder="A", stake=100),
                     row("round", 2, amount=10, currency="USD", pre_money=30),
                     row("round", 2, holder="B", amount=5, currency="USD"))
        self.assertEqual(cap(events), {"A": 75, "B": 12.5, "(undisclosed)": 12.5})
        sold = reference.ask(events, ["rounds"])[1]
        self.assertEqual(sold[0]["stake_sold_pct"], 25)

    def test_a_rough_restatement_confirms(self):
        events = log(row("holding", holder="A", stake="43.4"),
                     row("holding", 2, holder="A", stake="~43"),
                     row("holding", 3, holder="A", stake="50"))
        self.assertEqual(lines(events), [("A", "holding", None, 43.4, ""),
                                         ("A", "holding", 0, 43.4, "confirmed"),
                                         ("A", "holding", 6.6, 50, "mismatch")])

    def test_selling_more_than_there_is(self):
        events = log(row("holding", holder="A", stake=10),
                     row("dispose", 2, holder="A", stake=12, counterparty="B"))
        self.assertEqual(lines(events)[1:], [("A", "dispose", -10, 0, "oversold"),
                                             ("B", "acquire", 12, 12, "")])

    def test_shares_wait_for_a_count(self):
        events = log(row("issue", holder="A", shares=100), row("outstanding", 2, outstanding=400))
        self.assertEqual(lines(events), [("A", "issue", None, None, "unresolved"),
                                         ("", "outstanding", None, None, "")])
        self.assertEqual(cap(events), {"A": 25, "(undisclosed)": 75})

    def test_issued_shares_grow_the_capital_once_it_is_counted(self):
        events = log(row("holding", holder="A", stake=50), row("issue", 2, holder="B", shares=100),
                     row("outstanding", 3, outstanding=1000))
        self.assertEqual(cap(events), {"A": 45, "B": 10, "(undisclosed)": 45})

    def test_a_provisional_f_gives_way_to_the_count(self):
        holding = row("holding", holder="A", stake="43.4", shares=1000)
        near = log(holding, row("holding", holder="B", stake=20),
                   row("outstanding", 2, outstanding=2305))
        self.assertEqual(cap(near)["A"], round(100000 / 2305, 5))
        self.assertEqual(cap(near)["B"], 20)
        far = log(holding, row("holding", holder="B", stake=20),
                  row("outstanding", 2, outstanding=4608))
        self.assertEqual(cap(far)["B"], round(20 * 1000 / .434 / 4608, 5))

    def test_taken_over(self):
        events = log(row("holding", holder="A", stake=60), row("holding", holder="B", stake=10),
                     row("acquire", 2, holder="C", stake=100, counterparty="A"))
        self.assertEqual(cap(events), {"C": 100})

    def test_a_split_moves_no_stake(self):
        events = log(row("found"), row("issue", holder="A", shares=300),
                     row("issue", 2, holder="B", shares=100), row("split", 3, ratio="1:3"),
                     row("issue", 4, holder="B", shares=100))
        self.assertEqual(cap(events), {"A": round(10000 / 233.33333333, 5),
                                       "B": round(40000 / 700, 5)})

    def test_versions_of_a_deal(self):
        events = log(row("holding", holder="A", stake=50),
                     row("dispose", 5, known="2020-01-02", status="announced", holder="A",
                         counterparty="B", stake=20, deal="d"),
                     row("dispose", 9, known="2020-01-09", holder="A", deal="d"))
        self.assertEqual(cap(events), {"A": 30, "B": 20, "(undisclosed)": 50})
        self.assertEqual(lines(events, "timeline", "N", "--known-by", "2020-01-08")[1:],
                         [("A", "dispose", -20, None, "pending"),
                          ("B", "acquire", 20, None, "pending")])
        self.assertEqual(cap(events, "--known-by", "2020-01-08"), {"A": 50, "(undisclosed)": 50})
        self.assertEqual(cap(events, "--known-by", "2020-01-08", "--pro-forma"),
                         {"A": 30, "B": 20, "(undisclosed)": 50})
        self.assertEqual(cap(events, "--known-by", "2020-01-08", "--pro-forma=approved"),
                         {"A": 50, "(undisclosed)": 50})

    def test_the_clean_csv_is_read(self):
        with tempfile.NamedTemporaryFile("w", suffix=".csv", delete=False) as file:
            file.write("date,kind,issuer,holder,stake\n2020-Q1,holding,N,A,1/3\n")
        try:
            self.assertEqual(cap(reference.read_log(file.name))["A"], 33.33333)
        finally:
            os.unlink(file.name)


if __name__ == "__main__":
    unittest.main()
