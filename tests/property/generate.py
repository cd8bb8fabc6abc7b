"""Seeded random event logs: dense, of every kind, and always such as section 2 accepts.

A log has a style: `clean` ones are founded and issue shares, `percent` ones know no count, `mixed`
and `messy` ones contradict themselves as real logs do.
"""
import csv
import datetime
import io
import random
import sys

import reference

COLUMNS = ("date,known,kind,status,issuer,holder,counterparty,class,stake,stake_after,votes,shares,"
           "outstanding,ratio,amount,currency,pre_money,post_money,price,round,role,instrument,"
           "deal,part,source,url,note").split(",")
STAGES = ["rumoured", "talks", "announced", "approved", "completed"]
SIMPLE = ["holding", "acquire", "dispose", "cancel"]
QUIET = ["debt", "ipo", "merger", "pact", "note"]
EXACT = ["1", "2.5", "3.10", "5", "7.25", "10", "10.0", "12.5", "15", "20", "22.22", "25", "30",
         "33.3", "40", "43.4", "50", "51", "60"]
ROUGH = ["~10", "~43", "~12.5", "20-30", "5-10", "25-50", ">50", ">75", "<5", "<10", "~0.5"]
FRACTIONS = ["1/3", "1/4", "2/7", "1/2", "1/10"]
RATIOS = ["2:1", "2", "1:10", "3:2", "1:3", "7:5", "1:1", "10:1"]


class Log:
    def __init__(self, seed, size=None, distinct_known=False):
        self.random = random.Random(seed)
        pick = self.random
        self.rows = []
        self.style = pick.choices(["clean", "percent", "mixed", "messy"], [2, 3, 5, 3])[0]
        self.size = size or pick.choice([2, 3, 4, 5, 6, 8, 10, 15, 20, 30])
        self.issuers = ["Ixion", "Juno", "Kepler"][:pick.choices([1, 2, 3], [5, 3, 1])[0]]
        self.holders = ["Ada", "Bob", "Cyd", "Dee", "Eve", "Fay"][:pick.randint(2, 6)]
        if len(self.issuers) > 1:
            self.holders += self.issuers
        self.classes = [""] if pick.random() < .7 else ["", "A", "B"]
        self.currencies = ["USD"] if pick.random() < .8 else ["USD", "EUR", "JPY"]
        self.scale = pick.choice([1, 1, 10, 1000, 12345])
        start = datetime.date(2019, 1, 1)
        self.days = sorted(start + datetime.timedelta(pick.randrange(1000))
                           for _ in range(max(2, self.size // pick.choice([1, 2, 4]))))
        self.partial = pick.random() < .3
        self.late = pick.random() < .4
        self.ordered = pick.random() < .6
        self.distinct_known = distinct_known
        self.deals = 0
        self.seen = {}  # issuer: (shares, stake) that gave a count, for counts that agree

    def chance(self, p):
        return self.random.random() < p

    # -- cells --

    def day(self):
        if self.ordered:
            at = len(self.rows) * len(self.days) // max(1, self.size)
            return self.days[min(at + self.random.randrange(2), len(self.days) - 1)]
        return self.random.choice(self.days)

    def date(self, day):
        if self.partial and self.chance(.15):
            quarter, half = (day.month + 2) // 3, (day.month + 5) // 6
            fiscal = day.year if day.month >= 4 else day.year - 1
            return self.random.choice([f"{day.year}", f"{day.year}-{day.month:02d}",
                                       f"{day.year}-Q{quarter}", f"{day.year}-H{half}",
                                       f"FY{fiscal}-{(fiscal + 1) % 100:02d}"])
        return day.isoformat()

    def stake(self):
        pool = self.random.choices([EXACT, ROUGH, FRACTIONS, ["0", "100", "100.0", "99.9", "1/1"]],
                                   [14, 4, 2, 1 if self.style == "messy" else .4])[0]
        return self.random.choice(pool)

    def true_stake(self, row):
        """What the log so far makes of the holder's stake, as a source would round it."""
        log = [reference.parse_event(seq, cells) for seq, cells in enumerate(self.rows)]
        day = reference.date_span(row["date"])[0]
        found = reference.issuers_of(log, reference.View(end=day)).get(row["issuer"])
        if found is None:
            return self.stake()
        sized = [position.key for position in found.positions.values()
                 if found.stake(position) and not position.zero]
        if row["kind"] == "holding" and sized and self.chance(.6):
            row["holder"], row["class"] = self.random.choice(sized)
        stake = found.stake(found.positions.get((row.get("holder", ""), row.get("class", ""))))
        if not stake or stake[1] > 1:
            return self.stake()
        middle = float(50 * (stake[0] + stake[1]))
        form = self.random.randrange(6)
        if form < 3:
            return f"{middle:.{form}f}"
        if form == 3:
            return f"~{middle:.0f}"
        if form == 4:
            return f"{max(0, int(middle) - 2)}-{min(100, int(middle) + 3)}"
        return f"{min(100.0, middle + self.random.choice([.1, .5, 2])):.1f}"

    def small_stake(self):
        if self.style != "messy" and self.chance(.8):
            return self.random.choice(EXACT[:9] + ["~2", "1-3", "<5", "1/8"])
        return self.stake()

    def shares(self):
        if self.style == "messy" and self.chance(.03):
            return "0"
        return str(self.random.choice([1, 5, 10, 50, 100, 120, 250, 333, 500]) * self.scale)

    def count(self, issuer):
        if issuer in self.seen and self.chance(.5):
            shares, stake = self.seen[issuer]
            return str(max(1, round(shares / stake * 100 * self.random.uniform(.99, 1.01))))
        return str(self.random.choice([500, 1000, 1500, 2000, 4000, 9999]) * self.scale)

    def learnt(self, row):
        try:
            if row.get("stake") and row.get("shares") and float(row["stake"]) > 0:
                self.seen[row["issuer"]] = int(row["shares"]), float(row["stake"])
        except ValueError:
            pass

    def money(self, row, name):
        row[name] = str(self.random.choice([1, 2, 5, 10, 12, 30, 40, 100]) * 1000)
        row.setdefault("currency", self.random.choice(self.currencies))

    def holder(self, *others):
        return self.random.choice([name for name in self.holders if name not in others]
                                  or self.holders)

    # -- rows --

    def add(self, row):
        row["source"] = f"s{len(self.rows)}" if self.chance(.9) else ""
        row["note"] = f"n{len(self.rows)}"
        self.learnt(row)
        self.rows.append(row)

    def base(self, kind, day=None, issuer=None):
        day = day or self.day()
        row = dict(date=self.date(day), kind=kind,
                   issuer=issuer or self.random.choice(self.issuers))
        if self.late and self.chance(.3):
            row["known"] = self.date(day + datetime.timedelta(self.random.randrange(-200, 200)))
        if self.chance(.06):
            row["status"] = self.random.choice(STAGES + ["cancelled"])
        return row

    def sized(self, row, modes):
        """Fills the size of a row in one of the ways named."""
        mode = self.random.choice(modes)
        small = row["kind"] != "holding"
        if "stake" in mode.split("+"):
            row["stake"] = (self.small_stake() if small
                            else self.true_stake(row) if self.chance(.6) else self.stake())
        if "shares" in mode.split("+"):
            row["shares"] = self.shares()
        if "after" in mode.split("+"):
            row["stake_after"] = self.true_stake(row) if self.chance(.4) else self.stake()
        if mode == "both-true" and row["issuer"] in self.seen:
            shares, stake = self.seen[row["issuer"]]
            part = self.random.choice([5, 10, 20])
            row["shares"] = str(max(1, round(shares / stake * part)))
            row["stake"] = str(part)

    def modes(self):
        if self.style == "clean":
            return ["shares"] * 8 + ["both-true"]
        if self.style == "percent":
            return ["stake"] * 8 + ["after"] * 2 + ["stake+after", ""]
        return ["stake"] * 4 + ["shares"] * 4 + ["stake+shares", "both-true", "after", "after",
                                                "stake+after", "shares+after", ""]

    def finish(self, row):
        """The cells that any row may have."""
        if self.chance(.08):
            row["votes"] = self.stake()
        if self.chance(.06 if self.style != "percent" else .01):
            row["outstanding"] = self.count(row["issuer"])
        if self.chance(.1):
            self.money(row, "amount")
        return row

    def simple(self):
        kind = self.random.choices(SIMPLE, [4, 4, 4, 1] if self.style != "clean" else [1, 4, 4, 1])
        row = self.base(kind[0])
        if self.chance(.95 if row["kind"] != "cancel" else .6):
            row["holder"] = self.holder(row["issuer"])
            met = [other["holder"] for other in self.rows
                   if other.get("holder") and other["issuer"] == row["issuer"]]
            if met and row["kind"] != "acquire" and self.chance(.6):
                row["holder"] = self.random.choice(met)
        if row["kind"] in ("acquire", "dispose") and self.chance(.5):
            row["counterparty"] = self.holder(row["issuer"], row.get("holder"))
        row["class"] = self.random.choice(self.classes)
        self.sized(row, self.modes())
        if self.chance(.02):
            row["stake"], row["class"] = "100", ""
        return self.finish(row)

    def bare(self):
        kind = self.random.choices(["split", "outstanding", "found"] + QUIET,
                                   [4, 5, 1] + [.5] * 5)[0]
        row = self.base(kind)
        if kind == "split":
            row["ratio"] = self.random.choice(RATIOS)
        elif kind == "outstanding" and self.chance(.97):
            row["outstanding"] = self.count(row["issuer"])
        elif kind in QUIET:
            if self.chance(.6):
                row["holder"] = self.holder()
            if kind == "debt":
                self.money(row, "amount")
                row["round"] = self.random.choice(["", "", "NCD"])
                row["instrument"] = self.random.choice(["", "ncd", "loan"])
            if self.chance(.1):
                row["votes"] = self.stake()
        return self.finish(row) if self.chance(.3) else row

    def group(self):
        """The rows of a funding round or an issue; each on its own may be a version of a deal."""
        day, issuer = self.day(), self.random.choice(self.issuers)
        kind = self.random.choice(["issue", "round", "round"])
        label = self.random.choice(["", "Seed", "Series A"])
        deal = f"g{self.random.randrange(4)}" if self.chance(.3) else ""
        modes = self.modes() + ([] if self.style == "clean" else ["after", "money", "money", ""])
        valued = self.chance(.5)
        if self.chance(.6):
            modes = [self.random.choice(modes)]  # all sized alike
        rows = []
        for number in range(self.random.randint(1, 4)):
            row = self.base(kind, day, issuer)
            row["date"] = day.isoformat() if self.chance(.9) else row["date"]
            row.update(round=label, deal=deal)
            if deal and self.chance(.2):
                row["kind"] = "issue" if kind == "round" else "round"
            if number > 0 or self.chance(.5):
                row["holder"] = self.holder(issuer)
                row["class"] = self.random.choice(self.classes)
                row["role"] = "lead" if self.chance(.3) else ""
            self.sized(row, modes)
            if valued or self.chance(.2):
                self.money(row, "amount")
                if self.chance(.3):
                    self.money(row, self.random.choice(["pre_money", "post_money"]))
            if self.chance(.15):
                row["instrument"] = self.random.choice(["equity", "preference", "convertible"])
            if self.chance(.1):
                row["outstanding"] = self.count(issuer)
            if self.chance(.05):
                row["votes"] = self.stake()
            rows.append(row)
        return rows

    def versions(self):
        """Reports of one deal, from rumour to its end; later ones leave cells blank."""
        self.deals += 1
        kind = self.random.choice(["acquire", "dispose", "issue", "round", "holding", "debt",
                                   "cancel", "split"])
        first = self.base(kind)
        first["deal"] = f"d{self.random.randrange(3) if self.chance(.2) else self.deals + 10}"
        first["part"] = "" if self.chance(.8) else self.random.choice("12")
        if self.chance(.85):
            first["holder"] = self.holder(first["issuer"])
        if kind in ("acquire", "dispose") and self.chance(.5):
            first["counterparty"] = self.holder(first["issuer"], first.get("holder"))
        moving = kind not in ("debt", "split")
        if moving:
            first["class"] = self.random.choice(self.classes)
            self.sized(first, self.modes())
        if kind == "split":
            first["ratio"] = self.random.choice(RATIOS)
        if kind in ("round", "debt"):
            first["round"] = self.random.choice(["", "Seed", "Series B"])
            self.money(first, "amount")
            if self.chance(.3):
                self.money(first, self.random.choice(["pre_money", "post_money"]))
        self.finish(first)
        rows = [first]
        statuses = sorted(self.random.sample(range(5), self.random.randint(1, 3)))
        known = self.random.choice(self.days)
        first["status"], first["known"] = STAGES[statuses[0]], known.isoformat()
        for status in statuses[1:]:
            row = self.base(kind, None, first["issuer"])
            row.update({name: first.get(name, "") for name in ("deal", "part", "holder", "class")})
            known += datetime.timedelta(self.random.choice([0, 1, 30, 200]))
            row["known"] = known.isoformat()
            row["status"] = STAGES[status] if self.chance(.9) else "cancelled"
            if self.chance(.05) and moving:
                row["kind"] = self.random.choice(["acquire", "dispose", "issue", "note"])
            if moving and row["kind"] != "note" and self.chance(.3):
                self.sized(row, self.modes())
            if self.chance(.2):
                self.money(row, "amount")
            if self.chance(.1):
                row["votes"] = self.stake()
            if self.chance(.1):
                row["counterparty"] = self.holder(row.get("holder"))
            if row.get("counterparty") == row.get("holder"):
                row.pop("counterparty", None)
            rows.append(row)
        return rows

    def make(self):
        if self.style == "clean":
            for issuer in self.issuers:
                first = dict(date=self.days[0].isoformat(), issuer=issuer)
                self.add(dict(first, kind="found"))
                for holder in self.holders[:3]:
                    self.add(dict(first, kind="issue", holder=holder, shares=self.shares()))
        elif self.style == "mixed" and self.chance(.5):
            self.add(dict(date=self.days[0].isoformat(), issuer=self.issuers[0],
                          kind="outstanding", outstanding=self.count(self.issuers[0])))
        while len(self.rows) < self.size:
            what = self.random.choices(["simple", "bare", "group", "versions"], [8, 2, 3, 2])[0]
            made = getattr(self, what)()
            for row in made if isinstance(made, list) else [made]:
                self.add(row)
        if self.chance(.5):
            # in the order of the days, as most people keep a log; else as it came
            self.rows.sort(key=lambda row: row["date"])
        if self.distinct_known:
            self.spread_known()
        return self.rows

    def spread_known(self):
        """Gives every row a known date of its own, so that no tie is broken by arrival."""
        used = set()
        for row in self.rows:
            if not row.get("deal"):
                continue
            day = datetime.date(2019, 1, 1) + datetime.timedelta(self.random.randrange(900))
            while day in used:
                day += datetime.timedelta(1)
            used.add(day)
            row["known"] = day.isoformat()


def generate(seed, size=None, distinct_known=False):
    return Log(seed, size, distinct_known).make()


def to_csv(rows, newline="\n"):
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator=newline)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


if __name__ == "__main__":
    sys.stdout.write(to_csv(generate(int(sys.argv[1]), int(sys.argv[2]) if sys.argv[2:] else None)))
